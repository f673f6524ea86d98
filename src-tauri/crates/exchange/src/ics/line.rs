//! Content lines: escaped, caret-encoded and folded as they are written (RFC 5545 section 3.1, RFC 6868).
//!
//! Everything goes through [`Lines::push`], the one place that counts octets, so that no line is longer than a
//! reader must bear and no character is ever cut in two. Escapes are kept whole as well: some readers undo
//! them before they unfold.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Timelike, Utc};

/// A line has at most 75 octets, its end not counted.
const MOST: usize = 75;

/// Text of a calendar in the making.
pub(crate) struct Lines {
    text: String,
    /// Octets of the line at the end of `text`.
    length: usize,
}

impl Lines {
    pub(crate) fn with_capacity(octets: usize) -> Self {
        Self {
            text: String::with_capacity(octets),
            length: 0,
        }
    }

    pub(crate) fn into_text(self) -> String {
        self.text
    }

    /// Adds whole lines that were made elsewhere.
    pub(crate) fn add_lines(&mut self, lines: &str) {
        debug_assert!(self.length == 0 && (lines.is_empty() || lines.ends_with("\r\n")));
        self.text.push_str(lines);
    }

    pub(crate) fn begin(&mut self, component: &str) {
        self.plain("BEGIN", component);
    }

    pub(crate) fn end(&mut self, component: &str) {
        self.plain("END", component);
    }

    /// A property whose value is ours and needs no escape.
    pub(crate) fn plain(&mut self, name: &str, value: &str) {
        self.name(name);
        self.value(value);
    }

    pub(crate) fn number(&mut self, name: &str, value: u32) {
        self.plain(name, &value.to_string());
    }

    /// A property of the type TEXT.
    pub(crate) fn text(&mut self, name: &str, value: &str) {
        self.name(name);
        self.push(":");
        self.escaped(value);
        self.close();
    }

    /// UID, letter by letter as it is kept. It is compared as it stands in a file, not as what it would mean with
    /// its escapes undone; so a UID that came with an import goes out as it came.
    pub(crate) fn uid(&mut self, uid: &str) {
        if uid.contains(char::is_control) {
            self.plain("UID", &uid.replace(char::is_control, ""));
        } else {
            self.plain("UID", uid);
        }
    }

