//! What the journal promises: history, undo, redo, revert, and that the tables are its fold.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use common::*;
use outreach_plan::*;
use outreach_store::{Action, HistoryQuery, Record, Result, StoreError, Tx, Workspace};
use serde_json::json;

fn retitle(workspace: &mut Workspace, n: u32, title: &str) -> i64 {
    let mut event = workspace.get::<Event>(event(n).id.0).unwrap().unwrap();
    event.title.en = title.into();
    workspace
        .write(&meta("event.edit"), at(1), |tx| tx.put(&event))
        .unwrap()
        .change
        .unwrap()
        .seq
}

fn title(workspace: &Workspace, n: u32) -> String {
    workspace.get::<Event>(event(n).id.0).unwrap().unwrap().title.en
}

fn undo(workspace: &mut Workspace) -> Result<i64> {
    Ok(workspace.write(&meta("undo"), at(2), take_back)?.value)
}

fn redo(workspace: &mut Workspace) -> Result<i64> {
    Ok(workspace.write(&meta("redo"), at(2), do_again)?.value)
}

#[test]
fn history_says_who_when_which_field_from_what_to_what() {
    let home = Home::new();
    let mut workspace = home.create();
    fill(&mut workspace, 2);
    let mut moved = event(0);
    moved.start = wall(3, 15);
    moved.tags = vec!["new".into()];
    let what = meta("event.move").with(json!({"title": "Seminar"}));
    workspace.write(&what, at(9), |tx| tx.put(&moved)).unwrap();
    let history = workspace.record_history(moved.id.0).unwrap();
    assert_eq!(history.len(), 2);
    let entry = &history[0];
    assert_eq!(
        (entry.label.as_str(), entry.actor.as_str()),
        ("event.move", "Chan Tai-man")
    );
    assert_eq!((entry.at, &entry.params["title"]), (at(9), &json!("Seminar")));
    assert_eq!(entry.records.len(), 1);
    let fields: Vec<_> = entry.records[0]
        .fields
        .iter()
        .map(|it| (it.field.as_str(), &it.old, &it.new))
        .collect();
    assert_eq!(
        fields,
        [
            (
                "start",
                &json!("2027-03-01T09:00:00"),
                &json!("2027-03-04T15:00:00")
            ),
            ("tags", &json!([]), &json!(["new"])),
        ]
    );
    assert_eq!(history[1].records[0].action, Action::Insert);
    let all = workspace
        .history(&HistoryQuery {
            records: 3,
            ..HistoryQuery::default()
        })
        .unwrap();
    assert_eq!((all.len(), all[1].touched, all[1].records.len()), (2, 14, 3));
    let of_table = HistoryQuery {
        table: Some("venue".into()),
        ..HistoryQuery::default()
    };
    assert_eq!(workspace.history(&of_table).unwrap().len(), 1);
    let next_page = HistoryQuery {
        before_seq: Some(entry.seq),
        limit: 1,
        ..HistoryQuery::default()
    };
    assert_eq!(workspace.history(&next_page).unwrap()[0].seq, 1);
}

#[test]
fn a_change_that_changes_nothing_is_not_recorded() {
    let home = Home::new();
    let mut workspace = home.create();
    fill(&mut workspace, 1);
    let written = workspace
        .write(&meta("same"), at(1), |tx| tx.put(&event(0)))
        .unwrap();
    assert_eq!((written.value, written.change), (false, None));
    // There and back within one change is nothing either.
    let written = workspace
        .write(&meta("to and fro"), at(1), |tx| -> Result<()> {
            let other = Event {
                url: "x".into(),
                ..event(0)
            };
            tx.put(&other)?;
            tx.put(&event(0))?;
            tx.put(&event(5))?;
            tx.remove::<Event>(event(5).id.0)?;
            Ok(())
        })
        .unwrap();
    assert_eq!(written.change, None);
    assert_eq!(workspace.revision(), 1);
    sound(&workspace);
}

