//! People and invitees as sheets.
//!
//! Every list is marked [RESTRICTED]. Passports and the region of a university, which people gave as optional
//! figures, are on none; consents, notices and the fingerprints of imports are the office's own and on none either.

mod columns;
mod table;
mod template;
mod words;

use chrono::{DateTime, Utc};
use outreach_plan::people::{Invitation, Person};
use outreach_plan::{Event, Language, Plan};

use crate::ExportError;
use columns::{Column, INVITEES, Line, PEOPLE};
pub(crate) use table::{Table, Value};
pub(super) use template::write as template;
use words::pick;

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

fn headings(columns: &[Column], language: Language) -> Vec<&'static str> {
    columns
        .iter()
        .map(|column| pick(language, column.heading))
        .collect()
}

fn values(columns: &[Column], line: Line<'_>) -> Vec<Value> {
    columns.iter().map(|column| (column.value)(line)).collect()
}

fn people<'a>(out: &PeopleOut<'a>) -> Table<'a, impl ExactSizeIterator<Item = Vec<Value>>> {
    let PeopleOut { plan, language, .. } = *out;
    Table {
        name: pick(language, ["People", "人士", "人士"]),
        title: out.title,
        headings: headings(&PEOPLE, language),
        rows: out.people.iter().map(move |person| {
            let line = Line {
                person,
                invitation: None,
                plan,
                language,
            };
            values(&PEOPLE, line)
        }),
        language,
        written: out.written,
    }
}

fn invitees<'a>(out: &InviteesOut<'a>) -> Table<'a, impl ExactSizeIterator<Item = Vec<Value>>> {
    let InviteesOut { plan, language, .. } = *out;
    Table {
        name: pick(language, ["Invitees", "受邀人士", "受邀人士"]),
        title: out.event.title.in_language(language),
        headings: headings(&INVITEES, language),
        rows: out.invitations.iter().map(move |(invitation, person)| {
            let line = Line {
                person,
                invitation: Some(invitation),
                plan,
                language,
            };
            values(&INVITEES, line)
        }),
        language,
        written: out.written,
    }
}

pub(super) fn people_xlsx(out: &PeopleOut<'_>) -> Result<Vec<u8>, ExportError> {
    people(out).xlsx()
}

pub(super) fn people_csv(out: &PeopleOut<'_>) -> Result<Vec<u8>, ExportError> {
    people(out).csv()
}

pub(super) fn invitees_xlsx(out: &InviteesOut<'_>) -> Result<Vec<u8>, ExportError> {
    invitees(out).xlsx()
}

pub(super) fn invitees_csv(out: &InviteesOut<'_>) -> Result<Vec<u8>, ExportError> {
    invitees(out).csv()
}

pub(super) fn people_json(people: &[&Person]) -> Result<Vec<u8>, ExportError> {
    #[derive(serde::Serialize)]
    struct File<'a> {
        marking: &'static str,
        people: &'a [&'a Person],
    }
    let file = File {
        marking: "[RESTRICTED]",
        people,
    };
    serde_json::to_vec_pretty(&file).map_err(|error| ExportError::Writer(error.to_string()))
}
