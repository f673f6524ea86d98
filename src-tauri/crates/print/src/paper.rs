//! What is asked for: which document, for whom, on what paper; and why it may not be had.

use chrono::{DateTime, NaiveDate, Utc};
use outreach_plan::checks::Finding;
use outreach_plan::{Audience, Event, EventId, Language, MissionId, PersonId, Plan, VisitId};
use serde_json::{Value, json};

use crate::access::{self, HeldChange};
use crate::guests::{badges, door_list};
use crate::press::Press;
use crate::words::{Word, pick, word};
use crate::{Faces, booklet, month, run_sheet, setting, times, visit, year};

/// What is printed.
#[derive(Clone, Copy)]
pub enum Document<'a> {
    /// A year: a page a quarter with a band a region, then a list of the events.
    Year {
        /// The plan.
        plan: &'a Plan,
        /// The events; those that do not touch the year are passed over. Their missions are drawn as bars, and so
        /// are, unless for the public, missions of the same regions that have no event yet.
        events: &'a [&'a Event],
        /// Which year.
        year: i32,
    },
    /// A month: a calendar sheet, then a list of the events.
    Month {
        /// The plan.
        plan: &'a Plan,
        /// The events; those that do not touch the month are passed over.
        events: &'a [&'a Event],
        /// Any day of the month.
        month: NaiveDate,
    },
    /// All that a delegation carries: days, journeys, venues, people, partners, checks.
    Booklet {
        /// The plan.
        plan: &'a Plan,
        /// Which mission.
        mission: MissionId,
        /// What the checks found, to be printed for [`Audience::Internal`] only.
        findings: &'a [Finding],
    },
    /// One event: its facts and, for [`Audience::Internal`], its people, the order of the day and the notes.
    RunSheet {
        /// The plan.
        plan: &'a Plan,
        /// Which event.
        event: EventId,
    },
    /// A badge for each guest who may come to an event and each companion whose name is known.
    Badges {
        /// The plan.
        plan: &'a Plan,
        /// Which event.
        event: EventId,
    },
    /// A card to stand on the table for each of them.
    TableCards {
        /// The plan.
        plan: &'a Plan,
        /// Which event.
        event: EventId,
    },
    /// Who is expected at an event, to be ticked off.
    DoorList {
        /// The plan.
        plan: &'a Plan,
        /// Which event.
        event: EventId,
    },
    /// A guest's programme in Hong Kong; for [`Audience::Internal`] also how the visit came about and what is left
    /// to do.
    Visit {
        /// The plan.
        plan: &'a Plan,
        /// Which visit.
        visit: VisitId,
    },
    /// Everything held about one person.
    AccessReport {
        /// The plan.
        plan: &'a Plan,
        /// Who.
        person: PersonId,
        /// How the record came to be what it is.
        changes: &'a [HeldChange],
    },
}

/// How it is printed and for whom.
#[derive(Clone, Copy, Debug)]
pub struct Paper<'a> {
    /// What the whole is called; where it is empty, the programme's, mission's or event's name stands.
    pub title: &'a str,
    /// The language of headings, names and sentences.
    pub language: Language,
    /// Who it is for: what it may show, and whether it is marked.
    pub audience: Audience,
    /// The moment of writing; stands in the footer and in the file, by Hong Kong's clocks.
    pub written: DateTime<Utc>,
    /// How large the pages are. Booklet and run sheet stand upright, year and month lie.
    pub size: PaperSize,
}

/// A size of paper (ISO 216).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PaperSize {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 297 × 420 mm; year and month only, others stay A4.
    A3,
}

/// How far the work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Names and times are looked up.
    Gathering,
    /// Pages are laid out; most of the time.
    LayingOut,
    /// The file or the picture comes next.
    Writing,
}

/// Why nothing was printed.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    /// No face for the language was handed in, so that its characters would come out as boxes.
    #[error(
        "no typeface for the document's language was found; install Noto Sans CJK (Debian: fonts-noto-cjk)"
    )]
    NoFace {
        /// The language that cannot be written.
        language: Language,
    },
    /// An event stands in a zone that the rules do not know, so it has no time to be printed.
    #[error("the zone rules do not know the zone {zone} of an event")]
    UnknownZone {
        /// The zone.
        zone: String,
    },
    /// The mission is not in the plan.
    #[error("there is no such mission")]
    NoSuchMission,
    /// The event is not in the plan.
    #[error("there is no such event")]
    NoSuchEvent,
    /// The visit is not in the plan, or its guest is not.
    #[error("there is no such visit")]
    NoSuchVisit,
    /// The person is not in the plan.
    #[error("there is no such person")]
    NoSuchPerson,
    /// More than is ever printed.
    #[error("a document holds at most {most} events")]
    TooMany {
        /// How many it holds.
        most: usize,
    },
    /// Stopped on request.
    #[error("stopped")]
    Cancelled,
    /// The pages could not be laid out or written: a fault of this room, never of the plan.
    #[error("the pages could not be made: {0}")]
    Typesetting(String),
}

