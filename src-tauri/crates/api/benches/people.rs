//! A hundred thousand invented people through the routes: taken in from a workbook, found as one types, listed,
//! compared with each other, and tagged.
//!
//! Targets: the workbook with its preview in 15 s; a search in 5 ms, 95 times of 100; duplicates of all in 5 s; a deed
//! for 10,000 in a second. Each is done once and its time is said, for nobody takes in a workbook ten times; reads go
//! on beside the import and the slowest is said too. `PEOPLE` may name another number of people, and `KEEP` an empty folder in which the workspace
//! stays, for the window to be measured with.
//!
//! What cannot be run beside it by what its papers say (EspoCRM, documentation, "Config parameters" and "Import"): 200
//! records a request, 10 hits of a global search, a step on more than 100 records or an export of more than 1,000 put
//! off to a job that runs in idle time, lists in UTF-8 CSV only, and an import whose changes to known records cannot be
//! taken back.
#![allow(clippy::unwrap_used, reason = "a bench that cannot run has nothing to say")]
#![allow(clippy::print_stdout, reason = "a bench says its figures")]

#[allow(
    clippy::duplicated_attributes,
    reason = "the file says by itself that each user takes a part"
)]
#[path = "../../matching/tests/made/mod.rs"]
#[allow(
    dead_code,
    reason = "made for the proof of the matching, which asks more of it"
)]
mod made;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use outreach_api::{Choose, Host, Options, Session, SystemClock};
use outreach_exchange::people::{PeopleOut, write_people_xlsx};
use outreach_plan::people::{Email, Person, Telephone};
use outreach_plan::{Language, PersonId, Plan, Wording};
use outreach_zones::Rules;
use serde_json::{Value, json};

struct Quiet(PathBuf, Mutex<String>);

impl Host for Quiet {
    fn choose(&self, _what: &Choose) -> Option<PathBuf> {
        Some(self.0.join(&*self.1.lock().unwrap()))
    }

    fn emit(&self, _topic: &str, _payload: &str) {}

    fn config_dir(&self) -> &Path {
        &self.0
    }
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "requests are written where they are asked"
)]
fn ask(session: &Session, route: &str, request: Value) -> Value {
    serde_json::from_str(&session.call(route, &request.to_string()).unwrap()).unwrap()
}

fn timed<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let done = work();
    println!("{what}: {:.3} s", start.elapsed().as_secs_f64());
    done
}

fn workbook(count: usize) -> Vec<u8> {
    let made = made::people(4, count);
    let people: Vec<Person> = made
        .records
        .iter()
        .take(count)
        .enumerate()
        .map(|(n, record)| {
            let id = PersonId(uuid::Uuid::from_u128(n as u128 + 1));
            let mut person = Person::new(id, "2026-11-22T06:00:00Z".parse().unwrap());
            person.family.clone_from(&record.family);
            person.given.clone_from(&record.given);
            person.chinese.clone_from(&record.chinese);
            person.organisation = Wording::english(record.organisation.first().cloned().unwrap_or_default());
            person.emails = record
                .emails
                .iter()
                .map(|address| Email {
                    address: address.clone(),
                    ..Email::default()
                })
                .collect();
            person.telephones = record
                .telephones
                .iter()
                .map(|raw| Telephone {
                    raw: raw.clone(),
                    ..Telephone::default()
                })
                .collect();
            person
        })
        .collect();
    let people: Vec<&Person> = people.iter().collect();
    write_people_xlsx(&PeopleOut {
        plan: &Plan::new(Rules::bundled()),
        people: &people,
        title: "Invented people",
        language: Language::English,
        written: "2026-11-22T06:00:00Z".parse().unwrap(),
    })
    .unwrap()
}

