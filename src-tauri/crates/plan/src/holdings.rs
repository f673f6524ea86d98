//! Everything a workspace holds, in memory.

mod any_record;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDateTime;
use outreach_zones::{Fold, Moment, Rules, UnknownZone};

use crate::checks::Bookings;
use crate::people::{
    Arrangement, Disclosure, Distinct, Invitation, Ledger, Letter, Notice, Person, SavedList, Visit,
};
use crate::{
    ArrangementId, Calendar, CalendarId, DayOverride, DayOverrideId, Delegate, DelegateId, DisclosureId,
    DistinctId, Event, EventId, InvitationId, Leg, LegId, LetterId, Market, MarketId, Mission, MissionId,
    NoticeId, Office, OfficeId, Partner, PartnerId, PersonId, Programme, ProgrammeId, Recipient, RecipientId,
    SavedListId, Venue, VenueId, VisitId,
};

pub use any_record::{AnyRecord, RecordRef};

/// Start and end of something, as instants with the offset in force at each.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    /// When it begins.
    pub start: Moment,
    /// When it is over; not part of it.
    pub end: Moment,
}

/// Every record of a workspace, with the look-ups the rules need and the instants that the zone rules give.
///
/// [`Plan::put`] and [`Plan::remove`] are the only way in, so that look-ups and instants never lag behind.
#[derive(Clone, Debug)]
pub struct Plan {
    rules: Rules,
    programmes: BTreeMap<ProgrammeId, Programme>,
    missions: BTreeMap<MissionId, Mission>,
    legs: BTreeMap<LegId, Leg>,
    events: BTreeMap<EventId, Event>,
    venues: BTreeMap<VenueId, Venue>,
    partners: BTreeMap<PartnerId, Partner>,
    delegates: BTreeMap<DelegateId, Delegate>,
    markets: BTreeMap<MarketId, Market>,
    offices: BTreeMap<OfficeId, Office>,
    day_overrides: BTreeMap<DayOverrideId, DayOverride>,
    calendars: BTreeMap<CalendarId, Calendar>,
    recipients: BTreeMap<RecipientId, Recipient>,
    people: BTreeMap<PersonId, Person>,
    invitations: BTreeMap<InvitationId, Invitation>,
    arrangements: BTreeMap<ArrangementId, Arrangement>,
    visits: BTreeMap<VisitId, Visit>,
    notices: BTreeMap<NoticeId, Notice>,
    letters: BTreeMap<LetterId, Letter>,
    saved_lists: BTreeMap<SavedListId, SavedList>,
    distincts: BTreeMap<DistinctId, Distinct>,
    disclosures: BTreeMap<DisclosureId, Disclosure>,
    pub(crate) ledger: Ledger,
    legs_of: HashMap<MissionId, BTreeSet<LegId>>,
    events_of: HashMap<MissionId, BTreeSet<EventId>>,
    event_spans: HashMap<EventId, Span>,
    leg_spans: HashMap<LegId, Span>,
    bookings: Bookings,
}

impl Plan {
    /// An empty plan whose wall times are read by `rules`.
    pub fn new(rules: Rules) -> Self {
        Self {
            rules,
            programmes: BTreeMap::new(),
            missions: BTreeMap::new(),
            legs: BTreeMap::new(),
            events: BTreeMap::new(),
            venues: BTreeMap::new(),
            partners: BTreeMap::new(),
            delegates: BTreeMap::new(),
            markets: BTreeMap::new(),
            offices: BTreeMap::new(),
            day_overrides: BTreeMap::new(),
            calendars: BTreeMap::new(),
            recipients: BTreeMap::new(),
            people: BTreeMap::new(),
            invitations: BTreeMap::new(),
            arrangements: BTreeMap::new(),
            visits: BTreeMap::new(),
            notices: BTreeMap::new(),
            letters: BTreeMap::new(),
            saved_lists: BTreeMap::new(),
            distincts: BTreeMap::new(),
            disclosures: BTreeMap::new(),
            ledger: Ledger::default(),
            legs_of: HashMap::new(),
            events_of: HashMap::new(),
            event_spans: HashMap::new(),
            leg_spans: HashMap::new(),
            bookings: Bookings::default(),
        }
    }

    /// The zone rules in force.
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// Takes other zone rules and resolves every time again.
    pub fn set_rules(&mut self, rules: Rules) {
        self.rules = rules;
        self.event_spans = self
            .events
            .values()
            .filter_map(|event| Some((event.id, self.span_of_event(event)?)))
            .collect();
        self.leg_spans = self
            .legs
            .values()
            .filter_map(|leg| Some((leg.id, self.span_of_leg(leg)?)))
            .collect();
        let mut bookings = Bookings::default();
        for event in self.events.values() {
            self.book(&mut bookings, event);
        }
        self.bookings = bookings;
    }

