//! What is erased is nowhere any more, the rest is as it was, and nothing brings it back.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::redundant_closure_for_method_calls,
    reason = "a test says what it skips and fails where it cannot go on; `Tx::undo` is of one lifetime only"
)]

#[path = "../common/mod.rs"]
mod common;
mod mentioned;
mod stopped;

use common::*;
use outreach_plan::people::{Disclosure, DisclosureKind, Email, Nature, Person};
use outreach_plan::{DisclosureId, Office, OfficeId, PersonId, Wording};
use outreach_store::{Erasure, HistoryQuery, Result, StoreError, Workspace, unwatched};
use serde_json::json;

const VICTIM: u128 = 7;
const TEXTS: [&str; 8] = [
    "Quillfeather",
    "Zebedee",
    "Formerly-Umbrage",
    "歐陽震華",
    "q.\"z\"@nowhere.example",
    "Speaks of\nnothing but bees",
    "Apiarist-General",
    "Beekeepers' Guild",
];

fn person(n: u128) -> Person {
    Person {
        id: PersonId(key(n)),
        nature: Nature::Person,
        family: format!("Family{n}"),
        given: format!("Given{n}"),
        chinese: String::new(),
        preferred: String::new(),
        honorific: "Dr".into(),
        post: Wording::default(),
        organisation: Wording::default(),
        market: None,
        sectors: Vec::new(),
        schemes: Vec::new(),
        passports: Vec::new(),
        university_region: String::new(),
        languages: vec!["en".into()],
        emails: vec![Email {
            address: format!("p{n}@example.org"),
            ..Email::default()
        }],
        telephones: Vec::new(),
        tags: Vec::new(),
        notes: String::new(),
        source: "a list".into(),
        origins: vec![format!("{n:016x}")],
        notices: Vec::new(),
        consents: Vec::new(),
        retain_until: None,
        merged_into: None,
        erased: None,
        created: at(0),
    }
}

fn victim() -> Person {
    Person {
        family: "Quillfeather".into(),
        given: "Zebedee".into(),
        chinese: "歐陽震華".into(),
        emails: vec![Email {
            address: "q.\"z\"@nowhere.example".into(),
            ..Email::default()
        }],
        notes: "Speaks of\nnothing but bees".into(),
        post: Wording::english("Apiarist-General"),
        organisation: Wording::english("Beekeepers' Guild"),
        ..person(VICTIM)
    }
}

fn empty() -> Person {
    Person {
        family: String::new(),
        given: String::new(),
        honorific: String::new(),
        emails: Vec::new(),
        languages: Vec::new(),
        source: String::new(),
        origins: Vec::new(),
        erased: Some(at(90)),
        ..person(VICTIM)
    }
}

/// An import of thirty, an edit taken back and done again, one more edit, a line of the export log, a record that
/// mentions the name, and a removed person.
fn lived_in(home: &Home) -> Workspace {
    let mut workspace = home.create();
    let import = meta("people_imported").with(json!({ "new": "30" }));
    workspace
        .write(&import, at(1), |tx| -> Result<()> {
            for n in 1..=30 {
                tx.put(&if n == VICTIM { victim() } else { person(n) })?;
            }
            Ok(())
        })
        .unwrap();
    let renamed = Person {
        family: "Formerly-Umbrage".into(),
        ..victim()
    };
    workspace
        .write(&meta("person_edited"), at(2), |tx| tx.put(&renamed))
        .unwrap();
    workspace.write(&meta("undo"), at(3), |tx| tx.undo()).unwrap();
    workspace.write(&meta("redo"), at(4), |tx| tx.redo()).unwrap();
    let named = meta("office_added").with(json!({ "about": "Ask Zebedee Quillfeather" }));
    let office = Office {
        id: OfficeId(key(500)),
        notes: "Ask Zebedee Quillfeather of the Beekeepers' Guild".into(),
        ..office()
    };
    workspace
        .write(&named, at(5), |tx| -> Result<()> {
            tx.put(&office)?;
            tx.index("office", office.id.0, &office.name.en, &office.notes)
        })
        .unwrap();
    let both = [
        Person {
            notes: "later".into(),
            ..renamed
        },
        Person {
            notes: "kept".into(),
            ..person(8)
        },
    ];
    workspace
        .write(&meta("people_edited"), at(6), |tx| -> Result<()> {
            both.iter().try_for_each(|one| tx.put(one).map(drop))
        })
        .unwrap();
    workspace
        .write(&meta("person_removed"), at(7), |tx| tx.remove::<Person>(key(30)))
        .unwrap();
    workspace
}

