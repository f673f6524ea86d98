//! Cards out.
//!
//! A person with a name in Latin letters and one in Chinese characters gets both: version 4.0 has a second N and FN
//! for it (ALTID), version 3.0 has not, so that the Chinese name stands in FN, which every program shows, and in
//! X-CHINESE-NAME. What is only for the office (consents, notices, retention) never goes onto a card.

use chrono::{DateTime, Utc};
use outreach_matching::names::split_chinese;
use outreach_plan::people::{Nature, Person};
use outreach_plan::{Language, Wording};

use super::CardVersion;
use crate::ics::Lines;
use crate::line_text;

const PRODUCT: &str = "-//Hong Kong Talent Engage//Outreach//EN";

pub(super) fn write(people: &[&Person], version: CardVersion, written: DateTime<Utc>) -> Vec<u8> {
    let mut lines = Lines::with_capacity(people.len() * 500);
    for person in people {
        card(&mut lines, person, version, written);
    }
    lines.into_text().into_bytes()
}

fn card(lines: &mut Lines, person: &Person, version: CardVersion, written: DateTime<Utc>) {
    let four = version == CardVersion::V4;
    lines.begin("VCARD");
    lines.plain("VERSION", if four { "4.0" } else { "3.0" });
    lines.plain("PRODID", PRODUCT);
    lines.plain("UID", &format!("urn:uuid:{}", person.id.0));
    lines.plain("REV", &written.format("%Y%m%dT%H%M%SZ").to_string());
    if !four {
        lines.plain("CLASS", "CONFIDENTIAL");
    }
    lines.text("X-CLASSIFICATION", "[RESTRICTED]");
    if person.nature == Nature::Body {
        if four {
            lines.plain("KIND", "org");
        } else {
            lines.plain("X-ABShowAs", "COMPANY");
        }
    }
    names(lines, person, four);
    text(lines, "NICKNAME", &person.preferred);
    wording(lines, "ORG", &person.organisation);
    wording(lines, "TITLE", &person.post);
    let mut labels = Labels::default();
    for (at, email) in person.emails.iter().enumerate() {
        let kind = match email.label.as_str() {
            "work" => Some("WORK"),
            "home" => Some("HOME"),
            _ => None,
        };
        let value = line_text(&email.address);
        labels.property(lines, "EMAIL", (kind, &email.label), (at, four), &value);
    }
    for (at, telephone) in person.telephones.iter().enumerate() {
        let kind = match telephone.label.as_str() {
            "mobile" => Some("CELL"),
            "work" => Some("WORK"),
            "home" => Some("HOME"),
            _ => None,
        };
        let value = one_line(&telephone.raw);
        labels.property(lines, "TEL", (kind, &telephone.label), (at, four), &value);
    }
    for (at, tag) in person.languages.iter().enumerate() {
        lines.name("LANG");
        if four {
            lines.parameter("PREF", &(at + 1).min(100).to_string());
        }
        lines.components(&[&one_line(tag)]);
    }
    if !person.tags.is_empty() {
        let tags: Vec<String> = person.tags.iter().map(|tag| one_line(tag)).collect();
        lines.texts("CATEGORIES", tags.iter().map(String::as_str));
    }
    let notes = line_text(&person.notes);
    if !notes.is_empty() {
        lines.text("NOTE", &notes);
    }
    lines.end("VCARD");
}

fn names(lines: &mut Lines, person: &Person, four: bool) {
    let honorific = one_line(&person.honorific);
    let [family, given, chinese] =
        [&person.family, &person.given, &person.chinese].map(|name| one_line(name));
    let latin = !family.is_empty() || !given.is_empty();
    let (chinese_family, chinese_given) = split_chinese(&chinese).unwrap_or((&chinese, ""));
    let is_body = person.nature == Nature::Body;
    // A body has no name in parts; programs show its ORG or FN.
    let latin_parts: [&str; 5] = if is_body {
        [""; 5]
    } else {
        [&family, &given, "", &honorific, ""]
    };
    let chinese_parts: [&str; 5] = if is_body {
        [""; 5]
    } else {
        [chinese_family, chinese_given, "", &honorific, ""]
    };
    let formatted = one_line(&person.name_in(Language::English));
    if latin && !chinese.is_empty() {
        if four {
            lines.name("N;ALTID=1;LANGUAGE=en");
            lines.components(&latin_parts);
            lines.name("N;ALTID=1;LANGUAGE=zh");
            lines.components(&chinese_parts);
            lines.text("FN;ALTID=2;LANGUAGE=en", &formatted);
            lines.text("FN;ALTID=2;LANGUAGE=zh", &chinese);
        } else {
            lines.name("N");
            lines.components(&latin_parts);
            let both = if is_body {
                formatted
            } else {
                format!("{formatted} {chinese}")
            };
            lines.text("FN", &both);
            lines.text("X-CHINESE-NAME", &chinese);
        }
        return;
    }
    lines.name("N");
    lines.components(if latin { &latin_parts } else { &chinese_parts });
    let name = [&formatted, &chinese]
        .into_iter()
        .map(String::as_str)
        .chain([
            person.preferred.as_str(),
            person.organisation.in_language(Language::English),
        ])
        .chain(person.emails.first().map(|email| email.address.as_str()))
        .chain(person.telephones.first().map(|telephone| telephone.raw.as_str()))
        .find(|name| !name.is_empty())
        .unwrap_or_default();
    // FN must be there, in either version.
    lines.text("FN", &one_line(name));
}

fn one_line(text: &str) -> String {
    line_text(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn text(lines: &mut Lines, name: &str, value: &str) {
    let value = one_line(value);
    if !value.is_empty() {
        lines.text(name, &value);
    }
}

/// A text in each language in which it is known.
fn wording(lines: &mut Lines, name: &str, wording: &Wording) {
    let known = [
        ("en", &wording.en),
        ("zh-Hant", &wording.zh_hant),
        ("zh-Hans", &wording.zh_hans),
    ];
    for (language, value) in known.into_iter().filter(|(_, value)| !value.is_empty()) {
        lines.name(name);
        lines.parameter("LANGUAGE", language);
        lines.components(&[&one_line(value)]);
    }
}

/// Groups by which labels of people's own are tied to their values, as Apple's programs do.
#[derive(Default)]
struct Labels {
    used: u32,
}

impl Labels {
    fn property(
        &mut self,
        lines: &mut Lines,
        name: &str,
        (kind, label): (Option<&str>, &str),
        (at, four): (usize, bool),
        value: &str,
    ) {
        let label = one_line(label);
        let own = kind.is_none() && !label.is_empty();
        if own {
            self.used += 1;
            lines.name(&format!("item{}.", self.used));
        }
        lines.name(name);
        if four {
            lines.parameter("PREF", &(at + 1).min(100).to_string());
        } else if at == 0 {
            lines.parameter("TYPE", "PREF");
        }
        if let Some(kind) = kind {
            lines.parameter("TYPE", kind);
        }
        lines.components(&[value]);
        if own {
            lines.text(&format!("item{}.X-ABLabel", self.used), &label);
        }
    }
}
