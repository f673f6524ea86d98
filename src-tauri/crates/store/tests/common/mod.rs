//! Records and workspaces to test with.
#![allow(
    dead_code,
    unreachable_pub,
    reason = "each test file includes this and uses some of it"
)]

use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use outreach_plan::reference::{CityId, CountryCode};
use outreach_plan::*;
use outreach_store::{ChangeMeta, KeyCost, Unlock, Workspace};
use uuid::Uuid;

pub const PASSPHRASE: &str = "a passphrase for tests";

/// A workspace in a folder that goes when dropped.
pub struct Home {
    pub folder: tempfile::TempDir,
    pub path: PathBuf,
}

impl Home {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.outreach");
        Self { folder, path }
    }

    pub fn create(&self) -> Workspace {
        Workspace::create(&self.path, PASSPHRASE, KeyCost::CHEAP_FOR_TESTS).unwrap()
    }

    pub fn open(&self) -> Workspace {
        open(&self.path)
    }
}

pub fn open(path: &Path) -> Workspace {
    Workspace::open(path, Unlock::Passphrase(PASSPHRASE)).unwrap()
}

/// Noon of some day, plus minutes.
pub fn at(minutes: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_000_000, 0).unwrap() + TimeDelta::minutes(minutes)
}

pub fn meta(label: &str) -> ChangeMeta {
    ChangeMeta::new(label, "Chan Tai-man")
}

pub fn key(n: u128) -> Uuid {
    Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_0000_0000 + n)
}

pub fn day(n: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 3, 1).unwrap() + TimeDelta::days(i64::from(n))
}

pub fn wall(n: u32, hour: u32) -> NaiveDateTime {
    day(n).and_hms_opt(hour, 0, 0).unwrap()
}

pub fn wording(en: &str, zh: &str) -> Wording {
    Wording {
        en: en.into(),
        zh_hant: zh.into(),
        zh_hans: String::new(),
    }
}

pub fn programme() -> Programme {
    Programme {
        id: ProgrammeId(key(1)),
        title: wording("Programme 2027", "二〇二七年計劃"),
        from: day(0),
        until: day(300),
        notes: "Notes\r\nover lines".into(),
    }
}

pub fn office() -> Office {
    Office {
        id: OfficeId(key(2)),
        name: wording("Berlin office", "柏林辦事處"),
        city: Some(CityId(2_950_159)),
        zone: "Europe/Berlin".into(),
        notes: String::new(),
    }
}

pub fn market() -> Market {
    Market {
        id: MarketId(key(3)),
        country: CountryCode::new("DE").unwrap(),
        name: wording("Germany", "德國"),
        region: Region::Europe,
        sectors: vec![Sector::InnovationTechnology, Sector::Healthcare],
        office: Some(office().id),
        notes: String::new(),
    }
}

pub fn partner() -> Partner {
    Partner {
        id: PartnerId(key(4)),
        name: wording("Chamber", "商會"),
        kind: PartnerKind::Chamber,
        city: None,
        url: "https://example.org/".into(),
        notes: "=cmd()".into(),
    }
}

pub fn delegate() -> Delegate {
    Delegate {
        id: DelegateId(key(5)),
        family: "Chan".into(),
        given: "Tai-man".into(),
        chinese: "陳大文".into(),
        role: DelegateRole::Official,
        organisation: "Office".into(),
        post: "Director".into(),
        team: "A".into(),
        notes: String::new(),
    }
}

pub fn venue() -> Venue {
    Venue {
        id: VenueId(key(6)),
        name: wording("Town hall", "大會堂"),
        city: Some(CityId(1)),
        place: wording("Munich", "慕尼黑"),
        zone: "Europe/Berlin".into(),
        address: "Marienplatz 8".into(),
        latitude: Some(48.137_154_000_000_01),
        longitude: Some(-0.1),
        capacity: Some(120),
        notes: String::new(),
    }
}

pub fn mission() -> Mission {
    Mission {
        id: MissionId(key(7)),
        programme: programme().id,
        title: wording("Roadshow", "路演"),
        kind: MissionKind::JointMission,
        region: Region::GbaJoint,
        geographic_region: Region::Europe,
        markets: vec![market().id],
        status: Status::Confirmed,
        from: day(10),
        until: day(14),
        team: vec![delegate().id],
        lead: Some(delegate().id),
        offices: vec![office().id],
        partners: vec![Responsibility {
            partner: partner().id,
            responsible_for: "venue".into(),
        }],
        sectors: vec![Sector::FinancialServices],
        budget_hkd: Some(1_200_000),
        notes: String::new(),
        tags: vec!["GBA".into(), "春".into()],
    }
}

pub fn leg() -> Leg {
    Leg {
        id: LegId(key(8)),
        mission: mission().id,
        city: None,
        place: wording("Munich", "慕尼黑"),
        zone: "Europe/Berlin".into(),
        arrive: wall(10, 9),
        arrive_fold: None,
        depart: wall(14, 9),
        depart_fold: Some(outreach_zones_fold("later")),
        lodging: "Hotel".into(),
        travel: Some(Travel {
            mode: TravelMode::Flight,
            number: "LH 797".into(),
            from: "HKG".into(),
            depart: wall(9, 23),
            depart_zone: "Asia/Hong_Kong".into(),
            depart_fold: None,
            to: "MUC".into(),
            arrive: wall(10, 6),
            arrive_zone: "Europe/Berlin".into(),
            arrive_fold: None,
        }),
        notes: String::new(),
    }
}

