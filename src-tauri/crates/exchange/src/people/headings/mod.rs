//! What each heading of a list of people means.

mod known;

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use super::{PersonField, honorifics, mailboxes};
use crate::sheets::{Cell, Sheet, SheetRow, folded, without_brackets};
use known::{ELSEWHERE, KNOWN, TITLE};

/// Cells of a column that are looked at to tell what it holds.
const SAMPLES: usize = 50;

static FIELDS: LazyLock<HashMap<&'static str, PersonField>> = LazyLock::new(|| {
    KNOWN
        .iter()
        .flat_map(|(field, headings)| headings.split('|').map(|heading| (heading, *field)))
        .collect()
});

/// Words that may stand before a heading without changing what it means: of a row above, or of a form.
const DROPPED: [&str; 22] = [
    "contact",
    "contact details",
    "contact information",
    "personal",
    "personal details",
    "guest",
    "invitee",
    "participant",
    "attendee",
    "delegate",
    "candidate",
    "speaker",
    "person",
    "name",
    "names",
    "details",
    "your",
    "particulars",
    "organization",
    "organisation",
    "company",
    "work",
];

/// What a heading means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    Field(PersonField),
    /// An honorific or a post.
    Title,
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}')
}

/// Without the numbers by which programs tell several apart: `E-mail 2 - Value`.
fn unnumbered(folded: &str) -> String {
    let words = folded
        .split(' ')
        .filter(|word| word.is_empty() || !word.bytes().all(|b| b.is_ascii_digit()));
    words
        .collect::<Vec<_>>()
        .join(" ")
        .trim_end_matches(|c: char| c.is_ascii_digit())
        .trim()
        .to_owned()
}

fn look_up(folded: &str) -> Option<Meaning> {
    if TITLE.contains(&folded) {
        return Some(Meaning::Title);
    }
    FIELDS.get(folded).copied().map(Meaning::Field)
}

fn meaning(heading: &str) -> Option<Meaning> {
    let whole = unnumbered(&folded(heading));
    if whole.is_empty() || whole.len() > 200 {
        return None;
    }
    if let Some(found) = look_up(&whole) {
        return Some(found);
    }
    if ELSEWHERE.iter().any(|part| whole.contains(part)) {
        return None;
    }
    look_up(&unnumbered(&folded(&without_brackets(heading))))
        // "Name 姓名", "Email / 電郵".
        .or_else(|| {
            let latin: String = heading.chars().filter(|c| !is_han(*c)).collect();
            let chinese: String = heading.chars().filter(|c| is_han(*c)).collect();
            (!chinese.is_empty())
                .then(|| look_up(&unnumbered(&folded(&latin))).or_else(|| look_up(&folded(&chinese))))
                .flatten()
        })
        .or_else(|| {
            heading
                .split(['/', '\n', '|'])
                .find_map(|piece| look_up(&unnumbered(&folded(piece))))
        })
        .or_else(|| {
            DROPPED
                .iter()
                .filter_map(|before| whole.strip_prefix(before)?.strip_prefix(' '))
                .find_map(look_up)
        })
}

/// How many of these headings are understood, each field counted once but those that repeat.
pub(super) fn understood(headings: &[String]) -> usize {
    let mut taken = BTreeSet::new();
    headings
        .iter()
        .filter(|heading| match meaning(heading) {
            Some(Meaning::Field(field)) => taken.insert(field) || field.repeats(),
            Some(Meaning::Title) => true,
            None => false,
        })
        .count()
}

/// How many headings stand twice.
pub(super) fn repeated(headings: &[String]) -> usize {
    let mut seen = BTreeSet::new();
    headings
        .iter()
        .map(|heading| folded(heading))
        .filter(|heading| !heading.is_empty() && !seen.insert(heading.clone()))
        .count()
}

