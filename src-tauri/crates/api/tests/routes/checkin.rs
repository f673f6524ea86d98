//! The desk at the venue: found by name or badge, counted live, settled.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::guests::{crowd, list, occasion, put_on, somebody, status, wait_until};
use crate::planner::Planner;

/// The evening of the event, an hour after doors opened in Toronto.
const EVENING: &str = "2026-11-28T23:30:00Z";

fn counts(planner: &Planner, event: &Value) -> Value {
    planner.ask("checkin.show", json!({"event": event}))["counts"].clone()
}

#[test]
fn a_guest_is_found_by_any_part_of_the_name_or_the_badge_and_checked_in_at_once() {
    let planner = Planner::with_sample();
    let event = occasion(&planner, Some(50));
    let mut people = crowd(&planner, 5);
    people.push(somebody(
        &planner,
        "Chan",
        "Tai Man",
        "陳大文",
        "chan@example.org",
    ));
    let all = put_on(&planner, &event, &people, "accepted");
    let early = planner.refusal("checkin.mark", json!({"event": event, "invitation": all[0]}));
    assert_eq!(early.code, "event_not_begun");
    let desk = planner.ask("checkin.show", json!({"event": event}));
    assert_eq!(desk["why_not"]["code"], "event_not_begun");
    wait_until(&planner, EVENING);
    for text in ["陳", "陈大文", "tai", "CHAN t", "chan@"] {
        let found = planner.ask("checkin.find", json!({"event": event, "text": text}));
        assert_eq!(found["rows"][0]["name"], "Tai Man Chan", "{text}: {found:#}");
    }
    let by_number = planner.ask("checkin.find", json!({"event": event, "text": "4567"}));
    assert_eq!(by_number["rows"].as_array().unwrap().len(), 6);

    let page = planner.ask("invitations.show", json!({"id": all[5]}));
    let badge = page["row"]["invitation"]["badge"].as_str().unwrap().to_owned();
    assert_eq!(badge.len(), 10, "{badge}");
    let found = planner.ask(
        "checkin.find",
        json!({"event": event, "text": badge.to_lowercase()}),
    );
    assert_eq!(
        (&found["by_badge"], found["rows"].as_array().unwrap().len()),
        (&json!(true), 1)
    );
    let begun = Instant::now();
    planner.ask("checkin.find", json!({"event": event, "text": "tai man"}));
    let done = planner.ask("checkin.mark", json!({"event": event, "badge": badge}));
    let took = begun.elapsed();
    eprintln!("found and checked in: {took:?}");
    assert!(
        took < Duration::from_millis(400),
        "{took:?} in a build without optimisation"
    );
    assert_eq!(
        (&done["row"]["arrived"], &done["counts"]["arrived"]),
        (&json!(1), &json!(1))
    );
    assert_eq!(done["row"]["arrived_at"]["local"], "2026-11-28T18:30:00");
    let desk = planner.ask("checkin.show", json!({"event": event}));
    assert_eq!(desk["recent"][0]["invitation"], all[5]);
    assert_eq!(
        planner
            .refusal("checkin.mark", json!({"event": event, "badge": "ZZZZZZZZZZ"}))
            .code,
        "unknown_badge"
    );
}

#[test]
fn a_party_arrives_in_parts_and_the_counts_add_up_at_every_moment() {
    let planner = Planner::with_sample();
    let event = occasion(&planner, Some(10));
    let all = put_on(&planner, &event, &crowd(&planner, 3), "accepted");
    planner.ask(
        "invitations.party",
        json!({"invitation": all[0], "companions": [], "unnamed": 2}),
    );
    wait_until(&planner, EVENING);
    let adds_up = |counts: &Value| {
        let n = |name: &str| counts[name].as_u64().unwrap();
        let of_expected = n("arrived_people") - n("unexpected_people");
        assert_eq!(
            n("expected_people"),
            of_expected + n("missing_people"),
            "{counts:#}"
        );
    };
    adds_up(&counts(&planner, &event));
    let first = planner.ask(
        "checkin.mark",
        json!({"event": event, "invitation": all[0], "arrived": 1}),
    );
    assert_eq!(
        (&first["counts"]["partly"], &first["counts"]["missing_people"]),
        (&json!(1), &json!(4))
    );
    adds_up(&first["counts"]);
    let whole = planner.ask("checkin.mark", json!({"event": event, "invitation": all[0]}));
    assert_eq!(
        (&whole["row"]["arrived"], &whole["counts"]["partly"]),
        (&json!(3), &json!(0))
    );
    adds_up(&whole["counts"]);
    assert_eq!(
        planner
            .refusal(
                "checkin.mark",
                json!({"event": event, "invitation": all[1], "arrived": 2})
            )
            .code,
        "arrived_more"
    );
    planner.ask("history.undo", json!({}));
    assert_eq!(counts(&planner, &event)["arrived_people"], 1, "one step back");
    let back = planner.ask(
        "checkin.mark",
        json!({"event": event, "invitation": all[0], "arrived": 0}),
    );
    assert_eq!(
        (&back["row"]["arrived"], &back["counts"]["arrived"]),
        (&Value::Null, &json!(0))
    );
}

