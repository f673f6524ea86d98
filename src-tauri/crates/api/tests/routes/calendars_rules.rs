//! A workspace that was saved under the rules of 2025b, opened by a program that has newer ones.

use std::collections::HashSet;

use chrono::{DateTime, Offset as _, TimeZone as _, Utc};
use outreach_plan::issuing::{Lens, see};
use outreach_plan::{Event, Issue, Plan};
use outreach_store::{CachedInstant, ChangeMeta, Unlock, Workspace};
use outreach_zones::{Rules, Source};
use serde_json::{Value, json};

use crate::calendars::{calendar, events_in, issue, talk};
use crate::planner::{PASSPHRASE, Planner};

/// Zones that do something else since 2025b, and one that went as they did then, on a day in December.
const CHANGED: [(&str, &str); 4] = [
    ("America/Vancouver", "America/Los_Angeles"),
    ("America/Edmonton", "America/Denver"),
    ("America/Winnipeg", "America/Chicago"),
    ("Africa/Casablanca", "Africa/Lagos"),
];

/// The rules as of 2025b for the zones of this test, proved against a library that carries that release.
fn rules_of_2025b() -> Rules {
    let files: Vec<(String, Vec<u8>)> = Rules::bundled().files().collect();
    let bytes_of = |name: &str| files.iter().find(|(file, _)| file == name).unwrap().1.clone();
    let old = files.iter().map(|(file, bytes)| {
        let then = CHANGED
            .iter()
            .find(|(zone, _)| zone == file)
            .map(|(_, then)| bytes_of(then));
        (file.clone(), then.unwrap_or_else(|| bytes.clone()))
    });
    let rules = Rules::from_tzif_tree(old, "2025b".parse().unwrap(), Source::Imported).unwrap();
    assert_eq!(chrono_tz::IANA_TZDB_VERSION, "2025b");
    let noon: DateTime<Utc> = "2026-12-10T12:00:00Z".parse().unwrap();
    for (zone, _) in CHANGED {
        let then: chrono_tz::Tz = zone.parse().unwrap();
        let offset = then
            .offset_from_utc_datetime(&noon.naive_utc())
            .fix()
            .local_minus_utc();
        assert_eq!(rules.zone(zone).unwrap().at(noon).1.offset_s, offset, "{zone}");
        assert_ne!(
            Rules::bundled().zone(zone).unwrap().at(noon).1.offset_s,
            offset,
            "{zone}"
        );
    }
    rules
}

/// Writes into the file what a program with those rules would have written.
fn save_under(planner: &Planner, rules: &Rules) {
    let path = planner.path("plan.outreach");
    let mut file = Workspace::open(&path, Unlock::Passphrase(PASSPHRASE)).unwrap();
    let mut plan = Plan::new(rules.clone());
    for event in file.load_all::<Event>().unwrap() {
        plan.put(event);
    }
    for record in file.load_all::<outreach_plan::Calendar>().unwrap() {
        plan.put(record);
    }
    let release = rules.release().to_string();
    let issues: Vec<Issue> = file
        .load_all::<Issue>()
        .unwrap()
        .into_iter()
        .map(|mut issue| {
            let lens = Lens::of(&plan.calendars()[&issue.calendar]);
            let again = |item: &outreach_plan::IssuedItem| {
                let seen = see(&plan, lens, &plan.events()[&item.event]).unwrap();
                seen.issued(item.sequence)
            };
            issue.items = issue.items.iter().map(again).collect();
            issue.rules.clone_from(&release);
            issue
        })
        .collect();
    let now = "2026-11-22T06:00:00Z".parse().unwrap();
    file.write(
        &ChangeMeta::new("derived", ""),
        now,
        |tx| -> outreach_store::Result<()> {
            for event in plan.events().values() {
                let span = plan.event_span(event.id).unwrap();
                for (field, moment) in [("start", &span.start), ("end", &span.end)] {
                    tx.cache_instant(&CachedInstant {
                        record: event.id.0,
                        field: field.to_owned(),
                        utc: moment.utc,
                        offset_s: moment.offset_s,
                        rules: release.clone(),
                    })?;
                }
            }
            issues.iter().try_for_each(|issue| tx.put(issue).map(drop))
        },
    )
    .unwrap();
    file.close().unwrap();
}

