//! People and invitees as sheets.

use chrono::{DateTime, Utc};
use outreach_plan::people::{Invitation, Person};
use outreach_plan::{Event, Language, Plan};

use crate::ExportError;

/// People on their way out.
#[derive(Clone, Copy)]
pub struct PeopleOut<'a> {
    /// The plan they belong to.
    pub plan: &'a Plan,
    /// Who, in the order in which they are to be read.
    pub people: &'a [&'a Person],
    /// What the list is called; on every page.
    pub title: &'a str,
    /// The language of headings and words.
    pub language: Language,
    /// The moment of writing.
    pub written: DateTime<Utc>,
}

/// Invitees of one event on their way out.
#[derive(Clone, Copy)]
pub struct InviteesOut<'a> {
    /// The plan they belong to.
    pub plan: &'a Plan,
    /// The event.
    pub event: &'a Event,
    /// The invitations, each with who is invited, in the order in which they are to be read.
    pub invitations: &'a [(&'a Invitation, &'a Person)],
    /// The language of headings and words.
    pub language: Language,
    /// The moment of writing.
    pub written: DateTime<Utc>,
}

pub(super) fn people_xlsx(_people: &PeopleOut<'_>) -> Result<Vec<u8>, ExportError> {
    Err(ExportError::Writer("not yet".to_owned()))
}
pub(super) fn people_csv(_people: &PeopleOut<'_>) -> Result<Vec<u8>, ExportError> {
    Err(ExportError::Writer("not yet".to_owned()))
}
pub(super) fn invitees_xlsx(_invitees: &InviteesOut<'_>) -> Result<Vec<u8>, ExportError> {
    Err(ExportError::Writer("not yet".to_owned()))
}
pub(super) fn invitees_csv(_invitees: &InviteesOut<'_>) -> Result<Vec<u8>, ExportError> {
    Err(ExportError::Writer("not yet".to_owned()))
}
pub(super) fn people_json(_people: &[&Person]) -> Result<Vec<u8>, ExportError> {
    Err(ExportError::Writer("not yet".to_owned()))
}
pub(super) fn template(_language: Language, _plan: &Plan) -> Result<Vec<u8>, ExportError> {
    Err(ExportError::Writer("not yet".to_owned()))
}
