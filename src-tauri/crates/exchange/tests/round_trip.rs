//! Our own workbooks and tables, read back as the same events.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use std::collections::BTreeMap;

use outreach_exchange::sheets::{
    RowVerdict, SheetChoice, SheetField, SheetForm, ambiguous_dates, guess_mapping, open_sheet, read_rows,
};
use outreach_exchange::{Outgoing, write_csv_for, write_xlsx_for};
use outreach_plan::{Audience, Event, Language, Plan};
use outreach_zones::Rules;
use uuid::Uuid;

const LANGUAGES: [Language; 3] = [
    Language::English,
    Language::TraditionalChinese,
    Language::SimplifiedChinese,
];

fn sample() -> Plan {
    let rules = Rules::bundled();
    let mut next = 0_u128;
    let mut key = || {
        next += 1;
        Uuid::from_u128(next)
    };
    let records =
        outreach_plan::sample::build("2026-11-22".parse().unwrap(), common::written(), &rules, &mut key);
    let mut plan = Plan::new(rules);
    for record in records {
        plan.put(record);
    }
    plan
}

fn written(plan: &Plan, language: Language, audience: Audience, form: SheetForm) -> Vec<u8> {
    let events: Vec<&Event> = plan.events().values().collect();
    let out = Outgoing {
        plan,
        events: &events,
        title: "Round trip",
        language,
        written: common::written(),
    };
    match form {
        SheetForm::Csv => write_csv_for(&out, audience).unwrap(),
        SheetForm::Xlsx | SheetForm::Ods => write_xlsx_for(&out, audience).unwrap(),
    }
}

fn read(bytes: &[u8], ending: &str, plan: &Plan) -> Vec<RowVerdict> {
    let sheet = open_sheet(bytes, ending, &SheetChoice::default()).unwrap();
    let mapping = guess_mapping(&sheet);
    assert_eq!(ambiguous_dates(&sheet, &mapping), []);
    read_rows(&sheet, &mapping, &BTreeMap::new(), plan)
}

#[test]
fn every_export_read_back_changes_nothing() {
    for plan in [sample(), common::awkward()] {
        assert!(plan.events().len() >= 6);
        for language in LANGUAGES {
            for audience in Audience::ALL {
                for form in [SheetForm::Xlsx, SheetForm::Csv] {
                    let bytes = written(&plan, language, audience, form);
                    let verdicts = read(&bytes, form.key(), &plan);
                    assert_eq!(verdicts.len(), plan.events().len());
                    for verdict in verdicts {
                        let Ok(read) = &verdict.read else {
                            panic!("{language:?} {form:?}: {:?}", verdict.problems);
                        };
                        let event = plan
                            .events()
                            .values()
                            .find(|event| Some(&event.uid) == read.uid.as_ref())
                            .unwrap();
                        let mut after = event.clone();
                        read.put_on(&mut after);
                        assert_eq!(&after, event, "{language:?} {form:?} {audience:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn an_export_is_read_as_new_events_that_are_the_same_but_for_their_keys() {
    let plan = sample();
    let bytes = written(&plan, Language::English, Audience::Internal, SheetForm::Xlsx);
    for verdict in read(&bytes, "xlsx", &plan) {
        let read = verdict.read.unwrap();
        let event = plan
            .events()
            .values()
            .find(|event| Some(&event.uid) == read.uid.as_ref())
            .unwrap();
        assert_eq!(
            (read.start, read.end, read.all_day),
            (event.start, event.end, event.all_day)
        );
        assert_eq!((&read.zone, read.city), (&event.zone, event.city));
        assert_eq!(
            (read.kind, read.status, read.region),
            (event.kind, event.status, event.region)
        );
        assert_eq!(
            (read.venue, read.mission, read.market),
            (event.venue, event.mission, event.market)
        );
        assert_eq!((&read.hosts, &read.sectors), (&event.hosts, &event.sectors));
        assert_eq!(
            (&read.languages, read.capacity),
            (&event.languages, event.capacity)
        );
        assert!(read.kept.is_empty(), "{:?}", read.kept);
    }
}

#[test]
fn an_export_has_a_column_for_each_field_but_those_that_another_holds() {
    let plan = sample();
    let bytes = written(
        &plan,
        Language::TraditionalChinese,
        Audience::Internal,
        SheetForm::Xlsx,
    );
    let sheet = open_sheet(&bytes, "xlsx", &SheetChoice::default()).unwrap();
    let mapping = guess_mapping(&sheet);
    for field in SheetField::ALL {
        let elsewhere = matches!(
            field,
            SheetField::TitleEn
                | SheetField::TitleZhHans
                | SheetField::StartDate
                | SheetField::StartTime
                | SheetField::EndDate
                | SheetField::EndTime
                | SheetField::Minutes
        );
        assert_eq!(mapping.contains(&Some(field)), !elsewhere, "{field:?}");
    }
    assert_eq!(sheet.sheets[0].name, sheet.sheet);
    assert!(sheet.notes.is_empty(), "{:?}", sheet.notes);
}
