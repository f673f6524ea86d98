//! Copying a whole mission to other dates and other cities.
//!
//! A copy is a plan for a trip that nobody has agreed to: local times of day stay, everything that was settled
//! with somebody is left behind. Speakers, pages, sequence numbers and choices between two readings of a time
//! do not come along; venues and local bodies stay behind with their city.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::reference::{self, CityId, CountryCode};
use crate::shift::{MoveError, TimeNote, day_moved, settle_event, settle_leg, wall_moved};
use crate::{
    AnyRecord, Event, EventId, Leg, LegId, MarketId, Mission, MissionId, Plan, ProgrammeId, Status, Wording,
};

/// Where a mission is copied to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct CopyMission {
    /// First day of the copy.
    pub first_day: NaiveDate,
    /// What the copy is called; as the mission if nothing is given.
    #[serde(default)]
    pub title: Option<Wording>,
    /// The programme it belongs to; if none is given the first one its first day lies in, else the mission's.
    #[serde(default)]
    pub programme: Option<ProgrammeId>,
    /// Where each leg goes. A leg that is not named stays in its city.
    #[serde(default)]
    pub legs: Vec<LegTarget>,
}

/// Where the copy of a leg goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct LegTarget {
    /// The leg of the mission that is copied.
    pub leg: LegId,
    /// The city, where the reference data knows it.
    pub city: Option<CityId>,
    /// The city's name as shown.
    pub place: Wording,
    /// IANA zone of the city.
    pub zone: String,
}

/// A mission copied, to be stored as one change.
#[derive(Clone, Debug, PartialEq)]
pub struct CopiedMission {
    /// The copy.
    pub mission: Mission,
    /// Its legs.
    pub legs: Vec<Leg>,
    /// Its events.
    pub events: Vec<Event>,
    /// Times that do not exist or happen twice where the copy goes, with what was chosen.
    pub met: Vec<TimeNote>,
    /// Events that were not copied because they were cancelled.
    pub left_out: Vec<EventId>,
}

impl CopiedMission {
    /// All records of the copy, what is pointed at before what points at it.
    pub fn records(&self) -> Vec<AnyRecord> {
        let mut records = vec![AnyRecord::Mission(self.mission.clone())];
        records.extend(self.legs.iter().cloned().map(AnyRecord::Leg));
        records.extend(self.events.iter().cloned().map(AnyRecord::Event));
        records
    }
}

/// Copies a mission with its legs and events.
///
/// Kept: local times of day, the days between, titles, kinds, capacities, languages, the team, notes and run
/// sheets. New: keys, UIDs, sequence 0, `now` as the time of making; all is an idea again. Dropped where the
/// city changes: venue, lodging, the journeys to and from it, hosts that sit in the old city. An event in
/// another city than its leg's moves to the leg's new city too. Dropped everywhere: speakers, pages, choices
/// of a fold. Cancelled events are left out.
///
/// # Errors
/// The mission is not there, a target names a leg it does not have or a zone the rules do not know, or a date
/// would leave the years 1900 to 9999.
pub fn copy_mission(
    plan: &Plan,
    id: MissionId,
    to: &CopyMission,
    new_id: &mut dyn FnMut() -> Uuid,
    now: DateTime<Utc>,
) -> Result<CopiedMission, MoveError> {
    let from = plan.missions().get(&id).ok_or(MoveError::NoSuchMission)?;
    let legs = plan.legs_of(id);
    for target in &to.legs {
        if !legs.iter().any(|leg| leg.id == target.leg) {
            return Err(MoveError::NoSuchLeg(target.leg));
        }
        plan.rules()
            .zone(&target.zone)
            .map_err(|unknown| MoveError::UnknownZone(unknown.name))?;
    }
    let days = (to.first_day - from.from).num_days();
    let mut copy = Copy {
        plan,
        to,
        days,
        now,
        programme: to
            .programme
            .unwrap_or_else(|| programme_on(plan, to.first_day, from.programme)),
        mission: MissionId(new_id()),
        legs: Vec::new(),
        met: Vec::new(),
    };
    let mut before = None;
    for leg in legs {
        let copied = copy.leg(leg, before, LegId(new_id()))?;
        copy.legs.push((leg.id, copied));
        before = Some(leg);
    }
    let (cancelled, kept): (Vec<&Event>, Vec<&Event>) = plan
        .events_of(id)
        .into_iter()
        .partition(|event| event.status == Status::Cancelled);
    let mut events = Vec::with_capacity(kept.len());
    for event in kept {
        events.push(copy.event(event, EventId(new_id()), new_id().to_string())?);
    }
    let mission = copy.mission(from)?;
    for event in &mut events {
        event.region = mission.region;
    }
    Ok(CopiedMission {
        mission,
        legs: copy.legs.into_iter().map(|(_, leg)| leg).collect(),
        events,
        met: copy.met,
        left_out: cancelled.into_iter().map(|event| event.id).collect(),
    })
}

/// The first programme that has `day`, else `otherwise`.
fn programme_on(plan: &Plan, day: NaiveDate, otherwise: ProgrammeId) -> ProgrammeId {
    let own = plan
        .programmes()
        .get(&otherwise)
        .filter(|own| (own.from..=own.until).contains(&day));
    let on = || {
        plan.programmes()
            .values()
            .find(|one| (one.from..=one.until).contains(&day))
    };
    own.or_else(on).map_or(otherwise, |programme| programme.id)
}

