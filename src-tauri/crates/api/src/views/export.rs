//! Taking the programme out.

use chrono::NaiveDate;
use outreach_plan::{Audience, CalendarForm, EventId, Language, MissionId};
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
    /// Paper.
    Pdf,
}

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PdfDocument {
    /// The year: a page a quarter with a band a region.
    Year,
    /// One month as a calendar.
    Month,
    /// One mission, day by day.
    Booklet,
    /// One event's order of the day.
    RunSheet,
}

/// How paper is written.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[cfg_attr(feature = "bindings", ts(optional_fields = nullable))]
pub struct PdfChoices {
    /// What is printed.
    pub document: PdfDocument,
    /// Which mission, for a booklet.
    #[serde(default)]
    pub mission: Option<MissionId>,
    /// Which event, for a run sheet.
    #[serde(default)]
    pub event: Option<EventId>,
    /// Any day of the year or month that is printed; without it the present one, or the nearest that holds an event
    /// of the filter: one to come before one gone by.
    #[serde(default)]
    pub day: Option<NaiveDate>,
    /// How large the pages of a year or a month are; the others are always A4.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub size: PdfSize,
}

/// A size of paper (ISO 216).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PdfSize {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 297 × 420 mm.
    A3,
}

/// Asks for an export.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[cfg_attr(feature = "bindings", ts(optional_fields = nullable))]
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
    /// For these readers: decides what is carried, and the marking. The page is always public.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub audience: Audience,
    /// How a calendar is written.
    #[serde(default)]
    pub ics: Option<CalendarForm>,
    /// How paper is written; needed for it.
    #[serde(default)]
    pub pdf: Option<PdfChoices>,
    /// Which page of paper the preview draws, from 1.
    #[serde(default)]
    pub page: Option<u32>,
}

/// What an export holds, before it is written.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ExportPreview {
    /// How many events.
    pub events: u32,
    /// Bytes, all files together.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub size: u64,
    /// The name that would be suggested; of the folder where there are several files.
    pub suggested_name: String,
    /// Every file.
    pub files: Vec<ExportFile>,
    /// What is left out, keys of the words: `notes`, `delegates`, `cancelled`, …
    pub leaves_out: Vec<String>,
    /// What is printed on it, a key of the words: `restricted`; null if nothing.
    pub marking: Option<String>,
    /// Zones of chosen events whose rules changed in the last two years: a calendar pinned to UTC is safer there.
    pub changed_zones: Vec<String>,
    /// The beginning of the file for text formats; the first rows for a workbook, tab-separated; empty for paper.
    pub beginning: String,
    /// The sheets of a workbook or the one table of a CSV file.
    pub sheets: Vec<SheetPreview>,
    /// The whole page; none for other formats.
    pub html: Option<String>,
    /// How many pages paper has.
    pub pages: Option<u32>,
    /// One of them.
    pub page_picture: Option<PagePictureView>,
    /// Characters that no typeface of this system has; their numbers stand on the paper in their place.
    pub missing: Vec<String>,
}

/// A file of an export.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ExportFile {
    /// Its name.
    pub name: String,
    /// Bytes.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub size: u64,
}

/// The beginning of a sheet.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct SheetPreview {
    /// Its name; empty for CSV.
    pub name: String,
    /// Rows without the heading.
    pub rows: u32,
    /// The headings, then the first rows, as they are read.
    pub first: Vec<Vec<String>>,
}

/// A page as a picture.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PagePictureView {
    /// Which page, from 1.
    pub page: u32,
    /// `image/svg+xml` or `image/png`.
    pub media_type: String,
    /// The picture as a `data:` address.
    pub address: String,
}

/// What was written.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Exported {
    /// The file's name; the folder's where there are several files.
    pub name: String,
    /// The folder, to be shown.
    pub folder: String,
    /// How many events.
    pub events: u32,
    /// Bytes, all files together.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub size: u64,
    /// How many files.
    pub files: u32,
}
