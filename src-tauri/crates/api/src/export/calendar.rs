//! iCalendar: one file, or one an event, region or mission, or all of them in an archive.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use outreach_exchange::{
    CalendarFile, Journey, NamedBytes, PinUtc, left_out, rules_changed_lately, write_calendars, zipped,
};
use outreach_plan::{Audience, CalendarLayout, EventId};

use super::{Chosen, Ready, Shown, marking, naming, refused};
use crate::rows::count;
use crate::{Refused, Session};

pub(super) fn ready(session: &Session, chosen: &Chosen<'_>) -> Result<Ready, Refused> {
    let request = chosen.request;
    let audience = request.audience;
    let form = request.ics.clone().unwrap_or_default();
    let out = chosen.out(session);
    // Events that are over are pinned as well, or one calendar would tell its times in two ways.
    let changed = rules_changed_lately(chosen.plan, chosen.events, out.written);
    let pinned: &[EventId] = if form.pin_utc { &changed } else { &[] };
    // Journeys are asked for by naming their missions: somebody's public calendar of a region is not the place.
    let missions = request.filter.missions.iter().flatten().copied();
    let journeys = match audience {
        Audience::Internal | Audience::Partner => Journey::of_missions(chosen.plan, missions),
        Audience::Public => Vec::new(),
    };
    let file = CalendarFile {
        journeys: &journeys,
        pin_utc: PinUtc::ChangedRules(pinned),
        alarm_minutes: form.alarm_minutes,
        ..CalendarFile::publish(out, audience)
    };
    let mut files = write_calendars(&file, form.layout).map_err(refused)?;
    let mut ending = "ics";
    let mut name = naming::of_events(chosen, audience, ending);
    let divided = form.layout != CalendarLayout::OneFile;
    if divided && form.zip {
        ending = "zip";
        name = naming::of_events(chosen, audience, ending);
        let bytes = zipped(&files).map_err(refused)?;
        files = vec![NamedBytes {
            name: name.clone(),
            bytes,
        }];
    } else if let [only] = files.as_mut_slice() {
        only.name.clone_from(&name);
    } else {
        name = naming::of_events(chosen, audience, "");
    }
    Ok(Ready {
        files,
        name,
        ending,
        events: count(chosen.events.len()),
        leaves_out: left_out(audience).to_vec(),
        marking: marking(audience),
        shown: Shown {
            changed_zones: zones_to_come(chosen, &changed, out.written),
            ..Shown::default()
        },
    })
}

/// The zones of those events that are still to come.
fn zones_to_come(chosen: &Chosen<'_>, events: &[EventId], now: DateTime<Utc>) -> Vec<String> {
    let plan = chosen.plan;
    let to_come = |id: &&EventId| plan.event_span(**id).is_some_and(|span| span.end.utc > now);
    let zones: BTreeSet<&str> = events
        .iter()
        .filter(to_come)
        .filter_map(|id| plan.events().get(id))
        .map(|event| event.zone.as_str())
        .collect();
    zones.into_iter().map(str::to_owned).collect()
}
