//! The answers: a moment, and what a wall time can mean.

use std::fmt;

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize, de};

/// A zone's name for its time, such as `HKT` or `-03`: at most 15 ASCII letters, digits, `+` and `-`.
///
/// Kept inline so that a [`Moment`] can be copied without touching the heap.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Abbreviation {
    length: u8,
    bytes: [u8; Self::LONGEST],
}

impl Abbreviation {
    const LONGEST: usize = 15;

    /// `None` for a text that is empty, too long, or has other characters than those above.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let fits = (1..=Self::LONGEST).contains(&text.len())
            && text
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'+' || b == b'-');
        fits.then(|| {
            let mut bytes = [0; Self::LONGEST];
            bytes[..text.len()].copy_from_slice(text.as_bytes());
            #[expect(clippy::cast_possible_truncation, reason = "at most 15")]
            Self {
                length: text.len() as u8,
                bytes,
            }
        })
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..usize::from(self.length)]).unwrap_or_default()
    }

    /// Whether it only repeats the offset (`+08`, `-0330`), as most zones without an English name do.
    #[must_use]
    pub fn is_numeric(&self) -> bool {
        matches!(self.bytes[0], b'+' | b'-')
    }
}

impl fmt::Display for Abbreviation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Abbreviation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl Serialize for Abbreviation {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Abbreviation {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::new(&text).ok_or_else(|| de::Error::custom("not a time zone abbreviation"))
    }
}

/// An instant, with what the zone's clocks show then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Moment {
    /// The instant.
    pub utc: DateTime<Utc>,
    /// Seconds east of UTC: wall time minus UTC. Always within ±86,399.
    pub offset_s: i32,
    /// What the zone calls this offset.
    pub abbreviation: Abbreviation,
}

impl Moment {
    /// What the clocks show at this moment. Saturates at the ends of chrono's calendar (years ±262,142).
    #[must_use]
    pub fn wall(&self) -> NaiveDateTime {
        self.utc
            .naive_utc()
            .checked_add_signed(TimeDelta::seconds(self.offset_s.into()))
            .unwrap_or(if self.offset_s > 0 {
                NaiveDateTime::MAX
            } else {
                NaiveDateTime::MIN
            })
    }

    /// The offset as people write it: `+08:00`, `-03:30`, with seconds only where there are any (before about 1930).
    ///
    /// ```
    /// # use outreach_zones::Rules;
    /// let moment = Rules::bundled().zone("Asia/Kathmandu")?.at("2026-06-01T00:00:00Z".parse().unwrap()).1;
    /// assert_eq!(moment.offset_text(), "+05:45");
    /// # Ok::<(), outreach_zones::UnknownZone>(())
    /// ```
    #[must_use]
    pub fn offset_text(&self) -> String {
        let (sign, s) = (
            if self.offset_s < 0 { '-' } else { '+' },
            self.offset_s.unsigned_abs(),
        );
        let (hours, minutes, seconds) = (s / 3600, s / 60 % 60, s % 60);
        if seconds == 0 {
            format!("{sign}{hours:02}:{minutes:02}")
        } else {
            format!("{sign}{hours:02}:{minutes:02}:{seconds:02}")
        }
    }
}

/// Which of the two moments a wall time means that clocks show twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Fold {
    /// The first time round, before the clocks are put back.
    Earlier,
    /// The second time round.
    Later,
}

/// What a wall time means in a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Resolution {
    /// Clocks show it once.
    Unique(Moment),
    /// Clocks jump over it.
    Gap(Gap),
    /// Clocks show it twice.
    Fold {
        /// The first time round.
        earlier: Moment,
        /// The second time round.
        later: Moment,
    },
}

/// A wall time that clocks jump over, with what can be offered instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Gap {
    /// The last whole minute that clocks show before the jump, to offer to a planner.
    pub before: NaiveDateTime,
    /// The first wall time that clocks skip.
    pub begins: NaiveDateTime,
    /// The first wall time that clocks show after the jump.
    pub after: NaiveDateTime,
    /// The wall time read with the offset after the jump: an instant before the jump.
    pub earlier_reading: Moment,
    /// The wall time read with the offset before the jump, as RFC 5545 section 3.3.5 has it: an instant after it.
    pub later_reading: Moment,
    /// How far clocks jump, in seconds; 3,600 nearly always, 86,400 for Samoa's lost day.
    pub length_s: i32,
}

impl Resolution {
    /// The only moment, when there is only one.
    #[must_use]
    pub fn unique(&self) -> Option<Moment> {
        match self {
            Self::Unique(moment) => Some(*moment),
            Self::Gap(_) | Self::Fold { .. } => None,
        }
    }

    /// Every moment at which clocks show the wall time, in order: one, none in a gap, two in a fold.
    pub fn moments(&self) -> impl Iterator<Item = Moment> + use<> {
        let both = match *self {
            Self::Unique(moment) => [Some(moment), None],
            Self::Gap(_) => [None, None],
            Self::Fold { earlier, later } => [Some(earlier), Some(later)],
        };
        both.into_iter().flatten()
    }

    /// The moment to use where nobody can be asked (imports): RFC 5545's reading, which takes the later reading in
    /// a gap and the earlier moment of a fold, unless a fold was chosen. A choice is ignored outside folds.
    #[must_use]
    pub fn pick(&self, fold: Option<Fold>) -> Moment {
        match *self {
            Self::Unique(moment) => moment,
            Self::Gap(gap) => gap.later_reading,
            Self::Fold { earlier, later } => match fold {
                None | Some(Fold::Earlier) => earlier,
                Some(Fold::Later) => later,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_abbreviation_keeps_its_text_and_refuses_what_could_break_a_file() {
        for text in ["HKT", "-03", "+0530", "GMT"] {
            assert_eq!(Abbreviation::new(text).unwrap().as_str(), text);
        }
        for text in ["", "A\r\nB", "中央", "sixteen-letters!", "a:b"] {
            assert!(Abbreviation::new(text).is_none(), "{text}");
        }
        assert!(Abbreviation::new("-03").unwrap().is_numeric());
        assert!(!Abbreviation::new("HKT").unwrap().is_numeric());
    }

    #[test]
    fn a_resolution_says_its_kind_in_json_and_reads_back() {
        let zone = crate::Rules::bundled().zone("Europe/London").unwrap();
        for (wall, kind) in [
            ("2027-03-27T01:30:00", "unique"),
            ("2027-03-28T01:30:00", "gap"),
            ("2027-10-31T01:30:00", "fold"),
        ] {
            let resolution = zone.resolve(wall.parse().unwrap());
            let json = serde_json::to_value(resolution).unwrap();
            assert_eq!(json["kind"], kind);
            assert_eq!(serde_json::from_value::<Resolution>(json).unwrap(), resolution);
        }
    }

    #[test]
    fn offsets_are_written_with_seconds_only_where_there_are_any() {
        let moment = |offset_s| Moment {
            utc: DateTime::UNIX_EPOCH,
            offset_s,
            abbreviation: Abbreviation::new("LMT").unwrap(),
        };
        assert_eq!(moment(0).offset_text(), "+00:00");
        assert_eq!(moment(-12_600).offset_text(), "-03:30");
        assert_eq!(moment(27_402).offset_text(), "+07:36:42");
    }
}
