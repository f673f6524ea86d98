//! What planners type.

use proptest::prelude::*;

use super::*;

/// Sunday 22 November 2026.
fn context() -> TypedContext {
    TypedContext {
        today: "2026-11-22".parse().unwrap(),
        anchor: Some("2027-05-14".parse().unwrap()),
        start: None,
        duration_min: None,
        order: DateOrder::DayFirst,
    }
}

fn shown(typed: &Typed) -> String {
    let form = if typed.all_day {
        "%Y-%m-%d"
    } else {
        "%Y-%m-%dT%H:%M"
    };
    let end = typed
        .end
        .map(|end| format!(" {}", end.format(form)))
        .unwrap_or_default();
    format!("{}{end}", typed.start.format(form))
}

fn reads(text: &str, expected: &str) {
    match read(text, &context()) {
        Ok(typed) => assert_eq!(shown(&typed), expected, "{text}"),
        Err(wrong) => panic!("{text}: {wrong}"),
    }
}

fn problem(text: &str) -> TypedTimeProblem {
    match read(text, &context()) {
        Ok(typed) => panic!("{text} was read as {}", shown(&typed)),
        Err(wrong) => wrong.problem,
    }
}

#[test]
fn dates_and_times_in_figures() {
    reads("14.5.27 3pm", "2027-05-14T15:00");
    reads("14.5.27 15:00", "2027-05-14T15:00");
    reads("14/5/2027 15:00", "2027-05-14T15:00");
    reads("14-5-2027 15.30", "2027-05-14T15:30");
    reads("2027-05-14 15:00–17:00", "2027-05-14T15:00 2027-05-14T17:00");
    reads("2027-05-14T15:00", "2027-05-14T15:00");
    reads("2027/5/14 1500", "2027-05-14T15:00");
    reads("2027-05-14 1500 hrs", "2027-05-14T15:00");
    reads("14/5 9.30am", "2027-05-14T09:30");
    reads("14.5 9:00", "2027-05-14T09:00");
    reads("14 May 2027 15h30", "2027-05-14T15:30");
    reads("1900-01-01 10:00", "1900-01-01T10:00");
    reads("31.12.9999 23:00", "9999-12-31T23:00");
    reads("14.5.27 0:00", "2027-05-14T00:00");
    reads("14.5.27 22:00-24:00", "2027-05-14T22:00 2027-05-15T00:00");
}

#[test]
fn dates_and_times_in_words() {
    reads("Fri 14 May 3–5pm", "2027-05-14T15:00 2027-05-14T17:00");
    reads("14 May 2027 3pm to 5.30pm", "2027-05-14T15:00 2027-05-14T17:30");
    reads("Friday, 14th of May 2027 at 3 p.m.", "2027-05-14T15:00");
    reads("May 14, 2027 15:00", "2027-05-14T15:00");
    reads("May 14 15:00", "2027-05-14T15:00");
    reads("14 May 1500", "2027-05-14T15:00");
    reads("14 May (Fri) noon to 2pm", "2027-05-14T12:00 2027-05-14T14:00");
    reads("14 May 2027 11am-1pm", "2027-05-14T11:00 2027-05-14T13:00");
    reads("14 May 2027 11-1pm", "2027-05-14T11:00 2027-05-14T13:00");
    reads("14 May 2027 10-12pm", "2027-05-14T10:00 2027-05-14T12:00");
    reads("14 May 2027 11am–1", "2027-05-14T11:00 2027-05-14T13:00");
    reads("14 May 2027 9-17", "2027-05-14T09:00 2027-05-14T17:00");
    reads("14 May 2027 3pm for 2 hours", "2027-05-14T15:00 2027-05-14T17:00");
    reads("14 May 2027 3pm +90 min", "2027-05-14T15:00 2027-05-14T16:30");
    reads(
        "14 May 2027 9am to 16 May 2027 5pm",
        "2027-05-14T09:00 2027-05-16T17:00",
    );
    reads("14 May 2027 22:00–01:00", "2027-05-14T22:00 2027-05-15T01:00");
    reads("14 May 2027 12am", "2027-05-14T00:00");
    reads("14 May 2027 12pm", "2027-05-14T12:00");
}

#[test]
fn whole_days() {
    reads("14 May 2027", "2027-05-14 2027-05-15");
    reads("14–16 May 2027", "2027-05-14 2027-05-17");
    reads("30 Dec to 2 Jan", "2026-12-30 2027-01-03");
    reads("14.5.27 all day", "2027-05-14 2027-05-15");
    reads("5月14日至16日", "2027-05-14 2027-05-17");
    reads("2027年5月14日全日", "2027-05-14 2027-05-15");
    assert_eq!(problem("14 May all day 3pm"), TypedTimeProblem::Twice);
}

