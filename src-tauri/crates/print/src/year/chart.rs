//! The timeline of a quarter: which regions' lanes stand on which page, and how closely.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use outreach_plan::reference::{self, CountryCode};
use outreach_plan::{Event, Region};
use serde_json::Value;

use super::drawing::Sheet;
use super::lanes::{self, Item, Lane, Lettering, Voyage};
use super::{number, regions_of};
use crate::days::{self, Quiet};
use crate::press::Press;
use crate::{PaperSize, PrintError, times};

/// A typographic point in millimetres.
pub(super) const PT: f64 = 0.352_778;
/// Months, Mondays and Hong Kong's holidays stand above the bands.
pub(super) const AXIS: f64 = 12.4;
/// The strip of days off at the top of a band.
pub(super) const STRIP: f64 = 3.4;
/// Above and below what a band holds.
pub(super) const PADDING: f64 = 1.3;
/// No band is lower, so that its name fits.
const LOWEST_BAND: f64 = 10.5;

/// What is drawn on.
pub(crate) struct Ground {
    pub(crate) width: f64,
    pub(crate) height: f64,
    /// Names of regions stand left of the days.
    pub(crate) names: f64,
}

impl Ground {
    pub(crate) fn of(size: PaperSize) -> Self {
        match size {
            PaperSize::A4 => Self {
                width: 273.0,
                height: 154.0,
                names: 41.0,
            },
            PaperSize::A3 => Self {
                width: 396.0,
                height: 241.0,
                names: 42.0,
            },
        }
    }
}

/// How closely a sheet is set.
pub(super) struct Density {
    pub(super) title_pt: f64,
    pub(super) detail_pt: f64,
    /// Height of a line of labels.
    pub(super) line: f64,
    /// Height of a row of marks.
    pub(super) row: f64,
    /// Below a lane.
    gap: f64,
}

/// From roomy to tight; the first that fits is taken.
const DENSITIES: [Density; 4] = [
    Density {
        title_pt: 9.4,
        detail_pt: 8.2,
        line: 4.9,
        row: 4.4,
        gap: 4.0,
    },
    Density {
        title_pt: 8.2,
        detail_pt: 7.2,
        line: 4.1,
        row: 4.0,
        gap: 2.6,
    },
    Density {
        title_pt: 7.2,
        detail_pt: 6.4,
        line: 3.5,
        row: 3.2,
        gap: 1.8,
    },
    Density {
        title_pt: 6.4,
        detail_pt: 5.8,
        line: 3.0,
        row: 2.7,
        gap: 1.1,
    },
];

impl Density {
    fn lettering(&self, ground: &Ground, day: f64) -> Lettering {
        Lettering {
            title_size: self.title_pt * PT,
            detail_size: self.detail_pt * PT,
            widest: ground.width * 0.6,
            gap: 1.5,
            mark: (self.row * 0.8).min(day * 1.15),
        }
    }

    pub(super) fn lane(&self, lane: &Lane<'_>) -> f64 {
        let bar = lane.rows as f64 * self.row + 0.8;
        if lane.bars {
            self.line + bar + self.gap
        } else {
            self.row + self.gap
        }
    }
}

/// A quarter as drawn.
pub(crate) struct Charts {
    /// What stands on each page.
    pub(crate) pages: Vec<Vec<Value>>,
    pub(crate) missions: usize,
    pub(crate) events: usize,
}

/// The band of a region.
pub(super) struct Band<'a> {
    pub(super) region: Region,
    pub(super) quiet: Vec<Quiet>,
    lanes: Vec<Lane<'a>>,
    pub(super) missions: usize,
    pub(super) events: usize,
}

impl Band<'_> {
    pub(super) fn head(&self) -> f64 {
        PADDING * 2.0 + if self.quiet.is_empty() { 0.0 } else { STRIP }
    }
}

