//! Whole answers as words: lists of events and missions, their pages, the history.

use serde_json::Value;

use crate::file::text;
use crate::show::{minute, sentences, span, table, time, wording};

fn rows(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

pub(crate) fn events(list: &Value) -> String {
    table(
        &["id", "when", "event", "status", "city", "mission", "!"],
        rows(list).map(|row| {
            vec![
                text(&row["id"]).to_owned(),
                span(&row["span"]),
                text(&row["title"]).to_owned(),
                text(&row["status"]).to_owned(),
                text(&row["place"]).to_owned(),
                text(&row["mission_title"]).to_owned(),
                marks(row),
            ]
        }),
    )
}

fn marks(row: &Value) -> String {
    match (row["problems"].as_u64(), row["warnings"].as_u64()) {
        (Some(problems), _) if problems > 0 => "!".repeat(problems.min(3) as usize),
        (_, Some(warnings)) if warnings > 0 => "?".to_owned(),
        _ => String::new(),
    }
}

pub(crate) fn event_page(page: &Value, language: &str) -> String {
    let event = &page["event"];
    let mut lines = vec![
        wording(&event["title"], language).to_owned(),
        span(&page["span"]),
        format!("{}, {}", text(&event["kind"]), text(&event["status"])),
    ];
    let mission = wording(&page["mission_title"], language);
    if !mission.is_empty() {
        lines.push(format!("mission: {mission}"));
    }
    for (name, value) in [
        ("place", wording(&event["place"], language)),
        ("url", text(&event["url"])),
    ] {
        if !value.is_empty() {
            lines.push(format!("{name}: {value}"));
        }
    }
    for note in rows(&page["day_notes"]) {
        let kind = text(&note["kind"]);
        lines.push(
            format!(
                "{kind}: {} {}",
                text(&note["from"]),
                wording(&note["name"], language)
            )
            .trim_end()
            .to_owned(),
        );
    }
    lines.extend(sentences(&page["findings"]));
    lines.push(format!(
        "id {}  uid {}  sequence {}",
        text(&event["id"]),
        text(&event["uid"]),
        event["sequence"]
    ));
    lines.join("\n")
}

pub(crate) fn missions(list: &Value) -> String {
    table(
        &[
            "id", "from", "until", "mission", "status", "region", "cities", "events", "!",
        ],
        rows(list).map(|row| {
            vec![
                text(&row["id"]).to_owned(),
                text(&row["from"]).to_owned(),
                text(&row["until"]).to_owned(),
                text(&row["title"]).to_owned(),
                text(&row["status"]).to_owned(),
                text(&row["region"]).to_owned(),
                rows(&row["places"]).map(text).collect::<Vec<_>>().join(", "),
                row["events"].to_string(),
                marks(row),
            ]
        }),
    )
}

pub(crate) fn mission_page(page: &Value, language: &str) -> String {
    let mission = &page["mission"];
    let mut lines = vec![
        wording(&mission["title"], language).to_owned(),
        format!(
            "{} to {}, {}",
            text(&mission["from"]),
            text(&mission["until"]),
            text(&mission["status"])
        ),
    ];
    for (number, leg) in (1..).zip(rows(&page["legs"])) {
        lines.push(format!(
            "leg {number}: {} {}",
            wording(&leg["leg"]["place"], language),
            span(&leg["span"])
        ));
    }
    for day in rows(&page["days"]) {
        lines.push(format!("\n{}", text(&day["date"])));
        lines.extend(rows(&day["notes"]).map(|note| {
            format!("  ({} {})", text(&note["kind"]), wording(&note["name"], language)).replace(" )", ")")
        }));
        lines.extend(rows(&day["items"]).map(|item| format!("  {}", day_item(item))));
    }
    lines.push(String::new());
    lines.extend(sentences(&page["findings"]));
    lines.join("\n")
}

fn day_item(item: &Value) -> String {
    match text(&item["kind"]) {
        "event" => {
            let row = &item["row"];
            format!(
                "{}  {}  {}",
                span(&row["span"]),
                text(&row["title"]),
                text(&row["venue"])
            )
            .trim_end()
            .to_owned()
        }
        "travel" => {
            let travel = &item["travel"];
            let (from, to) = (&travel["span"]["start"], &travel["span"]["end"]);
            let record = &travel["travel"];
            format!(
                "{} {} {} → {} {}",
                text(&record["number"]),
                text(&record["from"]),
                time(from),
                text(&record["to"]),
                time(to)
            )
        }
        kind => format!(
            "{kind} {}",
            time(&item["span"][if kind == "depart" { "end" } else { "start" }])
        ),
    }
}

pub(crate) fn lists(lists: &Value) -> String {
    let kinds = [
        "programmes",
        "markets",
        "offices",
        "venues",
        "partners",
        "delegates",
        "day_overrides",
    ];
    let records = kinds
        .into_iter()
        .flat_map(|kind| rows(&lists[kind]).map(move |record| (kind, record)));
    table(
        &["kind", "name", "id"],
        records.map(|(kind, record)| {
            let name = [&record["title"], &record["name"]]
                .into_iter()
                .find(|name| name.is_object());
            let name = match name {
                Some(name) => wording(name, "en").to_owned(),
                None => format!(
                    "{} {}",
                    text(&record["family"]).to_uppercase(),
                    text(&record["given"])
                ),
            };
            vec![
                kind.trim_end_matches('s').to_owned(),
                name,
                text(&record["id"]).to_owned(),
            ]
        }),
    )
}

pub(crate) fn history(entries: &Value) -> String {
    let mut lines = Vec::new();
    for entry in rows(entries) {
        let actor = text(&entry["actor"]);
        let undone = if entry["undone"] == true {
            " (taken back)"
        } else {
            ""
        };
        lines.push(format!(
            "{}  {} HKT  {}  {}{undone}",
            entry["label"]["change"],
            minute(&entry["at"]),
            if actor.is_empty() { "-" } else { actor },
            label(&entry["label"]),
        ));
        for record in rows(&entry["records"]).take(20) {
            let key = text(&record["key"]["kind"]);
            lines.push(format!(
                "    {} {key} {}",
                text(&record["action"]),
                text(&record["title"])
            ));
            if record["action"] == "update" {
                lines.extend(rows(&record["fields"]).map(|field| {
                    format!(
                        "        {}: {} → {}",
                        text(&field["field"]),
                        field["from"],
                        field["to"]
                    )
                }));
            }
        }
    }
    if lines.is_empty() {
        "Nothing was changed yet.".to_owned()
    } else {
        lines.join("\n")
    }
}

/// A change's label in words: `event edited: KL seminar`. Names in other languages are left to the window.
pub(crate) fn label(label: &Value) -> String {
    let params = label["params"].as_object().into_iter().flatten();
    let params: Vec<(&str, &str)> = params
        .filter(|(name, _)| !name.contains("_zh_"))
        .map(|(name, value)| (name.as_str(), text(value)))
        .collect();
    let words = text(&label["label"]).replace('_', " ");
    match params.as_slice() {
        [] => words,
        [(_, only)] => format!("{words}: {only}"),
        // Which is which has to be said: `people imported: changed 0, new 12`.
        all => {
            let all: Vec<String> = all
                .iter()
                .map(|(name, value)| format!("{} {value}", name.replace('_', " ")))
                .collect();
            format!("{words}: {}", all.join(", "))
        }
    }
}
