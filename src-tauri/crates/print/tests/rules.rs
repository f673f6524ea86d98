//! What the paper may show, what it does with text that nobody expects, and how it fails.

mod common;

use std::ops::ControlFlow;

use common::*;
use outreach_plan::checks::{Assumptions, check_mission};
use outreach_plan::{Audience, Event, Language, Plan, Status, Wording};
use outreach_print::{Document, Faces, Paper, PrintError, Step, preview, print, typeset};

fn text_of(document: &Document<'_>, paper: &Paper<'_>, faces: &Faces) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let pdf = print(document, paper, faces).expect("it prints");
    assert!(pdf.conforms);
    squeezed(&pages(&folder, &pdf.bytes).concat())
}

/// The sample with secrets in every field that only the office may see.
fn secretive() -> (Plan, outreach_plan::MissionId, outreach_plan::EventId) {
    let mut plan = plan();
    let id = mission(&plan);
    let mut mission = plan.missions()[&id].clone();
    mission.notes = "SECRETmission".to_owned();
    mission.budget_hkd = Some(7_654_321);
    for part in &mut mission.partners {
        part.responsible_for = "TASKpartner".to_owned();
    }
    let mut event = plan.events_of(id)[0].clone();
    event.notes = "SECRETnotes".to_owned();
    event.run_sheet = "13:30 SECRETorder\n23:30 Midnight walk\n00:30 Home".to_owned();
    event.capacity = Some(4321);
    event.delegates = mission.team.clone();
    let mut leg = plan.legs_of(id)[0].clone();
    leg.lodging = "SECRETlodging".to_owned();
    leg.notes = "SECRETleg".to_owned();
    let mut venue = plan.venues()[&event.venue.expect("a venue")].clone();
    venue.notes = "SECRETvenue".to_owned();
    venue.address = "1 Harbour Road\nWan Chai".to_owned();
    let event_id = event.id;
    plan.put(mission);
    plan.put(event);
    plan.put(leg);
    plan.put(venue);
    (plan, id, event_id)
}

#[test]
fn only_the_office_sees_names_notes_and_orders_of_the_day() {
    let Some(faces) = faces() else { return };
    if !has("pdftotext") {
        return;
    }
    let (plan, mission, event) = secretive();
    let events = events(&plan);
    let findings = check_mission(&plan, &Assumptions::default(), mission);
    let delegates: Vec<_> = plan.missions()[&mission]
        .team
        .iter()
        .map(|id| plan.delegates()[id].clone())
        .collect();
    let documents = [
        Document::Year {
            plan: &plan,
            events: &events,
            year: 2027,
        },
        Document::Month {
            plan: &plan,
            events: &events,
            month: "2027-01-15".parse().unwrap(),
        },
        Document::Booklet {
            plan: &plan,
            mission,
            findings: &findings,
        },
        Document::RunSheet { plan: &plan, event },
    ];
    for document in &documents {
        for audience in [Audience::Public, Audience::Partner] {
            let text = text_of(document, &paper(Language::English, audience), &faces);
            assert!(
                !text.contains("SECRET") && !text.contains("7,654,321"),
                "{audience:?}"
            );
            for delegate in &delegates {
                assert!(
                    !text.contains(&squeezed(&delegate.full_name())),
                    "{audience:?}: {}",
                    delegate.full_name()
                );
                assert!(delegate.chinese.is_empty() || !text.contains(&delegate.chinese));
            }
            if audience == Audience::Public {
                assert!(!text.contains("4321") && !text.contains("TASKpartner") && !text.contains("Flight"));
            }
        }
    }
    let booklet = text_of(
        &documents[2],
        &paper(Language::English, Audience::Internal),
        &faces,
    );
    for words in [
        "SECRETmission",
        "SECRETnotes",
        "SECRETorder",
        "SECRETlodging",
        "SECRETvenue",
        "TASKpartner",
        "7,654,321",
        "1HarbourRoad",
        "Flight",
    ] {
        assert!(booklet.contains(words), "{words}");
    }
    for delegate in &delegates {
        assert!(booklet.contains(&squeezed(&delegate.full_name())));
    }
    assert!(
        text_of(
            &documents[2],
            &paper(Language::English, Audience::Partner),
            &faces
        )
        .contains("TASKpartner")
    );
    // After midnight it is the next day, there and in Hong Kong.
    let sheet = text_of(
        &documents[3],
        &paper(Language::English, Audience::Internal),
        &faces,
    );
    assert!(sheet.contains("00:30"), "{sheet}");
}

