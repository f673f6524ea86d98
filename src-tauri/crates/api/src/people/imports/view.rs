//! A preview as it crosses to a screen: a window of the rows, with what each would change.

use std::collections::HashMap;

use outreach_plan::people::Person;
use outreach_plan::{PersonId, Plan};
use serde::Serialize;
use serde_json::Value;

use super::becomes::{Become, becomes, decisions};
use super::fill::filled;
use super::judge::{Judged, JudgedRow, Who};
use super::open::{Content, Opened, keys_of};
use super::rows::nobody;
use crate::Session;
use crate::history::named;
use crate::imports::sheet::reading_as;
use crate::people::rows::{Looking, shown_name};
use crate::rows::count;
use crate::views::{
    AlikeView, EncodingView, FieldChange, ImportLoss, ImportNote, PeoplePreview, PersonImportRow,
    PersonVerdict, PreviewPeople, RowDecision,
};
use outreach_exchange::people::PersonField;

/// So many rows where nothing is said.
const ROWS: u32 = 100;
/// A window is at most so many rows.
const ROWS_MOST: u32 = 500;
/// Encodings that cards are found in, by their WHATWG names.
const ENCODINGS: [&str; 7] = [
    "UTF-8",
    "UTF-16LE",
    "UTF-16BE",
    "Big5",
    "gb18030",
    "windows-1252",
    "Shift_JIS",
];

/// The preview of a request.
pub(super) fn preview(
    session: &Session,
    plan: &Plan,
    request: &PreviewPeople,
    opened: &Opened,
    judged: &Judged,
    likely: Option<&HashMap<PersonId, u32>>,
) -> PeoplePreview {
    let looking = Looking {
        plan,
        shown: session.shown(),
        language: request.language,
        today: session.shown().in_hong_kong(session.now()).date(),
        likely,
    };
    let viewing = Viewing {
        looking,
        judged,
        opened,
        request,
        decided: decisions(request),
        blank: nobody(session.now()),
    };
    let rows = match request.rows {
        0 => ROWS,
        rows => rows.min(ROWS_MOST),
    };
    let wanted = |row: &&JudgedRow| request.only.is_none_or(|only| row.verdict == only);
    let fitting = judged.rows.iter().filter(wanted).count();
    let window = judged
        .rows
        .iter()
        .filter(wanted)
        .skip(request.from as usize)
        .take(rows as usize);
    let counts = judged.counts(request);
    let date_asks = opened.dates_asked(request);
    let (sheet, encoding, losses, notes) = found(opened);
    PeoplePreview {
        name: opened.name.clone(),
        size: opened.size,
        fingerprint: opened.fingerprint.clone(),
        kind: opened.kind,
        sheet,
        encoding,
        answered: counts.undecided == 0 && date_asks.iter().all(|asked| asked.answered.is_some()),
        date_asks,
        counts,
        fitting: count(fitting),
        from: request.from,
        rows: window.map(|row| viewing.row(row)).collect(),
        losses,
        notes,
    }
}

type Found = (
    Option<crate::views::SheetReading>,
    Option<EncodingView>,
    Vec<ImportLoss>,
    Vec<ImportNote>,
);

/// What is to be said of the whole file.
fn found(opened: &Opened) -> Found {
    match &opened.content {
        Content::Sheet {
            sheet,
            mapping,
            remembered,
        } => {
            let fields = PersonField::ALL.iter().map(|field| field.key().to_owned());
            let notes = sheet.notes.iter().map(|note| ImportNote {
                code: note.code.to_owned(),
                params: note
                    .params
                    .iter()
                    .map(|(name, value)| ((*name).to_owned(), value.clone()))
                    .collect(),
            });
            (
                Some(reading_as(sheet, keys_of(mapping), *remembered, fields.collect())),
                None,
                Vec::new(),
                notes.collect(),
            )
        }
        Content::Cards(cards) => {
            let label = &cards.encoding.label;
            let others = ENCODINGS
                .iter()
                .filter(|other| !other.eq_ignore_ascii_case(label));
            let losses = cards.losses.iter().map(|loss| ImportLoss {
                property: loss.property.clone(),
                count: loss.count,
                lines: loss.lines.clone(),
            });
            (
                None,
                Some(EncodingView {
                    label: label.clone(),
                    sure: cards.encoding.sure,
                    others: others.map(|other| (*other).to_owned()).collect(),
                }),
                losses.collect(),
                Vec::new(),
            )
        }
    }
}

