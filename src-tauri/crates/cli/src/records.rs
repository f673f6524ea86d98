//! Other records, checks, search, history, and any route by its name.

use std::io::Read as _;
use std::process::ExitCode;

use serde_json::{Value, json};

use crate::args::Records;
use crate::desk::{Desk, Failure};
use crate::file::text;
use crate::{fields, show};

pub(crate) fn run(desk: &Desk, verb: Records) -> Result<ExitCode, Failure> {
    desk.open()?;
    match verb {
        Records::List => {
            let lists = desk.ask("lists.show", &json!({}))?;
            show::answer(desk, &lists, show::lists)
        }
        Records::Add { kind, set } => {
            let set = fields::set(desk.language, &kind, &set)?;
            let done = desk.ask("records.add", &json!({ "kind": kind, "set": set }))?;
            show::written(desk, &done)
        }
        Records::Edit { kind, id, set } => {
            let set = fields::set(desk.language, &kind, &set)?;
            let request = json!({ "kind": kind, "id": id, "set": set });
            let done = desk.ask("records.edit", &request)?;
            show::written(desk, &done)
        }
        Records::Remove { kind, id } => {
            let done = desk.ask("records.remove", &json!({ "kind": kind, "id": id }))?;
            show::written(desk, &done)
        }
    }
}

/// Ends with status 3 if a problem was found; warnings and notes are no reason to stop a script.
pub(crate) fn check(desk: &Desk, event: Option<&str>, mission: Option<&str>) -> Result<ExitCode, Failure> {
    desk.open()?;
    let request = json!({
        "event": event.map(|id| fields::event(desk, id)).transpose()?,
        "mission": mission.map(|id| fields::mission(desk, id)).transpose()?,
    });
    let found = desk.ask("checks.run", &request)?;
    let problems = found
        .as_array()
        .into_iter()
        .flatten()
        .filter(|finding| finding["severity"] == 3)
        .count();
    show::answer(desk, &found, |found| {
        let sentences = show::sentences(found);
        if sentences.is_empty() {
            "Nothing was found.".to_owned()
        } else {
            sentences.join("\n")
        }
    })?;
    Ok(if problems == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(3)
    })
}

pub(crate) fn search(desk: &Desk, words: &str, limit: u32) -> Result<ExitCode, Failure> {
    desk.open()?;
    let request = json!({ "text": words, "limit": limit, "language": desk.language });
    let hits = desk.ask("search.find", &request)?;
    show::answer(desk, &hits, |hits| {
        let rows = hits.as_array().into_iter().flatten();
        show::table(
            &["kind", "name", "detail", "when", "id"],
            rows.map(|hit| {
                vec![
                    text(&hit["key"]["kind"]).to_owned(),
                    text(&hit["title"]).to_owned(),
                    text(&hit["detail"]).to_owned(),
                    show::span(&hit["span"]),
                    text(&hit["key"]["id"]).to_owned(),
                ]
            }),
        )
    })
}

pub(crate) fn history(
    desk: &Desk,
    event: Option<&str>,
    mission: Option<&str>,
    limit: u32,
) -> Result<ExitCode, Failure> {
    desk.open()?;
    let record = match (event, mission) {
        (Some(id), _) => json!({ "kind": "event", "id": fields::event(desk, id)? }),
        (None, Some(id)) => json!({ "kind": "mission", "id": fields::mission(desk, id)? }),
        (None, None) => Value::Null,
    };
    let entries = desk.ask(
        "history.list",
        &json!({ "record": record, "before": null, "limit": limit }),
    )?;
    show::answer(desk, &entries, show::history)
}

pub(crate) fn undo(desk: &Desk, change: Option<i64>) -> Result<ExitCode, Failure> {
    desk.open()?;
    let undone = match change {
        Some(change) => desk.ask("history.revert", &json!({ "change": change }))?,
        None => desk.ask("history.undo", &json!({}))?,
    };
    show::answer(desk, &undone, |undone| {
        let mut said = stepped(undone, "Took back", "There is nothing to take back.");
        if undone["label"] == "calendar_issued" {
            said.push_str("\nFiles that were written stay out, and their recipients count as not told.");
        }
        said
    })
}

pub(crate) fn redo(desk: &Desk) -> Result<ExitCode, Failure> {
    desk.open()?;
    let redone = desk.ask("history.redo", &json!({}))?;
    show::answer(desk, &redone, |redone| {
        stepped(redone, "Brought again", "There is nothing to bring again.")
    })
}

fn stepped(label: &Value, deed: &str, nothing: &str) -> String {
    if label.is_null() {
        nothing.to_owned()
    } else {
        format!("{deed} change {}: {}", label["change"], show::label(label))
    }
}

/// Prints the answer as JSON, whatever `--json` says: it is meant for programs.
pub(crate) fn call(desk: &Desk, route: &str, mut request: String) -> Result<ExitCode, Failure> {
    if request == "-" {
        request.clear();
        std::io::stdin().read_to_string(&mut request)?;
    }
    let request: Value = serde_json::from_str(&request)
        .map_err(|error| Failure::Usage(format!("The request is not JSON (column {}).", error.column())))?;
    if desk.workspace().is_ok() {
        desk.open()?;
    }
    let answer = desk.ask_text(route, &request)?;
    show::line(&answer);
    Ok(ExitCode::SUCCESS)
}
