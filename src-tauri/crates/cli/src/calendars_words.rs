//! Calendars that are given out, in words: who holds what, what changed, what an issue holds.

use serde_json::Value;

use crate::file::text;
use crate::show;

/// What changed, a line each.
pub(crate) fn sentences(changes: &Value) -> Vec<String> {
    let changes = changes.as_array().into_iter().flatten();
    changes
        .map(|change| {
            let holders = change["recipients"].as_array().map_or(0, Vec::len);
            let to = match holders {
                0 => String::new(),
                1 => " [1 recipient]".to_owned(),
                more => format!(" [{more} recipients]"),
            };
            format!("{:<9}  {}{to}", text(&change["change"]), text(&change["words"]))
        })
        .collect()
}

/// What is written for whom.
pub(crate) fn packs(packs: &Value) -> Vec<String> {
    let packs = packs.as_array().into_iter().flatten();
    packs
        .map(|pack| {
            let files = pack["files"].as_array().into_iter().flatten();
            let files: Vec<String> = files
                .map(|file| format!("  {} ({} bytes)", text(&file["name"]), file["size"]))
                .collect();
            let recipients = match pack["recipients"].as_array().map_or(0, Vec::len) {
                1 => "1 recipient".to_owned(),
                more => format!("{more} recipients"),
            };
            format!(
                "Issue {}: {} events, {} cancelled, for {recipients}\n{}",
                pack["number"],
                pack["events"],
                pack["cancelled"],
                files.join("\n")
            )
        })
        .collect()
}

/// The calendars there are.
pub(crate) fn list(rows: &Value, language: &str) -> String {
    let rows = rows.as_array().into_iter().flatten();
    show::table(
        &[
            "name",
            "audience",
            "events",
            "recipients",
            "behind",
            "changes",
            "issue",
            "id",
        ],
        rows.map(|row| {
            vec![
                show::wording(&row["name"], language).to_owned(),
                text(&row["audience"]).to_owned(),
                row["events"].to_string(),
                row["recipients"].to_string(),
                row["behind"].to_string(),
                row["waiting"].to_string(),
                row["last_issue"]["number"]
                    .as_u64()
                    .map(|number| number.to_string())
                    .unwrap_or_default(),
                text(&row["id"]).to_owned(),
            ]
        }),
    )
}

/// Who holds a calendar.
pub(crate) fn holders(recipients: &Value) -> String {
    let recipients = recipients.as_array().into_iter().flatten();
    show::table(
        &["name", "organisation", "issue", "holds", "changes", "id"],
        recipients.map(|view| {
            vec![
                text(&view["recipient"]["name"]).to_owned(),
                text(&view["recipient"]["organisation"]).to_owned(),
                view["last_issue"]
                    .as_u64()
                    .map(|number| number.to_string())
                    .unwrap_or_default(),
                view["holds"].to_string(),
                view["waiting"].to_string(),
                text(&view["recipient"]["id"]).to_owned(),
            ]
        }),
    )
}

/// One calendar whole.
pub(crate) fn shown(page: &Value, language: &str) -> String {
    let calendar = &page["calendar"];
    let mut lines = vec![
        format!(
            "{} ({}, {}): {} events",
            show::wording(&calendar["name"], language),
            text(&calendar["audience"]),
            text(&calendar["language"]),
            page["events"]
        ),
        String::new(),
        holders(&page["recipients"]),
        String::new(),
    ];
    let issues = page["issues"].as_array().into_iter().flatten();
    lines.push(show::table(
        &[
            "issue",
            "made",
            "kind",
            "events",
            "cancelled",
            "recipients",
            "rules",
        ],
        issues.map(|issue| {
            vec![
                issue["number"].to_string(),
                show::time(&issue["made"]),
                text(&issue["kind"]).to_owned(),
                issue["events"].to_string(),
                issue["cancelled"].to_string(),
                issue["recipients"].as_array().map_or(0, Vec::len).to_string(),
                text(&issue["rules"]).to_owned(),
            ]
        }),
    ));
    lines.join("\n")
}

/// Who got no invitation, and why.
pub(crate) fn unsent(page: &Value, issued: &Value) -> Option<String> {
    let unsent = issued["without_address"]
        .as_array()
        .filter(|unsent| !unsent.is_empty())?;
    let recipients = page["recipients"].as_array().into_iter().flatten();
    let names: Vec<&str> = recipients
        .map(|view| &view["recipient"])
        .filter(|recipient| unsent.contains(&recipient["id"]))
        .map(|recipient| text(&recipient["name"]))
        .collect();
    Some(format!(
        "No e-mail address, so no invitation: {}",
        names.join(", ")
    ))
}
