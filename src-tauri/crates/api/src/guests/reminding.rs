//! Reminders that are due, by each venue's day.

use chrono::NaiveDate;
use outreach_plan::people::reminders;

use super::room::Room;
use crate::Refused;
use crate::shown::HONG_KONG;
use crate::views::{DueReminders, ReminderRow};

pub(super) fn due(room: &Room<'_>, request: &DueReminders) -> Result<Vec<ReminderRow>, Refused> {
    let today = |zone: &str| -> NaiveDate {
        room.shown
            .zone(zone)
            .or_else(|_| room.shown.zone(HONG_KONG))
            .map_or_else(|_| room.now.date_naive(), |zone| zone.at(room.now).0.date())
    };
    let plan = room.plan;
    Ok(reminders::due(plan, &today)
        .into_iter()
        .filter(|reminder| request.event.is_none_or(|event| event == reminder.event))
        .filter_map(|reminder| {
            let event = plan.events().get(&reminder.event)?;
            Some(ReminderRow {
                event: event.id,
                title: room.say(&event.title),
                span: room.span(event),
                day: reminder.day,
                today: today(&event.zone),
                reply_by: plan
                    .arrangement_of(event.id)
                    .and_then(|arrangement| arrangement.reply_by),
                invitations: reminder.invitations,
            })
        })
        .collect())
}
