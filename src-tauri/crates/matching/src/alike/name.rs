//! What the names of two entries say.

use super::ReasonCode;
use super::counts::{Counts, bare};
use super::keys::splits;
use super::latin::{
    Reading, chinese_like, errors, foreign, reading, same_characters, same_syllable, skeleton,
};
use super::profile::Profile;
use crate::tables::{CANTONESE, MANDARIN, SURNAMES, familiar, is_english};

/// What a comparison of names came to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Verdict {
    /// Bits for the same person, or against.
    pub(super) bits: f32,
    /// What is seen; none where nothing can be told.
    pub(super) code: Option<ReasonCode>,
    /// The names are two: whatever else agrees, such a pair is never likely.
    pub(super) conflict: bool,
}

impl Verdict {
    fn new(bits: f32, code: ReasonCode) -> Self {
        Self {
            bits,
            code: Some(code),
            conflict: false,
        }
    }

    fn against(bits: f32, code: ReasonCode) -> Self {
        Self {
            bits,
            code: Some(code),
            conflict: true,
        }
    }
}

/// What one error, another spelling or such costs, in bits.
const FAMILY_ERROR: f32 = 3.0;
const FAMILY_SPELLING: f32 = 3.0;
const GIVEN_ERROR: f32 = 3.0;
const GIVEN_SPELLING: f32 = 3.0;
const NICKNAME: f32 = 2.5;
const DIALECT: f32 = 6.0;
const PART: f32 = 3.0;
const INITIALS_AT_MOST: f32 = 4.0;
const ORDER: f32 = 1.0;
const OTHER_GIVEN: f32 = -12.0;
const FOREIGN: f32 = -4.0;
const OTHER_FAMILY: f32 = -8.0;
const OTHER_CHINESE: f32 = -12.0;
const SIMILAR_CHINESE: f32 = 8.0;
const ROMANISED: f32 = 1.5;
const ROMANISED_AT_MOST: f32 = 13.0;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Given {
    Same,
    Nickname,
    Error,
    Spelling,
    Part,
    Initials,
    /// One is not told.
    Unknown,
    /// One is Western, the other Chinese: two names of one person, or two of a family.
    Foreign,
    Other,
}

fn same(one: &str, other: &str) -> bool {
    one == other || bare(one).eq(bare(other))
}

/// Names in Latin letters; none if one has none.
pub(super) fn latin(a: &Profile, b: &Profile, counts: &Counts, linked: bool) -> Option<Verdict> {
    if !a.has_latin() || !b.has_latin() {
        return None;
    }
    let (one, other) = ((&*a.family, &*a.given), (&*b.family, &*b.given));
    let alone = |name: (&str, &str)| name.1.is_empty() && !name.0.contains(' ') || name.0.is_empty();
    if same(one.0, other.0) && same(one.1, other.1) {
        if alone(one) {
            return Some(Verdict {
                bits: counts.family(one.0, other.0).min(6.0),
                code: None,
                conflict: false,
            });
        }
        return Some(Verdict::new(counts.name(one, other), ReasonCode::SameLatinName));
    }
    let chain = |x: &str, y: &str| bare(x).chain(bare(y)).collect::<Vec<u8>>();
    if a.family.len() + a.given.len() + 2 >= b.family.len() + b.given.len()
        && b.family.len() + b.given.len() + 2 >= a.family.len() + a.given.len()
    {
        let whole = chain(one.0, one.1);
        if whole == chain(other.0, other.1) && !alone(one) {
            return Some(Verdict::new(counts.name(one, other), ReasonCode::SameLatinName));
        }
        if whole == chain(other.1, other.0) || same_words(one, other) {
            return Some(Verdict::new(
                counts.name(one, other) - ORDER,
                ReasonCode::NameOrder,
            ));
        }
    }
    let mut best: Option<Verdict> = None;
    let mut try_parts = |x: (&str, &str), y: (&str, &str), cost: f32| {
        let mut found = parts(x, y, (&a.preferred, &b.preferred), counts, linked);
        found.bits -= cost;
        // What conflicts in one order may agree in the other.
        let better = best.is_none_or(|best| (!found.conflict, found.bits) > (!best.conflict, best.bits));
        if better {
            best = Some(found);
        }
    };
    match (a.given.is_empty(), b.given.is_empty()) {
        (false, false) => {
            try_parts(one, other, 0.0);
            // In the other order only if a part agrees there; which of the two is turned can't be told.
            if skeleton(one.0) == skeleton(other.1) {
                try_parts(one, (other.1, other.0), ORDER);
            }
            if skeleton(one.1) == skeleton(other.0) {
                try_parts((one.1, one.0), other, ORDER);
            }
        }
        (true, false) if a.family.contains(' ') => {
            splits(one.0)
                .iter()
                .for_each(|(family, given)| try_parts((family, given), other, 0.5));
        }
        (false, true) if b.family.contains(' ') => {
            splits(other.0)
                .iter()
                .for_each(|(family, given)| try_parts(one, (family, given), 0.5));
        }
        (true, true) if a.family.contains(' ') && b.family.contains(' ') => {
            for (place, x) in splits(one.0).iter().enumerate() {
                for (at, y) in splits(other.0).iter().enumerate() {
                    let cost = if place == at { 0.0 } else { ORDER };
                    try_parts((&x.0, &x.1), (&y.0, &y.1), cost);
                }
            }
        }
        _ => try_parts(one, other, 0.0),
    }
    best
}

