//! Nothing that was stored can be read from the bytes on the disk.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use std::path::Path;

use common::*;
use outreach_plan::*;
use outreach_store::{KeyCost, Workspace, unwatched};

/// Whether `bytes` hold `needle` in UTF-8, in UTF-16 or as the passphrase's hex.
fn holds(bytes: &[u8], needle: &str) -> bool {
    let utf16: Vec<u8> = needle.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let hex: String = needle.bytes().map(|byte| format!("{byte:02x}")).collect();
    [needle.as_bytes(), &utf16, hex.as_bytes()]
        .iter()
        .any(|form| bytes.windows(form.len()).any(|it| it == *form))
}

fn all_files(folder: &Path, found: &mut Vec<(String, Vec<u8>)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all_files(&path, found);
        } else {
            found.push((
                path.file_name().unwrap().to_string_lossy().into_owned(),
                std::fs::read(path).unwrap(),
            ));
        }
    }
}

#[test]
fn no_stored_text_is_readable_in_file_log_or_backup() {
    let home = Home::new();
    let secret = "Zanzibar-Quixotic-Ledger";
    let mut workspace = Workspace::create(&home.path, PASSPHRASE, KeyCost::CHEAP_FOR_TESTS).unwrap();
    fill(&mut workspace, 200);
    let what = meta("office.add").with(serde_json::json!({ "title": secret }));
    let office = Office {
        notes: format!("{secret} 機密名單"),
        id: OfficeId(key(77)),
        ..office()
    };
    workspace
        .write(&what, at(1), |tx| -> outreach_store::Result<()> {
            tx.put(&office)?;
            tx.index("office", office.id.0, secret, "機密名單 zanzibar")?;
            tx.set_setting("secret", secret)
        })
        .unwrap();
    workspace
        .backup(&home.folder.path().join("backups"), at(2), &mut unwatched())
        .unwrap();
    let mut files = Vec::new();
    all_files(home.folder.path(), &mut files);
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert!(
        names.contains(&"plan.outreach-wal") && files.iter().any(|it| it.0.starts_with("plan 2")),
        "{names:?}"
    );
    assert!(files.iter().map(|(_, bytes)| bytes.len()).sum::<usize>() > 500_000);
    let words = [
        secret,
        "zanzibar",
        "機密名單",
        "Seminar",
        "Chan",
        "office.add",
        "CREATE TABLE",
        "SQLite format",
        PASSPHRASE,
    ];
    for (name, bytes) in &files {
        for word in words {
            assert!(!holds(bytes, word), "{word} can be read in {name}");
        }
    }
    workspace.close().unwrap();
    let bytes = std::fs::read(&home.path).unwrap();
    assert!(!words.iter().any(|word| holds(&bytes, word)), "after closing");
}

#[test]
fn errors_hold_neither_text_nor_passphrase() {
    let home = Home::new();
    let mut workspace = home.create();
    fill(&mut workspace, 1);
    let twin = Event {
        uid: event(0).uid,
        ..event(1)
    };
    let refused = workspace
        .write(&meta("put"), at(1), |tx| tx.put(&twin))
        .unwrap_err();
    assert!(!format!("{refused} {refused:?}").contains("example.org"));
    drop(workspace);
    let unlock = outreach_store::Unlock::Passphrase("hunter2");
    let refused = Workspace::open(&home.path, unlock).unwrap_err();
    assert!(!format!("{refused} {refused:?} {unlock:?}").contains("hunter2"));
}

#[cfg(unix)]
#[test]
fn files_are_readable_by_their_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::new();
    let workspace = home.create();
    let backup = workspace
        .backup(&home.folder.path().join("backups"), at(2), &mut unwatched())
        .unwrap();
    for path in [&home.path, &backup.path] {
        assert_eq!(
            std::fs::metadata(path).unwrap().permissions().mode() & 0o077,
            0,
            "{path:?}"
        );
    }
}
