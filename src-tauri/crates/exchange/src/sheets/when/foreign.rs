//! Months and small words of other languages, put into English.

/// Names of months in other languages of the office's markets, with the English ones. Longer ones first where
/// one begins with another.
const MONTHS: [(&str, &str); 53] = [
    ("janvier", "Jan"),
    ("février", "Feb"),
    ("fevrier", "Feb"),
    ("mars", "Mar"),
    ("avril", "Apr"),
    ("mai", "May"),
    ("juin", "Jun"),
    ("juillet", "Jul"),
    ("août", "Aug"),
    ("aout", "Aug"),
    ("septembre", "Sep"),
    ("octobre", "Oct"),
    ("novembre", "Nov"),
    ("décembre", "Dec"),
    ("decembre", "Dec"),
    ("januar", "Jan"),
    ("jänner", "Jan"),
    ("februar", "Feb"),
    ("märz", "Mar"),
    ("maerz", "Mar"),
    ("juni", "Jun"),
    ("juli", "Jul"),
    ("oktober", "Oct"),
    ("okt", "Oct"),
    ("dezember", "Dec"),
    ("dez", "Dec"),
    ("enero", "Jan"),
    ("febrero", "Feb"),
    ("marzo", "Mar"),
    ("abril", "Apr"),
    ("mayo", "May"),
    ("junio", "Jun"),
    ("julio", "Jul"),
    ("agosto", "Aug"),
    ("septiembre", "Sep"),
    ("setiembre", "Sep"),
    ("octubre", "Oct"),
    ("noviembre", "Nov"),
    ("diciembre", "Dec"),
    ("gennaio", "Jan"),
    ("febbraio", "Feb"),
    ("aprile", "Apr"),
    ("maggio", "May"),
    ("giugno", "Jun"),
    ("luglio", "Jul"),
    ("settembre", "Sep"),
    ("ottobre", "Oct"),
    ("dicembre", "Dec"),
    ("januari", "Jan"),
    ("februari", "Feb"),
    ("maart", "Mar"),
    ("mei", "May"),
    ("augustus", "Aug"),
];

/// The text with months of other languages in English and Korean signs as Chinese ones.
pub(super) fn in_english(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if c.is_alphabetic() && c < '\u{2E80}' {
            let length = rest
                .find(|c: char| !c.is_alphabetic() || c >= '\u{2E80}')
                .unwrap_or(rest.len());
            let (word, after) = rest.split_at(length);
            let lower = word.to_lowercase();
            match MONTHS.iter().find(|(name, _)| *name == lower) {
                Some((_, english)) => plain.push_str(english),
                // "14 de mayo de 2027", "1er mars".
                None if matches!(
                    lower.as_str(),
                    "de" | "del" | "er" | "den" | "le" | "am" | "um" | "uhr"
                ) && !follows_hour(&lower, &plain) =>
                {
                    plain.push(' ');
                }
                None => plain.push_str(word),
            }
            rest = after;
            // "14. Mai": the point after the day says nothing once the month is a word.
            continue;
        }
        match c {
            '년' => plain.push('年'),
            '월' => plain.push('月'),
            '일' => plain.push('日'),
            c => plain.push(c),
        }
        rest = &rest[c.len_utf8()..];
    }
    without_ordinal_points(&plain)
}

/// Whether `am` stands after a figure and so means the morning.
fn follows_hour(word: &str, before: &str) -> bool {
    word == "am"
        && before
            .trim_end()
            .ends_with(|c: char| c.is_ascii_digit() || c == '.')
}

/// `14. May` as `14 May`.
fn without_ordinal_points(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let after_figure = plain.ends_with(|c: char| c.is_ascii_digit());
        let before_word = text[at + c.len_utf8()..]
            .trim_start()
            .starts_with(|c: char| c.is_ascii_alphabetic());
        let meridiem = text[at + c.len_utf8()..].starts_with(['m', 'a', 'p']);
        if c == '.' && after_figure && before_word && !meridiem {
            plain.push(' ');
        } else {
            plain.push(c);
        }
    }
    plain
}
