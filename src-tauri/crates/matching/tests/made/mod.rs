//! People who are invented, some of them twice, and traps: families, twins, namesakes, colleagues.
//!
//! The same seed gives the same people. How a record is spoilt is taken from what lists of guests look like (typing,
//! scripts, order, width, moved jobs, addresses left out), not from what the matching can do; some copies have too
//! little left to be known again.

#![allow(dead_code, reason = "each test and bench uses its part")]

mod bodies;
mod random;
mod spoil;

use bodies::{Body, body};
use outreach_matching::Entry;
pub(crate) use random::Random;

/// A record of a person.
#[derive(Clone, Debug, Default)]
pub(crate) struct Record {
    /// The record's key.
    pub(crate) key: u128,
    /// Who it is: two records with one number are one person.
    pub(crate) who: u32,
    /// What was done to make this record of the first one; for telling where the matching falls short.
    pub(crate) spoilt: Vec<&'static str>,
    pub(crate) family: String,
    pub(crate) given: String,
    pub(crate) chinese: String,
    pub(crate) preferred: String,
    pub(crate) organisation: Vec<String>,
    pub(crate) emails: Vec<String>,
    pub(crate) telephones: Vec<String>,
    pub(crate) tags: Vec<String>,
    /// The Chinese name in parts, for writing it otherwise.
    parts: Option<Parts>,
}

#[derive(Clone, Debug)]
struct Parts {
    family: &'static Part,
    given: Vec<&'static Part>,
}

#[derive(Debug)]
struct Part {
    traditional: &'static str,
    simplified: &'static str,
    spelt: [&'static str; 3],
    weight: f64,
}

/// A list of people.
pub(crate) struct Made {
    pub(crate) records: Vec<Record>,
}

impl Made {
    /// Calls `f` with all records as entries.
    pub(crate) fn with<T>(&self, f: impl FnOnce(&[Entry<'_>]) -> T) -> T {
        let texts = |of: &dyn Fn(&Record) -> &Vec<String>| -> Vec<Vec<&str>> {
            self.records
                .iter()
                .map(|record| of(record).iter().map(String::as_str).collect())
                .collect()
        };
        let organisations = texts(&|record| &record.organisation);
        let emails = texts(&|record| &record.emails);
        let telephones = texts(&|record| &record.telephones);
        let tags = texts(&|record| &record.tags);
        let entries: Vec<Entry<'_>> = self
            .records
            .iter()
            .enumerate()
            .map(|(place, record)| Entry {
                key: record.key,
                nature_body: false,
                family: &record.family,
                given: &record.given,
                chinese: &record.chinese,
                preferred: &record.preferred,
                organisation: &organisations[place],
                emails: &emails[place],
                telephones: &telephones[place],
                tags: &tags[place],
                other: &[],
            })
            .collect();
        f(&entries)
    }
}

/// Names and how usual they are.
type Weighted = Vec<(&'static str, f64)>;

struct Tables {
    families: Vec<Part>,
    given: Vec<Part>,
    /// Given and family names, by country.
    western: Vec<(Weighted, Weighted)>,
    bodies: Vec<Body>,
}

fn rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
}

impl Tables {
    fn new(random: &mut Random, bodies: usize) -> Self {
        let part = |row: &[&'static str]| Part {
            traditional: row[1],
            simplified: row[2],
            spelt: [row[3], row[4], row[5]],
            weight: row[6].parse().unwrap(),
        };
        let chinese: Vec<_> = rows(include_str!("chinese.tsv")).collect();
        let of = |kind: &str| {
            chinese
                .iter()
                .filter(|row| row[0] == kind)
                .map(|row| part(row))
                .collect()
        };
        let mut western: Vec<(Weighted, Weighted)> = Vec::new();
        let mut last = "";
        for row in rows(include_str!("western.tsv")) {
            if row[1] != last {
                western.push((Vec::new(), Vec::new()));
                last = row[1];
            }
            let (given, family) = western.last_mut().unwrap();
            let list = if row[0] == "given" { given } else { family };
            list.push((row[2], row[3].parse::<f64>().unwrap()));
        }
        let bodies = (0..bodies).map(|rank| body(random, rank)).collect();
        Self {
            families: of("family"),
            given: of("given"),
            western,
            bodies,
        }
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first
            .to_uppercase()
            .chain(chars.flat_map(char::to_lowercase))
            .collect()
    })
}

impl Parts {
    fn made(random: &mut Random, tables: &'static Tables) -> Self {
        let family = random.weighted(&tables.families, |part| part.weight);
        let one = |random: &mut Random| random.weighted(&tables.given, |part| part.weight);
        let given = if random.chance(0.9) {
            vec![one(random), one(random)]
        } else {
            vec![one(random)]
        };
        Self { family, given }
    }

