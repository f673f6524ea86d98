//! Invitations to a few events of the sample, at every status.

use std::collections::HashMap;

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};

use super::files::{EventGuests, Invited};
use crate::people::{Arrangement, Invitation, InvitationStatus, InviteeRole, Quota, Source, Step, Table};
use crate::sample::anchor::moved_by;
use crate::sample::made::{Maker, id_of, read};
use crate::{AnyRecord, ArrangementId, Event, InvitationId, PersonId};

use InvitationStatus::{
    Accepted, Attended, Bounced, Declined, FollowedUp, Invited as Asked, LongListed, NoShow, ShortListed,
    Substituted, Tentative, WaitListed, Withdrawn,
};

/// Signs of a badge's code.
const SIGNS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/// Steps with their days before the event; negative ones come after it.
type Way = &'static [(InvitationStatus, i64, Source)];

/// How somebody came to where they stand.
fn way(name: &str) -> Way {
    use Source::{Calendar, Desk, Email, Planner, Telephone};
    match name {
        "followed_up" => &[
            (LongListed, 75, Planner),
            (Asked, 50, Planner),
            (Accepted, 35, Email),
            (Attended, 0, Desk),
            (FollowedUp, -7, Planner),
        ],
        "attended" => &[
            (LongListed, 75, Planner),
            (Asked, 50, Planner),
            (Accepted, 30, Calendar),
            (Attended, 0, Desk),
        ],
        "no_show" => &[
            (LongListed, 75, Planner),
            (Asked, 50, Planner),
            (Accepted, 28, Email),
            (NoShow, 0, Desk),
        ],
        "accepted" => &[
            (LongListed, 75, Planner),
            (Asked, 58, Planner),
            (Accepted, 52, Email),
        ],
        "accepted_by_calendar" => &[
            (ShortListed, 70, Planner),
            (Asked, 58, Planner),
            (Accepted, 51, Calendar),
        ],
        "accepted_by_telephone" => &[
            (ShortListed, 70, Planner),
            (Asked, 58, Planner),
            (Accepted, 54, Telephone),
        ],
        "accepted_early" | "students_early" => &[
            (LongListed, 95, Planner),
            (Asked, 85, Planner),
            (Accepted, 76, Email),
        ],
        "waiting" => &[
            (LongListed, 95, Planner),
            (Asked, 85, Planner),
            (WaitListed, 70, Email),
        ],
        "tentative" => &[
            (LongListed, 75, Planner),
            (Asked, 58, Planner),
            (Tentative, 53, Calendar),
        ],
        "declined" => &[
            (LongListed, 75, Planner),
            (Asked, 58, Planner),
            (Declined, 51, Email),
        ],
        "substituted" => &[
            (LongListed, 75, Planner),
            (Asked, 50, Planner),
            (Accepted, 30, Email),
            (Substituted, 10, Telephone),
        ],
        "substitute" => &[(Accepted, 10, Telephone), (Attended, 0, Desk)],
        "bounced" => &[
            (LongListed, 75, Planner),
            (Asked, 58, Planner),
            (Bounced, 57, Email),
        ],
        "withdrawn" => &[
            (LongListed, 75, Planner),
            (Asked, 58, Planner),
            (Withdrawn, 52, Planner),
        ],
        "invited" => &[(LongListed, 75, Planner), (Asked, 51, Planner)],
        "short_listed" => &[(LongListed, 75, Planner), (ShortListed, 52, Planner)],
        _ => &[(LongListed, 60, Planner)],
    }
}

