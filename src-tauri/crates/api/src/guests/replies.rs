//! Answers that came as files.

use crate::route::Nothing;
use crate::views::*;
use crate::{Refused, Session};

/// `replies.choose`
pub(crate) fn choose(_session: &Session, _request: &Nothing) -> Result<Option<ChosenImport>, Refused> {
    Err(Refused::not_ready("replies.choose"))
}

/// `replies.preview`
pub(crate) fn preview(_session: &Session, _request: &ReadReplies) -> Result<ReplyPreview, Refused> {
    Err(Refused::not_ready("replies.preview"))
}

/// `replies.apply`
pub(crate) fn apply(_session: &Session, _request: &ReadReplies) -> Result<RepliesApplied, Refused> {
    Err(Refused::not_ready("replies.apply"))
}
