//! The name on a card.
//!
//! Chinese characters are put together in the order of N's components, family name first, and are never reordered;
//! a Latin name beside them comes from another N of the same card (ALTID), from the sound that telephones keep
//! (X-PHONETIC-…), from SORT-AS, or from FN.

use outreach_plan::people::Nature;

use super::lines::Property;
use super::texts::{line, parts};
use crate::people::PersonDraft;
use crate::people::mailboxes::is_address;
use crate::people::names::{self, is_han};

/// What a card says of names.
#[derive(Default)]
pub(super) struct Names {
    /// Components of each N.
    structured: Vec<[String; 5]>,
    formatted: Vec<String>,
    /// Latin family and given name by their sound.
    sound: (String, String),
    chinese: String,
    sort: Vec<String>,
    pub(super) is_body: bool,
}

impl Names {
    /// Takes a property in; whether it was one of a name.
    pub(super) fn take(&mut self, property: &Property, text: &str) -> bool {
        match property.name.as_str() {
            "N" => {
                let mut components = parts(text, ';').into_iter().map(line);
                let five = [(); 5].map(|()| components.next().unwrap_or_default());
                if self.structured.len() < 8 && five.iter().any(|part| !part.is_empty()) {
                    self.structured.push(five);
                }
                for sort in property.param("SORT-AS") {
                    self.sort.push(sort.into_owned());
                }
            }
            "FN" => {
                let text = line(text);
                if self.formatted.len() < 8 && !text.is_empty() {
                    self.formatted.push(text);
                }
            }
            "X-PHONETIC-LAST-NAME" | "X-PHONETIC-FAMILY-NAME" => self.sound.0 = latin(&line(text)),
            "X-PHONETIC-FIRST-NAME" | "X-PHONETIC-GIVEN-NAME" => self.sound.1 = latin(&line(text)),
            "X-PHONETIC-MIDDLE-NAME" => {
                let middle = latin(&line(text));
                self.sound.1 = format!("{} {middle}", self.sound.1).trim().to_owned();
            }
            // What others call it, and what we write into cards of version 3.0.
            "X-CHINESE-NAME" => self.chinese = line(text),
            "SORT-STRING" => self.sort.push(line(text)),
            "KIND" | "X-ADDRESSBOOKSERVER-KIND" => {
                self.is_body |= line(text).to_ascii_lowercase().starts_with("org");
            }
            "X-ABSHOWAS" => self.is_body |= line(text).eq_ignore_ascii_case("company"),
            _ => return false,
        }
        true
    }

