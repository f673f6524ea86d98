//! The guests of an event on the command line.

use std::path::PathBuf;
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::{Args, Subcommand};
use serde_json::{Value, json};

use crate::desk::{Desk, Failure};
use crate::file::text;
use crate::people::person_id;
use crate::stepped::{seats, stepped};
use crate::{fields, replies, show};

const AFTER: &str = "\
Statuses: long_listed, short_listed, invited, accepted, tentative, declined, wait_listed, attended, no_show,
followed_up, withdrawn, bounced. What may follow what, and why not, is the planner's rule: a step that may not be
taken is refused with its reason and the others are taken (status 3).
A guest is named by the id of the invitation or of the person, by its first or last letters (6 or more), or by a
part of the name that fits only one guest of the event. Every step is one change: `outreach undo` takes it back.

Examples:
  outreach -w 2027.outreach invitations list 0197c1 --status accepted
  outreach -w 2027.outreach invitations add 0197c1 'Chan Tai Man' 0197d4 --role speaker --to invited
  outreach -w 2027.outreach invitations set 0197c1 accepted 'Chan' --source telephone --note 'rang at noon'
  outreach -w 2027.outreach invitations set 0197c1 invited --all short_listed --dry-run
  outreach -w 2027.outreach invitations import-replies inbox/*.eml --dry-run";

#[derive(Args, Debug)]
#[command(after_help = AFTER)]
pub(crate) struct Invitations {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Who is asked to an event, how far each has come, and how the seats stand
    List {
        /// The event, by id
        event: String,
        /// Only of this status
        #[arg(long)]
        status: Vec<String>,
        /// At most so many; 0 for all
        #[arg(long, default_value_t = 0)]
        limit: u32,
    },
    /// Put people on an event's list
    #[command(after_help = AFTER)]
    Add {
        /// The event, by id
        event: String,
        /// People, by id or name
        #[arg(required = true)]
        people: Vec<String>,
        /// guest, speaker, vip, candidate, partner or media
        #[arg(long, default_value = "guest")]
        role: String,
        /// The quota they count under
        #[arg(long, default_value = "")]
        segment: String,
        /// long_listed, short_listed or invited
        #[arg(long, default_value = "long_listed")]
        to: String,
        /// Only say what would happen
        #[arg(long)]
        dry_run: bool,
    },
    /// Take a step with one guest or many
    #[command(after_help = AFTER)]
    Set(SetStatus),
    /// The wait-list in its order, and who could be let in now
    Waiting {
        /// The event, by id
        event: String,
        /// Let these in: guests by id or name
        #[arg(long, value_name = "GUEST")]
        promote: Vec<String>,
    },
    /// Somebody comes in a guest's stead
    Substitute {
        /// The event, by id
        event: String,
        /// Who does not come
        guest: String,
        /// Who comes, by id or name
        person: String,
    },
    /// Read replies (.eml, .ics) and bring the right invitations up to date; a stranger's reply is shown, never guessed
    #[command(after_help = AFTER)]
    ImportReplies {
        /// The files
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// They answer this event, where they do not say
        #[arg(long, value_name = "ID")]
        event: Option<String>,
        /// Whose a reply is that could be several guests': the reply's key from the list, and the invitation's id
        #[arg(long, value_name = "KEY=INVITATION")]
        answer: Vec<String>,
        /// Only say what would happen
        #[arg(long)]
        dry_run: bool,
    },
}

#[derive(Args, Debug)]
struct SetStatus {
    /// The event, by id
    event: String,
    /// What they become
    status: String,
    /// Guests, by id or name
    #[arg(required_unless_present = "all")]
    guests: Vec<String>,
    /// Everybody who stands at this status
    #[arg(long, value_name = "STATUS", conflicts_with = "guests")]
    all: Option<String>,
    /// The day it happened, by the venue's calendar; today if not said
    #[arg(long, value_name = "DAY")]
    on: Option<NaiveDate>,
    /// How it became known: planner, email, telephone, calendar, import, desk
    #[arg(long, default_value = "planner")]
    source: String,
    /// A note
    #[arg(long, default_value = "")]
    note: String,
    /// Only say what would happen
    #[arg(long)]
    dry_run: bool,
}

pub(crate) fn run(desk: &Desk, invitations: Invitations) -> Result<ExitCode, Failure> {
    desk.open()?;
    match invitations.verb {
        Verb::List { event, status, limit } => list(desk, &event, &status, limit),
        Verb::Add {
            event,
            people,
            role,
            segment,
            to,
            dry_run,
        } => {
            let event = fields::event(desk, &event)?;
            let people: Vec<Value> = people
                .iter()
                .map(|person| person_id(desk, person))
                .collect::<Result<_, _>>()?;
            let request = json!({ "event": event, "people": people, "role": key(&role), "segment": segment,
                                  "to": key(&to) });
            let route = if dry_run {
                "invitations.preview_add"
            } else {
                "invitations.add"
            };
            stepped(desk, &desk.ask(route, &request)?, dry_run, &Value::Null)
        }
        Verb::Set(wish) => set(desk, &wish),
        Verb::Waiting { event, promote } => waiting(desk, &event, &promote),
        Verb::Substitute { event, guest, person } => {
            let event = fields::event(desk, &event)?;
            let all = guests(desk, &event)?;
            let invitation = guest_id(&all, &guest)?;
            let person = person_id(desk, &person)?;
            let request = json!({ "invitation": invitation, "person": person });
            show::written(desk, &desk.ask("invitations.substitute", &request)?)
        }
        Verb::ImportReplies {
            files,
            event,
            answer,
            dry_run,
        } => replies::import(desk, &files, event.as_deref(), &answer, dry_run),
    }
}

fn key(words: &str) -> String {
    words.replace('-', "_")
}

/// Every guest of an event.
fn guests(desk: &Desk, event: &Value) -> Result<Value, Failure> {
    desk.ask(
        "invitations.list",
        &json!({ "event": event, "rows": 0, "language": desk.language }),
    )
}

/// The invitation that is meant.
fn guest_id(page: &Value, wanted: &str) -> Result<Value, Failure> {
    let lower = wanted.to_lowercase();
    let rows = || page["rows"].as_array().into_iter().flatten();
    let by_id = |row: &&Value| {
        ["id", "person"]
            .iter()
            .any(|field| lower.len() >= 6 && fields::is_meant(&row["invitation"][*field], &lower))
    };
    let by_name = |row: &&Value| {
        ["name", "name_beside"]
            .iter()
            .any(|field| text(&row[*field]).to_lowercase().contains(&lower))
    };
    let mut fitting: Vec<&Value> = rows().filter(by_id).collect();
    if fitting.is_empty() {
        fitting = rows().filter(by_name).collect();
    }
    match fitting.as_slice() {
        [only] => Ok(only["invitation"]["id"].clone()),
        [] => Err(Failure::refused(
            "not_found",
            "No guest of the event has that id or name. Nothing was changed; `invitations list` shows them.",
        )),
        _ => Err(Failure::refused(
            "ambiguous_id",
            "More than one guest fits. Nothing was changed; give the id, or more of the name.",
        )),
    }
}

fn list(desk: &Desk, event: &str, statuses: &[String], limit: u32) -> Result<ExitCode, Failure> {
    let event = fields::event(desk, event)?;
    let statuses: Vec<String> = statuses.iter().map(|status| key(status)).collect();
    let request = json!({ "event": event, "filter": { "status": statuses }, "rows": limit,
                          "language": desk.language });
    let page = desk.ask("invitations.list", &request)?;
    show::answer(desk, &page, |page| {
        let rows = || page["rows"].as_array().into_iter().flatten();
        let length = show::telling(rows().map(|row| &row["invitation"]["id"]));
        let table = show::table(
            &[
                "invitation",
                "name",
                "",
                "organisation",
                "role",
                "status",
                "since",
                "party",
            ],
            rows().map(|row| {
                vec![
                    show::ending(&row["invitation"]["id"], length),
                    text(&row["name"]).to_owned(),
                    text(&row["name_beside"]).to_owned(),
                    text(&row["organisation"]).to_owned(),
                    text(&row["invitation"]["role"]).to_owned(),
                    text(&row["invitation"]["status"]).replace('_', " "),
                    text(&row["last_step"]["on"]).to_owned(),
                    row["party"].to_string(),
                ]
            }),
        );
        let funnel: Vec<String> = page["funnel"]
            .as_array()
            .into_iter()
            .flatten()
            .filter(|part| part["invitations"].as_u64().unwrap_or_default() > 0)
            .map(|part| {
                format!(
                    "{} {}",
                    part["invitations"],
                    text(&part["status"]).replace('_', " ")
                )
            })
            .collect();
        format!("{table}\n{}\n{}", funnel.join(" · "), seats(&page["seats"]))
    })
}

fn set(desk: &Desk, wish: &SetStatus) -> Result<ExitCode, Failure> {
    let event = fields::event(desk, &wish.event)?;
    let all = guests(desk, &event)?;
    let invitations: Vec<Value> = match &wish.all {
        Some(status) => {
            let status = key(status);
            let rows = all["rows"].as_array().into_iter().flatten();
            rows.filter(|row| row["invitation"]["status"] == status.as_str())
                .map(|row| row["invitation"]["id"].clone())
                .collect()
        }
        None => wish
            .guests
            .iter()
            .map(|guest| guest_id(&all, guest))
            .collect::<Result<_, _>>()?,
    };
    let request = json!({ "invitations": invitations, "to": key(&wish.status), "on": wish.on,
                          "source": key(&wish.source), "note": wish.note });
    let route = if wish.dry_run {
        "invitations.preview_step"
    } else {
        "invitations.step"
    };
    stepped(desk, &desk.ask(route, &request)?, wish.dry_run, &all)
}

fn waiting(desk: &Desk, event: &str, promote: &[String]) -> Result<ExitCode, Failure> {
    let event = fields::event(desk, event)?;
    let all = guests(desk, &event)?;
    if !promote.is_empty() {
        let invitations: Vec<Value> = promote
            .iter()
            .map(|guest| guest_id(&all, guest))
            .collect::<Result<_, _>>()?;
        let done = desk.ask("invitations.promote", &json!({ "invitations": invitations }))?;
        return stepped(desk, &done, false, &all);
    }
    let part = json!({ "waiting": all["waiting"], "proposals": all["proposals"], "seats": all["seats"] });
    show::answer(desk, &part, |part| {
        let rows = || part["waiting"].as_array().into_iter().flatten();
        let length = show::telling(rows().map(|row| &row["invitation"]));
        let proposed = |id: &Value| {
            let all = part["proposals"].as_array().into_iter().flatten();
            all.into_iter().any(|one| one["invitation"] == *id)
        };
        let table = show::table(
            &["place", "invitation", "name", "party", "order", ""],
            rows().map(|row| {
                let next = if proposed(&row["invitation"]) {
                    "could be let in"
                } else {
                    ""
                };
                vec![
                    row["place"].to_string(),
                    show::ending(&row["invitation"], length),
                    text(&row["name"]).to_owned(),
                    row["party"].to_string(),
                    text(&row["why"]).replace('_', " "),
                    next.to_owned(),
                ]
            }),
        );
        format!("{table}\n{}", seats(&part["seats"]))
    })
}
