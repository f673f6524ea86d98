//! Everything that is held about one person, to be handed to that person.

use chrono::{DateTime, Utc};
use outreach_plan::PersonId;
use outreach_plan::people::{Invitation, Person, Visit};
use serde_json::{Value, json};

use crate::guests::{self, words};
use crate::press::Press;
use crate::words::{Word, pick, word};
use crate::{PrintError, times};

/// A change of the person's record, as the journal has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldChange {
    /// When it was made.
    pub at: DateTime<Utc>,
    /// Who made it.
    pub actor: String,
    /// What it was, in the language of the report.
    pub what: String,
}

/// One part of the report.
struct Part {
    heading: &'static str,
    pairs: Vec<(&'static str, Vec<String>)>,
    heads: Vec<&'static str>,
    rows: Vec<Vec<String>>,
}

impl Part {
    fn pairs(heading: &'static str, mut pairs: Vec<(&'static str, Vec<String>)>) -> Self {
        pairs.retain(|(_, lines)| lines.iter().any(|line| !line.is_empty()));
        Self {
            heading,
            pairs,
            heads: Vec::new(),
            rows: Vec::new(),
        }
    }

    fn table(heading: &'static str, heads: Vec<&'static str>, rows: Vec<Vec<String>>) -> Self {
        Self {
            heading,
            pairs: Vec::new(),
            heads,
            rows,
        }
    }
}

/// What the template makes the report of.
pub(crate) fn value(press: &Press<'_>, id: PersonId, changes: &[HeldChange]) -> Result<Value, PrintError> {
    let person = press.plan.people().get(&id).ok_or(PrintError::NoSuchPerson)?;
    let language = press.language();
    let say = |words| pick(language, words);
    let names = guests::names(press, person);
    let parts = [
        about(press, person),
        contact(press, person),
        notices(press, person),
        consents(press, person),
        invitations(press, id),
        visits(press, id),
        disclosures(press, id),
        changed(press, changes),
    ];
    let sections: Vec<Value> = parts
        .into_iter()
        .map(|part| json!({ "heading": part.heading, "pairs": part.pairs, "heads": part.heads, "rows": part.rows }))
        .collect();
    Ok(json!({
        "what": say(words::ACCESS_REPORT),
        "title": names.main, "second": names.second,
        "preface": [say(words::PREFACE)],
        "sections": sections,
        "none": say(words::NOTHING),
    }))
}

fn about(press: &Press<'_>, person: &Person) -> Part {
    let language = press.language();
    let say = |words| pick(language, words);
    let one = |text: &str| vec![press.line(text)];
    let sectors = person
        .sectors
        .iter()
        .map(|sector| sector.name().in_language(language).to_owned());
    let spoken = person
        .languages
        .iter()
        .map(|tag| press.line(crate::words::spoken(tag, language)));
    let schemes = outreach_plan::reference::schemes();
    let schemes = person.schemes.iter().filter_map(|scheme| {
        let seed = schemes.iter().find(|seed| seed.scheme == *scheme)?;
        Some(seed.name.in_language(language).to_owned())
    });
    let market = person.market.and_then(|id| press.plan.markets().get(&id));
    Part::pairs(
        say(words::PERSON),
        vec![
            (
                say(words::NATURE),
                vec![person.nature.name().in_language(language).to_owned()],
            ),
            (say(words::HONORIFIC), one(&person.honorific)),
            (say(words::FAMILY), one(&person.family)),
            (say(words::GIVEN), one(&person.given)),
            (say(words::CHINESE), one(&person.chinese)),
            (say(words::PREFERRED), one(&person.preferred)),
            (word(Word::Post, language), one(person.post.in_language(language))),
            (
                say(words::ORGANISATION),
                one(person.organisation.in_language(language)),
            ),
            (
                say(words::MARKET),
                market.map(|market| press.say(&market.name)).into_iter().collect(),
            ),
            (word(Word::Sectors, language), sectors.collect()),
            (say(words::SCHEMES), schemes.collect()),
            (say(words::LANGUAGES), spoken.collect()),
            (
                say(words::PASSPORTS),
                person.passports.iter().map(|code| press.line(code)).collect(),
            ),
            (say(words::UNIVERSITY), one(&person.university_region)),
            (
                say(words::TAGS),
                person.tags.iter().map(|tag| press.line(tag)).collect(),
            ),
            (word(Word::Notes, language), press.lines(&person.notes)),
            (say(words::SOURCE), press.lines(&person.source)),
            (
                say(words::HELD_UNTIL),
                person
                    .retain_until
                    .map(|day| times::plain_date(day, language))
                    .into_iter()
                    .collect(),
            ),
        ],
    )
}