/// A document gathered: the template, what it is made of, and the characters that no face has.
pub(crate) struct Gathered {
    pub(crate) template: &'static str,
    pub(crate) value: Value,
    pub(crate) missing: Vec<char>,
}

/// Looks up all that stands on the paper.
pub(crate) fn gather(
    document: &Document<'_>,
    paper: &Paper<'_>,
    faces: &Faces,
) -> Result<Gathered, PrintError> {
    let plan = match document {
        Document::Year { plan, .. }
        | Document::Month { plan, .. }
        | Document::Booklet { plan, .. }
        | Document::RunSheet { plan, .. }
        | Document::Badges { plan, .. }
        | Document::TableCards { plan, .. }
        | Document::DoorList { plan, .. }
        | Document::Visit { plan, .. }
        | Document::AccessReport { plan, .. } => plan,
    };
    let press = Press::new(plan, paper, faces);
    let (template, body, own_title) = match document {
        Document::Year { events, year, .. } => {
            let body = year::value(&press, events, *year)?;
            let gap = pick(paper.language, [" ", "", ""]);
            let name = word(Word::Programme, paper.language);
            let title = match paper.language {
                Language::English => format!("{name}{gap}{year}"),
                Language::TraditionalChinese | Language::SimplifiedChinese => format!("{year}年{name}"),
            };
            ("/year.typ", body, title)
        }
        Document::Month { events, month, .. } => {
            let body = month::value(&press, events, *month)?;
            (
                "/month.typ",
                body,
                word(Word::Programme, paper.language).to_owned(),
            )
        }
        Document::Booklet {
            mission, findings, ..
        } => titled("/booklet.typ", booklet::value(&press, *mission, findings)?),
        Document::RunSheet { event, .. } => {
            let body = run_sheet::value(&press, *event)?;
            let title = body["entry"]["title"].as_str().unwrap_or_default().to_owned();
            ("/run_sheet.typ", body, title)
        }
        Document::Badges { event, .. } => titled("/badges.typ", badges::badges(&press, *event)?),
        Document::TableCards { event, .. } => {
            titled("/table_cards.typ", badges::table_cards(&press, *event)?)
        }
        Document::DoorList { event, .. } => titled("/door_list.typ", door_list::value(&press, *event)?),
        Document::Visit { visit, .. } => titled("/visit.typ", visit::value(&press, *visit)?),
        Document::AccessReport { person, changes, .. } => {
            titled("/access.typ", access::value(&press, *person, changes)?)
        }
    };
    let typed = press.line(paper.title);
    let title = if typed.is_empty() { own_title } else { typed };
    let value = json!({ "sheet": sheet(&press, &title), "body": body });
    Ok(Gathered {
        template,
        value,
        missing: press.into_missing(),
    })
}

/// A body that brings its own title.
fn titled(template: &'static str, body: Value) -> (&'static str, Value, String) {
    let title = body["title"].as_str().unwrap_or_default().to_owned();
    (template, body, title)
}

/// What every page carries.
fn sheet(press: &Press<'_>, title: &str) -> Value {
    let (paper, language) = (press.paper, press.language());
    let (lang, region) = setting::locale(language);
    let marking = match paper.audience {
        Audience::Internal => word(Word::Restricted, language),
        Audience::Public | Audience::Partner => "",
    };
    let written = times::hong_kong(paper.written);
    let rules = press.plan.rules().release().to_string();
    let footer = format!(
        "{} {} {} (+08) · {} {}",
        word(Word::PrintedAt, language),
        times::plain_date(written.date(), language),
        times::clock(written),
        word(Word::RulesRelease, language),
        press.line(&rules),
    );
    json!({
        "title": title,
        "title_cut": press.cut(title, false, 60.0),
        "office": word(Word::Office, language),
        "marking": marking,
        "footer": footer,
        "fonts": press.faces.families(language),
        "lang": lang,
        "region": region,
    })
}
