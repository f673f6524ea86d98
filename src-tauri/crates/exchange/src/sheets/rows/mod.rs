//! A verdict on each row.

mod fields;
mod place;
mod span;

pub(crate) use fields::short;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use outreach_plan::{EventKind, Plan, Status, Wording};
use outreach_zones::Zone;

use super::cities::Cities;
use super::names::Names;
use super::verdict::key;
use super::{
    Cell, CellProblem, DateOrder, Params, RowVerdict, Sheet, SheetEvent, SheetField, SheetRow, orders,
};

/// What all rows of a sheet share.
pub(super) struct Reading<'a> {
    plan: &'a Plan,
    columns: BTreeMap<SheetField, usize>,
    headings: &'a [String],
    orders: BTreeMap<usize, DateOrder>,
    /// The columns whose order the planner gave, who needs no telling.
    answered: BTreeSet<usize>,
    epoch_1904: bool,
    names: Names,
    cities: Cities,
    zones: HashMap<String, Option<Zone>>,
}

/// One row being read.
struct Row<'r> {
    cells: &'r [Cell],
    columns: &'r BTreeMap<SheetField, usize>,
    headings: &'r [String],
    problems: Vec<CellProblem>,
    warnings: Vec<CellProblem>,
    says: BTreeSet<SheetField>,
    kept: Vec<String>,
}

pub(super) fn read(
    sheet: &Sheet,
    mapping: &[Option<SheetField>],
    answers: &BTreeMap<u32, DateOrder>,
    plan: &Plan,
) -> Vec<RowVerdict> {
    let mut columns = BTreeMap::new();
    for (column, field) in mapping.iter().enumerate() {
        if let Some(field) = field {
            columns.entry(*field).or_insert(column);
        }
    }
    let mut reading = Reading {
        plan,
        columns,
        headings: &sheet.headings,
        orders: orders::decided(sheet, mapping, answers),
        answered: answers.keys().map(|column| *column as usize).collect(),
        epoch_1904: sheet.epoch_1904,
        names: Names::of(plan),
        cities: Cities::default(),
        zones: HashMap::new(),
    };
    let mut verdicts: Vec<RowVerdict> = sheet.rows.iter().map(|row| reading.row(row)).collect();
    once_each(&mut verdicts);
    verdicts
}

impl Reading<'_> {
    fn row(&mut self, row: &SheetRow) -> RowVerdict {
        let columns = std::mem::take(&mut self.columns);
        let mut open = Row {
            cells: &row.cells,
            columns: &columns,
            headings: self.headings,
            problems: Vec::new(),
            warnings: Vec::new(),
            says: BTreeSet::new(),
            kept: Vec::new(),
        };
        let event = self.event(&mut open);
        let Row {
            problems, warnings, ..
        } = open;
        self.columns = columns;
        let read = match event {
            Some(event) if problems.is_empty() => Ok(event),
            Some(_) | None => Err(()),
        };
        let key = read.as_ref().map_or_else(
            |()| String::new(),
            |event| key(first_title(&event.title), event.start, &event.zone),
        );
        RowVerdict {
            row: row.number,
            read,
            problems,
            warnings,
            key,
        }
    }

    fn event(&mut self, row: &mut Row<'_>) -> Option<SheetEvent> {
        let uid = row.line(SheetField::Uid, 255);
        let title = row.titles();
        let mission = self.mission(row);
        let market = self.market(row);
        let venue = self.venue(row);
        let place = self.place(row, mission, market, venue);
        let region = self.region(row, mission, market, place.country);
        let span = place.zone.as_ref().and_then(|zone| self.span(row, zone));
        // Days and times are looked at even where the zone is missing, so that all is told at once.
        if place.zone.is_none() {
            self.look_at_times(row);
        }
        let kind = row.chosen(SheetField::Kind, super::names::kind);
        if kind.is_none() && row.is_blank(SheetField::Kind) {
            row.warn(
                SheetField::Kind,
                "kind_assumed",
                [("kind", EventKind::default().key().to_owned())],
            );
        }
        let status = row.chosen(SheetField::Status, super::names::status);
        if status.is_none() && row.is_blank(SheetField::Status) {
            row.warn(
                SheetField::Status,
                "status_assumed",
                [("status", Status::default().key().to_owned())],
            );
        }
        let capacity = row.capacity();
        let hosts = self.hosts(row);
        let sectors = row.sectors();
        let languages = row.languages();
        let speakers = row.entries(SheetField::Speakers);
        let tags = row.entries(SheetField::Tags);
        let url = row.url();
        let notes = row.notes();
        let (span, region) = (span?, region?);
        Some(SheetEvent {
            says: std::mem::take(&mut row.says),
            uid,
            title,
            region,
            market,
            mission,
            kind: kind.unwrap_or_default(),
            status: status.unwrap_or_default(),
            start: span.start.0,
            start_fold: span.start.1,
            end: span.end.0,
            end_fold: span.end.1,
            zone: place.zone.map(|zone| zone.name().to_owned()).unwrap_or_default(),
            all_day: span.all_day,
            city: place.city,
            place: place.name,
            venue,
            capacity,
            languages,
            hosts,
            sectors,
            speakers,
            url,
            notes,
            kept: std::mem::take(&mut row.kept),
            tags,
        })
    }
}

