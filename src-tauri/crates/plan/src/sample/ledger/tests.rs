//! The sample's people as a planner meets them.

use std::collections::{BTreeSet, HashSet};

use outreach_zones::Rules;
use uuid::Uuid;

use crate::people::{InvitationStatus, LetterKind, VisitStage, seats, visits, waiting};
use crate::sample::{LARGE_EVENT_GUESTS, build, large_people, letters};
use crate::validate::{check_record, clean};
use crate::{AnyRecord, Language, Plan};

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

fn is_of_the_ledger(record: &AnyRecord) -> bool {
    !matches!(
        record,
        AnyRecord::Programme(_) | AnyRecord::Mission(_) | AnyRecord::Leg(_) | AnyRecord::Event(_)
    )
}

#[test]
fn whenever_it_is_made_every_record_of_the_ledger_is_accepted_and_clean_and_no_event_is_overbooked() {
    for today in ["2026-11-22", "2027-01-01", "2027-08-15", "2029-12-31"] {
        let now = format!("{today}T06:00:00Z").parse().unwrap();
        let plan = plan_of(today);
        for record in build(today.parse().unwrap(), now, &Rules::bundled(), &mut ids()) {
            if is_of_the_ledger(&record) {
                let record = plan.get(record.key()).unwrap();
                assert_eq!(check_record(&plan, &record), Ok(()), "{today} {record:?}");
                assert_eq!(clean(record.clone()), record);
            }
        }
        for event in plan.events().keys() {
            let count = seats::count(&plan, *event);
            assert_eq!(count.over, 0, "{today}");
        }
        for invitation in plan.invitations().values() {
            assert!(
                invitation.steps.iter().all(|step| step.at <= now),
                "nothing is known before it happens"
            );
            assert!(invitation.steps.is_sorted_by_key(|step| step.at));
        }
        for visit in plan.visits().values() {
            assert!(visit.steps.is_sorted_by_key(|step| step.on), "{today}");
            assert!(visits::overlaps(visit).is_empty());
        }
    }
}

#[test]
fn it_shows_a_hundred_people_in_three_scripts_who_all_say_that_they_are_invented() {
    let plan = plan_of("2026-11-22");
    assert!(plan.people().len() >= 115, "{}", plan.people().len());
    let people: Vec<_> = plan.people().values().collect();
    assert!(people.iter().all(|one| one.notes.contains("(sample)")));
    assert!(
        people
            .iter()
            .all(|one| one.emails.iter().all(|email| email.address.ends_with(".example")))
    );
    let scripts = |of: &dyn Fn(char) -> bool| {
        people
            .iter()
            .filter(|one| one.names().in_language(Language::English).chars().any(of))
            .count()
    };
    assert!(scripts(&|c| c.is_ascii_alphabetic()) > 80);
    assert!(scripts(&|c| ('\u{4E00}'..='\u{9FFF}').contains(&c)) >= 3);
    assert!(scripts(&|c| ('\u{0600}'..='\u{06FF}').contains(&c)) >= 2);
    assert!(people.iter().filter(|one| !one.chinese.is_empty()).count() > 45);
    let due = people.iter().filter(|one| {
        one.retain_until
            .is_some_and(|day| day < "2026-11-22".parse().unwrap())
    });
    assert!(due.count() >= 3);
    assert!(people.iter().any(|one| one.notices.is_empty()));
}

#[test]
fn it_shows_every_status_of_an_invitation_every_stage_of_a_visit_and_a_full_house_with_a_wait_list() {
    let plan = plan_of("2026-11-22");
    let statuses: HashSet<InvitationStatus> = plan.invitations().values().map(|one| one.status).collect();
    assert_eq!(statuses.len(), InvitationStatus::ALL.len(), "{statuses:?}");
    let stages: BTreeSet<VisitStage> = plan.visits().values().map(|one| one.stage).collect();
    assert_eq!(stages.len(), VisitStage::ALL.len(), "{stages:?}");
    let full = plan
        .events()
        .values()
        .find(|event| event.title.en.starts_with("Roundtable on artificial"));
    let full = full.unwrap().id;
    let list = waiting::order(&plan, full);
    assert!(
        list.len() >= 3 && list.iter().all(|one| one.why_not.is_some()),
        "{:?}",
        seats::count(&plan, full)
    );
    let dinner = plan
        .events()
        .values()
        .find(|event| event.title.en == "Welcome dinner")
        .unwrap();
    let seated = plan
        .invitations_at(dinner.id)
        .into_iter()
        .filter(|one| !one.table.is_empty())
        .count();
    assert!(seated >= 5 && plan.arrangement_of(dinner.id).unwrap().tables.len() == 4);
    let badges: HashSet<&str> = plan
        .invitations()
        .values()
        .map(|one| one.badge.as_str())
        .collect();
    assert_eq!(badges.len(), plan.invitations().len(), "no badge twice");
    assert_eq!((plan.notices().len(), plan.distincts().len()), (2, 1));
    assert!(plan.saved_lists().len() >= 4);
}

#[test]
fn every_kind_of_letter_is_there_in_three_languages_with_the_same_places() {
    let letters = letters(&mut ids());
    let kinds: Vec<LetterKind> = letters.iter().map(|letter| letter.kind).collect();
    assert_eq!(
        kinds,
        [
            LetterKind::Invitation,
            LetterKind::Reminder,
            LetterKind::Promotion,
            LetterKind::Cancellation,
            LetterKind::FollowUp
        ]
    );
    for letter in letters {
        let places = |text: &str| {
            let pieces = text.split('{').skip(1).filter_map(|piece| piece.split_once('}'));
            pieces
                .map(|(place, _)| place.to_owned())
                .collect::<BTreeSet<String>>()
        };
        let of = places(&letter.body.en);
        assert!(
            of.contains("addressed") && of.contains("event"),
            "{}",
            letter.name
        );
        assert_eq!(places(&letter.body.zh_hant), of, "{}", letter.name);
        assert_eq!(places(&letter.body.zh_hans), of, "{}", letter.name);
    }
}

#[test]
fn the_large_ledger_has_the_size_asked_for_is_always_the_same_and_sound() {
    let records = large_people(12_000, &mut ids());
    assert_eq!(records, large_people(12_000, &mut ids()));
    let mut plan = Plan::new(Rules::bundled());
    records.iter().cloned().for_each(|record| plan.put(record));
    assert_eq!(
        (plan.people().len(), plan.invitations().len()),
        (12_000, LARGE_EVENT_GUESTS)
    );
    for record in records.iter().step_by(97) {
        assert_eq!(check_record(&plan, record), Ok(()), "{record:?}");
        assert_eq!(&clean(record.clone()), record);
    }
}
