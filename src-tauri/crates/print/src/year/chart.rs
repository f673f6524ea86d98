//! The timeline of a quarter, as rectangles, lines, words and marks in millimetres.
//!
//! Drawn here and not in the template, because how many lanes fit on a page, and whether a label has room, decides
//! how many pages there are. The template only puts each thing in its place.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, Weekday};
use outreach_plan::reference::{self, CountryCode};
use outreach_plan::{Event, Region, Status};
use serde_json::{Value, json};

use super::lanes::{self, Item, Lane, Lettering, ROWS_AT_MOST, Voyage};
use super::{number, regions_of};
use crate::days::{self, Quiet};
use crate::press::Press;
use crate::words::{self, Word, word};
use crate::{PaperSize, PrintError, times};

/// A typographic point in millimetres.
const PT: f64 = 0.352_778;
/// Months, Mondays and Hong Kong's holidays stand above the bands.
const AXIS: f64 = 12.4;
/// The strip of days off at the top of a band.
const STRIP: f64 = 3.4;
/// Above and below what a band holds.
const PADDING: f64 = 1.3;
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
            PaperSize::A4 => Self { width: 273.0, height: 154.0, names: 33.0 },
            PaperSize::A3 => Self { width: 396.0, height: 241.0, names: 40.0 },
        }
    }
}

/// How closely a sheet is set.
struct Density {
    title_pt: f64,
    detail_pt: f64,
    /// Height of a line of labels.
    line: f64,
    /// Height of a row of marks.
    row: f64,
    /// Below a lane.
    gap: f64,
}

/// From roomy to tight; the first that fits is taken.
const DENSITIES: [Density; 4] = [
    Density { title_pt: 9.4, detail_pt: 8.2, line: 4.9, row: 4.4, gap: 4.0 },
    Density { title_pt: 8.2, detail_pt: 7.2, line: 4.1, row: 4.0, gap: 2.6 },
    Density { title_pt: 7.2, detail_pt: 6.4, line: 3.5, row: 3.2, gap: 1.8 },
    Density { title_pt: 6.4, detail_pt: 5.8, line: 3.0, row: 2.7, gap: 1.1 },
];

impl Density {
    fn lettering(&self, ground: &Ground, day: f64) -> Lettering {
        Lettering {
            title_size: self.title_pt * PT,
            detail_size: self.detail_pt * PT,
            widest: ground.width * 0.5,
            gap: 1.5,
            mark: (self.row * 0.8).min(day * 1.15),
        }
    }

    fn lane(&self, lane: &Lane<'_>) -> f64 {
        let bar = lane.rows as f64 * self.row + 0.8;
        if lane.bars { self.line + bar + self.gap } else { self.row + self.gap }
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
struct Band<'a> {
    region: Region,
    quiet: Vec<Quiet>,
    lanes: Vec<Lane<'a>>,
    missions: usize,
    events: usize,
}

impl Band<'_> {
    fn head(&self) -> f64 {
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
            .map(|region| band(press, &lettering, *region, events, voyages, (from, until), (day, ground.width - ground.names)))
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
    let sheet = Sheet { press, ground, density, lettering, from, until, day };
    let mut pages = Vec::new();
    for parts in split(&bands, density, room) {
        let mut out = Vec::new();
        sheet.page(&mut out, &parts, room);
        pages.push(out);
    }
    Ok(Charts { pages, missions, events: events_shown })
}

fn height(band: &Band<'_>, density: &Density, lanes: &[Lane<'_>]) -> f64 {
    let lanes: f64 = lanes.iter().map(|lane| density.lane(lane)).sum();
    (band.head() + lanes).max(LOWEST_BAND)
}

/// A band, or the part of it that stands on one page.
struct Part<'b, 'a> {
    band: &'b Band<'a>,
    lanes: &'b [Lane<'a>],
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
                countries.extend(voyage.mission.markets.iter().filter_map(|id| Some(press.plan.markets().get(id)?.country)));
                voyage.events.clone()
            }
            Item::Event(event) => vec![event],
        };
        let within = of_item
            .iter()
            .filter(|event| event.start.date() <= until && from <= times::last_day(event));
        shown += within.count();
        countries.extend(of_item.iter().filter_map(|event| Some(reference::city(event.city?)?.country)));
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

