//! Texts struck out of other texts.
//!
//! Striking is a function of the text alone, so doing it to every value of a field, in the journal and in the row,
//! leaves the table the fold of the journal.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use uuid::Uuid;

use crate::derived::uuid;
use crate::errors::{Result, StoreError};
use crate::journal::ops::pairs;
use crate::tables;
use crate::workspace::Workspace;

/// What stands where something was struck out.
const STRUCK: char = '…';

/// Texts to be struck out, whatever their case. One of letters with spaces between words is only found as a whole
/// word: `Chan Tai` is not in `Chan Taiwan`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Needles(Vec<Vec<char>>);

impl Needles {
    pub(crate) fn of<'text>(texts: impl IntoIterator<Item = &'text str>) -> Self {
        let mut all: Vec<Vec<char>> = texts
            .into_iter()
            .map(|text| text.trim().chars().map(lower).collect())
            .filter(|needle: &Vec<char>| !needle.is_empty())
            .collect();
        // The longest first, so that none is half struck out.
        all.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        all.dedup();
        Self(all)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The needle that begins at `at`, by its length.
    fn at(&self, text: &[char], at: usize) -> Option<usize> {
        let of_word = |one: Option<&char>| one.is_some_and(|one| one.is_alphanumeric() && *one < '\u{2E80}');
        self.0
            .iter()
            .map(Vec::len)
            .zip(&self.0)
            .find_map(|(length, needle)| {
                let end = at + length;
                let fits = text.len() >= end
                    && text[at..end]
                        .iter()
                        .zip(needle)
                        .all(|(one, other)| lower(*one) == *other);
                let begins = !of_word(needle.first()) || at == 0 || !of_word(text.get(at - 1));
                let ends = !of_word(needle.last()) || !of_word(text.get(end));
                (fits && begins && ends).then_some(length)
            })
    }

    /// Whether a text holds any of them.
    pub(crate) fn is_in(&self, text: &str) -> bool {
        let text: Vec<char> = text.chars().collect();
        (0..text.len()).any(|at| self.at(&text, at).is_some())
    }

    /// The text without them; none if it holds none.
    pub(crate) fn struck(&self, text: &str) -> Option<String> {
        let chars: Vec<char> = text.chars().collect();
        let (mut out, mut at, mut any) = (String::with_capacity(text.len()), 0, false);
        while at < chars.len() {
            if let Some(length) = self.at(&chars, at) {
                out.push(STRUCK);
                at += length;
                any = true;
            } else {
                out.push(chars[at]);
                at += 1;
            }
        }
        any.then_some(out)
    }

    /// Strikes them out of every text in a value. Whether there were any.
    pub(crate) fn strike(&self, value: &mut Value) -> bool {
        match value {
            Value::String(text) => match self.struck(text) {
                Some(struck) => {
                    *text = struck;
                    true
                }
                None => false,
            },
            Value::Array(items) => self.strike_all(items.iter_mut()),
            Value::Object(fields) => self.strike_all(fields.values_mut()),
            Value::Null | Value::Bool(_) | Value::Number(_) => false,
        }
    }

    /// Every one is visited: `any` would leave those after the first hit as they are.
    fn strike_all<'v>(&self, values: impl Iterator<Item = &'v mut Value>) -> bool {
        values
            .filter_map(|value| self.strike(value).then_some(()))
            .count()
            > 0
    }

    fn is_in_value(&self, value: &Value) -> bool {
        match value {
            Value::String(text) => self.is_in(text),
            Value::Array(items) => items.iter().any(|item| self.is_in_value(item)),
            Value::Object(fields) => fields.values().any(|item| self.is_in_value(item)),
            Value::Null | Value::Bool(_) | Value::Number(_) => false,
        }
    }
}

fn lower(one: char) -> char {
    one.to_lowercase().next().unwrap_or(one)
}

impl Workspace {
    /// Where any record, there or not, ever held one of these texts: table, key and fields.
    pub fn mentions(&self, texts: &[String]) -> Result<Vec<(&'static str, Uuid, Vec<String>)>> {
        let needles = Needles::of(texts.iter().map(String::as_str));
        if needles.is_empty() {
            return Ok(Vec::new());
        }
        // Most ops hold none, which the raw text tells without being read.
        let raw: Vec<String> = texts
            .iter()
            .map(|text| serde_json::to_string(text.trim()).unwrap_or_default())
            .map(|json| json.trim_matches('"').to_lowercase())
            .filter(|text| !text.is_empty())
            .collect();
        let finders: Vec<memchr::memmem::Finder<'_>> = raw
            .iter()
            .map(|text| memchr::memmem::Finder::new(text.as_bytes()))
            .collect();
        let mut select = self
            .connection
            .prepare_cached("SELECT \"table\", record, fields FROM op")?;
        let mut rows = select.query([])?;
        let mut found: BTreeMap<(&'static str, Uuid), BTreeSet<String>> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let fields = row.get_ref(2)?.as_str().unwrap_or_default();
            let folded = fields.to_lowercase();
            if !finders
                .iter()
                .any(|finder| finder.find(folded.as_bytes()).is_some())
            {
                continue;
            }
            let table =
                tables::by_name(row.get_ref(0)?.as_str().unwrap_or_default()).ok_or(StoreError::Damaged)?;
            let record = uuid(row.get_ref(1)?.as_str().unwrap_or_default())?;
            for (field, old, new) in pairs(fields)? {
                if needles.is_in_value(&old) || needles.is_in_value(&new) {
                    found.entry((table.name, record)).or_default().insert(field);
                }
            }
        }
        Ok(found
            .into_iter()
            .map(|((table, record), fields)| (table, record, fields.into_iter().collect()))
            .collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn struck(text: &str, needles: &[&str]) -> Option<String> {
        Needles::of(needles.iter().copied()).struck(text)
    }

    #[test]
    fn names_are_struck_out_as_whole_words_whatever_their_case() {
        let needles = ["Chan Tai", "陳大文", "tai@example.org"];
        assert_eq!(
            struck("Ask CHAN TAI, or 陳大文先生", &needles).unwrap(),
            "Ask …, or …先生"
        );
        assert_eq!(struck("Chan Taiwan and Echan Tai", &needles), None);
        assert_eq!(struck("to TAI@example.org.", &needles).unwrap(), "to ….");
        assert_eq!(struck("nothing", &needles), None);
        assert_eq!(struck("x", &["", "  "]), None);
    }

    #[test]
    fn the_longest_goes_first() {
        assert_eq!(
            struck("Dr Chan Tai Man", &["Chan Tai", "Chan Tai Man"]).unwrap(),
            "Dr …"
        );
    }
}
