//! An entry made ready for comparing.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use super::counts::bare;
use super::latin::{foreign, skeleton};
use crate::fold::{self, is_han};
use crate::names::surname_length;
use crate::{Entry, numbers};

/// What two entries are compared by. Kept for every entry, so as small as may be.
#[derive(Clone, Debug)]
pub(super) struct Profile {
    pub(super) key: u128,
    pub(super) body: bool,
    /// Folded words, a blank between.
    pub(super) family: Box<str>,
    pub(super) given: Box<str>,
    pub(super) preferred: Box<str>,
    /// Whether the given name has a Western part.
    pub(super) foreign: bool,
    /// Names without blanks, as numbers; and as they sound.
    pub(super) family_number: u64,
    pub(super) given_number: u64,
    pub(super) family_sound: u64,
    pub(super) given_sound: u64,
    /// The letters of the Latin name in whatever order, as a number; and which they are.
    pub(super) anagram: u64,
    pub(super) letters: u32,
    /// Simplified characters.
    pub(super) chinese: Box<[char]>,
    /// The characters as written, as a number.
    pub(super) chinese_written: u64,
    /// How many characters the family name has.
    pub(super) surname: u8,
    pub(super) emails: Box<[Email]>,
    pub(super) telephones: Box<[u64]>,
    pub(super) organisations: Box<[Organisation]>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Email {
    pub(super) address: u64,
    /// Of a body of its own; 0 for a provider that anybody may use.
    pub(super) domain: u64,
    /// `info@`, `enquiry@`, …
    pub(super) office: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Organisation {
    pub(super) name: u64,
    /// In Chinese characters: such names are compared among themselves.
    pub(super) han: bool,
    /// Its words, or pairs of characters, ascending.
    pub(super) words: Box<[u32]>,
}

pub(super) fn number(kind: u8, value: impl Hash) -> u64 {
    let mut hasher = FxHasher::default();
    kind.hash(&mut hasher);
    value.hash(&mut hasher);
    hasher.finish()
}

/// Forms of address and honours, which one list has and the other has not.
const HONORIFICS: &str = "mr mrs ms miss mdm madam dr prof professor sir dame hon the rev ir ar dato datuk datin puan \
    encik tun sri esq jp gbm gbs sbs bbs mh obe mbe cbe phd md mba jr sr";

/// Ends and kinds of companies, which some write and some do not.
const COMPANY: &str = "ltd limited inc incorporated co company corp corporation llc llp plc gmbh ag sa sdn bhd pte pty \
    the of and";
const COMPANY_HAN: [&str; 5] = ["股份有限公司", "有限责任公司", "有限公司", "公司", "集团"];

/// Mailboxes of an office rather than a person.
const OFFICES: &str = "info enquiry enquiries inquiry admin administration office contact hr mail hello general \
    reception secretary secretariat events event marketing sales support team service services noreply";

/// Who gives mailboxes to anybody.
const PROVIDERS: &str = "gmail googlemail yahoo ymail hotmail outlook live msn icloud me qq 163 126 sina sohu foxmail aol \
    gmx web proton protonmail mail hotmail naver daum yandex netvigator zoho fastmail";

fn listed(list: &str, word: &str) -> bool {
    list.split(' ').any(|listed| listed == word)
}

fn words_of_name(text: &str) -> String {
    let folded = fold::all(text);
    let words = || folded.split(' ').filter(|word| !word.chars().all(is_han));
    let kept: Vec<&str> = words().filter(|word| !listed(HONORIFICS, word)).collect();
    // "Sri" or "Ar" may be all the name there is.
    if kept.is_empty() {
        words().collect::<Vec<_>>().join(" ")
    } else {
        kept.join(" ")
    }
}

impl Profile {
    pub(super) fn of(entry: &Entry<'_>) -> Self {
        let mut written: Vec<char> = fold::plain(entry.chinese)
            .chars()
            .filter(|c| is_han(*c))
            .collect();
        if written.is_empty() {
            // Typed into the fields of the Latin name.
            let own = [entry.family, entry.given].concat();
            written = fold::plain(&own).chars().filter(|c| is_han(*c)).collect();
        }
        written.truncate(24);
        let chinese: Box<[char]> = fold::simplified(&written.iter().collect::<String>())
            .chars()
            .collect();
        let mut emails: Vec<Email> = entry.emails.iter().filter_map(|text| email(text)).collect();
        emails.sort_unstable();
        emails.dedup();
        let mut telephones: Vec<u64> = entry
            .telephones
            .iter()
            .filter_map(|text| telephone(text))
            .collect();
        telephones.sort_unstable();
        telephones.dedup();
        let mut organisations: Vec<Organisation> = entry
            .organisation
            .iter()
            .filter_map(|text| organisation(text))
            .collect();
        if entry.nature_body {
            // A body is known by its own names.
            organisations.extend([entry.family, entry.chinese].into_iter().filter_map(organisation));
        }
        organisations.sort_unstable();
        organisations.dedup();
        let family = short(words_of_name(entry.family));
        let mut given = short(words_of_name(entry.given));
        if family.contains(' ') && listed(HONORIFICS, &given) {
            given.clear();
        }
        let sound = |name: &str| number(b's', skeleton(&name.replace(' ', "")));
        let mut letters: Vec<u8> = bare(&family).chain(bare(&given)).collect();
        letters.sort_unstable();
        Self {
            foreign: foreign(&given),
            family_number: number(b'n', bare(&family).collect::<Vec<u8>>()),
            given_number: number(b'n', bare(&given).collect::<Vec<u8>>()),
            family_sound: sound(&family),
            given_sound: sound(&given),
            anagram: number(b'a', &letters),
            letters: letters.iter().fold(0, |bits, b| bits | 1 << (b & 31)),
            key: entry.key,
            body: entry.nature_body,
            family: family.into(),
            given: given.into(),
            preferred: short(words_of_name(entry.preferred)).into(),
            surname: u8::try_from(surname_length(&chinese)).expect("two at most"),
            chinese,
            chinese_written: number(b'w', &written),
            emails: emails.into(),
            telephones: telephones.into(),
            organisations: organisations.into(),
        }
    }

    pub(super) fn has_latin(&self) -> bool {
        !self.family.is_empty() || !self.given.is_empty()
    }
}

/// Names are short; a paragraph in a name's place is cut.
fn short(mut text: String) -> String {
    if let Some((end, _)) = text.char_indices().nth(60) {
        text.truncate(end);
    }
    text.trim_end().to_owned()
}

fn email(text: &str) -> Option<Email> {
    let plain = fold::plain(text).trim().to_lowercase();
    // "Chan Tai Man <tm@x.example>" and "mailto:tm@x.example"
    let inner = plain.split_once('<').map_or(plain.as_str(), |(_, rest)| rest);
    let inner = inner.split('>').next().unwrap_or_default().trim();
    let inner = inner.strip_prefix("mailto:").unwrap_or(inner);
    let (local, domain) = inner.rsplit_once('@')?;
    let local = local.split('+').next().unwrap_or_default();
    if local.is_empty() || domain.is_empty() {
        return None;
    }
    let domain = if domain == "googlemail.com" {
        "gmail.com"
    } else {
        domain
    };
    let local = if domain == "gmail.com" {
        local.replace('.', "")
    } else {
        local.to_owned()
    };
    let first = local.split(['.', '-', '_']).next().unwrap_or_default();
    let provider = domain.split('.').next().unwrap_or_default();
    Some(Email {
        address: number(b'e', (&local, domain)),
        domain: if listed(PROVIDERS, provider) {
            0
        } else {
            number(b'd', domain)
        },
        office: listed(OFFICES, first),
    })
}

/// The last eight digits: enough to tell numbers apart, and the same with and without a country code.
fn telephone(text: &str) -> Option<u64> {
    let read = numbers::e164(text, None).ok();
    let plain = read.map_or_else(|| fold::plain(text), |number| number.as_str().to_owned());
    let digits: Vec<u8> = plain.bytes().filter(u8::is_ascii_digit).collect();
    let shortened = matches!(numbers::e164(text, None), Err(numbers::NumberProblem::Shortened));
    (digits.len() >= 6 && !shortened).then(|| number(b't', &digits[digits.len().saturating_sub(8)..]))
}

fn organisation(text: &str) -> Option<Organisation> {
    let folded = fold::all(text);
    let han = folded.chars().any(is_han);
    let (name, mut words) = if han {
        let mut name: String = folded.split(' ').collect();
        for end in COMPANY_HAN {
            if let Some(start) = name.strip_suffix(end)
                && start.chars().count() >= 2
            {
                name.truncate(start.len());
            }
        }
        let chars: Vec<char> = name.chars().collect();
        let pairs: Vec<u32> = chars
            .windows(2)
            .map(|two| (number(b'p', two) >> 32) as u32)
            .collect();
        (name, pairs)
    } else {
        let all: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        let kept: Vec<&str> = all
            .iter()
            .copied()
            .filter(|word| !listed(COMPANY, word))
            .collect();
        let kept = if kept.is_empty() { all } else { kept };
        let words = kept
            .iter()
            .map(|word| (number(b'p', word) >> 32) as u32)
            .collect();
        (kept.concat(), words)
    };
    words.sort_unstable();
    words.dedup();
    words.truncate(16);
    (!name.is_empty()).then(|| Organisation {
        name: number(b'o', &name),
        han,
        words: words.into(),
    })
}
