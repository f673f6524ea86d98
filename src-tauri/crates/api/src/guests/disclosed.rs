//! The log of what leaves the laptop about people.

use std::path::Path;

use blake2::{Blake2b256, Digest};
use outreach_plan::people::{Disclosure, DisclosureKind};
use outreach_plan::{DisclosureId, PersonId};

use crate::change::Draft;
use crate::rows::count;

/// What was written.
pub(crate) struct Written<'a> {
    pub(crate) kind: DisclosureKind,
    /// The event it is about, as its title is now; empty for none.
    pub(crate) about: &'a str,
    pub(crate) people: Vec<PersonId>,
    /// How many people it names, those included who are not in the ledger.
    pub(crate) named: u32,
    pub(crate) purpose: &'a str,
    pub(crate) path: &'a Path,
    pub(crate) digest: String,
}

/// Puts a line into the log.
pub(crate) fn log(draft: &mut Draft<'_>, written: Written<'_>) {
    let mut people = written.people;
    people.sort_unstable();
    people.dedup();
    let disclosure = Disclosure {
        id: DisclosureId(draft.fresh_key()),
        at: draft.now,
        actor: draft.signed(),
        kind: written.kind,
        about: written.about.to_owned(),
        count: written.named.max(count(people.len())),
        people,
        purpose: written.purpose.trim().chars().take(500).collect(),
        path: written.path.display().to_string(),
        digest: written.digest,
        encrypted: false,
    };
    draft.put_made(disclosure);
}

/// By which a file is known again: BLAKE2b-256, hex.
pub(crate) fn digest(bytes: &[u8]) -> String {
    hex(&Blake2b256::digest(bytes))
}

/// By which a folder is known again: the digest of the digests of its files, in the order of their names.
pub(crate) fn digest_of_all<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> String {
    let mut all: Vec<(&str, String)> = files
        .into_iter()
        .map(|(name, bytes)| (name, digest(bytes)))
        .collect();
    all.sort_unstable();
    let mut whole = Blake2b256::new();
    for (_, digest) in all {
        whole.update(digest.as_bytes());
    }
    hex(&whole.finalize())
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        _ = write!(text, "{byte:02x}");
        text
    })
}
