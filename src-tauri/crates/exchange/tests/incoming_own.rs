//! What we write we read again.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;
mod incoming_support;

use incoming_support::{instants, read};
use outreach_exchange::incoming::IncomingStatus;
use outreach_exchange::{Outgoing, line_text, write_ics};
use outreach_plan::{Event, Language, Status};

#[test]
fn our_own_calendar_reads_back_to_the_same_events() {
    let plan = common::awkward();
    let events: Vec<&Event> = plan.events().values().collect();
    for language in [Language::English, Language::TraditionalChinese] {
        let out = Outgoing {
            plan: &plan,
            events: &events,
            title: "Outreach, 2027; \"all\"",
            language,
            written: common::written(),
        };
        let calendar = read(&String::from_utf8(write_ics(&out).unwrap()).unwrap());
        assert_eq!(
            (calendar.name.as_str(), calendar.method.as_deref()),
            ("Outreach, 2027; \"all\"", Some("PUBLISH"))
        );
        assert_eq!(calendar.refused, []);
        assert_eq!(calendar.events.len(), events.len());
        for event in &events {
            let read = calendar.events.iter().find(|read| read.uid == event.uid).unwrap();
            assert_eq!((read.start, read.end), (event.start, event.end), "{}", event.uid);
            assert_eq!((read.all_day, read.sequence), (event.all_day, event.sequence));
            if !event.all_day {
                let span = plan.event_span(event.id).unwrap();
                let expected = [span.start, span.end].map(|moment| moment.utc.timestamp().to_string());
                assert_eq!(instants(read), expected.into(), "{}", event.uid);
                assert_eq!((&read.zone, &read.end_zone), (&event.zone, &None));
            }
            assert_eq!(
                read.status == Some(IncomingStatus::Cancelled),
                event.status == Status::Cancelled
            );
            let shown = line_text(event.title.in_language(language)).into_owned();
            assert_eq!(
                read.summary,
                shown.split_whitespace().collect::<Vec<_>>().join(" ")
            );
            assert_eq!(read.geo.is_some(), event.venue.is_some());
            assert!(
                !read.warnings.contains(&"vtimezone_differs"),
                "{:?}",
                read.warnings
            );
        }
    }
}
