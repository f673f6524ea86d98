//! One event on the page.

use std::fmt::{Result as Written, Write as _};

use chrono::Datelike as _;
use outreach_plan::Status;
use outreach_plan::reference::dates;

use super::phrases::{self, Phrase, phrase};
use super::{choice, said};
use crate::row::last_day;
use crate::words;
use crate::{Outgoing, Row, page_text};

/// Writes the event; `next` is the first one still to come.
pub(super) fn event(
    page: &mut String,
    row: &Row<'_>,
    heading: u8,
    next: bool,
    out: &Outgoing<'_>,
) -> Written {
    let language = out.language;
    let event = row.event;
    let state = match row.status {
        Status::Postponed | Status::Cancelled => " off",
        Status::Tentative => " tentative",
        Status::Idea | Status::Confirmed | Status::Held | Status::Reported => "",
    };
    let id = if next { " id=\"next\"" } else { "" };
    let day = row.start.date();
    write!(
        page,
        "<li class=\"e {}{state}\"{id}>\n<p class=\"day\"><time datetime=\"{day}\"><b>{}</b> <span>{}</span> <span>{}</span></time></p>\n",
        choice::classes(row),
        phrases::day_number(day, language),
        dates::weekday(day.weekday(), language),
        dates::short_month(day, language),
    )?;
    times(page, row, out)?;
    write!(
        page,
        "<div class=\"what\">\n<h{heading}>{}</h{heading}>\n",
        said(&event.title, out)
    )?;
    let venue = event.venue.and_then(|id| out.plan.venues().get(&id));
    let city = said(&event.place, out);
    let place = match venue.map_or_else(String::new, |venue| said(&venue.name, out)) {
        // Many a venue has its city in its name.
        venue if !row.place.is_empty() && row.venue.contains(row.place) => [venue, String::new()],
        venue => [venue, city],
    };
    line(page, "place", &place, words::list_comma(language))?;
    let facts = [
        event.kind.name().in_language(language).to_owned(),
        page_text(&row.hosts),
        page_text(&row.sectors),
    ];
    line(page, "facts", &facts, " · ")?;
    if let Some(url) = link(&event.url) {
        writeln!(
            page,
            "<p class=\"link\"><a href=\"{}\" rel=\"noopener noreferrer\">{}<span class=\"hush\">{} {}</span></a></p>",
            page_text(url),
            phrase(Phrase::More, language),
            colon(out),
            said(&event.title, out),
        )?;
    }
    page.push_str("</div>\n");
    let region = choice::region_class(row.region);
    write!(
        page,
        "<p class=\"state\"><span class=\"tag {region}\">{}</span>",
        row.region.name().in_language(language)
    )?;
    // Confirmed is what an event of a programme is; only what differs is worth a word.
    if matches!(
        row.status,
        Status::Tentative | Status::Postponed | Status::Cancelled | Status::Held | Status::Reported
    ) {
        let status = match row.status {
            // Whether it has been reported on is the office's affair.
            Status::Reported => Status::Held,
            Status::Idea
            | Status::Tentative
            | Status::Confirmed
            | Status::Held
            | Status::Postponed
            | Status::Cancelled => row.status,
        };
        write!(
            page,
            " <span class=\"status\">{}</span>",
            status.name().in_language(language)
        )?;
    }
    page.push_str("</p>\n</li>\n");
    Ok(())
}

/// Both clocks: the venue's with its offset, and Hong Kong's.
fn times(page: &mut String, row: &Row<'_>, out: &Outgoing<'_>) -> Written {
    let language = out.language;
    let day = row.start.date();
    if row.event.all_day {
        let last = last_day(day, row.end);
        let days = if last == day {
            phrase(Phrase::AllDay, language).to_owned()
        } else {
            let gap = if language == outreach_plan::Language::English {
                ", "
            } else {
                "，"
            };
            format!(
                "{} – {}{gap}{}",
                dates::day_and_month(day, language),
                dates::day_and_month(last, language),
                phrase(Phrase::AllDay, language)
            )
        };
        return writeln!(page, "<div class=\"clocks\"><p class=\"there\">{days}</p></div>");
    }
    let city = if row.place.is_empty() {
        phrase(Phrase::Local, language).to_owned()
    } else {
        said(&row.event.place, out)
    };
    let offset = if row.offset == row.end_offset {
        format!("UTC{}", row.offset)
    } else {
        format!("UTC{} → {}", row.offset, row.end_offset)
    };
    write!(
        page,
        "<div class=\"clocks\">\n<p class=\"there\"><span class=\"at\">{city}</span> <time datetime=\"{}{}\">{}</time> <small>{offset}</small></p>\n",
        row.start.format("%Y-%m-%dT%H:%M"),
        row.offset,
        phrases::clock(row.start, row.end, day, language),
    )?;
    let hong_kong = if (row.hong_kong_start, row.hong_kong_end) == (row.start, row.end) {
        phrase(Phrase::SameTime, language).to_owned()
    } else {
        phrases::clock(row.hong_kong_start, row.hong_kong_end, day, language)
    };
    writeln!(
        page,
        "<p class=\"hk\"><span class=\"at\">{}</span> {hong_kong}</p>\n</div>",
        phrase(Phrase::HongKong, language),
    )
}

/// A line of what is there of `parts`; nothing for nothing.
fn line(page: &mut String, class: &str, parts: &[String], between: &str) -> Written {
    let parts: Vec<&str> = parts
        .iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    if parts.is_empty() {
        return Ok(());
    }
    writeln!(page, "<p class=\"{class}\">{}</p>", parts.join(between))
}

fn colon(out: &Outgoing<'_>) -> &'static str {
    if out.language == outreach_plan::Language::English {
        ":"
    } else {
        "："
    }
}

/// An address that is safe to link to.
fn link(url: &str) -> Option<&str> {
    let url = url.trim();
    let web = url.starts_with("https://") || url.starts_with("http://");
    let plain = !url.contains(|c: char| c.is_control() || c.is_whitespace() || "\"<>\\^`{|}".contains(c));
    (web && plain).then_some(url)
}
