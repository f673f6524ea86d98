//! The rows of a list as people, before they are held against anybody.

use std::cell::RefCell;
use std::ops::ControlFlow;

use chrono::{DateTime, Utc};
use outreach_exchange::people::{CellProblem, Corrections, PersonDraft, PersonField, ReadPeople, read_rows};
use outreach_exchange::sheets::{Sheet, SheetRow};
use outreach_exchange::vcard::{Card, Cards};
use outreach_plan::people::Person;
use outreach_plan::{PersonId, Plan};
use outreach_store::StoreError;
use uuid::Uuid;

use super::open::{Content, Opened};
use crate::Refused;
use crate::imports::intake::fingerprint;
use crate::imports::problems::problem;
use crate::long_work::Work;
use crate::views::{ImportProblem, PreviewPeople};

/// A row as a person.
pub(super) struct DraftRow {
    pub(super) number: u32,
    /// Who it is, without a key; none of a row that is refused.
    pub(super) draft: Option<Person>,
    /// By what it is known again.
    pub(super) origins: Vec<String>,
    pub(super) problems: Vec<ImportProblem>,
    pub(super) warnings: Vec<ImportProblem>,
}

/// All rows.
pub(super) fn read(
    opened: &Opened,
    plan: &Plan,
    request: &PreviewPeople,
    now: DateTime<Utc>,
    work: &mut Work,
) -> Result<Vec<DraftRow>, Refused> {
    match &opened.content {
        Content::Sheet { sheet, mapping, .. } => of_sheet(opened, sheet, mapping, plan, request, now, work),
        Content::Cards(cards) => Ok(of_cards(cards, now)),
    }
}

/// Nobody yet: a key is given when the row becomes a record.
fn person(draft: PersonDraft, now: DateTime<Utc>) -> Person {
    draft.into_person(PersonId(Uuid::nil()), now)
}

/// An empty draft, of a row that is refused.
pub(super) fn nobody(now: DateTime<Utc>) -> Person {
    person(PersonDraft::default(), now)
}

fn of_sheet(
    opened: &Opened,
    sheet: &Sheet,
    mapping: &[Option<PersonField>],
    plan: &Plan,
    request: &PreviewPeople,
    now: DateTime<Utc>,
    work: &mut Work,
) -> Result<Vec<DraftRow>, Refused> {
    let work = RefCell::new(work);
    let cancel = |done: usize, total: usize| -> ControlFlow<()> {
        // Reading is a third of the work, holding against others two.
        work.borrow_mut()
            .step(done as u64, (total as u64).saturating_mul(3).max(1))
    };
    let corrections: Corrections = request
        .corrections
        .iter()
        .map(|cell| ((cell.row, cell.column), cell.text.clone()))
        .collect();
    let orders = Opened::orders(request);
    let reading = ReadPeople {
        mapping,
        orders: &orders,
        corrections: &corrections,
        plan,
        country: opened.country(),
        cancel: &cancel,
    };
    let rows = read_rows(sheet, &reading).map_err(|_stopped| StoreError::Cancelled)?;
    let mut cells = sheet.rows.iter().peekable();
    Ok(rows
        .into_iter()
        .map(|row| {
            while cells.next_if(|cells| cells.number < row.number).is_some() {}
            let origin = cells
                .peek()
                .filter(|cells| cells.number == row.number)
                .map(|cells| hash_of(cells, mapping));
            DraftRow {
                number: row.number,
                draft: row.person.map(|draft| person(draft, now)),
                origins: origin.into_iter().collect(),
                problems: row.problems.into_iter().map(of_cell).collect(),
                warnings: row.warnings.into_iter().map(of_cell).collect(),
            }
        })
        .collect())
}

/// What the columns that are read say in a row of the file, whatever was corrected since.
fn hash_of(row: &SheetRow, mapping: &[Option<PersonField>]) -> String {
    let mut said = String::new();
    for (cell, field) in row.cells.iter().zip(mapping) {
        if let Some(field) = field {
            said.push_str(field.key());
            said.push('\u{1f}');
            said.push_str(&cell.shown());
            said.push('\u{1e}');
        }
    }
    fingerprint(said.as_bytes())
}

/// The column is told by its place, the cell's text is not: it stands in the row.
fn of_cell(cell: CellProblem) -> ImportProblem {
    let mut found = problem(cell.code);
    found.column = cell.column;
    found.field = cell.field.map(|field| field.key().to_owned());
    for (name, value) in cell.params {
        found = found.with(name, value);
    }
    found
}

fn of_cards(cards: &Cards, now: DateTime<Utc>) -> Vec<DraftRow> {
    let mut rows: Vec<(u32, DraftRow)> = Vec::with_capacity(cards.cards.len());
    for card in &cards.cards {
        // A draft says all that was read, and says it the same way each time.
        let mut origins = vec![fingerprint(format!("{:?}", card.person).as_bytes())];
        if !card.uid.is_empty() {
            origins.push(fingerprint(format!("uid\u{1f}{}", card.uid).as_bytes()));
        }
        let named = card.person.is_named();
        rows.push((
            card.line,
            DraftRow {
                number: 0,
                draft: named.then(|| person(card.person.clone(), now)),
                origins,
                problems: (!named).then(|| nameless(card)).into_iter().collect(),
                warnings: warned(card),
            },
        ));
    }
    for refused in &cards.refused {
        rows.push((
            refused.line,
            DraftRow {
                number: 0,
                draft: None,
                origins: Vec::new(),
                problems: vec![problem(refused.code).with("line", refused.line)],
                warnings: Vec::new(),
            },
        ));
    }
    rows.sort_by_key(|(line, _)| *line);
    (1..)
        .zip(rows)
        .map(|(number, (_, row))| DraftRow { number, ..row })
        .collect()
}

/// A card that names nobody but tells how to reach them: what it tells, so that they can be added by hand.
fn nameless(card: &Card) -> ImportProblem {
    let emails = card.person.emails.iter().map(|email| &email.address);
    let numbers = card.person.telephones.iter().map(|number| &number.raw);
    let told = emails.chain(numbers).next().cloned().unwrap_or_default();
    problem("card_without_name")
        .with("line", card.line)
        .with("text", told)
}

/// What is to be known of a card, and which of its lines are left out.
fn warned(card: &Card) -> Vec<ImportProblem> {
    let known = card
        .warnings
        .iter()
        .map(|code| problem(code).with("line", card.line));
    let left_out = card.left_out.iter().map(|left| {
        let told = problem(left.code).with("line", left.line);
        let params = left.params.iter();
        params.fold(told, |told, (name, value)| told.with(name, value))
    });
    known.chain(left_out).collect()
}
