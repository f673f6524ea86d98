//! What others wrote, on its way in.

use crate::views::{
    ChooseImport, ChosenImport, Exported, ImportPreview, Imported, ListReplies, PreviewImport, ReplyRow,
    WriteTemplate,
};
use crate::{Refused, Session};

/// `imports.choose`
pub(crate) fn choose(_session: &Session, _request: &ChooseImport) -> Result<Option<ChosenImport>, Refused> {
    Ok(None)
}

/// `imports.preview`
pub(crate) fn preview(_session: &Session, _request: &PreviewImport) -> Result<ImportPreview, Refused> {
    Err(Refused::not_found())
}

/// `imports.commit`
pub(crate) fn commit(_session: &Session, _request: &PreviewImport) -> Result<Imported, Refused> {
    Err(Refused::not_found())
}

/// `imports.template`
pub(crate) fn template(_session: &Session, _request: &WriteTemplate) -> Result<Option<Exported>, Refused> {
    Ok(None)
}

/// `replies.list`
pub(crate) fn replies(_session: &Session, _request: &ListReplies) -> Result<Vec<ReplyRow>, Refused> {
    Ok(Vec::new())
}
