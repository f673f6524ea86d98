//! Copies of the file, and the way back to them.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use std::ops::ControlFlow;

use chrono::TimeDelta;
use common::*;
use outreach_plan::*;
use outreach_store::backup::{backups, default_folder, due};
use outreach_store::{KeyCost, StoreError, Unlock, Workspace, restore_closed, unwatched};

#[test]
fn a_backup_opens_like_the_file_and_holds_what_it_held() {
    let home = Home::new();
    let mut workspace = home.create();
    fill(&mut workspace, 50);
    let folder = default_folder(&home.path);
    assert!(due(&backups(&home.path, &folder).unwrap(), at(0)));
    let first = workspace.backup(&folder, at(0), &mut unwatched()).unwrap();
    let second = workspace.backup(&folder, at(0), &mut unwatched()).unwrap();
    assert_ne!(first.path, second.path);
    let list = backups(&home.path, &folder).unwrap();
    assert_eq!(list, [second, first.clone()]);
    assert!(!due(&list, at(60)));
    assert!(due(&list, at(0) + TimeDelta::days(1) + TimeDelta::seconds(1)));
    let copy = open(&first.path);
    assert_eq!(
        copy.load_all::<Event>().unwrap(),
        workspace.load_all::<Event>().unwrap()
    );
    sound(&copy);
    drop(copy);
    assert_eq!(
        std::fs::read_dir(&folder).unwrap().count(),
        2,
        "nothing else is left there"
    );
}

#[test]
fn a_backup_that_is_stopped_leaves_nothing() {
    let home = Home::new();
    let mut workspace = home.create();
    fill(&mut workspace, 2000);
    let folder = default_folder(&home.path);
    let refused = workspace.backup(&folder, at(0), &mut |_step| ControlFlow::Break(()));
    assert!(matches!(refused, Err(StoreError::Cancelled)), "{refused:?}");
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0);
    let refused = workspace.verify(&mut |_step| ControlFlow::Break(()));
    assert!(matches!(refused, Err(StoreError::Cancelled)));
}

#[test]
fn restoring_puts_the_old_state_back_and_keeps_the_present_one_aside() {
    let home = Home::new();
    let mut workspace = home.create();
    fill(&mut workspace, 5);
    let folder = default_folder(&home.path);
    let backup = workspace.backup(&folder, at(0), &mut unwatched()).unwrap();
    let device = workspace.device();
    workspace
        .write(&meta("later"), at(1), |tx| tx.remove::<Event>(event(0).id.0))
        .unwrap();
    workspace
        .change_passphrase(PASSPHRASE, "newer", KeyCost::CHEAP_FOR_TESTS)
        .unwrap();
    let aside = workspace.restore(&backup.path, at(2), &mut unwatched()).unwrap();
    assert!(aside.to_string_lossy().contains("before-restore"));
    assert_eq!(
        (workspace.count::<Event>().unwrap(), workspace.revision()),
        (5, 1)
    );
    assert_ne!(
        workspace.device(),
        device,
        "its changes must not be taken for those that were there before"
    );
    workspace
        .write(&meta("goes on"), at(3), |tx| tx.put(&event(9)))
        .unwrap();
    sound(&workspace);
    assert!(matches!(
        Workspace::open(&home.path, Unlock::Passphrase("newer")),
        Err(StoreError::OpenElsewhere)
    ));
    workspace.close().unwrap();
    let workspace = Workspace::open(&home.path, Unlock::Passphrase("newer")).unwrap();
    assert_eq!(workspace.count::<Event>().unwrap(), 6);
    let kept = Workspace::open(&aside, Unlock::Passphrase("newer")).unwrap();
    assert_eq!(kept.count::<Event>().unwrap(), 4);
    sound(&kept);
}

#[test]
fn a_file_that_cannot_be_opened_any_more_is_replaced_and_kept() {
    let home = Home::new();
    let mut workspace = home.create();
    fill(&mut workspace, 3);
    let backup = workspace
        .backup(&default_folder(&home.path), at(0), &mut unwatched())
        .unwrap();
    let unlock = Unlock::Passphrase(PASSPHRASE);
    let refused = restore_closed(&backup.path, &home.path, unlock, at(1), &mut unwatched());
    assert!(matches!(refused, Err(StoreError::OpenElsewhere)));
    drop(workspace);
    std::fs::write(&home.path, "spoilt by a sync client").unwrap();
    std::fs::write(home.folder.path().join("plan.outreach-wal"), "stale log").unwrap();
    let wrong = restore_closed(
        &backup.path,
        &home.path,
        Unlock::Passphrase("no"),
        at(1),
        &mut unwatched(),
    );
    assert!(matches!(wrong, Err(StoreError::WrongPassphrase)));
    let kept = restore_closed(&backup.path, &home.path, unlock, at(1), &mut unwatched())
        .unwrap()
        .unwrap();
    assert_eq!(std::fs::read(&kept).unwrap(), b"spoilt by a sync client");
    let workspace = home.open();
    assert_eq!(workspace.count::<Event>().unwrap(), 3);
    sound(&workspace);
}

#[test]
fn a_damaged_backup_or_one_of_another_workspace_is_refused_and_nothing_changes() {
    let home = Home::new();
    let mut workspace = home.create();
    fill(&mut workspace, 30);
    let backup = workspace
        .backup(&default_folder(&home.path), at(0), &mut unwatched())
        .unwrap();
    let mut bytes = std::fs::read(&backup.path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&backup.path, &bytes).unwrap();
    let refused = workspace.restore(&backup.path, at(1), &mut unwatched());
    assert!(matches!(refused, Err(StoreError::Damaged)), "{refused:?}");
    let stranger = Home::new();
    let other = stranger.create();
    let foreign = other
        .backup(&default_folder(&stranger.path), at(0), &mut unwatched())
        .unwrap();
    let refused = workspace.restore(&foreign.path, at(1), &mut unwatched());
    assert!(matches!(refused, Err(StoreError::OtherWorkspace)));
    workspace
        .write(&meta("goes on"), at(3), |tx| tx.put(&event(99)))
        .unwrap();
    assert_eq!(workspace.count::<Event>().unwrap(), 31);
    sound(&workspace);
}
