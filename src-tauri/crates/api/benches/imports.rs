//! A calendar of 10,000 events through the routes: looked at in a new workspace, taken in, looked at again.
//!
//! Target: a second for the preview, JSON included, whether everything is new or everything is known.
#![allow(clippy::unwrap_used, reason = "a bench that cannot run has nothing to say")]
#![allow(missing_docs, reason = "criterion's macros make undocumented items")]

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use outreach_api::{Choose, Host, Options, Session, SystemClock};
use serde_json::{Value, json};

/// A host whose dialogs answer with the file of the name that was told.
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

fn ask(session: &Session, route: &str, request: &Value) -> Value {
    serde_json::from_str(&session.call(route, &request.to_string()).unwrap()).unwrap()
}

/// A session with a new workspace in `folder`, and its host.
fn planner(folder: &Path, name: &str, generated: Option<usize>) -> (Session, Arc<Quiet>) {
    let host = Arc::new(Quiet(folder.to_owned(), Mutex::new(format!("{name}.outreach"))));
    let options = Options {
        weak_keys: true,
        generated_events: generated,
        ..Options::default()
    };
    let session = Session::new(host.clone(), Arc::new(SystemClock), options);
    ask(
        &session,
        "workspace.create",
        &json!({"passphrase": "test-only", "sample": true}),
    );
    (session, host)
}

fn imports(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    // The calendar is one that another office's planner wrote: other UIDs and another product.
    let (source, host) = planner(folder.path(), "source", Some(10_000));
    *host.1.lock().unwrap() = "out.ics".to_owned();
    ask(&source, "export.write", &json!({"format": "ics"}));
    source.close();
    let own = std::fs::read_to_string(folder.path().join("out.ics")).unwrap();
    let other = own.replace(
        "-//Hong Kong Talent Engage//Outreach//EN",
        "-//Example//Other//EN",
    );
    std::fs::write(folder.path().join("other.ics"), other).unwrap();

    let (session, host) = planner(folder.path(), "target", None);
    *host.1.lock().unwrap() = "other.ics".to_owned();
    let file = ask(&session, "imports.choose", &json!({"kind": "ics"}))["file"].clone();
    let request = json!({"file": file, "kind": "ics"});
    let text = request.to_string();
    let mut group = criterion.benchmark_group("a calendar of 10,000 events");
    group
        .sample_size(10)
        .measurement_time(Duration::from_secs(5))
        .warm_up_time(Duration::from_secs(1));
    group.bench_function("preview, all new", |bench| {
        bench.iter(|| session.call("imports.preview", &text).unwrap().len());
    });
    // Each into a file of its own: what was taken back is not gone from the index of words, and would be measured.
    let mut files = 0;
    group.bench_function("commit, all new", |bench| {
        bench.iter_custom(|times| {
            let mut total = Duration::ZERO;
            for _ in 0..times {
                files += 1;
                let (session, host) = planner(folder.path(), &format!("fresh{files}"), None);
                *host.1.lock().unwrap() = "other.ics".to_owned();
                let file = ask(&session, "imports.choose", &json!({"kind": "ics"}))["file"].clone();
                let request = json!({"file": file, "kind": "ics"});
                let begun = std::time::Instant::now();
                let done = ask(&session, "imports.commit", &request);
                total += begun.elapsed();
                let new = done["counts"]["new"].as_u64().unwrap();
                assert!(new >= 10_000, "{}", done["counts"]);
                session.close();
            }
            total
        });
    });
    ask(&session, "imports.commit", &request);
    group.bench_function("preview, all known", |bench| {
        bench.iter(|| session.call("imports.preview", &text).unwrap().len());
    });
    group.finish();
    session.close();
}

criterion_group!(benches, imports);
criterion_main!(benches);
