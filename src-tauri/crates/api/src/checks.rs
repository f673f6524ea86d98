//! What the checks find.

use outreach_plan::checks::{self as rules, Assumptions};

use crate::shown::Shown;
use crate::views::{FindingView, RunChecks};
use crate::{Refused, Session, findings};

/// `checks.run`
pub(crate) fn run(session: &Session, request: &RunChecks) -> Result<Vec<FindingView>, Refused> {
    let desk = session.desk()?;
    let plan = desk.plan();
    let shown = Shown::by(plan.rules());
    let assumptions = Assumptions::default();
    Ok(match (request.event, request.mission) {
        (Some(event), _) if !plan.events().contains_key(&event) => return Err(Refused::not_found()),
        (None, Some(mission)) if !plan.missions().contains_key(&mission) => return Err(Refused::not_found()),
        (Some(event), _) => findings::views(&shown, &rules::check_event(&plan, &assumptions, event)),
        (None, Some(mission)) => findings::views(&shown, &rules::check_mission(&plan, &assumptions, mission)),
        (None, None) => findings::views(&shown, &desk.findings(&plan).all),
    })
}
