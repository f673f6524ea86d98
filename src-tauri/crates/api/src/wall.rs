//! Wall times written fast: a timeline holds 30,000 of them.

use chrono::{Datelike, NaiveDateTime, Timelike};
use serde::Serializer;

/// Writes `2027-05-14T15:00:00`, as chrono does, without going through formatting for the years 0 to 9999.
pub(crate) fn write<S: Serializer>(wall: &NaiveDateTime, serializer: S) -> Result<S::Ok, S::Error> {
    let whole = wall.nanosecond() == 0;
    let Some(year) = u32::try_from(wall.year())
        .ok()
        .filter(|year| *year <= 9999 && whole)
    else {
        return serde::Serialize::serialize(wall, serializer);
    };
    let mut text = *b"0000-00-00T00:00:00";
    let mut put = |at: usize, number: u32| {
        // Both digits are below ten.
        text[at] = b'0' + (number / 10 % 10) as u8;
        text[at + 1] = b'0' + (number % 10) as u8;
    };
    put(0, year / 100);
    put(2, year % 100);
    put(5, wall.month());
    put(8, wall.day());
    put(11, wall.hour());
    put(14, wall.minute());
    put(17, wall.second());
    serializer.serialize_str(std::str::from_utf8(&text).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(serde::Serialize)]
    struct Fast(#[serde(serialize_with = "write")] NaiveDateTime);

    #[test]
    fn it_writes_what_chrono_writes() {
        for text in [
            "2027-05-14T15:00:00",
            "1900-01-01T00:00:01",
            "9999-12-31T23:59:59",
            "0007-03-04T05:06:07",
            "2027-05-14T15:00:00.5",
            "+12027-05-14T15:00:00",
        ] {
            let wall: NaiveDateTime = text.parse().unwrap();
            assert_eq!(
                serde_json::to_string(&Fast(wall)).unwrap(),
                serde_json::to_string(&wall).unwrap()
            );
        }
    }
}
