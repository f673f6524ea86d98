//! The guests of an event: who is asked, what they say, where they sit.
//!
//! The rules are the plan's (`outreach_plan::people`); here they are asked for one event, their answers put into
//! words that a screen shows, and what a planner decides is written as one change. Labels of changes carry counts and
//! never names.

pub(crate) mod badge;
mod changing;
pub(crate) mod disclosed;
pub(crate) mod list;
pub(crate) mod paper;
pub(crate) mod refusals;
mod reminding;
pub(crate) mod replies;
pub(crate) mod room;
pub(crate) mod rows;
mod seating;
pub(crate) mod steps;

use crate::views::{
    AddInvitees, Arrange, DueReminders, InvitationPage, Invitees, ListInvitees, OfEvent, Promote,
    ProposalView, ReminderRow, SeatParties, SeatingProposal, SetParty, ShowInvitation, StepInvitations,
    Stepped, Substitute, Written,
};
use crate::{Refused, Session};

/// `invitations.list`
pub(crate) fn list(session: &Session, request: &ListInvitees) -> Result<Invitees, Refused> {
    session.room(request.language, |room| list::list(room, request))
}

/// `invitations.show`
pub(crate) fn show(session: &Session, request: &ShowInvitation) -> Result<InvitationPage, Refused> {
    session.room(request.language, |room| list::show(room, request))
}

/// `invitations.add`
pub(crate) fn add(session: &Session, request: &AddInvitees) -> Result<Stepped, Refused> {
    changing::add(session, request)
}

/// `invitations.preview_add`
pub(crate) fn preview_add(session: &Session, request: &AddInvitees) -> Result<Stepped, Refused> {
    changing::preview_add(session, request)
}

/// `invitations.preview_step`
pub(crate) fn preview_step(session: &Session, request: &StepInvitations) -> Result<Stepped, Refused> {
    changing::preview_step(session, request)
}

/// `invitations.step`
pub(crate) fn step(session: &Session, request: &StepInvitations) -> Result<Stepped, Refused> {
    changing::step(session, request)
}

/// `invitations.party`
pub(crate) fn party(session: &Session, request: &SetParty) -> Result<Written, Refused> {
    changing::party(session, request)
}

/// `invitations.substitute`
pub(crate) fn substitute(session: &Session, request: &Substitute) -> Result<Written, Refused> {
    changing::substitute(session, request)
}

/// `invitations.proposals`
pub(crate) fn proposals(session: &Session, request: &OfEvent) -> Result<Vec<ProposalView>, Refused> {
    session.room(request.language, |room| {
        room.at(request.event)?;
        Ok(list::proposals(room, request.event))
    })
}

/// `invitations.promote`
pub(crate) fn promote(session: &Session, request: &Promote) -> Result<Stepped, Refused> {
    changing::promote(session, request)
}

/// `invitations.propose_seats`
pub(crate) fn propose_seats(session: &Session, request: &OfEvent) -> Result<SeatingProposal, Refused> {
    session.room(request.language, |room| seating::propose(room, request))
}

/// `invitations.seat`
pub(crate) fn seat(session: &Session, request: &SeatParties) -> Result<Stepped, Refused> {
    changing::seat(session, request)
}

/// `invitations.arrange`
pub(crate) fn arrange(session: &Session, request: &Arrange) -> Result<Written, Refused> {
    changing::arrange(session, request)
}

/// `reminders.due`
pub(crate) fn reminders(session: &Session, request: &DueReminders) -> Result<Vec<ReminderRow>, Refused> {
    session.room(request.language, |room| reminding::due(room, request))
}
