//! The lines of the source as rules, zones and links.

use std::collections::HashMap;

use crate::RulesError;

const LINES_AT_MOST: usize = 20_000;
/// Years that a rule or an era may name; `maximum` stands for the last.
const YEARS: std::ops::RangeInclusive<i32> = 1800..=2400;
/// A year without end.
pub(super) const FOR_EVER: i32 = i32::MAX;
const WEEKDAYS: [&str; 7] = [
    "sunday",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
];
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
/// Days of the months in a leap year.
pub(super) const LEAP_LENGTHS: [u8; 12] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

pub(super) struct Source<'a> {
    pub(super) rules: HashMap<&'a str, Vec<Rule<'a>>>,
    pub(super) zones: Vec<ZoneLines<'a>>,
    /// Target and name.
    pub(super) links: Vec<(&'a str, &'a str)>,
}

pub(super) struct ZoneLines<'a> {
    pub(super) name: &'a str,
    pub(super) eras: Vec<Era<'a>>,
}

/// In these years, on that day, clocks are set to standard time plus `save_s`.
#[derive(Clone, Debug)]
pub(super) struct Rule<'a> {
    pub(super) from: i32,
    /// Last year; [`FOR_EVER`] for no end.
    pub(super) until: i32,
    pub(super) day: Day,
    pub(super) at: At,
    pub(super) save_s: i32,
    pub(super) dst: bool,
    pub(super) letters: &'a str,
}

/// What holds in a zone until some moment.
pub(super) struct Era<'a> {
    pub(super) standard_s: i32,
    pub(super) save: Save<'a>,
    pub(super) format: &'a str,
    pub(super) until: Option<Until>,
}

pub(super) enum Save<'a> {
    Fixed(i32, bool),
    Rules(&'a str),
}

pub(super) struct Until {
    pub(super) year: i32,
    pub(super) day: Day,
    pub(super) at: At,
}

/// A day of a month: by its number, or a weekday on or after, or on or before a number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Day {
    /// From 0.
    pub(super) month: u8,
    pub(super) number: u8,
    pub(super) weekday: Option<(u8, Side)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    OnOrAfter,
    OnOrBefore,
}

/// A time of day, which may be before its beginning or after its end.
#[derive(Clone, Copy, Debug)]
pub(super) struct At {
    pub(super) second: i64,
    pub(super) clock: Clock,
}

/// By which clock a time of day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Clock {
    Wall,
    Standard,
    Universal,
}

/// What is wrong with which line.
pub(super) struct Wrong {
    line: usize,
    what: &'static str,
}

impl Wrong {
    pub(super) fn at(&self, file: &str) -> RulesError {
        RulesError::Broken {
            file: file.to_owned(),
            reason: format!("line {}: {}", self.line, self.what),
        }
    }
}

pub(super) fn read(text: &str) -> Result<Source<'_>, Wrong> {
    let mut source = Source {
        rules: HashMap::new(),
        zones: Vec::new(),
        links: Vec::new(),
    };
    let mut goes_on = false;
    for (place, line) in text.lines().enumerate() {
        let wrong = |what| Wrong {
            line: place + 1,
            what,
        };
        if place >= LINES_AT_MOST {
            return Err(wrong("too many lines"));
        }
        let line = line.split('#').next().unwrap_or_default();
        let fields: Vec<&str> = line.split_ascii_whitespace().collect();
        let Some(first) = fields.first() else { continue };
        if goes_on {
            let era = era(&fields).ok_or_else(|| wrong("not the next line of a zone"))?;
            goes_on = era.until.is_some();
            if let Some(zone) = source.zones.last_mut() {
                zone.eras.push(era);
            }
            continue;
        }
        match *first {
            "R" | "Rule" => {
                let (name, rule) = rule(&fields).ok_or_else(|| wrong("not a rule"))?;
                source.rules.entry(name).or_default().push(rule);
            }
            "Z" | "Zone" => {
                let name = fields.get(1).ok_or_else(|| wrong("a zone without a name"))?;
                let era = era(&fields[2..]).ok_or_else(|| wrong("not a zone"))?;
                goes_on = era.until.is_some();
                source.zones.push(ZoneLines {
                    name,
                    eras: vec![era],
                });
            }
            "L" | "Link" => match fields.as_slice() {
                [_, target, name] => source.links.push((target, name)),
                _ => return Err(wrong("not a link")),
            },
            _ => return Err(wrong("neither a rule nor a zone nor a link")),
        }
    }
    if goes_on {
        return Err(Wrong {
            line: text.lines().count(),
            what: "the last zone has no end: the file is cut short",
        });
    }
    if source.zones.is_empty() {
        return Err(Wrong {
            line: 1,
            what: "there is no zone",
        });
    }
    Ok(source)
}

