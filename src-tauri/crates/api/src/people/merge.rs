//! One record of two.
//!
//! What hangs on the record that is given up hangs on the other afterwards. The one that is given up stays in the file
//! as it was, pointing at the other, so that its key in an old file or a reply still leads somewhere. All of it is one
//! change, and one undo takes it back.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use outreach_plan::people::{Disclosure, Distinct, Invitation, InvitationStatus, Person, Visit};
use outreach_plan::{InvitationId, PersonId, Plan};

use super::alike::{in_order, two};
use super::merged::{is_field, joined, merged};
use crate::change::{Draft, Label};
use crate::views::{MergePeople, RecordKey, RecordKind, Written};
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
pub(super) fn further<'a>(one: &'a Invitation, other: &'a Invitation) -> &'a Invitation {
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
