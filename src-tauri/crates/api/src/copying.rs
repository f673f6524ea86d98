//! Copying a mission: what the rules are asked for, and what they made.

use chrono::{DateTime, Utc};
use outreach_plan::copy::{CopyMission, LegTarget, copy_mission};
use outreach_plan::shift::TimeNote;
use outreach_plan::{AnyRecord, MissionId, Plan, reference};
use uuid::Uuid;

use crate::Refused;
use crate::missions::refused;
use crate::views::CopyMissionTo;

/// A copy, ready to be written.
pub(crate) struct Copied {
    pub(crate) id: MissionId,
    pub(crate) records: Vec<AnyRecord>,
    pub(crate) met: Vec<TimeNote>,
}

/// Copies a mission as asked.
pub(crate) fn copied(
    plan: &Plan,
    request: &CopyMissionTo,
    fresh_key: &mut dyn FnMut() -> Uuid,
    now: DateTime<Utc>,
) -> Result<Copied, Refused> {
    let order = order(plan, request)?;
    let copy = copy_mission(plan, request.id, &order, fresh_key, now).map_err(|error| refused(&error))?;
    Ok(Copied {
        id: copy.mission.id,
        records: copy.records(),
        met: copy.met,
    })
}

/// What the rules are asked to copy.
fn order(plan: &Plan, request: &CopyMissionTo) -> Result<CopyMission, Refused> {
    if let Some(programme) = request.programme
        && !plan.programmes().contains_key(&programme)
    {
        return Err(Refused::invalid("programme", "no_such_record"));
    }
    let legs = request
        .cities
        .iter()
        .map(|exchange| {
            let city =
                reference::city(exchange.city).ok_or_else(|| Refused::invalid("cities", "no_such_city"))?;
            Ok(LegTarget {
                leg: exchange.leg,
                city: Some(city.id),
                place: city.name.wording(),
                zone: city.zone.to_owned(),
            })
        })
        .collect::<Result<_, Refused>>()?;
    Ok(CopyMission {
        first_day: request.first_day,
        title: request.title.clone().filter(|title| !title.is_empty()),
        programme: request.programme,
        legs,
    })
}
