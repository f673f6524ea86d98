//! The list of an event's guests, and one of them on a page.

use std::collections::HashMap;

use outreach_matching::fold;
use outreach_plan::people::{Arrangement, Invitation, seating, seats, waiting};
use outreach_plan::{Event, EventId, InvitationId, Plan, Wording};

use super::refusals::why_not;
use super::room::{Room, is_outdated};
use super::rows::{Table, funnel};
use super::steps::Steps;
use crate::Refused;
use crate::rows::count;
use crate::views::{
    InvitationPage, Invitees, ListInvitees, LoweredView, ProposalView, ShowInvitation, TableView, WaitingRow,
};

pub(super) fn list(room: &Room<'_>, request: &ListInvitees) -> Result<Invitees, Refused> {
    let plan = room.plan;
    let at = room.at(request.event)?;
    let event = at.event;
    let order = waiting::order(plan, event.id);
    let places: HashMap<InvitationId, u32> = order.iter().map(|one| (one.invitation, one.place)).collect();
    let table = Table::of(room, at, places);
    let mut steps = Steps::of(plan);
    let text = fold::all(&request.filter.text).trim().to_owned();
    let mut fitting: Vec<&Invitation> = table
        .all
        .iter()
        .copied()
        .filter(|invitation| table.fits(room, invitation, &request.filter, &text))
        .collect();
    table.sort(room, &mut fitting, request.sort, request.descending);
    let rows_at_most = match request.rows {
        0 => usize::MAX,
        rows => rows as usize,
    };
    let window = fitting.iter().skip(request.from as usize).take(rows_at_most);
    let rows = window
        .map(|invitation| table.row(room, &mut steps, invitation))
        .collect();
    let arrangement = plan.arrangement_of(event.id).cloned();
    let waiting_rows = order
        .iter()
        .map(|one| WaitingRow {
            invitation: one.invitation,
            name: name_of(room, one.invitation),
            place: one.place,
            party: one.party,
            since: one.since.map(|since| room.moment(&table.at, since)),
            why: one.why.to_owned(),
            why_not: one.why_not.as_ref().map(why_not),
        })
        .collect();
    Ok(Invitees {
        event: event.id,
        title: event.title.clone(),
        place: event.place.clone(),
        venue: venue(room, event),
        event_status: event.status,
        span: room.span(event),
        today: table.today,
        over: room.is_over(event),
        seats: steps.seats(event.id),
        funnel: funnel(&table.all),
        reply_by: table.reply_by,
        late: count(table.all.iter().filter(|one| table.is_late(one)).count()),
        outdated: count(table.all.iter().filter(|one| is_outdated(one, event)).count()),
        total: count(table.all.len()),
        fitting: count(fitting.len()),
        ids: fitting.iter().map(|invitation| invitation.id).collect(),
        rows,
        segments: segments(arrangement.as_ref(), &table.all),
        waiting: waiting_rows,
        proposals: proposals(room, event.id),
        lowered: lowered(room, event),
        tables: tables(plan, event.id),
        arrangement,
    })
}

pub(super) fn show(room: &Room<'_>, request: &ShowInvitation) -> Result<InvitationPage, Refused> {
    let invitation = room.invitation(request.id)?;
    let at = room.at(invitation.event)?;
    let event = at.event;
    let places = waiting::order(room.plan, event.id)
        .iter()
        .map(|one| (one.invitation, one.place))
        .collect();
    let table = Table::of(room, at, places);
    let mut steps = Steps::of(room.plan);
    Ok(InvitationPage {
        row: table.row(room, &mut steps, invitation),
        event_title: event.title.clone(),
        span: room.span(event),
        steps: invitation
            .steps
            .iter()
            .map(|step| room.step(&table.at, step))
            .collect(),
        shares_address_with: table.sharing(room, invitation),
    })
}

/// Who could have a seat now.
pub(super) fn proposals(room: &Room<'_>, event: EventId) -> Vec<ProposalView> {
    waiting::proposals(room.plan, event)
        .into_iter()
        .map(|proposal| ProposalView {
            name: name_of(room, proposal.invitation),
            invitation: proposal.invitation,
            seats: proposal.seats,
            reason: proposal.reason.to_owned(),
        })
        .collect()
}

/// What to do about seats that were promised and are not there.
fn lowered(room: &Room<'_>, event: &Event) -> Option<LoweredView> {
    let lowered = seats::lowered(room.plan, event.id, event.capacity?)?;
    let proposed = lowered
        .ask
        .iter()
        .filter_map(|id| room.plan.invitations().get(id))
        .map(|invitation| ProposalView {
            invitation: invitation.id,
            name: room.name(invitation.person),
            seats: invitation.party(),
            reason: "last_accepted".to_owned(),
        })
        .collect();
    Some(LoweredView {
        capacity: lowered.capacity,
        taken: lowered.taken,
        over: lowered.over,
        proposed,
    })
}

pub(crate) fn venue(room: &Room<'_>, event: &Event) -> Wording {
    event
        .venue
        .and_then(|id| room.plan.venues().get(&id))
        .map(|venue| venue.name.clone())
        .unwrap_or_default()
}

fn name_of(room: &Room<'_>, id: InvitationId) -> String {
    room.plan
        .invitations()
        .get(&id)
        .map(|invitation| room.name(invitation.person))
        .unwrap_or_default()
}

/// Segments with a quota in its order, then the others in use.
fn segments(arrangement: Option<&Arrangement>, all: &[&Invitation]) -> Vec<String> {
    let mut segments: Vec<String> = arrangement
        .into_iter()
        .flat_map(|arrangement| &arrangement.quotas)
        .map(|quota| quota.segment.clone())
        .collect();
    let mut others: Vec<&String> = all
        .iter()
        .map(|invitation| &invitation.segment)
        .filter(|segment| !segment.is_empty() && !segments.contains(segment))
        .collect();
    others.sort_unstable();
    others.dedup();
    let others: Vec<String> = others.into_iter().cloned().collect();
    segments.extend(others);
    segments
}

fn tables(plan: &Plan, event: EventId) -> Vec<TableView> {
    seating::tables(plan, event)
        .into_iter()
        .map(|table| TableView {
            name: table.name,
            seats: table.seats,
            taken: table.taken,
            invitations: table.invitations,
        })
        .collect()
}
