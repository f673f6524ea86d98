//! Lists of thousands, of which a letter typed puts only the first in order.

use std::collections::HashSet;
use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::planner::Planner;

const MANY: usize = 2_300;

/// A planner with many people whom one letter finds, one of whom has it as her whole name.
fn with_many() -> Planner {
    let planner = Planner::with_new();
    let mut rows = "Family name,Given name,E-mail\n".to_owned();
    for n in 0..MANY {
        writeln!(rows, "Wtester{n:04},Invented,w{n}@invented.example").unwrap();
    }
    let file = planner.list_of_people("many.csv", rows);
    planner.ask("people.import_commit", json!({"file": file, "undecided": "new"}));
    planner.person(json!({"family": "W"}));
    planner.person(json!({"family": "Nobody", "given": "Else"}));
    planner
}

#[test]
fn a_list_of_a_letter_is_the_same_in_windows_as_whole_and_counts_everybody() {
    let planner = with_many();
    let window = |from: usize, rows: usize| planner.people(json!({"query": "w", "from": from, "rows": rows}));
    let first = window(0, 60);
    assert_eq!(first["fitting"], MANY + 1);
    assert_eq!(first["total"], MANY + 2);
    assert_eq!(first["rows"][0]["name"], "W", "who fits best comes first");

    // Across the end of those who fit best, and the last window of all.
    let mut keys: Vec<String> = Vec::new();
    for from in (0..=MANY).step_by(100) {
        let page = window(from, 100);
        assert_eq!(page["fitting"], MANY + 1);
        let rows = page["rows"].as_array().unwrap();
        keys.extend(
            rows.iter()
                .map(|row| row["person"]["id"].as_str().unwrap().to_owned()),
        );
    }
    assert_eq!(keys.len(), MANY + 1);
    assert_eq!(
        keys.iter().collect::<HashSet<_>>().len(),
        keys.len(),
        "nobody twice"
    );
    let whole = planner.ask("people.keys", json!({"list": {"query": "w"}}));
    assert_eq!(whole, json!(keys), "marks and steps on all see the same order");
    assert_eq!(window(0, 60)["rows"], first["rows"]);
}

#[test]
fn what_narrows_a_list_beside_a_word_counts_as_well() {
    let planner = with_many();
    let fitting = |request: Value| planner.people(request)["fitting"].clone();
    assert_eq!(fitting(json!({"query": "w has:email"})), MANY);
    assert_eq!(fitting(json!({"query": "w", "filter": {"natures": ["body"]}})), 0);
    let grouped = planner.people(json!({"query": "w", "group": "nature"}));
    assert_eq!(grouped["groups"][0]["count"], MANY + 1);
    let by_name = planner.names_of(json!({"query": "w", "sort": "name", "descending": true, "rows": 1}));
    assert_eq!(by_name, ["Invented Wtester2299"]);
}
