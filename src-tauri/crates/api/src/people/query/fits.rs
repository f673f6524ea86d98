//! Whom a query fits: each of its terms asked of one person.

use outreach_matching::fold;
use outreach_plan::Plan;
use outreach_plan::people::{Person, Purpose};

use super::{Query, Term};
use crate::people::told::key_of;
use crate::views::HasWhat;

impl Query {
    /// Whether everybody fits.
    pub(crate) fn is_blank(&self) -> bool {
        self.found.is_none() && self.terms.is_empty() && self.statuses.is_empty()
    }

    /// Whether it has words and no operators: then those found are those who fit.
    pub(crate) fn is_words_alone(&self) -> bool {
        self.found.is_some() && self.terms.is_empty() && self.statuses.is_empty()
    }

    /// Whether somebody fits.
    pub(crate) fn fits(&self, plan: &Plan, person: &Person) -> bool {
        if let Some(found) = &self.found
            && found.binary_search(&key_of(person.id)).is_err()
        {
            return false;
        }
        if self.terms.is_empty() && self.statuses.is_empty() {
            return true;
        }
        let asks_events = self
            .terms
            .iter()
            .any(|(negated, term)| !negated && matches!(term, Term::Events(_)));
        if !asks_events
            && !self.statuses.is_empty()
            && !plan
                .invitations_of(person.id)
                .iter()
                .any(|invitation| self.statuses.contains(&invitation.status))
        {
            return false;
        }
        self.terms
            .iter()
            .all(|(negated, term)| self.term_fits(plan, person, term, *negated) != *negated)
    }

    fn term_fits(&self, plan: &Plan, person: &Person, term: &Term, negated: bool) -> bool {
        match term {
            Term::Events(events) => plan.invitations_of(person.id).iter().any(|invitation| {
                events.contains(&invitation.event)
                    && (negated || self.statuses.is_empty() || self.statuses.contains(&invitation.status))
            }),
            Term::Market(markets) => person.market.is_some_and(|market| markets.contains(&market)),
            // Only of the contrary: others are asked with the events.
            Term::Status(status) => plan
                .invitations_of(person.id)
                .iter()
                .any(|invitation| invitation.status == *status),
            Term::Tag(tag) => person.tags.iter().any(|is| fold::all(is) == *tag),
            Term::List(list) => list.fits(plan, person),
            Term::Sector(sectors) => person.sectors.iter().any(|is| sectors.contains(is)),
            Term::Scheme(schemes) => person.schemes.iter().any(|is| schemes.contains(is)),
            Term::Has(what) => has(plan, person, *what),
            Term::Nature(nature) => person.nature == *nature,
            Term::Consent(purpose) => latest(person, *purpose) == Some(true),
            Term::Source(source) => fold::all(&person.source).contains(source),
            Term::Any(terms) => terms
                .iter()
                .any(|term| self.term_fits(plan, person, term, negated)),
        }
    }
}

/// Whether something is known of somebody.
pub(crate) fn has(plan: &Plan, person: &Person, what: HasWhat) -> bool {
    match what {
        HasWhat::Email => person.emails.iter().any(|email| !email.bounced),
        HasWhat::Telephone => !person.telephones.is_empty(),
        HasWhat::Chinese => !person.chinese.is_empty(),
        HasWhat::Organisation => !person.organisation.is_empty(),
        HasWhat::Market => person.market.is_some(),
        HasWhat::Notice => !person.notices.is_empty(),
        HasWhat::Consent => PURPOSES_ALL
            .iter()
            .any(|purpose| latest(person, *purpose) == Some(true)),
        HasWhat::Retention => person.retain_until.is_some(),
        HasWhat::Tag => !person.tags.is_empty(),
        HasWhat::Notes => !person.notes.is_empty(),
        HasWhat::Invitation => !plan.invitations_of(person.id).is_empty(),
        HasWhat::Visit => !plan.visits_of(person.id).is_empty(),
    }
}

/// What somebody said last about a purpose; of two words of one day the later recorded.
pub(crate) fn latest(person: &Person, purpose: Purpose) -> Option<bool> {
    person.agreed_to(purpose)
}

/// Every purpose.
pub(crate) const PURPOSES_ALL: [Purpose; 5] = [
    Purpose::Events,
    Purpose::Visits,
    Purpose::DirectMarketing,
    Purpose::Partners,
    Purpose::GbaTransfer,
];
