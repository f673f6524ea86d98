//! Visits of leading talents: the board by stage, one visit on a page, its steps and its booklet.

mod booklet;
mod changing;
mod page;

use chrono::NaiveDate;
use outreach_matching::fold;
use outreach_plan::people::{Visit, VisitStage, visits};
use outreach_plan::{Delegate, DelegateId, Language};

use crate::guests::refusals::why_not;
use crate::guests::room::Room;
use crate::rows::count;
use crate::views::{
    ApproveVisit, Nominate, PaperPreview, PaperWritten, PossibleStage, PrintVisit, ShowBoard, ShowVisit,
    StepVisit, VisitBoard, VisitCard, VisitColumn, VisitPage, Written,
};
use crate::{Refused, Session};

/// `visits.board`
pub(crate) fn board(session: &Session, request: &ShowBoard) -> Result<VisitBoard, Refused> {
    session.room(request.language, |room| {
        let text = fold::all(&request.text).trim().to_owned();
        let all = room.plan.visits();
        let mut fitting: Vec<&Visit> = all
            .values()
            .filter(|visit| request.sector.is_none_or(|sector| visit.sector == Some(sector)))
            .filter(|visit| request.host.is_none_or(|host| visit.host == Some(host)))
            .filter(|visit| holds(room, visit, &text))
            .collect();
        fitting.sort_by_key(|visit| (visit.arrive.is_none(), visit.arrive, visit.id));
        let today = today(room);
        let columns: Vec<VisitColumn> = VisitStage::ALL
            .into_iter()
            .map(|stage| VisitColumn {
                stage,
                visits: fitting
                    .iter()
                    .filter(|visit| visit.stage == stage)
                    .map(|visit| card(room, visit, today))
                    .collect(),
            })
            .collect();
        let cards = columns.iter().flat_map(|column| &column.visits);
        Ok(VisitBoard {
            overdue: cards.map(|card| card.overdue).sum(),
            columns,
            total: count(all.len()),
            fitting: count(fitting.len()),
        })
    })
}

fn holds(room: &Room<'_>, visit: &Visit, text: &str) -> bool {
    if text.is_empty() {
        return true;
    }
    let Some(person) = room.person(visit.person) else {
        return false;
    };
    let about = fold::all(&format!(
        "{} {} {} {} {} {} {}",
        person.family,
        person.given,
        person.chinese,
        person.preferred,
        person.organisation.en,
        person.organisation.zh_hant,
        person.organisation.zh_hans
    ));
    text.split(' ').all(|word| about.contains(word))
}

/// Today in Hong Kong, whose calendar all of a visit's days are by.
fn today(room: &Room<'_>) -> NaiveDate {
    room.shown.in_hong_kong(room.now).date()
}

/// A delegate's name in the language of the request.
fn delegate(room: &Room<'_>, id: DelegateId) -> String {
    let name = |delegate: &Delegate| {
        let latin = delegate.full_name();
        let chinese_first = room.language != Language::English && !delegate.chinese.is_empty();
        if latin.is_empty() || chinese_first {
            delegate.chinese.clone()
        } else {
            latin
        }
    };
    room.plan.delegates().get(&id).map(name).unwrap_or_default()
}

/// A visit in short.
fn card(room: &Room<'_>, visit: &Visit, today: NaiveDate) -> VisitCard {
    let person = room.person(visit.person);
    let far = visits::progress(visit, today);
    VisitCard {
        id: visit.id,
        person: visit.person,
        name: room.name(visit.person),
        name_beside: person.map(|person| room.name_beside(person)).unwrap_or_default(),
        organisation: person
            .map(|person| room.say(&person.organisation))
            .unwrap_or_default(),
        sector: visit.sector,
        stage: visit.stage,
        since: visit.steps.last().map(|step| step.on),
        arrive: visit.arrive,
        depart: visit.depart,
        host: visit.host.map(|id| delegate(room, id)).unwrap_or_default(),
        checked: far.checks_done,
        items: far.checks,
        overdue: far.overdue.saturating_add(far.tasks_overdue),
        open_tasks: far.tasks.saturating_sub(far.tasks_done),
        outcome: visit.outcome,
        missing: visits::missing(visit, today)
            .into_iter()
            .map(str::to_owned)
            .collect(),
        next: visits::following(visit.stage)
            .iter()
            .map(|&to| PossibleStage {
                to,
                why_not: visits::why_not(visit, to, today, today).as_ref().map(why_not),
            })
            .collect(),
    }
}

/// `visits.show`
pub(crate) fn show(session: &Session, request: &ShowVisit) -> Result<VisitPage, Refused> {
    session.room(request.language, |room| {
        let visit = room
            .plan
            .visits()
            .get(&request.id)
            .ok_or_else(Refused::not_found)?;
        page::page(room, visit)
    })
}

/// `visits.nominate`
pub(crate) fn nominate(session: &Session, request: &Nominate) -> Result<Written, Refused> {
    changing::nominate(session, request)
}

/// `visits.approve`
pub(crate) fn approve(session: &Session, request: &ApproveVisit) -> Result<Written, Refused> {
    changing::approve(session, request)
}

/// `visits.step`
pub(crate) fn step(session: &Session, request: &StepVisit) -> Result<Written, Refused> {
    changing::step(session, request)
}

/// `visits.preview_booklet`
pub(crate) fn preview_booklet(session: &Session, request: &PrintVisit) -> Result<PaperPreview, Refused> {
    booklet::preview(session, request)
}

/// `visits.booklet`
pub(crate) fn booklet(session: &Session, request: &PrintVisit) -> Result<Option<PaperWritten>, Refused> {
    booklet::write(session, request)
}
