//! Badges, table cards and the list for the door; and whatever else is printed about people.
//!
//! Laying out takes a second or more, so it works on a copy of the plan while others go on writing. What leaves is
//! logged in the same change; a file that could not be logged is taken away again.

use std::collections::HashSet;
use std::ops::ControlFlow;
use std::sync::{Arc, PoisonError};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use outreach_plan::people::{DisclosureKind, Invitation, InvitationStatus};
use outreach_plan::reference;
use outreach_plan::{Audience, InvitationId, Language, PersonId, Plan};
use outreach_print::{Document, Paper, PaperSize, Step, typeset};
use outreach_store::StoreError;

use super::{badge, disclosed};
use crate::change::Label;
use crate::export::{Printed, paper_refused};
use crate::faces::faces;
use crate::host::Choose;
use crate::long_work::Work;
use crate::rows::count;
use crate::views::{GuestPaperKind, PagePictureView, PaperPreview, PaperWritten, PrintGuests};
use crate::{Refused, Session, choices, files};

/// Everything about a paper but how it looks.
pub(crate) struct About {
    pub(crate) kind: DisclosureKind,
    /// The label of the change that logs it.
    pub(crate) label: &'static str,
    /// The event's title; empty for none.
    pub(crate) about: String,
    pub(crate) audience: Audience,
    pub(crate) language: Language,
    pub(crate) people: Vec<PersonId>,
    /// How many people it names.
    pub(crate) named: u32,
    /// What it is printed from.
    pub(crate) plan: Plan,
    /// Codes that badges got because they had none.
    pub(crate) badges: Vec<(InvitationId, String)>,
    pub(crate) name: String,
    pub(crate) purpose: String,
    /// By which what was laid out is known again.
    pub(crate) of: String,
}

/// `guests.preview_paper`
pub(crate) fn preview(session: &Session, request: &PrintGuests) -> Result<PaperPreview, Refused> {
    let about = about(session, request)?;
    look_at(session, &about, request.page, |plan| document(request, plan))
}

/// `guests.paper`
pub(crate) fn write(session: &Session, request: &PrintGuests) -> Result<Option<PaperWritten>, Refused> {
    let about = about(session, request)?;
    put_down(session, &about, |plan| document(request, plan))
}

fn document<'a>(request: &PrintGuests, plan: &'a Plan) -> Document<'a> {
    let event = request.event;
    match request.paper {
        GuestPaperKind::Badges => Document::Badges { plan, event },
        GuestPaperKind::TableCards => Document::TableCards { plan, event },
        GuestPaperKind::DoorList => Document::DoorList { plan, event },
    }
}

/// Who stands on a paper.
fn is_on(paper: GuestPaperKind, invitation: &Invitation) -> bool {
    use InvitationStatus as S;
    match paper {
        GuestPaperKind::Badges | GuestPaperKind::TableCards => {
            matches!(invitation.status, S::Accepted | S::Tentative | S::Attended)
        }
        GuestPaperKind::DoorList => {
            matches!(
                invitation.status,
                S::Accepted | S::Tentative | S::WaitListed | S::Attended
            )
        }
    }
}

fn about(session: &Session, request: &PrintGuests) -> Result<About, Refused> {
    session.room(request.language, |room| {
        let event = room.at(request.event)?.event;
        let mut plan = room.plan.clone();
        let chosen: HashSet<InvitationId> = request.invitations.iter().copied().collect();
        let mut badges = Vec::new();
        let mut people = Vec::new();
        let mut named = 0_u32;
        for invitation in room.plan.invitations_at(event.id) {
            let wanted = chosen.is_empty() || chosen.contains(&invitation.id);
            if !wanted {
                plan.remove(invitation.id);
                continue;
            }
            if !is_on(request.paper, invitation) || room.person(invitation.person).is_none() {
                continue;
            }
            people.push(invitation.person);
            named += 1 + count(
                invitation
                    .companions
                    .iter()
                    .filter(|one| !one.name.is_empty())
                    .count(),
            );
            if invitation.badge.is_empty() && request.paper == GuestPaperKind::Badges {
                let code = badge::fresh()?;
                plan.put(Invitation {
                    badge: code.clone(),
                    ..invitation.clone()
                });
                badges.push((invitation.id, code));
            }
        }
        let words = match request.paper {
            GuestPaperKind::Badges => ["Badges", "名牌", "名牌"],
            GuestPaperKind::TableCards => ["Table cards", "座位卡", "座位卡"],
            GuestPaperKind::DoorList => ["Door list", "接待名單", "接待名单"],
        };
        let word = match request.language {
            Language::English => words[0],
            Language::TraditionalChinese => words[1],
            Language::SimplifiedChinese => words[2],
        };
        let city = event
            .city
            .and_then(reference::city)
            .map(|city| {
                city.name
                    .in_language(request.language)
                    .replace(['/', '\\', ':'], " ")
            })
            .unwrap_or_default();
        let (kind, label) = match request.paper {
            GuestPaperKind::Badges | GuestPaperKind::TableCards => (DisclosureKind::Badges, "badges_written"),
            GuestPaperKind::DoorList => (DisclosureKind::DoorList, "door_list_written"),
        };
        let name = format!("RESTRICTED {word} {} {city}", event.start.date());
        Ok(About {
            kind,
            label,
            about: event.title.in_language(Language::English).to_owned(),
            audience: Audience::Internal,
            language: request.language,
            people,
            named,
            plan,
            badges,
            name: format!("{}.pdf", name.trim()),
            purpose: request.purpose.clone(),
            of: serde_json::to_string(&PrintGuests {
                page: None,
                purpose: String::new(),
                ..request.clone()
            })
            .unwrap_or_default(),
        })
    })
}

