//! What a check says: structured, so that a window and a command line can word it in any language.

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use crate::reference::CountryCode;
use crate::{DelegateId, RecordRef, Wording};

/// One thing a planner should know, with both sides of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Finding {
    /// What was found.
    pub kind: CheckKind,
    /// How bad it is.
    pub severity: Severity,
    /// The records it is about, the one to show it beside first.
    #[cfg_attr(feature = "bindings", ts(type = "Array<{ kind: string, id: string }>"))]
    pub subjects: Vec<RecordRef>,
    /// What the words are made of.
    pub facts: CheckFacts,
}

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Cannot take place as planned.
    Problem,
    /// Probably not what was meant.
    Warning,
    /// Worth knowing.
    Note,
}

/// What a check looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum CheckKind {
    /// A zone the rules in force do not know.
    UnknownZone,
    /// An end before its start.
    EndBeforeStart,
    /// A journey that arrives before it departs.
    TravelBackwards,
    /// A delegate at two events at once.
    DelegateBookedTwice,
    /// A venue holding two events at once.
    VenueBookedTwice,
    /// Two legs of one mission at once.
    LegsOverlap,
    /// Less time between two cities than the way takes.
    TooLittleTime,
    /// A journey that begins before the stay before it ends, or arrives after the stay it leads to began.
    TravelOutsideStay,
    /// An event outside the stay it belongs to.
    EventOutsideLeg,
    /// An event or a leg outside the dates of its mission.
    OutsideMission,
    /// An event or a mission outside the dates of its programme.
    OutsideProgramme,
    /// More guests planned than the venue holds.
    OverCapacity,
    /// A wall time that the rules in force skip; the rules changed after it was typed.
    TimeInGap,
    /// A wall time that happens twice without a choice; the rules changed after it was typed.
    UndecidedFold,
    /// A public holiday at the venue.
    PublicHoliday,
    /// A day of the local weekend.
    LocalWeekend,
    /// Night at the venue.
    NightHours,
    /// Night in Hong Kong during a webinar.
    HongKongNight,
    /// The Hong Kong office is closed.
    OfficeClosed,
    /// A month of fasting in a market that keeps it.
    FastPeriod,
    /// A mission whose stays are not planned yet.
    MissionWithoutLegs,
}

impl CheckKind {
    /// The key under which the kind is written in files and on the command line.
    pub fn key(self) -> &'static str {
        match self {
            Self::UnknownZone => "unknown_zone",
            Self::EndBeforeStart => "end_before_start",
            Self::TravelBackwards => "travel_backwards",
            Self::DelegateBookedTwice => "delegate_booked_twice",
            Self::VenueBookedTwice => "venue_booked_twice",
            Self::LegsOverlap => "legs_overlap",
            Self::TooLittleTime => "too_little_time",
            Self::TravelOutsideStay => "travel_outside_stay",
            Self::EventOutsideLeg => "event_outside_leg",
            Self::OutsideMission => "outside_mission",
            Self::OutsideProgramme => "outside_programme",
            Self::OverCapacity => "over_capacity",
            Self::TimeInGap => "time_in_gap",
            Self::UndecidedFold => "undecided_fold",
            Self::PublicHoliday => "public_holiday",
            Self::LocalWeekend => "local_weekend",
            Self::NightHours => "night_hours",
            Self::HongKongNight => "hong_kong_night",
            Self::OfficeClosed => "office_closed",
            Self::FastPeriod => "fast_period",
            Self::MissionWithoutLegs => "mission_without_legs",
        }
    }
}

/// What a finding's words are made of.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct CheckFacts {
    /// The things that are at odds, each with its own times; one, or the earlier and the later of two.
    pub sides: Vec<Side>,
    /// Whom it concerns, where it is about people.
    pub people: Vec<Person>,
    /// What else there is to say.
    pub detail: Detail,
}

