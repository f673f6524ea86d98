//! What somebody is called. Names are kept in parts and never turned round: a Chinese name is one whole, family name
//! first, in every language; a Latin name is written given name first, as its bearer introduces themselves.

use crate::people::{Nature, Person};
use crate::{Language, Wording};

impl Person {
    /// Given and family name in Latin letters, of a body its name; empty where there is none.
    ///
    /// A family name in capitals (`CHAN Tai-man`) is how Hong Kong marks which part it is; it stays in front.
    pub fn latin_name(&self) -> String {
        if self.nature == Nature::Body || self.given.is_empty() {
            return self.family.clone();
        }
        if self.family.is_empty() {
            return self.given.clone();
        }
        if self.family_is_marked() {
            return format!("{} {}", self.family, self.given);
        }
        format!("{} {}", self.given, self.family)
    }

    /// Whether the family name is written in capitals, and so stands in front.
    fn family_is_marked(&self) -> bool {
        let mut letters = self.family.chars().filter(|c| c.is_alphabetic()).peekable();
        self.family.chars().filter(|c| c.is_alphabetic()).nth(1).is_some()
            && letters.peek().is_some()
            && letters.all(char::is_uppercase)
    }

    /// The name in all languages, for lists.
    pub fn names(&self) -> Wording {
        Wording {
            en: self.name_in(Language::English),
            zh_hant: self.name_in(Language::TraditionalChinese),
            zh_hans: self.name_in(Language::SimplifiedChinese),
        }
    }

    /// The name as a reader of `language` looks for it: for Chinese the Chinese name, in the characters its bearer
    /// uses; else the Latin one. Where one is not known the other stands.
    pub fn name_in(&self, language: Language) -> String {
        let latin = self.latin_name();
        let chinese_first = language != Language::English;
        if latin.is_empty() || (chinese_first && !self.chinese.is_empty()) {
            return self.chinese.clone();
        }
        latin
    }

    /// By what lists are sorted: Latin names by family name, then given name; Chinese names as they are written.
    /// The caller compares with the order of the language.
    pub fn sort_name(&self, language: Language) -> String {
        let latin = if self.given.is_empty() {
            self.family.clone()
        } else {
            format!("{} {}", self.family, self.given).trim().to_owned()
        };
        let chinese_first = language != Language::English;
        if latin.is_empty() || (chinese_first && !self.chinese.is_empty()) {
            return self.chinese.clone();
        }
        latin.to_lowercase()
    }

    /// How a letter in `language` addresses them: `Dr Osman`, `陳大文博士`; a body and somebody without a family name
    /// by the whole name.
    pub fn addressed(&self, language: Language) -> String {
        let chinese = language != Language::English && !self.chinese.is_empty();
        if self.nature == Nature::Body {
            return self.name_in(language);
        }
        if chinese {
            return format!("{}{}", self.chinese, chinese_honorific(&self.honorific, language));
        }
        let honorific = self.honorific.trim();
        if honorific.is_empty() || self.family.is_empty() || !honorific.is_ascii() {
            return self.name_in(language);
        }
        format!("{honorific} {}", self.family)
    }
}

/// What stands after a Chinese name. An honorific that is not known, or already Chinese, is kept as it is; where there
/// is none the name stands alone, for a guess could be wrong.
fn chinese_honorific(honorific: &str, language: Language) -> String {
    let hant = language == Language::TraditionalChinese;
    let known = match honorific.trim().trim_end_matches('.').to_lowercase().as_str() {
        "" => "",
        "mr" => "先生",
        "ms" | "miss" => "女士",
        "mrs" => "太太",
        "dr" => "博士",
        "prof" | "professor" => "教授",
        "sir" => "爵士",
        "ir" if hant => "工程師",
        "ir" => "工程师",
        _ if honorific.is_ascii() => "",
        _ => honorific,
    };
    known.to_owned()
}