    /// A property of several TEXTs.
    pub(crate) fn texts<'t>(&mut self, name: &str, values: impl IntoIterator<Item = &'t str>) {
        self.name(name);
        let mut before = ":";
        for value in values {
            self.push(before);
            self.escaped(value);
            before = ",";
        }
        self.close();
    }

    /// Ends a property with components of TEXT, a semicolon between them.
    pub(crate) fn components(&mut self, components: &[&str]) {
        let mut before = ":";
        for component in components {
            self.push(before);
            self.escaped(component);
            before = ";";
        }
        self.close();
    }

    pub(crate) fn day(&mut self, name: &str, day: NaiveDate) {
        self.name(name);
        self.push(";VALUE=DATE:");
        self.push_date(day);
        self.close();
    }

    /// A wall time of the zone `tzid`.
    pub(crate) fn wall(&mut self, name: &str, tzid: &str, wall: NaiveDateTime) {
        self.name(name);
        self.parameter("TZID", tzid);
        self.push(":");
        self.push_date_time(wall);
        self.close();
    }

    pub(crate) fn utc(&mut self, name: &str, instant: DateTime<Utc>) {
        self.name(name);
        self.push(":");
        self.push_date_time(instant.naive_utc());
        self.push("Z");
        self.close();
    }

    /// Begins a property; [`Lines::parameter`] may follow, then [`Lines::value`].
    pub(crate) fn name(&mut self, name: &str) {
        self.push(name);
    }

    /// A parameter with its value quoted where it must be.
    pub(crate) fn parameter(&mut self, name: &str, value: &str) {
        self.push(";");
        self.push(name);
        self.push("=");
        let quoted = value.contains([':', ';', ',']);
        if quoted {
            self.push("\"");
        }
        let mut from = 0;
        for (at, c) in value.char_indices() {
            let caret = match c {
                '^' => "^^",
                '"' => "^'",
                '\n' => "^n",
                // RFC 5545 allows no control character here, and RFC 6868 no way to write one.
                c if c.is_control() => " ",
                _ => continue,
            };
            self.push(&value[from..at]);
            self.push_whole(caret);
            from = at + c.len_utf8();
        }
        self.push(&value[from..]);
        if quoted {
            self.push("\"");
        }
    }

    /// Ends a property with a value that needs no escape.
    pub(crate) fn value(&mut self, value: &str) {
        self.push(":");
        self.push(value);
        self.close();
    }

    fn close(&mut self) {
        self.text.push_str("\r\n");
        self.length = 0;
    }

    fn escaped(&mut self, value: &str) {
        let mut from = 0;
        // All that is escaped is ASCII, so that no byte of another character can be taken for it.
        for (at, byte) in value.bytes().enumerate() {
            let escape = match byte {
                b'\\' => "\\\\",
                b';' => "\\;",
                b',' => "\\,",
                b'\n' => "\\n",
                _ => continue,
            };
            self.push(&value[from..at]);
            self.push_whole(escape);
            from = at + 1;
        }
        self.push(&value[from..]);
    }

    /// Adds to the line, and folds it where it grows too long.
    fn push(&mut self, mut part: &str) {
        while self.length + part.len() > MOST {
            let mut cut = MOST - self.length;
            while !part.is_char_boundary(cut) {
                cut -= 1;
            }
            self.text.push_str(&part[..cut]);
            self.fold();
            part = &part[cut..];
        }
        self.text.push_str(part);
        self.length += part.len();
    }

    /// Adds what must stay on one line.
    fn push_whole(&mut self, part: &str) {
        if self.length + part.len() > MOST {
            self.fold();
        }
        self.text.push_str(part);
        self.length += part.len();
    }

    fn fold(&mut self) {
        self.text.push_str("\r\n ");
        self.length = 1;
    }

    fn push_date_time(&mut self, time: NaiveDateTime) {
        self.push_date(time.date());
        self.push_whole("T");
        for part in [time.hour(), time.minute(), time.second()] {
            self.push_digits::<2>(part);
        }
    }

    fn push_date(&mut self, day: NaiveDate) {
        // Years beyond four digits cannot be written; the plan refuses them long before.
        self.push_digits::<4>(day.year().clamp(0, 9999).unsigned_abs());
        self.push_digits::<2>(day.month());
        self.push_digits::<2>(day.day());
    }

    fn push_digits<const N: usize>(&mut self, mut number: u32) {
        let mut digits = [b'0'; N];
        for digit in digits.iter_mut().rev() {
            *digit = b'0' + u8::try_from(number % 10).unwrap_or_default();
            number /= 10;
        }
        self.push_whole(std::str::from_utf8(&digits).unwrap_or_default());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(write: impl FnOnce(&mut Lines)) -> String {
        let mut lines = Lines::with_capacity(0);
        write(&mut lines);
        lines.into_text()
    }

    #[test]
    fn no_line_is_longer_than_75_octets_and_no_character_is_cut() {
        for shift in 0..8 {
            let value = format!("{}{}", "x".repeat(shift), "招聘會😀é, ".repeat(200));
            let text = text(|lines| lines.text("SUMMARY", &value));
            for line in text.split("\r\n") {
                assert!(line.len() <= MOST, "{} octets", line.len());
            }
            // A cut character would not have survived being a `str`; what is unfolded is what was put in.
            let unfolded = text.replace("\r\n ", "");
            assert_eq!(unfolded, format!("SUMMARY:{}\r\n", value.replace(',', "\\,")));
        }
    }

    #[test]
    fn an_escape_is_not_cut_in_two() {
        for shift in 0..3 {
            let value = format!("{}{}", "x".repeat(shift), ";".repeat(300));
            let text = text(|lines| lines.text("SUMMARY", &value));
            assert!(!text.contains("\\\r\n"), "{text}");
        }
    }

    #[test]
    fn a_parameter_takes_quotes_carets_and_line_ends() {
        let text = text(|lines| {
            lines.name("ORGANIZER");
            lines.parameter("CN", "George \"Babe\" Ruth, Jr: ^\n\u{7}end");
            lines.value("mailto:babe@example.com");
        });
        assert_eq!(
            text.replace("\r\n ", ""),
            "ORGANIZER;CN=\"George ^'Babe^' Ruth, Jr: ^^^n end\":mailto:babe@example.com\r\n"
        );
    }

    #[test]
    fn dates_have_all_their_digits() {
        let at: DateTime<Utc> = "2027-03-04T05:06:07Z".parse().unwrap();
        assert_eq!(
            text(|lines| lines.utc("DTSTAMP", at)),
            "DTSTAMP:20270304T050607Z\r\n"
        );
        assert_eq!(
            text(|lines| lines.day("DTSTART", at.date_naive())),
            "DTSTART;VALUE=DATE:20270304\r\n"
        );
        assert_eq!(
            text(|lines| lines.wall("DTSTART", "Asia/Hong_Kong", at.naive_utc())),
            "DTSTART;TZID=Asia/Hong_Kong:20270304T050607\r\n"
        );
    }
}
