//! The fields of a letter.

use std::collections::BTreeMap;

use outreach_plan::people::{Invitation, Letter, Person};
use outreach_plan::{Event, Language, Plan};

use super::Merged;

/// What a letter's fields are filled with, by key.
pub type Fields = BTreeMap<&'static str, String>;

/// A field of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// The key, as it stands in braces; each of the names may stand there instead.
    pub key: &'static str,
    /// Its name in English, Traditional and Simplified Chinese.
    pub names: [&'static str; 3],
}

/// All fields, in the order in which a chooser lists them.
pub const FIELDS: &[Field] = &[];

/// The fields with their names in `language`, as a chooser lists them.
pub fn letter_fields(language: Language) -> Vec<(&'static str, &'static str)> {
    FIELDS
        .iter()
        .map(|field| (field.key, field.name(language)))
        .collect()
}

/// The name of a field.
pub fn field_label(key: &str, language: Language) -> Option<&'static str> {
    FIELDS
        .iter()
        .find(|field| field.key == key)
        .map(|field| field.name(language))
}

impl Field {
    fn name(&self, language: Language) -> &'static str {
        match language {
            Language::English => self.names[0],
            Language::TraditionalChinese => self.names[1],
            Language::SimplifiedChinese => self.names[2],
        }
    }
}

pub(super) fn merge(letter: &Letter, _fields: &Fields, language: Language) -> Merged {
    Merged {
        subject: letter.subject.in_language(language).to_owned(),
        body: letter.body.in_language(language).to_owned(),
        ..Merged::default()
    }
}

pub(super) fn of(
    _plan: &Plan,
    _event: &Event,
    _invitation: &Invitation,
    _person: &Person,
    _language: Language,
) -> Fields {
    Fields::new()
}
