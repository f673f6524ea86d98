//! The list for the door.

use outreach_plan::EventId;
use outreach_plan::people::{Invitation, InvitationStatus};
use serde_json::{Value, json};

use super::{badges, coming, event, words};
use crate::press::Press;
use crate::words::{Word, pick, word};
use crate::{PrintError, entry, times};

/// Who may stand at the door; those who wait as well, for seats come free there.
const WANTED: [InvitationStatus; 4] = [
    InvitationStatus::Accepted,
    InvitationStatus::Tentative,
    InvitationStatus::WaitListed,
    InvitationStatus::Attended,
];

/// What the template makes the list of.
pub(crate) fn value(press: &Press<'_>, id: EventId) -> Result<Value, PrintError> {
    let event = event(press.plan, id)?;
    let language = press.language();
    let say = |words| pick(language, words);
    let guests = coming(press, id, &WANTED);
    let sum =
        |of: &dyn Fn(&Invitation) -> usize| guests.iter().map(|guest| of(guest.invitation)).sum::<usize>();
    let waits = |one: &Invitation| one.status == InvitationStatus::WaitListed;
    let expected = sum(&|one| if waits(one) { 0 } else { party(one) });
    let waiting = sum(&|one| if waits(one) { party(one) } else { 0 });
    let here = sum(&|one| one.arrived.map_or(0, usize::from));
    let rows: Vec<Value> = guests
        .iter()
        .map(|guest| {
            let invitation = guest.invitation;
            let companions: Vec<String> = invitation
                .companions
                .iter()
                .map(|companion| press.line(&companion.name))
                .filter(|name| !name.is_empty())
                .collect();
            json!({
                "here": invitation.arrived.is_some_and(|came| came > 0),
                "name": guest.names.main, "second": guest.names.second, "companions": companions,
                "organisation": press.say(&guest.person.organisation), "post": press.say(&guest.person.post),
                "role": invitation.role.name().in_language(language),
                "status": invitation.status.name().in_language(language),
                "party": party(invitation).to_string(),
                "seat": badges::seat(press, &invitation.table, &invitation.seat),
                "needs": needs(press, invitation),
            })
        })
        .collect();
    let entry = entry::Entry::of(press, event)?;
    let place = [entry.venue, entry.place]
        .into_iter()
        .filter(|part| !part.is_empty());
    let hong_kong = [
        word(Word::HongKong, language),
        &entry.when.hk_day,
        &entry.when.hk_clock,
    ];
    Ok(json!({
        "title": format!("{} · {}", say(words::DOOR_LIST), press.say(&event.title)),
        "when": format!("{} {}", times::date(event.start.date(), language), entry.when.clock),
        "offset": entry.when.offset,
        "hong_kong": if entry.when.hk_clock.is_empty() { String::new() } else {
            hong_kong.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
        },
        "place": place.collect::<Vec<_>>().join(" · "),
        "counts": [
            (say(words::EXPECTED), expected.to_string()),
            (say(words::HERE_NOW), here.to_string()),
            (say(words::WAITING), waiting.to_string()),
        ],
        "rows": rows,
        "none": say(words::NOBODY),
        "words": {
            "here": say(words::HERE), "name": word(Word::Name, language),
            "organisation": say(words::ORGANISATION), "role": word(Word::Role, language),
            "party": say(words::PARTY), "seat": say(words::SEAT), "needs": say(words::NEEDS),
        },
    }))
}

/// How many come.
fn party(invitation: &Invitation) -> usize {
    invitation.party() as usize
}

/// What the guest and those along do not eat or need, each on a line.
fn needs(press: &Press<'_>, invitation: &Invitation) -> Vec<String> {
    let own = [&invitation.dietary, &invitation.access];
    let along = invitation
        .companions
        .iter()
        .flat_map(|companion| [&companion.dietary, &companion.access]);
    own.into_iter()
        .chain(along)
        .map(|need| press.line(need))
        .filter(|need| !need.is_empty())
        .collect()
}
