//! What a screen waits for: the year view of 10,000 events, one moved event's checks, one edit made durable.
//!
//! Targets: `timeline` 20 ms with its JSON; `preview_move` (the checks of one moved event) 2 ms; `edit` twice the bare
//! transaction, which the store's own bench measures beside it.
#![allow(clippy::unwrap_used, reason = "a bench that cannot run has nothing to say")]
#![allow(missing_docs, reason = "criterion's macros make undocumented items")]

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use outreach_api::{Choose, Host, Options, Session, SystemClock};
use serde_json::{Value, json};

struct Quiet(PathBuf);

impl Host for Quiet {
    fn choose(&self, _what: &Choose) -> Option<PathBuf> {
        Some(self.0.join("plan.outreach"))
    }

    fn emit(&self, _topic: &str, _payload: &str) {}

    fn config_dir(&self) -> &Path {
        &self.0
    }
}

fn ask(session: &Session, route: &str, request: &Value) -> Value {
    serde_json::from_str(&session.call(route, &request.to_string()).unwrap()).unwrap()
}

fn routes(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let host = Arc::new(Quiet(folder.path().to_owned()));
    let options = Options {
        weak_keys: true,
        generated_events: Some(10_000),
        ..Options::default()
    };
    let session = Session::new(host, Arc::new(SystemClock), options);
    ask(
        &session,
        "workspace.create",
        &json!({"passphrase": "test-only", "sample": true}),
    );
    let rows = ask(&session, "events.list", &json!({}));
    let id = rows[5000]["id"].clone();
    // The checks of the whole plan run in the background after each change; they are no part of what is measured.
    ask(&session, "app.status", &json!({}));

    let mut group = criterion.benchmark_group("10,000 events in 400 missions");
    group
        .sample_size(20)
        .measurement_time(Duration::from_secs(4))
        .warm_up_time(Duration::from_secs(1));
    group.bench_function("timeline", |bench| {
        bench.iter(|| session.call("timeline.show", "{}").unwrap().len());
    });
    let request = json!({"id": id, "by": {"days": 1, "minutes": 0}}).to_string();
    group.bench_function("preview_move", |bench| {
        bench.iter(|| session.call("events.preview_move", &request).unwrap().len());
    });
    group.bench_function("checks of all", |bench| {
        bench.iter_custom(|times| {
            let mut total = Duration::ZERO;
            for n in 0..times {
                ask(
                    &session,
                    "events.edit",
                    &json!({"id": id, "set": {"capacity": n + 1_000}}),
                );
                let begun = std::time::Instant::now();
                ask(&session, "app.status", &json!({}));
                total += begun.elapsed();
            }
            total
        });
    });
    let mut n = 0_u32;
    group.bench_function("edit", |bench| {
        bench.iter(|| {
            n = n % 900_000 + 1;
            ask(
                &session,
                "events.edit",
                &json!({"id": id, "set": {"capacity": n}}),
            )
        });
    });
    group.bench_function("events.list", |bench| {
        bench.iter(|| session.call("events.list", "{}").unwrap().len());
    });
    group.finish();
    session.close();
}

criterion_group!(benches, routes);
criterion_main!(benches);
