//! One calendar laid out over several files.
//!
//! Names of files are seen by everyone who sees a folder, a zip or an attachment, so nothing that was typed goes
//! into them: only dates, kinds, regions and the names of markets and cities of the reference data.

use std::collections::BTreeMap;

use outreach_plan::reference::CityId;
use outreach_plan::{Audience, Event, MissionId, MissionKind, Plan, Region};

use super::{CalendarFile, Layout, Method, NamedBytes, Part, write_part};
use crate::ExportError;

/// Writes a calendar as the files of a layout, in the order of its events. A selection of nothing is one file with
/// no event in it. Requests and cancellations are laid out a file an event always: they have one UID each. Where a
/// request is wished for an event that is called off, its file is a cancellation.
///
/// # Errors
/// As [`super::write_calendar`].
pub fn write_calendars(file: &CalendarFile<'_>, layout: Layout) -> Result<Vec<NamedBytes>, ExportError> {
    let mut parts = match (file.method, layout) {
        (Method::Request | Method::Cancel, _) | (Method::Publish, Layout::PerEvent) => per_event(file),
        (Method::Publish, Layout::OneFile) => Vec::new(),
        (Method::Publish, Layout::PerRegion) => per_region(file),
        (Method::Publish, Layout::PerMission) => per_mission(file),
    };
    if parts.is_empty() && file.method == Method::Publish {
        parts.push(Part {
            events: file.out.events.to_vec(),
            cancelled: file.cancelled.iter().collect(),
            journeys: file.journeys.iter().collect(),
            ..Part::named(file, String::new(), "")
        });
    }
    let mut taken = BTreeMap::<String, u32>::new();
    parts
        .iter()
        .map(|part| {
            let method = if file.method == Method::Request && part.is_called_off() {
                Method::Cancel
            } else {
                file.method
            };
            let file = &CalendarFile { method, ..*file };
            let name = file_name(file, &part.key);
            let times = taken.entry(name.clone()).and_modify(|n| *n += 1).or_insert(1);
            let name = if *times == 1 {
                name
            } else {
                format!("{name}-{times}")
            };
            Ok(NamedBytes {
                bytes: write_part(file, part)?,
                name: format!("{name}.ics"),
            })
        })
        .collect()
}

impl<'a> Part<'a> {
    fn named(file: &CalendarFile<'_>, key: String, name: &str) -> Self {
        let title = file.out.title;
        Self {
            name: if name.is_empty() {
                title.to_owned()
            } else {
                format!("{title} – {name}")
            },
            key,
            events: Vec::new(),
            cancelled: Vec::new(),
            journeys: Vec::new(),
        }
    }
}

fn per_event<'a>(file: &CalendarFile<'a>) -> Vec<Part<'a>> {
    let plan = file.out.plan;
    let language = file.out.language;
    let held = file.out.events.iter().map(|event| Part {
        events: vec![*event],
        ..Part::named(file, event_key(plan, event), event.title.in_language(language))
    });
    let gone = file.cancelled.iter().map(|event| Part {
        cancelled: vec![event],
        ..Part::named(file, format!("{}-cancelled", event.start.date()), &event.title)
    });
    let travelled = file.journeys.iter().filter_map(|journey| {
        let leg = plan.legs().get(&journey.leg)?;
        let day = leg.travel.as_ref()?.depart.date();
        let key = format!("{day}-travel{}", after(&city(leg.city)));
        (file.method == Method::Publish && file.audience != Audience::Public).then(|| Part {
            journeys: vec![journey],
            ..Part::named(file, key, super::says::travel(language))
        })
    });
    held.chain(gone).chain(travelled).collect()
}

fn per_region<'a>(file: &CalendarFile<'a>) -> Vec<Part<'a>> {
    let plan = file.out.plan;
    let mut parts = BTreeMap::<Option<Region>, Part<'a>>::new();
    let part = |region: Option<Region>| {
        let (key, name) = region.map_or(("other", ""), |region| {
            (region.key(), region.name().in_language(file.out.language))
        });
        Part::named(file, key.replace('_', "-"), name)
    };
    for event in file.out.events {
        let region = Some(event.region);
        parts
            .entry(region)
            .or_insert_with(|| part(region))
            .events
            .push(event);
    }
    for event in file.cancelled {
        parts
            .entry(event.region)
            .or_insert_with(|| part(event.region))
            .cancelled
            .push(event);
    }
    for journey in file.journeys {
        let mission = plan
            .legs()
            .get(&journey.leg)
            .and_then(|leg| plan.missions().get(&leg.mission));
        let region = mission.map(|mission| mission.region);
        // Travel goes with the events it serves; it makes no file of its own.
        if let Some(part) = parts.get_mut(&region) {
            part.journeys.push(journey);
        }
    }
    nothing_region_last(parts)
}

