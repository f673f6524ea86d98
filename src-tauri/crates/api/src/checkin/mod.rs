//! The desk at the venue: who is expected, who came, who comes without having said so.
//!
//! Everything is answered from memory and written as one small change, so that a queue moves on: nothing here asks
//! the checks or the search index. The clock of the venue decides on which day the desk is open.

mod desk;
mod marking;

use std::collections::HashSet;

use crate::guests::room::Room;
use crate::views::{
    CheckInDesk, CheckedIn, FindAtDesk, FoundAtDesk, MarkArrived, OfEvent, SettleAttendance, Settled, WalkIn,
};
use crate::{Refused, Session};

/// `checkin.show`
pub(crate) fn show(session: &Session, request: &OfEvent) -> Result<CheckInDesk, Refused> {
    session.room(request.language, |room| desk::show(room, request.event))
}

/// `checkin.find`
pub(crate) fn find(session: &Session, request: &FindAtDesk) -> Result<FoundAtDesk, Refused> {
    let open = session.desk()?;
    // Somebody who was just let in is found as well.
    open.crowd().catch_up(&open);
    let plan = open.plan();
    let known: HashSet<u128> = open
        .crowd()
        .search()
        .find_keys(&request.text)
        .into_iter()
        .collect();
    let room = Room::of(&plan, request.language, session.now());
    desk::find(&room, request, &known)
}

/// `checkin.mark`
pub(crate) fn mark(session: &Session, request: &MarkArrived) -> Result<CheckedIn, Refused> {
    marking::mark(session, request)
}

/// `checkin.walk_in`
pub(crate) fn walk_in(session: &Session, request: &WalkIn) -> Result<CheckedIn, Refused> {
    marking::walk_in(session, request)
}

/// `checkin.preview_settle`
pub(crate) fn preview_settle(session: &Session, request: &SettleAttendance) -> Result<Settled, Refused> {
    marking::preview_settle(session, request)
}

/// `checkin.settle`
pub(crate) fn settle(session: &Session, request: &SettleAttendance) -> Result<Settled, Refused> {
    marking::settle(session, request)
}
