//! Missions on the command line.

use std::process::ExitCode;

use serde_json::{Value, json};

use crate::args::Missions;
use crate::desk::{Desk, Failure};
use crate::file::text;
use crate::{events, fields, show};

pub(crate) fn run(desk: &Desk, verb: Missions) -> Result<ExitCode, Failure> {
    desk.open()?;
    match verb {
        Missions::List(filter) => {
            let request = json!({ "filter": fields::filter(desk, &filter)?, "language": desk.language });
            let rows = desk.ask("missions.list", &request)?;
            show::answer(desk, &rows, show::missions)
        }
        Missions::Show { id } => {
            let id = fields::mission(desk, &id)?;
            let page = desk.ask("missions.show", &json!({ "id": id, "language": desk.language }))?;
            show::answer(desk, &page, |page| show::mission_page(page, desk.language))
        }
        Missions::Copy {
            id,
            first_day,
            title,
            cities,
            dry_run,
        } => {
            let id = fields::mission(desk, &id)?;
            let request = json!({
                "id": id,
                "first_day": first_day,
                "title": title.map(|title| fields::words(desk.language, &title)),
                "programme": null,
                "cities": exchanged(desk, &id, &cities)?,
            });
            moved(
                desk,
                if dry_run {
                    "missions.preview_copy"
                } else {
                    "missions.copy"
                },
                &request,
            )
        }
        Missions::Shift { id, days, dry_run } => {
            let request = json!({ "id": fields::mission(desk, &id)?, "days": days });
            moved(
                desk,
                if dry_run {
                    "missions.preview_shift"
                } else {
                    "missions.shift"
                },
                &request,
            )
        }
        Missions::Cancel { id } => {
            let done = desk.ask("missions.cancel", &json!({ "id": fields::mission(desk, &id)? }))?;
            show::written(desk, &done)
        }
    }
}

/// `1=Osaka` as the first leg's id and Osaka's city.
fn exchanged(desk: &Desk, mission: &Value, cities: &[String]) -> Result<Vec<Value>, Failure> {
    let page = desk.ask(
        "missions.show",
        &json!({ "id": mission, "language": desk.language }),
    )?;
    cities
        .iter()
        .map(|pair| {
            let usage = || Failure::Usage(format!("{pair:?} is not LEG=PLACE, such as 1=Osaka."));
            let (leg, place) = pair.split_once('=').ok_or_else(usage)?;
            let position = leg
                .parse::<usize>()
                .ok()
                .and_then(|leg| leg.checked_sub(1))
                .ok_or_else(usage)?;
            let leg = page["legs"].get(position).ok_or_else(|| {
                Failure::Usage(format!("The mission has no leg {leg}. Nothing was copied."))
            })?;
            let place = events::place_named(desk, place)?;
            Ok(json!({ "leg": leg["leg"]["id"], "city": place["city"] }))
        })
        .collect()
}

fn moved(desk: &Desk, route: &str, request: &Value) -> Result<ExitCode, Failure> {
    let moved = desk.ask(route, request)?;
    show::answer(desk, &moved, |moved| {
        let mut lines = vec![format!(
            "{} to {}, {} events, id {}",
            text(&moved["from"]),
            text(&moved["until"]),
            moved["events"],
            text(&moved["id"])
        )];
        lines.extend(moved["adjusted"].as_array().into_iter().flatten().map(|time| {
            format!(
                "{}: {} is a {} there; taken: {}",
                text(&time["what"]["en"]),
                show::minute(&time["wanted"]),
                text(&time["kind"]),
                show::time(&time["taken"])
            )
        }));
        lines.extend(show::sentences(&moved["findings"]));
        lines.join("\n")
    })
}
