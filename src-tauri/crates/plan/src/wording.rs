//! The same name in the three languages of the office.

use serde::{Deserialize, Serialize};

/// A name in English, Traditional and Simplified Chinese; an empty string where nobody wrote one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct Wording {
    /// English.
    pub en: String,
    /// Traditional Chinese, as written in Hong Kong.
    pub zh_hant: String,
    /// Simplified Chinese.
    pub zh_hans: String,
}

/// A language the office writes in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum Language {
    /// English.
    #[default]
    #[serde(rename = "en")]
    English,
    /// Traditional Chinese (Hong Kong).
    #[serde(rename = "zh-Hant")]
    TraditionalChinese,
    /// Simplified Chinese.
    #[serde(rename = "zh-Hans")]
    SimplifiedChinese,
}

impl Language {
    /// All three, English first.
    pub const ALL: [Language; 3] = [Self::English, Self::TraditionalChinese, Self::SimplifiedChinese];
}

impl Wording {
    /// A wording known only in English.
    pub fn english(en: impl Into<String>) -> Self {
        Self {
            en: en.into(),
            ..Self::default()
        }
    }

    /// The wording in `language`, else the nearest that was written: the other Chinese script before English.
    ///
    /// ```
    /// use outreach_plan::{Language, Wording};
    /// let kl = Wording { en: "Kuala Lumpur".into(), zh_hant: "吉隆坡".into(), zh_hans: String::new() };
    /// assert_eq!(kl.in_language(Language::SimplifiedChinese), "吉隆坡");
    /// ```
    pub fn in_language(&self, language: Language) -> &str {
        let order = match language {
            Language::English => [&self.en, &self.zh_hant, &self.zh_hans],
            Language::TraditionalChinese => [&self.zh_hant, &self.zh_hans, &self.en],
            Language::SimplifiedChinese => [&self.zh_hans, &self.zh_hant, &self.en],
        };
        order
            .into_iter()
            .find(|words| !words.is_empty())
            .map_or("", String::as_str)
    }

    /// Whether no language has a word.
    pub fn is_empty(&self) -> bool {
        self.en.is_empty() && self.zh_hant.is_empty() && self.zh_hans.is_empty()
    }
}
