//! The rules of the ledger of people at the size of its limits: 100,000 people, an event with 10,000 guests.

use std::hint::black_box;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use criterion::{Criterion, criterion_group, criterion_main};
use outreach_plan::people::seats::{self, Tally};
use outreach_plan::people::{InvitationStatus, Step, steps, waiting};
use outreach_plan::sample::large_people;
use outreach_plan::{AnyRecord, EventId, Plan};
use outreach_zones::Rules;
use uuid::Uuid;

const PEOPLE: usize = 100_000;
const LIMIT_OF_A_STEP: Duration = Duration::from_secs(1);

fn records() -> Vec<AnyRecord> {
    let mut n = 0;
    large_people(PEOPLE, &mut || {
        n += 1;
        Uuid::from_u128(n)
    })
}

fn plan_of(records: Vec<AnyRecord>) -> Plan {
    let mut plan = Plan::new(Rules::bundled());
    records.into_iter().for_each(|record| plan.put(record));
    plan
}

/// Everybody who was invited accepts; who finds no seat joins the wait-list. How many got a seat.
fn everybody_accepts(plan: &mut Plan, event: EventId, at: DateTime<Utc>) -> usize {
    let mut tally = Tally::of(plan, event);
    let step = |status| Step::new(status, at.date_naive(), at, "Bench");
    let mut after = Vec::new();
    for invitation in plan.invitations_at(event) {
        let taken = steps::take_step(plan, &tally, invitation, step(InvitationStatus::Accepted));
        let taken = taken
            .or_else(|_full| steps::take_step(plan, &tally, invitation, step(InvitationStatus::WaitListed)));
        let taken = taken.expect("one of the two can be taken");
        tally.follow(Some(invitation), Some(&taken));
        after.push(taken);
    }
    let seated = after.iter().filter(|one| one.holds_seats()).count();
    after.into_iter().for_each(|one| plan.put(one));
    seated
}

#[expect(clippy::print_stdout, reason = "a bench prints its figures")]
fn ledger(c: &mut Criterion) {
    let records = records();
    let at: DateTime<Utc> = "2027-03-01T09:00:00Z".parse().expect("a moment");
    let mut group = c.benchmark_group("ledger");
    group.sample_size(10);
    group.bench_function("plan of 100,000 people and 10,000 invitations", |b| {
        b.iter_batched(|| records.clone(), plan_of, criterion::BatchSize::PerIteration);
    });
    let plan = plan_of(records);
    let event = *plan
        .events()
        .keys()
        .next()
        .expect("the large ledger has an event");

    let mut stepped = plan.clone();
    let begun = Instant::now();
    let seated = everybody_accepts(&mut stepped, event, at);
    let took = begun.elapsed();
    println!(
        "10,000 guests accept: {took:?}, {seated} seated, {:?}",
        seats::count(&stepped, event)
    );
    assert!(took < LIMIT_OF_A_STEP, "{took:?}");

    group.bench_function("step for 10,000 guests", |b| {
        b.iter_batched(
            || plan.clone(),
            |mut plan| everybody_accepts(&mut plan, event, at),
            criterion::BatchSize::PerIteration,
        );
    });
    group.bench_function("seats of 10,000 guests", |b| {
        b.iter(|| black_box(seats::count(&stepped, event)));
    });
    let mut small = stepped.clone();
    let mut record = small.events()[&event].clone();
    record.capacity = Some(40);
    small.put(record);
    group.bench_function("wait-list of 10,000 guests", |b| {
        b.iter(|| {
            black_box((
                waiting::order(&small, event).len(),
                waiting::proposals(&small, event).len(),
            ))
        });
    });
    group.finish();
}

criterion_group!(benches, ledger);
criterion_main!(benches);
