//! Papers about guests and visits: who stands on them, how their names are written, and what a guest never reads.

mod common;

use common::*;
use outreach_plan::people::{Invitation, Person, Visit};
use outreach_plan::{Audience, EventId, Language, PersonId, Plan, VisitId};
use outreach_print::{Document, HeldChange, print};
use serde_json::{Value, json};

fn key(n: u128) -> String {
    uuid::Uuid::from_u128(0xfeed_0000 + n).to_string()
}

/// A record from its fields; those not named are empty.
fn made<T: serde::de::DeserializeOwned>(empty: Value, fields: Value) -> T {
    let (Value::Object(mut whole), Value::Object(fields)) = (empty, fields) else {
        panic!("two maps");
    };
    whole.extend(fields);
    serde_json::from_value(Value::Object(whole)).expect("the fields fit")
}

fn person(n: u128, fields: Value) -> Person {
    let wording = json!({ "en": "", "zh_hant": "", "zh_hans": "" });
    made(
        json!({
            "id": key(n), "nature": "person", "family": "", "given": "", "chinese": "", "preferred": "",
            "honorific": "", "post": wording, "organisation": wording, "market": null, "sectors": [],
            "schemes": [], "passports": [], "university_region": "", "languages": [], "emails": [],
            "telephones": [], "tags": [], "notes": "", "source": "", "origins": [], "notices": [],
            "consents": [], "retain_until": null, "merged_into": null, "erased": null,
            "created": "2026-11-01T00:00:00Z",
        }),
        fields,
    )
}

fn invitation(n: u128, event: EventId, guest: u128, fields: Value) -> Invitation {
    made(
        json!({
            "id": key(n), "event": event, "person": key(guest), "role": "guest", "status": "accepted",
            "steps": [], "segment": "", "companions": [], "unnamed": 0, "vip": false, "substitute_for": null,
            "waiting_since": null, "table": "", "seat": "", "dietary": "", "access": "", "notes": "",
            "badge": format!("BADGE{n}"), "arrived": null, "arrived_at": null, "sequence": 0, "answered": null,
        }),
        fields,
    )
}

fn visit(fields: Value) -> Visit {
    made(
        json!({
            "id": key(900), "person": key(1), "stage": "accepted", "steps": [], "nominated_by": "", "reason": "",
            "sector": null, "approvals": [], "host": null, "escorts": [], "home_zone": "", "arrive": null,
            "depart": null, "travel": "", "checklist": [], "meetings": [], "costs": [], "tasks": [],
            "outcome": null, "scheme": null, "notes": "",
        }),
        fields,
    )
}

/// An event with a party, a guest of honour, one who waits, one who declined and one who was erased.
fn guests() -> (Plan, EventId) {
    let mut plan = plan();
    let event = plan.events_of(mission(&plan))[0].id;
    let organisation = json!({ "en": "Sample Chamber", "zh_hant": "範例商會", "zh_hans": "范例商会" });
    plan.put(person(
        1,
        json!({ "family": "Chan", "given": "Tai Man", "chinese": "陳大文", "organisation": organisation }),
    ));
    plan.put(person(2, json!({ "family": "Müller", "given": "Jörg" })));
    plan.put(person(3, json!({ "family": "Waits", "given": "Long" })));
    plan.put(person(4, json!({ "family": "Declines", "given": "Politely" })));
    plan.put(person(
        5,
        json!({ "family": "Erased", "given": "Wholly", "erased": "2026-11-20T00:00:00Z" }),
    ));
    plan.put(invitation(
        11,
        event,
        1,
        json!({
            "table": "4", "seat": "2", "unnamed": 1, "dietary": "no pork", "notes": "SECRETnotes",
            "companions": [{ "name": "Wong Siu Ming", "person": null, "dietary": "vegan", "access": "" }],
        }),
    ));
    plan.put(invitation(12, event, 2, json!({ "role": "vip", "vip": true })));
    plan.put(invitation(13, event, 3, json!({ "status": "wait_listed" })));
    plan.put(invitation(14, event, 4, json!({ "status": "declined" })));
    plan.put(invitation(15, event, 5, json!({})));
    (plan, event)
}

