//! How many typing errors lie between what was typed and the beginning of a word.
//!
//! An error is a letter too many, a letter too few, another letter, or two neighbours exchanged (optimal string
//! alignment). All places of the typed word are gone through at once, a bit each (Hyyrö 2003).

/// What was typed, made ready; ASCII, of its first 64 letters.
#[derive(Debug)]
pub(super) struct Pattern {
    places: [u64; 128],
    length: u32,
}

impl Pattern {
    pub(super) fn new(text: &[u8]) -> Self {
        let mut places = [0; 128];
        let text = &text[..text.len().min(64)];
        for (place, letter) in text.iter().enumerate() {
            places[usize::from(letter & 127)] |= 1 << place;
        }
        Self {
            places,
            length: u32::try_from(text.len()).expect("at most 64"),
        }
    }

    /// The fewest errors between the pattern and any beginning of the word; none if more than `most`.
    pub(super) fn errors(&self, word: &[u8], most: u32) -> Option<u32> {
        let Some(last) = self.length.checked_sub(1) else {
            return Some(0);
        };
        let last = 1u64 << last;
        let (mut plus, mut minus) = (u64::MAX, 0u64);
        let (mut before, mut zeros) = (0u64, 0u64);
        let mut errors = self.length;
        let mut least = errors;
        // Beginnings longer by more than `most` letters can't come nearer.
        for letter in word.iter().take((self.length + most) as usize) {
            let here = self.places[usize::from(letter & 127)];
            let exchanged = ((!zeros & here) << 1) & before;
            zeros = ((((here & plus).wrapping_add(plus)) ^ plus) | here | minus) | exchanged;
            let up = minus | !(zeros | plus);
            let down = plus & zeros;
            if up & last != 0 {
                errors += 1;
            }
            if down & last != 0 {
                errors -= 1;
            }
            // A word's beginning is its beginning: letters left out before it count.
            let up = up << 1 | 1;
            let down = down << 1;
            plus = down | !(zeros | up);
            minus = up & zeros;
            before = here;
            least = least.min(errors);
        }
        (least <= most).then_some(least)
    }
}

#[cfg(test)]
mod tests {
    use super::Pattern;
    use proptest::prelude::*;

    /// The textbook's table.
    fn table(a: &[u8], b: &[u8]) -> u32 {
        let mut d = vec![vec![0u32; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                d[i][j] = match (i, j) {
                    (0, j) => u32::try_from(j).unwrap(),
                    (i, 0) => u32::try_from(i).unwrap(),
                    _ => {
                        let same = u32::from(a[i - 1] != b[j - 1]);
                        let mut best = (d[i - 1][j] + 1).min(d[i][j - 1] + 1).min(d[i - 1][j - 1] + same);
                        if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                            best = best.min(d[i - 2][j - 2] + 1);
                        }
                        best
                    }
                };
            }
        }
        d[a.len()][b.len()]
    }

    proptest! {
        #[test]
        fn errors_are_those_of_the_table(typed in "[a-d]{1,9}", word in "[a-d]{0,12}") {
            let (typed, word) = (typed.as_bytes(), word.as_bytes());
            let least = (0..=word.len()).map(|n| table(typed, &word[..n])).min().unwrap();
            let expected = (least <= 2).then_some(least);
            prop_assert_eq!(Pattern::new(typed).errors(word, 2), expected);
        }
    }

    #[test]
    fn an_unfinished_word_may_have_an_error_too() {
        assert_eq!(Pattern::new(b"jonh").errors(b"johnson", 1), Some(1));
        assert_eq!(Pattern::new(b"university").errors(b"univeristy", 2), Some(1));
        assert_eq!(Pattern::new(b"chan").errors(b"wong", 1), None);
    }
}
