//! The desk at the venue.

use crate::views::*;
use crate::{Refused, Session};

/// `checkin.show`
pub(crate) fn show(_session: &Session, _request: &OfEvent) -> Result<CheckInDesk, Refused> {
    Err(Refused::not_ready("checkin.show"))
}

/// `checkin.find`
pub(crate) fn find(_session: &Session, _request: &FindAtDesk) -> Result<FoundAtDesk, Refused> {
    Err(Refused::not_ready("checkin.find"))
}

/// `checkin.mark`
pub(crate) fn mark(_session: &Session, _request: &MarkArrived) -> Result<CheckedIn, Refused> {
    Err(Refused::not_ready("checkin.mark"))
}

/// `checkin.walk_in`
pub(crate) fn walk_in(_session: &Session, _request: &WalkIn) -> Result<CheckedIn, Refused> {
    Err(Refused::not_ready("checkin.walk_in"))
}

/// `checkin.preview_settle`
pub(crate) fn preview_settle(_session: &Session, _request: &SettleAttendance) -> Result<Settled, Refused> {
    Err(Refused::not_ready("checkin.preview_settle"))
}

/// `checkin.settle`
pub(crate) fn settle(_session: &Session, _request: &SettleAttendance) -> Result<Settled, Refused> {
    Err(Refused::not_ready("checkin.settle"))
}
