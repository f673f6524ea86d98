//! Which step may follow which, and what else holds one back.

use super::*;
use crate::Status;
use crate::people::steps;

const DOORS: &str = "2027-05-14T21:30:00Z";
const AFTER: &str = "2027-05-15T02:00:00Z";

fn on_the_day(status: InvitationStatus, when: &str) -> Step {
    Step::new(status, day("2027-05-14"), at(when), "Chan")
}

#[test]
fn every_step_of_the_life_from_long_listed_to_followed_up_is_kept_with_its_day_source_and_actor() {
    let mut party = Party::of(Some(1));
    let guest = party.guest("Alder", LongListed);
    for status in [ShortListed, Invited, Tentative] {
        assert_eq!(party.code(guest, status), "");
    }
    let by_telephone = Step {
        source: Source::Telephone,
        on: day("2027-04-08"),
        note: "by telephone".to_owned(),
        ..step(Accepted)
    };
    party.go(guest, by_telephone.clone()).unwrap();
    party.go(guest, on_the_day(Attended, AFTER)).unwrap();
    party
        .go(
            guest,
            Step::new(FollowedUp, day("2027-05-20"), at("2027-05-20T15:00:00Z"), "Chan"),
        )
        .unwrap();
    let kept = party.get(guest);
    assert_eq!(
        kept.steps.iter().map(|step| step.status).collect::<Vec<_>>(),
        [
            LongListed,
            ShortListed,
            Invited,
            Tentative,
            Accepted,
            Attended,
            FollowedUp
        ]
    );
    assert_eq!(kept.steps[4], by_telephone);
    assert_eq!((kept.status, kept.arrived), (FollowedUp, Some(1)));
    assert!(kept.holds_seats(), "who came took a seat");
}

#[test]
fn a_step_that_the_table_does_not_have_is_refused_with_both_ends() {
    let mut party = Party::of(None);
    let guest = party.guest("Alder", LongListed);
    let why = party.go(guest, step(Accepted)).unwrap_err();
    assert_eq!(why.code(), "no_such_step");
    assert_eq!(
        (why.params()["from"].as_str(), why.params()["to"].as_str()),
        ("long_listed", "accepted")
    );
    assert_eq!(why.to_string(), "Nothing leads from long listed to accepted.");
    assert_eq!(party.code(guest, LongListed), "already_there");
    let ends = InvitationStatus::ALL.map(|from| (from, steps::following(from).len()));
    assert!(
        ends.iter().all(|(from, ways)| *ways > 0 || *from == FollowedUp),
        "{ends:?}"
    );
}

#[test]
fn the_event_s_own_clock_decides_what_may_be_recorded() {
    let mut party = Party::of(None);
    let guest = party.guest("Alder", Accepted);
    let invited = party.guest("Birch", Invited);
    // It is the 15th already in London when doors open in Toronto, and not yet the day before.
    assert_eq!(
        party.go(guest, on_the_day(NoShow, DOORS)).unwrap_err().code(),
        "event_not_begun"
    );
    assert_eq!(party.code(guest, Attended), "event_not_begun");
    let ahead = Step::new(Declined, day("2027-04-11"), early(), "Chan");
    assert_eq!(party.go(invited, ahead).unwrap_err().code(), "in_future");
    let early_follow_up = Step::new(FollowedUp, day("2027-05-14"), at(DOORS), "Chan");
    party.go(guest, on_the_day(Attended, DOORS)).unwrap();
    assert_eq!(
        party.go(guest, early_follow_up).unwrap_err().code(),
        "event_not_over"
    );
    // After the end an acceptance may only be recorded for a day before it.
    assert_eq!(
        party.go(invited, on_the_day(Accepted, AFTER)).unwrap_err().code(),
        "event_over"
    );
    let late = Step::new(Accepted, day("2027-05-13"), at(AFTER), "Chan");
    party.go(invited, late).unwrap();
    party.go(invited, on_the_day(NoShow, AFTER)).unwrap();
    assert_eq!(party.get(invited).table, "");
}

#[test]
fn a_cancelled_event_takes_no_yes_and_still_lets_go() {
    let mut party = Party::of(None);
    let guest = party.guest("Alder", Invited);
    let other = party.guest("Birch", Accepted);
    party
        .fixture
        .edit(party.event, |event| event.status = Status::Cancelled);
    assert_eq!(party.code(guest, Accepted), "event_cancelled");
    assert_eq!(party.code(guest, Withdrawn), "");
    assert_eq!(party.code(other, Declined), "");
}

