//! What each property of a component says.

use std::borrow::Cow;

use super::IncomingStatus;
use super::lines::Line;
use super::raw::{RawAttendee, RawEnd, RawEvent, RawObservance, RawPeriod, RawTime};
use super::report::short;
use super::scan::{MOST_VALUES, MOST_ZONES, Scan};
use super::value::{self, Form};

impl<'a> Scan<'a> {
    pub(super) fn calendar_property(&mut self, line: &Line<'a>) {
        let Some(head) = self.heads.last_mut() else { return };
        match upper(line.name(), &mut [0; 24]) {
            b"METHOD" => head.method = Some(short(line.value().trim()).to_ascii_uppercase()),
            b"PRODID" if self.product.is_empty() => self.product = short(line.value().trim()),
            b"NAME" if !self.named => {
                self.named = true;
                self.name = value::one_line(line.value()).0;
            }
            b"X-WR-CALNAME" if self.name.is_empty() => self.name = value::one_line(line.value()).0,
            b"X-WR-TIMEZONE" => head.zone = Some(tzid_text(line.value()).into_owned()),
            b"VERSION" | b"PRODID" | b"X-WR-CALNAME" => {}
            b"CALSCALE" if line.value().trim().eq_ignore_ascii_case("GREGORIAN") => {}
            _ => self.report.lose(line.name(), line.number),
        }
    }

    pub(super) fn event_property(&mut self, event: &mut RawEvent<'a>, line: Line<'a>) {
        let number = line.number;
        match upper(line.name(), &mut [0; 24]) {
            b"UID" if event.uid.is_empty() => event.uid = trimmed(line.into_value()),
            b"SEQUENCE" => match line.value().trim().parse() {
                Ok(sequence) => event.sequence = sequence,
                Err(_) => self.report.lose("SEQUENCE", number),
            },
            b"DTSTAMP" => event.stamp = self.stamp(&line),
            b"LAST-MODIFIED" => event.modified = self.stamp(&line),
            b"DTSTART" if event.start.is_none() => {
                event.start = self.time(&line);
                if event.start.is_none() {
                    wrong(event, "bad_start", "DTSTART", &line);
                }
            }
            b"DTEND" if event.end.is_none() => match self.time(&line) {
                Some(end) => event.end = Some(RawEnd::At(end)),
                None => wrong(event, "bad_end", "DTEND", &line),
            },
            b"DURATION" if event.end.is_none() => match value::length(line.value()) {
                Some(length) => event.end = Some(RawEnd::After(length)),
                None => wrong(event, "bad_duration", "DURATION", &line),
            },
            b"RECURRENCE-ID" => {
                event.recurrence_id = self.time(&line);
                event.this_and_future = line
                    .param("RANGE")
                    .is_some_and(|range| range.eq_ignore_ascii_case("THISANDFUTURE"));
                if event.recurrence_id.is_none() {
                    wrong(event, "bad_recurrence_id", "RECURRENCE-ID", &line);
                }
            }
            b"RRULE" => event.rules.push((number, line.into_value())),
            b"EXRULE" => event.not_rules.push((number, line.into_value())),
            b"RDATE" => self.dates(event, &line),
            b"EXDATE" => self.not_dates(event, &line),
            b"SUMMARY" if event.summary.is_empty() => event.summary = line.into_value(),
            b"DESCRIPTION" if event.description.is_empty() => event.description = line.into_value(),
            b"LOCATION" if event.location.is_empty() => event.location = line.into_value(),
            b"URL" if event.url.is_empty() => event.url = line.into_value(),
            b"COMMENT" if event.comment.is_empty() && self.answers() => event.comment = line.into_value(),
            b"GEO" if event.geo.is_none() => {
                event.geo = value::position(line.value());
                if event.geo.is_none() {
                    self.report.lose("GEO", number);
                }
            }
            b"CATEGORIES" if event.categories.len() < MOST_VALUES => {
                event.categories.append(&mut value::text_list(line.value()));
            }
            b"STATUS" => match status(line.value().trim()) {
                Some(status) => event.status = Some(status),
                None => self.report.lose("STATUS", number),
            },
            b"ATTENDEE" if self.answers() && event.attendees.len() < MOST_VALUES => {
                event.attendees.push(attendee(&line));
            }
            _ => self.report.lose(line.name(), number),
        }
    }

    /// Whether the calendar being read holds answers.
    fn answers(&self) -> bool {
        matches!(
            self.heads.last().and_then(|head| head.method.as_deref()),
            Some("REPLY" | "COUNTER")
        )
    }

    fn stamp(&mut self, line: &Line<'_>) -> Option<chrono::DateTime<chrono::Utc>> {
        let stamp = value::stamp(line.value());
        if stamp.is_none() {
            self.report.lose(line.name(), line.number);
        }
        stamp
    }

    fn time(&mut self, line: &Line<'_>) -> Option<RawTime> {
        self.time_in(line.value(), line.param("TZID"))
    }

    fn time_in(&mut self, text: &str, tzid: Option<Cow<'_, str>>) -> Option<RawTime> {
        let (at, form) = value::time(text)?;
        let tzid = match tzid {
            Some(tzid) if form != Form::Day => self.tzid(&tzid),
            _ => None,
        };
        Some(RawTime { at, form, tzid })
    }

