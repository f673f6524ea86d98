//! Calendars and spreadsheets of others on the command line.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Subcommand};
use serde_json::{Map, Value, json};

use crate::desk::{Desk, Failure};
use crate::file::text;
use crate::import_words::words;
use crate::sheet_reading::{Reading, Stands};
use crate::{fields, show};

const AFTER: &str = "\
What comes in is known again by its UID (calendars), its identifier, or title, start and place (sheets): the same
file twice adds nothing, and an older version never overwrites. The import is one change; `outreach undo` takes it
back. --dry-run says what would happen and stores nothing.

What a file leaves open is asked: times without a zone (--zone Europe/London), zones nobody knows
(--zone 'Our office=Asia/Dubai'), dates such as 03/04/2027 (--dates day-first, or --dates Date=day-first for one
column). Until that is said, nothing is imported and the status is 1.
What a column of a sheet holds is guessed from its heading; --map says otherwise. Fields: title_en, start, start_date,
city, …

Exit status:
  0  done; with --dry-run: it could be done
  1  refused: not such a file, too large, or something is left open
  2  the command line is not right
  3  done, but rows were refused; they are listed

Examples:
  outreach -w 2027.outreach import ics chamber.ics --dry-run
  outreach -w 2027.outreach import ics chamber.ics --zone Asia/Kuala_Lumpur --mission 0197c1
  outreach -w 2027.outreach import csv partners.csv --encoding Big5-HKSCS --map 'Datum=start_date' --dates day-first
  outreach -w 2027.outreach import xlsx programme.xlsx --sheet Europe --skip 12 --skip 13
  outreach -w 2027.outreach import template --out template.xlsx";

/// What is imported.
#[derive(Args, Debug)]
#[command(after_help = AFTER)]
pub(crate) struct Import {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// A calendar (iCalendar)
    #[command(after_help = AFTER)]
    Ics(Incoming),
    /// A workbook of Excel
    #[command(after_help = AFTER)]
    Xlsx(Incoming),
    /// A workbook of LibreOffice
    #[command(after_help = AFTER)]
    Ods(Incoming),
    /// Comma-, semicolon- or tab-separated values
    #[command(after_help = AFTER)]
    Csv(Incoming),
    /// Write an empty programme sheet to be filled in
    Template {
        /// Where to
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
}

/// A file, and what it leaves open.
#[derive(Args, Debug)]
struct Incoming {
    /// The file; 64 MB at most
    file: PathBuf,
    /// Only say what would happen
    #[arg(long)]
    dry_run: bool,
    /// New events go into this mission, by id
    #[arg(long, value_name = "ID")]
    mission: Option<String>,
    /// New events go into this programme, by its whole id
    #[arg(long, value_name = "ID", conflicts_with = "mission")]
    programme: Option<String>,
    /// The zone of times without one, or NAME=ZONE for a name that nobody knows
    #[arg(long, value_name = "[NAME=]ZONE")]
    zone: Vec<String>,
    #[command(flatten)]
    reading: Reading,
    /// Leave this row out
    #[arg(long, value_name = "ROW")]
    skip: Vec<u32>,
    /// Take this row although its UID belongs to another event
    #[arg(long, value_name = "ROW")]
    take: Vec<u32>,
}

pub(crate) fn run(desk: &Desk, wish: &Import) -> Result<ExitCode, Failure> {
    match &wish.what {
        What::Ics(incoming) => import(desk, "ics", incoming),
        What::Xlsx(incoming) | What::Ods(incoming) | What::Csv(incoming) => import(desk, "sheet", incoming),
        What::Template { out } => template(desk, out),
    }
}

fn template(desk: &Desk, out: &Path) -> Result<ExitCode, Failure> {
    desk.open()?;
    desk.choose(out);
    let written = desk.ask("imports.template", &json!({ "language": desk.language }))?;
    show::answer(desk, &written, |written| {
        format!("Wrote {}", text(&written["name"]))
    })
}

fn import(desk: &Desk, kind: &str, wish: &Incoming) -> Result<ExitCode, Failure> {
    desk.open()?;
    desk.choose(&wish.file);
    let file = desk.ask("imports.choose", &json!({ "kind": kind }))?["file"].clone();
    let mut request = json!({
        "file": file,
        "kind": kind,
        "language": desk.language,
        "skip": wish.skip,
        "take": wish.take,
        "programme": wish.programme,
    });
    if let Some(mission) = &wish.mission {
        request["mission"] = fields::mission(desk, mission)?;
    }
    zones(&wish.zone, &mut request);
    wish.reading
        .ask(desk, "imports.preview", Stands::Once, &mut request)?;
    let preview = desk.ask("imports.preview", &request)?;
    let refused = preview["counts"]["refused"].as_u64().unwrap_or_default() > 0;
    if wish.dry_run {
        show::answer(desk, &preview, |preview| words(preview, true))?;
        return Ok(match preview["answered"].as_bool() {
            Some(true) if refused => ExitCode::from(3),
            Some(true) => ExitCode::SUCCESS,
            Some(false) | None => ExitCode::from(1),
        });
    }
    request["fingerprint"] = preview["fingerprint"].clone();
    let done = match desk.ask("imports.commit", &request) {
        Err(Failure::Refused(refused)) if refused.code == "import_unanswered" && !desk.json => {
            show::line(&words(&preview, true));
            return Err(Failure::Refused(refused));
        }
        done => done?,
    };
    show::answer(desk, &done, |done| {
        let saved = match done["change"].as_i64() {
            Some(change) => format!("Saved as change {change}."),
            None => "Nothing differed.".to_owned(),
        };
        format!("{}\n{saved}", words(&preview, false))
    })?;
    Ok(if refused {
        ExitCode::from(3)
    } else {
        ExitCode::SUCCESS
    })
}

fn zones(said: &[String], request: &mut Value) {
    let mut answers = Map::new();
    for zone in said {
        match zone.rsplit_once('=') {
            Some((name, zone)) => drop(answers.insert(name.to_owned(), json!(zone))),
            None => request["floating_zone"] = json!(zone),
        }
    }
    request["zone_answers"] = Value::Object(answers);
}
