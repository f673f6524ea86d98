//! The properties of one card as a person.

use std::collections::HashMap;

use outreach_plan::Wording;
use outreach_plan::people::{Email, Telephone};

use super::lines::Property;
use super::name::Names;
use super::texts::{Texts, line, parts, unescaped};
use super::{Card, Omissions, RawCard, RefusedCard, Report};
use crate::people::read::{is_traditional, put_by_script};
use crate::people::{PersonDraft, mailboxes, names, telephones};
use crate::sheets::{Params, tongue};

/// Values of one property that are kept of a card.
const MOST: usize = 100;
/// Characters of a name, an address, a label at most.
const LONGEST_LINE: usize = 300;

/// What is said in a card but has nothing to do with the person.
const SILENT: [&str; 12] = [
    "VERSION",
    "PRODID",
    "REV",
    "BEGIN",
    "END",
    "PROFILE",
    "SOURCE",
    "NAME",
    "CLASS",
    "X-CLASSIFICATION",
    "X-ABLABEL",
    "MAILER",
];

/// Properties that are kept; the value of no other is copied.
pub(super) fn is_wanted(name: &str) -> bool {
    matches!(
        name,
        "N" | "FN"
            | "NICKNAME"
            | "ORG"
            | "TITLE"
            | "ROLE"
            | "EMAIL"
            | "TEL"
            | "NOTE"
            | "CATEGORIES"
            | "LANG"
            | "LANGUAGE"
            | "UID"
            | "KIND"
            | "SORT-STRING"
            | "BEGIN"
            | "END"
            | "VERSION"
            | "AGENT"
            | "X-ABLABEL"
            | "X-ABSHOWAS"
            | "X-CHINESE-NAME"
            | "X-ADDRESSBOOKSERVER-KIND"
    ) || name.starts_with("X-PHONETIC-")
}

/// A value with how much its owner prefers it: 1 first, 101 not said.
type Preferred<T> = (u8, T);

#[derive(Default)]
struct Reader<'c> {
    draft: PersonDraft,
    names: Names,
    uid: String,
    roles: Wording,
    languages: Vec<Preferred<String>>,
    emails: Vec<Preferred<Email>>,
    telephones: Vec<Preferred<Telephone>>,
    notes: Vec<String>,
    labels: HashMap<&'c str, String>,
    warnings: Vec<&'static str>,
    left_out: Omissions,
}

/// Reads one card; none if it names nobody.
pub(super) fn read(raw: &RawCard, texts: &Texts, country: Option<&str>, report: &mut Report) -> Option<Card> {
    let mut reader = Reader {
        warnings: raw.warnings.clone(),
        left_out: raw.left_out.clone(),
        ..Reader::default()
    };
    for property in raw
        .properties
        .iter()
        .filter(|property| property.name == "X-ABLABEL")
    {
        let text = line(&texts.text(property).0);
        let label = text
            .trim_start_matches("_$!<")
            .trim_end_matches(">!$_")
            .to_owned();
        reader.labels.insert(property.group.as_str(), label);
    }
    for property in &raw.properties {
        let (text, guessed) = texts.text(property);
        if property.cut && is_wanted(&property.name) {
            reader.warn("text_cut");
        }
        if guessed {
            reader.warn("encoding_guessed");
        }
        if !reader.names.take(property, &text) && !reader.take(property, &text, country) {
            report.lose(&property.name, property.line);
        }
    }
    reader.done(raw, report)
}