fn same_words(one: (&str, &str), other: (&str, &str)) -> bool {
    let words = |name: (&str, &str)| {
        let mut words: Vec<String> = name
            .0
            .split(' ')
            .chain(name.1.split(' '))
            .map(str::to_owned)
            .collect();
        words.retain(|word| !word.is_empty());
        words.sort_unstable();
        words
    };
    let found = words(one);
    found.len() > 1 && found == words(other)
}

fn parts(
    one: (&str, &str),
    other: (&str, &str),
    preferred: (&str, &str),
    counts: &Counts,
    linked: bool,
) -> Verdict {
    let (family_cost, family_error) = if same(one.0, other.0) {
        (0.0, false)
    } else if let Some(cost) = family_spelling(one.0, other.0, counts, linked) {
        (cost, true)
    } else if same(one.1, other.1) && !one.1.is_empty() {
        // Another family name, as after a marriage.
        return Verdict {
            bits: (counts.given(one.1, other.1) + OTHER_FAMILY).min(0.0),
            code: Some(ReasonCode::OtherFamilyName),
            conflict: false,
        };
    } else {
        return Verdict::against(2.0 * OTHER_FAMILY, ReasonCode::OtherFamilyName);
    };
    let family = counts.family(one.0, other.0);
    let whole = || counts.name(one, other) - family_cost;
    let with_error = |verdict: Verdict| {
        if family_error {
            Verdict {
                code: Some(ReasonCode::Typo),
                ..verdict
            }
        } else {
            verdict
        }
    };
    match given(one.1, other.1, preferred, counts) {
        // Slow to see, so looked for only where an address is shared.
        Given::Other if linked && family_error && dialects(one.1, other.1) => {
            Verdict::new(whole() - DIALECT, ReasonCode::Romanised)
        }
        Given::Same => with_error(Verdict::new(whole(), ReasonCode::SameLatinName)),
        Given::Nickname => Verdict::new(whole() - NICKNAME, ReasonCode::Nickname),
        Given::Error => Verdict::new(whole() - GIVEN_ERROR, ReasonCode::Typo),
        Given::Spelling => Verdict::new(whole() - GIVEN_SPELLING, ReasonCode::Typo),
        Given::Part => Verdict::new(whole() - PART, ReasonCode::Initials),
        Given::Initials => {
            let bits = (whole() - family).min(INITIALS_AT_MOST) + family - family_cost;
            Verdict::new(bits, ReasonCode::Initials)
        }
        Given::Unknown => Verdict {
            bits: (family - family_cost).min(8.0) - 2.0,
            code: None,
            conflict: false,
        },
        Given::Foreign => Verdict {
            bits: FOREIGN,
            code: Some(ReasonCode::OtherGivenName),
            conflict: true,
        },
        // That they share a family name is what explains the rest.
        Given::Other => Verdict::against(OTHER_GIVEN + family.min(2.0), ReasonCode::OtherGivenName),
    }
}

/// What it costs that family names differ as errors and spellings do; none if they are two names.
fn family_spelling(one: &str, other: &str, counts: &Counts, linked: bool) -> Option<f32> {
    if one.is_empty() || other.is_empty() {
        return None;
    }
    let (x, y) = (one.replace(' ', ""), other.replace(' ', ""));
    let (first, second) = (SURNAMES.spelt(&x), SURNAMES.spelt(&y));
    if first.iter().any(|name| second.contains(name)) {
        return Some(FAMILY_SPELLING);
    }
    let far = errors(&x, &y);
    let short = x.len().min(y.len());
    let near = far == 1 && short >= 3 || far == 2 && short >= 8;
    // Chan and Chang, Wong and Wang are two names, however near; only where an address is shared one may be an
    // error for the other.
    let both_known = !first.is_empty() && !second.is_empty();
    let common = counts.telling() && counts.family(&x, &x).max(counts.family(&y, &y)) < 10.0;
    if near && (linked || !both_known && !common) {
        let known = if both_known || common { FAMILY_ERROR } else { 0.0 };
        return Some(FAMILY_ERROR * far as f32 + known);
    }
    // A double name beside one of its halves.
    let half = |whole: &str, part: &str| whole.contains(' ') && whole.split(' ').any(|word| word == part);
    (half(one, other) || half(other, one)).then_some(FAMILY_ERROR + 1.0)
}

