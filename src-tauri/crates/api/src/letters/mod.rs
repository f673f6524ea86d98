//! Letters and e-mails to guests.

use outreach_plan::people::Letter;

use crate::route::Nothing;
use crate::views::*;
use crate::{Refused, Session};

/// `letters.list`
pub(crate) fn list(_session: &Session, _request: &Nothing) -> Result<Letters, Refused> {
    Err(Refused::not_ready("letters.list"))
}

/// `letters.show`
pub(crate) fn show(_session: &Session, _request: &LetterKey) -> Result<Letter, Refused> {
    Err(Refused::not_ready("letters.show"))
}

/// `letters.preview`
pub(crate) fn preview(_session: &Session, _request: &MergeLetters) -> Result<LetterPreview, Refused> {
    Err(Refused::not_ready("letters.preview"))
}

/// `letters.write`
pub(crate) fn write(_session: &Session, _request: &MergeLetters) -> Result<Option<LettersWritten>, Refused> {
    Err(Refused::not_ready("letters.write"))
}
