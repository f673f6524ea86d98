//! The guests of an event: who is asked, what they say, where they sit.

pub(crate) mod paper;
pub(crate) mod replies;

use crate::views::*;
use crate::{Refused, Session};

/// `invitations.list`
pub(crate) fn list(_session: &Session, _request: &ListInvitees) -> Result<Invitees, Refused> {
    Err(Refused::not_ready("invitations.list"))
}

/// `invitations.show`
pub(crate) fn show(_session: &Session, _request: &ShowInvitation) -> Result<InvitationPage, Refused> {
    Err(Refused::not_ready("invitations.show"))
}

/// `invitations.add`
pub(crate) fn add(_session: &Session, _request: &AddInvitees) -> Result<Stepped, Refused> {
    Err(Refused::not_ready("invitations.add"))
}

/// `invitations.preview_add`
pub(crate) fn preview_add(_session: &Session, _request: &AddInvitees) -> Result<Stepped, Refused> {
    Err(Refused::not_ready("invitations.preview_add"))
}

/// `invitations.preview_step`
pub(crate) fn preview_step(_session: &Session, _request: &StepInvitations) -> Result<Stepped, Refused> {
    Err(Refused::not_ready("invitations.preview_step"))
}

/// `invitations.step`
pub(crate) fn step(_session: &Session, _request: &StepInvitations) -> Result<Stepped, Refused> {
    Err(Refused::not_ready("invitations.step"))
}

/// `invitations.party`
pub(crate) fn party(_session: &Session, _request: &SetParty) -> Result<Written, Refused> {
    Err(Refused::not_ready("invitations.party"))
}

/// `invitations.substitute`
pub(crate) fn substitute(_session: &Session, _request: &Substitute) -> Result<Written, Refused> {
    Err(Refused::not_ready("invitations.substitute"))
}

/// `invitations.proposals`
pub(crate) fn proposals(_session: &Session, _request: &OfEvent) -> Result<Vec<ProposalView>, Refused> {
    Err(Refused::not_ready("invitations.proposals"))
}

/// `invitations.promote`
pub(crate) fn promote(_session: &Session, _request: &Promote) -> Result<Stepped, Refused> {
    Err(Refused::not_ready("invitations.promote"))
}

/// `invitations.propose_seats`
pub(crate) fn propose_seats(_session: &Session, _request: &OfEvent) -> Result<SeatingProposal, Refused> {
    Err(Refused::not_ready("invitations.propose_seats"))
}

/// `invitations.seat`
pub(crate) fn seat(_session: &Session, _request: &SeatParties) -> Result<Stepped, Refused> {
    Err(Refused::not_ready("invitations.seat"))
}

/// `invitations.arrange`
pub(crate) fn arrange(_session: &Session, _request: &Arrange) -> Result<Written, Refused> {
    Err(Refused::not_ready("invitations.arrange"))
}

/// `reminders.due`
pub(crate) fn reminders(_session: &Session, _request: &DueReminders) -> Result<Vec<ReminderRow>, Refused> {
    Err(Refused::not_ready("reminders.due"))
}