fn a_visit(plan: &mut Plan) -> VisitId {
    let visit = visit(json!({
        "nominated_by": "SECRETnominator", "reason": "SECRETreason", "notes": "SECRETvisit",
        "home_zone": "America/Vancouver", "arrive": "2027-03-13", "depart": "2027-03-15", "travel": "CX 865",
        "meetings": [
            { "start": "2027-03-15T09:30:00", "end": "2027-03-15T11:00:00", "with": "Park manager",
              "what": { "en": "Science park", "zh_hant": "科學園", "zh_hans": "科学园" },
              "place": { "en": "Pak Shek Kok", "zh_hant": "白石角", "zh_hans": "白石角" } },
            { "start": "2027-03-14T23:30:00", "end": "2027-03-15T00:30:00", "with": "",
              "what": { "en": "Night harbour", "zh_hant": "夜遊維港", "zh_hans": "夜游维港" },
              "place": { "en": "", "zh_hant": "", "zh_hans": "" } },
        ],
        "costs": [{ "what": "Flight", "cents": 1_234_550, "paid": true }, { "what": "Hotel", "cents": 450, "paid": false }],
        "tasks": [{ "what": "Write to the guest", "who": "AB", "due": "2027-03-20", "done": false }],
        "approvals": [{ "by": "Director", "on": "2027-01-04", "verdict": "approved", "note": "" }],
    }));
    let id = visit.id;
    plan.put(visit);
    id
}

