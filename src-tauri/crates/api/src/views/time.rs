//! Times as they are shown, and times as they are typed.

use chrono::{NaiveDate, NaiveDateTime};
use outreach_plan::typed_time::ReadingNote;
use outreach_zones::Fold;
use serde::{Deserialize, Serialize};

/// One moment: at the place, in Hong Kong, and as an instant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ShownTime {
    /// Wall time at the place, `2027-05-14T15:00:00`.
    #[serde(serialize_with = "crate::wall::write")]
    pub local: NaiveDateTime,
    /// IANA zone of the place.
    pub zone: String,
    /// The place as a word for the zone: `Kuala Lumpur`.
    pub zone_city: String,
    /// Seconds east of UTC in force there.
    pub offset_s: i32,
    /// The same to be read: `+08`, `+05:30`, `−03:30`.
    pub offset: String,
    /// Wall time in Hong Kong.
    #[serde(serialize_with = "crate::wall::write")]
    pub hong_kong: NaiveDateTime,
    /// The instant, `2027-05-14T07:00:00Z`.
    pub utc: String,
}

/// Start and end of something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ShownSpan {
    /// When it begins.
    pub start: ShownTime,
    /// When it is over.
    pub end: ShownTime,
}

/// A line typed into a date-time field.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ReadTime {
    /// What was typed: `14.5.27 3pm`, `Fri 14 May 3–5pm`, `T-7`.
    pub text: String,
    /// IANA zone of the venue.
    pub zone: String,
    /// The field's present start: what is not typed is taken from it.
    #[cfg_attr(feature = "bindings", ts(optional = nullable))]
    pub current_start: Option<NaiveDateTime>,
    /// The field's present end: its length is kept when only a start is typed.
    #[cfg_attr(feature = "bindings", ts(optional = nullable))]
    pub current_end: Option<NaiveDateTime>,
    /// The day that `T-7` counts from.
    #[cfg_attr(feature = "bindings", ts(optional = nullable))]
    pub anchor: Option<NaiveDate>,
    /// The choice where the start happens twice.
    #[cfg_attr(feature = "bindings", ts(optional = nullable, type = "\"earlier\" | \"later\""))]
    pub start_fold: Option<Fold>,
    /// The choice where the end happens twice.
    #[cfg_attr(feature = "bindings", ts(optional = nullable, type = "\"earlier\" | \"later\""))]
    pub end_fold: Option<Fold>,
}

/// What a typed line means.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
#[expect(
    clippy::large_enum_variant,
    reason = "one answer at a time; boxing would only cost reading"
)]
pub enum TimeReading {
    /// Both ends are plain.
    Clear {
        /// The span.
        span: ShownSpan,
        /// Whether whole days are meant.
        all_day: bool,
        /// How the line was read where it could be read in another way.
        notes: Vec<ReadingNote>,
    },
    /// One end falls into hours that the clocks skip; it cannot be stored.
    Gap {
        /// Which end.
        end: SpanEnd,
        /// The two nearest times that exist, the one before and the one after, with the whole span each gives.
        choices: Vec<TimeChoice>,
    },
    /// One end happens twice; the planner has to say which.
    Fold {
        /// Which end.
        end: SpanEnd,
        /// Both readings, earlier and later.
        choices: Vec<TimeChoice>,
    },
    /// The line is not a time.
    Unreadable {
        /// Code of the reason, a key of the words: `no_date`, `wrong_weekday`, `end_before_start`, …
        code: String,
        /// What the reason's sentence needs.
        #[cfg_attr(feature = "bindings", ts(type = "Record<string, string>"))]
        params: std::collections::BTreeMap<String, String>,
    },
}

/// An end of a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SpanEnd {
    /// The start.
    Start,
    /// The end.
    End,
}

/// One way to settle a gap or a fold.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct TimeChoice {
    /// The end in question, settled.
    pub time: ShownTime,
    /// The choice to store, for a fold.
    #[cfg_attr(feature = "bindings", ts(type = "\"earlier\" | \"later\" | null"))]
    pub fold: Option<Fold>,
    /// Wall start of the whole span with this choice.
    pub start: NaiveDateTime,
    /// Wall end of the whole span with this choice.
    pub end: NaiveDateTime,
}

/// Asks what time it is.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ShowClocks {
    /// IANA zones.
    pub zones: Vec<String>,
}

/// What time it is now in a zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ClockFace {
    /// The moment, there and in Hong Kong.
    pub now: ShownTime,
    /// Milliseconds until the minute ends: when to ask again.
    pub next_minute_ms: u32,
}
