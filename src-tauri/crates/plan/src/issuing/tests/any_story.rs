//! However a plan is edited and issued, who takes every file has the right times.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;

/// What a calendar program holds: the version with the highest SEQUENCE, of equals the later.
type Program = BTreeMap<String, (u32, bool, Option<IssuedItem>)>;

fn receive(program: &mut Program, issue: &Issue) {
    for item in &issue.items {
        let held = program.get(&item.uid).map(|(sequence, ..)| *sequence);
        if held.is_none_or(|held| held <= item.sequence) {
            program.insert(
                item.uid.clone(),
                (item.sequence, item.cancelled, Some(item.clone())),
            );
        }
    }
}

#[derive(Clone, Debug)]
enum Step {
    Add,
    Move(usize, i64),
    Rename(usize),
    Cancel(usize),
    Revive(usize),
    Erase(usize),
    Unerase,
    Filter(usize),
    Unfilter,
    GoBack(usize),
    Issue(IssueKind, u128),
    TakeBack,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        Just(Step::Add),
        (0..6_usize, 1..5_i64).prop_map(|(at, by)| Step::Move(at, by)),
        (0..6_usize).prop_map(Step::Rename),
        (0..6_usize).prop_map(Step::Cancel),
        (0..6_usize).prop_map(Step::Revive),
        (0..6_usize).prop_map(Step::Erase),
        Just(Step::Unerase),
        (0..6_usize).prop_map(Step::Filter),
        Just(Step::Unfilter),
        (0..6_usize).prop_map(Step::GoBack),
        (
            prop_oneof![Just(IssueKind::Whole), Just(IssueKind::Changes)],
            1..4_u128
        )
            .prop_map(|(kind, to)| Step::Issue(kind, to)),
        Just(Step::TakeBack),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// However the plan is edited, undone and restored, a program that takes every file in order and ignores what
    /// its SEQUENCE calls old shows exactly what the calendar says after each issue.
    #[test]
    fn who_takes_every_file_in_order_has_the_right_times(steps in prop::collection::vec(step(), 1..60)) {
        let mut office = Office::new();
        let mut erased: Vec<Event> = Vec::new();
        let mut first: BTreeMap<EventId, Event> = BTreeMap::new();
        let mut programs: BTreeMap<u128, Program> = BTreeMap::new();
        let mut names = 0;
        for step in steps {
            let ids: Vec<EventId> = office.fixture.plan.events().keys().copied().collect();
            let at = |place: usize| ids.get(place % ids.len().max(1)).copied();
            match step {
                Step::Add => {
                    names += 1;
                    let id = office.talk(&format!("Event {names}"));
                    first.insert(id, office.fixture.plan.events()[&id].clone());
                }
                Step::Move(place, by) => if let Some(id) = at(place) {
                    office.edit(id, |event| {
                        event.start += TimeDelta::hours(by);
                        event.end += TimeDelta::hours(by);
                    });
                },
                Step::Rename(place) => if let Some(id) = at(place) {
                    office.edit(id, |event| event.title.en.push('x'));
                },
                Step::Cancel(place) => if let Some(id) = at(place) {
                    office.edit(id, |event| event.status = Status::Cancelled);
                },
                Step::Revive(place) => if let Some(id) = at(place) {
                    office.edit(id, |event| event.status = Status::Confirmed);
                },
                Step::Erase(place) => if let Some(id) = at(place) {
                    erased.push(office.fixture.plan.events()[&id].clone());
                    office.fixture.plan.remove(id);
                },
                Step::Unerase => if let Some(event) = erased.pop() {
                    office.fixture.plan.put(event);
                },
                Step::Filter(place) => if let Some(id) = at(place) {
                    office.filtered.push(id);
                },
                Step::Unfilter => office.filtered.clear(),
                // As a restored backup does: the event as it first was, number and all.
                Step::GoBack(place) => if let Some(id) = at(place) {
                    office.fixture.plan.put(first[&id].clone());
                },
                Step::TakeBack => {
                    // Only an issue that nobody was sent: its files were made and thrown away.
                }
                Step::Issue(kind, to) => {
                    let before = office.issues.len();
                    office.issue(kind, &[to]);
                    let program = programs.entry(to).or_default();
                    for issue in &office.issues[before..] {
                        receive(program, issue);
                    }
                    let plan = &office.fixture.plan;
                    let on = see_all(plan, LENS, &office.meant());
                    let shown: BTreeMap<&str, (&str, DateTime<Utc>)> = program
                        .iter()
                        .filter(|(_, (_, cancelled, _))| !cancelled)
                        .map(|(uid, (.., item))| {
                            let item = item.as_ref().unwrap();
                            (uid.as_str(), (item.title.as_str(), item.utc_start))
                        })
                        .collect();
                    let right: BTreeMap<&str, (&str, DateTime<Utc>)> = on
                        .iter()
                        .filter(|seen| seen.is_on())
                        .map(|seen| (seen.event.uid.as_str(), (seen.title, seen.span.start.utc)))
                        .collect();
                    prop_assert_eq!(shown, right);
                    prop_assert!(office.waiting(to).is_empty());
                }
            }
        }
    }
}
