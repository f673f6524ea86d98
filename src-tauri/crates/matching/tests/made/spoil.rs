//! Another record of the same person, as another list has it.

use super::{Parts, Random, Record, Tables, addresses, capital, mobile};

/// The same person again.
pub(super) fn again(of: &Record, random: &mut Random, tables: &'static Tables) -> Record {
    let mut copy = Record {
        spoilt: Vec::new(),
        ..of.clone()
    };
    name(&mut copy, random, tables);
    let name = copy.clone();
    // What the other list says of addresses; mostly something is left by which somebody could tell.
    for _ in 0..8 {
        copy = name.clone();
        contacts(&mut copy, of, random, tables);
        let shares = |one: &[String], other: &[String]| one.iter().any(|text| other.contains(text));
        let told = shares(&copy.emails, &of.emails) || shares(&copy.telephones, &of.telephones);
        let told =
            told || copy.organisation.first() == of.organisation.first() && !of.organisation.is_empty();
        if told || random.chance(0.1) {
            break;
        }
    }
    written(&mut copy, random);
    copy
}

fn name(copy: &mut Record, random: &mut Random, tables: &'static Tables) {
    let did = |what: &'static str, copy: &mut Record| copy.spoilt.push(what);
    let latin = !copy.family.is_empty();
    let chinese = !copy.chinese.is_empty();
    // Which script the list has.
    match random.below(100) {
        0..12 if latin && chinese => {
            copy.chinese.clear();
            did("Latin only", copy);
        }
        12..24 if latin && chinese => {
            (copy.family, copy.given) = (String::new(), String::new());
            did("Chinese only", copy);
        }
        24..30 if latin && !chinese => {
            if let Some(parts) = &copy.parts {
                copy.chinese = parts.chinese(random.chance(0.4));
                if random.chance(0.5) {
                    (copy.family, copy.given) = (String::new(), String::new());
                    did("Latin to Chinese", copy);
                }
            }
        }
        30..36 if chinese && !latin => {
            if let Some(parts) = &copy.parts {
                (copy.family, copy.given) = parts.spelt(usize::from(random.chance(0.6)), random);
                copy.chinese.clear();
                did("Chinese to Latin", copy);
            }
        }
        _ => {}
    }
    if !copy.chinese.is_empty() && random.chance(0.2) {
        let parts = copy.parts.clone().expect("who has a Chinese name has its parts");
        let simplified = copy.chinese == parts.chinese(true);
        copy.chinese = parts.chinese(!simplified);
        did("other script", copy);
    }
    if !copy.chinese.is_empty() && random.chance(0.03) {
        sound_alike(copy, random, tables);
        did("wrong character", copy);
    }
    if copy.family.is_empty() {
        return;
    }
    if random.chance(0.04)
        && let Some(parts) = &copy.parts
    {
        let place = usize::from(copy.family.eq_ignore_ascii_case(parts.family.spelt[0]));
        (copy.family, copy.given) = parts.spelt(place, random);
        did("other romanisation", copy);
    }
    if !copy.preferred.is_empty() && random.chance(0.2) {
        match random.below(3) {
            0 => copy.given = copy.preferred.clone(),
            1 => copy.given = format!("{} {}", copy.given, copy.preferred),
            _ => copy.given = format!("{} {}", copy.preferred, copy.given),
        }
        copy.preferred.clear();
        did("preferred as given", copy);
    } else if random.chance(0.3) {
        copy.preferred.clear();
    }
    if copy.given.contains(' ') && random.chance(0.15) {
        if copy.parts.is_some() {
            copy.given = capital(&copy.given.replace(' ', ""));
        } else {
            copy.given = copy.given.split(' ').next().unwrap_or_default().to_owned();
            did("middle name left out", copy);
        }
    }
    if random.chance(0.03) {
        copy.given = copy
            .given
            .split([' ', '-'])
            .map(|word| word.chars().take(1).collect::<String>())
            .collect::<Vec<_>>()
            .join(" ");
        did("initials", copy);
    }
    if random.chance(0.18) {
        if random.chance(0.6) && copy.given.len() > 2 {
            copy.given = typed_wrong(&copy.given, random);
        } else if copy.family.len() > 2 {
            copy.family = typed_wrong(&copy.family, random);
        }
        did("typing error", copy);
    }
    match random.below(100) {
        0..6 => {
            std::mem::swap(&mut copy.family, &mut copy.given);
            did("other order", copy);
        }
        6..9 => {
            copy.family = format!("{} {}", copy.family, copy.given);
            copy.given.clear();
            did("whole name in one field", copy);
        }
        9..12 => {
            copy.family = format!("{} {}", copy.given, copy.family);
            copy.given.clear();
            did("whole name in one field", copy);
        }
        _ => {}
    }
    if random.chance(0.06) {
        let title = *random.pick(&["Dr", "Prof.", "Mr", "Ms", "Ir"]);
        copy.given = format!("{title} {}", copy.given).trim().to_owned();
    }
}

