//! VTIMEZONE text is read back by a small reader of its own, and must give the zone's offsets again.
#![expect(clippy::unwrap_used, reason = "in a test, what cannot be read is a failure")]

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, TimeDelta, Utc, Weekday};
use outreach_zones::{Resolution, Rules, Zone};

/// One STANDARD or DAYLIGHT: the wall times (in the offset before) at which it begins, up to a year.
struct Observance {
    onsets: Vec<NaiveDateTime>,
    from_s: i32,
    to_s: i32,
    name: String,
}

fn read(text: &str, last_year: i32) -> Vec<Observance> {
    assert!(
        text.lines().all(|line| line.len() <= 75),
        "a line too long in\n{text}"
    );
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    let unfolded = text.replace("\r\n ", "");
    let mut observances = Vec::new();
    let mut block: Vec<(&str, &str)> = Vec::new();
    for line in unfolded.lines() {
        let (key, value) = line.split_once(':').unwrap();
        match (key, value) {
            ("BEGIN", _) => block.clear(),
            ("END", "STANDARD" | "DAYLIGHT") => observances.push(observance(&block, last_year)),
            _ => block.push((key, value)),
        }
    }
    observances
}

fn observance(block: &[(&str, &str)], last_year: i32) -> Observance {
    let get = |key: &str| {
        block
            .iter()
            .find(|(name, _)| *name == key)
            .map(|(_, value)| *value)
    };
    let time = |value: &str| NaiveDateTime::parse_from_str(value, "%Y%m%dT%H%M%S").unwrap();
    let start = time(get("DTSTART").unwrap());
    let from_s = seconds(get("TZOFFSETFROM").unwrap());
    let mut onsets = vec![start];
    onsets.extend(
        block
            .iter()
            .filter(|(key, _)| *key == "RDATE")
            .map(|(_, value)| time(value)),
    );
    if let Some(rule) = get("RRULE") {
        let part = |key: &str| {
            rule.split(';')
                .find_map(|part| part.strip_prefix(key)?.strip_prefix('='))
        };
        assert_eq!(part("FREQ"), Some("YEARLY"));
        let until = part("UNTIL").map(|until| time(until.strip_suffix('Z').unwrap()));
        let month = part("BYMONTH").unwrap().parse().unwrap();
        for year in start.year()..=last_year {
            let mut days = (1..=31).filter_map(|day| NaiveDate::from_ymd_opt(year, month, day));
            let all: Vec<_> = days
                .by_ref()
                .filter(|day| fits(*day, part("BYDAY"), part("BYMONTHDAY")))
                .collect();
            assert_eq!(all.len(), 1, "{rule} in {year}");
            let onset = all[0].and_time(start.time());
            let over = until.is_some_and(|until| onset - TimeDelta::seconds(from_s.into()) > until);
            if year == start.year() {
                assert_eq!(onset, start, "DTSTART is the rule's first");
            } else if !over {
                onsets.push(onset);
            }
        }
    }
    Observance {
        onsets,
        from_s,
        to_s: seconds(get("TZOFFSETTO").unwrap()),
        name: get("TZNAME").unwrap().to_owned(),
    }
}

fn fits(day: NaiveDate, weekdays: Option<&str>, month_days: Option<&str>) -> bool {
    let in_days = month_days.is_none_or(|days| days.split(',').any(|text| text.parse() == Ok(day.day())));
    let in_week = weekdays.is_none_or(|text| {
        let (week, weekday) = text.split_at(text.len() - 2);
        let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
        let wanted =
            Weekday::try_from(names.iter().position(|name| *name == weekday).unwrap() as u8).unwrap();
        let (nth, last) = (
            (day.day() - 1) / 7 + 1,
            day.day() + 7 > u32::from(day.num_days_in_month()),
        );
        day.weekday() == wanted
            && match week {
                "" => true,
                "-1" => last,
                _ => week.parse() == Ok(nth),
            }
    });
    in_days && in_week
}

fn seconds(offset: &str) -> i32 {
    let digits =
        |range: std::ops::Range<usize>| offset.get(range).map_or(0, |text| text.parse::<i32>().unwrap());
    let sign = if offset.starts_with('-') { -1 } else { 1 };
    sign * (digits(1..3) * 3600 + digits(3..5) * 60 + digits(5..7))
}

/// Every instant at which the offset changes, by the text, with the offset and name from then on.
fn timeline(text: &str, last_year: i32) -> Vec<(DateTime<Utc>, i32, String)> {
    let mut timeline: Vec<_> = read(text, last_year)
        .into_iter()
        .flat_map(|one| {
            let from = TimeDelta::seconds(one.from_s.into());
            let (to_s, name) = (one.to_s, one.name);
            one.onsets
                .into_iter()
                .map(move |onset| ((onset - from).and_utc(), to_s, name.clone()))
        })
        .collect();
    timeline.sort();
    timeline
}

