//! One record of two.
//!
//! What hangs on the record that is given up hangs on the other afterwards. The one that is given up stays in the file
//! as it was, pointing at the other, so that its key in an old file or a reply still leads somewhere. All of it is one
//! change, and one undo takes it back.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use outreach_plan::people::{Disclosure, Distinct, Invitation, InvitationStatus, Person, Visit};
use outreach_plan::{InvitationId, PersonId, Plan, Wording};

use super::alike::{in_order, two};
use super::rows::Looking;
use crate::change::{Draft, Label};
use crate::rows::count;
use crate::views::{BothInvited, ComparedField, HeldBy, MergePeople, RecordKey, RecordKind, Take, Written};
use crate::{Refused, Session};

/// `people.merge`
pub(crate) fn merge(session: &Session, request: &MergePeople) -> Result<Written, Refused> {
    let done = session.change(|draft| {
        let plan = draft.plan;
        let (keep, drop) = two(plan, request.keep, request.drop)?;
        if let Some(unknown) = request.take.keys().find(|field| !is_field(field)) {
            return Err(Refused::invalid(unknown, "unknown"));
        }
        let merged = merged(keep, drop, &request.take);
        let mut invitations = Invitations::of(plan, keep.id, drop.id);
        invitations.move_over();
        let (moved, met) = (invitations.moved, invitations.met);
        invitations.write(draft);
        let visits: Vec<Visit> = plan
            .visits_of(drop.id)
            .into_iter()
            .map(|visit| Visit {
                person: keep.id,
                ..visit.clone()
            })
            .collect();
        let moved_visits = visits.len();
        for visit in visits {
            draft.put_made(visit);
        }
        move_disclosures(draft, keep.id, drop.id);
        move_distincts(draft, keep.id, drop.id);
        for earlier in plan
            .people()
            .values()
            .filter(|person| person.merged_into == Some(drop.id))
        {
            draft.put_made(Person {
                merged_into: Some(keep.id),
                ..earlier.clone()
            });
        }
        draft.put_made(Person {
            merged_into: Some(keep.id),
            ..drop.clone()
        });
        draft.put(merged)?;
        let key = RecordKey {
            kind: RecordKind::Person,
            id: keep.id.0,
        };
        let label = Label::new("people_merged")
            .with("invitations", moved)
            .with("met", met)
            .with("visits", moved_visits);
        Ok((key, label))
    })?;
    Ok(done.of_key())
}

/// How far an invitation has come: of two the one further on is kept. What says no is further than what was never
/// asked, and less far than what says yes.
fn how_far(status: InvitationStatus) -> u8 {
    match status {
        InvitationStatus::LongListed => 0,
        InvitationStatus::ShortListed => 1,
        InvitationStatus::Bounced => 2,
        InvitationStatus::Withdrawn => 3,
        InvitationStatus::Invited => 4,
        InvitationStatus::Substituted => 5,
        InvitationStatus::Declined => 6,
        InvitationStatus::Tentative => 7,
        InvitationStatus::WaitListed => 8,
        InvitationStatus::Accepted => 9,
        InvitationStatus::NoShow => 10,
        InvitationStatus::Attended => 11,
        InvitationStatus::FollowedUp => 12,
    }
}

/// The one of two invitations to the same event that is kept: the further, else the earlier made.
fn further<'a>(one: &'a Invitation, other: &'a Invitation) -> &'a Invitation {
    let rank = |invitation: &Invitation| (how_far(invitation.status), std::cmp::Reverse(invitation.id));
    if rank(one) >= rank(other) { one } else { other }
}

/// Invitations that a merge touches.
struct Invitations<'a> {
    plan: &'a Plan,
    keep: PersonId,
    drop: PersonId,
    after: BTreeMap<InvitationId, Option<Invitation>>,
    /// How many came over.
    moved: usize,
    /// At how many events both were invited.
    met: usize,
}

impl<'a> Invitations<'a> {
    fn of(plan: &'a Plan, keep: PersonId, drop: PersonId) -> Self {
        Self {
            plan,
            keep,
            drop,
            after: BTreeMap::new(),
            moved: 0,
            met: 0,
        }
    }

