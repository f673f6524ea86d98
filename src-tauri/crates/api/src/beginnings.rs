//! What a new record begins with, and what follows when a place is chosen.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta};
use outreach_plan::reference::{self, CityId};
use outreach_plan::{
    AnyRecord, Event, EventId, Leg, LegId, Mission, MissionId, Plan, ProgrammeId, RecordRef, VenueId,
};
use serde_json::{Map, Value};

use crate::Refused;
use crate::change::Draft;
use crate::fields::{blank, given, hour, merge};
use crate::shown::Shown;

type Set = Map<String, Value>;

/// A new event: its mission's programme, region and market, its leg's place, two hours from ten in the morning.
pub(crate) fn event(draft: &Draft<'_>, set: &Set) -> Result<Event, Refused> {
    let plan = draft.plan;
    let key = draft.fresh_key();
    let today = today(draft);
    let AnyRecord::Event(mut event) = blank(RecordRef::Event(EventId(key)), draft.now, today) else {
        return Err(Refused::not_found());
    };
    event.uid = draft.fresh_key().to_string();
    let start: Option<NaiveDateTime> = given(set, "start")?;
    let leg_id: Option<LegId> = given(set, "leg")?;
    let given_leg = leg_id.map(|id| {
        plan.legs()
            .get(&id)
            .ok_or_else(|| Refused::invalid("leg", "no_such_record"))
    });
    let given_leg = given_leg.transpose()?;
    let mission_id: Option<MissionId> = given(set, "mission")?;
    let mission_id = mission_id.or(given_leg.map(|leg| leg.mission));
    let mission = mission_id
        .map(|id| {
            plan.missions()
                .get(&id)
                .ok_or_else(|| Refused::invalid("mission", "no_such_record"))
        })
        .transpose()?;
    let leg = given_leg.or_else(|| {
        let legs = plan.legs_of(mission?.id);
        match start {
            Some(start) => legs
                .into_iter()
                .find(|leg| leg.arrive <= start && start < leg.depart),
            None => legs.into_iter().next(),
        }
    });
    if let Some(mission) = mission {
        event.mission = Some(mission.id);
        event.programme = mission.programme;
        event.region = mission.region;
        event.market = mission.markets.first().copied();
        event.sectors.clone_from(&mission.sectors);
        event.start = hour(mission.from, 10);
    } else {
        event.programme = current_programme(plan, start.map_or(today, |start| start.date()))?;
    }
    if let Some(leg) = leg {
        event.leg = Some(leg.id);
        take_place_of_leg(&mut event, leg);
        let morning = hour(leg.arrive.date(), 10);
        event.start = if morning >= leg.arrive {
            morning
        } else {
            next_morning(leg.arrive)
        };
    }
    let venue: Option<VenueId> = given(set, "venue")?;
    let city: Option<CityId> = given(set, "city")?;
    take_place(plan, &mut event, venue, city);
    if let Some(start) = start {
        event.start = start;
    }
    event.end = event.start + TimeDelta::hours(2);
    if given::<bool>(set, "all_day")? == Some(true) {
        event.start = event.start.date().and_time(chrono::NaiveTime::MIN);
        event.end = event.start + TimeDelta::days(1);
    }
    let mut set = set.clone();
    for field in ["mission", "programme", "region"] {
        // A null stands for what follows from the rest.
        if set.get(field).is_some_and(Value::is_null) && field != "mission" {
            set.remove(field);
        }
    }
    let AnyRecord::Event(mut event) = merge(&AnyRecord::Event(event), &set)? else {
        return Err(Refused::not_found());
    };
    follow_mission(plan, &mut event, &set);
    Ok(event)
}

