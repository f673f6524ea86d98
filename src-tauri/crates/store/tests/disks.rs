//! A real full disk and a real read-only folder, in a mount namespace of their own.
//!
//! Needs Linux and the right to make namespaces; where that is missing each test says that it is skipped.

#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test says what it skips and fails where it cannot go on"
)]

mod common;

use std::path::PathBuf;
use std::process::Command;

use common::*;
use outreach_plan::*;
use outreach_store::{KeyCost, StoreError, Unlock, Workspace};

/// Runs the ignored test `name` of this binary with a small disk of its own mounted on a folder.
fn on_a_small_disk(name: &str) {
    let folder = tempfile::tempdir().unwrap();
    let mount = "mount -t tmpfs -o size=3m small \"$DISK\" || exit 77; exec \"$@\"";
    let output = Command::new("unshare")
        .args(["--map-root-user", "--mount", "sh", "-c", mount, "sh"])
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", name, "--ignored", "--nocapture"])
        .env("DISK", folder.path())
        .output();
    let said = |output: &std::process::Output| {
        format!(
            "{}{}",
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        )
    };
    match output {
        Ok(output) if output.status.success() => {
            assert!(said(&output).contains("1 passed"), "{}", said(&output));
        }
        Ok(output)
            if matches!(output.status.code(), Some(77)) || said(&output).contains("unshare failed") =>
        {
            println!("SKIPPED {name}: no right to mount a disk here");
        }
        Err(error) => println!("SKIPPED {name}: no unshare here ({error})"),
        Ok(output) => panic!("{}", said(&output)),
    }
}

fn disk() -> PathBuf {
    std::env::var_os("DISK")
        .expect("started by the test beside it")
        .into()
}

#[test]
fn a_full_disk_is_told_and_loses_nothing() {
    on_a_small_disk("inside_a_disk_that_fills_up");
}

#[test]
#[ignore = "run on a small disk by the test above"]
fn inside_a_disk_that_fills_up() {
    let path = disk().join("plan.outreach");
    let filler = disk().join("filler");
    let mut workspace = Workspace::create(&path, PASSPHRASE, KeyCost::CHEAP_FOR_TESTS).unwrap();
    std::fs::write(&filler, vec![1; 1_200_000]).unwrap();
    let office = |n: u128| Office {
        id: OfficeId(key(n)),
        notes: "x".repeat(20_000),
        ..office()
    };
    let mut kept = 0;
    let refused = loop {
        match workspace.write(&meta("office.add"), at(0), |tx| tx.put(&office(kept + 1))) {
            Ok(_) => kept += 1,
            Err(refused) => break refused,
        }
        assert!(kept < 10_000);
    };
    assert!(matches!(refused, StoreError::DiskFull), "{refused:?}");
    assert!(kept > 3, "{kept}");
    assert_eq!(workspace.count::<Office>().unwrap(), kept as u64);
    let refused = workspace.backup(&disk().join("backups"), at(1), &mut outreach_store::unwatched());
    assert!(matches!(refused, Err(StoreError::DiskFull)), "{refused:?}");
    let again = disk().join("another.outreach");
    let refused = Workspace::create(&again, PASSPHRASE, KeyCost::CHEAP_FOR_TESTS);
    assert!(matches!(refused, Err(StoreError::DiskFull)), "{refused:?}");
    assert!(!again.exists());
    // Closing cannot move the log into the file either; both together are still the whole workspace.
    drop(workspace);
    std::fs::remove_file(filler).unwrap();
    let mut workspace = open(&path);
    assert_eq!(workspace.count::<Office>().unwrap(), kept as u64);
    workspace
        .write(&meta("office.add"), at(2), |tx| tx.put(&office(kept + 1)))
        .unwrap();
    sound(&workspace);
}

#[test]
fn a_read_only_folder_is_told_and_nothing_is_touched() {
    on_a_small_disk("inside_a_folder_that_is_read_only");
}

#[test]
#[ignore = "run on a small disk by the test above"]
fn inside_a_folder_that_is_read_only() {
    let path = disk().join("plan.outreach");
    Workspace::create(&path, PASSPHRASE, KeyCost::CHEAP_FOR_TESTS)
        .unwrap()
        .close()
        .unwrap();
    let remounted = Command::new("mount")
        .args(["-o", "remount,ro"])
        .arg(disk())
        .status()
        .unwrap();
    assert!(remounted.success());
    let before = std::fs::read(&path).unwrap();
    let refused = Workspace::open(&path, Unlock::Passphrase(PASSPHRASE));
    assert!(matches!(refused, Err(StoreError::ReadOnlyFolder)), "{refused:?}");
    let refused = Workspace::create(&disk().join("new.outreach"), PASSPHRASE, KeyCost::CHEAP_FOR_TESTS);
    assert!(matches!(refused, Err(StoreError::ReadOnlyFolder)), "{refused:?}");
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[test]
fn a_full_disk_refuses_an_erasure_and_leaves_all_as_it_was() {
    on_a_small_disk("inside_a_disk_too_small_for_a_second_file");
}

#[test]
#[ignore = "run on a small disk by the test above"]
fn inside_a_disk_too_small_for_a_second_file() {
    let path = disk().join("plan.outreach");
    let mut workspace = Workspace::create(&path, PASSPHRASE, KeyCost::CHEAP_FOR_TESTS).unwrap();
    let office = |n: u128, size: usize| Office {
        id: OfficeId(key(n)),
        notes: "x".repeat(size),
        ..office()
    };
    workspace
        .write(&meta("office.add"), at(0), |tx| tx.put(&office(1, 500_000)))
        .unwrap();
    workspace.close().unwrap();
    let mut workspace = open(&path);
    let mut erasure = outreach_store::Erasure::new();
    erasure.becomes(&office(1, 0)).unwrap();
    let filler = disk().join("filler");
    std::fs::write(&filler, vec![1; 1_400_000]).unwrap();
    let refused = workspace.erase(&meta("erase"), at(1), &erasure, &mut outreach_store::unwatched());
    assert!(matches!(refused, Err(StoreError::DiskFull)), "{refused:?}");
    assert_eq!(workspace.load_all::<Office>().unwrap(), [office(1, 500_000)]);
    sound(&workspace);
    std::fs::remove_file(filler).unwrap();
    workspace
        .erase(&meta("erase"), at(2), &erasure, &mut outreach_store::unwatched())
        .unwrap();
    assert_eq!(workspace.load_all::<Office>().unwrap(), [office(1, 0)]);
    sound(&workspace);
}
