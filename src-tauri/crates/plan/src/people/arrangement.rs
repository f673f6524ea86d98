//! How the seats of an event are given out.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{ArrangementId, EventId};

/// Seats, quotas and reminders of one event; at most one an event. How many seats there are is the event's
/// `capacity`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Arrangement {
    /// Key.
    pub id: ArrangementId,
    /// The event.
    pub event: EventId,
    /// Seats kept for VIPs out of the capacity.
    pub vip_held: u32,
    /// Seats that a segment may take at most.
    pub quotas: Vec<Quota>,
    /// Tables or blocks of seats.
    pub tables: Vec<Table>,
    /// By when an answer is asked for, by the venue's calendar.
    pub reply_by: Option<NaiveDate>,
    /// So many days before the event those who have not answered are reminded.
    pub remind_days: Vec<u16>,
}

/// How many seats a segment may take.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Quota {
    /// The segment, as invitations name it.
    pub segment: String,
    /// Seats at most.
    pub seats: u32,
}

/// A table, or a block of seats.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Table {
    /// What it is called.
    pub name: String,
    /// Seats at it.
    pub seats: u32,
}