/// What follows in an event when mission, leg, venue or city were set, unless it was set as well. Wall times stay.
pub(crate) fn follow_place(plan: &Plan, before: &Event, event: &mut Event, set: &Set) -> Result<(), Refused> {
    let wanted = event.clone();
    if event.leg != before.leg
        && let Some(leg) = event.leg.and_then(|id| plan.legs().get(&id))
    {
        if !set.contains_key("mission") {
            event.mission = Some(leg.mission);
        }
        if event.venue == before.venue && event.city == before.city {
            take_place_of_leg(event, leg);
        }
    }
    if event.mission != before.mission {
        let of_mission = |leg: LegId| {
            plan.legs()
                .get(&leg)
                .is_some_and(|leg| Some(leg.mission) == event.mission)
        };
        if event.leg.is_some_and(|leg| !of_mission(leg)) {
            event.leg = None;
        }
    }
    follow_mission(plan, event, set);
    let venue_set = event.venue != before.venue;
    let city_set = event.city != before.city && set.contains_key("city");
    if venue_set {
        take_place(plan, event, event.venue, None);
    } else if city_set {
        take_place(plan, event, None, event.city);
        // A venue does not come along to another city.
        let at_venue = event
            .venue
            .and_then(|id| plan.venues().get(&id))
            .and_then(|venue| venue.city);
        if at_venue.is_some() && at_venue != event.city {
            event.venue = None;
        }
    }
    if set.contains_key("zone") {
        event.zone = wanted.zone;
    }
    if set.contains_key("place") {
        event.place = wanted.place;
    }
    if set.contains_key("city") {
        event.city = wanted.city;
    }
    Ok(())
}

/// Programme and region are the mission's. What was set otherwise is left to be refused, not silently put right.
fn follow_mission(plan: &Plan, event: &mut Event, set: &Set) {
    let Some(mission) = event.mission.and_then(|id| plan.missions().get(&id)) else {
        return;
    };
    if !set.contains_key("region") {
        event.region = mission.region;
    }
    if !set.contains_key("programme") {
        event.programme = mission.programme;
    }
}

fn take_place_of_leg(event: &mut Event, leg: &Leg) {
    event.city = leg.city;
    event.place = leg.place.clone();
    event.zone.clone_from(&leg.zone);
}

fn take_place(plan: &Plan, event: &mut Event, venue: Option<VenueId>, city: Option<CityId>) {
    if let Some(venue) = venue.and_then(|id| plan.venues().get(&id)) {
        event.venue = Some(venue.id);
        event.city = venue.city;
        event.place = venue.place.clone();
        event.zone.clone_from(&venue.zone);
    } else if let Some(city) = city.and_then(reference::city) {
        event.city = Some(city.id);
        event.place = city.name.wording();
        city.zone.clone_into(&mut event.zone);
    }
}

/// A new record of any other kind.
pub(crate) fn record(draft: &Draft<'_>, key: RecordRef, set: &Set) -> Result<AnyRecord, Refused> {
    let plan = draft.plan;
    let today = today(draft);
    let mut begun = blank(key, draft.now, today);
    match &mut begun {
        AnyRecord::Programme(programme) => {
            let year = given::<NaiveDate>(set, "from")?.unwrap_or(today).year();
            programme.from = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(today);
            programme.until = NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(today);
        }
        AnyRecord::Mission(mission) => begin_mission(plan, mission, set, today)?,
        AnyRecord::Leg(leg) => begin_leg(plan, leg, set)?,
        AnyRecord::Market(_)
        | AnyRecord::Event(_)
        | AnyRecord::Venue(_)
        | AnyRecord::Partner(_)
        | AnyRecord::Delegate(_)
        | AnyRecord::Office(_)
        | AnyRecord::DayOverride(_)
        | AnyRecord::Calendar(_)
        | AnyRecord::Recipient(_)
        | AnyRecord::Person(_)
        | AnyRecord::Arrangement(_)
        | AnyRecord::Notice(_)
        | AnyRecord::Letter(_)
        | AnyRecord::SavedList(_)
        | AnyRecord::Distinct(_)
        | AnyRecord::Disclosure(_) => {}
        AnyRecord::Invitation(invitation) => invitation.begin(draft.actor()),
        AnyRecord::Visit(visit) => visit.begin(draft.actor()),
    }
    let mut record = merge(&begun, set)?;
    follow_city(&begun, &mut record, set);
    Ok(record)
}

