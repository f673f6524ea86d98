//! All that is held about a person: their records, the records merged into theirs, what others say of them, and
//! what only the history still knows.

use std::collections::{BTreeSet, HashSet};

use outreach_plan::people::{Companion, Distinct, Invitation, Person, Visit};
use outreach_plan::{InvitationId, PersonId, Plan, Reply, Wording};
use outreach_store::{HistoryQuery, Workspace};
use serde_json::Value;
use uuid::Uuid;

use crate::Refused;
use crate::people::told::is_listed;

/// Shorter texts are part of too many others to be looked for.
const SHORTEST_NUMBER: usize = 6;
/// A shorter name alone is a word of too many other things.
const SHORTEST_NAME: usize = 4;
/// So many family and given names of a past are put together.
const NAMES_MOST: usize = 6;

/// Everything about one person.
pub(super) struct Scope {
    /// The record that stays; none of somebody who is only in the history.
    pub(super) person: Option<Person>,
    /// Records that were merged into it.
    pub(super) merged: Vec<Person>,
    pub(super) invitations: Vec<Invitation>,
    /// Invitations of others with which they come along.
    pub(super) companion_of: Vec<Invitation>,
    pub(super) visits: Vec<Visit>,
    pub(super) distincts: Vec<Distinct>,
    pub(super) replies: Vec<Reply>,
    /// What no table holds any more.
    pub(super) forgotten: Vec<(&'static str, Uuid)>,
    /// Texts that tell who it is and are nobody else's: names as written in a row, addresses, numbers.
    pub(super) texts: Vec<String>,
    /// Other texts of the records, which must be gone afterwards.
    pub(super) said: Vec<String>,
    /// A family or a given name alone, where nobody else has it and it is no word of other things.
    pub(super) alone: Vec<String>,
}

/// Nothing is held any more.
pub(super) fn already_erased() -> Refused {
    Refused::new(
        "already_erased",
        "This person has been erased already. Nothing is held that could be told or taken out.",
    )
}

impl Scope {
    pub(super) fn of(plan: &Plan, store: &Workspace, asked: PersonId) -> Result<Self, Refused> {
        let root = survivor(plan, asked);
        let person = plan.people().get(&root).cloned();
        if person.as_ref().is_some_and(|person| person.erased.is_some()) {
            return Err(already_erased());
        }
        let merged = merged_into(plan, root);
        let mut ids: Vec<PersonId> = vec![root];
        ids.extend(merged.iter().map(|one| one.id));
        if person.is_none() && store.first_known(root.0)?.is_none() {
            return Err(Refused::not_found());
        }
        let mut scope = Self {
            invitations: of_all(&ids, |id| plan.invitations_of(id)),
            visits: of_all(&ids, |id| plan.visits_of(id)),
            companion_of: Vec::new(),
            distincts: plan
                .distincts()
                .values()
                .filter(|it| ids.contains(&it.one) || ids.contains(&it.other))
                .cloned()
                .collect(),
            replies: Vec::new(),
            forgotten: Vec::new(),
            texts: Vec::new(),
            said: Vec::new(),
            alone: Vec::new(),
            person,
            merged,
        };
        let own: BTreeSet<InvitationId> = scope.invitations.iter().map(|it| it.id).collect();
        scope.companion_of = of_all(&ids, |id| plan.comes_along(id));
        scope.companion_of.retain(|it| !own.contains(&it.id));
        scope.companion_of.dedup_by_key(|it| it.id);
        scope.look_into_history(plan, store, &ids)?;
        scope.collect_texts(plan, store, &ids)?;
        scope.collect_replies(plan, store)?;
        scope.leave_common_words(store)?;
        Ok(scope)
    }

    /// A name that others were ever called by as well, or that is part of a place's or a body's, tells of nobody.
    fn leave_common_words(&mut self, store: &Workspace) -> Result<(), Refused> {
        let own = self.records();
        let is_common = |text: &String| -> Result<bool, Refused> {
            let found = store.mentions(std::slice::from_ref(text))?;
            let others = found.iter().filter(|(_, record, _)| !own.contains(record));
            let mut fields =
                others.flat_map(|(table, _, fields)| fields.iter().map(move |field| (*table, field)));
            Ok(fields.any(|(table, field)| is_of_a_name(table, field)))
        };
        let mut left = Vec::new();
        for text in std::mem::take(&mut self.alone) {
            if !is_common(&text)? {
                left.push(text);
            }
        }
        self.alone = left;
        Ok(())
    }

