//! A small plan to test rules on: one programme, missions, stays and events made in a line each.

use chrono::{DateTime, NaiveDate, NaiveDateTime};
use outreach_zones::Rules;
use uuid::Uuid;

use crate::reference::{CityId, CountryCode};
use crate::{
    Delegate, DelegateId, DelegateRole, Event, EventId, EventKind, Leg, LegId, Market, MarketId, Mission,
    MissionId, MissionKind, Partner, PartnerId, PartnerKind, Plan, Programme, ProgrammeId, Region, Status,
    Venue, VenueId, Wording,
};

pub(crate) const HONG_KONG: (u32, &str, &str) = (1_819_729, "Hong Kong", "Asia/Hong_Kong");
pub(crate) const KUALA_LUMPUR: (u32, &str, &str) = (1_735_161, "Kuala Lumpur", "Asia/Kuala_Lumpur");
pub(crate) const SINGAPORE: (u32, &str, &str) = (1_880_252, "Singapore", "Asia/Singapore");
pub(crate) const LONDON: (u32, &str, &str) = (2_643_743, "London", "Europe/London");
pub(crate) const NEW_YORK: (u32, &str, &str) = (5_128_581, "New York", "America/New_York");
pub(crate) const TORONTO: (u32, &str, &str) = (6_167_865, "Toronto", "America/Toronto");
pub(crate) const DUBAI: (u32, &str, &str) = (292_223, "Dubai", "Asia/Dubai");
pub(crate) const NEW_DELHI: (u32, &str, &str) = (1_261_481, "New Delhi", "Asia/Kolkata");
pub(crate) const RIYADH: (u32, &str, &str) = (108_410, "Riyadh", "Asia/Riyadh");
pub(crate) const AUCKLAND: (u32, &str, &str) = (2_193_733, "Auckland", "Pacific/Auckland");
pub(crate) const HONOLULU: (u32, &str, &str) = (5_856_195, "Honolulu", "Pacific/Honolulu");

pub(crate) type City = (u32, &'static str, &'static str);

/// `2027-05-14T15:00`.
pub(crate) fn wall(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap()
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) struct Fixture {
    pub(crate) plan: Plan,
    pub(crate) programme: ProgrammeId,
    next: u128,
}

impl Fixture {
    /// A programme from 2020 to 2099 and nothing else.
    pub(crate) fn new() -> Self {
        let mut fixture = Self {
            plan: Plan::new(Rules::bundled()),
            programme: ProgrammeId(Uuid::from_u128(1)),
            next: 1,
        };
        fixture.plan.put(Programme {
            id: fixture.programme,
            title: Wording::english("Programme"),
            from: day("2020-01-01"),
            until: day("2099-12-31"),
            notes: String::new(),
        });
        fixture
    }

    pub(crate) fn id(&mut self) -> Uuid {
        self.next += 1;
        Uuid::from_u128(self.next)
    }

    pub(crate) fn delegate(&mut self, family: &str, given: &str) -> DelegateId {
        let id = DelegateId(self.id());
        self.plan.put(Delegate {
            id,
            family: family.to_owned(),
            given: given.to_owned(),
            chinese: String::new(),
            role: DelegateRole::Staff,
            organisation: String::new(),
            post: String::new(),
            team: String::new(),
            notes: String::new(),
        });
        id
    }

    pub(crate) fn venue(&mut self, name: &str, city: City, capacity: u32) -> VenueId {
        let id = VenueId(self.id());
        self.plan.put(Venue {
            id,
            name: Wording::english(name),
            city: Some(CityId(city.0)),
            place: Wording::english(city.1),
            zone: city.2.to_owned(),
            address: String::new(),
            latitude: None,
            longitude: None,
            capacity: Some(capacity),
            notes: String::new(),
        });
        id
    }

    pub(crate) fn partner(&mut self, name: &str, city: Option<City>) -> PartnerId {
        let id = PartnerId(self.id());
        self.plan.put(Partner {
            id,
            name: Wording::english(name),
            kind: PartnerKind::Other,
            city: city.map(|city| CityId(city.0)),
            url: String::new(),
            notes: String::new(),
        });
        id
    }

    pub(crate) fn market(&mut self, country: &str, region: Region) -> MarketId {
        let id = MarketId(self.id());
        self.plan.put(Market {
            id,
            country: CountryCode::new(country).unwrap(),
            name: Wording::english(country),
            region,
            sectors: Vec::new(),
            office: None,
            notes: String::new(),
        });
        id
    }

    pub(crate) fn mission(&mut self, from: &str, until: &str, team: &[DelegateId]) -> MissionId {
        let id = MissionId(self.id());
        self.plan.put(Mission {
            id,
            programme: self.programme,
            title: Wording::english("Mission"),
            kind: MissionKind::Roadshow,
            region: Region::AsiaPacific,
            geographic_region: Region::AsiaPacific,
            markets: Vec::new(),
            status: Status::Confirmed,
            from: day(from),
            until: day(until),
            team: team.to_vec(),
            lead: None,
            offices: Vec::new(),
            partners: Vec::new(),
            sectors: Vec::new(),
            budget_hkd: None,
            notes: String::new(),
            tags: Vec::new(),
        });
        id
    }

    pub(crate) fn leg(&mut self, mission: MissionId, city: City, arrive: &str, depart: &str) -> LegId {
        let id = LegId(self.id());
        self.plan.put(Leg {
            id,
            mission,
            city: Some(CityId(city.0)),
            place: Wording::english(city.1),
            zone: city.2.to_owned(),
            arrive: wall(arrive),
            arrive_fold: None,
            depart: wall(depart),
            depart_fold: None,
            lodging: String::new(),
            travel: None,
            notes: String::new(),
        });
        id
    }

    /// An event of its own in a city; `with` completes it before it is put into the plan.
    pub(crate) fn event(
        &mut self,
        title: &str,
        city: City,
        start: &str,
        end: &str,
        with: impl FnOnce(&mut Event),
    ) -> EventId {
        let id = EventId(self.id());
        let mut event = Event {
            id,
            uid: id.to_string(),
            sequence: 3,
            created: DateTime::UNIX_EPOCH,
            modified: DateTime::UNIX_EPOCH,
            programme: self.programme,
            mission: None,
            leg: None,
            title: Wording::english(title),
            kind: EventKind::Seminar,
            status: Status::Confirmed,
            region: Region::AsiaPacific,
            market: None,
            city: Some(CityId(city.0)),
            place: Wording::english(city.1),
            venue: None,
            start: wall(start),
            start_fold: None,
            end: wall(end),
            end_fold: None,
            zone: city.2.to_owned(),
            all_day: false,
            capacity: None,
            languages: Vec::new(),
            hosts: Vec::new(),
            delegates: Vec::new(),
            speakers: Vec::new(),
            sectors: Vec::new(),
            url: String::new(),
            run_sheet: String::new(),
            notes: String::new(),
            tags: Vec::new(),
        };
        with(&mut event);
        self.plan.put(event);
        id
    }

    /// Changes an event in the plan.
    pub(crate) fn edit(&mut self, id: EventId, edit: impl FnOnce(&mut Event)) {
        let mut event = self.plan.events()[&id].clone();
        edit(&mut event);
        self.plan.put(event);
    }

    /// Changes a leg in the plan.
    pub(crate) fn edit_leg(&mut self, id: LegId, edit: impl FnOnce(&mut Leg)) {
        let mut leg = self.plan.legs()[&id].clone();
        edit(&mut leg);
        self.plan.put(leg);
    }
}
