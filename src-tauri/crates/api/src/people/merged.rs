//! The record that comes of two: which of their fields can be chosen, and what is taken of each.

use std::collections::BTreeMap;

use outreach_plan::Wording;
use outreach_plan::people::Person;

use crate::views::Take;

/// Fields that can be chosen, each with how it is shown and put together.
pub(super) const FIELDS: [&str; 21] = [
    "nature",
    "family",
    "given",
    "chinese",
    "preferred",
    "honorific",
    "post",
    "organisation",
    "market",
    "sectors",
    "schemes",
    "passports",
    "university_region",
    "languages",
    "emails",
    "telephones",
    "tags",
    "notes",
    "source",
    "retain_until",
    "created",
];

pub(super) fn is_field(field: &str) -> bool {
    FIELDS.contains(&field)
}

/// Lists and free text, of which both can be kept.
pub(super) fn may_both(field: &str) -> bool {
    matches!(
        field,
        "sectors"
            | "schemes"
            | "passports"
            | "languages"
            | "emails"
            | "telephones"
            | "tags"
            | "notes"
            | "source"
    )
}

/// The record that stays, with what is taken of the other.
pub(crate) fn merged(keep: &Person, drop: &Person, take: &BTreeMap<String, Take>) -> Person {
    let mut after = keep.clone();
    let of = |field: &str, keep_empty: bool, drop_empty: bool| {
        take.get(field)
            .copied()
            .unwrap_or_else(|| suggested(field, keep_empty, drop_empty))
    };
    macro_rules! one_of {
        ($($field:ident is_empty $empty:expr;)*) => {$(
            let empty = $empty;
            let (mine, theirs) = (empty(&keep.$field), empty(&drop.$field));
            if matches!(of(stringify!($field), mine, theirs), Take::Drop) {
                after.$field = drop.$field.clone();
            }
        )*};
    }
    one_of! {
        nature is_empty |_: &_| false;
        family is_empty String::is_empty;
        given is_empty String::is_empty;
        chinese is_empty String::is_empty;
        preferred is_empty String::is_empty;
        honorific is_empty String::is_empty;
        post is_empty Wording::is_empty;
        organisation is_empty Wording::is_empty;
        market is_empty Option::is_none;
        university_region is_empty String::is_empty;
        retain_until is_empty Option::is_none;
    }
    macro_rules! lists {
        ($($field:ident by $same:expr;)*) => {$(
            match of(stringify!($field), keep.$field.is_empty(), drop.$field.is_empty()) {
                Take::Keep => {}
                Take::Drop => after.$field = drop.$field.clone(),
                Take::Both => {
                    let same = $same;
                    for value in &drop.$field {
                        if !after.$field.iter().any(|is| same(is, value)) {
                            after.$field.push(value.clone());
                        }
                    }
                }
            }
        )*};
    }
    lists! {
        sectors by |a: &_, b: &_| a == b;
        schemes by |a: &_, b: &_| a == b;
        passports by |a: &_, b: &_| a == b;
        languages by |a: &_, b: &_| a == b;
        emails by same_address;
        telephones by same_number;
        tags by |a: &String, b: &String| a.to_lowercase() == b.to_lowercase();
    }
    for (field, mine, theirs, into) in [
        ("notes", &keep.notes, &drop.notes, &mut after.notes),
        ("source", &keep.source, &drop.source, &mut after.source),
    ] {
        match of(field, mine.is_empty(), theirs.is_empty()) {
            Take::Keep => {}
            Take::Drop => into.clone_from(theirs),
            Take::Both => *into = joined(mine, theirs),
        }
    }
    after.created = match of("created", false, false) {
        Take::Drop => drop.created,
        Take::Keep => keep.created,
        Take::Both => keep.created.min(drop.created),
    };
    for given in &drop.notices {
        if !after.notices.contains(given) {
            after.notices.push(given.clone());
        }
    }
    after.notices.sort_by_key(|given| given.on);
    for consent in &drop.consents {
        if !after.consents.contains(consent) {
            after.consents.push(consent.clone());
        }
    }
    after.consents.sort_by_key(|consent| consent.on);
    for origin in &drop.origins {
        if !after.origins.contains(origin) {
            after.origins.push(origin.clone());
        }
    }
    after
}

pub(crate) fn same_address(one: &outreach_plan::people::Email, other: &outreach_plan::people::Email) -> bool {
    one.address.eq_ignore_ascii_case(&other.address)
}

pub(crate) fn same_number(
    one: &outreach_plan::people::Telephone,
    other: &outreach_plan::people::Telephone,
) -> bool {
    if one.e164.is_empty() || other.e164.is_empty() {
        return one.raw == other.raw;
    }
    one.e164 == other.e164
}

/// Both texts, one below the other; one that says nothing new is left out.
pub(super) fn joined(mine: &str, theirs: &str) -> String {
    if mine.contains(theirs) {
        return mine.to_owned();
    }
    if theirs.contains(mine) {
        return theirs.to_owned();
    }
    format!("{mine}\n{theirs}")
}

/// What is taken of a field where nothing was chosen.
pub(super) fn suggested(field: &str, keep_empty: bool, drop_empty: bool) -> Take {
    match (keep_empty, drop_empty) {
        _ if field == "created" => Take::Both,
        (true, false) => Take::Drop,
        (false, false) if may_both(field) => Take::Both,
        _ => Take::Keep,
    }
}
