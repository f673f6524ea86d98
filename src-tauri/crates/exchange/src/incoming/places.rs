//! Which zone a time of the file stands in.
//!
//! In this order: what the planner answered; the IANA name, also at the end of a vendor's path; Windows' name; the
//! location that libical's programs write; the zone whose clocks stand as the file's own VTIMEZONE says; the instant
//! by that VTIMEZONE, in UTC. What is left is asked. Each name is looked up once a file.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike, NaiveDateTime, NaiveTime};
use outreach_zones::{Rules, Zone};

use super::foreign::Foreign;
use super::names::{by_name, suggestions, windows, zone};
use super::scan::Scan;
use super::{ReadError, Reading, ZoneAsk};

/// For how many names suggestions are looked for; each costs a comparison with all names there are.
const MOST_SUGGESTED: usize = 30;

/// Of zones whose clocks stand alike, those to name first: any of them has the right hour.
const LIKELY: [&str; 12] = [
    "Europe/London",
    "Europe/Berlin",
    "Europe/Helsinki",
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
    "Asia/Hong_Kong",
    "Asia/Tokyo",
    "Asia/Dubai",
    "Asia/Bangkok",
    "Australia/Sydney",
];

/// Where a time stands.
#[derive(Clone, Debug)]
pub(super) enum Place {
    /// In a zone of our rules. The file's rules come along where they differ.
    Known {
        zone: Zone,
        differs: Option<Foreign>,
        warning: Option<&'static str>,
    },
    /// In a zone that has no name: only its instants are known.
    Unnamed(Foreign),
    /// Nobody knows yet.
    Asked,
}

/// The places of a file.
pub(super) struct Places {
    pub(super) utc: Zone,
    utc_place: Place,
    /// By the TZID's key.
    named: Vec<Place>,
    floating: Place,
    /// By calendar: X-WR-TIMEZONE, which holds for whole days and shows times in UTC.
    calendars: Vec<Option<Place>>,
    tzids: Vec<(u32, String)>,
    uses: RefCell<HashMap<Option<String>, u32>>,
    suggested: Vec<String>,
}

impl Places {
    pub(super) fn find(
        scan: &mut Scan<'_>,
        reading: &Reading<'_>,
        work: &mut u64,
    ) -> Result<Self, ReadError> {
        let rules = reading.rules;
        let utc = zone(rules, "UTC")?;
        let calendars: Vec<Option<Place>> = scan
            .heads
            .iter()
            .map(|head| {
                head.zone
                    .as_deref()
                    .and_then(|name| by_name(rules, name))
                    .map(Place::known)
            })
            .collect();
        let floating = match reading.floating_zone {
            Some(name) => Place::known(zone(rules, name)?),
            None => Place::Asked,
        };
        let mut finder = Finder {
            rules,
            answers: reading.zone_answers,
            window: window(scan, reading),
            work,
            evaluated: HashMap::new(),
        };
        let tzids = std::mem::take(&mut scan.tzids);
        let mut named = Vec::with_capacity(tzids.len());
        for (calendar, tzid) in &tzids {
            named.push(finder.place(scan, *calendar, tzid)?);
        }
        let suggested = calendars
            .iter()
            .flatten()
            .filter_map(|place| place.zone())
            .map(|zone| zone.name().to_owned())
            .collect();
        Ok(Self {
            utc_place: Place::known(utc.clone()),
            utc,
            named,
            floating,
            calendars,
            tzids,
            uses: RefCell::default(),
            suggested,
        })
    }

    pub(super) fn utc_place(&self) -> &Place {
        &self.utc_place
    }

    /// The place of a TZID, or of a time without one.
    pub(super) fn of(&self, tzid: Option<u32>) -> &Place {
        tzid.and_then(|key| self.named.get(key as usize))
            .unwrap_or(&self.floating)
    }

    /// The place of whole days in a calendar.
    pub(super) fn of_days(&self, calendar: u32) -> &Place {
        match (&self.floating, self.of_calendar(calendar)) {
            (Place::Asked, Some(place)) => place,
            _ => &self.floating,
        }
    }

    pub(super) fn of_calendar(&self, calendar: u32) -> Option<&Place> {
        self.calendars.get(calendar as usize)?.as_ref()
    }

    /// Counts an event that waits for an answer.
    pub(super) fn ask(&self, tzid: Option<u32>) {
        let name = tzid
            .and_then(|key| self.tzids.get(key as usize))
            .map(|(_, name)| name.clone());
        *self.uses.borrow_mut().entry(name).or_default() += 1;
    }

