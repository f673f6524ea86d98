//! Words of the command line turned into what routes take: `FIELD=VALUE`, the first letters of an id, filters.

use serde_json::{Map, Value, json};

use crate::args::{Filter, Fold};
use crate::desk::{Desk, Failure};

/// `field=value` pairs of a `kind` of record as an object. A value that is JSON (a number, a list, `null`) is taken as
/// such; a bare name is in `language`, and the three of a title are set as `title.en=…`, `title.zh_hant=…`.
pub(crate) fn set(language: &str, kind: &str, pairs: &[String]) -> Result<Map<String, Value>, Failure> {
    let mut fields = Map::new();
    for pair in pairs {
        let (field, value) = pair.split_once('=').ok_or_else(|| {
            Failure::Usage(format!("{pair:?} is not FIELD=VALUE, such as status=confirmed."))
        })?;
        let as_json = || serde_json::from_str(value).unwrap_or_else(|_| Value::from(value));
        match field.split_once('.') {
            Some((field, part)) => {
                let whole = fields.entry(field).or_insert_with(|| json!({}));
                if let Some(whole) = whole.as_object_mut() {
                    whole.insert(part.to_owned(), as_json());
                }
            }
            None => {
                let read = as_json();
                // A name may be a number: a seminar called 2027.
                let value = if !read.is_object() && is_in_languages(kind, field) {
                    words(language, value)
                } else {
                    read
                };
                fields.insert(field.to_owned(), value);
            }
        }
    }
    Ok(fields)
}

/// Words in one language; those in the others stay as they are.
pub(crate) fn words(language: &str, words: &str) -> Value {
    let key = match language {
        "zh-Hant" => "zh_hant",
        "zh-Hans" => "zh_hans",
        _ => "en",
    };
    json!({ key: words })
}

/// Whether a field stands in three languages.
fn is_in_languages(kind: &str, field: &str) -> bool {
    match field {
        "title" | "place" => true,
        "name" => !matches!(kind, "recipient" | "letter" | "saved_list"),
        "organisation" | "post" => kind == "person",
        "subject" | "body" => kind == "letter",
        "text" => kind == "notice",
        _ => false,
    }
}

pub(crate) fn fold(fold: Option<Fold>) -> Value {
    match fold {
        None => Value::Null,
        Some(Fold::Earlier) => "earlier".into(),
        Some(Fold::Later) => "later".into(),
    }
}

/// The id of the only event whose id begins or ends with `letters`.
pub(crate) fn event(desk: &Desk, letters: &str) -> Result<Value, Failure> {
    only(
        &desk.ask("events.list", &json!({ "language": desk.language }))?,
        letters,
        "event",
    )
}

/// The id of the only mission whose id begins or ends with `letters`.
pub(crate) fn mission(desk: &Desk, letters: &str) -> Result<Value, Failure> {
    only(
        &desk.ask("missions.list", &json!({ "language": desk.language }))?,
        letters,
        "mission",
    )
}

/// Whether an id is named by its first letters, or by its last, which tell more: those made together begin alike.
pub(crate) fn is_meant(id: &Value, letters: &str) -> bool {
    id.as_str()
        .is_some_and(|id| !letters.is_empty() && (id.starts_with(letters) || id.ends_with(letters)))
}

fn only(rows: &Value, letters: &str, kind: &str) -> Result<Value, Failure> {
    let letters = letters.to_ascii_lowercase();
    let mut fitting = rows
        .as_array()
        .into_iter()
        .flatten()
        .map(|row| &row["id"])
        .filter(|id| is_meant(id, &letters));
    match (fitting.next(), fitting.next()) {
        (Some(id), None) => Ok(id.clone()),
        (None, _) => Err(Failure::refused(
            "not_found",
            format!("There is no {kind} whose id begins or ends with {letters}."),
        )),
        (Some(_), Some(_)) => {
            let more = format!(
                "More than one {kind} has an id that begins or ends with {letters}. Give more letters."
            );
            Err(Failure::refused("ambiguous_id", more))
        }
    }
}

