//! Taking people out for good on the command line: what would go, whether that is meant, what is left.

use std::io::{IsTerminal as _, Write as _};
use std::process::ExitCode;

use serde_json::{Value, json};

use crate::desk::{Desk, Failure};
use crate::file::text;
use crate::people::person_id;
use crate::show;

/// How an erasure is wished.
#[derive(Clone, Copy)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of the command line"
)]
pub(crate) struct Erase {
    /// Exports that hold the person go as well.
    pub(crate) files: bool,
    /// The name is struck out of other records.
    pub(crate) mentions: bool,
    /// It is only said what would be.
    pub(crate) dry_run: bool,
    /// Nobody is asked.
    pub(crate) yes: bool,
}

/// Asks on a terminal; a script has to say `--yes`.
pub(crate) fn sure(yes: bool, question: &str) -> Result<(), Failure> {
    if yes {
        return Ok(());
    }
    if !std::io::stdin().is_terminal() {
        return Err(Failure::Usage(
            "Nothing was changed: this cannot be taken back, so say --yes where nobody can be asked."
                .to_owned(),
        ));
    }
    let mut terminal = std::io::stderr().lock();
    write!(terminal, "{question} Type yes: ")?;
    terminal.flush()?;
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer)?;
    if answer.trim().eq_ignore_ascii_case("yes") {
        Ok(())
    } else {
        Err(Failure::refused(
            "cancelled",
            "Not confirmed. Nothing was changed.",
        ))
    }
}

/// Takes a person out of the file for good.
pub(crate) fn erase(desk: &Desk, person: &str, wish: &Erase) -> Result<ExitCode, Failure> {
    let id = person_id(desk, person)?;
    let preview = desk.ask(
        "privacy.preview_erase",
        &json!({ "person": id, "language": desk.language }),
    )?;
    if wish.dry_run {
        return show::answer(desk, &preview, would);
    }
    if !wish.yes && std::io::stdin().is_terminal() {
        show::line(&would(&preview));
    }
    sure(wish.yes, "This cannot be taken back. Erase?")?;
    let exports = preview["exports"].as_array().into_iter().flatten();
    let files: Vec<&Value> = exports
        .filter(|file| wish.files && file["on_disk"] == "unchanged")
        .map(|file| &file["id"])
        .collect();
    let request = json!({ "person": preview["person"], "files": files, "mentions": wish.mentions });
    let done = desk.ask("privacy.erase", &request)?;
    let left = |field: &str| done[field].as_array().is_some_and(|all| !all.is_empty());
    let is_clean = done["no_trace"] == true && !left("files_left") && !left("backups");
    show::answer(desk, &done, |done| {
        let mut lines = vec![format!(
            "Erased; {} changes of the history were rewritten.",
            done["changes"]
        )];
        lines.push(if done["no_trace"] == true {
            "A search through every byte of the file found nothing of the person.".to_owned()
        } else {
            "Some of the texts are still in the file: they are somebody else's too, or stand in mentions that were \
             not struck out (--mentions)."
                .to_owned()
        });
        if done["struck"].as_u64().unwrap_or_default() > 0 {
            lines.push(format!("Struck out in {} places.", done["struck"]));
        }
        if done["files_deleted"].as_u64().unwrap_or_default() > 0 {
            lines.push(format!("Deleted {} files.", done["files_deleted"]));
        }
        lines.extend(files_of(&done["files_left"], "Still lies there"));
        lines.extend(backups_of(&done["backups"]));
        lines.join("\n")
    })?;
    Ok(if is_clean {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(3)
    })
}

fn would(preview: &Value) -> String {
    let parts = |value: &Value| {
        let all = value.as_array().into_iter().flatten();
        all.map(|part| format!("{} {}", part["count"], text(&part["what"]).replace('_', " ")))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let mut lines = vec![
        format!("{} ({})", text(&preview["name"]), text(&preview["person"])),
        format!("  goes          {}", parts(&preview["goes"])),
        format!("  stays         {} (they tell nothing)", parts(&preview["stays"])),
        format!("  history       {} changes are rewritten", preview["changes"]),
    ];
    for mention in preview["mentions"].as_array().into_iter().flatten() {
        lines.push(format!(
            "  mentioned in  {} {}: {}",
            text(&mention["record"]["kind"]),
            text(&mention["field"]),
            text(&mention["excerpt"])
        ));
    }
    lines.extend(files_of(&preview["exports"], "  lies in"));
    lines.extend(backups_of(&preview["backups"]));
    if preview["open_imports"].as_u64().unwrap_or_default() > 0 {
        lines.push("  an import is open; it has to be looked at again".to_owned());
    }
    lines.join("\n")
}

/// Files and where they lie, a line each.
pub(crate) fn files_of(files: &Value, words: &str) -> Vec<String> {
    let all = files.as_array().into_iter().flatten();
    all.map(|file| {
        format!(
            "{words}: {}/{} ({}, {})",
            text(&file["folder"]),
            text(&file["name"]),
            text(&file["on_disk"]),
            if file["encrypted"] == true {
                "encrypted"
            } else {
                "in the open"
            }
        )
    })
    .collect()
}

fn backups_of(backups: &Value) -> Vec<String> {
    let all = backups.as_array().into_iter().flatten();
    all.map(|copy| format!("Backup that still holds the person: {}", text(&copy["name"])))
        .collect()
}
