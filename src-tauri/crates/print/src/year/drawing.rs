//! The timeline as rectangles, lines, words and marks in millimetres.
//!
//! Drawn here and not in the template, because how many lanes fit on a page, and whether a label has room, decides
//! how many pages there are. The template only puts each thing in its place.

use chrono::{Datelike, NaiveDate, Weekday};
use outreach_plan::reference::CountryCode;
use outreach_plan::{Event, Status};
use serde_json::{Value, json};

use super::chart::{AXIS, Density, Ground, PADDING, PT, Part, STRIP, height};
use super::lanes::{self, Item, Lettering, ROWS_AT_MOST, Voyage};
use super::number;
use crate::days::{self, Quiet};
use crate::press::Press;
use crate::times;
use crate::words::{self, Word, word};

/// One quarter's sheet.
pub(super) struct Sheet<'s, 'a> {
    pub(super) press: &'s Press<'a>,
    pub(super) ground: &'s Ground,
    pub(super) density: &'s Density,
    pub(super) lettering: Lettering,
    pub(super) from: NaiveDate,
    pub(super) until: NaiveDate,
    /// Millimetres a day.
    pub(super) day: f64,
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

    pub(super) fn page(&self, out: &mut Vec<Value>, parts: &[Part<'_, '_>], room: f64) {
        let needed: f64 = parts
            .iter()
            .map(|part| height(part.band, self.density, part.lanes))
            .sum();
        // What is left over goes to the bands by what they hold; a band with nothing stays low.
        let weight = |part: &Part<'_, '_>| part.lanes.len() as f64 + 0.15;
        let weights: f64 = parts.iter().map(weight).sum();
        let spare = (room - needed).max(0.0);
        self.months(
            out,
            if parts.is_empty() {
                AXIS
            } else {
                needed + spare + AXIS
            },
        );
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
            out.push(text(
                self.ground.names + 4.0,
                AXIS + 8.0,
                9.0,
                "ink-3",
                false,
                words,
            ));
        }
    }

    /// The lines between months, beneath all else.
    fn months(&self, out: &mut Vec<Value>, bottom: f64) {
        let first = |date: &NaiveDate| date.day() == 1;
        for date in self
            .from
            .iter_days()
            .take_while(|date| *date <= self.until)
            .filter(first)
        {
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
                out.push(text(
                    x + 1.2,
                    0.6,
                    9.0,
                    "ink",
                    true,
                    &times::month_name(date, language),
                ));
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
        // Holidays that follow each other, also over a Sunday, are one block with the first one's name.
        let mut runs: Vec<(f64, f64, String)> = Vec::new();
        let mut last: Option<NaiveDate> = None;
        for one in quiet.iter().filter(|one| !one.fast) {
            let (x, w) = self.stretch(one.from, one.until);
            match runs.last_mut() {
                Some(run) if last.is_some_and(|last| one.from <= last + chrono::Days::new(2)) => {
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
        let mut free_from = self.ground.names;
        for (n, (x, end, name)) in runs.iter().enumerate() {
            out.push(rect(x + 0.15, y + 0.5, end - x - 0.3, 2.2, "holiday"));
            let next = runs.get(n + 1).map_or(self.ground.width, |(next, _, _)| *next);
            let (right, left) = (next - end - 1.4, x - free_from - 1.4);
            let wide = (self.press.width(name, false) * pt * PT).min(46.0);
            let on_the_left = right < wide && left > right;
            let room = if on_the_left { left } else { right };
            free_from = *end;
            if room > 8.0 {
                let name = self.press.cut(name, false, room.min(46.0) / (pt * PT));
                let wide = self.press.width(&name, false) * pt * PT;
                let label_x = if on_the_left { x - 0.7 - wide } else { end + 0.6 };
                out.push(text(label_x, y + 0.75, pt, "holiday-ink", false, &name));
                free_from = free_from.max(label_x + wide);
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
            let est = if fast.estimated {
                words::pick(language, [" (est.)", "（估）", "（估）"])
            } else {
                ""
            };
            let name = format!("{} {}{est}", codes.join(" "), fast.name);
            let name = press.cut(&name, false, (w - 2.0).max(4.0) / (5.6 * PT));
            out.push(text(
                x + 1.0,
                top + band_height - 3.0,
                5.6,
                "fast-ink",
                false,
                &name,
            ));
        }
        out.push(rect(0.0, top + 0.3, 1.4, band_height - 0.6, key));
        let ink = format!("{key}-text");
        let name = press.cut(
            band.region.name().in_language(language),
            true,
            (self.ground.names - 10.0) / (8.4 * PT),
        );
        out.push(json!({ "t": "region", "x": 3.4, "y": top + 2.1, "s": 2.9, "region": key }));
        out.push(text(7.4, top + 2.0, 8.4, &ink, true, &name));
        let sum = match (band.missions, band.events) {
            (0, 0) => "–".to_owned(),
            (missions, events) => words::counts(missions, events, language),
        };
        out.push(text(
            3.4,
            top + 6.2,
            6.4,
            "ink-2",
            false,
            &press.cut(&sum, false, (self.ground.names - 5.0) / (6.4 * PT)),
        ));
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
        out.push(rule(
            0.0,
            top + band_height,
            self.ground.width,
            top + band_height,
            "hair",
        ));
    }

    fn label(&self, out: &mut Vec<Value>, placed: &lanes::Placed<'_>, y: f64, off: bool) {
        let x = self.ground.names + placed.label_x;
        // So that no line runs through the words.
        let wide = placed.label_width;
        out.push(rect(
            x - 0.4,
            y - 0.4,
            wide + 0.8,
            self.density.title_pt * PT + 0.5,
            "paper",
        ));
        let mut title = text(
            x,
            y,
            self.density.title_pt,
            if off { "ink-3" } else { "ink" },
            true,
            &placed.title,
        );
        title["strike"] = json!(off);
        out.push(title);
        let down = (self.density.title_pt - self.density.detail_pt) * PT * 0.72;
        let after = x + placed.title_width + self.lettering.gap;
        out.push(text(
            after,
            y + down,
            self.density.detail_pt,
            "ink-2",
            false,
            &placed.detail,
        ));
    }

    fn mission(
        &self,
        out: &mut Vec<Value>,
        voyage: &Voyage<'_>,
        placed: &lanes::Placed<'_>,
        y: f64,
        rows: usize,
    ) {
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
            if sure || status == Status::Tentative {
                &tint
            } else {
                "paper"
            },
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
            let shown = if of_day.len() > ROWS_AT_MOST {
                ROWS_AT_MOST - 1
            } else {
                of_day.len()
            };
            let stack = of_day.len().min(ROWS_AT_MOST).min(rows.max(1)) as f64;
            let first = bar_y + (bar_height - stack * self.density.row) / 2.0;
            let inset = (self.density.row - self.lettering.mark) / 2.0;
            for (row, event) in of_day.iter().take(shown).enumerate() {
                out.push(self.mark(event, x, first + row as f64 * self.density.row + inset, key));
            }
            if of_day.len() > shown {
                let more = format!("+{}", of_day.len() - shown);
                out.push(text(
                    x,
                    first + shown as f64 * self.density.row + inset + 0.2,
                    5.6,
                    "ink",
                    true,
                    &more,
                ));
            }
        }
    }

    fn event(&self, out: &mut Vec<Value>, event: &Event, placed: &lanes::Placed<'_>, y: f64) {
        let inset = (self.density.row - self.lettering.mark) / 2.0;
        out.push(self.mark(
            event,
            self.ground.names + placed.bar.0,
            y + inset,
            event.region.key(),
        ));
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
