//! What is done to visits: nominating, deciding, going on.

use outreach_plan::people::{Approval, CheckItem, Verdict, Visit, VisitStage, VisitStep, visits};
use outreach_plan::{Language, RecordRef, VisitId};

use crate::change::{Draft, Label};
use crate::guests::refusals::refused;
use crate::shown::Shown;
use crate::views::{ApproveVisit, Nominate, StepVisit, Written};
use crate::{Refused, Session};

/// What has to be seen to before a guest is here, whatever the visit; a planner edits it.
const USUAL: [[&str; 3]; 6] = [
    ["Visa or entry permit", "簽證或入境許可", "签证或入境许可"],
    ["Flights", "機票", "机票"],
    ["Hotel", "酒店", "酒店"],
    ["Airport transfer", "機場接送", "机场接送"],
    ["Insurance", "保險", "保险"],
    ["Programme sent to the guest", "行程已寄給嘉賓", "行程已寄给嘉宾"],
];

fn today(draft: &Draft<'_>) -> chrono::NaiveDate {
    Shown::by(draft.plan.rules()).in_hong_kong(draft.now).date()
}

fn visit(draft: &Draft<'_>, id: VisitId) -> Result<Visit, Refused> {
    draft
        .plan
        .visits()
        .get(&id)
        .cloned()
        .ok_or_else(Refused::not_found)
}

fn step_of(draft: &Draft<'_>, stage: VisitStage, on: chrono::NaiveDate, note: &str) -> VisitStep {
    VisitStep {
        stage,
        on,
        at: draft.now,
        actor: draft.signed(),
        note: note.trim().to_owned(),
    }
}

/// `visits.nominate`
pub(super) fn nominate(session: &Session, request: &Nominate) -> Result<Written, Refused> {
    let done = session.change(|draft| {
        let person = draft
            .plan
            .people()
            .get(&request.person)
            .ok_or_else(Refused::not_found)?;
        if person.erased.is_some() || person.merged_into.is_some() {
            return Err(Refused::invalid("person", "no_such_record"));
        }
        let id = VisitId(draft.fresh_key());
        let first = step_of(draft, VisitStage::Nominated, today(draft), "");
        let mut visit = Visit::new(id, person.id, first);
        visit.nominated_by.clone_from(&request.nominated_by);
        visit.reason.clone_from(&request.reason);
        visit.sector = request.sector.or_else(|| person.sectors.first().copied());
        visit.checklist = USUAL
            .iter()
            .map(|words| CheckItem {
                what: match request.language {
                    Language::English => words[0],
                    Language::TraditionalChinese => words[1],
                    Language::SimplifiedChinese => words[2],
                }
                .to_owned(),
                ..CheckItem::default()
            })
            .collect();
        draft.put(visit)?;
        Ok((RecordRef::from(id), Label::new("visit_nominated")))
    })?;
    Ok(done.written())
}

/// `visits.approve`
pub(super) fn approve(session: &Session, request: &ApproveVisit) -> Result<Written, Refused> {
    if request.by.trim().is_empty() {
        return Err(Refused::invalid("by", "empty"));
    }
    let done = session.change(|draft| {
        let mut visit = visit(draft, request.id)?;
        visits::may_decide(&visit, request.verdict).map_err(|why| refused(&why))?;
        let today = today(draft);
        let on = request.on.unwrap_or(today);
        if on > today {
            return Err(Refused::new(
                "in_future",
                format!("The day lies ahead; in Hong Kong it is {today}. Nothing was changed."),
            )
            .with("today", today));
        }
        visit.approvals.push(Approval {
            by: request.by.clone(),
            on,
            verdict: request.verdict,
            note: request.note.clone(),
        });
        let to = match request.verdict {
            Verdict::Approved => Some(VisitStage::Approved),
            Verdict::Refused => Some(VisitStage::Closed),
            Verdict::Returned => None,
        };
        // A visit that is further on keeps its stage: a late paper does not send a guest home.
        if let Some(to) = to
            && matches!(visit.stage, VisitStage::Nominated | VisitStage::Approved)
            && visit.stage != to
        {
            let step = step_of(draft, to, on, "");
            visit = visits::take_step(&visit, step, today).map_err(|why| refused(&why))?;
        }
        draft.put(visit)?;
        Ok((RecordRef::from(request.id), Label::new("visit_decided")))
    })?;
    Ok(done.written())
}

/// `visits.step`
pub(super) fn step(session: &Session, request: &StepVisit) -> Result<Written, Refused> {
    let done = session.change(|draft| {
        let mut visit = visit(draft, request.id)?;
        let today = today(draft);
        visit.outcome = request.outcome.or(visit.outcome);
        visit.scheme = request.scheme.or(visit.scheme);
        let step = step_of(draft, request.to, request.on.unwrap_or(today), &request.note);
        let after = visits::take_step(&visit, step, today).map_err(|why| refused(&why))?;
        draft.put(after)?;
        let label = Label::new("visit_stepped").with("to", request.to.key());
        Ok((RecordRef::from(request.id), label))
    })?;
    Ok(done.written())
}
