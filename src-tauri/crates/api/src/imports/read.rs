//! Reading what was chosen: bounded by its length, and as what its content is.

use std::cell::RefCell;
use std::ops::ControlFlow;

use outreach_exchange::incoming::{IncomingCalendar, ReadError, Reading, read_ics};
use outreach_exchange::sheets::{Sheet, SheetChoice, SheetError, open_sheet};
use outreach_plan::Plan;
use outreach_zones::{Rules, UnknownZone};

use super::calendar::Window;
use super::intake::fingerprint;
use crate::long_work::Work;
use crate::views::{ImportKind, PreviewImport};
use crate::{Refused, Session, choices, files};

/// A file is at most so long: 64 MB.
pub(crate) const LARGEST: u64 = 64 << 20;
/// A series has at most so many occasions.
const OCCASIONS_MOST: usize = 1000;

/// A file that was read.
pub(super) struct File {
    pub(super) name: String,
    pub(super) size: u64,
    pub(super) fingerprint: String,
    pub(super) content: Content,
}

/// What is in it.
pub(super) enum Content {
    Calendar(IncomingCalendar, Window),
    Sheet(Sheet),
}

/// Reads the chosen file.
pub(super) fn file(session: &Session, request: &PreviewImport, work: &mut Work) -> Result<File, Refused> {
    let path = session.choices.path(request.file)?;
    let bytes = files::read_bounded(&path, LARGEST)?;
    let fingerprint = fingerprint(&bytes);
    if request
        .fingerprint
        .as_ref()
        .is_some_and(|seen| *seen != fingerprint)
    {
        return Err(Refused::new(
            "import_file_changed",
            "The file has changed since it was looked at. Nothing was imported; look at it again.",
        ));
    }
    let content = match request.kind {
        ImportKind::Ics => {
            let (rules, window) = {
                let desk = session.desk()?;
                let plan = desk.plan();
                (plan.rules().clone(), window(session, &plan))
            };
            Content::Calendar(calendar(&bytes, &rules, window, request, work)?, window)
        }
        ImportKind::Sheet => {
            let ending = path
                .extension()
                .unwrap_or_default()
                .to_string_lossy()
                .to_lowercase();
            let choice = SheetChoice {
                encoding: request.encoding.clone(),
                sheet: request.sheet.clone(),
                header_row: request.header_row,
            };
            Content::Sheet(open_sheet(&bytes, &ending, &choice).map_err(|error| sheet_refused(&error))?)
        }
    };
    Ok(File {
        name: choices::stem(&path),
        size: bytes.len() as u64,
        fingerprint,
        content,
    })
}

fn window(session: &Session, plan: &Plan) -> Window {
    Window::of(plan, session.shown().in_hong_kong(session.now()).date())
}

fn calendar(
    bytes: &[u8],
    rules: &Rules,
    window: Window,
    request: &PreviewImport,
    work: &mut Work,
) -> Result<IncomingCalendar, Refused> {
    let work = RefCell::new(work);
    let cancel = |done: usize, total: usize| -> ControlFlow<()> {
        // Judging comes after reading and tells on: half of the work each.
        work.borrow_mut()
            .step(done as u64, (total as u64).saturating_mul(2).max(1))
    };
    let reading = Reading {
        rules,
        floating_zone: request.floating_zone.as_deref(),
        zone_answers: &request.zone_answers,
        encoding: request.encoding.as_deref(),
        expand_from: Some(window.from),
        expand_until: window.until,
        expand_at_most: OCCASIONS_MOST,
        cancel: &cancel,
    };
    read_ics(bytes, &reading).map_err(|error| calendar_refused(&error, rules))
}

fn calendar_refused(error: &ReadError, rules: &Rules) -> Refused {
    let detail = format!("{}. Nothing was imported.", sentence(error));
    match error {
        ReadError::TooLarge { most } => Refused::new("import_too_large", detail).with("most_mb", most >> 20),
        ReadError::TooMany { most } => Refused::new("import_too_many", detail).with("most", most),
        ReadError::NotACalendar => Refused::new("not_a_calendar", detail),
        ReadError::UnknownEncoding => Refused::new("unknown_encoding", detail),
        ReadError::UnknownZone { zone } => Refused::unknown_zone(&UnknownZone {
            name: zone.clone(),
            suggestions: rules.suggest(zone),
        }),
        ReadError::Stopped => outreach_store::StoreError::Cancelled.into(),
    }
}

/// Why a spreadsheet cannot be read.
pub(crate) fn sheet_refused(error: &SheetError) -> Refused {
    let mut refused = Refused::new(
        error.code(),
        format!("{}. Nothing was imported.", sentence(error)),
    );
    for (name, value) in error.params() {
        refused = refused.with(name, value);
    }
    refused
}

/// An error as a sentence.
pub(crate) fn sentence(error: &dyn std::fmt::Display) -> String {
    let text = error.to_string();
    let mut characters = text.chars();
    match characters.next() {
        Some(first) => first.to_uppercase().chain(characters).collect(),
        None => text,
    }
}
