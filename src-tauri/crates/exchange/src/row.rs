//! One event as a line of text: what a table, a workbook and a page have in common.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, TimeZone, Utc};
use outreach_plan::{Event, Language, Region, Status};

use crate::words;
use crate::{ExportError, Outgoing};

/// Hong Kong has kept +08 without a change since 1979, so a fixed offset is exact for every time planned here.
const HONG_KONG_OFFSET_S: i32 = 8 * 3600;

/// One event, its names in one language and its times ready to be written. Text is not yet neutralised.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// The event.
    pub event: &'a Event,
    /// Region.
    pub region: Region,
    /// Status.
    pub status: Status,
    /// Its name.
    pub title: &'a str,
    /// The market's name.
    pub market: &'a str,
    /// The city's name.
    pub place: &'a str,
    /// The venue's name.
    pub venue: &'a str,
    /// The mission's name.
    pub mission: &'a str,
    /// Names of the hosts, with the language's comma.
    pub hosts: String,
    /// Names of the sectors, with the language's comma.
    pub sectors: String,
    /// Start at the venue.
    pub start: NaiveDateTime,
    /// End at the venue, excluded.
    pub end: NaiveDateTime,
    /// Offset at the start, to be read.
    pub offset: String,
    /// Offset at the end, to be read; differs from `offset` across a change of the clocks.
    pub end_offset: String,
    /// Start in Hong Kong.
    pub hong_kong_start: NaiveDateTime,
    /// End in Hong Kong.
    pub hong_kong_end: NaiveDateTime,
    /// Start.
    pub utc_start: DateTime<Utc>,
    /// End.
    pub utc_end: DateTime<Utc>,
}

impl<'a> Row<'a> {
    /// Prepares one event.
    ///
    /// # Errors
    /// [`ExportError::UnknownZone`] where the rules cannot say when the event is.
    pub fn of(event: &'a Event, out: &Outgoing<'a>) -> Result<Self, ExportError> {
        let span = out
            .plan
            .event_span(event.id)
            .ok_or_else(|| ExportError::UnknownZone {
                zone: event.zone.clone(),
            })?;
        let language = out.language;
        let comma = words::list_comma(language);
        let join = |names: Vec<&str>| names.join(comma);
        Ok(Self {
            event,
            region: event.region,
            status: event.status,
            title: event.title.in_language(language),
            market: event
                .market
                .and_then(|id| out.plan.markets().get(&id))
                .map_or("", |market| market.name.in_language(language)),
            place: event.place.in_language(language),
            venue: event
                .venue
                .and_then(|id| out.plan.venues().get(&id))
                .map_or("", |venue| venue.name.in_language(language)),
            mission: event
                .mission
                .and_then(|id| out.plan.missions().get(&id))
                .map_or("", |mission| mission.title.in_language(language)),
            hosts: join(
                event
                    .hosts
                    .iter()
                    .filter_map(|id| out.plan.partners().get(id))
                    .map(|partner| partner.name.in_language(language))
                    .collect(),
            ),
            sectors: join(
                event
                    .sectors
                    .iter()
                    .map(|sector| sector.name().in_language(language))
                    .collect(),
            ),
            start: event.start,
            end: event.end,
            offset: span.start.offset_text(),
            end_offset: span.end.offset_text(),
            hong_kong_start: hong_kong(span.start.utc),
            hong_kong_end: hong_kong(span.end.utc),
            utc_start: span.start.utc,
            utc_end: span.end.utc,
        })
    }

    /// All events of `out`, in their order.
    ///
    /// # Errors
    /// As [`Row::of`].
    pub fn all(out: &Outgoing<'a>) -> Result<Vec<Self>, ExportError> {
        out.events.iter().map(|event| Self::of(event, out)).collect()
    }

    /// Venue and city as one line: `Level 3, Kuala Lumpur`.
    pub fn location(&self, language: Language) -> String {
        match (self.venue, self.place) {
            ("", place) => place.to_owned(),
            (venue, "") => venue.to_owned(),
            (venue, place) => [venue, place].join(words::list_comma(language)),
        }
    }

    /// When, at the venue: `Fri 14 May 2027 15:00–17:00 (+08)`; days alone for an all-day event.
    pub fn local_words(&self, language: Language) -> String {
        if self.event.all_day {
            return words::days(self.start.date(), last_day(self.start.date(), self.end), language);
        }
        let offsets = if self.offset == self.end_offset {
            self.offset.clone()
        } else {
            format!("{} → {}", self.offset, self.end_offset)
        };
        format!("{} ({offsets})", words::span(self.start, self.end, language))
    }

    /// When, in Hong Kong: `Fri 14 May 2027 15:00–17:00`.
    pub fn hong_kong_words(&self, language: Language) -> String {
        words::span(self.hong_kong_start, self.hong_kong_end, language)
    }
}

/// The last day that an end at midnight, excluded, still counts.
pub(crate) fn last_day(first: NaiveDate, end: NaiveDateTime) -> NaiveDate {
    if end.time() == chrono::NaiveTime::MIN {
        end.date().pred_opt().map_or(first, |day| day.max(first))
    } else {
        end.date().max(first)
    }
}

pub(crate) fn hong_kong(utc: DateTime<Utc>) -> NaiveDateTime {
    let offset = FixedOffset::east_opt(HONG_KONG_OFFSET_S).expect("eight hours is an offset");
    offset.from_utc_datetime(&utc.naive_utc()).naive_local()
}