impl<'r> Row<'r> {
    fn has(&self, field: SheetField) -> bool {
        self.columns.contains_key(&field)
    }

    /// Whether there is a column for it with nothing in this row.
    fn is_blank(&self, field: SheetField) -> bool {
        self.has(field) && self.cell(field).is_empty()
    }

    fn column(&self, field: SheetField) -> Option<usize> {
        self.columns.get(&field).copied()
    }

    fn cell(&self, field: SheetField) -> &'r Cell {
        self.column(field)
            .and_then(|column| self.cells.get(column))
            .unwrap_or(&Cell::Empty)
    }

    /// What a field's cell shows; none where it is empty or has no column. An error in the cell is a problem.
    fn text(&mut self, field: SheetField) -> Option<String> {
        let cell = self.cell(field);
        if let Cell::Error(text) = cell {
            let text = text.clone();
            self.refuse(field, "cell_error", [("text", text)]);
            return None;
        }
        (!cell.is_empty()).then(|| cell.shown())
    }

    fn refuse<const N: usize>(
        &mut self,
        field: SheetField,
        code: &'static str,
        params: [(&'static str, String); N],
    ) {
        let problem = self.about(field, code, params.into());
        self.problems.push(problem);
    }

    fn warn<const N: usize>(
        &mut self,
        field: SheetField,
        code: &'static str,
        params: [(&'static str, String); N],
    ) {
        let warning = self.about(field, code, params.into());
        self.warnings.push(warning);
    }

    fn about(&self, field: SheetField, code: &'static str, params: Params) -> CellProblem {
        let column = self.column(field).and_then(|column| u32::try_from(column).ok());
        CellProblem {
            column,
            field: Some(field),
            code,
            params,
        }
    }

    /// Keeps in the notes what a cell has that names nothing, under the column's heading.
    fn keep(&mut self, field: SheetField, code: &'static str, text: &str) {
        let short: String = text.chars().take(200).collect();
        self.warn(field, code, [("text", short)]);
        let heading = self
            .column(field)
            .and_then(|column| self.headings.get(column))
            .map_or("", String::as_str);
        self.kept.push(format!("{heading}: {text}").replace('\n', " "));
    }
}

fn first_title(title: &Wording) -> &str {
    [&title.en, &title.zh_hant, &title.zh_hans]
        .into_iter()
        .find(|text| !text.is_empty())
        .map_or("", String::as_str)
}

/// Refuses what stands twice in a sheet, and tells apart what only looks alike.
fn once_each(verdicts: &mut [RowVerdict]) {
    let mut uids: HashMap<String, u32> = HashMap::new();
    let mut keys: HashMap<String, Vec<usize>> = HashMap::new();
    for at in 0..verdicts.len() {
        let (before, rest) = verdicts.split_at_mut(at);
        let verdict = &mut rest[0];
        let Ok(event) = &verdict.read else { continue };
        let about = |code, row: u32, field| CellProblem {
            column: None,
            field,
            code,
            params: Params::from([("row", row.to_string())]),
        };
        if let Some(uid) = &event.uid
            && let Some(row) = uids.insert(uid.clone(), verdict.row)
        {
            uids.insert(uid.clone(), row);
            verdict
                .problems
                .push(about("uid_in_row", row, Some(SheetField::Uid)));
        } else {
            let alike = keys.entry(verdict.key.clone()).or_default();
            let twin = alike.iter().find(|other| before[**other].read == verdict.read);
            if let Some(twin) = twin {
                let row = before[*twin].row;
                verdict.problems.push(about("same_as_row", row, None));
            } else {
                if let (Some(first), None) = (alike.first(), &event.uid) {
                    let row = before[*first].row;
                    verdict.warnings.push(about("like_row", row, None));
                    verdict.key = format!("{}|{}", verdict.key, alike.len() + 1);
                }
                alike.push(at);
            }
        }
        if !verdict.problems.is_empty() {
            verdict.read = Err(());
            verdict.key.clear();
        }
    }
}
