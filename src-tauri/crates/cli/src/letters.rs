//! Letters to the guests of an event on the command line: looked at, and written as drafts or one workbook.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use crate::desk::{Desk, Failure};
use crate::file::text;
use crate::{fields, show};

const AFTER: &str = "\
Nothing is sent from here: drafts (.eml) go through an e-mail program, a workbook into a mail merge. Drafts that carry
a calendar invitation need --from. Who is left out, and why, is told and counted:
  letter not for status  a reminder is not for somebody who declined
  consent refused        they refused to have their data used for events
  marketing refused      they objected to direct marketing, and never agreed to be invited
  marketing not agreed   an announcement tells of schemes and services by name: that needs a yes (PDPO, Part 6A)

Exit status:
  0  done, nobody was left out
  1  refused: nobody can be written to, or something is missing
  3  done, but some were left out; the reasons are listed

Examples:
  outreach -w 2027.outreach letters list
  outreach -w 2027.outreach letters write 0197c1 Invitation --status short_listed --dry-run
  outreach -w 2027.outreach letters write 0197c1 Invitation --status short_listed --from office@example.org \\
      --mark-invited --purpose 'Invitations of May' --out letters";

#[derive(Args, Debug)]
#[command(after_help = AFTER)]
pub(crate) struct Letters {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// The templates, and what they may name
    List,
    /// Merge a template for the guests of an event
    #[command(after_help = AFTER)]
    Write(Write),
}

#[derive(Args, Debug)]
struct Write {
    /// The event, by id
    event: String,
    /// The template, by id or name
    letter: String,
    /// Only to guests of this status; to everybody on the list if none
    #[arg(long)]
    status: Vec<String>,
    /// The folder of drafts, or the workbook (.xlsx) of a mail merge
    #[arg(long, value_name = "PATH", required_unless_present = "dry_run")]
    out: Option<PathBuf>,
    /// The address that answers go to
    #[arg(long, value_name = "ADDRESS", default_value = "")]
    from: String,
    /// The name they are sent under; without it the office's
    #[arg(long, value_name = "NAME", default_value = "")]
    from_name: String,
    /// One workbook for a mail merge instead of drafts
    #[arg(long)]
    mail_merge: bool,
    /// All in this language; without it each guest's own
    #[arg(long, value_name = "LANGUAGE")]
    letter_language: Option<String>,
    /// Who was not invited yet becomes so
    #[arg(long)]
    mark_invited: bool,
    /// For what; kept in the log of disclosures
    #[arg(long, default_value = "")]
    purpose: String,
    /// Only say what would be written, and who is left out
    #[arg(long)]
    dry_run: bool,
}

pub(crate) fn run(desk: &Desk, letters: &Letters) -> Result<ExitCode, Failure> {
    desk.open()?;
    match &letters.verb {
        Verb::List => {
            let all = desk.ask("letters.list", &json!({}))?;
            show::answer(desk, &all, listed)
        }
        Verb::Write(wish) => write(desk, wish),
    }
}

fn listed(all: &Value) -> String {
    let rows = all["letters"].as_array().into_iter().flatten();
    show::table(
        &["name", "kind", "languages", "id"],
        rows.map(|row| {
            let languages = row["languages"].as_array().into_iter().flatten();
            vec![
                text(&row["name"]).to_owned(),
                text(&row["kind"]).replace('_', " "),
                languages.map(text).collect::<Vec<_>>().join(" "),
                text(&row["id"]).to_owned(),
            ]
        }),
    )
}

fn write(desk: &Desk, wish: &Write) -> Result<ExitCode, Failure> {
    let event = fields::event(desk, &wish.event)?;
    let statuses: Vec<String> = wish
        .status
        .iter()
        .map(|status| status.replace('-', "_"))
        .collect();
    let guests = desk.ask(
        "invitations.list",
        &json!({ "event": event, "filter": { "status": statuses }, "language": desk.language }),
    )?;
    let request = json!({
        "event": event,
        "letter": letter(desk, &wish.letter)?,
        "invitations": guests["ids"],
        "language": wish.letter_language,
        "form": if wish.mail_merge { "mail_merge" } else { "eml" },
        "from_name": wish.from_name,
        "from_address": wish.from,
        "mark_invited": wish.mark_invited,
        "purpose": wish.purpose,
    });
    let preview = desk.ask("letters.preview", &request)?;
    let left_out = preview["refused"].as_array().is_some_and(|all| !all.is_empty());
    let code = if left_out {
        ExitCode::from(3)
    } else {
        ExitCode::SUCCESS
    };
    if wish.dry_run {
        show::answer(desk, &preview, |preview| {
            let mut lines = vec![format!("{} would be written.", letters(&preview["letters"]))];
            lines.extend(who_not(preview));
            lines.join("\n")
        })?;
        return Ok(code);
    }
    let Some(out) = &wish.out else {
        return Err(Failure::Usage("Where to? Say --out PATH.".to_owned()));
    };
    desk.choose(out);
    let written = desk.ask("letters.write", &request)?;
    show::answer(desk, &written, |written| {
        let mut lines = vec![format!(
            "Wrote {}: {}",
            letters(&written["letters"]),
            text(&written["name"])
        )];
        lines.extend(who_not(&preview));
        lines.join("\n")
    })?;
    Ok(code)
}

fn letters(count: &Value) -> String {
    match count.as_u64() {
        Some(1) => "1 letter".to_owned(),
        Some(_) | None => format!("{count} letters"),
    }
}

/// Who is left out, and what to look at.
fn who_not(preview: &Value) -> Vec<String> {
    let told = |group: &str, word: &str| -> Vec<String> {
        let all = preview[group].as_array().into_iter().flatten();
        all.map(|one| {
            format!(
                "{} {word}: {}",
                one["count"],
                text(&one["code"]).replace('_', " ")
            )
        })
        .collect()
    };
    let mut lines = told("refused", "left out");
    lines.extend(told("warnings", "to look at"));
    lines
}

fn letter(desk: &Desk, wanted: &str) -> Result<Value, Failure> {
    let all = desk.ask("letters.list", &json!({}))?;
    let lower = wanted.to_lowercase();
    let rows = || all["letters"].as_array().into_iter().flatten();
    let whole: Vec<&Value> = rows()
        .filter(|row| text(&row["name"]).to_lowercase() == lower || fields::is_meant(&row["id"], &lower))
        .collect();
    let fitting = if whole.is_empty() {
        rows()
            .filter(|row| text(&row["name"]).to_lowercase().contains(&lower))
            .collect()
    } else {
        whole
    };
    match fitting.as_slice() {
        [only] => Ok(only["id"].clone()),
        [] => Err(Failure::refused(
            "not_found",
            "No template has that id or name. Nothing was written; `letters list` shows them.",
        )),
        _ => Err(Failure::refused(
            "ambiguous_id",
            "More than one template fits. Nothing was written; give the id, or the whole name.",
        )),
    }
}