#[test]
fn days_by_their_distance() {
    reads("today 3pm", "2026-11-22T15:00");
    reads("tomorrow 9am", "2026-11-23T09:00");
    reads("Tue 9am", "2026-11-24T09:00");
    reads("Sunday 9am", "2026-11-22T09:00");
    reads("next Tue 9am", "2026-11-24T09:00");
    reads("this Fri 9am", "2026-11-20T09:00");
    reads("in 3 days 9am", "2026-11-25T09:00");
    reads("in 2 weeks 9am", "2026-12-06T09:00");
    reads("T-7 before the seminar 9am", "2027-05-07T09:00");
    reads("T-7 9:00", "2027-05-07T09:00");
    reads("T+1 9:00", "2027-05-15T09:00");
    reads("2 weeks before the seminar", "2027-04-30 2027-05-01");
    let next_week = TypedContext {
        today: "2026-11-23".parse().unwrap(),
        ..context()
    };
    assert_eq!(
        shown(&read("next Tue 9am", &next_week).unwrap()),
        "2026-12-01T09:00"
    );
    let no_anchor = TypedContext {
        anchor: None,
        ..context()
    };
    assert_eq!(
        read("T-7", &no_anchor).unwrap_err().problem,
        TypedTimeProblem::NoAnchor
    );
}

#[test]
fn chinese_dates_and_times() {
    reads("5月14日 下午3時", "2027-05-14T15:00");
    reads("2027年5月14日15:00至17:00", "2027-05-14T15:00 2027-05-14T17:00");
    reads("2027年5月14日（星期五）15:00", "2027-05-14T15:00");
    reads(
        "2027年5月14日（星期五）下午三時半至五時",
        "2027-05-14T15:30 2027-05-14T17:00",
    );
    reads("五月十四日上午十時", "2027-05-14T10:00");
    reads("二〇二七年五月十四日上午十時十五分", "2027-05-14T10:15");
    reads("5月14号下午3点到5点", "2027-05-14T15:00 2027-05-14T17:00");
    reads("明天上午9點", "2026-11-23T09:00");
    reads("下星期二 14:00", "2026-11-24T14:00");
    reads("下周五晚上7点", "2026-11-27T19:00");
    reads("中午12時至下午2時", "2026-11-22T12:00 2026-11-22T14:00");
    reads(
        "２０２７年５月１４日　１５：００～１７：００",
        "2027-05-14T15:00 2027-05-14T17:00",
    );
    reads("１４．５．２７ ３ｐｍ", "2027-05-14T15:00");
    reads("5月14日下午3時 2小時", "2027-05-14T15:00 2027-05-14T17:00");
}

#[test]
fn two_readings_are_told_and_the_order_is_the_configured_one() {
    let typed = read("5/6/2027 15:00", &context()).unwrap();
    assert_eq!(shown(&typed), "2027-06-05T15:00");
    assert_eq!(
        typed.notes,
        [ReadingNote::OrderAssumed {
            other: "2027-05-06".parse().unwrap()
        }]
    );
    let american = TypedContext {
        order: DateOrder::MonthFirst,
        ..context()
    };
    assert_eq!(
        shown(&read("5/6/2027 15:00", &american).unwrap()),
        "2027-05-06T15:00"
    );
    // Only one order is possible.
    for order in [DateOrder::DayFirst, DateOrder::MonthFirst] {
        let context = TypedContext { order, ..context() };
        for text in ["14/5/2027 15:00", "5/14/2027 15:00"] {
            let typed = read(text, &context).unwrap();
            assert_eq!(shown(&typed), "2027-05-14T15:00", "{text}");
            assert_eq!(typed.notes, []);
        }
    }
}

#[test]
fn what_is_not_typed_comes_from_the_field() {
    let field = TypedContext {
        start: Some("2028-10-12T09:30:00".parse().unwrap()),
        duration_min: Some(90),
        ..context()
    };
    let typed = read("3pm", &field).unwrap();
    assert_eq!(shown(&typed), "2028-10-12T15:00 2028-10-12T16:30");
    assert_eq!(
        typed.notes,
        [
            ReadingNote::DayKept {
                day: "2028-10-12".parse().unwrap()
            },
            ReadingNote::UsualLength { minutes: 90 }
        ]
    );
    let typed = read("16 Oct", &field).unwrap();
    assert_eq!(shown(&typed), "2028-10-16T09:30 2028-10-16T11:00");
    assert!(typed.notes.contains(&ReadingNote::YearAssumed { year: 2028 }));
    assert!(typed.notes.contains(&ReadingNote::TimeKept));
}