    /// All that would tell in somebody else's record who it is.
    pub(super) fn telling(&self) -> Vec<String> {
        self.texts.iter().chain(&self.alone).cloned().collect()
    }

    fn look_into_history(&mut self, plan: &Plan, store: &Workspace, ids: &[PersonId]) -> Result<(), Refused> {
        let mut forgotten = BTreeSet::new();
        if self.person.is_none() {
            forgotten.extend(ids.iter().map(|id| ("person", id.0)));
        }
        let keys: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
        for (table, record, field) in store.ever(&keys)? {
            let is_theirs = matches!(
                (table, field.as_str()),
                ("person", "merged_into")
                    | ("invitation" | "visit", "person")
                    | ("distinct", "one" | "other")
            );
            let key = outreach_plan::RecordRef::of_kind(table, record);
            // What somebody else has by now is theirs.
            if is_theirs && key.is_none_or(|key| plan.get(key).is_none()) {
                forgotten.insert((table, record));
            }
        }
        self.forgotten = forgotten.into_iter().collect();
        Ok(())
    }

    fn collect_texts(&mut self, plan: &Plan, store: &Workspace, ids: &[PersonId]) -> Result<(), Refused> {
        let mut names = Names::default();
        for person in self.person.iter().chain(&self.merged) {
            names.take_person(person);
        }
        let past = self
            .forgotten
            .iter()
            .filter(|(table, _)| *table == "person")
            .map(|(_, id)| *id)
            .chain(ids.iter().map(|id| id.0));
        for record in past.collect::<BTreeSet<_>>() {
            let entries = store.history(&HistoryQuery {
                record: Some(record),
                table: Some("person".to_owned()),
                limit: u32::MAX,
                ..HistoryQuery::default()
            })?;
            for field in entries
                .iter()
                .flat_map(|entry| &entry.records)
                .flat_map(|change| &change.fields)
            {
                names.take(&field.field, &field.old);
                names.take(&field.field, &field.new);
            }
        }
        self.texts = names.texts();
        self.alone = names.alone();
        self.said = names.said.into_iter().collect();
        // What somebody else has as well is not only theirs.
        let wanted: HashSet<String> = self
            .texts
            .iter()
            .chain(&self.said)
            .chain(&self.alone)
            .map(|text| text.to_lowercase())
            .collect();
        let others = plan
            .people()
            .values()
            .filter(|other| is_listed(other) && !ids.contains(&other.id));
        let shared: HashSet<String> = others
            .flat_map(known_by)
            .filter(|text| wanted.contains(text))
            .collect();
        let is_own = |text: &String| !shared.contains(&text.to_lowercase());
        self.texts.retain(is_own);
        self.said.retain(is_own);
        self.alone.retain(is_own);
        Ok(())
    }

    /// Answers from an address that is nobody else's, or that bear the name.
    fn collect_replies(&mut self, _plan: &Plan, store: &Workspace) -> Result<(), Refused> {
        let mut replies = store.load_all::<Reply>()?;
        replies.retain(|reply| {
            self.texts.iter().any(|text| {
                reply.attendee.eq_ignore_ascii_case(text) || reply.attendee_name.eq_ignore_ascii_case(text)
            })
        });
        self.replies = replies;
        Ok(())
    }

    /// Every record it is about.
    pub(super) fn records(&self) -> BTreeSet<Uuid> {
        let mut all: BTreeSet<Uuid> = self.forgotten.iter().map(|(_, id)| *id).collect();
        all.extend(self.person.iter().chain(&self.merged).map(|it| it.id.0));
        all.extend(self.invitations.iter().map(|it| it.id.0));
        all.extend(self.visits.iter().map(|it| it.id.0));
        all.extend(self.distincts.iter().map(|it| it.id.0));
        all.extend(self.replies.iter().map(|it| it.id.0));
        all
    }