#[test]
fn nobody_is_invited_without_an_address_that_works() {
    let mut party = Party::of(None);
    let guest = party.guest("Alder", ShortListed);
    let mut person = party.fixture.plan.people()[&party.get(guest).person].clone();
    person.emails[0].bounced = true;
    party.fixture.plan.put(person.clone());
    assert_eq!(party.code(guest, Invited), "no_address");
    person.telephones = vec![Telephone {
        raw: "020 7946 0000".to_owned(),
        ..Telephone::default()
    }];
    party.fixture.plan.put(person.clone());
    assert_eq!(party.code(guest, Invited), "");
    person.erased = Some(early());
    party.fixture.plan.put(person);
    assert_eq!(party.code(guest, Accepted), "erased");
}

#[test]
fn who_withdrew_or_declined_is_asked_again_with_the_same_invitation() {
    let mut party = Party::of(None);
    for off in [Withdrawn, Declined, Bounced, Substituted] {
        let guest = party.guest("Alder", off);
        let who = party.get(guest).person;
        let fresh = InvitationId(party.fixture.id());
        let invite = |party: &Party, status| {
            let (plan, tally) = (&party.fixture.plan, party.tally());
            steps::invite(
                plan,
                &tally,
                party.event,
                who,
                InviteeRole::Guest,
                "",
                fresh,
                "B1".into(),
                step(status),
            )
        };
        let again = invite(&party, Invited).unwrap();
        assert_eq!(
            (again.id, again.steps.len(), again.status),
            (guest, 2, Invited),
            "{off:?}"
        );
        party.fixture.plan.put(again);
        assert_eq!(invite(&party, Invited).unwrap_err().code(), "already_invited");
    }
}

#[test]
fn a_companion_is_not_a_guest_as_well() {
    let mut party = Party::of(None);
    let guest = party.guest("Alder", Accepted);
    let wife = party.person("Birch");
    let known = |person| {
        vec![Companion {
            name: "Birch".to_owned(),
            person: Some(person),
            ..Companion::default()
        }]
    };
    let with = steps::set_party(
        &party.fixture.plan,
        &party.tally(),
        party.get(guest),
        known(wife),
        0,
    )
    .unwrap();
    party.fixture.plan.put(with);
    let fresh = InvitationId(party.fixture.id());
    let invite = |party: &Party| {
        let (plan, tally) = (&party.fixture.plan, party.tally());
        steps::invite(
            plan,
            &tally,
            party.event,
            wife,
            InviteeRole::Guest,
            "",
            fresh,
            String::new(),
            step(LongListed),
        )
    };
    assert_eq!(invite(&party).unwrap_err().code(), "comes_with_another");
    let other = party.guest("Cedar", Invited);
    let set = |party: &Party, companion| {
        steps::set_party(
            &party.fixture.plan,
            &party.tally(),
            party.get(other),
            known(companion),
            0,
        )
    };
    assert_eq!(set(&party, wife).unwrap_err().code(), "companion_twice");
    let of_guest = party.get(guest).person;
    assert_eq!(set(&party, of_guest).unwrap_err().code(), "companion_is_guest");
    // A guest who is off brings nobody, and cannot come back while the companion is a guest.
    assert_eq!(party.code(guest, Declined), "");
    let listed = invite(&party).unwrap();
    party.fixture.plan.put(listed);
    assert_eq!(party.code(guest, Accepted), "companion_is_guest");
}

