//! One promotional activity.

use chrono::{DateTime, NaiveDateTime, Utc};
use outreach_zones::Fold;
use serde::{Deserialize, Serialize};

use crate::reference::CityId;
use crate::{
    DelegateId, EventId, LegId, MarketId, MissionId, PartnerId, ProgrammeId, Region, Sector, Status, VenueId,
    Wording,
};

/// An event. Its start and end are wall times of `zone`, which is the venue's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Event {
    /// Key.
    pub id: EventId,
    /// iCalendar UID; given once, never changed (RFC 7986 section 5.3).
    pub uid: String,
    /// iCalendar SEQUENCE; rises with every significant change, also with an undo (RFC 5546 section 2.1.4).
    pub sequence: u32,
    /// When the record was made.
    pub created: DateTime<Utc>,
    /// When the record was last changed.
    pub modified: DateTime<Utc>,
    /// The programme it belongs to.
    pub programme: ProgrammeId,
    /// The mission it belongs to; none for an event on its own, such as a webinar.
    pub mission: Option<MissionId>,
    /// The stay during which it takes place.
    pub leg: Option<LegId>,
    /// What it is called.
    pub title: Wording,
    /// What sort of activity it is.
    pub kind: EventKind,
    /// How far it has come.
    pub status: Status,
    /// The promotion region it counts for; where it has a mission, the mission's.
    pub region: Region,
    /// The targeted market.
    pub market: Option<MarketId>,
    /// The city, where the reference data knows it.
    pub city: Option<CityId>,
    /// The city's name as shown.
    pub place: Wording,
    /// Where in the city.
    pub venue: Option<VenueId>,
    /// Start, wall time of `zone`. For an all-day event midnight of its first day.
    pub start: NaiveDateTime,
    /// Which of the two, if `start` happens twice.
    #[cfg_attr(feature = "bindings", ts(type = "\"earlier\" | \"later\" | null"))]
    pub start_fold: Option<Fold>,
    /// End, wall time of `zone`, excluded. For an all-day event midnight after its last day.
    pub end: NaiveDateTime,
    /// Which of the two, if `end` happens twice.
    #[cfg_attr(feature = "bindings", ts(type = "\"earlier\" | \"later\" | null"))]
    pub end_fold: Option<Fold>,
    /// IANA zone of the venue, as chosen by the planner.
    pub zone: String,
    /// Whether the event lasts whole days.
    pub all_day: bool,
    /// How many guests the venue or the budget allows.
    pub capacity: Option<u32>,
    /// Languages spoken, as BCP 47 tags (`en`, `yue`, `cmn`, `fr`, …).
    pub languages: Vec<String>,
    /// Bodies that host it.
    pub hosts: Vec<PartnerId>,
    /// Members of the team who take part; empty means the whole team of the mission.
    pub delegates: Vec<DelegateId>,
    /// Speakers, in free text, one an entry.
    pub speakers: Vec<String>,
    /// Target sectors.
    pub sectors: Vec<Sector>,
    /// A page about it.
    pub url: String,
    /// The order of the day, one line an item.
    pub run_sheet: String,
    /// Free text.
    pub notes: String,
    /// Free labels.
    pub tags: Vec<String>,
}

/// What sort of activity an event is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// Seminar.
    #[default]
    Seminar,
    /// Job fair.
    JobFair,
    /// Talk on a campus.
    CampusTalk,
    /// Roundtable.
    Roundtable,
    /// Networking reception.
    Reception,
    /// Booth at an exhibition.
    ExhibitionBooth,
    /// Interview day.
    InterviewDay,
    /// Media briefing.
    MediaBriefing,
    /// Webinar.
    Webinar,
    /// Familiarisation visit.
    FamiliarisationVisit,
    /// Courtesy call.
    CourtesyCall,
}

impl EventKind {
    /// All eleven.
    pub const ALL: [EventKind; 11] = [
        Self::Seminar,
        Self::JobFair,
        Self::CampusTalk,
        Self::Roundtable,
        Self::Reception,
        Self::ExhibitionBooth,
        Self::InterviewDay,
        Self::MediaBriefing,
        Self::Webinar,
        Self::FamiliarisationVisit,
        Self::CourtesyCall,
    ];

    /// The key under which the kind is written in files and on the command line.
    pub fn key(self) -> &'static str {
        match self {
            Self::Seminar => "seminar",
            Self::JobFair => "job_fair",
            Self::CampusTalk => "campus_talk",
            Self::Roundtable => "roundtable",
            Self::Reception => "reception",
            Self::ExhibitionBooth => "exhibition_booth",
            Self::InterviewDay => "interview_day",
            Self::MediaBriefing => "media_briefing",
            Self::Webinar => "webinar",
            Self::FamiliarisationVisit => "familiarisation_visit",
            Self::CourtesyCall => "courtesy_call",
        }
    }
}

impl Event {
    /// Whether recipients of the calendar must be told of the step from `self` to `later`: a change of
    /// time, zone, place or of taking place at all (RFC 5546 section 2.1.4), or of its name, by which
    /// guests know it.
    pub fn changes_significantly(&self, later: &Event) -> bool {
        self.start != later.start
            || self.start_fold != later.start_fold
            || self.end != later.end
            || self.end_fold != later.end_fold
            || self.zone != later.zone
            || self.all_day != later.all_day
            || self.venue != later.venue
            || self.city != later.city
            || self.place != later.place
            || self.title != later.title
            || (self.status == Status::Cancelled) != (later.status == Status::Cancelled)
            || (self.status == Status::Postponed) != (later.status == Status::Postponed)
    }
}
