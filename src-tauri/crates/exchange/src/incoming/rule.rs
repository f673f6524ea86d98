//! A recurrence rule (RFC 5545 section 3.3.10) as it stands in the file.

use chrono::{NaiveDateTime, Weekday};

use super::value::{self, Form};

/// How often.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Frequency {
    Yearly,
    Monthly,
    Weekly,
    Daily,
    Hourly,
    Minutely,
    Secondly,
}

/// A rule. Lists are sorted and without doubles; an empty list limits nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rule {
    pub(super) frequency: Frequency,
    pub(super) interval: i64,
    pub(super) count: Option<u64>,
    pub(super) until: Option<(NaiveDateTime, Form)>,
    pub(super) seconds: Vec<u32>,
    pub(super) minutes: Vec<u32>,
    pub(super) hours: Vec<u32>,
    /// With the number of the weekday in its month or year, 0 for each.
    pub(super) weekdays: Vec<(i32, Weekday)>,
    pub(super) month_days: Vec<i32>,
    pub(super) year_days: Vec<i32>,
    pub(super) weeks: Vec<i32>,
    pub(super) months: Vec<u32>,
    pub(super) positions: Vec<i32>,
    pub(super) week_start: Weekday,
}

impl Rule {
    /// None for a rule that cannot be understood: it is never guessed at, for a wrong guess puts events on wrong
    /// days. Parts that RFC 5545 does not know, and calendars other than the Gregorian, make it so too.
    pub(super) fn read(text: &str) -> Option<Self> {
        let mut rule = Self {
            frequency: Frequency::Yearly,
            interval: 1,
            count: None,
            until: None,
            seconds: Vec::new(),
            minutes: Vec::new(),
            hours: Vec::new(),
            weekdays: Vec::new(),
            month_days: Vec::new(),
            year_days: Vec::new(),
            weeks: Vec::new(),
            months: Vec::new(),
            positions: Vec::new(),
            week_start: Weekday::Mon,
        };
        let mut frequency = None;
        for part in text.trim().split(';').filter(|part| !part.trim().is_empty()) {
            let (name, list) = part.split_once('=')?;
            let list = list.trim();
            match name.trim().to_ascii_uppercase().as_str() {
                "FREQ" => frequency = Some(self::frequency(list)?),
                "INTERVAL" => rule.interval = i64::from(list.parse::<u32>().ok().filter(|n| *n > 0)?),
                "COUNT" => rule.count = Some(list.parse().ok().filter(|n| *n > 0)?),
                "UNTIL" => rule.until = Some(value::time(list)?),
                "BYSECOND" => rule.seconds = natural(list, 0, 60)?.into_iter().map(|s| s.min(59)).collect(),
                "BYMINUTE" => rule.minutes = natural(list, 0, 59)?,
                "BYHOUR" => rule.hours = natural(list, 0, 23)?,
                "BYDAY" => rule.weekdays = weekdays(list)?,
                "BYMONTHDAY" => rule.month_days = signed(list, 31)?,
                "BYYEARDAY" => rule.year_days = signed(list, 366)?,
                "BYWEEKNO" => rule.weeks = signed(list, 53)?,
                "BYMONTH" => rule.months = natural(list, 1, 12)?,
                "BYSETPOS" => rule.positions = signed(list, 366)?,
                "WKST" => rule.week_start = weekday(list)?,
                "RSCALE" if list.eq_ignore_ascii_case("GREGORIAN") => {}
                "SKIP" if list.eq_ignore_ascii_case("OMIT") => {}
                name if name.starts_with("X-") => {}
                _ => return None,
            }
        }
        rule.frequency = frequency?;
        rule.seconds.dedup();
        Some(rule)
    }
}

fn frequency(text: &str) -> Option<Frequency> {
    Some(match text.to_ascii_uppercase().as_str() {
        "YEARLY" => Frequency::Yearly,
        "MONTHLY" => Frequency::Monthly,
        "WEEKLY" => Frequency::Weekly,
        "DAILY" => Frequency::Daily,
        "HOURLY" => Frequency::Hourly,
        "MINUTELY" => Frequency::Minutely,
        "SECONDLY" => Frequency::Secondly,
        _ => return None,
    })
}

fn weekday(text: &str) -> Option<Weekday> {
    Some(match text.trim().to_ascii_uppercase().as_str() {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
        _ => return None,
    })
}

fn sorted<T: Ord>(list: Option<Vec<T>>) -> Option<Vec<T>> {
    let mut list = list?;
    list.sort_unstable();
    list.dedup();
    Some(list)
}

fn natural(list: &str, least: u32, most: u32) -> Option<Vec<u32>> {
    sorted(
        list.split(',')
            .map(|item| item.trim().parse().ok().filter(|n| (least..=most).contains(n)))
            .collect(),
    )
}

fn signed(list: &str, most: i32) -> Option<Vec<i32>> {
    let read = |item: &str| {
        let number: i32 = item.trim().trim_start_matches('+').parse().ok()?;
        (number != 0 && (-most..=most).contains(&number)).then_some(number)
    };
    sorted(list.split(',').map(read).collect())
}

fn weekdays(list: &str) -> Option<Vec<(i32, Weekday)>> {
    let mut days: Vec<(i32, Weekday)> = list
        .split(',')
        .map(|item| {
            let item = item.trim();
            let letters = item.find(|c: char| c.is_ascii_alphabetic())?;
            let (number, day) = item.split_at(letters);
            let number = match number.trim_start_matches('+') {
                "" => 0,
                digits => digits.parse().ok().filter(|n: &i32| *n != 0 && n.abs() <= 53)?,
            };
            Some((number, weekday(day)?))
        })
        .collect::<Option<_>>()?;
    days.sort_unstable_by_key(|(number, day)| (*number, day.num_days_from_monday()));
    days.dedup();
    Some(days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_of_a_rule_is_read() {
        let rule = Rule::read(
            "FREQ=MONTHLY;INTERVAL=2;COUNT=5;BYDAY=MO,-1FR,+2TU;BYMONTHDAY=-1,1,1;BYMONTH=3;BYSETPOS=-1;WKST=SU;BYHOUR=9,8",
        )
        .unwrap();
        assert_eq!(
            (rule.frequency, rule.interval, rule.count),
            (Frequency::Monthly, 2, Some(5))
        );
        assert_eq!(
            rule.weekdays,
            [(-1, Weekday::Fri), (0, Weekday::Mon), (2, Weekday::Tue)]
        );
        assert_eq!((rule.month_days, rule.hours), (vec![-1, 1], vec![8, 9]));
        assert_eq!((rule.positions, rule.week_start), (vec![-1], Weekday::Sun));
    }

    #[test]
    fn a_rule_that_is_not_understood_is_not_guessed_at() {
        for bad in [
            "",
            "FREQ=",
            "FREQ=FORTNIGHTLY",
            "INTERVAL=2",
            "FREQ=DAILY;INTERVAL=0",
            "FREQ=DAILY;COUNT=0",
            "FREQ=DAILY;BYHOUR=24",
            "FREQ=DAILY;BYDAY=XX",
            "FREQ=DAILY;BYDAY=0MO",
            "FREQ=DAILY;BYMONTHDAY=0",
            "FREQ=DAILY;COUNT=-1",
            "FREQ=YEARLY;RSCALE=CHINESE",
            "FREQ=DAILY;UNTIL=soon",
            "FREQ=DAILY;COLOUR=RED",
            "FREQ=DAILY;BYDAY=聘",
            "FREQ=DAILY;COUNT=99999999999999999999",
        ] {
            assert_eq!(Rule::read(bad), None, "{bad}");
        }
    }
}
