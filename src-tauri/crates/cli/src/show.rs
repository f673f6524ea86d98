//! Answers as words: tables, times, refusals. The only place that writes to the terminal.

use std::io::{IsTerminal as _, Write as _};
use std::process::ExitCode;

use outreach_api::ROUTES;
use serde_json::Value;

use crate::desk::{Desk, Failure};
use crate::file::text;
pub(crate) use crate::pages::*;

/// Writes one line. A closed pipe (`| head`) is no failure.
pub(crate) fn line(words: &str) {
    _ = writeln!(std::io::stdout().lock(), "{words}");
}

/// Prints an answer: as it is with `--json`, else in the words that `words` makes of it.
pub(crate) fn answer(
    desk: &Desk,
    answer: &Value,
    words: impl FnOnce(&Value) -> String,
) -> Result<ExitCode, Failure> {
    line(&if desk.json {
        answer.to_string()
    } else {
        words(answer)
    });
    Ok(ExitCode::SUCCESS)
}

/// What a route wrote.
pub(crate) fn written(desk: &Desk, done: &Value) -> Result<ExitCode, Failure> {
    answer(desk, done, |done| {
        let (kind, id) = (text(&done["key"]["kind"]), text(&done["key"]["id"]));
        match done["change"].as_i64() {
            Some(change) => format!("Saved as change {change}: {kind} {id}"),
            None => format!("Nothing differed: {kind} {id}"),
        }
    })
}

/// Writes why nothing was done to the standard error.
pub(crate) fn failure(failure: &Failure) {
    let words = match failure {
        Failure::Refused(refused) => format!("outreach: {} [{}]", refused.detail, refused.code),
        Failure::Usage(words) => format!("outreach: {words}"),
        Failure::Terminal(error) if error.kind() == std::io::ErrorKind::BrokenPipe => return,
        Failure::Terminal(error) => format!("outreach: {error}"),
    };
    _ = writeln!(std::io::stderr().lock(), "{words}");
}

pub(crate) fn routes() -> ExitCode {
    let rows = ROUTES.iter().map(|route| {
        vec![
            route.name.to_owned(),
            route.kind.key().to_owned(),
            route.doc.trim().to_owned(),
        ]
    });
    line(&table(&["route", "kind", "what for"], rows));
    ExitCode::SUCCESS
}

/// Columns as wide as their widest cell. Line ends and escape sequences in cells are taken out: a title must
/// not be able to move the cursor.
pub(crate) fn table(headings: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let rows: Vec<Vec<String>> = rows
        .map(|row| {
            row.iter()
                .map(|cell| cell.replace(|c: char| c.is_control(), " "))
                .collect()
        })
        .collect();
    if rows.is_empty() {
        return "Nothing.".to_owned();
    }
    let width = |column: usize| {
        let cells = rows
            .iter()
            .filter_map(|row| row.get(column))
            .map(|cell| columns(cell));
        cells
            .chain(headings.get(column).map(|heading| columns(heading)))
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<usize> = (0..headings.len()).map(width).collect();
    let line = |cells: &mut dyn Iterator<Item = &str>| {
        let padded = cells
            .zip(&widths)
            .map(|(cell, width)| format!("{cell}{}", " ".repeat(width - columns(cell))));
        padded.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    let mut lines = Vec::with_capacity(rows.len() + 1);
    if std::io::stdout().is_terminal() || cfg!(test) {
        lines.push(line(&mut headings.iter().copied()).to_uppercase());
    }
    lines.extend(rows.iter().map(|row| line(&mut row.iter().map(String::as_str))));
    lines.join("\n")
}

/// Columns a text takes in a terminal: Chinese characters and full-width signs take two.
fn columns(text: &str) -> usize {
    let wide = |c: char| matches!(u32::from(c), 0x1100..=0x115F | 0x2E80..=0xA4CF | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF | 0xFE30..=0xFE6F | 0xFF00..=0xFF60 | 0xFFE0..=0xFFE6 | 0x1F300..=0x1F9FF | 0x2_0000..=0x3_FFFF);
    text.chars().map(|c| if wide(c) { 2 } else { 1 }).sum()
}

/// How many of the last letters of ids tell them all apart, 8 at least. Keys that were made together begin alike.
pub(crate) fn telling<'id>(ids: impl Iterator<Item = &'id Value>) -> usize {
    let ids: Vec<&str> = ids.map(text).collect();
    let longest = ids.iter().map(|id| id.len()).max().unwrap_or(0);
    (8..longest)
        .find(|length| {
            let endings: std::collections::BTreeSet<&str> = ids.iter().map(|id| tail(id, *length)).collect();
            let all: std::collections::BTreeSet<&&str> = ids.iter().collect();
            endings.len() == all.len()
        })
        .unwrap_or(longest)
}

/// The last letters of an id.
pub(crate) fn ending(id: &Value, length: usize) -> String {
    tail(text(id), length).to_owned()
}

fn tail(id: &str, length: usize) -> &str {
    id.get(id.len().saturating_sub(length)..).unwrap_or(id)
}

/// A name in a language, else in the next that has one.
pub(crate) fn wording<'a>(names: &'a Value, language: &str) -> &'a str {
    let order = match language {
        "zh-Hant" => ["zh_hant", "zh_hans", "en"],
        "zh-Hans" => ["zh_hans", "zh_hant", "en"],
        _ => ["en", "zh_hant", "zh_hans"],
    };
    order
        .iter()
        .map(|language| text(&names[*language]))
        .find(|name| !name.is_empty())
        .unwrap_or_default()
}

