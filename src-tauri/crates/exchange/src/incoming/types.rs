//! What reading a calendar needs to be told, and what it gives back.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use outreach_zones::{Fold, Rules};

/// What a calendar file may be at most, in bytes. Look at a file's length before reading it.
pub const LARGEST_FILE: usize = 64 << 20;
/// How many components may lie in one another; real files have three.
pub const DEEPEST_NESTING: usize = 16;
/// How many events one file may hold, and how many may come of it once series are expanded.
pub const MOST_EVENTS: usize = 200_000;
/// What one text may be at most, in bytes; the rest is cut off, with a warning.
pub const LONGEST_TEXT: usize = 100_000;

/// How a calendar is to be read.
pub struct Reading<'a> {
    /// The rules by which wall times are resolved; ours, whatever the file says.
    pub rules: &'a Rules,
    /// The zone (IANA) of times that name none, and of whole days; without one they are asked about.
    pub floating_zone: Option<&'a str>,
    /// What the planner answered to [`ZoneAsk`]s: TZID as in the file to IANA name.
    pub zone_answers: &'a BTreeMap<String, String>,
    /// An encoding by its WHATWG label, where the one that was found is wrong.
    pub encoding: Option<&'a str>,
    /// Occasions of a series that end before this day are left out; none: all are kept.
    pub expand_from: Option<NaiveDate>,
    /// The last day on which an occasion of a series may start.
    pub expand_until: NaiveDate,
    /// How many occasions one series may have; those after it are cut.
    pub expand_at_most: usize,
    /// Told how much is done of how much, in components; may stop the reading.
    pub cancel: &'a dyn Fn(usize, usize) -> ControlFlow<()>,
}

/// A calendar that others wrote, as far as it could be read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IncomingCalendar {
    /// What it calls itself (NAME, else X-WR-CALNAME); empty if it doesn't.
    pub name: String,
    /// METHOD in capitals: what the sender wants done with it.
    pub method: Option<String>,
    /// PRODID: the program that wrote it.
    pub product: String,
    /// How its bytes were read as text.
    pub encoding: TextEncoding,
    /// Its events in the order of the file, series as their occasions.
    pub events: Vec<IncomingEvent>,
    /// Answers of invitees (METHOD:REPLY, COUNTER).
    pub replies: Vec<IncomingReply>,
    /// What was not understood, by line.
    pub refused: Vec<RefusedItem>,
    /// What was understood but has no place in an event, by property or component.
    pub losses: Vec<Loss>,
    /// Zones that only the planner can tell. The events concerned have an empty zone until answered.
    pub asks: Vec<ZoneAsk>,
    /// UIDs of series that had more occasions than were asked for.
    pub bounded: Vec<String>,
}

/// How bytes were read as text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextEncoding {
    /// The WHATWG name, such as `UTF-8` or `windows-1252`.
    pub label: String,
    /// False if it was guessed, so that letters may be wrong.
    pub sure: bool,
}

/// One event, or one occasion of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct IncomingEvent {
    /// UID; made from the content, and warned of (`no_uid`), where there is none.
    pub uid: String,
    /// Which occasion of a series: its start before it was moved, as `20270514T140000Z` in UTC, `20270514` for a
    /// whole day, `20270514T140000` while its zone is asked. None for an event that does not recur.
    pub recurrence: Option<String>,
    /// SEQUENCE, 0 if there is none.
    pub sequence: u32,
    /// DTSTAMP.
    pub stamp: Option<DateTime<Utc>>,
    /// LAST-MODIFIED.
    pub modified: Option<DateTime<Utc>>,
    /// SUMMARY, in one line.
    pub summary: String,
    /// DESCRIPTION, lines ended by `\n`.
    pub description: String,
    /// LOCATION, in one line.
    pub location: String,
    /// URL.
    pub url: String,
    /// GEO: latitude and longitude in degrees.
    pub geo: Option<(f64, f64)>,
    /// CATEGORIES.
    pub categories: Vec<String>,
    /// STATUS; cancelled for everything in a METHOD:CANCEL.
    pub status: Option<IncomingStatus>,
    /// Whole days: start and end at midnight.
    pub all_day: bool,
    /// Wall time of the start, in `zone`.
    pub start: NaiveDateTime,
    /// Which of two equal wall times the start is.
    pub start_fold: Option<Fold>,
    /// Wall time of the end, in `end_zone` or `zone`; the midnight after the last of whole days.
    pub end: NaiveDateTime,
    /// Which of two equal wall times the end is.
    pub end_fold: Option<Fold>,
    /// IANA name; empty while it is asked.
    pub zone: String,
    /// IANA name of the end's zone where it is another (travel).
    pub end_zone: Option<String>,
    /// The same for the same content, whatever SEQUENCE and stamps say; stable between versions of the program.
    pub hash: u64,
    /// What the planner should look at: `gap` (the wall time is jumped over; moved later), `fold` (shown twice; the
    /// first taken), `zone_by_vtimezone` (found by the file's own rules), `zone_by_instant` (no zone has the
    /// file's rules; put into UTC), `vtimezone_differs` (the file's rules differ from ours, which count),
    /// `utc_with_zone`, `end_before_start`, `end_kind`, `duration_negative`, `no_uid`, `text_cut`,
    /// `zone_asked`, `rule_unreadable` (a series of which only the first occasion is known), `date_unreadable`
    /// (one of RDATE or EXDATE), `start_outside_rule`, `orphan` (an occasion without its series).
    pub warnings: Vec<&'static str>,
    /// The line of its BEGIN, from 1.
    pub line: u32,
}