/// Draws the days from `from` to `until`.
pub(crate) fn draw(
    press: &Press<'_>,
    ground: &Ground,
    events: &[&Event],
    voyages: &[Voyage<'_>],
    from: NaiveDate,
    until: NaiveDate,
) -> Result<Charts, PrintError> {
    let regions = regions_of(events, voyages);
    let days = f64::from(number(until) - number(from) + 1);
    let day = (ground.width - ground.names) / days;
    let room = ground.height - AXIS;
    let mut chosen = None;
    for density in &DENSITIES {
        let lettering = density.lettering(ground, day);
        let bands: Vec<Band<'_>> = regions
            .iter()
            .map(|region| {
                band(
                    press,
                    &lettering,
                    *region,
                    events,
                    voyages,
                    (from, until),
                    (day, ground.width - ground.names),
                )
            })
            .collect();
        let needed: f64 = bands.iter().map(|band| height(band, density, &band.lanes)).sum();
        let fits = needed <= room;
        chosen = Some((density, lettering, bands));
        if fits {
            break;
        }
    }
    let Some((density, lettering, bands)) = chosen else {
        return Err(PrintError::Typesetting("no density".to_owned()));
    };
    let missions = bands.iter().map(|band| band.missions).sum();
    let events_shown = bands.iter().map(|band| band.events).sum();
    let sheet = Sheet {
        press,
        ground,
        density,
        lettering,
        from,
        until,
        day,
    };
    let mut pages = Vec::new();
    for parts in split(&bands, density, room) {
        let mut out = Vec::new();
        sheet.page(&mut out, &parts, room);
        pages.push(out);
    }
    Ok(Charts {
        pages,
        missions,
        events: events_shown,
    })
}

pub(super) fn height(band: &Band<'_>, density: &Density, lanes: &[Lane<'_>]) -> f64 {
    let lanes: f64 = lanes.iter().map(|lane| density.lane(lane)).sum();
    (band.head() + lanes).max(LOWEST_BAND)
}

/// A band, or the part of it that stands on one page.
pub(super) struct Part<'b, 'a> {
    pub(super) band: &'b Band<'a>,
    pub(super) lanes: &'b [Lane<'a>],
}

/// Which lanes of which bands stand on which page: all on one where there is room, else as many as fit on each.
fn split<'b, 'a>(bands: &'b [Band<'a>], density: &Density, room: f64) -> Vec<Vec<Part<'b, 'a>>> {
    let mut pages: Vec<Vec<Part<'b, 'a>>> = vec![Vec::new()];
    let mut left = room;
    for band in bands {
        let mut first = 0;
        loop {
            let rest = &band.lanes[first..];
            let mut taken = 0;
            while taken < rest.len() && height(band, density, &rest[..=taken]) <= left {
                taken += 1;
            }
            let fits_empty = rest.is_empty() && height(band, density, rest) <= left;
            let page_is_empty = pages.last().is_some_and(Vec::is_empty);
            // A lane higher than a page would never fit; it is drawn and cut by the page's edge.
            if taken == 0 && page_is_empty && !rest.is_empty() {
                taken = 1;
            }
            if taken > 0 || fits_empty || (page_is_empty && rest.is_empty()) {
                let lanes = &rest[..taken];
                left -= height(band, density, lanes);
                if let Some(page) = pages.last_mut() {
                    page.push(Part { band, lanes });
                }
                first += taken;
                if first >= band.lanes.len() {
                    break;
                }
            }
            pages.push(Vec::new());
            left = room;
        }
    }
    pages
}

fn band<'a>(
    press: &Press<'_>,
    lettering: &Lettering,
    region: Region,
    events: &[&'a Event],
    voyages: &'a [Voyage<'a>],
    (from, until): (NaiveDate, NaiveDate),
    (day, width): (f64, f64),
) -> Band<'a> {
    let items = lanes::items(events, voyages, region, from, until);
    let mut countries: BTreeSet<CountryCode> = BTreeSet::new();
    let mut missions = 0;
    let mut shown = 0;
    for item in &items {
        let of_item: Vec<&Event> = match item {
            Item::Mission(voyage) => {
                missions += 1;
                countries.extend(
                    voyage
                        .mission
                        .markets
                        .iter()
                        .filter_map(|id| Some(press.plan.markets().get(id)?.country)),
                );
                voyage.events.clone()
            }
            Item::Event(event) => vec![event],
        };
        let within = of_item
            .iter()
            .filter(|event| event.start.date() <= until && from <= times::last_day(event));
        shown += within.count();
        countries.extend(
            of_item
                .iter()
                .filter_map(|event| Some(reference::city(event.city?)?.country)),
        );
    }
    countries.remove(&CountryCode::HONG_KONG);
    Band {
        region,
        quiet: days::quiet_in(press.plan, &countries, from, until, press.language()),
        lanes: lanes::pack(press, lettering, items, from, day, width),
        missions,
        events: shown,
    }
}
