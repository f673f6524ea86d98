//! The fields of a letter, and the letter with its fields filled in.

use std::collections::BTreeMap;

use outreach_plan::people::{Invitation, Letter, Person};
use outreach_plan::{Event, Language, Plan};

use super::Merged;
use crate::row::last_day;
use crate::words::{self, Word};
use crate::{Outgoing, Row, line_text};

/// What a letter's fields are filled with, by key.
pub type Fields = BTreeMap<&'static str, String>;

/// A field of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// The key, as it stands in braces; each of the names may stand there instead.
    pub key: &'static str,
    /// Its name in English, Traditional and Simplified Chinese.
    pub names: [&'static str; 3],
}

const fn field(key: &'static str, names: [&'static str; 3]) -> Field {
    Field { key, names }
}

/// All fields, in the order in which a chooser lists them. Those of the sender are filled in by who sends.
pub const FIELDS: &[Field] = &[
    field("addressed", ["addressed as", "敬稱", "敬称"]),
    field("honorific", ["honorific", "稱謂", "称谓"]),
    field("family", ["family name", "姓氏", "姓"]),
    field("given", ["given name", "名字", "名"]),
    field("name", ["name", "姓名", "全名"]),
    field("chinese_name", ["Chinese name", "中文姓名", "中文名"]),
    field("preferred", ["preferred name", "常用名", "喜用名"]),
    field("post", ["post", "職位", "职位"]),
    field("organisation", ["organisation", "機構", "机构"]),
    field("email", ["e-mail", "電郵", "电邮"]),
    field("role", ["role", "身分", "身份"]),
    field("event", ["event", "活動", "活动"]),
    field("event_kind", ["kind of event", "活動類別", "活动类别"]),
    field("when", ["when", "日期時間", "日期时间"]),
    field("date", ["date", "日期", "活动日期"]),
    field("hong_kong_time", ["Hong Kong time", "香港時間", "香港时间"]),
    field("venue", ["venue", "場地", "场地"]),
    field("address", ["address", "地址", "场地地址"]),
    field("place", ["city", "城市", "所在城市"]),
    field("page", ["web page", "網頁", "网页"]),
    field("reply_by", ["reply by", "回覆限期", "回复限期"]),
    field("party", ["number of people", "人數", "人数"]),
    field("companions", ["companions", "同行者", "同行人"]),
    field("table", ["table", "桌號", "桌号"]),
    field("seat", ["seat", "座位", "座号"]),
    field("dietary", ["dietary needs", "飲食需要", "饮食需要"]),
    field("access", ["access needs", "無障礙需要", "无障碍需要"]),
    field("office", ["office", "辦公室", "办公室"]),
    field("sender", ["sender", "發信人", "发信人"]),
    field("sender_post", ["sender's post", "發信人職位", "发信人职位"]),
    field(
        "sender_telephone",
        ["sender's telephone", "發信人電話", "发信人电话"],
    ),
    field("sender_email", ["sender's e-mail", "發信人電郵", "发信人电邮"]),
];

/// The longest name in braces that is looked up.
const LONGEST_NAME: usize = 60;

/// The fields with their names in `language`, as a chooser lists them.
pub fn letter_fields(language: Language) -> Vec<(&'static str, &'static str)> {
    FIELDS
        .iter()
        .map(|field| (field.key, field.name(language)))
        .collect()
}

/// The name of a field.
pub fn field_label(key: &str, language: Language) -> Option<&'static str> {
    FIELDS
        .iter()
        .find(|field| field.key == key)
        .map(|field| field.name(language))
}

impl Field {
    fn name(&self, language: Language) -> &'static str {
        match language {
            Language::English => self.names[0],
            Language::TraditionalChinese => self.names[1],
            Language::SimplifiedChinese => self.names[2],
        }
    }

    fn named(text: &str) -> Option<&'static Self> {
        let text = text.trim();
        let same = |name: &str| name.eq_ignore_ascii_case(text);
        FIELDS
            .iter()
            .find(|field| field.key == text || field.names.iter().any(|name| same(name)))
    }
}