    /// Who and what is taken when.
    pub fn bookings(&self) -> &Bookings {
        &self.bookings
    }

    /// Writes what `event` takes into `bookings`, or lets go of it if it claims no time.
    fn book(&self, bookings: &mut Bookings, event: &Event) {
        match self.event_spans.get(&event.id) {
            Some(span) if event.status.claims_its_time() => {
                bookings.book(
                    event.id,
                    span.start.utc,
                    span.end.utc,
                    self.delegates_at(event),
                    event.venue,
                );
            }
            Some(_) | None => bookings.release(event.id),
        }
    }

    /// Books anew the events that take their people from the team of `mission`.
    fn book_team(&mut self, mission: MissionId) {
        let mut bookings = std::mem::take(&mut self.bookings);
        for event in self
            .events_of
            .get(&mission)
            .into_iter()
            .flatten()
            .filter_map(|id| self.events.get(id))
        {
            if event.delegates.is_empty() {
                self.book(&mut bookings, event);
            }
        }
        self.bookings = bookings;
    }

    /// Adds a record or replaces the one with its key.
    pub fn put(&mut self, record: impl Into<AnyRecord>) {
        match record.into() {
            AnyRecord::Programme(record) => drop(self.programmes.insert(record.id, record)),
            AnyRecord::Mission(record) => {
                let id = record.id;
                let team = record.team.clone();
                let former = self.missions.insert(id, record);
                if former.is_none_or(|former| former.team != team) {
                    self.book_team(id);
                }
            }
            AnyRecord::Leg(record) => {
                self.remove(record.id);
                self.legs_of.entry(record.mission).or_default().insert(record.id);
                if let Some(span) = self.span_of_leg(&record) {
                    self.leg_spans.insert(record.id, span);
                }
                self.legs.insert(record.id, record);
            }
            AnyRecord::Event(record) => {
                self.remove(record.id);
                if let Some(mission) = record.mission {
                    self.events_of.entry(mission).or_default().insert(record.id);
                }
                if let Some(span) = self.span_of_event(&record) {
                    self.event_spans.insert(record.id, span);
                }
                let mut bookings = std::mem::take(&mut self.bookings);
                self.book(&mut bookings, &record);
                self.bookings = bookings;
                self.events.insert(record.id, record);
            }
            AnyRecord::Venue(record) => drop(self.venues.insert(record.id, record)),
            AnyRecord::Partner(record) => drop(self.partners.insert(record.id, record)),
            AnyRecord::Delegate(record) => drop(self.delegates.insert(record.id, record)),
            AnyRecord::Market(record) => drop(self.markets.insert(record.id, record)),
            AnyRecord::Office(record) => drop(self.offices.insert(record.id, record)),
            AnyRecord::DayOverride(record) => drop(self.day_overrides.insert(record.id, record)),
            AnyRecord::Calendar(record) => drop(self.calendars.insert(record.id, record)),
            AnyRecord::Recipient(record) => drop(self.recipients.insert(record.id, record)),
            AnyRecord::Person(record) => drop(self.people.insert(record.id, record)),
            AnyRecord::Invitation(record) => {
                self.ledger.enter(self.invitations.get(&record.id), &record);
                self.invitations.insert(record.id, record);
            }
            AnyRecord::Arrangement(record) => {
                self.remove(record.id);
                self.ledger.enter_arrangement(&record);
                self.arrangements.insert(record.id, record);
            }
            AnyRecord::Visit(record) => {
                self.remove(record.id);
                self.ledger.enter_visit(&record);
                self.visits.insert(record.id, record);
            }
            AnyRecord::Notice(record) => drop(self.notices.insert(record.id, record)),
            AnyRecord::Letter(record) => drop(self.letters.insert(record.id, record)),
            AnyRecord::SavedList(record) => drop(self.saved_lists.insert(record.id, record)),
            AnyRecord::Distinct(record) => drop(self.distincts.insert(record.id, record)),
            AnyRecord::Disclosure(record) => drop(self.disclosures.insert(record.id, record)),
        }
    }

