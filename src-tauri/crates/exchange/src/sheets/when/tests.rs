use super::*;

fn text(text: &str, order: Option<DateOrder>, is_time: bool) -> Result<When, Unread> {
    read(&super::super::grid::text_cell(text).0, order, false, is_time)
}

fn shown(when: &When) -> String {
    let day = |day: Option<NaiveDate>| day.map_or("-".to_owned(), |day| day.to_string());
    let time = |time: Option<NaiveTime>| time.map_or("-".to_owned(), |time| time.format("%H:%M").to_string());
    let mut shown = format!("{} {}", day(when.day), time(when.time));
    if when.last_day.is_some() || when.until.is_some() {
        shown += &format!(" to {} {}", day(when.last_day), time(when.until));
    }
    shown
}

#[test]
fn days_are_read_as_people_of_many_places_write_them() {
    for (written, read) in [
        ("14 May 2027", "2027-05-14 -"),
        ("Friday, 14 May 2027", "2027-05-14 -"),
        ("May 14th, 2027", "2027-05-14 -"),
        ("2027年5月14日", "2027-05-14 -"),
        ("2027年5月14日（星期五）下午3時", "2027-05-14 15:00"),
        ("二〇二七年五月十四日", "2027-05-14 -"),
        ("14.5.27", "2027-05-14 -"),
        ("14. Mai 2027", "2027-05-14 -"),
        ("14 mai 2027", "2027-05-14 -"),
        ("1er mars 2027", "2027-03-01 -"),
        ("14 de mayo de 2027", "2027-05-14 -"),
        ("2027년 5월 14일", "2027-05-14 -"),
        ("2027-05-14", "2027-05-14 -"),
        ("2027/5/14 15:30", "2027-05-14 15:30"),
        ("25/04/2027", "2027-04-25 -"),
        ("04/25/2027", "2027-04-25 -"),
        ("27/04/03", "2027-04-03 -"),
        ("03/03/2027", "2027-03-03 -"),
        ("20270514", "2027-05-14 -"),
        ("2027-05-14T15:00:00", "2027-05-14 15:00"),
        ("14–16 May 2027", "2027-05-14 - to 2027-05-16 -"),
        ("14 May 2027 3–5pm", "2027-05-14 15:00 to - 17:00"),
        ("25/04/2027 - 27/04/2027", "2027-04-25 - to 2027-04-27 -"),
    ] {
        let when = text(written, None, false).unwrap_or_else(|unread| panic!("{written}: {unread:?}"));
        assert_eq!(shown(&when), read, "{written}");
    }
}

#[test]
fn times_are_read_as_people_write_them() {
    for (written, read) in [
        ("3pm", "- 15:00"),
        ("3:30 p.m.", "- 15:30"),
        ("15:00–17:00", "- 15:00 to - 17:00"),
        ("下午3時", "- 15:00"),
        ("下午三時半至五時", "- 15:30 to - 17:00"),
        ("1500", "- 15:00"),
        ("900", "- 09:00"),
        ("15h30", "- 15:30"),
        ("0.625", "- 15:00"),
        ("09:00:00", "- 09:00"),
        ("noon", "- 12:00"),
        ("22:00-01:00", "- 22:00 to - 01:00"),
    ] {
        let when = text(written, None, true).unwrap_or_else(|unread| panic!("{written}: {unread:?}"));
        assert_eq!(shown(&when), read, "{written}");
    }
    assert_eq!(text("22:00-01:00", None, true).unwrap().until_days, 1);
    assert!(text("全日", None, true).unwrap().all_day);
}

#[test]
fn what_could_be_another_day_is_a_question_until_it_is_answered() {
    assert_eq!(text("03/04/2027", None, false), Err(Unread::Ambiguous));
    for (order, day) in [
        (DateOrder::DayFirst, "2027-04-03 -"),
        (DateOrder::MonthFirst, "2027-03-04 -"),
    ] {
        let when = text("03/04/2027", Some(order), false).unwrap();
        assert!(when.was_ambiguous);
        assert_eq!(shown(&when), day);
    }
    let all = figures("25/04/27");
    let orders: Vec<DateOrder> = all[0].readings.iter().map(|(order, _)| *order).collect();
    assert_eq!(orders, [DateOrder::DayFirst, DateOrder::YearFirst]);
    // An order that was chosen for a column is not dropped for one cell that does not fit it.
    assert_eq!(
        text("25/04/2027", Some(DateOrder::MonthFirst), false),
        Err(Unread::Problem("date_impossible", None))
    );
}

#[test]
fn what_cannot_be_or_hangs_on_today_is_refused() {
    for (written, is_time, code) in [
        ("31/02/2027", false, "date_impossible"),
        ("31/02", false, "date_impossible"),
        ("2027-13-01", false, "date_impossible"),
        ("2027年2月30日", false, "date_impossible"),
        ("14 May", false, "year_missing"),
        ("3/4", false, "year_missing"),
        ("tomorrow", false, "date_not_absolute"),
        ("T-7", false, "date_not_absolute"),
        ("Friday", false, "date_not_absolute"),
        ("Thursday 14 May 2027", false, "wrong_weekday"),
        ("TBC", false, "date_not_understood"),
        ("25:00", true, "time_impossible"),
        ("3", true, "time_unclear"),
        ("after lunch", true, "time_not_understood"),
    ] {
        match text(written, None, is_time) {
            Err(Unread::Problem(found, _)) => assert_eq!(found, code, "{written}"),
            other => panic!("{written}: {other:?}"),
        }
    }
}

#[test]
fn bare_numbers_are_days_as_the_file_counts_them() {
    let cell = Cell::Number(46_521.625, "46521.625".to_owned());
    let when = read(&cell, None, false, false).unwrap();
    assert!(when.was_serial);
    assert_eq!(shown(&when), "2027-05-14 15:00");
    let cell = Cell::Number(45_059.0, "45059".to_owned());
    assert_eq!(shown(&read(&cell, None, true, false).unwrap()), "2027-05-14 -");
    assert!(matches!(
        read(&Cell::Number(7.0, "7".to_owned()), None, false, false),
        Err(Unread::Problem(..))
    ));
}

#[test]
fn an_instant_keeps_its_offset() {
    let when = text("2027-05-14T15:00:00+01:00", None, false).unwrap();
    assert_eq!(
        (shown(&when).as_str(), when.offset_s),
        ("2027-05-14 15:00", Some(3600))
    );
    assert_eq!(
        text("2027-05-14T14:00:00Z", None, false).unwrap().offset_s,
        Some(0)
    );
}

#[test]
fn lengths_are_read_in_minutes() {
    for (written, read) in [
        ("90", Some(90)),
        ("2h", Some(120)),
        ("1:30", Some(90)),
        ("2 hours 15 min", Some(135)),
        ("1.5 h", Some(90)),
        ("2小時", Some(120)),
        ("long", None),
        ("0", None),
        ("", None),
    ] {
        assert_eq!(
            minutes(&super::super::grid::text_cell(written).0),
            read,
            "{written}"
        );
    }
}
