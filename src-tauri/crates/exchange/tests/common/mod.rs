//! A small plan with the awkward events that files get wrong.

#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test uses its part, and one that cannot go on fails"
)]

use chrono::{DateTime, NaiveDateTime, Utc};
use outreach_plan::{
    Event, EventId, EventKind, Leg, LegId, Mission, MissionId, MissionKind, Plan, ProgrammeId, Region,
    Sector, Status, Travel, TravelMode, Venue, VenueId, Wording,
};
use outreach_zones::{Fold, Rules};
use uuid::Uuid;

pub(crate) fn written() -> DateTime<Utc> {
    "2026-11-22T09:00:00Z".parse().unwrap()
}

fn wall(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

/// An event of two hours in `zone`.
pub(crate) fn event(number: u128, title: &str, start: &str, end: &str, zone: &str) -> Event {
    Event {
        id: EventId(Uuid::from_u128(number)),
        uid: format!("{number:04}@outreach"),
        sequence: 0,
        created: written(),
        modified: written(),
        programme: ProgrammeId(Uuid::from_u128(1)),
        mission: None,
        leg: None,
        title: Wording::english(title),
        kind: EventKind::Seminar,
        status: Status::Confirmed,
        region: Region::Europe,
        market: None,
        city: None,
        place: Wording {
            en: "London".into(),
            zh_hant: "倫敦".into(),
            zh_hans: "伦敦".into(),
        },
        venue: None,
        start: wall(start),
        start_fold: None,
        end: wall(end),
        end_fold: None,
        zone: zone.to_owned(),
        all_day: false,
        capacity: Some(120),
        languages: vec!["en".to_owned()],
        hosts: Vec::new(),
        delegates: Vec::new(),
        speakers: Vec::new(),
        sectors: vec![Sector::FinancialServices, Sector::InnovationTechnology],
        url: String::new(),
        run_sheet: "internal".to_owned(),
        notes: "secret note".to_owned(),
        tags: Vec::new(),
    }
}

/// Events across a change of clocks, over midnight, over days, cancelled, hostile.
pub(crate) fn awkward() -> Plan {
    let mut plan = Plan::new(Rules::bundled());
    let venue = Venue {
        id: VenueId(Uuid::from_u128(90)),
        name: Wording::english("Hall, \"A\"; 1\\2"),
        city: None,
        place: Wording::default(),
        zone: "Europe/London".to_owned(),
        address: String::new(),
        latitude: Some(51.5),
        longitude: Some(-0.12),
        capacity: None,
        notes: String::new(),
    };
    let mut hall = event(
        1,
        "Plain",
        "2027-05-14T15:00:00",
        "2027-05-14T17:00:00",
        "Europe/London",
    );
    hall.venue = Some(venue.id);
    plan.put(venue);
    plan.put(hall);
    let mut later = event(
        2,
        "Second one o'clock",
        "2027-10-31T01:30:00",
        "2027-10-31T03:00:00",
        "Europe/London",
    );
    later.start_fold = Some(Fold::Later);
    plan.put(later);
    let mut fair = event(
        3,
        "Fair",
        "2027-03-01T00:00:00",
        "2027-03-04T00:00:00",
        "Asia/Dubai",
    );
    fair.all_day = true;
    fair.region = Region::MiddleEast;
    plan.put(fair);
    let mut off = event(
        4,
        "Called off",
        "2027-01-10T23:00:00",
        "2027-01-11T01:00:00",
        "America/Vancouver",
    );
    off.status = Status::Cancelled;
    off.sequence = 3;
    off.region = Region::NorthAmerica;
    plan.put(off);
    let hostile = "=cmd()<script>alert(\"1\")</script>\r\nEND:VEVENT\u{0}\u{202E} 招聘會😀";
    let mut bad = event(
        5,
        hostile,
        "2027-06-01T09:00:00",
        "2027-06-01T10:00:00",
        "Asia/Kathmandu",
    );
    bad.url = "https://example.org/a,b;c?x=1".to_owned();
    bad.title.zh_hant = format!("-{}", "招聘會與交流酒會".repeat(40));
    plan.put(bad);
    plan.put(event(
        6,
        "Moment",
        "2027-06-02T09:00:00",
        "2027-06-02T09:00:00",
        "Europe/Dublin",
    ));
    plan
}

/// A mission with one leg, and the flight to it from Hong Kong to Vancouver.
pub(crate) fn flight() -> (Mission, Leg) {
    let mission = Mission {
        id: MissionId(Uuid::from_u128(70)),
        programme: ProgrammeId(Uuid::from_u128(1)),
        title: Wording::english("Vancouver roadshow"),
        kind: MissionKind::Roadshow,
        region: Region::NorthAmerica,
        geographic_region: Region::NorthAmerica,
        markets: Vec::new(),
        status: Status::Confirmed,
        from: wall("2027-01-09T00:00:00").date(),
        until: wall("2027-01-12T00:00:00").date(),
        team: Vec::new(),
        lead: None,
        offices: Vec::new(),
        partners: Vec::new(),
        sectors: Vec::new(),
        budget_hkd: None,
        notes: String::new(),
        tags: Vec::new(),
    };
    let leg = Leg {
        id: LegId(Uuid::from_u128(71)),
        mission: mission.id,
        city: None,
        place: Wording::english("Vancouver"),
        zone: "America/Vancouver".to_owned(),
        arrive: wall("2027-01-09T12:30:00"),
        arrive_fold: None,
        depart: wall("2027-01-12T09:00:00"),
        depart_fold: None,
        lodging: String::new(),
        travel: Some(Travel {
            mode: TravelMode::Flight,
            number: "CX 838".to_owned(),
            from: "HKG".to_owned(),
            depart: wall("2027-01-09T15:00:00"),
            depart_zone: "Asia/Hong_Kong".to_owned(),
            depart_fold: None,
            to: "YVR".to_owned(),
            arrive: wall("2027-01-09T11:00:00"),
            arrive_zone: "America/Vancouver".to_owned(),
            arrive_fold: None,
        }),
        notes: String::new(),
    };
    (mission, leg)
}
