//! The texts of an event, read once for all its occasions, and the hash of what an event says.

use std::borrow::Cow;

use outreach_plan::StableHash;

use super::IncomingEvent;
use super::properties::warn;
use super::raw::RawEvent;
use super::value::{one_line, text};

/// How long a UID may be in bytes; a longer one is replaced by its hash.
const LONGEST_UID: usize = 1_000;

/// The texts of an event.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    pub(super) uid: String,
    pub(super) summary: String,
    pub(super) description: String,
    pub(super) location: String,
    pub(super) url: String,
    pub(super) comment: String,
    pub(super) warnings: Vec<&'static str>,
}

impl Words {
    pub(super) fn of(raw: &RawEvent<'_>) -> Self {
        let mut warnings = raw.warnings.clone();
        let mut cut = false;
        let mut take = |(text, short): (String, bool)| {
            cut |= short;
            text
        };
        let words = Self {
            uid: String::new(),
            summary: take(one_line(&raw.summary)),
            description: take(text(&raw.description)),
            location: take(one_line(&raw.location)),
            url: take(one_line(&raw.url)),
            comment: take(text(&raw.comment)),
            warnings: Vec::new(),
        };
        if cut {
            warn(&mut warnings, "text_cut");
        }
        if raw.uid.is_empty() {
            warn(&mut warnings, "no_uid");
        }
        Self {
            uid: uid(raw).into_owned(),
            warnings,
            ..words
        }
    }
}

/// An event's UID, or one made from what it says, the same at each reading.
pub(super) fn uid<'r>(raw: &'r RawEvent<'_>) -> Cow<'r, str> {
    let fits = raw.uid.len() <= LONGEST_UID && !raw.uid.contains(char::is_control);
    if !raw.uid.is_empty() && fits {
        return Cow::Borrowed(&raw.uid);
    }
    let mut hash = StableHash::new();
    hash.text(&raw.uid);
    if raw.uid.is_empty() {
        // As read: another program may escape them otherwise.
        hash.text(&one_line(&raw.summary).0);
        hash.text(&text(&raw.description).0);
        hash.text(&one_line(&raw.location).0);
        if let Some(start) = raw.start {
            hash.number(start.at.and_utc().timestamp());
        }
    }
    Cow::Owned(format!("without-uid-{:016x}", hash.value()))
}

/// The hash of what an event says, without SEQUENCE and stamps.
pub(super) fn hash(event: &IncomingEvent) -> u64 {
    let mut hash = StableHash::new();
    for text in [
        &event.summary,
        &event.description,
        &event.location,
        &event.url,
        &event.zone,
        event.end_zone.as_ref().unwrap_or(&String::new()),
    ] {
        hash.text(text);
    }
    for category in &event.categories {
        hash.text(category);
    }
    for wall in [event.start, event.end] {
        hash.number(wall.and_utc().timestamp());
    }
    let fold = |fold: Option<outreach_zones::Fold>| match fold {
        None => 0,
        Some(outreach_zones::Fold::Earlier) => 1,
        Some(outreach_zones::Fold::Later) => 2,
    };
    let status = event.status.map_or(0, |status| match status {
        super::IncomingStatus::Tentative => 1,
        super::IncomingStatus::Confirmed => 2,
        super::IncomingStatus::Cancelled => 3,
    });
    hash.bytes(&[
        status,
        u8::from(event.all_day),
        fold(event.start_fold),
        fold(event.end_fold),
    ]);
    if let Some((latitude, longitude)) = event.geo {
        hash.bytes(&latitude.to_le_bytes());
        hash.bytes(&longitude.to_le_bytes());
    }
    hash.value()
}
