//! Comparing names in Latin letters, and with names in Chinese characters.

use crate::fold::is_han;
use crate::tables::{BOTH_TONGUES, CANTONESE, MANDARIN, Readings, SURNAMES, is_english, is_syllable};

/// The consonants as they sound, roughly; vowels go, but for one that leads.
///
/// `Cheung` and `Cheong`, `Tsang` and `Zeng`, `Mohammed` and `Muhamad` come out the same.
pub(super) fn skeleton(name: &str) -> String {
    let letters = name.as_bytes();
    let mut sounds = String::with_capacity(letters.len());
    let mut last = 0;
    let at = |place: usize| letters.get(place).copied().unwrap_or_default();
    let mut place = 0;
    while place < letters.len() {
        let (letter, next) = (letters[place], at(place + 1));
        let vowel_next = matches!(next, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
        let (sound, length) = match (letter, next) {
            (b'n', b'g') => (b'G', 2),
            (b't', b's' | b'z') | (b'c' | b'z', b'h') | (b'c', b'z') => (b'C', 2),
            (b's', b'h' | b'z') | (b'h', b's') => (b'S', 2),
            (b'p', b'h') => (b'F', 2),
            (b'k' | b'g', b'w' | b'h') | (b'c', b'k') => (b'K', 2),
            (b'c', b'e' | b'i' | b'y') | (b'z' | b'j' | b'q', _) => (b'C', 1),
            (b'c' | b'k' | b'g', _) => (b'K', 1),
            (b's' | b'x', _) => (b'S', 1),
            (b'b' | b'p', _) => (b'P', 1),
            (b'd' | b't', _) => (b'T', 1),
            (b'f' | b'v', _) => (b'F', 1),
            (b'l' | b'r', _) => (b'L', 1),
            (b'm', _) => (b'M', 1),
            (b'n', _) => (b'N', 1),
            (b'h', _) if vowel_next && place == 0 => (b'H', 1),
            (b'w', _) if vowel_next && place == 0 => (b'W', 1),
            (b'y', _) if vowel_next && place == 0 => (b'Y', 1),
            (b'a' | b'e' | b'i' | b'o' | b'u', _) if place == 0 => (b'A', 1),
            (128.., _) => (letter, 1),
            _ => (0, 1),
        };
        // Double letters are one.
        if sound != 0 && sound != last {
            sounds.push(char::from(sound));
        }
        last = if matches!(letter, b'h' | b'w' | b'y') {
            last
        } else {
            sound
        };
        place += length;
    }
    sounds
}

/// Errors between two words (a letter too many, too few, other, or two exchanged), up to three.
pub(super) fn errors(one: &str, other: &str) -> u32 {
    if one == other {
        return 0;
    }
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len().abs_diff(other.len()) > 2 || one.len() > 62 || other.len() > 62 {
        return 3;
    }
    // An error changes two letters at most.
    let letters = |word: &[u8]| word.iter().fold(0u32, |bits, b| bits | 1 << (b & 31));
    if (letters(one) ^ letters(other)).count_ones() > 4 {
        return 3;
    }
    let mut rows = [[0u8; 64]; 3];
    for (j, cell) in (0u8..).zip(rows[0].iter_mut().take(other.len() + 1)) {
        *cell = j;
    }
    for i in 1..=one.len() {
        let mut row = [0u8; 64];
        row[0] = u8::try_from(i).expect("at most 62");
        let (up, two_up) = (&rows[(i + 2) % 3], &rows[(i + 1) % 3]);
        for j in 1..=other.len() {
            let same = u8::from(one[i - 1] != other[j - 1]);
            let mut best = (up[j] + 1).min(row[j - 1] + 1).min(up[j - 1] + same);
            if i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] {
                best = best.min(two_up[j - 2] + 1);
            }
            row[j] = best;
        }
        rows[i % 3] = row;
    }
    u32::from(rows[one.len() % 3][other.len()].min(3))
}

/// Whether letters can be read as these characters, one syllable each.
fn spells(letters: &str, chars: &[char], readings: &Readings) -> bool {
    let Some((first, rest)) = chars.split_first() else {
        return letters.is_empty();
    };
    readings
        .of(*first)
        .flat_map(|syllable| readings.spellings(syllable))
        .any(|spelt| {
            letters
                .strip_prefix(spelt.as_str())
                .is_some_and(|after| spells(after, rest, readings))
        })
}

/// How far a Latin name is a reading of a Chinese one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reading {
    /// The family name is another.
    Not,
    /// The family name is the same, the given name another.
    FamilyOnly,
    /// The family name is the same, and the given name is not Chinese (Peter).
    FamilyAndForeign,
    /// The whole of it.
    Whole,
}

fn spells_family(letters: &str, family: &[char]) -> bool {
    let name: String = family.iter().collect();
    SURNAMES.spelt(letters).contains(&name)
        || spells(letters, family, &CANTONESE)
        || spells(letters, family, &MANDARIN)
}

