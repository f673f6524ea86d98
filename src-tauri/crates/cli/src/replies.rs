//! Answers of guests on the command line: read, shown, taken.

use std::path::PathBuf;
use std::process::ExitCode;

use serde_json::{Value, json};

use crate::desk::{Desk, Failure};
use crate::file::text;
use crate::{fields, show};

/// Reads files of answers and brings invitations up to date.
pub(crate) fn import(
    desk: &Desk,
    files: &[PathBuf],
    event: Option<&str>,
    answers: &[String],
    dry_run: bool,
) -> Result<ExitCode, Failure> {
    let mut numbers = Vec::new();
    for file in files {
        desk.choose(file);
        numbers.push(desk.ask("replies.choose", &json!({}))?["file"].clone());
    }
    let answers: Vec<Value> = answers
        .iter()
        .map(|pair| match pair.split_once('=') {
            Some((key, invitation)) => Ok(json!({ "key": key, "invitation": invitation })),
            None => Err(Failure::Usage(format!("{pair:?} is not KEY=INVITATION."))),
        })
        .collect::<Result<_, _>>()?;
    let event = event.map(|event| fields::event(desk, event)).transpose()?;
    let mut request =
        json!({ "files": numbers, "event": event, "answers": answers, "language": desk.language });
    let preview = desk.ask("replies.preview", &request)?;
    let number = |name: &str| preview["counts"][name].as_u64().unwrap_or_default();
    let is_open = ["asks", "strangers", "unreadable", "not_possible"]
        .iter()
        .any(|name| number(name) > 0);
    let code = if is_open {
        ExitCode::from(3)
    } else {
        ExitCode::SUCCESS
    };
    if dry_run {
        show::answer(desk, &preview, verdicts)?;
        return Ok(code);
    }
    request["fingerprint"] = preview["fingerprint"].clone();
    let done = desk.ask("replies.apply", &request)?;
    show::answer(desk, &done, |done| {
        let counts = &done["counts"];
        format!(
            "{}\n{} brought up to date, {} as they were, {} older and left alone{}",
            verdicts(&preview),
            counts["updates"],
            counts["same"],
            counts["older"],
            done["change"]
                .as_i64()
                .map(|change| format!(" (change {change})"))
                .unwrap_or_default()
        )
    })?;
    Ok(code)
}

fn verdicts(preview: &Value) -> String {
    let rows = preview["rows"].as_array().into_iter().flatten();
    let mut lines = vec![show::table(
        &["key", "verdict", "from", "guest", "event", "to", ""],
        rows.map(|row| {
            let candidates = row["candidates"]
                .as_array()
                .into_iter()
                .flatten()
                .map(|one| format!("{} {}", text(&one["name"]), text(&one["invitation"])));
            let why = text(&row["why_not"]["code"]).replace('_', " ");
            vec![
                text(&row["key"]).to_owned(),
                text(&row["verdict"]).replace('_', " "),
                text(&row["attendee"]).to_owned(),
                text(&row["name"]).to_owned(),
                text(&row["event_title"]).to_owned(),
                text(&row["to"]).replace('_', " "),
                std::iter::once(why)
                    .chain(candidates)
                    .filter(|words| !words.is_empty())
                    .collect::<Vec<_>>()
                    .join("; "),
            ]
        }),
    )];
    for file in preview["unreadable"].as_array().into_iter().flatten() {
        lines.push(format!(
            "Not read: {} ({})",
            text(&file["name"]),
            text(&file["why"]["code"]).replace('_', " ")
        ));
    }
    lines.join("\n")
}
