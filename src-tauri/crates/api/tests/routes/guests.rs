//! The guests of an event: asked, refused, waiting, seated, replaced.

use serde_json::{Value, json};

use crate::planner::Planner;

/// An event in Toronto a week ahead with so many seats; the answer is its key.
pub(crate) fn occasion(planner: &Planner, capacity: Option<u32>) -> Value {
    let set = json!({"title": {"en": "Talent reception", "zh_hant": "人才酒會"}, "kind": "reception",
        "status": "confirmed", "zone": "America/Toronto", "start": "2026-11-28T18:00:00",
        "end": "2026-11-28T20:00:00", "capacity": capacity});
    planner.ask("events.add", json!({"set": set}))["key"]["id"].clone()
}

/// Somebody who can be written to.
pub(crate) fn somebody(planner: &Planner, family: &str, given: &str, chinese: &str, address: &str) -> Value {
    let emails = if address.is_empty() {
        json!([])
    } else {
        json!([{"address": address, "label": "", "bounced": false}])
    };
    let set = json!({"family": family, "given": given, "chinese": chinese, "emails": emails,
        "telephones": [{"raw": "+852 2123 4567", "e164": "+85221234567", "label": ""}]});
    planner.ask("records.add", json!({"kind": "person", "set": set}))["key"]["id"].clone()
}

/// It is then; nobody locked the laptop meanwhile.
pub(crate) fn wait_until(planner: &Planner, moment: &str) {
    planner.ask("settings.edit", json!({"set": {"lock_after_minutes": 0}}));
    planner.clock.set(moment.parse().unwrap());
}

/// So many people by number.
pub(crate) fn crowd(planner: &Planner, how_many: usize) -> Vec<Value> {
    (0..how_many)
        .map(|n| {
            somebody(
                planner,
                &format!("Guest{n:02}"),
                "Ada",
                "",
                &format!("guest{n:02}@example.org"),
            )
        })
        .collect()
}

/// Puts people on the list at a status; the answer is their invitations.
pub(crate) fn put_on(planner: &Planner, event: &Value, people: &[Value], to: &str) -> Vec<Value> {
    let added = planner.ask(
        "invitations.add",
        json!({"event": event, "people": people, "to": "invited"}),
    );
    assert_eq!(added["refused"], json!([]), "{added:#}");
    let all = added["done"].as_array().unwrap().clone();
    if to != "invited" {
        let done = step(planner, &all, to);
        assert_eq!(done["refused"], json!([]), "{done:#}");
    }
    all
}

pub(crate) fn step(planner: &Planner, invitations: &[Value], to: &str) -> Value {
    planner.ask(
        "invitations.step",
        json!({"invitations": invitations, "to": to, "source": "telephone"}),
    )
}

pub(crate) fn list(planner: &Planner, event: &Value) -> Value {
    planner.ask("invitations.list", json!({"event": event}))
}

/// Where an invitation stands.
pub(crate) fn status(planner: &Planner, invitation: &Value) -> String {
    let page = planner.ask("invitations.show", json!({"id": invitation}));
    page["row"]["invitation"]["status"].as_str().unwrap().to_owned()
}

#[test]
fn more_acceptances_than_seats_are_refused_with_their_reason_and_the_sums_hold() {
    let planner = Planner::with_sample();
    let event = occasion(&planner, Some(4));
    let people = crowd(&planner, 7);
    let all = put_on(&planner, &event, &people, "invited");
    let wish = json!({"invitations": all, "to": "accepted"});
    let preview = planner.ask("invitations.preview_step", wish.clone());
    assert_eq!(preview["done"].as_array().unwrap().len(), 4, "{preview:#}");
    assert_eq!(preview["change"], Value::Null);
    assert_eq!(
        list(&planner, &event)["seats"]["taken"],
        0,
        "a preview stores nothing"
    );
    let done = planner.ask("invitations.step", wish);
    assert_eq!(done["done"], preview["done"]);
    let refused = &done["refused"][0];
    assert_eq!((&refused["code"], &refused["count"]), (&json!("full"), &json!(3)));
    assert_eq!(refused["which"].as_array().unwrap().len(), 3);
    assert_eq!(
        (&done["seats"]["taken"], &done["seats"]["free"]),
        (&json!(4), &json!(0))
    );

    let page = list(&planner, &event);
    let in_funnel: u64 = page["funnel"]
        .as_array()
        .unwrap()
        .iter()
        .map(|part| part["invitations"].as_u64().unwrap())
        .sum();
    assert_eq!((in_funnel, &page["total"]), (7, &json!(7)));
    assert_eq!(page["funnel"].as_array().unwrap().len(), 13);
    let label = planner.ask("history.undo", json!({}));
    assert_eq!(
        (&label["label"], &label["params"]["count"]),
        (&json!("invitations_stepped"), &json!("4"))
    );
    assert!(label["params"].get("name").is_none(), "labels name nobody");
    assert_eq!(list(&planner, &event)["seats"]["taken"], 0);
    planner.ask("history.redo", json!({}));
    assert_eq!(list(&planner, &event)["seats"]["taken"], 4);
}

