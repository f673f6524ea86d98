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
    /// Whether the step from `self` to `later` raises SEQUENCE: a change of DTSTART, DTEND or STATUS as they go out,
    /// which is RFC 5546 section 2.1.4's list as far as a planned event has its properties. A new title or venue is
    /// told as well, but by LAST-MODIFIED and DTSTAMP alone: it does not make a guest's answer void.
    pub fn changes_significantly(&self, later: &Event) -> bool {
        if self.all_day != later.all_day || self.status.exported() != later.status.exported() {
            return true;
        }
        if self.all_day {
            // Whole days go out as dates, which have no zone.
            return (self.start, self.end) != (later.start, later.end);
        }
        let times = |event: &Event| (event.start, event.start_fold, event.end, event.end_fold);
        times(self) != times(later) || self.zone != later.zone
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{Fixture, KUALA_LUMPUR};

    fn significant(change: impl FnOnce(&mut Event)) -> bool {
        let mut fixture = Fixture::new();
        let id = fixture.event(
            "Talk",
            KUALA_LUMPUR,
            "2027-05-14T15:00",
            "2027-05-14T17:00",
            |_| {},
        );
        let before = fixture.plan.events()[&id].clone();
        let mut later = before.clone();
        change(&mut later);
        before.changes_significantly(&later)
    }

    #[test]
    fn exactly_the_times_and_the_status_that_goes_out_are_significant() {
        assert!(significant(|event| event.start += chrono::TimeDelta::minutes(1)));
        assert!(significant(|event| event.end += chrono::TimeDelta::minutes(1)));
        assert!(significant(|event| event.start_fold = Some(Fold::Later)));
        assert!(significant(|event| event.end_fold = Some(Fold::Later)));
        assert!(significant(|event| event.zone = "Asia/Singapore".to_owned()));
        assert!(significant(|event| event.all_day = true));
        assert!(significant(|event| event.status = Status::Tentative));
        assert!(significant(|event| event.status = Status::Postponed));
        assert!(
            !significant(|event| event.status = Status::Reported),
            "still CONFIRMED"
        );
        assert!(!significant(|event| event.title = Wording::english("Other")));
        assert!(!significant(|event| event.place = Wording::english("Penang")));
        assert!(!significant(
            |event| event.venue = Some(VenueId(uuid::Uuid::from_u128(9)))
        ));
        assert!(!significant(|event| event.notes = "x".to_owned()));
    }

    #[test]
    fn the_zone_of_whole_days_goes_out_nowhere() {
        let mut fixture = Fixture::new();
        let id = fixture.event(
            "Fair",
            KUALA_LUMPUR,
            "2027-05-14T00:00",
            "2027-05-16T00:00",
            |event| {
                event.all_day = true;
            },
        );
        let before = fixture.plan.events()[&id].clone();
        let elsewhere = Event {
            zone: "Asia/Tokyo".to_owned(),
            ..before.clone()
        };
        assert!(!before.changes_significantly(&elsewhere));
        let longer = Event {
            end: before.end + chrono::TimeDelta::days(1),
            ..before.clone()
        };
        assert!(before.changes_significantly(&longer));
    }
}