/// `None` sorts first but is the file of leftovers.
fn nothing_region_last<'a, K: Ord>(mut parts: BTreeMap<Option<K>, Part<'a>>) -> Vec<Part<'a>> {
    let leftovers = parts.remove(&None);
    parts.into_values().chain(leftovers).collect()
}

fn per_mission<'a>(file: &CalendarFile<'a>) -> Vec<Part<'a>> {
    let plan = file.out.plan;
    let mut parts = BTreeMap::<Option<MissionId>, Part<'a>>::new();
    let part = |id: Option<MissionId>| match id.and_then(|id| plan.missions().get(&id)) {
        Some(mission) => Part::named(
            file,
            mission_key(plan, mission),
            mission.title.in_language(file.out.language),
        ),
        None => Part::named(file, "other".to_owned(), ""),
    };
    let known = |id: Option<MissionId>| id.filter(|id| plan.missions().contains_key(id));
    for event in file.out.events {
        let mission = known(event.mission);
        parts
            .entry(mission)
            .or_insert_with(|| part(mission))
            .events
            .push(event);
    }
    for event in file.cancelled {
        let mission = known(event.mission);
        parts
            .entry(mission)
            .or_insert_with(|| part(mission))
            .cancelled
            .push(event);
    }
    for journey in file.journeys {
        let mission = plan.legs().get(&journey.leg).map(|leg| leg.mission);
        if let Some(part) = parts.get_mut(&mission) {
            part.journeys.push(journey);
        }
    }
    let mut parts = nothing_region_last(parts);
    parts.sort_by(|one, other| (one.key == "other", &one.key).cmp(&(other.key == "other", &other.key)));
    parts
}

/// `2027-05-14-seminar-kuala-lumpur`
fn event_key(plan: &Plan, event: &Event) -> String {
    let kind = event.kind.key().replace('_', "-");
    let place = city(event.city.or_else(|| plan.venues().get(&event.venue?)?.city));
    format!("{}-{kind}{}", event.start.date(), after(&place))
}

/// `2027-05-10-roadshow-my`
fn mission_key(plan: &Plan, mission: &outreach_plan::Mission) -> String {
    let kind = match mission.kind {
        MissionKind::Roadshow => "roadshow",
        MissionKind::JointMission => "joint-mission",
        MissionKind::InboundVisit => "inbound-visit",
        MissionKind::Online => "online",
    };
    let first = plan.legs_of(mission.id).first().and_then(|leg| leg.city);
    let place = city(first);
    let place = if place.is_empty() {
        mission.region.key().replace('_', "-")
    } else {
        place
    };
    format!("{}-{kind}{}", mission.from, after(&place))
}

/// A city's name in the reference data, fit for a file's name.
fn city(id: Option<CityId>) -> String {
    id.and_then(outreach_plan::reference::city)
        .map_or_else(String::new, |city| plain(city.name.en))
}

fn after(part: &str) -> String {
    if part.is_empty() {
        String::new()
    } else {
        format!("-{part}")
    }
}

/// Lower-case ASCII letters and digits, with single hyphens between.
fn plain(name: &str) -> String {
    let mut plain = String::new();
    for c in name.chars() {
        if c.is_ascii_alphanumeric() {
            plain.push(c.to_ascii_lowercase());
        } else if !plain.is_empty() && !plain.ends_with('-') && (c.is_ascii() || c.is_whitespace()) {
            plain.push('-');
        }
    }
    plain.truncate(40);
    plain.trim_end_matches('-').to_owned()
}

fn file_name(file: &CalendarFile<'_>, key: &str) -> String {
    let marking = if file.audience == Audience::Internal {
        "RESTRICTED-"
    } else {
        ""
    };
    let method = match file.method {
        Method::Publish => "",
        Method::Request => "-invitation",
        Method::Cancel if key.ends_with("cancelled") => "",
        Method::Cancel => "-cancelled",
    };
    format!("{marking}outreach{}{method}", after(key))
}
