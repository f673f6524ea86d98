//! A name in the office's three languages that is part of the program.

use serde::Serialize;

use crate::{Language, Wording};

/// A name as the reference data has it; empty where it has none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Names {
    /// English, or the name's own Latin spelling.
    pub en: &'static str,
    /// Traditional Chinese, as written in Hong Kong where that was looked at.
    pub zh_hant: &'static str,
    /// Simplified Chinese.
    pub zh_hans: &'static str,
}

impl Names {
    /// The same as a value that a record can keep.
    pub fn wording(&self) -> Wording {
        Wording {
            en: self.en.to_owned(),
            zh_hant: self.zh_hant.to_owned(),
            zh_hans: self.zh_hans.to_owned(),
        }
    }

    /// The name in `language`, else the nearest there is: the other Chinese script before English.
    pub fn in_language(&self, language: Language) -> &'static str {
        let order = match language {
            Language::English => [self.en, self.zh_hant, self.zh_hans],
            Language::TraditionalChinese => [self.zh_hant, self.zh_hans, self.en],
            Language::SimplifiedChinese => [self.zh_hans, self.zh_hant, self.en],
        };
        order
            .into_iter()
            .find(|words| !words.is_empty())
            .unwrap_or_default()
    }
}

impl From<Names> for Wording {
    fn from(names: Names) -> Self {
        names.wording()
    }
}
