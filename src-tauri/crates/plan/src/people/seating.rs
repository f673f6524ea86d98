//! Who sits at which table.

use std::collections::HashMap;

use crate::people::Invitation;
use crate::{EventId, InvitationId, Plan, Wording};

/// A proposal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seating {
    /// Which party at which table; those who sit somewhere already stay there as long as the table has room.
    pub rows: Vec<(InvitationId, String)>,
    /// Parties for which no table has room: a party is never split.
    pub unseated: Vec<InvitationId>,
}

/// A table and who sits there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableCount {
    /// Its name.
    pub name: String,
    /// Seats at it; none for a name that no table of the arrangement bears.
    pub seats: Option<u32>,
    /// Seats taken.
    pub taken: u32,
    /// The parties.
    pub invitations: Vec<InvitationId>,
}

/// Seats every party that comes: VIPs first, then larger parties first, at the table where their own body sits if it has
/// room, else at the one that is left fullest by them, so that large tables stay open for large parties.
pub fn propose(plan: &Plan, event: EventId) -> Seating {
    let Some(arrangement) = plan.arrangement_of(event) else {
        return Seating::default();
    };
    let tables = &arrangement.tables;
    let places: HashMap<&str, usize> = tables.iter().map(|table| table.name.as_str()).zip(0..).collect();
    let mut free: Vec<u32> = tables.iter().map(|table| table.seats).collect();
    // How many of a body sit at a table.
    let mut bodies: HashMap<(&str, usize), u32> = HashMap::new();
    let mut coming = plan.invitations_at(event);
    coming.retain(|invitation| invitation.holds_seats());
    let mut seating = Seating::default();
    let mut open: Vec<&Invitation> = Vec::new();
    // Those who were seated first keep their seats, in the order of their keys.
    for invitation in coming {
        let place = places.get(invitation.table.as_str()).copied();
        match place.filter(|place| free[*place] >= invitation.party()) {
            Some(place) => {
                free[place] -= invitation.party();
                *bodies.entry((body(plan, invitation), place)).or_default() += invitation.party();
                seating.rows.push((invitation.id, tables[place].name.clone()));
            }
            None => open.push(invitation),
        }
    }
    open.sort_by_key(|invitation| {
        (
            !invitation.vip,
            std::cmp::Reverse(invitation.party()),
            invitation.id,
        )
    });
    for invitation in open {
        let (party, own) = (invitation.party(), body(plan, invitation));
        let near = |place: usize| {
            let same = if own.is_empty() {
                None
            } else {
                bodies.get(&(own, place))
            };
            same.copied().unwrap_or_default()
        };
        let best = (0..tables.len())
            .filter(|place| free[*place] >= party)
            .min_by_key(|place| (std::cmp::Reverse(near(*place)), free[*place], *place));
        let Some(place) = best else {
            seating.unseated.push(invitation.id);
            continue;
        };
        free[place] -= party;
        *bodies.entry((own, place)).or_default() += party;
        seating.rows.push((invitation.id, tables[place].name.clone()));
    }
    seating
}

/// The body a guest belongs to, in whichever language it is written.
fn body<'plan>(plan: &'plan Plan, invitation: &Invitation) -> &'plan str {
    let written = |words: &'plan Wording| words.in_language(crate::Language::English);
    let person = plan.people().get(&invitation.person);
    person.map_or("", |person| written(&person.organisation))
}

/// The tables of an event as they are, in the order of the arrangement, then those that no table bears the name of.
pub fn tables(plan: &Plan, event: EventId) -> Vec<TableCount> {
    let arranged = plan.arrangement_of(event).into_iter().flat_map(|one| &one.tables);
    let mut tables: Vec<TableCount> = arranged
        .map(|table| TableCount {
            name: table.name.clone(),
            seats: Some(table.seats),
            ..TableCount::default()
        })
        .collect();
    let mut places: HashMap<String, usize> = tables.iter().map(|table| table.name.clone()).zip(0..).collect();
    for invitation in plan.invitations_at(event) {
        if invitation.table.is_empty() || !invitation.holds_seats() {
            continue;
        }
        let place = *places.entry(invitation.table.clone()).or_insert_with(|| {
            tables.push(TableCount {
                name: invitation.table.clone(),
                ..TableCount::default()
            });
            tables.len() - 1
        });
        tables[place].taken += invitation.party();
        tables[place].invitations.push(invitation.id);
    }
    tables
}
