//! What holds for ever, as a POSIX TZ string (RFC 9636 section 3.3.1).

use super::read::{Clock, Day, LEAP_LENGTHS, Rule, Side};

const DAY: i64 = 86_400;

/// One offset.
pub(super) fn constant(name: &str, offset_s: i32) -> String {
    format!("{}{}", quoted(name), hours(-i64::from(offset_s)))
}

/// Two offsets a year. `standard` and `summer` are the rules that lead to each, with its name.
pub(super) fn alternating(
    standard_s: i32,
    (standard, standard_name): (&Rule<'_>, &str),
    (summer, summer_name): (&Rule<'_>, &str),
) -> String {
    let standard_offset = standard_s + standard.save_s;
    let summer_offset = standard_s + summer.save_s;
    let mut text = constant(standard_name, standard_offset);
    text.push_str(&quoted(summer_name));
    if summer_offset != standard_offset + 3600 {
        text.push_str(&hours(-i64::from(summer_offset)));
    }
    for (rule, save_before) in [(summer, standard.save_s), (standard, summer.save_s)] {
        text.push(',');
        text.push_str(&date(rule, standard_s, save_before));
    }
    text
}

fn quoted(name: &str) -> String {
    if name.bytes().all(|b| b.is_ascii_alphabetic()) {
        name.to_owned()
    } else {
        format!("<{name}>")
    }
}

/// `8`, `-5:30`, `26`.
fn hours(seconds: i64) -> String {
    let sign = if seconds < 0 { "-" } else { "" };
    let s = seconds.unsigned_abs();
    match (s / 3600, s / 60 % 60, s % 60) {
        (hours, 0, 0) => format!("{sign}{hours}"),
        (hours, minutes, 0) => format!("{sign}{hours}:{minutes:02}"),
        (hours, minutes, seconds) => format!("{sign}{hours}:{minutes:02}:{seconds:02}"),
    }
}

/// When a rule takes effect each year, by the wall clock in force before it.
fn date(rule: &Rule<'_>, standard_s: i32, save_before: i32) -> String {
    let mut second = rule.at.second;
    match rule.at.clock {
        Clock::Wall => {}
        Clock::Standard => second += i64::from(save_before),
        Clock::Universal => second += i64::from(standard_s + save_before),
    }
    let Day {
        month,
        number,
        weekday,
    } = rule.day;
    let day = match weekday {
        None => {
            let before: u16 = LEAP_LENGTHS[..usize::from(month)]
                .iter()
                .map(|length| u16::from(*length))
                .sum();
            // Days after February are counted without a leap day.
            let before = before - u16::from(month > 1);
            format!("J{}", before + u16::from(number))
        }
        Some((weekday, side)) => {
            let (shift, week) = match side {
                Side::OnOrAfter => ((number - 1) % 7, 1 + (number - 1) / 7),
                Side::OnOrBefore if number == LEAP_LENGTHS[usize::from(month)] => (0, 5),
                Side::OnOrBefore => (number % 7, number / 7),
            };
            second += i64::from(shift) * DAY;
            let weekday = (weekday + 7 - shift) % 7;
            format!("M{}.{week}.{weekday}", month + 1)
        }
    };
    if second == 2 * 3600 {
        day
    } else {
        format!("{day}/{}", hours(second))
    }
}
