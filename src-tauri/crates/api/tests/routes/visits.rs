//! Visits of leading talents, from nomination to outcome.

use serde_json::{Value, json};

use crate::guests::{somebody, wait_until};
use crate::planner::Planner;

fn nominated(planner: &Planner) -> Value {
    let person = somebody(planner, "Lovelace", "Ada", "", "ada@example.org");
    planner.ask(
        "visits.nominate",
        json!({"person": person, "nominated_by": "A university", "reason": "First of her field",
            "sector": "innovation_technology"}),
    )["key"]["id"]
        .clone()
}

fn edit(planner: &Planner, visit: &Value, set: Value) {
    planner.ask("records.edit", json!({"kind": "visit", "id": visit, "set": set}));
}

fn card(planner: &Planner, visit: &Value) -> Value {
    planner.ask("visits.show", json!({"id": visit}))["card"].clone()
}

#[test]
fn a_visit_goes_from_nomination_to_outcome_and_each_step_says_why_not() {
    let planner = Planner::with_sample();
    let visit = nominated(&planner);
    let step = |to: &str| planner.try_ask("visits.step", json!({"id": visit, "to": to}));
    assert_eq!(step("approved").unwrap_err().code, "approval_needed");
    assert_eq!(step("travel_booked").unwrap_err().code, "no_such_step");
    let first = card(&planner, &visit);
    let approved = first["next"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["to"] == "approved")
        .unwrap();
    assert_eq!(approved["why_not"]["code"], "approval_needed");
    assert_eq!(first["items"], 6, "the usual check-list");

    planner.ask(
        "visits.approve",
        json!({"id": visit, "by": "The director", "verdict": "approved", "note": "within the budget"}),
    );
    assert_eq!(card(&planner, &visit)["stage"], "approved");
    step("invited").unwrap();
    step("accepted").unwrap();
    assert_eq!(step("travel_booked").unwrap_err().code, "dates_needed");
    edit(
        &planner,
        &visit,
        json!({"arrive": "2026-12-01", "depart": "2026-12-04"}),
    );
    step("travel_booked").unwrap();
    assert_eq!(step("in_hong_kong").unwrap_err().code, "not_yet_here");
    wait_until(&planner, "2026-11-30T16:30:00Z");
    step("in_hong_kong").expect("it is the first of December in Hong Kong");
    assert_eq!(step("followed_up").unwrap_err().code, "still_here");
    wait_until(&planner, "2026-12-06T02:00:00Z");
    step("followed_up").unwrap();
    assert_eq!(step("outcome").unwrap_err().code, "outcome_needed");
    planner.ask(
        "visits.step",
        json!({"id": visit, "to": "outcome", "outcome": "scheme_applied", "scheme": "ttps_a", "note": "Category A"}),
    );
    let page = planner.ask("visits.show", json!({"id": visit}));
    assert!(
        page["progress"]
            .as_array()
            .unwrap()
            .iter()
            .all(|stage| !stage["on"].is_null())
    );
    assert_eq!(page["progress"][5]["on"], "2026-12-01", "by Hong Kong's calendar");
    assert_eq!(page["steps"].as_array().unwrap().len(), 8);
    let label = planner.ask("history.undo", json!({}));
    assert_eq!(
        (&label["label"], label["params"].get("name")),
        (&json!("visit_stepped"), None)
    );
    assert_eq!(card(&planner, &visit)["stage"], "followed_up");
}

#[test]
fn a_refused_nomination_is_closed_and_one_returned_stays() {
    let planner = Planner::with_sample();
    let visit = nominated(&planner);
    let decide = |verdict: &str| {
        planner.ask(
            "visits.approve",
            json!({"id": visit, "by": "The director", "verdict": verdict}),
        );
        card(&planner, &visit)["stage"].as_str().unwrap().to_owned()
    };
    assert_eq!(decide("returned"), "nominated");
    assert_eq!(decide("refused"), "closed");
    // What is closed is taken up again before it is approved.
    for verdict in ["approved", "returned"] {
        let late = json!({"id": visit, "by": "The director", "verdict": verdict});
        assert_eq!(planner.refusal("visits.approve", late).code, "visit_closed");
    }
    let decisions = || planner.ask("visits.show", json!({"id": visit}))["visit"]["approvals"].clone();
    assert_eq!(decisions().as_array().unwrap().len(), 2);
    planner.ask("visits.step", json!({"id": visit, "to": "nominated"}));
    assert_eq!(decide("approved"), "approved");
    assert_eq!(decisions().as_array().unwrap().len(), 3);
    assert_eq!(
        planner
            .refusal(
                "visits.approve",
                json!({"id": visit, "by": " ", "verdict": "approved"})
            )
            .code,
        "invalid_field"
    );
    let future = planner.refusal(
        "visits.approve",
        json!({"id": visit, "by": "The director", "on": "2027-01-01", "verdict": "approved"}),
    );
    assert_eq!(future.code, "in_future");
}