    /// Takes a record out; nothing happens if it is not there.
    pub fn remove(&mut self, key: impl Into<RecordRef>) {
        match key.into() {
            RecordRef::Programme(id) => drop(self.programmes.remove(&id)),
            RecordRef::Mission(id) => {
                self.missions.remove(&id);
                self.book_team(id);
            }
            RecordRef::Leg(id) => {
                if let Some(leg) = self.legs.remove(&id)
                    && let Some(legs) = self.legs_of.get_mut(&leg.mission)
                {
                    legs.remove(&id);
                }
                self.leg_spans.remove(&id);
            }
            RecordRef::Event(id) => {
                if let Some(event) = self.events.remove(&id)
                    && let Some(events) = event.mission.and_then(|mission| self.events_of.get_mut(&mission))
                {
                    events.remove(&id);
                }
                self.event_spans.remove(&id);
                self.bookings.release(id);
            }
            RecordRef::Venue(id) => drop(self.venues.remove(&id)),
            RecordRef::Partner(id) => drop(self.partners.remove(&id)),
            RecordRef::Delegate(id) => drop(self.delegates.remove(&id)),
            RecordRef::Market(id) => drop(self.markets.remove(&id)),
            RecordRef::Office(id) => drop(self.offices.remove(&id)),
            RecordRef::DayOverride(id) => drop(self.day_overrides.remove(&id)),
            RecordRef::Calendar(id) => drop(self.calendars.remove(&id)),
            RecordRef::Recipient(id) => drop(self.recipients.remove(&id)),
            RecordRef::Person(id) => drop(self.people.remove(&id)),
            RecordRef::Invitation(id) => {
                if let Some(former) = self.invitations.remove(&id) {
                    self.ledger.leave(&former);
                }
            }
            RecordRef::Arrangement(id) => {
                if let Some(former) = self.arrangements.remove(&id) {
                    self.ledger.leave_arrangement(&former);
                }
            }
            RecordRef::Visit(id) => {
                if let Some(former) = self.visits.remove(&id) {
                    self.ledger.leave_visit(&former);
                }
            }
            RecordRef::Notice(id) => drop(self.notices.remove(&id)),
            RecordRef::Letter(id) => drop(self.letters.remove(&id)),
            RecordRef::SavedList(id) => drop(self.saved_lists.remove(&id)),
            RecordRef::Distinct(id) => drop(self.distincts.remove(&id)),
            RecordRef::Disclosure(id) => drop(self.disclosures.remove(&id)),
        }
    }

    /// The legs of a mission, in order of arrival.
    pub fn legs_of(&self, mission: MissionId) -> Vec<&Leg> {
        let mut legs: Vec<&Leg> = self
            .legs_of
            .get(&mission)
            .into_iter()
            .flatten()
            .filter_map(|id| self.legs.get(id))
            .collect();
        legs.sort_by_key(|leg| {
            (
                self.leg_spans.get(&leg.id).map(|span| span.start.utc),
                leg.arrive,
                leg.id,
            )
        });
        legs
    }

    /// The events of a mission, in order of their start.
    pub fn events_of(&self, mission: MissionId) -> Vec<&Event> {
        let mut events: Vec<&Event> = self
            .events_of
            .get(&mission)
            .into_iter()
            .flatten()
            .filter_map(|id| self.events.get(id))
            .collect();
        events.sort_by_key(|event| {
            (
                self.event_spans.get(&event.id).map(|span| span.start.utc),
                event.start,
                event.id,
            )
        });
        events
    }

    /// Who holds a calendar, in the order in which they were added.
    pub fn recipients_of(&self, calendar: CalendarId) -> Vec<&Recipient> {
        let of = |recipient: &&Recipient| recipient.calendar == calendar;
        self.recipients.values().filter(of).collect()
    }

    /// When an event is; none if the rules do not know its zone.
    pub fn event_span(&self, id: EventId) -> Option<&Span> {
        self.event_spans.get(&id)
    }

    /// When a leg is; none if the rules do not know its zone.
    pub fn leg_span(&self, id: LegId) -> Option<&Span> {
        self.leg_spans.get(&id)
    }

    /// The team of an event: those named, else the whole team of its mission.
    pub fn delegates_at<'plan>(&'plan self, event: &'plan Event) -> &'plan [DelegateId] {
        if !event.delegates.is_empty() {
            return &event.delegates;
        }
        event
            .mission
            .and_then(|id| self.missions.get(&id))
            .map_or(&[], |mission| &mission.team)
    }

    /// What instant a stored wall time is. A stored time never lies in a gap or an undecided fold unless the
    /// rules changed under it; then RFC 5545's reading holds (gap → later, fold → earlier).
    ///
    /// # Errors
    /// The rules do not know `zone`.
    pub fn moment(&self, wall: NaiveDateTime, zone: &str, fold: Option<Fold>) -> Result<Moment, UnknownZone> {
        Ok(self.rules.zone(zone)?.pick(wall, fold))
    }

    /// What span `event` would have, whether or not it is part of the plan.
    pub fn span_of_event(&self, event: &Event) -> Option<Span> {
        let zone = self.rules.zone(&event.zone).ok()?;
        Some(Span {
            start: zone.pick(event.start, event.start_fold),
            end: zone.pick(event.end, event.end_fold),
        })
    }

    /// What span `leg` would have, whether or not it is part of the plan.
    pub fn span_of_leg(&self, leg: &Leg) -> Option<Span> {
        let zone = self.rules.zone(&leg.zone).ok()?;
        Some(Span {
            start: zone.pick(leg.arrive, leg.arrive_fold),
            end: zone.pick(leg.depart, leg.depart_fold),
        })
    }
}
