//! How a row becomes a record, and how it adds to one.
//!
//! What a record says already is spelled as it is; what a row says of post, body or market is newer and takes its
//! place; lists grow. Nothing is ever emptied by a row that says nothing.

use chrono::{DateTime, Utc};
use outreach_matching::fold;
use outreach_plan::people::{Nature, Person};
use outreach_plan::{PersonId, Wording};

use super::Given;
use crate::people::merged::{same_address, same_number};

/// A new record of a row.
pub(super) fn new(draft: &Person, id: PersonId, now: DateTime<Utc>) -> Person {
    Person {
        id,
        created: now,
        ..draft.clone()
    }
}

/// A record with what a row adds to it.
pub(super) fn filled(before: &Person, draft: &Person) -> Person {
    let mut after = before.clone();
    for (mine, said) in [
        (&mut after.family, &draft.family),
        (&mut after.given, &draft.given),
        (&mut after.chinese, &draft.chinese),
        (&mut after.preferred, &draft.preferred),
        (&mut after.source, &draft.source),
    ] {
        if mine.is_empty() {
            mine.clone_from(said);
        }
    }
    for (mine, said) in [
        (&mut after.honorific, &draft.honorific),
        (&mut after.university_region, &draft.university_region),
    ] {
        if !said.is_empty() && !says_the_same(mine, said) {
            mine.clone_from(said);
        }
    }
    overwrite(&mut after.post, &draft.post);
    overwrite(&mut after.organisation, &draft.organisation);
    if draft.market.is_some() {
        after.market = draft.market;
    }
    add(&mut after.sectors, &draft.sectors, |a, b| a == b);
    add(&mut after.schemes, &draft.schemes, |a, b| a == b);
    add(&mut after.passports, &draft.passports, |a, b| a == b);
    add(&mut after.languages, &draft.languages, |a, b| a == b);
    add(&mut after.emails, &draft.emails, same_address);
    add(&mut after.telephones, &draft.telephones, same_number);
    add(&mut after.tags, &draft.tags, |a, b| {
        a.to_lowercase() == b.to_lowercase()
    });
    if !draft.notes.is_empty() && !after.notes.contains(&draft.notes) {
        if !after.notes.is_empty() {
            after.notes.push('\n');
        }
        after.notes.push_str(&draft.notes);
    }
    if after.retain_until.is_none() {
        after.retain_until = draft.retain_until;
    }
    after
}

fn overwrite(mine: &mut Wording, said: &Wording) {
    for (mine, said) in [
        (&mut mine.en, &said.en),
        (&mut mine.zh_hant, &said.zh_hant),
        (&mut mine.zh_hans, &said.zh_hans),
    ] {
        if !said.is_empty() && !says_the_same(mine, said) {
            mine.clone_from(said);
        }
    }
}

fn says_the_same(one: &str, other: &str) -> bool {
    one == other || fold::all(one) == fold::all(other)
}

fn add<T: Clone>(mine: &mut Vec<T>, said: &[T], same: impl Fn(&T, &T) -> bool) {
    for value in said {
        if !mine.iter().any(|is| same(is, value)) {
            mine.push(value.clone());
        }
    }
}

/// Gives somebody what all people of the import are given.
pub(super) fn give(person: &mut Person, given: &Given, is_new: bool) {
    if let Some(notice) = &given.notice
        && !person.notices.iter().any(|known| known.notice == notice.notice)
    {
        person.notices.push(notice.clone());
    }
    for consent in &given.consents {
        if crate::people::query::latest(person, consent.purpose) != Some(true) {
            person.consents.push(consent.clone());
        }
    }
    if is_new {
        person.retain_until = person.retain_until.or(given.retain_until);
        if person.source.is_empty() {
            person.source.clone_from(&given.source);
        }
    } else {
        // Data that was given again may be held for as long as the new notice says.
        person.retain_until = person.retain_until.max(given.retain_until);
    }
    if person.market.is_none() {
        person.market = given.market;
    }
    add(&mut person.tags, &given.tags, |a, b| {
        a.to_lowercase() == b.to_lowercase()
    });
}

/// Whether two are called the same, whatever the script's variant, case or width. A name known in one script alone
/// says nothing about one known in the other alone.
pub(super) fn same_name(one: &Person, other: &Person) -> bool {
    if one.nature != other.nature {
        return false;
    }
    let latin = |person: &Person| {
        let name = fold::all(&format!("{} {}", person.family, person.given));
        let mut words: Vec<String> = name.split_whitespace().map(str::to_owned).collect();
        words.sort_unstable();
        words
    };
    let body = |person: &Person| match person.nature {
        Nature::Body if person.family.is_empty() => fold::all(&person.organisation.en),
        Nature::Body | Nature::Person => String::new(),
    };
    let chinese = (fold::all(&one.chinese), fold::all(&other.chinese));
    let latins = (latin(one), latin(other));
    let bodies = (body(one), body(other));
    let mut agrees = false;
    for (mine, theirs, equal) in [
        (chinese.0.is_empty(), chinese.1.is_empty(), chinese.0 == chinese.1),
        (latins.0.is_empty(), latins.1.is_empty(), latins.0 == latins.1),
        (bodies.0.is_empty(), bodies.1.is_empty(), bodies.0 == bodies.1),
    ] {
        match (mine, theirs) {
            (false, false) if !equal => return false,
            (false, false) => agrees = true,
            _ => {}
        }
    }
    agrees
}