    /// What is to be asked, times without a zone first.
    pub(super) fn asks(self, rules: &Rules) -> Vec<ZoneAsk> {
        let mut uses: Vec<_> = self.uses.into_inner().into_iter().collect();
        uses.sort();
        uses.into_iter()
            .enumerate()
            .map(|(place, (tzid, uses))| ZoneAsk {
                suggestions: match &tzid {
                    None => self.suggested.first().cloned().into_iter().collect(),
                    Some(tzid) if place < MOST_SUGGESTED => suggestions(rules, tzid),
                    Some(_) => Vec::new(),
                },
                tzid,
                uses,
            })
            .collect()
    }
}

impl Place {
    fn known(zone: Zone) -> Self {
        Self::Known {
            zone,
            differs: None,
            warning: None,
        }
    }

    pub(super) fn zone(&self) -> Option<&Zone> {
        match self {
            Self::Known { zone, .. } => Some(zone),
            Self::Unnamed(_) | Self::Asked => None,
        }
    }
}

struct Finder<'f> {
    rules: &'f Rules,
    answers: &'f BTreeMap<String, String>,
    /// The instants between which the file's events lie.
    window: (i64, i64),
    work: &'f mut u64,
    /// By the place of the VTIMEZONE in the file.
    evaluated: HashMap<usize, Option<Foreign>>,
}

impl Finder<'_> {
    fn place(&mut self, scan: &mut Scan<'_>, calendar: u32, tzid: &str) -> Result<Place, ReadError> {
        if let Some(answer) = self.answers.get(tzid) {
            return zone(self.rules, answer).map(Place::known);
        }
        let own = scan
            .zones
            .iter()
            .position(|raw| raw.tzid == tzid && raw.calendar == calendar)
            .or_else(|| scan.zones.iter().position(|raw| raw.tzid == tzid));
        let foreign = own.and_then(|at| self.evaluate(scan, at));
        let location = own.map_or("", |at| scan.zones[at].location.as_str());
        let found = by_name(self.rules, tzid).or_else(|| by_name(self.rules, location));
        let Some(foreign) = foreign else {
            return Ok(found.map_or(Place::Asked, Place::known));
        };
        let (from, until) = self.window;
        if let Some(zone) = found {
            let agrees = foreign.agrees(&zone, from, until);
            // EST is New York to some and Panama to others: there the file knows better what it means.
            if agrees || zone.name().contains('/') {
                return Ok(Place::Known {
                    zone,
                    differs: (!agrees).then_some(foreign),
                    warning: None,
                });
            }
        }
        let rules = self.rules;
        let usual = LIKELY.into_iter().chain(windows().values().copied());
        let like = usual
            .chain(rules.names())
            .filter(|name| name.contains('/'))
            .find_map(|name| {
                let zone = rules.zone(name).ok()?;
                foreign.agrees(&zone, from, until).then_some(zone)
            });
        Ok(match like {
            Some(zone) => Place::Known {
                zone,
                differs: None,
                warning: Some("zone_by_vtimezone"),
            },
            None => Place::Unnamed(foreign),
        })
    }

    fn evaluate(&mut self, scan: &mut Scan<'_>, at: usize) -> Option<Foreign> {
        if let Some(known) = self.evaluated.get(&at) {
            return known.clone();
        }
        let raw = &scan.zones[at];
        let last = chrono::DateTime::from_timestamp_secs(self.window.1).map(|last| last.naive_utc())?;
        let foreign = Foreign::read(raw, last, self.work);
        let (line, tzid) = (raw.line, raw.tzid.clone());
        match &foreign {
            None => scan.report.refuse(line, "", "bad_zone_rules", [("tzid", tzid)]),
            Some(foreign) if foreign.cut => scan.report.refuse(line, "", "zone_rules_cut", [("tzid", tzid)]),
            Some(_) => {}
        }
        self.evaluated.insert(at, foreign.clone());
        foreign
    }
}

/// The instants that matter: from a year before the first start in the file, so that a change of its clocks is among
/// them, to a year after the last, or to where series are followed.
fn window(scan: &Scan<'_>, reading: &Reading<'_>) -> (i64, i64) {
    const YEAR: i64 = 366 * 86_400;
    let starts = || {
        let starts = scan.events.iter().filter_map(|event| event.start);
        starts
            .map(|start| start.at)
            .filter(|at| (1971..2200).contains(&at.year()))
    };
    let seconds = |at: NaiveDateTime| at.and_utc().timestamp();
    let series = scan.events.iter().any(super::raw::RawEvent::recurs);
    let followed = seconds(reading.expand_until.and_time(NaiveTime::MIN));
    let first = starts().min().map_or(0, seconds) - YEAR;
    let last = starts().max().map_or(0, seconds) + YEAR;
    (first, if series { last.max(followed) } else { last })
}