    fn chinese(&self, simplified: bool) -> String {
        let all = std::iter::once(&self.family).chain(&self.given);
        all.map(|part| {
            if simplified {
                part.simplified
            } else {
                part.traditional
            }
        })
        .collect()
    }

    /// Family and given name: 0 as in Hong Kong, 1 on the Mainland, 2 in South-East Asia.
    fn spelt(&self, place: usize, random: &mut Random) -> (String, String) {
        let words: Vec<&str> = self.given.iter().map(|part| part.spelt[place]).collect();
        let given = match place {
            1 => capital(&words.concat()),
            _ if random.chance(0.25) => {
                let rest: Vec<String> = words[1..].iter().map(|word| word.to_lowercase()).collect();
                std::iter::once(words[0].to_owned())
                    .chain(rest)
                    .collect::<Vec<_>>()
                    .join("-")
            }
            _ => words.join(" "),
        };
        (self.family.spelt[place].to_owned(), given)
    }
}

/// Somebody new.
fn somebody(random: &mut Random, tables: &'static Tables) -> Record {
    let mut record = Record::default();
    let origin = random.below(100);
    if origin < 72 {
        let parts = Parts::made(random, tables);
        let (place, simplified, chinese, western) = match origin {
            0..44 => (0, false, 0.8, 0.5),
            44..62 => (1, true, 0.85, 0.1),
            _ => (2, random.chance(0.5), 0.5, 0.3),
        };
        (record.family, record.given) = parts.spelt(place, random);
        if random.chance(chinese) {
            record.chinese = parts.chinese(simplified);
        }
        if random.chance(western) {
            let locale = random.below(2);
            record.preferred = random
                .weighted(&tables.western[locale].0, |(_, w)| *w)
                .0
                .to_owned();
        }
        if !record.chinese.is_empty() && random.chance(0.12) {
            record.family.clear();
            record.given.clear();
        }
        record.parts = Some(parts);
    } else {
        let locale = if random.chance(0.5) {
            random.below(2)
        } else {
            2 + random.below(tables.western.len() - 2)
        };
        let (given, family) = &tables.western[locale];
        record.family = random.weighted(family, |(_, w)| *w).0.to_owned();
        record.given = random.weighted(given, |(_, w)| *w).0.to_owned();
        if random.chance(0.15) {
            record.given = format!("{} {}", record.given, random.weighted(given, |(_, w)| *w).0);
        }
    }
    if random.chance(0.3) {
        record.family = record.family.to_uppercase();
    }
    let body = random.weighted(&tables.bodies, |body| body.weight);
    addresses(&mut record, body, random);
    record
}

fn addresses(record: &mut Record, body: &Body, random: &mut Random) {
    if random.chance(0.85) {
        record.organisation.push(body.english.clone());
        if !body.chinese.is_empty() && random.chance(0.5) {
            record.organisation.push(body.chinese.clone());
        }
        if random.chance(0.7) {
            record
                .emails
                .push(format!("{}@{}", local(record, random), body.domain));
        } else if random.chance(0.1) {
            record.emails.push(format!(
                "{}@{}",
                random.pick(&["info", "admin", "events", "hr"]),
                body.domain
            ));
        }
        if random.chance(0.25) {
            record.telephones.push(body.line.clone());
        }
    }
    if random.chance(if record.emails.is_empty() { 0.6 } else { 0.2 }) {
        let domain = *random.pick(&[
            "gmail.com",
            "gmail.com",
            "yahoo.com.hk",
            "hotmail.com",
            "outlook.com",
            "qq.com",
        ]);
        record.emails.push(format!(
            "{}{}@{domain}",
            local(record, random),
            random.below(1000)
        ));
    }
    if random.chance(0.7) {
        record.telephones.push(mobile(random));
    }
    if random.chance(0.2) {
        record
            .tags
            .push((*random.pick(&["vip", "speaker", "media", "alumni", "partner"])).to_owned());
    }
}

fn mobile(random: &mut Random) -> String {
    match random.below(10) {
        0..6 => format!("+852{}{:07}", random.pick(&[5, 6, 9]), random.below(10_000_000)),
        6..8 => format!("+8613{:09}", random.below(1_000_000_000)),
        8 => format!("+447{:09}", random.below(1_000_000_000)),
        _ => format!("+1416{:07}", 2_000_000 + random.below(8_000_000)),
    }
}

fn local(record: &Record, random: &mut Random) -> String {
    let clean = |text: &str| -> String {
        text.chars()
            .filter(char::is_ascii_alphanumeric)
            .collect::<String>()
            .to_lowercase()
    };
    let mut family = clean(&record.family);
    let mut given = clean(if record.preferred.is_empty() {
        &record.given
    } else {
        &record.preferred
    });
    if let (true, Some(parts)) = (family.is_empty(), &record.parts) {
        family = clean(parts.family.spelt[1]);
        given = parts.given.iter().map(|part| clean(part.spelt[1])).collect();
    }
    let first = given.chars().take(1).collect::<String>();
    match random.below(4) {
        0 => format!("{given}.{family}"),
        1 => format!("{first}{family}"),
        2 => format!("{family}.{given}"),
        _ => format!("{given}{family}"),
    }
}

/// Somebody of the same family: the same family name and addresses, another given name.
fn relative(of: &Record, twin: bool, random: &mut Random, tables: &'static Tables) -> Record {
    let mut record = loop {
        let other = somebody(random, tables);
        if other.parts.is_some() == of.parts.is_some() {
            break other;
        }
    };
    if let (Some(own), Some(parts)) = (&mut record.parts, &of.parts) {
        own.family = parts.family;
        // Sisters and brothers often share a character, twins nearly always.
        if own.given.len() > 1 && parts.given.len() > 1 && random.chance(if twin { 0.9 } else { 0.4 }) {
            let place = random.below(2);
            own.given[place] = parts.given[place];
        }
        let same = own
            .given
            .iter()
            .map(|p| p.traditional)
            .eq(parts.given.iter().map(|p| p.traditional));
        if same {
            own.given[0] = random.weighted(&tables.given, |part| part.weight);
        }
        let place = usize::from(of.family.eq_ignore_ascii_case(parts.family.spelt[1]));
        let own = own.clone();
        if !record.family.is_empty() || record.chinese.is_empty() {
            (record.family, record.given) = own.spelt(place, random);
        }
        if !record.chinese.is_empty() {
            record.chinese = own.chinese(parts.chinese(true) == of.chinese);
        }
    } else {
        record.family = of.family.clone();
    }
    if random.chance(0.6) && !of.telephones.is_empty() {
        record.telephones = of.telephones.clone();
    }
    if random.chance(0.5) && !of.emails.is_empty() {
        record.emails = of.emails.clone();
    }
    if random.chance(if twin { 0.5 } else { 0.15 }) {
        record.organisation = of.organisation.clone();
    }
    record
}

/// Somebody else of the same name, with a life of their own.
fn namesake(of: &Record, random: &mut Random, tables: &'static Tables) -> Record {
    let mut record = Record {
        family: of.family.clone(),
        given: of.given.clone(),
        chinese: of.chinese.clone(),
        parts: of.parts.clone(),
        ..Record::default()
    };
    if random.chance(0.3) {
        record.preferred = random.weighted(&tables.western[0].0, |(_, w)| *w).0.to_owned();
    }
    let body = random.weighted(&tables.bodies, |body| body.weight);
    addresses(&mut record, body, random);
    if record.emails.is_empty() && record.telephones.is_empty() {
        record.telephones.push(mobile(random));
    }
    record
}

/// So many records, of which about every fifth is of somebody who has another.
pub(crate) fn people(seed: u64, count: usize) -> Made {
    let mut random = Random::new(seed);
    let tables: &'static Tables = Box::leak(Box::new(Tables::new(&mut random, count / 12 + 20)));
    let mut records: Vec<Record> = Vec::with_capacity(count + 4);
    let mut who = 0;
    while records.len() < count {
        let first = somebody(&mut random, tables);
        let mut group = vec![vec![first.clone()]];
        if random.chance(0.05) {
            group.push(vec![relative(&first, false, &mut random, tables)]);
        }
        if random.chance(0.01) {
            group.push(vec![relative(&first, true, &mut random, tables)]);
        }
        if random.chance(0.04) {
            group.push(vec![namesake(&first, &mut random, tables)]);
        }
        for same in &mut group {
            let copies = if random.chance(0.22) {
                1 + usize::from(random.chance(0.15))
            } else {
                0
            };
            for _ in 0..copies {
                let copy = spoil::again(&same[0], &mut random, tables);
                same.push(copy);
            }
        }
        for same in group {
            for mut record in same {
                record.who = who;
                record.key = u128::from(random.next()) << 64 | u128::from(random.next());
                records.push(record);
            }
            who += 1;
        }
    }
    records.truncate(count);
    // As they come: not one beside the other.
    for place in (1..records.len()).rev() {
        let other = random.below(place + 1);
        records.swap(place, other);
    }
    Made { records }
}
