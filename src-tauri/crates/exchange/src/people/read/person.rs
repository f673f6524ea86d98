//! One row as a person.

use outreach_plan::Wording;
use outreach_plan::people::Nature;

use super::super::names::{self, Split, is_han};
use super::super::{CellProblem, PersonDraft, PersonField, honorifics};
use super::Row;
use crate::sheets::{Params, Unread, read_when};

/// Characters of a name, a post, an organisation at most.
pub(super) const LONGEST_LINE: usize = 300;
/// Characters of notes at most.
const LONGEST_NOTES: usize = 20_000;

impl Row<'_> {
    pub(super) fn person(&mut self) -> Option<PersonDraft> {
        let mut draft = PersonDraft {
            organisation: self.wording([
                PersonField::Organisation,
                PersonField::OrganisationEn,
                PersonField::OrganisationZhHant,
                PersonField::OrganisationZhHans,
            ]),
            post: self.wording([
                PersonField::Post,
                PersonField::PostEn,
                PersonField::PostZhHant,
                PersonField::PostZhHans,
            ]),
            ..PersonDraft::default()
        };
        let told = self.nature();
        draft.nature = told.unwrap_or_default();
        self.name(&mut draft);
        self.department();
        draft.market = self.market();
        draft.sectors = self.sectors();
        draft.schemes = self.schemes();
        draft.passports = self.countries(PersonField::Passports);
        draft.university_region = self
            .countries(PersonField::UniversityRegion)
            .into_iter()
            .next()
            .unwrap_or_default();
        draft.languages = self.languages();
        draft.emails = self.emails();
        draft.telephones = self.telephones(draft.market);
        draft.tags = self.tags();
        draft.source = self.line(PersonField::Source);
        draft.retain_until = self.retain_until();
        draft.notes = self.notes();
        self.named(draft, told)
    }

    /// A row must name somebody. One that names a body alone is that body.
    fn named(&mut self, mut draft: PersonDraft, told: Option<Nature>) -> Option<PersonDraft> {
        let unnamed = [&draft.family, &draft.given, &draft.chinese, &draft.preferred]
            .iter()
            .all(|name| name.is_empty());
        if !unnamed {
            return Some(draft);
        }
        // What is wrong with the name is told already.
        let is_of_a_name = |problem: &CellProblem| problem.field.is_some_and(PersonField::is_of_a_name);
        if self.problems.iter().any(is_of_a_name) {
            return None;
        }
        let column = [
            PersonField::FullName,
            PersonField::Family,
            PersonField::Given,
            PersonField::Chinese,
            PersonField::ChineseFamily,
            PersonField::Preferred,
        ]
        .into_iter()
        .find_map(|field| Some((*self.columns(field).first()?, field)));
        if !draft.organisation.is_empty() && told != Some(Nature::Person) {
            draft.nature = Nature::Body;
            draft.family.clone_from(&draft.organisation.en);
            let wording = &draft.organisation;
            let chinese = if wording.zh_hant.is_empty() {
                &wording.zh_hans
            } else {
                &wording.zh_hant
            };
            draft.chinese.clone_from(chinese);
            if told.is_none() {
                let (at, field) = column.map_or((None, None), |(at, field)| (Some(at), Some(field)));
                let warning = self.problem(at, field, "body_assumed", Params::new());
                self.warnings.push(warning);
            }
            return Some(draft);
        }
        let code = if draft.is_nobody() { "nobody" } else { "no_name" };
        match column {
            Some((column, field)) => self.refuse(column, field, code, Params::new()),
            None => {
                let problem = self.problem(None, None, code, Params::new());
                self.problems.push(problem);
            }
        }
        None
    }

    fn nature(&mut self) -> Option<Nature> {
        let field = PersonField::Nature;
        let text = self.line(field);
        match text.to_lowercase().as_str() {
            "" => None,
            "person" | "individual" | "people" | "個人" | "个人" | "人" | "人士" => {
                Some(Nature::Person)
            }
            "body" | "company" | "organisation" | "organization" | "institution" | "機構" | "机构"
            | "公司" | "單位" | "单位" | "團體" | "团体" => Some(Nature::Body),
            _ => {
                let column = self.columns(field)[0];
                self.warn(column, field, "nature_unknown", Params::new());
                None
            }
        }
    }

    /// The parts of the name: columns of parts count before a whole name, which fills in what they leave open.
    fn name(&mut self, draft: &mut PersonDraft) {
        let mut chinese = self.line(PersonField::Chinese);
        if chinese.is_empty() {
            chinese = [PersonField::ChineseFamily, PersonField::ChineseGiven]
                .map(|field| self.line(field))
                .concat();
        }
        chinese.retain(|c| !c.is_whitespace());
        let (chinese, title) = honorifics::after_chinese(&chinese);
        let (mut chinese, mut honorific) = (chinese.to_owned(), title.to_owned());
        let mut family = self.line(PersonField::Family);
        let mut given = self.line(PersonField::Given);
        // 姓 and 名 as two columns.
        if family.chars().any(is_han) || given.chars().any(is_han) {
            if chinese.is_empty() {
                let whole = format!("{}{}", han_of(&family), han_of(&given));
                chinese = whole;
            }
            family = latin_of(&family);
            given = latin_of(&given);
        }
        let middle = self.line(PersonField::Middle);
        if !middle.is_empty() {
            given = format!("{given} {middle}").trim().to_owned();
        }
        let whole = self.line(PersonField::FullName);
        let mut preferred = self.line(PersonField::Preferred);
        if draft.nature == Nature::Body {
            if family.is_empty() {
                family = latin_of(&whole);
            }
            if chinese.is_empty() {
                chinese = han_of(&whole);
            }
        } else if !whole.is_empty() {
            let Split {
                honorific: title,
                family: split_family,
                given: split_given,
                chinese: split_chinese,
                preferred: called,
                after,
                warning,
            } = names::split(&whole, &chinese);
            if family.is_empty() && given.is_empty() {
                family = split_family;
                given = split_given;
                if let (Some(code), Some(column)) = (warning, self.columns(PersonField::FullName).first()) {
                    self.warn(*column, PersonField::FullName, code, Params::new());
                }
            } else if family.is_empty() && split_given == given {
                family = split_family;
            }
            if chinese.is_empty() {
                chinese = split_chinese;
            }
            if preferred.is_empty() {
                preferred = called;
            }
            if honorific.is_empty() {
                honorific = title;
            }
            if !after.is_empty() {
                self.kept.push(after);
            }
        } else if !family.is_empty() {
            let (title, rest) = honorifics::before(&family);
            let rest = rest.to_owned();
            if honorific.is_empty() {
                title.clone_into(&mut honorific);
            }
            family = rest;
        }
        let own = self.line(PersonField::Honorific);
        draft.honorific = if own.is_empty() { honorific } else { own };
        draft.family = family;
        draft.given = given;
        draft.chinese = chinese;
        draft.preferred = preferred;
    }

    /// A text in three languages: columns of one language count, the column of none fills in by its script.
    fn wording(&mut self, [any, en, zh_hant, zh_hans]: [PersonField; 4]) -> Wording {
        let mut wording = Wording {
            en: self.line(en),
            zh_hant: self.line(zh_hant),
            zh_hans: self.line(zh_hans),
        };
        let text = self.line(any);
        put_by_script(&mut wording, &text);
        wording
    }

    fn department(&mut self) {
        let text = self.line(PersonField::Department);
        if let (false, Some(column)) = (text.is_empty(), self.columns(PersonField::Department).first()) {
            self.keep(*column, &text);
        }
    }

    fn retain_until(&mut self) -> Option<chrono::NaiveDate> {
        let field = PersonField::RetainUntil;
        let column = *self.columns(field).first()?;
        let cell = self.cell_at(column);
        if cell.is_empty() {
            return None;
        }
        let order = self.people.orders.get(&column).copied();
        let read = read_when(cell, order, self.people.sheet.epoch_1904, false);
        match read {
            Ok(when) if when.day.is_some() => {
                if let (true, Some(order)) = (when.was_ambiguous, order) {
                    let params = Params::from([("order", order.key().to_owned())]);
                    self.warn(column, field, "date_order", params);
                }
                when.day
            }
            Err(Unread::Ambiguous) => {
                self.refuse(column, field, "date_ambiguous", Params::new());
                None
            }
            Ok(_) | Err(Unread::Problem(..)) => {
                self.refuse(column, field, "bad_date", Params::new());
                None
            }
        }
    }

    /// The notes, and after them what no field holds.
    fn notes(&mut self) -> String {
        let field = PersonField::Notes;
        let mut notes: Vec<String> = Vec::new();
        for column in self.columns(field) {
            let cell = self.cell_at(*column);
            if matches!(cell, crate::sheets::Cell::Error(_)) {
                self.refuse(*column, field, "cell_error", Params::new());
            } else if !cell.is_empty() {
                notes.push(cell.shown());
            }
        }
        notes.append(&mut self.kept);
        let notes = notes.join("\n");
        if notes.len() > LONGEST_NOTES && notes.chars().count() > LONGEST_NOTES {
            let column = self.columns(field).first().copied();
            let most = Params::from([("most", LONGEST_NOTES.to_string())]);
            let problem = self.problem(column, Some(field), "too_long", most);
            self.problems.push(problem);
            return String::new();
        }
        notes
    }
}

fn han_of(text: &str) -> String {
    text.chars().filter(|c| is_han(*c) || *c == '·').collect()
}

fn latin_of(text: &str) -> String {
    let latin: String = text.chars().map(|c| if is_han(c) { ' ' } else { c }).collect();
    latin.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Puts a text of no told language where its script says, if nothing stands there: letters into English, Chinese
/// characters into Traditional where Big5 has all of them, else into Simplified. Whether it stands there now.
pub(crate) fn put_by_script(wording: &mut Wording, text: &str) -> bool {
    if text.is_empty() {
        return true;
    }
    let chinese = text.chars().any(is_han);
    let place = if !chinese {
        &mut wording.en
    } else if is_traditional(text) {
        &mut wording.zh_hant
    } else {
        &mut wording.zh_hans
    };
    if place.is_empty() {
        text.clone_into(place);
    }
    place == text
}

/// Whether every Chinese character of a text is one of Big5, as Traditional ones are and few Simplified ones.
pub(crate) fn is_traditional(text: &str) -> bool {
    let han: String = text.chars().filter(|c| is_han(*c)).collect();
    let (_, _, unmapped) = encoding_rs::BIG5.encode(&han);
    !unmapped
}
