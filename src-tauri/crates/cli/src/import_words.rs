//! What an import would do or did, in words.

use serde_json::Value;

use crate::file::text;
use crate::show;

/// So many rows are listed; `--json` has all.
const ROWS_AT_MOST: usize = 40;

pub(crate) fn rows(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

/// What would happen or happened, the rows that are not as they were, and what is left open.
pub(crate) fn words(preview: &Value, would: bool) -> String {
    let counts = &preview["counts"];
    let mut told: Vec<String> = [
        "new",
        "changed",
        "cancelled",
        "same",
        "older",
        "reused",
        "refused",
        "skipped",
        "replies",
    ]
    .iter()
    .filter(|name| counts[**name].as_u64().unwrap_or_default() > 0)
    .map(|name| format!("{} {name}", counts[*name]))
    .collect();
    if told.is_empty() {
        told.push("nothing in it".to_owned());
    }
    let mut lines = vec![format!("{}: {}", text(&preview["name"]), told.join(", "))];
    let sheet = &preview["sheet"];
    if sheet.is_object() {
        let columns = rows(&sheet["headings"]).zip(rows(&sheet["mapping"]));
        let columns = columns.map(|(heading, field)| {
            format!(
                "{}={}",
                text(heading),
                if field.is_null() { "-" } else { text(field) }
            )
        });
        let encoding = text(&sheet["encoding"]["label"]);
        let encoding = if encoding.is_empty() {
            String::new()
        } else {
            format!(", {encoding}")
        };
        lines.push(format!(
            "sheet {:?}{encoding}: {}",
            text(&sheet["sheet"]),
            columns.collect::<Vec<_>>().join(", ")
        ));
    }
    let told = rows(&preview["rows"])
        .filter(|row| row["verdict"] != "same" || !rows(&row["problems"]).all(Value::is_null));
    let all: Vec<&Value> = told.collect();
    if !all.is_empty() {
        lines.push(show::table(
            &["row", "verdict", "when", "event", "why"],
            all.iter().take(ROWS_AT_MOST).map(|row| {
                vec![
                    row["row"].to_string(),
                    text(&row["verdict"]).to_owned(),
                    show::span(&row["span"]),
                    text(&row["title"]).to_owned(),
                    why(row),
                ]
            }),
        ));
    }
    if all.len() > ROWS_AT_MOST {
        lines.push(format!(
            "… and {} more; --json has them all.",
            all.len() - ROWS_AT_MOST
        ));
    }
    lines.extend(losses(preview));
    lines.extend(notes(preview));
    if would {
        lines.extend(asks(preview));
    }
    lines.join("\n")
}

/// What a file holds and the planner does not keep.
pub(crate) fn losses(preview: &Value) -> Option<String> {
    let losses: Vec<String> = rows(&preview["losses"])
        .map(|loss| format!("{} × {}", loss["count"], text(&loss["property"])))
        .collect();
    (!losses.is_empty()).then(|| format!("Not kept: {}", losses.join(", ")))
}

/// What is to be known of the whole file.
pub(crate) fn notes(preview: &Value) -> impl Iterator<Item = String> {
    rows(&preview["notes"]).map(|note| {
        let count = text(&note["params"]["count"]);
        match text(&note["code"]) {
            "cut_off" => {
                "Note: the file breaks off in the middle, or a quotation mark in it is never closed."
                    .to_owned()
            }
            "formulas_without_value" => format!(
                "Note: {count} formulas have no value yet; open the file in its program and save it again."
            ),
            "merged_cells" => format!("Note: {count} merged cells are read once, where they begin."),
            "duplicate_columns" => format!("Note: {count} columns have the heading of another."),
            "unreadable_characters" => {
                format!("Note: {count} characters cannot be read; --encoding LABEL reads them otherwise.")
            }
            _ => format!("Note: {}", told_code(note)),
        }
    })
}

fn why(row: &Value) -> String {
    let codes = rows(&row["problems"])
        .chain(rows(&row["warnings"]))
        .map(told_code);
    let changes = rows(&row["changes"]).map(|change| text(&change["field"]).to_owned());
    codes.chain(changes).collect::<Vec<_>>().join("; ")
}

/// `date_impossible (text 2027-02-30)`
fn told_code(problem: &Value) -> String {
    let params: Vec<String> = problem["params"]
        .as_object()
        .into_iter()
        .flatten()
        .map(|(name, value)| format!("{name} {}", text(value)))
        .collect();
    let field = text(&problem["field"]);
    let field = if field.is_empty() {
        String::new()
    } else {
        format!("{field}: ")
    };
    if params.is_empty() {
        format!("{field}{}", text(&problem["code"]))
    } else {
        format!("{field}{} ({})", text(&problem["code"]), params.join(", "))
    }
}

/// What has to be said first, with how to say it.
fn asks(preview: &Value) -> Vec<String> {
    let zones = rows(&preview["zone_asks"])
        .filter(|ask| ask["answered"].is_null())
        .map(|ask| {
            let suggestions: Vec<&str> = rows(&ask["suggestions"]).map(text).collect();
            let meant = suggestions.first().copied().unwrap_or("Europe/London");
            match ask["tzid"].as_str() {
                Some(name) => format!(
                    "{} times stand in {name:?}. Say which zone that is: --zone '{name}={meant}'",
                    ask["uses"]
                ),
                None => format!(
                    "{} times name no zone. Say which it is: --zone {meant}",
                    ask["uses"]
                ),
            }
        });
    let dates = rows(&preview["date_asks"])
        .filter(|ask| ask["answered"].is_null())
        .map(|ask| {
            let sample = &ask["samples"][0];
            format!(
                "{:?} in column {:?} is {} or {}. Say which: --dates '{}=day-first' or month-first",
                text(&sample["text"]),
                text(&ask["heading"]),
                text(&sample["day_first"]),
                text(&sample["month_first"]),
                text(&ask["heading"]),
            )
        });
    zones.chain(dates).collect()
}
