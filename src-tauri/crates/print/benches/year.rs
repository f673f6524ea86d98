//! The year programme of 500 events as PDF: at most 3 s.
#![allow(missing_docs, reason = "criterion makes an undocumented function")]
#![expect(clippy::print_stdout, reason = "what is not measured is said")]

use std::path::Path;

use criterion::{Criterion, criterion_group, criterion_main};
use outreach_plan::{Audience, Event, Language, Plan, sample};
use outreach_print::{Document, Faces, Paper, PaperSize, preview, print};
use outreach_zones::Rules;

fn year(c: &mut Criterion) {
    let folder = Path::new("/usr/share/fonts/opentype/noto");
    let read = |name| std::fs::read(folder.join(name));
    let (Ok(regular), Ok(bold)) = (read("NotoSansCJK-Regular.ttc"), read("NotoSansCJK-Bold.ttc")) else {
        println!("skipped: Noto Sans CJK is not installed");
        return;
    };
    let faces = Faces::new([regular, bold]);
    let mut n = 0;
    let mut ids = || {
        n += 1;
        uuid::Uuid::from_u128(n)
    };
    let mut plan = Plan::new(Rules::bundled());
    for record in sample::large(500, &mut ids) {
        plan.put(record);
    }
    let events: Vec<&Event> = plan.events().values().collect();
    let of_year = events
        .iter()
        .filter(|event| event.start.date().to_string().starts_with("2026"))
        .count();
    assert_eq!(of_year, 500);
    let document = Document::Year {
        plan: &plan,
        events: &events,
        year: 2026,
    };
    for (language, name) in [
        (Language::English, "en"),
        (Language::TraditionalChinese, "zh-Hant"),
    ] {
        let paper = Paper {
            title: "",
            language,
            audience: Audience::Internal,
            written: "2026-11-22T06:00:00Z".parse().expect("a fixed moment"),
            size: PaperSize::A4,
        };
        c.bench_function(&format!("year of 500 events as PDF, {name}"), |b| {
            b.iter(|| print(&document, &paper, &faces).expect("it prints").bytes.len());
        });
        c.bench_function(
            &format!("year of 500 events, first page as a picture, {name}"),
            |b| {
                b.iter(|| {
                    preview(&document, &paper, &faces, 1)
                        .expect("it prints")
                        .png
                        .len()
                });
            },
        );
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10);
    targets = year
}
criterion_main!(benches);
