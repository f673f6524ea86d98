//! Moving things in time: a mission by days with everything in it, an event by days or minutes.
//!
//! A move by days keeps every local time, because a planner who moves a seminar from Tuesday to Friday wants
//! it at three o'clock still, whatever the clocks did in between. A move by minutes is elapsed time, because
//! whoever nudges a bar on a timeline must never get stuck in a spring gap. What a move meets on its way,
//! a time that does not exist or happens twice, is told with what was chosen.

use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta};
use outreach_zones::{Fold, Resolution, Rules};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::checks::TimeField;
use crate::{AnyRecord, Event, Leg, LegId, MissionId, Plan, RecordRef, Travel, Wording};

/// The years in which a plan may lie.
pub const YEARS: std::ops::RangeInclusive<i32> = 1900..=9999;

/// A wall time that met a gap or a fold on being moved, and what was chosen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct TimeNote {
    /// The record it stands in, with the key it has after the move or in the copy.
    #[cfg_attr(feature = "bindings", ts(type = "{ kind: string, id: string }"))]
    pub record: RecordRef,
    /// What the record is called.
    pub what: Wording,
    /// Which of its times.
    pub field: TimeField,
    /// IANA zone.
    pub zone: String,
    /// The wall time that was meant.
    pub wall: NaiveDateTime,
    /// The wall time that was taken.
    pub chosen: NaiveDateTime,
    /// What it met.
    pub met: Met,
}

/// What a moved wall time met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Met {
    /// It does not exist: clocks jump over it. The later reading was taken.
    Gap {
        /// Last valid wall time before the gap.
        before: NaiveDateTime,
        /// First valid wall time after the gap.
        after: NaiveDateTime,
    },
    /// It happens twice.
    Fold {
        /// Which was taken: the one chosen before the move, else the earlier.
        #[cfg_attr(feature = "bindings", ts(type = "\"earlier\" | \"later\""))]
        fold: Fold,
        /// Offset of the earlier in seconds.
        earlier_offset_s: i32,
        /// Offset of the later in seconds.
        later_offset_s: i32,
    },
    /// It came before the start by this, and was put as long after the start as it was.
    Reversed,
}

/// Why something was not moved or copied. Nothing is half moved.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum MoveError {
    /// There is no such mission.
    #[error("there is no such mission")]
    NoSuchMission,
    /// A city was given for a leg that the mission does not have.
    #[error("the mission has no leg {0}")]
    NoSuchLeg(LegId),
    /// A date would leave the years a plan may lie in.
    #[error("a date would lie outside the years 1900 to 9999")]
    OutOfYears,
    /// An event of whole days was to move by part of a day.
    #[error("an event of whole days moves by whole days")]
    WholeDaysOnly,
    /// The rules do not know a zone that is needed.
    #[error("there is no time zone `{0}`")]
    UnknownZone(String),
}

