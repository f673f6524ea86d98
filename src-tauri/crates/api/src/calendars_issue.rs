//! Issuing a calendar: its files, and the record of who holds what.

use crate::views::{IssueCalendar, IssuePreview, Issued};
use crate::{Refused, Session};

/// `calendars.preview_issue`
pub(crate) fn preview(_session: &Session, _request: &IssueCalendar) -> Result<IssuePreview, Refused> {
    Err(Refused::not_found())
}

/// `calendars.issue`
pub(crate) fn issue(_session: &Session, _request: &IssueCalendar) -> Result<Option<Issued>, Refused> {
    Err(Refused::not_found())
}
