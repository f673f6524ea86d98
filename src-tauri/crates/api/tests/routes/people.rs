//! People: found, listed, shown, tagged, told apart and merged.

use serde_json::{Value, json};

use crate::planner::Planner;

impl Planner {
    /// Makes a person; the answer is the key.
    pub(crate) fn person(&self, set: Value) -> Value {
        self.ask("records.add", json!({"kind": "person", "set": set}))["key"]["id"].clone()
    }

    pub(crate) fn people(&self, request: Value) -> Value {
        self.ask("people.list", request)
    }

    pub(crate) fn names_of(&self, request: Value) -> Vec<String> {
        let page = self.people(request);
        let rows = page["rows"].as_array().unwrap();
        rows.iter()
            .map(|row| row["name"].as_str().unwrap().to_owned())
            .collect()
    }

    pub(crate) fn found(&self, text: &str) -> Vec<String> {
        let hits = self.ask("people.search", json!({"text": text, "limit": 10}));
        hits.as_array()
            .unwrap()
            .iter()
            .map(|hit| hit["name"].as_str().unwrap().to_owned())
            .collect()
    }

    pub(crate) fn invited(&self, event: &Value, people: Value) -> Value {
        self.ask(
            "invitations.add",
            json!({"event": event, "people": people, "role": "guest", "segment": ""}),
        )
    }
}

fn chan() -> Value {
    json!({
        "family": "Chan", "given": "Tai Man", "chinese": "陳大文", "tags": ["vip"],
        "organisation": {"en": "Harbour Analytics", "zh_hant": "海港數據", "zh_hans": ""},
        "emails": [{"address": "taiman@example.org", "label": "work", "bounced": false}],
        "telephones": [{"raw": "2123 4567", "e164": "", "label": ""}],
    })
}

fn three(planner: &Planner) -> [Value; 3] {
    [
        planner.person(chan()),
        planner.person(json!({"family": "Osman", "given": "Aisyah", "tags": ["press"]})),
        planner.person(json!({"nature": "body", "family": "Rhine Chamber", "notes": "meets on Mondays"})),
    ]
}

#[test]
fn somebody_is_found_by_any_script_address_number_and_tag_right_after_being_typed() {
    let planner = Planner::with_new();
    three(&planner);
    for text in [
        "chan",
        "Tai",
        "陳",
        "大文",
        "陈大文",
        "harbour",
        "taiman@ex",
        "21234567",
        "vip",
    ] {
        assert_eq!(planner.found(text)[0], "Tai Man Chan", "{text}");
    }
    assert_eq!(planner.found("大文"), ["Tai Man Chan"]);
    assert_eq!(
        planner.found("osmna"),
        ["Aisyah Osman"],
        "a slip of the finger is forgiven"
    );
    assert!(planner.found("nobody at all").is_empty());
    let hits = planner.ask("search.find", json!({"text": "陳大文", "limit": 10}));
    assert_eq!(
        hits[0]["key"]["kind"], "person",
        "one search over everything: {hits:#}"
    );
}

#[test]
fn a_number_is_told_in_full_beside_what_was_typed() {
    let planner = Planner::with_new();
    let id = planner.person(chan());
    let page = planner.ask("people.show", json!({"id": id}));
    assert_eq!(page["person"]["telephones"][0]["e164"], "+85221234567");
    assert_eq!(page["person"]["telephones"][0]["raw"], "2123 4567");
}