/// One of the given name's characters exchanged for another that is read alike.
fn sound_alike(copy: &mut Record, random: &mut Random, tables: &'static Tables) {
    let parts = copy.parts.clone().expect("who has a Chinese name has its parts");
    let place = random.below(parts.given.len());
    let own = parts.given[place];
    let tongue = random.below(2);
    let others: Vec<_> = tables
        .given
        .iter()
        .filter(|part| part.spelt[tongue] == own.spelt[tongue] && part.traditional != own.traditional)
        .collect();
    if let Some(other) = others.get(random.below(others.len().max(1))) {
        let simplified = copy.chinese == parts.chinese(true);
        let mut wrong = Parts {
            family: parts.family,
            given: parts.given,
        };
        wrong.given[place] = other;
        copy.chinese = wrong.chinese(simplified);
    }
}

fn typed_wrong(text: &str, random: &mut Random) -> String {
    const ROWS: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
    let mut letters: Vec<char> = text.chars().collect();
    for _ in 0..1 + usize::from(letters.len() > 6 && random.chance(0.1)) {
        let place = random.below(letters.len());
        match random.below(4) {
            0 if letters.len() > 2 => {
                letters.remove(place);
            }
            1 if place + 1 < letters.len() => letters.swap(place, place + 1),
            2 => letters.insert(place, letters[place]),
            _ => {
                let lower = letters[place].to_ascii_lowercase();
                let near = ROWS.iter().find_map(|row| {
                    let at = row.find(lower)?;
                    row.chars().nth(if at == 0 || random.chance(0.5) {
                        at + 1
                    } else {
                        at - 1
                    })
                });
                letters[place] = near.unwrap_or('e');
            }
        }
    }
    letters.into_iter().collect()
}

fn contacts(copy: &mut Record, of: &Record, random: &mut Random, tables: &'static Tables) {
    let moved = random.chance(0.12);
    if moved {
        // A new job: what hung on the old one is gone, a mobile number and a private address stay.
        let own = copy.clone();
        copy.organisation.clear();
        copy.emails.retain(|email| !email.ends_with(".example"));
        copy.telephones.retain(|number| !number.starts_with("+8522"));
        let mut fresh = Record {
            emails: Vec::new(),
            telephones: Vec::new(),
            organisation: Vec::new(),
            ..own
        };
        addresses(
            &mut fresh,
            random.weighted(&tables.bodies, |body| body.weight),
            random,
        );
        copy.organisation = fresh.organisation;
        copy.emails.extend(fresh.emails);
        copy.spoilt.push("moved");
    }
    copy.emails.retain(|_| random.chance(0.75));
    copy.telephones.retain(|_| random.chance(0.7));
    if random.chance(0.2) {
        copy.organisation.clear();
    }
    if copy.telephones.is_empty() && random.chance(0.2) {
        copy.telephones.push(mobile(random));
    }
    if copy.emails.is_empty() && of.emails.is_empty() && random.chance(0.4) {
        let mut fresh = Record {
            emails: Vec::new(),
            telephones: Vec::new(),
            organisation: Vec::new(),
            ..copy.clone()
        };
        addresses(&mut fresh, &tables.bodies[0], random);
        fresh.emails.retain(|email| !email.ends_with(".example"));
        copy.emails = fresh.emails;
    }
}

/// How the same is written otherwise.
fn written(copy: &mut Record, random: &mut Random) {
    for number in &mut copy.telephones {
        if let Some(local) = number.strip_prefix("+852") {
            *number = match random.below(4) {
                0 => local.to_owned(),
                1 => format!("{} {}", &local[..4], &local[4..]),
                2 => format!("(852) {}-{}", &local[..4], &local[4..]),
                _ => number.clone(),
            };
        }
    }
    for email in &mut copy.emails {
        if random.chance(0.1) {
            *email = email.to_uppercase();
        }
    }
    for name in &mut copy.organisation {
        match random.below(8) {
            0 => *name = name.replace("Limited", "Ltd."),
            1 => *name = name.to_uppercase(),
            2 => *name = name.replace("有限公司", ""),
            3 => *name = name.replace(" Limited", "").replace(" Ltd", ""),
            _ => {}
        }
    }
    if copy.organisation.len() > 1 && random.chance(0.5) {
        copy.organisation.remove(random.below(2));
    }
    match random.below(20) {
        0 => {
            copy.family = wide(&copy.family);
            copy.given = wide(&copy.given);
            copy.spoilt.push("width");
        }
        1..4 => {
            copy.family = copy.family.to_uppercase();
            copy.given = copy.given.to_uppercase();
        }
        4 => {
            copy.family = copy.family.to_lowercase();
            copy.given = copy.given.to_lowercase();
        }
        _ => {}
    }
}

fn wide(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            ' ' => '\u{3000}',
            '!'..='~' => char::from_u32(c as u32 + 0xfee0).unwrap_or(c),
            _ => c,
        })
        .collect()
}
