//! What is told to whom, each change once.

use super::*;

#[test]
fn a_recipient_added_later_gets_everything_and_then_only_what_changed_each_change_once() {
    let mut office = Office::new();
    let (one, _) = (office.talk("One"), office.talk("Two"));
    assert_eq!(
        office.changes_for(1),
        [sent("One", 0, false), sent("Two", 0, false)]
    );
    assert_eq!(office.changes_for(1), [], "nothing unchanged");
    office.edit(one, |event| event.start = wall("2027-05-14T15:30"));
    assert_eq!(office.waiting(1), [("One".to_owned(), ChangeKind::Moved)]);
    assert_eq!(office.changes_for(1), [sent("One", 1, false)]);
    assert_eq!(office.changes_for(1), []);
    assert_eq!(
        office.changes_for(2),
        [sent("One", 1, false), sent("Two", 0, false)]
    );
}

#[test]
fn a_new_name_is_told_without_a_higher_sequence() {
    let mut office = Office::new();
    let one = office.talk("One");
    office.changes_for(1);
    office.edit(one, |event| event.title = Wording::english("Other"));
    assert_eq!(office.waiting(1), [("Other".to_owned(), ChangeKind::Changed)]);
    assert_eq!(office.changes_for(1), [sent("Other", 0, false)]);
}

#[test]
fn what_a_reader_does_not_see_is_no_change() {
    let mut office = Office::new();
    let one = office.talk("One");
    office.changes_for(1);
    office.edit(one, |event| {
        event.notes = "Bring the banner".to_owned();
        event.title.zh_hant = "一".to_owned();
        event.status = Status::Held;
        event.capacity = Some(5);
    });
    assert_eq!(office.waiting(1), []);
    let plan = &office.fixture.plan;
    let event = &plan.events()[&one];
    let hash = |audience| {
        let lens = Lens {
            audience,
            language: Language::English,
        };
        see(plan, lens, event).unwrap().hash
    };
    assert_ne!(
        hash(Audience::Internal),
        hash(Audience::Public),
        "the office sees the notes"
    );
}

#[test]
fn a_change_that_is_taken_back_before_it_was_told_is_none() {
    let mut office = Office::new();
    let one = office.talk("One");
    office.changes_for(1);
    office.edit(one, |event| event.start = wall("2027-05-14T15:00"));
    office.edit(one, |event| event.start = wall("2027-05-14T14:00"));
    assert_eq!(office.fixture.plan.events()[&one].sequence, 2);
    assert_eq!(office.changes_for(1), []);
}

#[test]
fn issues_can_be_compared_with_each_other() {
    let mut office = Office::new();
    let (one, two) = (office.talk("One"), office.talk("Two"));
    office.changes_for(1);
    office.edit(one, |event| event.start = wall("2027-05-14T15:00"));
    office.fixture.plan.remove(two);
    office.changes_for(1);
    office.talk("Three");
    let plan: &Plan = &office.fixture.plan;
    let ledger = Ledger::of(&office.issues);
    let past = Past::of(plan, &ledger.as_of(2));
    let seen: Vec<Seen<'_>> = past.iter().map(Past::seen).collect();
    let found = changes(plan, &ledger, &seen, &[ledger.as_of(1)]);
    let told: Vec<(&str, ChangeKind)> = found[0]
        .iter()
        .map(|change| (change.now.unwrap().title, change.kind))
        .collect();
    assert_eq!(told, [("One", ChangeKind::Moved), ("Two", ChangeKind::Cancelled)]);
}
