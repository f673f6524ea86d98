//! One invitation as a row, and which rows are wanted.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use outreach_matching::fold;
use outreach_plan::people::{Invitation, InvitationStatus, Person};
use outreach_plan::{InvitationId, Language};

use super::room::{At, Room, is_outdated, letter_language};
use super::steps::Steps;
use crate::views::{InviteeFilter, InviteeRow, InviteeSort};

/// What all rows of one event share.
pub(super) struct Table<'a> {
    pub(super) at: At<'a>,
    pub(super) today: NaiveDate,
    pub(super) reply_by: Option<NaiveDate>,
    pub(super) all: Vec<&'a Invitation>,
    /// Places on the wait-list, from 1.
    pub(super) places: HashMap<InvitationId, u32>,
    /// Who came in whose stead.
    instead: HashMap<InvitationId, InvitationId>,
    /// How many guests are written to at an address.
    addresses: HashMap<String, u32>,
}

impl<'a> Table<'a> {
    pub(super) fn of(room: &Room<'a>, at: At<'a>, places: HashMap<InvitationId, u32>) -> Self {
        let all = room.plan.invitations_at(at.event.id);
        let mut addresses: HashMap<String, u32> = HashMap::new();
        let mut instead = HashMap::new();
        for invitation in &all {
            if let Some(former) = invitation.substitute_for {
                instead.insert(former, invitation.id);
            }
            if let Some(address) = room.person(invitation.person).and_then(address_of) {
                *addresses.entry(address).or_default() += 1;
            }
        }
        Self {
            today: room.today(&at),
            reply_by: room
                .plan
                .arrangement_of(at.event.id)
                .and_then(|arrangement| arrangement.reply_by),
            at,
            all,
            places,
            instead,
            addresses,
        }
    }

    /// Whether the day for the answer has passed without one.
    pub(super) fn is_late(&self, invitation: &Invitation) -> bool {
        invitation.status == InvitationStatus::Invited && self.reply_by.is_some_and(|day| day < self.today)
    }

    /// Whether an invitation fits the filter; `text` is the filter's, folded.
    pub(super) fn fits(
        &self,
        room: &Room<'_>,
        invitation: &Invitation,
        filter: &InviteeFilter,
        text: &str,
    ) -> bool {
        let among =
            |wanted: &[String], value: &str| wanted.is_empty() || wanted.iter().any(|one| one == value);
        (filter.status.is_empty() || filter.status.contains(&invitation.status))
            && (filter.role.is_empty() || filter.role.contains(&invitation.role))
            && among(&filter.segment, &invitation.segment)
            && filter.vip.is_none_or(|vip| vip == invitation.vip)
            && filter
                .table
                .as_ref()
                .is_none_or(|table| *table == invitation.table)
            && (!filter.needs || has_dietary(invitation) || has_access(invitation))
            && (!filter.late || self.is_late(invitation))
            && (!filter.outdated || is_outdated(invitation, self.at.event))
            && (text.is_empty() || holds(room, invitation, text))
    }

