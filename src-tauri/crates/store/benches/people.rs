//! A hundred thousand people in one change, read back, taken back and one of them erased; beside it the bare
//! database doing the least that could be called the same, in one run: one row and one line of log a person.
//!
//! Each is done once: what takes seconds needs no statistics. `OUTREACH_PEOPLE` says how many people.

#![allow(
    clippy::redundant_closure_for_method_calls,
    reason = "`Tx::undo` is of one lifetime only"
)]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a program for the terminal; a bench that cannot go on fails"
)]

#[path = "../tests/common/mod.rs"]
mod common;

use std::time::Instant;

use common::*;
use outreach_plan::people::{Consent, Email, Person, Purpose, Telephone};
use outreach_plan::{PersonId, Wording};
use outreach_store::{Erasure, Result, unwatched};
use rusqlite::{Connection, params};

fn person(n: u128) -> Person {
    Person {
        family: format!("Family{n}"),
        given: format!("Given Name{n}"),
        chinese: "陳大文".into(),
        honorific: "Dr".into(),
        post: wording("Head of robotics", "機械人部主管"),
        organisation: Wording::english(format!("Company {} Limited", n % 5000)),
        languages: vec!["en".into(), "zh-Hant".into()],
        emails: vec![Email {
            address: format!("person.{n}@company{}.example.org", n % 5000),
            ..Email::default()
        }],
        telephones: vec![Telephone {
            raw: format!("+852 2{:03} {:04}", n / 10_000, n % 10_000),
            e164: format!("+8522{:07}", n),
            label: "work".into(),
        }],
        tags: vec!["spring".into()],
        source: "chamber.xlsx".into(),
        origins: vec![format!("{n:016x}")],
        consents: vec![Consent {
            purpose: Purpose::Events,
            given: true,
            on: day(0),
            by: "form".into(),
        }],
        retain_until: Some(day(700)),
        ..Person::new(PersonId(key(n)), at(0))
    }
}

fn timed<R>(what: &str, work: impl FnOnce() -> R) -> R {
    let begun = Instant::now();
    let done = work();
    println!("{what:<46} {:>7.2} s", begun.elapsed().as_secs_f64());
    done
}

fn main() {
    let many: u128 = std::env::var("OUTREACH_PEOPLE").map_or(100_000, |many| many.parse().unwrap());
    let people: Vec<Person> = (1..=many).map(person).collect();
    let home = Home::new();
    let mut workspace = home.create();
    println!(
        "{many} people, release, file in {}",
        std::env::temp_dir().display()
    );
    timed("one change that makes them, journalled", || {
        workspace.write(&meta("import"), at(1), |tx| -> Result<()> {
            people.iter().try_for_each(|one| tx.put(one).map(drop))
        })
    })
    .unwrap();
    bare(&home, &people);
    workspace.close().unwrap();
    println!(
        "{:<46} {:>7.0} MB",
        "the file",
        std::fs::metadata(&home.path).unwrap().len() as f64 / 1e6
    );
    let mut workspace = home.open();
    let read = timed("load_all, cold", || workspace.load_all::<Person>()).unwrap();
    assert_eq!(read.len(), people.len());
    timed("a tag for each of 10,000, one change", || {
        workspace.write(&meta("tag"), at(2), |tx| -> Result<()> {
            people.iter().take(10_000).try_for_each(|one| {
                let tagged = Person {
                    tags: vec!["spring".into(), "guest".into()],
                    ..one.clone()
                };
                tx.put(&tagged).map(drop)
            })
        })
    })
    .unwrap();
    timed("undo of that", || {
        workspace.write(&meta("undo"), at(3), |tx| tx.undo())
    })
    .unwrap();
    timed("undo of all of them", || {
        workspace.write(&meta("undo"), at(4), |tx| tx.undo())
    })
    .unwrap();
    timed("redo of all of them", || {
        workspace.write(&meta("redo"), at(5), |tx| tx.redo())
    })
    .unwrap();
    timed("where a name is mentioned", || {
        workspace.mentions(&["Given Name77 Family77".into()])
    })
    .unwrap();
    let mut erasure = Erasure::new();
    erasure.becomes(&Person::new(PersonId(key(77)), at(0))).unwrap();
    timed("one of them erased, the whole file laid anew", || {
        workspace.erase(&meta("erase"), at(6), &erasure, &mut unwatched())
    })
    .unwrap();
    let held = timed("a search through every byte", || {
        workspace.holds(&["person.77@company77"])
    })
    .unwrap();
    assert_eq!(held, [false]);
    let sound = timed("verify", || workspace.verify(&mut unwatched()))
        .unwrap()
        .is_sound();
    assert!(sound);
}

/// The same people as one row and one line of log each, under the same cipher and pragmas.
fn bare(home: &Home, people: &[Person]) {
    let connection = Connection::open(home.folder.path().join("bare.db")).unwrap();
    connection
        .execute_batch(
            "PRAGMA key = \"x'2DD29CA851E7B56E4697B0E1F08507293D761A05CE4D1B628663F411A8086D99'\";
             PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
             PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536;
             CREATE TABLE person (id TEXT PRIMARY KEY NOT NULL, rest TEXT NOT NULL) STRICT;
             CREATE TABLE log (seq INTEGER PRIMARY KEY, person TEXT NOT NULL, what TEXT NOT NULL) STRICT;
             CREATE INDEX log_by_person ON log (person);",
        )
        .unwrap();
    let texts: Vec<(String, String)> = people
        .iter()
        .map(|one| (one.id.0.to_string(), serde_json::to_string(one).unwrap()))
        .collect();
    timed("bare SQLCipher: a row and a line of log each", || {
        connection.execute_batch("BEGIN").unwrap();
        for (id, text) in &texts {
            connection
                .prepare_cached("INSERT INTO person VALUES (?1, ?2)")
                .unwrap()
                .execute(params![id, text])
                .unwrap();
            connection
                .prepare_cached("INSERT INTO log (person, what) VALUES (?1, ?2)")
                .unwrap()
                .execute(params![id, text])
                .unwrap();
        }
        connection.execute_batch("COMMIT").unwrap();
    });
}