#[test]
fn undo_and_redo_walk_back_and_forth_across_restarts() {
    let home = Home::new();
    let mut workspace = home.create();
    fill(&mut workspace, 1);
    let first = retitle(&mut workspace, 0, "one");
    let second = retitle(&mut workspace, 0, "two");
    workspace.close().unwrap();
    let mut workspace = home.open();
    assert_eq!(workspace.undo_target().unwrap().unwrap().seq, second);
    assert_eq!(undo(&mut workspace).unwrap(), second);
    assert_eq!(title(&workspace, 0), "one");
    workspace.close().unwrap();
    let mut workspace = home.open();
    assert_eq!(undo(&mut workspace).unwrap(), first);
    assert_eq!(workspace.redo_target().unwrap().unwrap().seq, first);
    assert_eq!(redo(&mut workspace).unwrap(), first);
    assert_eq!(redo(&mut workspace).unwrap(), second);
    assert_eq!(title(&workspace, 0), "two");
    assert!(matches!(redo(&mut workspace), Err(StoreError::NothingToRedo)));
    assert_eq!(undo(&mut workspace).unwrap(), second);
    let third = retitle(&mut workspace, 0, "three");
    assert!(
        matches!(redo(&mut workspace), Err(StoreError::NothingToRedo)),
        "a new change ends redo"
    );
    assert_eq!(undo(&mut workspace).unwrap(), third);
    assert_eq!(
        undo(&mut workspace).unwrap(),
        first,
        "the second is undone already"
    );
    assert_eq!(undo(&mut workspace).unwrap(), 1);
    assert!(matches!(undo(&mut workspace), Err(StoreError::NothingToUndo)));
    assert_eq!(workspace.load_all::<Event>().unwrap(), []);
    let undone: Vec<i64> = workspace
        .history(&HistoryQuery::default())
        .unwrap()
        .iter()
        .filter(|it| it.undone)
        .map(|it| it.seq)
        .collect();
    assert_eq!(undone, [third, second, first, 1]);
    sound(&workspace);
}

#[test]
fn undo_of_a_removal_brings_the_record_back_whole() {
    let home = Home::new();
    let mut workspace = home.create();
    fill(&mut workspace, 1);
    workspace
        .write(&meta("event.remove"), at(1), |tx| {
            tx.remove::<Event>(event(0).id.0)
        })
        .unwrap();
    assert_eq!(workspace.count::<Event>().unwrap(), 0);
    undo(&mut workspace).unwrap();
    assert_eq!(workspace.get::<Event>(event(0).id.0).unwrap(), Some(event(0)));
    redo(&mut workspace).unwrap();
    assert_eq!(workspace.count::<Event>().unwrap(), 0);
    sound(&workspace);
}

#[test]
fn an_old_change_is_reverted_unless_its_fields_changed_since() {
    let home = Home::new();
    let mut workspace = home.create();
    fill(&mut workspace, 2);
    let both = workspace
        .write(&meta("event.capacity"), at(1), |tx| -> Result<()> {
            for n in 0..2 {
                tx.put(&Event {
                    capacity: Some(500),
                    ..event(n)
                })?;
            }
            Ok(())
        })
        .unwrap()
        .change
        .unwrap()
        .seq;
    retitle(&mut workspace, 0, "another field of the same record");
    workspace
        .write(&meta("revert"), at(2), |tx| tx.revert(both))
        .unwrap();
    assert_eq!(
        workspace.get::<Event>(event(0).id.0).unwrap().unwrap().capacity,
        Some(80)
    );
    assert_eq!(title(&workspace, 0), "another field of the same record");
    undo(&mut workspace).unwrap();
    assert_eq!(
        workspace.get::<Event>(event(1).id.0).unwrap().unwrap().capacity,
        Some(500),
        "a revert can be undone"
    );
    let mut later = workspace.get::<Event>(event(1).id.0).unwrap().unwrap();
    later.capacity = Some(30);
    workspace
        .write(&meta("event.capacity"), at(3), |tx| tx.put(&later))
        .unwrap();
    let refused = workspace.write(&meta("revert"), at(4), |tx| tx.revert(both));
    let Err(StoreError::Conflict(conflicts)) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!(conflicts.len(), 1);
    assert_eq!(
        (conflicts[0].record, conflicts[0].fields.as_slice()),
        (event(1).id.0, &["capacity".to_owned()][..])
    );
    assert_eq!(
        workspace.get::<Event>(event(0).id.0).unwrap().unwrap().capacity,
        Some(500),
        "nothing half-done"
    );
    let refused = workspace.write(&meta("revert"), at(4), |tx| tx.revert(999));
    assert!(matches!(refused, Err(StoreError::UnknownChange { seq: 999 })));
    sound(&workspace);
}

