//! Who points at a record: what would be left hanging if it went.

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
        }
        RecordRef::Market(id) => {
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
        RecordRef::Event(_) | RecordRef::DayOverride(_) | RecordRef::Recipient(_) => {}
    }
    found.sort_unstable();
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
        }
    }
}
