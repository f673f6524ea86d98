//! Lists of people in on the command line.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use serde_json::{Value, json};

use crate::desk::{Desk, Failure};
use crate::people::person_id;
use crate::people_import_words as words;
use crate::sheet_reading::{Reading, Stands};
use crate::show;

const IMPORTING: &str = "\
What a column holds is guessed from its heading and remembered; --map says otherwise ('Surname=family', 'Fax=-').
Fields: full_name, family, given, chinese, preferred, honorific, nature, post, organisation, market, sectors, schemes,
passports, university_region, languages, email, telephone, tags, notes, source, retain_until, …
A row that may be somebody who is stored already, or who stands in another row, is asked about: --as ROW=new,
ROW=skip, ROW=same for the first one it is like, or ROW=ID for who it is; --undecided new|skip|same decides the rest. Until all is said nothing is imported and the status is 1.
A cell that cannot be right is refused with its row; --fix ROW:COLUMN=TEXT mends it (columns from 1).

Exit status:
  0  done; with --dry-run: it could be done
  1  refused: not such a file, too large, or something is left open
  2  the command line is not right
  3  done, but rows were refused; they are listed

Examples:
  outreach -w 2027.outreach people import chamber.csv --dry-run
  outreach -w 2027.outreach people import guests.xlsx --as 12=skip --as 14=0197c1 --fix 9:4=ann@example.org
  outreach -w 2027.outreach people import phone.vcf --undecided skip --retain-until 2028-12-31";

/// Rows that are asked for at once; a route gives no more.
const WINDOW: u32 = 500;

/// A list, and what it leaves open.
#[derive(Args, Debug)]
#[command(after_help = IMPORTING)]
pub(crate) struct ImportPeople {
    /// The file
    file: PathBuf,
    /// Only say what would happen
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    reading: Reading,
    /// The country of telephone numbers without one: HK, MY, …
    #[arg(long)]
    country: Option<String>,
    /// What becomes of a row: new, skip, same, or the id of who it is
    #[arg(long = "as", value_name = "ROW=ACT")]
    decide: Vec<String>,
    /// What becomes of rows that may be somebody known: new, skip or same
    #[arg(long, value_name = "ACT")]
    undecided: Option<String>,
    /// Another text for a cell
    #[arg(long, value_name = "ROW:COLUMN=TEXT")]
    fix: Vec<String>,
    /// The collection notice they were given, by its whole id
    #[arg(long, value_name = "ID")]
    notice: Option<String>,
    /// A tag for everybody in it
    #[arg(long)]
    tag: Vec<String>,
    /// After this day nothing of them is held any more
    #[arg(long, value_name = "DAY")]
    retain_until: Option<chrono::NaiveDate>,
    /// Where the list comes from; its name if not said
    #[arg(long)]
    source: Option<String>,
}

pub(crate) fn import(desk: &Desk, wish: &ImportPeople) -> Result<ExitCode, Failure> {
    desk.choose(&wish.file);
    let chosen = desk.ask("people.import_choose", &json!({}))?;
    let mut request = json!({
        "file": chosen["file"],
        "language": desk.language,
        "country": wish.country,
        "decisions": decisions(desk, &wish.decide)?,
        "undecided": wish.undecided,
        "corrections": corrections(&wish.fix)?,
        "notice": wish.notice,
        "tags": wish.tag,
        "retain_until": wish.retain_until,
        "source": wish.source,
        "rows": 1,
    });
    wish.reading
        .ask(desk, "people.import_preview", Stands::Often, &mut request)?;
    let mut preview = desk.ask("people.import_preview", &request)?;
    request["fingerprint"] = preview["fingerprint"].clone();
    let told = told_rows(desk, &mut request, &preview)?;
    let number = |name: &str| preview["counts"][name].as_u64().unwrap_or_default();
    let refused = number("refused") > 0;
    let is_open = number("undecided") > 0 || preview["answered"] == false;
    if wish.dry_run || is_open {
        if desk.json {
            preview["rows"] = Value::from(told);
            show::answer(desk, &preview, Value::to_string)?;
        } else {
            show::answer(desk, &preview, |preview| words::preview(preview, &told))?;
        }
        return Ok(match (is_open, refused) {
            (true, _) => ExitCode::from(1),
            (false, true) => ExitCode::from(3),
            (false, false) => ExitCode::SUCCESS,
        });
    }
    let done = desk.ask("people.import_commit", &request)?;
    show::answer(desk, &done, |done| words::done(done, &preview, &told))?;
    Ok(if refused {
        ExitCode::from(3)
    } else {
        ExitCode::SUCCESS
    })
}

/// The rows of a list that something is to be said of, window by window; with `--json` all rows.
fn told_rows(desk: &Desk, request: &mut Value, preview: &Value) -> Result<Vec<Value>, Failure> {
    let total = preview["counts"]["total"].as_u64().unwrap_or_default();
    let mut told = Vec::new();
    let mut from = 0;
    request["rows"] = Value::from(WINDOW);
    while from < total {
        request["from"] = Value::from(from);
        let mut window = desk.ask("people.import_preview", request)?;
        let Some(found) = window["rows"].as_array_mut().filter(|found| !found.is_empty()) else {
            break;
        };
        from += found.len() as u64;
        told.extend(found.drain(..).filter(|row| desk.json || words::is_told(row)));
    }
    Ok(told)
}

fn decisions(desk: &Desk, said: &[String]) -> Result<Vec<Value>, Failure> {
    said.iter()
        .map(|pair| {
            let parted = pair
                .split_once('=')
                .and_then(|(row, act)| Some((row.parse::<u32>().ok()?, act)));
            let Some((row, act)) = parted else {
                return Err(Failure::Usage(format!(
                    "{pair:?} is not ROW=new, ROW=skip, ROW=same or ROW=ID."
                )));
            };
            Ok(match act {
                "new" | "skip" | "same" => json!({ "row": row, "act": act }),
                who => json!({ "row": row, "act": "same", "person": person_id(desk, who)? }),
            })
        })
        .collect()
}

fn corrections(said: &[String]) -> Result<Vec<Value>, Failure> {
    said.iter()
        .map(|pair| {
            let parted = pair.split_once('=').and_then(|(cell, words)| {
                let (row, column) = cell.split_once(':')?;
                let column = column.parse::<u32>().ok()?.checked_sub(1)?;
                Some((row.parse::<u32>().ok()?, column, words))
            });
            match parted {
                Some((row, column, words)) => Ok(json!({ "row": row, "column": column, "text": words })),
                None => Err(Failure::Usage(format!(
                    "{pair:?} is not ROW:COLUMN=TEXT, columns from 1."
                ))),
            }
        })
        .collect()
}
