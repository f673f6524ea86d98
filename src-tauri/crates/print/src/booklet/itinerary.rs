//! A mission day by day, by each city's calendar, with Hong Kong's clock beside the city's.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use outreach_plan::reference::{self, Area};
use outreach_plan::{Event, Language, Leg, Mission, Travel};
use outreach_zones::Moment;
use serde_json::{Value, json};

use crate::press::Press;
use crate::words::{self, Word, word};
use crate::{PrintError, booklet, days as quiet, entry, times};

/// So many days without anything are shown at most; a mission of more has those on which something happens.
const DAYS_AT_MOST: usize = 92;

fn moment(
    press: &Press<'_>,
    wall: NaiveDateTime,
    zone: &str,
    fold: Option<outreach_zones::Fold>,
) -> Result<Moment, PrintError> {
    press
        .plan
        .moment(wall, zone, fold)
        .map_err(|_| PrintError::UnknownZone {
            zone: press.line(zone),
        })
}

/// A point in time at both clocks.
fn both(press: &Press<'_>, wall: NaiveDateTime, moment: &Moment, known: Option<NaiveDate>) -> Value {
    let language = press.language();
    let day = times::day(wall.date(), language);
    let local = match known {
        Some(known) => times::clock_on(wall, known, language),
        None => format!("{day} {}", times::clock(wall)),
    };
    let there = times::hong_kong(moment.utc);
    json!({
        "local": local,
        "offset": times::offset(moment),
        "hk_day": times::other_day(there, there, known.unwrap_or(wall.date()), language),
        "hk_clock": times::clock(there),
    })
}

/// The cities with arrival and departure; for the public none, since where a team is when is nobody's business.
pub(crate) fn stays(
    press: &Press<'_>,
    mission: &Mission,
    events: &[&Event],
) -> Result<Vec<Value>, PrintError> {
    if !press.shared() {
        return Ok(Vec::new());
    }
    press
        .plan
        .legs_of(mission.id)
        .into_iter()
        .map(|leg| {
            let arrive = moment(press, leg.arrive, &leg.zone, leg.arrive_fold)?;
            let depart = moment(press, leg.depart, &leg.zone, leg.depart_fold)?;
            let held = events.iter().filter(|event| event.leg == Some(leg.id)).count();
            Ok(json!({
                "city": press.say(&leg.place),
                "zone": press.line(&leg.zone),
                "arrive": both(press, leg.arrive, &arrive, None),
                "depart": both(press, leg.depart, &depart, None),
                "lodging": if press.internal() { press.line(&leg.lodging) } else { String::new() },
                "notes": if press.internal() { press.lines(&leg.notes) } else { Vec::new() },
                "events": words::counts(0, held, press.language()),
            }))
        })
        .collect()
}

/// The days from the first to the last, and any day beside them on which something happens; for the public only
/// those with an event.
pub(crate) fn days(
    press: &Press<'_>,
    mission: &Mission,
    events: &[&Event],
) -> Result<Vec<Value>, PrintError> {
    let language = press.language();
    let legs = press.plan.legs_of(mission.id);
    let mut items: BTreeMap<NaiveDate, Vec<(DateTime<Utc>, u8, Value)>> = BTreeMap::new();
    let all_days = mission.from.iter_days().take_while(|day| *day <= mission.until);
    for day in all_days.take(if press.shared() { DAYS_AT_MOST } else { 0 }) {
        items.entry(day).or_default();
    }
    let mut put = |day: NaiveDate, at: DateTime<Utc>, order: u8, item: Value| {
        items.entry(day).or_default().push((at, order, item));
    };
    for (n, leg) in legs.iter().enumerate().filter(|_| press.shared()) {
        let travel = leg.travel.as_ref();
        if let Some(travel) = travel {
            let depart = moment(press, travel.depart, &travel.depart_zone, travel.depart_fold)?;
            put(
                travel.depart.date(),
                depart.utc,
                1,
                journey(press, travel, &depart)?,
            );
        }
        // A journey says when the team comes and goes; a row of its own only where none is planned.
        if travel.is_none() {
            let arrive = moment(press, leg.arrive, &leg.zone, leg.arrive_fold)?;
            put(
                leg.arrive.date(),
                arrive.utc,
                2,
                stop(press, Word::Arrive, leg, leg.arrive, &arrive),
            );
        }
        let goes_on = legs.get(n + 1).is_some_and(|next| next.travel.is_some());
        if !goes_on {
            let depart = moment(press, leg.depart, &leg.zone, leg.depart_fold)?;
            put(
                leg.depart.date(),
                depart.utc,
                0,
                stop(press, Word::Depart, leg, leg.depart, &depart),
            );
        }
    }
    for event in events {
        put(
            event.start.date(),
            press.span(event)?.start.utc,
            3,
            event_row(press, event)?,
        );
    }
    let mut first = None;
    let mut out = Vec::new();
    for (date, mut rows) in items {
        rows.sort_by_key(|(at, order, _)| (*at, *order));
        let number = (date - *first.get_or_insert(date.min(mission.from))).num_days() + 1;
        let leg = leg_on(&legs, date);
        let city = leg.and_then(|leg| leg.city).and_then(reference::city);
        let notes: Vec<Value> = city
            .map(|city| quiet::quiet_days(press.plan, Area::from(city), date, date, language))
            .unwrap_or_default()
            .into_iter()
            .map(|one| {
                let name = press.line(&one.name);
                let estimated = if one.estimated {
                    format!(" ({})", word(Word::Estimated, language))
                } else {
                    String::new()
                };
                json!(format!("{name}{estimated}"))
            })
            .collect();
        let weekend = city.is_some_and(|city| reference::is_weekend(city, date));
        let heading = match language {
            Language::English => format!(
                "{} {number} · {}",
                word(Word::Day, language),
                times::date(date, language)
            ),
            Language::TraditionalChinese | Language::SimplifiedChinese => {
                format!("第{number}日 · {}", times::date(date, language))
            }
        };
        out.push(json!({
            "heading": heading,
            "city": leg.map(|leg| press.say(&leg.place)).unwrap_or_default(),
            "notes": notes,
            "weekend": weekend.then(|| words::pick(language, ["weekend there", "當地週末", "当地周末"])),
            "rows": rows.into_iter().map(|(_, _, row)| row).collect::<Vec<_>>(),
        }));
    }
    Ok(out)
}

