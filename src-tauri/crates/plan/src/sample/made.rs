//! From the sample's files to records.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use outreach_zones::Rules;
use uuid::Uuid;

use super::anchor;
use super::files::{EventEntry, LegEntry, MissionEntry, Places, ProgrammeFile};
use crate::reference::{CityId, CountryCode};
use crate::{
    AnyRecord, DelegateId, Event, EventId, Leg, LegId, MarketId, Mission, MissionId, OfficeId, PartnerId,
    Programme, ProgrammeId, Region, Responsibility, Sector, Status, Travel, VenueId, Wording,
};

/// After this many days what was held is also reported on.
const REPORTED_AFTER_DAYS: i64 = 45;

pub(super) struct Maker<'a> {
    pub(super) today: NaiveDate,
    pub(super) now: DateTime<Utc>,
    pub(super) rules: &'a Rules,
    new_id: &'a mut dyn FnMut() -> Uuid,
    pub(super) places: Places,
    pub(super) partners: HashMap<String, PartnerId>,
    pub(super) delegates: HashMap<String, DelegateId>,
    pub(super) offices: HashMap<String, OfficeId>,
    pub(super) markets: HashMap<CountryCode, (MarketId, Region)>,
    pub(super) venues: HashMap<(String, String), VenueId>,
    programmes: BTreeMap<i32, ProgrammeId>,
    pub(super) records: Vec<AnyRecord>,
}

/// What an event takes from the mission and leg around it.
struct Around<'a> {
    mission: Option<MissionId>,
    leg: Option<(LegId, &'a str)>,
    region: Option<Region>,
    market: Option<CountryCode>,
    sectors: &'a [Sector],
    status: Option<Status>,
    days: i64,
}

/// Reads a file of the sample. They are compiled in and a test reads them all, so that this cannot fail later.
pub(super) fn read<T: serde::de::DeserializeOwned>(text: &str) -> T {
    serde_json::from_str(text).expect("the sample's files are compiled in and read by a test")
}

pub(super) fn id_of<T: Copy>(ids: &HashMap<String, T>, key: &str) -> T {
    *ids.get(key)
        .expect("the sample's files name only what they hold, which a test proves")
}

impl<'a> Maker<'a> {
    pub(super) fn new(
        today: NaiveDate,
        now: DateTime<Utc>,
        rules: &'a Rules,
        new_id: &'a mut dyn FnMut() -> Uuid,
    ) -> Self {
        Self {
            today,
            now,
            rules,
            new_id,
            places: read(include_str!("../../../../../data/sample/places.json")),
            partners: HashMap::new(),
            delegates: HashMap::new(),
            offices: HashMap::new(),
            markets: HashMap::new(),
            venues: HashMap::new(),
            programmes: BTreeMap::new(),
            records: Vec::new(),
        }
    }

    pub(super) fn build(mut self) -> Vec<AnyRecord> {
        let file: ProgrammeFile = read(include_str!("../../../../../data/sample/programme.json"));
        self.bodies();
        self.people();
        self.venues();
        let days = anchor::days_to_move(file.quarter, self.today);
        let moves: Vec<i64> = file
            .missions
            .iter()
            .map(|mission| self.days_of(mission, days))
            .collect();
        let alone: Vec<i64> = file
            .events
            .iter()
            .map(|event| if event.more.fixed { 0 } else { days })
            .collect();
        self.programmes(&file, &moves, &alone);
        for (mission, days) in file.missions.iter().zip(moves) {
            self.mission(mission, days);
        }
        for (event, days) in file.events.iter().zip(alone) {
            let around = Around {
                mission: None,
                leg: None,
                region: None,
                market: None,
                sectors: &[],
                status: None,
                days,
            };
            self.event(event, &around);
        }
        self.calendars();
        self.ledger();
        self.records
    }

    pub(super) fn id(&mut self) -> Uuid {
        (self.new_id)()
    }

    pub(super) fn city(&self, key: &str) -> (CityId, Wording, String) {
        let city = self
            .places
            .cities
            .get(key)
            .expect("a test proves that every city named is there");
        (CityId(city.0), city.name(), city.4.clone())
    }

