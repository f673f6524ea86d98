//! Taking the programme out: each format put together whole, shown before it is written, and written whole.

mod calendar;
mod naming;
mod paper;
mod table;

pub(crate) use paper::{Printed, refused as paper_refused};

use outreach_exchange::{ExportError, Left, NamedBytes, Outgoing, left_out};
use outreach_plan::{Audience, Event, Language, Plan};
use outreach_store::StoreError;

use crate::filter::Wanted;
use crate::host::Choose;
use crate::long_work::Work;
use crate::rows::count;
use crate::views::{
    ExportFile, ExportFormat, ExportPreview, Exported, PagePictureView, SheetPreview, WriteExport,
};
use crate::{Refused, Session, choices, files};

/// So much of a file is shown before it is written.
const BEGINNING_AT_MOST: usize = 4000;

/// An export put together.
struct Ready {
    files: Vec<NamedBytes>,
    /// The name of the file; of the folder where there are several.
    name: String,
    ending: &'static str,
    events: u32,
    leaves_out: Vec<Left>,
    marking: Option<String>,
    shown: Shown,
}

/// What a preview shows of it.
#[derive(Default)]
struct Shown {
    changed_zones: Vec<String>,
    sheets: Vec<SheetPreview>,
    pages: Option<u32>,
    page_picture: Option<PagePictureView>,
    missing: Vec<String>,
}

/// What an export is made from.
struct Chosen<'a> {
    plan: &'a Plan,
    events: &'a [&'a Event],
    title: &'a str,
    request: &'a WriteExport,
}

impl<'a> Chosen<'a> {
    fn out(&self, session: &Session) -> Outgoing<'a> {
        Outgoing {
            plan: self.plan,
            events: self.events,
            title: self.title,
            language: self.request.language,
            written: session.now(),
        }
    }
}

impl Ready {
    fn size(&self) -> u64 {
        self.files.iter().map(|file| file.bytes.len() as u64).sum()
    }

    /// What a reader of the only file would see first.
    fn text(&self) -> &[u8] {
        self.files
            .first()
            .map(|file| file.bytes.as_slice())
            .unwrap_or_default()
    }
}

/// `export.preview`
pub(crate) fn preview(session: &Session, request: &WriteExport) -> Result<ExportPreview, Refused> {
    let ready = ready(session, request, true)?;
    let is_text = matches!(
        request.format,
        ExportFormat::Ics | ExportFormat::Csv | ExportFormat::Html
    );
    let zipped = ready.ending == "zip";
    let beginning = match ready.shown.sheets.first() {
        Some(sheet) if !is_text => sheet
            .first
            .iter()
            .map(|row| row.join("\t"))
            .collect::<Vec<_>>()
            .join("\n"),
        _ if is_text && !zipped => beginning(ready.text()),
        _ => String::new(),
    };
    let html =
        (request.format == ExportFormat::Html).then(|| String::from_utf8_lossy(ready.text()).into_owned());
    Ok(ExportPreview {
        events: ready.events,
        size: ready.size(),
        files: ready
            .files
            .iter()
            .map(|file| ExportFile {
                name: file.name.clone(),
                size: file.bytes.len() as u64,
            })
            .collect(),
        leaves_out: ready
            .leaves_out
            .iter()
            .map(|left| left.key().to_owned())
            .collect(),
        marking: ready.marking,
        suggested_name: ready.name,
        beginning,
        html,
        changed_zones: ready.shown.changed_zones,
        sheets: ready.shown.sheets,
        pages: ready.shown.pages,
        page_picture: ready.shown.page_picture,
        missing: ready.shown.missing,
    })
}

