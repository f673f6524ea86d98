//! What is known of somebody, as the other rooms hand it in.

/// A person or a body. All texts as they were written; whatever is unknown is empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entry<'a> {
    /// The record's key.
    pub key: u128,
    /// A body (company, chamber, university) rather than a natural person; its name stands in `family`.
    pub nature_body: bool,
    /// Family name in Latin letters, or the whole name where it is not known in parts.
    pub family: &'a str,
    /// Given name in Latin letters.
    pub given: &'a str,
    /// Whole name in Chinese characters, family name first.
    pub chinese: &'a str,
    /// By what name they like to be called.
    pub preferred: &'a str,
    /// The body they belong to, in each language in which it is known.
    pub organisation: &'a [&'a str],
    /// E-mail addresses.
    pub emails: &'a [&'a str],
    /// Telephone numbers, E.164 or as written.
    pub telephones: &'a [&'a str],
    /// Free labels.
    pub tags: &'a [&'a str],
    /// Whatever else is to be found, after all the rest: post, notes.
    pub other: &'a [&'a str],
}

/// Where a search found what it looked for, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Field {
    /// Family name, Latin or Chinese.
    Family,
    /// Given name, Latin or Chinese.
    Given,
    /// The name they like to be called by.
    Preferred,
    /// The Chinese name as it is read in Cantonese or Mandarin.
    Romanised,
    /// Organisation.
    Organisation,
    /// E-mail address.
    Email,
    /// Telephone number.
    Telephone,
    /// A tag.
    Tag,
    /// Anything else.
    Other,
}

impl Field {
    /// The field's name over the wire: `family`, `given`, `preferred`, `romanised`, `organisation`, `email`,
    /// `telephone`, `tag`, `other`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Family => "family",
            Self::Given => "given",
            Self::Preferred => "preferred",
            Self::Romanised => "romanised",
            Self::Organisation => "organisation",
            Self::Email => "email",
            Self::Telephone => "telephone",
            Self::Tag => "tag",
            Self::Other => "other",
        }
    }
}
