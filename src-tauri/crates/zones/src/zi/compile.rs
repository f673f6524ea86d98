//! A zone's eras and rules as changes of offset, in the order and by the reckoning of the database's own compiler: the
//! data is written for it, corner by corner.

use std::collections::HashMap;

use super::posix;
use super::read::{At, Clock, Day, Era, FOR_EVER, LEAP_LENGTHS, Rule, Save, Side, ZoneLines};

const DAY: i64 = 86_400;
/// Changes are written out until this year at least; what goes on for ever follows the POSIX rule after them.
const WRITTEN_UNTIL: i32 = 2037;
/// A zone has a few hundred; Casablanca, with Ramadan written out, had the most.
const CHANGES_AT_MOST: usize = 5000;
const RULES_AT_MOST: usize = 1000;

/// An offset with its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Kind {
    pub(super) offset_s: i32,
    pub(super) dst: bool,
    pub(super) name: String,
}

/// A zone, compiled.
pub(super) struct Compiled {
    /// The first holds before all changes.
    pub(super) kinds: Vec<Kind>,
    /// Unix second and place in `kinds`.
    pub(super) changes: Vec<(i64, u8)>,
    /// What holds after them, as POSIX.1 writes it.
    pub(super) posix: String,
}

struct Making {
    kinds: Vec<Kind>,
    first: Option<usize>,
    changes: Vec<(i64, usize)>,
}

impl Making {
    fn kind(&mut self, kind: Kind) -> usize {
        self.kinds
            .iter()
            .position(|known| *known == kind)
            .unwrap_or_else(|| {
                self.kinds.push(kind);
                self.kinds.len() - 1
            })
    }

    fn change(&mut self, at: i64, kind: Kind) -> Result<(), String> {
        let kind = self.kind(kind);
        self.changes.push((at, kind));
        if self.changes.len() > CHANGES_AT_MOST {
            return Err("too many changes of offset".to_owned());
        }
        Ok(())
    }

    fn begin_with(&mut self, kind: usize) {
        self.first.get_or_insert(kind);
    }
}

/// What the compiler knows where one era ends and the next begins.
#[derive(Clone, Copy, Default)]
struct Seam {
    at: Option<i64>,
}

pub(super) fn compile(zone: &ZoneLines<'_>, all: &HashMap<&str, Vec<Rule<'_>>>) -> Result<Compiled, String> {
    let mut making = Making {
        kinds: Vec::new(),
        first: None,
        changes: Vec::new(),
    };
    let mut seam = Seam::default();
    for era in &zone.eras {
        seam = match &era.save {
            Save::Fixed(save_s, dst) => fixed(&mut making, era, *save_s, *dst, seam)?,
            Save::Rules(name) => {
                let rules = all
                    .get(name)
                    .ok_or_else(|| "a rule that is not there".to_owned())?;
                if rules.len() > RULES_AT_MOST {
                    return Err("too many rules".to_owned());
                }
                ruled(&mut making, era, rules, seam)?
            }
        };
    }
    let last = zone.eras.last().ok_or("a zone without a line")?;
    finish(making, last, all)
}

/// An era with one offset.
fn fixed(making: &mut Making, era: &Era<'_>, save_s: i32, dst: bool, seam: Seam) -> Result<Seam, String> {
    let offset_s = era.standard_s + save_s;
    let kind = Kind {
        offset_s,
        dst,
        name: name(era, "", dst, save_s),
    };
    match seam.at {
        Some(at) => making.change(at, kind)?,
        None => {
            let kind = making.kind(kind);
            making.begin_with(kind);
        }
    }
    Ok(Seam {
        at: until(era, save_s),
    })
}

