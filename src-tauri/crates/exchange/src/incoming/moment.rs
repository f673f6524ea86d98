//! One occasion of an event in its zone: wall times to instants and to the wall times that are kept.

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use outreach_zones::{Fold, Resolution, Zone};

use super::places::{Place, Places};
use super::properties::warn;
use super::raw::{RawEnd, RawTime};
use super::value::{Form, Length};

/// The last instant that a calendar can hold.
const LAST_YEAR: i32 = 9999;

/// When an occasion takes place.
#[derive(Clone, Debug)]
pub(super) struct When {
    pub(super) all_day: bool,
    pub(super) start: NaiveDateTime,
    pub(super) start_fold: Option<Fold>,
    pub(super) end: NaiveDateTime,
    pub(super) end_fold: Option<Fold>,
    pub(super) zone: String,
    pub(super) end_zone: Option<String>,
    pub(super) warnings: Vec<&'static str>,
}

/// How long an occasion is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Span {
    /// So many days, each as long as it is.
    Days(i64),
    /// So many seconds, as DTEND has it (RFC 5545 section 3.8.5.3: the exact duration).
    Exact(i64),
    /// As DURATION has it (the nominal duration).
    Nominal(Length),
}

/// What all occasions of an event share.
pub(super) struct Frame<'p> {
    pub(super) place: &'p Place,
    pub(super) all_day: bool,
    /// In which zone it is shown; none while it is asked.
    show: Option<&'p Zone>,
    /// In which zone the end is shown, if in another.
    show_end: Option<&'p Zone>,
    pub(super) span: Span,
    /// What is to be said of each occasion.
    pub(super) warnings: Vec<&'static str>,
}

impl<'p> Frame<'p> {
    /// None if the end makes no sense.
    pub(super) fn of(places: &'p Places, calendar: u32, start: RawTime, end: Option<RawEnd>) -> Option<Self> {
        let mut warnings = Vec::new();
        if start.form == Form::Day {
            let place = places.of_days(calendar);
            return Some(Self {
                place,
                all_day: true,
                show: place.zone(),
                show_end: None,
                span: Span::Days(whole_days(start, end, &mut warnings)?),
                warnings,
            });
        }
        let place = match start.form {
            Form::Utc => places.utc_place(),
            Form::Wall | Form::Day => places.of(start.tzid),
        };
        let mut frame = Self {
            place,
            all_day: false,
            show: place.zone().or(match place {
                Place::Unnamed(_) => Some(&places.utc),
                Place::Known { .. } | Place::Asked => None,
            }),
            show_end: None,
            span: Span::Exact(0),
            warnings,
        };
        if start.form == Form::Utc {
            frame.show = Some(frame.zone_for_utc(places, calendar, start, end));
        }
        match place {
            Place::Known {
                warning: Some(warning),
                ..
            } => warn(&mut frame.warnings, warning),
            Place::Unnamed(_) => warn(&mut frame.warnings, "zone_by_instant"),
            Place::Asked => warn(&mut frame.warnings, "zone_asked"),
            Place::Known { .. } => {}
        }
        frame.measure(places, start, end)?;
        Some(frame)
    }

