//! How long it takes to read and to write a ledger of 100,000 people.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::ops::ControlFlow;

use criterion::{Criterion, criterion_group, criterion_main};
use outreach_exchange::people::{
    Corrections, PeopleOut, PersonDraft, ReadPeople, guess_mapping, open_people, read_rows, write_people_csv,
    write_people_xlsx,
};
use outreach_exchange::sheets::SheetChoice;
use outreach_exchange::vcard::{CardVersion, ReadCards, read_cards, write_cards};
use outreach_plan::people::{Email, Person, Telephone};
use outreach_plan::{Language, PersonId, Plan, Wording};
use outreach_zones::Rules;
use uuid::Uuid;

const PEOPLE: u128 = 100_000;
const FAMILIES: [(&str, &str); 8] = [
    ("Chan", "陳"),
    ("Wong", "黃"),
    ("Lee", "李"),
    ("Cheung", "張"),
    ("Ho", "何"),
    ("Au-Yeung", "歐陽"),
    ("Smith", ""),
    ("Nguyen", ""),
];

/// Invented people, no two alike.
fn people() -> Vec<Person> {
    (0..PEOPLE)
        .map(|number| {
            let (family, chinese) = FAMILIES[(number % 8) as usize];
            let given = format!(
                "Tai {}",
                ["Man", "Ming", "Wai", "Ling", "Fong"][(number / 8 % 5) as usize]
            );
            let draft = PersonDraft {
                family: family.to_owned(),
                given,
                chinese: if chinese.is_empty() {
                    String::new()
                } else {
                    format!("{chinese}大文")
                },
                honorific: ["Mr", "Ms", "Dr", ""][(number % 4) as usize].to_owned(),
                post: Wording::english("Senior Manager"),
                organisation: Wording::english(format!("Example Company {}", number % 9_000)),
                languages: vec!["en".to_owned(), "yue".to_owned()],
                emails: vec![Email {
                    address: format!("person{number}@company{}.example", number % 9_000),
                    ..Email::default()
                }],
                telephones: vec![Telephone {
                    raw: format!("+852 9{:03} {:04}", number / 10_000 % 1_000, number % 10_000),
                    e164: format!("+8529{number:07}"),
                    label: "mobile".to_owned(),
                }],
                tags: vec!["vip".to_owned()],
                notes: "Met at the seminar in spring".to_owned(),
                source: "List of a chamber".to_owned(),
                ..PersonDraft::default()
            };
            let made = "2026-11-22T09:00:00Z".parse().expect("a moment");
            draft.into_person(PersonId(Uuid::from_u128(number)), made)
        })
        .collect()
}

fn read(bytes: &[u8], ending: &str, plan: &Plan) -> usize {
    let sheet = open_people(bytes, ending, &SheetChoice::default()).expect("our own file is a sheet");
    let mapping = guess_mapping(&sheet);
    let reading = ReadPeople {
        mapping: &mapping,
        orders: &BTreeMap::new(),
        corrections: &Corrections::new(),
        plan,
        country: Some("HK"),
        cancel: &|_, _| ControlFlow::Continue(()),
    };
    let rows = read_rows(&sheet, &reading).expect("nobody stops it");
    let read = rows.iter().filter(|row| row.person.is_some()).count();
    assert_eq!(read as u128, PEOPLE);
    read
}

fn bench(criterion: &mut Criterion) {
    let plan = Plan::new(Rules::bundled());
    let people = people();
    let all: Vec<&Person> = people.iter().collect();
    let written = "2026-11-22T09:00:00Z".parse().expect("a moment");
    let out = PeopleOut {
        plan: &plan,
        people: &all,
        title: "People",
        language: Language::English,
        written,
    };
    let xlsx = write_people_xlsx(&out).expect("they fit");
    let csv = write_people_csv(&out).expect("they fit");
    let cards = write_cards(&all, CardVersion::V3, written);
    let mut group = criterion.benchmark_group("people_100000");
    group.sample_size(10);
    group.bench_function("xlsx_in", |bench| {
        bench.iter(|| read(black_box(&xlsx), "xlsx", &plan));
    });
    group.bench_function("csv_in", |bench| {
        bench.iter(|| read(black_box(&csv), "csv", &plan));
    });
    group.bench_function("vcard_in", |bench| {
        let reading = ReadCards {
            encoding: None,
            country: Some("HK"),
            cancel: &|_, _| ControlFlow::Continue(()),
        };
        bench.iter(|| {
            read_cards(black_box(&cards), &reading)
                .expect("our own file is one of cards")
                .cards
                .len()
        });
    });
    group.bench_function("xlsx_out", |bench| {
        bench.iter(|| write_people_xlsx(black_box(&out)).expect("they fit").len());
    });
    group.bench_function("vcard_out", |bench| {
        bench.iter(|| write_cards(black_box(&all), CardVersion::V4, written).len());
    });
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);