#[test]
fn who_walks_in_is_made_and_let_in_by_one_change_and_over_the_capacity_only_knowingly() {
    let planner = Planner::with_sample();
    let event = occasion(&planner, Some(2));
    let all = put_on(&planner, &event, &crowd(&planner, 1), "accepted");
    wait_until(&planner, EVENING);
    let walk_in = json!({"event": event, "family": "Ng", "given": "Ka Yan", "chinese": "吳嘉欣",
        "organisation": "海港數據", "email": "kayan@example.org", "language": "zh-Hant"});
    let done = planner.ask("checkin.walk_in", walk_in.clone());
    assert_eq!(
        (&done["row"]["name"], &done["row"]["name_beside"]),
        (&json!("吳嘉欣"), &json!("Ka Yan Ng"))
    );
    assert_eq!(
        (&done["counts"]["unexpected"], &done["counts"]["missing"]),
        (&json!(1), &json!(1))
    );
    assert_eq!(list(&planner, &event)["total"], 2);
    let mut full = walk_in;
    full["family"] = json!("Lam");
    assert_eq!(planner.refusal("checkin.walk_in", full.clone()).code, "full");
    full["though_full"] = json!(true);
    planner.ask("checkin.walk_in", full);
    assert_eq!(list(&planner, &event)["seats"]["taken"], 3);
    // One step back takes the person and the invitation.
    let label = planner.ask("history.undo", json!({}));
    assert_eq!(
        (&label["label"], label["params"].get("name")),
        (&json!("walk_in"), None)
    );
    assert_eq!(list(&planner, &event)["total"], 2);
    let known = planner.refusal(
        "checkin.walk_in",
        json!({"event": event, "person": planner.ask("invitations.show", json!({"id": all[0]}))["row"]["invitation"]["person"]}),
    );
    assert_eq!(known.code, "already_invited");
    assert_eq!(
        planner.refusal("checkin.walk_in", json!({"event": event})).params["field"],
        "family"
    );
}

#[test]
fn settling_makes_attendance_of_who_came_and_no_shows_of_who_did_not() {
    let planner = Planner::with_sample();
    let event = occasion(&planner, Some(10));
    let all = put_on(&planner, &event, &crowd(&planner, 4), "accepted");
    planner.ask(
        "invitations.step",
        json!({"invitations": [all[3]], "to": "declined"}),
    );
    wait_until(&planner, EVENING);
    planner.ask("checkin.mark", json!({"event": event, "invitation": all[0]}));
    let preview = planner.ask("checkin.preview_settle", json!({"event": event}));
    let done = planner.ask("checkin.settle", json!({"event": event}));
    assert_eq!((&done["attended"], &done["no_show"]), (&json!(1), &json!(2)));
    assert_eq!(
        (&preview["attended"], &preview["change"]),
        (&json!(1), &Value::Null)
    );
    let stand: Vec<String> = all.iter().map(|one| status(&planner, one)).collect();
    assert_eq!(stand, ["attended", "no_show", "no_show", "declined"]);
    let desk = planner.ask("checkin.show", json!({"event": event}));
    assert_eq!(
        (&desk["settled"], &desk["counts"]["expected"]),
        (&json!(true), &json!(3))
    );
    assert_eq!(
        planner.ask("history.undo", json!({}))["label"],
        "attendance_settled"
    );
    assert_eq!(status(&planner, &all[1]), "accepted");
}

#[test]
fn a_badge_of_another_event_is_told_apart() {
    let planner = Planner::with_sample();
    let (here, there) = (occasion(&planner, None), occasion(&planner, None));
    let people = crowd(&planner, 1);
    let all = put_on(&planner, &there, &people, "accepted");
    let badge = planner.ask("invitations.show", json!({"id": all[0]}))["row"]["invitation"]["badge"].clone();
    wait_until(&planner, EVENING);
    let found = planner.ask("checkin.find", json!({"event": here, "text": badge}));
    assert_eq!(
        (&found["rows"], &found["other_event"]),
        (&json!([]), &json!("Talent reception"))
    );
    assert_eq!(
        planner
            .refusal("checkin.mark", json!({"event": here, "badge": badge}))
            .code,
        "other_event"
    );
}
