//! What an office with ten thousand guests waits for: a bulk step, the list, a guest found and checked in.
//!
//! Targets: a step with 10,000 guests 1 s, made durable; found and checked in at the desk 100 ms.
#![allow(clippy::unwrap_used, reason = "a bench that cannot run has nothing to say")]
#![allow(missing_docs, reason = "criterion's macros make undocumented items")]
#![allow(clippy::print_stdout, reason = "a bench says its figures")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use criterion::{Criterion, criterion_group, criterion_main};
use outreach_api::{Choose, Clock, Host, Options, Session};
use serde_json::{Value, json};

const GUESTS: usize = 10_000;

struct Quiet(PathBuf);

impl Host for Quiet {
    fn choose(&self, what: &Choose) -> Option<PathBuf> {
        let name = if matches!(what, Choose::Import { .. }) {
            "guests.csv"
        } else {
            "plan.outreach"
        };
        Some(self.0.join(name))
    }

    fn emit(&self, _topic: &str, _payload: &str) {}

    fn config_dir(&self) -> &Path {
        &self.0
    }
}

struct Stands(Mutex<DateTime<Utc>>);

impl Clock for Stands {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

fn ask(session: &Session, route: &str, request: &Value) -> Value {
    serde_json::from_str(&session.call(route, &request.to_string()).unwrap()).unwrap()
}

/// A list of people whose names are unlike each other.
fn list() -> String {
    let mut text = "Family name,Given name,E-mail,Telephone\n".to_owned();
    let mut dice = 7_u64;
    let mut word = |letters: usize| -> String {
        (0..letters)
            .map(|_| {
                dice = dice
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1_442_695_040_888_963_407);
                char::from(b'a' + u8::try_from((dice >> 33) % 26).unwrap())
            })
            .collect()
    };
    for n in 0..GUESTS {
        let (family, given) = (word(9), word(8));
        writeln!(text, "{family},{given},g{n}@example.org,+852 2{n:07}").unwrap();
    }
    text
}

fn guests(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("guests.csv"), list()).unwrap();
    let host = Arc::new(Quiet(folder.path().to_owned()));
    let clock = Arc::new(Stands(Mutex::new("2026-11-22T06:00:00Z".parse().unwrap())));
    let options = Options {
        weak_keys: true,
        ..Options::default()
    };
    let session = Session::new(host, Arc::clone(&clock) as Arc<dyn Clock>, options);
    ask(
        &session,
        "workspace.create",
        &json!({"passphrase": "test-only", "sample": true}),
    );
    ask(
        &session,
        "settings.edit",
        &json!({"set": {"lock_after_minutes": 0}}),
    );
    let file = ask(&session, "people.import_choose", &json!({}))["file"].clone();
    let all = json!({"file": file, "undecided": "new", "tags": ["large"]});
    ask(&session, "people.import_commit", &all);
    // Of those who came in a thousand are named.
    let large = json!({"list": {"query": "tag:large", "rows": GUESTS}});
    let people = ask(&session, "people.keys", &large);
    assert_eq!(people.as_array().unwrap().len(), GUESTS);
    let set = json!({"title": {"en": "Large reception"}, "zone": "America/Toronto", "status": "confirmed",
        "start": "2026-11-28T18:00:00", "end": "2026-11-28T20:00:00", "capacity": GUESTS});
    let event = ask(&session, "events.add", &json!({"set": set}))["key"]["id"].clone();
    let begun = Instant::now();
    let added = ask(
        &session,
        "invitations.add",
        &json!({"event": event, "people": people, "to": "invited"}),
    );
    println!("10,000 people put on the list: {:?}", begun.elapsed());
    let all = added["done"].clone();
    assert_eq!(all.as_array().unwrap().len(), GUESTS);

    let mut group = criterion.benchmark_group("10,000 guests");
    group
        .sample_size(10)
        .measurement_time(Duration::from_secs(8))
        .warm_up_time(Duration::from_secs(1));
    let step = json!({"invitations": all, "to": "accepted", "source": "telephone"}).to_string();
    group.bench_function("bulk step", |bench| {
        bench.iter_custom(|times| {
            let mut total = Duration::ZERO;
            for _ in 0..times {
                let begun = Instant::now();
                session.call("invitations.step", &step).unwrap();
                total += begun.elapsed();
                session.call("history.undo", "{}").unwrap();
            }
            total
        });
    });
    group.bench_function("preview of a bulk step", |bench| {
        bench.iter(|| session.call("invitations.preview_step", &step).unwrap().len());
    });
    let window = json!({"event": event, "rows": 60, "from": 5000}).to_string();
    group.bench_function("a window of the list", |bench| {
        bench.iter(|| session.call("invitations.list", &window).unwrap().len());
    });
    session.call("invitations.step", &step).unwrap();
    *clock.0.lock().unwrap() = "2026-11-28T23:30:00Z".parse().unwrap();
    let names: Vec<String> = list()
        .lines()
        .skip(1)
        .map(|line| line.split(',').next().unwrap().to_owned())
        .collect();
    let mut n = 0;
    group.bench_function("found at the desk and checked in", |bench| {
        bench.iter(|| {
            n = (n + 37) % names.len();
            let found = ask(
                &session,
                "checkin.find",
                &json!({"event": event, "text": names[n]}),
            );
            let invitation = &found["rows"][0]["invitation"];
            ask(
                &session,
                "checkin.mark",
                &json!({"event": event, "invitation": invitation}),
            )
        });
    });
    group.finish();
    session.close();
}

criterion_group!(benches, guests);
criterion_main!(benches);
