//! One page that needs nothing else: no script, no font, no picture, no network.
//!
//! Filtering by region is done by radio buttons and CSS, so the page also works where scripts are switched
//! off, and prints what it shows.

use std::fmt::Write as _;

use chrono::{Datelike, NaiveDate};
use outreach_plan::Region;

use crate::row::last_day;
use crate::words::{self, Word};
use crate::{ExportError, Outgoing, Row, page_text};

const STYLE: &str = include_str!("page.css");

/// Writes the page: months as headings, an event a line, local and Hong Kong time side by side.
///
/// # Errors
/// [`ExportError::UnknownZone`] if the rules do not know the zone of an event.
pub fn write_html(out: &Outgoing<'_>) -> Result<Vec<u8>, ExportError> {
    let rows = Row::all(out)?;
    let mut page = String::with_capacity(STYLE.len() + 2048 + rows.len() * 700);
    render(&mut page, &rows, out).map_err(|error| ExportError::Writer(error.to_string()))?;
    Ok(page.into_bytes())
}

fn render(page: &mut String, rows: &[Row<'_>], out: &Outgoing<'_>) -> std::fmt::Result {
    let language = out.language;
    let word = |heading| words::word(heading, language);
    let title = page_text(out.title);
    write!(
        page,
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n",
        words::tag(language),
    )?;
    write!(
        page,
        "<header>\n<p class=\"office\">{}</p>\n<h1>{title}</h1>\n<p class=\"sum\">{}</p>\n</header>\n<main>\n",
        word(Word::Office),
        words::count(rows.len(), language),
    )?;
    if rows.is_empty() {
        writeln!(page, "<p>{}</p>", word(Word::NoEvents))?;
    } else {
        region_choice(page, rows, out)?;
        let mut month = None;
        for row in rows {
            let first = row.start.date().with_day(1);
            if first != month {
                if month.is_some() {
                    page.push_str("</ol>\n</section>\n");
                }
                month = first;
                writeln!(
                    page,
                    "<section>\n<h2>{}</h2>\n<ol>",
                    month_words(row.start.date(), out)
                )?;
            }
            event(page, row, out)?;
        }
        page.push_str("</ol>\n</section>\n");
    }
    write!(
        page,
        "</main>\n<footer>{} · {} UTC</footer>\n</body>\n</html>\n",
        word(Word::Made),
        out.written.format("%Y-%m-%d %H:%M"),
    )
}

fn region_choice(page: &mut String, rows: &[Row<'_>], out: &Outgoing<'_>) -> std::fmt::Result {
    let language = out.language;
    let legend = words::word(Word::Region, language);
    write!(
        page,
        "<fieldset class=\"regions\"><legend>{legend}</legend>\n\
         <label><input type=\"radio\" name=\"region\" id=\"region-all\" checked> {} <span>{}</span></label>\n",
        words::word(Word::AllRegions, language),
        rows.len(),
    )?;
    for region in Region::ALL {
        let here = rows.iter().filter(|row| row.region == region).count();
        if here > 0 {
            writeln!(
                page,
                "<label class=\"{key}\"><input type=\"radio\" name=\"region\" id=\"region-{key}\"> {} <span>{here}</span></label>",
                words::region(region, language),
                key = region.key(),
            )?;
        }
    }
    page.push_str("</fieldset>\n");
    Ok(())
}

fn month_words(date: NaiveDate, out: &Outgoing<'_>) -> String {
    if out.language == outreach_plan::Language::English {
        date.format("%B %Y").to_string()
    } else {
        format!("{}年{}月", date.year(), date.month())
    }
}

fn event(page: &mut String, row: &Row<'_>, out: &Outgoing<'_>) -> std::fmt::Result {
    let language = out.language;
    let off = if row.status.claims_its_time() { "" } else { " off" };
    let (stamp, last) = if row.event.all_day {
        let last = last_day(row.start.date(), row.end);
        (
            row.start.format("%Y-%m-%d").to_string(),
            last.format("%Y-%m-%d").to_string(),
        )
    } else {
        let form = "%Y-%m-%dT%H:%M";
        (
            format!("{}{}", row.start.format(form), row.offset),
            format!("{}{}", row.end.format(form), row.end_offset),
        )
    };
    write!(
        page,
        "<li class=\"{}{off}\">\n<p class=\"when\"><time datetime=\"{stamp}\" data-until=\"{last}\">{}</time>",
        row.region.key(),
        row.local_words(language),
    )?;
    if !row.event.all_day {
        write!(page, "<span class=\"hk\">{}</span>", hong_kong_line(row, out))?;
    }
    write!(page, "</p>\n<div><h3>{}</h3>\n<p>", page_text(row.title))?;
    let mut facts = vec![
        words::region(row.region, language).to_owned(),
        words::kind(row.event.kind, language).to_owned(),
        page_text(&row.location(language)),
        page_text(&row.hosts),
        page_text(&row.sectors),
    ];
    facts.retain(|fact| !fact.is_empty());
    writeln!(page, "{}</p></div>", facts.join(" · "))?;
    writeln!(
        page,
        "<p class=\"status\">{}</p>\n</li>",
        words::status(row.status, language)
    )
}

/// Hong Kong's time, written out only where it differs.
fn hong_kong_line(row: &Row<'_>, out: &Outgoing<'_>) -> String {
    let language = out.language;
    if (row.hong_kong_start, row.hong_kong_end) == (row.start, row.end) {
        return words::word(Word::SameInHongKong, language).to_owned();
    }
    let colon = if language == outreach_plan::Language::English {
        ": "
    } else {
        "："
    };
    format!(
        "{}{colon}{}",
        words::word(Word::HongKongTime, language),
        row.hong_kong_words(language)
    )
}
