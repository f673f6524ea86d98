//! Bad input in the ledger of people, field by field.

use super::*;
use crate::people::*;
use crate::{ArrangementId, InvitationId, NoticeId, PersonId, VisitId};

fn person_of(plan: &Plan) -> Person {
    plan.people()
        .values()
        .find(|one| one.family == "TAN")
        .unwrap()
        .clone()
}

fn fields(plan: &Plan, record: impl Into<AnyRecord>) -> Vec<(String, FieldProblem)> {
    refused(plan, record)
}

fn cleaned(person: Person) -> Person {
    let AnyRecord::Person(person) = clean(person.into()) else {
        unreachable!("a person stays a person")
    };
    person
}

fn one(field: &str, problem: FieldProblem) -> Vec<(String, FieldProblem)> {
    vec![(field.to_owned(), problem)]
}

#[test]
fn a_number_is_typed_with_a_figure_and_one_that_is_stored_without_stays() {
    let plan = plan();
    let with = |raw: &str| -> AnyRecord {
        let number = Telephone {
            raw: raw.to_owned(),
            ..Telephone::default()
        };
        let telephones = vec![number];
        let person = person_of(&plan);
        Person { telephones, ..person }.into()
    };
    for good in ["2123 4567", "２１２３ ４５６７", "1-800-FLOWERS"] {
        assert_eq!(check_typed_numbers(None, &with(good)), Ok(()), "{good}");
    }
    let refused = check_typed_numbers(None, &with("abc")).unwrap_err();
    let problem = FieldProblem::NotATelephone;
    assert_eq!(
        (refused[0].field.as_str(), &refused[0].problem),
        ("telephones", &problem)
    );
    assert_eq!(check_typed_numbers(Some(&with("abc")), &with("abc")), Ok(()));
    assert!(check_typed_numbers(Some(&with("abc")), &with("abd")).is_err());
}

#[test]
fn a_person_has_a_name_in_some_script_unless_it_was_erased() {
    let plan = plan();
    let mut person = person_of(&plan);
    (person.family, person.given) = (String::new(), String::new());
    assert_eq!(fields(&plan, person.clone()), []);
    person.chinese = "  ".to_owned();
    assert_eq!(fields(&plan, person.clone()), one("family", FieldProblem::Empty));
    person.erased = Some("2026-11-22T06:00:00Z".parse().unwrap());
    assert_eq!(fields(&plan, person), []);
}

#[test]
fn addresses_numbers_countries_and_languages_have_their_shape() {
    let plan = plan();
    let person = person_of(&plan);
    let email = |address: &str| Person {
        emails: vec![Email {
            address: address.to_owned(),
            ..Email::default()
        }],
        ..person.clone()
    };
    for good in ["a@b.co", "陳@例子.香港", "o'brien+x@sub.example.org"] {
        assert_eq!(fields(&plan, email(good)), [], "{good}");
    }
    for bad in [
        "a@b",
        "a b@c.de",
        "Tan <tan@c.de>",
        "a@b.c\r\nBcc: x@y.z",
        "@c.de",
        "a@@c.de",
        "a@c..de",
    ] {
        assert!(
            fields(&plan, email(bad)).contains(&("emails".to_owned(), FieldProblem::NotAnEmail)),
            "{bad}"
        );
    }
    let telephone = |e164: &str| Person {
        telephones: vec![Telephone {
            raw: "1.2E+10".to_owned(),
            e164: e164.to_owned(),
            label: String::new(),
        }],
        ..person.clone()
    };
    assert_eq!(fields(&plan, telephone("+85221234567")), []);
    assert_eq!(
        fields(&plan, telephone("")),
        [],
        "it is not known what it should be"
    );
    for bad in ["85221234567", "+0852", "+852 2123 4567", "+1234567890123456", "+"] {
        assert_eq!(
            fields(&plan, telephone(bad)),
            one("telephones", FieldProblem::NotATelephone),
            "{bad}"
        );
    }
    let country = |code: &str| Person {
        passports: vec![code.to_owned()],
        ..person.clone()
    };
    assert_eq!(fields(&plan, country("FR")), []);
    assert_eq!(
        fields(&plan, country("XX")),
        one("passports", FieldProblem::NotACountry)
    );
    let region = Person {
        university_region: "Europe".to_owned(),
        ..person.clone()
    };
    assert_eq!(
        fields(&plan, region),
        one("university_region", FieldProblem::NotACountry)
    );
    let language = Person {
        languages: vec!["Cantonese!".to_owned()],
        ..person
    };
    assert_eq!(
        fields(&plan, language),
        one("languages", FieldProblem::NotALanguage)
    );
}

