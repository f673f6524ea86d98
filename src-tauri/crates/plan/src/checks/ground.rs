//! What the checks ask of the reference data, and the planner's corrections that win over it.

use chrono::NaiveDate;

use crate::reference::{self, Area, CityId, CountryCode, FastKind};
use crate::{Event, Plan, Wording};

/// Why a day is off.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum DayOff {
    Holiday { name: Wording, estimated: bool },
    Weekend,
}

/// Where a city is, in degrees north and east.
pub(super) fn point_of_city(city: CityId) -> Option<(f64, f64)> {
    reference::city(city).map(|city| (city.lat, city.lon))
}

/// Whose holidays and weekends hold at an event: those of its city, its venue's city, its market, else of the
/// only country that uses its zone.
pub(super) fn area_of_event(plan: &Plan, event: &Event) -> Option<Area<'static>> {
    let venue = event.venue.and_then(|id| plan.venues().get(&id));
    let city = event
        .city
        .or(venue.and_then(|venue| venue.city))
        .and_then(reference::city);
    if let Some(city) = city {
        return Some(Area::from(city));
    }
    let market = event.market.and_then(|id| plan.markets().get(&id));
    let by_zone = || match plan.rules().info(&event.zone)?.countries {
        [only] => CountryCode::new(only).ok(),
        _ => None,
    };
    market
        .map(|market| market.country)
        .or_else(by_zone)
        .map(Area::from)
}

/// Whether and why nobody works there on a day.
pub(super) fn day_off(plan: &Plan, area: Area<'_>, day: NaiveDate) -> Option<DayOff> {
    let own = plan
        .day_overrides()
        .values()
        .find(|own| own.country == area.country && own.date == day);
    if let Some(own) = own {
        return own.off.then(|| DayOff::Holiday {
            name: own.name.clone(),
            estimated: false,
        });
    }
    if let Some(holiday) = reference::holidays_on(area, day).next() {
        return Some(DayOff::Holiday {
            name: holiday.name.wording(),
            estimated: holiday.estimated,
        });
    }
    reference::is_weekend(area, day).then_some(DayOff::Weekend)
}

/// The month of fasting a day falls in, in a country that keeps it.
pub(super) fn fast_on(country: CountryCode, day: NaiveDate) -> Option<&'static reference::Fast> {
    let mut fasts = reference::fasts(day..=day);
    reference::keeps_ramadan(country)
        .then(|| fasts.find(|fast| fast.kind == FastKind::Ramadan))
        .flatten()
}