#[test]
fn the_wait_list_keeps_its_order_proposes_and_never_splits_a_party() {
    let planner = Planner::with_sample();
    let event = occasion(&planner, Some(2));
    let all = put_on(&planner, &event, &crowd(&planner, 4), "invited");
    step(&planner, &all[..2], "accepted");
    // The third comes as three, the fourth alone.
    planner.ask(
        "invitations.party",
        json!({"invitation": all[2], "companions": [{"name": "Mrs Guest", "person": null, "dietary": "vegan",
            "access": ""}], "unnamed": 1}),
    );
    step(&planner, &all[2..3], "wait_listed");
    planner.clock.later(chrono::TimeDelta::minutes(5));
    step(&planner, &all[3..], "wait_listed");
    let page = list(&planner, &event);
    let waiting = page["waiting"].as_array().unwrap();
    assert_eq!(
        (&waiting[0]["party"], &waiting[1]["party"]),
        (&json!(3), &json!(1))
    );
    assert_eq!(waiting[0]["why_not"]["code"], "full");
    assert_eq!(
        (page["seats"]["waiting"].clone(), page["proposals"].clone()),
        (json!(4), json!([]))
    );

    // One seat comes free: the party of three keeps its place, the one who fits is proposed, and it says why.
    step(&planner, &all[..1], "declined");
    let page = list(&planner, &event);
    let proposal = &page["proposals"][0];
    assert_eq!(
        (&proposal["invitation"], &proposal["reason"]),
        (&all[3], &json!("fits_where_larger_does_not"))
    );
    assert_eq!(
        status(&planner, &all[3]),
        "wait_listed",
        "a proposal gives nobody a seat"
    );
    let both = planner.ask("invitations.promote", json!({"invitations": [all[3], all[2]]}));
    assert_eq!(both["done"], json!([all[3]]), "{both:#}");
    assert_eq!(both["refused"][0]["code"], "full");
    let page = list(&planner, &event);
    assert_eq!(page["seats"]["taken"], 2);
    let row = page["rows"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["invitation"]["id"] == all[2])
        .unwrap();
    assert_eq!(
        (&row["party"], &row["has_dietary"], &row["waiting_place"]),
        (&json!(3), &json!(true), &json!(1))
    );
}

#[test]
fn a_capacity_lowered_under_the_accepted_drops_nobody_and_says_whom_to_ask() {
    let planner = Planner::with_sample();
    let event = occasion(&planner, Some(5));
    let all = put_on(&planner, &event, &crowd(&planner, 4), "invited");
    for invitation in &all {
        planner.clock.later(chrono::TimeDelta::minutes(1));
        step(&planner, std::slice::from_ref(invitation), "accepted");
    }
    planner.ask("events.edit", json!({"id": event, "set": {"capacity": 2}}));
    let page = list(&planner, &event);
    assert_eq!(page["seats"]["taken"], 4, "nobody is dropped");
    let lowered = &page["lowered"];
    assert_eq!(
        (&lowered["capacity"], &lowered["taken"], &lowered["over"]),
        (&json!(2), &json!(4), &json!(2))
    );
    let asked: Vec<&Value> = lowered["proposed"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["invitation"])
        .collect();
    assert_eq!(asked, [&all[3], &all[2]], "those who accepted last");
}

