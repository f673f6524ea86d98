//! The invitation of one invitee as a calendar object (RFC 5546).

use chrono::{DateTime, Utc};
use outreach_plan::people::Person;
use outreach_plan::{Audience, Event, Language, Plan};

use super::Mailbox;
use crate::{
    CalendarFile, ExportError, Method, Outgoing, Party, PinUtc, rules_changed_lately, write_calendar,
};

/// The address to write to: the first to which mail does not come back, else the first.
pub(super) fn address_of(person: &Person) -> Option<&str> {
    let emails = &person.emails;
    let email = emails.iter().find(|email| !email.bounced).or(emails.first())?;
    Some(&email.address)
}

pub(super) fn write(
    plan: &Plan,
    event: &Event,
    person: &Person,
    organiser: &Mailbox,
    method: Method,
    language: Language,
    written: DateTime<Utc>,
) -> Result<Vec<u8>, ExportError> {
    let address = address_of(person).ok_or(ExportError::NoAttendee)?;
    let name = person.name_in(language);
    let changed = rules_changed_lately(plan, &[event], written);
    write_calendar(&CalendarFile {
        method,
        organiser: Some(Party {
            name: &organiser.name,
            address: &organiser.address,
        }),
        attendees: &[Party { name: &name, address }],
        pin_utc: PinUtc::ChangedRules(&changed),
        ..CalendarFile::publish(
            Outgoing {
                plan,
                events: &[event],
                title: event.title.in_language(language),
                language,
                written,
            },
            Audience::Public,
        )
    })
}
