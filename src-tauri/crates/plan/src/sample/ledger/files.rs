//! The shape of the files of invented people.

use std::collections::BTreeMap;

use chrono::NaiveTime;
use serde::Deserialize;

use crate::people::{LetterKind, Outcome, Purpose, VisitStage};
use crate::reference::CountryCode;
use crate::sample::files::Words;
use crate::{Scheme, Sector};

#[derive(Debug, Deserialize)]
pub(super) struct Guests {
    pub(super) note: String,
    pub(super) note_of_body: String,
    pub(super) organisations: BTreeMap<String, Words>,
    /// Who was given no collection notice.
    pub(super) without_notice: Vec<String>,
    /// Whose data should be gone by now.
    pub(super) due: Vec<String>,
    pub(super) people: Vec<Entry>,
    /// Pairs that look alike and are two people.
    pub(super) distinct: Vec<(String, String)>,
    pub(super) lists: Vec<List>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Entry {
    pub(super) key: String,
    /// Family, given and Chinese name.
    pub(super) name: (String, String, String),
    #[serde(default)]
    pub(super) preferred: String,
    pub(super) honorific: String,
    pub(super) post: Words,
    #[serde(default)]
    pub(super) org: Option<String>,
    pub(super) market: Option<CountryCode>,
    pub(super) sectors: Vec<Sector>,
    pub(super) languages: Vec<String>,
    pub(super) tags: Vec<String>,
    pub(super) email: String,
    #[serde(default)]
    pub(super) tel: Option<String>,
    #[serde(default)]
    pub(super) body: bool,
}

#[derive(Debug, Deserialize)]
pub(super) struct List {
    pub(super) name: String,
    pub(super) query: String,
    pub(super) notes: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Invited {
    pub(super) events: Vec<EventGuests>,
}

#[derive(Debug, Deserialize)]
pub(super) struct EventGuests {
    /// English title of the event.
    pub(super) title: String,
    pub(super) vip_held: u32,
    pub(super) quotas: Vec<(String, u32)>,
    pub(super) tables: Vec<(String, u32)>,
    /// Days before the event by which an answer is asked for.
    pub(super) reply_by: u64,
    pub(super) remind_days: Vec<u16>,
    /// What became of whom: `key`, with `+2` for two companions, `!` for a VIP, `#` for a speaker, `*` for the press;
    /// `one>other` for a substitute.
    pub(super) guests: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub(super) tables_of: BTreeMap<String, Vec<String>>,
    /// Dietary and access needs.
    #[serde(default)]
    pub(super) needs: BTreeMap<String, (String, String)>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Visits {
    pub(super) approver: String,
    pub(super) visits: Vec<VisitEntry>,
    pub(super) programme: Vec<MeetingEntry>,
    /// What, and so many days from the first day of the stay.
    pub(super) checklist: Vec<(String, i64)>,
    /// For what, and hundredths of Hong Kong dollars.
    pub(super) costs: Vec<(String, i64)>,
    /// What, who, and so many days after the stay.
    pub(super) tasks: Vec<(String, String, i64)>,
}

#[derive(Debug, Deserialize)]
pub(super) struct VisitEntry {
    pub(super) key: String,
    /// How far it has come.
    pub(super) to: VisitStage,
    /// Whether the nomination came back with a question.
    #[serde(default)]
    pub(super) returned: bool,
    #[serde(default)]
    pub(super) outcome: Option<Outcome>,
    #[serde(default)]
    pub(super) scheme: Option<Scheme>,
    /// Days from today.
    pub(super) arrive: i64,
    pub(super) depart: i64,
    pub(super) by: String,
    pub(super) reason: String,
    pub(super) sector: Sector,
    pub(super) zone: String,
    /// Days since the nomination.
    pub(super) age: i64,
}

#[derive(Debug, Deserialize)]
pub(super) struct MeetingEntry {
    /// Of the stay, from 0.
    pub(super) day: i64,
    #[serde(deserialize_with = "time")]
    pub(super) from: NaiveTime,
    #[serde(deserialize_with = "time")]
    pub(super) to: NaiveTime,
    pub(super) what: Words,
    pub(super) place: Words,
    pub(super) with: String,
}

fn time<'de, D: serde::Deserializer<'de>>(from: D) -> Result<NaiveTime, D::Error> {
    let text = String::deserialize(from)?;
    NaiveTime::parse_from_str(&text, "%H:%M").map_err(serde::de::Error::custom)
}

#[derive(Debug, Deserialize)]
pub(super) struct Written {
    pub(super) letters: Vec<LetterEntry>,
    pub(super) notices: Vec<NoticeEntry>,
}

#[derive(Debug, Deserialize)]
pub(super) struct LetterEntry {
    pub(super) name: String,
    pub(super) kind: LetterKind,
    pub(super) subject: Words,
    pub(super) body: Words,
}

#[derive(Debug, Deserialize)]
pub(super) struct NoticeEntry {
    pub(super) version: u32,
    pub(super) days_ago: i64,
    pub(super) name: Words,
    pub(super) purposes: Vec<Purpose>,
    pub(super) retain_months: u32,
    pub(super) text: Words,
}
