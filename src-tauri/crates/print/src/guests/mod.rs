//! Papers about the guests of an event: badges, table cards and the list for the door.

pub(crate) mod badges;
pub(crate) mod code;
pub(crate) mod door_list;
pub(crate) mod words;

use outreach_plan::people::{Invitation, InvitationStatus, Person};
use outreach_plan::{Event, EventId, Plan};

use crate::PrintError;
use crate::press::Press;

/// An invitation, its guest, and how both are named on the paper.
pub(crate) struct Coming<'a> {
    pub(crate) invitation: &'a Invitation,
    pub(crate) person: &'a Person,
    pub(crate) names: Names,
}

/// A name as the paper's language writes it, and in the other script.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    pub(crate) main: String,
    pub(crate) second: String,
}

/// The event of that key.
pub(crate) fn event(plan: &Plan, id: EventId) -> Result<&Event, PrintError> {
    plan.events().get(&id).ok_or(PrintError::NoSuchEvent)
}

/// A person's names, each written as lists on the screen and letters write it.
pub(crate) fn names(press: &Press<'_>, person: &Person) -> Names {
    let main = press.line(&person.name_in(press.language()));
    let other = [person.latin_name(), person.chinese.clone()];
    let second = other
        .iter()
        .map(|name| press.line(name))
        .find(|name| *name != main);
    Names {
        main,
        second: second.unwrap_or_default(),
    }
}

/// The invitations of an event whose status is among `wanted`, in the order of lists on the screen.
pub(crate) fn coming<'a>(press: &Press<'a>, event: EventId, wanted: &[InvitationStatus]) -> Vec<Coming<'a>> {
    let mut all: Vec<(String, Coming<'a>)> = press
        .plan
        .invitations_at(event)
        .into_iter()
        .filter(|invitation| wanted.contains(&invitation.status))
        .filter_map(|invitation| Some((invitation, press.plan.people().get(&invitation.person)?)))
        .filter(|(_, person)| person.erased.is_none())
        .map(|(invitation, person)| {
            let key = person.sort_name(press.language()).to_lowercase();
            let coming = Coming {
                invitation,
                person,
                names: names(press, person),
            };
            (key, coming)
        })
        .collect();
    all.sort_by(|(a, one), (b, other)| (a, one.invitation.id).cmp(&(b, other.invitation.id)));
    all.into_iter().map(|(_, coming)| coming).collect()
}
