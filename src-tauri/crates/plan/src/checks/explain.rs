//! A finding in one English sentence or two, for logs and the command line. A window words it itself.

use std::fmt::Write as _;

use chrono::{NaiveDateTime, NaiveTime};

use super::finding::{CheckKind, Detail, Finding, Side, SideRole, TimeField};
use crate::Language;
use crate::reference::{self, CountryCode};

/// Words a finding in English, with the local time of each side and Hong Kong's where it differs.
pub fn explain_en(finding: &Finding) -> String {
    let sides: Vec<String> = finding.facts.sides.iter().map(describe).collect();
    let one = sides.first().map_or("", String::as_str);
    let two = sides.get(1).map_or("", String::as_str);
    match (finding.kind, &finding.facts.detail) {
        (CheckKind::UnknownZone, Detail::Zone { name }) => {
            format!("The zone “{name}” of {one} is not known to the rules in force.")
        }
        (CheckKind::UnknownZone, _) => format!("The zone of {one} is not known to the rules in force."),
        (CheckKind::EndBeforeStart, _) => format!("{one} ends before it begins."),
        (CheckKind::TravelBackwards, _) => format!("{one} arrives before it departs."),
        (CheckKind::DelegateBookedTwice, _) => {
            format!("{} booked twice: {one} and {two}.", who_is(finding))
        }
        (CheckKind::VenueBookedTwice, Detail::Venue { name }) => {
            format!("{} is booked twice: {one} and {two}.", english(name))
        }
        (CheckKind::VenueBookedTwice, _) => format!("A venue is booked twice: {one} and {two}."),
        (CheckKind::LegsOverlap, _) => format!("Two stays overlap: {one} and {two}."),
        (CheckKind::TooLittleTime, detail) => {
            let for_whom = match people(finding) {
                names if names.is_empty() => String::new(),
                names => format!(" for {names}"),
            };
            format!(
                "Too little time{for_whom} between {one} and {two}{}.",
                way(detail)
            )
        }
        (CheckKind::TravelOutsideStay, _) => format!("{one} does not fit the stay {two}."),
        (CheckKind::EventOutsideLeg, _) => format!("{one} is outside its stay {two}."),
        (CheckKind::OutsideMission, _) => format!("{one} is outside the dates of its mission {two}."),
        (CheckKind::OutsideProgramme, _) => format!("{one} is outside the dates of its programme {two}."),
        (CheckKind::OverCapacity, Detail::Capacity { planned, fits, venue }) => {
            format!(
                "{one} is planned for {planned} guests; {} holds {fits}.",
                english(venue)
            )
        }
        (CheckKind::OverCapacity, _) => format!("{one} has more guests than its venue holds."),
        (CheckKind::TimeInGap, Detail::Gap { end, before, after }) => format!(
            "The {} of {one} does not exist by the rules in force; the nearest times are {} and {}.",
            field(*end),
            before.format("%H:%M"),
            after.format("%H:%M")
        ),
        (CheckKind::TimeInGap, _) => format!("A time of {one} does not exist by the rules in force."),
        (
            CheckKind::UndecidedFold,
            Detail::Fold {
                end,
                earlier_offset_s,
                later_offset_s,
            },
        ) => format!(
            "The {} of {one} happens twice by the rules in force, at {} and at {}; the earlier is taken.",
            field(*end),
            offset(*earlier_offset_s),
            offset(*later_offset_s)
        ),
        (CheckKind::UndecidedFold, _) => format!("A time of {one} happens twice by the rules in force."),
        (
            CheckKind::PublicHoliday,
            Detail::Holiday {
                country,
                date,
                name,
                estimated,
            },
        ) => format!(
            "{one} falls on a public holiday in {}: {}, {}{}.",
            country_name(*country),
            english(name),
            date.format("%a %-d %b %Y"),
            guessed(*estimated)
        ),
        (CheckKind::PublicHoliday, _) => format!("{one} falls on a public holiday."),
        (CheckKind::LocalWeekend, Detail::Weekend { country, date }) => {
            format!(
                "{one} falls on the weekend in {}: {}.",
                country_name(*country),
                date.format("%a %-d %b %Y")
            )
        }
        (CheckKind::LocalWeekend, _) => format!("{one} falls on the local weekend."),
        (CheckKind::NightHours, _) => format!("{one} is at night by local time."),
        (CheckKind::HongKongNight, _) => format!("{one} is at night in Hong Kong."),
        (
            CheckKind::OfficeClosed,
            Detail::Closure {
                date,
                holiday,
                estimated,
            },
        ) => format!(
            "The Hong Kong office is closed during {one}: {}{}{}.",
            date.format("%a %-d %b %Y"),
            holiday
                .as_ref()
                .map(|name| format!(", {}", english(name)))
                .unwrap_or_default(),
            guessed(*estimated)
        ),
        (CheckKind::OfficeClosed, _) => format!("The Hong Kong office is closed during {one}."),
        (
            CheckKind::FastPeriod,
            Detail::Fast {
                country,
                from,
                until,
                estimated,
            },
        ) => format!(
            "{one} falls in Ramadan, kept in {} from {} to {}{}.",
            country_name(*country),
            from.format("%-d %b"),
            until.format("%-d %b %Y"),
            guessed(*estimated)
        ),
        (CheckKind::FastPeriod, _) => format!("{one} falls in Ramadan."),
        (CheckKind::MissionWithoutLegs, _) => format!("{one} has no stays yet."),
    }
}

fn english(name: &crate::Wording) -> &str {
    name.in_language(Language::English)
}

