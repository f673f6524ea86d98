//! What a reader of a calendar sees of an event, and its hash.

use outreach_zones::Fold;

use super::IssuedItem;
use crate::{Audience, Calendar, Event, ExportedStatus, Language, Plan, Span, StableHash};

/// Through which eyes events are seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lens {
    /// The language of the files.
    pub language: Language,
    /// For whom they are.
    pub audience: Audience,
}

impl Lens {
    /// The eyes of a calendar's recipients.
    pub fn of(calendar: &Calendar) -> Self {
        Self {
            language: calendar.language,
            audience: calendar.audience,
        }
    }
}

/// An event as its readers would get it now.
#[derive(Clone, Debug)]
pub struct Seen<'a> {
    /// The event.
    pub event: &'a Event,
    /// When it is, by the rules in force.
    pub span: &'a Span,
    /// Its name in the calendar's language.
    pub title: &'a str,
    /// Venue and city in the calendar's language.
    pub place: String,
    /// STATUS.
    pub status: ExportedStatus,
    /// Hash of everything its readers see.
    pub hash: u64,
}

/// The event as its readers would get it; none if the rules do not know its zone, so that it has no time.
pub fn see<'a>(plan: &'a Plan, lens: Lens, event: &'a Event) -> Option<Seen<'a>> {
    let span = plan.event_span(event.id)?;
    let language = lens.language;
    let venue = event.venue.and_then(|id| plan.venues().get(&id));
    let (title, city) = (
        event.title.in_language(language),
        event.place.in_language(language),
    );
    let place = match venue.map_or("", |venue| venue.name.in_language(language)) {
        "" => city.to_owned(),
        name if city.is_empty() => name.to_owned(),
        name => [name, city].join(comma(language)),
    };
    let status = event.status.exported();
    let mut hash = StableHash::new();
    hash.text(&event.uid).text(title).text(&place);
    hash.number(status as i64)
        .text(event.kind.key())
        .number(event.region as i64);
    hash.number(event.all_day.into())
        .number(event.start.and_utc().timestamp())
        .number(event.end.and_utc().timestamp());
    if !event.all_day {
        hash.text(&event.zone)
            .number(fold(event.start_fold))
            .number(fold(event.end_fold));
        hash.number(span.start.utc.timestamp())
            .number(span.end.utc.timestamp());
    }
    let mission = event.mission.and_then(|id| plan.missions().get(&id));
    hash.text(mission.map_or("", |mission| mission.title.in_language(language)));
    hash.number(event.hosts.len() as i64);
    for host in event.hosts.iter().filter_map(|id| plan.partners().get(id)) {
        hash.text(host.name.in_language(language));
    }
    hash.number(event.sectors.len() as i64);
    for sector in &event.sectors {
        hash.number(*sector as i64);
    }
    hash.text(&event.url);
    if let Some((latitude, longitude)) = venue.and_then(|venue| Some((venue.latitude?, venue.longitude?))) {
        hash.number(latitude.to_bits() as i64)
            .number(longitude.to_bits() as i64);
    }
    hash.text(venue.map_or("", |venue| venue.address.as_str()));
    hash.number(event.languages.len() as i64);
    for tag in &event.languages {
        hash.text(tag);
    }
    if lens.audience == Audience::Internal {
        hash.number(event.capacity.map_or(-1, i64::from));
        for text in event.speakers.iter().chain(&event.tags) {
            hash.text(text);
        }
        hash.text(&event.notes).text(&event.run_sheet);
        for delegate in plan
            .delegates_at(event)
            .iter()
            .filter_map(|id| plan.delegates().get(id))
        {
            hash.text(&delegate.family)
                .text(&delegate.given)
                .text(&delegate.chinese);
        }
    }
    Some(Seen {
        event,
        span,
        title,
        place,
        status,
        hash: hash.value(),
    })
}

/// Those of `events` that have a time, in their order.
pub fn see_all<'a>(plan: &'a Plan, lens: Lens, events: &[&'a Event]) -> Vec<Seen<'a>> {
    events.iter().filter_map(|event| see(plan, lens, event)).collect()
}

impl Seen<'_> {
    /// Whether it takes place.
    pub fn is_on(&self) -> bool {
        self.status != ExportedStatus::Cancelled
    }

    /// Whether DTSTART or DTEND say something else than in `item`. A wall time that means another instant by the
    /// rules in force does, for readers are told when it is.
    pub fn moved_from(&self, item: &IssuedItem) -> bool {
        let event = self.event;
        if event.all_day != item.all_day || (event.start, event.end) != (item.start, item.end) {
            return true;
        }
        // Whole days go out as dates, without zone or instant.
        !event.all_day
            && (event.zone != item.zone
                || (self.span.start.utc, self.span.end.utc) != (item.utc_start, item.utc_end))
    }

    /// Whether SEQUENCE must be higher than `item`'s (RFC 5546 section 2.1.4).
    pub fn differs_significantly(&self, item: &IssuedItem) -> bool {
        item.cancelled == self.is_on()
            || self.moved_from(item)
            || (self.is_on() && self.status != item.status)
    }

    /// The version as it is recorded.
    pub fn issued(&self, sequence: u32) -> IssuedItem {
        let event = self.event;
        IssuedItem {
            event: event.id,
            uid: event.uid.clone(),
            sequence,
            hash: self.hash,
            cancelled: !self.is_on(),
            title: self.title.to_owned(),
            place: self.place.clone(),
            status: self.status,
            start: event.start,
            end: event.end,
            zone: event.zone.clone(),
            all_day: event.all_day,
            utc_start: self.span.start.utc,
            utc_end: self.span.end.utc,
            offset_s: self.span.start.offset_s,
            end_offset_s: self.span.end.offset_s,
        }
    }
}

fn comma(language: Language) -> &'static str {
    match language {
        Language::English => ", ",
        Language::TraditionalChinese | Language::SimplifiedChinese => "、",
    }
}

fn fold(fold: Option<Fold>) -> i64 {
    match fold {
        None => 0,
        Some(Fold::Earlier) => 1,
        Some(Fold::Later) => 2,
    }
}
