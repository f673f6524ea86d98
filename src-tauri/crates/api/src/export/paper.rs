//! Paper. Laying out takes a second or more, so it works on a copy of the plan while others go on writing, and what
//! was laid out last is kept for as long as nothing changes: turning a page then costs a picture alone.

use std::ops::ControlFlow;
use std::sync::{Arc, PoisonError};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{Datelike, NaiveDate};
use outreach_exchange::{Left, NamedBytes};
use outreach_plan::checks::{self, Assumptions};
use outreach_plan::reference::CityId;
use outreach_plan::{Audience, Event, EventId, Status};
use outreach_print::{Document, Paper, PaperSize, Pdf, PrintError, Step, Typeset, typeset};
use outreach_store::StoreError;

use super::{Ready, Shown, marking, naming};
use crate::faces::faces;
use crate::filter::Wanted;
use crate::long_work::Work;
use crate::rows::count;
use crate::views::{PagePictureView, PdfChoices, PdfDocument, PdfSize, WriteExport};
use crate::{Refused, Session};

/// What was laid out last.
pub(crate) struct Printed {
    /// Request and state of the plan it was made from.
    pub(crate) of: String,
    pub(crate) typeset: Typeset,
    pub(crate) pdf: Pdf,
    pub(crate) events: u32,
    pub(crate) name: String,
}

pub(super) fn ready(
    session: &Session,
    request: &WriteExport,
    is_preview: bool,
    work: &mut Work,
) -> Result<Ready, Refused> {
    let choices = request.pdf.ok_or_else(|| Refused::invalid("pdf", "empty"))?;
    // Who locked the workspace must not see a page of it.
    session.desk()?;
    let of = fingerprint(session, request);
    let kept = session
        .printed
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .clone();
    let printed = match kept.filter(|kept| is_preview && kept.of == of) {
        Some(kept) => kept,
        None => {
            let printed = Arc::new(print(session, request, choices, of, work)?);
            *session.printed.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&printed));
            printed
        }
    };
    // The workspace may have been locked while the pages were laid out.
    if session.desk().is_err() {
        *session.printed.lock().unwrap_or_else(PoisonError::into_inner) = None;
        return Err(Refused::locked());
    }
    let page_picture = if is_preview {
        let picture = printed
            .typeset
            .picture(request.page.unwrap_or(1))
            .map_err(refused)?;
        Some(PagePictureView {
            page: picture.page,
            media_type: "image/png".to_owned(),
            address: format!("data:image/png;base64,{}", STANDARD.encode(&picture.png)),
        })
    } else {
        None
    };
    Ok(Ready {
        files: vec![NamedBytes {
            name: printed.name.clone(),
            bytes: printed.pdf.bytes.clone(),
        }],
        name: printed.name.clone(),
        ending: "pdf",
        events: printed.events,
        leaves_out: leaves_out(request.audience),
        marking: marking(request.audience),
        shown: Shown {
            pages: Some(printed.pdf.pages),
            page_picture,
            missing: printed.pdf.missing.iter().map(char::to_string).collect(),
            ..Shown::default()
        },
    })
}

fn leaves_out(audience: Audience) -> Vec<Left> {
    match audience {
        Audience::Public => vec![
            Left::Notes,
            Left::Delegates,
            Left::RunSheet,
            Left::Capacity,
            Left::Ideas,
        ],
        Audience::Partner => vec![Left::Notes, Left::Delegates, Left::RunSheet, Left::Ideas],
        Audience::Internal => Vec::new(),
    }
}

/// The request but for its page, and how often anything changed.
fn fingerprint(session: &Session, request: &WriteExport) -> String {
    let asked = WriteExport {
        page: None,
        ..request.clone()
    };
    let asked = serde_json::to_string(&asked).unwrap_or_default();
    format!(
        "{} {} {asked}",
        session.teller.revision(),
        session.rules().release()
    )
}

