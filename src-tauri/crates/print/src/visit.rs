//! The programme of a guest's visit to Hong Kong, and for the office how it came about.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use outreach_plan::people::{Meeting, Visit};
use outreach_plan::{Delegate, VisitId};
use serde_json::{Value, json};

use crate::figures::dollars_and_cents;
use crate::guests::words;
use crate::press::Press;
use crate::words::{Word, pick, word};
use crate::{PrintError, booklet, guests, times};

const HONG_KONG: &str = "Asia/Hong_Kong";
/// A stay that is longer is listed by its meetings alone.
const DAYS_AT_MOST: i64 = 60;

/// What the template makes the booklet of.
pub(crate) fn value(press: &Press<'_>, id: VisitId) -> Result<Value, PrintError> {
    let visit = press.plan.visits().get(&id).ok_or(PrintError::NoSuchVisit)?;
    let person = press
        .plan
        .people()
        .get(&visit.person)
        .ok_or(PrintError::NoSuchVisit)?;
    let language = press.language();
    let say = |words| pick(language, words);
    let names = guests::names(press, person);
    let dates = match (visit.arrive, visit.depart) {
        (Some(first), Some(last)) if first <= last => times::dates(first, last, language),
        (Some(day), _) | (None, Some(day)) => times::date(day, language),
        (None, None) => String::new(),
    };
    let sector = visit
        .sector
        .map(|sector| sector.name().in_language(language).to_owned());
    let mut facts = vec![
        (
            word(Word::Sectors, language),
            sector.into_iter().collect::<Vec<_>>(),
        ),
        (say(words::TRAVEL), press.lines(&visit.travel)),
    ];
    if press.internal() {
        facts.insert(
            0,
            (
                say(words::STATUS),
                vec![visit.stage.name().in_language(language).to_owned()],
            ),
        );
        facts.push((say(words::NOMINATED_BY), press.lines(&visit.nominated_by)));
        if let Some(outcome) = visit.outcome {
            facts.push((
                say(words::OUTCOME),
                vec![outcome.name().in_language(language).to_owned()],
            ));
        }
    }
    facts.retain(|(_, lines)| !lines.is_empty());
    Ok(json!({
        "what": say(words::VISIT_PROGRAMME),
        "title": names.main, "second": names.second, "dates": dates,
        "post": press.say(&person.post), "organisation": press.say(&person.organisation),
        "facts": facts,
        "home": home(press, visit),
        "days": days(press, visit)?,
        "people": people(press, visit),
        "office": if press.internal() { Some(office(press, visit)) } else { None },
        "words": {
            "programme": say(words::PROGRAMME), "nothing": say(words::NO_PROGRAMME), "free": say(words::FREE_DAY),
            "hong_kong": word(Word::HongKong, language), "what": word(Word::Item, language),
            "with": say(words::WITH), "people": word(Word::People, language), "role": word(Word::Role, language),
            "name": word(Word::Name, language), "post": word(Word::Post, language),
            "nomination": say(words::NOMINATION), "date": say(words::DATE), "verdict": say(words::VERDICT),
            "by": say(words::BY), "notes": word(Word::Notes, language), "checklist": say(words::CHECKLIST),
            "done": word(Word::Done, language), "due": say(words::DUE), "costs": say(words::COSTS),
            "sum": say(words::SUM), "tasks": say(words::TASKS), "who": word(Word::Who, language),
        },
    }))
}

/// The heading of the guest's own clock; empty where it shows what Hong Kong's does or is not known.
fn home(press: &Press<'_>, visit: &Visit) -> String {
    if visit.home_zone.is_empty()
        || visit.home_zone == HONG_KONG
        || press.plan.rules().zone(&visit.home_zone).is_err()
    {
        return String::new();
    }
    let city = visit
        .home_zone
        .rsplit('/')
        .next()
        .unwrap_or_default()
        .replace('_', " ");
    format!(
        "{} · {}",
        pick(press.language(), words::HOME_TIME),
        press.line(&city)
    )
}

