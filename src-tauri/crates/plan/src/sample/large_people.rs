//! A ledger of any size, always the same, to measure and to test with.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta};
use uuid::Uuid;

use crate::people::{
    Arrangement, Consent, Email, Invitation, InvitationStatus, Nature, Notice, NoticeGiven, Person, Purpose,
    Quota, Step, Telephone,
};
use crate::reference::{CityId, CountryCode};
use crate::{
    AnyRecord, ArrangementId, Event, EventId, EventKind, InvitationId, Market, MarketId, NoticeId, PersonId,
    Programme, ProgrammeId, Region, Sector, Status, Wording,
};

/// How many of the people are invited to the one event, if there are as many.
pub const LARGE_EVENT_GUESTS: usize = 10_000;

const LATIN_FAMILIES: [&str; 24] = [
    "Ashworth",
    "Bergström",
    "Castellano",
    "Dvořák",
    "Eriksson",
    "Fernández",
    "Gagnon",
    "Hoffmann",
    "Ivanova",
    "Jensen",
    "Kowalski",
    "Lefèvre",
    "Müller",
    "Nowak",
    "O'Connor",
    "Papadopoulos",
    "Quinn",
    "Rossi",
    "Schneider",
    "Tremblay",
    "Ueda",
    "Vermeulen",
    "Williams",
    "Yılmaz",
];
const LATIN_GIVEN: [&str; 24] = [
    "Anna", "Björn", "Chloé", "Daniel", "Elena", "Fatima", "Grace", "Hugo", "Imogen", "Jonas", "Kofi", "Léa",
    "Marco", "Noor", "Oscar", "Priya", "Quentin", "Rosa", "Samuel", "Tariq", "Uma", "Viktor", "Wanda", "Zoë",
];
/// Romanised in Hong Kong's way, in pinyin, and in characters.
const CHINESE_FAMILIES: [(&str, &str, &str); 20] = [
    ("CHAN", "Chen", "陳"),
    ("WONG", "Huang", "黃"),
    ("LEE", "Li", "李"),
    ("CHEUNG", "Zhang", "張"),
    ("LAU", "Liu", "劉"),
    ("YEUNG", "Yang", "楊"),
    ("NG", "Wu", "吳"),
    ("HO", "He", "何"),
    ("LAM", "Lin", "林"),
    ("CHOW", "Zhou", "周"),
    ("TSANG", "Zeng", "曾"),
    ("KWOK", "Guo", "郭"),
    ("TAM", "Tan", "譚"),
    ("YIP", "Ye", "葉"),
    ("FUNG", "Feng", "馮"),
    ("SO", "Su", "蘇"),
    ("AU-YEUNG", "Ouyang", "歐陽"),
    ("SZETO", "Situ", "司徒"),
    ("TSUI", "Xu", "徐"),
    ("MAK", "Mai", "麥"),
];
const CHINESE_SIGNS: [(&str, &str, &str); 24] = [
    ("Tai", "da", "大"),
    ("Man", "wen", "文"),
    ("Mei", "mei", "美"),
    ("Ling", "ling", "玲"),
    ("Ka", "jia", "嘉"),
    ("Wai", "wei", "偉"),
    ("Siu", "xiao", "小"),
    ("Ming", "ming", "明"),
    ("Wing", "yong", "詠"),
    ("Sze", "shi", "詩"),
    ("Kwok", "guo", "國"),
    ("Fai", "hui", "輝"),
    ("Chi", "zhi", "志"),
    ("Keung", "qiang", "強"),
    ("Hoi", "kai", "凱"),
    ("Ching", "qing", "晴"),
    ("Yan", "xin", "欣"),
    ("Hin", "xuan", "軒"),
    ("Lok", "le", "樂"),
    ("Yiu", "yao", "瑤"),
    ("Pak", "bai", "柏"),
    ("Hei", "xi", "熙"),
    ("Chun", "jun", "俊"),
    ("Kit", "jie", "傑"),
];
const BODIES: [&str; 12] = [
    "Harbour Robotics",
    "Lion Rock Biotech",
    "Maple Ridge Capital",
    "Straits Chips",
    "Isar Photonics",
    "Limmat Polytechnic",
    "Dune Aviation",
    "Sumida Studio",
    "Hangang Games",
    "Bayview Hospital",
    "Prairie Grid",
    "Golden Gate Compute",
];
const SECTORS: [Sector; 4] = [
    Sector::InnovationTechnology,
    Sector::FinancialServices,
    Sector::Healthcare,
    Sector::LegalDisputeResolution,
];
const MARKETS: [(&str, Region); 6] = [
    ("MY", Region::AsiaPacific),
    ("SG", Region::AsiaPacific),
    ("CA", Region::NorthAmerica),
    ("GB", Region::Europe),
    ("DE", Region::Europe),
    ("AE", Region::MiddleEast),
];
const TAGS: [&str; 6] = ["alumni", "founder", "talent", "press", "chamber", "speaker"];

