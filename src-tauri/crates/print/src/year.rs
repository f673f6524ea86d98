//! The year: for each quarter a sheet with a band a region, then the list of events.

mod chart;
mod drawing;
pub(crate) mod lanes;

use chrono::{Datelike, NaiveDate};
use outreach_plan::{Event, Language, Region};
use serde_json::{Value, json};

use crate::press::Press;
use crate::words::{self, Word, word};
use crate::{PaperSize, PrintError, entry, times};

/// What the templates make the year of.
pub(crate) fn value(press: &Press<'_>, events: &[&Event], year: i32) -> Result<Value, PrintError> {
    let language = press.language();
    let day = |month, day| NaiveDate::from_ymd_opt(year, month, day);
    let (Some(first), Some(last)) = (day(1, 1), day(12, 31)) else {
        return Err(PrintError::Typesetting("no such year".to_owned()));
    };
    let events = entry::touching(press, events, first, last)?;
    let missions = lanes::missions(press, &events, first, last);
    let ground = chart::Ground::of(press.paper.size);
    let mut sheets = Vec::new();
    for quarter in 0..4_u32 {
        let (Some(from), Some(next)) = (
            day(quarter * 3 + 1, 1),
            day(quarter * 3 + 4, 1).or_else(|| NaiveDate::from_ymd_opt(year + 1, 1, 1)),
        ) else {
            continue;
        };
        let until = next.pred_opt().unwrap_or(next);
        let title = words::quarter(quarter as usize, year, language);
        let months = format!(
            "{}{}{}",
            times::month_name(from, language),
            words::pick(language, [" – ", "至", "至"]),
            times::month_name(until, language)
        );
        let charts = chart::draw(press, &ground, &events, &missions, from, until)?;
        let pages = charts.pages.len();
        for (n, page) in charts.pages.into_iter().enumerate() {
            let heading = if n == 0 {
                title.clone()
            } else {
                format!(
                    "{title}{}",
                    match language {
                        Language::English => format!(" ({})", word(Word::Continued, language)),
                        Language::TraditionalChinese | Language::SimplifiedChinese =>
                            format!("（{}）", word(Word::Continued, language)),
                    }
                )
            };
            sheets.push(json!({
                "title": heading,
                "first": n == 0,
                "months": months,
                "sum": words::counts(charts.missions, charts.events, language),
                "alt": alt(press, &title, charts.missions, charts.events, n + 1, pages),
                "drawing": page,
            }));
        }
    }
    let height = ground.height;
    Ok(json!({
        "sheets": sheets,
        "chart": { "width": ground.width, "height": height },
        "legend": legend(press, &events),
        "large": press.paper.size == PaperSize::A3,
        "list_title": word(Word::EventsOf, language),
        "sum": words::counts(missions.len(), events.len(), language),
        "months": entry::by_month(press, &events, first)?,
        "list": list_words(press),
    }))
}

/// What a reader who cannot see the timeline is told of it; the list that follows says all of it.
fn alt(press: &Press<'_>, title: &str, missions: usize, events: usize, n: usize, of: usize) -> String {
    let language = press.language();
    let sum = words::counts(missions, events, language);
    let list = word(Word::EventsOf, language);
    let part = if of > 1 {
        format!(" ({n}/{of})")
    } else {
        String::new()
    };
    match language {
        Language::English => {
            format!("Timeline of the {title}{part} by region: {sum}. Every event stands in the “{list}”.")
        }
        Language::TraditionalChinese => {
            format!("{title}各地區時間表{part}：{sum}。所有活動載於「{list}」。")
        }
        Language::SimplifiedChinese => {
            format!("{title}各地区时间表{part}：{sum}。所有活动载于“{list}”。")
        }
    }
}

/// The shapes and fills that occur.
fn legend(press: &Press<'_>, events: &[&Event]) -> Value {
    let language = press.language();
    let kinds: Vec<Value> = outreach_plan::EventKind::ALL
        .into_iter()
        .filter(|kind| events.iter().any(|event| event.kind == *kind))
        .map(|kind| json!({ "key": kind.key(), "words": kind.name().in_language(language) }))
        .collect();
    let states: Vec<Value> = outreach_plan::Status::ALL
        .into_iter()
        .filter(|status| events.iter().any(|event| event.status == *status))
        .map(|status| json!({ "key": status.key(), "words": status.name().in_language(language) }))
        .collect();
    json!({ "title": word(Word::Legend, language), "kinds": kinds, "states": states })
}

/// Heads of the list's columns and what stands where there is nothing.
pub(crate) fn list_words(press: &Press<'_>) -> Value {
    let language = press.language();
    let say = |one| word(one, language);
    json!({
        "local": say(Word::Local),
        "hong_kong": say(Word::HongKong),
        "event": say(Word::Event),
        "place": say(Word::Place),
        "mission": say(Word::Mission),
        "sectors": say(Word::Sectors),
        "all_day": say(Word::AllDay),
        "none": say(Word::NoEvents),
    })
}

/// The regions, in the order planners list them, that have something to show.
pub(crate) fn regions_of(events: &[&Event], missions: &[lanes::Voyage<'_>]) -> Vec<Region> {
    let has = |region: &Region| {
        events.iter().any(|event| event.region == *region)
            || missions.iter().any(|voyage| voyage.mission.region == *region)
    };
    Region::ALL.into_iter().filter(has).collect()
}

/// The day `date` as a number that grows by one each day.
pub(crate) fn number(date: NaiveDate) -> i32 {
    date.num_days_from_ce()
}