fn given(one: &str, other: &str, preferred: (&str, &str), counts: &Counts) -> Given {
    if same(one, other) {
        return if one.is_empty() {
            Given::Unknown
        } else {
            Given::Same
        };
    }
    if one.is_empty() || other.is_empty() {
        return Given::Unknown;
    }
    let (x, y): (Vec<&str>, Vec<&str>) = (one.split(' ').collect(), other.split(' ').collect());
    let called = |preferred: &str, words: &[&str]| !preferred.is_empty() && words.contains(&preferred);
    if called(preferred.0, &y) || called(preferred.1, &x) {
        return Given::Nickname;
    }
    if familiar(x[0], y[0]) && (x.len() == 1 || y.len() == 1 || x[1..] == y[1..]) {
        return Given::Nickname;
    }
    if initials(&x, &y) || initials(&y, &x) {
        return Given::Initials;
    }
    if part(&x, &y) || part(&y, &x) {
        return Given::Part;
    }
    if foreign(one) != foreign(other) && errors(&x.concat(), &y.concat()) > 2 {
        // What both are called by says it of Ken Chan and Chan Tai Man.
        if !preferred.0.is_empty() && preferred.0 == preferred.1 {
            return Given::Nickname;
        }
        return Given::Foreign;
    }
    spelling(&x, &y, counts)
}

/// Whether some words of a given name are left out: a second Western name, or the Western one of two; but Man is
/// another name than Tai Man.
fn part(few: &[&str], many: &[&str]) -> bool {
    let left_out = || many.iter().filter(|word| !few.contains(word));
    few.len() < many.len()
        && few.iter().all(|word| many.contains(word))
        && (few.iter().any(|word| foreign(word)) || left_out().all(|word| word.len() == 1 || foreign(word)))
}

fn initials(short: &[&str], long: &[&str]) -> bool {
    let lone = short.iter().any(|word| word.len() == 1);
    let each = short.len() <= long.len()
        && short
            .iter()
            .zip(long)
            .all(|(s, l)| s == l || s.len() == 1 && l.starts_with(s));
    // "TM" for "Tai Man"
    let run = short.len() == 1
        && long.len() > 1
        && short[0].len() == long.len()
        && short[0].chars().zip(long).all(|(c, word)| word.starts_with(c));
    lone && each || run
}

/// Whether both may be readings of the same characters, one in Cantonese and one in Mandarin.
fn dialects(one: &str, other: &str) -> bool {
    let bare = |text: &str| text.replace(' ', "");
    !foreign(one) && !foreign(other) && same_characters(&bare(one), &bare(other), 3)
}

fn spelling(x: &[&str], y: &[&str], counts: &Counts) -> Given {
    let (one, other) = (x.concat(), y.concat());
    let far = errors(&one, &other);
    let short = one.len().min(other.len());
    let near = far == 1 && short >= 3 || far == 2 && short >= 6;
    if x.len() == y.len() {
        let differing: Vec<(&str, &str)> = x
            .iter()
            .zip(y)
            .filter(|(a, b)| a != b)
            .map(|(a, b)| (*a, *b))
            .collect();
        let syllables = |(a, b): &(&str, &str)| same_syllable(a, b);
        if differing.iter().all(syllables) && !differing.iter().any(|(a, b)| two_names(a, b, counts)) {
            return Given::Spelling;
        }
        if near {
            return if differing.iter().any(|(a, b)| two_names(a, b, counts)) {
                Given::Other
            } else {
                Given::Error
            };
        }
    } else if near && !two_names(&one, &other, counts) {
        return Given::Error;
    }
    let alike = short >= 5 && skeleton(&one) == skeleton(&other) && skeleton(&one).len() >= 2;
    let ends = one.as_bytes().last() == other.as_bytes().last();
    if alike && ends && x.iter().chain(y).any(|word| foreign(word)) {
        return Given::Spelling;
    }
    Given::Other
}

/// Whether both words are names of their own (Yan and Yin, Paul and Paula), not one an error for the other.
fn two_names(one: &str, other: &str, counts: &Counts) -> bool {
    // An error is rarer by far than what it is an error for.
    let (x, y) = (counts.word(one), counts.word(other));
    let (few, many) = (x.min(y), x.max(y));
    let both_common = few >= 3.0 && few >= 0.02 * many;
    let both_known = if counts.telling() {
        chinese_like(one) && chinese_like(other) && errors(one, other) > 1
    } else {
        chinese_like(one) && chinese_like(other) || is_english(one) && is_english(other)
    };
    both_common || both_known
}

