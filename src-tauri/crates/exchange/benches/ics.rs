//! The calendar of 10,000 events against calcard's bare write of the same components, in one run.

#![allow(clippy::unwrap_used, reason = "a bench that cannot go on fails")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use calcard::icalendar::ICalendar;
use criterion::{Criterion, criterion_group, criterion_main};
use outreach_exchange::{Outgoing, write_csv, write_ics, write_xlsx};
use outreach_plan::{Event, Language, Plan};

#[path = "../tests/common/mod.rs"]
mod common;

const ZONES: [&str; 5] = [
    "Europe/London",
    "Asia/Kuala_Lumpur",
    "America/Vancouver",
    "Asia/Dubai",
    "America/New_York",
];

fn plan(events: u32) -> Plan {
    let mut plan = Plan::new(outreach_zones::Rules::bundled());
    for (number, zone) in (0..events).zip(ZONES.iter().cycle()) {
        let day =
            chrono::NaiveDate::from_ymd_opt(2026, 6, 1).unwrap() + chrono::Days::new(u64::from(number % 540));
        let (start, end) = (format!("{day}T15:00:00"), format!("{day}T17:00:00"));
        plan.put(common::event(
            number.into(),
            &format!("Talent seminar {number}"),
            &start,
            &end,
            zone,
        ));
    }
    plan
}

fn best_of(times: u32, mut work: impl FnMut()) -> Duration {
    (0..times)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .min()
        .unwrap_or_default()
}

fn ics(c: &mut Criterion) {
    let plan = plan(10_000);
    let events: Vec<&Event> = plan.events().values().collect();
    let out = Outgoing {
        plan: &plan,
        events: &events,
        title: "Ten thousand",
        language: Language::English,
        written: common::written(),
    };
    let bytes = write_ics(&out).unwrap();
    let bare = ICalendar::parse(std::str::from_utf8(&bytes).unwrap()).unwrap();
    let ours = best_of(7, || drop(black_box(write_ics(&out).unwrap())));
    let theirs = best_of(7, || {
        let mut text = String::new();
        bare.write_to(&mut text).unwrap();
        black_box(text);
    });
    #[expect(clippy::print_stdout, reason = "the ratio is what this bench is run for")]
    {
        println!(
            "ics of 10,000 events: {ours:?}; calcard's bare write: {theirs:?}; ratio {:.2} (limit 3)",
            ours.as_secs_f64() / theirs.as_secs_f64()
        );
    }
    let mut group = c.benchmark_group("10,000 events");
    group.sample_size(10);
    group.bench_function("ics", |b| b.iter(|| write_ics(&out).unwrap()));
    group.bench_function("csv", |b| b.iter(|| write_csv(&out).unwrap()));
    group.bench_function("xlsx", |b| b.iter(|| write_xlsx(&out).unwrap()));
    group.finish();
}

criterion_group!(benches, ics);
criterion_main!(benches);
