//! How long a typist waits for a place, and how long the reference data takes to be read once.

#![expect(clippy::print_stdout, reason = "a bench tells what it measured")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use outreach_plan::reference::{self, CountryCode, places};

fn search(c: &mut Criterion) {
    // Read once, here and in the program.
    let start = std::time::Instant::now();
    let cities = reference::cities().len();
    let read = start.elapsed();
    let start = std::time::Instant::now();
    let days = reference::holidays(
        CountryCode::HONG_KONG,
        chrono::NaiveDate::MIN..=chrono::NaiveDate::MAX,
    )
    .count();
    let holidays = start.elapsed();
    let start = std::time::Instant::now();
    places::find("warm up", 1);
    let index = start.elapsed();
    println!("once: {cities} cities {read:?}, {days} days with all countries' {holidays:?}, index {index:?}");

    let mut group = c.benchmark_group("places");
    for (name, text) in [
        ("one letter", "l"),
        ("three letters", "lon"),
        ("whole name", "london"),
        ("chinese", "倫敦"),
        ("with country", "Hamilton, Canada"),
        ("country", "Malaysia"),
        ("slip", "vancuover"),
        ("nothing", "zz top nowhere"),
    ] {
        group.bench_function(name, |b| b.iter(|| places::find(black_box(text), 10)));
    }
    group.finish();
}

criterion_group!(benches, search);
criterion_main!(benches);