    /// By how many days a mission moves.
    fn days_of(&self, mission: &MissionEntry, days: i64) -> i64 {
        if mission.fixed {
            return 0;
        }
        if let Some((zone, on)) = &mission.across {
            return anchor::days_across(self.rules, zone, *on, days);
        }
        let (from, until) = dates_of(mission);
        anchor::within_a_year(from, until, days)
    }

    /// One programme for each year in which something begins.
    fn programmes(&mut self, file: &ProgrammeFile, moves: &[i64], alone: &[i64]) {
        let missions = file
            .missions
            .iter()
            .zip(moves)
            .map(|(mission, &days)| (dates_of(mission).0, days));
        let events = file
            .events
            .iter()
            .zip(alone)
            .map(|(event, &days)| (event.start.0.date(), days));
        let years: BTreeSet<i32> = missions
            .chain(events)
            .map(|(day, days)| anchor::moved_by(day, days).year())
            .collect();
        for year in years {
            let id = ProgrammeId(self.id());
            self.programmes.insert(year, id);
            let figure = year.to_string();
            let figures = Wording {
                en: figure.clone(),
                zh_hant: figure.clone(),
                zh_hans: figure,
            };
            let record = Programme {
                id,
                title: file.programme.filled("{year}", &figures),
                from: NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(self.today),
                until: NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(self.today),
                notes: "Sample programme: missions, people and venues are invented.".to_owned(),
            };
            self.records.push(record.into());
        }
    }

    fn programme_of(&self, day: NaiveDate) -> ProgrammeId {
        *self
            .programmes
            .get(&day.year())
            .expect("a programme was made for each year that something begins in")
    }

    /// Reported or held if it is over, else as written, else confirmed.
    fn status_at(&self, end: DateTime<Utc>, written: Option<Status>) -> Status {
        match self.now - end {
            past if past > TimeDelta::days(REPORTED_AFTER_DAYS) => Status::Reported,
            past if past > TimeDelta::zero() => Status::Held,
            _ => written.unwrap_or(Status::Confirmed),
        }
    }

    fn mission(&mut self, entry: &MissionEntry, days: i64) {
        let id = MissionId(self.id());
        let (from, until) = dates_of(entry);
        let (from, until) = (anchor::moved_by(from, days), anchor::moved_by(until, days));
        let markets: Vec<MarketId> = entry
            .markets
            .iter()
            .map(|country| self.markets[country].0)
            .collect();
        let main = entry.markets.first().map(|country| self.markets[country].1);
        let team: Vec<DelegateId> = entry.team.iter().map(|key| id_of(&self.delegates, key)).collect();
        let over = until.and_time(chrono::NaiveTime::MIN).and_utc() + TimeDelta::days(1);
        let partner = |(key, responsible_for): &(String, String)| Responsibility {
            partner: id_of(&self.partners, key),
            responsible_for: responsible_for.clone(),
        };
        let record = Mission {
            id,
            programme: self.programme_of(from),
            title: entry.title.plain(),
            kind: entry.kind,
            region: entry.region,
            geographic_region: main.unwrap_or(entry.region),
            markets,
            status: self.status_at(over, entry.status),
            from,
            until,
            lead: team.first().copied(),
            team,
            offices: entry
                .offices
                .iter()
                .map(|key| id_of(&self.offices, key))
                .collect(),
            partners: entry.partners.iter().map(partner).collect(),
            sectors: entry.sectors.clone(),
            budget_hkd: entry.budget,
            notes: entry.notes.clone(),
            tags: entry.tags.clone(),
        };
        self.records.push(record.into());
        let around = |leg| Around {
            mission: Some(id),
            leg,
            region: Some(entry.region),
            market: entry.markets.first().copied(),
            sectors: &entry.sectors,
            status: entry.status,
            days,
        };
        for leg in &entry.legs {
            let leg_id = self.leg(leg, id, days);
            for event in &leg.events {
                self.event(event, &around(Some((leg_id, leg.city.as_str()))));
            }
        }
        for event in &entry.events {
            self.event(event, &around(None));
        }
    }