#[test]
fn a_telephone_without_a_figure_is_refused_and_a_number_nobody_can_tell_is_kept() {
    let planner = Planner::with_new();
    let number = |raw: &str| json!([{"raw": raw, "e164": "", "label": ""}]);
    let add = |raw: &str| json!({"kind": "person", "set": {"family": "Chan", "telephones": number(raw)}});
    for bad in ["abc", "n/a", "電話"] {
        let refused = planner.refusal("records.add", add(bad));
        assert_eq!(
            (refused.code.as_str(), refused.params["field"].as_str()),
            ("invalid_field", "telephones"),
            "{bad}"
        );
        assert_eq!(refused.params["problem"], "not_a_telephone");
    }
    let id = planner.person(json!({"family": "Osman", "telephones": number("ext. 42, ask for Ana")}));
    let edit = json!({"kind": "person", "id": id, "set": {"telephones": number("ask Ana")}});
    assert_eq!(planner.refusal("records.edit", edit).code, "invalid_field");
    assert_eq!(
        planner.people(json!({}))["total"],
        1,
        "nothing was kept of what was refused"
    );
}

#[test]
fn a_chinese_name_is_never_turned_round() {
    let planner = Planner::with_new();
    let id = planner.person(chan());
    let page = planner.ask("people.show", json!({"id": id, "language": "zh-Hant"}));
    assert_eq!(page["names"]["shown"], "陳大文");
    assert_eq!(page["names"]["other"], "Tai Man Chan");
}

#[test]
fn the_numbers_of_a_list_and_its_facets_agree() {
    let planner = Planner::with_sample();
    let page = planner.people(json!({"facets": true, "rows": 500}));
    let total = page["total"].as_u64().unwrap();
    assert!(total > 0, "the sample has people");
    assert_eq!(page["fitting"], page["total"]);
    assert_eq!(page["rows"].as_array().unwrap().len() as u64, total);
    let facets = &page["facets"];
    for whole in ["natures", "markets", "retention"] {
        let sum: u64 = counts(&facets[whole]);
        assert_eq!(sum, total, "{whole}: everybody is in exactly one");
    }
    for (facet, filter) in [
        ("tags", "tags"),
        ("sectors", "sectors"),
        ("statuses", "statuses"),
        ("natures", "natures"),
    ] {
        for value in facets[facet].as_array().unwrap() {
            let ticked = planner.people(json!({"filter": {filter: [value["key"]]}, "facets": true}));
            assert_eq!(ticked["fitting"], value["count"], "{facet} {}", value["key"]);
            let same = ticked["facets"][facet].as_array().unwrap();
            let again = same.iter().find(|other| other["key"] == value["key"]).unwrap();
            assert_eq!(again, value, "a tick does not change the counts of its own list");
        }
    }
    let grouped = planner.people(json!({"group": "market", "rows": 500}));
    let sum: u64 = counts(&grouped["groups"]);
    assert_eq!(sum, total);
    assert_eq!(grouped["rows"].as_array().unwrap().len() as u64, total);
}

fn counts(values: &Value) -> u64 {
    let values = values.as_array().unwrap();
    values.iter().map(|value| value["count"].as_u64().unwrap()).sum()
}

#[test]
fn operators_narrow_a_search_and_what_is_not_understood_is_said() {
    let planner = Planner::with_sample();
    let [chan, ..] = three(&planner);
    let event = planner.any_event();
    planner.invited(&event, json!([chan]));
    let title = planner.event(&event)["title"]["en"].as_str().unwrap().to_owned();
    let only = |query: String| planner.names_of(json!({"query": query, "rows": 500}));
    assert!(only(format!("event:\"{title}\"")).contains(&"Tai Man Chan".to_owned()));
    assert_eq!(
        only(format!("taiman@example.org event:\"{title}\" status:long_listed")),
        ["Tai Man Chan"]
    );
    assert!(only(format!("taiman@example.org event:\"{title}\" status:accepted")).is_empty());
    assert!(!only(format!("-event:\"{title}\" tag:press,vip")).contains(&"Tai Man Chan".to_owned()));
    assert_eq!(only("標籤：press osman".to_owned()), ["Aisyah Osman"]);
    assert!(only("is:body rhine".to_owned()).contains(&"Rhine Chamber".to_owned()));
    assert_eq!(only("osman -has:email".to_owned()), ["Aisyah Osman"]);
    let page = planner.people(json!({"query": "osman market:atlantis", "rows": 500}));
    assert_eq!(page["problems"][0]["code"], "no_such_market");
    let without = planner.people(json!({"query": "osman", "rows": 500}));
    assert_eq!(page["fitting"], without["fitting"], "the rest holds");
    let refused = planner.refusal(
        "people.bulk",
        json!({"people": {"query": "market:atlantis"}, "act": {"act": "tag", "tag": "x"}}),
    );
    assert_eq!(refused.code, "query_not_understood", "nobody is tagged by a slip");
    planner.ask(
        "records.add",
        json!({"kind": "saved_list", "set": {"name": "The press", "query": "tag:press"}}),
    );
    assert!(only("list:\"the press\"".to_owned()).contains(&"Aisyah Osman".to_owned()));
}

