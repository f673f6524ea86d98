//! Times as they are shown: at the place, in Hong Kong and as an instant.

use chrono::{DateTime, NaiveDateTime, SecondsFormat, TimeDelta, Utc};
use outreach_plan::Span;
use outreach_zones::{Moment, Rules, Zone};

use crate::Refused;
use crate::views::{ShownSpan, ShownTime};

/// The zone that stands beside every other.
pub(crate) const HONG_KONG: &str = "Asia/Hong_Kong";

/// Writes times for screens. Cheap to make; one for each request.
pub(crate) struct Shown {
    rules: Rules,
    hong_kong: Zone,
}

impl Shown {
    /// By these rules.
    pub(crate) fn by(rules: &Rules) -> Self {
        let hong_kong = rules
            .zone(HONG_KONG)
            .expect("the bundled rules stand in, and they know Hong Kong");
        Self {
            rules: rules.clone(),
            hong_kong,
        }
    }

    /// Hong Kong's wall time at an instant.
    pub(crate) fn in_hong_kong(&self, utc: DateTime<Utc>) -> NaiveDateTime {
        self.hong_kong.at(utc).0
    }

    /// A zone, or a refusal with the names that were probably meant.
    pub(crate) fn zone(&self, name: &str) -> Result<Zone, Refused> {
        self.rules
            .zone(name)
            .map_err(|unknown| Refused::unknown_zone(&unknown))
    }

    /// An instant with the offset in force at a place.
    pub(crate) fn time(&self, zone: &str, utc: DateTime<Utc>, offset_s: i32) -> ShownTime {
        let offset = TimeDelta::seconds(offset_s.into());
        ShownTime {
            local: utc
                .naive_utc()
                .checked_add_signed(offset)
                .unwrap_or(utc.naive_utc()),
            zone: zone.to_owned(),
            zone_city: city_of(zone),
            offset_s,
            offset: offset_text(offset_s),
            hong_kong: self.in_hong_kong(utc),
            utc: utc.to_rfc3339_opts(SecondsFormat::Secs, true),
        }
    }

    /// A moment that the zone of that name gave.
    pub(crate) fn moment(&self, zone: &str, moment: &Moment) -> ShownTime {
        self.time(zone, moment.utc, moment.offset_s)
    }

    /// An instant in a zone.
    pub(crate) fn at(&self, zone: &Zone, utc: DateTime<Utc>) -> ShownTime {
        self.moment(zone.name(), &zone.at(utc).1)
    }

    /// A span in one zone.
    pub(crate) fn span(&self, zone: &str, span: &Span) -> ShownSpan {
        ShownSpan {
            start: self.moment(zone, &span.start),
            end: self.moment(zone, &span.end),
        }
    }
}

/// The last part of a zone's name as a word: `Kuala Lumpur`.
pub(crate) fn city_of(zone: &str) -> String {
    zone.rsplit('/').next().unwrap_or(zone).replace('_', " ")
}

/// An offset as it is read: `+08`, `+05:30`, `−03:30` with a true minus sign.
pub(crate) fn offset_text(offset_s: i32) -> String {
    let sign = if offset_s < 0 { '−' } else { '+' };
    let s = offset_s.unsigned_abs();
    match (s / 3600, s / 60 % 60, s % 60) {
        (hours, 0, 0) => format!("{sign}{hours:02}"),
        (hours, minutes, 0) => format!("{sign}{hours:02}:{minutes:02}"),
        (hours, minutes, seconds) => format!("{sign}{hours:02}:{minutes:02}:{seconds:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_offset_is_as_short_as_it_can_be_and_has_a_true_minus() {
        assert_eq!(offset_text(28_800), "+08");
        assert_eq!(offset_text(19_800), "+05:30");
        assert_eq!(offset_text(-12_600), "−03:30");
        assert_eq!(offset_text(0), "+00");
        assert_eq!(offset_text(27_402), "+07:36:42");
    }

    #[test]
    fn a_moment_is_shown_there_and_in_hong_kong() {
        let shown = Shown::by(&Rules::bundled());
        let zone = shown.zone("America/Toronto").unwrap();
        let time = shown.at(&zone, "2027-05-14T19:00:00Z".parse().unwrap());
        assert_eq!(time.local.to_string(), "2027-05-14 15:00:00");
        assert_eq!(time.hong_kong.to_string(), "2027-05-15 03:00:00");
        assert_eq!(
            (time.offset.as_str(), time.zone_city.as_str()),
            ("−04", "Toronto")
        );
        assert_eq!(time.utc, "2027-05-14T19:00:00Z");
    }
}