/// One quarter's sheet.
struct Sheet<'s, 'a> {
    press: &'s Press<'a>,
    ground: &'s Ground,
    density: &'s Density,
    lettering: Lettering,
    from: NaiveDate,
    until: NaiveDate,
    day: f64,
}

fn rect(x: f64, y: f64, w: f64, h: f64, fill: &str) -> Value {
    json!({ "t": "rect", "x": x, "y": y, "w": w, "h": h, "fill": fill })
}

fn rule(x: f64, y: f64, to_x: f64, to_y: f64, stroke: &str) -> Value {
    json!({ "t": "line", "x": x, "y": y, "x2": to_x, "y2": to_y, "stroke": stroke })
}

fn text(x: f64, y: f64, pt: f64, fill: &str, bold: bool, body: &str) -> Value {
    json!({ "t": "text", "x": x, "y": y, "pt": pt, "fill": fill, "bold": bold, "body": body })
}

impl Sheet<'_, '_> {
    fn x(&self, date: NaiveDate) -> f64 {
        self.ground.names + f64::from(number(date) - number(self.from)) * self.day
    }

    /// A stretch of days, cut at the sheet's edges.
    fn stretch(&self, from: NaiveDate, until: NaiveDate) -> (f64, f64) {
        let begin = self.x(from.max(self.from));
        (begin, self.x(until.min(self.until)) + self.day - begin)
    }

    fn page(&self, out: &mut Vec<Value>, parts: &[Part<'_, '_>], room: f64) {
        let needed: f64 = parts.iter().map(|part| height(part.band, self.density, part.lanes)).sum();
        // What is left over goes to the bands by what they hold; a band with nothing stays low.
        let weight = |part: &Part<'_, '_>| part.lanes.len() as f64 + 0.15;
        let weights: f64 = parts.iter().map(weight).sum();
        let spare = (room - needed).max(0.0);
        self.months(out, if parts.is_empty() { AXIS } else { needed + spare + AXIS });
        let mut y = AXIS;
        for part in parts {
            let own = spare * weight(part) / weights;
            let band_height = height(part.band, self.density, part.lanes) + own;
            self.band(out, part, y, band_height, own);
            y += band_height;
        }
        self.axis(out, y);
        if parts.is_empty() {
            let words = word(Word::NothingPlanned, self.press.language());
            out.push(text(self.ground.names + 4.0, AXIS + 8.0, 9.0, "ink-3", false, words));
        }
    }

    /// The lines between months, beneath all else.
    fn months(&self, out: &mut Vec<Value>, bottom: f64) {
        let first = |date: &NaiveDate| date.day() == 1;
        for date in self.from.iter_days().take_while(|date| *date <= self.until).filter(first) {
            out.push(rule(self.x(date), 0.0, self.x(date), bottom, "line"));
        }
    }

    /// Months, the numbers of Mondays, and Hong Kong's holidays.
    fn axis(&self, out: &mut Vec<Value>, bottom: f64) {
        let language = self.press.language();
        let right = self.ground.width;
        let hong_kong = days::quiet_days(
            self.press.plan,
            CountryCode::HONG_KONG.into(),
            self.from,
            self.until,
            language,
        );
        let label = word(Word::HongKong, language);
        out.push(text(3.6, AXIS - 3.3, 6.2, "ink-3", false, label));
        self.strip(out, &hong_kong, AXIS - STRIP - 0.2, false);
        for date in self.from.iter_days().take_while(|date| *date <= self.until) {
            if date.day() == 1 {
                let x = self.x(date);
                out.push(text(x + 1.2, 0.6, 9.0, "ink", true, &times::month_name(date, language)));
            }
            if date.weekday() == Weekday::Mon {
                let x = self.x(date);
                out.push(rule(x, 8.2, x, 9.0, "line"));
                out.push(text(x + 0.4, 5.6, 6.2, "ink-3", false, &date.day().to_string()));
            }
        }
        out.push(rule(0.0, AXIS, right, AXIS, "line"));
        out.push(rule(0.0, bottom, right, bottom, "line"));
    }