struct Viewing<'a> {
    looking: Looking<'a>,
    judged: &'a Judged,
    opened: &'a Opened,
    request: &'a PreviewPeople,
    decided: HashMap<u32, &'a RowDecision>,
    blank: Person,
}

impl Viewing<'_> {
    fn row(&self, row: &JudgedRow) -> PersonImportRow {
        let plan = self.looking.plan;
        let decision = self.decided.get(&row.number).copied();
        let stored = if let Become::Stored(id) = becomes(row, decision, self.request.undecided) {
            Some(id)
        } else {
            row.stored
        };
        let stored = stored.and_then(|id| plan.people().get(&id));
        let draft = row.draft.as_ref().unwrap_or(&self.blank);
        let changes = match (stored, &row.draft) {
            (Some(stored), Some(draft)) if row.verdict != PersonVerdict::Same || decision.is_some() => {
                differences(plan, stored, &filled(stored, draft))
            }
            _ => Vec::new(),
        };
        PersonImportRow {
            row: row.number,
            verdict: row.verdict,
            decision: decision.cloned(),
            cells: self.cells(row.number),
            name: shown_name(draft, self.request.language),
            draft: draft.clone(),
            person: stored.map(|stored| self.looking.row(stored)),
            changes,
            alike: self.alike(row),
            problems: row.problems.clone(),
            warnings: row.warnings.clone(),
        }
    }

    fn cells(&self, number: u32) -> Vec<String> {
        let Content::Sheet { sheet, .. } = &self.opened.content else {
            return Vec::new();
        };
        let Ok(at) = sheet.rows.binary_search_by_key(&number, |row| row.number) else {
            return Vec::new();
        };
        let mut cells: Vec<String> = sheet.rows[at]
            .cells
            .iter()
            .map(outreach_exchange::sheets::Cell::shown)
            .collect();
        cells.resize(sheet.headings.len().max(cells.len()), String::new());
        for correction in &self.request.corrections {
            if correction.row == number
                && let Some(cell) = cells.get_mut(correction.column as usize)
            {
                cell.clone_from(&correction.text);
            }
        }
        cells
    }

    fn alike(&self, row: &JudgedRow) -> Vec<AlikeView> {
        row.alike
            .iter()
            .filter_map(|like| {
                let (other, number) = match like.who {
                    Who::Stored(id) => (self.looking.plan.people().get(&id)?, None),
                    Who::Row(number) => (self.judged.row(number)?.draft.as_ref()?, Some(number)),
                };
                Some(AlikeView {
                    other: self.looking.row(other),
                    row: number,
                    score: like.score,
                    likely: like.likely,
                    reasons: like.reasons.clone(),
                })
            })
            .collect()
    }
}

/// Field by field, as the history tells it.
fn differences(plan: &Plan, before: &Person, after: &Person) -> Vec<FieldChange> {
    let mut found = Vec::new();
    macro_rules! each {
        ($($field:ident),* $(,)?) => {$(
            if before.$field != after.$field {
                found.push(FieldChange {
                    field: stringify!($field).to_owned(),
                    from: named(plan, json(&before.$field)),
                    to: named(plan, json(&after.$field)),
                });
            }
        )*};
    }
    each!(
        family,
        given,
        chinese,
        preferred,
        honorific,
        post,
        organisation,
        market,
        sectors,
        schemes,
        passports,
        university_region,
        languages,
        emails,
        telephones,
        tags,
        notes,
        source,
        retain_until,
    );
    found
}

fn json<T: Serialize>(value: &T) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}
