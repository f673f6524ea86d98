//! The workspace as a file: made, verified, backed up, restored.

use std::process::ExitCode;

use serde_json::{Value, json};

use crate::desk::{Desk, Failure, passphrase};
use crate::show;

pub(crate) fn init(desk: &Desk, sample: bool) -> Result<ExitCode, Failure> {
    let path = desk.workspace()?;
    desk.choose(path);
    let secret = passphrase("OUTREACH_PASSPHRASE", "New passphrase (8 characters or more): ")?;
    if std::env::var_os("OUTREACH_PASSPHRASE").is_none() {
        let again = passphrase("OUTREACH_PASSPHRASE", "Again: ")?;
        if *again != *secret {
            return Err(Failure::Usage(
                "The two passphrases differ. Nothing was made.".to_owned(),
            ));
        }
    }
    let made = desk.ask(
        "workspace.create",
        &json!({ "passphrase": *secret, "sample": sample }),
    )?;
    show::answer(desk, &made, |made| {
        let what = if sample {
            "with the sample programme (all people in it are invented)"
        } else {
            "empty"
        };
        format!(
            "Made {}, {what}, in {}.",
            text(&made["name"]),
            text(&made["folder"])
        )
    })
}

pub(crate) fn status(desk: &Desk) -> Result<ExitCode, Failure> {
    if desk.workspace().is_ok() {
        desk.open()?;
    }
    let status = desk.ask("app.status", &json!({}))?;
    show::answer(desk, &status, |status| {
        let mut lines = vec![format!(
            "Outreach {}, zone rules {} ({})",
            text(&status["version"]),
            text(&status["zones"]["release"]),
            text(&status["zones"]["source"])
        )];
        if let Some(workspace) = status["workspace"].as_object() {
            lines.push(format!(
                "Workspace {}, {} bytes",
                text(&workspace["name"]),
                workspace["size"]
            ));
        }
        if let Some(found) = status["findings"].as_object() {
            lines.push(format!(
                "{} problems, {} warnings, {} notes",
                found["problems"], found["warnings"], found["notes"]
            ));
        }
        lines.join("\n")
    })
}

pub(crate) fn verify(desk: &Desk) -> Result<ExitCode, Failure> {
    desk.open()?;
    let report = desk.ask("workspace.verify", &json!({}))?;
    let sound = report["sound"] == true;
    show::answer(desk, &report, |report| {
        let counts = format!(
            "{} records, {} changes in the history",
            report["records"], report["changes"]
        );
        if sound {
            return format!("Sound: {counts}; the tables are what the history says.");
        }
        let faults: Vec<&str> = report["faults"]
            .as_array()
            .into_iter()
            .flatten()
            .map(text)
            .collect();
        format!(
            "NOT SOUND: {counts}\n  {}\nNothing was changed. Restore a backup: `outreach backups`, `outreach restore`.",
            faults.join("\n  ")
        )
    })?;
    Ok(if sound {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(3)
    })
}

pub(crate) fn backup(desk: &Desk) -> Result<ExitCode, Failure> {
    desk.open()?;
    let made = desk.ask("workspace.backup", &json!({}))?;
    show::answer(desk, &made, |made| {
        format!(
            "Made and verified {}, {} bytes.",
            text(&made["name"]),
            made["size"]
        )
    })
}

pub(crate) fn backups(desk: &Desk) -> Result<ExitCode, Failure> {
    desk.open()?;
    let backups = desk.ask("workspace.backups", &json!({}))?;
    show::answer(desk, &backups, |backups| {
        let rows = backups.as_array().into_iter().flatten();
        show::table(
            &["made (Hong Kong)", "bytes", "name"],
            rows.map(|backup| {
                vec![
                    show::minute(&backup["made"]),
                    backup["size"].to_string(),
                    text(&backup["name"]).to_owned(),
                ]
            }),
        )
    })
}

pub(crate) fn restore(desk: &Desk, name: Option<&str>) -> Result<ExitCode, Failure> {
    desk.open()?;
    let backups = desk.ask("workspace.backups", &json!({}))?;
    let wanted = backups
        .as_array()
        .into_iter()
        .flatten()
        .find(|backup| name.is_none_or(|name| backup["name"] == name))
        .ok_or_else(|| {
            Failure::Usage(
                "There is no such backup. `outreach backups` lists them; nothing was changed.".to_owned(),
            )
        })?;
    let restored = desk.ask("workspace.restore", &json!({ "choice": wanted["choice"] }))?;
    show::answer(desk, &restored, |_| {
        format!(
            "Restored {}. What was there before is kept beside it.",
            text(&wanted["name"])
        )
    })
}

pub(crate) fn exchange_passphrase(desk: &Desk) -> Result<ExitCode, Failure> {
    desk.open()?;
    let current = passphrase("OUTREACH_PASSPHRASE", "Present passphrase, once more: ")?;
    let new = passphrase(
        "OUTREACH_NEW_PASSPHRASE",
        "New passphrase (8 characters or more): ",
    )?;
    let done = desk.ask(
        "workspace.change_passphrase",
        &json!({ "current": *current, "new": *new }),
    )?;
    show::answer(desk, &done, |_| {
        "The passphrase was exchanged. Backups made before keep the old one.".to_owned()
    })
}

/// The text of a JSON string; nothing for anything else.
pub(crate) fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
