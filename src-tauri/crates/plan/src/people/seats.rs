//! How many seats there are, who has them, and whether another party fits.
//!
//! A seat is taken by who accepted or came, with the whole party. Seats held for VIPs are kept out of the others'
//! reach until VIPs have taken them; a quota is the most a segment may take. A [`Tally`] is made in one walk over the
//! invitations of an event and then kept along, so that a step for ten thousand guests is two walks and not ten
//! thousand.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::people::{Invitation, InvitationStatus, WhyNot};
use crate::{EventId, InvitationId, PersonId, Plan};

/// What is taken, free and waited for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SeatCount {
    /// Seats in all; none means no limit.
    pub capacity: Option<u32>,
    /// Seats taken by parties that come, companions included.
    pub taken: u32,
    /// Seats held for VIPs that no VIP has taken yet.
    pub vip_held_free: u32,
    /// Seats that anybody may take; none means no limit.
    pub free: Option<u32>,
    /// Seats taken beyond the capacity: it was lowered after they were promised.
    pub over: u32,
    /// Parties that wait.
    pub waiting_parties: u32,
    /// Seats they ask for.
    pub waiting: u32,
    /// By segment: those with a quota in its order, then the others by name.
    pub by_segment: Vec<SegmentCount>,
}

/// The same for one segment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SegmentCount {
    /// Its name; empty for those without.
    pub segment: String,
    /// Seats at most; none means no quota.
    pub quota: Option<u32>,
    /// Seats taken.
    pub taken: u32,
    /// Seats that its part of the wait-list asks for.
    pub waiting: u32,
}

/// The seats of one event while they are given out.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    capacity: Option<u32>,
    vip_held: u32,
    /// By segment in small letters: its place in `segments`.
    places: HashMap<String, usize>,
    segments: Vec<SegmentCount>,
    taken: u32,
    vip_taken: u32,
    /// Who waits: how many parties of each size, by segment and whether VIP seats are open to them.
    waiting: BTreeMap<(usize, bool), BTreeMap<u32, u32>>,
    /// Guests who may still come, or came.
    guests: HashSet<PersonId>,
    /// Known companions of such guests, and with whom they come.
    along: HashMap<PersonId, InvitationId>,
}

/// How the seats of an event stand.
pub fn count(plan: &Plan, event: EventId) -> SeatCount {
    Tally::of(plan, event).count()
}

/// Whether a party that has no seats yet would get them.
///
/// # Errors
/// Why not: `full`, `over_quota`.
pub fn room_for(plan: &Plan, event: EventId, invitation: &Invitation) -> Result<(), WhyNot> {
    Tally::of(plan, event).room_for(invitation)
}

impl Invitation {
    /// Whether the party has its seats: it accepted, or came.
    pub fn holds_seats(&self) -> bool {
        match self.status {
            InvitationStatus::Accepted | InvitationStatus::Attended => true,
            InvitationStatus::FollowedUp => {
                let before = self.steps.iter().rev().map(|step| step.status);
                before
                    .into_iter()
                    .find(|status| *status != InvitationStatus::FollowedUp)
                    .is_some_and(|status| status == InvitationStatus::Attended)
            }
            InvitationStatus::NoShow => false,
            InvitationStatus::LongListed
            | InvitationStatus::ShortListed
            | InvitationStatus::Invited
            | InvitationStatus::Tentative
            | InvitationStatus::Declined
            | InvitationStatus::WaitListed
            | InvitationStatus::Substituted
            | InvitationStatus::Withdrawn
            | InvitationStatus::Bounced => self.arrived.is_some_and(|came| came > 0),
        }
    }
}

impl Tally {
    /// How the seats of an event stand.
    pub fn of(plan: &Plan, event: EventId) -> Self {
        let arrangement = plan.arrangement_of(event);
        let mut tally = Self {
            capacity: plan.events().get(&event).and_then(|event| event.capacity),
            vip_held: arrangement.map_or(0, |arrangement| arrangement.vip_held),
            ..Self::default()
        };
        for quota in arrangement.into_iter().flat_map(|one| &one.quotas) {
            let place = tally.place(&quota.segment);
            tally.segments[place].quota = Some(quota.seats);
        }
        for invitation in plan.invitations_at(event) {
            tally.follow(None, Some(invitation));
        }
        tally
    }

