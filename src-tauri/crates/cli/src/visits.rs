//! Leading talents' visits on the command line.

use std::path::PathBuf;
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::{Args, Subcommand};
use serde_json::{Value, json};

use crate::desk::{Desk, Failure};
use crate::file::text;
use crate::people::person_id;
use crate::{fields, show};

const AFTER: &str = "\
Stages: nominated, approved, invited, accepted, travel_booked, in_hong_kong, followed_up, outcome, closed. A step
that may not be taken says why not. Days and times of a visit are Hong Kong's.
A visit is named by its id or the first or last letters of it (6 or more), or by a part of the guest's name that fits only one visit.

Examples:
  outreach -w 2027.outreach visits list
  outreach -w 2027.outreach visits add 'Chan Tai Man' --by 'Innovation team' --reason 'Leads a robotics group'
  outreach -w 2027.outreach visits approve chan --by 'The Director' --verdict approved
  outreach -w 2027.outreach visits step chan outcome --outcome joined
  outreach -w 2027.outreach visits booklet chan --out booklet.pdf";

#[derive(Args, Debug)]
#[command(after_help = AFTER)]
pub(crate) struct Visits {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// All visits by stage
    List {
        /// Only with these words in the guest's name or organisation
        #[arg(default_value = "")]
        text: String,
    },
    /// Everything about one visit
    Show {
        /// The visit
        visit: String,
    },
    /// Nominate somebody
    #[command(after_help = AFTER)]
    Add {
        /// Who, by id or name
        person: String,
        /// Who puts the name forward
        #[arg(long, default_value = "")]
        by: String,
        /// Why
        #[arg(long, default_value = "")]
        reason: String,
        /// Talent List segment: innovation_technology, financial_services, …
        #[arg(long)]
        sector: Option<String>,
    },
    /// Set fields: home_zone=Europe/Zurich arrive=2027-05-10 depart=2027-05-14 travel=… notes=…
    Edit {
        /// The visit
        visit: String,
        /// field=value; a value that is JSON is taken as such
        #[arg(required = true, value_name = "FIELD=VALUE")]
        set: Vec<String>,
    },
    /// Record what was decided about a nomination
    Approve {
        /// The visit
        visit: String,
        /// Who decided
        #[arg(long)]
        by: String,
        /// approved, refused or returned
        #[arg(long, default_value = "approved")]
        verdict: String,
        /// When; today if not said
        #[arg(long, value_name = "DAY")]
        on: Option<NaiveDate>,
        /// Why, or under what condition
        #[arg(long, default_value = "")]
        note: String,
    },
    /// Take a visit to another stage
    #[command(after_help = AFTER)]
    Step {
        /// The visit
        visit: String,
        /// Which stage
        stage: String,
        /// When; today if not said
        #[arg(long, value_name = "DAY")]
        on: Option<NaiveDate>,
        /// A note
        #[arg(long, default_value = "")]
        note: String,
        /// What came of it: scheme_applied, joined, declined
        #[arg(long)]
        outcome: Option<String>,
        /// Under which scheme: ttps_a, qmas, …
        #[arg(long)]
        scheme: Option<String>,
    },
    /// Write the guest's programme as PDF; kept in the export log
    Booklet {
        /// The visit
        visit: String,
        /// Where to
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        /// For what; stands in the export log
        #[arg(long, default_value = "Programme for the guest")]
        purpose: String,
    },
}

pub(crate) fn run(desk: &Desk, visits: Visits) -> Result<ExitCode, Failure> {
    desk.open()?;
    match visits.verb {
        Verb::List { text } => list(desk, &text),
        Verb::Show { visit } => {
            let id = visit_id(desk, &visit)?;
            let page = desk.ask("visits.show", &json!({ "id": id, "language": desk.language }))?;
            show::answer(desk, &page, words)
        }
        Verb::Add {
            person,
            by,
            reason,
            sector,
        } => {
            let person = person_id(desk, &person)?;
            let request = json!({ "person": person, "nominated_by": by, "reason": reason,
                                  "sector": sector.map(|sector| sector.replace('-', "_")), "language": desk.language });
            show::written(desk, &desk.ask("visits.nominate", &request)?)
        }
        Verb::Edit { visit, set } => {
            let set = fields::set(desk.language, "visit", &set)?;
            let id = visit_id(desk, &visit)?;
            let request = json!({ "kind": "visit", "id": id, "set": set });
            show::written(desk, &desk.ask("records.edit", &request)?)
        }
        Verb::Approve {
            visit,
            by,
            verdict,
            on,
            note,
        } => {
            let id = visit_id(desk, &visit)?;
            let request = json!({ "id": id, "by": by, "on": on, "verdict": verdict, "note": note });
            show::written(desk, &desk.ask("visits.approve", &request)?)
        }
        Verb::Step {
            visit,
            stage,
            on,
            note,
            outcome,
            scheme,
        } => {
            let id = visit_id(desk, &visit)?;
            let key = |words: Option<String>| words.map(|words| words.replace('-', "_"));
            let request = json!({ "id": id, "to": stage.replace('-', "_"), "on": on, "note": note,
                                  "outcome": key(outcome), "scheme": key(scheme) });
            show::written(desk, &desk.ask("visits.step", &request)?)
        }
        Verb::Booklet { visit, out, purpose } => {
            let id = visit_id(desk, &visit)?;
            desk.choose(&out);
            let request = json!({ "id": id, "language": desk.language, "purpose": purpose });
            let written = desk.ask("visits.booklet", &request)?;
            show::answer(desk, &written, |written| {
                format!(
                    "Wrote {} pages, {} bytes: {}",
                    written["pages"],
                    written["size"],
                    text(&written["name"])
                )
            })
        }
    }
}

