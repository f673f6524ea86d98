//! The built screens.

use std::path::{Component, Path};

use tiny_http::Response;

use crate::{Answer, header, refusal};

/// A file of the built screens; any other path is the page itself, which finds its way by the address.
pub(crate) fn page(ui: &Path, path: &str) -> Answer {
    let inside = Path::new(path.trim_start_matches('/'));
    if !inside
        .components()
        .all(|part| matches!(part, Component::Normal(_)))
        && path != "/"
    {
        return refusal(404, "no_such_route", "There is nothing here.");
    }
    let file = ui.join(inside);
    let file = if path == "/" || !file.is_file() && inside.extension().is_none() {
        ui.join("index.html")
    } else {
        file
    };
    match std::fs::read(&file) {
        Ok(bytes) => Response::from_data(bytes)
            .with_header(header("Content-Type", kind_of(&file)))
            .with_header(header("Cache-Control", "no-store"))
            .with_header(header("X-Content-Type-Options", "nosniff"))
            .with_header(header(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
                 font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            )),
        Err(_) => refusal(404, "no_such_route", "There is no such page; build the screens first."),
    }
}

fn kind_of(file: &Path) -> &'static str {
    match file
        .extension()
        .and_then(|ending| ending.to_str())
        .unwrap_or_default()
    {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}