/// How far an event moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// By the calendar; the local time of day stays.
    Days(#[cfg_attr(feature = "bindings", ts(type = "number"))] i64),
    /// By elapsed time.
    Minutes(#[cfg_attr(feature = "bindings", ts(type = "number"))] i64),
}

/// A mission moved, to be stored as one change.
#[derive(Clone, Debug, PartialEq)]
pub struct ShiftedMission {
    /// The mission, its legs and its events, as they are now.
    pub records: Vec<AnyRecord>,
    /// What the move met.
    pub met: Vec<TimeNote>,
}

/// Moves a mission by days with everything in it: legs, journeys and events, cancelled ones too. Local times
/// stay. UIDs and sequence numbers are left as they are; whoever stores the records raises the latter.
///
/// # Errors
/// The mission is not there, or a date would leave the years 1900 to 9999.
pub fn shift_mission(plan: &Plan, id: MissionId, days: i64) -> Result<ShiftedMission, MoveError> {
    let mut mission = plan.missions().get(&id).ok_or(MoveError::NoSuchMission)?.clone();
    mission.from = day_moved(mission.from, days)?;
    mission.until = day_moved(mission.until, days)?;
    let mut records = vec![AnyRecord::Mission(mission)];
    let mut met = Vec::new();
    for leg in plan.legs_of(id) {
        let mut leg = leg.clone();
        move_leg(plan.rules(), &mut leg, days, &mut met)?;
        records.push(AnyRecord::Leg(leg));
    }
    for event in plan.events_of(id) {
        let (event, notes) = shift_event(plan.rules(), event, By::Days(days))?;
        met.extend(notes);
        records.push(AnyRecord::Event(event));
    }
    Ok(ShiftedMission { records, met })
}

/// Moves an event; its sequence number is left to whoever stores it.
///
/// ```
/// # use outreach_plan::{sample, shift, Plan};
/// # let mut n = 0;
/// # let mut ids = || { n += 1; uuid::Uuid::from_u128(n) };
/// # let rules = outreach_zones::Rules::bundled();
/// # let mut plan = Plan::new(rules.clone());
/// # for record in sample::large(1, &mut ids) { plan.put(record); }
/// let event = plan.events().values().next().unwrap();
/// let (moved, met) = shift::shift_event(&rules, event, shift::By::Minutes(15))?;
/// assert_eq!((moved.start - event.start).num_minutes(), 15);
/// assert!(met.is_empty());
/// # Ok::<(), shift::MoveError>(())
/// ```
///
/// # Errors
/// A date would leave the years 1900 to 9999, an event of whole days would begin within a day, or a move by
/// minutes needs a zone that the rules do not know.
pub fn shift_event(rules: &Rules, event: &Event, by: By) -> Result<(Event, Vec<TimeNote>), MoveError> {
    let mut moved = event.clone();
    let mut met = Vec::new();
    let days = match by {
        By::Days(days) => days,
        By::Minutes(minutes) if event.all_day && minutes % 1440 == 0 => minutes / 1440,
        By::Minutes(_) if event.all_day => return Err(MoveError::WholeDaysOnly),
        By::Minutes(minutes) => {
            let zone = rules
                .zone(&event.zone)
                .map_err(|unknown| MoveError::UnknownZone(unknown.name))?;
            let by = TimeDelta::try_minutes(minutes).ok_or(MoveError::OutOfYears)?;
            let nudge = |wall, fold| {
                let utc = zone
                    .pick(wall, fold)
                    .utc
                    .checked_add_signed(by)
                    .ok_or(MoveError::OutOfYears)?;
                let (wall, moment) = zone.at(utc);
                let fold = match zone.resolve(in_years(wall)?) {
                    Resolution::Fold { later, .. } if later.utc == moment.utc => Some(Fold::Later),
                    Resolution::Fold { .. } => Some(Fold::Earlier),
                    Resolution::Unique(_) | Resolution::Gap(_) => None,
                };
                Ok((wall, fold))
            };
            (moved.start, moved.start_fold) = nudge(event.start, event.start_fold)?;
            (moved.end, moved.end_fold) = nudge(event.end, event.end_fold)?;
            return Ok((moved, met));
        }
    };
    moved.start = wall_moved(event.start, days)?;
    moved.end = wall_moved(event.end, days)?;
    settle_event(rules, &mut moved, &mut met);
    Ok((moved, met))
}

/// Puts an event whose wall times were just written onto times that exist, and tells what was met. An end that
/// would come before the start by this is put as long after the start as it was meant to be.
pub(crate) fn settle_event(rules: &Rules, event: &mut Event, met: &mut Vec<TimeNote>) {
    let Ok(zone) = rules.zone(&event.zone) else { return };
    let meant = event.end - event.start;
    let about = (RecordRef::Event(event.id), event.title.clone());
    let (start, end) = (event.start, event.end);
    settle(
        rules,
        &about,
        TimeField::Start,
        &event.zone,
        &mut event.start,
        &mut event.start_fold,
        met,
    );
    settle(
        rules,
        &about,
        TimeField::End,
        &event.zone,
        &mut event.end,
        &mut event.end_fold,
        met,
    );
    let begins = zone.pick(event.start, event.start_fold).utc;
    if end >= start && zone.pick(event.end, event.end_fold).utc < begins {
        let (wall, _) = zone.at(begins + meant);
        let (record, what) = about;
        let note = TimeNote {
            record,
            what,
            field: TimeField::End,
            zone: event.zone.clone(),
            wall: end,
            chosen: wall,
            met: Met::Reversed,
        };
        met.push(note);
        (event.end, event.end_fold) = (wall, None);
        let mut again = Vec::new();
        let about = (RecordRef::Event(event.id), event.title.clone());
        settle(
            rules,
            &about,
            TimeField::End,
            &event.zone,
            &mut event.end,
            &mut event.end_fold,
            &mut again,
        );
    }
}

/// Moves a leg and the journey to it.
pub(crate) fn move_leg(
    rules: &Rules,
    leg: &mut Leg,
    days: i64,
    met: &mut Vec<TimeNote>,
) -> Result<(), MoveError> {
    leg.arrive = wall_moved(leg.arrive, days)?;
    leg.depart = wall_moved(leg.depart, days)?;
    if let Some(travel) = &mut leg.travel {
        travel.depart = wall_moved(travel.depart, days)?;
        travel.arrive = wall_moved(travel.arrive, days)?;
    }
    settle_leg(rules, leg, met);
    Ok(())
}

/// Puts a leg whose wall times were just written onto times that exist.
pub(crate) fn settle_leg(rules: &Rules, leg: &mut Leg, met: &mut Vec<TimeNote>) {
    let about = (RecordRef::Leg(leg.id), leg.place.clone());
    settle(
        rules,
        &about,
        TimeField::Arrive,
        &leg.zone,
        &mut leg.arrive,
        &mut leg.arrive_fold,
        met,
    );
    settle(
        rules,
        &about,
        TimeField::Depart,
        &leg.zone,
        &mut leg.depart,
        &mut leg.depart_fold,
        met,
    );
    if let Some(Travel {
        depart,
        depart_zone,
        depart_fold,
        arrive,
        arrive_zone,
        arrive_fold,
        ..
    }) = &mut leg.travel
    {
        settle(
            rules,
            &about,
            TimeField::TravelDepart,
            depart_zone,
            depart,
            depart_fold,
            met,
        );
        settle(
            rules,
            &about,
            TimeField::TravelArrive,
            arrive_zone,
            arrive,
            arrive_fold,
            met,
        );
    }
}

/// Puts one wall time onto a time that exists: the later reading of a gap; of a fold the one chosen before,
/// else the earlier. A choice where there is none to make is dropped. With an unknown zone nothing is known
/// and nothing is done.
fn settle(
    rules: &Rules,
    (record, what): &(RecordRef, Wording),
    field: TimeField,
    zone_name: &str,
    wall: &mut NaiveDateTime,
    fold: &mut Option<Fold>,
    met: &mut Vec<TimeNote>,
) {
    let Ok(zone) = rules.zone(zone_name) else { return };
    let meant = *wall;
    let met_here = match zone.resolve(meant) {
        Resolution::Unique(_) => {
            *fold = None;
            return;
        }
        Resolution::Gap(gap) => {
            *wall = gap.later_reading.wall();
            *fold = None;
            Met::Gap {
                before: gap.before,
                after: gap.after,
            }
        }
        Resolution::Fold { earlier, later } => {
            let chosen = fold.unwrap_or(Fold::Earlier);
            *fold = Some(chosen);
            Met::Fold {
                fold: chosen,
                earlier_offset_s: earlier.offset_s,
                later_offset_s: later.offset_s,
            }
        }
    };
    met.push(TimeNote {
        record: *record,
        what: what.clone(),
        field,
        zone: zone_name.to_owned(),
        wall: meant,
        chosen: *wall,
        met: met_here,
    });
}

/// The same time of day, `days` later.
pub(crate) fn wall_moved(wall: NaiveDateTime, days: i64) -> Result<NaiveDateTime, MoveError> {
    Ok(day_moved(wall.date(), days)?.and_time(wall.time()))
}

/// The day `days` later, within the years of a plan.
pub(crate) fn day_moved(day: NaiveDate, days: i64) -> Result<NaiveDate, MoveError> {
    TimeDelta::try_days(days)
        .and_then(|by| day.checked_add_signed(by))
        .filter(|day| YEARS.contains(&day.year()))
        .ok_or(MoveError::OutOfYears)
}

fn in_years(wall: NaiveDateTime) -> Result<NaiveDateTime, MoveError> {
    if YEARS.contains(&wall.year()) {
        Ok(wall)
    } else {
        Err(MoveError::OutOfYears)
    }
}

#[cfg(test)]
mod tests;
