//! Between the reader of typed times and the route: what a field already holds, and how a refusal is worded.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use outreach_plan::typed_time::{self, DateOrder, ReadingNote, TypedContext, TypedTimeError};
use serde_json::Value;

use crate::views::{ReadTime, TimeReading};

/// An event of which no length is known lasts so long.
const USUAL_MINUTES: i64 = 120;

/// A line that was understood.
pub(crate) struct Typed {
    pub(crate) start: NaiveDateTime,
    pub(crate) end: NaiveDateTime,
    pub(crate) end_was_typed: bool,
    pub(crate) all_day: bool,
    pub(crate) notes: Vec<ReadingNote>,
}

/// Reads a line; the error is the answer to give.
pub(crate) fn read(request: &ReadTime, today: NaiveDate) -> Result<Typed, Box<TimeReading>> {
    let length = request
        .current_start
        .zip(request.current_end)
        .map(|(start, end)| end - start);
    let minutes = length
        .map(|length| length.num_minutes())
        .filter(|minutes| *minutes > 0);
    let context = TypedContext {
        today,
        anchor: request.anchor,
        start: request.current_start,
        duration_min: Some(minutes.unwrap_or(USUAL_MINUTES)),
        order: DateOrder::DayFirst,
    };
    let typed = typed_time::read(&request.text, &context).map_err(|error| unreadable(&error))?;
    let end_was_typed = typed.end.is_some()
        && !typed
            .notes
            .iter()
            .any(|note| matches!(note, ReadingNote::UsualLength { .. }));
    let usual = || {
        typed
            .start
            .checked_add_signed(TimeDelta::minutes(USUAL_MINUTES))
            .unwrap_or(typed.start)
    };
    Ok(Typed {
        start: typed.start,
        end: typed.end.unwrap_or_else(usual),
        end_was_typed,
        all_day: typed.all_day,
        notes: typed.notes,
    })
}

fn unreadable(error: &TypedTimeError) -> Box<TimeReading> {
    let problem = serde_json::to_value(error.problem).unwrap_or_default();
    let mut params: BTreeMap<String, String> = problem
        .as_object()
        .into_iter()
        .flatten()
        .filter(|(name, _)| *name != "type")
        .map(|(name, value)| {
            (
                name.clone(),
                value.as_str().map_or_else(|| value.to_string(), str::to_owned),
            )
        })
        .collect();
    params.insert("at".to_owned(), error.at.to_string());
    params.insert("text".to_owned(), error.text.clone());
    params.insert("instead".to_owned(), error.instead.clone());
    let code = problem
        .get("type")
        .and_then(Value::as_str)
        .unwrap_or("not_understood")
        .to_owned();
    Box::new(TimeReading::Unreadable { code, params })
}
