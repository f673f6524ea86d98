//! The checks of a large programme against their limits.

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group, criterion_main};
use outreach_plan::checks::{Assumptions, check_all, check_as_if};
use outreach_plan::{AnyRecord, Plan, sample, shift};
use outreach_zones::Rules;
use uuid::Uuid;

const EVENTS: usize = 10_000;
const LIMIT_ALL: Duration = Duration::from_millis(100);
const LIMIT_ONE: Duration = Duration::from_millis(2);

fn plan() -> Plan {
    let mut n = 0;
    let mut ids = || {
        n += 1;
        Uuid::from_u128(n)
    };
    let mut plan = Plan::new(Rules::bundled());
    for record in sample::large(EVENTS, &mut ids) {
        plan.put(record);
    }
    plan
}

/// Median of eleven runs.
fn median(mut run: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..11)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    times.sort();
    times[5]
}

#[expect(clippy::print_stdout, reason = "a bench prints its figures")]
fn checks(c: &mut Criterion) {
    let (plan, usual) = (plan(), Assumptions::default());
    let event = plan
        .events()
        .values()
        .nth(EVENTS / 2)
        .expect("the plan has ten thousand events")
        .clone();
    let (moved, _) =
        shift::shift_event(plan.rules(), &event, shift::By::Minutes(90)).expect("far from year 9999");
    let all = median(|| drop(black_box(check_all(&plan, &usual))));
    let one = median(|| drop(black_box(check_as_if(&plan, &usual, &moved))));
    let found = check_all(&plan, &usual).len();
    println!(
        "{EVENTS} events in {} missions, {found} findings: whole programme {all:?} (limit {LIMIT_ALL:?}), \
         one moved event {one:?} (limit {LIMIT_ONE:?})",
        plan.missions().len()
    );
    assert!(all <= LIMIT_ALL && one <= LIMIT_ONE, "slower than the limit");
    c.bench_function("check_all", |b| b.iter(|| check_all(black_box(&plan), &usual)));
    c.bench_function("check_as_if", |b| {
        b.iter(|| check_as_if(black_box(&plan), &usual, &moved));
    });
    c.bench_function("put", |b| {
        let mut plan = plan.clone();
        b.iter(|| plan.put(AnyRecord::Event(moved.clone())));
    });
}

criterion_group!(benches, checks);
criterion_main!(benches);
