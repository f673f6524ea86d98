//! What may not go, and what is stopped or killed half-way, is as it was.

use std::ops::ControlFlow;
use std::process::{Command, Stdio};
use std::time::Duration;

use outreach_store::Stage;

use super::*;

#[test]
fn what_others_refer_to_is_not_taken_away_and_stopping_leaves_the_file_as_it_was() {
    let home = Home::new();
    let mut workspace = home.create();
    let merged = Person {
        merged_into: Some(PersonId(key(1))),
        ..person(2)
    };
    let log = Disclosure {
        id: DisclosureId(key(900)),
        at: at(1),
        actor: "me".into(),
        kind: DisclosureKind::People,
        about: String::new(),
        count: 2,
        people: vec![PersonId(key(1)), PersonId(key(2))],
        purpose: "a test".into(),
        path: "/nowhere".into(),
        digest: String::new(),
        encrypted: true,
    };
    workspace
        .write(&meta("add"), at(1), |tx| -> Result<()> {
            tx.put(&person(1))?;
            tx.put(&merged)?;
            tx.put(&log).map(drop)
        })
        .unwrap();
    let mut erasure = Erasure::new();
    erasure.remove("person", key(1)).unwrap();
    let refused = workspace.erase(&meta("e"), at(2), &erasure, &mut unwatched());
    assert!(matches!(refused, Err(StoreError::Refers(_))), "{refused:?}");
    let mut stop = |step: outreach_store::Step| {
        if step.stage == Stage::Pages {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    };
    let mut erasure = Erasure::new();
    erasure.remove("person", key(2)).unwrap();
    let refused = workspace.erase(&meta("e"), at(2), &erasure, &mut stop);
    assert!(matches!(refused, Err(StoreError::Cancelled)), "{refused:?}");
    assert_eq!(workspace.count::<Person>().unwrap(), 2);
    assert_eq!(workspace.revision(), 1);
    assert!(!home.folder.path().join("plan.outreach.erasing").exists());
    sound(&workspace);
}

#[test]
#[ignore = "the process that is killed; started by the test below"]
fn erases_until_killed() {
    let Ok(path) = std::env::var("OUTREACH_KILL_FILE") else {
        return;
    };
    let mut workspace = open(path.as_ref());
    println!("begins");
    erase(&mut workspace);
    println!("done");
    std::thread::sleep(Duration::from_secs(60));
}

#[test]
fn killed_at_any_moment_it_is_done_whole_or_not_at_all() {
    use std::io::{BufRead, BufReader};
    let home = Home::new();
    lived_in(&home).close().unwrap();
    let model = std::fs::read(&home.path).unwrap();
    let (mut done, mut undone) = (0, 0);
    for n in 0..24_u64 {
        std::fs::write(&home.path, &model).unwrap();
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "stopped::erases_until_killed",
                "--ignored",
                "--nocapture",
            ])
            .env("OUTREACH_KILL_FILE", &home.path)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut said = |word: &str| {
            lines
                .by_ref()
                .map_while(std::result::Result::ok)
                .any(|line| line.contains(word))
        };
        assert!(said("begins"));
        let is_last = n == 23;
        if is_last {
            assert!(said("done"));
        } else {
            std::thread::sleep(Duration::from_micros(n * n * 400));
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let mut workspace = home.open();
        assert!(!home.folder.path().join("plan.outreach.erasing").exists());
        sound(&workspace);
        let held = workspace.holds(&TEXTS).unwrap();
        if workspace.get::<Person>(key(VICTIM)).unwrap() == Some(empty()) {
            assert_eq!(held, [false; 8]);
            done += 1;
        } else {
            assert_eq!(held, [true; 8]);
            undone += 1;
        }
        workspace.close().unwrap();
    }
    println!("{undone} times not begun, {done} times whole");
    assert!(done >= 1 && undone >= 1);
}
