//! Who gets a letter, in which language, and what it says.

use std::collections::BTreeMap;

use outreach_exchange::mail::{Fields, Mailbox, Merged, fields_of, merge, request as invite, withdraw};
use outreach_plan::people::{Invitation, Letter, LetterKind, Person};
use outreach_plan::{Event, ExportedStatus, Language};
use uuid::Uuid;

use super::written_in;
use crate::Refused;
use crate::guests::refusals::Refusals;
use crate::guests::room::{Room, letter_language};
use crate::rows::count;
use crate::views::{LetterForm, LetterPreview, MergeLetters, MergedLetter, MissingField};

/// At most so many letters are written at once; more is a mistake, or a case for a mail system.
const LETTERS_AT_MOST: usize = 20_000;
/// So many guests without a value are named.
const NAMED_AT_MOST: usize = 100;

/// A guest who gets a letter.
pub(super) struct Reader<'a> {
    pub(super) invitation: &'a Invitation,
    pub(super) person: &'a Person,
    pub(super) language: Language,
}

/// Everything that one wish for letters is about.
pub(super) struct Post<'a> {
    pub(super) event: &'a Event,
    pub(super) letter: &'a Letter,
    pub(super) request: &'a MergeLetters,
    pub(super) readers: Vec<Reader<'a>>,
    pub(super) refused: Refusals,
    pub(super) warnings: Refusals,
    pub(super) organiser: Mailbox,
}

impl<'a> Post<'a> {
    pub(super) fn of(room: &Room<'a>, request: &'a MergeLetters) -> Result<Self, Refused> {
        let plan = room.plan;
        let event = plan.events().get(&request.event).ok_or_else(Refused::not_found)?;
        let letter = plan
            .letters()
            .get(&request.letter)
            .ok_or_else(Refused::not_found)?;
        if request.invitations.len() > LETTERS_AT_MOST {
            return Err(Refused::new(
                "too_many_letters",
                "Those are more letters than can be sent by hand. Nothing was written; choose fewer guests.",
            )
            .with("most", LETTERS_AT_MOST));
        }
        let mut post = Self {
            event,
            letter,
            request,
            readers: Vec::with_capacity(request.invitations.len()),
            refused: Refusals::default(),
            warnings: Refusals::default(),
            organiser: Mailbox {
                name: request.from_name.trim().to_owned(),
                address: request.from_address.trim().to_owned(),
            },
        };
        let shared = shared_addresses(room, event);
        for id in &request.invitations {
            match post.reader(room, *id, &shared) {
                Ok(reader) => post.readers.push(reader),
                Err(code) => post.refused.plain(id.0, code),
            }
        }
        Ok(post)
    }

    fn reader(
        &mut self,
        room: &Room<'a>,
        id: outreach_plan::InvitationId,
        shared: &BTreeMap<String, usize>,
    ) -> Result<Reader<'a>, &'static str> {
        let invitation = room.plan.invitations().get(&id).ok_or("not_found")?;
        if invitation.event != self.event.id {
            return Err("other_event");
        }
        let person = room.person(invitation.person).ok_or("erased")?;
        if !self.letter.kind.is_for(invitation.status) {
            return Err("letter_not_for_status");
        }
        if let Some(why) = self.letter.kind.unwritten(person) {
            return Err(why.code());
        }
        let email = person.emails.first();
        if self.request.form == LetterForm::Eml {
            let address = email.map(|email| email.address.trim()).unwrap_or_default();
            if address.is_empty() {
                return Err("no_address");
            }
        }
        if let Some(email) = email {
            if email.bounced {
                self.warnings.plain(id.0, "bounced_address");
            }
            if shared.get(&email.address.to_lowercase()).is_some_and(|n| *n > 1) {
                self.warnings.plain(id.0, "shared_address");
            }
        }
        if person.notices.is_empty() {
            self.warnings.plain(id.0, "no_notice");
        }
        let wanted = self.request.language.unwrap_or_else(|| letter_language(person));
        Ok(Reader {
            invitation,
            person,
            language: nearest(self.letter, wanted),
        })
    }

    /// What a guest reads.
    pub(super) fn merged(&self, room: &Room<'_>, reader: &Reader<'_>) -> (Merged, Fields) {
        let mut fields = fields_of(
            room.plan,
            self.event,
            reader.invitation,
            reader.person,
            reader.language,
        );
        for (key, value) in [
            ("sender", &self.organiser.name),
            ("sender_email", &self.organiser.address),
        ] {
            if !value.is_empty() {
                fields.insert(key, value.clone());
            }
        }
        (merge(self.letter, &fields, reader.language), fields)
    }