fn rule<'a>(fields: &[&'a str]) -> Option<(&'a str, Rule<'a>)> {
    let [_, name, from, until, _kind, month, on, at, save, letters] = fields else {
        return None;
    };
    let from = year(from)?;
    let until = match *until {
        word if is_short_for(word, "only", 1) => from,
        word if is_short_for(word, "maximum", 2) => FOR_EVER,
        number => year(number)?,
    };
    let (save_s, dst) = save_of(save)?;
    let rule = Rule {
        from,
        until,
        day: day(month, on)?,
        at: time(at)?,
        save_s,
        dst,
        letters: if *letters == "-" { "" } else { letters },
    };
    (until >= from).then_some((*name, rule))
}

fn era<'a>(fields: &[&'a str]) -> Option<Era<'a>> {
    let (standard, save, format) = (fields.first()?, fields.get(1)?, *fields.get(2)?);
    let until = match fields.get(3) {
        None => None,
        Some(number) => Some(Until {
            year: year(number)?,
            day: day(fields.get(4).unwrap_or(&"Ja"), fields.get(5).unwrap_or(&"1"))?,
            at: time(fields.get(6).unwrap_or(&"0"))?,
        }),
    };
    if fields.len() > 7 {
        return None;
    }
    let by_number = save.starts_with(|c: char| c == '-' || c.is_ascii_digit());
    let save = match *save {
        "-" => Save::Fixed(0, false),
        number if by_number => {
            let (seconds, dst) = save_of(number)?;
            Save::Fixed(seconds, dst)
        }
        name => Save::Rules(name),
    };
    Some(Era {
        standard_s: offset(standard)?,
        save,
        format,
        until,
    })
}

fn year(text: &str) -> Option<i32> {
    text.parse().ok().filter(|year| YEARS.contains(year))
}

fn save_of(text: &str) -> Option<(i32, bool)> {
    let (number, said) = match text.as_bytes().last()? {
        b's' => (&text[..text.len() - 1], Some(false)),
        b'd' => (&text[..text.len() - 1], Some(true)),
        _ => (text, None),
    };
    let seconds = offset(number)?;
    Some((seconds, said.unwrap_or(seconds != 0)))
}

fn offset(text: &str) -> Option<i32> {
    let seconds = seconds(text)?;
    i32::try_from(seconds)
        .ok()
        .filter(|seconds| seconds.abs() < 86_400)
}

/// `2`, `-0:16:8`, `24`, `-`; at most a week.
fn seconds(text: &str) -> Option<i64> {
    if text == "-" {
        return Some(0);
    }
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text),
    };
    let mut total = 0_i64;
    let mut parts = digits.split(':');
    for (place, unit) in [3600, 60, 1].into_iter().enumerate() {
        let Some(part) = parts.next() else { break };
        // Fractions of seconds are allowed by the language and used by nobody.
        let most = if place == 0 { 168 } else { 59 };
        let number: i64 = part.parse().ok().filter(|number| (0..=most).contains(number))?;
        total += number * unit;
    }
    parts.next().is_none().then_some(sign * total)
}

fn time(text: &str) -> Option<At> {
    let (number, clock) = match text.as_bytes().last()? {
        b'w' => (&text[..text.len() - 1], Clock::Wall),
        b's' => (&text[..text.len() - 1], Clock::Standard),
        b'u' | b'g' | b'z' => (&text[..text.len() - 1], Clock::Universal),
        _ => (text, Clock::Wall),
    };
    Some(At {
        second: seconds(number)?,
        clock,
    })
}

fn day(month: &str, on: &str) -> Option<Day> {
    let month = word(month, &MONTHS)?;
    let longest = LEAP_LENGTHS[usize::from(month)];
    let number = |text: &str| text.parse().ok().filter(|day| (1..=longest).contains(day));
    let weekday = |name: &str| word(name, &WEEKDAYS);
    let at = |number, weekday| {
        Some(Day {
            month,
            number,
            weekday,
        })
    };
    if let Some((name, day)) = on.split_once(">=") {
        return at(number(day)?, Some((weekday(name)?, Side::OnOrAfter)));
    }
    if let Some((name, day)) = on.split_once("<=") {
        return at(number(day)?, Some((weekday(name)?, Side::OnOrBefore)));
    }
    if let Some(name) = on.strip_prefix("last") {
        return at(longest, Some((weekday(name)?, Side::OnOrBefore)));
    }
    at(number(on)?, None)
}

/// The place of the only word that `text` begins.
fn word(text: &str, words: &[&str]) -> Option<u8> {
    let mut fitting = (0_u8..)
        .zip(words)
        .filter(|(_, word)| is_short_for(text, word, 1));
    let (place, _) = fitting.next()?;
    fitting.next().is_none().then_some(place)
}

/// Whether `text` is the word, or its beginning of at least so many letters.
fn is_short_for(text: &str, word: &str, least: usize) -> bool {
    text.len() >= least
        && word
            .get(..text.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(text))
}
