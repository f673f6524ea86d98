//! Zone rules and places on the command line; none of it needs a workspace.

use std::io::{BufRead as _, Write as _};
use std::process::ExitCode;

use serde_json::{Value, json};

use crate::args::Zones;
use crate::desk::{Desk, Failure};
use crate::file::text;
use crate::show;

pub(crate) fn run(desk: &Desk, verb: Zones) -> Result<ExitCode, Failure> {
    match verb {
        Zones::Status => {
            let status = desk.ask("zones.status", &json!({}))?;
            show::answer(desk, &status, in_force)
        }
        Zones::Import { from } => {
            let form = if from.is_dir() { "tree" } else { "zi" };
            desk.choose(&from);
            let status = desk.ask("zones.import", &json!({ "form": form }))?;
            show::answer(desk, &status, in_force)
        }
        Zones::RollBack => {
            let status = desk.ask("zones.roll_back", &json!({}))?;
            show::answer(desk, &status, in_force)
        }
        Zones::Resolve {
            local: Some(local),
            zone: Some(zone),
            ..
        } => {
            let resolved = resolve(desk, &local, &zone)?;
            show::answer(desk, &resolved, resolution)
        }
        Zones::Convert {
            instant: Some(instant),
            zone: Some(zone),
            ..
        } => {
            let converted = convert(desk, &instant, &zone)?;
            show::answer(desk, &converted, |converted| {
                format!(
                    "{} in {}",
                    show::minute(&converted["local"]),
                    text(&converted["zone"])
                )
            })
        }
        Zones::Resolve { .. } => lines(|local, zone| resolve(desk, local, zone), "local"),
        Zones::Convert { .. } => lines(|instant, zone| convert(desk, instant, zone), "instant"),
        Zones::Names => {
            let names = desk.ask("zones.names", &json!({}))?;
            show::answer(desk, &names, |names| {
                names
                    .as_array()
                    .into_iter()
                    .flatten()
                    .map(text)
                    .collect::<Vec<_>>()
                    .join("\n")
            })
        }
        Zones::Vtimezone { zones, from, until } => {
            let request = json!({ "zones": zones, "from_year": from, "until_year": until });
            let components = desk.ask("zones.vtimezone", &request)?;
            show::answer(desk, &components, |components| {
                text(components).trim_end().to_owned()
            })
        }
    }
}

/// Which rules are in force, and which are not.
fn in_force(status: &Value) -> String {
    let mut lines = vec![format!(
        "Rules {} ({}), {} names",
        text(&status["release"]),
        text(&status["source"]),
        status["names"]
    )];
    lines.extend(status["others"].as_array().into_iter().flatten().map(|other| {
        let release = other["release"].as_str().unwrap_or("unknown");
        format!(
            "Not taken: {release} ({}), {}",
            text(&other["source"]),
            text(&other["reason"])
        )
    }));
    lines.join("\n")
}

fn resolve(desk: &Desk, local: &str, zone: &str) -> Result<Value, Failure> {
    desk.ask(
        "zones.resolve",
        &json!({ "local": with_seconds(local), "zone": zone }),
    )
}

/// The shape of `resolve`; an instant has one wall time, so its kind is always unique.
fn convert(desk: &Desk, instant: &str, zone: &str) -> Result<Value, Failure> {
    let shown = desk.ask("zones.convert", &json!({ "instant": instant, "zone": zone }))?;
    Ok(json!({
        "local": shown["local"],
        "zone": shown["zone"],
        "kind": "unique",
        "instants": [shown["utc"]],
        "offset_s": [shown["offset_s"]],
    }))
}

/// `2027-05-14T15:00` and `2027-05-14 15:00` as routes read them.
fn with_seconds(local: &str) -> String {
    let local = local.trim().replacen(' ', "T", 1);
    if local.matches(':').count() == 1 {
        format!("{local}:00")
    } else {
        local
    }
}

fn resolution(resolved: &Value) -> String {
    let kind = text(&resolved["kind"]);
    let mut lines = vec![format!(
        "{} in {}: {kind}",
        show::minute(&resolved["local"]),
        text(&resolved["zone"])
    )];
    let pairs = resolved["instants"]
        .as_array()
        .into_iter()
        .flatten()
        .zip(resolved["offset_s"].as_array().into_iter().flatten());
    lines.extend(pairs.map(|(instant, offset)| format!("  {} (offset {offset} s)", text(instant))));
    if let Some(nearest) = resolved["nearest"]
        .as_array()
        .filter(|nearest| !nearest.is_empty())
    {
        let nearest: Vec<String> = nearest.iter().map(show::minute).collect();
        lines.push(format!("  clocks skip it; nearest: {}", nearest.join(" or ")));
    }
    lines.join("\n")
}

/// Answers a pair a line with a JSON object a line. A line that cannot be answered gives an object with `error`,
/// so that the lines in and out stay in step; the status is then 1.
fn lines(answer: impl Fn(&str, &str) -> Result<Value, Failure>, first: &str) -> Result<ExitCode, Failure> {
    let mut refused = false;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        let Some((left, zone)) = line.trim().rsplit_once([' ', '\t']) else {
            if !line.trim().is_empty() {
                refused = true;
                writeln!(
                    out,
                    "{}",
                    json!({ "error": { "code": "bad_line", "detail": "A line is a time and a zone." } })
                )?;
            }
            continue;
        };
        match answer(left.trim(), zone) {
            Ok(object) => writeln!(out, "{object}")?,
            Err(Failure::Refused(error)) => {
                refused = true;
                writeln!(
                    out,
                    "{}",
                    json!({ first: left.trim(), "zone": zone, "error": error })
                )?;
            }
            Err(other) => return Err(other),
        }
    }
    out.flush()?;
    Ok(if refused {
        ExitCode::from(1)
    } else {
        ExitCode::SUCCESS
    })
}

pub(crate) fn places(desk: &Desk, words: &str, limit: u32) -> Result<ExitCode, Failure> {
    let found = desk.ask("places.find", &json!({ "text": words, "limit": limit }))?;
    show::answer(desk, &found, |found| {
        let rows = found.as_array().into_iter().flatten();
        show::table(
            &["name", "country", "zone", "now", "code"],
            rows.map(|place| {
                vec![
                    show::wording(&place["name"], desk.language).to_owned(),
                    show::wording(&place["country_name"], desk.language).to_owned(),
                    text(&place["zone"]).to_owned(),
                    text(&place["offset"]).to_owned(),
                    text(&place["airport"]).to_owned(),
                ]
            }),
        )
    })
}