fn contact(press: &Press<'_>, person: &Person) -> Part {
    let language = press.language();
    let labelled = |text: &str, label: &str| {
        let (text, label) = (press.address(text), press.line(label));
        if label.is_empty() {
            text
        } else {
            format!("{text} ({label})")
        }
    };
    let emails = person.emails.iter().map(|one| labelled(&one.address, &one.label));
    let telephones = person.telephones.iter().map(|one| labelled(&one.raw, &one.label));
    Part::pairs(
        pick(language, words::CONTACT),
        vec![
            (pick(language, words::EMAIL), emails.collect()),
            (pick(language, words::TELEPHONE), telephones.collect()),
        ],
    )
}

fn notices(press: &Press<'_>, person: &Person) -> Part {
    let language = press.language();
    let say = |words| pick(language, words);
    let rows = person.notices.iter().map(|given| {
        let notice = press.plan.notices().get(&given.notice);
        let name = notice.map(|notice| format!("{} · {}", press.say(&notice.name), notice.version));
        vec![
            name.unwrap_or_default(),
            times::plain_date(given.on, language),
            press.line(&given.by),
        ]
    });
    Part::table(
        say(words::NOTICES),
        vec![say(words::NOTICE), say(words::GIVEN_ON), say(words::BY)],
        rows.collect(),
    )
}

fn consents(press: &Press<'_>, person: &Person) -> Part {
    let language = press.language();
    let say = |words| pick(language, words);
    let rows = person.consents.iter().map(|consent| {
        vec![
            consent.purpose.name().in_language(language).to_owned(),
            say(if consent.given {
                words::GRANTED
            } else {
                words::REFUSED
            })
            .to_owned(),
            times::plain_date(consent.on, language),
            press.line(&consent.by),
        ]
    });
    Part::table(
        say(words::CONSENTS),
        vec![
            say(words::PURPOSE),
            say(words::STATUS),
            say(words::DATE),
            say(words::BY),
        ],
        rows.collect(),
    )
}

/// Invitations of the person, and those on which they stand as a companion.
fn invitations(press: &Press<'_>, id: PersonId) -> Part {
    let language = press.language();
    let say = |words| pick(language, words);
    let along = |one: &Invitation| {
        one.companions
            .iter()
            .any(|companion| companion.person == Some(id))
    };
    let rows = press
        .plan
        .invitations()
        .values()
        .filter(|one| one.person == id || along(one))
        .map(|one| invitation(press, one, one.person == id));
    Part::table(
        say(words::EVENTS),
        vec![
            word(Word::Event, language),
            word(Word::Role, language),
            say(words::STATUS),
            say(words::STEPS),
            say(words::NEEDS),
        ],
        rows.collect(),
    )
}

