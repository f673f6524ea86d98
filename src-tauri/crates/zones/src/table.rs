//! One zone's rules as a flat table, for speed in both directions.
//!
//! jiff reads the TZif file and the POSIX rule behind it; this table holds every change of offset it reports until
//! 400 years past the file's last explicit one. From there on everything repeats: the Gregorian calendar has the
//! same weekdays every 400 years, and a POSIX rule knows nothing else. So one binary search answers for any year.
//! The price is about 10 kB for a zone with daylight saving, paid when the zone is first asked for.

use jiff::{Timestamp, tz::TimeZone};

use crate::Abbreviation;

/// No offset is a day or more, so a change farther than this from a wall time (read as UTC) cannot matter to it.
const DAY: i64 = 86_400;
/// 400 Gregorian years, in seconds.
const CYCLE: i64 = 146_097 * DAY;
/// A Gregorian year of 365.2425 days, in seconds.
const MEAN_YEAR: i64 = CYCLE / 400;
/// Explicit changes later than this would leave no room for a cycle before jiff's year 9999.
const LAST_EXPLICIT_YEAR: i64 = 9_500;

/// An offset with its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Kind {
    /// Seconds east of UTC, within ±86,399.
    pub(crate) offset_s: i32,
    /// Whether the database calls it daylight saving time (Dublin's winter is, by Irish law).
    pub(crate) dst: bool,
    pub(crate) abbreviation: Abbreviation,
}

/// A change of offset at `at` (Unix seconds).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    pub(crate) at: i64,
    pub(crate) before: Kind,
    pub(crate) after: Kind,
}

/// What a wall time meets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Local {
    One(Kind),
    Gap(Change),
    Fold(Kind, Kind),
}

#[derive(Debug)]
pub(crate) struct Table {
    /// Unix seconds of the changes, rising.
    at: Box<[i64]>,
    /// `spans[i]` holds before `at[i]`, the last one after all.
    spans: Box<[u8]>,
    kinds: Box<[Kind]>,
    /// From this Unix second on, the table repeats the `CYCLE` before it.
    horizon: i64,
}

impl Table {
    /// Reads TZif bytes (RFC 9636). The error says what is wrong with them.
    pub(crate) fn read(tzif: &[u8]) -> Result<Self, String> {
        let zone = TimeZone::tzif("zone", tzif).map_err(|error| error.to_string())?;
        let last = last_explicit(tzif).ok_or("no 64-bit data")?;
        // Being off by a day is nothing against the two years added.
        let anchor_year = (1970 + last / MEAN_YEAR).max(2036) + 2;
        if anchor_year > LAST_EXPLICIT_YEAR {
            return Err(format!("a change of offset in the year {anchor_year}"));
        }
        let anchor = year_start(anchor_year);
        let horizon = anchor + CYCLE;
        let mut kinds = Vec::new();
        let first = zone.to_offset_info(Timestamp::MIN);
        let mut current = Kind::new(
            first.offset().seconds(),
            first.dst().is_dst(),
            first.abbreviation(),
        )?;
        let mut spans = vec![index_of(&mut kinds, current)?];
        let mut at = Vec::new();
        for change in zone.following(Timestamp::MIN) {
            let second = change.timestamp().as_second();
            if second > horizon + 2 * DAY {
                break;
            }
            let next = Kind::new(
                change.offset().seconds(),
                change.dst().is_dst(),
                change.abbreviation(),
            )?;
            if next == current {
                continue;
            }
            if at.last().is_some_and(|&previous| previous >= second) {
                return Err("changes of offset out of order".to_owned());
            }
            at.push(second);
            spans.push(index_of(&mut kinds, next)?);
            current = next;
        }
        Ok(Self {
            at: at.into(),
            spans: spans.into(),
            kinds: kinds.into(),
            horizon,
        })
    }

    /// The offset at a Unix second.
    pub(crate) fn at(&self, second: i64) -> Kind {
        let second = second - self.cycles_past_horizon(second);
        self.span(self.at.partition_point(|&change| change <= second))
    }

    /// The offset or offsets of a wall time, given as Unix seconds as if it were UTC.
    pub(crate) fn local(&self, wall: i64) -> Local {
        let shift = self.cycles_past_horizon(wall);
        let wall = wall - shift;
        let first = self.at.partition_point(|&change| change <= wall - DAY);
        match self.at.get(first) {
            Some(&next) if next <= wall + DAY => self.near_a_change(wall, first, shift),
            _ => Local::One(self.span(first)),
        }
    }

    /// `first` is the span that holds a day before the wall time. Looks at each span that begins within a day after
    /// it, whatever their lengths and order of offsets, so that two changes on one day are met as well.
    fn near_a_change(&self, wall: i64, first: usize, shift: i64) -> Local {
        let (mut earliest, mut latest, mut gap) = (None, None, None);
        let mut index = first;
        loop {
            let kind = self.span(index);
            let instant = wall - i64::from(kind.offset_s);
            let begun = index == first || self.at[index - 1] <= instant;
            let end = self.at.get(index).copied();
            let over = end.is_some_and(|end| end <= instant);
            if begun && !over {
                earliest = earliest.or(Some(kind));
                latest = Some(kind);
            }
            let Some(end) = end.filter(|&end| end <= wall + DAY) else {
                break;
            };
            let after = self.span(index + 1);
            if gap.is_none() && over && wall - i64::from(after.offset_s) < end {
                gap = Some(Change {
                    at: end + shift,
                    before: kind,
                    after,
                });
            }
            index += 1;
        }
        match (earliest, latest, gap) {
            (Some(one), Some(other), _) if one == other => Local::One(one),
            (Some(earlier), Some(later), _) => Local::Fold(earlier, later),
            (_, _, Some(change)) => Local::Gap(change),
            // Not reachable: where no span holds the wall time, the first is over and the last has not begun,
            // so a change lies between that it falls into. Answering is better than a panic all the same.
            (_, _, None) => Local::One(self.span(first)),
        }
    }