fn text(document: &Document<'_>, language: Language, audience: Audience) -> Option<Vec<String>> {
    let faces = faces()?;
    if !has("pdftotext") {
        return None;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let pdf = print(document, &paper(language, audience), &faces).expect("it prints");
    assert!(pdf.conforms, "PDF/A and PDF/UA");
    assert!(pdf.missing.is_empty());
    if let Ok(to) = std::env::var("OUTREACH_PAPERS") {
        let name = format!("{:?}", std::mem::discriminant(document)).replace(['(', ')'], "-");
        std::fs::write(format!("{to}/{name}{language:?}-{audience:?}.pdf"), &pdf.bytes).expect("a file");
    }
    Some(pages(&folder, &pdf.bytes))
}

#[test]
fn everybody_who_may_come_gets_a_badge_and_nobody_else() {
    let (plan, event) = guests();
    for language in LANGUAGES {
        let Some(pages) = text(
            &Document::Badges { plan: &plan, event },
            language,
            Audience::Internal,
        ) else {
            return;
        };
        let words = squeezed(&pages.concat());
        for wanted in [
            "陳大文",
            "TaiManChan",
            "JörgMüller",
            "WongSiuMing",
            "BADGE11",
            "BADGE12",
        ] {
            assert!(words.contains(wanted), "{language:?}: {wanted} is not in {words}");
        }
        for other in ["Waits", "Declines", "Erased", "BADGE13", "SECRET", "pork"] {
            assert!(!words.contains(other), "{language:?}: {other} is in {words}");
        }
    }
}

#[test]
fn paper_writes_a_name_as_the_lists_on_the_screen_do_and_in_their_order() {
    let (mut plan, event) = guests();
    plan.put(person(
        6,
        json!({ "family": "ZHANG", "given": "Wei", "chinese": "張偉" }),
    ));
    plan.put(person(7, json!({ "family": "de Vauclair", "given": "Élise" })));
    plan.put(person(8, json!({ "family": "Penang Chamber", "nature": "body" })));
    for n in 6..=8 {
        plan.put(invitation(10 + n, event, n, json!({})));
    }
    let invited = [1, 2, 3, 6, 7, 8].map(|n| {
        let id: PersonId = key(n).parse().unwrap();
        plan.people()[&id].clone()
    });
    for language in LANGUAGES {
        let mut listed = invited.to_vec();
        listed.sort_by_cached_key(|one| one.sort_name(language).to_lowercase());
        let document = Document::DoorList { plan: &plan, event };
        let Some(pages) = text(&document, language, Audience::Internal) else {
            return;
        };
        let words = squeezed(&pages.concat());
        let mut after = 0;
        for one in &listed {
            let name = squeezed(&one.name_in(language));
            let place = words[after..].find(&name);
            after += place.unwrap_or_else(|| panic!("{language:?}: {name} is not after {after} in {words}"));
        }
        assert!(
            words.contains("ZHANGWei"),
            "a family name in capitals stays in front: {words}"
        );
        assert!(words.contains("ÉlisedeVauclair"), "{words}");
    }
}

#[test]
fn a_badge_is_scanned_to_the_code_it_bears() {
    let Some(faces) = faces() else { return };
    if !(has("pdftoppm") && has("zbarimg")) {
        return;
    }
    let (plan, event) = guests();
    let document = Document::Badges { plan: &plan, event };
    let pdf = print(&document, &paper(Language::English, Audience::Internal), &faces).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = written(&folder, "badges.pdf", &pdf.bytes);
    let picture = folder.path().join("page");
    let drawn = std::process::Command::new("pdftoppm")
        .args(["-r", "200", "-png", "-singlefile"])
        .args([&path, &picture])
        .status()
        .unwrap();
    assert!(drawn.success());
    let read = run("zbarimg", &["--quiet", "--raw"], &picture.with_extension("png"));
    let mut codes: Vec<&str> = read.lines().collect();
    codes.sort_unstable();
    assert_eq!(
        codes,
        ["BADGE11", "BADGE11", "BADGE12"],
        "the companion comes in by the guest's code"
    );
}

#[test]
fn table_cards_bear_the_name_for_both_sides_of_the_table_and_read_it_once() {
    let (plan, event) = guests();
    let document = Document::TableCards { plan: &plan, event };
    let Some(pages) = text(&document, Language::TraditionalChinese, Audience::Internal) else {
        return;
    };
    assert_eq!(pages.len(), 2, "three cards, two a sheet");
    let words = squeezed(&pages.concat());
    assert_eq!(
        words.matches("陳大文").count() + words.matches("文大陳").count(),
        2,
        "{words}"
    );
    assert!(words.contains("範例商會"));
}

#[test]
fn the_door_list_counts_parties_and_tells_needs_but_no_notes() {
    let (plan, event) = guests();
    let document = Document::DoorList { plan: &plan, event };
    let Some(pages) = text(&document, Language::English, Audience::Internal) else {
        return;
    };
    let words = pages.concat();
    let squeezed = squeezed(&words);
    assert!(
        squeezed.contains("4expected"),
        "a party of three and one: {words}"
    );
    assert!(squeezed.contains("1waiting"), "{words}");
    for wanted in [
        "Tai Man Chan",
        "陳大文",
        "Wong Siu Ming",
        "no pork",
        "vegan",
        "Table 4 · 2",
        "[RESTRICTED]",
    ] {
        assert!(words.contains(wanted), "{wanted} is not in {words}");
    }
    for other in ["SECRET", "Declines", "Erased"] {
        assert!(!words.contains(other), "{other} is in {words}");
    }
}

#[test]
fn a_guest_reads_both_clocks_and_nothing_that_is_the_offices_own() {
    let (mut plan, _) = guests();
    let visit = a_visit(&mut plan);
    let document = Document::Visit { plan: &plan, visit };
    let Some(pages) = text(&document, Language::English, Audience::Partner) else {
        return;
    };
    let words = pages.concat();
    // Vancouver keeps −07 all year round since 2026.
    for wanted in [
        "09:30–11:00",
        "18:30–20:00",
        "Sun 14 Mar",
        "Science park",
        "Vancouver",
        "Nothing planned",
    ] {
        assert!(words.contains(wanted), "{wanted} is not in {words}");
    }
    for other in ["SECRET", "HK$", "Director", "RESTRICTED", "Write to the guest"] {
        assert!(!words.contains(other), "{other} is in {words}");
    }
}

#[test]
fn the_office_reads_approvals_costs_and_what_is_left_to_do() {
    let (mut plan, _) = guests();
    let visit = a_visit(&mut plan);
    for language in LANGUAGES {
        let Some(pages) = text(
            &Document::Visit { plan: &plan, visit },
            language,
            Audience::Internal,
        ) else {
            return;
        };
        let words = pages.concat();
        for wanted in [
            "HK$12,345.50",
            "HK$12,350.00",
            "Director",
            "SECRETreason",
            "Write to the guest",
        ] {
            assert!(words.contains(wanted), "{language:?}: {wanted} is not in {words}");
        }
        assert!(pages.iter().all(|page| page.contains("[RESTRICTED]")));
    }
}

#[test]
fn an_access_report_holds_every_field_that_is_held() {
    let (mut plan, _) = guests();
    a_visit(&mut plan);
    let told = json!({
        "family": "Chan", "given": "Tai Man", "chinese": "陳大文", "preferred": "Peter", "honorific": "Dr",
        "post": { "en": "Chairman", "zh_hant": "", "zh_hans": "" }, "sectors": ["financial_services"],
        "schemes": ["ttps_a"], "passports": ["CA"], "university_region": "GB", "languages": ["yue"],
        "emails": [{ "address": "chan@example.org", "label": "work", "bounced": false }],
        "telephones": [{ "raw": "2345 6789", "e164": "+85223456789", "label": "" }],
        "tags": ["TAGGED"], "notes": "NOTED", "source": "SOURCED", "retain_until": "2028-05-01",
        "consents": [{ "purpose": "direct_marketing", "given": false, "on": "2026-10-01", "by": "ONFORM" }],
    });
    plan.put(person(1, told));
    let changes = [HeldChange {
        at: "2026-11-02T03:04:00Z".parse().unwrap(),
        actor: "CLERK".to_owned(),
        what: "CORRECTED".to_owned(),
    }];
    let id: PersonId = key(1).parse().unwrap();
    for language in LANGUAGES {
        let document = Document::AccessReport {
            plan: &plan,
            person: id,
            changes: &changes,
        };
        let Some(pages) = text(&document, language, Audience::Internal) else {
            return;
        };
        let words = squeezed(&pages.concat());
        for wanted in [
            "陳大文",
            "Peter",
            "Dr",
            "Chairman",
            "CA",
            "GB",
            "chan@example.org",
            "23456789",
            "TAGGED",
            "NOTED",
            "SOURCED",
            "2028",
            "ONFORM",
            "CLERK",
            "CORRECTED",
            "SECRETreason",
            "SECRETnotes",
            "WongSiuMing",
        ] {
            assert!(words.contains(wanted), "{language:?}: {wanted} is not in {words}");
        }
        assert!(!words.contains("Müller"), "nobody else stands in it: {words}");
    }
}

#[test]
fn an_address_is_copied_from_an_access_report_as_it_is_written() {
    let (Some(faces), true) = (faces(), has("pdftotext")) else {
        return;
    };
    let (mut plan, _) = guests();
    let mut report_on = |address: &str| {
        let email = json!({ "address": address, "label": "work", "bounced": false });
        plan.put(person(1, json!({ "family": "Bouchard", "emails": [email] })));
        let document = Document::AccessReport {
            plan: &plan,
            person: key(1).parse().unwrap(),
            changes: &[],
        };
        let folder = tempfile::tempdir().expect("a folder");
        let pdf = print(&document, &paper(Language::English, Audience::Internal), &faces).expect("it prints");
        run(
            "pdftotext",
            &["-layout"],
            &written(&folder, "report.pdf", &pdf.bytes),
        )
    };
    let short = "bouchard-lefebvre.marie@straitlawassociates.example";
    let text = report_on(short);
    assert!(text.contains(short), "{text:?}");
    // One that does not fit a line is broken between letters, and nothing stands between them.
    let long = format!(
        "marie.bouchard.lefebvre.de.la.tour@{}.example",
        "straitlawassociatesandnotaries".repeat(4)
    );
    let text = report_on(&long);
    assert!(!text.contains('\u{200b}'), "{text:?}");
    assert!(squeezed(&text).contains(&long), "{text:?}");
    assert!(!text.contains(&long), "it is broken: {text:?}");
}
