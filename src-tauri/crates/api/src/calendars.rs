//! Calendars that are given out: what each recipient holds, and what changed since.

use outreach_plan::CalendarId;

use crate::change::Draft;
use crate::route::Nothing;
use crate::views::{CalendarPage, CalendarRow, ChangeView, DiffIssues, ShowCalendar, ShowChanges};
use crate::{Refused, Session};

/// `calendars.list`
pub(crate) fn list(_session: &Session, _request: &Nothing) -> Result<Vec<CalendarRow>, Refused> {
    Ok(Vec::new())
}

/// `calendars.show`
pub(crate) fn show(_session: &Session, _request: &ShowCalendar) -> Result<CalendarPage, Refused> {
    Err(Refused::not_found())
}

/// `calendars.changes`
pub(crate) fn changes(_session: &Session, _request: &ShowChanges) -> Result<Vec<ChangeView>, Refused> {
    Ok(Vec::new())
}

/// `calendars.diff`
pub(crate) fn diff(_session: &Session, _request: &DiffIssues) -> Result<Vec<ChangeView>, Refused> {
    Ok(Vec::new())
}

/// A calendar goes with its recipients and its issues.
pub(crate) fn remove_from_under(draft: &mut Draft<'_>, calendar: CalendarId) {
    for recipient in draft.plan.recipients_of(calendar) {
        draft.remove(recipient.id);
    }
}
