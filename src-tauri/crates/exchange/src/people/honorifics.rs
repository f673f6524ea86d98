//! Titles before and after names.

/// Titles that stand before a name, folded to small letters without points.
const BEFORE: [&str; 62] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "mister",
    "madam",
    "madame",
    "mme",
    "mlle",
    "monsieur",
    "master",
    "dr",
    "doctor",
    "prof",
    "professor",
    "assoc prof",
    "associate professor",
    "asst prof",
    "assistant professor",
    "sir",
    "dame",
    "lord",
    "lady",
    "hon",
    "the hon",
    "the honourable",
    "honourable",
    "the honorable",
    "honorable",
    "rev",
    "reverend",
    "ir",
    "ar",
    "sr",
    "er",
    "capt",
    "captain",
    "col",
    "gen",
    "datuk",
    "dato",
    "dato sri",
    "datin",
    "tan sri",
    "tun",
    "puan",
    "encik",
    "cik",
    "haji",
    "herr",
    "frau",
    "herr dr",
    "frau dr",
    "sheikh",
    "shaikh",
    "he",
    "h e",
    "hrh",
    "his excellency",
    "her excellency",
    "ambassador",
];
/// Titles that stand after a name in Chinese characters.
const AFTER_CHINESE: [&str; 24] = [
    "先生",
    "女士",
    "小姐",
    "太太",
    "博士",
    "教授",
    "副教授",
    "醫生",
    "医生",
    "律師",
    "律师",
    "工程師",
    "工程师",
    "測量師",
    "議員",
    "议员",
    "院士",
    "主席",
    "會長",
    "会长",
    "校長",
    "校长",
    "大使",
    "夫人",
];
/// Letters that stand after a name.
const AFTER: [&str; 44] = [
    "jp", "gbm", "gbs", "sbs", "bbs", "mh", "obe", "cbe", "mbe", "kbe", "kc", "qc", "sc", "phd", "dphil",
    "dba", "md", "mba", "msc", "bsc", "ma", "ba", "llb", "llm", "jd", "esq", "cpa", "fcpa", "acca", "fcca",
    "frcs", "frics", "mrics", "fhkie", "mhkie", "ceng", "pe", "cfa", "frm", "am", "ao", "frs", "fhkeng",
    "dsc",
];

fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '.' | '\'' | '’' => {}
            c if c.is_whitespace() => {
                if !plain.ends_with(' ') {
                    plain.push(' ');
                }
            }
            c => plain.extend(c.to_lowercase()),
        }
    }
    plain.trim().to_owned()
}

/// Whether a text is a title and nothing else: `Dr`, `Prof. Dr.`, `先生`.
pub(super) fn is_honorific(text: &str) -> bool {
    let plain = plain(text);
    !plain.is_empty()
        && (BEFORE.contains(&plain.as_str())
            || AFTER_CHINESE.contains(&plain.as_str())
            || (plain.contains([' ', '/'])
                && plain
                    .split([' ', '/'])
                    .all(|word| BEFORE.contains(&word) || word == "&" || word == "and")))
}

/// Whether a text is letters after a name and nothing else: `JP`, `PhD, MBA`.
pub(super) fn is_after(text: &str) -> bool {
    let mut any = false;
    for word in text.split([' ', ',', '，']).filter(|word| !word.is_empty()) {
        // "Ma" and "Ba" are surnames; letters after a name are capitals.
        if !AFTER.contains(&plain(word).as_str())
            || !word.contains(char::is_uppercase)
            || word == "Ma"
            || word == "Ba"
        {
            return false;
        }
        any = true;
    }
    any
}

/// The titles before a name, and the name.
pub(super) fn before(name: &str) -> (&str, &str) {
    let name = name.trim();
    let mut end = 0;
    loop {
        let rest = &name[end..];
        let start = end + (rest.len() - rest.trim_start().len());
        // One to three words together may be a title: "Dato Sri", "The Hon".
        let mut at = start;
        let mut found = None;
        for _ in 0..3 {
            let word_end = name[at..]
                .find(|c: char| c.is_whitespace())
                .map_or(name.len(), |length| at + length);
            if word_end == at {
                break;
            }
            // A title without a blank after its point: "Dr.Chan".
            if let Some(point) = name[at..word_end].find('.').map(|point| at + point)
                && point + 1 < word_end
                && at == start
                && BEFORE.contains(&plain(&name[at..point]).as_str())
                && plain(&name[at..point]).len() > 1
            {
                found = Some(point + 1);
                break;
            }
            if BEFORE.contains(&plain(&name[start..word_end]).as_str()) {
                found = Some(word_end);
            }
            let gap = name[word_end..].len() - name[word_end..].trim_start().len();
            at = word_end + gap;
        }
        match found {
            // What is left must be a name.
            Some(found)
                if !name[found..].trim().is_empty()
                    && !is_family_alone(&name[start..found], &name[found..]) =>
            {
                end = found;
            }
            _ => break,
        }
    }
    (name[..end].trim(), name[end..].trim())
}

/// "He" and "Sr" are surnames and titles: without a point they are titles only in capitals or before two words.
fn is_family_alone(title: &str, _rest: &str) -> bool {
    matches!(
        title.trim(),
        "He" | "he" | "Gen" | "Master" | "Tun" | "Hon" | "Col" | "Ar" | "Er" | "Sr"
    )
}

/// A Chinese name, and the title after it.
pub(super) fn after_chinese(name: &str) -> (&str, &str) {
    let longest = AFTER_CHINESE
        .iter()
        .filter(|title| name.len() > title.len() && name.ends_with(*title))
        .max_by_key(|title| title.len());
    match longest {
        Some(title) => name.split_at(name.len() - title.len()),
        None => (name, ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_taken_off_names_and_nothing_else() {
        for (name, title, rest) in [
            ("Dr Chan Tai Man", "Dr", "Chan Tai Man"),
            ("Prof. Dr. Hans Meier", "Prof. Dr.", "Hans Meier"),
            ("The Hon. John Lee", "The Hon.", "John Lee"),
            ("Dr.Chan", "Dr.", "Chan"),
            ("Dato' Sri Ahmad", "Dato' Sri", "Ahmad"),
            ("He Wei", "", "He Wei"),
            ("Drew Barr", "", "Drew Barr"),
            ("Dr", "", "Dr"),
        ] {
            assert_eq!(before(name), (title, rest), "{name}");
        }
        assert_eq!(after_chinese("陳大文博士"), ("陳大文", "博士"));
        assert_eq!(after_chinese("李副教授"), ("李", "副教授"));
        assert_eq!(after_chinese("博士"), ("博士", ""));
        assert!(is_after("JP") && is_after("PhD, MBA") && !is_after("Ma") && !is_after("Peter"));
        assert!(is_honorific("Ms.") && is_honorific("Prof. Dr.") && !is_honorific("Manager"));
    }
}
