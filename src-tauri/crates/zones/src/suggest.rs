//! Which zone was meant by a name that does not exist.

/// The `limit` names closest to what was typed, best first. Compares with the whole name and with its last part, so
/// that `vancuver`, `America/Vancuver` and `Asia/Vancouver` all find Vancouver.
pub(crate) fn closest<'a>(typed: &str, names: impl Iterator<Item = &'a str>, limit: usize) -> Vec<&'a str> {
    // Longer than any name by far: not a slip of the finger, and the comparison costs the product of the lengths.
    if typed.len() > 100 {
        return Vec::new();
    }
    let typed = plain(typed);
    if typed.is_empty() {
        return Vec::new();
    }
    let typed_city = city(&typed);
    let mut scored: Vec<(usize, usize, &str)> = names
        .filter_map(|name| {
            let candidate = plain(name);
            let candidate_city = city(&candidate);
            let whole = distance(&typed, &candidate);
            let end = distance(typed_city, candidate_city);
            let begins = typed_city.len() >= 3 && candidate_city.starts_with(typed_city);
            let score = if begins { end.min(1) } else { end.min(whole) };
            // A third of the letters wrong is about what a typo can be; beyond it, any two short names are "close".
            let allowed = if begins {
                usize::MAX
            } else {
                typed_city.chars().count().div_ceil(3)
            };
            (score <= allowed).then_some((score, whole, name))
        })
        .collect();
    scored.sort_unstable();
    scored.into_iter().take(limit).map(|(_, _, name)| name).collect()
}

fn plain(name: &str) -> String {
    name.trim().to_lowercase().replace([' ', '-'], "_")
}

fn city(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

/// Edits to get from one to the other: a letter added, dropped, changed, or two neighbours swapped.
fn distance(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let mut before = vec![0; other.len() + 1];
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut row = vec![i + 1; other.len() + 1];
        for (j, b) in other.iter().enumerate() {
            let mut best = (last[j] + usize::from(a != b))
                .min(last[j + 1] + 1)
                .min(row[j] + 1);
            if i > 0 && j > 0 && *a == other[j - 1] && one[i - 1] == *b {
                best = best.min(before[j - 1] + 1);
            }
            row[j + 1] = best;
        }
        before = std::mem::replace(&mut last, row);
    }
    last[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 5] = [
        "America/Vancouver",
        "Asia/Kuala_Lumpur",
        "Asia/Hong_Kong",
        "Europe/London",
        "Africa/Cairo",
    ];

    #[test]
    fn slips_of_the_finger_find_the_name_that_was_meant() {
        for (typed, meant) in [
            ("America/Vancuver", "America/Vancouver"),
            ("Asia/Vancouver", "America/Vancouver"),
            ("kuala lumpur", "Asia/Kuala_Lumpur"),
            ("Asia/HongKong", "Asia/Hong_Kong"),
            ("Lodnon", "Europe/London"),
            ("hong", "Asia/Hong_Kong"),
        ] {
            assert_eq!(
                closest(typed, NAMES.into_iter(), 5).first(),
                Some(&meant),
                "{typed}"
            );
        }
    }

    #[test]
    fn what_resembles_nothing_gets_no_suggestion() {
        let long = "x".repeat(10_000);
        for typed in ["", "  ", "qqqqqqqq", "=cmd()", "😀", long.as_str()] {
            assert!(closest(typed, NAMES.into_iter(), 5).is_empty(), "{typed}");
        }
    }

    #[test]
    fn a_swap_counts_as_one_edit() {
        assert_eq!(distance("lodnon", "london"), 1);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("abc", "abc"), 0);
    }
}
