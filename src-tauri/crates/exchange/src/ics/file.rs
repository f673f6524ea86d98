//! What goes out as iCalendar, and how.

use std::collections::HashMap;

use chrono::{DateTime, Months, NaiveDateTime, Utc};
use outreach_plan::{Audience, Event, EventId, Language, LegId, MissionId, Plan, Region};

use crate::Outgoing;

/// A calendar on its way out.
///
/// ```
/// # use outreach_exchange::{CalendarFile, Outgoing, PinUtc, write_calendar};
/// # use outreach_plan::{Audience, Language, Plan};
/// # let plan = Plan::new(outreach_zones::Rules::bundled());
/// let out = Outgoing {
///     plan: &plan,
///     events: &[],
///     title: "Public programme",
///     language: Language::English,
///     written: "2026-11-22T09:00:00Z".parse()?,
/// };
/// let file = CalendarFile { pin_utc: PinUtc::All, ..CalendarFile::publish(out, Audience::Public) };
/// assert!(write_calendar(&file)?.starts_with(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy)]
pub struct CalendarFile<'a> {
    /// The events that take place, the title, the language and the moment of writing.
    pub out: Outgoing<'a>,
    /// Which calendar it is, the same in each issue (RFC 7986 UID of the calendar); no people's data.
    pub id: Option<&'a str>,
    /// What the recipient's program is to do with it.
    pub method: Method,
    /// Who invites; without one, the office's public page; without a name, the office's. Only for [`Method::Request`]
    /// and [`Method::Cancel`].
    pub organiser: Option<Party<'a>>,
    /// Who is invited. Never written with [`Method::Publish`].
    pub attendees: &'a [Party<'a>],
    /// Events that recipients hold and that are no more: erased, or moved out of the calendar.
    pub cancelled: &'a [CancelledEvent],
    /// Journeys to go out beside the events. Left out for [`Audience::Public`].
    pub journeys: &'a [Journey],
    /// Which times are written in UTC, so that a recipient with older rules is right too.
    pub pin_utc: PinUtc<'a>,
    /// Reminder so many minutes before each start.
    pub alarm_minutes: Option<u32>,
    /// Who will read it: decides what is told and how the file is marked.
    pub audience: Audience,
    /// A zone in which times are told in words besides local and Hong Kong time.
    pub zone: Option<&'a str>,
    /// How often a subscriber should look for a newer file, in hours.
    pub refresh_hours: Option<u32>,
}

impl<'a> CalendarFile<'a> {
    /// A published calendar with nothing extra.
    pub fn publish(out: Outgoing<'a>, audience: Audience) -> Self {
        Self {
            out,
            id: None,
            method: Method::Publish,
            organiser: None,
            attendees: &[],
            cancelled: &[],
            journeys: &[],
            pin_utc: PinUtc::Never,
            alarm_minutes: None,
            audience,
            zone: None,
            refresh_hours: None,
        }
    }
}

/// What a recipient's program is to do with a file (RFC 5546).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Method {
    /// Show the events; nobody is asked to answer.
    #[default]
    Publish,
    /// Ask the attendees to come: one UID a file.
    Request,
    /// Take the event out again: one UID a file.
    Cancel,
}

impl Method {
    /// As written in a file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Publish => "PUBLISH",
            Self::Request => "REQUEST",
            Self::Cancel => "CANCEL",
        }
    }
}

/// Which events get their times in UTC instead of wall time and TZID.
///
/// A program that knows a TZID by name uses its own rules for it and ignores the file's VTIMEZONE; where the
/// rules changed lately, it is wrong until it is updated. A time in UTC is right at once, but no longer follows
/// a later change of the rules.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PinUtc<'a> {
    /// None.
    #[default]
    Never,
    /// These: the ones whose zone changed its rules lately.
    ChangedRules(&'a [EventId]),
    /// Every one.
    All,
}

impl PinUtc<'_> {
    pub(super) fn pins(self, event: EventId) -> bool {
        match self {
            Self::Never => false,
            Self::ChangedRules(events) => events.contains(&event),
            Self::All => true,
        }
    }
}

/// The events whose zone changed its rules in the two years before `now`: what [`PinUtc::ChangedRules`] is for. Whole
/// days stay days, so events of whole days are not among them.
pub fn rules_changed_lately(plan: &Plan, events: &[&Event], now: DateTime<Utc>) -> Vec<EventId> {
    let today = now.date_naive();
    let since = today.checked_sub_months(Months::new(24)).unwrap_or(today);
    let mut known = HashMap::<&str, bool>::new();
    let mut changed = |zone| {
        *known
            .entry(zone)
            .or_insert_with(|| plan.rules().changed_lately(zone, since).is_some())
    };
    events
        .iter()
        .filter(|event| !event.all_day && changed(event.zone.as_str()))
        .map(|event| event.id)
        .collect()
}

/// An organiser or an attendee.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Party<'a> {
    /// As shown.
    pub name: &'a str,
    /// E-mail address, or a whole address with its scheme (`mailto:`, `https:`, `urn:`).
    pub address: &'a str,
}

/// An event that recipients hold and that is no more, as it was last sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CancelledEvent {
    /// The UID under which recipients hold it.
    pub uid: String,
    /// Higher than the one they hold.
    pub sequence: u32,
    /// Its name as last sent.
    pub title: String,
    /// Where, as last sent; may be empty.
    pub place: String,
    /// Start as last sent, wall time of `zone`.
    pub start: NaiveDateTime,
    /// End as last sent, wall time of `zone`, excluded.
    pub end: NaiveDateTime,
    /// IANA zone as last sent.
    pub zone: String,
    /// The start that was sent.
    pub utc_start: DateTime<Utc>,
    /// The end that was sent.
    pub utc_end: DateTime<Utc>,
    /// Whether it lasted whole days.
    pub all_day: bool,
    /// When it was called off; [`Outgoing::written`] if nobody knows.
    pub modified: Option<DateTime<Utc>>,
    /// Its region, for a layout by regions.
    pub region: Option<Region>,
    /// Its mission, for a layout by missions.
    pub mission: Option<MissionId>,
}

/// A leg's travel as an entry of a calendar, with a zone at each end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Journey {
    /// The leg whose travel it is. A leg without travel is passed over.
    pub leg: LegId,
    /// iCalendar SEQUENCE; legs have none of their own, so who issues counts.
    pub sequence: u32,
    /// When the travel was last changed, if known.
    pub modified: Option<DateTime<Utc>>,
}

impl Journey {
    /// The travel of every leg of the missions that `missions` names.
    pub fn of_missions(plan: &Plan, missions: impl IntoIterator<Item = MissionId>) -> Vec<Self> {
        let mut journeys = Vec::new();
        for mission in missions {
            for leg in plan.legs_of(mission) {
                if leg.travel.is_some() {
                    journeys.push(Self {
                        leg: leg.id,
                        sequence: 0,
                        modified: None,
                    });
                }
            }
        }
        journeys
    }
}

/// A file to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedBytes {
    /// Its name: ASCII letters, digits, `-` and one full stop; nothing of what people typed.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// The words that mark what is only for the office.
pub(crate) fn marking(audience: Audience, language: Language) -> Option<&'static str> {
    (audience == Audience::Internal).then_some(match language {
        Language::English => "[RESTRICTED] For the office only. Do not pass on.",
        Language::TraditionalChinese => "[RESTRICTED] 限閱文件：只供本辦公室使用，請勿轉發。",
        Language::SimplifiedChinese => "[RESTRICTED] 限阅文件：只供本办公室使用，请勿转发。",
    })
}
