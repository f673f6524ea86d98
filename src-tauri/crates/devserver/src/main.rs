//! The routes on loopback HTTP, for tests of the screens in a browser and for work on them; never shipped.
//!
//! ```text
//! POST /api/<route>     request and answer as JSON; a refusal comes with status 422
//! GET  /api/events      what screens are told, as server-sent events
//! POST /test/choose     {"path": "a.ics"} or {"path": null}: what the next dialog answers, inside the folder
//! POST /test/drop       {"paths": ["a.eml"]}: files of the folder are let go over the window
//! POST /test/clock      {"now": "2026-11-22T09:00:00+08:00"}: the clock stands there from now on
//! POST /test/lock       the idle time has passed
//! GET  /…               the built screens
//! ```
//!
//! Only this machine is answered, and only pages of this server may ask: `Host` must be loopback, and an `Origin`,
//! where there is one, must be this server or the development server of the screens. The price of running it at all
//! is that any program of this machine could ask; so it opens nothing but workspaces of its own folder.

mod desk;
mod pages;
mod streams;

use std::io::{Cursor, Read, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Parser;
use outreach_api::{ErrorView, Options, Session};
use serde_json::{Value, json};
use tiny_http::{Header, Method, Request, Response, Server};

use crate::desk::{Clockwork, Desk};

/// A request larger than this is no wish of a screen.
const REQUEST_AT_MOST: u64 = 4 << 20;
/// Where `npm run dev` serves the screens.
const DEVELOPMENT: &[&str] = &["http://localhost:5173", "http://127.0.0.1:5173"];

#[derive(Parser)]
#[command(about = "The routes on loopback HTTP, for tests of the screens")]
struct Arguments {
    /// Port on 127.0.0.1; 0 takes a free one and prints it.
    #[arg(long, default_value_t = 4317)]
    port: u16,
    /// Folder with the built screens.
    #[arg(long, default_value = "ui/dist")]
    ui: PathBuf,
    /// Folder for workspaces and exports; a temporary one if not given.
    #[arg(long)]
    dir: Option<PathBuf>,
    /// The clock begins at this moment (RFC 3339) and goes on from there.
    #[arg(long)]
    now: Option<String>,
    /// With --now: the clock stands.
    #[arg(long)]
    still: bool,
    /// Opens a workspace with the sample programme; its passphrase is "test-only".
    #[arg(long)]
    sample: bool,
    /// Opens a workspace with so many generated events; its passphrase is "test-only".
    #[arg(long, conflicts_with = "sample")]
    events: Option<usize>,
}

#[expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "this is a program for the terminal"
)]
fn main() -> ExitCode {
    match run(&Arguments::parse(), |url| println!("{url}")) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("{trouble}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments, ready: impl FnOnce(&str)) -> Result<(), String> {
    let kept = tempfile::tempdir().map_err(|error| error.to_string())?;
    let folder = arguments.dir.clone().unwrap_or_else(|| kept.path().to_owned());
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let clock = Arc::new(Clockwork::beginning(arguments.now.as_deref(), arguments.still)?);
    let desk = Arc::new(Desk::in_folder(&folder));
    let options = Options {
        weak_keys: true,
        generated_events: arguments.events,
        ..Options::default()
    };
    let session = Arc::new(Session::new(desk.clone(), clock.clone(), options));
    if arguments.sample || arguments.events.is_some() {
        desk.answer_next(Some(desk.inside("sample.outreach")?));
        let request = json!({"passphrase": "test-only", "sample": true});
        session
            .call("workspace.create", &request.to_string())
            .map_err(|error| error.to_string())?;
    }
    let server = Server::http(("127.0.0.1", arguments.port)).map_err(|error| error.to_string())?;
    let port = server
        .server_addr()
        .to_ip()
        .map_or(arguments.port, |address| address.port());
    let here = Arc::new(Here {
        session,
        desk,
        clock,
        ui: arguments.ui.clone(),
        port,
    });
    ready(&format!("http://127.0.0.1:{port}/"));
    for request in server.incoming_requests() {
        let here = Arc::clone(&here);
        std::thread::spawn(move || here.answer(request));
    }
    Ok(())
}

/// Everything a request needs.
struct Here {
    session: Arc<Session>,
    desk: Arc<Desk>,
    clock: Arc<Clockwork>,
    ui: PathBuf,
    port: u16,
}

type Answer = Response<Cursor<Vec<u8>>>;

impl Here {
    fn answer(&self, mut request: Request) {
        if !self.is_ours(&request) {
            let refused = refusal(403, "forbidden", "Only pages of this server may ask.");
            _ = answer_and_close(request, refused);
            return;
        }
        let path = request.url().split('?').next().unwrap_or_default().to_owned();
        let answer = match (request.method(), path.as_str()) {
            (Method::Get, "/api/events") => {
                self.desk.streams.serve(request);
                return;
            }
            (Method::Get, _) => pages::page(&self.ui, &path),
            (Method::Post, _) => match body(&mut request) {
                Ok(text) => self.post(&path, &text),
                Err(refused) => refused,
            },
            _ => refusal(405, "bad_request", "Only GET and POST are answered."),
        };
        _ = answer_and_close(request, answer);
    }

    /// A page of another site must not be able to ask, nor a name that another site lets point here.
    fn is_ours(&self, request: &Request) -> bool {
        let header = |name: &'static str| {
            request
                .headers()
                .iter()
                .find(|header| header.field.equiv(name))
                .map(|h| h.value.as_str())
        };
        let names = [
            format!("127.0.0.1:{}", self.port),
            format!("localhost:{}", self.port),
        ];
        // The development server of the screens passes requests on with its own or with our name.
        let host_is_ours = header("Host").is_some_and(|host| {
            names.iter().any(|name| name == host) || DEVELOPMENT.iter().any(|url| url.ends_with(host))
        });
        let origin_is_ours = header("Origin").is_none_or(|origin| {
            names.iter().any(|name| origin == format!("http://{name}")) || DEVELOPMENT.contains(&origin)
        });
        host_is_ours && origin_is_ours
    }

    fn post(&self, path: &str, text: &str) -> Answer {
        if let Some(route) = path.strip_prefix("/api/") {
            return match self.session.call(route, text) {
                Ok(answer) => json_answer(200, answer),
                Err(error) => json_answer(422, json!(error).to_string()),
            };
        }
        let request: Value = serde_json::from_str(text).unwrap_or_default();
        let done = match path {
            "/test/choose" => self.desk.answer_as_told(&request["path"]),
            "/test/drop" => self.let_go(&request["paths"]),
            "/test/clock" => self.clock.set(request["now"].as_str().unwrap_or_default()),
            "/test/lock" => self
                .session
                .call("workspace.lock", "{}")
                .map(drop)
                .map_err(|e| e.to_string()),
            _ => return refusal(404, "no_such_route", "There is nothing here."),
        };
        match done {
            Ok(()) => json_answer(200, "null".to_owned()),
            Err(trouble) => refusal(400, "bad_request", &trouble),
        }
    }

    /// Files of the folder are let go over the window.
    fn let_go(&self, names: &Value) -> Result<(), String> {
        let names = names.as_array().ok_or("`paths` is a list of names")?;
        let paths: Result<Vec<PathBuf>, String> = names
            .iter()
            .map(|name| self.desk.inside(name.as_str().unwrap_or_default()))
            .collect();
        self.session.dropped(&paths?);
        Ok(())
    }
}