#[test]
fn an_idea_is_shown_to_the_office_alone() {
    let Some(faces) = faces() else { return };
    if !has("pdftotext") {
        return;
    }
    let mut plan = plan();
    let mut event = events(&plan)[0].clone();
    event.mission = None;
    event.leg = None;
    event.status = Status::Idea;
    event.title = Wording::english("BrandNewThought");
    (event.start, event.end) = (
        "2027-03-02T10:00:00".parse().unwrap(),
        "2027-03-02T11:00:00".parse().unwrap(),
    );
    plan.put(event);
    let events = events(&plan);
    for audience in Audience::ALL {
        let document = Document::Year {
            plan: &plan,
            events: &events,
            year: 2027,
        };
        let text = text_of(&document, &paper(Language::English, audience), &faces);
        assert_eq!(
            text.contains("BrandNewThought"),
            audience == Audience::Internal,
            "{audience:?}"
        );
    }
}

/// Text that would do something if it were markup, breaks lines, turns round or has no glyph.
const HOSTILE: &[&str] = &[
    "#import \"x.typ\": *",
    "#panic(\"no\") $ x^2 $ *bold* _it_ `raw` <label> @ref ] ) } \\ // /* */ = head",
    "#set page(width: 1pt)",
    "\"}, \"body\": null, {\"",
    "https://example.org/a/very/long/path/without/any/blank?and=parameters&that=never&end=1234567890",
];

#[test]
fn what_people_typed_comes_out_as_text() {
    let Some(faces) = faces() else { return };
    if !has("pdftotext") {
        return;
    }
    let (plan, mission, id) = secretive();
    for hostile in HOSTILE {
        let mut plan = plan.clone();
        let mut event = plan.events()[&id].clone();
        event.title = Wording::english(*hostile);
        event.place = Wording::english(*hostile);
        event.notes = (*hostile).to_owned();
        event.speakers = vec![(*hostile).to_owned()];
        event.run_sheet = format!("10:00 {hostile}\n{hostile}");
        event.url = (*hostile).to_owned();
        plan.put(event);
        let events = events(&plan);
        for document in [
            Document::Year {
                plan: &plan,
                events: &events,
                year: 2027,
            },
            Document::Month {
                plan: &plan,
                events: &events,
                month: "2027-01-15".parse().unwrap(),
            },
            Document::Booklet {
                plan: &plan,
                mission,
                findings: &[],
            },
            Document::RunSheet {
                plan: &plan,
                event: id,
            },
        ] {
            let mut paper = paper(Language::English, Audience::Internal);
            paper.title = hostile;
            let text = text_of(&document, &paper, &faces);
            assert!(text.contains(&squeezed(hostile)), "{hostile} is not in {text}");
        }
    }
}

#[test]
fn what_no_face_can_write_is_said_and_never_a_box() {
    let Some(faces) = faces() else { return };
    if !has("pdftotext") {
        return;
    }
    let (mut plan, mission, id) = secretive();
    let mut event = plan.events()[&id].clone();
    event.title =
        Wording::english("Party \u{1F600} \u{202E}turned\u{202C} \u{7}bell \u{5D0}\u{5D1} 陳\u{FE0F}");
    plan.put(event);
    let document = Document::Booklet {
        plan: &plan,
        mission,
        findings: &[],
    };
    let pdf = print(&document, &paper(Language::English, Audience::Internal), &faces).unwrap();
    assert_eq!(pdf.missing, ['\u{5D0}', '\u{5D1}', '\u{1F600}']);
    assert!(pdf.conforms, "no glyph is missing on the paper");
    let text = text_of(&document, &paper(Language::English, Audience::Internal), &faces);
    assert!(
        text.contains("Party[U+1F600]turnedbell[U+05D0][U+05D1]陳"),
        "{text}"
    );
}

