//! Values (RFC 5545 section 3.3): dates, lengths, offsets, texts. Lenient where the meaning is beyond doubt.

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};

use super::LONGEST_TEXT;

/// In what a time is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Form {
    /// A whole day.
    Day,
    /// A wall time, in a zone or in none.
    Wall,
    /// UTC.
    Utc,
}

/// A date or a date with a time: `20270514`, `20270514T140000`, `20270514T140000Z`; dashes and colons may stand in
/// it, seconds may lack.
pub(super) fn time(text: &str) -> Option<(NaiveDateTime, Form)> {
    let text = text.trim().as_bytes();
    if text.len() > 25 {
        return None;
    }
    let mut digits = [0_u8; 25];
    let mut length = 0;
    let mut day = None;
    let mut utc = false;
    for byte in text {
        match byte {
            b'0'..=b'9' if !utc => {
                digits[length] = byte - b'0';
                length += 1;
            }
            b'-' | b':' if length > 0 => {}
            b'T' | b't' | b' ' if length == 8 && day.is_none() => day = Some(length),
            b'Z' | b'z' if !utc && length > 8 => utc = true,
            _ => return None,
        }
    }
    let number = |part: &[u8]| part.iter().fold(0_u32, |sum, digit| sum * 10 + u32::from(*digit));
    let digits = &digits[..length];
    if length < 8 || (length > 8) != day.is_some() {
        return None;
    }
    let year = i32::try_from(number(&digits[..4]))
        .ok()
        .filter(|year| *year > 0)?;
    let date = NaiveDate::from_ymd_opt(year, number(&digits[4..6]), number(&digits[6..8]))?;
    let (hour, minute, second) = match digits[8..] {
        [] => return Some((date.and_time(NaiveTime::MIN), Form::Day)),
        [_, _, _, _] => (number(&digits[8..10]), number(&digits[10..12]), 0),
        [_, _, _, _, _, _] => (
            number(&digits[8..10]),
            number(&digits[10..12]),
            number(&digits[12..14]),
        ),
        _ => return None,
    };
    let wall = if (hour, minute, second) == (24, 0, 0) {
        date.checked_add_days(Days::new(1))?.and_time(NaiveTime::MIN)
    } else {
        // A leap second: clocks of every zone here stand still for it.
        date.and_hms_opt(hour, minute, if second == 60 { 59 } else { second })?
    };
    Some((wall, if utc { Form::Utc } else { Form::Wall }))
}

/// A stamp, which must be in UTC; one without its Z is taken for it.
pub(super) fn stamp(text: &str) -> Option<DateTime<Utc>> {
    time(text).map(|(at, _)| at.and_utc())
}

/// A length of time: days as the calendar counts them, and seconds as clocks do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Length {
    pub(super) days: i64,
    pub(super) seconds: i64,
}

impl Length {
    pub(super) fn is_negative(self) -> bool {
        self.days < 0 || self.seconds < 0
    }

    /// The same length on a clock that never changes.
    pub(super) fn on_wall(self, start: NaiveDateTime) -> Option<NaiveDateTime> {
        start
            .checked_add_signed(TimeDelta::try_days(self.days)?)?
            .checked_add_signed(TimeDelta::try_seconds(self.seconds)?)
    }
}

/// `P1W`, `P1DT2H3M4S`, `-PT15M`.
pub(super) fn length(text: &str) -> Option<Length> {
    let text = text.trim().to_ascii_uppercase();
    let (sign, body) = match text.as_bytes() {
        [b'-', ..] => (-1, &text[1..]),
        [b'+', ..] => (1, &text[1..]),
        _ => (1, text.as_str()),
    };
    let body = body.strip_prefix('P')?;
    let mut length = Length::default();
    let (mut number, mut parts, mut clock) = (None::<i64>, 0, false);
    for byte in body.bytes() {
        let (days, seconds) = match byte {
            b'0'..=b'9' => {
                let longer = number.unwrap_or(0) * 10 + i64::from(byte - b'0');
                number = Some(longer).filter(|number| *number < 1_000_000_000);
                number?;
                continue;
            }
            b'T' if !clock && number.is_none() => {
                clock = true;
                continue;
            }
            // Also after the T, where some programs put them.
            b'W' => (7, 0),
            b'D' => (1, 0),
            b'H' if clock => (0, 3600),
            b'M' if clock => (0, 60),
            b'S' if clock => (0, 1),
            _ => return None,
        };
        let count = number.take()?;
        length.days += count * days;
        length.seconds += count * seconds;
        parts += 1;
        // No length has more parts; a million of them must not add up past what can be counted.
        if parts > 7 {
            return None;
        }
    }
    (parts > 0 && number.is_none()).then_some(Length {
        days: length.days * sign,
        seconds: length.seconds * sign,
    })
}

/// `+0800`, `-033000`: seconds east of UTC, less than a day.
pub(super) fn offset(text: &str) -> Option<i32> {
    let text = text.trim();
    let (sign, digits) = match text.as_bytes().first()? {
        b'+' => (1, &text[1..]),
        b'-' => (-1, &text[1..]),
        _ => (1, text),
    };
    let digits: String = digits.chars().filter(|c| *c != ':').collect();
    if !matches!(digits.len(), 2 | 4 | 6) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let part = |from: usize| {
        digits
            .get(from..from + 2)
            .map_or(Some(0), |two| two.parse::<i32>().ok())
    };
    let (hours, minutes, seconds) = (part(0)?, part(2)?, part(4)?);
    (hours < 24 && minutes < 60 && seconds < 60).then_some(sign * (hours * 3600 + minutes * 60 + seconds))
}