    fn leg(&mut self, entry: &LegEntry, mission: MissionId, days: i64) -> LegId {
        let id = LegId(self.id());
        let (city, place, zone) = self.city(&entry.city);
        let moved = |wall: NaiveDateTime| anchor::moved_by(wall.date(), days).and_time(wall.time());
        let travel = entry.travel.as_ref().map(|travel| Travel {
            mode: travel.mode,
            number: String::new(),
            from: travel.from.clone(),
            depart: moved(travel.depart.0),
            depart_zone: travel.depart_zone.clone(),
            depart_fold: None,
            to: travel.to.clone(),
            arrive: moved(travel.arrive.0),
            arrive_zone: zone.clone(),
            arrive_fold: None,
        });
        let record = Leg {
            id,
            mission,
            city: Some(city),
            place,
            zone,
            arrive: moved(entry.arrive.0),
            arrive_fold: None,
            depart: moved(entry.depart.0),
            depart_fold: None,
            lodging: String::new(),
            travel,
            notes: String::new(),
        };
        self.records.push(record.into());
        id
    }

    fn event(&mut self, entry: &EventEntry, around: &Around<'_>) {
        let id = EventId(self.id());
        let more = &entry.more;
        let in_leg = around.leg.map(|(_, city)| city);
        let city_key = more
            .city
            .as_deref()
            .or(in_leg)
            .or(entry.at.as_deref())
            .unwrap_or("hong-kong");
        let (city, place, zone) = self.city(city_key);
        let venue = entry.at.as_ref().filter(|_| in_leg.is_some());
        let venue = venue.map(|kind| self.venues[&(city_key.to_owned(), kind.clone())]);
        let day = anchor::moved_by(entry.start.0.date(), around.days);
        let start = day.and_time(entry.start.0.time());
        let end = start + TimeDelta::minutes(entry.minutes);
        let over = self
            .rules
            .zone(&zone)
            .map_or(end.and_utc(), |zone| zone.pick(end, None).utc);
        let market = more.market.or(around.market);
        let region = around.region.or(market.map(|country| self.markets[&country].1));
        let langs = if more.langs.is_empty() {
            vec!["en".to_owned()]
        } else {
            more.langs.clone()
        };
        let record = Event {
            id,
            uid: id.to_string(),
            sequence: 0,
            created: self.now,
            modified: self.now,
            programme: self.programme_of(day),
            mission: around.mission,
            leg: around.leg.map(|(leg, _)| leg),
            title: entry.title.plain(),
            kind: entry.kind,
            status: self.status_at(over, more.status.or(around.status)),
            region: region.unwrap_or(Region::AsiaPacific),
            market: market.map(|country| self.markets[&country].0),
            city: Some(city),
            place,
            venue,
            start,
            start_fold: None,
            end,
            end_fold: None,
            zone,
            all_day: false,
            capacity: entry.capacity,
            languages: langs,
            hosts: more.hosts.iter().map(|key| id_of(&self.partners, key)).collect(),
            delegates: more
                .delegates
                .iter()
                .map(|key| id_of(&self.delegates, key))
                .collect(),
            speakers: Vec::new(),
            sectors: around.sectors.to_vec(),
            url: String::new(),
            run_sheet: String::new(),
            notes: String::new(),
            tags: Vec::new(),
        };
        self.records.push(record.into());
    }
}

/// First and last day of a mission: its legs and the journey to the first, else its events. A journey that
/// leaves Hong Kong the evening before does not make the mission longer: its dates are those of its cities.
fn dates_of(mission: &MissionEntry) -> (NaiveDate, NaiveDate) {
    let legs = mission
        .legs
        .iter()
        .flat_map(|leg| [leg.arrive.0.date(), leg.depart.0.date()]);
    let events = mission.events.iter().map(|event| event.start.0.date());
    let days: Vec<NaiveDate> = legs.chain(events).collect();
    let first = days.iter().min().copied().unwrap_or_default();
    (first, days.iter().max().copied().unwrap_or(first))
}
