//! Calendars and spreadsheets that others wrote, on their way in.
//!
//! Preview and commit run the same code over the same file and differ only in their last step, so that what is
//! written is what was shown. Nothing is kept between the two but the file's number and its fingerprint: a preview
//! costs a second at most, and a copy of a stranger's file in memory would have to be guarded, aged and locked away.

mod another;
mod calendar;
pub(crate) mod intake;
pub(crate) mod problems;
pub(crate) mod read;
pub(crate) mod replies;
pub(crate) mod sheet;
mod taken;
mod understood;
mod when;
mod whereabouts;

use outreach_store::StoreError;

use crate::change::Label;
use crate::files::write_whole;
use crate::host::Choose;
use crate::views::{
    ChooseImport, ChosenImport, Exported, ImportKind, ImportPreview, Imported, ListReplies, PreviewImport,
    ReplyRow, WriteTemplate,
};
use crate::{Refused, Session, choices};
use intake::{Intake, Known};
use read::Content;
use sheet::{MAPPINGS, Mappings};
use understood::{Understood, encoding_of, is_answered, unanswered};

/// `imports.choose`
pub(crate) fn choose(session: &Session, request: &ChooseImport) -> Result<Option<ChosenImport>, Refused> {
    // What is imported goes into the open workspace; without one the dialog would lead nowhere.
    session.desk()?;
    let endings: &[&str] = match request.kind {
        ImportKind::Ics => &["ics", "ical", "ifb", "vcs"],
        ImportKind::Sheet => &["xlsx", "xlsm", "ods", "csv", "tsv", "txt"],
    };
    let Some(path) = session.host.choose(&Choose::Import { endings }) else {
        return Ok(None);
    };
    let size = crate::files::size_of(&path, read::LARGEST)?;
    Ok(Some(ChosenImport {
        file: session.choices.number(&path),
        name: choices::shown(&path).0,
        size,
    }))
}

/// `imports.preview`
pub(crate) fn preview(session: &Session, request: &PreviewImport) -> Result<ImportPreview, Refused> {
    let mut work = session.long_work.begin("import", &session.teller);
    let file = read::file(session, request, &mut work)?;
    let desk = session.desk()?;
    let (known, mappings) = {
        let mut held = desk.hold();
        let store = held.file()?;
        (
            Known::of(store)?,
            store.setting::<Mappings>(MAPPINGS)?.unwrap_or_default(),
        )
    };
    let plan = desk.plan();
    let read = Understood::of(session, &plan, &known, &mappings, request, &file, &mut work)?;
    let Understood {
        intake,
        mapping,
        zone_asks,
        date_asks,
        replies,
        losses,
        notes,
    } = read;
    let answered = is_answered(&zone_asks, &date_asks);
    if work.step(1, 1).is_break() {
        return Err(StoreError::Cancelled.into());
    }
    let encoding = match &file.content {
        Content::Calendar(calendar, _) => Some(encoding_of(calendar)),
        Content::Sheet(_) => None,
    };
    let (name, product, method, sheet) = match &file.content {
        Content::Calendar(calendar, _) => (
            if calendar.name.is_empty() {
                file.name.clone()
            } else {
                calendar.name.clone()
            },
            calendar.product.clone(),
            calendar.method.clone(),
            None,
        ),
        Content::Sheet(sheet) => {
            let reading = mapping.as_ref().map(|mapping| sheet::reading(sheet, mapping));
            (file.name.clone(), String::new(), None, reading)
        }
    };
    Ok(ImportPreview {
        name,
        size: file.size,
        fingerprint: file.fingerprint,
        kind: request.kind,
        product,
        method,
        encoding,
        sheet,
        zone_asks,
        date_asks,
        answered,
        counts: intake.counts,
        rows: intake.rows,
        replies,
        losses,
        notes,
    })
}

