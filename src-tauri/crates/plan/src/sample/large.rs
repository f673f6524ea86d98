//! A programme of any size, always the same, to measure and to test with.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta};
use uuid::Uuid;

use crate::reference::{CityId, CountryCode};
use crate::{
    AnyRecord, Delegate, DelegateId, DelegateRole, Event, EventId, EventKind, Leg, LegId, Market, MarketId,
    Mission, MissionId, MissionKind, Programme, ProgrammeId, Region, Sector, Status, Venue, VenueId, Wording,
};

/// Events a mission.
const EVENTS: usize = 25;
/// Stays a mission, one city each.
const LEGS: usize = 5;
/// Teams that travel at the same time.
const TEAMS: usize = 40;
/// Delegates a team.
const PEOPLE: usize = 5;

/// GeoNames number, name, zone, country, latitude, longitude.
type City = (u32, &'static str, &'static str, &'static str, f64, f64);

/// Cities with every sort of clock: half hours, changes in either hemisphere, none.
#[rustfmt::skip]
const CITIES: [City; 20] = [
    (1_735_161, "Kuala Lumpur", "Asia/Kuala_Lumpur", "MY", 3.139, 101.687),
    (1_880_252, "Singapore", "Asia/Singapore", "SG", 1.29, 103.85),
    (1_609_350, "Bangkok", "Asia/Bangkok", "TH", 13.754, 100.501),
    (1_642_911, "Jakarta", "Asia/Jakarta", "ID", -6.215, 106.845),
    (1_850_147, "Tokyo", "Asia/Tokyo", "JP", 35.69, 139.692),
    (1_261_481, "New Delhi", "Asia/Kolkata", "IN", 28.636, 77.224),
    (2_147_714, "Sydney", "Australia/Sydney", "AU", -33.868, 151.207),
    (2_078_025, "Adelaide", "Australia/Adelaide", "AU", -34.929, 138.599),
    (292_223, "Dubai", "Asia/Dubai", "AE", 25.077, 55.309),
    (108_410, "Riyadh", "Asia/Riyadh", "SA", 24.688, 46.722),
    (2_643_743, "London", "Europe/London", "GB", 51.509, -0.126),
    (2_657_896, "Zürich", "Europe/Zurich", "CH", 47.367, 8.55),
    (2_867_714, "Munich", "Europe/Berlin", "DE", 48.137, 11.575),
    (2_950_159, "Berlin", "Europe/Berlin", "DE", 52.524, 13.411),
    (6_167_865, "Toronto", "America/Toronto", "CA", 43.706, -79.399),
    (6_077_243, "Montreal", "America/Toronto", "CA", 45.509, -73.588),
    (6_173_331, "Vancouver", "America/Vancouver", "CA", 49.25, -123.119),
    (6_183_235, "Winnipeg", "America/Winnipeg", "CA", 49.884, -97.147),
    (5_128_581, "New York", "America/New_York", "US", 40.714, -74.006),
    (5_391_959, "San Francisco", "America/Los_Angeles", "US", 37.775, -122.419),
];

/// At least `events` events in missions of twenty-five, over the years 2026 to 2029, with teams, venues and
/// markets. Always the same for the same keys. A team is never in two missions at once; a few events clash in
/// each hundred, as in life.
pub fn large(events: usize, new_id: &mut dyn FnMut() -> Uuid) -> Vec<AnyRecord> {
    let mut records = Vec::with_capacity(events + events / 4);
    let first = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap_or_default();
    let programme = ProgrammeId(new_id());
    records.push(AnyRecord::Programme(Programme {
        id: programme,
        title: Wording::english("Large sample"),
        from: first,
        until: NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or(first),
        notes: String::new(),
    }));
    let people: Vec<DelegateId> = (0..TEAMS * PEOPLE)
        .map(|n| delegate(n, &mut records, new_id))
        .collect();
    let places: Vec<(MarketId, [VenueId; 3])> = CITIES
        .iter()
        .map(|city| place(city, &mut records, new_id))
        .collect();
    for number in 0..events.div_ceil(EVENTS) {
        // Each team leaves every three weeks, one team after the other.
        let round = number / TEAMS;
        let team_number = number % TEAMS;
        let days = round as u64 * 21 + (team_number % 3) as u64 * 7;
        let start = first.checked_add_days(Days::new(days)).unwrap_or(first);
        let team = &people[team_number * PEOPLE..(team_number + 1) * PEOPLE];
        mission(number, start, programme, team, &places, &mut records, new_id);
    }
    records
}

fn delegate(n: usize, records: &mut Vec<AnyRecord>, new_id: &mut dyn FnMut() -> Uuid) -> DelegateId {
    let id = DelegateId(new_id());
    records.push(AnyRecord::Delegate(Delegate {
        id,
        family: "Chan".to_owned(),
        given: format!("Sample {n}"),
        chinese: format!("陳例{n}"),
        role: DelegateRole::Staff,
        organisation: "Sample".to_owned(),
        post: String::new(),
        team: format!("{}", n / PEOPLE),
        notes: String::new(),
    }));
    id
}

fn place(
    &(number, name, zone, country, latitude, longitude): &City,
    records: &mut Vec<AnyRecord>,
    new_id: &mut dyn FnMut() -> Uuid,
) -> (MarketId, [VenueId; 3]) {
    let market = MarketId(new_id());
    records.push(AnyRecord::Market(Market {
        id: market,
        country: CountryCode::new(country).unwrap_or(CountryCode::HONG_KONG),
        name: Wording::english(country),
        region: region_of(zone),
        sectors: vec![Sector::InnovationTechnology],
        office: None,
        notes: String::new(),
    }));
    let venues = [0, 1, 2].map(|n| {
        let id = VenueId(new_id());
        records.push(AnyRecord::Venue(Venue {
            id,
            name: Wording::english(format!("Hall {} in {name}", n + 1)),
            city: Some(CityId(number)),
            place: Wording::english(name),
            zone: zone.to_owned(),
            address: String::new(),
            latitude: Some(latitude + f64::from(n) / 100.0),
            longitude: Some(longitude),
            capacity: Some(300),
            notes: String::new(),
        }));
        id
    });
    (market, venues)
}

fn region_of(zone: &str) -> Region {
    match zone.split('/').next() {
        Some("America") => Region::NorthAmerica,
        Some("Europe") => Region::Europe,
        _ if zone.ends_with("Dubai") || zone.ends_with("Riyadh") => Region::MiddleEast,
        _ => Region::AsiaPacific,
    }
}

fn mission(
    number: usize,
    start: NaiveDate,
    programme: ProgrammeId,
    team: &[DelegateId],
    places: &[(MarketId, [VenueId; 3])],
    records: &mut Vec<AnyRecord>,
    new_id: &mut dyn FnMut() -> Uuid,
) {
    let id = MissionId(new_id());
    let first_city = number * 3 % CITIES.len();
    let region = region_of(CITIES[first_city].2);
    records.push(AnyRecord::Mission(Mission {
        id,
        programme,
        title: Wording {
            en: format!("Mission {number}"),
            zh_hant: format!("第{number}團"),
            zh_hans: format!("第{number}团"),
        },
        kind: MissionKind::Roadshow,
        region,
        geographic_region: region,
        markets: vec![places[first_city].0],
        status: Status::Confirmed,
        from: start,
        until: start + Days::new(LEGS as u64 * 3),
        team: team.to_vec(),
        lead: team.first().copied(),
        offices: Vec::new(),
        partners: Vec::new(),
        sectors: vec![Sector::InnovationTechnology],
        budget_hkd: Some(500_000),
        notes: String::new(),
        tags: Vec::new(),
    }));
    for leg in 0..LEGS {
        let at = (first_city + leg) % CITIES.len();
        let city = &CITIES[at];
        let day = start + Days::new(leg as u64 * 3);
        let leg_id = LegId(new_id());
        let wall = |days: u64, hour: u32| (day + Days::new(days)).and_time(hours(hour));
        records.push(AnyRecord::Leg(Leg {
            id: leg_id,
            mission: id,
            city: Some(CityId(city.0)),
            place: Wording::english(city.1),
            zone: city.2.to_owned(),
            arrive: wall(0, 8),
            arrive_fold: None,
            depart: wall(1, 22),
            depart_fold: None,
            lodging: String::new(),
            travel: None,
            notes: String::new(),
        }));
        for n in 0..EVENTS / LEGS {
            // Three on the first day, two on the second; now and then one runs into the next.
            let (days, hour) = [(0, 10), (0, 13), (0, 17), (1, 10), (1, 15)][n % 5];
            let late = if (number * EVENTS + leg * 5 + n).is_multiple_of(97) {
                120
            } else {
                0
            };
            let begin = wall(days, hour);
            let title = format!("Event {number}-{leg}-{n}");
            records.push(AnyRecord::Event(Event {
                id: EventId(new_id()),
                uid: new_id().to_string(),
                sequence: 0,
                created: DateTime::UNIX_EPOCH,
                modified: DateTime::UNIX_EPOCH,
                programme,
                mission: Some(id),
                leg: Some(leg_id),
                title: Wording {
                    en: title,
                    zh_hant: "活動".to_owned(),
                    zh_hans: "活动".to_owned(),
                },
                kind: EventKind::ALL[(number + leg + n) % EventKind::ALL.len()],
                status: Status::Confirmed,
                region,
                market: Some(places[at].0),
                city: Some(CityId(city.0)),
                place: Wording::english(city.1),
                venue: Some(places[at].1[(number + n) % 3]),
                start: begin,
                start_fold: None,
                end: begin + TimeDelta::minutes(90 + late),
                end_fold: None,
                zone: city.2.to_owned(),
                all_day: false,
                capacity: Some(120),
                languages: vec!["en".to_owned()],
                hosts: Vec::new(),
                delegates: if n % 2 == 0 {
                    Vec::new()
                } else {
                    team[..2.min(team.len())].to_vec()
                },
                speakers: Vec::new(),
                sectors: vec![Sector::InnovationTechnology],
                url: String::new(),
                run_sheet: String::new(),
                notes: String::new(),
                tags: Vec::new(),
            }));
        }
    }
}

fn hours(hour: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or(NaiveTime::MIN)
}
