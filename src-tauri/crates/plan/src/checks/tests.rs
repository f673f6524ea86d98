//! What the checks find, and what they leave alone.

mod days;
mod sweeps;
mod trips;

use outreach_zones::Fold;

use super::*;
use crate::fixture::{Fixture, KUALA_LUMPUR, LONDON, NEW_YORK, wall};
use crate::{DelegateId, EventKind, RecordRef, Status};

fn usual() -> Assumptions {
    Assumptions::default()
}

fn kinds(found: &[Finding]) -> Vec<CheckKind> {
    found.iter().map(|one| one.kind).collect()
}

/// The findings of one kind in the whole plan, which the checks of each event and mission must agree with.
fn found(fixture: &Fixture, kind: CheckKind) -> Vec<Finding> {
    check_all(&fixture.plan, &usual())
        .into_iter()
        .filter(|one| one.kind == kind)
        .collect()
}

fn delegate_of(fixture: &mut Fixture) -> DelegateId {
    fixture.delegate("Chan", "Tai-man")
}

#[test]
fn a_delegate_at_two_events_at_once_is_told_once_with_both_sides_in_both_times() {
    let mut fixture = Fixture::new();
    let (chan, lee) = (delegate_of(&mut fixture), fixture.delegate("Lee", "Siu-ming"));
    let seminar = fixture.event(
        "Seminar",
        KUALA_LUMPUR,
        "2027-05-14T15:00",
        "2027-05-14T17:00",
        |event| {
            event.delegates = vec![chan, lee];
        },
    );
    let webinar = fixture.event(
        "Webinar",
        LONDON,
        "2027-05-14T09:30",
        "2027-05-14T10:30",
        |event| {
            event.delegates = vec![lee, chan];
            event.kind = EventKind::Webinar;
        },
    );
    let all = found(&fixture, CheckKind::DelegateBookedTwice);
    let [one] = all.as_slice() else { panic!("{all:?}") };
    assert_eq!(one.severity, Severity::Problem);
    assert_eq!(
        one.subjects,
        [
            RecordRef::Event(seminar),
            RecordRef::Event(webinar),
            RecordRef::Delegate(chan),
            RecordRef::Delegate(lee)
        ]
    );
    assert_eq!(
        explain_en(one),
        "CHAN Tai-man and LEE Siu-ming are booked twice: “Seminar” Fri 14 May 2027 15:00–17:00 Kuala Lumpur (+08) \
         and “Webinar” Fri 14 May 2027 09:30–10:30 London (+01), in Hong Kong Fri 14 May 2027 16:30–17:30."
    );
    let side = &one.facts.sides[1];
    assert_eq!(
        (side.local_start, side.hk_start),
        (wall("2027-05-14T09:30"), Some(wall("2027-05-14T16:30")))
    );
    assert_eq!(
        (side.zone.as_str(), side.start_offset_s),
        ("Europe/London", Some(3600))
    );
    assert_eq!(
        check_event(&fixture.plan, &usual(), webinar),
        check_event(&fixture.plan, &usual(), seminar)
    );
}

#[test]
fn one_after_the_other_is_not_at_once() {
    let mut fixture = Fixture::new();
    let chan = delegate_of(&mut fixture);
    let hall = fixture.venue("Hall", KUALA_LUMPUR, 100);
    for (start, end) in [("T15:00", "T17:00"), ("T17:00", "T18:00"), ("T17:00", "T17:00")] {
        fixture.event(
            "Event",
            KUALA_LUMPUR,
            &format!("2027-05-11{start}"),
            &format!("2027-05-11{end}"),
            |event| {
                event.delegates = vec![chan];
                event.venue = Some(hall);
            },
        );
    }
    assert_eq!(check_all(&fixture.plan, &usual()), []);
}