#[test]
fn a_wrong_weekday_is_refused_with_the_right_one() {
    let wrong = read("Thu 14 May 2027 3pm", &context()).unwrap_err();
    assert_eq!(
        wrong.problem,
        TypedTimeProblem::WrongWeekday {
            typed: Weekday::Thu,
            right: Weekday::Fri
        }
    );
    assert_eq!(
        (wrong.text.as_str(), wrong.instead.as_str()),
        ("Thu 14 May 2027", "Fri 14 May 2027")
    );
    let wrong = read("5月14日（星期四）", &context()).unwrap_err();
    assert_eq!(wrong.text, "5月14日（星期四");
}

#[test]
fn what_cannot_be_read_is_refused_where_it_stands() {
    assert_eq!(problem(""), TypedTimeProblem::Empty);
    assert_eq!(problem("  ,"), TypedTimeProblem::Empty);
    assert_eq!(problem(&"9".repeat(201)), TypedTimeProblem::TooLong);
    assert_eq!(problem("31.4.2027"), TypedTimeProblem::NoSuchDate);
    assert_eq!(problem("29 Feb 2027"), TypedTimeProblem::NoSuchDate);
    assert_eq!(problem("14.5.1899"), TypedTimeProblem::OutOfYears);
    assert_eq!(problem("14 May 2027 25:00"), TypedTimeProblem::NoSuchTime);
    assert_eq!(problem("14 May 2027 15:60"), TypedTimeProblem::NoSuchTime);
    assert_eq!(problem("14 May 2027 13am"), TypedTimeProblem::NoSuchTime);
    assert_eq!(problem("14 May 2027 3"), TypedTimeProblem::HourUnclear);
    assert_eq!(problem("14 May 2027 3-5"), TypedTimeProblem::HourUnclear);
    assert_eq!(
        problem("14 May 2027 15:00–14:00"),
        TypedTimeProblem::EndBeforeStart
    );
    assert_eq!(problem("16–14 May"), TypedTimeProblem::EndBeforeStart);
    assert_eq!(problem("14 May 15 May"), TypedTimeProblem::Twice);
    assert_eq!(problem("14 May 15:00 –"), TypedTimeProblem::NotUnderstood);
    assert_eq!(problem("<script>"), TypedTimeProblem::NotUnderstood);
    let wrong = read("14 May 2027 15:00 HKT", &context()).unwrap_err();
    assert_eq!((wrong.at, wrong.text.as_str()), (18, "HKT"));
    let wrong = read("31.4.2027", &context()).unwrap_err();
    assert_eq!(wrong.instead, "Fri 30 Apr 2027");
}

#[test]
fn a_leap_day_without_a_year_is_the_next_one() {
    reads("29 Feb 10:00", "2028-02-29T10:00");
}

proptest! {
    #[test]
    fn no_text_makes_the_reader_panic(text in ".{0,80}") {
        let _ = read(&text, &context());
    }

    #[test]
    fn no_pile_of_marks_makes_the_reader_panic(
        pieces in prop::collection::vec(
            prop::sample::select(vec![
                "14", "5", "2027", "9999", "0", "3", "00", "1500", ".", ":", "/", "-", " ", "to", "pm", "am", "May",
                "Fri", "T", "next", "before", "days", "年", "月", "日", "時", "半", "下午", "十", "星期五", "至", "for",
                "h", "in", "week", "noon", "midnight", "all day", "th", ",", "+", "下", "4294967296",
            ]),
            0..12,
        ),
    ) {
        let text = pieces.concat();
        if let Ok(typed) = read(&text, &context()) {
            prop_assert!(typed.end.is_none_or(|end| end >= typed.start), "{}", text);
        }
    }

    #[test]
    fn a_time_written_out_is_read_back(days in 0_u64..2_900_000, minute in 0_u32..1440) {
        let day = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + chrono::Days::new(days);
        let start = day.and_hms_opt(minute / 60, minute % 60, 0).unwrap();
        for form in ["%a %-d %b %Y %H:%M", "%Y-%m-%d %H:%M", "%-d/%-m/%Y %-I:%M%P", "%Y年%-m月%-d日%H:%M"] {
            let text = start.format(form).to_string();
            let typed = read(&text, &context());
            prop_assert_eq!(typed.map(|typed| typed.start), Ok(start), "{}", text);
        }
    }
}
