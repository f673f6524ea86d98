//! Days and times in the three languages, always with an offset, always with Hong Kong's beside them.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, Utc, Weekday};
pub(crate) use outreach_plan::reference::dates::{month, month_name, plain as plain_date, whole as date};
use outreach_plan::{Event, Language, Span, reference::dates};
use outreach_zones::Moment;
use serde::Serialize;

use crate::words::pick;

/// When something is, in words for both clocks.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct When {
    /// The day at the place: `Fri 14 May`.
    pub(crate) day: String,
    /// The time at the place: `15:00–17:00`; empty for whole days.
    pub(crate) clock: String,
    /// Offset from UTC at the place: `+08`, `+01 → +00`; empty for whole days.
    pub(crate) offset: String,
    /// The day in Hong Kong, where it differs and is one.
    pub(crate) hk_day: String,
    /// The time in Hong Kong, with its days where they differ and are two; empty for whole days.
    pub(crate) hk_clock: String,
    /// Whether the clocks of the place show Hong Kong's time.
    pub(crate) same: bool,
}

/// A moment by Hong Kong's clocks, which have kept +08 without a change since 1979.
pub(crate) fn hong_kong(utc: DateTime<Utc>) -> NaiveDateTime {
    let ahead = utc.naive_utc().checked_add_signed(chrono::TimeDelta::hours(8));
    ahead.unwrap_or(NaiveDateTime::MAX)
}

/// `+08`, `+05:45`.
pub(crate) fn offset(moment: &Moment) -> String {
    let text = moment.offset_text();
    text.strip_suffix(":00").map_or(text.clone(), str::to_owned)
}

/// The time of day, `15:00`.
pub(crate) fn clock(wall: NaiveDateTime) -> String {
    wall.format("%H:%M").to_string()
}

/// The last day that counts: an end at midnight belongs to the day before.
pub(crate) fn last_day(event: &Event) -> NaiveDate {
    let (first, end) = (event.start.date(), event.end);
    if end.time() == NaiveTime::MIN {
        end.date().pred_opt().map_or(first, |day| day.max(first))
    } else {
        end.date().max(first)
    }
}

/// When an event is.
pub(crate) fn when(event: &Event, span: &Span, language: Language) -> When {
    if event.all_day {
        let (first, last) = (event.start.date(), last_day(event));
        return When {
            day: days(first, last, language),
            clock: String::new(),
            offset: String::new(),
            hk_day: String::new(),
            hk_clock: String::new(),
            same: false,
        };
    }
    let (from, until) = (event.start, event.end);
    let (hk_from, hk_until) = (hong_kong(span.start.utc), hong_kong(span.end.utc));
    let offsets = if span.start.offset_s == span.end.offset_s {
        offset(&span.start)
    } else {
        format!("{} → {}", offset(&span.start), offset(&span.end))
    };
    When {
        day: day(from.date(), language),
        clock: clocks(from, until, from.date(), language),
        offset: offsets,
        hk_day: other_day(hk_from, hk_until, from.date(), language),
        hk_clock: if hk_from.date() == hk_until.date() {
            format!("{}–{}", clock(hk_from), clock(hk_until))
        } else {
            clocks(hk_from, hk_until, from.date(), language)
        },
        same: (hk_from, hk_until) == (from, until),
    }
}

/// The day of two times where they share one that is not `known`.
pub(crate) fn other_day(
    from: NaiveDateTime,
    until: NaiveDateTime,
    known: NaiveDate,
    language: Language,
) -> String {
    if from.date() == until.date() && from.date() != known {
        day(from.date(), language)
    } else {
        String::new()
    }
}

/// Times from start to end; a day is named where it is not `known`.
pub(crate) fn clocks(
    from: NaiveDateTime,
    until: NaiveDateTime,
    known: NaiveDate,
    language: Language,
) -> String {
    let (start, end) = (clock_on(from, known, language), clock(until));
    if from.date() == until.date() {
        format!("{start}–{end}")
    } else {
        format!("{start} – {} {end}", day(until.date(), language))
    }
}

/// A time of day, with its day where that is not `known`.
pub(crate) fn clock_on(at: NaiveDateTime, known: NaiveDate, language: Language) -> String {
    if at.date() == known {
        clock(at)
    } else {
        format!("{} {}", day(at.date(), language), clock(at))
    }
}