    /// Days off as small blocks with as many names as have room.
    fn strip(&self, out: &mut Vec<Value>, quiet: &[Quiet], y: f64, countries: bool) {
        let language = self.press.language();
        let pt = 5.6;
        // Holidays that follow each other are one block with the first one's name.
        let mut runs: Vec<(f64, f64, String)> = Vec::new();
        let mut last: Option<NaiveDate> = None;
        for one in quiet.iter().filter(|one| !one.fast) {
            let (x, w) = self.stretch(one.from, one.until);
            match runs.last_mut() {
                Some(run) if last.is_some_and(|last| one.from <= last + chrono::Days::new(1)) => {
                    run.1 = run.1.max(x + w);
                }
                _ => {
                    let mut name = self.press.line(&one.name);
                    if one.estimated {
                        name.push_str(words::pick(language, [" (est.)", "（估）", "（估）"]));
                    }
                    if countries {
                        let codes: Vec<&str> = one.countries.iter().map(CountryCode::as_str).collect();
                        name = format!("{} {name}", codes.join(" "));
                    }
                    runs.push((x, x + w, name));
                }
            }
            last = last.max(Some(one.until));
        }
        for (n, (x, end, name)) in runs.iter().enumerate() {
            out.push(rect(x + 0.15, y + 0.5, end - x - 0.3, 2.2, "holiday"));
            let next = runs.get(n + 1).map_or(self.ground.width, |(next, _, _)| *next);
            let room = next - end - 1.4;
            if room > 9.0 {
                let name = self.press.cut(name, false, room.min(46.0) / (pt * PT));
                out.push(text(end + 0.6, y + 0.75, pt, "holiday-ink", false, &name));
            }
        }
    }

    fn band(&self, out: &mut Vec<Value>, part: &Part<'_, '_>, top: f64, band_height: f64, spare: f64) {
        let language = self.press.language();
        let (press, key) = (self.press, part.band.region.key());
        let band = part.band;
        for fast in band.quiet.iter().filter(|quiet| quiet.fast) {
            let (x, w) = self.stretch(fast.from, fast.until);
            out.push(rect(x, top, w, band_height, "fast"));
            let codes: Vec<&str> = fast.countries.iter().map(CountryCode::as_str).collect();
            let est = if fast.estimated { words::pick(language, [" (est.)", "（估）", "（估）"]) } else { "" };
            let name = format!("{} {}{est}", codes.join(" "), fast.name);
            let name = press.cut(&name, false, (w - 2.0).max(4.0) / (5.6 * PT));
            out.push(text(x + 1.0, top + band_height - 3.0, 5.6, "fast-ink", false, &name));
        }
        out.push(rect(0.0, top + 0.3, 1.4, band_height - 0.6, key));
        let ink = format!("{key}-text");
        let name = press.cut(words::region(band.region, language), true, (self.ground.names - 10.0) / (8.4 * PT));
        out.push(json!({ "t": "region", "x": 3.4, "y": top + 2.1, "s": 2.9, "region": key }));
        out.push(text(7.4, top + 2.0, 8.4, &ink, true, &name));
        let sum = match (band.missions, band.events) {
            (0, 0) => "–".to_owned(),
            (missions, events) => words::counts(missions, events, language),
        };
        out.push(text(3.4, top + 6.2, 6.4, "ink-2", false, &press.cut(&sum, false, (self.ground.names - 5.0) / (6.4 * PT))));
        if !band.quiet.is_empty() {
            self.strip(out, &band.quiet, top + 0.3, true);
        }
        let mut y = top + PADDING + (band.head() - PADDING * 2.0) + spare / 2.0;
        for lane in part.lanes {
            for placed in &lane.placed {
                match placed.item {
                    Item::Mission(voyage) => self.mission(out, voyage, placed, y, lane.rows),
                    Item::Event(event) => self.event(out, event, placed, y),
                }
            }
            y += self.density.lane(lane);
        }
        out.push(rule(0.0, top + band_height, self.ground.width, top + band_height, "hair"));
    }