fn main() {
    let count = std::env::var("PEOPLE")
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(100_000);
    let temporary = tempfile::tempdir().unwrap();
    let folder = std::env::var_os("KEEP").map_or_else(|| temporary.path().to_owned(), PathBuf::from);
    let host = Arc::new(Quiet(folder.clone(), Mutex::new("plan.outreach".to_owned())));
    let options = Options {
        weak_keys: true,
        ..Options::default()
    };
    let session = Session::new(host.clone(), Arc::new(SystemClock), options);
    ask(
        &session,
        "workspace.create",
        json!({"passphrase": "test-only", "sample": true}),
    );
    std::fs::write(folder.join("people.xlsx"), workbook(count)).unwrap();
    *host.1.lock().unwrap() = "people.xlsx".to_owned();
    let file = ask(&session, "people.import_choose", json!({}))["file"].clone();

    let done = AtomicBool::new(false);
    let request = json!({"file": file, "undecided": "new"});
    let slowest = std::thread::scope(|scope| {
        let reading = scope.spawn(|| {
            let mut slowest = (Duration::ZERO, "");
            while !done.load(Ordering::Relaxed) {
                for (route, request) in [
                    ("app.status", json!({})),
                    ("people.list", json!({"rows": 50})),
                    ("timeline.show", json!({})),
                ] {
                    let start = Instant::now();
                    ask(&session, route, request);
                    slowest = slowest.max((start.elapsed(), route));
                }
                std::thread::sleep(Duration::from_millis(20));
            }
            slowest
        });
        let whole = Instant::now();
        let preview = timed("import, preview", || {
            ask(&session, "people.import_preview", request.clone())
        });
        println!("{}", preview["counts"]);
        timed("import, another window of the preview", || {
            let mut request = request.clone();
            request["from"] = json!(count / 2);
            ask(&session, "people.import_preview", request)
        });
        timed("import, commit", || {
            ask(&session, "people.import_commit", request.clone())
        });
        println!("import, end to end: {:.3} s", whole.elapsed().as_secs_f64());
        done.store(true, Ordering::Relaxed);
        reading.join().unwrap()
    });
    println!(
        "slowest read beside the import: {:.3} s ({})",
        slowest.0.as_secs_f64(),
        slowest.1
    );

    timed("first search after the import", || {
        ask(&session, "people.search", json!({"text": "chan", "limit": 20}))
    });
    let mut times: Vec<Duration> = Vec::new();
    for _ in 0..10 {
        for typed in [
            "chan tai man",
            "陳大文",
            "wong ka yan",
            "harbour robotics",
            "9123 4567",
            "michael@",
            "zhang wei",
        ] {
            for (at, c) in typed.char_indices() {
                let text = &typed[..at + c.len_utf8()];
                let start = Instant::now();
                ask(&session, "people.search", json!({"text": text, "limit": 20}));
                times.push(start.elapsed());
            }
        }
    }
    times.sort();
    println!(
        "search as one types, {} times: p50 {:.2} ms, p95 {:.2} ms, most {:.2} ms",
        times.len(),
        times[times.len() / 2].as_secs_f64() * 1000.0,
        times[times.len() * 95 / 100].as_secs_f64() * 1000.0,
        times[times.len() - 1].as_secs_f64() * 1000.0
    );
    let list = json!({"rows": 100, "facets": true, "sort": "name"});
    timed("list of all with facets, first window", || {
        ask(&session, "people.list", list.clone())
    });
    timed("list of all, next window", || {
        let mut list = list.clone();
        list["from"] = json!(50_000);
        ask(&session, "people.list", list)
    });
    timed("list, filtered by a word", || {
        ask(
            &session,
            "people.list",
            json!({"rows": 100, "query": "chan", "facets": true}),
        )
    });
    timed("duplicates of all", || {
        ask(&session, "people.duplicates", json!({}))
    });
    let keys = ask(
        &session,
        "people.keys",
        json!({"list": {"rows": 10_000, "sort": "name"}}),
    );
    timed("first page of a person", || {
        ask(&session, "people.show", json!({"id": keys[0]}))
    });
    timed("page of a person", || {
        ask(&session, "people.show", json!({"id": keys[1]}))
    });
    timed("a tag for 10,000", || {
        ask(
            &session,
            "people.bulk",
            json!({"people": {"ids": keys}, "act": {"act": "tag", "tag": "winter"}}),
        )
    });
    let again = timed("the same file looked at again", || {
        ask(&session, "people.import_preview", request.clone())
    });
    println!("{}", again["counts"]);
    timed("undo of the tag", || ask(&session, "history.undo", json!({})));
    session.close();
    let session = Session::new(
        host.clone(),
        Arc::new(SystemClock),
        Options {
            weak_keys: true,
            ..Options::default()
        },
    );
    *host.1.lock().unwrap() = "plan.outreach".to_owned();
    let choice = ask(&session, "workspace.choose", json!({}))["choice"].clone();
    timed("opening", || {
        ask(
            &session,
            "workspace.open",
            json!({"choice": choice, "passphrase": "test-only"}),
        )
    });
    timed("first search after opening", || {
        ask(&session, "people.search", json!({"text": "chan", "limit": 20}))
    });
}
