//! 100,000 invented people: building the index, searching as one types, beside `LIKE` on the same rows, and finding
//! duplicates.

#![allow(missing_docs, reason = "criterion's macros")]
#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a bench that cannot go on stops, and says its figures"
)]

#[path = "../tests/made/mod.rs"]
mod made;

use std::hint::black_box;
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group, criterion_main};
use outreach_matching::{Blocks, Entry, Index, candidates_for, duplicates};
use rusqlite::{Connection, params};

const PEOPLE: usize = 100_000;

/// What is typed, character by character; and what is asked for whole.
const TYPED: [&str; 10] = [
    "chan tai man",
    "陳大文",
    "wong ka yan",
    "jonathan",
    "harbour robotics",
    "9123 4567",
    "michael@",
    "au yeung",
    "微",
    "zhang wei",
];
const WHOLE: [&str; 8] = ["c", "陳", "y", "cahn", "univeristy", "+852 9", "852", "gmail"];

fn queries() -> Vec<String> {
    let mut queries: Vec<String> = WHOLE.iter().map(|&text| text.to_owned()).collect();
    for text in TYPED {
        queries.extend(
            text.char_indices()
                .map(|(at, c)| text[..at + c.len_utf8()].to_owned()),
        );
    }
    queries.retain(|query| !query.trim().is_empty());
    queries
}

/// The same rows in a table, all that is searched in one column beside the key, as a plain program would have it.
fn table(entries: &[Entry<'_>]) -> Connection {
    let mut file = Connection::open_in_memory().unwrap();
    file.execute_batch(
        "CREATE TABLE person (key INTEGER PRIMARY KEY, family, given, chinese, preferred, organisation, email, telephone, tag)",
    )
    .unwrap();
    let writing = file.transaction().unwrap();
    {
        let mut insert = writing
            .prepare("INSERT INTO person VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)")
            .unwrap();
        for entry in entries {
            insert
                .execute(params![
                    entry.family,
                    entry.given,
                    entry.chinese,
                    entry.preferred,
                    entry.organisation.join(" "),
                    entry.emails.join(" "),
                    entry.telephones.join(" "),
                    entry.tags.join(" "),
                ])
                .unwrap();
        }
    }
    writing.commit().unwrap();
    file
}

fn like(file: &Connection, query: &str) -> usize {
    let mut asked = file
        .prepare_cached(
            "SELECT key FROM person WHERE family LIKE ?1 OR given LIKE ?1 OR chinese LIKE ?1 OR preferred LIKE ?1 \
             OR organisation LIKE ?1 OR email LIKE ?1 OR telephone LIKE ?1 OR tag LIKE ?1 ORDER BY family, given LIMIT 50",
        )
        .unwrap();
    let keys = asked
        .query_map([format!("%{query}%")], |row| row.get::<_, i64>(0))
        .unwrap();
    keys.count()
}

/// The middle one, the 95th of a hundred, the slowest.
fn spread(mut times: Vec<Duration>) -> String {
    times.sort_unstable();
    let at = |part: f64| times[((times.len() - 1) as f64 * part) as usize];
    format!(
        "p50 {:.2?}, p95 {:.2?}, slowest {:.2?}",
        at(0.5),
        at(0.95),
        at(1.0)
    )
}

fn times(queries: &[String], rounds: usize, mut ask: impl FnMut(&str)) -> Vec<Duration> {
    let mut times = Vec::new();
    for query in queries.iter().cycle().take(queries.len() * rounds) {
        let start = Instant::now();
        ask(query);
        times.push(start.elapsed());
    }
    times
}

fn memory() -> u64 {
    let text = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    text.split(' ')
        .nth(1)
        .and_then(|pages| pages.parse::<u64>().ok())
        .unwrap_or_default()
        * 4096
        / 1_000_000
}

fn people(c: &mut Criterion) {
    let made = made::people(100_000, PEOPLE);
    let queries = queries();
    made.with(|entries| {
        // The tables of names are read once a run, not once an index.
        drop(Index::build(entries.iter().take(1).copied()));
        let before = memory();
        let start = Instant::now();
        let index = Index::build(entries.iter().copied());
        eprintln!(
            "index of {PEOPLE}: {:.2?}, {} MB",
            start.elapsed(),
            memory() - before
        );
        let ours = times(&queries, 20, |query| {
            black_box(index.find(query, 50));
        });
        eprintln!(
            "{} queries, one character and more: {}",
            queries.len(),
            spread(ours)
        );
        let single: Vec<String> = queries
            .iter()
            .filter(|query| query.chars().count() == 1)
            .cloned()
            .collect();
        let ones = times(&single, 20, |query| {
            black_box(index.find(query, 50));
        });
        eprintln!("of one character: {}", spread(ones));
        let slowest = queries.iter().max_by_key(|query| {
            let start = Instant::now();
            black_box(index.find(query, 50));
            start.elapsed()
        });
        eprintln!("slowest: {slowest:?}");
        let file = table(entries);
        let theirs = times(&queries, 1, |query| {
            black_box(like(&file, query));
        });
        eprintln!("LIKE on the same rows: {}", spread(theirs));

        let before = memory();
        let start = Instant::now();
        let found = duplicates(entries.iter().copied(), &mut |_, _| ControlFlow::Continue(()));
        eprintln!(
            "duplicates of {PEOPLE}: {:.2?}, {} pairs",
            start.elapsed(),
            found.len()
        );
        drop(found);
        let blocks = Blocks::build(entries.iter().copied());
        eprintln!("blocks of {PEOPLE}: {} MB", memory() - before);

        let mut group = c.benchmark_group("people");
        group
            .sample_size(10)
            .measurement_time(Duration::from_secs(2))
            .warm_up_time(Duration::from_millis(300));
        for query in ["c", "陳", "chan tai", "cahn", "4567"] {
            group.bench_function(format!("find {query}"), |b| b.iter(|| index.find(query, 50)));
        }
        group.bench_function("like chan tai", |b| b.iter(|| like(&file, "chan tai")));
        let mut next = entries.iter().cycle();
        group.bench_function("candidates for one", |b| {
            b.iter(|| candidates_for(&blocks, next.next().unwrap()));
        });
        let mut index = index;
        let mut next = entries.iter().cycle();
        group.bench_function("put one", |b| b.iter(|| index.put(next.next().unwrap())));
        group.finish();
    });
}

criterion_group!(benches, people);
criterion_main!(benches);