impl Reader<'_> {
    fn warn(&mut self, code: &'static str) {
        if !self.warnings.contains(&code) {
            self.warnings.push(code);
        }
    }

    fn leave_out(&mut self, property: &Property, code: &'static str, text: &str) {
        let params = Params::from([("text", short(text.to_owned()))]);
        self.left_out.add(property.line, code, params);
    }

    /// Takes a property in; false if it has no place in a record.
    fn take(&mut self, property: &Property, text: &str, country: Option<&str>) -> bool {
        match property.name.as_str() {
            name if SILENT.contains(&name) => {}
            "UID" => self.uid = line(text).chars().take(255).collect(),
            "NICKNAME" => {
                let mut nicknames = parts(text, ',')
                    .into_iter()
                    .map(line)
                    .filter(|name| !name.is_empty());
                if self.draft.preferred.is_empty() {
                    self.draft.preferred = short(nicknames.next().unwrap_or_default());
                }
                return nicknames.next().is_none();
            }
            "ORG" => {
                let mut units = parts(text, ';')
                    .into_iter()
                    .map(line)
                    .filter(|unit| !unit.is_empty());
                let organisation = short(units.next().unwrap_or_default());
                self.notes.extend(units.take(MOST));
                return put(&mut self.draft.organisation, property, &organisation);
            }
            "TITLE" => return put(&mut self.draft.post, property, &short(line(text))),
            "ROLE" => return put(&mut self.roles, property, &short(line(text))),
            "NOTE" => {
                let note = unescaped(text);
                if !note.is_empty() && self.notes.len() < MOST {
                    self.notes.push(note);
                }
            }
            "CATEGORIES" => {
                for tag in parts(text, ',')
                    .into_iter()
                    .map(line)
                    .filter(|tag| !tag.is_empty())
                {
                    let tag = short(tag);
                    if self.draft.tags.len() < MOST && !self.draft.tags.contains(&tag) {
                        self.draft.tags.push(tag);
                    }
                }
            }
            "LANG" | "LANGUAGE" => {
                let text = line(text);
                let Some(tag) = tongue(&text) else {
                    return text.is_empty();
                };
                if self.languages.len() < MOST && !self.languages.iter().any(|(_, known)| *known == tag) {
                    self.languages.push((preference(property), tag));
                }
            }
            "EMAIL" => self.email(property, &line(text)),
            "TEL" => return self.telephone(property, &line(text), country),
            _ => return false,
        }
        true
    }

    fn label(&self, property: &Property, known: &[(&str, &str)]) -> String {
        if let Some(label) = self
            .labels
            .get(property.group.as_str())
            .filter(|_| !property.group.is_empty())
        {
            let own = known.iter().find(|(_, ours)| label.eq_ignore_ascii_case(ours));
            return own.map_or_else(|| short(label.clone()), |(_, ours)| (*ours).to_owned());
        }
        known
            .iter()
            .find(|(kind, _)| property.is_type(kind))
            .map_or_else(String::new, |(_, ours)| (*ours).to_owned())
    }

    fn email(&mut self, property: &Property, text: &str) {
        // `"Chan Tai Man" <taiman@example.org>` and `mailto:` are met as well.
        let bare = text
            .rsplit_once('<')
            .map_or(text, |(_, rest)| rest.trim_end_matches('>'));
        let scheme = bare
            .get(..7)
            .filter(|scheme| scheme.eq_ignore_ascii_case("mailto:"));
        let address = scheme.map_or(bare, |_| &bare[7..]).trim();
        if address.is_empty() {
            return;
        }
        if !mailboxes::is_address(address) {
            self.leave_out(property, "email_left_out", address);
            return;
        }
        let label = self.label(property, &[("work", "work"), ("home", "home")]);
        let known = self
            .emails
            .iter()
            .any(|(_, known)| known.address.eq_ignore_ascii_case(address));
        if !known && self.emails.len() < MOST {
            let email = Email {
                address: address.to_owned(),
                label,
                bounced: false,
            };
            self.emails.push((preference(property), email));
        }
    }

    /// False for a facsimile, which nobody is called by.
    fn telephone(&mut self, property: &Property, text: &str, country: Option<&str>) -> bool {
        let fax = property.is_type("fax") && !property.is_type("voice") && !property.is_type("cell");
        if fax || property.is_type("pager") || property.is_type("modem") {
            return false;
        }
        let scheme = text.get(..4).filter(|scheme| scheme.eq_ignore_ascii_case("tel:"));
        let bare = scheme.map_or(text, |_| &text[4..]);
        let raw = match bare.split_once(";ext=") {
            Some((number, extension)) => format!("{number} ext. {extension}"),
            None => bare.split(';').next().unwrap_or(bare).to_owned(),
        };
        if raw.trim().is_empty() {
            return true;
        }
        let label = self.label(
            property,
            &[
                ("cell", "mobile"),
                ("mobile", "mobile"),
                ("work", "work"),
                ("home", "home"),
            ],
        );
        match telephones::of_card(&raw, &label, country) {
            Ok(telephone) => {
                let same = |(_, known): &Preferred<Telephone>| {
                    known.raw == telephone.raw || (!known.e164.is_empty() && known.e164 == telephone.e164)
                };
                if self.telephones.len() < MOST && !self.telephones.iter().any(same) {
                    self.telephones.push((preference(property), telephone));
                }
            }
            Err(_) => self.leave_out(property, "number_left_out", &raw),
        }
        true
    }

    fn done(mut self, raw: &RawCard, report: &mut Report) -> Option<Card> {
        let draft = &mut self.draft;
        if draft.post.is_empty() {
            draft.post = std::mem::take(&mut self.roles);
        } else if !self.roles.is_empty() {
            report.lose("ROLE", raw.line);
        }
        let (warning, suffix) = self.names.put_on(draft);
        if suffix {
            report.lose("N (SUFFIX)", raw.line);
        }
        for name in [
            &mut draft.family,
            &mut draft.given,
            &mut draft.chinese,
            &mut draft.honorific,
        ] {
            *name = short(std::mem::take(name));
        }
        self.emails.sort_by_key(|(preference, _)| *preference);
        self.telephones.sort_by_key(|(preference, _)| *preference);
        self.languages.sort_by_key(|(preference, _)| *preference);
        draft.emails = self.emails.into_iter().map(|(_, email)| email).collect();
        draft.telephones = self
            .telephones
            .into_iter()
            .map(|(_, telephone)| telephone)
            .collect();
        draft.languages = self.languages.into_iter().map(|(_, tag)| tag).collect();
        draft.notes = self.notes.join("\n").trim().to_owned();
        if draft.is_nobody() {
            report.refused.push(RefusedCard {
                line: raw.line,
                code: "nobody",
            });
            return None;
        }
        let unnamed = !draft.is_named();
        let person = std::mem::take(draft);
        let mut warnings = self.warnings;
        warnings.extend(warning);
        if unnamed {
            warnings.push("no_name");
        }
        Some(Card {
            line: raw.line,
            uid: self.uid,
            person,
            warnings,
            left_out: self.left_out.told(),
        })
    }
}

