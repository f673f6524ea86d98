//! Which step may follow which.

use chrono::{DateTime, NaiveDate, Utc};
use outreach_zones::Zone;

use crate::people::InvitationStatus::{self, *};
use crate::people::WhyNot;
use crate::{EventId, Plan, Span, Status};

/// The statuses to which a step may lead from `from`, as far as the table says; whether it may be taken now depends on
/// the event, its seats and its clock as well.
pub fn following(from: InvitationStatus) -> &'static [InvitationStatus] {
    match from {
        LongListed => &[ShortListed, Invited, Withdrawn],
        ShortListed => &[LongListed, Invited, Withdrawn],
        Invited => &[
            Accepted,
            Tentative,
            Declined,
            WaitListed,
            Attended,
            Substituted,
            Withdrawn,
            Bounced,
        ],
        Accepted => &[
            Tentative,
            Declined,
            WaitListed,
            Attended,
            NoShow,
            Substituted,
            Withdrawn,
        ],
        Tentative => &[
            Accepted,
            Declined,
            WaitListed,
            Attended,
            NoShow,
            Substituted,
            Withdrawn,
        ],
        // Somebody who said no may think better of it, or come to the door.
        Declined => &[
            Invited,
            Accepted,
            Tentative,
            WaitListed,
            Attended,
            Substituted,
            Withdrawn,
        ],
        WaitListed => &[Invited, Accepted, Declined, Attended, Withdrawn],
        Attended => &[NoShow, FollowedUp],
        NoShow => &[Attended, FollowedUp],
        FollowedUp => &[],
        Substituted => &[Invited, Accepted, Declined, Withdrawn],
        Withdrawn => &[LongListed, ShortListed, Invited],
        Bounced => &[ShortListed, Invited, Withdrawn],
    }
}

/// Whether the table has a step from one status to another.
///
/// # Errors
/// `already_there` or `no_such_step`.
pub fn may_follow(from: InvitationStatus, to: InvitationStatus) -> Result<(), WhyNot> {
    if from == to {
        return Err(WhyNot::new("already_there").with("to", to.key()));
    }
    if following(from).contains(&to) {
        return Ok(());
    }
    Err(WhyNot::new("no_such_step")
        .with("from", from.key())
        .with("to", to.key()))
}

/// The event's clock: what may be recorded when.
pub(super) struct Hours<'plan> {
    zone: Zone,
    span: &'plan Span,
    status: Status,
}

impl<'plan> Hours<'plan> {
    /// None if the rules do not know the zone of the event: then no step is held back by a clock.
    pub(super) fn of(plan: &'plan Plan, event: EventId) -> Option<Self> {
        let record = plan.events().get(&event)?;
        Some(Self {
            zone: plan.rules().zone(&record.zone).ok()?,
            span: plan.event_span(event)?,
            status: record.status,
        })
    }

    fn day(&self, at: DateTime<Utc>) -> NaiveDate {
        self.zone.at(at).0.date()
    }

    /// Whether somebody may be checked in at `at`: from the first day on.
    pub(super) fn allow_at_door(&self, at: DateTime<Utc>) -> Result<(), WhyNot> {
        self.allow(Attended, self.day(at), at)
    }

    /// Whether a step that happened on day `on` may be recorded at `at`.
    pub(super) fn allow(&self, to: InvitationStatus, on: NaiveDate, at: DateTime<Utc>) -> Result<(), WhyNot> {
        let today = self.day(at);
        if on > today {
            return Err(WhyNot::new("in_future").with("today", today));
        }
        let (first, last) = (self.day(self.span.start.utc), self.day(self.span.end.utc));
        match to {
            Attended | NoShow => {
                if self.status == Status::Cancelled {
                    return Err(WhyNot::new("event_cancelled"));
                }
                // Doors open before the event; who came is known from then, who did not only once it has begun.
                let begun = if to == Attended {
                    today >= first
                } else {
                    at >= self.span.start.utc
                };
                if !begun {
                    return Err(WhyNot::new("event_not_begun").with("day", first));
                }
            }
            FollowedUp => {
                if at < self.span.end.utc {
                    return Err(WhyNot::new("event_not_over").with("day", last));
                }
            }
            LongListed | ShortListed | Invited | Accepted | Tentative | WaitListed | Substituted => {
                if self.status == Status::Cancelled {
                    return Err(WhyNot::new("event_cancelled"));
                }
                // What happened before the end may be recorded after it.
                if on > last || (on == today && at >= self.span.end.utc) {
                    return Err(WhyNot::new("event_over").with("day", last));
                }
            }
            Declined | Withdrawn | Bounced => {}
        }
        Ok(())
    }
}
