//! Lists of people out on the command line, and the sheet to be filled in.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use crate::desk::{Desk, Failure, passphrase};
use crate::file::text;
use crate::people::person_id;
use crate::show;

/// What to write, for what and where to.
#[derive(Args, Debug)]
pub(crate) struct ExportPeople {
    /// The format
    #[arg(value_enum)]
    format: Format,
    /// Where to; an existing file is replaced whole or not at all
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// For what, in your words; stands in the export log
    #[arg(long)]
    purpose: String,
    /// People who fit a query, as in `people list`; everybody if neither this nor --person is said
    #[arg(long, default_value = "", allow_hyphen_values = true)]
    query: String,
    /// This person, by id or name
    #[arg(long, value_name = "PERSON", conflicts_with = "query")]
    person: Vec<String>,
    /// It is for direct marketing: leave out who did not agree to that, and say how many
    #[arg(long)]
    marketing: bool,
    /// As an encrypted pack (age); its passphrase is asked for, or taken from OUTREACH_PACK_PASSPHRASE
    #[arg(long)]
    pack: bool,
}

/// A format people can be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A workbook for Excel and LibreOffice
    Xlsx,
    /// Comma-separated values
    Csv,
    /// Contact cards
    Vcf,
}

/// The passphrase of a pack, if one is wanted.
pub(crate) fn pack_passphrase(pack: bool) -> Result<Value, Failure> {
    if !pack {
        return Ok(Value::Null);
    }
    let secret = passphrase(
        "OUTREACH_PACK_PASSPHRASE",
        "Passphrase of the pack (8 characters or more): ",
    )?;
    Ok(Value::from(secret.as_str()))
}

/// What was written about people, in words.
pub(crate) fn exported(written: &Value) -> String {
    let mut lines = vec![format!(
        "Wrote {} people, {} bytes, marked [RESTRICTED]{}: {}",
        written["people"],
        written["size"],
        if written["encrypted"] == true {
            ", encrypted"
        } else {
            ""
        },
        text(&written["name"])
    )];
    for (field, words) in [
        (
            "without_consent",
            "left out: they did not agree to direct marketing",
        ),
        ("not_there", "left out: erased, merged or removed"),
    ] {
        if written[field].as_u64().unwrap_or_default() > 0 {
            lines.push(format!("{} {words}", written[field]));
        }
    }
    if written["encrypted"] != true {
        lines.push("It lies there in the open; --pack encrypts it.".to_owned());
    }
    lines.join("\n")
}

pub(crate) fn export(desk: &Desk, wish: &ExportPeople) -> Result<ExitCode, Failure> {
    let people: Vec<Value> = wish
        .person
        .iter()
        .map(|person| person_id(desk, person))
        .collect::<Result<_, _>>()?;
    let format = match wish.format {
        Format::Xlsx => "xlsx",
        Format::Csv => "csv",
        Format::Vcf => "vcf",
    };
    let request = json!({
        "people": if people.is_empty() { Value::Null } else { Value::from(people) },
        "query": wish.query,
        "format": format,
        "purpose": wish.purpose,
        "marketing": wish.marketing,
        "passphrase": pack_passphrase(wish.pack)?,
        "language": desk.language,
    });
    desk.choose(&wish.out);
    let written = desk.ask("people.export", &request)?;
    show::answer(desk, &written, exported)
}

pub(crate) fn template(desk: &Desk, out: &Path) -> Result<ExitCode, Failure> {
    desk.choose(out);
    let written = desk.ask("people.import_template", &json!({ "language": desk.language }))?;
    show::answer(desk, &written, |written| {
        format!("Wrote {}", text(&written["name"]))
    })
}
