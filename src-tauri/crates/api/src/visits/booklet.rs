//! The booklet of a visit, for the guest's hand.

use outreach_plan::people::DisclosureKind;
use outreach_plan::{Audience, Language};
use outreach_print::Document;

use crate::guests::paper::{About, look_at, put_down};
use crate::views::{PaperPreview, PaperWritten, PrintVisit};
use crate::{Refused, Session};

/// `visits.preview_booklet`
pub(super) fn preview(session: &Session, request: &PrintVisit) -> Result<PaperPreview, Refused> {
    let about = about(session, request)?;
    let visit = request.id;
    look_at(session, &about, request.page, |plan| Document::Visit {
        plan,
        visit,
    })
}

/// `visits.booklet`
pub(super) fn write(session: &Session, request: &PrintVisit) -> Result<Option<PaperWritten>, Refused> {
    let about = about(session, request)?;
    let visit = request.id;
    put_down(session, &about, |plan| Document::Visit { plan, visit })
}

fn about(session: &Session, request: &PrintVisit) -> Result<About, Refused> {
    session.room(request.language, |room| {
        let visit = room
            .plan
            .visits()
            .get(&request.id)
            .ok_or_else(Refused::not_found)?;
        let day = visit
            .arrive
            .unwrap_or_else(|| room.shown.in_hong_kong(room.now).date());
        let word = match request.language {
            Language::English => "Visit programme",
            Language::TraditionalChinese => "訪港行程",
            Language::SimplifiedChinese => "访港行程",
        };
        Ok(About {
            kind: DisclosureKind::VisitBooklet,
            label: "visit_booklet_written",
            about: String::new(),
            // What the office says among itself (approvals, costs, tasks) is not in the guest's copy.
            audience: if request.for_office {
                Audience::Internal
            } else {
                Audience::Partner
            },
            language: request.language,
            people: vec![visit.person],
            named: 1,
            plan: room.plan.clone(),
            badges: Vec::new(),
            name: format!("RESTRICTED {word} {day}.pdf"),
            purpose: request.purpose.clone(),
            of: serde_json::to_string(&PrintVisit {
                page: None,
                purpose: String::new(),
                ..request.clone()
            })
            .unwrap_or_default(),
        })
    })
}