    /// Counts an invitation as it is now instead of as it was.
    pub fn follow(&mut self, before: Option<&Invitation>, after: Option<&Invitation>) {
        if let Some(before) = before {
            self.change(before, u32::saturating_sub, -1);
            if before.status.may_come() {
                self.guests.remove(&before.person);
                for person in before.companions.iter().filter_map(|one| one.person) {
                    self.along.remove(&person);
                }
            }
        }
        if let Some(after) = after {
            self.change(after, u32::saturating_add, 1);
            if after.status.may_come() {
                self.guests.insert(after.person);
                for person in after.companions.iter().filter_map(|one| one.person) {
                    self.along.insert(person, after.id);
                }
            }
        }
    }

    fn change(&mut self, invitation: &Invitation, sum: impl Fn(u32, u32) -> u32, parties: i8) {
        let party = invitation.party();
        let place = self.place(&invitation.segment);
        if invitation.holds_seats() {
            self.taken = sum(self.taken, party);
            self.segments[place].taken = sum(self.segments[place].taken, party);
            if invitation.vip {
                self.vip_taken = sum(self.vip_taken, party);
            }
        } else if invitation.status == InvitationStatus::WaitListed {
            self.segments[place].waiting = sum(self.segments[place].waiting, party);
            let sizes = self.waiting.entry((place, invitation.vip)).or_default();
            let of_size = sizes.entry(party).or_default();
            *of_size = of_size.saturating_add_signed(parties.into());
            if *of_size == 0 {
                sizes.remove(&party);
            }
        }
    }

    /// The place of a segment among those counted; it gets one if it has none.
    fn place(&mut self, segment: &str) -> usize {
        let key = segment.to_lowercase();
        if let Some(place) = self.places.get(&key) {
            return *place;
        }
        let place = self.segments.len();
        self.segments.push(SegmentCount {
            segment: segment.to_owned(),
            ..SegmentCount::default()
        });
        self.places.insert(key, place);
        place
    }

    /// Seats held for VIPs that no VIP has taken.
    fn vip_held_free(&self) -> u32 {
        let free = self
            .capacity
            .map_or(u32::MAX, |seats| seats.saturating_sub(self.taken));
        self.vip_held.saturating_sub(self.vip_taken).min(free)
    }

    /// Seats that a guest may take; none means no limit.
    fn free_for(&self, vip: bool) -> Option<u32> {
        let held = if vip { 0 } else { self.vip_held_free() };
        let free = self.capacity?.saturating_sub(self.taken);
        Some(free.saturating_sub(held))
    }

    /// Whether a party that has no seats yet would get them.
    ///
    /// # Errors
    /// Why not: `full` or `over_quota`.
    pub fn room_for(&self, invitation: &Invitation) -> Result<(), WhyNot> {
        let party = invitation.party();
        if let Some(free) = self.free_for(invitation.vip).filter(|free| *free < party) {
            return Err(WhyNot::new("full").with("party", party).with("free", free));
        }
        let place = self.places.get(&invitation.segment.to_lowercase());
        let segment = place.map(|place| &self.segments[*place]);
        if let Some(segment) = segment
            && let Some(quota) = segment.quota
        {
            let free = quota.saturating_sub(segment.taken);
            if free < party {
                return Err(WhyNot::new("over_quota")
                    .with("segment", &segment.segment)
                    .with("quota", quota)
                    .with("party", party)
                    .with("free", free));
            }
        }
        Ok(())
    }

    /// Whether a party would take its seats from under one that has been waiting and would fit. Where there is room for
    /// all, nobody is passed; a VIP who takes a seat held for VIPs takes it from nobody else.
    ///
    /// # Errors
    /// `others_wait`.
    pub(crate) fn passes_nobody(&self, invitation: &Invitation) -> Result<(), WhyNot> {
        let party = invitation.party();
        let from_held = invitation.vip && self.vip_held_free() >= party;
        let asked = || {
            self.waiting
                .values()
                .flatten()
                .map(|(size, parties)| size.saturating_mul(*parties))
        };
        let enough = asked().fold(party, u32::saturating_add);
        if self.free_for(invitation.vip).is_none_or(|free| free >= enough) {
            return Ok(());
        }
        let mut passed = 0_u32;
        for ((place, vip), sizes) in &self.waiting {
            if from_held && !vip {
                continue;
            }
            let segment = &self.segments[*place];
            let by_quota = segment.quota.map(|quota| quota.saturating_sub(segment.taken));
            let most = [self.free_for(*vip), by_quota].into_iter().flatten().min();
            let fits = sizes.range(..=most.unwrap_or(u32::MAX));
            passed = passed.saturating_add(fits.map(|(_, parties)| *parties).sum());
        }
        if passed == 0 {
            Ok(())
        } else {
            Err(WhyNot::new("others_wait").with("count", passed))
        }
    }

