//! Stays, journeys, and the way from one event to the next.

use super::{delegate_of, found, kinds, usual};
use crate::checks::{Assumptions, CheckKind, Detail, check_all, check_event, check_mission, explain_en};
use crate::fixture::{AUCKLAND, DUBAI, Fixture, HONOLULU, KUALA_LUMPUR, RIYADH, SINGAPORE, wall};
use crate::{EventKind, Travel, TravelMode};

#[test]
fn an_event_outside_its_stay_or_mission_or_programme_is_told() {
    let mut fixture = Fixture::new();
    let mission = fixture.mission("2027-05-10", "2027-05-13", &[]);
    let leg = fixture.leg(mission, KUALA_LUMPUR, "2027-05-10T14:00", "2027-05-13T12:00");
    let event = fixture.event(
        "Seminar",
        KUALA_LUMPUR,
        "2027-05-13T11:00",
        "2027-05-13T13:00",
        |event| {
            event.mission = Some(mission);
            event.leg = Some(leg);
        },
    );
    assert_eq!(found(&fixture, CheckKind::EventOutsideLeg).len(), 1);
    fixture.edit(event, |event| {
        event.all_day = true;
        event.start = wall("2027-05-13T00:00");
        event.end = wall("2027-05-14T00:00");
    });
    assert_eq!(
        found(&fixture, CheckKind::EventOutsideLeg),
        [],
        "whole days are measured by days"
    );
    fixture.edit(event, |event| event.end = wall("2027-05-15T00:00"));
    let all = check_all(&fixture.plan, &usual());
    let told = kinds(&all);
    assert!(
        told.contains(&CheckKind::EventOutsideLeg) && told.contains(&CheckKind::OutsideMission),
        "{told:?}"
    );
    fixture.event("Alone", SINGAPORE, "2100-01-05T10:00", "2100-01-05T12:00", |_| {});
    assert_eq!(found(&fixture, CheckKind::OutsideProgramme).len(), 1);
}

#[test]
fn stays_overlap_by_instants_also_across_the_date_line() {
    let mut fixture = Fixture::new();
    let mission = fixture.mission("2027-05-01", "2027-05-31", &[]);
    // Noon in Auckland on the 12th is 14:00 in Honolulu on the 11th.
    fixture.leg(mission, AUCKLAND, "2027-05-10T08:00", "2027-05-12T12:00");
    let second = fixture.leg(mission, HONOLULU, "2027-05-12T08:00", "2027-05-14T12:00");
    assert_eq!(check_all(&fixture.plan, &usual()), []);
    fixture.edit_leg(second, |leg| leg.arrive = wall("2027-05-11T13:00"));
    assert_eq!(
        kinds(&check_mission(&fixture.plan, &usual(), mission)),
        [CheckKind::LegsOverlap]
    );
    fixture.edit_leg(second, |leg| leg.arrive = wall("2027-05-11T20:00"));
    let tight = check_mission(&fixture.plan, &usual(), mission);
    assert!(
        explain_en(&tight[0])
            .starts_with("Too little time between Auckland Mon 10 May 2027 08:00–Wed 12 May 12:00 (+12),"),
        "{}",
        explain_en(&tight[0])
    );
    assert_eq!(
        kinds(&tight),
        [CheckKind::TooLittleTime],
        "six hours for 7,000 km"
    );
    let Detail::Way {
        km: Some(km),
        needed_min,
        available_min,
    } = tight[0].facts.detail
    else {
        panic!("{tight:?}");
    };
    assert_eq!((km / 100, available_min), (70, 360));
    assert!(needed_min > 700);
}