/// What each column most likely holds.
pub(super) fn mapping(sheet: &Sheet) -> Vec<Option<PersonField>> {
    let meanings: Vec<Option<Meaning>> = sheet.headings.iter().map(|heading| meaning(heading)).collect();
    let mut taken = BTreeSet::new();
    let mut fields: Vec<Option<PersonField>> = vec![None; meanings.len()];
    for (column, meaning) in meanings.iter().enumerate() {
        let Some(Meaning::Field(field)) = meaning else {
            continue;
        };
        let mut field = *field;
        // Of two columns of names, the one with Chinese characters alone is the Chinese name.
        if field == PersonField::FullName
            && all_chinese(&sheet.rows, column)
            && meanings
                .iter()
                .filter(|other| **other == Some(Meaning::Field(field)))
                .count()
                > 1
        {
            field = PersonField::Chinese;
        }
        if taken.insert(field) || field.repeats() {
            fields[column] = Some(field);
        }
    }
    for (column, _) in meanings
        .iter()
        .enumerate()
        .filter(|(_, meaning)| **meaning == Some(Meaning::Title))
    {
        let field = if taken.contains(&PersonField::Post) || holds_honorifics(&sheet.rows, column) {
            PersonField::Honorific
        } else {
            PersonField::Post
        };
        if taken.insert(field) {
            fields[column] = Some(field);
        }
    }
    if fields.iter().all(Option::is_none) {
        by_content(sheet, &mut fields);
    }
    fields
}

fn samples(rows: &[SheetRow], column: usize) -> impl Iterator<Item = String> {
    rows.iter()
        .take(4 * SAMPLES)
        .filter_map(move |row| row.cells.get(column))
        .filter(|cell| !cell.is_empty())
        .take(SAMPLES)
        .map(Cell::shown)
}

fn most(rows: &[SheetRow], column: usize, is: impl Fn(&str) -> bool) -> bool {
    let (mut all, mut fit) = (0_usize, 0_usize);
    for text in samples(rows, column) {
        all += 1;
        fit += usize::from(is(&text));
    }
    all > 0 && fit * 10 >= all * 7
}

fn all_chinese(rows: &[SheetRow], column: usize) -> bool {
    most(rows, column, |text| {
        text.chars().any(is_han) && !text.chars().any(|c| c.is_ascii_alphabetic())
    })
}

fn holds_honorifics(rows: &[SheetRow], column: usize) -> bool {
    most(rows, column, honorifics::is_honorific)
}

fn is_number_text(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let other = text
        .chars()
        .any(|c| !(c.is_ascii_digit() || "+-() ./".contains(c)));
    (7..=20).contains(&digits) && !other
}

/// Whether a row is data: it has an address or a telephone number in it.
pub(super) fn is_data(row: &SheetRow) -> bool {
    row.cells
        .iter()
        .map(Cell::shown)
        .any(|text| mailboxes::is_address(text.trim()) || is_number_text(text.trim()))
}

/// Columns without headings, by what stands in them.
fn by_content(sheet: &Sheet, fields: &mut [Option<PersonField>]) {
    let mut named = false;
    let rows = &sheet.rows;
    for (column, field) in fields.iter_mut().enumerate() {
        *field = if most(rows, column, |text| text.contains('@')) {
            Some(PersonField::Email)
        } else if most(rows, column, |text| is_number_text(text.trim())) {
            Some(PersonField::Telephone)
        } else if !named && most(rows, column, looks_like_a_name) {
            named = true;
            Some(PersonField::FullName)
        } else {
            None
        };
    }
}

