//! Calendars on the command line: who holds what, what changed, issuing.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Subcommand, ValueEnum};
use serde_json::{Value, json};

use crate::args::Filter;
use crate::calendars_words::{holders, list, packs, sentences, shown, unsent};
use crate::desk::{Desk, Failure};
use crate::file::text;
use crate::{fields, show};

#[derive(Debug, Subcommand)]
pub(crate) enum Calendars {
    /// List the calendars that are given out, and who is behind
    List,
    /// One calendar: its recipients with what each holds, and its issues
    Show {
        /// Its id, or a part of its name
        calendar: String,
    },
    /// Add a calendar: a saved filter with a name, a language and an audience
    Add(AddCalendar),
    /// Set fields: name=…, audience=partner, language=zh-Hant, form.organiser_email=office@example.org, notes=…
    Edit {
        /// Its id, or a part of its name
        calendar: String,
        /// field=value; a value that is JSON is taken as such
        #[arg(required = true, value_name = "FIELD=VALUE")]
        set: Vec<String>,
    },
    /// Who holds a calendar
    #[command(subcommand)]
    Recipients(Recipients),
    /// What changed since each recipient's last issue, in sentences; status 3 if anything did
    Changes {
        /// Its id, or a part of its name
        calendar: String,
        /// Only for this recipient, by id or a part of the name
        #[arg(long, value_name = "RECIPIENT")]
        to: Option<String>,
    },
    /// What changed from one issue to another, or to now
    Diff {
        /// Its id, or a part of its name
        calendar: String,
        /// Number of the earlier issue; 0 for before the first
        from: u32,
        /// Number of the later issue; now if none
        to: Option<u32>,
    },
    /// Write an issue into a folder, and record who holds what
    Issue(IssueCalendar),
}

#[derive(Args, Debug)]
pub(crate) struct AddCalendar {
    /// What it is called
    #[arg(long)]
    name: String,
    /// For whom: public, partner, internal
    #[arg(long, default_value = "public")]
    audience: String,
    #[command(flatten)]
    filter: Filter,
    /// More fields, as in `edit`
    #[arg(value_name = "FIELD=VALUE")]
    set: Vec<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Recipients {
    /// Who holds a calendar
    List {
        /// Its id, or a part of its name
        calendar: String,
    },
    /// Add a recipient, who gets the whole calendar with the next issue
    Add {
        /// The calendar's id, or a part of its name
        calendar: String,
        /// A person or an office, as on an envelope
        #[arg(long)]
        name: String,
        /// The body
        #[arg(long, default_value = "")]
        organisation: String,
        /// Where files are sent to
        #[arg(long, default_value = "")]
        email: String,
    },
    /// Remove a recipient; what was given stays in the history
    Remove {
        /// The calendar's id, or a part of its name
        calendar: String,
        /// The recipient's id, or a part of the name
        recipient: String,
    },
}

#[derive(Args, Debug)]
pub(crate) struct IssueCalendar {
    /// Its id, or a part of its name
    calendar: String,
    /// The folder to make; if it holds something, one with a number behind its name
    #[arg(long, value_name = "FOLDER", required_unless_present = "dry_run")]
    out: Option<PathBuf>,
    /// Everything, or only what changed since each recipient's last issue
    #[arg(long, value_enum, default_value_t = Kind::Changes)]
    kind: Kind,
    /// Only for these recipients, by id or a part of the name
    #[arg(long, value_name = "RECIPIENT")]
    to: Vec<String>,
    /// In these forms
    #[arg(long, value_enum, value_delimiter = ',', default_value = "ics")]
    form: Vec<Form>,
    /// Only say what would be written
    #[arg(long)]
    dry_run: bool,
}

/// What an issue holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    /// Every event of the calendar
    Whole,
    /// What changed
    Changes,
}

/// A form of an issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Form {
    /// iCalendar to import or subscribe to
    Ics,
    /// Invitations and cancellations, one event and recipient a file; needs form.organiser_email
    Itip,
    /// A workbook
    Xlsx,
    /// Comma-separated values
    Csv,
    /// One page
    Html,
    /// The programme of each year, to print
    Pdf,
    /// What changed, in sentences
    Words,
}

