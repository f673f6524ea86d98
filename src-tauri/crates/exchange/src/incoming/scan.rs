//! Lines to components: one pass, each component taken as it ends, so that a file is never held twice.
//!
//! `calcard` could cut lines too, but says no line numbers, reads no carets and drops what it has no type for; what
//! was lost and where is half of what an import has to say. It is the second opinion in the tests.

use std::collections::HashMap;
use std::ops::ControlFlow;

use super::lines::{Line, Lines};
use super::properties::{observance_property, tzid_text, upper};
use super::raw::{RawEvent, RawObservance, RawRules};
use super::report::{Report, short};
use super::{DEEPEST_NESTING, MOST_EVENTS, ReadError};

/// How many parts a VTIMEZONE may have, how many zones a file, how many names of zones.
const MOST_OBSERVANCES: usize = 1_000;
pub(super) const MOST_ZONES: usize = 2_000;
/// How many RDATEs, EXDATEs, categories or attendees one event may have.
pub(super) const MOST_VALUES: usize = 20_000;

/// What one VCALENDAR says of itself.
#[derive(Default)]
pub(super) struct Head {
    pub(super) method: Option<String>,
    /// X-WR-TIMEZONE.
    pub(super) zone: Option<String>,
}

/// All that was found.
#[derive(Default)]
pub(super) struct Scan<'a> {
    pub(super) name: String,
    pub(super) product: String,
    pub(super) heads: Vec<Head>,
    pub(super) events: Vec<RawEvent<'a>>,
    pub(super) zones: Vec<RawRules>,
    /// The TZIDs in use, with the calendar they stand in.
    pub(super) tzids: Vec<(u32, String)>,
    pub(super) report: Report,
    pub(super) named: bool,
    pub(super) keys: HashMap<String, u32>,
    is_calendar: bool,
    too_deep: usize,
}

enum Frame<'a> {
    Calendar,
    Event(Box<RawEvent<'a>>),
    Zone(RawRules),
    Observance(RawObservance),
    /// Its lines are of no use.
    Other,
}

struct Open<'a> {
    name: String,
    line: u32,
    frame: Frame<'a>,
}

impl<'a> Scan<'a> {
    pub(super) fn read(
        text: &'a str,
        stop: &dyn Fn(usize, usize) -> ControlFlow<()>,
    ) -> Result<Self, ReadError> {
        let mut scan = Self {
            heads: vec![Head::default()],
            ..Self::default()
        };
        let mut open: Vec<Open<'a>> = Vec::new();
        for unfolded in Lines::new(text) {
            let number = unfolded.number;
            if number.is_multiple_of(8192) && stop(scan.events.len(), 0).is_break() {
                return Err(ReadError::Stopped);
            }
            if unfolded.text.trim().is_empty() {
                continue;
            }
            let Some(line) = Line::cut(unfolded) else {
                let hidden = scan.too_deep > 0
                    || matches!(
                        open.last(),
                        Some(Open {
                            frame: Frame::Other,
                            ..
                        })
                    );
                if !hidden {
                    scan.report.refuse(number, uid_of(&open), "unreadable_line", []);
                }
                continue;
            };
            if line.name().eq_ignore_ascii_case("BEGIN") {
                scan.begin(&mut open, line.value().trim(), number)?;
            } else if line.name().eq_ignore_ascii_case("END") {
                scan.end(&mut open, line.value().trim(), number);
            } else if scan.too_deep == 0 {
                scan.property(&mut open, line);
            }
        }
        while let Some(cut) = open.pop() {
            scan.unfinished(&cut);
        }
        if scan.is_calendar {
            Ok(scan)
        } else {
            Err(ReadError::NotACalendar)
        }
    }