/// An era that follows rules.
fn ruled(making: &mut Making, era: &Era<'_>, rules: &[Rule<'_>], seam: Seam) -> Result<Seam, String> {
    let standard_s = era.standard_s;
    let mut save_s = 0;
    let mut start_offset = standard_s;
    let mut start_name = String::new();
    let mut start_dst = false;
    let mut start = seam.at;
    let mut over = false;
    for year in years(era, rules) {
        if over || era.until.as_ref().is_some_and(|until| year > until.year) {
            break;
        }
        let mut to_do: Vec<&Rule<'_>> = rules
            .iter()
            .filter(|rule| (rule.from..=rule.until).contains(&year))
            .collect();
        loop {
            let ends = until(era, save_s);
            // The rule that takes effect first, by the offset in force before it.
            let earliest = to_do
                .iter()
                .enumerate()
                .map(|(place, rule)| (instant(year, rule.day, rule.at, standard_s, save_s), place))
                .min();
            let Some((at, place)) = earliest else { break };
            let rule = to_do.remove(place);
            let offset_s = standard_s + rule.save_s;
            let named = || name(era, rule.letters, rule.dst, rule.save_s);
            if ends.is_some_and(|ends| at >= ends) {
                if start_name.is_empty() && offset_s == start_offset {
                    start_name = named();
                    start_dst = rule.dst;
                }
                over = true;
                break;
            }
            save_s = rule.save_s;
            if start == Some(at) {
                start = None;
            }
            if let Some(begun) = start {
                if at < begun {
                    start_offset = offset_s;
                    start_name = named();
                    start_dst = rule.dst;
                    continue;
                }
                if start_name.is_empty() && start_offset == offset_s {
                    start_name = named();
                    start_dst = rule.dst;
                }
            }
            let kind = Kind {
                offset_s,
                dst: rule.dst,
                name: named(),
            };
            if !rule.dst {
                let kind = making.kind(kind.clone());
                making.begin_with(kind);
            }
            making.change(at, kind)?;
        }
    }
    if let Some(at) = start {
        let save = start_offset - standard_s;
        if start_name.is_empty() {
            start_dst = save != 0;
            start_name = name(era, "", start_dst, save);
        }
        let kind = Kind {
            offset_s: start_offset,
            dst: start_dst,
            name: start_name,
        };
        making.change(at, kind)?;
    }
    Ok(Seam {
        at: until(era, save_s),
    })
}

/// The years in which rules may do something.
fn years(era: &Era<'_>, rules: &[Rule<'_>]) -> std::ops::RangeInclusive<i32> {
    let first = rules.iter().map(|rule| rule.from).min().unwrap_or(WRITTEN_UNTIL);
    let named = rules
        .iter()
        .flat_map(|rule| [rule.from, rule.until])
        .filter(|year| *year != FOR_EVER);
    let last = named.max().unwrap_or(WRITTEN_UNTIL).max(WRITTEN_UNTIL);
    let last = era.until.as_ref().map_or(last, |until| until.year.min(last));
    first..=last
}

fn until(era: &Era<'_>, save_s: i32) -> Option<i64> {
    let until = era.until.as_ref()?;
    Some(instant(until.year, until.day, until.at, era.standard_s, save_s))
}

/// When a time of a day is, by the clocks that show `standard_s` plus `save_s`.
fn instant(year: i32, day: Day, at: At, standard_s: i32, save_s: i32) -> i64 {
    let clock = match at.clock {
        Clock::Universal => 0,
        Clock::Standard => standard_s,
        Clock::Wall => standard_s + save_s,
    };
    days(year, day) * DAY + at.second - i64::from(clock)
}

/// Days from 1970 to a day of a year.
fn days(year: i32, day: Day) -> i64 {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let before = i64::from(year) - 1;
    let mut days = before * 365 + before / 4 - before / 100 + before / 400 - 719_162;
    for month in 0..day.month {
        let length = LEAP_LENGTHS[usize::from(month)];
        days += i64::from(length) - i64::from(month == 1 && !is_leap);
    }
    let mut number = i64::from(day.number);
    if day.month == 1 && number == 29 && !is_leap && day.weekday.is_some() {
        number -= 1;
    }
    days += number - 1;
    let Some((wanted, side)) = day.weekday else {
        return days;
    };
    // 1 January 1970 was a Thursday.
    let is = (days + 4).rem_euclid(7);
    let wanted = i64::from(wanted);
    match side {
        Side::OnOrAfter => days + (wanted - is).rem_euclid(7),
        Side::OnOrBefore => days - (is - wanted).rem_euclid(7),
    }
}