fn board(desk: &Desk, words: &str) -> Result<Value, Failure> {
    desk.ask(
        "visits.board",
        &json!({ "text": words, "language": desk.language }),
    )
}

fn cards(board: &Value) -> impl Iterator<Item = &Value> {
    let columns = board["columns"].as_array().into_iter().flatten();
    columns.flat_map(|column| column["visits"].as_array().into_iter().flatten())
}

/// The visit that is meant.
fn visit_id(desk: &Desk, wanted: &str) -> Result<Value, Failure> {
    let board = board(desk, "")?;
    let lower = wanted.to_lowercase();
    let mut fitting: Vec<&Value> = cards(&board)
        .filter(|card| lower.len() >= 6 && fields::is_meant(&card["id"], &lower))
        .collect();
    if fitting.is_empty() {
        fitting = cards(&board)
            .filter(|card| {
                ["name", "name_beside"]
                    .iter()
                    .any(|field| text(&card[*field]).to_lowercase().contains(&lower))
            })
            .collect();
    }
    match fitting.as_slice() {
        [only] => Ok(only["id"].clone()),
        [] => Err(Failure::refused(
            "not_found",
            "There is no visit of that id or guest. Nothing was changed; `visits list` shows them.",
        )),
        _ => Err(Failure::refused(
            "ambiguous_id",
            "More than one visit fits. Nothing was changed; give the id, or more of the name.",
        )),
    }
}

fn list(desk: &Desk, words: &str) -> Result<ExitCode, Failure> {
    let board = board(desk, words)?;
    show::answer(desk, &board, |board| {
        let length = show::telling(cards(board).map(|card| &card["id"]));
        let table = show::table(
            &[
                "visit",
                "stage",
                "since",
                "guest",
                "",
                "organisation",
                "in Hong Kong",
                "host",
            ],
            cards(board).map(|card| {
                let days = match (text(&card["arrive"]), text(&card["depart"])) {
                    ("", "") => String::new(),
                    (from, until) => format!("{from} – {until}"),
                };
                vec![
                    show::ending(&card["id"], length),
                    text(&card["stage"]).replace('_', " "),
                    text(&card["since"]).to_owned(),
                    text(&card["name"]).to_owned(),
                    text(&card["name_beside"]).to_owned(),
                    text(&card["organisation"]).to_owned(),
                    days,
                    text(&card["host"]).to_owned(),
                ]
            }),
        );
        format!(
            "{table}\n{} visits, {} things overdue",
            board["fitting"], board["overdue"]
        )
    })
}

fn words(page: &Value) -> String {
    let (card, visit) = (&page["card"], &page["visit"]);
    let rows = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let mut lines = vec![
        format!("{} {}", text(&card["name"]), text(&card["name_beside"]))
            .trim()
            .to_owned(),
    ];
    let mut say = |what: &str, words: &str| {
        if !words.is_empty() {
            lines.push(format!("  {what:<14}{words}"));
        }
    };
    say("id", text(&card["id"]));
    say("stage", &text(&card["stage"]).replace('_', " "));
    say("organisation", text(&card["organisation"]));
    say("nominated by", text(&visit["nominated_by"]));
    say("reason", text(&visit["reason"]));
    say("host", text(&card["host"]));
    say("arrives", text(&card["arrive"]));
    say("leaves", text(&card["depart"]));
    say("home zone", text(&page["home_zone"]));
    say("travel", text(&visit["travel"]));
    say("outcome", &text(&card["outcome"]).replace('_', " "));
    for step in rows(&visit["steps"]) {
        say(
            "",
            &format!(
                "{}  {}",
                text(&step["on"]),
                text(&step["stage"]).replace('_', " ")
            ),
        );
    }
    for approval in rows(&page["approvals"]) {
        let words = format!(
            "{} by {} on {}",
            text(&approval["verdict"]),
            text(&approval["by"]),
            text(&approval["on"])
        );
        say("decided", &words);
    }
    for item in rows(&visit["checklist"]) {
        let mark = if item["done"] == true { "[x]" } else { "[ ]" };
        say("", &format!("{mark} {}", text(&item["what"])));
    }
    for meeting in rows(&visit["meetings"]) {
        say(
            "",
            &format!(
                "{} HKT  {}",
                show::minute(&meeting["start"]),
                show::wording(&meeting["what"], "en")
            ),
        );
    }
    lines.join("\n")
}