    /// Where a time in UTC is shown: in the zone of its own TZID, its end's, or its calendar's.
    fn zone_for_utc(
        &mut self,
        places: &'p Places,
        calendar: u32,
        start: RawTime,
        end: Option<RawEnd>,
    ) -> &'p Zone {
        if let Some(zone) = start.tzid.and_then(|_| places.of(start.tzid).zone()) {
            warn(&mut self.warnings, "utc_with_zone");
            return zone;
        }
        let of_end = match end {
            Some(RawEnd::At(end)) if end.form == Form::Wall => places.of(end.tzid).zone(),
            _ => None,
        };
        of_end
            .or_else(|| places.of_calendar(calendar).and_then(Place::zone))
            .unwrap_or(&places.utc)
    }

    fn measure(&mut self, places: &'p Places, start: RawTime, end: Option<RawEnd>) -> Option<()> {
        let end = match end {
            None => return Some(()),
            Some(RawEnd::After(length)) if length.is_negative() => {
                warn(&mut self.warnings, "duration_negative");
                return Some(());
            }
            Some(RawEnd::After(length)) => {
                self.span = Span::Nominal(length);
                return length.on_wall(start.at).map(|_| ());
            }
            Some(RawEnd::At(end)) => end,
        };
        let place = match end.form {
            Form::Day => {
                warn(&mut self.warnings, "end_kind");
                self.place
            }
            Form::Utc => places.utc_place(),
            // An end without a zone beside a start with one stands in the start's.
            Form::Wall if end.tzid.is_none() => self.place,
            Form::Wall => places.of(end.tzid),
        };
        let (start_at, end_at) = (instant(self.place, start.at), instant(place, end.at));
        let seconds = match (start_at, end_at) {
            (Some(start), Some(end)) => end.checked_sub(start)?,
            _ => end.at.signed_duration_since(start.at).num_seconds(),
        };
        if let Place::Known { zone, .. } = place {
            mark(zone, end.at, &mut self.warnings);
            if end.form == Form::Wall && self.show.is_some_and(|show| show != zone) {
                self.show_end = Some(zone);
            }
        }
        if seconds < 0 {
            warn(&mut self.warnings, "end_before_start");
        }
        self.span = Span::Exact(seconds.max(0));
        Some(())
    }

    /// The occasion that starts at a wall time of the event's own zone; none past the end of time.
    pub(super) fn at(&self, wall: NaiveDateTime) -> Option<When> {
        self.at_with(wall, self.span)
    }

    /// The same with a length of its own.
    pub(super) fn at_with(&self, wall: NaiveDateTime, span: Span) -> Option<When> {
        let mut when = When {
            all_day: self.all_day,
            start: wall,
            start_fold: None,
            end: wall,
            end_fold: None,
            zone: self.show.map_or_else(String::new, |zone| zone.name().to_owned()),
            end_zone: None,
            warnings: self.warnings.clone(),
        };
        if self.all_day {
            let days = match span {
                Span::Days(days) => days,
                Span::Exact(_) | Span::Nominal(_) => 1,
            };
            if self.show.is_none() {
                warn(&mut when.warnings, "zone_asked");
            }
            when.end = wall.checked_add_signed(TimeDelta::try_days(days)?)?;
            return in_time(when);
        }
        let (Some(show), Some(start)) = (self.show, instant(self.place, wall)) else {
            when.end = match span {
                Span::Exact(seconds) => wall.checked_add_signed(TimeDelta::try_seconds(seconds)?)?,
                Span::Nominal(length) => length.on_wall(wall)?,
                Span::Days(days) => wall.checked_add_signed(TimeDelta::try_days(days)?)?,
            };
            return in_time(when);
        };
        if let Place::Known { zone, differs, .. } = self.place {
            mark(zone, wall, &mut when.warnings);
            if differs
                .as_ref()
                .is_some_and(|theirs| theirs.covers(start) && theirs.instant(wall) != start)
            {
                warn(&mut when.warnings, "vtimezone_differs");
            }
        }
        let end = match span {
            Span::Exact(seconds) => start.checked_add(seconds)?,
            Span::Nominal(length) => {
                let days = wall.checked_add_signed(TimeDelta::try_days(length.days)?)?;
                let after_days = if length.days == 0 {
                    start
                } else {
                    instant(self.place, days)?
                };
                after_days.checked_add(length.seconds)?
            }
            Span::Days(_) => start,
        };
        (when.start, when.start_fold) = shown(show, start)?;
        let show_end = self.show_end.unwrap_or(show);
        (when.end, when.end_fold) = if end == start && self.show_end.is_none() {
            (when.start, when.start_fold)
        } else {
            shown(show_end, end)?
        };
        when.end_zone = self.show_end.map(|zone| zone.name().to_owned());
        in_time(when)
    }

    /// The wall time in the event's own zone at which a time of the file falls.
    pub(super) fn wall(&self, places: &Places, time: RawTime) -> Option<NaiveDateTime> {
        let place = match time.form {
            Form::Day => return Some(time.at),
            Form::Utc => places.utc_place(),
            Form::Wall if time.tzid.is_none() => return Some(time.at),
            Form::Wall => places.of(time.tzid),
        };
        if self.all_day || std::ptr::eq(place, self.place) {
            return Some(time.at);
        }
        let at = instant(place, time.at)?;
        match self.place {
            Place::Known { zone, .. } => Some(zone.at(DateTime::from_timestamp_secs(at)?).0),
            Place::Unnamed(theirs) => theirs.wall(at),
            Place::Asked => Some(time.at),
        }
    }

    /// An occasion's name: its start as RECURRENCE-ID, in UTC.
    pub(super) fn name(&self, wall: NaiveDateTime) -> String {
        if self.all_day {
            return compact(wall, Form::Day);
        }
        match instant(self.place, wall).and_then(DateTime::from_timestamp_secs) {
            Some(at) => compact(at.naive_utc(), Form::Utc),
            None => compact(wall, Form::Wall),
        }
    }
}

