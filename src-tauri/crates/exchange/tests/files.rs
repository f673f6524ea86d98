//! What a recipient finds in each file.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use outreach_exchange::{Outgoing, write_csv, write_html, write_ics, write_xlsx};
use outreach_plan::{Event, Language, Plan};

fn with_events<T>(plan: &Plan, language: Language, write: impl FnOnce(&Outgoing<'_>) -> T) -> T {
    let events: Vec<&Event> = plan.events().values().collect();
    let out = Outgoing {
        plan,
        events: &events,
        title: "Outreach, 2027; \"all\"",
        language,
        written: common::written(),
    };
    write(&out)
}

fn ics(language: Language) -> String {
    let plan = common::awkward();
    String::from_utf8(with_events(&plan, language, |out| write_ics(out).unwrap())).unwrap()
}

/// Content lines as a reader sees them (RFC 5545 section 3.1).
fn unfolded(text: &str) -> Vec<String> {
    text.replace("\r\n ", "")
        .split("\r\n")
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_calendar_line_ends_in_crlf_and_is_at_most_75_octets() {
    for language in [Language::English, Language::TraditionalChinese] {
        let text = ics(language);
        assert!(text.ends_with("END:VCALENDAR\r\n"));
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
        assert_eq!(text.matches('\r').count(), text.matches("\r\n").count());
        for line in text.split("\r\n") {
            assert!(line.len() <= 75, "{} octets: {line}", line.len());
        }
    }
}

#[test]
fn text_cannot_open_or_close_a_component() {
    let text = ics(Language::English);
    let lines = unfolded(&text);
    assert_eq!(lines.iter().filter(|line| *line == "BEGIN:VEVENT").count(), 6);
    assert_eq!(lines.iter().filter(|line| *line == "END:VEVENT").count(), 6);
    assert!(!text.contains('\0') && !text.contains('\u{202E}'));
}

#[test]
fn each_tzid_in_use_has_its_vtimezone_and_no_other() {
    let lines = unfolded(&ics(Language::English));
    let mut declared: Vec<&str> = lines
        .iter()
        .filter_map(|line| line.strip_prefix("TZID:"))
        .collect();
    declared.sort_unstable();
    assert_eq!(
        declared,
        [
            "America/Vancouver",
            "Asia/Kathmandu",
            "Europe/Dublin",
            "Europe/London"
        ]
    );
}

#[test]
fn the_later_of_two_equal_wall_times_goes_out_in_utc() {
    let lines = unfolded(&ics(Language::English));
    let at = lines.iter().position(|line| line == "UID:0002@outreach").unwrap();
    let end = lines[at..].iter().position(|line| line == "END:VEVENT").unwrap();
    let event = &lines[at..at + end];
    assert!(
        event.contains(&"DTSTART:20271031T013000Z".to_owned()),
        "{event:?}"
    );
    assert!(
        event.contains(&"DTEND;TZID=Europe/London:20271031T030000".to_owned()),
        "{event:?}"
    );
}

#[test]
fn the_last_day_of_an_all_day_event_is_not_lost() {
    let lines = unfolded(&ics(Language::English));
    assert!(lines.contains(&"DTSTART;VALUE=DATE:20270301".to_owned()));
    assert!(lines.contains(&"DTEND;VALUE=DATE:20270304".to_owned()));
}

#[test]
fn an_event_without_length_has_no_end() {
    let text = ics(Language::English);
    let at = text.find("UID:0006@outreach").unwrap();
    let event = &text[at..at + text[at..].find("END:VEVENT").unwrap()];
    assert!(!event.contains("DTEND"), "{event}");
}

#[test]
fn notes_run_sheets_and_attendees_stay_in_the_house() {
    let plan = common::awkward();
    with_events(&plan, Language::English, |out| {
        for bytes in [
            write_ics(out).unwrap(),
            write_csv(out).unwrap(),
            write_html(out).unwrap(),
        ] {
            let text = String::from_utf8(bytes).unwrap();
            for inside in ["secret note", "internal", "ATTENDEE"] {
                assert!(!text.contains(inside), "{inside}");
            }
        }
    });
}

#[test]
fn a_cancelled_event_stays_with_its_uid_and_sequence() {
    let text = ics(Language::English);
    let at = text.find("UID:0004@outreach").unwrap();
    let event = &text[at..at + text[at..].find("END:VEVENT").unwrap()];
    assert!(
        event.contains("STATUS:CANCELLED\r\n") && event.contains("SEQUENCE:3\r\n"),
        "{event}"
    );
}

#[test]
fn csv_opens_as_utf_8_and_runs_no_formula() {
    let plan = common::awkward();
    let bytes = with_events(&plan, Language::TraditionalChinese, |out| write_csv(out).unwrap());
    assert_eq!(&bytes[..3], b"\xEF\xBB\xBF");
    let text = String::from_utf8(bytes[3..].to_vec()).unwrap();
    let lines: Vec<&str> = text.split("\r\n").collect();
    assert!(lines[0].starts_with("開始（當地）,結束（當地）"), "{}", lines[0]);
    assert_eq!(
        lines.len(),
        1 + 6 + 1,
        "one line an event, for every line end inside a text is a bare LF"
    );
    assert!(text.contains("'-招聘會"));
    assert!(text.contains("2027-05-14 15:00,2027-05-14 17:00,UTC+01:00,2027-05-14 22:00,2027-05-15 00:00"));
}

#[test]
fn a_page_holds_no_markup_but_its_own() {
    let plan = common::awkward();
    for language in [
        Language::English,
        Language::TraditionalChinese,
        Language::SimplifiedChinese,
    ] {
        let page = String::from_utf8(with_events(&plan, language, |out| write_html(out).unwrap())).unwrap();
        assert!(!page.contains("<script"), "{page}");
        assert!(
            !page.contains("http://") && !page.contains("src="),
            "nothing is loaded from elsewhere"
        );
        assert_eq!(page.matches("<li ").count(), 6);
    }
}

#[test]
fn an_empty_selection_is_a_valid_file_in_every_format() {
    let plan = Plan::new(outreach_zones::Rules::bundled());
    with_events(&plan, Language::English, |out| {
        assert!(
            String::from_utf8(write_ics(out).unwrap())
                .unwrap()
                .ends_with("END:VCALENDAR\r\n")
        );
        assert_eq!(write_csv(out).unwrap().split(|byte| *byte == b'\n').count(), 2);
        assert!(
            String::from_utf8(write_html(out).unwrap())
                .unwrap()
                .contains("No events")
        );
        assert_eq!(&write_xlsx(out).unwrap()[..2], b"PK");
    });
}

#[test]
fn an_event_in_a_zone_nobody_knows_stops_the_export_with_its_name() {
    let mut plan = Plan::new(outreach_zones::Rules::bundled());
    plan.put(common::event(
        1,
        "Lost",
        "2027-01-01T09:00:00",
        "2027-01-01T10:00:00",
        "Mars/Olympus",
    ));
    let error = with_events(&plan, Language::English, |out| write_ics(out).unwrap_err());
    assert!(error.to_string().contains("Mars/Olympus"));
}