#[test]
fn ten_thousand_characters_flow_on() {
    let Some(faces) = faces() else { return };
    let (plan, mission, id) = secretive();
    let folder = tempfile::tempdir().unwrap();
    for long in [
        "A".repeat(10_000),
        "word ".repeat(2_000),
        "粵".repeat(10_000),
        "1\n".repeat(3_000),
    ] {
        let mut plan = plan.clone();
        let mut event = plan.events()[&id].clone();
        event.title = Wording::english(long.as_str());
        event.notes = long.clone();
        event.run_sheet = format!("10:00 {long}");
        plan.put(event);
        let events = events(&plan);
        for document in [
            Document::Year {
                plan: &plan,
                events: &events,
                year: 2027,
            },
            Document::Month {
                plan: &plan,
                events: &events,
                month: "2027-01-15".parse().unwrap(),
            },
            Document::Booklet {
                plan: &plan,
                mission,
                findings: &[],
            },
            Document::RunSheet {
                plan: &plan,
                event: id,
            },
        ] {
            let pdf = print(&document, &paper(Language::English, Audience::Internal), &faces).unwrap();
            assert!(pdf.conforms && pdf.pages < 200, "{} pages", pdf.pages);
            if has("pdftotext") {
                let text = squeezed(&pages(&folder, &pdf.bytes).concat());
                let first: String = squeezed(&long).chars().take(1).collect();
                let wanted = squeezed(&long).matches(&first).count();
                assert!(text.matches(&first).count() >= wanted, "something was cut off");
            }
        }
    }
}

#[test]
fn an_overfull_month_and_an_overfull_quarter_flow_on() {
    let Some(faces) = faces() else { return };
    if !has("pdftotext") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let mut plan = plan();
    let model = events(&plan)[0].clone();
    for n in 0..160_u32 {
        let mut event = Event {
            id: outreach_plan::EventId(uuid::Uuid::from_u128(1_000_000 + u128::from(n))),
            title: Wording::english(format!("Crowd{n:03}")),
            mission: None,
            leg: None,
            ..model.clone()
        };
        let day = 1 + n % 4;
        event.start = format!("2027-03-{day:02}T09:00:00").parse().unwrap();
        event.end = format!("2027-03-{day:02}T10:00:00").parse().unwrap();
        plan.put(event);
    }
    let events = events(&plan);
    let month = Document::Month {
        plan: &plan,
        events: &events,
        month: "2027-03-01".parse().unwrap(),
    };
    let pdf = print(&month, &paper(Language::English, Audience::Internal), &faces).unwrap();
    let text = pages(&folder, &pdf.bytes).concat();
    for n in 0..160 {
        let name = format!("Crowd{n:03}");
        assert_eq!(
            text.matches(&name).count(),
            2,
            "{name} stands in its square and in the list"
        );
    }
    let year = Document::Year {
        plan: &plan,
        events: &events,
        year: 2027,
    };
    let pdf = print(&year, &paper(Language::English, Audience::Internal), &faces).unwrap();
    let pages = pages(&folder, &pdf.bytes);
    assert!(
        pages
            .iter()
            .filter(|page| page.contains("First quarter 2027"))
            .count()
            > 1
    );
    let text = pages.concat();
    for n in 0..160 {
        assert_eq!(text.matches(&format!("Crowd{n:03}")).count(), 2);
    }
}

#[test]
fn without_a_face_for_chinese_nothing_is_printed() {
    let plan = plan();
    let events = events(&plan);
    let document = Document::Year {
        plan: &plan,
        events: &events,
        year: 2027,
    };
    let none = Faces::new([b"no font".to_vec()]);
    for language in LANGUAGES {
        let refused = print(&document, &paper(language, Audience::Public), &none).unwrap_err();
        assert!(matches!(refused, PrintError::NoFace { language: of } if of == language));
        assert!(refused.to_string().contains("fonts-noto-cjk"));
    }
}