#[test]
fn what_a_person_points_at_must_be_there_and_lists_end_somewhere() {
    let plan = plan();
    let mut person = person_of(&plan);
    person.notices[0].notice = NoticeId(Uuid::from_u128(1));
    person.consents[0].on = "1066-10-14".parse().unwrap();
    person.tags = vec!["x".to_owned(); LIST_MOST + 1];
    person.notes = "x".repeat(NOTES_MOST + 1);
    person.merged_into = Some(person.id);
    let found = fields(&plan, person);
    let named: Vec<&str> = found.iter().map(|(field, _)| field.as_str()).collect();
    assert_eq!(named, ["tags", "notes", "notices", "consents", "merged_into"]);
}

#[test]
fn typing_on_two_keyboards_gives_one_name_and_a_rare_character_stays_as_it_was_written() {
    let plan = plan();
    let person = cleaned(Person {
        family: " Müller\u{202E}".to_owned(),
        // A 神 of the compatibility block, as family registers have it, beside a decomposed letter.
        chinese: "\u{FA19}田e\u{301}".to_owned(),
        passports: vec!["fr".to_owned(), "FR".to_owned(), " ".to_owned()],
        university_region: "ch".to_owned(),
        emails: vec![
            Email {
                address: " a@b.co ".to_owned(),
                ..Email::default()
            },
            Email {
                address: "A@B.CO".to_owned(),
                ..Email::default()
            },
            Email::default(),
        ],
        telephones: vec![Telephone::default()],
        tags: vec!["Alumni".to_owned(), "alumni".to_owned()],
        ..person_of(&plan)
    });
    assert_eq!(
        (person.family.as_str(), person.chinese.as_str()),
        ("Müller", "\u{FA19}田é")
    );
    assert_eq!(
        (person.passports.as_slice(), person.university_region.as_str()),
        (&["FR".to_owned()][..], "CH")
    );
    assert_eq!(person.emails.len(), 1);
    assert_eq!(person.emails[0].address, "a@b.co");
    assert_eq!((person.telephones.len(), person.tags.len()), (0, 1));
    assert_eq!(cleaned(person.clone()), person);
}

fn invitation_of(plan: &Plan) -> Invitation {
    let accepted = |one: &&Invitation| one.status == InvitationStatus::Accepted;
    plan.invitations().values().find(accepted).unwrap().clone()
}

#[test]
fn nobody_is_invited_twice_and_nobody_bears_another_s_badge() {
    let plan = plan();
    let first = invitation_of(&plan);
    let second = Invitation {
        id: InvitationId(Uuid::from_u128(1)),
        ..first.clone()
    };
    let found = fields(&plan, second);
    assert!(found.contains(&("person".to_owned(), FieldProblem::AlreadyInvited)));
    assert!(found.contains(&("badge".to_owned(), FieldProblem::Taken)));
    let stranger = Invitation {
        person: PersonId(Uuid::from_u128(1)),
        substitute_for: Some(first.id),
        arrived: Some(9),
        ..first.clone()
    };
    let found = fields(&plan, stranger);
    let named: Vec<&str> = found.iter().map(|(field, _)| field.as_str()).collect();
    assert_eq!(named, ["person", "substitute_for", "arrived"]);
    let crowd = Invitation {
        status: InvitationStatus::Declined,
        unnamed: u16::MAX,
        ..first
    };
    let found = fields(&plan, crowd);
    assert!(found.iter().any(|(field, _)| field == "unnamed"), "{found:?}");
    assert!(found.contains(&("steps".to_owned(), FieldProblem::OutOfStep)));
}

