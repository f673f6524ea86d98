//! The year at a glance, and the months with the missions in them.

use std::fmt::{Result as Written, Write as _};

use chrono::{Datelike, Months, NaiveDate};
use outreach_plan::reference::dates;
use outreach_plan::{EventId, Language, Mission, MissionId};

use super::phrases::{Phrase, phrase};
use super::{card, choice, month_of, said};
use crate::words;
use crate::{Outgoing, Row};

/// So many dots a month at most; the number beside them tells all.
const MOST_DOTS: usize = 24;
/// So many months in a row at most, empty ones too; over more than this, only months with events are shown.
const MOST_MONTHS: i32 = 24;

/// Rows of the same month.
fn by_month<'r, 'a>(rows: &'r [Row<'a>]) -> impl Iterator<Item = (NaiveDate, &'r [Row<'a>])> {
    rows.chunk_by(|one, next| month_of(one.start.date()) == month_of(next.start.date()))
        .map(|rows| (month_of(rows[0].start.date()), rows))
}

/// A link for each month, with a dot an event.
pub(super) fn overview(page: &mut String, rows: &[Row<'_>], language: Language) -> Written {
    let months: Vec<_> = by_month(rows).collect();
    let (Some(&(first, _)), Some(&(last, _))) = (months.first(), months.last()) else {
        return Ok(());
    };
    writeln!(
        page,
        "<nav class=\"months\" aria-label=\"{}\">\n<ol>",
        phrase(Phrase::Months, language)
    )?;
    let number = |month: &NaiveDate| month.year() * 12 + i32::try_from(month.month0()).unwrap_or_default();
    let whole = number(&last) - number(&first) < MOST_MONTHS;
    let mut next = first;
    for (month, rows) in months {
        while whole && next < month {
            writeln!(
                page,
                "<li><span>{}</span></li>",
                month_name(next, first, language)
            )?;
            next = next + Months::new(1);
        }
        next = month + Months::new(1);
        write!(
            page,
            "<li><a href=\"#m{}\"><span>{}</span> <small>{}</small><span class=\"dots\" aria-hidden=\"true\">",
            month.format("%Y-%m"),
            month_name(month, first, language),
            words::count(rows.len(), language),
        )?;
        for row in rows.iter().take(MOST_DOTS) {
            write!(page, "<i class=\"{}\"></i>", choice::classes(row))?;
        }
        page.push_str("</span></a></li>\n");
    }
    page.push_str("</ol>\n</nav>\n");
    Ok(())
}

/// The month, with its year where one begins.
fn month_name(month: NaiveDate, first: NaiveDate, language: Language) -> String {
    if month == first || month.month() == 1 {
        match language {
            Language::English => month.format("%b %Y").to_string(),
            Language::TraditionalChinese | Language::SimplifiedChinese => dates::month(month, language),
        }
    } else {
        dates::short_month(month, language)
    }
}

/// The events, month by month and mission by mission.
pub(super) fn sections(page: &mut String, rows: &[Row<'_>], out: &Outgoing<'_>) -> Written {
    let next = super::next(rows, out).map(|row| row.event.id);
    for (month, rows) in by_month(rows) {
        writeln!(
            page,
            "<section class=\"g month\" id=\"m{0}\" aria-labelledby=\"h{0}\">\n<h2 id=\"h{0}\">{1}</h2>",
            month.format("%Y-%m"),
            dates::month(month, out.language)
        )?;
        // In the order of their first event; what belongs to no mission comes last.
        let mut missions: Vec<Option<MissionId>> = Vec::new();
        for row in rows {
            let mission = known(row, out);
            if !missions.contains(&mission) {
                missions.push(mission);
            }
        }
        missions.sort_by_key(Option::is_none);
        let alone = missions.len() == 1;
        for mission in missions {
            let members = rows.iter().filter(|row| known(row, out) == mission);
            mission_group(page, mission, members, (alone, next), out)?;
        }
        page.push_str("</section>\n");
    }
    Ok(())
}

fn known(row: &Row<'_>, out: &Outgoing<'_>) -> Option<MissionId> {
    row.event
        .mission
        .filter(|id| out.plan.missions().contains_key(id))
}

fn mission_group<'r, 'a: 'r>(
    page: &mut String,
    mission: Option<MissionId>,
    rows: impl Iterator<Item = &'r Row<'a>>,
    (alone, next): (bool, Option<EventId>),
    out: &Outgoing<'_>,
) -> Written {
    page.push_str("<div class=\"g mission\">\n");
    let mission = mission.and_then(|id| out.plan.missions().get(&id));
    let heading = match mission {
        Some(mission) => {
            mission_head(page, mission, out)?;
            4
        }
        // A month of single events needs no heading between.
        None if alone => 3,
        None => {
            writeln!(page, "<h3>{}</h3>", phrase(Phrase::OnItsOwn, out.language))?;
            4
        }
    };
    page.push_str("<ol>\n");
    for row in rows {
        card::event(page, row, heading, next == Some(row.event.id), out)?;
    }
    page.push_str("</ol>\n</div>\n");
    Ok(())
}

fn mission_head(page: &mut String, mission: &Mission, out: &Outgoing<'_>) -> Written {
    let language = out.language;
    let days = if mission.from == mission.until {
        dates::plain(mission.from, language)
    } else {
        format!(
            "{} – {}",
            dates::plain(mission.from, language),
            dates::plain(mission.until, language)
        )
    };
    let mut places: Vec<String> = Vec::new();
    for leg in out.plan.legs_of(mission.id) {
        let place = said(&leg.place, out);
        if !place.is_empty() && places.last() != Some(&place) {
            places.push(place);
        }
    }
    write!(
        page,
        "<header><h3>{}</h3><p><span class=\"tag {}\">{}</span> {days}",
        said(&mission.title, out),
        choice::region_class(mission.region),
        mission.region.name().in_language(language),
    )?;
    if !places.is_empty() {
        write!(page, " · {}", places.join(" → "))?;
    }
    page.push_str("</p></header>\n");
    Ok(())
}