/// `export.write`
pub(crate) fn write(session: &Session, request: &WriteExport) -> Result<Option<Exported>, Refused> {
    // Put together first: a programme that cannot be exported should not ask for a place.
    let ready = ready(session, request, false)?;
    let size = ready.size();
    let written = if let [only] = ready.files.as_slice() {
        let choose = Choose::Export {
            suggested: ready.name,
            ending: ready.ending,
        };
        let Some(path) = session.host.choose(&choose) else {
            return Ok(None);
        };
        files::write_whole(&path, &only.bytes)?;
        path
    } else {
        let choose = Choose::ExportFolder {
            suggested: ready.name,
        };
        let Some(path) = session.host.choose(&choose) else {
            return Ok(None);
        };
        let all = ready
            .files
            .iter()
            .map(|file| (file.name.as_str(), file.bytes.as_slice()));
        files::write_folder(&path, all)?
    };
    let (name, folder) = choices::shown(&written);
    Ok(Some(Exported {
        name,
        folder,
        events: ready.events,
        size,
        files: count(ready.files.len()),
    }))
}

fn ready(session: &Session, request: &WriteExport, is_preview: bool) -> Result<Ready, Refused> {
    let mut work = session.long_work.begin("export", &session.teller);
    if request.format == ExportFormat::Pdf {
        return paper::ready(session, request, is_preview, &mut work);
    }
    session.look(request.language, |look| {
        let wanted = Wanted::by(&request.filter, look.plan, look.findings);
        // The page is for the public, whoever asks for it.
        let audience = match request.format {
            ExportFormat::Html => Audience::Public,
            ExportFormat::Ics | ExportFormat::Xlsx | ExportFormat::Csv | ExportFormat::Pdf => {
                request.audience
            }
        };
        let mut events = wanted.events();
        events.retain(|event| audience.is_told_of(event.status));
        let title = title(look.plan, &events, request.language);
        let chosen = Chosen {
            plan: look.plan,
            events: &events,
            title: &title,
            request,
        };
        let total = events.len() as u64;
        go_on(&mut work, 0, total)?;
        let ready = match request.format {
            ExportFormat::Ics => calendar::ready(session, &chosen)?,
            ExportFormat::Xlsx | ExportFormat::Csv => table::ready(session, &chosen, is_preview)?,
            ExportFormat::Html | ExportFormat::Pdf => page(session, &chosen)?,
        };
        go_on(&mut work, total, total)?;
        Ok(ready)
    })
}

fn page(session: &Session, chosen: &Chosen<'_>) -> Result<Ready, Refused> {
    let name = naming::of_events(chosen, Audience::Public, "html");
    let bytes = outreach_exchange::write_html(&chosen.out(session)).map_err(refused)?;
    Ok(Ready {
        files: vec![NamedBytes {
            name: name.clone(),
            bytes,
        }],
        name,
        ending: "html",
        events: count(chosen.events.len()),
        leaves_out: left_out(Audience::Public).to_vec(),
        marking: None,
        shown: Shown::default(),
    })
}

fn title(plan: &Plan, events: &[&Event], language: Language) -> String {
    let mut programmes = plan
        .programmes()
        .values()
        .filter(|p| events.iter().any(|e| e.programme == p.id));
    match (programmes.next(), programmes.next()) {
        (Some(only), None) => only.title.in_language(language).to_owned(),
        (Some(_) | None, _) => naming::programme(language).to_owned(),
    }
}

/// The key of what is printed on it for such readers.
fn marking(audience: Audience) -> Option<String> {
    (audience == Audience::Internal).then(|| "restricted".to_owned())
}

fn go_on(work: &mut Work, done: u64, total: u64) -> Result<(), Refused> {
    if work.step(done, total).is_break() {
        return Err(StoreError::Cancelled.into());
    }
    Ok(())
}

fn refused(error: ExportError) -> Refused {
    Refused::new("export_failed", format!("Nothing was written: {error}.")).with("reason", error)
}

fn beginning(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(BEGINNING_AT_MOST * 4)]);
    text.trim_start_matches('\u{feff}')
        .chars()
        .take(BEGINNING_AT_MOST)
        .collect()
}