/// The days of the stay in order, each with its meetings; days outside it that have some as well.
fn days(press: &Press<'_>, visit: &Visit) -> Result<Vec<Value>, PrintError> {
    let mut by_day: BTreeMap<NaiveDate, Vec<&Meeting>> = BTreeMap::new();
    if let (Some(first), Some(last)) = (visit.arrive, visit.depart)
        && !visit.meetings.is_empty()
        && (0..=DAYS_AT_MOST).contains(&(last - first).num_days())
    {
        let mut day = Some(first);
        while let Some(one) = day.filter(|one| *one <= last) {
            by_day.entry(one).or_default();
            day = one.checked_add_days(Days::new(1));
        }
    }
    for meeting in &visit.meetings {
        by_day.entry(meeting.start.date()).or_default().push(meeting);
    }
    by_day
        .into_iter()
        .map(|(day, mut meetings)| {
            meetings.sort_by_key(|meeting| (meeting.start, meeting.end));
            let rows: Result<Vec<Value>, PrintError> = meetings
                .into_iter()
                .map(|meeting| row(press, visit, meeting))
                .collect();
            Ok(json!({ "heading": times::date(day, press.language()), "rows": rows? }))
        })
        .collect()
}

fn row(press: &Press<'_>, visit: &Visit, meeting: &Meeting) -> Result<Value, PrintError> {
    let language = press.language();
    let day = meeting.start.date();
    let unknown = |zone: &str| PrintError::UnknownZone {
        zone: press.line(zone),
    };
    let at = |wall| {
        press
            .plan
            .moment(wall, HONG_KONG, None)
            .map_err(|_| unknown(HONG_KONG))
    };
    let (start, end) = (at(meeting.start)?, at(meeting.end)?);
    let (mut home_day, mut home_clock) = (String::new(), String::new());
    if !home(press, visit).is_empty() {
        let zone = press
            .plan
            .rules()
            .zone(&visit.home_zone)
            .map_err(|_| unknown(&visit.home_zone))?;
        let (from, until) = (zone.at(start.utc).0, zone.at(end.utc).0);
        home_day = times::other_day(from, until, day, language);
        home_clock = if from.date() == until.date() {
            format!("{}–{}", times::clock(from), times::clock(until))
        } else {
            times::clocks(from, until, day, language)
        };
    }
    Ok(json!({
        "clock": times::clocks(meeting.start, meeting.end, day, language),
        "home_clock": home_clock, "home_day": home_day,
        "title": press.say(&meeting.what), "place": press.say(&meeting.place), "with": press.line(&meeting.with),
    }))
}

/// Host and escorts.
fn people(press: &Press<'_>, visit: &Visit) -> Vec<Value> {
    let language = press.language();
    let host = visit.host.map(|id| (id, words::HOST));
    let escorts = visit.escorts.iter().map(|id| (*id, words::ESCORT));
    host.into_iter()
        .chain(escorts)
        .filter_map(|(id, role)| Some((press.plan.delegates().get(&id)?, role)))
        .map(|(delegate, role): (&Delegate, _)| {
            let main = booklet::name(press, delegate);
            let latin = press.line(&delegate.full_name());
            let other = if main == latin { press.line(&delegate.chinese) } else { latin };
            json!({
                "role": pick(language, role),
                "second": if other == main { String::new() } else { other },
                "name": main, "post": press.line(&delegate.post), "organisation": press.line(&delegate.organisation),
            })
        })
        .collect()
}

/// What only the office may see.
fn office(press: &Press<'_>, visit: &Visit) -> Value {
    let language = press.language();
    let say = |words| pick(language, words);
    let due = |day: Option<NaiveDate>| {
        day.map(|day| times::plain_date(day, language))
            .unwrap_or_default()
    };
    let approvals: Vec<[String; 4]> = visit
        .approvals
        .iter()
        .map(|one| {
            [
                times::plain_date(one.on, language),
                one.verdict.name().in_language(language).to_owned(),
                press.line(&one.by),
                press.line(&one.note),
            ]
        })
        .collect();
    let checklist: Vec<Value> = visit
        .checklist
        .iter()
        .map(|one| json!({ "what": press.line(&one.what), "due": due(one.due), "done": one.done }))
        .collect();
    let costs: Vec<[String; 3]> = visit
        .costs
        .iter()
        .map(|one| {
            let state = if one.paid { words::PAID } else { words::ESTIMATE };
            [
                press.line(&one.what),
                say(state).to_owned(),
                dollars_and_cents(one.cents),
            ]
        })
        .collect();
    let tasks: Vec<Value> = visit
        .tasks
        .iter()
        .map(|one| {
            json!({ "what": press.line(&one.what), "who": press.line(&one.who), "due": due(one.due), "done": one.done })
        })
        .collect();
    json!({
        "reason": press.lines(&visit.reason),
        "approvals": approvals, "checklist": checklist, "costs": costs, "tasks": tasks,
        "sum": dollars_and_cents(visit.costs.iter().fold(0_i64, |sum, one| sum.saturating_add(one.cents))),
        "notes": press.lines(&visit.notes),
    })
}