/// One of the things that are at odds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Side {
    /// What it is called.
    pub what: Wording,
    /// What it is.
    pub role: SideRole,
    /// The record it stands in.
    #[cfg_attr(feature = "bindings", ts(type = "{ kind: string, id: string }"))]
    pub record: RecordRef,
    /// The city's name as shown; empty where there is none.
    pub place: Wording,
    /// Whether only the dates of the times count.
    pub all_day: bool,
    /// Begin, wall time of `zone`.
    pub local_start: NaiveDateTime,
    /// End, wall time of `end_zone`.
    pub local_end: NaiveDateTime,
    /// IANA zone of the begin.
    pub zone: String,
    /// IANA zone of the end; differs from `zone` only for a journey.
    pub end_zone: String,
    /// Offset from UTC at the begin in seconds; none if the zone is unknown or only dates are meant.
    pub start_offset_s: Option<i32>,
    /// Offset from UTC at the end in seconds.
    pub end_offset_s: Option<i32>,
    /// Begin by Hong Kong's clocks.
    pub hk_start: Option<NaiveDateTime>,
    /// End by Hong Kong's clocks.
    pub hk_end: Option<NaiveDateTime>,
}

/// What a side of a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SideRole {
    /// An event.
    Event,
    /// A stay in a city.
    Leg,
    /// The journey to the city of a leg; its record is the leg.
    Travel,
    /// A whole mission.
    Mission,
    /// A whole programme.
    Programme,
}

/// A delegate, by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Person {
    /// Key.
    pub id: DelegateId,
    /// The name as printed in Latin letters.
    pub name: String,
    /// The name in Chinese characters; empty where none is known.
    pub chinese: String,
}

/// What a finding says beside its sides.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Detail {
    /// Nothing.
    #[default]
    None,
    /// Which venue is booked twice.
    Venue {
        /// Its name.
        name: Wording,
    },
    /// How far it is, and how long the way takes.
    Way {
        /// Great-circle distance in kilometres; none where the way is a planned journey.
        km: Option<u32>,
        /// Minutes needed.
        #[cfg_attr(feature = "bindings", ts(type = "number"))]
        needed_min: i64,
        /// Minutes there are; below zero where the second begins before the first ends.
        #[cfg_attr(feature = "bindings", ts(type = "number"))]
        available_min: i64,
    },
    /// Which holiday it is.
    Holiday {
        /// Where.
        country: CountryCode,
        /// Which day, by the calendar there.
        date: NaiveDate,
        /// What the day is called.
        name: Wording,
        /// Whether the date is only estimated, as for days that follow the moon.
        estimated: bool,
    },
    /// Which day of the weekend it is.
    Weekend {
        /// Where.
        country: CountryCode,
        /// Which day, by the calendar there.
        date: NaiveDate,
    },
    /// Why the Hong Kong office is closed.
    Closure {
        /// Which day in Hong Kong.
        date: NaiveDate,
        /// The holiday; none on a Saturday or Sunday.
        holiday: Option<Wording>,
        /// Whether the date is only estimated.
        estimated: bool,
    },
    /// Which month of fasting it is.
    Fast {
        /// Where.
        country: CountryCode,
        /// First day.
        from: NaiveDate,
        /// Last day, included.
        until: NaiveDate,
        /// Whether the dates are only estimated.
        estimated: bool,
    },
    /// How many guests were planned and how many fit.
    Capacity {
        /// Guests planned.
        planned: u32,
        /// Guests that fit.
        fits: u32,
        /// The venue's name.
        venue: Wording,
    },
    /// A zone that is not known.
    Zone {
        /// As it stands in the record.
        name: String,
    },
    /// The two valid wall times nearest to one that the rules skip.
    Gap {
        /// Which time of the side.
        end: TimeField,
        /// Last valid wall time before the gap.
        before: NaiveDateTime,
        /// First valid wall time after the gap.
        after: NaiveDateTime,
    },
    /// The two readings of a wall time that happens twice.
    Fold {
        /// Which time of the side.
        end: TimeField,
        /// Offset of the earlier reading in seconds.
        earlier_offset_s: i32,
        /// Offset of the later reading in seconds.
        later_offset_s: i32,
    },
}

/// Which of a record's times.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum TimeField {
    /// An event's start.
    Start,
    /// An event's end.
    End,
    /// Arrival in the city of a leg.
    Arrive,
    /// Departure from the city of a leg.
    Depart,
    /// Departure of the journey to a leg.
    TravelDepart,
    /// Arrival of the journey to a leg.
    TravelArrive,
}