#[test]
fn a_cancelled_or_postponed_event_claims_nothing_and_a_team_is_booked_by_default() {
    let mut fixture = Fixture::new();
    let chan = delegate_of(&mut fixture);
    let mission = fixture.mission("2027-05-10", "2027-05-20", &[]);
    fixture.leg(mission, KUALA_LUMPUR, "2027-05-10T09:00", "2027-05-20T20:00");
    let one = fixture.event(
        "One",
        KUALA_LUMPUR,
        "2027-05-11T15:00",
        "2027-05-11T17:00",
        |event| {
            event.mission = Some(mission);
        },
    );
    fixture.event(
        "Two",
        KUALA_LUMPUR,
        "2027-05-11T16:00",
        "2027-05-11T18:00",
        |event| {
            event.delegates = vec![chan];
        },
    );
    assert_eq!(found(&fixture, CheckKind::DelegateBookedTwice), []);
    // The event names nobody, so it takes whoever joins the team.
    let mut record = fixture.plan.missions()[&mission].clone();
    record.team = vec![chan];
    fixture.plan.put(record.clone());
    assert_eq!(found(&fixture, CheckKind::DelegateBookedTwice).len(), 1);
    for status in [Status::Cancelled, Status::Postponed] {
        fixture.edit(one, |event| event.status = status);
        assert_eq!(check_all(&fixture.plan, &usual()), [], "{status:?}");
    }
    fixture.edit(one, |event| event.status = Status::Tentative);
    assert_eq!(found(&fixture, CheckKind::DelegateBookedTwice).len(), 1);
    record.team.clear();
    fixture.plan.put(record);
    assert_eq!(found(&fixture, CheckKind::DelegateBookedTwice), []);
}

#[test]
fn an_event_moved_but_not_stored_is_checked_in_place_of_the_stored_one() {
    let mut fixture = Fixture::new();
    let chan = delegate_of(&mut fixture);
    fixture.event(
        "One",
        KUALA_LUMPUR,
        "2027-05-11T15:00",
        "2027-05-11T17:00",
        |event| {
            event.delegates = vec![chan];
        },
    );
    let two = fixture.event(
        "Two",
        KUALA_LUMPUR,
        "2027-05-12T15:00",
        "2027-05-12T17:00",
        |event| {
            event.delegates = vec![chan];
        },
    );
    let mut moved = fixture.plan.events()[&two].clone();
    assert_eq!(check_as_if(&fixture.plan, &usual(), &moved), []);
    moved.start = wall("2027-05-11T16:00");
    moved.end = wall("2027-05-11T18:00");
    let before = fixture.plan.events()[&two].clone();
    let findings = check_as_if(&fixture.plan, &usual(), &moved);
    assert_eq!(kinds(&findings), [CheckKind::DelegateBookedTwice]);
    assert_eq!(
        findings[0].facts.sides[0].what.en, "One",
        "the earlier side comes first"
    );
    assert_eq!(fixture.plan.events()[&two], before);
}

#[test]
fn a_room_is_booked_twice_across_midnight_and_the_hour_that_comes_twice() {
    let mut fixture = Fixture::new();
    let hall = fixture.venue("Hall", LONDON, 100);
    fixture.event("Late", LONDON, "2027-10-30T23:30", "2027-10-31T01:15", |event| {
        event.venue = Some(hall);
        event.end_fold = Some(Fold::Later);
    });
    let early = fixture.event("Early", LONDON, "2027-10-31T01:30", "2027-10-31T01:45", |event| {
        event.venue = Some(hall);
        (event.start_fold, event.end_fold) = (Some(Fold::Earlier), Some(Fold::Earlier));
    });
    let rooms = found(&fixture, CheckKind::VenueBookedTwice);
    assert_eq!(
        rooms.len(),
        1,
        "half past one comes first before a quarter past one comes again"
    );
    assert!(
        explain_en(&rooms[0])
            .starts_with("Hall is booked twice: “Late” Sat 30 Oct 2027 23:30–Sun 31 Oct 01:15")
    );
    fixture.edit(early, |event| {
        (event.start_fold, event.end_fold) = (Some(Fold::Later), Some(Fold::Later));
    });
    assert_eq!(found(&fixture, CheckKind::VenueBookedTwice), []);
}

