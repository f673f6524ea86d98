//! Random walks: whatever is edited, undone and redone, the tables are the fold of the journal, and undo
//! followed by redo changes nothing.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use common::*;
use outreach_plan::*;
use outreach_store::{Result, StoreError, Workspace};
use proptest::prelude::*;

#[derive(Clone, Debug)]
enum Step {
    Put {
        n: u32,
        title: String,
        capacity: Option<u32>,
        tags: Vec<String>,
        all_day: bool,
    },
    Remove {
        n: u32,
    },
    Bulk {
        from: u32,
        many: u32,
    },
    Undo,
    Redo,
    Revert {
        back: i64,
    },
    Reopen,
}

fn step() -> impl Strategy<Value = Step> {
    let put = (
        0..6_u32,
        any::<String>(),
        any::<Option<u32>>(),
        prop::collection::vec(".{0,4}", 0..3),
        any::<bool>(),
    )
        .prop_map(|(n, title, capacity, tags, all_day)| Step::Put {
            n,
            title,
            capacity,
            tags,
            all_day,
        });
    prop_oneof![
        6 => put,
        2 => (0..6_u32).prop_map(|n| Step::Remove { n }),
        1 => (0..6_u32, 1..4_u32).prop_map(|(from, many)| Step::Bulk { from, many }),
        4 => Just(Step::Undo),
        3 => Just(Step::Redo),
        1 => (0..8_i64).prop_map(|back| Step::Revert { back }),
        1 => Just(Step::Reopen),
    ]
}

fn all(workspace: &Workspace) -> (Vec<Event>, Vec<Mission>, Vec<Venue>) {
    let (events, missions) = (workspace.load_all().unwrap(), workspace.load_all().unwrap());
    (events, missions, workspace.load_all().unwrap())
}

fn refused(error: &StoreError) -> bool {
    matches!(
        error,
        StoreError::NothingToUndo
            | StoreError::NothingToRedo
            | StoreError::Conflict(_)
            | StoreError::Refers(_)
            | StoreError::UnknownChange { .. }
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, max_shrink_iters: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tables_are_the_fold_and_redo_takes_back_undo(steps in prop::collection::vec(step(), 1..30)) {
        let home = Home::new();
        let mut workspace = home.create();
        fill(&mut workspace, 3);
        for (n, step) in (0..).zip(steps) {
            let now = at(n);
            let before = all(&workspace);
            let outcome = match step {
                Step::Put { n, title, capacity, tags, all_day } => {
                    let mut event = Event { capacity, tags, all_day, ..event(n) };
                    event.title.en = title;
                    workspace.write(&meta("put"), now, |tx| tx.put(&event)).map(drop)
                }
                Step::Remove { n } => workspace.write(&meta("remove"), now, |tx| tx.remove::<Event>(event(n).id.0)).map(drop),
                Step::Bulk { from, many } => workspace.write(&meta("bulk"), now, |tx| -> Result<()> {
                    for n in from..from + many {
                        tx.remove::<Event>(event(n).id.0)?;
                        tx.put(&event(n))?;
                    }
                    tx.put(&Venue { capacity: Some(from), ..venue() })?;
                    Ok(())
                }).map(drop),
                Step::Undo => workspace.write(&meta("undo"), now, take_back).map(drop),
                Step::Redo => workspace.write(&meta("redo"), now, do_again).map(drop),
                Step::Revert { back } => {
                    let seq = workspace.revision() - back;
                    workspace.write(&meta("revert"), now, |tx| tx.revert(seq)).map(drop)
                }
                Step::Reopen => {
                    workspace.close().unwrap();
                    workspace = home.open();
                    Ok(())
                }
            };
            if let Err(error) = outcome {
                prop_assert!(refused(&error), "{error:?}");
                prop_assert_eq!(all(&workspace), before);
            }
        }
        let before = all(&workspace);
        if workspace.write(&meta("undo"), at(99), take_back).is_ok() {
            workspace.write(&meta("redo"), at(99), do_again).unwrap();
        }
        prop_assert_eq!(all(&workspace), before);
        let report = workspace.verify(&mut outreach_store::unwatched()).unwrap();
        prop_assert!(report.is_sound(), "{:?}", report);
    }
}
