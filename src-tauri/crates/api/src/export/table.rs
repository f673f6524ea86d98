//! A workbook or a table of values; what the preview shows is read back from a small file of the same kind.

use std::collections::{BTreeMap, BTreeSet};

use outreach_exchange::sheets::{Cell, SheetChoice, open_sheet};
use outreach_exchange::{NamedBytes, Outgoing, left_out_of_tables, write_csv_for, write_xlsx_for};
use outreach_plan::{Event, EventId, Region};

use super::{Chosen, Ready, Shown, marking, naming, refused};
use crate::rows::count;
use crate::views::{ExportFormat, SheetPreview};
use crate::{Refused, Session};

/// So many rows of each sheet are shown, the headings among them.
const ROWS: usize = 30;

pub(super) fn ready(session: &Session, chosen: &Chosen<'_>, is_preview: bool) -> Result<Ready, Refused> {
    let audience = chosen.request.audience;
    let is_workbook = chosen.request.format == ExportFormat::Xlsx;
    let ending = if is_workbook { "xlsx" } else { "csv" };
    let write = |out: &Outgoing<'_>| {
        let bytes = if is_workbook {
            write_xlsx_for(out, audience)
        } else {
            write_csv_for(out, audience)
        };
        bytes.map_err(refused)
    };
    let name = naming::of_events(chosen, audience, ending);
    let out = chosen.out(session);
    let bytes = write(&out)?;
    let sheets = if is_preview {
        let few = few(chosen.events, is_workbook);
        let small = write(&Outgoing { events: &few, ..out })?;
        sheets(&small, ending, chosen.events)
    } else {
        Vec::new()
    };
    Ok(Ready {
        files: vec![NamedBytes {
            name: name.clone(),
            bytes,
        }],
        name,
        ending,
        events: count(chosen.events.len()),
        leaves_out: left_out_of_tables(audience).to_vec(),
        marking: marking(audience),
        shown: Shown {
            sheets,
            ..Shown::default()
        },
    })
}

/// The first events of all and, where each region has its sheet, of each region, in their order.
fn few<'a>(events: &[&'a Event], by_region: bool) -> Vec<&'a Event> {
    let mut wanted: BTreeSet<EventId> = events.iter().take(ROWS).map(|event| event.id).collect();
    if by_region {
        let mut taken: BTreeMap<Region, usize> = BTreeMap::new();
        for event in events {
            let taken = taken.entry(event.region).or_default();
            if *taken < ROWS {
                *taken += 1;
                wanted.insert(event.id);
            }
        }
    }
    events
        .iter()
        .copied()
        .filter(|event| wanted.contains(&event.id))
        .collect()
}

/// The sheets of a file that was just written. One that cannot be read back is not shown; it is written nonetheless.
fn sheets(bytes: &[u8], ending: &str, events: &[&Event]) -> Vec<SheetPreview> {
    let Ok(first) = open_sheet(bytes, ending, &SheetChoice::default()) else {
        return Vec::new();
    };
    // The first sheet holds all; each further one is a region's, in the order of the regions.
    let regions = Region::ALL
        .iter()
        .map(|region| events.iter().filter(|event| event.region == *region).count());
    let mut rows = std::iter::once(events.len()).chain(regions.filter(|rows| *rows > 0));
    first
        .sheets
        .iter()
        .filter_map(|sheet| {
            let choice = SheetChoice {
                sheet: Some(sheet.name.clone()).filter(|name| !name.is_empty()),
                ..SheetChoice::default()
            };
            let read = open_sheet(bytes, ending, &choice).ok()?;
            let cells = read
                .rows
                .iter()
                .take(ROWS - 1)
                .map(|row| row.cells.iter().map(Cell::shown).collect());
            Some(SheetPreview {
                name: sheet.name.clone(),
                rows: count(rows.next().unwrap_or_default()),
                first: std::iter::once(read.headings.clone()).chain(cells).collect(),
            })
        })
        .collect()
}
