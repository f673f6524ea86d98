//! Copies of the workspace: made daily in the background, listed, kept by age.

use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use outreach_store::backup;

use crate::desk::Desk;
use crate::shown::Shown;
use crate::views::BackupView;
use crate::{Refused, Session};

/// A copy in the background gives way to whoever waits for the file, so many times.
const YIELDS_AT_MOST: u32 = 20;
const YIELD_FOR: Duration = Duration::from_secs(15);

/// The copies there are, newest first.
pub(crate) fn all(path: &Path) -> Vec<backup::Backup> {
    backup::backups(path, &backup::default_folder(path)).unwrap_or_default()
}

/// When the last copy was made.
pub(crate) fn latest(path: &Path) -> Option<DateTime<Utc>> {
    all(path).first().map(|copy| copy.at)
}

/// As a screen shows a copy.
pub(crate) fn view(session: &Session, shown: &Shown, copy: &backup::Backup) -> BackupView {
    BackupView {
        choice: session.choices.number(&copy.path),
        name: crate::choices::shown(&copy.path).0,
        made: shown.in_hong_kong(copy.at),
        size: copy.bytes,
    }
}

/// Makes the copy of the day in the background, if it was not made yet.
pub(crate) fn make_if_due(session: &Session, desk: &Arc<Desk>) {
    let now = session.now();
    let today = session.shown().in_hong_kong(now).date();
    if desk.aside().backup_day.replace(today) == Some(today) {
        return;
    }
    let (desk, teller, clock) = (
        Arc::clone(desk),
        session.teller.clone(),
        Arc::clone(&session.clock),
    );
    std::thread::spawn(move || {
        let result = make_politely(&desk, || clock.now());
        let Some(result) = result else { return };
        {
            let mut aside = desk.aside();
            match result {
                Ok(at) => {
                    aside.last_backup = Some(at);
                    aside.backup_trouble = None;
                }
                Err(refused) => aside.backup_trouble = Some(refused.into_view()),
            }
        }
        teller.changed(&["workspace"]);
    });
}

/// Makes a copy when nobody waits for the file; none if it is not due, or the workspace was closed.
fn make_politely(desk: &Desk, now: impl Fn() -> DateTime<Utc>) -> Option<Result<DateTime<Utc>, Refused>> {
    let folder = backup::default_folder(desk.path());
    if !backup::due(&all(desk.path()), now()) {
        return None;
    }
    for attempt in 0..=YIELDS_AT_MOST {
        let mut held = desk.hold();
        let store = held.file().ok()?;
        let mut step = |_step| {
            if desk.is_wanted() && attempt < YIELDS_AT_MOST {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        };
        match store.backup(&folder, now(), &mut step) {
            Ok(copy) => {
                // Copies that could not be taken away are taken away tomorrow.
                _ = backup::prune(&all(desk.path()), now());
                return Some(Ok(copy.at));
            }
            Err(outreach_store::StoreError::Cancelled) => {
                drop(held);
                std::thread::sleep(YIELD_FOR);
            }
            Err(error) => return Some(Err(error.into())),
        }
    }
    None
}