/// Reads a Latin name in parts (folded words) against a Chinese name of `surname` characters of family name.
pub(super) fn reading(family: &str, given: &str, chinese: &[char], surname: usize) -> Reading {
    if chinese.len() < 2 || !chinese.iter().all(|c| is_han(*c)) {
        return Reading::FamilyAndForeign;
    }
    let (own, rest) = chinese.split_at(surname);
    let one = |family: &str, given: &[&str]| {
        if !spells_family(family, own) {
            return Reading::Not;
        }
        let read = |words: &[&str]| {
            let letters = words.concat();
            spells(&letters, rest, &CANTONESE) || spells(&letters, rest, &MANDARIN)
        };
        // A Western name may stand before or after the Chinese one.
        let wholly = read(given)
            || given.len() > 1 && (read(&given[1..]) || read(&given[..given.len() - 1]))
            || given.len() > 2 && read(&given[given.len() - 2..]);
        if wholly {
            Reading::Whole
        } else if given.is_empty() || !given.iter().any(|word| chinese_like(word) && !is_english(word)) {
            Reading::FamilyAndForeign
        } else {
            Reading::FamilyOnly
        }
    };
    let given_words: Vec<&str> = given.split(' ').filter(|word| !word.is_empty()).collect();
    let family_words: Vec<&str> = family.split(' ').filter(|word| !word.is_empty()).collect();
    let mut best = one(&family_words.concat(), &given_words);
    if best < Reading::Whole {
        best = best.max(one(&given_words.concat(), &family_words));
        if given_words.is_empty() && family_words.len() > 1 {
            best = best.max(one(family_words[0], &family_words[1..]));
            let last = family_words.len() - 1;
            best = best.max(one(family_words[last], &family_words[..last]));
        }
    }
    best
}

/// Whether a word may be a Chinese given name in Latin letters: one syllable, or two unless it is English.
pub(super) fn chinese_like(word: &str) -> bool {
    let two = |middle: usize| is_syllable(&word[..middle]) && is_syllable(&word[middle..]);
    is_syllable(word) || word.is_ascii() && word.len() > 3 && (1..word.len()).any(two) && !is_english(word)
}

/// Whether a given name (folded words) has a Western part.
pub(super) fn foreign(given: &str) -> bool {
    given
        .split(' ')
        .any(|word| !word.is_empty() && (is_english(word) || !chinese_like(word)))
}

/// Whether two spellings may be of one syllable: Chi and Tsz, Yi and Yee.
pub(super) fn same_syllable(one: &str, other: &str) -> bool {
    [&*CANTONESE, &*MANDARIN].iter().any(|readings| {
        readings
            .spelt(one)
            .iter()
            .any(|syllable| readings.spelt(other).contains(syllable))
    })
}

/// Whether some characters are spelt in one way in Cantonese and in the other in Mandarin: Tai Man and Dawen.
/// Letters without blanks, up to so many characters.
pub(super) fn same_characters(one: &str, other: &str, most: u8) -> bool {
    let (x, y) = (one.len(), other.len());
    if x == 0 || y == 0 {
        return x == y;
    }
    if most == 0 || !one.is_ascii() || !other.is_ascii() {
        return false;
    }
    (1..=x.min(6)).any(|i| {
        (1..=y.min(6)).any(|j| {
            let (a, b) = (&one[..i], &other[..j]);
            (in_both_tongues(a, b) || in_both_tongues(b, a))
                && same_characters(&one[i..], &other[j..], most - 1)
        })
    })
}

/// Whether a character is spelt so in Cantonese and so in Mandarin.
fn in_both_tongues(cantonese: &str, mandarin: &str) -> bool {
    let second = MANDARIN.spelt(mandarin);
    CANTONESE
        .spelt(cantonese)
        .iter()
        .any(|c| second.iter().any(|m| BOTH_TONGUES.contains(&(*c, *m))))
}

#[cfg(test)]
mod tests {
    use super::{Reading, errors, reading, same_syllable, skeleton};

    #[test]
    fn names_that_sound_alike_have_one_skeleton() {
        for (one, other) in [
            ("cheung", "cheong"),
            ("tsang", "zeng"),
            ("mohammed", "muhamad"),
            ("taiman", "daimen"),
            ("chau", "chow"),
            ("yuen", "yun"),
            ("philip", "filip"),
            ("kwok", "kok"),
            ("catherine", "katharine"),
        ] {
            assert_eq!(skeleton(one), skeleton(other), "{one} {other}");
        }
        assert_ne!(skeleton("chan"), skeleton("cheung"));
    }

    #[test]
    fn errors_are_counted_up_to_three() {
        assert_eq!(errors("chan", "cahn"), 1);
        assert_eq!(errors("taiman", "taimn"), 1);
        assert_eq!(errors("smith", "smythe"), 2);
        assert_eq!(errors("smith", "jones"), 3);
        assert_eq!(errors("", ""), 0);
    }

    #[test]
    fn latin_names_are_read_as_chinese_ones_in_both_tongues() {
        let name: Vec<char> = "陈大文".chars().collect();
        for (family, given) in [
            ("chan", "tai man"),
            ("chen", "dawen"),
            ("chan", "taiman"),
            ("chen", "ta wen"),
            ("tan", "tai man"),
            ("chan", "tai man peter"),
            ("chan", "peter tai man"),
            ("dawen", "chen"),
            ("chan tai man", ""),
            ("tai man chan", ""),
        ] {
            assert_eq!(
                reading(family, given, &name, 1),
                Reading::Whole,
                "{family} {given}"
            );
        }
        assert_eq!(reading("chan", "peter", &name, 1), Reading::FamilyAndForeign);
        assert_eq!(reading("chan", "ka yan", &name, 1), Reading::FamilyOnly);
        assert_eq!(reading("wong", "tai man", &name, 1), Reading::Not);
        assert!(same_syllable("chi", "tsz") && same_syllable("yi", "yee") && !same_syllable("yan", "yin"));
    }
}
