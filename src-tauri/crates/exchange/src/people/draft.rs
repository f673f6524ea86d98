//! A person as a file has them, before anybody has looked at it.

use chrono::{DateTime, NaiveDate, Utc};
use outreach_plan::people::{Email, Nature, Person, Telephone};
use outreach_plan::{MarketId, PersonId, Scheme, Sector, Wording};

/// A person as a row or a card has them; what it does not say is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonDraft {
    /// A person or a body.
    pub nature: Nature,
    /// Family name in Latin letters; of a body its name.
    pub family: String,
    /// Given name in Latin letters.
    pub given: String,
    /// Whole name in Chinese characters, family name first, as written.
    pub chinese: String,
    /// By what name they like to be called.
    pub preferred: String,
    /// `Dr`, `Prof.`, …
    pub honorific: String,
    /// Their post.
    pub post: Wording,
    /// The body they belong to.
    pub organisation: Wording,
    /// The market they are of.
    pub market: Option<MarketId>,
    /// Talent List segments.
    pub sectors: Vec<Sector>,
    /// Schemes they asked about.
    pub schemes: Vec<Scheme>,
    /// Passports held, ISO 3166-1 alpha-2.
    pub passports: Vec<String>,
    /// Where they studied, ISO 3166-1 alpha-2.
    pub university_region: String,
    /// BCP 47 tags; the first is the one to write in.
    pub languages: Vec<String>,
    /// Addresses; the first is the one to write to.
    pub emails: Vec<Email>,
    /// Telephone numbers.
    pub telephones: Vec<Telephone>,
    /// Free labels.
    pub tags: Vec<String>,
    /// Free text; what a file says and no field holds stands at its end (`Department: Marketing`).
    pub notes: String,
    /// Where the data came from, if the file says so itself.
    pub source: String,
    /// After this day nothing of them may be held any more.
    pub retain_until: Option<NaiveDate>,
}

impl PersonDraft {
    /// A record of it. Notices, consents and what else the file cannot say are the caller's.
    pub fn into_person(self, id: PersonId, created: DateTime<Utc>) -> Person {
        Person {
            id,
            nature: self.nature,
            family: self.family,
            given: self.given,
            chinese: self.chinese,
            preferred: self.preferred,
            honorific: self.honorific,
            post: self.post,
            organisation: self.organisation,
            market: self.market,
            sectors: self.sectors,
            schemes: self.schemes,
            passports: self.passports,
            university_region: self.university_region,
            languages: self.languages,
            emails: self.emails,
            telephones: self.telephones,
            tags: self.tags,
            notes: self.notes,
            source: self.source,
            origins: Vec::new(),
            notices: Vec::new(),
            consents: Vec::new(),
            retain_until: self.retain_until,
            merged_into: None,
            erased: None,
            created,
        }
    }

    /// Whether it names nobody: no name, no body, no address and no number.
    pub fn is_nobody(&self) -> bool {
        self.family.is_empty()
            && self.given.is_empty()
            && self.chinese.is_empty()
            && self.preferred.is_empty()
            && self.organisation.is_empty()
            && self.emails.is_empty()
            && self.telephones.is_empty()
    }

    /// Whether it has a name of a person or of a body.
    pub fn is_named(&self) -> bool {
        [&self.family, &self.given, &self.chinese, &self.preferred]
            .iter()
            .any(|name| !name.is_empty())
            || (self.nature == Nature::Body && !self.organisation.is_empty())
    }
}