/// What the clocks' offset is called.
fn name(era: &Era<'_>, letters: &str, dst: bool, save_s: i32) -> String {
    let format = era.format;
    if let Some((standard, summer)) = format.split_once('/') {
        return if dst { summer } else { standard }.to_owned();
    }
    if format.contains("%z") {
        return format.replace("%z", &by_number(era.standard_s + save_s));
    }
    format.replace("%s", letters)
}

/// `+08`, `+0530`, `-00`.
fn by_number(offset_s: i32) -> String {
    let sign = if offset_s < 0 { '-' } else { '+' };
    let s = offset_s.unsigned_abs();
    match (s / 3600, s / 60 % 60, s % 60) {
        (hours, 0, 0) => format!("{sign}{hours:02}"),
        (hours, minutes, 0) => format!("{sign}{hours:02}{minutes:02}"),
        (hours, minutes, seconds) => format!("{sign}{hours:02}{minutes:02}{seconds:02}"),
    }
}

fn finish(
    mut making: Making,
    last: &Era<'_>,
    all: &HashMap<&str, Vec<Rule<'_>>>,
) -> Result<Compiled, String> {
    making.changes.sort_by_key(|(at, _)| *at);
    let first = making.first.unwrap_or(0);
    let mut kept: Vec<(i64, usize)> = Vec::with_capacity(making.changes.len());
    for (at, kind) in making.changes {
        let offset = |kind: usize| i64::from(making.kinds[kind].offset_s);
        if let Some((before_at, before)) = kept.last().copied() {
            let earlier = kept.len().checked_sub(2).map_or(first, |place| kept[place].1);
            // By the clocks of before, this change comes before the one just made: they are one.
            if at + offset(before) <= before_at + offset(earlier) {
                if let Some(change) = kept.last_mut() {
                    change.1 = kind;
                }
                continue;
            }
        }
        if kept.last().map_or(first, |change| change.1) != kind {
            kept.push((at, kind));
        }
    }
    let end = kept.last().map_or(first, |change| change.1);
    let end_kind = making.kinds.get(end).cloned().ok_or("a zone without an offset")?;
    let for_ever = match last.save {
        Save::Fixed(..) => None,
        Save::Rules(rules) => all.get(rules).and_then(|rules| {
            let of = |dst: bool| {
                let going_on = rules
                    .iter()
                    .filter(move |rule| rule.until == FOR_EVER && rule.dst == dst);
                going_on.max_by_key(|rule| (rule.day.month, rule.day.number))
            };
            Some((of(false)?, of(true)?))
        }),
    };
    let posix = match for_ever {
        Some((standard, summer)) => posix::alternating(
            last.standard_s,
            (standard, &name(last, standard.letters, false, standard.save_s)),
            (summer, &name(last, summer.letters, true, summer.save_s)),
        ),
        None => posix::constant(&end_kind.name, end_kind.offset_s),
    };
    // The kind that holds before all changes comes first, those that nothing uses go.
    let mut order: Vec<usize> = vec![first];
    for (_, kind) in &kept {
        if !order.contains(kind) {
            order.push(*kind);
        }
    }
    let place = |kind: usize| {
        let place = order.iter().position(|one| *one == kind).unwrap_or(0);
        u8::try_from(place).map_err(|_| "more than 256 kinds of local time".to_owned())
    };
    let changes = kept
        .iter()
        .map(|(at, kind)| Ok((*at, place(*kind)?)))
        .collect::<Result<Vec<_>, String>>()?;
    let kinds = order
        .iter()
        .filter_map(|kind| making.kinds.get(*kind).cloned())
        .collect();
    Ok(Compiled {
        kinds,
        changes,
        posix,
    })
}
