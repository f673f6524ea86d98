//! What goes on in a region, packed into as few lanes as leave every label readable.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use outreach_plan::{Event, EventId, Mission, MissionId, Region};

use super::number;
use crate::press::Press;
use crate::times;

/// A mission with those of its events that are shown.
pub(crate) struct Voyage<'a> {
    pub(crate) mission: &'a Mission,
    pub(crate) events: Vec<&'a Event>,
    /// First day shown: the mission's, or its earliest event's.
    pub(crate) from: NaiveDate,
    /// Last day shown, included.
    pub(crate) until: NaiveDate,
}

/// The missions of the events and, unless for the public, missions of the same regions without any event yet.
pub(crate) fn missions<'a>(
    press: &Press<'a>,
    events: &[&'a Event],
    first: NaiveDate,
    last: NaiveDate,
) -> Vec<Voyage<'a>> {
    let mut of: BTreeMap<MissionId, Vec<&Event>> = BTreeMap::new();
    for event in events {
        if let Some(id) = event.mission {
            of.entry(id).or_default().push(*event);
        }
    }
    let shown_regions: Vec<Region> = events.iter().map(|event| event.region).collect();
    let without = press.plan.missions().values().filter(|mission| {
        press.shared()
            && press.plan.events_of(mission.id).is_empty()
            && (events.is_empty() || shown_regions.contains(&mission.region))
    });
    for mission in without {
        of.entry(mission.id).or_default();
    }
    let mut voyages: Vec<Voyage<'a>> = of
        .into_iter()
        .filter_map(|(id, events)| {
            let mission = press.plan.missions().get(&id)?;
            let from = events.iter().map(|event| event.start.date()).min();
            let until = events.iter().map(|event| times::last_day(event)).max();
            Some(Voyage {
                mission,
                from: from.map_or(mission.from, |day| day.min(mission.from)),
                until: until.map_or(mission.until, |day| day.max(mission.until)),
                events,
            })
        })
        .filter(|voyage| press.shows(voyage.mission.status) && voyage.from <= last && first <= voyage.until)
        .collect();
    voyages.sort_by_key(|voyage| (voyage.from, voyage.until, voyage.mission.id));
    voyages
}

/// Something with a label that takes a stretch of a lane.
pub(crate) enum Item<'a> {
    Mission(&'a Voyage<'a>),
    /// An event without a mission.
    Event(&'a Event),
}

/// An item and where it begins and ends in the lane, with its label, in millimetres from the first day.
pub(crate) struct Placed<'a> {
    pub(crate) item: Item<'a>,
    /// The bar, or the mark.
    pub(crate) bar: (f64, f64),
    /// Where the label begins.
    pub(crate) label_x: f64,
    pub(crate) title: String,
    /// Days and cities.
    pub(crate) detail: String,
    /// How wide the title is.
    pub(crate) title_width: f64,
    /// How wide title and detail are.
    pub(crate) label_width: f64,
}

/// Items that do not touch each other.
pub(crate) struct Lane<'a> {
    pub(crate) placed: Vec<Placed<'a>>,
    /// Whether it holds missions; an event on its own needs no bar.
    pub(crate) bars: bool,
    /// Rows of marks on a bar: the most events on one day, up to three.
    pub(crate) rows: usize,
}

/// Marks one above the other, at most; more on the same day are counted.
pub(crate) const ROWS_AT_MOST: usize = 3;

/// How labels are set, in millimetres.
pub(crate) struct Lettering {
    pub(crate) title_size: f64,
    pub(crate) detail_size: f64,
    pub(crate) widest: f64,
    pub(crate) gap: f64,
    pub(crate) mark: f64,
}

/// The events of a mission by day, as they are stacked.
pub(crate) fn by_day<'a>(events: &[&'a Event]) -> BTreeMap<i32, Vec<&'a Event>> {
    let mut days: BTreeMap<i32, Vec<&Event>> = BTreeMap::new();
    for event in events {
        days.entry(number(event.start.date())).or_default().push(event);
    }
    days
}

