//! Cards, read and written as a test wants them.

#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test uses its part, and one that cannot go on fails"
)]

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use outreach_exchange::people::PersonDraft;
use outreach_exchange::vcard::{CardError, CardVersion, Cards, ReadCards, read_cards, write_cards};
use outreach_plan::PersonId;
use outreach_plan::people::Person;
use uuid::Uuid;

pub(crate) fn try_read(bytes: &[u8]) -> Result<Cards, CardError> {
    read_cards(
        bytes,
        &ReadCards {
            encoding: None,
            country: Some("HK"),
            cancel: &|_, _| ControlFlow::Continue(()),
        },
    )
}

pub(crate) fn read(text: &str) -> Cards {
    try_read(text.as_bytes()).unwrap()
}

pub(crate) fn card(version: &str, lines: &str) -> String {
    format!(
        "BEGIN:VCARD\r\nVERSION:{version}\r\n{}\r\nEND:VCARD\r\n",
        lines.trim().replace('\n', "\r\n")
    )
}

pub(crate) fn person(version: &str, lines: &str) -> PersonDraft {
    read(&card(version, lines)).cards.remove(0).person
}

pub(crate) fn records(drafts: &[PersonDraft]) -> Vec<Person> {
    (1..)
        .zip(drafts)
        .map(|(key, draft)| {
            draft.clone().into_person(
                PersonId(Uuid::from_u128(key)),
                "2026-11-22T09:00:00Z".parse().unwrap(),
            )
        })
        .collect()
}

/// What comes back of people that were written and read again.
pub(crate) fn again(drafts: &[PersonDraft], version: CardVersion) -> Vec<PersonDraft> {
    let people = records(drafts);
    let bytes = write_cards(
        &people.iter().collect::<Vec<_>>(),
        version,
        "2026-11-22T09:00:00Z".parse().unwrap(),
    );
    for line in String::from_utf8(bytes.clone()).unwrap().split("\r\n") {
        assert!(line.len() <= 75, "{line}");
    }
    let cards = try_read(&bytes).unwrap();
    assert_eq!((cards.losses, cards.refused), (Vec::new(), Vec::new()));
    assert!(cards.cards.iter().all(|card| card.left_out.is_empty()));
    cards.cards.into_iter().map(|card| card.person).collect()
}

#[expect(clippy::print_stderr, reason = "a part that was left out must be seen")]
pub(crate) fn corpus() -> Vec<PathBuf> {
    let folder = std::env::var_os("OUTREACH_CORPUS").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/corpus"),
        PathBuf::from,
    );
    let Ok(files) = std::fs::read_dir(folder.join("ez-vcard")) else {
        eprintln!("skipped: the corpus of other programs' files is not there");
        return Vec::new();
    };
    let mut files: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    files.sort();
    files
}
