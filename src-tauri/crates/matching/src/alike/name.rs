//! What the Latin names of two entries say.

use std::borrow::Cow;

use super::ReasonCode;
use super::counts::{Counts, bare};
use super::given::{Given, dialects, given};
use super::keys::splits;
use super::latin::{errors, foreign};
use super::profile::Profile;
use crate::tables::SURNAMES;

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
    pub(super) fn new(bits: f32, code: ReasonCode) -> Self {
        Self {
            bits,
            code: Some(code),
            conflict: false,
        }
    }

    pub(super) fn against(bits: f32, code: ReasonCode) -> Self {
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
pub(super) const ORDER: f32 = 1.0;
pub(super) const OTHER_GIVEN: f32 = -10.0;
const FOREIGN: f32 = -4.0;
pub(super) const OTHER_FAMILY: f32 = -8.0;

pub(super) fn same(one: &str, other: &str) -> bool {
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
    if a.anagram == b.anagram {
        let chain = |x: &str, y: &str| bare(x).chain(bare(y)).collect::<Vec<u8>>();
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
    // Whether a given name is Western is told beforehand, but for parts in another order.
    let kind = |given: &str| {
        if *given == *a.given {
            a.foreign
        } else if *given == *b.given {
            b.foreign
        } else {
            foreign(given)
        }
    };
    let mut best: Option<Verdict> = None;
    let mut try_parts = |x: (&str, &str), y: (&str, &str), cost: f32| {
        let mut found = parts(x, y, (&a.preferred, &b.preferred), &kind, counts, linked);
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
            if a.family_sound == b.given_sound {
                try_parts(one, (other.1, other.0), ORDER);
            }
            if a.given_sound == b.family_sound {
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
    kind: &dyn Fn(&str) -> bool,
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
    let family = || counts.family(one.0, other.0);
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
    match given(one.1, other.1, preferred, kind, counts) {
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
            let bits = (whole() - family()).min(INITIALS_AT_MOST) + family() - family_cost;
            Verdict::new(bits, ReasonCode::Initials)
        }
        Given::Unknown => Verdict {
            bits: (family() - family_cost).min(8.0) - 2.0,
            code: None,
            conflict: false,
        },
        Given::Foreign => Verdict {
            bits: FOREIGN,
            code: Some(ReasonCode::OtherGivenName),
            conflict: true,
        },
        // That they share a family name is what explains the rest.
        Given::Other => Verdict::against(OTHER_GIVEN, ReasonCode::OtherGivenName),
    }
}

fn unspaced(text: &str) -> Cow<'_, str> {
    if text.contains(' ') {
        Cow::Owned(text.replace(' ', ""))
    } else {
        Cow::Borrowed(text)
    }
}

/// What it costs that family names differ as errors and spellings do; none if they are two names.
fn family_spelling(one: &str, other: &str, counts: &Counts, linked: bool) -> Option<f32> {
    if one.is_empty() || other.is_empty() {
        return None;
    }
    let (x, y) = (unspaced(one), unspaced(other));
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

/// Whether the Latin names as wholes differ as typing errors do, in either order.
pub(super) fn nearly(a: &Profile, b: &Profile) -> bool {
    let whole = |x: &str, y: &str| [x, y].concat().replace(' ', "");
    let one = whole(&a.family, &a.given);
    errors(&one, &whole(&b.family, &b.given)) <= 2 || errors(&one, &whole(&b.given, &b.family)) <= 2
}
