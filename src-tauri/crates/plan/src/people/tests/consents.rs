//! Who may be written to, by the last word they said.

use super::*;

const ABOUT_AN_EVENT: [LetterKind; 4] = [
    LetterKind::Reminder,
    LetterKind::Promotion,
    LetterKind::Cancellation,
    LetterKind::FollowUp,
];

fn said(words: &[(Purpose, bool, &str)]) -> Person {
    let mut person = Person::new(PersonId(Uuid::from_u128(1)), early());
    person.consents = words
        .iter()
        .map(|(purpose, given, on)| Consent {
            purpose: *purpose,
            given: *given,
            on: on.parse().unwrap(),
            by: "form".to_owned(),
        })
        .collect();
    person
}

#[test]
fn marketing_needs_a_yes_and_the_last_word_holds() {
    use Purpose::DirectMarketing as Marketing;
    let of = |words| LetterKind::Announcement.unwritten(&said(words));
    assert_eq!(
        of(&[]),
        Some(Unwritten::MarketingNotAgreed),
        "silence is no consent"
    );
    assert_eq!(
        of(&[(Purpose::Events, true, "2026-01-01")]),
        Some(Unwritten::MarketingNotAgreed),
        "consent to one purpose is none to another"
    );
    assert_eq!(of(&[(Marketing, true, "2026-01-01")]), None);
    let taken_back = [(Marketing, false, "2026-06-01"), (Marketing, true, "2026-01-01")];
    assert_eq!(of(&taken_back), Some(Unwritten::MarketingRefused));
    let given_again = [(Marketing, false, "2026-01-01"), (Marketing, true, "2026-06-01")];
    assert_eq!(of(&given_again), None);
}

#[test]
fn who_objected_to_marketing_is_invited_only_if_they_agreed_to_be_and_still_hears_of_their_own_events() {
    let objected = said(&[(Purpose::DirectMarketing, false, "2026-01-01")]);
    assert_eq!(
        LetterKind::Invitation.unwritten(&objected),
        Some(Unwritten::MarketingRefused)
    );
    for kind in ABOUT_AN_EVENT {
        assert_eq!(
            kind.unwritten(&objected),
            None,
            "{kind:?} is about an event of theirs"
        );
    }
    let asked = said(&[
        (Purpose::DirectMarketing, false, "2026-01-01"),
        (Purpose::Events, true, "2025-01-01"),
    ]);
    assert_eq!(LetterKind::Invitation.unwritten(&asked), None);
}

#[test]
fn who_refused_to_be_held_for_events_gets_no_letter_about_one() {
    let refused = said(&[
        (Purpose::Events, false, "2026-01-01"),
        (Purpose::DirectMarketing, true, "2026-01-01"),
    ]);
    for kind in ABOUT_AN_EVENT.into_iter().chain([LetterKind::Invitation]) {
        assert_eq!(
            kind.unwritten(&refused),
            Some(Unwritten::ConsentRefused),
            "{kind:?}"
        );
    }
    assert_eq!(LetterKind::Announcement.unwritten(&refused), None);
}