/// A run of numbers that is always the same (SplitMix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.roll() % n.max(1) as u64).unwrap_or_default()
    }

    fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}

/// `people` people and bodies, a notice, markets, and one event to which the first [`LARGE_EVENT_GUESTS`] of them are
/// invited. Always the same for the same keys. Two thirds have Chinese names, in either romanisation.
pub fn large_people(people: usize, new_id: &mut dyn FnMut() -> Uuid) -> Vec<AnyRecord> {
    let mut records = Vec::with_capacity(people + LARGE_EVENT_GUESTS + 16);
    let mut dice = Dice(7);
    let first = NaiveDate::from_ymd_opt(2027, 1, 4).unwrap_or_default();
    let made = first.and_time(NaiveTime::MIN).and_utc();
    let markets = MARKETS.map(|(country, region)| {
        let id = MarketId(new_id());
        records.push(AnyRecord::Market(Market {
            id,
            country: CountryCode::new(country).unwrap_or(CountryCode::HONG_KONG),
            name: Wording::english(country),
            region,
            sectors: Vec::new(),
            office: None,
            notes: String::new(),
        }));
        id
    });
    let notice = NoticeId(new_id());
    records.push(AnyRecord::Notice(Notice {
        id: notice,
        name: Wording::english("Large sample"),
        version: 1,
        from: first,
        purposes: vec![Purpose::Events],
        retain_months: 24,
        text: Wording::default(),
    }));
    let event = event(made, &mut records, new_id);
    for n in 0..people {
        let id = PersonId(new_id());
        let person = person(id, n, made, notice, &markets, &mut dice);
        records.push(person.into());
        if n < LARGE_EVENT_GUESTS {
            let id_of = InvitationId(new_id());
            records.push(invitation(id_of, event, id, n, made, &mut dice).into());
        }
    }
    records
}

fn event(
    made: DateTime<chrono::Utc>,
    records: &mut Vec<AnyRecord>,
    new_id: &mut dyn FnMut() -> Uuid,
) -> EventId {
    let day = made.date_naive();
    let programme = ProgrammeId(new_id());
    records.push(AnyRecord::Programme(Programme {
        id: programme,
        title: Wording::english("Large ledger"),
        from: day,
        until: NaiveDate::from_ymd_opt(2027, 12, 31).unwrap_or(day),
        notes: String::new(),
    }));
    let id = EventId(new_id());
    let on = NaiveDate::from_ymd_opt(2027, 11, 12).unwrap_or(day);
    let hour = |hour| on.and_hms_opt(hour, 0, 0).unwrap_or_default();
    records.push(AnyRecord::Event(Event {
        id,
        uid: id.to_string(),
        sequence: 0,
        created: made,
        modified: made,
        programme,
        mission: None,
        leg: None,
        title: Wording::english("Grand reception"),
        kind: EventKind::Reception,
        status: Status::Confirmed,
        region: Region::Europe,
        market: None,
        city: Some(CityId(2_643_743)),
        place: Wording::english("London"),
        venue: None,
        start: hour(18),
        start_fold: None,
        end: hour(21),
        end_fold: None,
        zone: "Europe/London".to_owned(),
        all_day: false,
        capacity: Some(12_000),
        languages: Vec::new(),
        hosts: Vec::new(),
        delegates: Vec::new(),
        speakers: Vec::new(),
        sectors: Vec::new(),
        url: String::new(),
        run_sheet: String::new(),
        notes: String::new(),
        tags: Vec::new(),
    }));
    let arrangement = Arrangement {
        vip_held: 200,
        quotas: vec![Quota {
            segment: "Healthcare".to_owned(),
            seats: 5_000,
        }],
        remind_days: vec![14],
        ..Arrangement::new(ArrangementId(new_id()), id)
    };
    records.push(arrangement.into());
    id
}