fn year(year: i32) -> DateTime<Utc> {
    NaiveDate::from_ymd_opt(year, 1, 1)
        .unwrap()
        .and_hms_opt(0, 0, 0)
        .unwrap()
        .and_utc()
}

fn compare(zone: &Zone, from_year: i32, until_year: i32) {
    let text = zone.vtimezone(from_year, until_year);
    let (begin, end) = (year(from_year), year(until_year + 1));
    let timeline = timeline(&text, until_year + 1);
    let at = |utc: DateTime<Utc>| {
        let after = timeline.partition_point(|(onset, ..)| *onset <= utc);
        timeline
            .get(after.wrapping_sub(1))
            .map(|(_, offset_s, name)| (*offset_s, name.as_str()))
    };
    let changes = zone.transitions(begin, end).map(|change| change.utc);
    let said = timeline
        .iter()
        .map(|(onset, ..)| *onset)
        .filter(|onset| (begin..end).contains(onset));
    let grid = (0..)
        .map(|days| begin + TimeDelta::days(days * 29))
        .take_while(|utc| *utc < end);
    for utc in changes
        .chain(said)
        .chain(grid)
        .flat_map(|utc| [utc - TimeDelta::seconds(1), utc])
    {
        let (_, moment) = zone.at(utc);
        if utc >= begin + TimeDelta::days(1) {
            assert_eq!(
                at(utc),
                Some((moment.offset_s, moment.abbreviation.as_str())),
                "{zone} {utc}\n{text}"
            );
        }
    }
}

#[test]
fn every_zone_reads_back_with_its_own_offsets_and_names() {
    let rules = Rules::bundled();
    for (place, name) in rules.names().enumerate() {
        let zone = rules.zone(name).unwrap();
        compare(&zone, 2020, 2037);
        compare(&zone, 2026, 2026);
        // The long spans cost the most time, and most names share their rules with others.
        if place % 5 == 0 {
            compare(&zone, 1900, 2037);
            compare(&zone, 2027, 2600);
        }
    }
}

#[test]
fn a_regular_rule_has_no_end_and_is_as_short_as_people_write_it() {
    let text = |name: &str| Rules::bundled().zone(name).unwrap().vtimezone(2026, 2027);
    let has = |name: &str, line: &str| {
        let text = text(name);
        assert!(text.lines().any(|one| one == line), "{line} is not in\n{text}");
    };
    has("America/New_York", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU");
    has("America/New_York", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU");
    has("Europe/London", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU");
    has("Europe/London", "TZNAME:BST");
    has(
        "America/Santiago",
        "RRULE:FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=2,3,4,5,6,7,8;BYDAY=SU",
    );
    assert_eq!(text("Europe/London").matches("BEGIN:").count(), 3);
}

#[test]
fn vancouver_ends_in_one_last_change() {
    let text = Rules::bundled()
        .zone("America/Vancouver")
        .unwrap()
        .vtimezone(2026, 2030);
    assert!(!text.contains("RRULE"), "{text}");
    let timeline = timeline(&text, 2030);
    assert_eq!(timeline.last().unwrap().1, -7 * 3600);
}

#[test]
fn daylight_is_the_summer_in_dublin_too() {
    let text = Rules::bundled()
        .zone("Europe/Dublin")
        .unwrap()
        .vtimezone(2026, 2027);
    let daylight = text
        .split("BEGIN:DAYLIGHT")
        .nth(1)
        .unwrap()
        .split("END:DAYLIGHT")
        .next()
        .unwrap();
    assert!(
        daylight.contains("TZNAME:IST") && daylight.contains("TZOFFSETTO:+0100"),
        "{text}"
    );
}

#[test]
fn a_zone_without_changes_gets_one_standard() {
    for name in ["Etc/UTC", "Etc/GMT-8", "UTC"] {
        let text = Rules::bundled().zone(name).unwrap().vtimezone(2026, 2027);
        assert_eq!(
            (
                text.matches("BEGIN:STANDARD").count(),
                text.matches("BEGIN:").count()
            ),
            (1, 2),
            "{text}"
        );
    }
}

#[test]
fn senseless_years_give_a_whole_component_still() {
    let zone = Rules::bundled().zone("Europe/London").unwrap();
    for (from, until) in [(i32::MIN, i32::MAX), (9999, 1900), (0, 0), (9998, 9999)] {
        let text = zone.vtimezone(from, until);
        assert!(
            text.ends_with("END:VTIMEZONE\r\n") && text.contains("TZOFFSETTO"),
            "{text}"
        );
    }
    assert!(matches!(zone.resolve(NaiveDateTime::MAX), Resolution::Unique(_)));
}