#[test]
fn somebody_who_withdrew_is_asked_again_with_the_same_invitation() {
    let planner = Planner::with_sample();
    let event = occasion(&planner, None);
    let people = crowd(&planner, 1);
    let all = put_on(&planner, &event, &people, "declined");
    let again = planner.ask(
        "invitations.add",
        json!({"event": event, "people": people, "to": "invited"}),
    );
    assert_eq!(again["done"], json!([all[0]]), "{again:#}");
    let page = planner.ask("invitations.show", json!({"id": all[0]}));
    let steps: Vec<&str> = page["steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| step["status"].as_str().unwrap())
        .collect();
    assert_eq!(steps, ["invited", "declined", "invited"], "the history stays");
    let twice = planner.ask("invitations.add", json!({"event": event, "people": people}));
    assert_eq!(
        (&twice["done"], &twice["refused"][0]["code"]),
        (&json!([]), &json!("already_invited"))
    );
    assert_eq!(list(&planner, &event)["total"], 1);
}

#[test]
fn every_next_step_is_shown_with_why_it_cannot_be_taken() {
    let planner = Planner::with_sample();
    let event = occasion(&planner, Some(1));
    let all = put_on(&planner, &event, &crowd(&planner, 2), "invited");
    step(&planner, &all[..1], "accepted");
    let page = planner.ask("invitations.show", json!({"id": all[1]}));
    let next = page["row"]["next"].as_array().unwrap();
    let why = |to: &str| {
        let one = next.iter().find(|one| one["to"] == to).unwrap();
        one["why_not"]["code"].clone()
    };
    assert_eq!(why("accepted"), "full");
    assert_eq!(why("declined"), Value::Null);
    assert_eq!(why("attended"), "event_not_begun");
    assert!(next.iter().all(|one| one["to"] != "followed_up"));
    let impossible = step(&planner, &all[1..], "followed_up");
    assert_eq!(impossible["refused"][0]["code"], "no_such_step");
    assert_eq!(impossible["change"], Value::Null);
}

#[test]
fn a_substitute_takes_the_seat_and_a_companion_who_is_a_guest_is_refused() {
    let planner = Planner::with_sample();
    let event = occasion(&planner, Some(1));
    let people = crowd(&planner, 3);
    let all = put_on(&planner, &event, &people[..1], "accepted");
    let written = planner.ask(
        "invitations.substitute",
        json!({"invitation": all[0], "person": people[1], "source": "telephone", "note": "by telephone"}),
    );
    let comes = written["key"]["id"].clone();
    assert_eq!(status(&planner, &all[0]), "substituted");
    assert_eq!(status(&planner, &comes), "accepted");
    let page = planner.ask("invitations.show", json!({"id": comes}));
    assert_eq!(page["row"]["instead_of"], "Ada Guest00");
    assert_eq!(list(&planner, &event)["seats"]["taken"], 1);
    let refused = planner.refusal(
        "invitations.party",
        json!({"invitation": comes, "companions": [], "unnamed": 1}),
    );
    assert_eq!(refused.code, "full");
    planner.ask("events.edit", json!({"id": event, "set": {"capacity": 9}}));
    let other = put_on(&planner, &event, &people[2..], "invited");
    let refused = planner.refusal(
        "invitations.party",
        json!({"invitation": comes, "companions": [{"name": "Ada", "person": people[2], "dietary": "",
            "access": ""}], "unnamed": 0}),
    );
    assert_eq!(refused.code, "companion_is_guest");
    assert_eq!(status(&planner, &other[0]), "invited");
    assert_eq!(
        planner.ask("history.undo", json!({}))["label"],
        "invitations_added"
    );
}

#[test]
fn tables_quotas_and_holds_are_arranged_and_parties_seated_together() {
    let planner = Planner::with_sample();
    let event = occasion(&planner, Some(6));
    let set = json!({"vip_held": 1, "quotas": [{"segment": "press", "seats": 1}],
        "tables": [{"name": "A", "seats": 3}, {"name": "B", "seats": 3}], "reply_by": "2026-11-25",
        "remind_days": [3]});
    planner.ask("invitations.arrange", json!({"event": event, "set": set}));
    planner.ask(
        "invitations.arrange",
        json!({"event": event, "set": {"vip_held": 2}}),
    );
    let people = crowd(&planner, 4);
    let press = planner.ask(
        "invitations.add",
        json!({"event": event, "people": people[..2], "segment": "press", "to": "invited"}),
    );
    let press = press["done"].as_array().unwrap().clone();
    let done = step(&planner, &press, "accepted");
    assert_eq!(done["refused"][0]["code"], "over_quota", "{done:#}");
    let others = put_on(&planner, &event, &people[2..], "accepted");
    planner.ask(
        "invitations.party",
        json!({"invitation": others[0], "companions": [], "unnamed": 1}),
    );
    let page = list(&planner, &event);
    let arrangement = &page["arrangement"];
    assert_eq!(
        (
            &arrangement["vip_held"],
            arrangement["tables"].as_array().unwrap().len()
        ),
        (&json!(2), 2)
    );
    assert_eq!(page["seats"]["vip_held_free"], 2);
    let proposal = planner.ask("invitations.propose_seats", json!({"event": event}));
    let rows = proposal["rows"].as_array().unwrap();
    assert_eq!((rows.len(), &proposal["unseated"]), (3, &json!([])));
    let seats: Vec<Value> = rows
        .iter()
        .map(|row| json!({"invitation": row["invitation"], "table": row["table"]}))
        .collect();
    planner.ask("invitations.seat", json!({"event": event, "seats": seats}));
    let page = list(&planner, &event);
    let taken: u64 = page["tables"]
        .as_array()
        .unwrap()
        .iter()
        .map(|table| table["taken"].as_u64().unwrap())
        .sum();
    assert_eq!(taken, 4);

    // Reminders count by the day in Toronto: it is still the 24th there when it is the 25th in Hong Kong.
    wait_until(&planner, "2026-11-25T03:00:00Z");
    assert_eq!(planner.ask("reminders.due", json!({"event": event})), json!([]));
    wait_until(&planner, "2026-11-25T06:00:00Z");
    let due = planner.ask("reminders.due", json!({"event": event}));
    assert_eq!(
        (&due[0]["today"], due[0]["invitations"].as_array().unwrap().len()),
        (&json!("2026-11-25"), 1)
    );
    wait_until(&planner, "2026-11-26T12:00:00Z");
    assert_eq!(
        list(&planner, &event)["late"],
        1,
        "the day for the answer has passed"
    );
}

#[test]
fn a_moved_or_cancelled_event_says_who_has_to_be_told() {
    let planner = Planner::with_sample();
    let event = occasion(&planner, None);
    let all = put_on(&planner, &event, &crowd(&planner, 3), "invited");
    step(&planner, &all[..1], "accepted");
    step(&planner, &all[1..2], "declined");
    assert_eq!(list(&planner, &event)["outdated"], 0);
    planner.ask(
        "events.move",
        json!({"id": event, "by": {"days": 1, "minutes": 0}}),
    );
    let page = planner.ask(
        "invitations.list",
        json!({"event": event, "filter": {"outdated": true}}),
    );
    assert_eq!(
        (&page["outdated"], &page["fitting"]),
        (&json!(2), &json!(2)),
        "who declined need not be told"
    );
    planner.ask("events.cancel", json!({"id": event}));
    assert_eq!(
        status(&planner, &all[0]),
        "accepted",
        "nobody is dropped from the list"
    );
    let late = step(&planner, &all[2..], "accepted");
    assert_eq!(late["refused"][0]["code"], "event_cancelled");
}

#[test]
fn rows_are_found_filtered_sorted_and_windowed_while_sums_stay_of_all() {
    let planner = Planner::with_sample();
    let event = occasion(&planner, None);
    let mut people = crowd(&planner, 6);
    people.push(somebody(
        &planner,
        "Chan",
        "Tai Man",
        "陳大文",
        "chan@example.org",
    ));
    let all = put_on(&planner, &event, &people, "invited");
    step(&planner, &all[..2], "accepted");
    let names = |request: Value| -> Vec<String> {
        let page = planner.ask("invitations.list", request);
        page["rows"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["name"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(
        names(json!({"event": event, "filter": {"text": "陈大"}})),
        ["Tai Man Chan"],
        "in whichever characters"
    );
    assert_eq!(
        names(json!({"event": event, "filter": {"text": "陳"}, "language": "zh-Hant"})),
        ["陳大文"]
    );
    let page = planner.ask(
        "invitations.list",
        json!({"event": event, "filter": {"status": ["invited"]}, "sort": "name", "from": 1, "rows": 2}),
    );
    assert_eq!(
        (
            &page["total"],
            &page["fitting"],
            page["rows"].as_array().unwrap().len()
        ),
        (&json!(7), &json!(5), 2)
    );
    assert_eq!(page["ids"].as_array().unwrap().len(), 5);
    let first = names(json!({"event": event, "sort": "name"}));
    let mut last = names(json!({"event": event, "sort": "name", "descending": true}));
    last.reverse();
    assert_eq!(first, last);
    assert_eq!(first[0], "Tai Man Chan", "by family name");
}