/// In which language a letter is written for somebody who is to be written to in `wanted`: that one if it has it, else
/// the nearest it has.
pub fn letter_language(letter: &Letter, wanted: Language) -> Language {
    let order = match wanted {
        Language::English => [
            Language::English,
            Language::TraditionalChinese,
            Language::SimplifiedChinese,
        ],
        Language::TraditionalChinese => [
            Language::TraditionalChinese,
            Language::SimplifiedChinese,
            Language::English,
        ],
        Language::SimplifiedChinese => [
            Language::SimplifiedChinese,
            Language::TraditionalChinese,
            Language::English,
        ],
    };
    let has = |language: &Language| {
        let text = match language {
            Language::English => &letter.body.en,
            Language::TraditionalChinese => &letter.body.zh_hant,
            Language::SimplifiedChinese => &letter.body.zh_hans,
        };
        !text.is_empty()
    };
    order.into_iter().find(has).unwrap_or(wanted)
}

pub(super) fn merge(letter: &Letter, fields: &Fields, language: Language) -> Merged {
    let mut merged = Merged::default();
    let subject = fill(
        letter.subject.in_language(language),
        fields,
        language,
        &mut merged,
    );
    // A line end in a subject would begin a header of its own.
    merged.subject = subject.split_whitespace().collect::<Vec<_>>().join(" ");
    merged.body = fill(letter.body.in_language(language), fields, language, &mut merged);
    merged
}

/// Fills fields in. What they are filled with is never looked through for fields again.
fn fill(template: &str, fields: &Fields, language: Language, merged: &mut Merged) -> String {
    let mut text = String::with_capacity(template.len() + 200);
    let mut rest = template;
    while let Some(at) = rest.find(['{', '}']) {
        text.push_str(&rest[..at]);
        let brace = &rest[at..];
        if brace.starts_with("{{") || brace.starts_with("}}") {
            text.push_str(&brace[..1]);
            rest = &brace[2..];
            continue;
        }
        let end = brace
            .find('}')
            .filter(|end| brace.starts_with('{') && *end <= 4 * LONGEST_NAME);
        let Some(end) = end.filter(|end| !brace[1..*end].contains(['{', '\n'])) else {
            text.push_str(&brace[..1]);
            rest = &brace[1..];
            continue;
        };
        let name = brace[1..end].trim();
        let bare = name.trim_end_matches(['?', '？']);
        let optional = bare.len() < name.len();
        match Field::named(bare) {
            Some(field) => match fields.get(field.key).filter(|value| !value.is_empty()) {
                Some(value) => text.push_str(&line_text(value)),
                None if optional => {}
                None => {
                    text.push_str(&format!("[{}?]", field.name(language)));
                    once(&mut merged.missing, field.key);
                }
            },
            None => {
                text.push_str(&format!("[{bare}?]"));
                once(&mut merged.unknown, bare);
            }
        }
        rest = &brace[end + 1..];
    }
    text.push_str(rest);
    line_text(&text).into_owned()
}

fn once(list: &mut Vec<String>, name: &str) {
    if !list.iter().any(|known| known == name) {
        list.push(name.to_owned());
    }
}