/// Lays a paper out, or takes what was laid out last if it is the same.
fn laid_out<'a>(
    session: &Session,
    about: &'a About,
    work: &mut Work,
    document: impl Fn(&'a Plan) -> Document<'a>,
) -> Result<Arc<Printed>, Refused> {
    let of = format!(
        "{} {} {:?} {}",
        session.teller.revision(),
        session.rules().release(),
        about.kind,
        about.of
    );
    let kept = session
        .printed
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .clone();
    // Fresh codes are in no paper that was laid out before.
    if let Some(kept) = kept.filter(|kept| kept.of == of && about.badges.is_empty()) {
        return Ok(kept);
    }
    let faces = faces(about.language)?;
    let paper = Paper {
        title: "",
        language: about.language,
        audience: about.audience,
        written: session.now(),
        size: PaperSize::A4,
    };
    let mut go_on = |step: Step| -> ControlFlow<()> {
        let done = match step {
            Step::Gathering => 0,
            Step::LayingOut => 1,
            Step::Writing => 3,
        };
        work.step(done, 4)
    };
    let typeset = typeset(&document(&about.plan), &paper, &faces, &mut go_on).map_err(paper_refused)?;
    let pdf = typeset.pdf().map_err(paper_refused)?;
    if work.step(4, 4).is_break() {
        return Err(StoreError::Cancelled.into());
    }
    let printed = Arc::new(Printed {
        of,
        typeset,
        pdf,
        events: 1,
        name: about.name.clone(),
    });
    // The workspace may have been locked while the pages were laid out.
    session.desk()?;
    *session.printed.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&printed));
    Ok(printed)
}

/// What a paper looks like.
pub(crate) fn look_at<'a>(
    session: &Session,
    about: &'a About,
    page: Option<u32>,
    document: impl Fn(&'a Plan) -> Document<'a>,
) -> Result<PaperPreview, Refused> {
    let mut work = session.long_work.begin("paper", &session.teller);
    let printed = laid_out(session, about, &mut work, document)?;
    let picture = printed
        .typeset
        .picture(page.unwrap_or(1))
        .map_err(paper_refused)?;
    Ok(PaperPreview {
        people: about.named,
        suggested_name: about.name.clone(),
        marking: "restricted".to_owned(),
        size: printed.pdf.bytes.len() as u64,
        pages: printed.pdf.pages,
        page_picture: PagePictureView {
            page: picture.page,
            media_type: "image/png".to_owned(),
            address: format!("data:image/png;base64,{}", STANDARD.encode(&picture.png)),
        },
    })
}

/// Writes a paper where the planner says, and logs it; none if the dialog was cancelled.
pub(crate) fn put_down<'a>(
    session: &Session,
    about: &'a About,
    document: impl Fn(&'a Plan) -> Document<'a>,
) -> Result<Option<PaperWritten>, Refused> {
    let mut work = session.long_work.begin("paper", &session.teller);
    let printed = laid_out(session, about, &mut work, document)?;
    let choose = Choose::Export {
        suggested: about.name.clone(),
        ending: "pdf",
    };
    let Some(path) = session.host.choose(&choose) else {
        return Ok(None);
    };
    files::write_whole(&path, &printed.pdf.bytes)?;
    let done = session.change(|draft| {
        for (id, code) in &about.badges {
            // Who got a code meanwhile keeps it; the paper then has another, which is refused at the desk.
            if let Some(invitation) = draft.plan.invitations().get(id)
                && invitation.badge.is_empty()
            {
                draft.put_made(Invitation {
                    badge: code.clone(),
                    ..invitation.clone()
                });
            }
        }
        disclosed::log(
            draft,
            disclosed::Written {
                kind: about.kind,
                about: &about.about,
                people: about.people.clone(),
                named: about.named,
                purpose: &about.purpose,
                path: &path,
                digest: disclosed::digest(&printed.pdf.bytes),
            },
        );
        Ok(((), Label::new(about.label).with("count", about.named)))
    });
    let done = done.inspect_err(|_| _ = std::fs::remove_file(&path))?;
    let (name, folder) = choices::shown(&path);
    Ok(Some(PaperWritten {
        name,
        folder,
        people: about.named,
        pages: printed.pdf.pages,
        size: printed.pdf.bytes.len() as u64,
        change: done.change,
    }))
}
