//! One event: its facts, and for the office the order of the day at both clocks, its people and the notes.

use chrono::{Days, NaiveTime, TimeDelta};
use outreach_plan::{Event, EventId, Language};
use serde_json::{Value, json};

use crate::press::Press;
use crate::words::{self, Word, word};
use crate::{PrintError, booklet, entry, times};

/// A line that begins so much earlier than the one before is of the next day.
const NEXT_DAY_AFTER_H: i64 = 6;

/// What the templates make the sheet of.
pub(crate) fn value(press: &Press<'_>, id: EventId) -> Result<Value, PrintError> {
    let event = press.plan.events().get(&id).ok_or(PrintError::NoSuchEvent)?;
    let language = press.language();
    let span = press.span(event)?;
    let entry = entry::Entry::of(press, event)?;
    let date = if event.all_day {
        times::dates(event.start.date(), times::last_day(event), language)
    } else {
        times::date(event.start.date(), language)
    };
    let venue = event.venue.and_then(|id| press.plan.venues().get(&id));
    let people = if press.internal() {
        booklet::people(press, press.plan.delegates_at(event), None)
    } else {
        Vec::new()
    };
    Ok(json!({
        "what": word(if press.internal() { Word::RunSheet } else { Word::EventSheet }, language),
        "entry": entry,
        "date": date,
        "zone": zone_words(press, event),
        "utc": format!("{} UTC", span.start.utc.format("%Y-%m-%d %H:%M")),
        "hk_date": times::date(times::hong_kong(span.start.utc).date(), language),
        "address": venue.map(|venue| press.lines(&venue.address)).unwrap_or_default(),
        "facts": facts(press, event),
        "order": if press.internal() { Some(order(press, event)) } else { None },
        "people": people,
        "notes": if press.internal() { press.lines(&event.notes) } else { Vec::new() },
        "words": booklet::headings(press),
    }))
}

/// The zone in words: `Kuala Lumpur, Asia/Kuala_Lumpur`.
fn zone_words(press: &Press<'_>, event: &Event) -> String {
    let place = press.say(&event.place);
    let zone = press.line(&event.zone);
    if place.is_empty() {
        zone
    } else {
        format!("{place} · {zone}")
    }
}

/// What else there is to know, as pairs of a heading and words.
fn facts(press: &Press<'_>, event: &Event) -> Vec<(&'static str, String)> {
    let language = press.language();
    let comma = words::comma(language);
    let join = |list: Vec<String>| list.join(comma);
    let spoken = event
        .languages
        .iter()
        .map(|tag| press.line(words::spoken(tag, language)));
    let speakers = event.speakers.iter().map(|speaker| press.line(speaker));
    let sectors = event
        .sectors
        .iter()
        .map(|sector| sector.name().in_language(language).to_owned());
    let capacity = event
        .capacity
        .filter(|_| press.shared())
        .map(|guests| match language {
            Language::English => format!("{guests} {}", word(Word::Guests, language)),
            Language::TraditionalChinese | Language::SimplifiedChinese => {
                format!("{guests}{}", word(Word::Guests, language))
            }
        });
    let mission = event.mission.and_then(|id| press.plan.missions().get(&id));
    let mut facts = vec![
        (
            word(Word::Mission, language),
            mission
                .map(|mission| press.say(&mission.title))
                .unwrap_or_default(),
        ),
        (word(Word::Hosts, language), entry::partners(press, &event.hosts)),
        (word(Word::Speakers, language), join(speakers.collect())),
        (word(Word::Languages, language), join(spoken.collect())),
        (word(Word::Sectors, language), join(sectors.collect())),
        (word(Word::Capacity, language), capacity.unwrap_or_default()),
        (word(Word::WebPage, language), press.line(&event.url)),
    ];
    facts.retain(|(_, words)| !words.is_empty());
    facts
}

