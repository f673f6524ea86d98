//! Capacity, VIP holds, quotas, the wait-list and the tables.

use super::*;
use crate::people::seats::lowered;
use crate::people::waiting::{order, proposals};
use crate::people::{seating, steps};

fn companions(n: u16) -> impl FnOnce(&mut Invitation) {
    move |invitation| invitation.unnamed = n
}

#[test]
fn a_party_takes_seats_for_all_of_it_and_is_never_split() {
    let mut party = Party::of(Some(4));
    let pair = party.guest_with("Ito", Invited, |one| {
        one.companions = vec![Companion {
            name: "Ito's guest".to_owned(),
            ..Companion::default()
        }];
    });
    let three = party.guest_with("Berg", Invited, companions(2));
    assert_eq!(party.code(pair, Accepted), "");
    assert_eq!((party.seats().taken, party.seats().free), (2, Some(2)));
    let why = party.go(three, step(Accepted)).unwrap_err();
    assert_eq!(
        (
            why.code(),
            why.params()["party"].as_str(),
            why.params()["free"].as_str()
        ),
        ("full", "3", "2")
    );
    assert_eq!(party.code(three, WaitListed), "");
    let seats = party.seats();
    assert_eq!((seats.taken, seats.waiting, seats.waiting_parties), (2, 3, 1));
    assert_eq!(
        proposals(&party.fixture.plan, party.event),
        [],
        "not two of the three"
    );
}

#[test]
fn seats_held_for_vips_are_out_of_reach_until_vips_take_them() {
    let mut party = Party::of(Some(3));
    party.arrange(|one| one.vip_held = 2);
    let first = party.guest("Alder", Invited);
    let second = party.guest("Birch", Invited);
    let vip = party.guest_with("Cedar", Invited, |one| one.vip = true);
    assert_eq!(party.code(first, Accepted), "");
    assert_eq!(party.code(second, Accepted), "full");
    assert_eq!((party.seats().free, party.seats().vip_held_free), (Some(0), 2));
    assert_eq!(party.code(vip, Accepted), "");
    assert_eq!(party.seats().vip_held_free, 1);
    // A third guest still may not take the second held seat, and may once it is no longer held.
    assert_eq!(party.code(second, Accepted), "full");
    party.arrange(|one| one.vip_held = 0);
    assert_eq!(party.code(second, Accepted), "");
    assert_eq!(party.seats().free, Some(0));
}

#[test]
fn a_segment_stops_at_its_quota_and_says_which() {
    let mut party = Party::of(None);
    party.arrange(|one| {
        one.quotas = vec![Quota {
            segment: "Healthcare".to_owned(),
            seats: 1,
        }];
    });
    let of = |segment: &str| {
        let segment = segment.to_owned();
        move |one: &mut Invitation| one.segment = segment
    };
    let first = party.guest_with("Alder", Invited, of("Healthcare"));
    let second = party.guest_with("Birch", Invited, of("healthcare"));
    let other = party.guest_with("Cedar", Invited, of("Finance"));
    assert_eq!(party.code(first, Accepted), "");
    let why = party.go(second, step(Accepted)).unwrap_err();
    assert_eq!(
        (why.code(), why.params()["segment"].as_str()),
        ("over_quota", "Healthcare")
    );
    assert_eq!(party.code(other, Accepted), "");
    let by_segment = party.seats().by_segment;
    assert_eq!(by_segment.iter().map(|one| one.taken).collect::<Vec<_>>(), [1, 1]);
    assert_eq!(by_segment[0].quota, Some(1));
}

#[test]
fn capacity_lowered_under_the_accepted_drops_nobody_and_says_whom_to_ask() {
    let mut party = Party::of(Some(5));
    let vip = party.guest_with("Alder", Accepted, |one| one.vip = true);
    let early_pair = party.guest_with("Birch", Accepted, companions(1));
    let late = party.guest_with("Cedar", Accepted, |one| {
        one.steps[0].at += chrono::TimeDelta::days(2);
    });
    let event = party.event;
    assert_eq!(lowered(&party.fixture.plan, event, 4), None);
    let said = lowered(&party.fixture.plan, event, 2).unwrap();
    assert_eq!((said.taken, said.over), (4, 2));
    assert_eq!(
        said.ask,
        [late, early_pair],
        "who accepted last, before the guest of honour"
    );
    party.fixture.edit(event, |event| event.capacity = Some(2));
    assert_eq!((party.seats().over, party.seats().free), (2, Some(0)));
    assert_eq!(party.get(vip).status, Accepted);
    let newcomer = party.guest("Dorn", Invited);
    assert_eq!(party.code(newcomer, Accepted), "full");
    // Who has a seat may still bring fewer.
    let fewer = steps::set_party(
        &party.fixture.plan,
        &party.tally(),
        party.get(early_pair),
        vec![],
        0,
    )
    .unwrap();
    assert_eq!(fewer.party(), 1);
}

#[test]
fn the_wait_list_keeps_the_order_of_joining_and_explains_it() {
    let mut party = Party::of(Some(1));
    party.guest("Alder", Accepted);
    let late = party.guest_with("Birch", WaitListed, |one| {
        one.waiting_since = Some(at("2027-04-12T00:00:00Z"));
    });
    let first = party.guest_with("Cedar", WaitListed, |one| {
        one.waiting_since = Some(at("2027-04-11T00:00:00Z"));
    });
    let same = party.guest_with("Dorn", WaitListed, |one| {
        one.waiting_since = Some(at("2027-04-12T00:00:00Z"));
    });
    let list = order(&party.fixture.plan, party.event);
    let told: Vec<_> = list
        .iter()
        .map(|one| (one.invitation, one.place, one.why))
        .collect();
    assert_eq!(
        told,
        [
            (first, 1, "first"),
            (late, 2, "joined_later"),
            (same, 3, "same_moment")
        ]
    );
    assert!(
        list.iter()
            .all(|one| one.why_not.as_ref().unwrap().code() == "full")
    );
}