struct Copy<'a> {
    plan: &'a Plan,
    to: &'a CopyMission,
    days: i64,
    now: DateTime<Utc>,
    programme: ProgrammeId,
    mission: MissionId,
    /// The leg copied, and its copy.
    legs: Vec<(LegId, Leg)>,
    met: Vec<TimeNote>,
}

impl Copy<'_> {
    fn target(&self, leg: LegId) -> Option<&LegTarget> {
        self.to.legs.iter().find(|target| target.leg == leg)
    }

    /// Whether the copy of a leg is in another city.
    fn is_elsewhere(&self, leg: &Leg) -> bool {
        self.target(leg.id).is_some_and(|target| {
            target.zone != leg.zone
                || target.city != leg.city
                || (target.city.is_none() && target.place != leg.place)
        })
    }

    fn leg(&mut self, from: &Leg, before: Option<&Leg>, id: LegId) -> Result<Leg, MoveError> {
        let elsewhere = self.is_elsewhere(from);
        let mut leg = Leg {
            id,
            mission: self.mission,
            arrive: wall_moved(from.arrive, self.days)?,
            arrive_fold: None,
            depart: wall_moved(from.depart, self.days)?,
            depart_fold: None,
            ..from.clone()
        };
        if elsewhere {
            if let Some(target) = self.target(from.id) {
                leg.city = target.city;
                leg.place = target.place.clone();
                leg.zone = target.zone.clone();
            }
            leg.lodging.clear();
        }
        if elsewhere || before.is_some_and(|before| self.is_elsewhere(before)) {
            leg.travel = None;
        }
        if let Some(travel) = &mut leg.travel {
            travel.depart = wall_moved(travel.depart, self.days)?;
            travel.depart_fold = None;
            travel.arrive = wall_moved(travel.arrive, self.days)?;
            travel.arrive_fold = None;
        }
        settle_leg(self.plan.rules(), &mut leg, &mut self.met);
        Ok(leg)
    }

    fn event(&mut self, from: &Event, id: EventId, uid: String) -> Result<Event, MoveError> {
        let old_leg = from.leg.and_then(|leg| self.plan.legs().get(&leg));
        let new_leg = self
            .legs
            .iter()
            .find(|(old, _)| Some(*old) == from.leg)
            .map(|(_, leg)| leg);
        let mut event = Event {
            id,
            uid,
            sequence: 0,
            created: self.now,
            modified: self.now,
            programme: self.programme,
            mission: Some(self.mission),
            leg: new_leg.map(|leg| leg.id),
            status: Status::Idea,
            start: wall_moved(from.start, self.days)?,
            start_fold: None,
            end: wall_moved(from.end, self.days)?,
            end_fold: None,
            speakers: Vec::new(),
            url: String::new(),
            ..from.clone()
        };
        if let (Some(old), Some(new)) = (old_leg, new_leg)
            && self.is_elsewhere(old)
        {
            let (was, is) = (from.city.or(old.city), new.city);
            event.city = new.city;
            event.place = new.place.clone();
            event.zone = new.zone.clone();
            event.venue = None;
            event.hosts.retain(|host| {
                let sits_in = self.plan.partners().get(host).and_then(|partner| partner.city);
                sits_in.is_none() || (sits_in != was && sits_in != old.city) || sits_in == is
            });
            event.market = self.market_in(from.market, was, is);
        }
        settle_event(self.plan.rules(), &mut event, &mut self.met);
        Ok(event)
    }

    /// The market of the new city's country; the old one while the country stays or is not known.
    fn market_in(
        &self,
        market: Option<MarketId>,
        was: Option<CityId>,
        is: Option<CityId>,
    ) -> Option<MarketId> {
        match (was.and_then(country_of), is.and_then(country_of)) {
            (_, None) => market,
            (Some(was), Some(is)) if was == is => market,
            (_, Some(is)) => self
                .plan
                .markets()
                .values()
                .find(|market| market.country == is)
                .map(|market| market.id),
        }
    }

    fn mission(&self, from: &Mission) -> Result<Mission, MoveError> {
        let mut mission = Mission {
            id: self.mission,
            programme: self.programme,
            title: self.to.title.clone().unwrap_or_else(|| from.title.clone()),
            status: Status::Idea,
            from: day_moved(from.from, self.days)?,
            until: day_moved(from.until, self.days)?,
            ..from.clone()
        };
        // The markets of the new cities, in order; those that have none keep the mission's.
        let countries = self.legs.iter().filter_map(|(_, leg)| country_of(leg.city?));
        let mut markets: Vec<&crate::Market> = Vec::new();
        for country in countries {
            let market = self
                .plan
                .markets()
                .values()
                .find(|market| market.country == country);
            markets.extend(market.filter(|market| !markets.iter().any(|known| known.id == market.id)));
        }
        if !self.to.legs.is_empty()
            && let Some(first) = markets.first()
        {
            mission.geographic_region = first.region;
            if mission.region.is_geographic() {
                mission.region = first.region;
            }
            mission.markets = markets.iter().map(|market| market.id).collect();
        }
        Ok(mission)
    }
}

fn country_of(city: CityId) -> Option<CountryCode> {
    reference::city(city).map(|city| city.country)
}

#[cfg(test)]
mod tests;
