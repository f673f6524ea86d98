//! Look-ups of the ledger of people: which invitations an event has, and whose they are.
//!
//! They are kept up to date with every record that goes in or out. A step changes neither event, person nor badge, so
//! a step for ten thousand guests leaves all of them alone.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::people::{Arrangement, Invitation, Visit};
use crate::{ArrangementId, EventId, InvitationId, PersonId, Plan, VisitId};

/// The look-ups.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ledger {
    at: HashMap<EventId, BTreeSet<InvitationId>>,
    // Most people have one or two, and a list of two takes a tenth of a tree.
    of: HashMap<PersonId, Vec<InvitationId>>,
    badges: HashMap<String, InvitationId>,
    companions: HashMap<PersonId, Vec<InvitationId>>,
    arrangements: HashMap<EventId, BTreeSet<ArrangementId>>,
    visits: BTreeMap<PersonId, BTreeSet<VisitId>>,
}

impl Ledger {
    /// Takes in an invitation that replaces `former`.
    pub(crate) fn enter(&mut self, former: Option<&Invitation>, invitation: &Invitation) {
        if let Some(former) = former {
            let keys = |one: &Invitation| (one.event, one.person);
            let same = former.badge == invitation.badge && former.companions == invitation.companions;
            if same && keys(former) == keys(invitation) {
                return;
            }
            self.leave(former);
        }
        self.at.entry(invitation.event).or_default().insert(invitation.id);
        let of = self.of.entry(invitation.person).or_default();
        if let Err(place) = of.binary_search(&invitation.id) {
            of.insert(place, invitation.id);
        }
        for person in known_companions(invitation) {
            self.companions.entry(person).or_default().push(invitation.id);
        }
        if !invitation.badge.is_empty() {
            self.badges.insert(invitation.badge.clone(), invitation.id);
        }
    }

    /// Takes out an invitation.
    pub(crate) fn leave(&mut self, former: &Invitation) {
        if let Some(at) = self.at.get_mut(&former.event) {
            at.remove(&former.id);
        }
        if let Some(of) = self.of.get_mut(&former.person) {
            of.retain(|id| *id != former.id);
            if of.is_empty() {
                self.of.remove(&former.person);
            }
        }
        for person in known_companions(former) {
            if let Some(with) = self.companions.get_mut(&person) {
                with.retain(|id| *id != former.id);
            }
        }
        if self.badges.get(&former.badge) == Some(&former.id) {
            self.badges.remove(&former.badge);
        }
    }

    /// Takes in an arrangement that was not there.
    pub(crate) fn enter_arrangement(&mut self, arrangement: &Arrangement) {
        let of = self.arrangements.entry(arrangement.event).or_default();
        of.insert(arrangement.id);
    }

    /// Takes out an arrangement.
    pub(crate) fn leave_arrangement(&mut self, former: &Arrangement) {
        if let Some(of) = self.arrangements.get_mut(&former.event) {
            of.remove(&former.id);
        }
    }

    /// Takes in a visit that was not there.
    pub(crate) fn enter_visit(&mut self, visit: &Visit) {
        self.visits.entry(visit.person).or_default().insert(visit.id);
    }

    /// Takes out a visit.
    pub(crate) fn leave_visit(&mut self, former: &Visit) {
        if let Some(of) = self.visits.get_mut(&former.person) {
            of.remove(&former.id);
        }
    }
}

fn known_companions(invitation: &Invitation) -> impl Iterator<Item = PersonId> {
    invitation.companions.iter().filter_map(|one| one.person)
}

impl Plan {
    /// The invitations to an event, in the order in which they were made.
    pub fn invitations_at(&self, event: EventId) -> Vec<&Invitation> {
        let ids = self.ledger.at.get(&event).into_iter().flatten();
        ids.filter_map(|id| self.invitations().get(id)).collect()
    }

    /// How many invitations an event has, whatever became of them.
    pub fn invitation_count(&self, event: EventId) -> usize {
        self.ledger.at.get(&event).map_or(0, BTreeSet::len)
    }

    /// The invitations of a person, in the order in which they were made.
    pub fn invitations_of(&self, person: PersonId) -> Vec<&Invitation> {
        let ids = self.ledger.of.get(&person).into_iter().flatten();
        ids.filter_map(|id| self.invitations().get(id)).collect()
    }

    /// The invitation of a person to an event; the first made if there are several.
    pub fn invitation_to(&self, person: PersonId, event: EventId) -> Option<&Invitation> {
        let ids = self.ledger.of.get(&person).into_iter().flatten();
        ids.filter_map(|id| self.invitations().get(id))
            .find(|invitation| invitation.event == event)
    }

    /// The invitation whose badge bears this code.
    pub fn invitation_of_badge(&self, badge: &str) -> Option<&Invitation> {
        self.invitations().get(self.ledger.badges.get(badge)?)
    }

    /// The invitations with which a person comes along as a companion.
    pub fn comes_along(&self, person: PersonId) -> Vec<&Invitation> {
        let ids = self.ledger.companions.get(&person).into_iter().flatten();
        ids.filter_map(|id| self.invitations().get(id)).collect()
    }

    /// The invitation with which a person comes to an event as a companion; one that is off brings nobody.
    pub fn companion_at(&self, person: PersonId, event: EventId) -> Option<&Invitation> {
        let with = self.comes_along(person);
        with.into_iter()
            .find(|invitation| invitation.event == event && invitation.status.may_come())
    }

    /// How the seats of an event are given out, where somebody said so.
    pub fn arrangement_of(&self, event: EventId) -> Option<&Arrangement> {
        let id = self.ledger.arrangements.get(&event)?.first()?;
        self.arrangements().get(id)
    }

    /// The visits of a person, in the order in which they were nominated.
    pub fn visits_of(&self, person: PersonId) -> Vec<&Visit> {
        let ids = self.ledger.visits.get(&person).into_iter().flatten();
        ids.filter_map(|id| self.visits().get(id)).collect()
    }
}