    /// The changes at or after a Unix second, without end where the zone's rule has none.
    pub(crate) fn changes(&self, from: i64) -> impl Iterator<Item = Change> + '_ {
        let mut shift = self.cycles_past_horizon(from);
        let wrap = self.at.partition_point(|&change| change < self.horizon - CYCLE);
        let end = self.at.partition_point(|&change| change < self.horizon);
        let mut index = self.at.partition_point(|&change| change < from - shift);
        std::iter::from_fn(move || {
            if index >= end {
                if wrap == end {
                    return None;
                }
                index = wrap;
                shift = shift.checked_add(CYCLE)?;
            }
            let change = Change {
                at: self.at[index] + shift,
                before: self.span(index),
                after: self.span(index + 1),
            };
            index += 1;
            Some(change)
        })
    }

    /// The last change before a Unix second.
    pub(crate) fn change_before(&self, second: i64) -> Option<Change> {
        let shift = self.cycles_past_horizon(second);
        let index = self
            .at
            .partition_point(|&change| change < second - shift)
            .checked_sub(1)?;
        // Past the horizon, a zone whose rule has ended must not be given the cycle's phantom of an old change.
        let at = self.at[index];
        let shift = if at < self.horizon - CYCLE { 0 } else { shift };
        Some(Change {
            at: at + shift,
            before: self.span(index),
            after: self.span(index + 1),
        })
    }

    /// The year from which on the zone follows one rule for ever, or keeps one offset.
    pub(crate) fn settled_year(&self) -> i32 {
        let years = (self.horizon - CYCLE + MEAN_YEAR / 2) / MEAN_YEAR;
        i32::try_from(1970 + years).unwrap_or(i32::MAX)
    }

    fn span(&self, index: usize) -> Kind {
        self.kinds[usize::from(self.spans[index])]
    }

    fn cycles_past_horizon(&self, second: i64) -> i64 {
        if second < self.horizon {
            0
        } else {
            (second - self.horizon) / CYCLE * CYCLE + CYCLE
        }
    }
}

impl Kind {
    fn new(offset_s: i32, dst: bool, abbreviation: &str) -> Result<Self, String> {
        if i64::from(offset_s).abs() >= DAY {
            return Err(format!("an offset of {offset_s} seconds"));
        }
        let abbreviation = Abbreviation::new(abbreviation).ok_or("an abbreviation that is no name")?;
        Ok(Self {
            offset_s,
            dst,
            abbreviation,
        })
    }
}

fn index_of(kinds: &mut Vec<Kind>, kind: Kind) -> Result<u8, String> {
    let index = kinds.iter().position(|known| *known == kind).unwrap_or_else(|| {
        kinds.push(kind);
        kinds.len() - 1
    });
    u8::try_from(index).map_err(|_| "more than 256 kinds of local time".to_owned())
}

/// The last change written out in a TZif file, in Unix seconds; 0 where there is none. jiff does not tell, and has
/// checked the file before. `None` for version 1 files, whose 32-bit times end in 2038.
fn last_explicit(tzif: &[u8]) -> Option<i64> {
    const HEADER: usize = 44;
    let count = |header: &[u8], index: usize| {
        let field = header.get(20 + 4 * index..24 + 4 * index)?;
        usize::try_from(u32::from_be_bytes(field.try_into().ok()?)).ok()
    };
    if *tzif.get(4)? < b'2' {
        return None;
    }
    // isut, isstd, leap seconds, changes, types, abbreviation characters
    let first_block = count(tzif, 3)? * 5
        + count(tzif, 4)? * 6
        + count(tzif, 5)?
        + count(tzif, 2)? * 8
        + count(tzif, 1)?
        + count(tzif, 0)?;
    let second = tzif.get(HEADER + first_block..)?;
    let changes = count(second, 3)?;
    if changes == 0 {
        return Some(0);
    }
    let field = second.get(HEADER + 8 * (changes - 1)..HEADER + 8 * changes)?;
    Some(i64::from_be_bytes(field.try_into().ok()?).max(0))
}

/// Unix second at which a year after 1970 begins in UTC.
fn year_start(year: i64) -> i64 {
    let before = year - 1;
    let days = before * 365 + before / 4 - before / 100 + before / 400;
    (days - 719_162) * DAY
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_begin_where_the_calendar_says() {
        assert_eq!(year_start(1970), 0);
        assert_eq!(year_start(2000), 946_684_800);
        assert_eq!(year_start(2038), 2_145_916_800);
        assert_eq!(year_start(2438) - year_start(2038), CYCLE);
    }
}
