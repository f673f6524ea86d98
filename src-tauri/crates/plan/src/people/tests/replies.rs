//! Answers by calendar: the right invitation, the newest answer, and nobody's guess.

use uuid::Uuid;

use super::*;
use crate::people::replies::{ReplyVerdict, apply, take};
use crate::{Reply, ReplyId};

fn reply(party: &Party, attendee: &str, answer: &str) -> Reply {
    Reply {
        id: ReplyId(Uuid::from_u128(900)),
        uid: party.fixture.plan.events()[&party.event].uid.clone(),
        recurrence: None,
        sequence: 3,
        stamp: Some(at("2027-04-12T08:00:00Z")),
        received: at("2027-04-12T09:00:00Z"),
        attendee: attendee.to_owned(),
        attendee_name: String::new(),
        answer: answer.to_owned(),
        delegated_to: Vec::new(),
        comment: String::new(),
        proposed: None,
    }
}

fn now() -> chrono::DateTime<chrono::Utc> {
    at("2027-04-12T09:00:00Z")
}

fn read(party: &Party, reply: &Reply) -> ReplyVerdict {
    apply(&party.fixture.plan, reply, None, None, now())
}

fn taken(party: &mut Party, reply: &Reply) {
    let ReplyVerdict::Updates { invitation, to, .. } = read(party, reply) else {
        panic!("{:?}", read(party, reply))
    };
    let after = take(
        &party.fixture.plan,
        &party.tally(),
        reply,
        party.get(invitation),
        Some(to),
        now(),
        "Chan",
    )
    .unwrap();
    party.fixture.plan.put(after);
}

#[test]
fn an_answer_updates_the_guest_of_its_address_whatever_its_case() {
    let mut party = Party::of(None);
    let guest = party.guest("Alder", Invited);
    party.guest("Birch", Invited);
    let yes = reply(&party, "MAILTO:Alder@Example.org", "accepted");
    assert_eq!(
        read(&party, &yes),
        ReplyVerdict::Updates {
            invitation: guest,
            to: Accepted,
            because: None
        }
    );
    taken(&mut party, &yes);
    let kept = party.get(guest);
    assert_eq!((kept.status, kept.steps[1].source), (Accepted, Source::Calendar));
    assert_eq!(kept.answered, Some((3, yes.stamp)));
    assert_eq!(
        read(&party, &yes),
        ReplyVerdict::Same { invitation: guest },
        "the same mail twice"
    );
}

#[test]
fn an_answer_that_comes_late_does_not_undo_a_newer_one() {
    let mut party = Party::of(None);
    let guest = party.guest("Alder", Invited);
    let newer = Reply {
        stamp: Some(at("2027-04-12T08:30:00Z")),
        ..reply(&party, "alder@example.org", "declined")
    };
    taken(&mut party, &newer);
    let older = reply(&party, "alder@example.org", "accepted");
    assert_eq!(read(&party, &older), ReplyVerdict::Older { invitation: guest });
    let to_older_version = Reply {
        sequence: 2,
        stamp: Some(at("2027-04-12T08:50:00Z")),
        ..older
    };
    assert_eq!(
        read(&party, &to_older_version),
        ReplyVerdict::Older { invitation: guest },
        "SEQUENCE before DTSTAMP"
    );
    let newest = Reply {
        stamp: Some(at("2027-04-12T08:45:00Z")),
        ..reply(&party, "alder@example.org", "tentative")
    };
    taken(&mut party, &newest);
    assert_eq!(party.get(guest).status, Tentative);
}

#[test]
fn an_answer_from_the_future_or_to_a_version_that_never_was_does_not_make_later_ones_old() {
    let mut party = Party::of(None);
    let guest = party.guest("Alder", Invited);
    let strange = Reply {
        sequence: 7,
        stamp: Some(at("2030-04-12T08:00:00Z")),
        ..reply(&party, "alder@example.org", "tentative")
    };
    taken(&mut party, &strange);
    assert_eq!(party.get(guest).answered, Some((3, Some(now()))));
    let later = Reply {
        stamp: Some(at("2027-04-13T08:00:00Z")),
        ..reply(&party, "alder@example.org", "accepted")
    };
    let then = at("2027-04-13T09:00:00Z");
    let verdict = |party: &Party| apply(&party.fixture.plan, &later, None, None, then);
    assert!(matches!(
        verdict(&party),
        ReplyVerdict::Updates { to: Accepted, .. }
    ));
    // As an earlier version of the program kept it.
    let mut kept = party.get(guest).clone();
    kept.answered = Some((7, strange.stamp));
    party.fixture.plan.put(kept);
    assert!(matches!(
        verdict(&party),
        ReplyVerdict::Updates { to: Accepted, .. }
    ));
}

#[test]
fn a_call_after_the_mail_was_sent_counts_more_than_the_mail() {
    let mut party = Party::of(None);
    let guest = party.guest("Alder", Invited);
    let called = Step {
        source: Source::Telephone,
        ..Step::new(Declined, day("2027-04-12"), at("2027-04-12T08:40:00Z"), "Chan")
    };
    party.go(guest, called).unwrap();
    let yes = reply(&party, "alder@example.org", "accepted");
    assert_eq!(read(&party, &yes), ReplyVerdict::Older { invitation: guest });
    let after_call = Reply {
        stamp: Some(at("2027-04-12T08:50:00Z")),
        ..yes
    };
    assert!(matches!(
        read(&party, &after_call),
        ReplyVerdict::Updates { to: Accepted, .. }
    ));
}