/// The type of a fold is another crate's; its words are known.
fn outreach_zones_fold<F: serde::de::DeserializeOwned>(word: &str) -> F {
    serde_json::from_value(word.into()).unwrap()
}

pub fn event(n: u32) -> Event {
    Event {
        id: EventId(key(1000 + u128::from(n))),
        uid: format!("{n}@example.org"),
        sequence: 0,
        created: at(0),
        modified: at(0) + TimeDelta::nanoseconds(123_456_789),
        programme: programme().id,
        mission: Some(mission().id),
        leg: Some(leg().id),
        title: wording(&format!("Seminar {n} for engineers"), "人才座談會"),
        kind: EventKind::Seminar,
        status: Status::Tentative,
        region: Region::GbaJoint,
        market: Some(market().id),
        city: Some(CityId(2_867_714)),
        place: wording("Munich", "慕尼黑"),
        venue: Some(venue().id),
        start: wall(n % 300, 9),
        start_fold: None,
        end: wall(n % 300, 11),
        end_fold: Some(outreach_zones_fold("earlier")),
        zone: "Europe/Berlin".into(),
        all_day: n.is_multiple_of(7),
        capacity: Some(80),
        languages: vec!["en".into(), "yue".into()],
        hosts: vec![partner().id],
        delegates: vec![delegate().id],
        speakers: vec!["Prof. Wong".into()],
        sectors: vec![Sector::InnovationTechnology],
        url: format!("https://example.org/events/{n}"),
        run_sheet: "09:00 doors\n09:30 welcome".into(),
        notes: "<script>alert(1)</script> \u{202E}rtl 🎉\u{1}".into(),
        tags: vec![],
    }
}

pub fn day_override() -> DayOverride {
    DayOverride {
        id: DayOverrideId(key(9)),
        country: CountryCode::HONG_KONG,
        date: day(20),
        off: true,
        name: wording("Closure", "休息"),
    }
}

pub fn calendar() -> Calendar {
    Calendar {
        id: CalendarId(key(20)),
        name: wording("Partners", "夥伴"),
        filter: EventFilter {
            regions: Some(vec![Region::Europe, Region::GbaJoint]),
            from: Some(day(3)),
            text: Some("talent; or \"work\"".into()),
            ..EventFilter::default()
        },
        language: Language::TraditionalChinese,
        audience: Audience::Partner,
        zone: "Europe/Berlin".into(),
        form: CalendarForm {
            layout: CalendarLayout::PerRegion,
            zip: true,
            pin_utc: true,
            alarm_minutes: Some(30),
            organiser_name: "Desk (sample)".into(),
            organiser_email: "desk@example.org".into(),
        },
        notes: "Notes".into(),
    }
}

pub fn recipient() -> Recipient {
    Recipient {
        id: RecipientId(key(21)),
        calendar: calendar().id,
        name: "Wong (sample)".into(),
        organisation: "Chamber".into(),
        email: "wong@example.org".into(),
        notes: String::new(),
    }
}

pub fn issue() -> Issue {
    Issue {
        id: IssueId(key(22)),
        calendar: calendar().id,
        number: 1,
        made: at(3),
        actor: "Chan Tai-man".into(),
        kind: IssueKind::Whole,
        recipients: vec![recipient().id],
        rules: "2025b".into(),
        items: vec![IssuedItem {
            event: event(0).id,
            uid: event(0).uid,
            sequence: 3,
            hash: u64::MAX - 1,
            cancelled: false,
            title: "Seminar".into(),
            place: "Munich".into(),
            status: ExportedStatus::Tentative,
            start: wall(0, 9),
            end: wall(0, 11),
            zone: "Europe/Berlin".into(),
            all_day: false,
            utc_start: at(4),
            utc_end: at(5),
            offset_s: 3600,
            end_offset_s: 7200,
        }],
    }
}

/// Everything an event refers to, and `events` of them, in one change.
pub fn fill(workspace: &mut Workspace, events: u32) {
    workspace
        .write(&meta("fill"), at(0), |tx| -> outreach_store::Result<()> {
            // Not in the order of references, which are checked at the end of a change.
            for n in 0..events {
                tx.put(&event(n))?;
            }
            tx.put(&leg())?;
            tx.put(&mission())?;
            tx.put(&programme())?;
            tx.put(&office())?;
            tx.put(&market())?;
            tx.put(&partner())?;
            tx.put(&delegate())?;
            tx.put(&venue())?;
            tx.put(&day_override())?;
            tx.put(&issue())?;
            tx.put(&recipient())?;
            tx.put(&calendar())?;
            Ok(())
        })
        .unwrap();
}

pub fn sound(workspace: &Workspace) {
    let report = workspace.verify(&mut outreach_store::unwatched()).unwrap();
    assert!(report.is_sound(), "{report:?}");
}

pub fn take_back(tx: &mut outreach_store::Tx<'_>) -> outreach_store::Result<i64> {
    tx.undo()
}

pub fn do_again(tx: &mut outreach_store::Tx<'_>) -> outreach_store::Result<i64> {
    tx.redo()
}
