//! Whom to remind today. A day is the venue's: what is due in Toronto today may not be due in Hong Kong tomorrow.

use chrono::{Days, NaiveDate};

use crate::people::InvitationStatus::{Invited, Tentative};
use crate::{EventId, InvitationId, Plan, Status};

/// Guests of one event who have not answered and should be reminded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// The event.
    pub event: EventId,
    /// The day on which the reminder fell due, by the venue's calendar; the latest if several did.
    pub day: NaiveDate,
    /// Today at the venue.
    pub today: NaiveDate,
    /// Who has not answered and was neither asked nor reminded since that day.
    pub invitations: Vec<InvitationId>,
}

/// All reminders due, the earliest event first. `today_of` gives the day it is in a zone.
pub fn due(plan: &Plan, today_of: &dyn Fn(&str) -> NaiveDate) -> Vec<Reminder> {
    let mut found: Vec<Reminder> = plan
        .arrangements()
        .values()
        .filter_map(|arrangement| due_at(plan, arrangement.event, today_of))
        .collect();
    found.sort_by_key(|reminder| {
        (
            plan.event_span(reminder.event).map(|span| span.start.utc),
            reminder.event,
        )
    });
    found
}

/// The reminder due for one event.
pub fn due_at(plan: &Plan, event: EventId, today_of: &dyn Fn(&str) -> NaiveDate) -> Option<Reminder> {
    let arrangement = plan.arrangement_of(event)?;
    let record = plan.events().get(&event)?;
    if !record.status.claims_its_time() || matches!(record.status, Status::Held | Status::Reported) {
        return None;
    }
    let (today, begins) = (today_of(&record.zone), record.start.date());
    if today > begins {
        return None;
    }
    let days = arrangement.remind_days.iter();
    let day = days
        .filter_map(|days| begins.checked_sub_days(Days::new((*days).into())))
        .filter(|day| *day <= today)
        .max()?;
    let waits = |status| matches!(status, Invited | Tentative);
    let invitations: Vec<InvitationId> = plan
        .invitations_at(event)
        .into_iter()
        .filter(|invitation| waits(invitation.status))
        .filter(|invitation| invitation.steps.last().is_none_or(|step| step.on < day))
        .map(|invitation| invitation.id)
        .collect();
    (!invitations.is_empty()).then_some(Reminder {
        event,
        day,
        today,
        invitations,
    })
}