    /// The keys under which the person was known.
    pub(super) fn people(&self) -> Vec<PersonId> {
        let present = self.person.iter().chain(&self.merged).map(|it| it.id);
        let gone = self.forgotten.iter().filter(|(table, _)| *table == "person");
        present.chain(gone.map(|(_, id)| PersonId(*id))).collect()
    }
}

/// The record into which somebody was merged in the end.
fn survivor(plan: &Plan, person: PersonId) -> PersonId {
    let mut at = person;
    // Merges do not go in circles; a file that says so must not hang the program.
    for _ in 0..plan.people().len() {
        match plan.people().get(&at).and_then(|it| it.merged_into) {
            Some(next) if next != at => at = next,
            Some(_) | None => break,
        }
    }
    at
}

fn merged_into(plan: &Plan, root: PersonId) -> Vec<Person> {
    let mut found: Vec<Person> = Vec::new();
    let mut ids = vec![root];
    while let Some(id) = ids.pop() {
        for person in plan.people().values() {
            let is_new = person.id != root && !found.iter().any(|it| it.id == person.id);
            if person.merged_into == Some(id) && is_new {
                ids.push(person.id);
                found.push(person.clone());
            }
        }
    }
    found
}

fn of_all<'p, R: Clone + 'p>(ids: &[PersonId], of: impl Fn(PersonId) -> Vec<&'p R>) -> Vec<R> {
    ids.iter().flat_map(|id| of(*id)).cloned().collect()
}

/// By what a person is known, in small letters.
fn known_by(person: &Person) -> Vec<String> {
    let mut all = both_ways(&person.family, &person.given);
    all.extend(
        [
            &person.chinese,
            &person.notes,
            &person.family,
            &person.given,
            &person.preferred,
        ]
        .map(Clone::clone),
    );
    all.extend(person.emails.iter().map(|it| it.address.clone()));
    all.extend(
        person
            .telephones
            .iter()
            .flat_map(|it| [it.raw.clone(), it.e164.clone()]),
    );
    all.retain(|text| !text.is_empty());
    all.iter().map(|text| text.to_lowercase()).collect()
}

/// A Latin name in the ways in which it is written.
fn both_ways(family: &str, given: &str) -> Vec<String> {
    let (family, given) = (family.trim(), given.trim());
    if family.is_empty() || given.is_empty() {
        // A family name alone is also everybody else's of that name.
        return Vec::new();
    }
    vec![
        format!("{given} {family}"),
        format!("{family} {given}"),
        format!("{family}, {given}"),
    ]
}

/// By which names, addresses and numbers somebody was ever known.
#[derive(Default)]
struct Names {
    families: BTreeSet<String>,
    givens: BTreeSet<String>,
    others: BTreeSet<String>,
    said: BTreeSet<String>,
    body: bool,
}

impl Names {
    fn take_person(&mut self, person: &Person) {
        if let Ok(Value::Object(fields)) = serde_json::to_value(person) {
            for (field, value) in &fields {
                self.take(field, value);
            }
        }
    }

    fn take(&mut self, field: &str, value: &Value) {
        let own = |text: &str, into: &mut BTreeSet<String>| {
            if !text.trim().is_empty() {
                into.insert(text.trim().to_owned());
            }
        };
        match (field, value) {
            ("family", Value::String(text)) => own(text, &mut self.families),
            ("given", Value::String(text)) => own(text, &mut self.givens),
            ("chinese", Value::String(text)) if text.trim().chars().count() > 1 => {
                own(text, &mut self.others);
            }
            ("nature", Value::String(text)) => self.body |= text == "body",
            ("notes", Value::String(text)) if text.len() >= 12 => own(text, &mut self.said),
            ("emails", Value::Array(items)) => {
                for item in items {
                    if let Some(text) = item.get("address").and_then(Value::as_str) {
                        own(text, &mut self.others);
                    }
                }
            }
            ("telephones", Value::Array(items)) => {
                for item in items {
                    for key in ["raw", "e164"] {
                        let text = item.get(key).and_then(Value::as_str).unwrap_or_default();
                        if text.chars().filter(char::is_ascii_digit).count() >= SHORTEST_NUMBER {
                            own(text, &mut self.others);
                        }
                    }
                }
            }
            _ => {}
        }
    }

