//! Days and hours on which an event will find nobody: holidays, weekends, nights, months of fasting, and the
//! days on which the office itself is closed.
//!
//! Of a run of days only the first is told: a fair over two weekends is one remark, not four.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::alone::{days_of, last_day};
use super::finding::{CheckKind, Detail, Finding, Severity};
use super::ground::{self, DayOff};
use super::look::{Look, about};
use crate::reference::CountryCode;
use crate::{Event, EventKind, Span};

/// An event longer than this is looked at for its first days only.
const MOST_DAYS: usize = 31;

pub(super) fn check(look: &Look<'_>, event: &Event, span: Option<&Span>, found: &mut Vec<Finding>) {
    let side = || look.event_side(event, span);
    let (first, last) = days_of(event);
    let days = || {
        first
            .iter_days()
            .take_while(move |&day| day <= last)
            .take(MOST_DAYS)
    };
    let area = ground::area_of_event(look.plan, event);
    let country = area.map(|area| area.country);
    let mut on_weekend = false;
    if let Some((area, country)) = area.zip(country) {
        let off = |day| ground::day_off(look.plan, area, day);
        let first_off = days().find_map(|date| match off(date)? {
            DayOff::Holiday { name, estimated } => Some((
                CheckKind::PublicHoliday,
                Severity::Warning,
                Detail::Holiday {
                    country,
                    date,
                    name,
                    estimated,
                },
            )),
            DayOff::Weekend => {
                on_weekend = true;
                Some((
                    CheckKind::LocalWeekend,
                    of_weekend(event.kind),
                    Detail::Weekend { country, date },
                ))
            }
        });
        if let Some((kind, severity, detail)) = first_off {
            found.push(about(kind, severity, side(), detail));
        }
        if let Some(fast) = days().find_map(|day| ground::fast_on(country, day)) {
            let detail = Detail::Fast {
                country,
                from: fast.from,
                until: fast.until,
                estimated: fast.estimated,
            };
            found.push(about(CheckKind::FastPeriod, Severity::Note, side(), detail));
        }
    }
    if !event.all_day && at_night(look, event.start, event.end) {
        found.push(about(
            CheckKind::NightHours,
            Severity::Warning,
            side(),
            Detail::None,
        ));
    }
    if let Some(span) = span {
        in_hong_kong(look, event, span, country, on_weekend, found);
    }
}

/// Fairs, booths, visits and receptions are held at weekends on purpose.
fn of_weekend(kind: EventKind) -> Severity {
    match kind {
        EventKind::JobFair
        | EventKind::ExhibitionBooth
        | EventKind::FamiliarisationVisit
        | EventKind::Reception
        | EventKind::Webinar => Severity::Note,
        EventKind::Seminar
        | EventKind::CampusTalk
        | EventKind::Roundtable
        | EventKind::InterviewDay
        | EventKind::MediaBriefing
        | EventKind::CourtesyCall => Severity::Warning,
    }
}

fn in_hong_kong(
    look: &Look<'_>,
    event: &Event,
    span: &Span,
    country: Option<CountryCode>,
    on_weekend: bool,
    found: &mut Vec<Finding>,
) {
    let (Some(start), Some(end)) = (look.in_hong_kong(span.start.utc), look.in_hong_kong(span.end.utc))
    else {
        return;
    };
    let side = || look.event_side(event, Some(span));
    if event.kind == EventKind::Webinar && !event.all_day && at_night(look, start, end) {
        found.push(about(
            CheckKind::HongKongNight,
            Severity::Note,
            side(),
            Detail::None,
        ));
    }
    if country == Some(CountryCode::HONG_KONG) {
        return;
    }
    let (first, last) = if event.all_day {
        days_of(event)
    } else {
        last_day(start, end)
    };
    let closed = first
        .iter_days()
        .take_while(|&day| day <= last)
        .take(MOST_DAYS)
        .find_map(|date| {
            match ground::day_off(look.plan, CountryCode::HONG_KONG.into(), date)? {
                DayOff::Holiday { name, estimated } => Some(Detail::Closure {
                    date,
                    holiday: Some(name),
                    estimated,
                }),
                // A weekend at both ends is one weekend.
                DayOff::Weekend if on_weekend => None,
                DayOff::Weekend => Some(Detail::Closure {
                    date,
                    holiday: None,
                    estimated: false,
                }),
            }
        });
    if let Some(detail) = closed {
        found.push(about(CheckKind::OfficeClosed, Severity::Note, side(), detail));
    }
}

/// Whether people would have to be up at night. What lasts most of a day or longer is not attended without a
/// break: only its first and last hour count.
fn at_night(look: &Look<'_>, start: NaiveDateTime, end: NaiveDateTime) -> bool {
    let (from, until) = (look.assumptions.day_from, look.assumptions.day_until);
    let starts_at_night = start.time() < from || start.time() >= until;
    let ends_at_night = end.time() > until || end.time() < from;
    let runs_through = day_after(start.date(), end) && end - start < TimeDelta::hours(20);
    starts_at_night || ends_at_night || runs_through
}

fn day_after(day: NaiveDate, end: NaiveDateTime) -> bool {
    end.date() > day
}
