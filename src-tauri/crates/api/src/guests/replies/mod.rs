//! Answers that came as files: shown with what each means, then taken as one change.
//!
//! Preview and apply walk the same way and differ only in their last step. Answers are walked in the order in which
//! they were given (SEQUENCE, then DTSTAMP) and each sees what those before it did, so that two answers of one guest
//! in one drop come out as the newer, in whatever order the files lie.
//!
//! What an answer says is kept beside the plan like answers that an import reads, so that the same file twice is
//! known; but one that is older than what is known is not kept. An answer sent from a stranger's address is not kept unless somebody said whose it is: kept, it would come
//! back without its sender and look like the guest's own.

mod judging;
mod reading;
mod returned;

use outreach_plan::people::Invitation;

use super::room::Room;
use crate::change::Label;
use crate::host::Choose;
use crate::imports::intake::Known;
use crate::route::Nothing;
use crate::views::{ChosenImport, ReadReplies, RepliesApplied, ReplyPreview};
use crate::{Refused, Session, choices, files};
use judging::Judged;
use reading::Incoming;

/// A file is at most so long: 64 MB.
const LARGEST: u64 = 64 << 20;
/// So many files are read at once.
const FILES_AT_MOST: usize = 500;

/// `replies.choose`
pub(crate) fn choose(session: &Session, _request: &Nothing) -> Result<Option<ChosenImport>, Refused> {
    session.desk()?;
    let endings: &[&str] = &["eml", "ics", "ical", "vcs", "mht"];
    let Some(path) = session.host.choose(&Choose::Import { endings }) else {
        return Ok(None);
    };
    let size = files::size_of(&path, LARGEST)?;
    Ok(Some(ChosenImport {
        file: session.choices.number(&path),
        name: choices::shown(&path).0,
        size,
    }))
}

/// `replies.preview`
pub(crate) fn preview(session: &Session, request: &ReadReplies) -> Result<ReplyPreview, Refused> {
    let known = Known::of(session.desk()?.hold().file()?)?;
    let incoming = Incoming::read(session, request, &known)?;
    session.room(request.language, |room| {
        let judged = Judged::of(room, request, &known, &incoming, &session.actor());
        Ok(ReplyPreview {
            fingerprint: incoming.fingerprint.clone(),
            counts: judged.counts,
            rows: judged.rows,
            unreadable: incoming.unreadable.clone(),
        })
    })
}

/// `replies.apply`
pub(crate) fn apply(session: &Session, request: &ReadReplies) -> Result<RepliesApplied, Refused> {
    let known = Known::of(session.desk()?.hold().file()?)?;
    let incoming = Incoming::read(session, request, &known)?;
    if request
        .fingerprint
        .as_ref()
        .is_some_and(|seen| *seen != incoming.fingerprint)
    {
        return Err(Refused::new(
            "import_file_changed",
            "The file has changed since it was looked at. Nothing was taken; look at it again.",
        ));
    }
    let done = session.change(|draft| {
        let room = Room::of(draft.plan, request.language, draft.now);
        let judged = Judged::of(&room, request, &known, &incoming, &draft.signed());
        let counts = judged.counts;
        for invitation in judged.after {
            draft.put_made(Invitation { ..invitation });
        }
        for person in judged.people {
            draft.put_made(person);
        }
        if !judged.keep.is_empty() {
            let keep = judged.keep;
            draft.also(move |tx| {
                for reply in &keep {
                    tx.put(reply)?;
                }
                Ok(())
            });
        }
        Ok((counts, Label::new("replies_taken").with("count", counts.updates)))
    })?;
    Ok(RepliesApplied {
        counts: done.value,
        change: done.change,
    })
}
