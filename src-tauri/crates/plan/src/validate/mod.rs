//! What a record may hold. [`clean`] takes away what nobody meant to type; [`check_record`] refuses the rest.
//!
//! A record is refused only for what can never be right. What is merely unwise is a finding of
//! [`checks`](crate::checks), so that a plan can be written down before it is good. In particular a time in a
//! gap is accepted here, since changed rules can put a stored time there; [`check_typed_times`] refuses it for
//! what is being typed.

mod clean;
mod fields;
mod references;
mod text;

pub use clean::clean;
pub use references::pointing_at;

use chrono::NaiveDateTime;
use outreach_zones::{Fold, Resolution};
use serde::{Deserialize, Serialize};

use crate::people::Telephone;
use crate::{AnyRecord, Plan};

/// A name or another text on one line: at most this many characters.
pub const NAME_MOST: usize = 500;
/// A text of several lines: at most this many characters.
pub const NOTES_MOST: usize = 20_000;
/// An address of a page: at most this many characters.
pub const URL_MOST: usize = 2_000;
/// An address of e-mail: at most this many characters (RFC 5321 section 4.5.3.1.3, without its brackets).
pub const EMAIL_MOST: usize = 254;
/// A list: at most this many entries.
pub const LIST_MOST: usize = 500;
/// A reminder comes at most this many minutes before an event: four weeks.
pub const ALARM_MOST: u32 = 40_320;
/// How many guests an event may be planned for, or a venue hold.
pub const CAPACITY_MOST: u32 = 1_000_000;

/// A party: at most this many people, the guest among them.
pub const PARTY_MOST: u32 = 500;
/// Data is kept at most this many months: a century.
pub const RETAIN_MOST: u32 = 1_200;

/// Why a field of a record is refused.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Invalid {
    /// Which field, as it is named in the record: `title.en`, `travel.depart_zone`, `tags`.
    pub field: String,
    /// What is wrong with it.
    pub problem: FieldProblem,
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum FieldProblem {
    /// Something must stand there.
    Empty,
    /// The text is too long.
    TooLong {
        /// Characters allowed.
        most: usize,
    },
    /// The list is too long.
    TooMany {
        /// Entries allowed.
        most: usize,
    },
    /// The text holds a character that cannot be shown.
    ControlCharacter,
    /// The number is too small or too large.
    OutOfRange {
        /// Least value allowed.
        least: f64,
        /// Greatest value allowed.
        most: f64,
    },
    /// The year is not one in which a plan may lie.
    OutOfYears {
        /// First year allowed.
        first: i32,
        /// Last year allowed.
        last: i32,
    },
    /// The end comes before the start.
    EndBeforeStart,
    /// An event of whole days begins or ends within a day.
    NotMidnight,
    /// The rules in force know no such zone.
    UnknownZone {
        /// Names that were probably meant.
        suggestions: Vec<String>,
    },
    /// The record that is pointed at is not there.
    NoSuchRecord,
    /// The record that is pointed at belongs to another mission or programme.
    BelongsElsewhere,
    /// The region must be a part of the world.
    NotGeographic,
    /// The region does not fit the one that decides it.
    RegionMismatch,
    /// Not a web address: it must begin with `https://` or `http://`.
    NotAWebAddress,
    /// Not an address of e-mail.
    NotAnEmail,
    /// A calendar cannot choose events by what the checks say: a finding that comes and goes would cancel them.
    NotForCalendars,
    /// Not a language tag such as `en`, `yue` or `zh-Hant`.
    NotALanguage,
    /// No country or territory has this code (ISO 3166-1 alpha-2).
    NotACountry,
    /// Not a number as ITU-T E.164 has it: `+`, then digits.
    NotATelephone,
    /// Another record has it already, and only one may.
    Taken,
    /// The person is invited to the event already.
    AlreadyInvited,
    /// The person comes to the event with somebody else.
    AlreadyCompanion,
    /// The party would take seats that are not free.
    NoSeats,
    /// The status is not that of the last step.
    OutOfStep,
    /// The wall time does not exist: clocks jump over it.
    TimeInGap {
        /// Last valid wall time before.
        before: NaiveDateTime,
        /// First valid wall time after.
        after: NaiveDateTime,
    },
    /// The wall time happens twice and none was chosen.
    UndecidedFold {
        /// Offset of the earlier in seconds.
        earlier_offset_s: i32,
        /// Offset of the later in seconds.
        later_offset_s: i32,
    },
}

