//! Which files go to whom.

use super::*;

#[test]
fn those_who_need_the_same_share_a_pack_and_the_others_get_their_own() {
    let mut office = Office::new();
    let one = office.talk("One");
    office.issue(IssueKind::Whole, &[1, 2]);
    office.edit(one, |event| event.start = wall("2027-05-14T15:00"));
    office.issue(IssueKind::Changes, &[2]);
    let two = office.talk("Two");
    let packs = office.issue(IssueKind::Changes, &[1, 2, 3]);
    let expected = [
        (
            vec![recipient(1), recipient(3)],
            vec![sent("One", 1, false), sent("Two", 0, false)],
        ),
        (vec![recipient(2)], vec![sent("Two", 0, false)]),
    ];
    assert_eq!(packs, expected);
    assert_eq!(office.issues.last().unwrap().number, 4);
    office.edit(two, |event| event.zone = "Asia/Singapore".to_owned());
    let merged = {
        let plan = &office.fixture.plan;
        let seen = see_all(plan, LENS, &office.meant());
        let ledger = Ledger::of(&office.issues);
        let groups = ledger.groups(&[recipient(1), recipient(2), recipient(3)]);
        let found = changes(plan, &ledger, &seen, &groups);
        let merged = merged(&found);
        merged
            .iter()
            .map(|change| change.recipients.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(merged.len(), 1, "the same change stands once");
    assert_eq!(merged[0].len(), 3);
}

#[test]
fn a_whole_issue_holds_everything_and_cancels_what_is_held_and_gone() {
    let mut office = Office::new();
    let (one, _) = (office.talk("One"), office.talk("Two"));
    office.issue(IssueKind::Whole, &[1]);
    office.fixture.plan.remove(one);
    let packs = office.issue(IssueKind::Whole, &[1, 2]);
    let expected = [
        (
            vec![recipient(1)],
            vec![sent("One", 1, true), sent("Two", 0, false)],
        ),
        (vec![recipient(2)], vec![sent("Two", 0, false)]),
    ];
    assert_eq!(packs, expected);
}
