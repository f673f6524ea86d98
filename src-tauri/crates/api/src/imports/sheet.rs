//! What a spreadsheet of others would do, row by row.
//!
//! A row is known again by its identifier, else by what an earlier import made of it, else by title, start and place
//! of an event that is there. What a planner edited here since stays, as long as the row says what it said before.

use std::collections::{BTreeMap, HashMap};

use outreach_exchange::sheets::{
    self, AmbiguousColumn, DateOrder, RowVerdict, Sheet, SheetEvent, SheetField, ambiguous_dates, event_keys,
    guess_mapping,
};
use outreach_plan::{Event, EventId, Mission, Origin, OriginId, OriginSource, Plan, ProgrammeId, Status};

use super::intake::{Entry, Known, fingerprint, says_the_same};
use super::problems::of_cell;
use super::taken::{blank, chosen};
use crate::beginnings::current_programme;
use crate::long_work::Work;
use crate::views::{
    ColumnOrder, DateSample, DatesAsked, EncodingView, ImportVerdict, PreviewImport, SheetReading, SheetView,
};
use crate::{Refused, Session};

/// So many cells are shown of each column.
const SAMPLES: usize = 3;
/// A sample is cut after so many characters.
const SAMPLE_MOST: usize = 120;

/// How a layout was read the last time, by its fingerprint.
pub(super) type Mappings = BTreeMap<String, Vec<Option<String>>>;

/// Where the mappings are kept in the workspace.
pub(super) const MAPPINGS: &str = "import_mappings";
/// So many are kept.
const MAPPINGS_MOST: usize = 100;

/// What the columns are taken for.
pub(super) struct Mapping {
    pub(super) fields: Vec<Option<SheetField>>,
    pub(super) remembered: bool,
}

/// What was chosen, else remembered, else guessed.
pub(super) fn mapping(
    sheet: &Sheet,
    request: &PreviewImport,
    mappings: &Mappings,
) -> Result<Mapping, Refused> {
    let read = |keys: &[Option<String>]| -> Option<Vec<Option<SheetField>>> {
        let mut fields = Vec::with_capacity(sheet.headings.len());
        for key in keys.iter().take(sheet.headings.len()) {
            fields.push(match key {
                Some(key) => Some(SheetField::from_key(key)?),
                None => None,
            });
        }
        fields.resize(sheet.headings.len(), None);
        Some(fields)
    };
    if let Some(chosen) = &request.mapping {
        let fields = read(chosen).ok_or_else(|| Refused::invalid("mapping", "unknown"))?;
        return Ok(Mapping {
            fields,
            remembered: false,
        });
    }
    // A mapping of a later version may name a field that this one does not know.
    Ok(match mappings.get(&sheet.layout).and_then(|keys| read(keys)) {
        Some(fields) => Mapping {
            fields,
            remembered: true,
        },
        None => Mapping {
            fields: guess_mapping(sheet),
            remembered: false,
        },
    })
}

/// The mappings with that of this layout.
pub(super) fn remember(mut mappings: Mappings, sheet: &Sheet, mapping: &Mapping) -> Mappings {
    let keys = mapping
        .fields
        .iter()
        .map(|field| field.map(|field| field.key().to_owned()));
    mappings.insert(sheet.layout.clone(), keys.collect());
    while mappings.len() > MAPPINGS_MOST {
        let other = mappings.keys().find(|layout| **layout != sheet.layout).cloned();
        let Some(other) = other else { break };
        mappings.remove(&other);
    }
    mappings
}

/// How the sheet was read, to be shown.
pub(super) fn reading(sheet: &Sheet, mapping: &Mapping) -> SheetReading {
    let keys = mapping
        .fields
        .iter()
        .map(|field| field.map(|field| field.key().to_owned()));
    let all = SheetField::ALL.iter().map(|field| field.key().to_owned());
    reading_as(sheet, keys.collect(), mapping.remembered, all.collect())
}