    /// Whether nobody of a party comes to the event by another way.
    ///
    /// # Errors
    /// `comes_with_another`, `companion_is_guest` or `companion_twice`.
    pub(crate) fn each_once(&self, invitation: &Invitation) -> Result<(), WhyNot> {
        let elsewhere = |person: &PersonId| self.along.get(person).is_some_and(|with| *with != invitation.id);
        if elsewhere(&invitation.person) {
            return Err(WhyNot::new("comes_with_another"));
        }
        for person in invitation.companions.iter().filter_map(|one| one.person) {
            if self.guests.contains(&person) {
                return Err(WhyNot::new("companion_is_guest"));
            }
            if elsewhere(&person) {
                return Err(WhyNot::new("companion_twice"));
            }
        }
        once_within(invitation)
    }

    /// Whether somebody is a guest who may still come.
    pub(crate) fn has_guest(&self, person: PersonId) -> bool {
        self.guests.contains(&person)
    }

    /// How the seats stand.
    pub fn count(&self) -> SeatCount {
        let sizes = || self.waiting.values().flatten();
        let (with_quota, mut others): (Vec<_>, Vec<_>) = self
            .segments
            .iter()
            .filter(|one| one.quota.is_some() || one.taken > 0 || one.waiting > 0)
            .cloned()
            .partition(|one| one.quota.is_some());
        others.sort_by(|a, b| a.segment.cmp(&b.segment));
        SeatCount {
            capacity: self.capacity,
            taken: self.taken,
            vip_held_free: self.vip_held_free(),
            free: self.free_for(false),
            over: self.capacity.map_or(0, |seats| self.taken.saturating_sub(seats)),
            waiting_parties: sizes().map(|(_, parties)| *parties).sum(),
            waiting: sizes()
                .map(|(party, parties)| party.saturating_mul(*parties))
                .sum(),
            by_segment: with_quota.into_iter().chain(others).collect(),
        }
    }
}

/// Whether nobody is in a party twice.
///
/// # Errors
/// `companion_is_guest` or `companion_twice`.
pub(crate) fn once_within(invitation: &Invitation) -> Result<(), WhyNot> {
    let mut seen = HashSet::new();
    for person in invitation.companions.iter().filter_map(|one| one.person) {
        if person == invitation.person {
            return Err(WhyNot::new("companion_is_guest"));
        }
        if !seen.insert(person) {
            return Err(WhyNot::new("companion_twice"));
        }
    }
    Ok(())
}

/// More seats are promised than there would be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lowered {
    /// Seats there would be.
    pub capacity: u32,
    /// Seats promised.
    pub taken: u32,
    /// Seats over.
    pub over: u32,
    /// Whom it would be fairest to ask to wait: who accepted last, VIPs only when nobody else is left; as many parties
    /// as free the seats. Nobody is dropped by this.
    pub ask: Vec<InvitationId>,
}

/// What to say when an event has, or would have, `capacity` seats; none if all who come have one.
pub fn lowered(plan: &Plan, event: EventId, capacity: u32) -> Option<Lowered> {
    let mut coming: Vec<&Invitation> = plan.invitations_at(event);
    coming.retain(|invitation| invitation.holds_seats());
    let taken = coming.iter().map(|invitation| invitation.party()).sum::<u32>();
    let over = taken.checked_sub(capacity).filter(|over| *over > 0)?;
    let since = |invitation: &Invitation| invitation.steps.last().map(|step| step.at);
    coming.retain(|invitation| invitation.status == InvitationStatus::Accepted);
    coming.sort_by_key(|invitation| {
        (
            invitation.vip,
            std::cmp::Reverse((since(invitation), invitation.id)),
        )
    });
    let mut freed = 0;
    let ask = coming
        .into_iter()
        .take_while(|invitation| {
            let wanted = freed < over;
            freed += invitation.party();
            wanted
        })
        .map(|invitation| invitation.id)
        .collect();
    Some(Lowered {
        capacity,
        taken,
        over,
        ask,
    })
}
