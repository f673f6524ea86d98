//! Steps with many invitations that see each other: the seats one takes are gone for the next.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use outreach_plan::people::seats::{SeatCount, Tally};
use outreach_plan::people::steps;
use outreach_plan::people::{Invitation, InvitationStatus, Step, WhyNot};
use outreach_plan::{EventId, Plan};

use super::refusals::why_not;
use crate::views::{PossibleStep, SeatsView, SegmentSeats};

/// The seats of every event a wish touches, as they are after what was done so far.
pub(crate) struct Steps<'a> {
    plan: &'a Plan,
    tallies: HashMap<EventId, Tally>,
}

impl<'a> Steps<'a> {
    pub(crate) fn of(plan: &'a Plan) -> Self {
        Self {
            plan,
            tallies: HashMap::new(),
        }
    }

    /// The seats of an event as they are now.
    pub(crate) fn tally(&mut self, event: EventId) -> &mut Tally {
        let plan = self.plan;
        self.tallies
            .entry(event)
            .or_insert_with(|| Tally::of(plan, event))
    }

    /// Takes a step.
    pub(crate) fn take(&mut self, invitation: &Invitation, step: Step) -> Result<Invitation, WhyNot> {
        let plan = self.plan;
        let tally = self.tally(invitation.event);
        let mut next = steps::take_step(plan, tally, invitation, step)?;
        if next.status == InvitationStatus::Invited
            && let Some(event) = plan.events().get(&next.event)
        {
            // Who is asked now is told of the event as it now is.
            next.sequence = next.sequence.max(event.sequence);
        }
        tally.follow(Some(invitation), Some(&next));
        Ok(next)
    }

    /// What was done otherwise.
    pub(crate) fn follow(&mut self, before: Option<&Invitation>, after: &Invitation) {
        self.tally(after.event).follow(before, Some(after));
    }

    /// Every step that ever follows where an invitation stands, with why it cannot be taken now.
    pub(crate) fn next(
        &mut self,
        invitation: &Invitation,
        on: NaiveDate,
        now: DateTime<Utc>,
    ) -> Vec<PossibleStep> {
        let plan = self.plan;
        let tally = self.tally(invitation.event);
        steps::following(invitation.status)
            .iter()
            .map(|&to| PossibleStep {
                to,
                why_not: steps::why_not(plan, tally, invitation, to, on, now)
                    .as_ref()
                    .map(why_not),
            })
            .collect()
    }

    /// The seats of an event as a screen shows them.
    pub(crate) fn seats(&mut self, event: EventId) -> SeatsView {
        view(&self.tally(event).count())
    }
}

/// Seats as a screen shows them.
pub(crate) fn view(seats: &SeatCount) -> SeatsView {
    SeatsView {
        capacity: seats.capacity,
        taken: seats.taken,
        vip_held_free: seats.vip_held_free,
        free: seats.free,
        waiting: seats.waiting,
        by_segment: seats
            .by_segment
            .iter()
            .map(|part| SegmentSeats {
                segment: part.segment.clone(),
                quota: part.quota,
                taken: part.taken,
                waiting: part.waiting,
            })
            .collect(),
    }
}
