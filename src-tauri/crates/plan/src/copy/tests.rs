//! A trip made again elsewhere.

use outreach_zones::Fold;

use super::*;
use crate::checks::TimeField;
use crate::fixture::{DUBAI, Fixture, KUALA_LUMPUR, LONDON, NEW_YORK, SINGAPORE, day, wall};
use crate::shift::Met;
use crate::{EventKind, Region, Travel, TravelMode};

struct Trip {
    fixture: Fixture,
    mission: MissionId,
    legs: [LegId; 2],
}

fn trip() -> Trip {
    let mut fixture = Fixture::new();
    let person = fixture.delegate("Chan", "Tai-man");
    let malaysia = fixture.market("MY", Region::AsiaPacific);
    fixture.market("GB", Region::Europe);
    let hall = fixture.venue("Hall", KUALA_LUMPUR, 100);
    let local = fixture.partner("Chamber", Some(KUALA_LUMPUR));
    let ours = fixture.partner("InvestHK", None);
    let mission = fixture.mission("2027-05-11", "2027-05-15", &[person]);
    let first = fixture.leg(mission, KUALA_LUMPUR, "2027-05-11T14:00", "2027-05-13T12:00");
    let second = fixture.leg(mission, SINGAPORE, "2027-05-13T16:00", "2027-05-15T11:00");
    for (leg, from) in [(first, "HKG"), (second, "KUL")] {
        fixture.edit_leg(leg, |leg| {
            leg.lodging = "Hotel".to_owned();
            leg.travel = Some(Travel {
                mode: TravelMode::Flight,
                number: "XX 1".to_owned(),
                from: from.to_owned(),
                depart: leg.arrive - chrono::TimeDelta::hours(3),
                depart_zone: "Asia/Hong_Kong".to_owned(),
                depart_fold: None,
                to: "X".to_owned(),
                arrive: leg.arrive,
                arrive_zone: leg.zone.clone(),
                arrive_fold: None,
            });
        });
    }
    fixture.event(
        "Seminar",
        KUALA_LUMPUR,
        "2027-05-12T15:00",
        "2027-05-12T17:00",
        |event| {
            event.mission = Some(mission);
            event.leg = Some(first);
            event.venue = Some(hall);
            event.hosts = vec![local, ours];
            event.market = Some(malaysia);
            event.speakers = vec!["A speaker".to_owned()];
            event.url = "https://example.org".to_owned();
            event.delegates = vec![person];
            event.notes = "Bring the banner".to_owned();
        },
    );
    fixture.event(
        "Reception",
        SINGAPORE,
        "2027-05-14T18:00",
        "2027-05-14T20:00",
        |event| {
            event.mission = Some(mission);
            event.leg = Some(second);
            event.kind = EventKind::Reception;
        },
    );
    fixture.event(
        "Called off",
        SINGAPORE,
        "2027-05-14T09:00",
        "2027-05-14T10:00",
        |event| {
            event.mission = Some(mission);
            event.leg = Some(second);
            event.status = Status::Cancelled;
        },
    );
    Trip {
        fixture,
        mission,
        legs: [first, second],
    }
}

fn copy(trip: &mut Trip, to: &CopyMission) -> Result<CopiedMission, MoveError> {
    let mut n = 1_000;
    let mut ids = || {
        n += 1;
        Uuid::from_u128(n)
    };
    let now = "2026-11-22T06:00:00Z".parse().unwrap();
    copy_mission(&trip.fixture.plan, trip.mission, to, &mut ids, now)
}

fn to(first_day: &str, legs: Vec<LegTarget>) -> CopyMission {
    CopyMission {
        first_day: day(first_day),
        title: None,
        programme: None,
        legs,
    }
}

fn target(leg: LegId, city: crate::fixture::City) -> LegTarget {
    LegTarget {
        leg,
        city: Some(CityId(city.0)),
        place: Wording::english(city.1),
        zone: city.2.to_owned(),
    }
}

#[test]
fn a_copy_to_other_dates_keeps_local_times_and_is_new_in_everything_else() {
    let mut trip = trip();
    let made = copy(&mut trip, &to("2028-05-09", Vec::new())).unwrap();
    assert_eq!(
        (made.mission.from, made.mission.until),
        (day("2028-05-09"), day("2028-05-13"))
    );
    assert_eq!(made.mission.status, Status::Idea);
    assert_eq!(made.legs.len(), 2);
    assert_eq!(made.legs[1].arrive, wall("2028-05-11T16:00"));
    assert_eq!(
        made.legs[1].travel.as_ref().unwrap().depart,
        wall("2028-05-11T13:00")
    );
    assert_eq!(made.events.len(), 2, "the cancelled one is left out");
    assert_eq!(made.left_out.len(), 1);
    let seminar = &made.events[0];
    let old = trip.fixture.plan.events_of(trip.mission)[0].clone();
    assert_eq!(
        (seminar.start, seminar.end),
        (wall("2028-05-10T15:00"), wall("2028-05-10T17:00"))
    );
    assert_eq!((seminar.sequence, seminar.status), (0, Status::Idea));
    assert_ne!(seminar.uid, old.uid);
    assert_eq!(seminar.leg, Some(made.legs[0].id));
    assert_eq!(seminar.venue, old.venue, "the city is the same");
    assert_eq!((seminar.hosts.len(), seminar.delegates.len()), (2, 1));
    assert!(seminar.speakers.is_empty() && seminar.url.is_empty());
    assert_eq!(seminar.notes, old.notes);
    assert_eq!(made.met, []);
    let mut plan = trip.fixture.plan.clone();
    for record in made.records() {
        assert_eq!(crate::validate::check_record(&plan, &record), Ok(()));
        plan.put(record);
    }
}