    /// The calendar invitation that goes along: `request`, `cancel`, or empty for none.
    pub(super) fn calendar(&self) -> &'static str {
        let is_off = self.event.status.exported() == ExportedStatus::Cancelled;
        match self.letter.kind {
            LetterKind::Cancellation => "cancel",
            LetterKind::Invitation | LetterKind::Reminder | LetterKind::Promotion if !is_off => "request",
            LetterKind::Invitation
            | LetterKind::Reminder
            | LetterKind::Promotion
            | LetterKind::FollowUp
            | LetterKind::Announcement => "",
        }
    }

    /// The same as a file.
    pub(super) fn calendar_of(
        &self,
        room: &Room<'_>,
        reader: &Reader<'_>,
    ) -> Result<Option<Vec<u8>>, Refused> {
        let write = match self.calendar() {
            "request" => invite,
            "cancel" => withdraw,
            _ => return Ok(None),
        };
        write(
            room.plan,
            self.event,
            reader.person,
            &self.organiser,
            reader.language,
            room.now,
        )
        .map(Some)
        .map_err(|error| {
            Refused::new("export_failed", format!("Nothing was written: {error}.")).with("reason", error)
        })
    }

    /// Refuses what could not be written for anybody.
    pub(super) fn make_sure(&self) -> Result<(), Refused> {
        let is_off = self.event.status.exported() == ExportedStatus::Cancelled;
        if is_off && self.letter.kind == LetterKind::Invitation {
            return Err(Refused::new(
                "event_off",
                "The event is cancelled or postponed, so nobody can be invited. Nothing was written; use a \
                 cancellation.",
            ));
        }
        if self.request.form == LetterForm::Eml
            && !self.calendar().is_empty()
            && self.organiser.address.is_empty()
        {
            return Err(Refused::invalid("from_address", "empty"));
        }
        if written_in(self.letter).next().is_none() {
            return Err(Refused::new(
                "letter_empty",
                "The template has no text in any language. Nothing was written; write it first.",
            ));
        }
        Ok(())
    }
}

/// What the letters would be.
pub(super) fn preview(room: &Room<'_>, request: &MergeLetters) -> Result<LetterPreview, Refused> {
    let post = Post::of(room, request)?;
    post.make_sure()?;
    let mut missing: BTreeMap<String, MissingField> = BTreeMap::new();
    let mut unknown: Vec<String> = Vec::new();
    let mut one = None;
    for (place, reader) in post.readers.iter().enumerate() {
        let (merged, _) = post.merged(room, reader);
        for field in &merged.missing {
            let lacking = missing.entry(field.clone()).or_insert_with(|| MissingField {
                field: field.clone(),
                count: 0,
                which: Vec::new(),
            });
            lacking.count += 1;
            if lacking.which.len() < NAMED_AT_MOST {
                lacking.which.push(reader.invitation.id);
            }
        }
        for field in &merged.unknown {
            if !unknown.contains(field) {
                unknown.push(field.clone());
            }
        }
        if place == request.at as usize {
            one = Some(MergedLetter {
                invitation: reader.invitation.id,
                name: reader.person.name_in(room.language),
                address: address(reader.person).to_owned(),
                language: reader.language,
                subject: merged.subject,
                body: merged.body,
                missing: merged.missing,
                calendar: post.calendar().to_owned(),
            });
        }
    }
    Ok(LetterPreview {
        letters: count(post.readers.len()),
        suggested_name: super::writing::suggested(&post, request.language.unwrap_or_default()),
        refused: post.refused.told(),
        warnings: post.warnings.told(),
        missing: missing.into_values().collect(),
        unknown,
        one,
        marking: "restricted".to_owned(),
    })
}

/// The address to write to; empty if there is none.
pub(super) fn address(person: &Person) -> &str {
    person
        .emails
        .first()
        .map(|email| email.address.trim())
        .unwrap_or_default()
}

/// How many guests of an event are written to at each address.
fn shared_addresses(room: &Room<'_>, event: &Event) -> BTreeMap<String, usize> {
    let mut shared = BTreeMap::new();
    for invitation in room.plan.invitations_at(event.id) {
        if let Some(person) = room.person(invitation.person)
            && !address(person).is_empty()
        {
            *shared.entry(address(person).to_lowercase()).or_default() += 1;
        }
    }
    shared
}

/// The language a template is written in that is nearest to the one wanted: the other Chinese before English.
fn nearest(letter: &Letter, wanted: Language) -> Language {
    use Language::{English, SimplifiedChinese, TraditionalChinese};
    let order = match wanted {
        English => Language::ALL,
        TraditionalChinese => [TraditionalChinese, SimplifiedChinese, English],
        SimplifiedChinese => [SimplifiedChinese, TraditionalChinese, English],
    };
    let written: Vec<Language> = written_in(letter).collect();
    order
        .into_iter()
        .find(|language| written.contains(language))
        .unwrap_or(wanted)
}

/// The key of a draft: tells nothing of its guest, and the draft of one guest from that of another.
pub(super) fn draft_key(letter: Uuid, invitation: Uuid, sequence: u32) -> String {
    format!("{}-{}-{sequence}", letter.simple(), invitation.simple())
}
