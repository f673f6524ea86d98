//! All evidence about two entries, for and against, added up.

use super::counts::Counts;
use super::latin::foreign;
use super::name::{Verdict, across, chinese, latin};
use super::profile::{Organisation, Profile};
use super::{Alike, Reason, ReasonCode};

/// From how many bits on a pair is likely (about 12 to 1), and from how many it is possible (1 to 4).
const LIKELY: f32 = 3.5;
const POSSIBLE: f32 = -2.0;

const EMAIL: f32 = 11.0;
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
    let mut sum = Sum {
        reasons: Vec::new(),
        bits: counts.prior(),
        conflict: false,
    };
    if a.body {
        sum.bodies(a, b, counts);
    } else {
        sum.names(a, b, counts);
    }
    // Nothing outweighs two names that have nothing in common.
    if sum.bits < -34.0 {
        return None;
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

    fn names(&mut self, a: &Profile, b: &Profile, counts: &Counts) {
        let (in_latin, in_chinese) = (latin(a, b, counts), chinese(a, b, counts));
        match (in_latin, in_chinese) {
            (Some(l), Some(c)) if !c.conflict && !l.conflict => {
                // One is mostly a reading of the other, so that both together say little more than the better.
                let (more, less) = if c.bits >= l.bits { (c, l) } else { (l, c) };
                self.take(more);
                self.take(Verdict {
                    bits: (less.bits * 0.3).clamp(0.0, 3.0),
                    ..less
                });
            }
            (Some(l), Some(c)) if !c.conflict => {
                self.take(c);
                let own =
                    |x: &Profile, y: &Profile| across(x, y, counts).is_some_and(|verdict| !verdict.conflict);
                // Chan Tai Man and Chen Dawen are both 陳大文; Peter Chan and David Chan are perhaps two.
                let both = own(a, b) && own(b, a);
                let readings = both && !foreign(&a.given) && !foreign(&b.given);
                let bits = if readings {
                    -0.5
                } else if both {
                    -5.0
                } else {
                    -4.0
                };
                if bits < -1.0 {
                    self.take(Verdict {
                        bits,
                        conflict: false,
                        code: l.code,
                    });
                } else {
                    self.bits += bits;
                }
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
                let far = super::latin::errors(&a.family.replace(' ', ""), &b.family.replace(' ', ""));
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
        let shared = a.emails.iter().filter(|email| b.emails.contains(email));
        let weights = shared.map(|email| {
            let others = (counts.shared_by(email.address) - 1.0).log2();
            if email.office {
                (ReasonCode::SharedMailbox, (MAILBOX - others).max(0.5))
            } else {
                (ReasonCode::SameEmail, (EMAIL - 1.5 * others).max(1.0) * part)
            }
        });
        if let Some((code, bits)) = weights.max_by(|x, y| x.1.total_cmp(&y.1)) {
            self.add(code, bits);
        } else if !a.emails.is_empty() && !b.emails.is_empty() {
            self.add(ReasonCode::OtherEmail, OTHER_EMAIL);
        }
        let shared = a
            .telephones
            .iter()
            .filter(|telephone| b.telephones.contains(telephone));
        let weights = shared.map(|telephone| {
            let by = counts.shared_by(*telephone);
            let bits = (TELEPHONE - 1.7 * (by - 1.0).log2()).max(0.5) * part;
            (
                if by > 3.0 {
                    ReasonCode::SharedTelephone
                } else {
                    ReasonCode::SameTelephone
                },
                bits,
            )
        });
        if let Some((code, bits)) = weights.max_by(|x, y| x.1.total_cmp(&y.1)) {
            self.add(code, bits);
        } else if !a.telephones.is_empty() && !b.telephones.is_empty() {
            self.add(ReasonCode::OtherTelephone, OTHER_TELEPHONE);
        }
        if a.body {
            return;
        }
        match organisations(&a.organisations, &b.organisations) {
            Some(Some(same)) => {
                let bits = (counts.organisation(same.name) * 0.6).clamp(0.5, ORGANISATION_AT_MOST);
                self.add(ReasonCode::SameOrganisation, bits);
            }
            Some(None) => self.add(ReasonCode::OtherOrganisation, OTHER_ORGANISATION),
            None => {}
        }
    }
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