#[test]
fn a_list_is_read_in_windows_and_sorted_both_ways() {
    let planner = Planner::with_new();
    three(&planner);
    assert_eq!(
        planner.names_of(json!({"sort": "name"})),
        ["Tai Man Chan", "Aisyah Osman", "Rhine Chamber"]
    );
    assert_eq!(
        planner.names_of(json!({"sort": "name", "descending": true})),
        ["Rhine Chamber", "Aisyah Osman", "Tai Man Chan"]
    );
    assert_eq!(
        planner.names_of(json!({"sort": "name", "from": 1, "rows": 1})),
        ["Aisyah Osman"]
    );
    let by_mail = planner.names_of(json!({"sort": "email", "descending": true}));
    assert_eq!(by_mail[0], "Tai Man Chan", "who has none comes last either way");
    let keys = planner.ask("people.keys", json!({"list": {"sort": "name"}}));
    assert_eq!(keys.as_array().unwrap().len(), 3);
}

#[test]
fn a_deed_for_many_is_one_change_and_says_what_was_refused() {
    let planner = Planner::with_sample();
    let [chan, osman, body] = three(&planner);
    planner.ask(
        "people.bulk",
        json!({"people": {"ids": [chan]}, "act": {"act": "tag", "tag": "Zebra"}}),
    );
    planner.invited(&planner.any_event(), json!([chan]));
    let people = json!({"ids": [chan, osman, body, "00000000-0000-7000-8000-000000000000"]});
    let done = planner.ask(
        "people.bulk",
        json!({"people": people, "act": {"act": "tag", "tag": " Zebra "}, "preview": true}),
    );
    assert_eq!(
        (&done["done"], &done["already"]),
        (&json!(2), &json!(1)),
        "{done:#}"
    );
    assert_eq!(done["change"], Value::Null);
    let done = planner.ask(
        "people.bulk",
        json!({"people": people, "act": {"act": "tag", "tag": "zebra"}}),
    );
    assert_eq!(done["refused"][0]["code"], "not_found");
    assert_eq!(
        planner.people(json!({"query": "tag:zebra", "rows": 1}))["fitting"],
        3
    );
    assert_eq!(planner.ask("history.undo", json!({}))["label"], "people_tagged");
    assert_eq!(
        planner.people(json!({"query": "tag:zebra", "rows": 1}))["fitting"],
        1
    );

    let done = planner.ask("people.bulk", json!({"people": people, "act": {"act": "remove"}}));
    assert_eq!(done["done"], 2);
    let codes: Vec<&str> = done["refused"]
        .as_array()
        .unwrap()
        .iter()
        .map(|refused| refused["code"].as_str().unwrap())
        .collect();
    assert!(
        codes.contains(&"person_in_use"),
        "who was invited stays: {codes:?}"
    );
    let done = planner.ask(
        "people.bulk",
        json!({"people": {"ids": [chan]}, "act": {"act": "consent", "purpose": "events", "given": true}}),
    );
    assert_eq!(done["done"], 1);
    assert_eq!(
        planner.names_of(json!({"query": "consent:events taiman@example.org"})),
        ["Tai Man Chan"]
    );
}

