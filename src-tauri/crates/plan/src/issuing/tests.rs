//! Proof of what is held, what changed and which numbers go out.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use outreach_zones::{Release, Rules, Source};
use uuid::Uuid;

use super::*;
use crate::fixture::{Fixture, KUALA_LUMPUR, LONDON, wall};
use crate::{Audience, CalendarId, Event, EventId, IssueId, Language, Plan, RecipientId, Status, Wording};

const LENS: Lens = Lens {
    language: Language::English,
    audience: Audience::Public,
};

fn recipient(n: u128) -> RecipientId {
    RecipientId(Uuid::from_u128(n))
}

fn made(n: u32) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::days(n.into())
}

/// A planner who issues one calendar of all events, and remembers what she gave out.
struct Office {
    fixture: Fixture,
    issues: Vec<Issue>,
    taken: BTreeMap<String, u32>,
    /// Events the filter does not mean any more.
    filtered: Vec<EventId>,
}

/// What a recipient's program was sent: UID, SEQUENCE, whether it is cancelled.
type Sent = Vec<(String, u32, bool)>;

impl Office {
    fn new() -> Self {
        Self {
            fixture: Fixture::new(),
            issues: Vec::new(),
            taken: BTreeMap::new(),
            filtered: Vec::new(),
        }
    }

    fn talk(&mut self, title: &str) -> EventId {
        self.fixture.event(
            title,
            KUALA_LUMPUR,
            "2027-05-14T14:00",
            "2027-05-14T16:00",
            |event| {
                event.sequence = 0;
            },
        )
    }

    /// As an edit on a screen: SEQUENCE rises with what is significant.
    fn edit(&mut self, id: EventId, edit: impl FnOnce(&mut Event)) {
        let before = self.fixture.plan.events()[&id].clone();
        self.fixture.edit(id, edit);
        if before.changes_significantly(&self.fixture.plan.events()[&id]) {
            self.fixture.edit(id, |event| event.sequence += 1);
        }
    }

    fn meant(&self) -> Vec<&Event> {
        let events = self.fixture.plan.events().values();
        events
            .filter(|event| !self.filtered.contains(&event.id))
            .collect()
    }

    /// The kinds of changes that wait for a recipient, by title.
    fn waiting(&self, of: u128) -> Vec<(String, ChangeKind)> {
        let plan = &self.fixture.plan;
        let seen = see_all(plan, LENS, &self.meant());
        let ledger = Ledger::of(&self.issues);
        let groups = ledger.groups(&[recipient(of)]);
        let found = changes(plan, &ledger, &seen, &groups);
        found[0]
            .iter()
            .map(|change| {
                let title = change.now.map(|now| now.title.to_owned());
                let title = title.or(change.held.map(|held| held.title.clone()));
                (title.unwrap(), change.kind)
            })
            .collect()
    }

    /// Issues to these recipients; what each pack held, in order.
    fn issue(&mut self, kind: IssueKind, to: &[u128]) -> Vec<(Vec<RecipientId>, Sent)> {
        let mut plan = self.fixture.plan.clone();
        let to: Vec<RecipientId> = to.iter().copied().map(recipient).collect();
        let mut given = Vec::new();
        {
            let events = self.meant();
            let seen = see_all(&self.fixture.plan, LENS, &events);
            let ledger = Ledger::of(&self.issues);
            let groups = ledger.groups(&to);
            let found = changes(&self.fixture.plan, &ledger, &seen, &groups);
            let numbers = Sequences::of(&self.issues, &self.taken);
            for (place, pack) in packs(kind, &seen, &groups, &found).into_iter().enumerate() {
                let mut items: Vec<IssuedItem> = Vec::new();
                for seen in &pack.on {
                    let number = numbers.on(seen);
                    if number > seen.event.sequence {
                        plan.put(Event {
                            sequence: number,
                            ..seen.event.clone()
                        });
                    }
                    items.push(seen.issued(number));
                }
                for change in &pack.cancelled {
                    items.push(change.called_off(numbers.cancelled(change)));
                }
                let number = ledger.next_number() + u32::try_from(place).unwrap();
                given.push(Issue {
                    id: IssueId(Uuid::from_u128(1000 + u128::from(number))),
                    calendar: CalendarId(Uuid::nil()),
                    number,
                    made: made(number),
                    actor: String::new(),
                    kind,
                    recipients: pack.recipients,
                    rules: plan.rules().release().to_string(),
                    items,
                });
            }
        }
        self.fixture.plan = plan;
        for item in given
            .iter()
            .flat_map(|issue| &issue.items)
            .filter(|item| item.cancelled)
        {
            let number = self.taken.entry(item.uid.clone()).or_default();
            *number = item.sequence.max(*number);
        }
        let sent = |issue: &Issue| {
            let mut items: Sent = issue
                .items
                .iter()
                .map(|item| (item.title.clone(), item.sequence, item.cancelled))
                .collect();
            items.sort();
            (issue.recipients.clone(), items)
        };
        let told = given.iter().map(sent).collect();
        self.issues.extend(given);
        told
    }

    fn changes_for(&mut self, of: u128) -> Sent {
        let mut packs = self.issue(IssueKind::Changes, &[of]);
        assert!(packs.len() <= 1);
        packs.pop().map(|(_, sent)| sent).unwrap_or_default()
    }
}

fn sent(title: &str, sequence: u32, cancelled: bool) -> (String, u32, bool) {
    (title.to_owned(), sequence, cancelled)
}

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

#[test]
fn the_zone_of_whole_days_moves_nobody() {
    let mut office = Office::new();
    let fair = office.fixture.event(
        "Fair",
        KUALA_LUMPUR,
        "2027-05-14T00:00",
        "2027-05-16T00:00",
        |event| {
            event.sequence = 0;
            event.all_day = true;
        },
    );
    office.changes_for(1);
    office.edit(fair, |event| event.zone = "Asia/Tokyo".to_owned());
    assert_eq!(office.waiting(1), []);
    office.edit(fair, |event| event.end = wall("2027-05-17T00:00"));
    assert_eq!(office.changes_for(1), [sent("Fair", 1, false)]);
}

/// The bundled rules with the clocks of another zone for one name.
fn rules_with(name: &str, as_in: &str, release: &str) -> Rules {
    let release: Release = release.parse().unwrap();
    let files: Vec<(String, Vec<u8>)> = Rules::bundled().files().collect();
    let other = files.iter().find(|(file, _)| file == as_in).unwrap().1.clone();
    let exchanged = files.into_iter().map(|(file, bytes)| {
        let bytes = if file == name { other.clone() } else { bytes };
        (file, bytes)
    });
    Rules::from_tzif_tree(exchanged, release, Source::Imported).unwrap()
}

#[test]
fn an_instant_that_new_rules_moved_raises_the_sequence_though_nobody_edited() {
    let mut office = Office::new();
    let (talk, other) = (
        office.talk("Talk"),
        office
            .fixture
            .event("Other", LONDON, "2027-05-14T14:00", "2027-05-14T16:00", |event| {
                event.sequence = 0;
            }),
    );
    office.changes_for(1);
    office
        .fixture
        .plan
        .set_rules(rules_with("Asia/Kuala_Lumpur", "Asia/Tokyo", "2031a"));
    assert_eq!(office.waiting(1), [("Talk".to_owned(), ChangeKind::Moved)]);
    assert_eq!(office.changes_for(1), [sent("Talk", 1, false)]);
    assert_eq!(office.fixture.plan.events()[&talk].sequence, 1);
    assert_eq!(office.fixture.plan.events()[&other].sequence, 0);
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

mod any_story {
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
}
