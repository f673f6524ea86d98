//! How printing fails, stops and repeats itself.

use std::ops::ControlFlow;

use outreach_print::{PrintError, Step, preview, typeset};

use super::*;

#[test]
fn without_a_face_for_chinese_nothing_is_printed() {
    let plan = plan();
    let events = events(&plan);
    let document = year(&plan, &events);
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
    let document = month(&plan, &events);
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
    let document = year(&plan, &events);
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
    let document = year(&plan, &events);
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
    let nowhere = MissionId(uuid::Uuid::nil());
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
        event: EventId(uuid::Uuid::nil()),
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
