//! Visits of leading talents.

use crate::views::*;
use crate::{Refused, Session};

/// `visits.board`
pub(crate) fn board(_session: &Session, _request: &ShowBoard) -> Result<VisitBoard, Refused> {
    Err(Refused::not_ready("visits.board"))
}

/// `visits.show`
pub(crate) fn show(_session: &Session, _request: &ShowVisit) -> Result<VisitPage, Refused> {
    Err(Refused::not_ready("visits.show"))
}

/// `visits.nominate`
pub(crate) fn nominate(_session: &Session, _request: &Nominate) -> Result<Written, Refused> {
    Err(Refused::not_ready("visits.nominate"))
}

/// `visits.approve`
pub(crate) fn approve(_session: &Session, _request: &ApproveVisit) -> Result<Written, Refused> {
    Err(Refused::not_ready("visits.approve"))
}

/// `visits.step`
pub(crate) fn step(_session: &Session, _request: &StepVisit) -> Result<Written, Refused> {
    Err(Refused::not_ready("visits.step"))
}

/// `visits.preview_booklet`
pub(crate) fn preview_booklet(_session: &Session, _request: &PrintVisit) -> Result<PaperPreview, Refused> {
    Err(Refused::not_ready("visits.preview_booklet"))
}

/// `visits.booklet`
pub(crate) fn booklet(_session: &Session, _request: &PrintVisit) -> Result<Option<PaperWritten>, Refused> {
    Err(Refused::not_ready("visits.booklet"))
}