/// TEXT, its escapes read and control characters gone; and whether it was cut.
pub(super) fn text(raw: &str) -> (String, bool) {
    let plain = !raw
        .bytes()
        .any(|byte| byte == b'\\' || byte < b' ' || byte == 0x7F);
    if plain && raw.len() <= LONGEST_TEXT {
        return (raw.trim().to_owned(), false);
    }
    let mut read = String::with_capacity(raw.len().min(LONGEST_TEXT));
    let mut letters = raw.chars().peekable();
    while let Some(letter) = letters.next() {
        if read.len() > LONGEST_TEXT - 8 {
            return (read.trim().to_owned(), true);
        }
        match (letter, letters.peek()) {
            ('\\', Some('n' | 'N')) => {
                letters.next();
                read.push('\n');
            }
            ('\\', Some(escaped @ ('\\' | ';' | ',' | ':' | '"'))) => {
                read.push(*escaped);
                letters.next();
            }
            ('\t', _) => read.push('\t'),
            ('\r', _) => read.push('\n'),
            (letter, _) if letter.is_control() => {}
            (letter, _) => read.push(letter),
        }
    }
    (read.trim().to_owned(), false)
}

/// TEXT that stands on one line in a programme.
pub(super) fn one_line(raw: &str) -> (String, bool) {
    let (text, cut) = text(raw);
    if text.contains(['\n', '\t']) {
        (text.split_whitespace().collect::<Vec<_>>().join(" "), cut)
    } else {
        (text, cut)
    }
}

/// A list of texts, split at the commas that are not escaped.
pub(super) fn text_list(raw: &str) -> Vec<String> {
    let (mut parts, mut from, mut escaped) = (Vec::new(), 0, false);
    for (at, byte) in raw.bytes().enumerate() {
        if byte == b',' && !escaped {
            parts.push(&raw[from..at]);
            from = at + 1;
        }
        escaped = byte == b'\\' && !escaped;
    }
    parts.push(&raw[from..]);
    parts
        .into_iter()
        .map(|part| one_line(part).0)
        .filter(|part| !part.is_empty())
        .collect()
}

/// `51.5;-0.12`.
pub(super) fn position(raw: &str) -> Option<(f64, f64)> {
    let (latitude, longitude) = raw.split_once([';', ','])?;
    let latitude: f64 = latitude.trim().trim_end_matches('\\').parse().ok()?;
    let longitude: f64 = longitude.trim().parse().ok()?;
    ((-90.0..=90.0).contains(&latitude) && (-180.0..=180.0).contains(&longitude))
        .then_some((latitude, longitude))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_in_their_three_forms() {
        let shown = |text| time(text).map(|(at, form)| (at.to_string(), form));
        assert_eq!(shown("20270514"), Some(("2027-05-14 00:00:00".into(), Form::Day)));
        assert_eq!(
            shown("20270514T150000"),
            Some(("2027-05-14 15:00:00".into(), Form::Wall))
        );
        assert_eq!(
            shown("20270514t150000z"),
            Some(("2027-05-14 15:00:00".into(), Form::Utc))
        );
        assert_eq!(
            shown("2027-05-14T15:00"),
            Some(("2027-05-14 15:00:00".into(), Form::Wall))
        );
        assert_eq!(
            shown("20270514T240000"),
            Some(("2027-05-15 00:00:00".into(), Form::Wall))
        );
        for bad in [
            "",
            "2027",
            "20271301",
            "20270230",
            "20270514T",
            "20270514T25",
            "T150000",
            "20270514T1500001",
            "2027051",
            "00000101",
            "20270514Z",
            "20270514T150000Z0",
        ] {
            assert_eq!(time(bad), None, "{bad}");
        }
    }

    #[test]
    fn lengths_keep_days_apart_from_hours() {
        assert_eq!(length("P1W"), Some(Length { days: 7, seconds: 0 }));
        assert_eq!(
            length("P1DT2H3M4S"),
            Some(Length {
                days: 1,
                seconds: 7384
            })
        );
        assert_eq!(
            length("-PT15M"),
            Some(Length {
                days: 0,
                seconds: -900
            })
        );
        for bad in ["", "P", "PT", "1D", "P1", "P1H", "P9999999999999D", "PTH"] {
            assert_eq!(length(bad), None, "{bad}");
        }
    }

    #[test]
    fn offsets_are_less_than_a_day() {
        assert_eq!(offset("+0800"), Some(28_800));
        assert_eq!(offset("-033015"), Some(-12_615));
        assert_eq!((offset("+2400"), offset("8"), offset("")), (None, None, None));
    }

    #[test]
    fn escapes_are_read_and_control_characters_dropped() {
        assert_eq!(text("a\\, b\\; c\\\\d\\ne\u{7}\r").0, "a, b; c\\d\ne");
        assert_eq!(one_line("a\\nb").0, "a b");
        assert_eq!(text_list("one\\, two,three,,"), ["one, two", "three"]);
    }

    #[test]
    fn a_text_without_end_is_cut_at_a_letter() {
        let (short, cut) = text(&"聘".repeat(LONGEST_TEXT));
        assert!(cut && short.len() <= LONGEST_TEXT);
    }
}