/// `2027-05-14T15:00:00` as `2027-05-14 15:00`.
pub(crate) fn minute(wall: &Value) -> String {
    let wall = text(wall);
    wall.get(..16).unwrap_or(wall).replacen('T', " ", 1)
}

/// `2027-05-14 15:00 +08`: never a time without its offset.
pub(crate) fn time(shown: &Value) -> String {
    format!("{} {}", minute(&shown["local"]), text(&shown["offset"]))
}

/// `2027-05-14 15:00–17:00 +08 Kuala Lumpur (Hong Kong 15:00–17:00)`.
pub(crate) fn span(shown: &Value) -> String {
    if shown.is_null() {
        return String::new();
    }
    let (start, end) = (&shown["start"], &shown["end"]);
    let until = |start: &Value, end: &Value| {
        let (start, end) = (minute(start), minute(end));
        match (start.get(..10), end.get(..10), end.get(11..)) {
            (Some(first), Some(last), Some(clock)) if first == last => format!("{start}–{clock}"),
            _ => format!("{start} – {end}"),
        }
    };
    format!(
        "{} {} {} (Hong Kong {})",
        until(&start["local"], &end["local"]),
        text(&start["offset"]),
        text(&start["zone_city"]),
        until(&start["hong_kong"], &end["hong_kong"]),
    )
}

/// Each finding as a line.
pub(crate) fn sentences(findings: &Value) -> Vec<String> {
    let findings = findings.as_array().into_iter().flatten();
    findings
        .map(|finding| {
            let mark = match finding["severity"].as_u64() {
                Some(3) => "PROBLEM",
                Some(2) => "warning",
                _ => "note   ",
            };
            format!("{mark}  {}", text(&finding["sentence"]))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn chinese_names_keep_the_columns_straight() {
        let rows = [
            vec!["香港".to_owned(), "a".to_owned()],
            vec!["Oslo".to_owned(), "b".to_owned()],
        ];
        assert_eq!(
            table(&["city", "x"], rows.into_iter()),
            "CITY  X\n香港  a\nOslo  b"
        );
    }

    #[test]
    fn ids_are_shown_by_as_much_of_their_end_as_tells_them_apart() {
        let ids = [
            json!("0197-aaaa1111bbbb"),
            json!("0197-cccc2222bbbb"),
            json!("0197-dddd2222bbbb"),
        ];
        let length = telling(ids.iter());
        assert_eq!((length, ending(&ids[1], length)), (9, "c2222bbbb".to_owned()));
        assert_eq!(telling(ids[..1].iter()), 8);
        assert_eq!(ending(&json!(null), 8), "");
    }

    #[test]
    fn a_title_cannot_move_the_cursor() {
        let rows = [vec!["a\u{1b}[2Jb\nc".to_owned()]];
        assert_eq!(table(&["title"], rows.into_iter()), "TITLE\na [2Jb c");
    }

    #[test]
    fn a_span_never_stands_without_its_offset() {
        let at = |local: &str, hong_kong: &str| json!({ "local": local, "hong_kong": hong_kong, "offset": "+01", "zone_city": "London" });
        let shown = json!({ "start": at("2027-05-14T15:00:00", "2027-05-14T22:00:00"), "end": at("2027-05-14T17:30:00", "2027-05-15T00:30:00") });
        assert_eq!(
            span(&shown),
            "2027-05-14 15:00–17:30 +01 London (Hong Kong 2027-05-14 22:00 – 2027-05-15 00:30)"
        );
    }
}