/// Packs what a region has between two days into lanes: each item into the first lane where it has room.
pub(crate) fn pack<'a>(
    press: &Press<'_>,
    lettering: &Lettering,
    items: Vec<Item<'a>>,
    from: NaiveDate,
    day_width: f64,
    width: f64,
) -> Vec<Lane<'a>> {
    let mut lanes: Vec<Lane<'a>> = Vec::new();
    let mut ends: Vec<f64> = Vec::new();
    let x = |day: NaiveDate| f64::from(number(day) - number(from)) * day_width;
    for item in items {
        let is_mission = matches!(item, Item::Mission(_));
        let (bar, title, detail, rows) = match &item {
            Item::Mission(voyage) => {
                let bar = (x(voyage.from).max(0.0), (x(voyage.until) + day_width).min(width));
                let rows = by_day(&voyage.events).values().map(Vec::len).max().unwrap_or(1);
                (
                    bar,
                    press.say(&voyage.mission.title),
                    mission_detail(press, voyage),
                    rows,
                )
            }
            Item::Event(event) => {
                let middle = (x(event.start.date()) + day_width / 2.0).max(lettering.mark / 2.0);
                let bar = (middle - lettering.mark / 2.0, middle + lettering.mark / 2.0);
                (bar, press.say(&event.title), event_detail(press, event), 1)
            }
        };
        let mm = |ems: f64, size: f64| ems * size;
        let title = press.cut(&title, true, lettering.widest / lettering.title_size);
        let title_width = mm(press.width(&title, true), lettering.title_size);
        let room = (lettering.widest - title_width - lettering.gap).max(0.0);
        let detail = press.cut(&detail, false, room.max(14.0) / lettering.detail_size);
        let detail_width = mm(press.width(&detail, false), lettering.detail_size);
        let label = title_width + lettering.gap + detail_width;
        // A mission's label stands above its bar, an event's beside its mark; both turn in at the right edge.
        let wanted = if is_mission {
            bar.0
        } else {
            bar.1 + lettering.gap * 0.6
        };
        let label_x = if wanted + label <= width {
            wanted
        } else if is_mission {
            (width - label).max(0.0)
        } else {
            (bar.0 - lettering.gap * 0.6 - label).max(0.0)
        };
        let (begin, end) = (bar.0.min(label_x), bar.1.max(label_x + label));
        let placed = Placed {
            item,
            bar,
            label_x,
            title,
            detail,
            title_width,
            label_width: label,
        };
        let fits = lanes
            .iter()
            .zip(&ends)
            .position(|(lane, lane_end)| lane.bars == is_mission && *lane_end + lettering.gap * 2.0 <= begin);
        let at = fits.unwrap_or_else(|| {
            lanes.push(Lane {
                placed: Vec::new(),
                bars: is_mission,
                rows: 1,
            });
            ends.push(f64::NEG_INFINITY);
            lanes.len() - 1
        });
        lanes[at].rows = lanes[at].rows.max(rows.min(ROWS_AT_MOST));
        lanes[at].placed.push(placed);
        ends[at] = end;
    }
    lanes
}

/// Days and cities: `12–16 May · Kuala Lumpur, Penang`.
fn mission_detail(press: &Press<'_>, voyage: &Voyage<'_>) -> String {
    let language = press.language();
    let mut cities: Vec<String> = Vec::new();
    for leg in press.plan.legs_of(voyage.mission.id) {
        let city = press.say(&leg.place);
        if !city.is_empty() && !cities.contains(&city) {
            cities.push(city);
        }
    }
    let days = times::days(voyage.from, voyage.until, language);
    if cities.is_empty() {
        days
    } else {
        format!("{days} · {}", cities.join(crate::words::comma(language)))
    }
}

fn event_detail(press: &Press<'_>, event: &Event) -> String {
    let days = times::days(event.start.date(), times::last_day(event), press.language());
    let place = press.say(&event.place);
    if place.is_empty() {
        days
    } else {
        format!("{days} · {place}")
    }
}

/// What a region has between two days: missions, then events without one, each in order of time.
pub(crate) fn items<'a>(
    events: &[&'a Event],
    voyages: &'a [Voyage<'a>],
    region: Region,
    from: NaiveDate,
    until: NaiveDate,
) -> Vec<Item<'a>> {
    let drawn: Vec<EventId> = voyages
        .iter()
        .flat_map(|voyage| voyage.events.iter().map(|event| event.id))
        .collect();
    let drawn: std::collections::HashSet<EventId> = drawn.into_iter().collect();
    let missions = voyages
        .iter()
        .filter(|voyage| voyage.mission.region == region && voyage.from <= until && from <= voyage.until)
        .map(Item::Mission);
    let alone = events
        .iter()
        .filter(|event| event.region == region && !drawn.contains(&event.id))
        .filter(|event| event.start.date() <= until && from <= times::last_day(event))
        .map(|event| Item::Event(event));
    missions.chain(alone).collect()
}
