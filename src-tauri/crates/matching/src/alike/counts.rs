//! How common names, addresses and bodies are among the entries: to share a rare name says more than to share a
//! common one.

use rustc_hash::FxHashMap;

use super::profile::{Profile, number};
use crate::tables::is_english;

use super::latin::chinese_like;

/// How often each value is met.
#[derive(Debug, Default)]
pub(super) struct Counts {
    entries: u32,
    of: FxHashMap<u64, u32>,
}

/// Entries that are taken to be there beside those that are, so that a list of ten does not make every name rare
/// or common.
const IMAGINED: f32 = 3000.0;
/// How common a name is held to be before it is counted.
const KNOWN_FAMILY: f32 = 0.01;
const OTHER_FAMILY: f32 = 0.0005;
const KNOWN_GIVEN: f32 = 0.001;
const OTHER_GIVEN: f32 = 0.0003;

pub(super) fn bare(text: &str) -> impl Iterator<Item = u8> + Clone + '_ {
    text.bytes().filter(|b| *b != b' ')
}

fn joined(kind: u8, text: &str) -> u64 {
    bare(text).fold(number(kind, 0), |sum, b| {
        (sum ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The whole name whatever the order of its parts.
fn whole(family: &str, given: &str) -> u64 {
    number(b'J', joined(b'j', family).wrapping_add(joined(b'j', given)))
}

impl Counts {
    /// Counts an entry in, or out.
    pub(super) fn add(&mut self, profile: &Profile, into: bool) {
        self.entries = if into {
            self.entries + 1
        } else {
            self.entries.saturating_sub(1)
        };
        values(profile, |value| {
            if into {
                *self.of.entry(value).or_default() += 1;
            } else if let Some(count) = self.of.get_mut(&value) {
                *count -= 1;
                if *count == 0 {
                    self.of.remove(&value);
                }
            }
        });
    }

    fn count(&self, value: u64) -> f32 {
        self.of.get(&value).map_or(0.0, |count| *count as f32)
    }

    fn all(&self) -> f32 {
        self.entries as f32 + IMAGINED
    }

    /// Bits of surprise at meeting a value again that `count` entries have.
    fn bits(&self, count: f32, held: f32) -> f32 {
        (self.all() / ((count - 1.0).max(0.0) + IMAGINED * held))
            .log2()
            .max(0.0)
    }

    /// How improbable it is that two entries taken at random are one person.
    pub(super) fn prior(&self) -> f32 {
        -self.all().log2() - 1.0
    }

    pub(super) fn family(&self, one: &str, other: &str) -> f32 {
        let count = self.count(joined(b'F', one)).max(self.count(joined(b'F', other)));
        let known = crate::names::is_family(one) || crate::names::is_family(other);
        self.bits(count, if known { KNOWN_FAMILY } else { OTHER_FAMILY })
    }

    pub(super) fn given(&self, one: &str, other: &str) -> f32 {
        let count = self.count(joined(b'G', one)).max(self.count(joined(b'G', other)));
        let known = |name: &str| name.split(' ').all(|word| chinese_like(word) || is_english(word));
        self.bits(
            count,
            if known(one) || known(other) {
                KNOWN_GIVEN
            } else {
                OTHER_GIVEN
            },
        )
    }

    /// Of the whole name: what its parts say, unless counting shows it to be more common than that.
    pub(super) fn name(&self, one: (&str, &str), other: (&str, &str)) -> f32 {
        let parts = self.family(one.0, other.0) + self.given(one.1, other.1);
        let count = self
            .count(whole(one.0, one.1))
            .max(self.count(whole(other.0, other.1)));
        self.at_most(parts, count)
    }

    fn at_most(&self, parts: f32, count: f32) -> f32 {
        // A few of those who bear the name may well be the one in question.
        if count > 4.0 {
            parts.min((self.all() / (count - 4.0)).log2())
        } else {
            parts
        }
    }

    pub(super) fn chinese(&self, name: &[char], surname: usize) -> f32 {
        let (family, given) = name.split_at(surname);
        let parts = self.bits(self.count(number(b'S', family)), KNOWN_FAMILY)
            + self.bits(self.count(number(b'V', given)), KNOWN_GIVEN);
        self.at_most(parts, self.count(number(b'Z', name)))
    }

    pub(super) fn word(&self, word: &str) -> f32 {
        self.count(joined(b'K', word))
    }

    /// Whether the list is long enough for counts to tell names from errors.
    pub(super) fn telling(&self) -> bool {
        self.entries >= 2000
    }

    /// Of an e-mail address or telephone number: how many have it.
    pub(super) fn shared_by(&self, value: u64) -> f32 {
        self.count(value).max(2.0)
    }

    pub(super) fn organisation(&self, name: u64) -> f32 {
        self.bits(self.count(name), OTHER_FAMILY)
    }
}

fn values(profile: &Profile, mut found: impl FnMut(u64)) {
    if profile.has_latin() {
        found(joined(b'F', &profile.family));
        found(joined(b'G', &profile.given));
        found(whole(&profile.family, &profile.given));
        for word in profile.given.split(' ').filter(|word| !word.is_empty()) {
            found(joined(b'K', word));
        }
    }
    if !profile.chinese.is_empty() {
        let (family, given) = profile.chinese.split_at(usize::from(profile.surname));
        found(number(b'S', family));
        found(number(b'V', given));
        found(number(b'Z', &*profile.chinese));
    }
    for email in &profile.emails {
        found(email.address);
        if email.domain != 0 {
            found(email.domain);
        }
    }
    profile.telephones.iter().for_each(|telephone| found(*telephone));
    profile
        .organisations
        .iter()
        .for_each(|organisation| found(organisation.name));
}
