//! A leading talent's visit, stage by stage.

use super::*;
use crate::VisitId;
use crate::fixture::wall;
use crate::people::visits::{missing, overlaps, progress, take_step};

const TODAY: &str = "2027-06-01";

fn nominated() -> Visit {
    let first = VisitStep {
        stage: VisitStage::Nominated,
        on: day("2027-05-01"),
        at: early(),
        actor: "Chan".to_owned(),
        note: String::new(),
    };
    Visit::new(VisitId(Uuid::from_u128(1)), PersonId(Uuid::from_u128(2)), first)
}

fn to(visit: &Visit, stage: VisitStage, on: &str) -> Result<Visit, &'static str> {
    let step = VisitStep {
        stage,
        on: day(on),
        at: early(),
        actor: "Chan".to_owned(),
        note: String::new(),
    };
    take_step(visit, step, day(TODAY)).map_err(|why| why.code())
}

fn approval(verdict: Verdict) -> Approval {
    Approval {
        by: "Director".to_owned(),
        on: day("2027-05-03"),
        verdict,
        note: String::new(),
    }
}

#[test]
fn nobody_is_invited_before_somebody_approved() {
    let mut visit = nominated();
    assert_eq!(to(&visit, VisitStage::Invited, TODAY), Err("no_such_step"));
    assert_eq!(to(&visit, VisitStage::Approved, TODAY), Err("approval_needed"));
    visit.approvals.push(approval(Verdict::Returned));
    assert_eq!(to(&visit, VisitStage::Approved, TODAY), Err("approval_returned"));
    visit.approvals.push(approval(Verdict::Refused));
    assert_eq!(to(&visit, VisitStage::Approved, TODAY), Err("approval_refused"));
    visit.approvals.push(approval(Verdict::Approved));
    let approved = to(&visit, VisitStage::Approved, TODAY).unwrap();
    // An approval taken back later stops the visit where it stands.
    let mut taken_back = approved.clone();
    taken_back.approvals.push(approval(Verdict::Refused));
    assert_eq!(
        to(&taken_back, VisitStage::Invited, TODAY),
        Err("approval_refused")
    );
    assert!(to(&approved, VisitStage::Invited, TODAY).is_ok());
}

#[test]
fn the_whole_way_to_an_outcome_says_at_each_stage_what_is_missing() {
    let mut visit = nominated();
    assert_eq!(missing(&visit, day(TODAY)), ["reason", "approval"]);
    visit.reason = "Leads a laboratory".to_owned();
    visit.approvals.push(approval(Verdict::Approved));
    visit = to(&visit, VisitStage::Approved, "2027-05-04").unwrap();
    assert_eq!(missing(&visit, day(TODAY)), ["host"]);
    visit = to(&visit, VisitStage::Invited, "2027-05-05").unwrap();
    visit = to(&visit, VisitStage::Accepted, "2027-05-06").unwrap();
    assert_eq!(
        missing(&visit, day(TODAY)),
        ["host", "dates", "home_zone", "travel", "programme"]
    );
    assert_eq!(
        to(&visit, VisitStage::TravelBooked, "2027-05-07"),
        Err("dates_needed")
    );
    (visit.arrive, visit.depart) = (Some(day("2027-05-20")), Some(day("2027-05-24")));
    visit.checklist = vec![CheckItem {
        what: "Visa".to_owned(),
        due: Some(day("2027-05-10")),
        done: false,
    }];
    visit = to(&visit, VisitStage::TravelBooked, "2027-05-07").unwrap();
    assert!(missing(&visit, day(TODAY)).contains(&"checklist_overdue"));
    assert_eq!(
        to(&visit, VisitStage::InHongKong, "2027-05-19"),
        Err("not_yet_here")
    );
    assert_eq!(to(&visit, VisitStage::InHongKong, "2027-06-02"), Err("in_future"));
    visit = to(&visit, VisitStage::InHongKong, "2027-05-20").unwrap();
    assert_eq!(
        to(&visit, VisitStage::FollowedUp, "2027-05-22"),
        Err("still_here")
    );
    visit = to(&visit, VisitStage::FollowedUp, "2027-05-25").unwrap();
    assert!(missing(&visit, day(TODAY)).contains(&"outcome"));
    assert_eq!(to(&visit, VisitStage::Outcome, TODAY), Err("outcome_needed"));
    visit.outcome = Some(Outcome::SchemeApplied);
    visit = to(&visit, VisitStage::Outcome, TODAY).unwrap();
    assert_eq!(missing(&visit, day(TODAY)), ["scheme"]);
    assert_eq!(progress(&visit, day(TODAY)).stages, 8);
    assert_eq!(visit.steps.len(), 8);
}

#[test]
fn only_a_no_ends_a_visit_before_it() {
    let mut visit = nominated();
    visit.approvals.push(approval(Verdict::Approved));
    visit = to(&visit, VisitStage::Approved, "2027-05-04").unwrap();
    visit = to(&visit, VisitStage::Invited, "2027-05-05").unwrap();
    visit.outcome = Some(Outcome::Joined);
    assert_eq!(to(&visit, VisitStage::Outcome, TODAY), Err("no_such_step"));
    visit.outcome = Some(Outcome::Declined);
    assert!(to(&visit, VisitStage::Outcome, TODAY).is_ok());
}

#[test]
fn a_programme_that_overlaps_or_leaves_the_stay_is_told() {
    let mut visit = nominated();
    (visit.arrive, visit.depart) = (Some(day("2027-05-20")), Some(day("2027-05-21")));
    let meeting = |start: &str, end: &str| Meeting {
        start: wall(start),
        end: wall(end),
        what: crate::Wording::english("Call"),
        place: crate::Wording::default(),
        with: String::new(),
    };
    visit.meetings = vec![
        meeting("2027-05-20T14:00", "2027-05-20T16:00"),
        meeting("2027-05-20T09:00", "2027-05-20T10:00"),
        meeting("2027-05-20T15:30", "2027-05-20T17:00"),
    ];
    assert_eq!(overlaps(&visit), [(0, 2)]);
    visit.meetings = vec![meeting("2027-05-22T09:00", "2027-05-22T10:00")];
    assert!(missing(&visit, day(TODAY)).contains(&"programme_outside_stay"));
    visit.costs = vec![
        Cost {
            what: "Flight".to_owned(),
            cents: 800_000,
            paid: true,
        },
        Cost {
            what: "Hotel".to_owned(),
            cents: 320_000,
            paid: false,
        },
    ];
    let far = progress(&visit, day(TODAY));
    assert_eq!((far.paid_cents, far.estimated_cents), (800_000, 320_000));
}
