//! A workbook for the mail merge of a word processor: a row an invitee, a column a field.

use chrono::{DateTime, Utc};
use outreach_plan::Language;

use super::fields::{FIELDS, Field, Fields, field_label};
use crate::ExportError;
use crate::people::{Table, Value};

pub(super) fn write(
    rows: &[Fields],
    language: Language,
    written: DateTime<Utc>,
) -> Result<Vec<u8>, ExportError> {
    // A column that is empty for all would only be in the way.
    let used: Vec<&Field> = FIELDS
        .iter()
        .filter(|field| {
            rows.iter()
                .any(|row| row.get(field.key).is_some_and(|value| !value.is_empty()))
        })
        .collect();
    let title = match language {
        Language::English => "Mail merge",
        Language::TraditionalChinese => "合併列印資料",
        Language::SimplifiedChinese => "邮件合并数据",
    };
    Table {
        name: title,
        title,
        headings: used
            .iter()
            .map(|field| field_label(field.key, language).unwrap_or(field.key))
            .collect(),
        rows: rows.iter().map(|row| {
            used.iter()
                .map(|field| row.get(field.key).map_or(Value::Empty, Value::from))
                .collect()
        }),
        language,
        written,
    }
    .xlsx()
}