/// The country's name, or its code where it has none.
fn country_name(code: CountryCode) -> String {
    reference::country(code).map_or_else(|| code.to_string(), |country| country.name.en.to_owned())
}

fn people(finding: &Finding) -> String {
    let names: Vec<&str> = finding
        .facts
        .people
        .iter()
        .map(|person| {
            if person.name.is_empty() {
                "an unnamed delegate"
            } else {
                person.name.as_str()
            }
        })
        .collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

fn who_is(finding: &Finding) -> String {
    let verb = if finding.facts.people.len() > 1 {
        "are"
    } else {
        "is"
    };
    match people(finding) {
        names if names.is_empty() => "A delegate is".to_owned(),
        names => format!("{names} {verb}"),
    }
}

fn way(detail: &Detail) -> String {
    let Detail::Way {
        km,
        needed_min,
        available_min,
    } = detail
    else {
        return String::new();
    };
    let far = km.map(|km| format!("{km} km, ")).unwrap_or_default();
    format!(
        ": {far}{} needed, {} there",
        hours(*needed_min),
        hours(*available_min)
    )
}

/// `1 h 05`, `45 min`, `−2 h 00`.
fn hours(minutes: i64) -> String {
    let sign = if minutes < 0 { "−" } else { "" };
    let minutes = minutes.unsigned_abs();
    if minutes < 60 {
        format!("{sign}{minutes} min")
    } else {
        format!("{sign}{} h {:02}", minutes / 60, minutes % 60)
    }
}

fn guessed(estimated: bool) -> &'static str {
    if estimated { " (estimated)" } else { "" }
}

fn field(field: TimeField) -> &'static str {
    match field {
        TimeField::Start => "start",
        TimeField::End => "end",
        TimeField::Arrive => "arrival",
        TimeField::Depart => "departure",
        TimeField::TravelDepart => "departure of the journey",
        TimeField::TravelArrive => "arrival of the journey",
    }
}

/// `“Seminar” Fri 14 May 2027 15:00–17:00 Kuala Lumpur (+08)`, with Hong Kong's time if it is another.
fn describe(side: &Side) -> String {
    let mut text = match side.role {
        SideRole::Leg => english(&side.what).to_owned(),
        SideRole::Event | SideRole::Travel | SideRole::Mission | SideRole::Programme => {
            format!("“{}”", english(&side.what))
        }
    };
    if side.all_day {
        let last = match side.role {
            SideRole::Event => super::alone::last_day(side.local_start, side.local_end).1,
            SideRole::Leg | SideRole::Travel | SideRole::Mission | SideRole::Programme => {
                side.local_end.date()
            }
        };
        let first = side.local_start.date();
        let _ = write!(text, " {}", first.format("%a %-d %b %Y"));
        if last > first {
            let _ = write!(text, "–{}", last.format("%a %-d %b %Y"));
        }
        if side.role == SideRole::Event {
            let _ = write!(text, " all day");
        }
    } else if side.zone == side.end_zone {
        let _ = write!(text, " {}", from_to(side.local_start, side.local_end));
    } else {
        let _ = write!(
            text,
            " {} {} to {} {}",
            side.local_start.format("%a %-d %b %Y %H:%M"),
            city_of(&side.zone, side.start_offset_s),
            side.local_end.format("%a %-d %b %Y %H:%M"),
            city_of(&side.end_zone, side.end_offset_s)
        );
    }
    if side.zone == side.end_zone && !side.zone.is_empty() {
        let place = english(&side.place);
        // A stay is called by its city already.
        let shown = if side.role == SideRole::Leg { "" } else { place };
        match (shown.is_empty(), side.start_offset_s) {
            (true, Some(seconds)) if !place.is_empty() => drop(write!(text, " ({})", offset(seconds))),
            (true, _) => drop(write!(text, " {}", city_of(&side.zone, side.start_offset_s))),
            (false, Some(seconds)) => drop(write!(text, " {shown} ({})", offset(seconds))),
            (false, None) => drop(write!(text, " {shown} ({})", side.zone)),
        }
    }
    if let (Some(start), Some(end), false) = (side.hk_start, side.hk_end, side.all_day)
        && (start, end) != (side.local_start, side.local_end)
    {
        let _ = write!(text, ", in Hong Kong {}", from_to(start, end));
    }
    text
}

/// `Fri 14 May 2027 15:00–17:00`, with the second day named where it is another.
fn from_to(start: NaiveDateTime, end: NaiveDateTime) -> String {
    let end_text = if end.date() == start.date() {
        end.format("%H:%M").to_string()
    } else if end.time() == NaiveTime::MIN && Some(end.date()) == start.date().succ_opt() {
        "24:00".to_owned()
    } else {
        end.format("%a %-d %b %H:%M").to_string()
    };
    format!("{}–{end_text}", start.format("%a %-d %b %Y %H:%M"))
}

/// `Kuala Lumpur (+08)` from `Asia/Kuala_Lumpur`.
fn city_of(zone: &str, offset_s: Option<i32>) -> String {
    let name = zone.rsplit('/').next().unwrap_or(zone).replace('_', " ");
    match offset_s {
        Some(seconds) => format!("{name} ({})", offset(seconds)),
        None => name,
    }
}

/// `+08`, `+05:30`, `−03:30`, `+00`.
pub(super) fn offset(seconds: i32) -> String {
    let sign = if seconds < 0 { '−' } else { '+' };
    let minutes = seconds.unsigned_abs() / 60;
    match minutes % 60 {
        0 => format!("{sign}{:02}", minutes / 60),
        rest => format!("{sign}{:02}:{rest:02}", minutes / 60),
    }
}