fn invitation(press: &Press<'_>, one: &Invitation, own: bool) -> Vec<String> {
    let language = press.language();
    let event = press.plan.events().get(&one.event);
    let title = event
        .map(|event| {
            format!(
                "{} · {}",
                press.say(&event.title),
                times::plain_date(event.start.date(), language)
            )
        })
        .unwrap_or_default();
    if !own {
        let as_companion = pick(language, words::COMPANIONS).to_owned();
        let status = one.status.name().in_language(language).to_owned();
        return vec![title, as_companion, status, String::new(), String::new()];
    }
    let steps: Vec<String> = one
        .steps
        .iter()
        .map(|step| {
            let parts = [
                times::plain_date(step.on, language),
                step.status.name().in_language(language).to_owned(),
                step.source.name().in_language(language).to_owned(),
                press.line(&step.actor),
                press.line(&step.note),
            ];
            parts
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(" · ")
        })
        .collect();
    let needs = [&one.dietary, &one.access, &one.notes].map(|text| press.line(text));
    let companions = one.companions.iter().map(|companion| press.line(&companion.name));
    let all: Vec<String> = needs
        .into_iter()
        .chain(companions)
        .filter(|text| !text.is_empty())
        .collect();
    vec![
        title,
        one.role.name().in_language(language).to_owned(),
        one.status.name().in_language(language).to_owned(),
        steps.join("; "),
        all.join("; "),
    ]
}

fn visits(press: &Press<'_>, id: PersonId) -> Part {
    let language = press.language();
    let say = |words| pick(language, words);
    let row = |visit: &Visit| {
        let steps: Vec<String> = visit
            .steps
            .iter()
            .map(|step| {
                format!(
                    "{} {}",
                    times::plain_date(step.on, language),
                    step.stage.name().in_language(language)
                )
            })
            .collect();
        let approvals = visit.approvals.iter().map(|one| {
            format!(
                "{} {} {} {}",
                times::plain_date(one.on, language),
                one.verdict.name().in_language(language),
                press.line(&one.by),
                press.line(&one.note)
            )
        });
        let told = [&visit.reason, &visit.travel, &visit.notes].map(|text| press.line(text));
        let said = told.into_iter().chain(approvals).filter(|text| !text.is_empty());
        vec![
            visit.stage.name().in_language(language).to_owned(),
            steps.join("; "),
            press.line(&visit.nominated_by),
            said.collect::<Vec<_>>().join("; "),
        ]
    };
    let rows = press
        .plan
        .visits()
        .values()
        .filter(|visit| visit.person == id)
        .map(row);
    Part::table(
        say(words::VISITS),
        vec![
            say(words::STATUS),
            say(words::STEPS),
            say(words::NOMINATED_BY),
            word(Word::Notes, language),
        ],
        rows.collect(),
    )
}

fn disclosures(press: &Press<'_>, id: PersonId) -> Part {
    let language = press.language();
    let say = |words| pick(language, words);
    let rows = press
        .plan
        .disclosures()
        .values()
        .filter(|one| one.people.contains(&id))
        .map(|one| {
            vec![
                moment(one.at, press),
                one.kind.name().in_language(language).to_owned(),
                press.line(&one.purpose),
                press.line(&one.actor),
            ]
        });
    Part::table(
        say(words::DISCLOSURES),
        vec![
            say(words::AT),
            word(Word::What, language),
            say(words::PURPOSE),
            say(words::BY),
        ],
        rows.collect(),
    )
}

fn changed(press: &Press<'_>, changes: &[HeldChange]) -> Part {
    let say = |words| pick(press.language(), words);
    let rows = changes.iter().map(|one| {
        vec![
            moment(one.at, press),
            press.line(&one.what),
            press.line(&one.actor),
        ]
    });
    Part::table(
        say(words::CHANGES),
        vec![say(words::AT), say(words::CHANGE), say(words::BY)],
        rows.collect(),
    )
}

/// A moment by Hong Kong's clock: `14 May 2027 15:00 (+08)`.
fn moment(at: DateTime<Utc>, press: &Press<'_>) -> String {
    let wall = times::hong_kong(at);
    format!(
        "{} {} (+08)",
        times::plain_date(wall.date(), press.language()),
        times::clock(wall)
    )
}