fn short(text: String) -> String {
    if text.len() > LONGEST_LINE && text.chars().count() > LONGEST_LINE {
        text.chars()
            .take(LONGEST_LINE)
            .collect::<String>()
            .trim()
            .to_owned()
    } else {
        text
    }
}

/// PREF of version 4.0, and the type of the older ones.
fn preference(property: &Property) -> u8 {
    if property.is_type("pref") {
        return 1;
    }
    let said = property.param("PREF").next();
    said.and_then(|value| value.trim().parse().ok()).unwrap_or(101)
}

/// Puts a text where its LANGUAGE says, else where its script does. What stands there already stays; whether the text
/// stands there now.
fn put(wording: &mut Wording, property: &Property, text: &str) -> bool {
    let language = property
        .param("LANGUAGE")
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let place = match language.as_str() {
        "zh-hant" | "zh-hk" | "zh-tw" | "zh-mo" | "zh-hant-hk" | "zh-hant-tw" => &mut wording.zh_hant,
        "zh-hans" | "zh-cn" | "zh-sg" | "zh-hans-cn" => &mut wording.zh_hans,
        "zh" if is_traditional(text) => &mut wording.zh_hant,
        "zh" => &mut wording.zh_hans,
        "en" | "en-gb" | "en-us" | "en-hk" if !text.chars().any(names::is_han) => &mut wording.en,
        _ => return put_by_script(wording, text),
    };
    if place.is_empty() {
        text.clone_into(place);
    }
    place == text
}
