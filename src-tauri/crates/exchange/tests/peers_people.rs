//! Lists of people as independent programs read them.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;
#[path = "common/programs.rs"]
mod programs;

use outreach_exchange::people::{
    InviteesOut, PeopleOut, PersonDraft, write_invitees_csv, write_invitees_xlsx, write_people_json,
    write_people_template, write_people_xlsx,
};
use outreach_exchange::vcard::{CardVersion, write_cards};
use outreach_plan::people::{Companion, Email, Invitation, Person, Telephone};
use outreach_plan::{EventId, InvitationId, Language, PersonId, Wording};
use tempfile::TempDir;
use uuid::Uuid;

fn person() -> Person {
    let draft = PersonDraft {
        family: "CHAN".to_owned(),
        given: "Tai Man".to_owned(),
        chinese: "陳大文".to_owned(),
        preferred: "Peter".to_owned(),
        honorific: "Dr".to_owned(),
        organisation: Wording::english("=cmd|' /C calc'!A0"),
        post: Wording::english("Manager; \"chief\", of\\all"),
        passports: vec!["CA".to_owned()],
        emails: vec![Email {
            address: "taiman@guest.example".to_owned(),
            label: "work".to_owned(),
            bounced: false,
        }],
        telephones: vec![
            Telephone {
                raw: "9123 4567".to_owned(),
                e164: "+85291234567".to_owned(),
                label: "mobile".to_owned(),
            },
            Telephone {
                raw: "0085223456789".to_owned(),
                e164: String::new(),
                label: String::new(),
            },
        ],
        notes: "@SUM(1)\nsecond line".to_owned(),
        ..PersonDraft::default()
    };
    draft.into_person(PersonId(Uuid::from_u128(7)), common::written())
}

fn invitation() -> Invitation {
    let mut invitation: Invitation = serde_json::from_value(serde_json::json!({
        "id": InvitationId(Uuid::from_u128(8)), "event": EventId(Uuid::from_u128(1)), "person": PersonId(Uuid::from_u128(7)),
        "role": "vip", "status": "accepted", "steps": [], "segment": "finance", "companions": [], "unnamed": 1,
        "vip": true, "substitute_for": null, "waiting_since": null, "table": "1", "seat": "", "dietary": "No nuts", "access": "",
        "notes": "never shown", "badge": "SECRET", "arrived": null, "arrived_at": null, "sequence": 0, "answered": null
    }))
    .unwrap();
    invitation.companions = vec![Companion {
        name: "Mrs Chan".to_owned(),
        dietary: "Vegetarian".to_owned(),
        ..Companion::default()
    }];
    invitation
}

fn book(bytes: Vec<u8>) -> Option<serde_json::Value> {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("book.xlsx");
    std::fs::write(&file, bytes).unwrap();
    let said = programs::python("book.py", &[&file])?;
    Some(serde_json::from_str(&said).unwrap())
}

fn texts(book: &serde_json::Value) -> Vec<&str> {
    let texts = book["sheets"][0]["texts"].as_array().unwrap();
    texts.iter().map(|text| text.as_str().unwrap()).collect()
}

#[test]
fn openpyxl_finds_every_list_marked_and_no_cell_a_formula() {
    let (plan, person, invitation) = (common::awkward(), person(), invitation());
    let event = &plan.events()[&EventId(Uuid::from_u128(1))];
    for language in [
        Language::English,
        Language::TraditionalChinese,
        Language::SimplifiedChinese,
    ] {
        let out = PeopleOut {
            plan: &plan,
            people: &[&person],
            title: "People",
            language,
            written: common::written(),
        };
        let invitees = InviteesOut {
            plan: &plan,
            event,
            invitations: &[(&invitation, &person)],
            language,
            written: common::written(),
        };
        for bytes in [
            write_people_xlsx(&out).unwrap(),
            write_invitees_xlsx(&invitees).unwrap(),
        ] {
            let Some(book) = book(bytes) else { return };
            let sheet = &book["sheets"][0];
            assert!(sheet["header"].to_string().contains("[RESTRICTED]"), "{sheet}");
            assert!(sheet["footer"].to_string().contains("[RESTRICTED]"), "{sheet}");
            for kind in sheet["types"].as_array().unwrap() {
                assert!(["d", "n", "s"].contains(&kind.as_str().unwrap()), "{kind}");
            }
            let texts = texts(&book);
            for text in &texts {
                // A number in E.164 is no formula, and text by its cell's own kind.
                let number = text
                    .strip_prefix('+')
                    .is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()));
                assert!(
                    number || !text.starts_with(['=', '+', '-', '@', '\t', '\r']),
                    "{text}"
                );
                assert!(
                    !text.contains("SECRET") && !text.contains("never shown") && *text != "CA",
                    "{text}"
                );
            }
            assert!(
                texts.contains(&"陳大文") && texts.iter().any(|text| text.contains("0085223456789")),
                "{texts:?}"
            );
        }
        let csv = String::from_utf8(write_invitees_csv(&invitees).unwrap()).unwrap();
        assert!(
            csv.contains("[RESTRICTED]") && csv.contains("\"No nuts\nMrs Chan: Vegetarian\""),
            "{csv}"
        );
    }
}

#[test]
fn openpyxl_finds_the_choices_of_the_template() {
    let plan = common::awkward();
    let Some(book) = book(write_people_template(Language::English, &plan).unwrap()) else {
        return;
    };
    let choices = book["sheets"][0]["choices"].as_object().unwrap();
    // Honorific, nature, sectors, schemes, languages; the plan has no market.
    assert_eq!(choices.len(), 5, "{choices:?}");
    assert_eq!(book["sheets"][1]["state"], "hidden");
}

#[test]
fn vobject_reads_our_cards() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("people.vcf");
    std::fs::write(
        &file,
        write_cards(&[&person()], CardVersion::V3, common::written()),
    )
    .unwrap();
    let Some(said) = programs::python("cards.py", &[&file]) else {
        return;
    };
    let cards: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert_eq!(
        cards,
        serde_json::json!([{
            "fn": "CHAN Tai Man 陳大文", "family": "CHAN", "given": "Tai Man", "prefix": "Dr",
            "emails": ["taiman@guest.example"], "telephones": ["9123 4567", "0085223456789"],
            "title": "Manager; \"chief\", of\\all", "note": "@SUM(1)\nsecond line",
        }])
    );
}

#[test]
fn json_holds_every_field_that_is_held() {
    let person = person();
    let value: serde_json::Value = serde_json::from_slice(&write_people_json(&[&person]).unwrap()).unwrap();
    assert_eq!(value["marking"], "[RESTRICTED]");
    let back: Person = serde_json::from_value(value["people"][0].clone()).unwrap();
    assert_eq!(back, person);
}
