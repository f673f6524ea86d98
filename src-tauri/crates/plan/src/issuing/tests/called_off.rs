//! What is cancelled, and what comes back, above what anybody holds.

use super::*;

#[test]
fn cancelled_postponed_erased_and_moved_out_events_are_cancelled_above_what_is_held_and_only_for_holders() {
    let mut office = Office::new();
    let (cancelled, postponed, erased, left) = (
        office.talk("Cancelled"),
        office.talk("Postponed"),
        office.talk("Erased"),
        office.talk("Left"),
    );
    office.changes_for(1);
    office.edit(cancelled, |event| event.status = Status::Cancelled);
    office.edit(postponed, |event| event.status = Status::Postponed);
    office.fixture.plan.remove(erased);
    office.filtered.push(left);
    let kinds: Vec<ChangeKind> = office.waiting(1).into_iter().map(|(_, kind)| kind).collect();
    assert_eq!(
        kinds,
        [
            ChangeKind::Cancelled,
            ChangeKind::Cancelled,
            ChangeKind::Left,
            ChangeKind::Left
        ]
    );
    let told = [
        sent("Cancelled", 1, true),
        sent("Erased", 1, true),
        sent("Left", 1, true),
        sent("Postponed", 1, true),
    ];
    assert_eq!(office.changes_for(1), told);
    assert_eq!(office.changes_for(1), [], "told once");
    assert_eq!(office.changes_for(2), [], "who never had them hears nothing");
    assert!(office.issue(IssueKind::Whole, &[1, 2]).is_empty());
}

#[test]
fn an_event_that_comes_back_comes_back_above_its_cancellation() {
    let mut office = Office::new();
    let one = office.talk("One");
    let before = office.fixture.plan.events()[&one].clone();
    office.changes_for(1);
    office.fixture.plan.remove(one);
    assert_eq!(office.changes_for(1), [sent("One", 1, true)]);
    // Undo of the erasure gives the event its old number again.
    office.fixture.plan.put(before);
    assert_eq!(office.waiting(1), [("One".to_owned(), ChangeKind::New)]);
    assert_eq!(office.changes_for(1), [sent("One", 2, false)]);
    assert_eq!(
        office.fixture.plan.events()[&one].sequence,
        2,
        "the event keeps it"
    );
    assert_eq!(office.changes_for(1), []);
}

#[test]
fn an_issue_that_is_taken_back_does_not_free_the_number_of_its_cancellation() {
    let mut office = Office::new();
    let one = office.talk("One");
    let before = office.fixture.plan.events()[&one].clone();
    office.changes_for(1);
    office.fixture.plan.remove(one);
    office.changes_for(1);
    office.issues.pop();
    // The file may have been sent all the same.
    office.fixture.plan.put(before);
    office.edit(one, |event| event.title = Wording::english("Again"));
    assert_eq!(office.changes_for(1), [sent("Again", 2, false)]);
}

#[test]
fn a_restored_event_that_has_fallen_behind_the_ledger_goes_out_above_it() {
    let mut office = Office::new();
    let one = office.talk("One");
    let old = office.fixture.plan.events()[&one].clone();
    office.changes_for(1);
    office.edit(one, |event| event.start = wall("2027-05-14T15:00"));
    office.edit(one, |event| event.start = wall("2027-05-14T16:00"));
    office.edit(one, |event| event.end = wall("2027-05-14T18:00"));
    assert_eq!(office.changes_for(1), [sent("One", 3, false)]);
    // A backup brings the event back as it was; what was given out was given out.
    office.fixture.plan.put(old);
    assert_eq!(office.changes_for(1), [sent("One", 4, false)]);
}

#[test]
fn a_move_out_and_into_another_calendar_is_above_the_cancellation() {
    let mut office = Office::new();
    let one = office.talk("One");
    office.changes_for(1);
    office.filtered.push(one);
    assert_eq!(office.changes_for(1), [sent("One", 1, true)]);
    office.filtered.clear();
    assert_eq!(
        office.changes_for(2),
        [sent("One", 2, false)],
        "another who never had it"
    );
    assert_eq!(office.changes_for(1), [sent("One", 2, false)]);
}
