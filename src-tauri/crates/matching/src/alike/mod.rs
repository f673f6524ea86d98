//! Who may be the same person.
//!
//! Only entries that have something in common (`keys`) are compared; each comparison adds up bits of evidence for
//! and against (`name`, `weigh`), weighed by how common a name, an address or a body is among the entries
//! (`counts`). After Fellegi and Sunter, but with weights that a planner can read, not learnt ones.

mod blocks;
mod chinese;
mod counts;
mod given;
mod keys;
mod latin;
mod name;
mod profile;
mod weigh;

pub use blocks::{Blocks, candidates_for, duplicates};

/// Two entries that may be the same person or body.
#[derive(Clone, Debug, PartialEq)]
pub struct Alike {
    /// The one with the smaller key.
    pub one: u128,
    /// The other.
    pub other: u128,
    /// How probable it is that they are the same, 0 to 1.
    pub score: f32,
    /// Whether it is to be shown as likely; otherwise it is merely possible.
    pub likely: bool,
    /// What speaks for it and against it, the heaviest first.
    pub reasons: Vec<Reason>,
}

/// One piece of evidence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reason {
    /// What it is.
    pub code: ReasonCode,
    /// Its weight in bits: how many times two it makes "the same" more probable; below 0 it speaks against.
    pub weight: f32,
}

/// Kinds of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReasonCode {
    /// The Chinese names are the same, character by character.
    SameChineseName,
    /// The Chinese names are the same in Traditional and Simplified characters or variants of them.
    SameChineseNameOtherScript,
    /// The Chinese names sound the same or differ in one character.
    SimilarChineseName,
    /// The Latin name of one is a reading of the Chinese name of the other.
    Romanised,
    /// The Latin names are the same.
    SameLatinName,
    /// The Latin names are the same with family and given name in the other order.
    NameOrder,
    /// The Latin names differ as typing errors or other spellings do.
    Typo,
    /// One given name is a short or familiar form of the other, or the name they like to be called by.
    Nickname,
    /// One given name is shortened to initials, or lacks a part.
    Initials,
    /// They share an e-mail address.
    SameEmail,
    /// They share a mailbox of an office (`info@…`), which says little.
    SharedMailbox,
    /// They share a telephone number.
    SameTelephone,
    /// They share a telephone number that many have.
    SharedTelephone,
    /// They belong to the same body.
    SameOrganisation,
    /// Against: the family names differ.
    OtherFamilyName,
    /// Against: the given names differ, as with families and twins at one address.
    OtherGivenName,
    /// Against: the Chinese names differ.
    OtherChineseName,
    /// Against: they belong to different bodies.
    OtherOrganisation,
    /// Against: both have e-mail addresses and share none.
    OtherEmail,
    /// Against: both have telephone numbers and share none.
    OtherTelephone,
}

impl ReasonCode {
    /// The code over the wire: `same_chinese_name`, …
    pub fn code(self) -> &'static str {
        match self {
            Self::SameChineseName => "same_chinese_name",
            Self::SameChineseNameOtherScript => "same_chinese_name_other_script",
            Self::SimilarChineseName => "similar_chinese_name",
            Self::Romanised => "romanised",
            Self::SameLatinName => "same_latin_name",
            Self::NameOrder => "name_order",
            Self::Typo => "typo",
            Self::Nickname => "nickname",
            Self::Initials => "initials",
            Self::SameEmail => "same_email",
            Self::SharedMailbox => "shared_mailbox",
            Self::SameTelephone => "same_telephone",
            Self::SharedTelephone => "shared_telephone",
            Self::SameOrganisation => "same_organisation",
            Self::OtherFamilyName => "other_family_name",
            Self::OtherGivenName => "other_given_name",
            Self::OtherChineseName => "other_chinese_name",
            Self::OtherOrganisation => "other_organisation",
            Self::OtherEmail => "other_email",
            Self::OtherTelephone => "other_telephone",
        }
    }
}

#[cfg(test)]
mod tests;
