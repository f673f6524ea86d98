//! A calendar's components as they stand in the file, before zones and series are worked out.

use std::borrow::Cow;

use chrono::{DateTime, NaiveDateTime, Utc};

use super::IncomingStatus;
use super::value::{Form, Length};

/// A time, with the place of its TZID in [`super::scan::Scan::tzids`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct RawTime {
    pub(super) at: NaiveDateTime,
    pub(super) form: Form,
    pub(super) tzid: Option<u32>,
}

/// RDATE: a start, with a length of its own or without.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct RawPeriod {
    pub(super) start: RawTime,
    pub(super) end: Option<RawEnd>,
}

/// How an end is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum RawEnd {
    At(RawTime),
    After(Length),
}

/// An answer in an ATTENDEE line.
#[derive(Clone, Debug, Default)]
pub(super) struct RawAttendee {
    pub(super) address: String,
    pub(super) name: String,
    pub(super) partstat: String,
    pub(super) delegated_to: Vec<String>,
}

/// A VEVENT. Texts are still escaped.
#[derive(Debug, Default)]
pub(super) struct RawEvent<'a> {
    pub(super) line: u32,
    /// Which VCALENDAR of the file it is in.
    pub(super) calendar: u32,
    pub(super) uid: Cow<'a, str>,
    pub(super) sequence: u32,
    pub(super) stamp: Option<DateTime<Utc>>,
    pub(super) modified: Option<DateTime<Utc>>,
    pub(super) recurrence_id: Option<RawTime>,
    pub(super) this_and_future: bool,
    pub(super) start: Option<RawTime>,
    pub(super) end: Option<RawEnd>,
    pub(super) rules: Vec<(u32, Cow<'a, str>)>,
    pub(super) not_rules: Vec<(u32, Cow<'a, str>)>,
    pub(super) dates: Vec<RawPeriod>,
    pub(super) not_dates: Vec<RawTime>,
    pub(super) summary: Cow<'a, str>,
    pub(super) description: Cow<'a, str>,
    pub(super) location: Cow<'a, str>,
    pub(super) url: Cow<'a, str>,
    pub(super) comment: Cow<'a, str>,
    pub(super) geo: Option<(f64, f64)>,
    pub(super) categories: Vec<String>,
    pub(super) status: Option<IncomingStatus>,
    pub(super) attendees: Vec<RawAttendee>,
    /// The first thing wrong with it, for which it is refused: code, property, value.
    pub(super) wrong: Option<(&'static str, &'static str, String)>,
    pub(super) warnings: Vec<&'static str>,
}

impl RawEvent<'_> {
    pub(super) fn recurs(&self) -> bool {
        !self.rules.is_empty() || !self.dates.is_empty()
    }

    /// Whether two say the same of the same times. Only asked of events that share a UID.
    pub(super) fn same_content(&self, other: &Self) -> bool {
        (
            self.start,
            self.end,
            self.recurrence_id,
            self.this_and_future,
            self.status,
            &self.categories,
        ) == (
            other.start,
            other.end,
            other.recurrence_id,
            other.this_and_future,
            other.status,
            &other.categories,
        ) && (&self.summary, &self.description, &self.location, &self.url)
            == (&other.summary, &other.description, &other.location, &other.url)
            && self.geo == other.geo
            && self.dates == other.dates
            && self.not_dates == other.not_dates
            && self
                .rules
                .iter()
                .map(|(_, rule)| rule)
                .eq(other.rules.iter().map(|(_, rule)| rule))
    }

    /// What makes one version of an event newer than another (RFC 5546 section 2.1.5).
    pub(super) fn version(&self) -> (u32, Option<DateTime<Utc>>) {
        (self.sequence, self.stamp)
    }
}

/// A VTIMEZONE.
#[derive(Debug, Default)]
pub(super) struct RawRules {
    pub(super) line: u32,
    pub(super) calendar: u32,
    pub(super) tzid: String,
    /// X-LIC-LOCATION: the IANA name, from programs built on libical.
    pub(super) location: String,
    pub(super) observances: Vec<RawObservance>,
}

/// A STANDARD or DAYLIGHT part of a VTIMEZONE.
#[derive(Debug, Default)]
pub(super) struct RawObservance {
    pub(super) start: Option<NaiveDateTime>,
    pub(super) from_s: Option<i32>,
    pub(super) to_s: Option<i32>,
    pub(super) rules: Vec<String>,
    pub(super) dates: Vec<(NaiveDateTime, Form)>,
}
