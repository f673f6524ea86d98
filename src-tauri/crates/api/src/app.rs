//! What the frame shows: state, clocks, what needs attention.

use chrono::Timelike;

use crate::choices::{shown as shown_path, stem};
use crate::route::Nothing;
use crate::rows::count;
use crate::session::Place;
use crate::views::{AppStatus, ClockFace, RecentWorkspace, ShowClocks, WorkspaceState};
use crate::{Refused, Session, workspace};

/// So many clocks may be asked for at once.
const CLOCKS_AT_MOST: usize = 50;

/// `app.status`
pub(crate) fn status(session: &Session, _request: &Nothing) -> Result<AppStatus, Refused> {
    let shown = session.shown();
    let place = session.place();
    let mut status = AppStatus {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        state: match &place {
            Place::Closed => WorkspaceState::Closed,
            Place::Locked(_) => WorkspaceState::Locked,
            Place::Open(_) => WorkspaceState::Open,
        },
        workspace: workspace::info(session, &place),
        recent: session
            .preferences
            .recent()
            .iter()
            .map(|path| RecentWorkspace {
                choice: session.choices.number(path),
                name: stem(path),
                folder: shown_path(path).1,
                exists: path.exists(),
            })
            .collect(),
        zones: session.rule_choice().status(),
        settings: session.preferences.settings(),
        findings: None,
        undo: None,
        redo: None,
        saved: None,
        backup_trouble: None,
        moved_by_rules: 0,
    };
    if let Place::Open(desk) = place {
        let plan = desk.plan();
        status.findings = Some(desk.findings(&plan).counts);
        status.moved_by_rules = count(desk.moved().len());
        let aside = desk.aside().clone();
        (status.undo, status.redo) = (aside.undo, aside.redo);
        status.saved = aside
            .saved
            .map(|saved| shown.in_hong_kong(saved).format("%H:%M:%S").to_string());
        status.backup_trouble = aside.backup_trouble;
    }
    Ok(status)
}

/// `app.clocks`
pub(crate) fn clocks(session: &Session, request: &ShowClocks) -> Result<Vec<ClockFace>, Refused> {
    let shown = session.shown();
    let precise = session.clock.now();
    let into_minute = precise.second() * 1000 + (precise.nanosecond() / 1_000_000).min(999);
    request
        .zones
        .iter()
        .take(CLOCKS_AT_MOST)
        .map(|name| {
            let zone = shown.zone(name)?;
            Ok(ClockFace {
                now: shown.at(&zone, session.now()),
                next_minute_ms: 60_000_u32.saturating_sub(into_minute).max(1),
            })
        })
        .collect()
}
