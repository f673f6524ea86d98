//! An event as a line of a list.

use chrono::{Datelike, NaiveDate};
use outreach_plan::{Event, PartnerId};
use serde::Serialize;

use crate::press::{EVENTS_AT_MOST, Press};
use crate::times::{self, When};
use crate::{PrintError, words};

/// One event, in words.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Entry {
    pub(crate) when: When,
    pub(crate) title: String,
    /// Key of the shape.
    pub(crate) kind: &'static str,
    pub(crate) kind_words: &'static str,
    /// Key of the fill.
    pub(crate) status: &'static str,
    pub(crate) status_words: &'static str,
    /// Whether it will not take place.
    pub(crate) off: bool,
    /// Key of the colour.
    pub(crate) region: &'static str,
    pub(crate) region_words: &'static str,
    pub(crate) place: String,
    pub(crate) venue: String,
    pub(crate) mission: String,
    pub(crate) hosts: String,
    pub(crate) sectors: String,
}

/// The events of one month.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct MonthOfEntries {
    pub(crate) name: String,
    pub(crate) entries: Vec<Entry>,
}

impl Entry {
    pub(crate) fn of(press: &Press<'_>, event: &Event) -> Result<Self, PrintError> {
        let language = press.language();
        let span = press.span(event)?;
        let comma = words::comma(language);
        let sectors: Vec<_> = event
            .sectors
            .iter()
            .map(|sector| sector.name().in_language(language))
            .collect();
        Ok(Self {
            when: times::when(event, &span, language),
            title: press.say(&event.title),
            kind: event.kind.key(),
            kind_words: event.kind.name().in_language(language),
            status: event.status.key(),
            status_words: event.status.name().in_language(language),
            off: !event.status.claims_its_time(),
            region: event.region.key(),
            region_words: event.region.name().in_language(language),
            place: press.say(&event.place),
            venue: event
                .venue
                .and_then(|id| press.plan.venues().get(&id))
                .map(|venue| press.say(&venue.name))
                .unwrap_or_default(),
            mission: event
                .mission
                .and_then(|id| press.plan.missions().get(&id))
                .map(|mission| press.say(&mission.title))
                .unwrap_or_default(),
            hosts: partners(press, &event.hosts),
            sectors: sectors.join(comma),
        })
    }
}

/// Names of bodies, as a list in words.
pub(crate) fn partners(press: &Press<'_>, ids: &[PartnerId]) -> String {
    let names: Vec<String> = ids
        .iter()
        .filter_map(|id| press.plan.partners().get(id))
        .map(|partner| press.say(&partner.name))
        .collect();
    names.join(words::comma(press.language()))
}

/// The events that touch the days from `from` to `until` and may be shown, in order of their start.
pub(crate) fn touching<'a>(
    press: &Press<'_>,
    events: &[&'a Event],
    from: NaiveDate,
    until: NaiveDate,
) -> Result<Vec<&'a Event>, PrintError> {
    let mut kept = Vec::new();
    for event in events {
        if press.shows(event.status) && event.start.date() <= until && from <= times::last_day(event) {
            kept.push((press.span(event)?.start.utc, *event));
        }
    }
    if kept.len() > EVENTS_AT_MOST {
        return Err(PrintError::TooMany { most: EVENTS_AT_MOST });
    }
    kept.sort_by_key(|(start, event)| (*start, event.start, event.id));
    Ok(kept.into_iter().map(|(_, event)| event).collect())
}

/// Events as lines, by the month in which they begin; `first` is the first month there is.
pub(crate) fn by_month(
    press: &Press<'_>,
    events: &[&Event],
    first: NaiveDate,
) -> Result<Vec<MonthOfEntries>, PrintError> {
    let mut sorted = events.to_vec();
    // By the calendar at the place: an event of the 1st in Auckland is one of that month.
    sorted.sort_by_key(|event| event.start.date().max(first));
    let mut months: Vec<(NaiveDate, MonthOfEntries)> = Vec::new();
    for event in sorted {
        let day = event.start.date().max(first);
        let month = day.with_day(1).unwrap_or(day);
        if months.last().is_none_or(|(known, _)| *known != month) {
            let name = times::month(month, press.language());
            months.push((
                month,
                MonthOfEntries {
                    name,
                    entries: Vec::new(),
                },
            ));
        }
        if let Some((_, of_month)) = months.last_mut() {
            of_month.entries.push(Entry::of(press, event)?);
        }
    }
    Ok(months.into_iter().map(|(_, month)| month).collect())
}