    /// Puts invitations in order.
    pub(super) fn sort(
        &self,
        room: &Room<'_>,
        list: &mut [&'a Invitation],
        by: InviteeSort,
        descending: bool,
    ) {
        let name = |invitation: &Invitation| {
            room.person(invitation.person)
                .map(|person| person.sort_name(room.language).to_lowercase())
                .unwrap_or_default()
        };
        match by {
            InviteeSort::Name => list.sort_by_cached_key(|one| (name(one), one.id)),
            InviteeSort::Organisation => list.sort_by_cached_key(|one| {
                let of = room
                    .person(one.person)
                    .map(|person| room.say(&person.organisation));
                (of.unwrap_or_default().to_lowercase(), name(one), one.id)
            }),
            InviteeSort::Status => list.sort_by_cached_key(|one| (one.status, name(one), one.id)),
            InviteeSort::Role => list.sort_by_cached_key(|one| (one.role, name(one), one.id)),
            InviteeSort::Segment => {
                list.sort_by_cached_key(|one| (one.segment.clone(), name(one), one.id));
            }
            InviteeSort::Table => list.sort_by_cached_key(|one| {
                (
                    one.table.is_empty(),
                    one.table.clone(),
                    one.seat.clone(),
                    name(one),
                    one.id,
                )
            }),
            InviteeSort::LastStep => list.sort_by_cached_key(|one| {
                let last = one.steps.last();
                (last.map(|step| step.on), last.map(|step| step.at), one.id)
            }),
            InviteeSort::Waiting => list.sort_by_cached_key(|one| {
                let place = self.places.get(&one.id).copied();
                (place.is_none(), place, name(one), one.id)
            }),
        }
        if descending {
            list.reverse();
        }
    }

    /// One invitation as a row.
    pub(super) fn row(&self, room: &Room<'_>, steps: &mut Steps<'_>, invitation: &Invitation) -> InviteeRow {
        let person = room.person(invitation.person);
        let market = person.and_then(|person| person.market);
        let email = person.and_then(|person| person.emails.first());
        let name_of = |id: Option<InvitationId>| {
            id.and_then(|id| room.plan.invitations().get(&id))
                .map(|other| room.name(other.person))
                .unwrap_or_default()
        };
        InviteeRow {
            name: room.name(invitation.person),
            name_beside: person.map(|person| room.name_beside(person)).unwrap_or_default(),
            organisation: person
                .map(|person| room.say(&person.organisation))
                .unwrap_or_default(),
            post: person.map(|person| room.say(&person.post)).unwrap_or_default(),
            market,
            market_name: market
                .and_then(|id| room.plan.markets().get(&id))
                .map(|market| room.say(&market.name))
                .unwrap_or_default(),
            email: email.map(|email| email.address.clone()).unwrap_or_default(),
            telephone: person.and_then(telephone).unwrap_or_default(),
            letter_language: person.map_or(Language::English, letter_language),
            party: invitation.party(),
            instead_of: name_of(invitation.substitute_for),
            substitute: name_of(self.instead.get(&invitation.id).copied()),
            last_step: invitation.steps.last().map(|step| room.step(&self.at, step)),
            late: self.is_late(invitation),
            outdated: is_outdated(invitation, self.at.event),
            waiting_place: self.places.get(&invitation.id).copied(),
            has_dietary: has_dietary(invitation),
            has_access: has_access(invitation),
            next: steps.next(invitation, self.today, room.now),
            warnings: self.warnings(room, invitation, person),
            invitation: invitation.clone(),
        }
    }

    fn warnings(&self, room: &Room<'_>, invitation: &Invitation, person: Option<&Person>) -> Vec<String> {
        let Some(person) = person else {
            return vec!["erased".to_owned()];
        };
        let mut found = Vec::new();
        match person.emails.first() {
            None => found.push("no_address"),
            Some(email) => {
                if email.bounced {
                    found.push("bounced_address");
                }
                let shared = address_of(person).and_then(|address| self.addresses.get(&address));
                if shared.is_some_and(|guests| *guests > 1) {
                    found.push("shared_address");
                }
            }
        }
        if person.notices.is_empty() {
            found.push("no_notice");
        }
        if room
            .plan
            .companion_at(invitation.person, invitation.event)
            .is_some()
        {
            found.push("companion_is_guest");
        }
        found.into_iter().map(str::to_owned).collect()
    }

    /// Other guests who are written to at the same address.
    pub(super) fn sharing(&self, room: &Room<'_>, invitation: &Invitation) -> Vec<InvitationId> {
        let Some(address) = room.person(invitation.person).and_then(address_of) else {
            return Vec::new();
        };
        self.all
            .iter()
            .filter(|other| other.id != invitation.id)
            .filter(|other| room.person(other.person).and_then(address_of).as_ref() == Some(&address))
            .map(|other| other.id)
            .collect()
    }
}

/// The address to write to, as addresses are compared.
fn address_of(person: &Person) -> Option<String> {
    let address = person.emails.first()?.address.trim().to_lowercase();
    (!address.is_empty()).then_some(address)
}

fn telephone(person: &Person) -> Option<String> {
    let first = person.telephones.first()?;
    Some(if first.e164.is_empty() {
        first.raw.clone()
    } else {
        first.e164.clone()
    })
}

fn has_dietary(invitation: &Invitation) -> bool {
    !invitation.dietary.is_empty() || invitation.companions.iter().any(|one| !one.dietary.is_empty())
}

fn has_access(invitation: &Invitation) -> bool {
    !invitation.access.is_empty() || invitation.companions.iter().any(|one| !one.access.is_empty())
}

/// Whether every word of a folded text stands somewhere about the guest.
pub(crate) fn holds(room: &Room<'_>, invitation: &Invitation, text: &str) -> bool {
    let Some(person) = room.person(invitation.person) else {
        return false;
    };
    let about = about(person, invitation);
    text.split(' ').all(|word| about.contains(word))
}

/// All that a guest is found by, folded.
pub(crate) fn about(person: &Person, invitation: &Invitation) -> String {
    let mut all = String::with_capacity(256);
    let mut add = |text: &str| {
        if !text.is_empty() {
            all.push_str(text);
            all.push(' ');
        }
    };
    for text in [&person.family, &person.given, &person.chinese, &person.preferred] {
        add(text);
    }
    for body in [
        &person.organisation.en,
        &person.organisation.zh_hant,
        &person.organisation.zh_hans,
    ] {
        add(body);
    }
    for email in &person.emails {
        add(&email.address);
    }
    for telephone in &person.telephones {
        add(&telephone.e164);
        add(&telephone.raw);
    }
    for companion in &invitation.companions {
        add(&companion.name);
    }
    add(&invitation.table);
    fold::all(&all)
}

/// How many stand at each status.
pub(super) fn funnel(all: &[&Invitation]) -> Vec<crate::views::FunnelPart> {
    let mut counts: BTreeMap<InvitationStatus, (u32, u32)> = BTreeMap::new();
    for invitation in all {
        let (invitations, people) = counts.entry(invitation.status).or_default();
        *invitations += 1;
        *people += invitation.party();
    }
    InvitationStatus::ALL
        .into_iter()
        .map(|status| {
            let (invitations, people) = counts.get(&status).copied().unwrap_or_default();
            crate::views::FunnelPart {
                status,
                invitations,
                people,
            }
        })
        .collect()
}
