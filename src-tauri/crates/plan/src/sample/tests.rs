//! The sample as a planner meets it.

use std::collections::HashSet;

use super::*;
use crate::checks::{Assumptions, CheckKind, Severity, check_all};
use crate::{EventKind, MissionKind, Plan, Region};

fn ids() -> impl FnMut() -> Uuid {
    let mut n = 0;
    move || {
        n += 1;
        Uuid::from_u128(n)
    }
}

fn plan_of(today: &str) -> Plan {
    let now = format!("{today}T06:00:00Z").parse().unwrap();
    let rules = Rules::bundled();
    let mut plan = Plan::new(rules.clone());
    for record in build(today.parse().unwrap(), now, &rules, &mut ids()) {
        plan.put(record);
    }
    plan
}

#[test]
fn the_sample_shows_all_five_regions_eighteen_months_and_every_kind_of_mission() {
    let plan = plan_of("2026-11-22");
    assert!(plan.missions().len() >= 12);
    assert!(plan.events().len() >= 60, "{}", plan.events().len());
    let regions: HashSet<Region> = plan.missions().values().map(|mission| mission.region).collect();
    assert_eq!(regions.len(), 5);
    let kinds: HashSet<MissionKind> = plan.missions().values().map(|mission| mission.kind).collect();
    assert_eq!(kinds.len(), 4);
    let event_kinds: HashSet<EventKind> = plan.events().values().map(|event| event.kind).collect();
    assert!(event_kinds.len() >= 10, "{event_kinds:?}");
    let first = plan
        .missions()
        .values()
        .map(|mission| mission.from)
        .min()
        .unwrap();
    let last = plan
        .missions()
        .values()
        .map(|mission| mission.until)
        .max()
        .unwrap();
    assert!((last - first).num_days() > 500, "{first} to {last}");
    assert!(
        plan.delegates()
            .values()
            .all(|person| person.notes.contains("(sample)"))
    );
    let joint = plan
        .missions()
        .values()
        .find(|mission| mission.kind == MissionKind::JointMission)
        .unwrap();
    assert_eq!(
        (joint.region, joint.geographic_region),
        (Region::GbaJoint, Region::AsiaPacific)
    );
}

#[test]
fn every_name_has_three_languages_and_every_reference_leads_somewhere() {
    let plan = plan_of("2026-11-22");
    for event in plan.events().values() {
        for wording in [&event.title, &event.place] {
            assert!(
                ![&wording.en, &wording.zh_hant, &wording.zh_hans]
                    .iter()
                    .any(|words| words.is_empty())
            );
        }
        assert!(event.venue.is_none_or(|id| plan.venues().contains_key(&id)));
        assert!(event.mission.is_none_or(|id| plan.missions().contains_key(&id)));
        assert!(plan.event_span(event.id).is_some(), "{}", event.zone);
    }
}

#[test]
fn a_mission_lies_across_the_canadian_change_of_rules_and_one_across_a_change_of_clocks() {
    let plan = plan_of("2026-11-22");
    let offsets = |zone: &str| -> HashSet<i32> {
        let of_zone = plan.events().values().filter(|event| event.zone == zone);
        of_zone
            .map(|event| plan.event_span(event.id).unwrap().start.offset_s)
            .collect()
    };
    assert_eq!(
        offsets("America/Vancouver"),
        HashSet::from([-7 * 3600]),
        "no winter time any more"
    );
    assert_eq!(offsets("Europe/London").len(), 2);
    let crosses = plan.missions().values().any(|mission| {
        let days = (mission.from.to_string(), mission.until.to_string());
        days.0.as_str() < "2026-11-01"
            && days.1.as_str() > "2026-11-01"
            && mission.region == Region::NorthAmerica
    });
    assert!(crosses);
}

#[test]
fn what_is_wrong_on_purpose_is_found_and_nothing_else() {
    let plan = plan_of("2026-11-22");
    let found = check_all(&plan, &Assumptions::default());
    let told: Vec<String> = found.iter().map(crate::checks::explain_en).collect();
    let grave: Vec<CheckKind> = found
        .iter()
        .filter(|one| one.severity != Severity::Note)
        .map(|one| one.kind)
        .collect();
    let expected = [
        CheckKind::DelegateBookedTwice,
        CheckKind::TooLittleTime,
        CheckKind::PublicHoliday,
    ];
    assert_eq!(grave, expected, "{told:#?}");
    assert!(found.len() <= 8, "few notes, so that they are read: {told:#?}");
}

#[test]
fn a_sample_made_in_another_quarter_is_still_whole() {
    for today in ["2027-01-01", "2027-08-15", "2029-12-31", "2031-05-05"] {
        let plan = plan_of(today);
        assert!(plan.events().len() >= 60);
        for event in plan.events().values() {
            let programme = &plan.programmes()[&event.programme];
            assert!(
                programme.from <= event.start.date() && event.end.date() <= programme.until,
                "{today}"
            );
        }
    }
}

#[test]
fn its_calendars_have_been_given_out_and_something_of_each_sort_changed_since() {
    use crate::issuing::{ChangeKind, Ledger, Lens, changes, see_all};
    let plan = plan_of("2026-11-22");
    let now = "2026-11-22T06:00:00Z".parse().unwrap();
    let issues = issues(&plan, now, &mut ids());
    assert!(plan.calendars().len() >= 3 && issues.len() >= 3);
    assert!(plan.recipients().values().all(|one| one.name.contains("(sample)")
        && one.email.ends_with(".example")
        && one.notes.contains("sample")));
    let public = plan
        .calendars()
        .values()
        .find(|one| one.name.en == "Public programme")
        .unwrap();
    let events: Vec<_> = plan
        .events()
        .values()
        .filter(|event| public.filter.statuses.as_ref().unwrap().contains(&event.status))
        .collect();
    let seen = see_all(&plan, Lens::of(public), &events);
    let ledger = Ledger::of(issues.iter().filter(|issue| issue.calendar == public.id));
    let of_public: Vec<_> = plan.recipients_of(public.id).iter().map(|one| one.id).collect();
    let found = changes(&plan, &ledger, &seen, &ledger.groups(&of_public));
    assert_eq!(found.len(), 3, "each recipient holds something else");
    let count = |kind: ChangeKind| found[0].iter().filter(|change| change.kind == kind).count();
    assert_eq!((count(ChangeKind::New), count(ChangeKind::Changed)), (2, 1));
    assert_eq!(count(ChangeKind::Left), 1);
    let (by_rules, edited): (Vec<_>, Vec<_>) = found[0]
        .iter()
        .filter(|change| change.kind == ChangeKind::Moved)
        .partition(|change| change.by_rules());
    assert_eq!(edited.len(), 2);
    assert!(by_rules.len() >= 5, "{}", by_rules.len());
    assert!(
        found[1]
            .iter()
            .all(|change| change.by_rules() || change.kind == ChangeKind::Left)
    );
}

#[test]
fn the_large_sample_has_the_size_asked_for_and_is_always_the_same() {
    let records = large(10_000, &mut ids());
    let count = |wanted: fn(&AnyRecord) -> bool| records.iter().filter(|record| wanted(record)).count();
    assert_eq!(count(|record| matches!(record, AnyRecord::Event(_))), 10_000);
    assert_eq!(count(|record| matches!(record, AnyRecord::Mission(_))), 400);
    assert_eq!(records, large(10_000, &mut ids()));
}