fn in_time(when: When) -> Option<When> {
    use chrono::Datelike as _;
    (when.start.year() <= LAST_YEAR && when.end.year() <= LAST_YEAR).then_some(when)
}

/// How many days an event of whole days has; at least one.
fn whole_days(start: RawTime, end: Option<RawEnd>, warnings: &mut Vec<&'static str>) -> Option<i64> {
    let days = match end {
        None => 1,
        Some(RawEnd::After(length)) if length.is_negative() => {
            warn(warnings, "duration_negative");
            1
        }
        Some(RawEnd::After(length)) => {
            if length.seconds % 86_400 != 0 {
                warn(warnings, "end_kind");
            }
            length.days + (length.seconds + 86_399) / 86_400
        }
        Some(RawEnd::At(end)) => {
            if end.form != Form::Day {
                warn(warnings, "end_kind");
            }
            let seconds = end.at.signed_duration_since(start.at).num_seconds();
            if seconds < 0 {
                warn(warnings, "end_before_start");
            }
            (seconds + 86_399).div_euclid(86_400)
        }
    };
    Some(days.max(1))
}

/// The instant of a wall time in a place, as RFC 5545 reads it.
fn instant(place: &Place, wall: NaiveDateTime) -> Option<i64> {
    match place {
        Place::Known { zone, .. } => Some(zone.pick(wall, None).utc.timestamp()),
        Place::Unnamed(theirs) => Some(theirs.instant(wall)),
        Place::Asked => None,
    }
}

fn mark(zone: &Zone, wall: NaiveDateTime, warnings: &mut Vec<&'static str>) {
    match zone.resolve(wall) {
        Resolution::Unique(_) => {}
        Resolution::Gap(_) => warn(warnings, "gap"),
        Resolution::Fold { .. } => warn(warnings, "fold"),
    }
}

/// What clocks show at an instant, and which of two equal wall times that is.
fn shown(zone: &Zone, at: i64) -> Option<(NaiveDateTime, Option<Fold>)> {
    let at: DateTime<Utc> = DateTime::from_timestamp_secs(at)?;
    let (wall, _) = zone.at(at);
    let fold = match zone.resolve(wall) {
        Resolution::Fold { later, .. } if later.utc == at => Some(Fold::Later),
        Resolution::Fold { .. } => Some(Fold::Earlier),
        Resolution::Unique(_) | Resolution::Gap(_) => None,
    };
    Some((wall, fold))
}

/// `20270514`, `20270514T140000`, `20270514T140000Z`.
pub(super) fn compact(at: NaiveDateTime, form: Form) -> String {
    use chrono::{Datelike as _, Timelike as _};
    let day = format!("{:04}{:02}{:02}", at.year(), at.month(), at.day());
    match form {
        Form::Day => day,
        Form::Wall => format!("{day}T{:02}{:02}{:02}", at.hour(), at.minute(), at.second()),
        Form::Utc => format!("{day}T{:02}{:02}{:02}Z", at.hour(), at.minute(), at.second()),
    }
}
