//! Who sees what.

use outreach_plan::Status;
use outreach_plan::checks::{Assumptions, check_mission};

use super::*;

#[test]
fn only_the_office_sees_names_notes_and_orders_of_the_day() {
    let Some(faces) = readable() else { return };
    let (plan, mission, event) = secretive();
    let events = events(&plan);
    let findings = check_mission(&plan, &Assumptions::default(), mission);
    let delegates: Vec<_> = plan.missions()[&mission]
        .team
        .iter()
        .map(|id| plan.delegates()[id].clone())
        .collect();
    let documents = all_four(&plan, &events, (mission, &findings), event);
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
    let Some(faces) = readable() else { return };
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
        let document = year(&plan, &events);
        let text = text_of(&document, &paper(Language::English, audience), &faces);
        assert_eq!(
            text.contains("BrandNewThought"),
            audience == Audience::Internal,
            "{audience:?}"
        );
    }
}
