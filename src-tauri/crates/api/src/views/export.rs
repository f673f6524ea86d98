//! Taking the programme out.

use outreach_plan::Language;
use serde::{Deserialize, Serialize};

use super::EventFilter;

/// A format that the programme can be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ExportFormat {
    /// iCalendar (RFC 5545).
    Ics,
    /// A workbook for Excel and LibreOffice.
    Xlsx,
    /// Comma-separated values with a byte-order mark.
    Csv,
    /// One page that needs nothing else.
    Html,
}

/// Asks for an export.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct WriteExport {
    /// In this format.
    pub format: ExportFormat,
    /// Of these events.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub filter: EventFilter,
    /// In this language.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub language: Language,
}

/// What an export holds, before it is written.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ExportPreview {
    /// How many events.
    pub events: u32,
    /// Bytes.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub size: u64,
    /// The name that would be suggested.
    pub suggested_name: String,
    /// What is left out, keys of the words: `notes`, `delegates`, `cancelled`, …
    pub leaves_out: Vec<String>,
    /// The beginning of the file for text formats; the first rows for a workbook, tab-separated.
    pub beginning: String,
}

/// What was written.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Exported {
    /// The file's name.
    pub name: String,
    /// The folder, to be shown.
    pub folder: String,
    /// How many events.
    pub events: u32,
    /// Bytes.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub size: u64,
}