#[test]
fn a_stranger_and_an_unknown_event_are_shown_and_nothing_is_guessed() {
    let mut party = Party::of(None);
    party.guest("Alder", Invited);
    let known = party.person("Birch");
    let event = party.event;
    let stranger = reply(&party, "nobody@example.org", "accepted");
    assert_eq!(
        read(&party, &stranger),
        ReplyVerdict::Stranger { event, known: vec![] }
    );
    let not_invited = reply(&party, "birch@example.org", "accepted");
    assert_eq!(
        read(&party, &not_invited),
        ReplyVerdict::Stranger {
            event,
            known: vec![known]
        }
    );
    let elsewhere = Reply {
        uid: "other@example.org".to_owned(),
        ..reply(&party, "alder@example.org", "accepted")
    };
    assert_eq!(read(&party, &elsewhere), ReplyVerdict::NoEvent);
}

#[test]
fn an_answer_forged_for_another_guest_is_told_from_whom_it_came() {
    let mut party = Party::of(None);
    let guest = party.guest("Alder", Invited);
    let forger = party.guest("Birch", Invited);
    let forged = reply(&party, "alder@example.org", "declined");
    let sent_by = |sender| apply(&party.fixture.plan, &forged, Some(sender), None, now());
    assert_eq!(
        sent_by("birch@example.org"),
        ReplyVerdict::ForAnother {
            invitation: guest,
            sent_by: Some(forger)
        }
    );
    assert_eq!(
        sent_by("x@example.net"),
        ReplyVerdict::ForAnother {
            invitation: guest,
            sent_by: None
        }
    );
    assert!(matches!(
        sent_by("Alder@example.org"),
        ReplyVerdict::Updates { .. }
    ));
}

#[test]
fn two_guests_who_share_an_address_are_asked_about() {
    let mut party = Party::of(None);
    let one = party.guest("Alder", Invited);
    let other = party.guest("Birch", Invited);
    let mut person = party.fixture.plan.people()[&party.get(other).person].clone();
    person.emails.push(Email {
        address: "alder@example.org".to_owned(),
        ..Email::default()
    });
    party.fixture.plan.put(person);
    let yes = reply(&party, "alder@example.org", "accepted");
    assert_eq!(
        read(&party, &yes),
        ReplyVerdict::Ask {
            invitations: vec![one, other]
        }
    );
}

#[test]
fn a_yes_without_a_seat_joins_the_wait_list_and_says_why() {
    let mut party = Party::of(Some(1));
    party.guest("Alder", Accepted);
    let guest = party.guest("Birch", Invited);
    let yes = reply(&party, "birch@example.org", "accepted");
    let ReplyVerdict::Updates { to, because, .. } = read(&party, &yes) else {
        panic!("an update")
    };
    assert_eq!((to, because.unwrap().code()), (WaitListed, "full"));
    taken(&mut party, &yes);
    assert_eq!(party.get(guest).waiting_since, Some(now()));
    assert_eq!(read(&party, &yes), ReplyVerdict::Same { invitation: guest });
}

#[test]
fn a_delegate_another_time_and_silence_change_nothing_by_themselves() {
    let mut party = Party::of(None);
    let guest = party.guest("Alder", Invited);
    let other = party.person("Birch");
    let delegated = Reply {
        delegated_to: vec!["mailto:birch@example.org".to_owned()],
        ..reply(&party, "alder@example.org", "delegated")
    };
    let ReplyVerdict::Delegates {
        invitation, known, ..
    } = read(&party, &delegated)
    else {
        panic!("a delegate")
    };
    assert_eq!((invitation, known), (guest, vec![other]));
    let proposed = Reply {
        proposed: Some(crate::ProposedTime {
            start: crate::fixture::wall("2027-05-15T18:00"),
            end: crate::fixture::wall("2027-05-15T20:00"),
            zone: "America/Toronto".to_owned(),
        }),
        ..reply(&party, "alder@example.org", "counter")
    };
    assert_eq!(
        read(&party, &proposed),
        ReplyVerdict::Proposes { invitation: guest }
    );
    let silent = reply(&party, "alder@example.org", "needs_action");
    assert_eq!(read(&party, &silent), ReplyVerdict::Silent { invitation: guest });
    let mut withdrawn = party.get(guest).clone();
    withdrawn.status = Withdrawn;
    withdrawn.steps.push(Step::new(
        Withdrawn,
        day("2027-04-11"),
        at("2027-04-11T12:00:00Z"),
        "Chan",
    ));
    party.fixture.plan.put(withdrawn);
    let yes = reply(&party, "alder@example.org", "accepted");
    assert!(matches!(
        read(&party, &yes),
        ReplyVerdict::NotPossible { to: Accepted, .. }
    ));
}