#[test]
fn what_newer_rules_moved_is_listed_with_who_holds_the_old_time_and_goes_out_above_it() {
    let old = rules_of_2025b();
    let planner = Planner::with_new();
    let (id, people) = calendar(&planner, json!({"name": {"en": "Public"}}), &["Ada", "Bea"]);
    let zones = CHANGED.map(|(zone, _)| zone);
    let moved: Vec<Value> = zones
        .iter()
        .map(|zone| talk(&planner, zone, zone, "2026-12-10T14:00:00"))
        .collect();
    talk(&planner, "Elsewhere", "Europe/London", "2026-12-10T14:00:00");
    let first = json!({"calendar": id, "kind": "whole", "recipients": [people[0]]});
    issue(&planner, first, "first");
    planner.session.close();
    save_under(&planner, &old);

    let planner = planner.restart();
    let listed = planner.ask("zones.moved", json!({}));
    let listed = listed.as_array().unwrap();
    assert_eq!(listed.len(), 4);
    for row in listed {
        let zone = row["title"]["en"].as_str().unwrap();
        assert!(moved.contains(&row["id"]), "{zone}");
        assert_eq!(row["former_release"], "2025b");
        assert_eq!(
            row["before"]["start"]["local"], row["after"]["start"]["local"],
            "the wall time stays"
        );
        let utc =
            |side: &str| -> DateTime<Utc> { row[side]["start"]["utc"].as_str().unwrap().parse().unwrap() };
        let hours = (utc("after") - utc("before")).num_hours();
        assert_eq!(hours, if zone == "Africa/Casablanca" { 1 } else { -1 }, "{zone}");
        assert_ne!(
            row["before"]["start"]["hong_kong"],
            row["after"]["start"]["hong_kong"]
        );
        let holders = row["holders"].as_array().unwrap();
        assert_eq!(holders.len(), 1, "who never had it holds no old time");
        assert_eq!(
            (&holders[0]["name"], &holders[0]["number"]),
            (&json!("Ada"), &json!(1))
        );
    }

    let waiting = json!({"calendar": id, "recipient": people[0]});
    let changes = planner.ask("calendars.changes", waiting.clone());
    let changes = changes.as_array().unwrap();
    assert_eq!(changes.len(), 4);
    let vancouver = changes
        .iter()
        .find(|change| change["title"] == "America/Vancouver")
        .unwrap();
    assert_eq!(
        (&vancouver["by_rules"], &vancouver["change"]),
        (&json!(true), &json!("moved"))
    );
    assert_eq!(
        vancouver["words"],
        "America/Vancouver stays at Thu 10 Dec 2026 14:00 there, which is now −07, not −08; Hong Kong Fri 11 Dec \
         2026 05:00 instead of 06:00"
    );
    let request = json!({"calendar": id, "kind": "changes", "recipients": [people[0]]});
    let preview = planner.ask("calendars.preview_issue", request.clone());
    assert_eq!(preview["raised"], 4);
    let issued = issue(&planner, request, "second");
    assert_eq!(
        (&issued["raised"], &issued["packs"][0]["events"]),
        (&json!(4), &json!(4))
    );
    let (before, after) = (
        events_in(&planner.path("first")),
        events_in(&planner.path("second")),
    );
    let titles: HashSet<&str> = after.values().map(|entry| entry["SUMMARY"].as_str()).collect();
    assert_eq!(titles, HashSet::from(zones));
    for (uid, entry) in &after {
        assert_eq!(
            (before[uid]["SEQUENCE"].as_str(), entry["SEQUENCE"].as_str()),
            ("0", "1")
        );
        assert_eq!(
            before[uid]["DTSTART"], entry["DTSTART"],
            "the wall time is the same"
        );
        assert!(entry["DESCRIPTION"].contains("Hong Kong"), "and told in words");
    }
    assert_eq!(planner.ask("calendars.changes", waiting), json!([]));
    assert_eq!(planner.event(&moved[0])["sequence"], 1);
    let page = planner.ask("calendars.show", json!({"calendar": id}));
    let changed: Vec<&str> = page["changed_zones"]
        .as_array()
        .unwrap()
        .iter()
        .map(|zone| zone["zone"].as_str().unwrap())
        .collect();
    assert_eq!(
        changed,
        [
            "Africa/Casablanca",
            "America/Edmonton",
            "America/Vancouver",
            "America/Winnipeg"
        ]
    );

    // A calendar in UTC for those whose programs are behind with the rules.
    planner.ask(
        "records.edit",
        json!({"kind": "calendar", "id": id, "set": {"form": {"pin_utc": true}}}),
    );
    issue(
        &planner,
        json!({"calendar": id, "kind": "whole", "recipients": [people[1]]}),
        "third",
    );
    for entry in events_in(&planner.path("third")).values() {
        let pinned = entry["DTSTART"].ends_with('Z');
        assert_eq!(pinned, entry["SUMMARY"] != "Elsewhere", "{entry:?}");
    }
}

#[test]
fn a_source_file_is_imported_and_taken_back_and_both_ways_the_times_are_resolved_again() {
    let planner = Planner::with_new();
    let id = talk(&planner, "Talk", "Asia/Kuala_Lumpur", "2027-05-14T14:00:00");
    let mut text = "# version 2031a\n".to_owned();
    // Every zone at the offset it has, so that none is missing; Kuala Lumpur an hour ahead.
    let noon: DateTime<Utc> = "2027-05-14T12:00:00Z".parse().unwrap();
    for name in Rules::bundled().names() {
        let offset = Rules::bundled().zone(name).unwrap().at(noon).1.offset_s;
        let offset = if name == "Asia/Kuala_Lumpur" {
            9 * 3600
        } else {
            offset
        };
        let sign = if offset < 0 { "-" } else { "" };
        let minutes = offset.unsigned_abs() / 60;
        text.push_str(&format!(
            "Z {name} {sign}{}:{:02} - %z\n",
            minutes / 60,
            minutes % 60
        ));
    }
    let file = planner.path("tzdata.zi");
    std::fs::write(&file, text).unwrap();
    planner.answer(Some(file));
    let status = planner.ask("zones.import", json!({"form": "zi"}));
    assert_eq!(
        (&status["release"], &status["before_import"]),
        (&json!("2031a"), &json!("2026f"))
    );
    let listed = planner.ask("zones.moved", json!({}));
    assert_eq!((&listed[0]["id"], listed.as_array().unwrap().len()), (&id, 1));
    let status = planner.ask("zones.roll_back", json!({}));
    assert_eq!(
        (&status["release"], &status["before_import"]),
        (&json!("2026f"), &json!(null))
    );
    assert_eq!(
        planner.ask("zones.moved", json!({})),
        json!([]),
        "nothing is other than it was"
    );
    assert_eq!(
        planner.refusal("zones.roll_back", json!({})).code,
        "nothing_imported"
    );
}
