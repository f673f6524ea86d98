//! The fields of a row that need neither zone nor day.

use std::cell::RefCell;
use std::collections::BTreeMap;

use outreach_plan::validate::{CAPACITY_MOST, LIST_MOST, NAME_MOST, NOTES_MOST, URL_MOST};
use outreach_plan::{MarketId, MissionId, PartnerId, Sector, VenueId, Wording};

use super::super::names::{self, entries};
use super::super::{Cell, SheetField};
use super::{Reading, Row};

impl Row<'_> {
    /// A text on one line of at most `most` characters; said only where there is one.
    pub(super) fn line(&mut self, field: SheetField, most: usize) -> Option<String> {
        let text = self.text(field)?;
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if line.chars().count() > most {
            self.refuse(field, "too_long", [("most", most.to_string())]);
            return None;
        }
        self.says.insert(field);
        Some(line)
    }

    pub(super) fn titles(&mut self) -> Wording {
        let [en, zh_hant, zh_hans] = [
            SheetField::TitleEn,
            SheetField::TitleZhHant,
            SheetField::TitleZhHans,
        ]
        .map(|field| self.line(field, NAME_MOST).unwrap_or_default());
        let title = Wording { en, zh_hant, zh_hans };
        if title.is_empty() && !self.problems.iter().any(|problem| problem.code == "too_long") {
            let mapped = [
                SheetField::TitleEn,
                SheetField::TitleZhHant,
                SheetField::TitleZhHans,
            ]
            .into_iter()
            .find(|field| self.has(*field));
            self.refuse(mapped.unwrap_or(SheetField::TitleEn), "missing", []);
        }
        title
    }

    /// A value of a fixed list; an unknown one is refused.
    pub(super) fn chosen<T>(&mut self, field: SheetField, known: fn(&str) -> Option<T>) -> Option<T> {
        let text = self.text(field)?;
        let value = known(&text);
        if value.is_some() {
            self.says.insert(field);
        } else {
            self.refuse(field, "unknown_value", [("text", short(&text))]);
        }
        value
    }

    pub(super) fn capacity(&mut self) -> Option<u32> {
        let field = SheetField::Capacity;
        let Some(text) = self.text(field) else {
            return self.emptied(field);
        };
        let value = match self.cell(field) {
            Cell::Number(value, _) => (value.fract() == 0.0).then_some(*value),
            Cell::Text(text) => whole(text),
            Cell::Empty
            | Cell::DateTime(_)
            | Cell::Date(_)
            | Cell::Time(_)
            | Cell::Bool(_)
            | Cell::Error(_) => None,
        };
        let Some(value) = value else {
            self.keep(field, "not_a_number", &text);
            return None;
        };
        if !(0.0..=f64::from(CAPACITY_MOST)).contains(&value) {
            self.refuse(field, "out_of_range", [("most", CAPACITY_MOST.to_string())]);
            return None;
        }
        self.says.insert(field);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "within 0 to 1,000,000"
        )]
        Some(value as u32)
    }

    pub(super) fn sectors(&mut self) -> Vec<Sector> {
        let (known, unknown) = self.listed(SheetField::Sectors, |text| {
            names::sector(text).map(|sector| vec![sector])
        });
        for text in unknown {
            self.keep(SheetField::Sectors, "sector_unknown", &text);
        }
        known
    }

    pub(super) fn languages(&mut self) -> Vec<String> {
        let field = SheetField::Languages;
        let (known, unknown) = self.listed(field, |text| names::tongue(text).map(|tag| vec![tag]));
        for text in unknown {
            self.keep(field, "language_unknown", &text);
        }
        known
    }

    /// The entries of a list that are known, each once, and those that are not.
    pub(super) fn listed<T: PartialEq>(
        &mut self,
        field: SheetField,
        known: impl Fn(&str) -> Option<Vec<T>>,
    ) -> (Vec<T>, Vec<String>) {
        let Some(text) = self.text(field) else {
            self.emptied::<()>(field);
            return (Vec::new(), Vec::new());
        };
        let (mut found, mut unknown) = (Vec::new(), Vec::new());
        for entry in entries(&text, |text| known(text).is_some())
            .into_iter()
            .take(LIST_MOST)
        {
            match known(&entry) {
                Some(values) => {
                    for value in values {
                        if !found.contains(&value) {
                            found.push(value);
                        }
                    }
                }
                None => unknown.push(entry),
            }
        }
        // A list of which a part is not known would lose that part of an event's own.
        if unknown.is_empty() {
            self.says.insert(field);
        }
        (found, unknown)
    }

    /// The lines or entries of a cell, as they stand.
    pub(super) fn entries(&mut self, field: SheetField) -> Vec<String> {
        let Some(text) = self.text(field) else {
            self.emptied::<()>(field);
            return Vec::new();
        };
        self.says.insert(field);
        // A comma stands within names of people, so lines are kept whole where there are several.
        let separators: &[char] = if text.contains(['\n', ';', '；', '、']) {
            &['\n', ';', '；', '、']
        } else {
            &[',', '，']
        };
        let entries: Vec<String> = text
            .split(separators)
            .map(|entry| entry.split_whitespace().collect::<Vec<_>>().join(" "))
            .filter(|entry| !entry.is_empty())
            .collect();
        if entries.len() > LIST_MOST || entries.iter().any(|entry| entry.chars().count() > NAME_MOST) {
            self.refuse(field, "too_long", [("most", NAME_MOST.to_string())]);
            return Vec::new();
        }
        entries
    }

    pub(super) fn url(&mut self) -> String {
        let field = SheetField::Url;
        let Some(text) = self.text(field) else {
            self.emptied::<()>(field);
            return String::new();
        };
        let address = if text.to_ascii_lowercase().starts_with("www.") {
            format!("https://{text}")
        } else {
            text.clone()
        };
        let lower = address.to_ascii_lowercase();
        let web = lower
            .strip_prefix("https://")
            .or_else(|| lower.strip_prefix("http://"));
        let right = web.is_some_and(|rest| !rest.is_empty()) && !address.contains(char::is_whitespace);
        if !right || address.chars().count() > URL_MOST {
            self.keep(field, "not_an_address", &text);
            return String::new();
        }
        self.says.insert(field);
        address
    }

    pub(super) fn notes(&mut self) -> String {
        let field = SheetField::Notes;
        let Some(text) = self.text(field) else {
            self.emptied::<()>(field);
            return String::new();
        };
        if text.chars().count() > NOTES_MOST {
            self.refuse(field, "too_long", [("most", NOTES_MOST.to_string())]);
            return String::new();
        }
        self.says.insert(field);
        text
    }

    /// An empty cell under a heading says that there is none.
    pub(super) fn emptied<T>(&mut self, field: SheetField) -> Option<T> {
        if self.has(field) && self.cell(field).is_empty() {
            self.says.insert(field);
        }
        None
    }
}

