//! The privacy desk: what is held about people, what left the laptop about them, and taking a person out.

use crate::route::Nothing;
use crate::views::{
    AboutPerson, DuePage, EraseRequest, ErasePreview, Erased, ExportPeople, ExportedPeople, Forgotten, LogPage,
    PrivacyDesk, ShowDue, ShowLog, ShowPrivacy, WriteReport,
};
use crate::{Refused, Session};

fn not_ready<R>() -> Result<R, Refused> {
    Err(Refused::new("not_ready", "This cannot be done yet. Nothing was changed."))
}

/// `privacy.desk`
pub(crate) fn desk(_session: &Session, _request: &ShowPrivacy) -> Result<PrivacyDesk, Refused> {
    not_ready()
}

/// `privacy.due`
pub(crate) fn due(_session: &Session, _request: &ShowDue) -> Result<DuePage, Refused> {
    not_ready()
}

/// `privacy.log`
pub(crate) fn log(_session: &Session, _request: &ShowLog) -> Result<LogPage, Refused> {
    not_ready()
}

/// `privacy.report`
pub(crate) fn report(_session: &Session, _request: &WriteReport) -> Result<Option<ExportedPeople>, Refused> {
    not_ready()
}

/// `privacy.preview_erase`
pub(crate) fn preview_erase(_session: &Session, _request: &AboutPerson) -> Result<ErasePreview, Refused> {
    not_ready()
}

/// `privacy.erase`
pub(crate) fn erase(_session: &Session, _request: &EraseRequest) -> Result<Erased, Refused> {
    not_ready()
}

/// `privacy.forget_removed`
pub(crate) fn forget_removed(_session: &Session, _request: &Nothing) -> Result<Forgotten, Refused> {
    not_ready()
}

/// `people.export`
pub(crate) fn export(_session: &Session, _request: &ExportPeople) -> Result<Option<ExportedPeople>, Refused> {
    not_ready()
}
