//! The privacy desk on the command line.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Subcommand, ValueEnum};
use serde_json::json;

use crate::desk::{Desk, Failure};
use crate::erasing::{Erase, erase, files_of, sure};
use crate::file::text;
use crate::people::person_id;
use crate::people_files::{exported, pack_passphrase};
use crate::show;

const ERASING: &str = "\
Erasing takes everything that tells who it was out of the file: the record and those merged into it, notes and names
of companions, answers, every change in the history that held them, free pages and the log. What stays is counts: that
somebody was invited, came, visited. Nothing brings it back, `undo` included.
It cannot reach what has left the file: exports that lie where they were written (--files deletes those that are as
they were written), backups (they are listed; delete them or let them run out), and mentions of the name in other
records (--mentions strikes them out). On a terminal it shows all that first and asks; a script says --yes.

Exit status:
  0  done
  1  refused, or not confirmed; nothing was changed
  2  the command line is not right
  3  done, but traces are left: files, backups, mentions, or texts that are also somebody else's

Examples:
  outreach -w 2027.outreach privacy report 'Chan Tai Man' --purpose 'Access request of 3 May' --out report.pdf
  outreach -w 2027.outreach privacy due --within 30
  outreach -w 2027.outreach privacy erase 0197c1 --dry-run
  outreach -w 2027.outreach privacy erase 0197c1 --files --mentions --yes";

#[derive(Args, Debug)]
#[command(after_help = ERASING)]
pub(crate) struct Privacy {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// What is held, who was told what, and who can see what on this laptop
    Desk,
    /// Write everything that is held about a person; kept in the export log
    #[command(after_help = ERASING)]
    Report {
        /// Who, by id or name
        person: String,
        /// To be read (pdf), or by a program (json)
        #[arg(long, value_enum)]
        form: Option<Form>,
        /// Where to; its ending says the form if --form does not
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        /// For what, such as an access request of some day
        #[arg(long)]
        purpose: String,
        /// As an encrypted pack (age); its passphrase is asked for, or taken from OUTREACH_PACK_PASSPHRASE
        #[arg(long)]
        pack: bool,
    },
    /// Take a person out of the file for good
    #[command(after_help = ERASING)]
    Erase {
        /// Who, by id or name
        person: String,
        /// Also delete the exports that hold the person, where they lie as they were written
        #[arg(long)]
        files: bool,
        /// Also strike the name out where other records mention it
        #[arg(long)]
        mentions: bool,
        /// Only say what would go, what would stay and what would be left
        #[arg(long)]
        dry_run: bool,
        /// Do not ask
        #[arg(long)]
        yes: bool,
    },
    /// Take people who were removed, or whose import was taken back, out of the history as well
    Forget {
        /// Do not ask
        #[arg(long)]
        yes: bool,
    },
    /// Whose retention date has passed or comes soon; status 3 if one has passed
    Due {
        /// Within so many days from today
        #[arg(long, value_name = "DAYS", default_value_t = 0)]
        within: u32,
        /// At most so many
        #[arg(long, default_value_t = 200)]
        limit: u32,
    },
    /// Files about people that were written: who, what, how many, for what, and what became of each
    Log {
        /// Only those that hold this person, by id or name
        #[arg(long, value_name = "PERSON")]
        of: Option<String>,
        /// At most so many
        #[arg(long, default_value_t = 200)]
        limit: u32,
    },
}

/// How a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    /// Paper
    Pdf,
    /// For a program
    Json,
}

pub(crate) fn run(desk: &Desk, privacy: Privacy) -> Result<ExitCode, Failure> {
    desk.open()?;
    match privacy.verb {
        Verb::Desk => at_a_glance(desk),
        Verb::Report {
            person,
            form,
            out,
            purpose,
            pack,
        } => {
            let is_json = form.map_or_else(
                || out.to_string_lossy().trim_end_matches(".age").ends_with(".json"),
                |form| form == Form::Json,
            );
            let request = json!({
                "person": person_id(desk, &person)?,
                "form": if is_json { "json" } else { "pdf" },
                "purpose": purpose,
                "passphrase": pack_passphrase(pack)?,
                "language": desk.language,
            });
            desk.choose(&out);
            let written = desk.ask("privacy.report", &request)?;
            show::answer(desk, &written, exported)
        }
        Verb::Erase {
            person,
            files,
            mentions,
            dry_run,
            yes,
        } => {
            let wish = Erase {
                files,
                mentions,
                dry_run,
                yes,
            };
            erase(desk, &person, &wish)
        }
        Verb::Forget { yes } => {
            let glance = desk.ask("privacy.desk", &json!({ "language": desk.language }))?;
            let question = format!(
                "{} people are in the history alone. Take them out of it for good?",
                glance["in_history"]
            );
            sure(yes, &question)?;
            let done = desk.ask("privacy.forget_removed", &json!({}))?;
            show::answer(desk, &done, |done| {
                format!(
                    "Took {} people out of {} changes.",
                    done["people"], done["changes"]
                )
            })
        }
        Verb::Due { within, limit } => due(desk, within, limit),
        Verb::Log { of, limit } => log(desk, of.as_deref(), limit),
    }
}

