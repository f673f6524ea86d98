//! Whatever people type: what is written is read back the same by another reader, and by ours.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use calcard::icalendar::{ICalendar, ICalendarComponentType, ICalendarProperty};
use outreach_exchange::{CalendarFile, Method, Outgoing, Party, line_text, write_calendar};
use outreach_plan::{Audience, Event, Language, Plan, Wording};
use proptest::prelude::*;

/// Text that breaks writers: separators, quotes, carets, line ends, controls, emoji, CJK, and anything else.
fn nasty() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[\\\\;:,\"^'\r\n\t =&<>%-]{1,12}",
        2 => Just("招聘會與交流酒會，「繁體」".to_owned()),
        2 => Just("👩‍👩‍👧‍👦🇭🇰😀é".to_owned()),
        1 => Just("\u{2028}\u{2029}\u{85}\u{0}\u{7f}\u{202E}\u{feff}".to_owned()),
        1 => Just("END:VEVENT\r\nBEGIN:VEVENT\r\n".to_owned()),
        1 => Just("\\n\\N\\;\\,\\\\".to_owned()),
        3 => ".{0,60}",
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn written(event: Event, audience: Audience, guest: Option<Party<'_>>) -> String {
    let mut plan = Plan::new(outreach_zones::Rules::bundled());
    plan.put(event);
    let events: Vec<&Event> = plan.events().values().collect();
    let guests: Vec<Party<'_>> = guest.into_iter().collect();
    let out = Outgoing {
        plan: &plan,
        events: &events,
        title: "Round trip",
        language: Language::TraditionalChinese,
        written: common::written(),
    };
    let file = CalendarFile {
        method: if guests.is_empty() {
            Method::Publish
        } else {
            Method::Request
        },
        attendees: &guests,
        ..CalendarFile::publish(out, audience)
    };
    String::from_utf8(write_calendar(&file).unwrap()).unwrap()
}

fn event(title: &str, notes: &str) -> Event {
    let mut event = common::event(
        1,
        "",
        "2027-05-14T15:00:00",
        "2027-05-14T17:00:00",
        "Europe/London",
    );
    event.title = Wording::english(title);
    event.notes = notes.to_owned();
    event
}

fn value(calendar: &ICalendar, property: &ICalendarProperty) -> String {
    let event = calendar
        .components
        .iter()
        .find(|component| component.component_type == ICalendarComponentType::VEvent)
        .unwrap();
    let entry = event.property(property).unwrap();
    // An empty text is no value to calcard.
    entry
        .values
        .first()
        .and_then(|value| value.as_text())
        .unwrap_or_default()
        .to_owned()
}

/// RFC 6868, read.
fn uncaret(value: &str) -> String {
    value
        .replace("^^", "\u{1}")
        .replace("^'", "\"")
        .replace("^n", "\n")
        .replace('\u{1}', "^")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_title_and_notes_come_back_as_they_were_written(title in nasty(), notes in nasty()) {
        let text = written(event(&title, &notes), Audience::Internal, None);
        for line in text.split("\r\n") {
            prop_assert!(line.len() <= 75 && !line.contains(['\r', '\n']));
        }
        prop_assert_eq!(text.matches("\nBEGIN:VEVENT\r\n").count(), 1);
        let calendar = ICalendar::parse(&text).unwrap();
        let expected = line_text(&title).replace(['\n', '\t'], " ");
        prop_assert_eq!(value(&calendar, &ICalendarProperty::Summary), expected);
        let description = value(&calendar, &ICalendarProperty::Description);
        prop_assert!(description.ends_with(line_text(notes.trim()).as_ref()), "{description:?}");
    }

    #[test]
    fn a_guests_name_comes_back_as_it_was_written(name in nasty()) {
        let guest = Party { name: &name, address: "guest@example.org" };
        let text = written(event("Talk", ""), Audience::Public, Some(guest)).replace("\r\n ", "");
        let line = text.lines().find(|line| line.starts_with("ATTENDEE")).unwrap();
        prop_assert!(line.ends_with(":mailto:guest@example.org"));
        let cn = line.split_once("CN=").map_or("", |(_, rest)| rest.rsplit_once(":mailto:").unwrap().0);
        let inner = cn.strip_prefix('"').map_or(cn, |cn| cn.strip_suffix('"').unwrap());
        prop_assert!(!inner.contains('"'), "{line}");
        let expected = line_text(&name).trim().replace(|c: char| c.is_control() && c != '\n', " ");
        prop_assert_eq!(uncaret(inner), expected);
    }
}

#[test]
fn a_title_of_ten_thousand_characters_is_whole() {
    let title = "招聘會, \"talk\"; ^\\ 😀"
        .chars()
        .cycle()
        .take(10_000)
        .collect::<String>();
    let calendar = ICalendar::parse(written(event(&title, ""), Audience::Public, None)).unwrap();
    assert_eq!(value(&calendar, &ICalendarProperty::Summary), title);
}
