//! What an exported file is called: the programme's name and its days, in characters that any file system takes.
//!
//! Names of files are seen by everyone who sees a folder or an attachment, so no event's, mission's or guest's name
//! goes into them. What is only for the office says so in its name as well.

use chrono::NaiveDate;
use outreach_plan::reference::CityId;
use outreach_plan::{Audience, Event, Language, Plan, reference};

use super::Chosen;
use crate::filter::last_day;
use crate::views::PdfDocument;

/// `Outreach programme 2027 2027-01-12 2027-11-30.ics`
pub(super) fn of_events(chosen: &Chosen<'_>, audience: Audience, ending: &str) -> String {
    let first = chosen.events.iter().map(|event| event.start.date()).min();
    let last = chosen.events.iter().map(|event| last_day(event)).max();
    let days = match (first, last) {
        (Some(first), Some(last)) if first != last => format!("{first} {last}"),
        (Some(first), _) => first.to_string(),
        (None, _) => String::new(),
    };
    named(&format!("{} {days}", plain(chosen.title)), audience, ending)
}

/// `Run sheet 2027-05-14 Kuala Lumpur.pdf`
pub(super) fn of_paper(
    document: PdfDocument,
    language: Language,
    day: NaiveDate,
    city: Option<CityId>,
    audience: Audience,
) -> String {
    let days = match document {
        PdfDocument::Year => day.format("%Y").to_string(),
        PdfDocument::Month => day.format("%Y-%m").to_string(),
        PdfDocument::Booklet | PdfDocument::RunSheet => day.to_string(),
    };
    let city = city
        .and_then(reference::city)
        .map(|city| plain(city.name.in_language(language)))
        .unwrap_or_default();
    named(
        &format!("{} {days} {city}", paper(document, language)),
        audience,
        "pdf",
    )
}

fn named(name: &str, audience: Audience, ending: &str) -> String {
    let marking = if audience == Audience::Internal {
        "RESTRICTED "
    } else {
        ""
    };
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if ending.is_empty() {
        format!("{marking}{name}")
    } else {
        format!("{marking}{name}.{ending}")
    }
}

/// The name with what a file system might not take as blanks.
fn plain(title: &str) -> String {
    let plain: String = title
        .chars()
        .map(|c| {
            if c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '–') {
                c
            } else {
                ' '
            }
        })
        .take(80)
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What several programmes are called together.
pub(super) fn programme(language: Language) -> &'static str {
    match language {
        Language::English => "Outreach programme",
        Language::TraditionalChinese => "外展計劃",
        Language::SimplifiedChinese => "外展计划",
    }
}

fn paper(document: PdfDocument, language: Language) -> &'static str {
    let words = match document {
        PdfDocument::Year => ["Year programme", "年度計劃", "年度计划"],
        PdfDocument::Month => ["Month", "月曆", "月历"],
        PdfDocument::Booklet => ["Mission booklet", "訪問團手冊", "访问团手册"],
        PdfDocument::RunSheet => ["Run sheet", "活動流程", "活动流程"],
    };
    match language {
        Language::English => words[0],
        Language::TraditionalChinese => words[1],
        Language::SimplifiedChinese => words[2],
    }
}

/// The city of an event, or of its venue.
pub(super) fn city(plan: &Plan, event: &Event) -> Option<CityId> {
    event.city.or_else(|| plan.venues().get(&event.venue?)?.city)
}
