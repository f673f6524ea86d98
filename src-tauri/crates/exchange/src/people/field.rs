//! What a column of a list of people may hold.

use serde::{Deserialize, Serialize};

/// What a column of a list of people may hold. Those of [`PersonField::REPEATED`] may have several columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PersonField {
    /// A whole name, in any order and script.
    FullName,
    /// Family name in Latin letters.
    Family,
    /// Given name in Latin letters.
    Given,
    /// Middle names; they go with the given one.
    Middle,
    /// Whole name in Chinese characters.
    Chinese,
    /// Family name in Chinese characters.
    ChineseFamily,
    /// Given name in Chinese characters.
    ChineseGiven,
    /// By what name they like to be called.
    Preferred,
    /// `Dr`, `Prof.`, …
    Honorific,
    /// A person or a body.
    Nature,
    /// Their post, in the script it is written in.
    Post,
    /// Their post in English.
    PostEn,
    /// Their post in Traditional Chinese.
    PostZhHant,
    /// Their post in Simplified Chinese.
    PostZhHans,
    /// The body they belong to, in the script it is written in.
    Organisation,
    /// The body in English.
    OrganisationEn,
    /// The body in Traditional Chinese.
    OrganisationZhHant,
    /// The body in Simplified Chinese.
    OrganisationZhHans,
    /// A part of the body; kept in the notes.
    Department,
    /// Market, by its name, its country's or its code.
    Market,
    /// Talent List segments.
    Sectors,
    /// Schemes they asked about.
    Schemes,
    /// Passports held.
    Passports,
    /// Where they studied.
    UniversityRegion,
    /// Languages; the first is the one to write in.
    Languages,
    /// E-mail addresses, several in one cell and with names around them too.
    Email,
    /// Telephone numbers of no told kind.
    Telephone,
    /// Mobile numbers.
    Mobile,
    /// Numbers at work.
    WorkTelephone,
    /// Numbers at home.
    HomeTelephone,
    /// Free labels.
    Tags,
    /// Free text.
    Notes,
    /// Where the data came from.
    Source,
    /// After this day nothing may be held any more.
    RetainUntil,
}

impl PersonField {
    /// All of them, in the order in which a chooser lists them.
    pub const ALL: [Self; 34] = [
        Self::FullName,
        Self::Family,
        Self::Given,
        Self::Middle,
        Self::Chinese,
        Self::ChineseFamily,
        Self::ChineseGiven,
        Self::Preferred,
        Self::Honorific,
        Self::Nature,
        Self::Post,
        Self::PostEn,
        Self::PostZhHant,
        Self::PostZhHans,
        Self::Organisation,
        Self::OrganisationEn,
        Self::OrganisationZhHant,
        Self::OrganisationZhHans,
        Self::Department,
        Self::Market,
        Self::Sectors,
        Self::Schemes,
        Self::Passports,
        Self::UniversityRegion,
        Self::Languages,
        Self::Email,
        Self::Telephone,
        Self::Mobile,
        Self::WorkTelephone,
        Self::HomeTelephone,
        Self::Tags,
        Self::Notes,
        Self::Source,
        Self::RetainUntil,
    ];

    /// Fields that several columns may hold together.
    pub const REPEATED: [Self; 8] = [
        Self::Email,
        Self::Telephone,
        Self::Mobile,
        Self::WorkTelephone,
        Self::HomeTelephone,
        Self::Tags,
        Self::Notes,
        Self::Languages,
    ];

    /// Whether several columns may hold it.
    pub fn repeats(self) -> bool {
        Self::REPEATED.contains(&self)
    }

    /// Whether it holds a name of a person or a part of one.
    pub(crate) fn is_of_a_name(self) -> bool {
        matches!(
            self,
            Self::FullName
                | Self::Family
                | Self::Given
                | Self::Middle
                | Self::Chinese
                | Self::ChineseFamily
                | Self::ChineseGiven
                | Self::Preferred
        )
    }

    /// The key under which the field is written in requests and remembered mappings.
    pub fn key(self) -> &'static str {
        match self {
            Self::FullName => "full_name",
            Self::Family => "family",
            Self::Given => "given",
            Self::Middle => "middle",
            Self::Chinese => "chinese",
            Self::ChineseFamily => "chinese_family",
            Self::ChineseGiven => "chinese_given",
            Self::Preferred => "preferred",
            Self::Honorific => "honorific",
            Self::Nature => "nature",
            Self::Post => "post",
            Self::PostEn => "post_en",
            Self::PostZhHant => "post_zh_hant",
            Self::PostZhHans => "post_zh_hans",
            Self::Organisation => "organisation",
            Self::OrganisationEn => "organisation_en",
            Self::OrganisationZhHant => "organisation_zh_hant",
            Self::OrganisationZhHans => "organisation_zh_hans",
            Self::Department => "department",
            Self::Market => "market",
            Self::Sectors => "sectors",
            Self::Schemes => "schemes",
            Self::Passports => "passports",
            Self::UniversityRegion => "university_region",
            Self::Languages => "languages",
            Self::Email => "email",
            Self::Telephone => "telephone",
            Self::Mobile => "mobile",
            Self::WorkTelephone => "work_telephone",
            Self::HomeTelephone => "home_telephone",
            Self::Tags => "tags",
            Self::Notes => "notes",
            Self::Source => "source",
            Self::RetainUntil => "retain_until",
        }
    }

    /// The field of a key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.key() == key)
    }
}
