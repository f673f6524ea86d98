//! In which order each column writes its dates.

use std::collections::{BTreeMap, BTreeSet};

use super::when::{Figures, figures};
use super::{AmbiguousColumn, Cell, DateOrder, DateSample, Sheet, SheetField};

/// Dates of a column that are shown with the question.
const SAMPLES: usize = 3;

/// What the dates of a column say of their order.
struct Column {
    /// The orders in which every date of the column exists.
    fits: BTreeSet<DateOrder>,
    ambiguous: Vec<(String, Figures)>,
    /// The orders of the ambiguous ones.
    asked: BTreeSet<DateOrder>,
}

pub(super) fn is_date(field: SheetField) -> bool {
    matches!(
        field,
        SheetField::Start
            | SheetField::StartDate
            | SheetField::StartTime
            | SheetField::End
            | SheetField::EndDate
            | SheetField::EndTime
    )
}

fn look(sheet: &Sheet, column: usize) -> Column {
    let mut found = Column {
        fits: DateOrder::ALL.into(),
        ambiguous: Vec::new(),
        asked: BTreeSet::new(),
    };
    for row in &sheet.rows {
        let Some(Cell::Text(text)) = row.cells.get(column) else {
            continue;
        };
        for date in figures(text).into_iter().filter(Figures::has_order) {
            let orders: BTreeSet<DateOrder> = date.readings.iter().map(|(order, _)| *order).collect();
            found.fits.retain(|order| orders.contains(order));
            if date.is_ambiguous() {
                found.asked.extend(orders);
                if found.ambiguous.len() < SAMPLES && found.ambiguous.iter().all(|(known, _)| known != text) {
                    found.ambiguous.push((text.clone(), date));
                }
            }
        }
    }
    found
}

/// The columns that must be asked about.
pub(crate) fn ambiguous(sheet: &Sheet, mapping: &[Option<SheetField>]) -> Vec<AmbiguousColumn> {
    dates(mapping)
        .filter_map(|column| {
            let found = look(sheet, column);
            if found.ambiguous.is_empty() || found.fits.len() == 1 {
                return None;
            }
            // Where the column mixes orders, no order fits all, and one must be chosen all the same.
            let orders = if found.fits.is_empty() {
                found.asked
            } else {
                found.fits
            };
            Some(AmbiguousColumn {
                column: u32::try_from(column).ok()?,
                heading: sheet.headings.get(column).cloned().unwrap_or_default(),
                samples: found
                    .ambiguous
                    .into_iter()
                    .map(|(text, date)| DateSample {
                        text,
                        readings: date.readings,
                    })
                    .collect(),
                orders: orders.into_iter().collect(),
            })
        })
        .collect()
}

/// The order of each column that answers or its own dates decide.
pub(crate) fn decided(
    sheet: &Sheet,
    mapping: &[Option<SheetField>],
    answers: &BTreeMap<u32, DateOrder>,
) -> BTreeMap<usize, DateOrder> {
    dates(mapping)
        .filter_map(|column| {
            let answer = u32::try_from(column).ok().and_then(|column| answers.get(&column));
            if let Some(answer) = answer {
                return Some((column, *answer));
            }
            let found = look(sheet, column);
            let only = (found.fits.len() == 1)
                .then(|| found.fits.into_iter().next())
                .flatten()?;
            Some((column, only))
        })
        .collect()
}

fn dates(mapping: &[Option<SheetField>]) -> impl Iterator<Item = usize> {
    mapping
        .iter()
        .enumerate()
        .filter(|(_, field)| field.is_some_and(is_date))
        .map(|(column, _)| column)
}