/// `imports.commit`
pub(crate) fn commit(session: &Session, request: &PreviewImport) -> Result<Imported, Refused> {
    let mut work = session.long_work.begin("import", &session.teller);
    let file = read::file(session, request, &mut work)?;
    let done = session.change(|draft| {
        let known = Known::of(draft.store())?;
        let mappings = draft.store().setting::<Mappings>(MAPPINGS)?.unwrap_or_default();
        let read = Understood::of(session, draft.plan, &known, &mappings, request, &file, &mut work)?;
        let Understood {
            intake,
            mapping,
            zone_asks,
            date_asks,
            ..
        } = read;
        if !is_answered(&zone_asks, &date_asks) {
            return Err(unanswered(&zone_asks, &date_asks));
        }
        let Intake {
            counts,
            events,
            origins,
            replies,
            ..
        } = intake;
        let label = Label::new(match request.kind {
            ImportKind::Ics => "calendar_imported",
            ImportKind::Sheet => "sheet_imported",
        })
        .with("new", counts.new)
        .with("changed", counts.changed)
        .with("cancelled", counts.cancelled)
        .with("replies", counts.replies);
        let remembered = match (&file.content, &mapping) {
            (Content::Sheet(sheet), Some(mapping)) => Some(sheet::remember(mappings, sheet, mapping)),
            (Content::Sheet(_) | Content::Calendar(..), _) => None,
        };
        let ids = intake::ids(&events);
        for event in events {
            draft.put_made(event);
        }
        if !origins.is_empty() || !replies.is_empty() || remembered.is_some() {
            draft.also(move |tx| {
                for origin in &origins {
                    tx.put(origin)?;
                }
                for reply in &replies {
                    tx.put(reply)?;
                }
                match remembered {
                    Some(mappings) => tx.set_setting(MAPPINGS, &mappings),
                    None => Ok(()),
                }
            });
        }
        // Past this the change is written whole.
        if work.step(1, 1).is_break() {
            return Err(StoreError::Cancelled.into());
        }
        Ok(((counts, ids), label))
    })?;
    let (counts, events) = done.value;
    Ok(Imported {
        counts,
        change: done.change,
        events,
    })
}

/// `imports.template`
pub(crate) fn template(session: &Session, request: &WriteTemplate) -> Result<Option<Exported>, Refused> {
    let desk = session.desk()?;
    let bytes =
        outreach_exchange::sheets::write_template(request.language, &desk.plan()).map_err(|error| {
            Refused::new("export_failed", format!("Nothing was written: {error}.")).with("reason", error)
        })?;
    let suggested = match request.language {
        outreach_plan::Language::English => "Programme template.xlsx",
        outreach_plan::Language::TraditionalChinese => "計劃範本.xlsx",
        outreach_plan::Language::SimplifiedChinese => "计划模板.xlsx",
    };
    let choose = Choose::Export {
        suggested: suggested.to_owned(),
        ending: "xlsx",
    };
    let Some(path) = session.host.choose(&choose) else {
        return Ok(None);
    };
    write_whole(&path, &bytes)?;
    let (name, folder) = choices::shown(&path);
    Ok(Some(Exported {
        name,
        folder,
        events: 0,
        size: bytes.len() as u64,
        files: 1,
    }))
}

/// `replies.list`
pub(crate) fn replies(session: &Session, request: &ListReplies) -> Result<Vec<ReplyRow>, Refused> {
    let desk = session.desk()?;
    let mut known = Known::of(desk.hold().file()?)?;
    known
        .replies
        .sort_by_key(|reply| std::cmp::Reverse((reply.stamp, reply.received, reply.id)));
    let plan = desk.plan();
    let answered = replies::Answered::of(&plan, &known, request.language);
    Ok(known
        .replies
        .iter()
        .filter(|reply| {
            request
                .event
                .is_none_or(|wanted| answered.event(reply).is_some_and(|event| event.id == wanted))
        })
        .map(|reply| answered.row(reply, true))
        .collect())
}