    /// Puts the name on a draft; warnings, and whether a suffix was left out.
    pub(super) fn put_on(&self, draft: &mut PersonDraft) -> (Option<&'static str>, bool) {
        let mut suffix = false;
        for [family, given, additional, prefix, after] in &self.structured {
            let whole_given = [given.as_str(), additional].join(" ").trim().to_owned();
            if family.chars().chain(whole_given.chars()).any(is_han) {
                if draft.chinese.is_empty() {
                    draft.chinese = han(family) + &han(&whole_given);
                }
                let (family, given) = (without_han(family), without_han(&whole_given));
                if draft.family.is_empty()
                    && draft.given.is_empty()
                    && !(family.is_empty() && given.is_empty())
                {
                    (draft.family, draft.given) = (family, given);
                }
            } else if draft.family.is_empty() && draft.given.is_empty() {
                family.clone_into(&mut draft.family);
                draft.given = whole_given;
            }
            if draft.honorific.is_empty() {
                prefix.clone_into(&mut draft.honorific);
            }
            suffix |= !after.is_empty();
        }
        if draft.chinese.is_empty() {
            self.chinese.clone_into(&mut draft.chinese);
        }
        let mut warning = None;
        if draft.family.is_empty() && draft.given.is_empty() {
            let (family, given) = &self.sound;
            if !family.is_empty() {
                family.clone_into(&mut draft.family);
                given.clone_into(&mut draft.given);
            } else if let Some((family, given)) = self.sorted() {
                (draft.family, draft.given) = (family, given);
            }
        }
        for formatted in self
            .formatted
            .iter()
            .filter(|name| is_name(name, draft))
            .cloned()
            .collect::<Vec<_>>()
        {
            let formatted = &formatted;
            let bare = draft.family.is_empty() && draft.given.is_empty();
            if !bare && !draft.chinese.is_empty() {
                break;
            }
            if self.is_body {
                put_body(draft, formatted);
                continue;
            }
            let split = names::split(formatted, &draft.chinese);
            if draft.chinese.is_empty() {
                draft.chinese = split.chinese;
            }
            if bare {
                draft.family = split.family;
                draft.given = split.given;
                warning = split.warning.filter(|_| !draft.family.is_empty());
                if draft.honorific.is_empty() {
                    draft.honorific = split.honorific;
                }
                if draft.preferred.is_empty() {
                    draft.preferred = split.preferred;
                }
                suffix |= !split.after.is_empty();
            }
        }
        let organisation = &draft.organisation;
        let is_named_like_it = self.structured.is_empty()
            && !organisation.is_empty()
            && self
                .formatted
                .iter()
                .any(|name| [&organisation.en, &organisation.zh_hant, &organisation.zh_hans].contains(&name));
        if self.is_body || is_named_like_it {
            draft.nature = Nature::Body;
            warning = None;
            if is_named_like_it {
                (draft.family, draft.given, draft.chinese) = Default::default();
                draft.honorific.clear();
                for name in self.formatted.iter().chain([&self.chinese]) {
                    put_body(draft, name);
                }
            }
        }
        // Somebody without a name at a body is that body.
        if !draft.is_named() && !draft.organisation.is_empty() {
            draft.nature = Nature::Body;
            let organisation = draft.organisation.clone();
            for name in [&organisation.en, &organisation.zh_hant, &organisation.zh_hans] {
                put_body(draft, name);
            }
        }
        (warning, suffix)
    }

    /// Family and given name in Latin letters out of SORT-AS or SORT-STRING: `Chan,Tai Man`.
    fn sorted(&self) -> Option<(String, String)> {
        // Only for a Chinese name; beside a Latin one it is no more than a spelling.
        let sort = self.sort.first().filter(|_| self.has_chinese())?;
        let (family, given) = sort.split_once(',').unwrap_or((sort, ""));
        let (family, given) = (latin(family.trim()), latin(given.trim()));
        (!family.is_empty() && !given.is_empty()).then_some((family, given))
    }

    fn has_chinese(&self) -> bool {
        self.structured
            .iter()
            .flatten()
            .any(|part| part.chars().any(is_han))
    }
}

/// Whether FN is a name at all: it must be there, and where there is none programs put what they have.
fn is_name(text: &str, draft: &PersonDraft) -> bool {
    let number = text.chars().all(|c| c.is_ascii_digit() || "+-() ./".contains(c));
    !number && !is_address(text) && *text != draft.preferred
}

fn put_body(draft: &mut PersonDraft, name: &str) {
    if name.chars().any(is_han) {
        if draft.chinese.is_empty() {
            name.clone_into(&mut draft.chinese);
        }
    } else if draft.family.is_empty() {
        name.clone_into(&mut draft.family);
    }
}

/// The text if it is in Latin letters: sounds in kana or bopomofo are no spelling of a name.
fn latin(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    let is_latin = |c: char| {
        c.is_ascii() || ('\u{C0}'..='\u{24F}').contains(&c) || ('\u{1E00}'..='\u{1EFF}').contains(&c)
    };
    if letters.clone().next().is_some() && letters.clone().all(is_latin) {
        text.to_owned()
    } else {
        String::new()
    }
}

fn han(text: &str) -> String {
    text.chars().filter(|c| is_han(*c) || *c == '·').collect()
}

fn without_han(text: &str) -> String {
    let rest: String = text.chars().map(|c| if is_han(c) { ' ' } else { c }).collect();
    rest.split_whitespace().collect::<Vec<_>>().join(" ")
}
