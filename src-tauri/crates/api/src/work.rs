//! Long work that goes on.

use crate::views::CancelWork;
use crate::{Refused, Session};

/// `work.cancel`
pub(crate) fn cancel(session: &Session, request: &CancelWork) -> Result<(), Refused> {
    // Work that has ended meanwhile needs no stopping.
    session.long_work.stop(&request.work);
    Ok(())
}