/// Checks a record against its own rules and against what it points at in `plan`. The record need not be part
/// of the plan; what it points at must be.
///
/// # Errors
/// Every field that is refused, in the order of the record.
pub fn check_record(plan: &Plan, record: &AnyRecord) -> Result<(), Vec<Invalid>> {
    let mut fields = fields::Fields::new(plan);
    fields.record(record);
    fields.found()
}

/// Checks that every telephone number that is being typed has a figure in it. One that is stored already, as `before`
/// has it, is left as it is: a record can be edited without it being mended first.
///
/// # Errors
/// The numbers are refused.
pub fn check_typed_numbers(before: Option<&AnyRecord>, record: &AnyRecord) -> Result<(), Vec<Invalid>> {
    let AnyRecord::Person(person) = record else {
        return Ok(());
    };
    let stored: &[Telephone] = if let Some(AnyRecord::Person(before)) = before {
        &before.telephones
    } else {
        &[]
    };
    let is_none = |number: &Telephone| number.e164.is_empty() && !number.raw.contains(char::is_numeric);
    if person
        .telephones
        .iter()
        .any(|number| is_none(number) && !stored.contains(number))
    {
        return Err(vec![Invalid {
            field: "telephones".to_owned(),
            problem: FieldProblem::NotATelephone,
        }]);
    }
    Ok(())
}

/// Checks that every time of a record exists once, or that it is settled which of two is meant. For times that
/// are being typed: a stored time may come to lie in a gap when the rules change.
///
/// # Errors
/// Every time that is refused.
pub fn check_typed_times(plan: &Plan, record: &AnyRecord) -> Result<(), Vec<Invalid>> {
    let mut found = Vec::new();
    let mut check = |field: &str, wall: NaiveDateTime, zone: &str, fold: Option<Fold>| {
        let Ok(zone) = plan.rules().zone(zone) else { return };
        let problem = match zone.resolve(wall) {
            Resolution::Gap(gap) => FieldProblem::TimeInGap {
                before: gap.before,
                after: gap.after,
            },
            Resolution::Fold { earlier, later } if fold.is_none() => FieldProblem::UndecidedFold {
                earlier_offset_s: earlier.offset_s,
                later_offset_s: later.offset_s,
            },
            Resolution::Fold { .. } | Resolution::Unique(_) => return,
        };
        found.push(Invalid {
            field: field.to_owned(),
            problem,
        });
    };
    match record {
        AnyRecord::Event(event) => {
            check("start", event.start, &event.zone, event.start_fold);
            check("end", event.end, &event.zone, event.end_fold);
        }
        AnyRecord::Leg(leg) => {
            check("arrive", leg.arrive, &leg.zone, leg.arrive_fold);
            check("depart", leg.depart, &leg.zone, leg.depart_fold);
            if let Some(travel) = &leg.travel {
                check(
                    "travel.depart",
                    travel.depart,
                    &travel.depart_zone,
                    travel.depart_fold,
                );
                check(
                    "travel.arrive",
                    travel.arrive,
                    &travel.arrive_zone,
                    travel.arrive_fold,
                );
            }
        }
        AnyRecord::Programme(_)
        | AnyRecord::Mission(_)
        | AnyRecord::Venue(_)
        | AnyRecord::Partner(_)
        | AnyRecord::Delegate(_)
        | AnyRecord::Market(_)
        | AnyRecord::Office(_)
        | AnyRecord::DayOverride(_)
        | AnyRecord::Calendar(_)
        | AnyRecord::Recipient(_)
        | AnyRecord::Person(_)
        | AnyRecord::Invitation(_)
        | AnyRecord::Arrangement(_)
        | AnyRecord::Visit(_)
        | AnyRecord::Notice(_)
        | AnyRecord::Letter(_)
        | AnyRecord::SavedList(_)
        | AnyRecord::Distinct(_)
        | AnyRecord::Disclosure(_) => {}
    }
    if found.is_empty() { Ok(()) } else { Err(found) }
}

#[cfg(test)]
mod tests;
