//! Files for others on the command line.

use std::path::PathBuf;
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use crate::args::Filter;
use crate::desk::{Desk, Failure};
use crate::file::text;
use crate::{fields, show};

const EXAMPLES: &str = "\
Examples:
  outreach -w 2027.outreach export ics --out europe.ics --region europe
  outreach -w 2027.outreach export ics --layout per-mission --zip --out missions.zip
  outreach -w 2027.outreach export pdf year --day 2027-01-01 --out 2027.pdf
  outreach -w 2027.outreach export pdf booklet --mission 'Spring mission' --audience internal --out booklet.pdf
  outreach -w 2027.outreach export pdf run-sheet --event 0197c1 --out sheet.pdf

A layout of several files without --zip makes the folder that --out names; a folder that holds something is left
alone, and a number is put behind the name.";

/// What to write, for whom and where to.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Export {
    /// The format
    #[arg(value_enum)]
    format: Format,
    /// What is printed, for pdf
    #[arg(value_enum, required_if_eq("format", "pdf"))]
    document: Option<Document>,
    /// Where to; an existing file is replaced whole or not at all
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Who reads it: decides what is told; internal files are marked [RESTRICTED]
    #[arg(long, value_enum, default_value_t = Audience::Public)]
    audience: Audience,
    /// How a calendar is divided into files
    #[arg(long, value_enum, default_value_t = Layout::OneFile)]
    layout: Layout,
    /// All files of a layout in one archive
    #[arg(long)]
    zip: bool,
    /// Times in UTC where a zone's rules changed in the last two years
    #[arg(long)]
    pin_utc: bool,
    /// A reminder so many minutes before each event
    #[arg(long, value_name = "MINUTES")]
    alarm: Option<u32>,
    /// Any day of the year or month that is printed
    #[arg(long)]
    day: Option<NaiveDate>,
    /// Which event, for a run sheet
    #[arg(long, value_name = "ID")]
    event: Option<String>,
    #[command(flatten)]
    filter: Filter,
}

/// A format the programme can be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// iCalendar, for Outlook, Google, Apple, Thunderbird
    Ics,
    /// A workbook for Excel and LibreOffice
    Xlsx,
    /// Comma-separated values
    Csv,
    /// One self-contained page for the public
    Html,
    /// Paper
    Pdf,
}

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Document {
    /// The year, a page a quarter
    Year,
    /// One month as a calendar
    Month,
    /// One mission, day by day
    Booklet,
    /// One event's order of the day
    RunSheet,
}

/// Who reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Audience {
    /// Anybody
    Public,
    /// Bodies that share in the events
    Partner,
    /// The office alone
    Internal,
}

/// How a calendar is divided into files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Layout {
    /// Everything in one
    OneFile,
    /// One an event
    PerEvent,
    /// One a region
    PerRegion,
    /// One a mission
    PerMission,
}

/// The key of a choice, as routes take it: `run_sheet` for `run-sheet`.
fn key(choice: &impl ValueEnum) -> String {
    choice
        .to_possible_value()
        .map(|value| value.get_name().replace('-', "_"))
        .unwrap_or_default()
}

pub(crate) fn run(desk: &Desk, wish: &Export) -> Result<ExitCode, Failure> {
    desk.open()?;
    let filter = fields::filter(desk, &wish.filter)?;
    let mut request = json!({
        "format": key(&wish.format),
        "filter": filter,
        "language": desk.language,
        "audience": key(&wish.audience),
        "ics": {
            "layout": key(&wish.layout),
            "zip": wish.zip,
            "pin_utc": wish.pin_utc,
            "alarm_minutes": wish.alarm,
        },
    });
    if let Some(document) = wish.document {
        request["pdf"] = paper(desk, wish, document, &request["filter"])?;
    }
    desk.choose(&wish.out);
    let written = desk.ask("export.write", &request)?;
    show::answer(desk, &written, |written| {
        let files = match written["files"].as_u64() {
            Some(1) | None => String::new(),
            Some(files) => format!(" in {files} files"),
        };
        format!(
            "Wrote {} events{files}, {} bytes: {}",
            written["events"],
            written["size"],
            text(&written["name"])
        )
    })
}

fn paper(desk: &Desk, wish: &Export, document: Document, filter: &Value) -> Result<Value, Failure> {
    if wish.format != Format::Pdf {
        return Err(Failure::Usage(
            "Only pdf is followed by what is printed.".to_owned(),
        ));
    }
    let mission = match (document, filter["missions"].as_array().map(Vec::as_slice)) {
        (Document::Booklet, Some([only])) => only.clone(),
        (Document::Booklet, Some([_, ..])) => {
            return Err(Failure::Usage(
                "A booklet is of one mission: --mission fits several.".to_owned(),
            ));
        }
        (Document::Booklet, Some([]) | None) => {
            return Err(Failure::Usage(
                "A booklet of which mission? Say --mission.".to_owned(),
            ));
        }
        (Document::Year | Document::Month | Document::RunSheet, _) => Value::Null,
    };
    let event = match (document, &wish.event) {
        (Document::RunSheet, Some(id)) => fields::event(desk, id)?,
        (Document::RunSheet, None) => {
            return Err(Failure::Usage(
                "A run sheet of which event? Say --event.".to_owned(),
            ));
        }
        (Document::Year | Document::Month | Document::Booklet, _) => Value::Null,
    };
    Ok(json!({ "document": key(&document), "mission": mission, "event": event, "day": wish.day }))
}
