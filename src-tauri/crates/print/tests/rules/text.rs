//! What people typed, in any script and at any length, comes out as text.

use super::*;

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
    let Some(faces) = readable() else { return };
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
        for document in all_four(&plan, &events, (mission, &[]), id) {
            let mut paper = paper(Language::English, Audience::Internal);
            paper.title = hostile;
            let text = text_of(&document, &paper, &faces);
            assert!(text.contains(&squeezed(hostile)), "{hostile} is not in {text}");
        }
    }
}

#[test]
fn what_no_face_can_write_is_said_and_never_a_box() {
    let Some(faces) = readable() else { return };
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
        for document in all_four(&plan, &events, (mission, &[]), id) {
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
    let Some(faces) = readable() else { return };
    let folder = tempfile::tempdir().unwrap();
    let mut plan = plan();
    let model = events(&plan)[0].clone();
    for n in 0..160_u32 {
        let mut event = Event {
            id: EventId(uuid::Uuid::from_u128(1_000_000 + u128::from(n))),
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
    let year = year(&plan, &events);
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