#[test]
fn a_substitute_takes_over_one_seat_and_the_table_and_the_guest_comes_back_only_without_them() {
    let mut party = Party::of(Some(2));
    let guest = party.guest_with("Alder", Accepted, |one| {
        one.unnamed = 1;
        one.table = "3".to_owned();
    });
    let other = party.person("Birch");
    let id = InvitationId(party.fixture.id());
    let (before, after) = steps::substitute(
        &party.fixture.plan,
        &party.tally(),
        party.get(guest),
        other,
        id,
        "B2".into(),
        step(Accepted),
    )
    .unwrap();
    assert_eq!((before.status, before.table.as_str()), (Substituted, ""));
    assert_eq!(
        (after.party(), after.table.as_str(), after.substitute_for),
        (1, "3", Some(guest))
    );
    party.fixture.plan.put(before);
    party.fixture.plan.put(after);
    assert_eq!(party.seats().taken, 1);
    assert_eq!(party.code(guest, Accepted), "substitute_comes");
    assert_eq!(party.code(id, Declined), "");
    assert_eq!(party.code(guest, Accepted), "");
    let again = steps::substitute(
        &party.fixture.plan,
        &party.tally(),
        party.get(guest),
        other,
        id,
        "B3".into(),
        step(Accepted),
    );
    assert_eq!(again.unwrap().1.id, id, "the same invitation goes on");
}

#[test]
fn the_desk_counts_heads_and_settles_the_list() {
    let mut party = Party::of(Some(5));
    let pair = party.guest_with("Alder", Accepted, |one| one.unnamed = 1);
    let absent = party.guest("Birch", Accepted);
    let had_declined = party.guest("Cedar", Declined);
    let never_answered = party.guest("Dorn", Invited);
    let arrive = |party: &Party, id, came| {
        steps::arrive(
            &party.fixture.plan,
            &party.tally(),
            party.get(id),
            Some(came),
            at(DOORS),
        )
    };
    let too_early = steps::arrive(
        &party.fixture.plan,
        &party.tally(),
        party.get(pair),
        Some(1),
        early(),
    );
    assert_eq!(too_early.unwrap_err().code(), "event_not_begun");
    assert_eq!(arrive(&party, pair, 3).unwrap_err().code(), "arrived_more");
    for (id, came) in [(pair, 1), (had_declined, 1)] {
        let after = arrive(&party, id, came).unwrap();
        party.fixture.plan.put(after);
    }
    assert_eq!(party.get(had_declined).status, Attended);
    let stranger = party.person("Elm");
    let fresh = InvitationId(party.fixture.id());
    let walk_in = |party: &Party, unnamed| {
        let (plan, tally) = (&party.fixture.plan, party.tally());
        steps::walk_in(
            plan,
            &tally,
            party.event,
            stranger,
            unnamed,
            fresh,
            String::new(),
            on_the_day(Attended, DOORS),
        )
    };
    assert_eq!(
        walk_in(&party, 1).unwrap_err().code(),
        "full",
        "the absent guest's seat is still kept"
    );
    let came = walk_in(&party, 0).unwrap();
    party.fixture.plan.put(came);
    assert_eq!(walk_in(&party, 0).unwrap_err().code(), "already_invited");
    for settled in steps::settle(&party.fixture.plan, party.event, &on_the_day(Attended, AFTER)).unwrap() {
        party.fixture.plan.put(settled);
    }
    let status = |id| party.get(id).status;
    assert_eq!(
        [pair, absent, had_declined, never_answered, fresh].map(status),
        [Attended, NoShow, Attended, Invited, Attended]
    );
    assert_eq!(party.get(pair).arrived, Some(1), "as counted at the door");
    assert_eq!(
        steps::settle(&party.fixture.plan, party.event, &on_the_day(Attended, AFTER)).unwrap(),
        []
    );
}

#[test]
fn an_edit_cannot_take_what_a_step_may_not() {
    use crate::validate::{FieldProblem, check_record};
    let mut party = Party::of(Some(2));
    party.arrange(|one| one.vip_held = 1);
    let vip = party.guest_with("Alder", Accepted, |one| one.vip = true);
    party.guest("Birch", Accepted);
    let edited = |with: fn(&mut Invitation)| {
        let mut invitation = party.get(vip).clone();
        with(&mut invitation);
        let refused = check_record(&party.fixture.plan, &invitation.into())
            .err()
            .unwrap_or_default();
        refused
            .into_iter()
            .map(|one| (one.field, one.problem))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        edited(|one| one.unnamed = 1),
        [("companions".to_owned(), FieldProblem::NoSeats)]
    );
    assert_eq!(
        edited(|one| one.vip = false),
        [("vip".to_owned(), FieldProblem::NoSeats)]
    );
    assert_eq!(edited(|one| one.dietary = "no nuts".to_owned()), []);
    assert_eq!(
        edited(|one| one.status = Declined),
        [("steps".to_owned(), FieldProblem::OutOfStep)]
    );
}