    fn label(&self, out: &mut Vec<Value>, placed: &lanes::Placed<'_>, y: f64, off: bool) {
        let x = self.ground.names + placed.label_x;
        // So that no line runs through the words.
        let wide = placed.label_width;
        out.push(rect(x - 0.4, y - 0.4, wide + 0.8, self.density.title_pt * PT + 0.5, "paper"));
        let mut title = text(x, y, self.density.title_pt, if off { "ink-3" } else { "ink" }, true, &placed.title);
        title["strike"] = json!(off);
        out.push(title);
        let down = (self.density.title_pt - self.density.detail_pt) * PT * 0.72;
        let after = x + placed.title_width + self.lettering.gap;
        out.push(text(after, y + down, self.density.detail_pt, "ink-2", false, &placed.detail));
    }

    fn mission(&self, out: &mut Vec<Value>, voyage: &Voyage<'_>, placed: &lanes::Placed<'_>, y: f64, rows: usize) {
        let status = voyage.mission.status;
        let off = !status.claims_its_time();
        self.label(out, placed, y, off);
        let key = voyage.mission.region.key();
        let bar_height = rows as f64 * self.density.row + 0.8;
        let bar_y = y + self.density.line;
        let sure = matches!(status, Status::Confirmed | Status::Held | Status::Reported);
        let tint = format!("{key}-tint");
        let mut bar = rect(
            self.ground.names + placed.bar.0,
            bar_y,
            placed.bar.1 - placed.bar.0,
            bar_height,
            if sure || status == Status::Tentative { &tint } else { "paper" },
        );
        bar["stroke"] = json!(if off { "line" } else { key });
        bar["dash"] = json!(!sure);
        bar["r"] = json!(0.9);
        out.push(bar);
        for (day, of_day) in lanes::by_day(&voyage.events) {
            let at = f64::from(day - number(self.from));
            if at < 0.0 || day > number(self.until) {
                continue;
            }
            let (left, right) = (placed.bar.0 + 0.3, placed.bar.1 - self.lettering.mark - 0.3);
            let middle = (at + 0.5) * self.day - self.lettering.mark / 2.0;
            let x = self.ground.names + middle.min(right).max(left.min(right));
            let shown = if of_day.len() > ROWS_AT_MOST { ROWS_AT_MOST - 1 } else { of_day.len() };
            let stack = of_day.len().min(ROWS_AT_MOST).min(rows.max(1)) as f64;
            let first = bar_y + (bar_height - stack * self.density.row) / 2.0;
            let inset = (self.density.row - self.lettering.mark) / 2.0;
            for (row, event) in of_day.iter().take(shown).enumerate() {
                out.push(self.mark(event, x, first + row as f64 * self.density.row + inset, key));
            }
            if of_day.len() > shown {
                let more = format!("+{}", of_day.len() - shown);
                out.push(text(x, first + shown as f64 * self.density.row + inset + 0.2, 5.6, "ink", true, &more));
            }
        }
    }

    fn event(&self, out: &mut Vec<Value>, event: &Event, placed: &lanes::Placed<'_>, y: f64) {
        let inset = (self.density.row - self.lettering.mark) / 2.0;
        out.push(self.mark(event, self.ground.names + placed.bar.0, y + inset, event.region.key()));
        let down = (self.density.row - self.density.title_pt * PT * 0.74) / 2.0;
        self.label(out, placed, y + down, !event.status.claims_its_time());
    }

    fn mark(&self, event: &Event, x: f64, y: f64, region: &str) -> Value {
        json!({
            "t": "mark", "x": x, "y": y, "s": self.lettering.mark,
            "kind": event.kind.key(), "status": event.status.key(), "region": region,
        })
    }
}
