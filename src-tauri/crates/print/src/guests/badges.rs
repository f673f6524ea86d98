//! Name badges and table cards: one for each guest and for each companion whose name is known.

use outreach_plan::people::{InvitationStatus, InviteeRole};
use outreach_plan::{EventId, Language};
use serde_json::{Value, json};

use super::{Coming, coming, event, words};
use crate::PrintError;
use crate::press::Press;
use crate::words::pick;

/// Who gets one: whoever may stand at the door.
const WANTED: [InvitationStatus; 3] = [
    InvitationStatus::Accepted,
    InvitationStatus::Tentative,
    InvitationStatus::Attended,
];

/// Points of a millimetre.
const PT_PER_MM: f64 = 72.0 / 25.4;

/// One name to be set large.
struct Named {
    name: String,
    second: String,
    organisation: String,
    post: String,
    role: InviteeRole,
    code: String,
    table: String,
}

/// What the template makes the badges of.
pub(crate) fn badges(press: &Press<'_>, id: EventId) -> Result<Value, PrintError> {
    let event = event(press.plan, id)?;
    let language = press.language();
    let badges: Vec<Value> = all(press, id)
        .into_iter()
        .map(|one| {
            let qr = super::code::qr_svg(&one.code);
            json!({
                "size": size(press, &one.name, 57.0, 10.0, 21.0),
                "second_size": size(press, &one.second, 57.0, 9.0, 14.0),
                "name": one.name, "second": one.second, "organisation": one.organisation, "post": one.post,
                "role": one.role.name().in_language(language),
                "strong": matches!(one.role, InviteeRole::Vip | InviteeRole::Speaker),
                "table": one.table, "code": if qr.is_empty() { "" } else { one.code.as_str() }, "qr": qr,
            })
        })
        .collect();
    Ok(json!({
        "event": press.cut(&press.say(&event.title), false, 24.0),
        "title": format!("{} · {}", pick(language, words::BADGES), press.say(&event.title)),
        "badges": badges,
        "none": pick(language, words::NOBODY),
    }))
}

/// What the template makes the table cards of.
pub(crate) fn table_cards(press: &Press<'_>, id: EventId) -> Result<Value, PrintError> {
    let event = event(press.plan, id)?;
    let language = press.language();
    let cards: Vec<Value> = all(press, id)
        .into_iter()
        .map(|one| {
            json!({
                "size": size(press, &one.name, 180.0, 18.0, 46.0),
                "second_size": size(press, &one.second, 180.0, 14.0, 28.0),
                "name": one.name, "second": one.second, "organisation": one.organisation, "table": one.table,
            })
        })
        .collect();
    Ok(json!({
        "title": format!("{} · {}", pick(language, words::TABLE_CARDS), press.say(&event.title)),
        "cards": cards,
        "none": pick(language, words::NOBODY),
    }))
}

fn all(press: &Press<'_>, id: EventId) -> Vec<Named> {
    coming(press, id, &WANTED)
        .iter()
        .flat_map(|guest| of_party(press, guest))
        .collect()
}

/// The guest, then the companions who are known by name; they come in by the guest's code.
fn of_party(press: &Press<'_>, guest: &Coming<'_>) -> Vec<Named> {
    let invitation = guest.invitation;
    let table = seat(press, &invitation.table, &invitation.seat);
    let code: String = invitation
        .badge
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect();
    let organisation = press.say(&guest.person.organisation);
    let mut party = vec![Named {
        name: guest.names.main.clone(),
        second: guest.names.second.clone(),
        organisation: organisation.clone(),
        post: press.say(&guest.person.post),
        role: invitation.role,
        code: code.clone(),
        table: table.clone(),
    }];
    for companion in &invitation.companions {
        let known = companion
            .person
            .and_then(|id| press.plan.people().get(&id))
            .map(|person| super::names(press, person));
        let names = known.unwrap_or_else(|| super::Names {
            main: press.line(&companion.name),
            second: String::new(),
        });
        if !names.main.is_empty() {
            party.push(Named {
                name: names.main,
                second: names.second,
                organisation: organisation.clone(),
                post: String::new(),
                role: InviteeRole::Guest,
                code: code.clone(),
                table: table.clone(),
            });
        }
    }
    party
}

/// `Table 4`, `Table 4 · 12`, `12`.
pub(super) fn seat(press: &Press<'_>, table: &str, seat: &str) -> String {
    let (table, seat) = (press.line(table), press.line(seat));
    let language = press.language();
    let word = pick(language, words::TABLE);
    let bare = table.chars().all(|c| c.is_ascii_alphanumeric()) && table.chars().count() <= 3;
    let table = match language {
        _ if table.is_empty() || !bare => table,
        Language::English => format!("{word} {table}"),
        Language::TraditionalChinese | Language::SimplifiedChinese => format!("{word}{table}"),
    };
    [table, seat]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}

/// The largest size, in points, between `least` and `most` at which a name fits into `width_mm`; at `least` it breaks.
fn size(press: &Press<'_>, name: &str, width_mm: f64, least: f64, most: f64) -> f64 {
    let ems = press.width(name, true).max(0.1);
    (width_mm * PT_PER_MM / ems).clamp(least, most)
}