pub(super) fn of(
    plan: &Plan,
    event: &Event,
    invitation: &Invitation,
    person: &Person,
    language: Language,
) -> Fields {
    let mut fields = Fields::new();
    let mut put = |key: &'static str, value: &str| {
        let value = line_text(value);
        fields.insert(key, value.trim().to_owned());
    };
    let comma = words::list_comma(language);
    put("addressed", &person.addressed(language));
    put("honorific", &person.honorific);
    put("family", &person.family);
    put("given", &person.given);
    put("name", &person.name_in(language));
    put("chinese_name", &person.chinese);
    put("preferred", &person.preferred);
    put("post", person.post.in_language(language));
    put("organisation", person.organisation.in_language(language));
    put("email", super::itip::address_of(person).unwrap_or_default());
    put("role", invitation.role.name().in_language(language));
    put("event", event.title.in_language(language));
    put("event_kind", event.kind.name().in_language(language));
    put("place", event.place.in_language(language));
    put("page", &event.url);
    let venue = event.venue.and_then(|id| plan.venues().get(&id));
    put(
        "venue",
        venue.map_or("", |venue| venue.name.in_language(language)),
    );
    put("address", venue.map_or("", |venue| &venue.address));
    put(
        "date",
        &words::days(
            event.start.date(),
            last_day(event.start.date(), event.end),
            language,
        ),
    );
    // Without rules for its zone an event has no time that could be promised.
    let out = Outgoing {
        plan,
        events: &[],
        title: "",
        language,
        written: event.modified,
    };
    if let Ok(row) = Row::of(event, &out) {
        put("when", &row.local_words(language));
        if !event.all_day {
            put("hong_kong_time", &row.hong_kong_words(language));
        }
    }
    let reply_by = plan
        .arrangement_of(event.id)
        .and_then(|arrangement| arrangement.reply_by);
    put(
        "reply_by",
        &reply_by.map(|day| words::day(day, language)).unwrap_or_default(),
    );
    let party = 1 + invitation.companions.len() + usize::from(invitation.unnamed);
    put("party", &party.to_string());
    let companions: Vec<&str> = invitation
        .companions
        .iter()
        .map(|companion| companion.name.as_str())
        .collect();
    put("companions", &companions.join(comma));
    put("table", &invitation.table);
    put("seat", &invitation.seat);
    put("dietary", &invitation.dietary);
    put("access", &invitation.access);
    put("office", words::word(Word::Office, language));
    fields
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use outreach_plan::people::LetterKind;
    use outreach_plan::{LetterId, Wording};

    use super::*;

    fn letter(subject: &str, body: &str) -> Letter {
        Letter {
            id: LetterId(uuid::Uuid::nil()),
            name: String::new(),
            kind: LetterKind::Invitation,
            subject: Wording::english(subject),
            body: Wording::english(body),
        }
    }

    fn merged(body: &str) -> Merged {
        let fields = Fields::from([
            ("family", "Chan".to_owned()),
            ("event", "{name} & 招聘會".to_owned()),
            ("seat", String::new()),
        ]);
        merge(
            &letter("{event}\r\nBcc: x@example.org", body),
            &fields,
            Language::English,
        )
    }

    #[test]
    fn fields_are_known_by_key_and_by_name_in_three_languages() {
        assert_eq!(
            merged("{family} {Family Name} {姓氏} { 姓 }").body,
            "Chan Chan Chan Chan"
        );
        let mut seen = BTreeSet::new();
        for field in FIELDS {
            for name in field.names.iter().chain([&field.key]).collect::<BTreeSet<_>>() {
                assert!(seen.insert(name.to_lowercase()), "{name} is of two fields");
            }
        }
    }

    #[test]
    fn what_is_missing_is_seen_in_the_text_and_said() {
        let merged = merged("Seat {seat}, {seat?}{nonsense} {given} {given}");
        assert_eq!(
            merged.body,
            "Seat [seat?], [nonsense?] [given name?] [given name?]"
        );
        assert_eq!(merged.missing, ["seat", "given"]);
        assert_eq!(merged.unknown, ["nonsense"]);
    }

    #[test]
    fn a_value_is_no_template_and_a_subject_is_one_line() {
        let merged = merged("{event} {{family}} {open");
        assert_eq!(merged.body, "{name} & 招聘會 {family} {open");
        assert_eq!(merged.subject, "{name} & 招聘會 Bcc: x@example.org");
        assert!(merged.missing.is_empty());
    }
}