/// Whether the Latin names as wholes differ as typing errors do, in either order.
pub(super) fn nearly(a: &Profile, b: &Profile) -> bool {
    let whole = |x: &str, y: &str| [x, y].concat().replace(' ', "");
    let one = whole(&a.family, &a.given);
    errors(&one, &whole(&b.family, &b.given)) <= 2 || errors(&one, &whole(&b.given, &b.family)) <= 2
}

/// Names in Chinese characters; none if one has none.
pub(super) fn chinese(a: &Profile, b: &Profile, counts: &Counts) -> Option<Verdict> {
    let (one, other) = (&*a.chinese, &*b.chinese);
    if one.is_empty() || other.is_empty() {
        return None;
    }
    let surname = usize::from(a.surname);
    if one == other {
        let code = if a.chinese_written == b.chinese_written {
            ReasonCode::SameChineseName
        } else {
            ReasonCode::SameChineseNameOtherScript
        };
        let bits = counts.chinese(one, surname);
        return Some(if one.len() > 1 {
            Verdict::new(bits, code)
        } else {
            Verdict {
                bits: bits.min(4.0),
                code: None,
                conflict: false,
            }
        });
    }
    let bits = counts
        .chinese(one, surname)
        .min(counts.chinese(other, usize::from(b.surname)));
    let turned = |x: &[char], y: &[char]| {
        x.len() == y.len()
            && x.len() > 1
            && (1..=2).any(|n| n < x.len() && x[n..] == y[..x.len() - n] && x[..n] == y[x.len() - n..])
    };
    if turned(one, other) || turned(other, one) {
        return Some(Verdict::new(bits - ORDER, ReasonCode::NameOrder));
    }
    if one.len() == other.len() && one.len() > 2 {
        let mut differing = one.iter().zip(other).filter(|(x, y)| x != y);
        if let (Some((x, y)), None) = (differing.next(), differing.next())
            && sounds_alike(*x, *y)
        {
            return Some(Verdict::new(
                bits - SIMILAR_CHINESE,
                ReasonCode::SimilarChineseName,
            ));
        }
    }
    // A husband's name before, or left out.
    let (short, long) = if one.len() < other.len() {
        (one, other)
    } else {
        (other, one)
    };
    if short.len() >= 3 && long.len() == short.len() + 1 && long.ends_with(short) {
        return Some(Verdict::new(
            bits - SIMILAR_CHINESE,
            ReasonCode::SimilarChineseName,
        ));
    }
    Some(Verdict::against(OTHER_CHINESE, ReasonCode::OtherChineseName))
}

fn sounds_alike(one: char, other: char) -> bool {
    [&*CANTONESE, &*MANDARIN].iter().any(|readings| {
        // As Hong Kong spells them, which does not tell 清 from 正.
        let spelt = |c: char| {
            readings
                .of(c)
                .next()
                .and_then(|syllable| readings.spellings(syllable).first())
        };
        spelt(one).is_some_and(|spelling| spelt(other) == Some(spelling))
    })
}

/// Whether the Chinese names differ in one character only.
pub(super) fn one_character_apart(a: &Profile, b: &Profile) -> bool {
    a.chinese.len() == b.chinese.len()
        && a.chinese.len() > 1
        && a.chinese.iter().zip(&*b.chinese).filter(|(x, y)| x != y).count() == 1
}

/// The Latin name of one against the Chinese name of the other.
pub(super) fn across(latin: &Profile, chinese: &Profile, counts: &Counts) -> Option<Verdict> {
    if !latin.has_latin() || chinese.chinese.len() < 2 {
        return None;
    }
    let surname = usize::from(chinese.surname);
    Some(
        match reading(&latin.family, &latin.given, &chinese.chinese, surname) {
            Reading::Whole => {
                let own = (&*latin.family, &*latin.given);
                let bits = counts
                    .name(own, own)
                    .min(counts.chinese(&chinese.chinese, surname));
                Verdict::new(bits.min(ROMANISED_AT_MOST) - ROMANISED, ReasonCode::Romanised)
            }
            Reading::FamilyAndForeign => {
                let bits = counts.family(&latin.family, &latin.family).min(5.0) - 1.0;
                Verdict {
                    bits,
                    code: None,
                    conflict: false,
                }
            }
            Reading::FamilyOnly => Verdict::against(OTHER_GIVEN, ReasonCode::OtherGivenName),
            Reading::Not => Verdict::against(2.0 * OTHER_FAMILY, ReasonCode::OtherFamilyName),
        },
    )
}