/// Answers and asks the browser to close the connection. tiny_http may queue a new connection behind a worker that
/// it takes for free although it waits on one that is kept open; a page would then wait for ever.
fn answer_and_close(request: Request, answer: Answer) -> std::io::Result<()> {
    let mut head = format!("HTTP/1.1 {} \r\nConnection: close\r\n", answer.status_code().0);
    for header in answer.headers() {
        head.push_str(&format!("{}: {}\r\n", header.field, header.value));
    }
    let body = answer.into_reader().into_inner();
    head.push_str(&format!("Content-Length: {}\r\n\r\n", body.len()));
    let mut page = request.into_writer();
    page.write_all(head.as_bytes())?;
    page.write_all(&body)?;
    page.flush()
}

fn body(request: &mut Request) -> Result<String, Answer> {
    let mut text = String::new();
    let read = request
        .as_reader()
        .take(REQUEST_AT_MOST + 1)
        .read_to_string(&mut text);
    match read {
        Ok(bytes) if bytes as u64 <= REQUEST_AT_MOST => Ok(text),
        Ok(_) => Err(refusal(413, "bad_request", "The request is too large.")),
        Err(_) => Err(refusal(400, "bad_request", "The request is not text.")),
    }
}

fn refusal(status: u16, code: &str, detail: &str) -> Answer {
    let error = ErrorView {
        code: code.to_owned(),
        params: std::collections::BTreeMap::new(),
        detail: detail.to_owned(),
    };
    json_answer(status, json!(error).to_string())
}

fn json_answer(status: u16, text: String) -> Answer {
    Response::from_data(text.into_bytes())
        .with_status_code(status)
        .with_header(header("Content-Type", "application/json"))
        .with_header(header("Cache-Control", "no-store"))
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("names and values are written in this program")
}
