//! Search: what is found, in which order, and that no text is a dangerous query.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use common::*;
use outreach_store::{Result, Workspace};
use uuid::Uuid;

const TEXTS: [(&str, &str, &str); 6] = [
    ("event", "Seminar in Zürich", "For engineers. Speaker: 陳大文"),
    ("event", "人才座談會 香港", "Roundtable in Kuala Lumpur 吉隆坡"),
    ("venue", "Engineers' hall", "Łódź"),
    ("event", "Reception", "香水 and 港口"),
    ("delegate", "CHAN Tai-man 陳大文", "Talent"),
    ("event", "Talents of the year", "seminar"),
];

fn filled(home: &Home) -> Workspace {
    let mut workspace = home.create();
    workspace
        .write(&meta("index"), at(0), |tx| -> Result<()> {
            for (n, (kind, title, body)) in (0..).zip(TEXTS) {
                tx.index(kind, key(n), title, body)?;
            }
            Ok(())
        })
        .unwrap();
    workspace
}

fn found(workspace: &Workspace, text: &str, kinds: &[&str]) -> Vec<Uuid> {
    workspace
        .search(text, kinds, 50)
        .unwrap()
        .into_iter()
        .map(|hit| hit.record)
        .collect()
}

#[test]
fn words_are_found_by_their_beginning_without_marks_and_titles_come_first() {
    let home = Home::new();
    let workspace = filled(&home);
    assert_eq!(found(&workspace, "zurich", &[]), [key(0)]);
    assert_eq!(found(&workspace, "LODZ", &[]), [key(2)]);
    assert_eq!(found(&workspace, "engin", &[]), [key(2), key(0)]);
    assert_eq!(found(&workspace, "seminar", &[]), [key(0), key(5)]);
    assert_eq!(
        found(&workspace, "talent", &[])[0],
        key(5),
        "in a title, if only as a beginning"
    );
    assert_eq!(
        found(&workspace, "seminar engineers", &[]),
        [key(0)],
        "all words are asked for"
    );
    assert_eq!(found(&workspace, "seminar", &["venue"]), Vec::<Uuid>::new());
}

#[test]
fn one_or_two_chinese_characters_find() {
    let home = Home::new();
    let workspace = filled(&home);
    assert_eq!(found(&workspace, "大文", &[]), [key(4), key(0)]);
    assert_eq!(
        found(&workspace, "香港", &[]),
        [key(1)],
        "not a text that merely holds both characters"
    );
    assert_eq!(found(&workspace, "座", &[]), [key(1)]);
    assert_eq!(found(&workspace, "吉隆坡", &["event"]), [key(1)]);
    assert_eq!(found(&workspace, "陳大文 talent", &[]), [key(4)]);
}

#[test]
fn any_text_is_a_valid_query() {
    let home = Home::new();
    let workspace = filled(&home);
    let hostile = [
        "",
        "\"",
        "*",
        "a OR",
        "NEAR(",
        "title:",
        "-seminar",
        "(((",
        "AND",
        "'; DROP TABLE search_doc; --",
        "\0",
        "^a",
        "{title body}: x",
        "\u{202E}",
        "🎉",
        "a\"b\"*",
        &"ab ".repeat(5_000),
        &"香".repeat(5_000),
    ];
    for text in hostile {
        workspace.search(text, &["event"], 10).unwrap();
    }
    assert_eq!(
        found(&workspace, "seminar OR", &[]),
        Vec::<Uuid>::new(),
        "OR is a word like any other"
    );
    assert_eq!(found(&workspace, "\"seminar\" (zurich)*", &[]), [key(0)]);
}

#[test]
fn a_record_indexed_again_is_found_by_its_new_words_only() {
    let home = Home::new();
    let mut workspace = filled(&home);
    workspace
        .write(&meta("index"), at(1), |tx| {
            tx.index("event", key(0), "Workshop", "")
        })
        .unwrap();
    assert_eq!(found(&workspace, "zurich", &[]), Vec::<Uuid>::new());
    assert_eq!(found(&workspace, "workshop", &[]), [key(0)]);
    workspace
        .write(&meta("index"), at(1), |tx| tx.unindex("event", key(0)))
        .unwrap();
    assert_eq!(found(&workspace, "workshop", &[]), Vec::<Uuid>::new());
    assert_eq!(workspace.indexed().unwrap(), 5);
    let texts = TEXTS
        .iter()
        .zip(0..)
        .map(|((kind, title, body), n)| (*kind, key(n), (*title).to_owned(), (*body).to_owned()));
    assert_eq!(workspace.rebuild_index(at(2), texts).unwrap(), 6);
    assert_eq!(found(&workspace, "zurich", &[]), [key(0)]);
    assert_eq!(workspace.revision(), 0, "the index is not journalled");
    sound(&workspace);
}