fn looks_like_a_name(text: &str) -> bool {
    let letters = text
        .chars()
        .all(|c| c.is_alphabetic() || " ,.'-()·（）".contains(c));
    let han = text.chars().filter(|c| is_han(*c)).count();
    let words = text.split_whitespace().count();
    letters && ((2..=6).contains(&han) || (han == 0 && (2..=6).contains(&words)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheets::text_cell;

    fn field(heading: &str) -> Option<PersonField> {
        match meaning(heading) {
            Some(Meaning::Field(field)) => Some(field),
            Some(Meaning::Title) | None => None,
        }
    }

    #[test]
    fn headings_of_three_languages_and_of_the_usual_programs_are_understood() {
        for (heading, meant) in [
            ("Last Name", PersonField::Family),
            ("姓名", PersonField::FullName),
            ("姓氏（中文）", PersonField::ChineseFamily),
            ("E-mail 2 - Value", PersonField::Email),
            ("E-mail 3 Address", PersonField::Email),
            ("E-mail Address", PersonField::Email),
            ("Phone 1 - Value", PersonField::Telephone),
            ("Business Phone 2", PersonField::WorkTelephone),
            ("Organization 1 - Name", PersonField::Organisation),
            ("Organization Title", PersonField::Post),
            ("手机号码", PersonField::Mobile),
            ("Company Name 公司名稱", PersonField::Organisation),
            ("Email / 電郵", PersonField::Email),
            ("Guest Surname", PersonField::Family),
            ("Contact E-mail", PersonField::Email),
            ("Name Prefix", PersonField::Honorific),
            ("职衔", PersonField::Post),
            ("Country/Region", PersonField::Market),
        ] {
            assert_eq!(field(heading), Some(meant), "{heading}");
        }
        for heading in [
            "Business Fax",
            "E-mail 1 - Label",
            "Assistant's Phone",
            "Phonetic First Name",
            "Event",
            "",
            "Spouse",
        ] {
            assert_eq!(field(heading), None, "{heading}");
        }
    }

    #[test]
    fn no_heading_is_claimed_by_two_fields() {
        let mut seen = BTreeSet::new();
        for heading in KNOWN.iter().flat_map(|(_, headings)| headings.split('|')) {
            assert!(seen.insert(heading), "{heading} stands twice");
            assert!(!TITLE.contains(&heading), "{heading} is not sure");
            let plain = folded(heading);
            assert!(
                plain == heading || heading.contains(char::is_numeric),
                "{heading} is looked up folded"
            );
        }
    }

    fn sheet(headings: &[&str], rows: &[&[&str]]) -> Sheet {
        let text = std::iter::once(headings.join("\t"))
            .chain(rows.iter().map(|row| row.join("\t")))
            .collect::<Vec<_>>()
            .join("\n");
        super::super::open_paste(&text, &crate::sheets::SheetChoice::default()).unwrap()
    }

    #[test]
    fn a_title_is_an_honorific_or_a_post_by_what_stands_in_it() {
        let honorific = sheet(
            &["Title", "Name"],
            &[&["Dr", "Chan Tai Man"], &["Ms", "Wong Siu Ling"]],
        );
        assert_eq!(mapping(&honorific)[0], Some(PersonField::Honorific));
        let post = sheet(
            &["Name", "Title"],
            &[&["Chan Tai Man", "Manager"], &["Wong Siu Ling", "CEO"]],
        );
        assert_eq!(mapping(&post)[1], Some(PersonField::Post));
    }

    #[test]
    fn pasted_rows_without_headings_are_known_by_their_content() {
        let pasted = sheet(
            &["Chan Tai Man", "taiman@example.org", "2345 6789"],
            &[&["Wong Siu Ling", "siuling@example.org", "2345 6780"]],
        );
        assert_eq!((pasted.header_row, pasted.rows.len()), (0, 2));
        assert_eq!(
            mapping(&pasted),
            [
                Some(PersonField::FullName),
                Some(PersonField::Email),
                Some(PersonField::Telephone)
            ]
        );
    }

    #[test]
    fn a_second_column_of_names_in_chinese_characters_is_the_chinese_name() {
        let two = sheet(&["Name", "姓名"], &[&["Chan Tai Man", "陳大文"]]);
        assert_eq!(
            mapping(&two),
            [Some(PersonField::FullName), Some(PersonField::Chinese)]
        );
        let _ = text_cell("");
    }
}