/// A journey with a zone at each end.
fn journey(press: &Press<'_>, travel: &Travel, depart: &Moment) -> Result<Value, PrintError> {
    let language = press.language();
    let arrive = moment(press, travel.arrive, &travel.arrive_zone, travel.arrive_fold)?;
    let number = press.line(&travel.number);
    let mode = travel.mode.name().in_language(language);
    let known = travel.depart.date();
    Ok(json!({
        "type": "travel",
        "title": if number.is_empty() { mode.to_owned() } else { format!("{mode} {number}") },
        "mode": format!("{:?}", travel.mode).to_lowercase(),
        "from": press.line(&travel.from),
        "to": press.line(&travel.to),
        "depart": both(press, travel.depart, depart, Some(known)),
        "arrive": both(press, travel.arrive, &arrive, Some(known)),
        "duration": times::duration((arrive.utc - depart.utc).num_minutes().max(0), language),
    }))
}

/// Coming to a city or leaving it.
fn stop(press: &Press<'_>, what: Word, leg: &Leg, wall: NaiveDateTime, moment: &Moment) -> Value {
    let language = press.language();
    let gap = words::pick(language, [" ", "", ""]);
    json!({
        "type": "stop",
        "title": format!("{}{gap}{}", word(what, language), press.say(&leg.place)),
        "at": both(press, wall, moment, Some(wall.date())),
        "lodging": if press.internal() && what == Word::Arrive { press.line(&leg.lodging) } else { String::new() },
    })
}

fn event_row(press: &Press<'_>, event: &Event) -> Result<Value, PrintError> {
    let language = press.language();
    let comma = words::comma(language);
    let delegates = press.plan.delegates_at(event);
    let whole_team = event.delegates.is_empty();
    let who = if !press.internal() {
        String::new()
    } else if whole_team && !delegates.is_empty() {
        words::pick(language, ["Whole team", "全團", "全团"]).to_owned()
    } else {
        let known = delegates.iter().filter_map(|id| press.plan.delegates().get(id));
        known
            .map(|delegate| booklet::name(press, delegate))
            .collect::<Vec<_>>()
            .join(comma)
    };
    let speakers: Vec<String> = event.speakers.iter().map(|speaker| press.line(speaker)).collect();
    let capacity = event.capacity.filter(|_| press.shared()).map(|guests| {
        format!(
            "{guests}{}{}",
            words::pick(language, [" ", "", ""]),
            word(Word::Guests, language)
        )
    });
    Ok(json!({
        "type": "event",
        "entry": entry::Entry::of(press, event)?,
        "who": who,
        "speakers": speakers.join(comma),
        "capacity": capacity,
        "notes": if press.internal() { press.lines(&event.notes) } else { Vec::new() },
    }))
}

/// The leg of a day: where the team spends most of it, that is, the last it arrives in by noon.
fn leg_on<'a>(legs: &[&'a Leg], date: NaiveDate) -> Option<&'a Leg> {
    let noon = date.and_time(NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default());
    let in_leg = |leg: &&&Leg| leg.arrive.date() <= date && date <= leg.depart.date();
    let at_noon = legs.iter().find(|leg| leg.arrive <= noon && noon < leg.depart);
    at_noon.or_else(|| legs.iter().find(in_leg)).copied()
}
