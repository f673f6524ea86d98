//! Taking the programme out.

use chrono::NaiveDate;
use outreach_exchange::{Left, Outgoing};
use outreach_plan::{Event, Language};

use crate::filter::{Wanted, last_day};
use crate::host::Choose;
use crate::rows::count;
use crate::views::{ExportFormat, ExportPreview, Exported, WriteExport};
use crate::{Refused, Session, choices, files};

/// So much of a file is shown before it is written.
const BEGINNING_AT_MOST: usize = 4000;

/// An export put together.
struct Ready {
    bytes: Vec<u8>,
    events: u32,
    name: String,
    leaves_out: Vec<String>,
    beginning: String,
}

/// `export.preview`
pub(crate) fn preview(session: &Session, request: &WriteExport) -> Result<ExportPreview, Refused> {
    let ready = ready(session, request)?;
    Ok(ExportPreview {
        events: ready.events,
        size: ready.bytes.len() as u64,
        suggested_name: ready.name,
        leaves_out: ready.leaves_out,
        beginning: ready.beginning,
        files: Vec::new(),
        marking: None,
        changed_zones: Vec::new(),
        sheets: Vec::new(),
        html: None,
        pages: None,
        page_picture: None,
    })
}

/// `export.write`
pub(crate) fn write(session: &Session, request: &WriteExport) -> Result<Option<Exported>, Refused> {
    // Put together first: a programme that cannot be exported should not ask for a place.
    let ready = ready(session, request)?;
    let choose = Choose::Export {
        suggested: ready.name,
        ending: ending(request.format),
    };
    let Some(path) = session.host.choose(&choose) else {
        return Ok(None);
    };
    files::write_whole(&path, &ready.bytes)?;
    let (name, folder) = choices::shown(&path);
    Ok(Some(Exported {
        name,
        folder,
        events: ready.events,
        size: ready.bytes.len() as u64,
        files: 1,
    }))
}

fn ending(format: ExportFormat) -> &'static str {
    match format {
        ExportFormat::Ics => "ics",
        ExportFormat::Xlsx => "xlsx",
        ExportFormat::Csv => "csv",
        ExportFormat::Html => "html",
        ExportFormat::Pdf => "pdf",
    }
}

fn ready(session: &Session, request: &WriteExport) -> Result<Ready, Refused> {
    let mut work = session.long_work.begin("export", &session.teller);
    session.look(request.language, |look| {
        let wanted = Wanted::by(&request.filter, look.plan, look.findings);
        let events = wanted.events();
        let programmes: Vec<_> = look
            .plan
            .programmes()
            .values()
            .filter(|p| events.iter().any(|e| e.programme == p.id))
            .collect();
        let title = match programmes.as_slice() {
            [only] => look.say(&only.title),
            _ => title_of(request.language).to_owned(),
        };
        let out = Outgoing {
            plan: look.plan,
            events: &events,
            title: &title,
            language: request.language,
            written: session.now(),
        };
        if work.step(0, events.len() as u64).is_break() {
            return Err(outreach_store::StoreError::Cancelled.into());
        }
        let bytes = written(request.format, &out)?;
        if work.step(events.len() as u64, events.len() as u64).is_break() {
            return Err(outreach_store::StoreError::Cancelled.into());
        }
        let beginning = match request.format {
            ExportFormat::Ics | ExportFormat::Csv | ExportFormat::Html | ExportFormat::Pdf => beginning(&bytes),
            ExportFormat::Xlsx => beginning(&written(ExportFormat::Csv, &out)?),
        };
        Ok(Ready {
            events: count(events.len()),
            name: name(&title, &events, request.format),
            leaves_out: left(request.format)
                .iter()
                .map(|left| left.key().to_owned())
                .collect(),
            beginning,
            bytes,
        })
    })
}

fn written(format: ExportFormat, out: &Outgoing<'_>) -> Result<Vec<u8>, Refused> {
    let bytes = match format {
        ExportFormat::Ics => outreach_exchange::write_ics(out),
        ExportFormat::Xlsx => outreach_exchange::write_xlsx(out),
        ExportFormat::Csv => outreach_exchange::write_csv(out),
        ExportFormat::Html => outreach_exchange::write_html(out),
        ExportFormat::Pdf => Err(outreach_exchange::ExportError::Writer("no printer yet".to_owned())),
    };
    bytes.map_err(|error| {
        Refused::new("export_failed", format!("Nothing was written: {error}.")).with("reason", error)
    })
}

fn left(_format: ExportFormat) -> Vec<Left> {
    vec![Left::Notes, Left::Delegates, Left::RunSheet]
}

fn beginning(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(BEGINNING_AT_MOST * 4)]);
    text.trim_start_matches('\u{feff}')
        .chars()
        .take(BEGINNING_AT_MOST)
        .collect()
}

fn title_of(language: Language) -> &'static str {
    match language {
        Language::English => "Outreach programme",
        Language::TraditionalChinese => "外展計劃",
        Language::SimplifiedChinese => "外展计划",
    }
}

/// A name that any file system takes: `Outreach programme 2027 2027-01-12–2027-11-30.ics`.
fn name(title: &str, events: &[&Event], format: ExportFormat) -> String {
    let plain: String = title
        .chars()
        .map(|c| {
            if c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '–') {
                c
            } else {
                ' '
            }
        })
        .take(80)
        .collect();
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let days = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let first = days(events.iter().map(|event| event.start.date()).min());
    let last = days(events.iter().map(|event| last_day(event)).max());
    let span = if first == last {
        first
    } else {
        format!("{first} {last}")
    };
    format!("{} {}.{}", plain, span.trim(), ending(format)).replace(" .", ".")
}