fn print(
    session: &Session,
    request: &WriteExport,
    choices: PdfChoices,
    of: String,
    work: &mut Work,
) -> Result<Printed, Refused> {
    let faces = faces(request.language)?;
    let (plan, ids) = session.look(request.language, |look| {
        let wanted = Wanted::by(&request.filter, look.plan, look.findings);
        let ids: Vec<EventId> = wanted.events().iter().map(|event| event.id).collect();
        Ok((look.plan.clone(), ids))
    })?;
    let events: Vec<&Event> = ids
        .iter()
        .filter_map(|id| plan.events().get(id))
        // Paper that leaves the office shows no ideas, so they count for nothing there.
        .filter(|event| request.audience == Audience::Internal || event.status != Status::Idea)
        .collect();
    let first = choices
        .day
        .unwrap_or_else(|| nearest(&events, session.shown().in_hong_kong(session.now()).date()));
    let findings = match choices.mission {
        Some(mission) if request.audience == Audience::Internal => {
            checks::check_mission(&plan, &Assumptions::default(), mission)
        }
        Some(_) | None => Vec::new(),
    };
    let title = super::title(&plan, &events, request.language);
    let (document, title, about) = match choices.document {
        PdfDocument::Year => {
            let year = first.year();
            let document = Document::Year {
                plan: &plan,
                events: &events,
                year,
            };
            (
                document,
                title.as_str(),
                About::events(&events, first, |event| touches_year(event, year)),
            )
        }
        PdfDocument::Month => {
            let document = Document::Month {
                plan: &plan,
                events: &events,
                month: first,
            };
            (
                document,
                title.as_str(),
                About::events(&events, first, |event| touches_month(event, first)),
            )
        }
        PdfDocument::Booklet => {
            let mission = choices
                .mission
                .ok_or_else(|| Refused::invalid("mission", "empty"))?;
            let found = plan.missions().get(&mission).ok_or_else(Refused::not_found)?;
            let document = Document::Booklet {
                plan: &plan,
                mission,
                findings: &findings,
            };
            let about = About {
                day: found.from,
                city: plan.legs_of(mission).first().and_then(|leg| leg.city),
                events: count(plan.events_of(mission).len()),
            };
            (document, "", about)
        }
        PdfDocument::RunSheet => {
            let event = choices.event.ok_or_else(|| Refused::invalid("event", "empty"))?;
            let found = plan.events().get(&event).ok_or_else(Refused::not_found)?;
            let about = About {
                day: found.start.date(),
                city: naming::city(&plan, found),
                events: 1,
            };
            (Document::RunSheet { plan: &plan, event }, "", about)
        }
    };
    let paper = Paper {
        title,
        language: request.language,
        audience: request.audience,
        written: session.now(),
        size: match choices.size {
            PdfSize::A4 => PaperSize::A4,
            PdfSize::A3 => PaperSize::A3,
        },
    };
    let mut go_on = |step: Step| -> ControlFlow<()> {
        let done = match step {
            Step::Gathering => 0,
            Step::LayingOut => 1,
            Step::Writing => 3,
        };
        work.step(done, 4)
    };
    let typeset = typeset(&document, &paper, &faces, &mut go_on).map_err(refused)?;
    let pdf = typeset.pdf().map_err(refused)?;
    super::go_on(work, 4, 4)?;
    let name = naming::of_paper(
        choices.document,
        request.language,
        about.day,
        about.city,
        request.audience,
    );
    Ok(Printed {
        of,
        typeset,
        pdf,
        events: about.events,
        name,
    })
}

/// The day nearest to `today` on which there is something to print: the next to come, else the last gone by.
fn nearest(events: &[&Event], today: NaiveDate) -> NaiveDate {
    let last = |event: &&&Event| crate::filter::last_day(event);
    let coming = events.iter().filter(|event| last(event) >= today);
    let first_to_come = coming.map(|event| event.start.date().max(today)).min();
    first_to_come
        .or_else(|| events.iter().map(|event| last(&event)).max())
        .unwrap_or(today)
}

/// What a document is about, for its name.
struct About {
    day: NaiveDate,
    city: Option<CityId>,
    events: u32,
}

impl About {
    fn events(events: &[&Event], day: NaiveDate, touches: impl Fn(&Event) -> bool) -> Self {
        Self {
            day,
            city: None,
            events: count(events.iter().filter(|event| touches(event)).count()),
        }
    }
}

fn touches_year(event: &Event, year: i32) -> bool {
    (event.start.year()..=crate::filter::last_day(event).year()).contains(&year)
}

fn touches_month(event: &Event, month: NaiveDate) -> bool {
    let number = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
    (number(event.start.date())..=number(crate::filter::last_day(event))).contains(&number(month))
}

pub(crate) fn refused(error: PrintError) -> Refused {
    match error {
        PrintError::Cancelled => StoreError::Cancelled.into(),
        PrintError::NoFace { .. } => Refused::new("no_typeface", format!("Nothing was written: {error}.")),
        PrintError::NoSuchMission
        | PrintError::NoSuchEvent
        | PrintError::NoSuchVisit
        | PrintError::NoSuchPerson => Refused::not_found(),
        PrintError::UnknownZone { .. } | PrintError::TooMany { .. } | PrintError::Typesetting(_) => {
            Refused::new("export_failed", format!("Nothing was written: {error}.")).with("reason", error)
        }
    }
}
