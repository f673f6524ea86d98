//! What a calendar says in words, in the file's language: when (there, in Hong Kong, in one more zone), what,
//! who hosts, and for the office alone what is to be done.
//!
//! Recipients with old rules resolve a TZID by its name and show a wrong hour; here they can see what was meant.

use chrono::{DateTime, NaiveDateTime, Utc};
use outreach_plan::{Audience, Event, Language, Travel, TravelMode};
use outreach_zones::Moment;

use super::{CalendarFile, CancelledEvent, Method, file};
use crate::row::{Row, last_day};
use crate::words::{self, Word};

/// Words that only calendars need.
#[derive(Clone, Copy)]
enum Phrase {
    About,
    Arrives,
    CalledOff,
    Delegates,
    Departs,
    Languages,
    Notes,
    RunSheet,
    Speakers,
    Tags,
    TimeIn,
    Travel,
}

fn phrase(phrase: Phrase, language: Language) -> &'static str {
    let words = match phrase {
        Phrase::About => [
            "Times are the venue's own; each entry tells Hong Kong time as well.",
            "時間以活動所在地為準，每項均另列香港時間。",
            "时间以活动所在地为准，每项均另列香港时间。",
        ],
        Phrase::Arrives => ["Arrives", "抵達", "抵达"],
        Phrase::CalledOff => [
            "This event no longer takes place at this time.",
            "此活動不再於此時間舉行。",
            "此活动不再于此时间举行。",
        ],
        Phrase::Delegates => ["Delegates", "團員", "团员"],
        Phrase::Departs => ["Departs", "出發", "出发"],
        Phrase::Languages => ["Languages", "語言", "语言"],
        Phrase::Notes => ["Notes", "備註", "备注"],
        Phrase::RunSheet => ["Run sheet", "活動流程", "活动流程"],
        Phrase::Speakers => ["Speakers", "講者", "讲者"],
        Phrase::Tags => ["Tags", "標籤", "标签"],
        Phrase::TimeIn => ["Time in", "時間所屬時區", "时间所属时区"],
        Phrase::Travel => ["Travel", "行程交通", "行程交通"],
    };
    match language {
        Language::English => words[0],
        Language::TraditionalChinese => words[1],
        Language::SimplifiedChinese => words[2],
    }
}

fn colon(language: Language) -> &'static str {
    match language {
        Language::English => ": ",
        Language::TraditionalChinese | Language::SimplifiedChinese => "：",
    }
}

/// Lines of `heading: value`; empty values are passed over.
struct Says {
    text: String,
    language: Language,
}

impl Says {
    fn new(language: Language) -> Self {
        Self {
            text: String::with_capacity(256),
            language,
        }
    }

    fn line(&mut self, line: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(line);
    }

    fn fact(&mut self, heading: &str, value: &str) {
        if !value.is_empty() {
            self.line(heading);
            self.text.push_str(colon(self.language));
            self.text.push_str(value);
        }
    }

    /// Local time with its offset, Hong Kong time, and time in one more zone where that is neither.
    fn times(&mut self, row: &Row<'_>, file: &CalendarFile<'_>) {
        let language = self.language;
        self.fact(words::word(Word::LocalTime, language), &row.local_words(language));
        if row.event.all_day {
            return;
        }
        if (row.hong_kong_start, row.hong_kong_end) == (row.start, row.end) {
            self.fact(
                words::word(Word::HongKongTime, language),
                words::word(Word::SameInHongKong, language),
            );
        } else {
            self.fact(
                words::word(Word::HongKongTime, language),
                &row.hong_kong_words(language),
            );
        }
        self.third_zone(file, &row.event.zone, row.utc_start, row.utc_end);
    }

    fn third_zone(&mut self, file: &CalendarFile<'_>, own: &str, start: DateTime<Utc>, end: DateTime<Utc>) {
        let Some(zone) = file.zone.filter(|zone| *zone != own && *zone != "Asia/Hong_Kong") else {
            return;
        };
        let Ok(zone) = file.out.plan.rules().zone(zone) else {
            return;
        };
        let ((first, begins), (last, ends)) = (zone.at(start), zone.at(end));
        let heading = format!("{} {}", phrase(Phrase::TimeIn, self.language), zone.name());
        self.fact(
            &heading,
            &with_offsets(first, &begins, last, &ends, self.language),
        );
    }
}

fn with_offsets(
    first: NaiveDateTime,
    begins: &Moment,
    last: NaiveDateTime,
    ends: &Moment,
    language: Language,
) -> String {
    let span = words::span(first, last, language);
    let offset = begins.offset_text();
    if begins.offset_s == ends.offset_s {
        format!("{span} ({offset})")
    } else {
        format!("{span} ({offset} → {})", ends.offset_text())
    }
}

/// A sentence for the whole calendar.
pub(super) fn about(language: Language) -> &'static str {
    phrase(Phrase::About, language)
}

/// The category of travel.
pub(super) fn travel(language: Language) -> &'static str {
    phrase(Phrase::Travel, language)
}

/// Venue, its address and the city as one line.
pub(super) fn location(row: &Row<'_>, file: &CalendarFile<'_>) -> String {
    let language = file.out.language;
    let address = row
        .event
        .venue
        .and_then(|id| file.out.plan.venues().get(&id))
        .map_or("", |venue| venue.address.trim());
    let mut parts = vec![row.venue];
    if !address.is_empty() && address != row.venue {
        parts.push(address);
    }
    // An address tells its city as a rule, and so does many a venue's name.
    if !address.contains(row.place) && !row.venue.contains(row.place) {
        parts.push(row.place);
    }
    parts.retain(|part| !part.is_empty());
    let line = parts.join(words::list_comma(language));
    crate::line_text(&line).replace('\n', ", ")
}

