//! Letters and e-mails to guests: merged, looked at, and written as files for an e-mail program.
//!
//! Nothing is sent from here. Each draft carries its guest's own calendar invitation with the event's one UID, so
//! that an answer from any calendar finds its way back. What is written is whole or not there, is logged as a
//! disclosure in the same change that marks who was invited, and its names of files name nobody. Who may be written
//! to at all is the plan's rule ([`outreach_plan::people::LetterKind::unwritten`]); whoever is left out is counted.

mod merging;
mod writing;

use outreach_exchange::mail::{FIELDS, Fields, merge};
use outreach_plan::people::Letter;
use outreach_plan::{Language, Wording};

use crate::route::Nothing;
use crate::views::{
    LetterField, LetterKey, LetterPreview, LetterRow, Letters, LettersWritten, MergeLetters, Sender,
};
use crate::{Refused, Session};

/// `letters.list`
pub(crate) fn list(session: &Session, _request: &Nothing) -> Result<Letters, Refused> {
    let desk = session.desk()?;
    let plan = desk.plan();
    let mut letters: Vec<LetterRow> = plan.letters().values().map(row).collect();
    letters.sort_by(|a, b| (a.kind as u8, &a.name).cmp(&(b.kind as u8, &b.name)));
    let fields = FIELDS
        .iter()
        .map(|field| {
            let [en, zh_hant, zh_hans] = field.names.map(str::to_owned);
            LetterField {
                name: field.key.to_owned(),
                names: Wording { en, zh_hant, zh_hans },
            }
        })
        .collect();
    let mut senders: Vec<Sender> = plan
        .calendars()
        .values()
        .map(|calendar| &calendar.form)
        .filter(|form| !form.organiser_email.is_empty())
        .map(|form| Sender {
            address: form.organiser_email.clone(),
            name: form.organiser_name.clone(),
        })
        .collect();
    senders.sort_unstable();
    senders.dedup();
    Ok(Letters {
        letters,
        fields,
        senders,
    })
}

fn row(letter: &Letter) -> LetterRow {
    // Without a single value, every field that is named is missing.
    let mut fields: Vec<String> = written_in(letter)
        .flat_map(|language| merge(letter, &Fields::new(), language).missing)
        .collect();
    fields.sort_unstable();
    fields.dedup();
    LetterRow {
        id: letter.id,
        name: letter.name.clone(),
        kind: letter.kind,
        languages: written_in(letter).collect(),
        fields,
    }
}

/// The languages a template is written in.
fn written_in(letter: &Letter) -> impl Iterator<Item = Language> + '_ {
    Language::ALL.into_iter().filter(|language| {
        let body = match language {
            Language::English => &letter.body.en,
            Language::TraditionalChinese => &letter.body.zh_hant,
            Language::SimplifiedChinese => &letter.body.zh_hans,
        };
        !body.trim().is_empty()
    })
}

/// `letters.show`
pub(crate) fn show(session: &Session, request: &LetterKey) -> Result<Letter, Refused> {
    let desk = session.desk()?;
    let plan = desk.plan();
    plan.letters()
        .get(&request.id)
        .cloned()
        .ok_or_else(Refused::not_found)
}

/// `letters.preview`
pub(crate) fn preview(session: &Session, request: &MergeLetters) -> Result<LetterPreview, Refused> {
    session.room(request.language.unwrap_or_default(), |room| {
        merging::preview(room, request)
    })
}

/// `letters.write`
pub(crate) fn write(session: &Session, request: &MergeLetters) -> Result<Option<LettersWritten>, Refused> {
    writing::write(session, request)
}