impl Reading<'_> {
    pub(super) fn mission(&self, row: &mut Row<'_>) -> Option<MissionId> {
        one(row, SheetField::Mission, "mission_unknown", |text| {
            self.names.missions(text)
        })
    }

    pub(super) fn market(&self, row: &mut Row<'_>) -> Option<MarketId> {
        one(row, SheetField::Market, "market_unknown", |text| {
            self.names.markets(text)
        })
    }

    pub(super) fn venue(&self, row: &mut Row<'_>) -> Option<VenueId> {
        one(row, SheetField::Venue, "venue_unknown", |text| {
            self.names.venues(text)
        })
    }

    pub(super) fn hosts(&self, row: &mut Row<'_>) -> Vec<PartnerId> {
        let several = RefCell::new(BTreeMap::new());
        let (hosts, unknown) = row.listed(SheetField::Hosts, |text| {
            let found = self.names.hosts(text);
            if found.len() > 1 {
                several.borrow_mut().insert(short(text), found.len());
            }
            found.first().map(|first| vec![*first])
        });
        for (text, count) in several.into_inner() {
            let params = [("text", text), ("count", count.to_string())];
            row.warn(SheetField::Hosts, "several_of_name", params);
        }
        for text in unknown {
            row.keep(SheetField::Hosts, "host_unknown", &text);
        }
        hosts
    }
}

/// The record that a cell names. An unknown name is kept in the notes, for a venue that nobody has entered yet
/// is no reason to refuse an event.
fn one<'n, T: Copy + 'n>(
    row: &mut Row<'_>,
    field: SheetField,
    unknown: &'static str,
    named: impl Fn(&str) -> &'n [T],
) -> Option<T> {
    let Some(text) = row.text(field) else {
        return row.emptied(field);
    };
    let found = named(&text);
    match found {
        [] => {
            row.keep(field, unknown, &text);
            None
        }
        [only] => {
            row.says.insert(field);
            Some(*only)
        }
        [first, ..] => {
            let params = [("text", short(&text)), ("count", found.len().to_string())];
            row.warn(field, "several_of_name", params);
            Some(*first)
        }
    }
}

/// A whole number written with or without separators: `1,200`, `1 200`, `120人`.
fn whole(text: &str) -> Option<f64> {
    let bare = text.trim().trim_end_matches(['人', '名', '位', '+']).trim();
    let figures: String = bare
        .chars()
        .filter(|c| !matches!(c, ',' | ' ' | '，' | '\''))
        .collect();
    let right = !figures.is_empty() && figures.len() <= 12 && figures.bytes().all(|b| b.is_ascii_digit());
    if right { figures.parse().ok() } else { None }
}

/// As much of a cell as a message can show.
pub(crate) fn short(text: &str) -> String {
    text.chars().take(200).collect()
}

#[cfg(test)]
mod tests {
    use super::whole;

    #[test]
    fn numbers_are_read_with_separators_and_counters() {
        assert_eq!(whole("1,200"), Some(1_200.0));
        assert_eq!(whole("120人"), Some(120.0));
        assert_eq!(whole("007"), Some(7.0));
        for wrong in ["", "about 100", "1.5", "-3", "９"] {
            assert_eq!(whole(wrong), None, "{wrong}");
        }
    }
}