/// The order of the day: a line that begins with a time is an item, one without goes on with the item before.
pub(crate) fn order(press: &Press<'_>, event: &Event) -> Vec<Value> {
    let mut items: Vec<(Option<NaiveTime>, Option<NaiveTime>, Vec<String>)> = Vec::new();
    for line in press.lines(&event.run_sheet) {
        let (from, until, rest) = timed(&line);
        match items.last_mut() {
            Some((_, _, words)) if from.is_none() => words.push(rest.to_owned()),
            _ => items.push((from, until, vec![rest.to_owned()])),
        }
    }
    let language = press.language();
    let mut day = event.start.date();
    let mut before = event.start - TimeDelta::hours(NEXT_DAY_AFTER_H);
    items
        .into_iter()
        .map(|(from, until, words)| {
            let Some(from) = from else {
                return json!({ "clock": "", "hk_day": "", "hk_clock": "", "words": words });
            };
            if day.and_time(from) + TimeDelta::hours(NEXT_DAY_AFTER_H) < before {
                day = day.checked_add_days(Days::new(1)).unwrap_or(day);
            }
            let start = day.and_time(from);
            before = start;
            let end = until.map(|until| {
                let later = if until < from {
                    day.checked_add_days(Days::new(1)).unwrap_or(day)
                } else {
                    day
                };
                later.and_time(until)
            });
            let there = |wall| {
                press
                    .plan
                    .moment(wall, &event.zone, None)
                    .map(|moment| times::hong_kong(moment.utc))
            };
            let (hk_day, hk_clock) = match (there(start), end.map(there)) {
                (Ok(from), Some(Ok(until))) if from.date() == until.date() => (
                    times::other_day(from, until, day, language),
                    format!("{}–{}", times::clock(from), times::clock(until)),
                ),
                (Ok(from), Some(Ok(until))) => (String::new(), times::clocks(from, until, day, language)),
                (Ok(from), None) => (times::other_day(from, from, day, language), times::clock(from)),
                _ => (String::new(), String::new()),
            };
            let clock = end.map_or_else(
                || times::clock_on(start, event.start.date(), language),
                |end| times::clocks(start, end, event.start.date(), language),
            );
            json!({ "clock": clock, "hk_day": hk_day, "hk_clock": hk_clock, "words": words })
        })
        .collect()
}

/// Reads a time or two at the head of a line: `15:00 Doors`, `15.00–15.30 Welcome`, `0930 Set-up`.
fn timed(line: &str) -> (Option<NaiveTime>, Option<NaiveTime>, &str) {
    let trimmed = line.trim_start();
    let Some((from, rest)) = clock_at(trimmed) else {
        return (None, None, line);
    };
    let after = rest.trim_start();
    let ranged = ["–", "—", "-", "~", "至"]
        .iter()
        .find_map(|dash| after.strip_prefix(dash));
    if let Some((until, rest)) = ranged.and_then(|rest| clock_at(rest.trim_start())) {
        return (Some(from), Some(until), trimmed_words(rest));
    }
    (Some(from), None, trimmed_words(rest))
}

fn trimmed_words(rest: &str) -> &str {
    rest.trim_start_matches([' ', ':', '：', '.', '\u{3000}', '|', '-', '–'])
}

/// A time at the very beginning, and what follows it.
fn clock_at(text: &str) -> Option<(NaiveTime, &str)> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let hours = digits(text);
    let (hour, minute, rest) = match hours {
        1 | 2 => {
            let after = text[hours..].strip_prefix([':', '.', '：'])?;
            if digits(after) != 2 {
                return None;
            }
            (text[..hours].parse().ok()?, after[..2].parse().ok()?, &after[2..])
        }
        4 => (text[..2].parse().ok()?, text[2..4].parse().ok()?, &text[4..]),
        _ => return None,
    };
    // `2027 budget` is no time, and nor is `12:30pm`, which is left as it was typed.
    let ends = rest
        .chars()
        .next()
        .is_none_or(|c| !c.is_alphanumeric() || !c.is_ascii());
    NaiveTime::from_hms_opt(hour, minute, 0)
        .filter(|_| ends && (hours != 4 || hour < 20))
        .map(|time| (time, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveTime {
        text.parse().unwrap()
    }

    #[test]
    fn times_at_the_head_of_a_line_are_read() {
        for (line, from, until, rest) in [
            ("15:00 Doors open", Some("15:00:00"), None, "Doors open"),
            (
                "9.30–10.15 Welcome",
                Some("09:30:00"),
                Some("10:15:00"),
                "Welcome",
            ),
            (
                "09:30 - 10:15: Welcome",
                Some("09:30:00"),
                Some("10:15:00"),
                "Welcome",
            ),
            ("0930 Set-up", Some("09:30:00"), None, "Set-up"),
            ("14：00至15：00致辭", Some("14:00:00"), Some("15:00:00"), "致辭"),
            ("2027 budget", None, None, "2027 budget"),
            ("Doors at 15:00", None, None, "Doors at 15:00"),
            ("25:00 nothing", None, None, "25:00 nothing"),
            ("", None, None, ""),
        ] {
            assert_eq!(timed(line), (from.map(at), until.map(at), rest), "{line}");
        }
    }
}
