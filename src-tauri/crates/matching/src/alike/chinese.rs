//! What the Chinese names of two entries say, or the Chinese name of one and the Latin name of the other.

use super::ReasonCode;
use super::counts::Counts;
use super::latin::{Reading, reading};
use super::name::{ORDER, OTHER_FAMILY, OTHER_GIVEN, Verdict};
use super::profile::Profile;
use crate::tables::{CANTONESE, MANDARIN};

/// What differences cost, in bits, and what they come to.
const OTHER_CHINESE: f32 = -12.0;
const SIMILAR_CHINESE: f32 = 8.0;
const ROMANISED: f32 = 1.5;
const ROMANISED_AT_MOST: f32 = 13.0;

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
    let bits = || {
        counts
            .chinese(one, surname)
            .min(counts.chinese(other, usize::from(b.surname)))
    };
    let turned = |x: &[char], y: &[char]| {
        x.len() == y.len()
            && x.len() > 1
            && (1..=2).any(|n| n < x.len() && x[n..] == y[..x.len() - n] && x[..n] == y[x.len() - n..])
    };
    if turned(one, other) || turned(other, one) {
        return Some(Verdict::new(bits() - ORDER, ReasonCode::NameOrder));
    }
    if one.len() == other.len() && one.len() > 2 {
        let mut differing = one.iter().zip(other).filter(|(x, y)| x != y);
        if let (Some((x, y)), None) = (differing.next(), differing.next())
            && sounds_alike(*x, *y)
        {
            return Some(Verdict::new(
                bits() - SIMILAR_CHINESE,
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
            bits() - SIMILAR_CHINESE,
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
