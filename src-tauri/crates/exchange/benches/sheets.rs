//! Workbooks and tables of 10,000 events, written and read, beside openpyxl's write of the same cells.

#![allow(clippy::unwrap_used, reason = "a bench that cannot go on fails")]

use std::collections::BTreeMap;
use std::hint::black_box;
use std::process::Command;
use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group, criterion_main};
use outreach_exchange::sheets::{SheetChoice, guess_mapping, open_sheet, read_rows};
use outreach_exchange::{Outgoing, write_csv_for, write_xlsx_for};
use outreach_plan::{Audience, Event, Language, Plan};
use outreach_zones::Rules;
use uuid::Uuid;

fn plan() -> Plan {
    let mut next = 0_u128;
    let mut key = || {
        next += 1;
        Uuid::from_u128(next)
    };
    let mut plan = Plan::new(Rules::bundled());
    for record in outreach_plan::sample::large(10_000, &mut key) {
        plan.put(record);
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

/// Reads every row of a file; how many were read without a problem.
fn read(bytes: &[u8], ending: &str, plan: &Plan) -> usize {
    let sheet = open_sheet(bytes, ending, &SheetChoice::default()).unwrap();
    let mapping = guess_mapping(&sheet);
    let verdicts = read_rows(&sheet, &mapping, &BTreeMap::new(), plan);
    verdicts.iter().filter(|verdict| verdict.read.is_ok()).count()
}

/// A workbook whose sheet has a million rows that are formatted but empty.
fn hollow() -> Vec<u8> {
    use rust_xlsxwriter::{Format, Workbook};
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, heading) in (0..).zip(["Event", "Start", "City"]) {
        sheet.write(0, column, heading).unwrap();
    }
    let day = Format::new().set_num_format("yyyy-mm-dd");
    for row in 1..1_000_000 {
        sheet.write_blank(row, 1, &day).unwrap();
    }
    book.save_to_buffer().unwrap()
}

#[expect(clippy::print_stdout, reason = "the figures are what this bench is run for")]
fn figures(out: &Outgoing<'_>, plan: &Plan) {
    let write = best_of(3, || {
        drop(black_box(write_xlsx_for(out, Audience::Internal).unwrap()));
    });
    println!("workbook of 10,000 events, all and by region: {write:?} (limit 1 s)");
    let book = write_xlsx_for(out, Audience::Internal).unwrap();
    let file = tempfile::NamedTempFile::with_suffix(".xlsx").unwrap();
    std::fs::write(file.path(), &book).unwrap();
    let python = std::env::var_os("OUTREACH_PYTHON").unwrap_or_else(|| "python3".into());
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/peers/write_cells.py");
    match Command::new(python).arg(script).arg(file.path()).output() {
        Ok(said) if said.status.success() => {
            let theirs: f64 = String::from_utf8_lossy(&said.stdout).trim().parse().unwrap();
            let ratio = theirs / write.as_secs_f64();
            println!("openpyxl writes the same cells in {theirs:.2} s: {ratio:.1} times as long");
        }
        Ok(_) | Err(_) => println!("skipped: openpyxl is not there"),
    }
    let table = write_csv_for(out, Audience::Internal).unwrap();
    for (bytes, ending) in [(&book, "xlsx"), (&table, "csv")] {
        let mut rows = 0;
        let took = best_of(3, || rows = read(bytes, ending, plan));
        println!("{rows} rows of {ending} read with verdicts: {took:?} (limit 1 s)");
    }
    let hollow = hollow();
    let took = best_of(1, || {
        drop(black_box(open_sheet(&hollow, "xlsx", &SheetChoice::default())));
    });
    println!("a million empty rows in {} kB: {took:?}", hollow.len() / 1024);
}

fn sheets(c: &mut Criterion) {
    let plan = plan();
    let events: Vec<&Event> = plan.events().values().collect();
    let out = Outgoing {
        plan: &plan,
        events: &events,
        title: "Ten thousand",
        language: Language::TraditionalChinese,
        written: "2026-11-22T09:00:00Z".parse().unwrap(),
    };
    figures(&out, &plan);
    let book = write_xlsx_for(&out, Audience::Internal).unwrap();
    let table = write_csv_for(&out, Audience::Internal).unwrap();
    let mut group = c.benchmark_group("10,000 events");
    group.sample_size(10);
    group.bench_function("xlsx out", |b| {
        b.iter(|| write_xlsx_for(&out, Audience::Internal).unwrap());
    });
    group.bench_function("csv out", |b| {
        b.iter(|| write_csv_for(&out, Audience::Internal).unwrap());
    });
    group.bench_function("xlsx in", |b| b.iter(|| read(&book, "xlsx", &plan)));
    group.bench_function("csv in", |b| b.iter(|| read(&table, "csv", &plan)));
    group.finish();
}

criterion_group!(benches, sheets);
criterion_main!(benches);