/// What follows in a record when its city (or a market's country) was set, unless it was set as well.
pub(crate) fn follow_city(before: &AnyRecord, record: &mut AnyRecord, set: &Set) {
    let city_of = |id: Option<CityId>, was: Option<CityId>| {
        if id == was {
            None
        } else {
            id.and_then(reference::city)
        }
    };
    match (before, record) {
        (AnyRecord::Leg(before), AnyRecord::Leg(leg)) => {
            let Some(city) = city_of(leg.city, before.city) else {
                return;
            };
            if !set.contains_key("place") {
                leg.place = city.name.wording();
            }
            if !set.contains_key("zone") {
                city.zone.clone_into(&mut leg.zone);
            }
        }
        (AnyRecord::Venue(before), AnyRecord::Venue(venue)) => {
            let Some(city) = city_of(venue.city, before.city) else {
                return;
            };
            if !set.contains_key("place") {
                venue.place = city.name.wording();
            }
            if !set.contains_key("zone") {
                city.zone.clone_into(&mut venue.zone);
            }
            // Where the former city was is not where the venue is now.
            if !set.contains_key("latitude") && !set.contains_key("longitude") {
                (venue.latitude, venue.longitude) = (None, None);
            }
        }
        (AnyRecord::Office(before), AnyRecord::Office(office)) => {
            let Some(city) = city_of(office.city, before.city) else {
                return;
            };
            if !set.contains_key("zone") {
                city.zone.clone_into(&mut office.zone);
            }
        }
        (AnyRecord::Market(before), AnyRecord::Market(market)) => {
            let is_new = set.contains_key("country") && before.name.is_empty();
            if before.country == market.country && !is_new {
                return;
            }
            let Some(country) = reference::country(market.country) else {
                return;
            };
            if !set.contains_key("name") {
                market.name = country.name.wording();
            }
            if let Some(region) = country.region
                && !set.contains_key("region")
            {
                market.region = region;
            }
        }
        _ => {}
    }
}

fn begin_mission(plan: &Plan, mission: &mut Mission, set: &Set, today: NaiveDate) -> Result<(), Refused> {
    let from: NaiveDate = given(set, "from")?.unwrap_or(today + Days::new(30));
    mission.from = from;
    mission.until = given(set, "until")?.unwrap_or_else(|| (from + Days::new(4)).max(from));
    mission.programme = match given::<ProgrammeId>(set, "programme")? {
        Some(programme) => programme,
        None => current_programme(plan, from)?,
    };
    let markets: Vec<outreach_plan::MarketId> = given(set, "markets")?.unwrap_or_default();
    let of_market = markets
        .first()
        .and_then(|id| plan.markets().get(id))
        .map(|market| market.region);
    let region: Option<outreach_plan::Region> = given(set, "region")?;
    mission.region = region.or(of_market).unwrap_or(mission.region);
    mission.geographic_region = of_market
        .or(region.filter(|region| region.is_geographic()))
        .unwrap_or(mission.geographic_region);
    Ok(())
}

fn begin_leg(plan: &Plan, leg: &mut Leg, set: &Set) -> Result<(), Refused> {
    let id: MissionId = given(set, "mission")?.ok_or_else(|| Refused::invalid("mission", "empty"))?;
    let mission = plan
        .missions()
        .get(&id)
        .ok_or_else(|| Refused::invalid("mission", "no_such_record"))?;
    leg.mission = id;
    let last = plan.legs_of(id).last().map(|leg| leg.depart);
    let arrive: NaiveDateTime =
        given(set, "arrive")?.unwrap_or_else(|| last.unwrap_or_else(|| hour(mission.from, 12)));
    leg.arrive = arrive;
    leg.depart = hour(mission.until, 12);
    if leg.depart <= arrive {
        leg.depart = arrive + TimeDelta::days(1);
    }
    Ok(())
}

/// The programme of a day: the one that holds it, else the next, else the last.
pub(crate) fn current_programme(plan: &Plan, day: NaiveDate) -> Result<ProgrammeId, Refused> {
    let all = plan.programmes();
    let holds = all
        .values()
        .find(|programme| programme.from <= day && day <= programme.until);
    let next = || {
        all.values()
            .filter(|programme| programme.from > day)
            .min_by_key(|programme| programme.from)
    };
    let last = || all.values().max_by_key(|programme| programme.until);
    holds
        .or_else(next)
        .or_else(last)
        .map(|programme| programme.id)
        .ok_or_else(|| {
            Refused::new(
                "no_programme",
                "There is no programme yet to put this into. Nothing was changed; add a programme first.",
            )
        })
}

fn next_morning(after: NaiveDateTime) -> NaiveDateTime {
    hour(
        after
            .date()
            .checked_add_days(Days::new(1))
            .unwrap_or(after.date()),
        10,
    )
}

/// Today in Hong Kong.
pub(crate) fn today(draft: &Draft<'_>) -> NaiveDate {
    Shown::by(draft.plan.rules()).in_hong_kong(draft.now).date()
}