    fn tzid(&mut self, raw: &str) -> Option<u32> {
        let name = tzid_text(raw);
        if name.is_empty() {
            return None;
        }
        if let Some(key) = self.keys.get(name.as_ref()) {
            return Some(*key);
        }
        // Past any real file: the names after it are as good as none, and asked about together.
        let key = u32::try_from(self.tzids.len())
            .ok()
            .filter(|key| (*key as usize) < MOST_ZONES)?;
        let calendar = u32::try_from(self.heads.len() - 1).unwrap_or(u32::MAX);
        self.tzids.push((calendar, name.to_string()));
        self.keys.insert(name.into_owned(), key);
        Some(key)
    }

    fn dates(&mut self, event: &mut RawEvent<'a>, line: &Line<'_>) {
        for item in line.value().split(',').filter(|item| !item.trim().is_empty()) {
            if event.dates.len() >= MOST_VALUES {
                break;
            }
            let (start, end) = item
                .split_once('/')
                .map_or((item, None), |(start, end)| (start, Some(end)));
            let start = self.time_in(start, line.param("TZID"));
            let read = end.map(|end| match value::length(end) {
                Some(length) => Some(RawEnd::After(length)),
                None => self.time_in(end, line.param("TZID")).map(RawEnd::At),
            });
            match (start, read) {
                (Some(start), None) => event.dates.push(RawPeriod { start, end: None }),
                (Some(start), Some(Some(end))) => event.dates.push(RawPeriod {
                    start,
                    end: Some(end),
                }),
                _ => self.bad_date(event, line, item),
            }
        }
    }

    fn not_dates(&mut self, event: &mut RawEvent<'a>, line: &Line<'_>) {
        for item in line.value().split(',').filter(|item| !item.trim().is_empty()) {
            if event.not_dates.len() >= MOST_VALUES {
                break;
            }
            match self.time_in(item, line.param("TZID")) {
                Some(time) => event.not_dates.push(time),
                None => self.bad_date(event, line, item),
            }
        }
    }

    fn bad_date(&mut self, event: &mut RawEvent<'a>, line: &Line<'_>, item: &str) {
        warn(&mut event.warnings, "date_unreadable");
        let params = [
            ("property", line.name().to_ascii_uppercase()),
            ("value", short(item)),
        ];
        self.report.refuse(line.number, &event.uid, "bad_date", params);
    }
}

pub(super) fn warn(warnings: &mut Vec<&'static str>, code: &'static str) {
    if !warnings.contains(&code) {
        warnings.push(code);
    }
}

fn wrong(event: &mut RawEvent<'_>, code: &'static str, property: &'static str, line: &Line<'_>) {
    if event.wrong.is_none() {
        event.wrong = Some((code, property, short(line.value())));
    }
}

pub(super) fn observance_property(observance: &mut RawObservance, line: &Line<'_>) {
    match upper(line.name(), &mut [0; 24]) {
        b"DTSTART" => observance.start = value::time(line.value()).map(|(at, _)| at),
        b"TZOFFSETFROM" => observance.from_s = value::offset(line.value()),
        b"TZOFFSETTO" => observance.to_s = value::offset(line.value()),
        b"RRULE" if observance.rules.len() < 10 => observance.rules.push(line.value().to_owned()),
        b"RDATE" if observance.dates.len() < MOST_VALUES => {
            observance
                .dates
                .extend(line.value().split(',').filter_map(value::time));
        }
        _ => {}
    }
}

fn attendee(line: &Line<'_>) -> RawAttendee {
    RawAttendee {
        address: address(line.value()),
        name: line
            .param("CN")
            .map(|name| value::one_line(&name).0)
            .unwrap_or_default(),
        partstat: line
            .param("PARTSTAT")
            .map(|partstat| short(&partstat).to_ascii_uppercase())
            .unwrap_or_default(),
        delegated_to: line
            .param_list("DELEGATED-TO")
            .iter()
            .map(|to| address(to))
            .collect(),
    }
}

fn address(text: &str) -> String {
    let text = text.trim();
    let bare = match text.get(..7) {
        Some(scheme) if scheme.eq_ignore_ascii_case("mailto:") => &text[7..],
        _ => text,
    };
    bare.chars().filter(|c| !c.is_control()).take(320).collect()
}

fn status(text: &str) -> Option<IncomingStatus> {
    Some(match upper(text, &mut [0; 24]) {
        b"TENTATIVE" => IncomingStatus::Tentative,
        b"CONFIRMED" => IncomingStatus::Confirmed,
        b"CANCELLED" | b"CANCELED" => IncomingStatus::Cancelled,
        _ => return None,
    })
}

/// A TZID without what some programs put around it.
pub(super) fn tzid_text(raw: &str) -> Cow<'_, str> {
    let bare = raw.trim().trim_matches('"').trim();
    if bare.contains('\\') || bare.len() > 200 {
        Cow::Owned(bare.replace('\\', "").chars().take(200).collect())
    } else {
        Cow::Borrowed(bare)
    }
}

fn trimmed(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    }
}

/// A name in capitals, without a place on the heap; empty if it is longer than any that is looked for.
pub(super) fn upper<'b>(name: &str, buffer: &'b mut [u8; 24]) -> &'b [u8] {
    let Some(upper) = buffer.get_mut(..name.len()) else {
        return &[];
    };
    upper.copy_from_slice(name.as_bytes());
    upper.make_ascii_uppercase();
    upper
}