#[test]
fn too_many_guests_unknown_zones_and_reversed_times_are_told() {
    let mut fixture = Fixture::new();
    let hall = fixture.venue("Hall", KUALA_LUMPUR, 100);
    fixture.event(
        "Full",
        KUALA_LUMPUR,
        "2027-05-11T15:00",
        "2027-05-11T17:00",
        |event| {
            event.venue = Some(hall);
            event.capacity = Some(101);
        },
    );
    fixture.event(
        "Lost",
        KUALA_LUMPUR,
        "2027-05-11T15:00",
        "2027-05-11T17:00",
        |event| {
            event.zone = "Mars/Olympus".to_owned();
        },
    );
    fixture.event(
        "Back",
        KUALA_LUMPUR,
        "2027-05-11T15:00",
        "2027-05-11T14:00",
        |_| {},
    );
    let mission = fixture.mission("2027-05-01", "2027-05-31", &[]);
    let all = check_all(&fixture.plan, &usual());
    let told = kinds(&all);
    for kind in [
        CheckKind::UnknownZone,
        CheckKind::EndBeforeStart,
        CheckKind::OverCapacity,
        CheckKind::MissionWithoutLegs,
    ] {
        assert_eq!(
            told.iter().filter(|&&one| one == kind).count(),
            1,
            "{kind:?} in {told:?}"
        );
    }
    assert!(
        all.iter()
            .map(explain_en)
            .any(|text| text.contains("101 guests; Hall holds 100"))
    );
    let mut record = fixture.plan.missions()[&mission].clone();
    record.kind = crate::MissionKind::Online;
    fixture.plan.put(record);
    assert_eq!(
        check_mission(&fixture.plan, &usual(), mission),
        [],
        "nobody travels to a webinar"
    );
}

#[test]
fn times_that_changed_rules_put_into_a_gap_or_fold_are_told() {
    let mut fixture = Fixture::new();
    fixture.event("Gap", NEW_YORK, "2027-03-14T02:30", "2027-03-14T04:00", |_| {});
    let fold = fixture.event("Fold", NEW_YORK, "2027-11-07T01:30", "2027-11-07T04:00", |_| {});
    assert_eq!(found(&fixture, CheckKind::TimeInGap).len(), 1);
    let folds = found(&fixture, CheckKind::UndecidedFold);
    assert!(
        explain_en(&folds[0]).contains("at −04 and at −05"),
        "{}",
        explain_en(&folds[0])
    );
    fixture.edit(fold, |event| event.start_fold = Some(Fold::Later));
    assert_eq!(found(&fixture, CheckKind::UndecidedFold), []);
}

#[test]
fn what_was_held_is_left_in_peace_by_advice_but_not_by_faults() {
    let mut fixture = Fixture::new();
    let id = fixture.event(
        "Sunday",
        LONDON,
        "2027-05-16T06:00",
        "2027-05-16T07:00",
        |event| {
            event.status = Status::Held;
        },
    );
    assert_eq!(check_event(&fixture.plan, &usual(), id), []);
    fixture.edit(id, |event| event.end = wall("2027-05-16T05:00"));
    assert_eq!(
        kinds(&check_event(&fixture.plan, &usual(), id)),
        [CheckKind::EndBeforeStart]
    );
}

#[test]
fn a_finding_survives_json_with_its_words() {
    let mut fixture = Fixture::new();
    fixture.event("Gap", NEW_YORK, "2027-03-14T02:30", "2027-03-14T04:00", |_| {});
    let all = check_all(&fixture.plan, &usual());
    let json = serde_json::to_string(&all).unwrap();
    assert!(
        json.contains(r#""kind":"time_in_gap""#) && json.contains(r#"{"kind":"event","id":""#),
        "{json}"
    );
    let read: Vec<Finding> = serde_json::from_str(&json).unwrap();
    assert_eq!(read, all);
    assert_eq!(serde_json::from_str::<Assumptions>("{}").unwrap(), usual());
}
