//! What screens read: timeline, lists, search, places, holidays, export.

use serde_json::{Value, json};

use crate::planner::Planner;

#[test]
fn the_timeline_holds_every_event_once_and_counts_months() {
    let planner = Planner::with_sample();
    let timeline = planner.ask("timeline.show", json!({}));
    let rows = timeline["rows"].as_array().unwrap();
    let marks: usize = rows
        .iter()
        .map(|row| row["events"].as_array().unwrap().len())
        .sum();
    assert_eq!(marks, planner.events().len());
    let counted: u64 = timeline["months"]
        .as_array()
        .unwrap()
        .iter()
        .map(|month| month["events"].as_u64().unwrap())
        .sum();
    assert_eq!(counted as usize, marks);
    let regions: Vec<&Value> = rows.iter().map(|row| &row["region"]).collect();
    let order = [
        "asia_pacific",
        "middle_east",
        "europe",
        "north_america",
        "gba_joint",
    ];
    let places: Vec<usize> = regions
        .iter()
        .map(|r| order.iter().position(|o| *r == o).unwrap())
        .collect();
    assert!(places.windows(2).all(|pair| pair[0] <= pair[1]), "{regions:?}");
    let riyadh = rows.iter().find(|row| row["country"] == "SA").unwrap();
    assert!(
        riyadh["bands"]
            .as_array()
            .unwrap()
            .iter()
            .any(|band| band["kind"] == "fast")
    );
    assert_eq!(timeline["today"], "2026-11-22");
}