#[test]
fn the_programme_stands_in_hong_kong_time_with_the_clock_at_home_beside_it() {
    let planner = Planner::with_sample();
    let visit = nominated(&planner);
    let meeting = |start: &str, end: &str, what: &str| {
        json!({"start": start, "end": end, "what": {"en": what, "zh_hant": "", "zh_hans": ""},
            "place": {"en": "Science Park", "zh_hant": "科學園", "zh_hans": ""}, "with": "The chair"})
    };
    edit(
        &planner,
        &visit,
        json!({"home_zone": "America/Toronto", "arrive": "2026-12-01", "depart": "2026-12-02", "meetings": [
            meeting("2026-12-01T15:00:00", "2026-12-01T16:00:00", "Laboratory"),
            meeting("2026-12-01T15:30:00", "2026-12-01T17:00:00", "Tea"),
            meeting("2026-12-05T09:00:00", "2026-12-05T10:00:00", "Too late")],
            "costs": [{"what": "Flight", "cents": 1_234_500, "paid": true}, {"what": "Hotel", "cents": 500_000, "paid": false}],
            "tasks": [{"what": "Write", "who": "Host", "due": "2026-11-01", "done": false}]}),
    );
    let page = planner.ask("visits.show", json!({"id": visit, "language": "zh-Hant"}));
    let first = &page["days"][0]["meetings"][0];
    assert_eq!(
        (
            &first["span"]["start"]["hong_kong"],
            &first["span"]["start"]["local"],
            &first["span"]["start"]["offset"]
        ),
        (
            &json!("2026-12-01T15:00:00"),
            &json!("2026-12-01T02:00:00"),
            &json!("−05")
        )
    );
    assert_eq!(
        (&first["place"], &first["overlaps"]),
        (&json!("科學園"), &json!(true))
    );
    assert_eq!(page["days"].as_array().unwrap().len(), 2);
    assert_eq!(
        page["costs"],
        json!({"paid": 1_234_500, "estimated": 500_000, "total": 1_734_500})
    );
    assert_eq!(
        (&page["tasks"][0]["overdue"], &page["card"]["overdue"]),
        (&json!(true), &json!(1))
    );
    let codes: Vec<&Value> = page["notes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|note| &note["code"])
        .collect();
    assert_eq!(codes, ["programme_overlaps", "programme_outside_stay"]);
}

#[test]
fn the_board_holds_every_visit_once_and_narrows_by_name() {
    let planner = Planner::with_sample();
    let visit = nominated(&planner);
    let board = planner.ask("visits.board", json!({}));
    let columns = board["columns"].as_array().unwrap();
    let shown: usize = columns
        .iter()
        .map(|column| column["visits"].as_array().unwrap().len())
        .sum();
    assert_eq!((columns.len(), json!(shown)), (9, board["total"].clone()));
    let narrowed = planner.ask("visits.board", json!({"text": "lovel"}));
    assert_eq!(
        (&narrowed["fitting"], &narrowed["columns"][0]["visits"][0]["id"]),
        (&json!(1), &visit)
    );
    assert_eq!(narrowed["total"], board["total"]);
}

#[test]
fn the_booklet_is_printed_and_logged() {
    let planner = Planner::with_sample();
    let visit = nominated(&planner);
    edit(
        &planner,
        &visit,
        json!({"arrive": "2026-12-01", "depart": "2026-12-02"}),
    );
    let request = json!({"id": visit, "purpose": "For the guest"});
    let preview = match planner.try_ask("visits.preview_booklet", request.clone()) {
        Err(refused) if refused.code == "no_typeface" => {
            eprintln!("skipped: no typeface for Chinese on this machine");
            return;
        }
        preview => preview.unwrap(),
    };
    assert!(
        preview["suggested_name"]
            .as_str()
            .unwrap()
            .starts_with("RESTRICTED ")
    );
    planner.answer(Some(planner.path("visit.pdf")));
    let written = planner.ask("visits.booklet", request);
    assert_eq!(written["people"], 1);
    assert!(
        std::fs::read(planner.path("visit.pdf"))
            .unwrap()
            .starts_with(b"%PDF-")
    );
}
