//! Bad input, field by field.

mod people;

use chrono::NaiveDateTime;
use outreach_zones::{Fold, Rules};
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::{Event, EventId, Mission, RecordRef, Region, VenueId, Wording, sample};

fn plan() -> Plan {
    let mut n = 0;
    let mut ids = || {
        n += 1;
        Uuid::from_u128(n)
    };
    let rules = Rules::bundled();
    let mut plan = Plan::new(rules.clone());
    let now = "2026-11-22T06:00:00Z".parse().unwrap();
    for record in sample::build("2026-11-22".parse().unwrap(), now, &rules, &mut ids) {
        plan.put(record);
    }
    plan
}

fn event_of(plan: &Plan) -> Event {
    plan.events()
        .values()
        .find(|event| event.leg.is_some())
        .unwrap()
        .clone()
}

fn wall(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

fn refused(plan: &Plan, record: impl Into<AnyRecord>) -> Vec<(String, FieldProblem)> {
    let found = check_record(plan, &record.into()).err().unwrap_or_default();
    found.into_iter().map(|one| (one.field, one.problem)).collect()
}

#[test]
fn every_record_of_the_sample_is_accepted_and_clean_already() {
    let plan = plan();
    let keys: Vec<RecordRef> = plan
        .events()
        .keys()
        .map(|&id| id.into())
        .chain(plan.legs().keys().map(|&id| id.into()))
        .chain(plan.missions().keys().map(|&id| id.into()))
        .chain(plan.venues().keys().map(|&id| id.into()))
        .chain(plan.partners().keys().map(|&id| id.into()))
        .chain(plan.delegates().keys().map(|&id| id.into()))
        .chain(plan.markets().keys().map(|&id| id.into()))
        .chain(plan.offices().keys().map(|&id| id.into()))
        .chain(plan.programmes().keys().map(|&id| id.into()))
        .chain(plan.calendars().keys().map(|&id| id.into()))
        .chain(plan.recipients().keys().map(|&id| id.into()))
        .collect();
    assert!(keys.len() > 200);
    for key in keys {
        let record = plan.get(key).unwrap();
        assert_eq!(check_record(&plan, &record), Ok(()), "{record:?}");
        assert_eq!(check_typed_times(&plan, &record), Ok(()), "{record:?}");
        assert_eq!(clean(record.clone()), record);
    }
}

#[test]
fn a_text_may_be_empty_only_where_nobody_needs_it_and_long_only_up_to_its_bound() {
    let plan = plan();
    let mut event = event_of(&plan);
    event.title = Wording::default();
    event.notes = "x".repeat(NOTES_MOST + 1);
    event.place.en = "長".repeat(NAME_MOST + 1);
    assert_eq!(
        refused(&plan, event.clone()),
        [
            ("title".to_owned(), FieldProblem::Empty),
            ("place.en".to_owned(), FieldProblem::TooLong { most: NAME_MOST }),
            ("notes".to_owned(), FieldProblem::TooLong { most: NOTES_MOST }),
        ]
    );
    event.title.zh_hant = "長".repeat(NAME_MOST);
    event.place.en.clear();
    event.notes = "é".repeat(NOTES_MOST);
    assert_eq!(refused(&plan, event), []);
}

#[test]
fn what_looks_like_code_is_text_and_stays_as_it_was_typed() {
    let plan = plan();
    for text in [
        "=cmd()",
        "<script>alert(1)</script>",
        "שלום",
        "🎉👩‍🔬",
        "O'Brien \"x\" ; \\n",
    ] {
        let mut event = event_of(&plan);
        event.title.en = text.to_owned();
        let cleaned = clean(event.into());
        let AnyRecord::Event(event) = &cleaned else {
            unreachable!("an event stays an event")
        };
        assert_eq!(event.title.en, text);
        assert_eq!(check_record(&plan, &cleaned), Ok(()));
    }
}

#[test]
fn control_characters_are_cleaned_away_and_nul_is_refused() {
    let plan = plan();
    let mut event = event_of(&plan);
    event.title.en = "Bad\u{8}\r\nname\u{202E}".to_owned();
    event.notes = "two\r\nlines\u{7}".to_owned();
    assert_eq!(refused(&plan, event.clone()).len(), 2);
    let AnyRecord::Event(mut event) = clean(event.into()) else {
        unreachable!("an event stays an event")
    };
    assert_eq!(
        (event.title.en.as_str(), event.notes.as_str()),
        ("Bad name", "two\nlines")
    );
    event.notes = "a\0b".to_owned();
    let cleaned = clean(event.into());
    assert_eq!(
        check_record(&plan, &cleaned).unwrap_err(),
        [Invalid {
            field: "notes".to_owned(),
            problem: FieldProblem::ControlCharacter
        }]
    );
}

#[test]
fn years_1900_and_9999_are_accepted_and_their_neighbours_refused() {
    let plan = plan();
    for (start, good) in [
        ("1900-01-01T10:00:00", true),
        ("9999-12-31T10:00:00", true),
        ("1899-12-31T10:00:00", false),
        ("+10000-01-01T10:00:00", false),
    ] {
        let mut event = event_of(&plan);
        event.start = wall(start);
        event.end = event.start;
        assert_eq!(refused(&plan, event).is_empty(), good, "{start}");
    }
}

#[test]
fn an_end_before_its_start_is_refused_by_instants_not_by_clocks() {
    let plan = plan();
    let mut event = event_of(&plan);
    event.zone = "Europe/London".to_owned();
    // 01:50 summer time is before 01:10 winter time: the clocks went back in between.
    event.start = wall("2026-10-25T01:50:00");
    event.start_fold = Some(Fold::Earlier);
    event.end = wall("2026-10-25T01:10:00");
    event.end_fold = Some(Fold::Later);
    assert_eq!(refused(&plan, event.clone()), []);
    event.end_fold = Some(Fold::Earlier);
    assert_eq!(
        refused(&plan, event),
        [("end".to_owned(), FieldProblem::EndBeforeStart)]
    );
}

#[test]
fn an_unknown_zone_is_refused_with_what_was_probably_meant() {
    let plan = plan();
    let mut event = event_of(&plan);
    event.zone = "Asia/Kuala_Lumpor".to_owned();
    let found = refused(&plan, event);
    let [(field, FieldProblem::UnknownZone { suggestions })] = found.as_slice() else {
        panic!("{found:?}");
    };
    assert_eq!(field, "zone");
    assert!(
        suggestions.iter().any(|name| name == "Asia/Kuala_Lumpur"),
        "{suggestions:?}"
    );
}

#[test]
fn a_typed_time_in_a_gap_is_refused_with_both_neighbours_and_a_fold_must_be_chosen() {
    let plan = plan();
    let mut event = event_of(&plan);
    event.zone = "America/New_York".to_owned();
    event.start = wall("2027-03-14T02:30:00");
    event.end = wall("2027-11-07T01:30:00");
    let found = check_typed_times(&plan, &event.clone().into()).unwrap_err();
    assert_eq!(
        found[0].problem,
        FieldProblem::TimeInGap {
            before: wall("2027-03-14T01:59:00"),
            after: wall("2027-03-14T03:00:00")
        }
    );
    assert_eq!(
        found[1].problem,
        FieldProblem::UndecidedFold {
            earlier_offset_s: -4 * 3600,
            later_offset_s: -5 * 3600
        }
    );
    assert_eq!(
        check_record(&plan, &event.into()),
        Ok(()),
        "changed rules may put a stored time there"
    );
}

#[test]
fn what_is_pointed_at_must_be_there_and_belong_together() {
    let plan = plan();
    let mut event = event_of(&plan);
    event.venue = Some(VenueId(Uuid::from_u128(u128::MAX)));
    event.mission = plan
        .missions()
        .keys()
        .copied()
        .find(|&id| Some(id) != event.mission);
    event.region = Region::GbaJoint;
    let fields: Vec<String> = refused(&plan, event)
        .into_iter()
        .map(|(field, _)| field)
        .collect();
    assert!(
        ["leg", "venue"]
            .iter()
            .all(|field| fields.iter().any(|one| one == field)),
        "{fields:?}"
    );
}

#[test]
fn a_mission_takes_place_in_a_part_of_the_world() {
    let plan = plan();
    let mut mission: Mission = plan.missions().values().next().unwrap().clone();
    mission.geographic_region = Region::GbaJoint;
    assert_eq!(
        refused(&plan, mission.clone()),
        [("geographic_region".to_owned(), FieldProblem::NotGeographic)]
    );
    mission.region = Region::Europe;
    mission.geographic_region = Region::MiddleEast;
    assert_eq!(
        refused(&plan, mission.clone()),
        [("region".to_owned(), FieldProblem::RegionMismatch)]
    );
    mission.region = Region::GbaJoint;
    mission.until = mission.from.pred_opt().unwrap();
    assert_eq!(
        refused(&plan, mission),
        [("until".to_owned(), FieldProblem::EndBeforeStart)]
    );
}

#[test]
fn only_web_addresses_language_tags_and_points_on_earth_are_accepted() {
    let plan = plan();
    let mut event = event_of(&plan);
    for (url, good) in [
        ("", true),
        ("https://example.org/a?b=c", true),
        ("HTTP://EXAMPLE.ORG", true),
        ("javascript:alert(1)", false),
        ("https://", false),
        ("https://a b", false),
        ("例子", false),
    ] {
        event.url = url.to_owned();
        assert_eq!(refused(&plan, event.clone()).is_empty(), good, "{url}");
    }
    event.url.clear();
    event.languages = vec!["zh-Hant-HK".to_owned(), "English".to_owned()];
    assert_eq!(
        refused(&plan, event),
        [("languages".to_owned(), FieldProblem::NotALanguage)]
    );
    let mut venue = plan.venues().values().next().unwrap().clone();
    venue.latitude = Some(f64::NAN);
    venue.longitude = Some(180.5);
    venue.capacity = Some(CAPACITY_MOST + 1);
    assert_eq!(refused(&plan, venue).len(), 3);
}

#[test]
fn an_event_of_whole_days_begins_and_ends_at_midnight() {
    let plan = plan();
    let mut event = event_of(&plan);
    event.all_day = true;
    event.start = wall("2027-05-14T00:00:00");
    event.end = wall("2027-05-16T12:00:00");
    assert_eq!(
        refused(&plan, event),
        [("end".to_owned(), FieldProblem::NotMidnight)]
    );
}

#[test]
fn tags_are_trimmed_and_kept_once_whatever_their_case() {
    let plan = plan();
    let mut event = event_of(&plan);
    event.tags = [" GBA ", "gba", "", "大灣區", "大灣區"]
        .map(str::to_owned)
        .to_vec();
    event.delegates = vec![*plan.delegates().keys().next().unwrap(); 3];
    let AnyRecord::Event(event) = clean(event.into()) else {
        unreachable!("an event stays an event")
    };
    assert_eq!(event.tags, ["GBA", "大灣區"]);
    assert_eq!(event.delegates.len(), 1);
}

#[test]
fn what_points_at_a_record_is_known_before_it_goes() {
    let plan = plan();
    let event = event_of(&plan);
    let mission = event.mission.unwrap();
    let pointing = pointing_at(&plan, mission.into());
    assert!(pointing.contains(&event.id.into()));
    assert_eq!(
        pointing.len(),
        plan.legs_of(mission).len() + plan.events_of(mission).len()
    );
    assert_eq!(pointing_at(&plan, EventId(event.id.0).into()), []);
}

proptest! {
    #[test]
    fn cleaning_twice_is_cleaning_once_and_leaves_nothing_to_refuse_but_nul(title in ".*", notes in "(?s).*") {
        let plan = Plan::new(Rules::bundled());
        let programme = crate::Programme {
            id: crate::ProgrammeId(Uuid::nil()),
            title: Wording::english(format!("x{title}")),
            from: "2027-01-01".parse().unwrap(),
            until: "2027-12-31".parse().unwrap(),
            notes: notes.clone(),
        };
        let once = clean(programme.into());
        prop_assert_eq!(clean(once.clone()), once.clone());
        let has_nul = title.contains('\0') || notes.contains('\0');
        prop_assert_eq!(check_record(&plan, &once).is_err(), has_nul);
    }
}