#[test]
fn the_same_filter_holds_in_list_and_timeline() {
    let planner = Planner::with_sample();
    let filter = json!({"filter": {"regions": ["europe"], "statuses": ["confirmed", "tentative"]}});
    let rows = planner.ask("events.list", filter.clone());
    let rows = rows.as_array().unwrap();
    assert!(!rows.is_empty() && rows.len() < planner.events().len());
    assert!(rows.iter().all(|row| row["region"] == "europe"));
    let timeline = planner.ask("timeline.show", filter);
    let marks: usize = timeline["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["events"].as_array().unwrap().len())
        .sum();
    assert_eq!(marks, rows.len());
    let by_team = planner.ask("timeline.show", json!({"rows": "team"}));
    assert!(
        by_team["rows"]
            .as_array()
            .unwrap()
            .iter()
            .all(|row| row["region"] == Value::Null)
    );
}

#[test]
fn dates_of_a_filter_are_included_at_both_ends() {
    let planner = Planner::with_new();
    let set = json!({"title": {"en": "Fair"}, "all_day": true, "start": "2027-05-14T00:00:00",
        "end": "2027-05-16T00:00:00"});
    planner.ask("events.add", json!({"set": set}));
    let count = |from: &str, until: &str| {
        planner
            .ask("events.list", json!({"filter": {"from": from, "until": until}}))
            .as_array()
            .unwrap()
            .len()
    };
    assert_eq!(count("2027-05-15", "2027-05-15"), 1, "its last day");
    assert_eq!(count("2027-05-16", "2027-05-20"), 0, "its end is excluded");
    assert_eq!(count("2027-05-01", "2027-05-14"), 1);
    assert_eq!(count("2027-05-01", "2027-05-13"), 0);
}

#[test]
fn search_finds_two_characters_of_chinese_and_beginnings_of_words() {
    let planner = Planner::with_sample();
    let find = |text: &str| planner.ask("search.find", json!({"text": text, "limit": 20}));
    let hits = find("大文");
    assert!(
        hits.as_array()
            .unwrap()
            .iter()
            .any(|hit| hit["key"]["kind"] == "delegate"),
        "{hits}"
    );
    assert!(!find("semin").as_array().unwrap().is_empty());
    assert_eq!(find("zzzzqqq"), json!([]));
    assert_eq!(
        find("\" OR * zzzzqqq"),
        json!([]),
        "operators are words like others"
    );
    let id = planner.any_event();
    planner.ask(
        "events.edit",
        json!({"id": id, "set": {"title": {"en": "Quokka evening", "zh_hant": "短尾"}}}),
    );
    assert_eq!(find("quokka")[0]["key"]["id"], id);
    assert_eq!(find("短尾")[0]["key"]["id"], id);
    planner.ask("history.undo", json!({}));
    assert_eq!(find("quokka"), json!([]), "the index follows an undo");
}

#[test]
fn a_new_workspace_has_programmes_offices_and_markets_to_begin_with() {
    let planner = Planner::with_new();
    let lists = planner.ask("lists.show", json!({}));
    let programmes = lists["programmes"].as_array().unwrap();
    assert_eq!(programmes.len(), 2, "November: next year is planned too");
    assert!(lists["offices"].as_array().unwrap().len() >= 15);
    assert!(
        lists["markets"]
            .as_array()
            .unwrap()
            .iter()
            .any(|market| market["country"] == "MY")
    );
    assert_eq!(planner.events(), Vec::<Value>::new());
}

#[test]
fn holidays_know_the_planners_corrections() {
    let planner = Planner::with_new();
    let set = json!({"country": "HK", "date": "2027-05-12", "off": true, "name": {"en": "Office move"}});
    planner.ask("records.add", json!({"kind": "day_override", "set": set}));
    let days = planner.ask(
        "holidays.list",
        json!({"countries": ["HK", "MY"], "from": "2027-05-01", "until": "2027-05-31"}),
    );
    let days = days.as_array().unwrap();
    assert!(
        days.iter()
            .any(|day| day["name"]["en"] == "Office move" && day["country"] == "HK")
    );
    assert!(
        days.iter()
            .any(|day| day["kind"] == "weekend" && day["country"] == "MY")
    );
}

#[test]
fn an_export_goes_where_the_dialog_says_whole_and_nowhere_if_it_was_cancelled() {
    let planner = Planner::with_sample();
    for format in ["ics", "xlsx", "csv", "html"] {
        let preview = planner.ask("export.preview", json!({"format": format}));
        let path = planner.path(&format!("out.{format}"));
        planner.answer(Some(path.clone()));
        let exported = planner.ask("export.write", json!({"format": format}));
        assert_eq!(exported["events"], preview["events"]);
        assert_eq!(
            std::fs::metadata(&path).unwrap().len(),
            exported["size"].as_u64().unwrap()
        );
    }
    planner.answer(None);
    assert_eq!(planner.ask("export.write", json!({"format": "csv"})), Value::Null);
    planner.answer(Some(planner.path("no such folder/out.csv")));
    assert_eq!(
        planner.refusal("export.write", json!({"format": "csv"})).code,
        "no_such_file"
    );
    std::fs::create_dir(planner.path("a.csv")).unwrap();
    planner.answer(Some(planner.path("a.csv")));
    assert_eq!(
        planner.refusal("export.write", json!({"format": "csv"})).code,
        "target_is_folder"
    );
}

#[test]
fn an_answer_in_chinese_falls_back_to_what_was_written() {
    let planner = Planner::with_sample();
    let id = planner.any_event();
    planner.ask(
        "events.edit",
        json!({"id": id, "set": {"title": {"en": "Only English", "zh_hant": "", "zh_hans": ""}}}),
    );
    let rows = planner.ask("events.list", json!({"language": "zh-Hans"}));
    assert!(
        rows.as_array()
            .unwrap()
            .iter()
            .any(|row| row["title"] == "Only English")
    );
}

#[test]
fn a_stay_that_was_found_is_shown_as_its_mission_and_once() {
    let planner = Planner::with_sample();
    let hits = planner.ask("search.find", json!({"text": "吉隆坡", "limit": 50}));
    let keys: Vec<&Value> = hits.as_array().unwrap().iter().map(|hit| &hit["key"]).collect();
    assert!(keys.iter().any(|key| key["kind"] == "mission"));
    assert!(keys.iter().all(|key| key["kind"] != "leg"));
    let distinct: std::collections::BTreeSet<String> = keys.iter().map(ToString::to_string).collect();
    assert_eq!(distinct.len(), keys.len());
}

#[test]
fn a_zone_that_lies_in_no_country_is_found_by_its_name() {
    let planner = Planner::with_sample();
    for (text, zone) in [
        ("utc", "UTC"),
        ("Etc/GMT+5", "Etc/GMT+5"),
        ("gmt-14", "Etc/GMT-14"),
    ] {
        let found = planner.ask("places.find", json!({ "text": text, "limit": 8 }));
        let zones: Vec<&str> = found
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|place| place["zone"].as_str())
            .collect();
        assert!(zones.contains(&zone), "{text}: {zones:?}");
    }
}

#[test]
fn what_takes_place_in_a_city_is_found_by_the_city_s_other_names() {
    let planner = Planner::with_sample();
    let titles = |text: &str| {
        let found = planner.ask("search.find", json!({ "text": text, "limit": 20 }));
        found.as_array().unwrap().len()
    };
    assert!(titles("Kuala Lumpur") > 0);
    assert_eq!(titles("KUL"), titles("Kuala Lumpur"));
}