/// What an event's entry says.
pub(super) fn description(row: &Row<'_>, file: &CalendarFile<'_>) -> String {
    let language = file.out.language;
    let mut says = Says::new(language);
    if let Some(marking) = file::marking(file.audience, language) {
        says.line(marking);
    }
    if file.method == Method::Cancel {
        says.line(phrase(Phrase::CalledOff, language));
    }
    says.times(row, file);
    says.fact(
        words::word(Word::Status, language),
        row.status.name().in_language(language),
    );
    says.fact(words::word(Word::Mission, language), row.mission);
    says.fact(words::word(Word::Hosts, language), &row.hosts);
    says.fact(words::word(Word::Sectors, language), &row.sectors);
    let comma = words::list_comma(language);
    says.fact(
        phrase(Phrase::Languages, language),
        &row.event.languages.join(comma),
    );
    if file.audience == Audience::Internal {
        internal(&mut says, row.event, file);
    }
    says.text
}

/// What only the office reads.
fn internal(says: &mut Says, event: &Event, file: &CalendarFile<'_>) {
    let (plan, language) = (file.out.plan, says.language);
    let comma = words::list_comma(language);
    let names: Vec<String> = plan
        .delegates_at(event)
        .iter()
        .filter_map(|id| plan.delegates().get(id))
        .map(|delegate| {
            let chinese = language != Language::English && !delegate.chinese.is_empty();
            if chinese {
                delegate.chinese.clone()
            } else {
                delegate.full_name()
            }
        })
        .collect();
    says.fact(phrase(Phrase::Delegates, language), &names.join(comma));
    says.fact(phrase(Phrase::Speakers, language), &event.speakers.join(comma));
    if let Some(capacity) = event.capacity {
        says.fact(words::word(Word::Capacity, language), &capacity.to_string());
    }
    says.fact(phrase(Phrase::Tags, language), &event.tags.join(comma));
    for (heading, text) in [
        (Phrase::RunSheet, &event.run_sheet),
        (Phrase::Notes, &event.notes),
    ] {
        let text = text.trim();
        if !text.is_empty() {
            says.fact(phrase(heading, language), &format!("\n{text}"));
        }
    }
}

/// What the entry of an event that is no more says.
pub(super) fn cancelled(event: &CancelledEvent, file: &CalendarFile<'_>) -> String {
    let language = file.out.language;
    let mut says = Says::new(language);
    if let Some(marking) = file::marking(file.audience, language) {
        says.line(marking);
    }
    says.line(phrase(Phrase::CalledOff, language));
    let local = words::word(Word::LocalTime, language);
    if event.all_day {
        let first = event.start.date();
        says.fact(local, &words::days(first, last_day(first, event.end), language));
    } else {
        says.fact(local, &words::span(event.start, event.end, language));
        if let Ok(hong_kong) = file.out.plan.rules().zone("Asia/Hong_Kong") {
            let (start, end) = (hong_kong.at(event.utc_start).0, hong_kong.at(event.utc_end).0);
            says.fact(
                words::word(Word::HongKongTime, language),
                &words::span(start, end, language),
            );
        }
    }
    says.fact(
        words::word(Word::Status, language),
        outreach_plan::Status::Cancelled.name().in_language(language),
    );
    says.text
}

/// `Flight CX 721: HKG → KUL`
pub(super) fn journey_title(travel: &Travel, language: Language) -> String {
    let mode = match travel.mode {
        TravelMode::Flight => ["Flight", "航班", "航班"],
        TravelMode::Train => ["Train", "火車", "火车"],
        TravelMode::Road => ["By road", "陸路", "陆路"],
        TravelMode::Ferry => ["Ferry", "渡輪", "渡轮"],
    };
    let mode = match language {
        Language::English => mode[0],
        Language::TraditionalChinese => mode[1],
        Language::SimplifiedChinese => mode[2],
    };
    let number = travel.number.trim();
    let gap = if number.is_empty() { "" } else { " " };
    format!(
        "{mode}{gap}{number}{}{} → {}",
        colon(language),
        travel.from.trim(),
        travel.to.trim()
    )
}

/// What the entry of a journey says: each end in its own zone and in Hong Kong's.
pub(super) fn journey(travel: &Travel, depart: &Moment, arrive: &Moment, file: &CalendarFile<'_>) -> String {
    let language = file.out.language;
    let mut says = Says::new(language);
    if let Some(marking) = file::marking(file.audience, language) {
        says.line(marking);
    }
    let hong_kong = file.out.plan.rules().zone("Asia/Hong_Kong").ok();
    for (heading, place, wall, moment) in [
        (Phrase::Departs, &travel.from, travel.depart, depart),
        (Phrase::Arrives, &travel.to, travel.arrive, arrive),
    ] {
        let mut value = format!(
            "{} {} ({})",
            place.trim(),
            words::at(wall, language),
            moment.offset_text()
        );
        if let Some(zone) = &hong_kong {
            value.push_str(&format!(
                " · {}{}{}",
                words::word(Word::HongKongTime, language),
                colon(language),
                words::at(zone.at(moment.utc).0, language)
            ));
        }
        says.fact(phrase(heading, language), value.trim());
    }
    says.text
}