/// A filter as routes take it.
pub(crate) fn filter(desk: &Desk, filter: &Filter) -> Result<Value, Failure> {
    let mut wanted = Map::new();
    let lists = [
        ("regions", &filter.region),
        ("teams", &filter.team),
        ("statuses", &filter.status),
        ("kinds", &filter.kind),
    ];
    for (name, values) in lists.into_iter().filter(|(_, values)| !values.is_empty()) {
        let values: Vec<String> = values
            .iter()
            .map(|value| {
                if name == "teams" {
                    value.clone()
                } else {
                    value.replace('-', "_")
                }
            })
            .collect();
        wanted.insert(name.to_owned(), json!(values));
    }
    if !filter.market.is_empty() {
        let lists = desk.ask("lists.show", &json!({}))?;
        let ids = filter
            .market
            .iter()
            .map(|market| market_id(&lists["markets"], market));
        wanted.insert("markets".to_owned(), json!(ids.collect::<Result<Vec<_>, _>>()?));
    }
    if !filter.mission.is_empty() {
        // A planner who reads Chinese may have the English title at hand, and the other way round.
        let missions = ["en", "zh-Hant", "zh-Hans"]
            .into_iter()
            .map(|language| desk.ask("missions.list", &json!({ "language": language })))
            .collect::<Result<Vec<Value>, _>>()?;
        let ids = filter
            .mission
            .iter()
            .map(|mission| mission_ids(&missions, mission));
        wanted.insert(
            "missions".to_owned(),
            json!(ids.collect::<Result<Vec<_>, _>>()?.concat()),
        );
    }
    if let Some(day) = filter.from {
        wanted.insert("from".to_owned(), json!(day));
    }
    if let Some(day) = filter.until {
        wanted.insert("until".to_owned(), json!(day));
    }
    if let Some(text) = &filter.text {
        wanted.insert("text".to_owned(), json!(text));
    }
    Ok(Value::Object(wanted))
}

fn market_id(markets: &Value, wanted: &str) -> Result<Value, Failure> {
    let fits = |market: &&Value| {
        let is = |field: &Value| {
            field
                .as_str()
                .is_some_and(|name| name.eq_ignore_ascii_case(wanted))
        };
        is(&market["country"])
            || ["en", "zh_hant", "zh_hans"]
                .iter()
                .any(|language| is(&market["name"][language]))
    };
    markets
        .as_array()
        .into_iter()
        .flatten()
        .find(fits)
        .map(|market| market["id"].clone())
        .ok_or_else(|| {
            Failure::refused(
                "not_found",
                format!("There is no market {wanted}. `records list` shows them."),
            )
        })
}

/// `missions` are the same ones in each language.
fn mission_ids(missions: &[Value], wanted: &str) -> Result<Vec<Value>, Failure> {
    let lower = wanted.to_lowercase();
    let fits = |mission: &&Value| {
        is_meant(&mission["id"], &lower)
            || mission["title"]
                .as_str()
                .is_some_and(|title| title.to_lowercase().contains(&lower))
    };
    let mut ids: Vec<Value> = Vec::new();
    for mission in missions.iter().filter_map(Value::as_array).flatten().filter(fits) {
        if !ids.contains(&mission["id"]) {
            ids.push(mission["id"].clone());
        }
    }
    if ids.is_empty() {
        return Err(Failure::refused(
            "not_found",
            format!("There is no mission {wanted}. `missions list` shows them."),
        ));
    }
    Ok(ids)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_that_is_json_is_taken_as_such_and_a_bare_name_is_in_the_language_asked_for_alone() {
        let pairs = [
            "capacity=120".into(),
            "title=2027".into(),
            "notes=a=b".into(),
            "url=null".into(),
        ];
        for (language, key) in [("en", "en"), ("zh-Hant", "zh_hant"), ("zh-Hans", "zh_hans")] {
            let wanted = json!({ "capacity": 120, "title": { key: "2027" }, "notes": "a=b", "url": null });
            assert_eq!(Value::Object(set(language, "event", &pairs).unwrap()), wanted);
        }
        let named = |kind| set("zh-Hant", kind, &["name=陳大文".into()]).unwrap()["name"].clone();
        assert_eq!(named("partner"), json!({ "zh_hant": "陳大文" }));
        assert_eq!(
            named("recipient"),
            "陳大文",
            "a person is called the same in every language"
        );
    }

    #[test]
    fn a_pair_without_an_equals_sign_is_a_usage_error() {
        let set = set("en", "event", &["capacity".into()]);
        assert!(matches!(set, Err(Failure::Usage(_))));
    }

    #[test]
    fn a_mission_is_found_by_its_title_in_any_language_and_counted_once() {
        let in_language =
            |title: &str| json!([{ "id": "01a", "title": title }, { "id": "02b", "title": "Other" }]);
        let missions = [in_language("Spring mission"), in_language("春季訪問團")];
        for wanted in ["spring", "春季", "01a"] {
            assert_eq!(
                mission_ids(&missions, wanted).unwrap(),
                [json!("01a")],
                "{wanted}"
            );
        }
        assert!(mission_ids(&missions, "autumn").is_err());
    }

    #[test]
    fn letters_that_fit_two_ids_are_refused() {
        let rows = json!([{ "id": "01a" }, { "id": "01b" }, { "id": "02c" }]);
        assert_eq!(only(&rows, "02", "event").unwrap(), json!("02c"));
        for letters in ["01", "03", ""] {
            assert!(only(&rows, letters, "event").is_err(), "{letters}");
        }
    }
}