    fn move_over(&mut self) {
        let plan = self.plan;
        let mut instead: HashMap<InvitationId, InvitationId> = HashMap::new();
        for dropped in plan.invitations_of(self.drop) {
            let Some(kept) = plan.invitation_to(self.keep, dropped.event) else {
                self.moved += 1;
                self.after.insert(
                    dropped.id,
                    Some(Invitation {
                        person: self.keep,
                        ..dropped.clone()
                    }),
                );
                continue;
            };
            self.met += 1;
            let stays = further(kept, dropped);
            let goes = if stays.id == kept.id { dropped } else { kept };
            instead.insert(goes.id, stays.id);
            self.after.insert(stays.id, Some(both(stays, goes, self.keep)));
            self.after.insert(goes.id, None);
        }
        self.companions();
        if instead.is_empty() {
            return;
        }
        for invitation in plan.invitations().values() {
            let Some(of) = invitation.substitute_for.and_then(|of| instead.get(&of)) else {
                continue;
            };
            let entry = self.after.entry(invitation.id);
            if let Some(after) = entry.or_insert_with(|| Some(invitation.clone())) {
                // Nobody stands in for themselves.
                after.substitute_for = (after.id != *of).then_some(*of);
            }
        }
    }

    /// Whoever brought the one brings the other; but nobody comes twice: a companion who is a guest of the event, or
    /// comes with two, is taken out of the party.
    fn companions(&mut self) {
        let plan = self.plan;
        let with: BTreeSet<InvitationId> = plan
            .comes_along(self.drop)
            .into_iter()
            .chain(plan.comes_along(self.keep))
            .map(|invitation| invitation.id)
            .collect();
        let guest_at: BTreeSet<_> = plan
            .invitations_of(self.keep)
            .into_iter()
            .chain(plan.invitations_of(self.drop))
            .filter(|invitation| invitation.status.may_come())
            .map(|invitation| invitation.event)
            .collect();
        let mut seen = BTreeSet::new();
        for id in with {
            let Some(invitation) = plan.invitations().get(&id) else {
                continue;
            };
            let (keep, drop) = (self.keep, self.drop);
            let entry = self.after.entry(id).or_insert_with(|| Some(invitation.clone()));
            let Some(after) = entry else { continue };
            let is_guest = guest_at.contains(&after.event) || after.person == keep;
            after.companions.retain_mut(|companion| {
                if companion.person != Some(keep) && companion.person != Some(drop) {
                    return true;
                }
                companion.person = Some(keep);
                !is_guest && seen.insert(after.event)
            });
        }
    }

    fn write(self, draft: &mut Draft<'_>) {
        for (id, after) in self.after {
            match after {
                Some(after) => draft.put_made(after),
                None => draft.remove(id),
            }
        }
    }
}

/// The invitation that stays, with the history of the one that goes. The party stays as it is: it must not grow over
/// the seats there are.
fn both(stays: &Invitation, goes: &Invitation, keep: PersonId) -> Invitation {
    let mut after = Invitation {
        person: keep,
        ..stays.clone()
    };
    let last = stays.steps.last().cloned();
    after.steps = goes.steps.clone();
    after.steps.extend(
        stays
            .steps
            .iter()
            .take(stays.steps.len().saturating_sub(1))
            .cloned(),
    );
    after.steps.sort_by_key(|step| step.at);
    after.steps.extend(last);
    for (mine, other) in [
        (&mut after.dietary, &goes.dietary),
        (&mut after.access, &goes.access),
        (&mut after.notes, &goes.notes),
    ] {
        *mine = joined(mine, other);
    }
    if after.segment.is_empty() {
        after.segment.clone_from(&goes.segment);
    }
    after.vip |= goes.vip;
    // A letter that went out under either is older than the next.
    after.sequence = after.sequence.max(goes.sequence);
    after.answered = after.answered.max(goes.answered);
    after
}

fn move_disclosures(draft: &mut Draft<'_>, keep: PersonId, drop: PersonId) {
    let plan = draft.plan;
    for disclosure in plan.disclosures().values() {
        if !disclosure.people.contains(&drop) {
            continue;
        }
        let mut people: Vec<PersonId> = Vec::with_capacity(disclosure.people.len());
        let mut seen = false;
        for id in &disclosure.people {
            let id = if *id == drop { keep } else { *id };
            if id == keep && std::mem::replace(&mut seen, true) {
                continue;
            }
            people.push(id);
        }
        // The count stays: so many the file holds.
        draft.put_made(Disclosure {
            people,
            ..disclosure.clone()
        });
    }
}

fn move_distincts(draft: &mut Draft<'_>, keep: PersonId, drop: PersonId) {
    let plan = draft.plan;
    let mut known: BTreeSet<(PersonId, PersonId)> = plan
        .distincts()
        .values()
        .filter(|distinct| distinct.one != drop && distinct.other != drop)
        .map(|distinct| in_order(distinct.one, distinct.other))
        .collect();
    for distinct in plan.distincts().values() {
        let other = match (distinct.one == drop, distinct.other == drop) {
            (true, _) => distinct.other,
            (_, true) => distinct.one,
            (false, false) => continue,
        };
        let pair = in_order(keep, other);
        if other == keep || !known.insert(pair) {
            draft.remove(distinct.id);
            continue;
        }
        draft.put_made(Distinct {
            id: distinct.id,
            one: pair.0,
            other: pair.1,
        });
    }
}

