//! What a field may hold by its sort, whatever record it stands in: a name, a line, an address, a day, a key.

use chrono::{Datelike, NaiveDate};

use super::Fields;
use crate::shift::YEARS;
use crate::validate::text::{breaks_a_line, breaks_lines};
use crate::validate::{
    CAPACITY_MOST, EMAIL_MOST, FieldProblem, Invalid, LIST_MOST, NAME_MOST, NOTES_MOST, URL_MOST,
};
use crate::{RecordRef, Wording};

impl Fields<'_> {
    pub(super) fn refuse(&mut self, field: &str, problem: FieldProblem) {
        // One complaint of a sort is enough for a list of a thousand entries.
        if !self
            .found
            .iter()
            .any(|one| one.field == field && one.problem == problem)
        {
            self.found.push(Invalid {
                field: field.to_owned(),
                problem,
            });
        }
    }

    /// A name in at least one language.
    pub(super) fn name(&mut self, field: &str, wording: &Wording) {
        if [&wording.en, &wording.zh_hant, &wording.zh_hans]
            .iter()
            .all(|words| words.trim().is_empty())
        {
            self.refuse(field, FieldProblem::Empty);
        }
        self.words(field, wording);
    }

    pub(super) fn words(&mut self, field: &str, wording: &Wording) {
        self.line(&format!("{field}.en"), &wording.en, NAME_MOST);
        self.line(&format!("{field}.zh_hant"), &wording.zh_hant, NAME_MOST);
        self.line(&format!("{field}.zh_hans"), &wording.zh_hans, NAME_MOST);
    }

    pub(super) fn required(&mut self, field: &str, text: &str) {
        if text.trim().is_empty() {
            self.refuse(field, FieldProblem::Empty);
        }
        self.line(field, text, NAME_MOST);
    }

    pub(super) fn line(&mut self, field: &str, text: &str, most: usize) {
        self.no_longer(field, text, most);
        if breaks_a_line(text) {
            self.refuse(field, FieldProblem::ControlCharacter);
        }
    }

    pub(super) fn notes(&mut self, field: &str, text: &str) {
        self.no_longer(field, text, NOTES_MOST);
        if breaks_lines(text) {
            self.refuse(field, FieldProblem::ControlCharacter);
        }
    }

    pub(super) fn no_longer(&mut self, field: &str, text: &str, most: usize) {
        // No text has more characters than bytes, so most are never counted.
        if text.len() > most && text.chars().count() > most {
            self.refuse(field, FieldProblem::TooLong { most });
        }
    }

    pub(super) fn lines(&mut self, field: &str, entries: &[String]) {
        self.list(field, entries);
        for entry in entries {
            self.line(field, entry, NAME_MOST);
        }
    }

    pub(super) fn list<T>(&mut self, field: &str, entries: &[T]) {
        if entries.len() > LIST_MOST {
            self.refuse(field, FieldProblem::TooMany { most: LIST_MOST });
        }
    }

    pub(super) fn url(&mut self, field: &str, text: &str) {
        self.line(field, text, URL_MOST);
        let begins = |scheme: &str| {
            let head = text.get(..scheme.len()).unwrap_or_default();
            head.eq_ignore_ascii_case(scheme) && text.len() > scheme.len()
        };
        let web = begins("https://") || begins("http://");
        if !text.is_empty() && (!web || text.contains(char::is_whitespace)) {
            self.refuse(field, FieldProblem::NotAWebAddress);
        }
    }

    pub(super) fn email(&mut self, field: &str, address: &str) {
        self.line(field, address, EMAIL_MOST);
        if !address.is_empty() && !is_email(address) {
            self.refuse(field, FieldProblem::NotAnEmail);
        }
    }

    pub(super) fn zone(&mut self, field: &str, name: &str) {
        if name.is_empty() {
            self.refuse(field, FieldProblem::Empty);
        } else if let Err(unknown) = self.plan.rules().zone(name) {
            self.refuse(
                field,
                FieldProblem::UnknownZone {
                    suggestions: unknown.suggestions,
                },
            );
        }
    }

    pub(super) fn year(&mut self, field: &str, day: NaiveDate) {
        if !YEARS.contains(&day.year()) {
            self.refuse(
                field,
                FieldProblem::OutOfYears {
                    first: *YEARS.start(),
                    last: *YEARS.end(),
                },
            );
        }
    }

    pub(super) fn days(&mut self, from: NaiveDate, until: NaiveDate) {
        self.year("from", from);
        self.year("until", until);
        if until < from {
            self.refuse("until", FieldProblem::EndBeforeStart);
        }
    }

    pub(super) fn capacity(&mut self, capacity: Option<u32>) {
        if capacity.is_some_and(|guests| guests > CAPACITY_MOST) {
            let problem = FieldProblem::OutOfRange {
                least: 0.0,
                most: f64::from(CAPACITY_MOST),
            };
            self.refuse("capacity", problem);
        }
    }

    pub(super) fn within(&mut self, field: &str, degrees: Option<f64>, most: f64) {
        if degrees.is_some_and(|degrees| !degrees.is_finite() || degrees.abs() > most) {
            self.refuse(field, FieldProblem::OutOfRange { least: -most, most });
        }
    }

    pub(super) fn exists<K: Into<RecordRef>>(&mut self, field: &str, keys: impl IntoIterator<Item = K>) {
        if keys.into_iter().any(|key| !self.plan.contains(key)) {
            self.refuse(field, FieldProblem::NoSuchRecord);
        }
    }
}

/// The shape of an address that mail programs take: something, one `@`, a name with a dot. Quoted local parts are
/// allowed by RFC 5321 and used by nobody; what could end a header or a parameter is refused.
pub(super) fn is_email(address: &str) -> bool {
    let Some((local, domain)) = address.split_once('@') else {
        return false;
    };
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && !"<>()[]\\,;:\"@".contains(c);
    let labels = || domain.split('.');
    !local.is_empty()
        && local.len() <= 64
        && address.chars().filter(|&c| c != '@').all(plain)
        && address.matches('@').count() == 1
        && labels().count() >= 2
        && labels().all(|label| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-'))
}

/// The shape of a BCP 47 tag: a language of two or three letters, then parts of at most eight letters or digits.
pub(super) fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    (2..=3).contains(&language.len())
        && language.bytes().all(|b| b.is_ascii_alphabetic())
        && tag.len() <= 35
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}