#[test]
fn a_page_tells_the_whole_story_and_no_label_holds_a_name() {
    let planner = Planner::with_sample();
    let id = planner.person(chan());
    let event = planner.any_event();
    planner.invited(&event, json!([id]));
    planner.ask(
        "records.edit",
        json!({"kind": "person", "id": id, "set": {"honorific": "Dr"}}),
    );
    let page = planner.ask("people.show", json!({"id": id}));
    assert_eq!(page["invitations"][0]["event"]["id"], event);
    assert_eq!(page["changes_missing"], false);
    let kinds: Vec<&str> = page["story"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["kind"].as_str().unwrap())
        .collect();
    for kind in ["created", "invitation", "change"] {
        assert!(kinds.contains(&kind), "{kinds:?}");
    }
    let history = planner.ask("history.list", json!({"limit": 20}));
    for entry in history.as_array().unwrap() {
        let label = entry["label"].to_string();
        assert!(!label.contains("Chan") && !label.contains('陳'), "{label}");
    }
}

#[test]
fn likely_duplicates_are_proposed_until_they_are_told_apart() {
    let planner = Planner::with_new();
    let one = planner.person(chan());
    let other = planner.person(json!({
        "family": "CHAN", "given": "Tai-man", "chinese": "陈大文",
        "emails": [{"address": "taiman@example.org", "label": "", "bounced": false}],
    }));
    let found = planner.ask("people.duplicates", json!({}));
    assert_eq!(found["likely"], 1, "{found:#}");
    let pair = &found["rows"][0];
    assert_eq!(
        (&pair["one"]["person"]["id"], &pair["other"]["person"]["id"]),
        (&one, &other)
    );
    assert!(!pair["reasons"].as_array().unwrap().is_empty());
    assert_eq!(planner.people(json!({"filter": {"likely": true}}))["fitting"], 2);
    let page = planner.ask("people.show", json!({"id": one}));
    assert_eq!(page["alike"][0]["other"]["person"]["id"], other);
    planner.ask("people.distinct", json!({"one": one, "other": other}));
    assert_eq!(planner.ask("people.duplicates", json!({}))["likely"], 0);
    let page = planner.ask("people.show", json!({"id": one}));
    assert_eq!(page["alike"], json!([]));
    planner.ask("history.undo", json!({}));
    assert_eq!(planner.ask("people.duplicates", json!({}))["likely"], 1);
}

#[test]
fn a_merge_keeps_both_histories_and_one_undo_takes_it_back() {
    let planner = Planner::with_sample();
    let keep = planner.person(chan());
    let drop = planner.person(json!({
        "family": "Chan", "given": "T M", "honorific": "Dr", "tags": ["speaker"], "notes": "Met in May",
        "emails": [{"address": "tm@example.net", "label": "", "bounced": false}],
    }));
    let events: Vec<Value> = planner
        .events()
        .iter()
        .filter(|row| row["status"] == "confirmed")
        .map(|row| row["id"].clone())
        .take(2)
        .collect();
    planner.invited(&events[0], json!([keep, drop]));
    planner.invited(&events[1], json!([drop]));
    let of = |person: &Value| planner.ask("people.show", json!({"id": person}));
    let theirs = of(&drop)["invitations"]
        .as_array()
        .unwrap()
        .iter()
        .find(|invitation| invitation["event"]["id"] == events[0])
        .unwrap()["id"]
        .clone();
    planner.ask(
        "invitations.step",
        json!({"invitations": [theirs], "to": "invited"}),
    );
    planner.ask(
        "invitations.step",
        json!({"invitations": [theirs], "to": "declined"}),
    );
    let compared = planner.ask("people.compare", json!({"one": keep, "other": drop}));
    assert_eq!(compared["both_invited"][0]["other"], "declined");
    assert_eq!(compared["both_invited"][0]["keeps"], drop);
    let before = (of(&keep), of(&drop), planner.people(json!({"rows": 500})));

    planner.ask(
        "people.merge",
        json!({"keep": keep, "drop": drop, "take": {"honorific": "drop"}}),
    );
    let page = of(&keep);
    let person = &page["person"];
    assert_eq!(person["honorific"], "Dr");
    assert_eq!(person["emails"].as_array().unwrap().len(), 2);
    assert_eq!(person["tags"], json!(["vip", "speaker"]));
    assert_eq!(person["notes"], "Met in May");
    let invitations = page["invitations"].as_array().unwrap();
    assert_eq!(invitations.len(), 2, "one each event");
    let first = invitations
        .iter()
        .find(|invitation| invitation["event"]["id"] == events[0])
        .unwrap();
    assert_eq!(first["event"]["status"], "declined", "the further one is kept");
    assert_eq!(first["steps"].as_array().unwrap().len(), 4, "with both histories");
    assert_eq!(page["merged"][0]["person"], drop);
    assert!(
        !planner
            .names_of(json!({"rows": 500}))
            .contains(&"T M Chan".to_owned())
    );
    assert_eq!(of(&drop)["person"]["merged_into"], keep);
    for route in ["people.merge", "people.distinct", "people.compare"] {
        let mut request = json!({"keep": keep, "drop": drop, "one": keep, "other": drop});
        request["take"] = json!({});
        assert_eq!(planner.refusal(route, request).code, "person_merged");
    }

    assert_eq!(planner.ask("history.undo", json!({}))["label"], "people_merged");
    let after = (of(&keep), of(&drop), planner.people(json!({"rows": 500})));
    assert_eq!(before.0["person"], after.0["person"]);
    assert_eq!(before.0["invitations"], after.0["invitations"]);
    assert_eq!(before.1["person"], after.1["person"]);
    assert_eq!(before.2["total"], after.2["total"]);
}

