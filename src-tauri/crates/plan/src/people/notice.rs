//! What people are told when their data is collected.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::people::Purpose;
use crate::{NoticeId, Wording};

/// One version of a collection notice (Personal Data (Privacy) Ordinance, data protection principle 1(3)). A
/// version that was given to somebody is never edited; a new one is made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Notice {
    /// Key.
    pub id: NoticeId,
    /// What it is called.
    pub name: Wording,
    /// Which version of it: 1, 2, …
    pub version: u32,
    /// From when it is given.
    pub from: NaiveDate,
    /// The purposes it names.
    pub purposes: Vec<Purpose>,
    /// For how many months data collected under it is kept.
    pub retain_months: u32,
    /// Its text.
    pub text: Wording,
}
