//! When an event of a stranger's calendar is, as a time of ours: both ends in one zone, each wall time one that exists.

use chrono::NaiveDateTime;
use outreach_exchange::incoming::IncomingEvent;
use outreach_plan::Event;
use outreach_plan::reference::City;
use outreach_zones::{Fold, Resolution, Rules, Zone};

use super::problems::problem;
use super::whereabouts::is_utc;
use crate::views::ImportProblem;

/// When an event is, in one zone.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Times {
    start: NaiveDateTime,
    start_fold: Option<Fold>,
    end: NaiveDateTime,
    end_fold: Option<Fold>,
    zone: String,
}

/// Puts the calendar's times over an event's.
pub(super) fn put(
    rules: &Rules,
    event: &mut Event,
    from: &IncomingEvent,
    city: Option<&City>,
    is_new: bool,
    warnings: &mut Vec<ImportProblem>,
) {
    let Some(times) = times(rules, from, city, warnings) else {
        return;
    };
    let instants = |times: &Times| {
        let zone = rules.zone(&times.zone).ok()?;
        Some((
            zone.pick(times.start, times.start_fold).utc,
            zone.pick(times.end, times.end_fold).utc,
        ))
    };
    let now = Times {
        start: event.start,
        start_fold: event.start_fold,
        end: event.end,
        end_fold: event.end_fold,
        zone: event.zone.clone(),
    };
    // The same instants told by other clocks (UTC, an alias of the zone) are no other time: the planner's zone
    // stays. Whole days have no instant.
    let same = !is_new
        && event.all_day == from.all_day
        && if from.all_day {
            (now.start, now.end) == (times.start, times.end)
        } else {
            instants(&now).is_some() && instants(&now) == instants(&times) && same_clocks(&now, &times)
        };
    if same {
        return;
    }
    event.all_day = from.all_day;
    event.start = times.start;
    event.start_fold = times.start_fold;
    event.end = times.end;
    event.end_fold = times.end_fold;
    event.zone = times.zone;
}

/// Start and end in one zone: the city's where the calendar speaks in UTC, else the start's.
fn times(
    rules: &Rules,
    from: &IncomingEvent,
    city: Option<&City>,
    warnings: &mut Vec<ImportProblem>,
) -> Option<Times> {
    let start_zone = rules.zone(&from.zone).ok()?;
    let end_zone = match from.end_zone.as_deref() {
        Some(name) => rules.zone(name).ok()?,
        None => start_zone.clone(),
    };
    let there = city
        .filter(|_| is_utc(&from.zone) && !from.all_day)
        .and_then(|city| rules.zone(city.zone).ok());
    if let Some(zone) = &there {
        warnings.push(problem("zone_of_city").with("zone", zone.name()));
    }
    let zone = there.unwrap_or_else(|| start_zone.clone());
    if from.end_zone.is_some() {
        warnings.push(problem("end_zone_moved").with("zone", end_zone.name()));
    }
    let (start, start_fold) = moved(&start_zone, from.start, from.start_fold, &zone);
    let (end, end_fold) = moved(&end_zone, from.end, from.end_fold, &zone);
    Some(Times {
        start,
        start_fold,
        end,
        end_fold,
        zone: zone.name().to_owned(),
    })
}

/// Whether two zones show the same at the ends, so that exchanging one for the other would change nothing seen; or
/// one of them is UTC, which is no place's.
fn same_clocks(now: &Times, then: &Times) -> bool {
    (now.start, now.end) == (then.start, then.end) || is_utc(&then.zone)
}

/// A wall time of one zone as one of another, with the choice where clocks show it twice.
fn moved(from: &Zone, wall: NaiveDateTime, fold: Option<Fold>, to: &Zone) -> (NaiveDateTime, Option<Fold>) {
    let moment = from.pick(wall, fold);
    let is_same = from.name() == to.name();
    let wall = match from.resolve(wall) {
        Resolution::Unique(_) | Resolution::Fold { .. } if is_same => wall,
        Resolution::Unique(_) | Resolution::Fold { .. } | Resolution::Gap(_) => to.at(moment.utc).0,
    };
    let fold = match to.resolve(wall) {
        Resolution::Fold { later, .. } if later.utc == moment.utc => Some(Fold::Later),
        Resolution::Fold { .. } => Some(Fold::Earlier),
        Resolution::Unique(_) | Resolution::Gap(_) => None,
    };
    (wall, fold)
}
