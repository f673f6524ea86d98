//! All evidence about two entries, for and against, added up.

use super::chinese::{across, chinese, one_character_apart};
use super::counts::Counts;
use super::latin::{errors, foreign};
use super::name::{Verdict, latin, nearly};
use super::profile::{Email, Organisation, Profile};
use super::{Alike, Reason, ReasonCode};
use crate::tables::familiar;

/// From how many bits on a pair is likely (about 12 to 1), and from how many it is possible (1 to 4).
const LIKELY: f32 = 3.5;
const POSSIBLE: f32 = -2.0;

/// What a name comes to at most, where one of the two has nothing else.
const NAME_ALONE: f32 = 4.0;
/// What a name comes to at most where something else could agree and does not, or where the name is not quite the same.
const NAME_NEARLY: f32 = 3.0;
const EXACT: [ReasonCode; 3] = [
    ReasonCode::SameLatinName,
    ReasonCode::SameChineseName,
    ReasonCode::SameChineseNameOtherScript,
];
const HOPELESS: f32 = -100.0;
/// What contacts come to at most.
const LINKED_AT_MOST: f32 = 28.0;
const UNLINKED_AT_MOST: f32 = 11.0;
const EMAIL: f32 = 11.0;
const WRONG_CHARACTER: f32 = -6.0;
const PREFERRED: f32 = 3.0;
const OTHER_PREFERRED: f32 = -3.0;
const OTHER_READING: f32 = -1.0;
const OTHER_LATIN: f32 = -5.0;
const MAILBOX: f32 = 3.0;
const TELEPHONE: f32 = 8.5;
const ORGANISATION_AT_MOST: f32 = 5.0;
const OTHER_EMAIL: f32 = -1.0;
const OTHER_TELEPHONE: f32 = -1.5;
const OTHER_ORGANISATION: f32 = -2.0;

/// What is thought of two entries; none if they are not even possibly the same.
pub(super) fn weigh(a: &Profile, b: &Profile, counts: &Counts) -> Option<Alike> {
    if a.body != b.body || a.key == b.key {
        return None;
    }
    // The same whichever is asked about first.
    let (a, b) = if a.key < b.key { (a, b) } else { (b, a) };
    let linked = linked(a, b);
    if !linked && !a.body && hopeless(a, b) {
        return None;
    }
    let mut sum = Sum {
        reasons: Vec::new(),
        bits: counts.prior(),
        conflict: false,
    };
    if a.body {
        sum.bodies(a, b, counts);
    } else {
        sum.names(a, b, counts, linked);
    }
    // All that may still come does not outweigh two names that have nothing in common.
    if sum.bits + if linked { LINKED_AT_MOST } else { UNLINKED_AT_MOST } < POSSIBLE {
        return None;
    }
    if !a.body {
        let exactly = sum.reasons.iter().all(|reason| EXACT.contains(&reason.code));
        let bare = nothing_else(a) || nothing_else(b);
        sum.bits = sum
            .bits
            .min(if exactly && bare { NAME_ALONE } else { NAME_NEARLY });
    }
    sum.contacts(a, b, counts);
    if sum.bits < POSSIBLE {
        return None;
    }
    sum.reasons.sort_by(|x, y| {
        y.weight
            .abs()
            .total_cmp(&x.weight.abs())
            .then((x.code as u8).cmp(&(y.code as u8)))
    });
    Some(Alike {
        one: a.key,
        other: b.key,
        score: 1.0 / (1.0 + (-sum.bits).exp2()),
        likely: sum.bits >= LIKELY && !sum.conflict,
        reasons: sum.reasons,
    })
}

struct Sum {
    reasons: Vec<Reason>,
    bits: f32,
    conflict: bool,
}

impl Sum {
    fn add(&mut self, code: ReasonCode, weight: f32) {
        self.bits += weight;
        self.reasons.push(Reason { code, weight });
    }

    fn take(&mut self, verdict: Verdict) {
        self.conflict |= verdict.conflict;
        match verdict.code {
            Some(code) => self.add(code, verdict.bits),
            None => self.bits += verdict.bits,
        }
    }