/// STATUS of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IncomingStatus {
    /// Not yet sure.
    Tentative,
    /// Takes place.
    Confirmed,
    /// Does not take place.
    Cancelled,
}

/// What an invitee answered.
#[derive(Clone, Debug, PartialEq)]
pub struct IncomingReply {
    /// The event's UID.
    pub uid: String,
    /// Which occasion of a series, as in [`IncomingEvent::recurrence`].
    pub recurrence: Option<String>,
    /// The SEQUENCE that was answered.
    pub sequence: u32,
    /// DTSTAMP: the later answer counts.
    pub stamp: Option<DateTime<Utc>>,
    /// The address of who answers, without `mailto:`.
    pub attendee: String,
    /// CN of who answers.
    pub attendee_name: String,
    /// PARTSTAT in capitals; empty if not said.
    pub partstat: String,
    /// Addresses of those who come instead.
    pub delegated_to: Vec<String>,
    /// COMMENT.
    pub comment: String,
    /// The event as they would have it (METHOD:COUNTER).
    pub counter: Option<Box<IncomingEvent>>,
    /// `REPLY` or `COUNTER`.
    pub method: String,
    /// The line of the event's BEGIN, from 1.
    pub line: u32,
}

/// Something that was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedItem {
    /// Where it begins, from 1.
    pub line: u32,
    /// The event's UID, if it got so far; else empty.
    pub uid: String,
    /// What is wrong: `unreadable_line`, `unfinished` (cut off), `stray_end`, `no_start`, `bad_start`, `bad_end`,
    /// `bad_duration`, `bad_recurrence_id`, `bad_rule`, `bad_date` (RDATE, EXDATE), `uid_reused` (another event
    /// under the same UID), `older_version` (a lower SEQUENCE or DTSTAMP than another in the file),
    /// `until_before_start` (a series that ends before it begins: nothing is left of it), `occasion_excluded` (a
    /// changed occasion that the series excludes), `too_deep`, `zone_rules_cut` (a VTIMEZONE without end), `bad_zone_rules`, `too_many_occasions`,
    /// `no_attendee` (a reply from nobody), `too_many_refused` (the rest is not listed).
    pub code: &'static str,
    /// What the words need: `property`, `value` (cut short), `kept_line`, `tzid`, `most`.
    pub params: BTreeMap<&'static str, String>,
}

/// Something that was understood but cannot be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// The property (`ATTENDEE`) or component (`VALARM`), in capitals.
    pub property: String,
    /// How often.
    pub count: u32,
    /// Its first lines, 50 at most.
    pub lines: Vec<u32>,
}

/// A zone that only the planner can tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneAsk {
    /// The name in the file; none for times that name no zone, and for whole days.
    pub tzid: Option<String>,
    /// How many events wait for it.
    pub uses: u32,
    /// IANA names that were probably meant, best first.
    pub suggestions: Vec<String>,
}

/// Why nothing was read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// Larger than any calendar; see [`LARGEST_FILE`].
    #[error("the file has more than {most} bytes")]
    TooLarge {
        /// The limit in bytes.
        most: usize,
    },
    /// More events than a calendar can have; see [`MOST_EVENTS`].
    #[error("the file holds more than {most} events")]
    TooMany {
        /// The limit.
        most: usize,
    },
    /// No component of iCalendar begins in it.
    #[error("the file is not an iCalendar file")]
    NotACalendar,
    /// The encoding that was asked for does not exist.
    #[error("there is no encoding of that name")]
    UnknownEncoding,
    /// A zone that the planner chose does not exist.
    #[error("the zone rules do not know the zone {zone}")]
    UnknownZone {
        /// The zone.
        zone: String,
    },
    /// Stopped from outside.
    #[error("the reading was stopped")]
    Stopped,
}