#[test]
fn an_arrangement_is_the_only_one_of_its_event_and_names_each_quota_and_table_once() {
    let plan = plan();
    let own = plan.arrangements().values().next().unwrap().clone();
    let second = Arrangement {
        id: ArrangementId(Uuid::from_u128(1)),
        ..own.clone()
    };
    assert_eq!(fields(&plan, second), one("event", FieldProblem::Taken));
    let quota = |segment: &str| Quota {
        segment: segment.to_owned(),
        seats: 3,
    };
    let doubled = Arrangement {
        quotas: vec![quota("Press"), quota("press"), quota(" ")],
        tables: vec![Table {
            name: "1".to_owned(),
            seats: CAPACITY_MOST + 1,
        }],
        remind_days: vec![400],
        ..own
    };
    let found = fields(&plan, doubled);
    assert!(found.contains(&("quotas".to_owned(), FieldProblem::Empty)));
    assert!(found.contains(&("quotas".to_owned(), FieldProblem::Taken)));
    assert!(found.iter().any(|(field, _)| field == "tables"));
    assert!(found.iter().any(|(field, _)| field == "remind_days"));
}

#[test]
fn a_visit_has_its_days_in_order_a_known_zone_and_costs_that_are_no_gain() {
    let plan = plan();
    let visit = plan
        .visits()
        .values()
        .find(|one| !one.meetings.is_empty())
        .unwrap()
        .clone();
    let mut wrong = Visit {
        id: VisitId(Uuid::from_u128(1)),
        home_zone: "Asia/Honkong".to_owned(),
        arrive: Some("2027-02-02".parse().unwrap()),
        depart: Some("2027-02-01".parse().unwrap()),
        ..visit
    };
    wrong.meetings[0].end = wall("2026-01-01T00:00:00");
    wrong.costs[0].cents = -1;
    wrong.stage = VisitStage::Closed;
    let found = fields(&plan, wrong);
    let named: Vec<&str> = found.iter().map(|(field, _)| field.as_str()).collect();
    assert_eq!(named, ["steps", "home_zone", "depart", "meetings", "costs"]);
}

#[test]
fn a_notice_a_letter_and_a_list_have_names() {
    let plan = plan();
    let mut notice = plan.notices().values().next().unwrap().clone();
    notice.name = Wording::default();
    notice.version = 0;
    assert_eq!(fields(&plan, notice).len(), 2);
    let mut letter = plan.letters().values().next().unwrap().clone();
    letter.name.clear();
    letter.body.en = "x".repeat(NOTES_MOST);
    assert_eq!(fields(&plan, letter), one("name", FieldProblem::Empty));
    let mut list = plan.saved_lists().values().next().unwrap().clone();
    list.query = "x".repeat(URL_MOST + 1);
    assert_eq!(
        fields(&plan, list),
        one("query", FieldProblem::TooLong { most: URL_MOST })
    );
}

#[test]
fn who_is_in_use_is_told() {
    let plan = plan();
    let invitation = invitation_of(&plan);
    let users = pointing_at(&plan, RecordRef::Person(invitation.person));
    assert!(users.contains(&invitation.id.into()));
    assert!(pointing_at(&plan, RecordRef::Event(invitation.event)).contains(&invitation.id.into()));
    let twin = plan.distincts().values().next().unwrap();
    assert!(pointing_at(&plan, RecordRef::Person(twin.one)).contains(&twin.id.into()));
    let notice = plan.notices().keys().next().unwrap();
    assert!(pointing_at(&plan, RecordRef::Notice(*notice)).len() > 20);
}

proptest! {
    #[test]
    fn whatever_is_typed_into_a_person_is_cleaned_once_and_never_panics(
        family in any::<String>(), chinese in any::<String>(), notes in any::<String>(),
        address in any::<String>(), raw in any::<String>(), e164 in any::<String>(), tag in any::<String>(),
    ) {
        let plan = Plan::new(Rules::bundled());
        let person = cleaned(Person {
            family,
            chinese,
            notes,
            emails: vec![Email { address, ..Email::default() }],
            telephones: vec![Telephone { raw, e164, label: String::new() }],
            tags: vec![tag],
            ..Person::new(PersonId(Uuid::from_u128(1)), chrono::DateTime::UNIX_EPOCH)
        });
        prop_assert_eq!(cleaned(person.clone()), person.clone());
        let _ = check_record(&plan, &person.into());
    }
}
