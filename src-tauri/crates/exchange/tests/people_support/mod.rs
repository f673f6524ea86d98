//! Lists of people, read as a test wants them.

#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test uses its part, and one that cannot go on fails"
)]

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use outreach_exchange::people::{Corrections, PersonRow, ReadPeople, guess_mapping, open_people, read_rows};
use outreach_exchange::sheets::{DateOrder, Sheet, SheetChoice};
use outreach_plan::Plan;
use outreach_zones::Rules;

pub(crate) fn open(bytes: &[u8], ending: &str) -> Sheet {
    open_people(bytes, ending, &SheetChoice::default()).unwrap()
}

pub(crate) fn rows_with(
    sheet: &Sheet,
    orders: &BTreeMap<u32, DateOrder>,
    corrections: &Corrections,
) -> Vec<PersonRow> {
    let plan = Plan::new(Rules::bundled());
    let mapping = guess_mapping(sheet);
    read_rows(
        sheet,
        &ReadPeople {
            mapping: &mapping,
            orders,
            corrections,
            plan: &plan,
            country: Some("HK"),
            cancel: &|_, _| ControlFlow::Continue(()),
        },
    )
    .unwrap()
}

pub(crate) fn rows(sheet: &Sheet) -> Vec<PersonRow> {
    rows_with(sheet, &BTreeMap::new(), &Corrections::new())
}

pub(crate) fn codes(row: &PersonRow) -> Vec<(&'static str, Option<u32>)> {
    row.problems
        .iter()
        .map(|problem| (problem.code, problem.column))
        .collect()
}

pub(crate) fn warned(row: &PersonRow) -> Vec<&'static str> {
    row.warnings.iter().map(|warning| warning.code).collect()
}