#[test]
fn a_seat_that_comes_free_is_proposed_to_the_first_that_fits_and_given_to_nobody() {
    let mut party = Party::of(Some(3));
    let leaves = party.guest("Alder", Accepted);
    party.guest_with("Birch", Accepted, companions(1));
    let large = party.guest_with("Cedar", WaitListed, companions(1));
    let small = party.guest("Dorn", WaitListed);
    assert_eq!(proposals(&party.fixture.plan, party.event), []);
    assert_eq!(party.code(leaves, Declined), "");
    let proposed = proposals(&party.fixture.plan, party.event);
    assert_eq!(proposed.len(), 1);
    assert_eq!(
        (proposed[0].invitation, proposed[0].reason),
        (small, "fits_where_larger_does_not")
    );
    assert_eq!(party.get(small).status, WaitListed, "nothing happens by itself");
    party.fixture.edit(party.event, |event| event.capacity = Some(4));
    let proposed = proposals(&party.fixture.plan, party.event);
    assert_eq!((proposed[0].invitation, proposed[0].reason), (large, "next"));
    assert_eq!(proposed.len(), 1, "the seat of the small party went to the first");
}

#[test]
fn a_newcomer_does_not_pass_those_who_wait() {
    let mut party = Party::of(Some(2));
    let leaves = party.guest("Alder", Accepted);
    party.guest("Birch", Accepted);
    let waits = party.guest("Cedar", WaitListed);
    let newcomer = party.guest("Dorn", Invited);
    assert_eq!(party.code(leaves, Declined), "");
    assert_eq!(party.code(newcomer, Accepted), "others_wait");
    assert_eq!(party.code(waits, Accepted), "");
    assert_eq!(party.get(waits).waiting_since, None);
    party.fixture.edit(party.event, |event| event.capacity = Some(4));
    let again = party.guest("Elm", WaitListed);
    assert_eq!(party.code(newcomer, Accepted), "", "there is room for both");
    assert_eq!(party.code(again, Accepted), "");
}

#[test]
fn a_vip_takes_a_held_seat_from_nobody_who_waits() {
    let mut party = Party::of(Some(2));
    party.arrange(|one| one.vip_held = 1);
    party.guest("Alder", Accepted);
    party.guest("Birch", WaitListed);
    let vip = party.guest_with("Cedar", Invited, |one| one.vip = true);
    assert_eq!(party.code(vip, Accepted), "");
}

#[test]
fn a_party_that_waits_for_a_quota_holds_nobody_else_back() {
    let mut party = Party::of(Some(3));
    party.arrange(|one| {
        one.quotas = vec![Quota {
            segment: "Media".to_owned(),
            seats: 0,
        }];
    });
    party.guest_with("Alder", WaitListed, |one| one.segment = "Media".to_owned());
    let other = party.guest("Birch", WaitListed);
    let newcomer = party.guest("Cedar", Invited);
    let proposed = proposals(&party.fixture.plan, party.event);
    assert_eq!(
        proposed
            .iter()
            .map(|one| (one.invitation, one.reason))
            .collect::<Vec<_>>(),
        [(other, "other_quota")]
    );
    assert_eq!(party.code(other, Accepted), "");
    assert_eq!(party.code(newcomer, Accepted), "");
}

#[test]
fn tables_seat_whole_parties_vips_first_and_bodies_together() {
    let mut party = Party::of(None);
    party.arrange(|one| {
        one.tables = [("1", 4), ("2", 3)]
            .map(|(name, seats)| Table {
                name: name.to_owned(),
                seats,
            })
            .to_vec();
    });
    let vip = party.guest_with("Alder", Accepted, |one| {
        one.vip = true;
        one.unnamed = 1;
    });
    let mate = party.guest("Birch", Accepted);
    let three = party.guest_with("Cedar", Accepted, companions(2));
    let too_many = party.guest_with("Dorn", Accepted, companions(3));
    party.guest("Elm", Declined);
    for id in [vip, mate] {
        let mut person = party.fixture.plan.people()[&party.get(id).person].clone();
        person.organisation = crate::Wording::english("Harbour Robotics (sample)");
        party.fixture.plan.put(person);
    }
    // The VIP's pair sits at the smaller table, which leaves four seats for four.
    let seating = seating::propose(&party.fixture.plan, party.event);
    let table = |id| {
        seating
            .rows
            .iter()
            .find(|(one, _)| *one == id)
            .map(|(_, table)| table.as_str())
    };
    assert_eq!(
        (table(vip), table(mate), table(too_many)),
        (Some("2"), Some("2"), Some("1"))
    );
    assert_eq!(seating.unseated, [three]);
    // Who sits somewhere stays there.
    let mut seated = party.get(three).clone();
    seated.table = "1".to_owned();
    party.fixture.plan.put(seated);
    let seating = seating::propose(&party.fixture.plan, party.event);
    assert!(seating.rows.contains(&(three, "1".to_owned())) && seating.unseated == [too_many]);
    let tables = seating::tables(&party.fixture.plan, party.event);
    assert_eq!(
        (tables[0].taken, tables[0].seats, tables[1].taken),
        (3, Some(4), 0)
    );
}