    fn begin(&mut self, open: &mut Vec<Open<'a>>, name: &str, line: u32) -> Result<(), ReadError> {
        if open.len() >= DEEPEST_NESTING || self.too_deep > 0 {
            if self.too_deep == 0 {
                self.report.refuse(
                    line,
                    uid_of(open),
                    "too_deep",
                    [("most", DEEPEST_NESTING.to_string())],
                );
            }
            self.too_deep += 1;
            return Ok(());
        }
        let mut name = name.to_owned();
        name.make_ascii_uppercase();
        let container = matches!(
            open.last(),
            None | Some(Open {
                frame: Frame::Calendar,
                ..
            })
        );
        self.is_calendar |= matches!(
            name.as_str(),
            "VCALENDAR"
                | "VEVENT"
                | "VTODO"
                | "VJOURNAL"
                | "VFREEBUSY"
                | "VTIMEZONE"
                | "VALARM"
                | "VAVAILABILITY"
        );
        let calendar = u32::try_from(self.heads.len() - 1).unwrap_or(u32::MAX);
        let frame = match name.as_str() {
            "VCALENDAR" => {
                self.heads.push(Head::default());
                self.keys.clear();
                Frame::Calendar
            }
            "VEVENT" => {
                // The one before was never ended.
                while let Some(cut) = open.pop_if(|open| !matches!(open.frame, Frame::Calendar)) {
                    self.unfinished(&cut);
                }
                if self.events.len() >= MOST_EVENTS {
                    return Err(ReadError::TooMany { most: MOST_EVENTS });
                }
                Frame::Event(Box::new(RawEvent {
                    line,
                    calendar,
                    ..RawEvent::default()
                }))
            }
            "VTIMEZONE" if container => Frame::Zone(RawRules {
                line,
                calendar,
                ..RawRules::default()
            }),
            "STANDARD" | "DAYLIGHT"
                if matches!(
                    open.last(),
                    Some(Open {
                        frame: Frame::Zone(_),
                        ..
                    })
                ) =>
            {
                Frame::Observance(RawObservance::default())
            }
            _ => {
                if container
                    || matches!(
                        open.last(),
                        Some(Open {
                            frame: Frame::Event(_),
                            ..
                        })
                    )
                {
                    self.report.lose(&short(&name), line);
                }
                Frame::Other
            }
        };
        open.push(Open { name, line, frame });
        Ok(())
    }

    fn end(&mut self, open: &mut Vec<Open<'a>>, name: &str, line: u32) {
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        let Some(place) = open.iter().rposition(|open| open.name.eq_ignore_ascii_case(name)) else {
            self.report
                .refuse(line, uid_of(open), "stray_end", [("value", short(name))]);
            return;
        };
        while open.len() > place + 1 {
            if let Some(cut) = open.pop() {
                self.unfinished(&cut);
            }
        }
        let Some(done) = open.pop() else { return };
        match done.frame {
            Frame::Event(event) => self.events.push(*event),
            Frame::Zone(zone) if self.zones.len() < MOST_ZONES => self.zones.push(zone),
            Frame::Observance(observance) => {
                if let Some(Open {
                    frame: Frame::Zone(zone),
                    ..
                }) = open.last_mut()
                    && zone.observances.len() < MOST_OBSERVANCES
                {
                    zone.observances.push(observance);
                }
            }
            Frame::Calendar | Frame::Zone(_) | Frame::Other => {}
        }
    }

    fn unfinished(&mut self, cut: &Open<'a>) {
        let uid = match &cut.frame {
            Frame::Event(event) => event.uid.as_ref(),
            Frame::Calendar | Frame::Zone(_) | Frame::Observance(_) | Frame::Other => "",
        };
        self.report
            .refuse(cut.line, uid, "unfinished", [("property", short(&cut.name))]);
    }

    fn property(&mut self, open: &mut [Open<'a>], line: Line<'a>) {
        match open.last_mut().map(|open| &mut open.frame) {
            Some(Frame::Event(event)) => self.event_property(event, line),
            Some(Frame::Observance(observance)) => observance_property(observance, &line),
            Some(Frame::Zone(zone)) => match upper(line.name(), &mut [0; 24]) {
                b"TZID" => zone.tzid = tzid_text(line.value()).into_owned(),
                b"X-LIC-LOCATION" => zone.location = short(line.value().trim()),
                _ => {}
            },
            Some(Frame::Calendar) => self.calendar_property(&line),
            Some(Frame::Other) => {}
            None => self.report.refuse(line.number, "", "unreadable_line", []),
        }
    }
}

fn uid_of<'o>(open: &'o [Open<'_>]) -> &'o str {
    open.iter()
        .rev()
        .find_map(|open| match &open.frame {
            Frame::Event(event) => Some(event.uid.as_ref()),
            Frame::Calendar | Frame::Zone(_) | Frame::Observance(_) | Frame::Other => None,
        })
        .unwrap_or_default()
}
