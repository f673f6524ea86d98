//! Who points at a record: what would be left hanging if it went.

use crate::people::{Distinct, Invitation, Person, Visit};
use crate::{Plan, RecordRef};

/// The records that point at `key`, in order of their keys. A record that has any is not to be removed before
/// they are.
pub fn pointing_at(plan: &Plan, key: RecordRef) -> Vec<RecordRef> {
    let mut found = Vec::new();
    match key {
        RecordRef::Programme(id) => {
            found.extend(of(
                plan.missions().values().filter(|mission| mission.programme == id),
                |m| m.id,
            ));
            found.extend(of(
                plan.events().values().filter(|event| event.programme == id),
                |e| e.id,
            ));
        }
        RecordRef::Mission(id) => {
            found.extend(of(plan.legs_of(id), |leg| leg.id));
            found.extend(of(plan.events_of(id), |event| event.id));
        }
        RecordRef::Leg(id) => {
            found.extend(of(
                plan.events().values().filter(|event| event.leg == Some(id)),
                |e| e.id,
            ));
        }
        RecordRef::Venue(id) => {
            found.extend(of(
                plan.events().values().filter(|event| event.venue == Some(id)),
                |e| e.id,
            ));
        }
        RecordRef::Partner(id) => {
            let has = |mission: &&crate::Mission| mission.partners.iter().any(|part| part.partner == id);
            found.extend(of(plan.missions().values().filter(has), |m| m.id));
            found.extend(of(
                plan.events().values().filter(|event| event.hosts.contains(&id)),
                |e| e.id,
            ));
        }
        RecordRef::Delegate(id) => {
            let has = |mission: &&crate::Mission| mission.team.contains(&id) || mission.lead == Some(id);
            found.extend(of(plan.missions().values().filter(has), |m| m.id));
            found.extend(of(
                plan.events()
                    .values()
                    .filter(|event| event.delegates.contains(&id)),
                |e| e.id,
            ));
            let escorts = |visit: &&Visit| visit.host == Some(id) || visit.escorts.contains(&id);
            found.extend(of(plan.visits().values().filter(escorts), |v| v.id));
        }
        RecordRef::Market(id) => {
            let of_it = |person: &&Person| person.market == Some(id);
            found.extend(of(plan.people().values().filter(of_it), |p| p.id));
            found.extend(of(
                plan.missions().values().filter(|m| m.markets.contains(&id)),
                |m| m.id,
            ));
            found.extend(of(
                plan.events().values().filter(|event| event.market == Some(id)),
                |e| e.id,
            ));
        }
        RecordRef::Office(id) => {
            found.extend(of(
                plan.missions().values().filter(|m| m.offices.contains(&id)),
                |m| m.id,
            ));
            found.extend(of(
                plan.markets().values().filter(|m| m.office == Some(id)),
                |m| m.id,
            ));
        }
        RecordRef::Calendar(id) => found.extend(of(plan.recipients_of(id), |r| r.id)),
        RecordRef::Event(id) => {
            found.extend(of(plan.invitations_at(id), |i| i.id));
            found.extend(of(plan.arrangement_of(id), |a| a.id));
        }
        RecordRef::Person(id) => {
            found.extend(of(plan.invitations_of(id), |i| i.id));
            found.extend(of(plan.comes_along(id), |i| i.id));
            found.extend(of(plan.visits_of(id), |v| v.id));
            let merged = |p: &&Person| p.merged_into == Some(id);
            found.extend(of(plan.people().values().filter(merged), |p| p.id));
            let pair = |d: &&Distinct| d.one == id || d.other == id;
            found.extend(of(plan.distincts().values().filter(pair), |d| d.id));
        }
        RecordRef::Invitation(id) => {
            let stead = |i: &&Invitation| i.substitute_for == Some(id);
            found.extend(of(plan.invitations().values().filter(stead), |i| i.id));
        }
        RecordRef::Notice(id) => {
            let given = |p: &&Person| p.notices.iter().any(|one| one.notice == id);
            found.extend(of(plan.people().values().filter(given), |p| p.id));
        }
        RecordRef::DayOverride(_)
        | RecordRef::Recipient(_)
        | RecordRef::Arrangement(_)
        | RecordRef::Visit(_)
        | RecordRef::Letter(_)
        | RecordRef::SavedList(_)
        | RecordRef::Distinct(_)
        | RecordRef::Disclosure(_) => {}
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn of<'a, R: 'a, K: Into<RecordRef>>(
    records: impl IntoIterator<Item = &'a R>,
    key: impl Fn(&R) -> K,
) -> Vec<RecordRef> {
    records.into_iter().map(|record| key(record).into()).collect()
}

impl Plan {
    /// Whether the record is there.
    pub fn contains(&self, key: impl Into<RecordRef>) -> bool {
        match key.into() {
            RecordRef::Programme(id) => self.programmes().contains_key(&id),
            RecordRef::Mission(id) => self.missions().contains_key(&id),
            RecordRef::Leg(id) => self.legs().contains_key(&id),
            RecordRef::Event(id) => self.events().contains_key(&id),
            RecordRef::Venue(id) => self.venues().contains_key(&id),
            RecordRef::Partner(id) => self.partners().contains_key(&id),
            RecordRef::Delegate(id) => self.delegates().contains_key(&id),
            RecordRef::Market(id) => self.markets().contains_key(&id),
            RecordRef::Office(id) => self.offices().contains_key(&id),
            RecordRef::DayOverride(id) => self.day_overrides().contains_key(&id),
            RecordRef::Calendar(id) => self.calendars().contains_key(&id),
            RecordRef::Recipient(id) => self.recipients().contains_key(&id),
            RecordRef::Person(id) => self.people().contains_key(&id),
            RecordRef::Invitation(id) => self.invitations().contains_key(&id),
            RecordRef::Arrangement(id) => self.arrangements().contains_key(&id),
            RecordRef::Visit(id) => self.visits().contains_key(&id),
            RecordRef::Notice(id) => self.notices().contains_key(&id),
            RecordRef::Letter(id) => self.letters().contains_key(&id),
            RecordRef::SavedList(id) => self.saved_lists().contains_key(&id),
            RecordRef::Distinct(id) => self.distincts().contains_key(&id),
            RecordRef::Disclosure(id) => self.disclosures().contains_key(&id),
        }
    }
}