/// Family, given and Chinese name.
fn name(dice: &mut Dice) -> (String, String, String) {
    if dice.below(3) == 0 {
        return (
            (*dice.one(&LATIN_FAMILIES)).to_owned(),
            (*dice.one(&LATIN_GIVEN)).to_owned(),
            String::new(),
        );
    }
    let family = *dice.one(&CHINESE_FAMILIES);
    let (one, other) = (*dice.one(&CHINESE_SIGNS), *dice.one(&CHINESE_SIGNS));
    let chinese = format!("{}{}{}", family.2, one.2, other.2);
    match dice.below(3) {
        0 => (
            family.0.to_owned(),
            format!("{}-{}", one.0, other.0.to_lowercase()),
            chinese,
        ),
        1 => {
            let mut given = format!("{}{}", one.1, other.1);
            if let Some(head) = given.get_mut(..1) {
                head.make_ascii_uppercase();
            }
            (family.1.to_owned(), given, String::new())
        }
        _ => (String::new(), String::new(), chinese),
    }
}

fn person(
    id: PersonId,
    n: usize,
    made: DateTime<chrono::Utc>,
    notice: NoticeId,
    markets: &[MarketId],
    dice: &mut Dice,
) -> Person {
    let body = n % 50 == 49;
    let (family, given, chinese) = if body {
        (format!("{} {n}", dice.one(&BODIES)), String::new(), String::new())
    } else {
        name(dice)
    };
    let day = made.date_naive();
    Person {
        nature: if body { Nature::Body } else { Nature::Person },
        family,
        given,
        chinese,
        organisation: Wording::english(format!("{} {}", dice.one(&BODIES), dice.below(400))),
        post: Wording::english("Engineer"),
        market: Some(*dice.one(markets)),
        sectors: vec![*dice.one(&SECTORS)],
        languages: vec!["en".to_owned()],
        emails: vec![Email {
            address: format!("guest{n}@body{}.example", dice.below(900)),
            ..Email::default()
        }],
        telephones: vec![Telephone {
            raw: format!("020 7946 {:04}", n % 10_000),
            e164: format!("+44207946{n:06}"),
            label: String::new(),
        }],
        tags: vec![(*dice.one(&TAGS)).to_owned()],
        notes: "Invented person (sample).".to_owned(),
        source: "generated".to_owned(),
        notices: vec![NoticeGiven {
            notice,
            on: day,
            by: "form".to_owned(),
        }],
        consents: vec![Consent {
            purpose: Purpose::Events,
            given: true,
            on: day,
            by: "form".to_owned(),
        }],
        retain_until: day.checked_add_days(Days::new(400 + n as u64 % 400)),
        ..Person::new(id, made)
    }
}

fn invitation(
    id: InvitationId,
    event: EventId,
    person: PersonId,
    n: usize,
    made: DateTime<chrono::Utc>,
    dice: &mut Dice,
) -> Invitation {
    let step = |status, days| {
        let at = made + TimeDelta::days(days);
        Step::new(status, at.date_naive(), at, "Sample")
    };
    let mut invitation = Invitation::new(id, event, person, step(InvitationStatus::LongListed, 1));
    invitation.steps.push(step(InvitationStatus::Invited, 2));
    invitation.status = InvitationStatus::Invited;
    invitation.segment = if n.is_multiple_of(4) {
        "Healthcare".to_owned()
    } else {
        String::new()
    };
    invitation.vip = n.is_multiple_of(100);
    invitation.unnamed = u16::from(dice.below(12) == 0);
    invitation.badge = super::ledger::badge(id);
    invitation
}