#[test]
fn a_copy_to_another_city_leaves_venue_lodging_journeys_and_local_hosts_behind() {
    let mut trip = trip();
    let legs = vec![target(trip.legs[0], LONDON)];
    let made = copy(&mut trip, &to("2027-06-08", legs)).unwrap();
    let (leg, seminar) = (&made.legs[0], &made.events[0]);
    assert_eq!(
        (leg.zone.as_str(), leg.place.en.as_str()),
        ("Europe/London", "London")
    );
    assert_eq!((leg.lodging.as_str(), &leg.travel), ("", &None));
    assert_eq!(made.legs[1].travel, None, "it began in the old city");
    assert_eq!(made.legs[1].lodging, "Hotel");
    assert_eq!(seminar.start, wall("2027-06-09T15:00"), "three o'clock in London");
    assert_eq!((seminar.zone.as_str(), seminar.venue), ("Europe/London", None));
    assert_eq!(
        seminar.hosts.len(),
        1,
        "only the body that does not sit in the old city"
    );
    let market = seminar
        .market
        .and_then(|id| trip.fixture.plan.markets().get(&id))
        .unwrap();
    assert_eq!(market.country.as_str(), "GB");
    assert_eq!(
        (made.mission.region, seminar.region),
        (Region::Europe, Region::Europe)
    );
    assert_eq!(made.events[1].zone, "Asia/Singapore");
}

#[test]
fn a_time_that_does_not_exist_in_the_new_city_is_told_with_the_later_reading() {
    let mut trip = trip();
    let seminar = trip.fixture.plan.events_of(trip.mission)[0].id;
    trip.fixture.edit(seminar, |event| {
        event.start = wall("2027-05-12T02:30");
        event.end = wall("2027-05-12T04:00");
    });
    // 14 March 2027 is the mission's second day.
    let legs = vec![target(trip.legs[0], NEW_YORK)];
    let made = copy(&mut trip, &to("2027-03-13", legs)).unwrap();
    let [note] = made.met.as_slice() else {
        panic!("{:?}", made.met)
    };
    assert_eq!(
        (note.field, note.wall, note.chosen),
        (
            TimeField::Start,
            wall("2027-03-14T02:30"),
            wall("2027-03-14T03:30")
        )
    );
    assert_eq!(
        note.met,
        Met::Gap {
            before: wall("2027-03-14T01:59"),
            after: wall("2027-03-14T03:00")
        }
    );
    assert_eq!(note.record, made.events[0].id.into());
    assert_eq!(made.events[0].start, wall("2027-03-14T03:30"));
}

#[test]
fn a_time_that_happens_twice_is_told_with_the_earlier_taken() {
    let mut trip = trip();
    let seminar = trip.fixture.plan.events_of(trip.mission)[0].id;
    trip.fixture.edit(seminar, |event| {
        event.start = wall("2027-05-12T01:30");
        event.end = wall("2027-05-12T04:00");
    });
    let legs = vec![target(trip.legs[0], LONDON)];
    let made = copy(&mut trip, &to("2027-10-30", legs)).unwrap();
    let [note] = made.met.as_slice() else {
        panic!("{:?}", made.met)
    };
    assert_eq!(
        note.met,
        Met::Fold {
            fold: Fold::Earlier,
            earlier_offset_s: 3600,
            later_offset_s: 0
        }
    );
    assert_eq!(made.events[0].start_fold, Some(Fold::Earlier));
}

#[test]
fn a_copy_that_cannot_be_made_is_refused_whole() {
    let mut trip = trip();
    let elsewhere = target(LegId(Uuid::nil()), DUBAI);
    assert_eq!(
        copy(&mut trip, &to("2028-05-09", vec![elsewhere.clone()])).unwrap_err(),
        MoveError::NoSuchLeg(elsewhere.leg)
    );
    let mut nowhere = target(trip.legs[0], DUBAI);
    nowhere.zone = "Asia/Nowhere".to_owned();
    assert_eq!(
        copy(&mut trip, &to("2028-05-09", vec![nowhere])).unwrap_err(),
        MoveError::UnknownZone("Asia/Nowhere".to_owned())
    );
    assert_eq!(
        copy(&mut trip, &to("9999-12-30", Vec::new())).unwrap_err(),
        MoveError::OutOfYears
    );
    trip.mission = MissionId(Uuid::nil());
    assert_eq!(
        copy(&mut trip, &to("2028-05-09", Vec::new())).unwrap_err(),
        MoveError::NoSuchMission
    );
}

#[test]
fn the_copy_joins_the_programme_of_its_year() {
    let mut trip = trip();
    let id = ProgrammeId(trip.fixture.id());
    trip.fixture.plan.put(crate::Programme {
        id,
        title: Wording::english("2150"),
        from: day("2150-01-01"),
        until: day("2150-12-31"),
        notes: String::new(),
    });
    let made = copy(&mut trip, &to("2150-05-09", Vec::new())).unwrap();
    assert_eq!((made.mission.programme, made.events[0].programme), (id, id));
}