    fn names(&mut self, a: &Profile, b: &Profile, counts: &Counts, linked: bool) {
        let in_chinese = chinese(a, b, counts);
        if !linked && in_chinese.is_some_and(|verdict| verdict.conflict) && !one_character_apart(a, b) {
            self.conflict = true;
            self.bits += HOPELESS;
            return;
        }
        let in_latin = latin(a, b, counts, linked);
        match (in_latin, in_chinese) {
            (Some(l), Some(c)) if !c.conflict && !l.conflict => {
                // One is mostly a reading of the other, so that both together say little more than the better.
                let (more, less) = if c.bits >= l.bits { (c, l) } else { (l, c) };
                self.take(more);
                let most = if foreign(&a.given) || foreign(&b.given) {
                    3.0
                } else {
                    1.0
                };
                self.take(Verdict {
                    bits: (less.bits * 0.3).clamp(0.0, most),
                    ..less
                });
            }
            (Some(l), Some(c)) if !c.conflict && c.code != Some(ReasonCode::SimilarChineseName) => {
                self.take(c);
                let own =
                    |x: &Profile, y: &Profile| across(x, y, counts).is_some_and(|verdict| !verdict.conflict);
                if nearly(a, b) {
                    self.add(ReasonCode::Typo, -0.5);
                } else if own(a, b) && own(b, a) && !(foreign(&a.given) && foreign(&b.given)) {
                    // Chan Tai Man, Chen Dawen and Peter Chan may all be 陳大文.
                    self.bits += OTHER_READING;
                } else {
                    // Peter Chan and David Chan are perhaps two of that name.
                    self.take(Verdict {
                        bits: OTHER_LATIN,
                        conflict: false,
                        code: l.code,
                    });
                }
            }
            (Some(l), Some(_)) if l.code == Some(ReasonCode::SameLatinName) && one_character_apart(a, b) => {
                // A wrong character is slipped in more often than two namesakes are met.
                self.take(l);
                self.add(ReasonCode::SimilarChineseName, WRONG_CHARACTER);
            }
            (Some(l), Some(c)) => {
                self.take(c);
                self.take(Verdict {
                    bits: l.bits.min(2.0),
                    ..l
                });
            }
            (None, Some(c)) => self.take(c),
            (l, None) => {
                let surely = l.is_some_and(|l| l.code == Some(ReasonCode::SameLatinName));
                let crossed = if surely {
                    None
                } else {
                    let found = [across(a, b, counts), across(b, a, counts)];
                    found
                        .into_iter()
                        .flatten()
                        .max_by(|x, y| x.bits.total_cmp(&y.bits))
                };
                match (l, crossed) {
                    (Some(l), Some(x)) if x.code == Some(ReasonCode::Romanised) && x.bits > l.bits => {
                        self.take(x);
                    }
                    (Some(l), _) => self.take(l),
                    (None, Some(x)) => self.take(x),
                    (None, None) => {}
                }
            }
        }
    }

    fn bodies(&mut self, a: &Profile, b: &Profile, counts: &Counts) {
        match organisations(&a.organisations, &b.organisations) {
            Some(Some(same)) => {
                let code = if same.han {
                    ReasonCode::SameChineseName
                } else {
                    ReasonCode::SameLatinName
                };
                self.add(code, counts.organisation(same.name) + 6.0);
            }
            Some(None) => {
                let far = errors(&a.family.replace(' ', ""), &b.family.replace(' ', ""));
                if far <= 2 && a.family.len().min(b.family.len()) >= 8 {
                    self.add(ReasonCode::Typo, 9.0);
                } else {
                    self.conflict = true;
                    self.add(ReasonCode::OtherFamilyName, -12.0);
                }
            }
            None => {}
        }
    }