impl Maker<'_> {
    pub(super) fn invitations(&mut self, people: &HashMap<String, PersonId>) {
        let invited: Invited = read(include_str!("../../../../../../data/sample/invitations.json"));
        for entry in &invited.events {
            let of_title = |record: &AnyRecord| {
                let AnyRecord::Event(event) = record else {
                    return None;
                };
                (event.title.en == entry.title).then(|| event.clone())
            };
            let event = self.records.iter().find_map(of_title);
            let event = event.expect("a test proves that every event named is there");
            let arrangement = arrangement(ArrangementId(self.id()), &event, entry);
            self.records.push(arrangement.into());
            for (path, guests) in &entry.guests {
                for guest in guests {
                    self.guest(&event, entry, path, guest, people);
                }
            }
        }
    }

    fn guest(
        &mut self,
        event: &Event,
        entry: &EventGuests,
        path: &str,
        written: &str,
        people: &HashMap<String, PersonId>,
    ) {
        let (written, substitute) = match written.split_once('>') {
            Some((one, other)) => (one, Some(other)),
            None => (written, None),
        };
        let (named, companions) = written.split_once('+').unwrap_or((written, "0"));
        let key = named.trim_end_matches(['!', '#', '*']);
        let id = InvitationId(self.id());
        let mut invitation = self.on_its_way(id, event, id_of(people, key), way(path));
        invitation.role = match named.strip_prefix(key) {
            Some("!") => InviteeRole::Vip,
            Some("#") => InviteeRole::Speaker,
            Some("*") => InviteeRole::Media,
            _ => InviteeRole::Guest,
        };
        invitation.vip = invitation.role == InviteeRole::Vip;
        invitation.unnamed = companions.parse().unwrap_or_default();
        invitation.segment = match path {
            "students_early" => "Students".to_owned(),
            _ if invitation.role == InviteeRole::Media => "Press".to_owned(),
            _ => String::new(),
        };
        if invitation.arrived.is_some() {
            invitation.arrived = u16::try_from(invitation.party()).ok();
        }
        if invitation.holds_seats() {
            let at = |(_, keys): &(&String, &Vec<String>)| keys.iter().any(|one| one == key);
            let table = entry.tables_of.iter().find(at);
            invitation.table = table.map(|(name, _)| name.clone()).unwrap_or_default();
        }
        if let Some((dietary, access)) = entry.needs.get(key) {
            invitation.dietary.clone_from(dietary);
            invitation.access.clone_from(access);
        }
        let gone = invitation.status == Substituted;
        if invitation.status == Bounced {
            self.bounce(invitation.person);
        }
        self.records.push(invitation.into());
        if let Some(other) = substitute.filter(|_| gone) {
            let fresh = InvitationId(self.id());
            let mut other = self.on_its_way(fresh, event, id_of(people, other), way("substitute"));
            other.substitute_for = Some(id);
            self.records.push(other.into());
        }
    }

    /// An invitation as far on its way as it has come.
    fn on_its_way(&self, id: InvitationId, event: &Event, person: PersonId, way: Way) -> Invitation {
        let zone = self.rules.zone(&event.zone).ok();
        let noon = |day: NaiveDate| day.and_hms_opt(12, 0, 0).unwrap_or_default();
        let at = |day: NaiveDate, hours: i64| {
            let wall = noon(day) + TimeDelta::hours(hours);
            zone.as_ref()
                .map_or(wall.and_utc(), |zone| zone.pick(wall, None).utc)
        };
        // Steps of the same day follow each other, and two guests never act in the same second.
        let jitter = TimeDelta::seconds(i64::try_from(id.0.as_u128() % 3_600).unwrap_or_default());
        let mut steps: Vec<Step> = Vec::new();
        for (status, days, source) in way {
            let on = moved_by(event.start.date(), -days);
            let begins = || {
                let zone = zone.as_ref();
                zone.map_or(event.start.and_utc(), |zone| zone.pick(event.start, None).utc)
            };
            let when: DateTime<Utc> = if *status == Attended {
                begins()
            } else if matches!(status, NoShow | FollowedUp) {
                at(on, 11)
            } else {
                at(on, -2) + jitter
            };
            if when > self.now && !steps.is_empty() {
                break;
            }
            // What was never begun is long-listed today.
            let (status, on, at) = if when > self.now {
                (
                    LongListed,
                    zone.as_ref()
                        .map_or(self.today, |zone| zone.at(self.now).0.date()),
                    self.now,
                )
            } else {
                (*status, on, when)
            };
            steps.push(Step {
                source: *source,
                ..Step::new(status, on, at, "Lee Siu-ming")
            });
        }
        let first = steps.remove(0);
        let mut invitation = Invitation::new(id, event.id, person, first);
        for step in steps {
            invitation.status = step.status;
            if step.status == Attended {
                (invitation.arrived, invitation.arrived_at) = (Some(1), Some(step.at));
            }
            invitation.waiting_since = (step.status == WaitListed).then_some(step.at);
            invitation.steps.push(step);
        }
        invitation.badge = badge(id);
        invitation
    }

    fn bounce(&mut self, person: PersonId) {
        for record in &mut self.records {
            if let AnyRecord::Person(one) = record
                && one.id == person
            {
                one.emails.iter_mut().for_each(|email| email.bounced = true);
            }
        }
    }
}

/// A code made from the key: it need not be secret in a sample, and must be the same each time.
pub(in crate::sample) fn badge(id: InvitationId) -> String {
    let mut bits =
        id.0.as_u128()
            .wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835);
    let mut sign = || {
        bits = bits.rotate_left(5).wrapping_mul(0x2545_F491_4F6C_DD1D);
        char::from(SIGNS[usize::try_from((bits >> 64) % 32).unwrap_or_default()])
    };
    (0..10).map(|_| sign()).collect()
}

fn arrangement(id: ArrangementId, event: &Event, entry: &EventGuests) -> Arrangement {
    Arrangement {
        vip_held: entry.vip_held,
        quotas: entry
            .quotas
            .iter()
            .map(|(segment, seats)| Quota {
                segment: segment.clone(),
                seats: *seats,
            })
            .collect(),
        tables: entry
            .tables
            .iter()
            .map(|(name, seats)| Table {
                name: name.clone(),
                seats: *seats,
            })
            .collect(),
        reply_by: event.start.date().checked_sub_days(Days::new(entry.reply_by)),
        remind_days: entry.remind_days.clone(),
        ..Arrangement::new(id, event.id)
    }
}