#[test]
fn a_companion_who_turns_out_to_be_the_guest_does_not_come_twice() {
    let planner = Planner::with_sample();
    let guest = planner.person(chan());
    let same = planner.person(json!({"family": "Chan", "given": "Taiman"}));
    let event = planner.any_event();
    planner.invited(&event, json!([guest]));
    let invitation = planner.ask("people.show", json!({"id": guest}))["invitations"][0]["id"].clone();
    planner.ask(
        "invitations.party",
        json!({"invitation": invitation, "unnamed": 0, "companions": [
            {"name": "Taiman Chan", "person": same, "dietary": "", "access": ""},
            {"name": "Somebody else", "person": null, "dietary": "", "access": ""},
        ]}),
    );
    planner.ask("people.merge", json!({"keep": guest, "drop": same}));
    let page = planner.ask("people.show", json!({"id": guest}));
    assert_eq!(page["invitations"][0]["companions"], 1);
    planner.ask("history.undo", json!({}));
    let page = planner.ask("people.show", json!({"id": guest}));
    assert_eq!(page["invitations"][0]["companions"], 2);
}

#[test]
fn what_makes_no_sense_is_refused_and_nothing_changes() {
    let planner = Planner::with_new();
    let one = planner.person(chan());
    for (route, request, code) in [
        ("people.merge", json!({"keep": one, "drop": one}), "same_person"),
        (
            "people.compare",
            json!({"one": one, "other": "00000000-0000-7000-8000-000000000000"}),
            "not_found",
        ),
        (
            "people.show",
            json!({"id": "00000000-0000-7000-8000-000000000000"}),
            "not_found",
        ),
        (
            "people.bulk",
            json!({"people": {}, "act": {"act": "remove"}}),
            "bad_request",
        ),
        (
            "people.bulk",
            json!({"people": {"ids": [one]}, "act": {"act": "tag", "tag": "  "}}),
            "invalid_field",
        ),
        (
            "people.bulk",
            json!({"people": {"ids": [one]}, "act": {"act": "consent", "purpose": "events", "given": true, "on": "2030-01-01"}}),
            "invalid_field",
        ),
    ] {
        let before = planner.changes();
        assert_eq!(planner.refusal(route, request).code, code, "{route}");
        assert_eq!(planner.changes(), before);
    }
}