    fn texts(&self) -> Vec<String> {
        let mut texts = self.others.clone();
        for family in self.families.iter().take(NAMES_MOST) {
            for given in self.givens.iter().take(NAMES_MOST) {
                texts.extend(both_ways(family, given));
            }
        }
        if self.body {
            // A body's whole name stands in one field.
            texts.extend(self.families.iter().filter(|name| name.contains(' ')).cloned());
        }
        texts.into_iter().collect()
    }

    /// Family and given names as they stand alone.
    fn alone(&self) -> Vec<String> {
        let families = self.families.iter().take(NAMES_MOST);
        let names = families.chain(self.givens.iter().take(NAMES_MOST));
        let is_long = |name: &&String| name.chars().filter(|c| c.is_alphabetic()).count() >= SHORTEST_NAME;
        let names: BTreeSet<String> = names.filter(is_long).cloned().collect();
        names.into_iter().collect()
    }
}

/// Whether a field says how somebody, a place or a body is called, rather than what was written about people.
fn is_of_a_name(table: &str, field: &str) -> bool {
    let of_a_thing = matches!(
        table,
        "market" | "venue" | "partner" | "office" | "programme" | "leg"
    );
    let called = [
        "family",
        "given",
        "chinese",
        "preferred",
        "organisation",
        "post",
        "tags",
    ];
    of_a_thing || called.contains(&field)
}

/// A person who is nobody any more: that there was one, what sort, of which market and since when.
pub(super) fn emptied(person: &Person, now: chrono::DateTime<chrono::Utc>) -> Person {
    Person {
        nature: person.nature,
        market: person.market,
        merged_into: person.merged_into,
        erased: Some(now),
        ..Person::new(person.id, person.created)
    }
}

/// An invitation that counts and tells nothing.
pub(super) fn counted(invitation: &Invitation) -> Invitation {
    let mut counted = invitation.clone();
    for step in &mut counted.steps {
        step.note.clear();
    }
    let named = u16::try_from(counted.companions.len()).unwrap_or(u16::MAX);
    counted.unnamed = counted.unnamed.saturating_add(named);
    counted.companions = Vec::new();
    for text in [
        &mut counted.table,
        &mut counted.seat,
        &mut counted.dietary,
        &mut counted.access,
        &mut counted.notes,
        &mut counted.badge,
    ] {
        text.clear();
    }
    counted.arrived_at = None;
    counted.answered = None;
    counted
}

/// A visit that counts and tells nothing.
pub(super) fn counted_visit(visit: &Visit) -> Visit {
    let mut counted = visit.clone();
    for step in &mut counted.steps {
        step.note.clear();
    }
    for approval in &mut counted.approvals {
        approval.by.clear();
        approval.note.clear();
    }
    for cost in &mut counted.costs {
        cost.what.clear();
    }
    for text in [
        &mut counted.nominated_by,
        &mut counted.reason,
        &mut counted.home_zone,
        &mut counted.travel,
        &mut counted.notes,
    ] {
        text.clear();
    }
    (counted.arrive, counted.depart) = (None, None);
    counted.checklist = Vec::new();
    counted.meetings = Vec::new();
    counted.tasks = Vec::new();
    counted.escorts = Vec::new();
    counted.host = None;
    counted
}

/// Another's invitation with a companion who is only counted.
pub(super) fn without_companion(invitation: &Invitation, people: &[PersonId]) -> Invitation {
    let mut left = invitation.clone();
    let is_one = |companion: &Companion| companion.person.is_some_and(|id| people.contains(&id));
    let gone = left.companions.iter().filter(|it| is_one(it)).count();
    left.companions.retain(|it| !is_one(it));
    left.unnamed = left
        .unnamed
        .saturating_add(u16::try_from(gone).unwrap_or(u16::MAX));
    left
}

/// What a record is called, for a list of mentions.
pub(super) fn title(name: &Wording, language: outreach_plan::Language) -> String {
    name.in_language(language).to_owned()
}
