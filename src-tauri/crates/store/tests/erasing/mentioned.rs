//! Names within texts, and lines of the export log.

use super::*;

#[test]
fn what_mentions_a_name_is_found_now_and_in_the_past_and_the_name_struck_out() {
    let home = Home::new();
    let mut workspace = home.create();
    let said = |n: u128, notes: &str| Office {
        id: OfficeId(key(n)),
        notes: notes.into(),
        ..office()
    };
    for (minute, office) in [
        (1, said(1, "With Zebedee Quillfeather.")),
        (2, said(2, "ZEBEDEE QUILLFEATHER, 歐陽震華")),
    ] {
        workspace
            .write(&meta("office"), at(minute), |tx| tx.put(&office))
            .unwrap();
    }
    workspace
        .write(&meta("office"), at(3), |tx| tx.put(&said(1, "Nobody")))
        .unwrap();
    workspace
        .write(&meta("office"), at(4), |tx| tx.remove::<Office>(key(2)))
        .unwrap();
    let texts = ["Zebedee Quillfeather".to_owned(), "歐陽震華".to_owned()];
    let notes = vec!["notes".to_owned()];
    let found = workspace.mentions(&texts).unwrap();
    assert_eq!(
        found,
        [("office", key(1), notes.clone()), ("office", key(2), notes)]
    );
    let mut erasure = Erasure::new();
    erasure.strike(texts.clone());
    for (table, record, fields) in &found {
        erasure.strike_in(table, *record, fields).unwrap();
    }
    workspace
        .erase(&meta("struck"), at(9), &erasure, &mut unwatched())
        .unwrap();
    assert!(workspace.mentions(&texts).unwrap().is_empty());
    assert_eq!(
        workspace
            .holds(&["Quillfeather", "QUILLFEATHER", "歐陽震華"])
            .unwrap(),
        [false; 3]
    );
    workspace.write(&meta("undo"), at(10), |tx| tx.undo()).unwrap();
    workspace.write(&meta("undo"), at(11), |tx| tx.undo()).unwrap();
    assert_eq!(workspace.get::<Office>(key(2)).unwrap().unwrap().notes, "…, …");
    assert_eq!(workspace.get::<Office>(key(1)).unwrap().unwrap().notes, "With ….");
    sound(&workspace);
}

#[test]
fn a_line_of_the_export_log_is_not_taken_back_with_the_change_that_wrote_it() {
    let home = Home::new();
    let mut workspace = home.create();
    let line = |n: u128| Disclosure {
        id: DisclosureId(key(n)),
        at: at(1),
        actor: "me".into(),
        kind: DisclosureKind::Letters,
        about: String::new(),
        count: 1,
        people: vec![PersonId(key(1))],
        purpose: "a test".into(),
        path: "/nowhere".into(),
        digest: String::new(),
        encrypted: false,
    };
    workspace
        .write(&meta("letters_written"), at(1), |tx| -> Result<()> {
            tx.put(&person(1))?;
            tx.put(&line(900)).map(drop)
        })
        .unwrap();
    workspace
        .write(&meta("people_exported"), at(2), |tx| tx.put(&line(901)))
        .unwrap();
    assert_eq!(workspace.undo_target().unwrap().unwrap().label, "letters_written");
    workspace.write(&meta("undo"), at(3), |tx| tx.undo()).unwrap();
    assert_eq!(
        (
            workspace.count::<Person>().unwrap(),
            workspace.count::<Disclosure>().unwrap()
        ),
        (0, 2)
    );
    workspace.write(&meta("redo"), at(4), |tx| tx.redo()).unwrap();
    assert_eq!(
        (
            workspace.count::<Person>().unwrap(),
            workspace.count::<Disclosure>().unwrap()
        ),
        (1, 2)
    );
    sound(&workspace);
}
