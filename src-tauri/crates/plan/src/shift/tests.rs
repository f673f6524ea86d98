//! Moves across changes of clocks and the ends of the calendar.

use outreach_zones::Fold;
use proptest::prelude::*;

use super::*;
use crate::fixture::{AUCKLAND, Fixture, HONG_KONG, KUALA_LUMPUR, LONDON, NEW_DELHI, NEW_YORK, day, wall};
use crate::sample;

fn event(city: crate::fixture::City, start: &str, end: &str) -> (Fixture, Event) {
    let mut fixture = Fixture::new();
    let id = fixture.event("Seminar", city, start, end, |_| {});
    let event = fixture.plan.events()[&id].clone();
    (fixture, event)
}

fn moved(fixture: &Fixture, event: &Event, by: By) -> (Event, Vec<TimeNote>) {
    shift_event(fixture.plan.rules(), event, by).unwrap()
}

#[test]
fn a_move_by_days_keeps_the_local_time_across_a_change_of_clocks() {
    let (fixture, event) = event(LONDON, "2027-03-26T15:00", "2027-03-26T17:00");
    let (after, met) = moved(&fixture, &event, By::Days(7));
    assert_eq!(
        (after.start, after.end),
        (wall("2027-04-02T15:00"), wall("2027-04-02T17:00"))
    );
    assert!(met.is_empty());
}

#[test]
fn a_move_by_days_into_a_gap_takes_the_later_reading_and_says_so() {
    let (fixture, event) = event(NEW_YORK, "2027-03-13T02:30", "2027-03-13T02:45");
    let (after, met) = moved(&fixture, &event, By::Days(1));
    assert_eq!(
        (after.start, after.end),
        (wall("2027-03-14T03:30"), wall("2027-03-14T03:45"))
    );
    assert_eq!(met.len(), 2);
}

#[test]
fn an_end_that_a_gap_would_put_before_its_start_keeps_its_length() {
    let (fixture, event) = event(NEW_YORK, "2027-03-13T02:30", "2027-03-13T03:00");
    let (after, met) = moved(&fixture, &event, By::Days(1));
    assert_eq!(
        (after.start, after.end),
        (wall("2027-03-14T03:30"), wall("2027-03-14T04:00"))
    );
    assert!(met.iter().any(|note| note.met == Met::Reversed));
}

#[test]
fn a_move_by_days_into_a_fold_keeps_the_choice_made_before_else_takes_the_earlier() {
    let (fixture, mut event) = event(LONDON, "2027-10-24T01:30", "2027-10-24T03:00");
    assert_eq!(
        moved(&fixture, &event, By::Days(7)).0.start_fold,
        Some(Fold::Earlier)
    );
    event.start_fold = Some(Fold::Later);
    assert_eq!(
        moved(&fixture, &event, By::Days(7)).0.start_fold,
        Some(Fold::Later)
    );
    assert_eq!(
        moved(&fixture, &event, By::Days(1)).0.start_fold,
        None,
        "there is nothing to choose"
    );
}

#[test]
fn a_nudge_steps_over_a_gap_and_through_both_hours_of_a_fold() {
    let (fixture, event) = event(NEW_YORK, "2027-03-14T01:45", "2027-03-14T01:55");
    let (after, met) = moved(&fixture, &event, By::Minutes(15));
    assert_eq!(
        (after.start, after.end),
        (wall("2027-03-14T03:00"), wall("2027-03-14T03:10"))
    );
    assert!(
        met.is_empty(),
        "nobody is told of a step that is what it looks like"
    );
    let (back, _) = moved(&fixture, &after, By::Minutes(-15));
    assert_eq!(back, event);

    let mut twice = event.clone();
    twice.start = wall("2027-11-07T01:30");
    twice.end = wall("2027-11-07T01:45");
    (twice.start_fold, twice.end_fold) = (Some(Fold::Earlier), Some(Fold::Earlier));
    let (later, _) = moved(&fixture, &twice, By::Minutes(60));
    assert_eq!((later.start, later.start_fold), (twice.start, Some(Fold::Later)));
}

#[test]
fn a_nudge_crosses_midnight_and_half_hour_zones_move_like_others() {
    let (fixture, event) = event(NEW_DELHI, "2027-05-14T23:30", "2027-05-15T00:30");
    let (after, _) = moved(&fixture, &event, By::Minutes(45));
    assert_eq!(
        (after.start, after.end),
        (wall("2027-05-15T00:15"), wall("2027-05-15T01:15"))
    );
}

#[test]
fn an_event_of_whole_days_moves_by_whole_days_only() {
    let (fixture, mut event) = event(AUCKLAND, "2027-09-25T00:00", "2027-09-26T00:00");
    event.all_day = true;
    assert_eq!(
        shift_event(fixture.plan.rules(), &event, By::Minutes(30)).unwrap_err(),
        MoveError::WholeDaysOnly
    );
    // The day after is 23 hours long there.
    let (after, _) = moved(&fixture, &event, By::Minutes(1440));
    assert_eq!(
        (after.start, after.end),
        (wall("2027-09-26T00:00"), wall("2027-09-27T00:00"))
    );
}

