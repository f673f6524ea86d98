//! Files that cannot be opened, and why: each reason has its own error, and none is ever a panic or wrong data.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use std::path::Path;

use common::*;
use outreach_plan::*;
use outreach_store::{KeyCost, Result, StoreError, Unlock, Workspace, look, unwatched};

fn try_open(path: &Path) -> Result<Workspace> {
    Workspace::open(path, Unlock::Passphrase(PASSPHRASE))
}

/// A closed file with some content, as bytes.
fn sample(events: u32) -> (Home, Vec<u8>) {
    let home = Home::new();
    let mut workspace = home.create();
    fill(&mut workspace, events);
    workspace.close().unwrap();
    let names: Vec<_> = std::fs::read_dir(home.folder.path())
        .unwrap()
        .map(|it| it.unwrap().file_name())
        .collect();
    assert_eq!(names, ["plan.outreach"], "one file is the whole workspace");
    let bytes = std::fs::read(&home.path).unwrap();
    (home, bytes)
}

#[test]
fn a_wrong_passphrase_is_told_and_writes_nothing() {
    let (home, bytes) = sample(1);
    let refused = Workspace::open(&home.path, Unlock::Passphrase("another"));
    assert!(matches!(refused, Err(StoreError::WrongPassphrase)), "{refused:?}");
    let refused = Workspace::open(&home.path, Unlock::Keychain);
    assert!(matches!(refused, Err(StoreError::NotInKeychain)), "{refused:?}");
    assert_eq!(std::fs::read(&home.path).unwrap(), bytes);
    assert_eq!(std::fs::read_dir(home.folder.path()).unwrap().count(), 1);
}

#[test]
fn other_files_are_not_workspaces() {
    let home = Home::new();
    for other in [
        &b"just a text\n"[..],
        b"",
        b"SQLite format 3\0 and so on",
        &[0; 20_000],
    ] {
        std::fs::write(&home.path, other).unwrap();
        let refused = try_open(&home.path);
        assert!(matches!(refused, Err(StoreError::NotAWorkspace)), "{refused:?}");
        assert_eq!(std::fs::read(&home.path).unwrap(), other);
    }
    assert!(matches!(
        try_open(home.folder.path()),
        Err(StoreError::NotAWorkspace)
    ));
    assert!(matches!(
        try_open(&home.folder.path().join("none")),
        Err(StoreError::NoSuchFile)
    ));
    assert!(matches!(
        look(&home.folder.path().join("none")),
        Err(StoreError::NoSuchFile)
    ));
}

#[test]
fn an_existing_file_is_never_made_anew() {
    let home = Home::new();
    std::fs::write(&home.path, "precious").unwrap();
    let refused = Workspace::create(&home.path, PASSPHRASE, KeyCost::CHEAP_FOR_TESTS);
    assert!(matches!(refused, Err(StoreError::AlreadyExists)));
    assert_eq!(std::fs::read(&home.path).unwrap(), b"precious");
    let refused = Workspace::create(
        &home.folder.path().join("no/such/folder"),
        PASSPHRASE,
        KeyCost::CHEAP_FOR_TESTS,
    );
    assert!(matches!(refused, Err(StoreError::NoSuchFile)));
}

#[test]
fn a_second_window_is_refused_while_the_first_is_open() {
    let (home, _) = sample(1);
    let first = home.open();
    assert!(matches!(try_open(&home.path), Err(StoreError::OpenElsewhere)));
    drop(first);
    try_open(&home.path).unwrap();
}

#[test]
fn a_file_cut_off_anywhere_is_refused() {
    let (home, bytes) = sample(60);
    let lengths = [
        0,
        1,
        15,
        16,
        17,
        100,
        4095,
        4096,
        4097,
        8191,
        8192,
        8193,
        8192 + 512,
        8192 + 4095,
        8192 + 4096,
    ];
    let many = (8192 + 4096..bytes.len())
        .step_by(3001)
        .chain([bytes.len() - 4096, bytes.len() - 1]);
    for length in lengths.into_iter().chain(many) {
        std::fs::write(&home.path, &bytes[..length]).unwrap();
        let refused = try_open(&home.path);
        let told = match &refused {
            Err(StoreError::NotAWorkspace) => length < 16,
            Err(StoreError::Truncated | StoreError::Damaged) => length >= 16,
            _ => false,
        };
        assert!(told, "cut to {length} of {}: {refused:?}", bytes.len());
    }
}

