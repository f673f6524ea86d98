//! Times of day.

use chrono::NaiveTime;

use super::lexer::Mark;
use super::reader::{Place, Reader};
use super::{TypedTimeError, TypedTimeProblem};

/// From this hour on a bare figure is read by the 24-hour clock: `9–11`, `14 May 15–17`.
const FIRST_CLEAR_HOUR: u32 = 7;

/// A time of day as it was typed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clock {
    hour: u32,
    minute: u32,
    half: Option<Half>,
    /// Only an hour, without sign or unit.
    bare: bool,
    pub(super) place: Place,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Half {
    Am,
    Pm,
    /// 中午: eleven to one.
    Noon,
}

impl Reader<'_> {
    /// Reads a time of day, if one stands here.
    pub(super) fn clock(&mut self) -> Result<Option<Clock>, TypedTimeError> {
        let first = self.next;
        let mut half = match self.peek(0) {
            Some(Mark::Am) => Some(Half::Am),
            Some(Mark::Pm) => Some(Half::Pm),
            Some(Mark::Noon) => Some(Half::Noon),
            Some(Mark::Midnight) => {
                self.next += 1;
                let place = self.place(first);
                return Ok(Some(Clock {
                    hour: 24,
                    minute: 0,
                    half: None,
                    bare: false,
                    place,
                }));
            }
            _ => None,
        };
        if half.is_some() {
            self.next += 1;
        }
        let Some((value, digits)) = self.number(0) else {
            if half == Some(Half::Noon) {
                let place = self.place(first);
                return Ok(Some(Clock {
                    hour: 12,
                    minute: 0,
                    half: None,
                    bare: false,
                    place,
                }));
            }
            self.next = first;
            return Ok(None);
        };
        self.next += 1;
        let (hour, minute, mut bare) = self.hour_and_minute(value, digits);
        // 下午 stands before the hour, pm after it.
        if half.is_none() {
            half = match self.peek(0) {
                Some(Mark::Am) => Some(Half::Am),
                Some(Mark::Pm) => Some(Half::Pm),
                _ => None,
            };
            if half.is_some() {
                self.next += 1;
            } else if self.peek(0) == Some(Mark::Noon) && hour == 12 {
                self.next += 1;
                bare = false;
            }
        }
        let bare = bare && half.is_none();
        let clock = Clock {
            hour,
            minute,
            half,
            bare,
            place: self.place(first),
        };
        let possible = minute < 60 && (hour < 24 || (hour == 24 && minute == 0));
        if possible {
            Ok(Some(clock))
        } else {
            Err(self.no_such_time(&clock))
        }
    }

    /// What stands after the first figures of a time; whether they stood alone.
    fn hour_and_minute(&mut self, value: u32, digits: u8) -> (u32, u32, bool) {
        let joined = (value / 100, value % 100);
        match (self.peek(0), self.number(1)) {
            (Some(Mark::Colon), Some((minute, _))) => {
                self.next += 2;
                // Seconds are read and dropped.
                if self.peek(0) == Some(Mark::Colon) && self.number(1).is_some() {
                    self.next += 2;
                }
                (value, minute, false)
            }
            (Some(Mark::Dot), Some((minute, 2))) => {
                self.next += 2;
                (value, minute, false)
            }
            (Some(Mark::H), Some((minute, 2))) => {
                self.next += 2;
                (value, minute, false)
            }
            (Some(Mark::H | Mark::Hours), _) => {
                self.next += 1;
                if digits == 4 {
                    (joined.0, joined.1, false)
                } else {
                    (value, 0, false)
                }
            }
            (Some(Mark::HourSign), minute) => {
                self.next += 1;
                match (self.peek(0), minute, self.peek(1)) {
                    (Some(Mark::Half), _, _) => {
                        self.next += 1;
                        (value, 30, false)
                    }
                    (_, Some((minute, _)), Some(Mark::MinuteSign)) => {
                        self.next += 2;
                        (value, minute, false)
                    }
                    _ => (value, 0, false),
                }
            }
            _ if digits == 4 => (joined.0, joined.1, false),
            (Some(Mark::Am | Mark::Pm), _) if digits == 3 => (joined.0, joined.1, false),
            _ => (value, 0, true),
        }
    }

    fn no_such_time(&self, clock: &Clock) -> TypedTimeError {
        self.wrong(TypedTimeProblem::NoSuchTime, clock.place, "15:00".to_owned())
    }
}

impl Clock {
    /// Two times of one range: `3–5pm` is in the afternoon at both ends, `11–1pm` only at its end, 下午3時至5時 at
    /// both.
    pub(super) fn pair(mut start: Self, mut end: Self) -> (Self, Self) {
        if start.half.is_none()
            && start.bare
            && let Some(half) = end.half
        {
            let as_end = Self {
                half: Some(half),
                ..start
            };
            let other = if half == Half::Am { Half::Pm } else { Half::Am };
            start.half = match (as_end.minutes(), end.minutes()) {
                (Some(a), Some(b)) if a < b => Some(half),
                _ => Some(other),
            };
            start.bare = false;
        } else if end.half.is_none()
            && start.half == Some(Half::Pm)
            && end.hour < 12
            && let (Some(a), Some(b)) = (
                start.minutes(),
                Self {
                    half: Some(Half::Pm),
                    ..end
                }
                .minutes(),
            )
            && a < b
        {
            end.half = Some(Half::Pm);
            end.bare = false;
        } else if end.half.is_none() && end.bare && start.half.is_some() {
            // `11am–1`: the end is the first such hour after the start.
            let later = [Half::Am, Half::Pm].into_iter().find(|&half| {
                let read = Self {
                    half: Some(half),
                    ..end
                };
                read.minutes().zip(start.minutes()).is_some_and(|(b, a)| a < b)
            });
            end.half = later;
            end.bare = later.is_none();
        }
        (start, end)
    }

    /// Minutes since midnight; none where hour and half of the day do not fit.
    fn minutes(&self) -> Option<u32> {
        let hour = match (self.half, self.hour) {
            (None, hour @ 0..=24) => hour,
            (Some(Half::Am), 12) => 0,
            (Some(Half::Am), hour @ 0..=11) => hour,
            (Some(Half::Pm | Half::Noon), 12) => 12,
            (Some(Half::Pm), hour @ 1..=11) => hour + 12,
            // 下午15時 says the same thing twice.
            (Some(Half::Pm), hour @ 13..=23) => hour,
            (Some(Half::Noon), 11) => 11,
            (Some(Half::Noon), hour @ 1..=2) => hour + 12,
            _ => return None,
        };
        Some(hour * 60 + self.minute)
    }

    /// The time of day with the days it lies after the day typed: one for midnight as an end.
    pub(super) fn time(&self, reader: &Reader<'_>, is_end: bool) -> Result<(u64, NaiveTime), TypedTimeError> {
        if self.bare && self.hour < FIRST_CLEAR_HOUR {
            let instead = format!("{}pm", self.hour.max(1));
            return Err(reader.wrong(TypedTimeProblem::HourUnclear, self.place, instead));
        }
        let minutes = self.minutes().ok_or_else(|| reader.no_such_time(self))?;
        // Midnight begins the day it is typed with, or ends it.
        let days = u64::from(is_end && minutes == 24 * 60);
        let minutes = minutes % (24 * 60);
        NaiveTime::from_hms_opt(minutes / 60, minutes % 60, 0)
            .map(|time| (days, time))
            .ok_or_else(|| reader.no_such_time(self))
    }
}
