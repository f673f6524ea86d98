//! Series as their occasions.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod incoming_support;

use incoming_support::{calendar, one, read};

fn starts(text: &str) -> Vec<String> {
    read(text)
        .events
        .iter()
        .map(|event| event.start.format("%m%d %H%M").to_string())
        .collect()
}

#[test]
fn a_series_stays_at_its_hour_while_clocks_change() {
    let calendar = read(&one(
        "DTSTART;TZID=Europe/London:20270326T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=4",
    ));
    let names: Vec<&str> = calendar
        .events
        .iter()
        .filter_map(|event| event.recurrence.as_deref())
        .collect();
    assert_eq!(
        names,
        [
            "20270326T090000Z",
            "20270327T090000Z",
            "20270328T080000Z",
            "20270329T080000Z"
        ]
    );
    assert!(
        calendar
            .events
            .iter()
            .all(|event| event.start.format("%H:%M").to_string() == "09:00")
    );
}

#[test]
fn until_is_read_in_utc_in_wall_time_and_as_a_day() {
    let series = |until: &str| {
        starts(&one(&format!(
            "DTSTART;TZID=Asia/Hong_Kong:20270514T090000\nRRULE:FREQ=DAILY;UNTIL={until}"
        )))
        .len()
    };
    assert_eq!(series("20270516T010000Z"), 3);
    assert_eq!(series("20270516T005959Z"), 2);
    assert_eq!(series("20270516T090000"), 3);
    assert_eq!(series("20270516"), 3);
}

#[test]
fn dates_are_added_and_taken_away() {
    let text = one(
        "DTSTART;TZID=Europe/London:20270501T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=4\nRDATE;TZID=Europe/London:20270510T140000
         RDATE;VALUE=PERIOD;TZID=Europe/London:20270511T140000/PT3H\nEXDATE;TZID=Europe/London:20270502T090000\nEXDATE:20270503T080000Z",
    );
    assert_eq!(
        starts(&text),
        ["0501 0900", "0504 0900", "0510 1400", "0511 1400"]
    );
    let events = read(&text).events;
    assert_eq!(events[2].end.to_string(), "2027-05-10 15:00:00");
    assert_eq!(events[3].end.to_string(), "2027-05-11 17:00:00");
    let days = one(
        "DTSTART;TZID=Europe/London:20270501T090000\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE;VALUE=DATE:20270502",
    );
    assert_eq!(starts(&days), ["0501 0900", "0503 0900"]);
}

#[test]
fn a_changed_occasion_keeps_the_name_of_the_one_it_was() {
    let text = calendar(
        "BEGIN:VEVENT\nUID:1\nRECURRENCE-ID:20270502T080000Z\nDTSTART;TZID=Europe/London:20270507T110000\nSUMMARY:Moved\nEND:VEVENT
         BEGIN:VEVENT\nUID:1\nDTSTART;TZID=Europe/London:20270501T090000\nRRULE:FREQ=DAILY;COUNT=3\nSUMMARY:Talk\nEND:VEVENT",
    );
    let events = read(&text).events;
    let told: Vec<_> = events
        .iter()
        .map(|e| {
            (
                e.recurrence.as_deref().unwrap(),
                e.summary.as_str(),
                e.start.to_string(),
            )
        })
        .collect();
    assert_eq!(
        told[1],
        ("20270502T080000Z", "Moved", "2027-05-07 11:00:00".to_owned())
    );
    assert_eq!(told.len(), 3);
}

#[test]
fn this_and_future_moves_what_follows_until_the_next_change() {
    let text = calendar(
        "BEGIN:VEVENT\nUID:1\nDTSTART;TZID=Europe/London:20270501T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=5\nSUMMARY:Talk\nEND:VEVENT
         BEGIN:VEVENT\nUID:1\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/London:20270503T090000\nDTSTART;TZID=Europe/London:20270503T140000\nDURATION:PT2H\nSUMMARY:Later\nEND:VEVENT
         BEGIN:VEVENT\nUID:1\nRECURRENCE-ID;TZID=Europe/London:20270504T090000\nDTSTART;TZID=Europe/London:20270504T080000\nSUMMARY:Once\nEND:VEVENT",
    );
    assert_eq!(
        starts(&text),
        ["0501 0900", "0502 0900", "0503 1400", "0504 0800", "0505 1400"]
    );
    let events = read(&text).events;
    assert_eq!(
        (events[4].summary.as_str(), events[4].end.to_string().as_str()),
        ("Later", "2027-05-05 16:00:00")
    );
}

#[test]
fn an_occasion_without_its_series_is_kept_and_marked() {
    let calendar = read(&one(
        "RECURRENCE-ID;TZID=Europe/London:20270502T090000\nDTSTART;TZID=Europe/London:20270502T100000",
    ));
    let [event] = &calendar.events[..] else {
        panic!("{:?}", calendar.events)
    };
    assert_eq!(
        (event.recurrence.as_deref(), event.warnings.as_slice()),
        (Some("20270502T080000Z"), &["orphan"][..])
    );
}

#[test]
fn a_series_without_end_is_cut_and_named() {
    let calendar = read(&one("DTSTART;TZID=Asia/Dubai:20270101T090000\nRRULE:FREQ=DAILY"));
    assert_eq!(
        (calendar.events.len(), calendar.bounded),
        (1_096, vec!["1".to_owned()])
    );
    let calendar = read(&one(
        "DTSTART;TZID=Asia/Dubai:20270101T090000\nRRULE:FREQ=SECONDLY",
    ));
    assert_eq!(
        (calendar.events.len(), calendar.bounded),
        (20_000, vec!["1".to_owned()])
    );
    assert_eq!(
        read(&one("DTSTART:20270101T090000Z\nRRULE:FREQ=DAILY;COUNT=3")).bounded,
        Vec::<String>::new()
    );
}

#[test]
fn a_rule_that_is_not_understood_leaves_the_start_and_says_so() {
    let calendar = read(&one("DTSTART:20270101T090000Z\nRRULE:FREQ=FORTNIGHTLY"));
    assert_eq!(
        (calendar.refused[0].code, calendar.refused[0].line),
        ("bad_rule", 7)
    );
    assert_eq!(calendar.events[0].warnings, ["rule_unreadable"]);
    assert!(calendar.events[0].recurrence.is_some());
}