/// The same of any sort of list: with what its columns are taken for, and all that a column can hold.
pub(crate) fn reading_as(
    sheet: &Sheet,
    mapping: Vec<Option<String>>,
    mapping_remembered: bool,
    fields: Vec<String>,
) -> SheetReading {
    let samples = (0..sheet.headings.len()).map(|column| {
        let cells = sheet.rows.iter().filter_map(|row| row.cells.get(column));
        let shown = cells.filter(|cell| !cell.is_empty()).take(SAMPLES);
        shown
            .map(|cell| cell.shown().chars().take(SAMPLE_MOST).collect())
            .collect()
    });
    SheetReading {
        form: sheet.form.key().to_owned(),
        encoding: sheet.encoding.as_ref().map(|encoding| EncodingView {
            label: encoding.label.clone(),
            sure: encoding.sure,
            others: encoding.others.clone(),
        }),
        sheets: sheet
            .sheets
            .iter()
            .map(|sheet| SheetView {
                name: sheet.name.clone(),
                rows: sheet.rows,
                columns: sheet.columns,
                hidden: sheet.hidden,
            })
            .collect(),
        sheet: sheet.sheet.clone(),
        header_row: sheet.header_row,
        headings: sheet.headings.clone(),
        mapping,
        mapping_remembered,
        fields,
        samples: samples.collect(),
    }
}

/// What has to be asked about dates, with what was answered.
pub(super) fn dates_asked(sheet: &Sheet, mapping: &Mapping, request: &PreviewImport) -> Vec<DatesAsked> {
    dates_asked_of(ambiguous_dates(sheet, &mapping.fields), &request.date_orders)
}

/// Columns of dates that can be read in more than one way, with what was answered.
pub(crate) fn dates_asked_of(
    columns: Vec<AmbiguousColumn>,
    answers: &BTreeMap<u32, ColumnOrder>,
) -> Vec<DatesAsked> {
    columns
        .into_iter()
        .map(|column| DatesAsked {
            column: column.column,
            samples: column
                .samples
                .into_iter()
                .map(|sample| {
                    let read = |order| {
                        let reading = sample.readings.iter().find(|(of, _)| *of == order);
                        reading.map(|(_, date)| *date)
                    };
                    DateSample {
                        day_first: read(DateOrder::DayFirst),
                        month_first: read(DateOrder::MonthFirst),
                        year_first: read(DateOrder::YearFirst),
                        text: sample.text,
                    }
                })
                .collect(),
            orders: column.orders.into_iter().map(ColumnOrder::from).collect(),
            answered: answers.get(&column.column).copied(),
            heading: column.heading,
        })
        .collect()
}

impl From<DateOrder> for ColumnOrder {
    fn from(order: DateOrder) -> Self {
        match order {
            DateOrder::DayFirst => Self::DayFirst,
            DateOrder::MonthFirst => Self::MonthFirst,
            DateOrder::YearFirst => Self::YearFirst,
        }
    }
}

impl From<ColumnOrder> for DateOrder {
    fn from(order: ColumnOrder) -> Self {
        match order {
            ColumnOrder::DayFirst => Self::DayFirst,
            ColumnOrder::MonthFirst => Self::MonthFirst,
            ColumnOrder::YearFirst => Self::YearFirst,
        }
    }
}

