//! Whatever people type: what is written is read back the same by another reader, and by ours.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use calcard::icalendar::{ICalendar, ICalendarComponentType, ICalendarProperty};
use outreach_exchange::incoming::{Reading, read_ics};
use outreach_exchange::{CalendarFile, Method, Outgoing, Party, PinUtc, line_text, write_calendar};
use outreach_plan::{Audience, Event, EventId, Language, Plan, Wording};
use outreach_zones::Fold;
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn our_own_reader_finds_the_same_events(
        events in proptest::collection::vec(anything(), 1..6),
        pinned in any::<bool>(),
    ) {
        let mut plan = Plan::new(outreach_zones::Rules::bundled());
        for (number, event) in (1..).zip(events) {
            plan.put(Event {
                id: EventId(uuid::Uuid::from_u128(number)),
                uid: format!("{number}-{}", event.uid),
                ..event
            });
        }
        let events: Vec<&Event> = plan.events().values().collect();
        let out = Outgoing {
            plan: &plan,
            events: &events,
            title: "Round trip; \"all\"",
            language: Language::English,
            written: common::written(),
        };
        let file = CalendarFile {
            pin_utc: if pinned { PinUtc::All } else { PinUtc::Never },
            ..CalendarFile::publish(out, Audience::Internal)
        };
        let reading = Reading {
            rules: plan.rules(),
            floating_zone: Some("Asia/Hong_Kong"),
            zone_answers: &BTreeMap::new(),
            encoding: None,
            expand_from: None,
            expand_until: "2040-12-31".parse().unwrap(),
            expand_at_most: 10,
            cancel: &|_, _| ControlFlow::Continue(()),
        };
        let read = read_ics(&write_calendar(&file).unwrap(), &reading).unwrap();
        prop_assert_eq!(&read.refused, &[]);
        prop_assert_eq!(read.name, "[RESTRICTED] Round trip; \"all\"");
        prop_assert_eq!(read.events.len(), events.len());
        for (ours, theirs) in events.iter().zip(&read.events) {
            let plain = ours.uid.replace(char::is_control, "");
            if plain.len() <= 900 {
                prop_assert_eq!(&theirs.uid, plain.trim());
            }
            prop_assert_eq!(theirs.sequence, ours.sequence);
            prop_assert_eq!(theirs.stamp, Some(common::written()));
            prop_assert_eq!(theirs.modified, Some(ours.modified));
            prop_assert_eq!(theirs.all_day, ours.all_day);
            let spaces = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert_eq!(spaces(&theirs.summary), spaces(&line_text(&ours.title.en)));
            if ours.all_day {
                prop_assert_eq!((theirs.start, theirs.end), (ours.start, ours.end));
                continue;
            }
            let span = plan.event_span(ours.id).unwrap();
            let zone = plan.rules().zone(&theirs.zone).unwrap();
            let end_zone = theirs.end_zone.as_deref().map_or(zone.clone(), |zone| plan.rules().zone(zone).unwrap());
            prop_assert_eq!(zone.pick(theirs.start, theirs.start_fold).utc, span.start.utc);
            let end = if span.end.utc > span.start.utc { span.end.utc } else { span.start.utc };
            prop_assert_eq!(end_zone.pick(theirs.end, theirs.end_fold).utc, end);
            let named = plan.rules().zone(&ours.zone).unwrap().resolve(ours.start).unique().is_some();
            // Written in UTC whatever their name.
            let utc = ["UTC", "UCT", "Zulu", "Universal"].iter().any(|name| ours.zone.ends_with(name));
            if named && !pinned && !utc {
                prop_assert_eq!(&theirs.zone, &ours.zone);
            }
        }
    }
}

/// An event of any zone at any time of some years, near the changes of clocks more often than not.
fn anything() -> impl Strategy<Value = Event> {
    let names: Vec<String> = outreach_zones::Rules::bundled()
        .names()
        .map(str::to_owned)
        .collect();
    let zone = prop_oneof![
        2 => proptest::sample::select(names),
        1 => Just("Europe/London".to_owned()),
        1 => Just("America/Havana".to_owned()),
    ];
    let start = prop_oneof![
        2 => 1_770_000_000_i64..1_900_000_000,
        // The last Sundays of October and March 2027, when London changes.
        1 => 1_824_940_000_i64..1_824_960_000,
        1 => 1_806_190_000_i64..1_806_210_000,
    ];
    let fold = proptest::option::of(prop_oneof![Just(Fold::Earlier), Just(Fold::Later)]);
    let shape = (zone, start, 0_i64..4000, any::<bool>(), fold.clone(), fold);
    (shape, nasty(), nasty(), 0_u32..1000).prop_map(
        |((zone, start, minutes, all_day, fold, end_fold), title, uid, sequence)| {
            let mut start = chrono::DateTime::from_timestamp_secs(start).unwrap().naive_utc();
            let mut end = start + chrono::TimeDelta::minutes(minutes);
            if all_day {
                start = start.date().and_time(chrono::NaiveTime::MIN);
                end = end.date().succ_opt().unwrap().and_time(chrono::NaiveTime::MIN);
            }
            Event {
                uid,
                sequence,
                all_day,
                start,
                start_fold: fold,
                end,
                end_fold,
                zone,
                ..event(&title, &title)
            }
        },
    )
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
