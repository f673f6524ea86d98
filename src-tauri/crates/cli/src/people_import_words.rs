//! What an import of people would do or did, in words.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::file::text;
use crate::import_words::{losses, notes, rows};
use crate::show;

/// Records that a row is like are told up to so many.
const ALIKE_AT_MOST: usize = 3;
/// Rows that have the same warning are named up to so many.
const NAMED_AT_MOST: usize = 12;

/// Whether something is to be said of a row.
pub(crate) fn is_told(row: &Value) -> bool {
    is_asked(row) || rows(&row["warnings"]).next().is_some()
}

/// Whether it is refused or may be somebody who is known.
fn is_asked(row: &Value) -> bool {
    matches!(text(&row["verdict"]), "refused" | "alike")
}

/// What would happen, and what is left open.
pub(crate) fn preview(preview: &Value, told: &[Value]) -> String {
    let counts = &preview["counts"];
    let mut lines = vec![format!(
        "{}: {} rows: {} new, {} changed, {} as they are, {} alike, {} refused, {} left out",
        text(&preview["name"]),
        counts["total"],
        counts["new"],
        counts["changed"],
        counts["same"],
        counts["alike"],
        counts["refused"],
        counts["skipped"]
    )];
    lines.extend(file(preview));
    lines.push(table(preview, told, is_asked));
    lines.extend(warnings(preview, told));
    for asked in rows(&preview["date_asks"]).filter(|asked| asked["answered"].is_null()) {
        let heading = text(&asked["heading"]);
        let answer = format!("{heading}=day-first");
        lines.push(format!(
            "How are the dates of {heading:?} written? --dates {answer:?}"
        ));
    }
    if counts["undecided"].as_u64().unwrap_or_default() > 0 {
        lines.push(format!(
            "{} rows may be somebody who is known already: --as ROW=new, ROW=skip, ROW=same or ROW=ID, or --undecided. \
             Nothing was imported.",
            counts["undecided"]
        ));
    }
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

/// What was done, and what was not.
pub(crate) fn done(done: &Value, preview: &Value, told: &[Value]) -> String {
    let change = done["change"].as_i64();
    let mut lines = vec![format!(
        "Imported: {} new, {} changed, {} as they were{}",
        done["counts"]["adds"],
        done["counts"]["changes"],
        done["counts"]["same"],
        change
            .map(|change| format!(" (change {change})"))
            .unwrap_or_default()
    )];
    lines.extend(file(preview));
    if preview["counts"]["refused"].as_u64().unwrap_or_default() > 0 {
        lines.push(format!("{} rows were refused:", preview["counts"]["refused"]));
        lines.push(table(preview, told, |row| row["verdict"] == "refused"));
    }
    lines.extend(warnings(preview, told));
    lines.join("\n")
}

/// For what the file was taken: its encoding, its columns, and what is not kept of it.
fn file(preview: &Value) -> Vec<String> {
    let sheet = &preview["sheet"];
    let mut lines = Vec::new();
    let encoding = Some(&preview["encoding"]).filter(|encoding| !encoding.is_null());
    let encoding = encoding.unwrap_or(&sheet["encoding"]);
    let label = text(&encoding["label"]);
    if encoding["sure"] == false {
        let others: Vec<&str> = rows(&encoding["others"]).map(text).collect();
        lines.push(format!(
            "Read as {label}, which is a guess; --encoding LABEL reads it otherwise: {}",
            others.join(", ")
        ));
    } else if !label.is_empty() {
        lines.push(format!("Read as {label}."));
    }
    if sheet.is_object() {
        let columns = || rows(&sheet["mapping"]).enumerate();
        let held: Vec<String> = columns()
            .filter(|(_, field)| !field.is_null())
            .map(|(at, field)| format!("{}={}", heading(preview, at), text(field)))
            .collect();
        let remembered = if sheet["mapping_remembered"] == true {
            " (as they were taken before)"
        } else {
            ""
        };
        lines.push(format!("Columns{remembered}: {}", held.join(", ")));
        let left_out: Vec<String> = columns()
            .filter(|(_, field)| field.is_null())
            .map(|(at, _)| heading(preview, at))
            .collect();
        if !left_out.is_empty() {
            lines.push(format!("Columns left out: {}", left_out.join(", ")));
        }
    }
    lines.extend(notes(preview));
    lines.extend(losses(preview));
    lines
}

fn heading(preview: &Value, column: usize) -> String {
    match text(&preview["sheet"]["headings"][column]) {
        "" => format!("column {}", column + 1),
        heading => heading.to_owned(),
    }
}

/// Rows with why they are not simply taken.
fn table(preview: &Value, told: &[Value], wanted: fn(&Value) -> bool) -> String {
    let told: Vec<Vec<String>> = told
        .iter()
        .filter(|row| wanted(row))
        .map(|row| {
            let problems = rows(&row["problems"]).map(|problem| {
                let place = place(preview, problem)
                    .map(|place| format!("{place}: "))
                    .unwrap_or_default();
                format!("{place}{}", what(problem))
            });
            let mut why: Vec<String> = problems.collect();
            why.extend(rows(&row["alike"]).take(ALIKE_AT_MOST).map(like));
            let more = rows(&row["alike"]).count().saturating_sub(ALIKE_AT_MOST);
            if more > 0 {
                why.push(format!("like {more} more"));
            }
            vec![
                row["row"].to_string(),
                text(&row["verdict"]).to_owned(),
                text(&row["name"]).to_owned(),
                why.join("; "),
            ]
        })
        .collect();
    if told.is_empty() {
        return String::new();
    }
    show::table(&["row", "verdict", "name", "why"], told.into_iter())
}

/// Whom a row is like: a row of the same file by its number, somebody stored by the id.
fn like(alike: &Value) -> String {
    let name = text(&alike["other"]["name"]);
    match alike["row"].as_u64() {
        Some(row) => format!("like row {row} ({name})"),
        None => format!("like {name} ({})", text(&alike["other"]["person"]["id"])),
    }
}

/// `column 4 (E-mail)`; columns count from 1, as in `--fix`.
fn place(preview: &Value, problem: &Value) -> Option<String> {
    let column = usize::try_from(problem["column"].as_u64()?).ok()?;
    Some(match text(&preview["sheet"]["headings"][column]) {
        "" => format!("column {}", column + 1),
        heading => format!("column {} ({heading})", column + 1),
    })
}

/// `not an email "taiman example.org"`
fn what(problem: &Value) -> String {
    let mut words = match text(&problem["code"]) {
        "unclosed_quote" => {
            "a quotation mark is never closed; the rest of the file stands in this cell".to_owned()
        }
        "line_break" => "a name on several lines; it may be several people's".to_owned(),
        "nobody" => "nobody is named".to_owned(),
        "card_without_name" => "no name, only".to_owned(),
        code => code.replace('_', " "),
    };
    for (name, value) in problem["params"].as_object().into_iter().flatten() {
        words.push_str(&match (name.as_str(), text(value)) {
            ("text", said) => format!(" {said:?}"),
            (name, said) => format!(" ({name} {said})"),
        });
    }
    words
}

/// What was read in a way worth knowing: a line for each sort and column, with the rows.
fn warnings(preview: &Value, told: &[Value]) -> Vec<String> {
    let mut found: BTreeMap<(Option<String>, &str), Vec<String>> = BTreeMap::new();
    for row in told {
        for warning in rows(&row["warnings"]) {
            let sort = (place(preview, warning), text(&warning["code"]));
            let known = found.entry(sort).or_default();
            known.push(match warning["params"]["text"].as_str() {
                Some(said) => format!("{} {said:?}", row["row"]),
                None => row["row"].to_string(),
            });
        }
    }
    let line = |((place, code), of): ((Option<String>, &str), Vec<String>)| {
        let place = place.map(|place| format!("{place}: ")).unwrap_or_default();
        let named = of[..of.len().min(NAMED_AT_MOST)].join(", ");
        let more = match of.len().saturating_sub(NAMED_AT_MOST) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let rows = if of.len() == 1 { "row" } else { "rows" };
        format!("Note: {place}{} in {rows} {named}{more}", code.replace('_', " "))
    };
    found.into_iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn seen() -> Value {
        json!({
            "name": "guests",
            "sheet": {
                "encoding": { "label": "windows-1252", "sure": false, "others": ["UTF-8", "Big5"] },
                "headings": ["Name", "", "Fax"], "mapping": ["full_name", "email", null], "mapping_remembered": false,
            },
            "notes": [{ "code": "cut_off", "params": {} }, { "code": "merged_cells", "params": { "count": "2" } }],
            "losses": [],
            "counts": { "total": 4, "new": 1, "changed": 0, "same": 0, "alike": 1, "refused": 1, "skipped": 0,
                        "undecided": 1 },
        })
    }

    #[test]
    fn the_mapping_the_encoding_and_the_notes_of_a_file_are_told() {
        let words = preview(&seen(), &[]);
        for said in [
            "Read as windows-1252, which is a guess; --encoding LABEL reads it otherwise: UTF-8, Big5",
            "Columns: Name=full_name, column 2=email\nColumns left out: Fax",
            "a quotation mark in it is never closed",
            "2 merged cells are read once",
        ] {
            assert!(words.contains(said), "{said:?} is not in {words}");
        }
    }

    #[test]
    fn a_row_like_another_of_the_file_is_told_by_that_row_and_a_bad_cell_by_its_column() {
        let told = [
            json!({ "row": 3, "verdict": "alike", "name": "Ann Chan", "problems": [], "warnings": [],
                    "alike": [{ "row": 2, "other": { "name": "Anne Chan", "person": { "id": "0000" } } },
                              { "row": null, "other": { "name": "A. Chan", "person": { "id": "0197c1" } } }] }),
            json!({ "row": 4, "verdict": "refused", "name": "", "alike": [], "warnings": [],
                    "problems": [{ "column": 1, "code": "not_an_email", "params": { "text": "at home" } }] }),
        ];
        let words = preview(&seen(), &told);
        assert!(
            words.contains("like row 2 (Anne Chan); like A. Chan (0197c1)"),
            "{words}"
        );
        assert!(!words.contains("0000"), "{words}");
        assert!(words.contains("column 2: not an email \"at home\""), "{words}");
    }

    #[test]
    fn a_warning_is_told_once_with_its_rows() {
        let told: Vec<Value> = (1..=14)
            .map(|row| json!({ "row": row, "verdict": "new", "warnings": [{ "column": 0, "code": "name_order_guessed" }] }))
            .collect();
        assert_eq!(
            warnings(&seen(), &told),
            [
                "Note: column 1 (Name): name order guessed in rows 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 2 more"
            ]
        );
    }
}