impl Form {
    fn key(self) -> &'static str {
        match self {
            Self::Ics => "ics",
            Self::Itip => "itip",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Html => "html",
            Self::Pdf => "pdf",
            Self::Words => "words",
        }
    }
}

pub(crate) fn run(desk: &Desk, verb: Calendars) -> Result<ExitCode, Failure> {
    desk.open()?;
    match verb {
        Calendars::List => {
            let rows = desk.ask("calendars.list", &json!({}))?;
            show::answer(desk, &rows, |rows| list(rows, desk.language))
        }
        Calendars::Show { calendar } => {
            let page = page(desk, &calendar)?;
            show::answer(desk, &page, |page| shown(page, desk.language))
        }
        Calendars::Add(wish) => {
            let mut set = fields::set(desk.language, "calendar", &wish.set)?;
            set.insert("name".to_owned(), fields::words(desk.language, &wish.name));
            set.insert("audience".to_owned(), wish.audience.into());
            set.insert("filter".to_owned(), fields::filter(desk, &wish.filter)?);
            set.entry("language").or_insert_with(|| desk.language.into());
            let done = desk.ask("records.add", &json!({ "kind": "calendar", "set": set }))?;
            show::written(desk, &done)
        }
        Calendars::Edit { calendar, set } => {
            let page = page(desk, &calendar)?;
            let mut set = fields::set(desk.language, "calendar", &set)?;
            // `form.zip=true` says one part of a field; the others stay as they are.
            for (field, value) in &mut set {
                if let (Some(said), Some(whole)) = (value.as_object(), page["calendar"][field].as_object()) {
                    let mut merged = whole.clone();
                    merged.extend(said.clone());
                    *value = Value::Object(merged);
                }
            }
            let request = json!({ "kind": "calendar", "id": page["calendar"]["id"], "set": set });
            let done = desk.ask("records.edit", &request)?;
            show::written(desk, &done)
        }
        Calendars::Recipients(verb) => recipients(desk, verb),
        Calendars::Changes { calendar, to } => {
            let page = page(desk, &calendar)?;
            let recipient = to.map(|name| recipient_id(&page, &name)).transpose()?;
            let request = json!({
                "calendar": page["calendar"]["id"], "recipient": recipient, "language": desk.language,
            });
            told(desk, &desk.ask("calendars.changes", &request)?)
        }
        Calendars::Diff { calendar, from, to } => {
            let id = calendar_id(desk, &calendar)?;
            let request = json!({ "calendar": id, "from": from, "to": to, "language": desk.language });
            told(desk, &desk.ask("calendars.diff", &request)?)
        }
        Calendars::Issue(wish) => issue(desk, &wish),
    }
}

fn recipients(desk: &Desk, verb: Recipients) -> Result<ExitCode, Failure> {
    match verb {
        Recipients::List { calendar } => {
            let page = page(desk, &calendar)?;
            show::answer(desk, &page["recipients"], holders)
        }
        Recipients::Add {
            calendar,
            name,
            organisation,
            email,
        } => {
            let set = json!({
                "calendar": calendar_id(desk, &calendar)?,
                "name": name, "organisation": organisation, "email": email,
            });
            let done = desk.ask("records.add", &json!({ "kind": "recipient", "set": set }))?;
            show::written(desk, &done)
        }
        Recipients::Remove { calendar, recipient } => {
            let id = recipient_id(&page(desk, &calendar)?, &recipient)?;
            let done = desk.ask("records.remove", &json!({ "kind": "recipient", "id": id }))?;
            show::written(desk, &done)
        }
    }
}