/// What each row would become, in the order of the sheet.
pub(super) fn judge<'a>(
    session: &'a Session,
    plan: &'a Plan,
    known: &'a Known,
    request: &PreviewImport,
    sheet: &Sheet,
    mapping: &Mapping,
    work: &mut Work,
) -> Result<Vec<Entry<'a>>, Refused> {
    let mission = chosen(plan, request.programme, request.mission)?;
    let orders = request
        .date_orders
        .iter()
        .map(|(column, order)| (*column, DateOrder::from(*order)))
        .collect();
    let verdicts = sheets::read_rows(sheet, &mapping.fields, &orders, plan);
    let origins: HashMap<&str, &Origin> = known
        .origins
        .iter()
        .filter(|origin| origin.source == OriginSource::Sheet)
        .map(|origin| (origin.key.as_str(), origin))
        .collect();
    let by_uid: HashMap<&str, &Event> = plan
        .events()
        .values()
        .map(|event| (event.uid.as_str(), event))
        .collect();
    let by_key: HashMap<String, EventId> = plan
        .events()
        .values()
        .flat_map(|event| event_keys(event).into_iter().map(|key| (key, event.id)))
        .collect();
    let cells: HashMap<u32, String> = sheet
        .rows
        .iter()
        .map(|row| (row.number, hash_of(row, mapping)))
        .collect();
    let total = verdicts.len() as u64;
    let mut entries = Vec::with_capacity(verdicts.len());
    for (done, verdict) in (0_u64..).zip(verdicts) {
        if done % 64 == 0 && work.step(done, total).is_break() {
            return Err(outreach_store::StoreError::Cancelled.into());
        }
        let RowVerdict {
            row,
            read,
            problems,
            warnings,
            key,
        } = verdict;
        let title = title_of(sheet, mapping, row);
        let mut entry = Entry::new(row, ImportVerdict::Refused, key);
        entry.number = Some(row);
        entry.problems = problems.into_iter().map(of_cell).collect();
        entry.warnings = warnings.into_iter().map(of_cell).collect();
        entry.title = title;
        if let Ok(read) = read {
            let hash = cells.get(&row).cloned().unwrap_or_default();
            if let Some(uid) = &read.uid {
                entry.key.clone_from(uid);
            }
            let origin = origins.get(entry.key.as_str()).copied();
            let stored = read
                .uid
                .as_deref()
                .and_then(|uid| by_uid.get(uid).copied())
                .or_else(|| plan.events().get(&origin?.event))
                .or_else(|| plan.events().get(by_key.get(&entry.key)?));
            let said_so = origin.is_some_and(|origin| origin.hash == hash);
            let event = match stored {
                Some(stored) => {
                    entry = entry.about(stored);
                    again(&mut entry, stored, &read, said_so)
                }
                None => {
                    entry.verdict = ImportVerdict::New;
                    let begun = blank(session, session.now(), read.uid.as_deref().unwrap_or_default());
                    Some(make(plan, begun, &read, request.programme, mission)?)
                }
            };
            entry.origin = event.as_ref().map(|event| Origin {
                id: origin.map_or_else(|| OriginId(session.fresh_key()), |origin| origin.id),
                event: event.id,
                source: OriginSource::Sheet,
                key: entry.key.clone(),
                sequence: 0,
                stamp: None,
                hash,
            });
            entry.after = event;
        }
        entries.push(entry);
    }
    Ok(entries)
}

/// The event as the row has it, if that is other than it was.
fn again(entry: &mut Entry<'_>, stored: &Event, read: &SheetEvent, said_so: bool) -> Option<Event> {
    entry.verdict = ImportVerdict::Same;
    if said_so {
        return None;
    }
    let mut after = stored.clone();
    read.put_on(&mut after);
    if says_the_same(stored, &after) {
        return None;
    }
    let called_off = after.status == Status::Cancelled && stored.status != Status::Cancelled;
    entry.verdict = if called_off {
        ImportVerdict::Cancelled
    } else {
        ImportVerdict::Changed
    };
    Some(after)
}

fn make(
    plan: &Plan,
    mut event: Event,
    read: &SheetEvent,
    programme: Option<ProgrammeId>,
    mission: Option<&Mission>,
) -> Result<Event, Refused> {
    read.fill(&mut event);
    let mission = read.mission.and_then(|id| plan.missions().get(&id)).or(mission);
    event.mission = mission.map(|mission| mission.id);
    match mission {
        Some(mission) => {
            event.programme = mission.programme;
            event.region = mission.region;
        }
        None => {
            event.programme = match programme {
                Some(programme) => programme,
                None => current_programme(plan, event.start.date())?,
            };
        }
    }
    Ok(event)
}

fn title_of(sheet: &Sheet, mapping: &Mapping, row: u32) -> String {
    let titles = [
        SheetField::TitleEn,
        SheetField::TitleZhHant,
        SheetField::TitleZhHans,
    ];
    let Ok(at) = sheet.rows.binary_search_by_key(&row, |row| row.number) else {
        return String::new();
    };
    titles
        .iter()
        .filter_map(|title| mapping.fields.iter().position(|field| *field == Some(*title)))
        .filter_map(|column| sheet.rows[at].cells.get(column))
        .map(sheets::Cell::shown)
        .find(|title| !title.is_empty())
        .map(|title| title.chars().take(SAMPLE_MOST).collect())
        .unwrap_or_default()
}

/// What the columns that are read say in a row.
fn hash_of(row: &sheets::SheetRow, mapping: &Mapping) -> String {
    let mut said = String::new();
    for (cell, field) in row.cells.iter().zip(&mapping.fields) {
        if let Some(field) = field {
            said.push_str(field.key());
            said.push('\u{1f}');
            said.push_str(&cell.shown());
            said.push('\u{1e}');
        }
    }
    fingerprint(said.as_bytes())
}
