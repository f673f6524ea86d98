//! Files about people, on their way out: packed if asked for, written whole, logged.

use outreach_exchange::NamedBytes;
use outreach_exchange::pack::{self, PackError};
use outreach_plan::people::{Disclosure, DisclosureKind};
use outreach_plan::{DisclosureId, PersonId};

use crate::change::Label;
use crate::guests::disclosed::digest;
use crate::host::Choose;
use crate::rows::count;
use crate::views::ExportedPeople;
use crate::{Refused, Session, choices, files};

/// A purpose is at most so many characters.
const PURPOSE_MOST: usize = 500;

/// A file put together, with what is logged of it.
pub(super) struct Outgoing<'a> {
    pub(super) kind: DisclosureKind,
    pub(super) file: NamedBytes,
    pub(super) people: Vec<PersonId>,
    pub(super) purpose: String,
    pub(super) passphrase: Option<&'a str>,
    pub(super) without_consent: u32,
    pub(super) not_there: u32,
}

/// For what something is written: must be said.
pub(super) fn purpose(text: &str) -> Result<String, Refused> {
    let purpose = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if purpose.is_empty() {
        return Err(Refused::invalid("purpose", "empty"));
    }
    if purpose.chars().count() > PURPOSE_MOST {
        return Err(Refused::invalid("purpose", "too_long").with("most", PURPOSE_MOST));
    }
    Ok(purpose)
}

/// A passphrase that is long enough, before anything is put together or a place is asked for.
pub(super) fn check_passphrase(passphrase: Option<&str>) -> Result<(), Refused> {
    let least = pack::SHORTEST_PASSPHRASE;
    match passphrase {
        Some(words) if words.chars().count() < least => Err(refused(&PackError::TooShort { least })),
        Some(_) | None => Ok(()),
    }
}

pub(super) fn refused(error: &PackError) -> Refused {
    error.params().into_iter().fold(
        Refused::new(error.code(), format!("Nothing was written: {error}.")),
        |refused, (name, value)| refused.with(name, value),
    )
}

/// Asks where it goes, writes it and logs it; none if the dialog was cancelled.
pub(super) fn write(session: &Session, out: Outgoing<'_>) -> Result<Option<ExportedPeople>, Refused> {
    let (file, ending) = match out.passphrase {
        Some(passphrase) => {
            let name = format!("{}.age", out.file.name);
            let bytes = pack::seal(&[out.file], passphrase).map_err(|error| refused(&error))?;
            (NamedBytes { name, bytes }, "age")
        }
        None => {
            let ending = ending(&out.file.name);
            (out.file, ending)
        }
    };
    let Some(path) = session.host.choose(&Choose::Export {
        suggested: file.name,
        ending,
    }) else {
        return Ok(None);
    };
    files::write_whole(&path, &file.bytes)?;
    let people = count(out.people.len());
    let logged = session.change(|draft| {
        let id = DisclosureId(draft.fresh_key());
        draft.put_made(Disclosure {
            id,
            at: draft.now,
            actor: draft.actor(),
            kind: out.kind,
            about: String::new(),
            count: people,
            people: out.people,
            purpose: out.purpose,
            path: path.display().to_string(),
            digest: digest(&file.bytes),
            encrypted: out.passphrase.is_some(),
        });
        Ok((id, Label::new("people_exported").with("count", people)))
    });
    let disclosure = match logged {
        Ok(done) => done.value,
        Err(refused) => {
            // What is not in the log must not lie about either.
            _ = std::fs::remove_file(&path);
            return Err(refused);
        }
    };
    let (name, folder) = choices::shown(&path);
    Ok(Some(ExportedPeople {
        name,
        folder,
        size: file.bytes.len() as u64,
        people,
        without_consent: out.without_consent,
        not_there: out.not_there,
        encrypted: out.passphrase.is_some(),
        marking: "restricted".to_owned(),
        disclosure,
    }))
}

fn ending(name: &str) -> &'static str {
    ["xlsx", "csv", "vcf", "pdf", "json"]
        .into_iter()
        .find(|ending| name.ends_with(&format!(".{ending}")))
        .unwrap_or("")
}