fn at_a_glance(desk: &Desk) -> Result<ExitCode, Failure> {
    let glance = desk.ask("privacy.desk", &json!({ "language": desk.language }))?;
    show::answer(desk, &glance, |glance| {
        let laptop = &glance["laptop"];
        let mut lines = vec![
            format!(
                "{} people, {} of them bodies; {} erased",
                glance["people"], glance["bodies"], glance["erased"]
            ),
            format!(
                "{} were given no notice, {} have no retention date, {} are past theirs, {} come to it within 30 days",
                glance["without_notice"], glance["without_retention"], glance["overdue"], glance["due_soon"]
            ),
            format!(
                "{} people are in the history alone (privacy forget)",
                glance["in_history"]
            ),
        ];
        for notice in glance["notices"].as_array().into_iter().flatten() {
            lines.push(format!(
                "Notice {} v{} from {}: given to {}, the latest of {}",
                text(&notice["name"]),
                notice["version"],
                text(&notice["from"]),
                notice["given"],
                notice["holders"]
            ));
        }
        for purpose in glance["purposes"].as_array().into_iter().flatten() {
            lines.push(format!(
                "{}: {} agreed, {} refused, {} not said",
                text(&purpose["purpose"]).replace('_', " "),
                purpose["given"],
                purpose["refused"],
                purpose["unsaid"]
            ));
        }
        lines.push(format!(
            "File {}/{}: AES-256, key from the passphrase with {} MiB{}",
            text(&laptop["folder"]),
            text(&laptop["name"]),
            laptop["key_memory_kib"].as_u64().unwrap_or_default() / 1024,
            if laptop["keychain"] == true {
                ", and the system keychain opens it"
            } else {
                ", which alone opens it"
            }
        ));
        lines.push(format!(
            "{} backups in {}",
            laptop["backups"].as_array().map_or(0, Vec::len),
            text(&laptop["backups_folder"])
        ));
        lines.extend(files_of(&laptop["exports"], "Export"));
        lines.join("\n")
    })
}

fn due(desk: &Desk, within: u32, limit: u32) -> Result<ExitCode, Failure> {
    let request = json!({ "within_days": within, "rows": limit, "language": desk.language });
    let page = desk.ask("privacy.due", &request)?;
    show::answer(desk, &page, |page| {
        let rows = page["rows"].as_array().into_iter().flatten();
        let table = show::table(
            &["kept until", "days", "name", "organisation", "coming", "id"],
            rows.map(|row| {
                vec![
                    text(&row["retain_until"]).to_owned(),
                    row["days"].to_string(),
                    text(&row["name"]).to_owned(),
                    text(&row["organisation"]).to_owned(),
                    row["coming"].to_string(),
                    text(&row["person"]).to_owned(),
                ]
            }),
        );
        format!(
            "{table}\n{} in all, {} past their date",
            page["total"], page["overdue"]
        )
    })?;
    let overdue = page["overdue"].as_u64().unwrap_or_default() > 0;
    Ok(if overdue {
        ExitCode::from(3)
    } else {
        ExitCode::SUCCESS
    })
}

fn log(desk: &Desk, of: Option<&str>, limit: u32) -> Result<ExitCode, Failure> {
    let person = of.map(|person| person_id(desk, person)).transpose()?;
    let page = desk.ask("privacy.log", &json!({ "person": person, "rows": limit }))?;
    show::answer(desk, &page, |page| {
        let rows = page["rows"].as_array().into_iter().flatten();
        show::table(
            &["at (Hong Kong)", "by", "what", "people", "for", "file", "now", ""],
            rows.map(|row| {
                let file = &row["file"];
                vec![
                    show::minute(&file["at"]),
                    text(&row["actor"]).to_owned(),
                    text(&file["kind"]).replace('_', " "),
                    file["count"].to_string(),
                    text(&row["purpose"]).to_owned(),
                    text(&file["name"]).to_owned(),
                    text(&file["on_disk"]).to_owned(),
                    if file["encrypted"] == true {
                        "encrypted"
                    } else {
                        "in the open"
                    }
                    .to_owned(),
                ]
            }),
        )
    })
}
