//! What two records of one person have in common: only entries that share one of these are compared.

use super::latin::skeleton;
use super::profile::{Profile, number};
use crate::tables::{CANTONESE, MANDARIN, NICKNAMES, SURNAMES};

/// Larger blocks say nothing: an office's telephone, a name that hundreds bear.
pub(super) const LARGEST: usize = 300;

/// The entry's blocks, each once.
pub(super) fn keys(profile: &Profile, found: &mut Vec<u32>) {
    found.clear();
    let mut add = |kind: u8, value: u64| found.push((number(kind, value) >> 32) as u32);
    profile.emails.iter().for_each(|email| add(b'E', email.address));
    profile
        .telephones
        .iter()
        .for_each(|telephone| add(b'T', *telephone));
    if profile.body {
        profile
            .organisations
            .iter()
            .for_each(|organisation| add(b'B', organisation.name));
    }
    chinese(profile, &mut add);
    if profile.has_latin() {
        let family = profile.family.replace(' ', "");
        let given = profile.given.replace(' ', "");
        let whole = [family.as_str(), &given].concat();
        let mut letters: Vec<char> = whole.chars().collect();
        letters.sort_unstable();
        add(b'L', number(0, &letters));
        spelling(&whole, &mut add);
        let mut names: Vec<(String, String)> = vec![(family, given)];
        if profile.given.is_empty() {
            names = splits(&profile.family);
        }
        for (family, given) in &names {
            sounds(profile, family, given, &mut add);
        }
    }
    found.sort_unstable();
    found.dedup();
}

/// A whole name in one field, with its first or its last word as the family name.
pub(super) fn splits(name: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    if let Some((first, rest)) = name.split_once(' ') {
        found.push((first.to_owned(), rest.replace(' ', "")));
    }
    if let Some((rest, last)) = name.rsplit_once(' ') {
        found.push((last.to_owned(), rest.replace(' ', "")));
    }
    found
}

fn chinese(profile: &Profile, add: &mut impl FnMut(u8, u64)) {
    if profile.chinese.len() < 2 {
        return;
    }
    let mut sorted = profile.chinese.to_vec();
    sorted.sort_unstable();
    add(b'C', number(0, &sorted));
    let sounds: Vec<u16> = profile
        .chinese
        .iter()
        .map(|c| MANDARIN.of(*c).next().unwrap_or_default())
        .collect();
    add(b'H', number(0, &sounds));
    let (family, given) = profile.chinese.split_at(usize::from(profile.surname));
    let family: String = family.iter().collect();
    for readings in [&*CANTONESE, &*MANDARIN] {
        let spelt: String = given
            .iter()
            .filter_map(|c| readings.of(*c).next())
            .filter_map(|syllable| readings.spellings(syllable).first())
            .map(String::as_str)
            .collect();
        if !spelt.is_empty() {
            add(b'X', number(0, (&family, skeleton(&spelt))));
        }
    }
}

/// The whole name, and the whole name with each letter left out: two that differ by one error share one.
fn spelling(whole: &str, add: &mut impl FnMut(u8, u64)) {
    let letters: Vec<char> = whole.chars().take(24).collect();
    if letters.len() < 5 {
        return;
    }
    add(b'D', number(0, &letters));
    for left_out in 0..letters.len() {
        if left_out > 0 && letters[left_out] == letters[left_out - 1] {
            continue;
        }
        let rest: Vec<char> = letters
            .iter()
            .enumerate()
            .filter(|(place, _)| *place != left_out)
            .map(|(_, c)| *c)
            .collect();
        add(b'D', number(0, &rest));
    }
}

fn sounds(profile: &Profile, family: &str, given: &str, add: &mut impl FnMut(u8, u64)) {
    let (f, g) = (skeleton(family), skeleton(given));
    if !g.is_empty() {
        add(b'P', number(0, (f.clone().min(g.clone()), f.max(g.clone()))));
        for surname in SURNAMES.spelt(family) {
            add(b'X', number(0, (surname, &g)));
        }
        for surname in SURNAMES.spelt(given) {
            add(b'X', number(0, (surname, skeleton(family))));
        }
    }
    // By which name they are called: Bob for Robert, Peter beside Tai Man.
    let first = profile.given.split(' ').next().unwrap_or_default();
    for name in [first, &profile.preferred] {
        if !name.is_empty() {
            add(b'N', number(0, (family, name)));
            for formal in NICKNAMES.get(name).into_iter().flatten().take(6) {
                add(b'N', number(0, (family, *formal)));
            }
        }
    }
    // Whatever else is wrong with the name, the initials and the body are often right.
    if let (Some(f), Some(g)) = (family.chars().next(), given.chars().next()) {
        for organisation in &profile.organisations {
            add(b'W', number(0, (organisation.name, f.min(g), f.max(g))));
        }
    }
}