#[test]
fn undoing_what_others_refer_to_is_refused() {
    let home = Home::new();
    let mut workspace = home.create();
    workspace
        .write(&meta("office.add"), at(0), |tx| tx.put(&office()))
        .unwrap();
    workspace
        .write(&meta("market.add"), at(1), |tx| tx.put(&market()))
        .unwrap();
    let refused = workspace.write(&meta("revert"), at(2), |tx| tx.revert(1));
    assert!(
        matches!(&refused, Err(StoreError::Refers(it)) if it[0].table == "market"),
        "{refused:?}"
    );
    assert_eq!(workspace.count::<Office>().unwrap(), 1);
}

#[test]
fn the_calendar_sequence_never_goes_back() {
    let home = Home::new();
    let mut workspace = home.create();
    fill(&mut workspace, 1);
    let moved = Event {
        start: wall(5, 9),
        sequence: 1,
        ..event(0)
    };
    workspace
        .write(&meta("event.move"), at(1), |tx| tx.put(&moved))
        .unwrap();
    let settle = |tx: &mut Tx<'_>| -> Result<()> {
        for touched in tx.touched() {
            let was = tx.before::<Event>(touched.record)?.unwrap();
            let mut now = tx.get::<Event>(touched.record)?.unwrap();
            assert_eq!(now.sequence, was.sequence, "undo itself leaves it");
            now.sequence += 1;
            tx.put(&now)?;
        }
        Ok(())
    };
    for (n, expected) in (2_u32..).zip([event(0).start, moved.start, event(0).start, moved.start]) {
        workspace
            .write(&meta("to and fro"), at(2), |tx| {
                if n % 2 == 0 {
                    tx.undo()?
                } else {
                    tx.redo()?
                };
                settle(tx)
            })
            .unwrap();
        let now = workspace.get::<Event>(event(0).id.0).unwrap().unwrap();
        assert_eq!((now.sequence, now.start), (n, expected));
    }
    sound(&workspace);
}

#[test]
fn the_journal_stays_in_order_when_the_clock_is_set_back_a_day() {
    let home = Home::new();
    let mut workspace = home.create();
    workspace
        .write(&meta("a"), at(0), |tx| tx.put(&office()))
        .unwrap();
    let renamed = Office {
        notes: "later".into(),
        ..office()
    };
    workspace
        .write(&meta("b"), at(-24 * 60), |tx| tx.put(&renamed))
        .unwrap();
    let history = workspace.record_history(office().id()).unwrap();
    assert_eq!((history[0].label.as_str(), history[0].at), ("b", at(-24 * 60)));
    undo(&mut workspace).unwrap();
    assert_eq!(workspace.get::<Office>(office().id()).unwrap(), Some(office()));
    sound(&workspace);
}

#[test]
fn a_failing_change_leaves_no_trace() {
    let home = Home::new();
    let mut workspace = home.create();
    fill(&mut workspace, 1);
    let refused = workspace.write(&meta("fails"), at(1), |tx| -> Result<()> {
        tx.remove::<Event>(event(0).id.0)?;
        Err(StoreError::Cancelled)
    });
    assert!(matches!(refused, Err(StoreError::Cancelled)));
    assert_eq!(workspace.count::<Event>().unwrap(), 1);
    assert_eq!(workspace.revision(), 1);
    sound(&workspace);
}