fn erasure(workspace: &Workspace) -> Erasure {
    let mut erasure = Erasure::new();
    erasure.becomes(&empty()).unwrap();
    let office: Office = workspace.get(key(500)).unwrap().unwrap();
    let struck = Office {
        notes: "Ask …".into(),
        ..office
    };
    erasure.becomes_in(&struck, &["notes"]).unwrap();
    erasure.strike(["Zebedee Quillfeather".to_owned()]);
    erasure
}

fn erase(workspace: &mut Workspace) {
    let erasure = erasure(workspace);
    let what = meta("person_erased").with(json!({ "count": "1" }));
    let erased = workspace
        .erase(&what, at(90), &erasure, &mut unwatched())
        .unwrap();
    assert!(erased.changes >= 5, "{erased:?}");
}

fn untraceable(workspace: &mut Workspace) {
    let held = workspace.holds(&TEXTS).unwrap();
    let left: Vec<_> = TEXTS.iter().zip(held).filter(|(_, held)| *held).collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn nothing_of_an_erased_person_is_left_in_any_byte_of_the_file() {
    let home = Home::new();
    let mut workspace = lived_in(&home);
    assert_eq!(workspace.holds(&TEXTS).unwrap(), [true; 8]);
    assert_eq!(workspace.search("zebedee", &[], 9).unwrap().len(), 1);
    let people: Vec<Person> = workspace.load_all().unwrap();
    let revision = workspace.revision();
    erase(&mut workspace);
    untraceable(&mut workspace);
    assert!(workspace.search("zebedee", &[], 9).unwrap().is_empty());
    assert_eq!(workspace.indexed().unwrap(), 0, "the index is to be filled again");
    sound(&workspace);
    assert_eq!(workspace.revision(), revision + 1);
    let others = |people: Vec<Person>| -> Vec<Person> {
        people.into_iter().filter(|one| one.id.0 != key(VICTIM)).collect()
    };
    assert_eq!(workspace.get::<Person>(key(VICTIM)).unwrap(), Some(empty()));
    assert_eq!(others(workspace.load_all().unwrap()), others(people));
    let history = workspace.history(&HistoryQuery::default()).unwrap();
    assert_eq!(
        (history[0].label.as_str(), history[0].touched),
        ("person_erased", 0)
    );
    assert!(history.iter().any(|entry| entry.params["about"] == "Ask …"));
    assert!(
        history
            .iter()
            .all(|entry| entry.params["about"] != "Ask Zebedee Quillfeather")
    );
    // The log is cut off, no half-made copy lies about, and what was held open is the new file.
    workspace
        .write(&meta("edit"), at(91), |tx| tx.put(&person(9).with_notes("new")))
        .unwrap();
    assert!(!home.folder.path().join("plan.outreach.erasing").exists());
    workspace.close().unwrap();
    let mut workspace = home.open();
    untraceable(&mut workspace);
    sound(&workspace);
    assert_eq!(workspace.get::<Person>(key(9)).unwrap().unwrap().notes, "new");
}

trait WithNotes {
    fn with_notes(self, notes: &str) -> Self;
}

impl WithNotes for Person {
    fn with_notes(mut self, notes: &str) -> Self {
        self.notes = notes.into();
        self
    }
}

#[test]
fn nothing_that_is_taken_back_or_done_again_brings_it_back() {
    let home = Home::new();
    let mut workspace = lived_in(&home);
    erase(&mut workspace);
    let mut steps = 0;
    loop {
        match workspace.write(&meta("undo"), at(100 + steps), |tx| tx.undo()) {
            Ok(_) => steps += 1,
            Err(StoreError::NothingToUndo) => break,
            Err(other) => panic!("{other}"),
        }
        untraceable(&mut workspace);
        assert!(steps < 20, "undo comes to an end");
    }
    // The rename of nobody is no step; the import, the office, the notes of two and the removal are.
    assert_eq!(steps, 4);
    // What is only counted was made by no change that can be taken back.
    assert_eq!(workspace.load_all::<Person>().unwrap(), [empty()]);
    let mut again = 0;
    while let Ok(written) = workspace.write(&meta("redo"), at(200 + again), |tx| tx.redo()) {
        assert!(written.change.is_some());
        again += 1;
        untraceable(&mut workspace);
    }
    assert_eq!(again, 4);
    assert_eq!(workspace.get::<Person>(key(VICTIM)).unwrap(), Some(empty()));
    for seq in 1..=workspace.revision() {
        let _refused = workspace.write(&meta("revert"), at(300 + seq), |tx| tx.revert(seq));
        untraceable(&mut workspace);
    }
    sound(&workspace);
}

#[test]
fn a_field_can_lose_its_past_while_the_others_keep_theirs() {
    let home = Home::new();
    let mut workspace = home.create();
    let office = office();
    for (minute, notes, city) in [(1, "secret one", "A"), (2, "secret two", "B"), (3, "plain", "C")] {
        let now = Office {
            notes: notes.into(),
            name: Wording::english(city),
            ..office.clone()
        };
        workspace
            .write(&meta("office"), at(minute), |tx| tx.put(&now))
            .unwrap();
    }
    let now: Office = workspace.get(office.id.0).unwrap().unwrap();
    let mut erasure = Erasure::new();
    erasure.becomes_in(&now, &["notes"]).unwrap();
    workspace
        .erase(&meta("struck"), at(9), &erasure, &mut unwatched())
        .unwrap();
    assert_eq!(workspace.holds(&["secret"]).unwrap(), [false]);
    workspace.write(&meta("undo"), at(10), |tx| tx.undo()).unwrap();
    let before: Office = workspace.get(office.id.0).unwrap().unwrap();
    assert_eq!((before.name.en.as_str(), before.notes.as_str()), ("B", "plain"));
    sound(&workspace);
}

#[test]
fn people_who_are_only_in_the_history_can_be_found_and_taken_out_of_it() {
    let home = Home::new();
    let mut workspace = lived_in(&home);
    assert_eq!(workspace.forgotten().unwrap(), [("person", key(30))]);
    assert_eq!(workspace.holds(&["Family30"]).unwrap(), [true]);
    assert!(workspace.first_known(key(30)).unwrap().is_some());
    let mut erasure = Erasure::new();
    erasure.remove("person", key(30)).unwrap();
    workspace
        .erase(&meta("people_forgotten"), at(90), &erasure, &mut unwatched())
        .unwrap();
    assert_eq!(workspace.holds(&["Family30"]).unwrap(), [false]);
    assert!(workspace.forgotten().unwrap().is_empty());
    assert_eq!(workspace.undo_target().unwrap().unwrap().label, "people_edited");
    sound(&workspace);
}

#[test]
fn who_was_in_which_record_is_known_from_the_journal_too() {
    let home = Home::new();
    let mut workspace = home.create();
    let mut merged = person(2);
    workspace
        .write(&meta("add"), at(1), |tx| tx.put(&person(1)))
        .unwrap();
    workspace
        .write(&meta("add"), at(2), |tx| tx.put(&merged))
        .unwrap();
    merged.merged_into = Some(PersonId(key(1)));
    workspace
        .write(&meta("merge"), at(3), |tx| tx.put(&merged))
        .unwrap();
    workspace.write(&meta("undo"), at(4), |tx| tx.undo()).unwrap();
    let into = ("person", key(2), "merged_into".to_owned());
    assert_eq!(workspace.ever(&[key(1)]).unwrap(), [into]);
    assert!(workspace.ever(&[key(2)]).unwrap().is_empty());
    assert_eq!(workspace.changes_about(&[key(1), key(2)]).unwrap(), 4);
}