#[test]
fn the_same_input_gives_the_same_bytes_and_another_moment_others() {
    let Some(faces) = faces() else { return };
    let plan = plan();
    let events = events(&plan);
    let document = Document::Month {
        plan: &plan,
        events: &events,
        month: "2027-01-15".parse().unwrap(),
    };
    let mut paper = paper(Language::TraditionalChinese, Audience::Internal);
    let first = print(&document, &paper, &faces).unwrap().bytes;
    assert!(first == print(&document, &paper, &faces).unwrap().bytes);
    paper.written = "2026-11-23T06:00:00Z".parse().unwrap();
    assert!(first != print(&document, &paper, &faces).unwrap().bytes);
}

#[test]
fn work_stops_between_its_steps() {
    let Some(faces) = faces() else { return };
    let plan = plan();
    let events = events(&plan);
    let document = Document::Year {
        plan: &plan,
        events: &events,
        year: 2027,
    };
    let paper = paper(Language::English, Audience::Public);
    for at in [Step::Gathering, Step::LayingOut, Step::Writing] {
        let mut stop = |step| {
            if step == at {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        };
        assert!(matches!(
            typeset(&document, &paper, &faces, &mut stop),
            Err(PrintError::Cancelled)
        ));
    }
}

#[test]
fn a_picture_of_a_page_is_small_and_a_page_too_far_is_the_last() {
    let Some(faces) = faces() else { return };
    let plan = plan();
    let events = events(&plan);
    let document = Document::Year {
        plan: &plan,
        events: &events,
        year: 2027,
    };
    let paper = paper(Language::TraditionalChinese, Audience::Internal);
    let picture = preview(&document, &paper, &faces, 1).unwrap();
    assert!(
        picture.png.starts_with(b"\x89PNG") && picture.png.len() <= 500_000,
        "{}",
        picture.png.len()
    );
    assert!(picture.width_px > picture.height_px && picture.width_px >= 1000);
    let last = preview(&document, &paper, &faces, 99).unwrap();
    assert_eq!((last.page, last.pages), (picture.pages, picture.pages));
}

#[test]
fn what_is_not_there_or_has_no_time_is_refused() {
    let Some(faces) = faces() else { return };
    let mut plan = plan();
    let (mission, paper) = (mission(&plan), paper(Language::English, Audience::Internal));
    let nowhere = outreach_plan::MissionId(uuid::Uuid::nil());
    let booklet = Document::Booklet {
        plan: &plan,
        mission: nowhere,
        findings: &[],
    };
    assert!(matches!(
        print(&booklet, &paper, &faces),
        Err(PrintError::NoSuchMission)
    ));
    let sheet = Document::RunSheet {
        plan: &plan,
        event: outreach_plan::EventId(uuid::Uuid::nil()),
    };
    assert!(matches!(
        print(&sheet, &paper, &faces),
        Err(PrintError::NoSuchEvent)
    ));
    let mut event = plan.events_of(mission)[0].clone();
    event.zone = "Mars/Olympus".to_owned();
    plan.put(event);
    let booklet = Document::Booklet {
        plan: &plan,
        mission,
        findings: &[],
    };
    assert!(
        matches!(print(&booklet, &paper, &faces), Err(PrintError::UnknownZone { zone }) if zone == "Mars/Olympus")
    );
}

#[test]
fn an_empty_year_month_and_mission_are_printed_too() {
    let Some(faces) = faces() else { return };
    let plan = plan();
    for language in LANGUAGES {
        for audience in Audience::ALL {
            let paper = paper(language, audience);
            let year = Document::Year {
                plan: &plan,
                events: &[],
                year: 2044,
            };
            assert!(print(&year, &paper, &faces).unwrap().conforms);
            let month = Document::Month {
                plan: &plan,
                events: &[],
                month: "2044-02-01".parse().unwrap(),
            };
            assert!(print(&month, &paper, &faces).unwrap().conforms);
        }
    }
}
