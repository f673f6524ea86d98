//! Badges, table cards and the list for the door.

use crate::views::*;
use crate::{Refused, Session};

/// `guests.preview_paper`
pub(crate) fn preview(_session: &Session, _request: &PrintGuests) -> Result<PaperPreview, Refused> {
    Err(Refused::not_ready("guests.preview_paper"))
}

/// `guests.paper`
pub(crate) fn write(_session: &Session, _request: &PrintGuests) -> Result<Option<PaperWritten>, Refused> {
    Err(Refused::not_ready("guests.paper"))
}