#[test]
fn a_flipped_bit_anywhere_is_met_on_opening_or_by_verify_or_does_not_matter() {
    let (home, bytes) = sample(40);
    let whole = try_open(&home.path).unwrap().load_all::<Event>().unwrap();
    let (mut refused, mut reported, mut healed) = (0, 0, 0);
    let places = (0..220)
        .step_by(9)
        .chain((4096..4096 + 220).step_by(13))
        .chain((8192..bytes.len()).step_by(1777));
    for place in places {
        let mut flipped = bytes.clone();
        flipped[place] ^= 1 << (place % 8);
        std::fs::write(&home.path, &flipped).unwrap();
        let workspace = match try_open(&home.path) {
            Ok(workspace) => workspace,
            Err(StoreError::Damaged) => {
                refused += 1;
                continue;
            }
            Err(other) => panic!("byte {place}: {other:?}"),
        };
        // Either a record cannot be read, or all are what they were: never something else.
        if let Ok(events) = workspace.load_all::<Event>() {
            assert_eq!(events, whole, "byte {place}");
        }
        match workspace.verify(&mut unwatched()) {
            Ok(report) if report.is_sound() => {
                assert!(place < 8192, "byte {place} of the database is not proved");
                healed += 1;
            }
            Ok(_) | Err(StoreError::Damaged) => reported += 1,
            Err(other) => panic!("byte {place}: {other:?}"),
        }
    }
    assert!(
        refused > 0 && reported > 0 && healed > 0,
        "{refused} refused, {reported} reported, {healed} healed"
    );
}

#[test]
fn both_slots_of_the_header_damaged_is_damage_not_a_wrong_passphrase() {
    let (home, mut bytes) = sample(1);
    bytes[100] ^= 1;
    bytes[4096 + 100] ^= 1;
    std::fs::write(&home.path, &bytes).unwrap();
    assert!(matches!(try_open(&home.path), Err(StoreError::Damaged)));
}

#[test]
fn a_changed_passphrase_opens_the_file_and_the_old_one_does_not() {
    let (home, _) = sample(1);
    let mut workspace = home.open();
    let refused = workspace.change_passphrase("wrong", "new", KeyCost::CHEAP_FOR_TESTS);
    assert!(matches!(refused, Err(StoreError::WrongPassphrase)));
    workspace
        .change_passphrase(PASSPHRASE, "new one", KeyCost::CHEAP_FOR_TESTS)
        .unwrap();
    workspace
        .write(&meta("after"), at(5), |tx| tx.remove::<Event>(event(0).id.0))
        .unwrap();
    workspace.close().unwrap();
    assert!(matches!(try_open(&home.path), Err(StoreError::WrongPassphrase)));
    let workspace = Workspace::open(&home.path, Unlock::Passphrase("new one")).unwrap();
    assert_eq!(workspace.count::<Event>().unwrap(), 0);
    sound(&workspace);
}

#[cfg(not(feature = "keychain"))]
#[test]
fn without_a_keychain_joining_one_says_so() {
    let (home, _) = sample(1);
    let mut workspace = home.open();
    assert!(matches!(workspace.join_keychain(), Err(StoreError::NoKeychain)));
    assert!(!workspace.in_keychain());
}

#[test]
fn a_log_left_by_a_crash_is_taken_in() {
    let (home, _) = sample(1);
    let copy = Home::new();
    let mut workspace = home.open();
    workspace
        .write(&meta("x"), at(5), |tx| tx.put(&event(1)))
        .unwrap();
    // What a crash leaves: the file and its log, as they are at this moment.
    for end in ["", "-wal"] {
        let name = format!("plan.outreach{end}");
        std::fs::copy(home.folder.path().join(&name), copy.folder.path().join(&name)).unwrap();
    }
    let workspace = copy.open();
    assert_eq!(workspace.count::<Event>().unwrap(), 2);
    sound(&workspace);
}

#[test]
fn a_refused_file_has_nothing_left_beside_it() {
    let (home, bytes) = sample(10);
    for spoilt in [&bytes[..8192 + 4096 * 3], &bytes[..bytes.len() - 100]] {
        std::fs::write(&home.path, spoilt).unwrap();
        try_open(&home.path).unwrap_err();
        assert_eq!(std::fs::read_dir(home.folder.path()).unwrap().count(), 1);
        assert_eq!(std::fs::read(&home.path).unwrap(), spoilt);
    }
}
