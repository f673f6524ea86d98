//! Events on the command line.

use std::process::ExitCode;

use serde_json::{Value, json};

use crate::args::{AddEvent, Events, MoveEvent};
use crate::desk::{Desk, Failure};
use crate::file::text;
use crate::{fields, show};

pub(crate) fn run(desk: &Desk, verb: Events) -> Result<ExitCode, Failure> {
    desk.open()?;
    match verb {
        Events::List(filter) => {
            let request = json!({ "filter": fields::filter(desk, &filter)?, "language": desk.language });
            let rows = desk.ask("events.list", &request)?;
            show::answer(desk, &rows, show::events)
        }
        Events::Show { id } => {
            let id = fields::event(desk, &id)?;
            let page = desk.ask("events.show", &json!({ "id": id, "language": desk.language }))?;
            show::answer(desk, &page, |page| show::event_page(page, desk.language))
        }
        Events::Add(wish) => add(desk, wish),
        Events::Edit { id, set } => {
            let id = fields::event(desk, &id)?;
            let done = desk.ask(
                "events.edit",
                &json!({ "id": id, "set": fields::set(desk.language, "event", &set)? }),
            )?;
            show::written(desk, &done)
        }
        Events::Move(wish) => shift(desk, &wish),
        Events::Cancel { id } => {
            let done = desk.ask("events.cancel", &json!({ "id": fields::event(desk, &id)? }))?;
            show::written(desk, &done)
        }
        Events::Remove { id } => {
            let done = desk.ask("events.remove", &json!({ "id": fields::event(desk, &id)? }))?;
            show::written(desk, &done)
        }
    }
}

fn add(desk: &Desk, wish: AddEvent) -> Result<ExitCode, Failure> {
    let mut set = fields::set(desk.language, "event", &wish.set)?;
    set.insert("title".to_owned(), fields::words(desk.language, &wish.title));
    set.insert("start".to_owned(), json!(wish.start));
    set.insert("end".to_owned(), json!(wish.end));
    for (field, choice) in [("start_fold", wish.start_fold), ("end_fold", wish.end_fold)] {
        if choice.is_some() {
            set.insert(field.to_owned(), fields::fold(choice));
        }
    }
    if let Some(mission) = &wish.mission {
        set.insert("mission".to_owned(), fields::mission(desk, mission)?);
    }
    if let Some(place) = &wish.place {
        let found = place_named(desk, place)?;
        set.insert("city".to_owned(), found["city"].clone());
        set.insert("place".to_owned(), found["name"].clone());
        set.insert("zone".to_owned(), found["zone"].clone());
    }
    if let Some(zone) = wish.zone {
        set.insert("zone".to_owned(), zone.into());
    }
    let done = desk.ask("events.add", &json!({ "set": set }))?;
    show::written(desk, &done)
}

/// The best match of a place's name.
pub(crate) fn place_named(desk: &Desk, name: &str) -> Result<Value, Failure> {
    let found = desk.ask("places.find", &json!({ "text": name, "limit": 1 }))?;
    found.get(0).cloned().ok_or_else(|| {
        let detail = format!("No place is called {name}. Nothing was changed; `outreach places` searches.");
        Failure::refused("not_found", detail)
    })
}

fn shift(desk: &Desk, wish: &MoveEvent) -> Result<ExitCode, Failure> {
    let id = fields::event(desk, &wish.id)?;
    let mut request = match wish.to {
        Some(start) => json!({ "at": {
            "start": start,
            "end": wish.end,
            "zone": wish.zone,
            "start_fold": fields::fold(wish.start_fold),
            "end_fold": fields::fold(wish.end_fold),
        } }),
        None if wish.days.is_none() && wish.minutes.is_none() => {
            return Err(Failure::Usage(
                "Where to? Say --days, --minutes or --to.".to_owned(),
            ));
        }
        None => json!({ "by": { "days": wish.days.unwrap_or(0), "minutes": wish.minutes.unwrap_or(0) } }),
    };
    request["id"] = id.clone();
    if wish.dry_run {
        let preview = desk.ask("events.preview_move", &request)?;
        return show::answer(desk, &preview, |preview| {
            let mut lines = vec![show::span(&preview["span"])];
            lines.extend(show::sentences(&preview["findings"]));
            lines.join("\n")
        });
    }
    let done = desk.ask("events.move", &request)?;
    let page = desk.ask("events.show", &json!({ "id": id, "language": desk.language }))?;
    show::answer(desk, &done, |_| {
        format!(
            "{}: {}",
            text(&page["event"]["title"]["en"]),
            show::span(&page["span"])
        )
    })
}