/// Which of two would rather be kept: the one with more behind it, else the older.
pub(crate) fn better_kept(plan: &Plan, one: &Person, other: &Person) -> PersonId {
    let behind = |person: &Person| {
        let held = held_by(plan, person.id);
        (
            held.visits + held.invitations + held.companion_at,
            held.notices + held.consents,
            std::cmp::Reverse(person.id),
        )
    };
    if behind(one) >= behind(other) {
        one.id
    } else {
        other.id
    }
}

/// How much hangs on a record.
pub(crate) fn held_by(plan: &Plan, id: PersonId) -> HeldBy {
    let person = plan.people().get(&id);
    HeldBy {
        invitations: count(plan.invitations_of(id).len()),
        companion_at: count(plan.comes_along(id).len()),
        visits: count(plan.visits_of(id).len()),
        notices: person.map_or(0, |person| count(person.notices.len())),
        consents: person.map_or(0, |person| count(person.consents.len())),
        disclosures: count(
            plan.disclosures()
                .values()
                .filter(|disclosure| disclosure.people.contains(&id))
                .count(),
        ),
    }
}

/// Events to which both are invited.
pub(crate) fn both_invited(looking: &Looking<'_>, one: &Person, other: &Person) -> Vec<BothInvited> {
    let plan = looking.plan;
    plan.invitations_of(one.id)
        .into_iter()
        .filter_map(|mine| {
            let theirs = plan.invitation_to(other.id, mine.event)?;
            let event = plan.events().get(&mine.event)?;
            Some(BothInvited {
                title: event.title.in_language(looking.language).to_owned(),
                one: mine.status,
                other: theirs.status,
                keeps: further(mine, theirs).person,
            })
        })
        .collect()
}

/// Fields that can be chosen, each with how it is shown and put together.
const FIELDS: [&str; 21] = [
    "nature",
    "family",
    "given",
    "chinese",
    "preferred",
    "honorific",
    "post",
    "organisation",
    "market",
    "sectors",
    "schemes",
    "passports",
    "university_region",
    "languages",
    "emails",
    "telephones",
    "tags",
    "notes",
    "source",
    "retain_until",
    "created",
];

fn is_field(field: &str) -> bool {
    FIELDS.contains(&field)
}

/// Lists and free text, of which both can be kept.
fn may_both(field: &str) -> bool {
    matches!(
        field,
        "sectors"
            | "schemes"
            | "passports"
            | "languages"
            | "emails"
            | "telephones"
            | "tags"
            | "notes"
            | "source"
    )
}

/// The record that stays, with what is taken of the other.
pub(crate) fn merged(keep: &Person, drop: &Person, take: &BTreeMap<String, Take>) -> Person {
    let mut after = keep.clone();
    let of = |field: &str, keep_empty: bool, drop_empty: bool| {
        take.get(field)
            .copied()
            .unwrap_or_else(|| suggested(field, keep_empty, drop_empty))
    };
    macro_rules! one_of {
        ($($field:ident is_empty $empty:expr;)*) => {$(
            let empty = $empty;
            let (mine, theirs) = (empty(&keep.$field), empty(&drop.$field));
            if matches!(of(stringify!($field), mine, theirs), Take::Drop) {
                after.$field = drop.$field.clone();
            }
        )*};
    }
    one_of! {
        nature is_empty |_: &_| false;
        family is_empty String::is_empty;
        given is_empty String::is_empty;
        chinese is_empty String::is_empty;
        preferred is_empty String::is_empty;
        honorific is_empty String::is_empty;
        post is_empty Wording::is_empty;
        organisation is_empty Wording::is_empty;
        market is_empty Option::is_none;
        university_region is_empty String::is_empty;
        retain_until is_empty Option::is_none;
    }
    macro_rules! lists {
        ($($field:ident by $same:expr;)*) => {$(
            match of(stringify!($field), keep.$field.is_empty(), drop.$field.is_empty()) {
                Take::Keep => {}
                Take::Drop => after.$field = drop.$field.clone(),
                Take::Both => {
                    let same = $same;
                    for value in &drop.$field {
                        if !after.$field.iter().any(|is| same(is, value)) {
                            after.$field.push(value.clone());
                        }
                    }
                }
            }
        )*};
    }
    lists! {
        sectors by |a: &_, b: &_| a == b;
        schemes by |a: &_, b: &_| a == b;
        passports by |a: &_, b: &_| a == b;
        languages by |a: &_, b: &_| a == b;
        emails by same_address;
        telephones by same_number;
        tags by |a: &String, b: &String| a.to_lowercase() == b.to_lowercase();
    }
    for (field, mine, theirs, into) in [
        ("notes", &keep.notes, &drop.notes, &mut after.notes),
        ("source", &keep.source, &drop.source, &mut after.source),
    ] {
        match of(field, mine.is_empty(), theirs.is_empty()) {
            Take::Keep => {}
            Take::Drop => into.clone_from(theirs),
            Take::Both => *into = joined(mine, theirs),
        }
    }
    after.created = match of("created", false, false) {
        Take::Drop => drop.created,
        Take::Keep => keep.created,
        Take::Both => keep.created.min(drop.created),
    };
    for given in &drop.notices {
        if !after.notices.contains(given) {
            after.notices.push(given.clone());
        }
    }
    after.notices.sort_by_key(|given| given.on);
    for consent in &drop.consents {
        if !after.consents.contains(consent) {
            after.consents.push(consent.clone());
        }
    }
    after.consents.sort_by_key(|consent| consent.on);
    for origin in &drop.origins {
        if !after.origins.contains(origin) {
            after.origins.push(origin.clone());
        }
    }
    after
}

