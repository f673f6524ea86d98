//! What changed for each recipient of a large calendar, against its limit.

use std::hint::black_box;
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta};
use criterion::{Criterion, criterion_group, criterion_main};
use outreach_plan::issuing::{Change, Ledger, Lens, changes, merged, see_all};
use outreach_plan::{
    Audience, CalendarId, Event, Issue, IssueId, IssueKind, Language, Plan, RecipientId, sample,
};
use outreach_zones::Rules;
use uuid::Uuid;

const EVENTS: usize = 10_000;
const RECIPIENTS: u128 = 50;
const LIMIT: Duration = Duration::from_millis(200);
const LENS: Lens = Lens {
    language: Language::English,
    audience: Audience::Public,
};

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

/// Fifty issues, each whole for one recipient, after each of which some events were moved: nobody holds what another
/// does.
fn issues(plan: &mut Plan) -> Vec<Issue> {
    let ids: Vec<_> = plan.events().keys().copied().collect();
    let mut issues = Vec::new();
    for n in 0..RECIPIENTS {
        let events: Vec<&Event> = plan.events().values().collect();
        let seen = see_all(plan, LENS, &events);
        issues.push(Issue {
            id: IssueId(Uuid::from_u128(n)),
            calendar: CalendarId(Uuid::nil()),
            number: u32::try_from(n).unwrap_or(0) + 1,
            made: DateTime::UNIX_EPOCH,
            actor: String::new(),
            kind: IssueKind::Whole,
            recipients: vec![RecipientId(Uuid::from_u128(n))],
            rules: "2026f".to_owned(),
            items: seen.iter().map(|seen| seen.issued(seen.event.sequence)).collect(),
        });
        for id in ids.iter().skip(usize::try_from(n).unwrap_or(0)).step_by(100) {
            let event = plan.events()[id].clone();
            plan.put(Event {
                start: event.start + TimeDelta::minutes(30),
                end: event.end + TimeDelta::minutes(30),
                sequence: event.sequence + 1,
                ..event
            });
        }
    }
    issues
}

/// All of it, from the plan and the issues to one list of changes.
fn diff(plan: &Plan, issues: &[Issue]) -> usize {
    let events: Vec<&Event> = plan.events().values().collect();
    let seen = see_all(plan, LENS, &events);
    let ledger = Ledger::of(issues);
    let recipients: Vec<RecipientId> = (0..RECIPIENTS).map(|n| RecipientId(Uuid::from_u128(n))).collect();
    let groups = ledger.groups(&recipients);
    assert_eq!(groups.len(), 50, "nobody holds what another does");
    let found: Vec<Vec<Change<'_>>> = changes(plan, &ledger, &seen, &groups);
    merged(&found).len()
}

fn bench(criterion: &mut Criterion) {
    let mut plan = plan();
    let issues = issues(&mut plan);
    let mut times: Vec<Duration> = (0..7)
        .map(|_| {
            let start = Instant::now();
            black_box(diff(&plan, &issues));
            start.elapsed()
        })
        .collect();
    times.sort();
    assert!(
        times[3] <= LIMIT,
        "the difference of {EVENTS} events for {RECIPIENTS} recipients took {:?}, more than {LIMIT:?}",
        times[3]
    );
    criterion.bench_function(
        "issue diff, 10,000 events, 50 recipients on different issues",
        |bencher| {
            bencher.iter(|| black_box(diff(&plan, &issues)));
        },
    );
}

criterion_group!(benches, bench);
criterion_main!(benches);
