//! A person, or a body that is invited as such.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::{MarketId, NoticeId, PersonId, Scheme, Sector, Wording};

/// Somebody the office knows. Names are kept in parts, so that none is ever turned round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Person {
    /// Key.
    pub id: PersonId,
    /// A person or a body.
    pub nature: Nature,
    /// Family name in Latin letters; of a body its name.
    pub family: String,
    /// Given name in Latin letters.
    pub given: String,
    /// Whole name in Chinese characters, family name first, in whichever characters its bearer uses.
    pub chinese: String,
    /// By what name they like to be called.
    pub preferred: String,
    /// `Dr`, `Prof.`, `Ms`, …, in free text.
    pub honorific: String,
    /// Their post.
    pub post: Wording,
    /// The body they belong to.
    pub organisation: Wording,
    /// The market they are of.
    pub market: Option<MarketId>,
    /// Talent List segments.
    pub sectors: Vec<Sector>,
    /// Schemes they asked about.
    pub schemes: Vec<Scheme>,
    /// Passports held, ISO 3166-1 alpha-2; only where the person gave it.
    pub passports: Vec<String>,
    /// Where they studied, ISO 3166-1 alpha-2; only where the person gave it.
    pub university_region: String,
    /// Languages spoken, as BCP 47 tags; the first is the one to write in.
    pub languages: Vec<String>,
    /// E-mail addresses; the first is the one to write to. Two people may share one.
    pub emails: Vec<Email>,
    /// Telephone numbers.
    pub telephones: Vec<Telephone>,
    /// Free labels.
    pub tags: Vec<String>,
    /// Free text.
    pub notes: String,
    /// Where the data came from: a file, a card, a call.
    pub source: String,
    /// Fingerprints of the rows and cards of files that were read into this record, by which they are known again:
    /// a file taken in twice adds nothing, whatever was corrected here since.
    pub origins: Vec<String>,
    /// Collection notices they were given.
    pub notices: Vec<NoticeGiven>,
    /// For what their data may be used, each with its date.
    pub consents: Vec<Consent>,
    /// After this day nothing of them may be held any more.
    pub retain_until: Option<NaiveDate>,
    /// The record into which this one was merged.
    pub merged_into: Option<PersonId>,
    /// When everything that tells who it was has been erased.
    pub erased: Option<DateTime<Utc>>,
    /// When the record was made.
    pub created: DateTime<Utc>,
}

/// A person or a body.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Nature {
    /// A natural person.
    #[default]
    Person,
    /// A company, chamber, university, …
    Body,
}

/// An e-mail address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct Email {
    /// The bare address, as written.
    pub address: String,
    /// `work`, `home`, …, in free text.
    pub label: String,
    /// Whether mail to it came back.
    pub bounced: bool,
}

/// A telephone number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct Telephone {
    /// As it was written.
    pub raw: String,
    /// ITU-T E.164, `+` and up to 15 digits; empty where it could not be told.
    pub e164: String,
    /// `mobile`, `work`, …, in free text.
    pub label: String,
}

/// A collection notice that somebody was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct NoticeGiven {
    /// Which notice, in which version.
    pub notice: NoticeId,
    /// On which day.
    pub on: NaiveDate,
    /// How: on the form, by e-mail, at the desk.
    pub by: String,
}

/// For what personal data is used (Personal Data (Privacy) Ordinance, data protection principle 3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Inviting to events and running them.
    Events,
    /// Preparing and hosting a visit.
    Visits,
    /// Telling of schemes and services by name: direct marketing (Part 6A), which needs consent.
    DirectMarketing,
    /// Passing on to partner bodies.
    Partners,
    /// Passing on to the mainland cities of the GBA (Standard Contract).
    GbaTransfer,
}

/// Consent, or its refusal; the latest of a purpose holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Consent {
    /// For what.
    pub purpose: Purpose,
    /// Given, or refused or taken back.
    pub given: bool,
    /// On which day.
    pub on: NaiveDate,
    /// How: on the form, by e-mail, by telephone.
    pub by: String,
}