pub(crate) fn same_address(one: &outreach_plan::people::Email, other: &outreach_plan::people::Email) -> bool {
    one.address.eq_ignore_ascii_case(&other.address)
}

pub(crate) fn same_number(
    one: &outreach_plan::people::Telephone,
    other: &outreach_plan::people::Telephone,
) -> bool {
    if one.e164.is_empty() || other.e164.is_empty() {
        return one.raw == other.raw;
    }
    one.e164 == other.e164
}

/// Both texts, one below the other; one that says nothing new is left out.
fn joined(mine: &str, theirs: &str) -> String {
    if mine.contains(theirs) {
        return mine.to_owned();
    }
    if theirs.contains(mine) {
        return theirs.to_owned();
    }
    format!("{mine}\n{theirs}")
}

fn suggested(field: &str, keep_empty: bool, drop_empty: bool) -> Take {
    match (keep_empty, drop_empty) {
        _ if field == "created" => Take::Both,
        (true, false) => Take::Drop,
        (false, false) if may_both(field) => Take::Both,
        _ => Take::Keep,
    }
}

/// Field by field, those that say something on either side.
pub(crate) fn compared(
    looking: &Looking<'_>,
    one: &Person,
    other: &Person,
    keep: PersonId,
) -> Vec<ComparedField> {
    FIELDS
        .iter()
        .filter_map(|field| {
            let (mine, theirs) = (text_of(looking, one, field), text_of(looking, other, field));
            if mine.is_empty() && theirs.is_empty() {
                return None;
            }
            let (kept, dropped) = if keep == one.id {
                (&mine, &theirs)
            } else {
                (&theirs, &mine)
            };
            Some(ComparedField {
                field: (*field).to_owned(),
                same: mine == theirs,
                suggested: suggested(field, kept.is_empty(), dropped.is_empty()),
                may_both: may_both(field),
                one: mine,
                other: theirs,
            })
        })
        .collect()
}

/// A field as it is shown; several values below each other.
fn text_of(looking: &Looking<'_>, person: &Person, field: &str) -> String {
    let wording = |wording: &Wording| {
        let mut all = vec![&wording.en, &wording.zh_hant, &wording.zh_hans];
        all.retain(|text| !text.is_empty());
        all.dedup();
        all.into_iter().cloned().collect::<Vec<_>>().join("\n")
    };
    let words = |values: Vec<String>| values.join("\n");
    match field {
        "nature" => super::facets::word(&person.nature),
        "family" => person.family.clone(),
        "given" => person.given.clone(),
        "chinese" => person.chinese.clone(),
        "preferred" => person.preferred.clone(),
        "honorific" => person.honorific.clone(),
        "post" => wording(&person.post),
        "organisation" => wording(&person.organisation),
        "market" => looking.market_name(person),
        "sectors" => words(person.sectors.iter().map(super::facets::word).collect()),
        "schemes" => words(person.schemes.iter().map(super::facets::word).collect()),
        "passports" => words(person.passports.clone()),
        "university_region" => person.university_region.clone(),
        "languages" => words(person.languages.clone()),
        "emails" => words(person.emails.iter().map(|email| email.address.clone()).collect()),
        "telephones" => words(
            person
                .telephones
                .iter()
                .map(|number| {
                    if number.e164.is_empty() {
                        number.raw.clone()
                    } else {
                        number.e164.clone()
                    }
                })
                .collect(),
        ),
        "tags" => words(person.tags.clone()),
        "notes" => person.notes.clone(),
        "source" => person.source.clone(),
        "retain_until" => person.retain_until.map(|day| day.to_string()).unwrap_or_default(),
        "created" => looking.shown.in_hong_kong(person.created).date().to_string(),
        _ => String::new(),
    }
}
