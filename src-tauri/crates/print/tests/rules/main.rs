//! What the paper may show, what it does with text that nobody expects, and how it fails.

mod audience;
#[path = "../common/mod.rs"]
mod common;
mod text;
mod work;

use common::*;
use outreach_plan::checks::Finding;
use outreach_plan::{Audience, Event, EventId, Language, MissionId, Plan, Wording};
use outreach_print::{Document, Faces, Paper, print};

/// The faces, where pages can be read as text as well.
fn readable() -> Option<Faces> {
    faces().filter(|_| has("pdftotext"))
}

fn year<'a>(plan: &'a Plan, events: &'a [&'a Event]) -> Document<'a> {
    Document::Year {
        plan,
        events,
        year: 2027,
    }
}

fn month<'a>(plan: &'a Plan, events: &'a [&'a Event]) -> Document<'a> {
    Document::Month {
        plan,
        events,
        month: "2027-01-15".parse().expect("a day"),
    }
}

/// Year, month, booklet and run sheet.
fn all_four<'a>(
    plan: &'a Plan,
    events: &'a [&'a Event],
    (mission, findings): (MissionId, &'a [Finding]),
    event: EventId,
) -> [Document<'a>; 4] {
    [
        year(plan, events),
        month(plan, events),
        Document::Booklet {
            plan,
            mission,
            findings,
        },
        Document::RunSheet { plan, event },
    ]
}

fn text_of(document: &Document<'_>, paper: &Paper<'_>, faces: &Faces) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let pdf = print(document, paper, faces).expect("it prints");
    assert!(pdf.conforms);
    squeezed(&pages(&folder, &pdf.bytes).concat())
}

/// The sample with secrets in every field that only the office may see.
fn secretive() -> (Plan, MissionId, EventId) {
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
