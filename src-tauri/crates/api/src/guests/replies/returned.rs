//! Mails of ours that came back.

use outreach_plan::people::{Invitation, InvitationStatus, Person, Source, Step};

use super::judging::{Judge, cannot};
use super::reading::Returned;
use crate::guests::room::Room;
use crate::views::{ReplyVerdictKind as Kind, ReplyVerdictRow};

impl Judge<'_, '_> {
    /// A mail of ours that came back: everybody who was asked at that address was not reached.
    pub(super) fn returned(&mut self, returned: &Returned, rows: &mut Vec<ReplyVerdictRow>) {
        let room = self.room;
        let address = returned.bounce.address.trim().to_lowercase();
        let has_it = |person: &Person| {
            person
                .emails
                .iter()
                .any(|email| email.address.trim().to_lowercase() == address)
        };
        let mut people: Vec<&Person> = room
            .plan
            .people()
            .values()
            .filter(|person| has_it(person))
            .collect();
        people.retain(|person| person.erased.is_none() && person.merged_into.is_none());
        let mut found: Vec<Invitation> = people
            .iter()
            .flat_map(|person| room.plan.invitations_of(person.id))
            .filter_map(|invitation| self.now(invitation.id))
            .filter(|invitation| invitation.status == InvitationStatus::Invited)
            .collect();
        // The mail may say which draft of ours it is about.
        let named = |one: &Invitation| returned.answers.contains(&one.id.0.simple().to_string());
        if found.iter().any(named) {
            found.retain(named);
        }
        for person in people {
            let mut person = self.people.get(&person.id).unwrap_or(person).clone();
            for email in &mut person.emails {
                email.bounced |= email.address.trim().to_lowercase() == address;
            }
            self.people.insert(person.id, person);
        }
        for (place, before) in found.into_iter().enumerate() {
            let key = format!("{}-{place}", returned.key);
            let skipped = self
                .request
                .answers
                .iter()
                .any(|one| one.key == key && one.invitation.is_none());
            let mut row = bounced(room, &key, &address, &before);
            row.skipped = skipped;
            if let (false, Ok(at)) = (skipped, room.at(before.event)) {
                let step = Step {
                    source: Source::Email,
                    note: returned.bounce.status.clone(),
                    ..Step::new(InvitationStatus::Bounced, room.today(&at), room.now, self.actor)
                };
                match self.steps.take(&before, step) {
                    Ok(after) => {
                        // The tally has followed already.
                        if !self.current.contains_key(&after.id) {
                            self.order.push(after.id);
                        }
                        self.current.insert(after.id, after);
                    }
                    Err(why) => cannot(&mut row, &why),
                }
            }
            rows.push(row);
        }
    }
}

fn bounced(room: &Room<'_>, key: &str, address: &str, before: &Invitation) -> ReplyVerdictRow {
    let event = room.plan.events().get(&before.event);
    ReplyVerdictRow {
        key: key.to_owned(),
        verdict: Kind::Updates,
        skipped: false,
        kept: false,
        attendee: address.to_owned(),
        attendee_name: String::new(),
        sender: String::new(),
        answer: "bounced".to_owned(),
        comment: String::new(),
        stamped: None,
        event: event.map(|event| event.id),
        event_title: event.map(|event| room.say(&event.title)).unwrap_or_default(),
        span: event.and_then(|event| room.span(event)),
        invitation: Some(before.id),
        name: room.name(before.person),
        from: Some(before.status),
        to: Some(InvitationStatus::Bounced),
        why_not: None,
        candidates: Vec::new(),
        proposed: None,
        delegated_to: Vec::new(),
        outdated: false,
    }
}