#[test]
fn a_planned_journey_is_checked_against_the_events_at_both_ends() {
    let mut fixture = Fixture::new();
    let mission = fixture.mission("2027-05-01", "2027-05-31", &[]);
    let first = fixture.leg(mission, DUBAI, "2027-05-10T08:00", "2027-05-11T18:00");
    let second = fixture.leg(mission, RIYADH, "2027-05-11T21:00", "2027-05-13T12:00");
    let travel = |depart: &str, arrive: &str| Travel {
        mode: TravelMode::Flight,
        number: "XX 1".to_owned(),
        from: "DXB".to_owned(),
        depart: wall(depart),
        depart_zone: "Asia/Dubai".to_owned(),
        depart_fold: None,
        to: "RUH".to_owned(),
        arrive: wall(arrive),
        arrive_zone: "Asia/Riyadh".to_owned(),
        arrive_fold: None,
    };
    fixture.edit_leg(second, |leg| {
        leg.travel = Some(travel("2027-05-11T19:00", "2027-05-11T20:00"));
    });
    let seminar = fixture.event(
        "Seminar",
        DUBAI,
        "2027-05-11T14:00",
        "2027-05-11T17:00",
        |event| {
            event.mission = Some(mission);
            event.leg = Some(first);
        },
    );
    assert_eq!(found(&fixture, CheckKind::TooLittleTime), []);
    fixture.edit(seminar, |event| event.end = wall("2027-05-11T17:30"));
    let tight = found(&fixture, CheckKind::TooLittleTime);
    assert_eq!(tight.len(), 1);
    assert!(
        explain_en(&tight[0]).contains("1 h 30 there"),
        "{}",
        explain_en(&tight[0])
    );
    // Dubai is an hour ahead: 19:00 there is 18:00 in Riyadh.
    fixture.edit_leg(second, |leg| {
        leg.travel = Some(travel("2027-05-11T19:00", "2027-05-11T17:59"));
    });
    assert_eq!(found(&fixture, CheckKind::TravelBackwards).len(), 1);
    fixture.edit_leg(second, |leg| {
        leg.travel = Some(travel("2027-05-11T19:00", "2027-05-11T18:01"));
    });
    assert_eq!(found(&fixture, CheckKind::TravelBackwards), []);
    fixture.edit_leg(second, |leg| {
        leg.travel = Some(travel("2027-05-11T17:00", "2027-05-11T22:00"));
    });
    assert_eq!(found(&fixture, CheckKind::TravelOutsideStay).len(), 2);
}

#[test]
fn somebody_who_goes_from_one_event_to_the_next_needs_time_for_the_way() {
    let mut fixture = Fixture::new();
    let chan = delegate_of(&mut fixture);
    let first = fixture.event(
        "First",
        KUALA_LUMPUR,
        "2027-05-12T10:00",
        "2027-05-12T12:00",
        |event| {
            event.delegates = vec![chan];
        },
    );
    let second = fixture.event(
        "Second",
        SINGAPORE,
        "2027-05-12T14:00",
        "2027-05-12T15:00",
        |event| {
            event.delegates = vec![chan];
        },
    );
    let tight = found(&fixture, CheckKind::TooLittleTime);
    assert_eq!(tight.len(), 1);
    assert_eq!(tight[0].facts.people[0].name, "CHAN Tai-man");
    for id in [first, second] {
        assert_eq!(
            check_event(&fixture.plan, &usual(), id),
            tight,
            "seen from either side"
        );
    }
    fixture.edit(second, |event| event.kind = EventKind::Webinar);
    assert_eq!(
        found(&fixture, CheckKind::TooLittleTime),
        [],
        "a webinar can be joined from anywhere"
    );
    fixture.edit(second, |event| {
        event.kind = EventKind::Seminar;
        event.start = wall("2027-05-12T18:00");
        event.end = wall("2027-05-12T19:00");
    });
    assert_eq!(found(&fixture, CheckKind::TooLittleTime), []);
    let faster = Assumptions {
        air_kmh: 100.0,
        ..usual()
    };
    assert_eq!(
        kinds(&check_all(&fixture.plan, &faster)),
        [CheckKind::TooLittleTime]
    );
}
