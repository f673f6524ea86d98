//! Events as rows and as a page.

use chrono::NaiveDateTime;
use outreach_plan::reference::CountryCode;
use outreach_plan::{
    DelegateId, Event, EventId, EventKind, Language, MarketId, MissionId, Region, Sector, Status, Wording,
};
use outreach_zones::Fold;
use serde::{Deserialize, Serialize};

use super::{EventFilter, FindingView, ShownSpan};
use crate::ErrorView;

/// Asks for rows.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct ListEvents {
    /// Which events.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub filter: EventFilter,
    /// The language of names in the rows.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub language: Language,
}

/// One event in a table, a calendar or on the map. Rows come in order of their start.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct EventRow {
    /// Key.
    pub id: EventId,
    /// Its mission.
    pub mission: Option<MissionId>,
    /// The mission's name in the language asked for.
    pub mission_title: String,
    /// Its name in the language asked for.
    pub title: String,
    /// What sort of activity.
    pub kind: EventKind,
    /// How far it has come.
    pub status: Status,
    /// Region.
    pub region: Region,
    /// Market.
    pub market: Option<MarketId>,
    /// The market's name.
    pub market_name: String,
    /// Country or territory of the city.
    pub country: Option<CountryCode>,
    /// The city's name.
    pub place: String,
    /// The venue's name.
    pub venue: String,
    /// Degrees north and east of the venue, else of the city.
    pub position: Option<(f64, f64)>,
    /// When; none if the rules do not know the zone.
    pub span: Option<ShownSpan>,
    /// Whether it lasts whole days.
    pub all_day: bool,
    /// Guests allowed.
    pub capacity: Option<u32>,
    /// Target sectors.
    pub sectors: Vec<Sector>,
    /// Names of the hosts.
    pub hosts: Vec<String>,
    /// How many of the team take part.
    pub delegates: u32,
    /// Labels.
    pub tags: Vec<String>,
    /// How many problems the checks found.
    pub problems: u32,
    /// How many warnings the checks found.
    pub warnings: u32,
    /// Whether changed zone rules moved it.
    pub moved_by_rules: bool,
}

/// Everything about one event.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct EventPage {
    /// The record.
    pub event: Event,
    /// When; none if the rules do not know the zone.
    pub span: Option<ShownSpan>,
    /// Country or territory of the city.
    pub country: Option<CountryCode>,
    /// The mission's name.
    pub mission_title: Option<Wording>,
    /// The team that takes part: those named, else the mission's.
    pub team: Vec<DelegateId>,
    /// What the checks say.
    pub findings: Vec<FindingView>,
    /// What else is on that day, by the venue's calendar, anywhere.
    pub same_day: Vec<EventRow>,
    /// Holidays, weekend or fast at the venue on its days.
    pub day_notes: Vec<DayNote>,
}

/// Why a day at the venue is not like others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct DayNote {
    /// First day, `2027-05-14`.
    pub from: chrono::NaiveDate,
    /// Last day, included.
    pub until: chrono::NaiveDate,
    /// Where.
    pub country: CountryCode,
    /// What sort of day.
    pub kind: DayNoteKind,
    /// What it is called; empty for a weekend.
    pub name: Wording,
    /// Whether the date is an estimate (moon sighting).
    pub estimated: bool,
}

/// Sorts of special days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DayNoteKind {
    /// A public holiday.
    Holiday,
    /// The weekend there.
    Weekend,
    /// Ramadan.
    Fast,
}

/// Makes an event. What is not set comes from the mission, the leg and sensible beginnings.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct AddEvent {
    /// Fields of the record; at least a title or a kind.
    #[cfg_attr(feature = "bindings", ts(type = "Partial<Event>"))]
    pub set: serde_json::Map<String, serde_json::Value>,
}

/// Sets fields of an event.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct EditEvent {
    /// Which event.
    pub id: EventId,
    /// The fields to set; others keep their values.
    #[cfg_attr(feature = "bindings", ts(type = "Partial<Event>"))]
    pub set: serde_json::Map<String, serde_json::Value>,
}

/// Moves an event in time.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct MoveEvent {
    /// Which event.
    pub id: EventId,
    /// Where to.
    #[serde(flatten)]
    pub to: MoveTo,
}

/// Where an event is moved to.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum MoveTo {
    /// By whole days and minutes of wall time, later or (negative) earlier.
    By {
        /// Days.
        days: i32,
        /// Minutes.
        minutes: i32,
    },
    /// To a wall time; the end follows unless it is given.
    At {
        /// New start.
        start: NaiveDateTime,
        /// New end.
        #[cfg_attr(feature = "bindings", ts(optional = nullable))]
        end: Option<NaiveDateTime>,
        /// New zone.
        #[cfg_attr(feature = "bindings", ts(optional = nullable))]
        zone: Option<String>,
        /// The choice where the start happens twice.
        #[cfg_attr(feature = "bindings", ts(optional = nullable, type = "\"earlier\" | \"later\""))]
        start_fold: Option<Fold>,
        /// The choice where the end happens twice.
        #[cfg_attr(feature = "bindings", ts(optional = nullable, type = "\"earlier\" | \"later\""))]
        end_fold: Option<Fold>,
    },
}

/// What a move would do; nothing is stored.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct MovePreview {
    /// When it would be; none if the new time lies in a gap or an undecided fold.
    pub span: Option<ShownSpan>,
    /// What the checks would say.
    pub findings: Vec<FindingView>,
    /// Why the move would be refused: the new time lies in a gap or an undecided fold, or in no year.
    pub refusal: Option<ErrorView>,
}

/// Names one event, and the language of the rows in its page.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ShowEvent {
    /// Which event.
    pub id: EventId,
    /// The language of names in the rows.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub language: Language,
}

/// Names one event.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct EventKey {
    /// Which event.
    pub id: EventId,
}
