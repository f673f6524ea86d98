//! Names that a slip of the finger away from what was typed.

/// Whether two names differ by at most `most` letters added, lost, changed or swapped with a neighbour.
pub(super) fn is_near(a: &[char], b: &[char], most: usize) -> bool {
    if a.len().abs_diff(b.len()) > most {
        return false;
    }
    // Three rows of the table of distances are enough for a swap.
    let mut before: Vec<usize> = vec![0; b.len() + 1];
    let mut last: Vec<usize> = (0..=b.len()).collect();
    let mut row = last.clone();
    for i in 1..=a.len() {
        row[0] = i;
        let mut least = i;
        for j in 1..=b.len() {
            let changed = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut cost = changed.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                cost = cost.min(before[j - 2] + 1);
            }
            row[j] = cost;
            least = least.min(cost);
        }
        if least > most {
            return false;
        }
        (before, last, row) = (last, row, before);
    }
    last[b.len()] <= most
}

#[cfg(test)]
mod tests {
    use super::is_near;

    #[test]
    fn one_slip_is_near_and_another_word_is_not() {
        let near = |a: &str, b: &str, most| {
            let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
            is_near(&a, &b, most) && is_near(&b, &a, most)
        };
        for (a, b) in [
            ("toronto", "toronot"),
            ("zurich", "zurch"),
            ("geneva", "genneva"),
            ("leeds", "lreds"),
        ] {
            assert!(near(a, b, 1), "{a} {b}");
        }
        assert!(near("kuala lumpur", "kuala lampor", 2));
        assert!(!near("leeds", "essex", 1));
        assert!(!near("", "ab", 1));
    }
}