fn issue(desk: &Desk, wish: &IssueCalendar) -> Result<ExitCode, Failure> {
    let page = page(desk, &wish.calendar)?;
    let to = wish.to.iter().map(|name| recipient_id(&page, name));
    let forms: Vec<&str> = wish.form.iter().map(|form| form.key()).collect();
    let request = json!({
        "calendar": page["calendar"]["id"],
        "recipients": to.collect::<Result<Vec<_>, _>>()?,
        "kind": match wish.kind { Kind::Whole => "whole", Kind::Changes => "changes" },
        "formats": forms,
        "language": desk.language,
    });
    if wish.dry_run {
        let preview = desk.ask("calendars.preview_issue", &request)?;
        return show::answer(desk, &preview, |preview| {
            let mut lines = packs(&preview["packs"]);
            lines.extend(unsent(&page, preview));
            lines.extend(sentences(&preview["changes"]));
            if lines.is_empty() {
                lines.push("Everybody is up to date; nothing would be written.".to_owned());
            }
            lines.join("\n")
        });
    }
    let Some(out) = &wish.out else {
        return Err(Failure::Usage("Where to? Say --out FOLDER.".to_owned()));
    };
    desk.choose(out);
    let issued = desk.ask("calendars.issue", &request)?;
    show::answer(desk, &issued, |issued| {
        let mut lines = packs(&issued["packs"]);
        let unsent = unsent(&page, issued);
        match (lines.is_empty(), &unsent) {
            (false, _) => lines.push(format!("In {}", text(&issued["folder"]))),
            (true, Some(_)) => lines.push("Nothing was written.".to_owned()),
            (true, None) => lines.push("Everybody is up to date; nothing was written.".to_owned()),
        }
        lines.extend(unsent);
        lines.join("\n")
    })
}

/// Changes in sentences; status 3 if there are any, so that a script can ask.
fn told(desk: &Desk, changes: &Value) -> Result<ExitCode, Failure> {
    show::answer(desk, changes, |changes| {
        let lines = sentences(changes);
        if lines.is_empty() {
            "Nothing changed.".to_owned()
        } else {
            lines.join("\n")
        }
    })?;
    Ok(match changes.as_array().map(Vec::len) {
        None | Some(0) => ExitCode::SUCCESS,
        Some(_) => ExitCode::from(3),
    })
}

fn page(desk: &Desk, calendar: &str) -> Result<Value, Failure> {
    let id = calendar_id(desk, calendar)?;
    desk.ask(
        "calendars.show",
        &json!({ "calendar": id, "language": desk.language }),
    )
}

fn calendar_id(desk: &Desk, wanted: &str) -> Result<Value, Failure> {
    let rows = desk.ask("calendars.list", &json!({}))?;
    let named = rows.as_array().into_iter().flatten().map(|row| {
        let names = ["en", "zh_hant", "zh_hans"].map(|language| text(&row["name"][language]).to_owned());
        (&row["id"], names.to_vec())
    });
    only(named, wanted, "calendar")
}

fn recipient_id(page: &Value, wanted: &str) -> Result<Value, Failure> {
    let recipients = page["recipients"].as_array().into_iter().flatten();
    let named = recipients.map(|view| {
        let recipient = &view["recipient"];
        (&recipient["id"], vec![text(&recipient["name"]).to_owned()])
    });
    only(named, wanted, "recipient")
}

/// The id of the only one whose id begins with `wanted`, or that has it in a name.
fn only<'a>(
    named: impl Iterator<Item = (&'a Value, Vec<String>)>,
    wanted: &str,
    kind: &str,
) -> Result<Value, Failure> {
    let lower = wanted.to_lowercase();
    let mut fitting = named.filter(|(id, names)| {
        let by_id = id.as_str().is_some_and(|id| id.starts_with(&lower));
        !lower.is_empty() && (by_id || names.iter().any(|name| name.to_lowercase().contains(&lower)))
    });
    match (fitting.next(), fitting.next()) {
        (Some((id, _)), None) => Ok(id.clone()),
        (None, _) => Err(Failure::refused(
            "not_found",
            format!("There is no {kind} {wanted}."),
        )),
        (Some(_), Some(_)) => Err(Failure::refused(
            "ambiguous_id",
            format!("More than one {kind} is called {wanted}. Give its id."),
        )),
    }
}
