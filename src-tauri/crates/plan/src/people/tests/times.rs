//! Reminders fall due by the venue's day.

use super::*;
use crate::people::reminders::{due, due_at};
use crate::people::steps::reminded;

/// The day it is in a zone at an instant.
fn days(party: &Party, now: &str) -> impl Fn(&str) -> NaiveDate {
    let (rules, now) = (party.fixture.plan.rules().clone(), at(now));
    move |zone| rules.zone(zone).unwrap().at(now).0.date()
}

#[test]
fn a_reminder_falls_due_when_the_day_begins_at_the_venue_and_only_for_who_has_not_answered() {
    let mut party = Party::of(None);
    party.arrange(|one| one.remind_days = vec![7, 1]);
    let asked = party.guest("Alder", Invited);
    let unsure = party.guest("Birch", Tentative);
    party.guest("Cedar", Accepted);
    party.guest("Dorn", LongListed);
    // Seven days before the 14th begins at 04:00 UTC in Toronto; it is the 7th in Hong Kong long before.
    assert_eq!(
        due(&party.fixture.plan, &days(&party, "2027-05-07T03:59:00Z")),
        []
    );
    let found = due(&party.fixture.plan, &days(&party, "2027-05-07T04:00:00Z"));
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].day, found[0].today),
        (day("2027-05-07"), day("2027-05-07"))
    );
    assert_eq!(found[0].invitations, [asked, unsure]);
    // Once reminded, not again before the next one falls due.
    let step = Step::new(Invited, day("2027-05-08"), at("2027-05-08T15:00:00Z"), "Chan");
    let after = reminded(party.get(asked), step.clone());
    assert_eq!(after.steps.len(), 2);
    party.fixture.plan.put(after);
    let after = reminded(party.get(unsure), step);
    assert_eq!(after.status, Tentative);
    party.fixture.plan.put(after);
    assert_eq!(
        due(&party.fixture.plan, &days(&party, "2027-05-09T15:00:00Z")),
        []
    );
    let last = due_at(
        &party.fixture.plan,
        party.event,
        &days(&party, "2027-05-13T15:00:00Z"),
    )
    .unwrap();
    assert_eq!((last.day, last.invitations.len()), (day("2027-05-13"), 2));
    assert_eq!(
        due(&party.fixture.plan, &days(&party, "2027-05-15T15:00:00Z")),
        [],
        "over"
    );
}

#[test]
fn nobody_is_reminded_of_an_event_that_is_off() {
    let mut party = Party::of(None);
    party.arrange(|one| one.remind_days = vec![7]);
    party.guest("Alder", Invited);
    for status in [
        crate::Status::Postponed,
        crate::Status::Cancelled,
        crate::Status::Held,
    ] {
        party.fixture.edit(party.event, |event| event.status = status);
        assert_eq!(
            due(&party.fixture.plan, &days(&party, "2027-05-08T15:00:00Z")),
            []
        );
    }
}