    fn contacts(&mut self, a: &Profile, b: &Profile, counts: &Counts) {
        // A family shares its addresses: where the names are two, sharing says less.
        let part = if self.conflict { 0.5 } else { 1.0 };
        let mut domain = None;
        let shared = a.emails.iter().filter(|email| b.emails.contains(email));
        let weights = shared.map(|email| {
            let others = others(counts.shared_by(email.address));
            if email.office {
                (ReasonCode::SharedMailbox, (MAILBOX - others).max(0.5))
            } else {
                (ReasonCode::SameEmail, (EMAIL - 1.5 * others).max(1.0) * part)
            }
        });
        if let Some((code, bits)) = weights.max_by(|x, y| x.1.total_cmp(&y.1)) {
            self.add(code, bits);
        } else if !a.emails.is_empty() && !b.emails.is_empty() {
            domain = shared_domain(a, b);
            if domain.is_none() {
                self.add(ReasonCode::OtherEmail, OTHER_EMAIL);
            }
        }
        let shared = a
            .telephones
            .iter()
            .filter(|telephone| b.telephones.contains(telephone));
        let weights = shared.map(|telephone| {
            let by = counts.shared_by(*telephone);
            let bits = (TELEPHONE - 2.0 * others(by)).max(0.5) * part;
            let code = if by > 4.0 {
                ReasonCode::SharedTelephone
            } else {
                ReasonCode::SameTelephone
            };
            (code, bits)
        });
        if let Some((code, bits)) = weights.max_by(|x, y| x.1.total_cmp(&y.1)) {
            self.add(code, bits);
        } else if !a.telephones.is_empty() && !b.telephones.is_empty() {
            self.add(ReasonCode::OtherTelephone, OTHER_TELEPHONE);
        }
        if a.body {
            return;
        }
        if !a.preferred.is_empty() && !b.preferred.is_empty() {
            let told = self
                .reasons
                .iter()
                .any(|reason| reason.code == ReasonCode::Nickname);
            if told {
                // Told by the names already.
            } else if a.preferred == b.preferred || familiar(&a.preferred, &b.preferred) {
                self.add(ReasonCode::Nickname, PREFERRED);
            } else if errors(&a.preferred, &b.preferred) > 1 {
                self.add(ReasonCode::OtherGivenName, OTHER_PREFERRED);
            }
        }
        let held = |name: u64| (counts.organisation(name) * 0.6).clamp(0.5, ORGANISATION_AT_MOST);
        match (organisations(&a.organisations, &b.organisations), domain) {
            (Some(Some(same)), _) => self.add(ReasonCode::SameOrganisation, held(same.name)),
            (_, Some(domain)) => self.add(ReasonCode::SameOrganisation, held(domain)),
            (Some(None), None) => self.add(ReasonCode::OtherOrganisation, OTHER_ORGANISATION),
            (None, None) => {}
        }
    }
}

/// Bits that sharing an address loses by how many have it; a few of them may be one person.
fn others(by: f32) -> f32 {
    (by - 3.0).max(1.0).log2()
}

/// The domain of a body's own that both have addresses of.
fn shared_domain(a: &Profile, b: &Profile) -> Option<u64> {
    let of = |email: &Email| Some(email.domain).filter(|domain| *domain != 0);
    a.emails
        .iter()
        .filter_map(of)
        .filter(|domain| b.emails.iter().any(|email| email.domain == *domain))
        .min()
}

/// Whether there is nothing but the name.
fn nothing_else(profile: &Profile) -> bool {
    profile.emails.is_empty() && profile.telephones.is_empty() && profile.organisations.is_empty()
}

/// Whether the Latin names have no part in common, in any order, and are not spelt nearly alike; and the Chinese names
/// can't say otherwise.
fn hopeless(a: &Profile, b: &Profile) -> bool {
    let apart = |x: u64, y: u64| x != y;
    !a.given.is_empty()
        && !b.given.is_empty()
        && !a.family.is_empty()
        && !b.family.is_empty()
        && (a.chinese.is_empty() && b.chinese.is_empty()
            || !a.chinese.is_empty() && !b.chinese.is_empty() && a.chinese != b.chinese)
        && apart(a.family_number, b.family_number)
        && apart(a.given_number, b.given_number)
        && apart(a.family_number, b.given_number)
        && apart(a.given_number, b.family_number)
        && (a.letters ^ b.letters).count_ones() > 4
}

/// Whether they share an address that is not an office's.
fn linked(a: &Profile, b: &Profile) -> bool {
    a.emails
        .iter()
        .any(|email| !email.office && b.emails.contains(email))
        || a.telephones
            .iter()
            .any(|telephone| b.telephones.contains(telephone))
}

/// A body that both belong to; `Some(None)` if they belong to others; none if that can't be told.
fn organisations<'a>(one: &'a [Organisation], other: &'a [Organisation]) -> Option<Option<&'a Organisation>> {
    let mut comparable = false;
    for x in one {
        for y in other.iter().filter(|y| y.han == x.han) {
            if x.name == y.name {
                return Some(Some(x));
            }
            comparable = true;
            let shared = x.words.iter().filter(|word| y.words.contains(word)).count();
            let fewer = x.words.len().min(y.words.len());
            // One name is the other with a department, or most words agree.
            if fewer >= 2 && (shared == fewer || 2 * shared > x.words.len().max(y.words.len()) + 1) {
                return Some(Some(if x.name <= y.name { x } else { y }));
            }
        }
    }
    comparable.then_some(None)
}
