//! Who could sit where.

use outreach_plan::people::seating;

use super::room::Room;
use crate::Refused;
use crate::views::{OfEvent, SeatingProposal, SeatingRow};

pub(super) fn propose(room: &Room<'_>, request: &OfEvent) -> Result<SeatingProposal, Refused> {
    let at = room.at(request.event)?;
    let plan = room.plan;
    let proposed = seating::propose(plan, at.event.id);
    let mut rows: Vec<SeatingRow> = proposed
        .rows
        .into_iter()
        .filter_map(|(id, table)| {
            let invitation = plan.invitations().get(&id)?;
            Some(SeatingRow {
                invitation: id,
                name: room.name(invitation.person),
                party: invitation.party(),
                before: invitation.table.clone(),
                table,
            })
        })
        .collect();
    rows.sort_by_key(|row| row.before == row.table);
    Ok(SeatingProposal {
        rows,
        unseated: proposed.unseated,
    })
}