/// A day of a year that is known, narrow enough for a column of paper: `Fri 14 May`, `5月14日（五）`.
pub(crate) fn day(date: NaiveDate, language: Language) -> String {
    match language {
        Language::English => dates::day_and_month(date, language),
        Language::TraditionalChinese | Language::SimplifiedChinese => {
            let sign = dates::weekday_sign(date.weekday());
            format!("{}月{}日（{sign}）", date.month(), date.day())
        }
    }
}

/// Days of a year that is known, both included: `12–16 May`, `30 Apr – 2 May`, `5月12日至16日`.
pub(crate) fn days(first: NaiveDate, last: NaiveDate, language: Language) -> String {
    if first == last {
        return day(first, language);
    }
    let same = (first.year(), first.month()) == (last.year(), last.month());
    match (language, same) {
        (Language::English, true) => format!("{}–{}", first.day(), last.format("%-d %b")),
        (Language::English, false) => format!("{} – {}", first.format("%-d %b"), last.format("%-d %b")),
        (_, true) => format!("{}月{}日至{}日", first.month(), first.day(), last.day()),
        (_, false) => format!(
            "{}月{}日至{}月{}日",
            first.month(),
            first.day(),
            last.month(),
            last.day()
        ),
    }
}

/// Dates with their years, both included.
pub(crate) fn dates(first: NaiveDate, last: NaiveDate, language: Language) -> String {
    let to = pick(language, [" – ", "至", "至"]);
    match language {
        _ if first == last => date(first, language),
        Language::English if (first.year(), first.month()) == (last.year(), last.month()) => {
            format!("{}–{}", first.day(), last.format("%-d %b %Y"))
        }
        Language::English if first.year() == last.year() => {
            format!("{}{to}{}", first.format("%-d %b"), last.format("%-d %b %Y"))
        }
        Language::English => format!("{}{to}{}", first.format("%-d %b %Y"), last.format("%-d %b %Y")),
        Language::TraditionalChinese | Language::SimplifiedChinese => {
            format!(
                "{}年{}",
                first.year(),
                if first.year() == last.year() {
                    days(first, last, language)
                } else {
                    format!(
                        "{}月{}日{to}{}年{}月{}日",
                        first.month(),
                        first.day(),
                        last.year(),
                        last.month(),
                        last.day()
                    )
                }
            )
        }
    }
}

/// The days of the week, from Monday, as heads of columns.
pub(crate) fn weekdays(language: Language) -> [String; 7] {
    use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
    [Mon, Tue, Wed, Thu, Fri, Sat, Sun].map(|day| dates::weekday(day, language))
}

/// How long something takes: `2 h 30 min`, `2小時30分鐘`.
pub(crate) fn duration(minutes: i64, language: Language) -> String {
    let (hours, rest) = (minutes / 60, minutes % 60);
    let [h, m] = match language {
        Language::English => [" h", " min"],
        Language::TraditionalChinese => ["小時", "分鐘"],
        Language::SimplifiedChinese => ["小时", "分钟"],
    };
    let gap = pick(language, [" ", "", ""]);
    match (hours, rest) {
        (0, rest) => format!("{rest}{m}"),
        (hours, 0) => format!("{hours}{h}"),
        (hours, rest) => format!("{hours}{h}{gap}{rest}{m}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn days_are_written_as_each_language_writes_them() {
        use Language::{English, SimplifiedChinese, TraditionalChinese};
        assert_eq!(days(on("2027-05-12"), on("2027-05-16"), English), "12–16 May");
        assert_eq!(
            days(on("2027-04-30"), on("2027-05-02"), English),
            "30 Apr – 2 May"
        );
        assert_eq!(
            days(on("2027-04-30"), on("2027-05-02"), TraditionalChinese),
            "4月30日至5月2日"
        );
        assert_eq!(
            date(on("2027-05-14"), SimplifiedChinese),
            "2027年5月14日（星期五）"
        );
        assert_eq!(
            dates(on("2027-02-22"), on("2027-02-26"), English),
            "22–26 Feb 2027"
        );
        assert_eq!(
            dates(on("2027-12-30"), on("2028-01-02"), English),
            "30 Dec 2027 – 2 Jan 2028"
        );
        assert_eq!(
            dates(on("2027-12-30"), on("2028-01-02"), TraditionalChinese),
            "2027年12月30日至2028年1月2日"
        );
        assert_eq!(duration(150, English), "2 h 30 min");
        assert_eq!(duration(720, TraditionalChinese), "12小時");
    }
}
