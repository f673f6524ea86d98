//! One page that needs nothing else: no script, no font, no picture, no network.
//!
//! It is for the public, so it holds nothing of the office's inside and no event that is only an idea. Choosing a
//! region and a sector is done by radio buttons and CSS (`:has`); a browser that cannot do that shows everything
//! and no buttons, and what is chosen is what prints. The price: the rules of choosing are written out for each
//! pair of region and sector, some kilobytes.

mod card;
mod choice;
mod months;
mod phrases;

use std::fmt::{Result as Written, Write as _};

use chrono::{DateTime, NaiveDate, Utc};
use outreach_plan::reference::dates;
use outreach_plan::{Event, Status, Wording};

use crate::words::{self, Word};
use crate::{ExportError, Outgoing, Row, page_text};
use choice::Choice;
use phrases::{Phrase, phrase};

const STYLE: &str = include_str!("page.css");

/// Writes the page: months as headings, missions within them, local and Hong Kong time side by side. Events that
/// are only ideas are left out ([`crate::Left::Ideas`]).
///
/// # Errors
/// [`ExportError::UnknownZone`] if the rules do not know the zone of an event.
pub fn write_html(out: &Outgoing<'_>) -> Result<Vec<u8>, ExportError> {
    let public: Vec<&Event> = out
        .events
        .iter()
        .copied()
        .filter(|event| event.status != Status::Idea)
        .collect();
    let out = &Outgoing {
        events: &public,
        ..*out
    };
    let mut rows = Row::all(out)?;
    rows.sort_by_key(|row| (row.start, row.utc_start));
    let mut page = String::with_capacity(STYLE.len() + 16_384 + rows.len() * 1400);
    render(&mut page, &rows, out).map_err(|error| ExportError::Writer(error.to_string()))?;
    Ok(page.into_bytes())
}

fn render(page: &mut String, rows: &[Row<'_>], out: &Outgoing<'_>) -> Written {
    let language = out.language;
    let title = page_text(out.title);
    let choice = Choice::of(rows);
    write!(
        page,
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>{title} – {}</title>\n<style>\n{STYLE}",
        words::tag(language),
        words::word(Word::Office, language),
    )?;
    choice.rules(page)?;
    write!(
        page,
        "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#events\">{}</a>\n<header class=\"top\">\n\
         <p class=\"office\">{}</p>\n<h1>{title}</h1>\n<p class=\"sum\">{}</p>\n</header>\n",
        phrase(Phrase::Skip, language),
        words::word(Word::Office, language),
        sum(rows, out),
    )?;
    if rows.is_empty() {
        writeln!(
            page,
            "<main id=\"events\"><p>{}</p></main>",
            words::word(Word::NoEvents, language)
        )?;
    } else {
        page.push_str("<div class=\"frame\">\n<div class=\"side\">\n");
        choice.form(page, rows.len(), language)?;
        months::overview(page, rows, language)?;
        page.push_str("</div>\n<main id=\"events\">\n");
        months::sections(page, rows, out)?;
        write!(
            page,
            "<p class=\"none\">{}</p>\n<p class=\"shown\">{} </p>\n</main>\n</div>\n",
            phrase(Phrase::NoMatch, language),
            phrase(Phrase::Shown, language),
        )?;
    }
    write!(
        page,
        "<footer>\n<p>{}</p>\n<p>{} {} · {} {}</p>\n</footer>\n</body>\n</html>\n",
        phrase(Phrase::MayChange, language),
        words::word(Word::Made, language),
        made(out.written, out),
        phrase(Phrase::Rules, language),
        out.plan.rules().release(),
    )
}

/// `24 events · 12 Jan 2027 – 30 Nov 2027 · 14 cities`, and a way to the next event.
fn sum(rows: &[Row<'_>], out: &Outgoing<'_>) -> String {
    let language = out.language;
    let mut parts = vec![words::count(rows.len(), language)];
    let mut next_event = String::new();
    let first = rows.iter().map(|row| row.start.date()).min();
    let last = rows
        .iter()
        .map(|row| crate::row::last_day(row.start.date(), row.end))
        .max();
    if let (Some(first), Some(last)) = (first, last) {
        let (first, last) = (dates::plain(first, language), dates::plain(last, language));
        parts.push(if first == last {
            first
        } else {
            format!("{first} – {last}")
        });
        let mut cities: Vec<&str> = rows
            .iter()
            .map(|row| row.place)
            .filter(|place| !place.is_empty())
            .collect();
        cities.sort_unstable();
        cities.dedup();
        if cities.len() > 1 {
            parts.push(phrases::cities(cities.len(), language));
        }
    }
    if let Some(row) = next(rows, out) {
        next_event = format!(
            "<span class=\"next\"> · <a href=\"#next\">{} {}</a></span>",
            phrase(Phrase::Next, language),
            dates::day_and_month(row.start.date(), language)
        );
    }
    parts.join(" · ") + &next_event
}

/// The first event that is still to come when the page is made, where others have been.
fn next<'r, 'a>(rows: &'r [Row<'a>], out: &Outgoing<'_>) -> Option<&'r Row<'a>> {
    let over = |row: &&Row<'_>| row.utc_end <= out.written;
    rows.iter().find(over)?;
    rows.iter().find(|row| !over(row) && row.status.claims_its_time())
}

/// When the page was made, by Hong Kong's clock.
fn made(written: DateTime<Utc>, out: &Outgoing<'_>) -> String {
    let language = out.language;
    out.plan.rules().zone("Asia/Hong_Kong").map_or_else(
        |_| written.format("%Y-%m-%d %H:%M UTC").to_string(),
        |zone| {
            let place = phrase(Phrase::HongKong, language);
            format!("{} ({place})", words::at(zone.at(written).0, language))
        },
    )
}

/// A wording as text of the page, marked with its language where that is not the page's (WCAG 3.1.2).
fn said(wording: &Wording, out: &Outgoing<'_>) -> String {
    let text = wording.in_language(out.language);
    let tag = if text == wording.own(out.language) {
        None
    } else if text == wording.en {
        Some("en")
    } else if text == wording.zh_hant {
        Some("zh-Hant")
    } else {
        Some("zh-Hans")
    };
    match tag {
        Some(tag) if !text.is_empty() => format!("<span lang=\"{tag}\">{}</span>", page_text(text)),
        _ => page_text(text),
    }
}

/// The wording written in one language, without falling back to another.
trait Own {
    fn own(&self, language: outreach_plan::Language) -> &str;
}

impl Own for Wording {
    fn own(&self, language: outreach_plan::Language) -> &str {
        match language {
            outreach_plan::Language::English => &self.en,
            outreach_plan::Language::TraditionalChinese => &self.zh_hant,
            outreach_plan::Language::SimplifiedChinese => &self.zh_hans,
        }
    }
}

/// The first day of a day's month: what events are grouped by.
fn month_of(day: NaiveDate) -> NaiveDate {
    chrono::Datelike::with_day(&day, 1).unwrap_or(day)
}
