//! What the journal, the search index and typed loading cost, each beside the bare database doing the least
//! that could be called the same, in one run.
//!
//! `edit`: one field of an event changed, durable. Bare: the same UPDATE and one INSERT of about the bytes of
//! the journal's two rows, under the same pragmas, cipher and disk.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    reason = "criterion's macros; a bench that cannot go on fails"
)]

#[path = "../tests/common/mod.rs"]
mod common;

use std::cell::LazyCell;
use std::hint::black_box;

use common::*;
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use outreach_plan::Event;
use outreach_store::{Result, Workspace};
use rusqlite::{Connection, params};

const EVENTS: u32 = 10_000;
const TEXTS: u64 = 100_000;

/// A bare encrypted database on the same disk, under the same pragmas.
fn bare(path: &std::path::Path) -> Connection {
    let connection = Connection::open(path).unwrap();
    connection
        .execute_batch(
            "PRAGMA key = \"x'2DD29CA851E7B56E4697B0E1F08507293D761A05CE4D1B628663F411A8086D99'\";
             PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
             PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536;",
        )
        .unwrap();
    connection
}

fn edit(criterion: &mut Criterion) {
    let home = Home::new();
    let mut workspace = home.create();
    fill(&mut workspace, EVENTS);
    let plain = bare(&home.folder.path().join("bare.db"));
    plain
        .execute_batch(
            "CREATE TABLE event (id TEXT PRIMARY KEY NOT NULL, title TEXT, capacity INTEGER, rest TEXT) STRICT;
             CREATE TABLE log (seq INTEGER PRIMARY KEY, what TEXT NOT NULL) STRICT; BEGIN;",
        )
        .unwrap();
    for n in 0..EVENTS {
        let rest = "x".repeat(900);
        plain
            .execute(
                "INSERT INTO event VALUES (?1, ?2, 1, ?3)",
                params![event(n).id.0.to_string(), "Seminar", rest],
            )
            .unwrap();
    }
    plain
        .execute_batch("COMMIT; PRAGMA wal_checkpoint(TRUNCATE);")
        .unwrap();
    let mut group = criterion.benchmark_group("edit");
    let mut turn = 0_u32;
    group.bench_function("journalled", |bencher| {
        bencher.iter(|| {
            turn += 1;
            let changed = Event {
                capacity: Some(turn),
                ..event(turn % EVENTS)
            };
            workspace
                .write(&meta("event.capacity"), at(1), |tx| tx.put(&changed))
                .unwrap()
        });
    });
    // About what `change` and `op` hold of one edit.
    let what = "x".repeat(480);
    group.bench_function("bare", |bencher| {
        bencher.iter(|| {
            turn += 1;
            let id = event(turn % EVENTS).id.0.to_string();
            plain.execute_batch("BEGIN IMMEDIATE").unwrap();
            plain
                .prepare_cached("UPDATE event SET capacity = ?1 WHERE id = ?2")
                .unwrap()
                .execute(params![turn, id])
                .unwrap();
            plain
                .prepare_cached("INSERT INTO log (what) VALUES (?1)")
                .unwrap()
                .execute([&what])
                .unwrap();
            plain.execute_batch("COMMIT").unwrap();
        });
    });
    group.finish();
}

fn load(criterion: &mut Criterion) {
    // Made when the first benchmark that was asked for needs it.
    let home = LazyCell::new(|| {
        let home = Home::new();
        let mut workspace = home.create();
        fill(&mut workspace, EVENTS);
        workspace.close().unwrap();
        home
    });
    let mut group = criterion.benchmark_group("load");
    group.sample_size(10);
    group.bench_function("10,000 events, cold", |bencher| {
        bencher.iter_batched(
            || home.open(),
            |workspace| {
                assert_eq!(
                    black_box(workspace.load_all::<Event>().unwrap()).len(),
                    EVENTS as usize
                );
                workspace
            },
            BatchSize::PerIteration,
        );
    });
    group.bench_function("10,000 events, pages in memory", |bencher| {
        let workspace = home.open();
        bencher.iter_with_large_drop(|| black_box(workspace.load_all::<Event>().unwrap()));
    });
    group.finish();
}

/// Texts of eight words out of a thousand and a few Chinese characters.
fn text(n: u64) -> (String, String) {
    let mixed =
        |salt: u64| (n.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ salt.wrapping_mul(0xBF58_476D_1CE4_E5B9)) >> 17;
    let word = |salt: u64| format!("word{}", mixed(salt) % 1000);
    let character = |salt: u64| char::from_u32(0x4E00 + (mixed(salt) % 3000) as u32).unwrap();
    let title = format!(
        "{} {} {}{}{}",
        word(1),
        word(2),
        character(3),
        character(4),
        character(5)
    );
    let body = format!(
        "{} {} {} {} {} {} record{n}",
        word(6),
        word(7),
        word(8),
        word(9),
        word(10),
        word(11)
    );
    (title, body)
}

fn fill_texts(workspace: &mut Workspace) {
    workspace
        .write(&meta("index"), at(0), |tx| -> Result<()> {
            (0..TEXTS).try_for_each(|n| {
                let (title, body) = text(n);
                tx.index("event", key(u128::from(n)), &title, &body)
            })
        })
        .unwrap();
}

fn search(criterion: &mut Criterion) {
    let home = Home::new();
    let filled = LazyCell::new(|| {
        let mut workspace = home.create();
        fill_texts(&mut workspace);
        let plain = bare(&home.folder.path().join("bare.db"));
        plain
            .execute_batch("CREATE TABLE texts (title TEXT, body TEXT) STRICT; BEGIN;")
            .unwrap();
        for n in 0..TEXTS {
            let (title, body) = text(n);
            plain
                .execute("INSERT INTO texts VALUES (?1, ?2)", [title, body])
                .unwrap();
        }
        plain.execute_batch("COMMIT").unwrap();
        (workspace, plain)
    });
    let two_characters: String = text(5)
        .0
        .chars()
        .rev()
        .take(2)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .collect();
    let queries = [
        ("two Chinese characters", two_characters),
        ("a rare word", "record77777".to_owned()),
        ("a word of 1 in 125", "word12".to_owned()),
        ("two words", "word123 word7".to_owned()),
        ("the beginning of every text", "wo".to_owned()),
    ];
    let mut group = criterion.benchmark_group("search");
    group.sample_size(10);
    for (name, query) in queries {
        group.bench_function(format!("{name}, index"), |bencher| {
            let (workspace, _) = &*filled;
            assert!(!workspace.search(&query, &[], 20).unwrap().is_empty(), "{name}");
            bencher.iter(|| black_box(workspace.search(&query, &[], 20).unwrap()));
        });
        let like: Vec<String> = query.split(' ').map(|word| format!("%{word}%")).collect();
        group.bench_function(format!("{name}, LIKE"), |bencher| {
            let (_, plain) = &*filled;
            bencher.iter(|| {
                let all = "SELECT count(*) FROM texts WHERE (title LIKE ?1 OR body LIKE ?1) AND
                           (title LIKE ?2 OR body LIKE ?2)";
                let found: i64 = plain
                    .query_row(all, [&like[0], like.last().unwrap()], |row| row.get(0))
                    .unwrap();
                black_box(found)
            });
        });
    }
    group.finish();
}

criterion_group!(benches, edit, load, search);
criterion_main!(benches);