#[test]
fn the_end_of_the_calendar_is_refused_and_nothing_is_half_moved() {
    let (fixture, event) = event(HONG_KONG, "9999-12-31T10:00", "9999-12-31T12:00");
    for by in [
        By::Days(1),
        By::Days(i64::MAX),
        By::Days(i64::MIN),
        By::Minutes(i64::MAX),
        By::Minutes(1440),
    ] {
        assert_eq!(
            shift_event(fixture.plan.rules(), &event, by).unwrap_err(),
            MoveError::OutOfYears,
            "{by:?}"
        );
    }
    let mut fixture = Fixture::new();
    let mission = fixture.mission("2027-05-11", "2027-05-15", &[]);
    assert_eq!(
        shift_mission(&fixture.plan, mission, 3_000_000).unwrap_err(),
        MoveError::OutOfYears
    );
    assert_eq!(
        shift_mission(&fixture.plan, MissionId(uuid::Uuid::nil()), 1).unwrap_err(),
        MoveError::NoSuchMission
    );
}

#[test]
fn a_mission_moves_with_all_that_is_in_it() {
    let mut fixture = Fixture::new();
    let mission = fixture.mission("2027-05-11", "2027-05-15", &[]);
    let leg = fixture.leg(mission, KUALA_LUMPUR, "2027-05-11T14:00", "2027-05-15T11:00");
    fixture.edit_leg(leg, |leg| {
        leg.travel = Some(Travel {
            mode: crate::TravelMode::Flight,
            number: String::new(),
            from: "HKG".to_owned(),
            depart: wall("2027-05-11T09:10"),
            depart_zone: "Asia/Hong_Kong".to_owned(),
            depart_fold: None,
            to: "KUL".to_owned(),
            arrive: wall("2027-05-11T13:15"),
            arrive_zone: "Asia/Kuala_Lumpur".to_owned(),
            arrive_fold: None,
        });
    });
    for title in ["One", "Two"] {
        fixture.event(
            title,
            KUALA_LUMPUR,
            "2027-05-14T15:00",
            "2027-05-14T17:00",
            |event| {
                event.mission = Some(mission);
                event.leg = Some(leg);
            },
        );
    }
    let ShiftedMission { records, met } = shift_mission(&fixture.plan, mission, -3).unwrap();
    assert_eq!((records.len(), met.len()), (4, 0));
    for record in records {
        fixture.plan.put(record);
    }
    assert_eq!(fixture.plan.missions()[&mission].from, day("2027-05-08"));
    let travel = fixture.plan.legs()[&leg].travel.clone().unwrap();
    assert_eq!(
        (travel.depart, travel.arrive),
        (wall("2027-05-08T09:10"), wall("2027-05-08T13:15"))
    );
    assert!(
        fixture
            .plan
            .events_of(mission)
            .iter()
            .all(|event| event.start == wall("2027-05-11T15:00"))
    );
}

/// The large sample's first missions, which hold a zone of every sort.
fn large() -> Plan {
    let mut n = 0;
    let mut ids = || {
        n += 1;
        uuid::Uuid::from_u128(n)
    };
    let mut plan = Plan::new(Rules::bundled());
    for record in sample::large(500, &mut ids) {
        plan.put(record);
    }
    plan
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn there_and_back_is_where_it_was_unless_a_gap_or_fold_was_met(days in -40_000_i64..40_000, which in 0_usize..20) {
        let plan = large();
        let mission = *plan.missions().keys().nth(which).unwrap();
        let there = shift_mission(&plan, mission, days);
        prop_assume!(there.as_ref().is_ok_and(|there| there.met.is_empty()));
        let mut after = plan.clone();
        for record in there.unwrap().records {
            after.put(record);
        }
        for record in shift_mission(&after, mission, -days).unwrap().records {
            prop_assert_eq!(plan.get(record.key()), Some(record));
        }
    }

    #[test]
    fn a_nudge_and_its_opposite_cancel_out_everywhere(
        minutes in -2_000_000_i64..2_000_000,
        start in 0_i64..4_000_000,
        zone in prop::sample::select(vec![
            "Europe/London", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Hong_Kong",
        ]),
    ) {
        let rules = Rules::bundled();
        let (_, mut event) = event(HONG_KONG, "2027-01-01T00:00", "2027-01-01T00:00");
        // A time that exists, with its fold settled.
        event.zone = zone.to_owned();
        let utc = wall("2024-01-01T00:00").and_utc() + TimeDelta::minutes(start);
        (event.start, _) = rules.zone(zone).unwrap().at(utc);
        event.end = event.start;
        let (event, _) = shift_event(&rules, &event, By::Minutes(0)).unwrap();
        let (there, _) = shift_event(&rules, &event, By::Minutes(minutes)).unwrap();
        let (back, _) = shift_event(&rules, &there, By::Minutes(-minutes)).unwrap();
        prop_assert_eq!(back, event);
    }
}
