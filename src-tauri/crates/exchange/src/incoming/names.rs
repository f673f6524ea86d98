//! The names that programs give to zones.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use chrono::{NaiveDate, NaiveTime};
use outreach_zones::{Rules, Zone};

use super::{ReadError, value};

static WINDOWS: &str = include_str!("../../../../../data/zones/windows.tsv");

pub(super) fn zone(rules: &Rules, name: &str) -> Result<Zone, ReadError> {
    if name.len() > 100 {
        return Err(ReadError::UnknownZone {
            zone: name.chars().take(100).collect(),
        });
    }
    rules
        .zone(name)
        .map_err(|unknown| ReadError::UnknownZone { zone: unknown.name })
}

/// A zone by any of its names: IANA's, Windows', or a path that ends in one.
pub(super) fn by_name(rules: &Rules, name: &str) -> Option<Zone> {
    let name = name.trim();
    if name.is_empty() || name.len() > 200 {
        return None;
    }
    let plain = |name: &str| {
        // Asked first because a name that does not exist costs a search for what was meant.
        let exists = |name: &str| rules.info(name).is_some() || Rules::bundled().info(name).is_some();
        let iana = if exists(name) {
            Some(name.to_owned())
        } else {
            let spelt = name.replace(' ', "_");
            exists(&spelt).then_some(spelt)
        };
        let iana = iana.or_else(|| {
            let old = windows().get(name.to_ascii_lowercase().as_str())?;
            // CLDR keeps to a zone's first name (Asia/Calcutta).
            Some(rules.info(old).map_or(*old, |info| info.canonical).to_owned())
        })?;
        rules.zone(&iana).ok()
    };
    plain(name).or_else(|| {
        // `/mozilla.org/20050126_1/Europe/London`, `tzone://Microsoft/Utc`; the longest ending that is a name.
        let parts: Vec<usize> = name.match_indices('/').map(|(at, _)| at + 1).collect();
        let vendor = name.starts_with('/') || parts.len() > 1;
        let first = parts.len().saturating_sub(3);
        parts[first..]
            .iter()
            .filter(|_| vendor)
            .find_map(|from| plain(&name[*from..]))
    })
}

/// Names that were probably meant: those of the hours in `(UTC+08:00) Beijing` and `GMT-0330`, else those spelt alike.
pub(super) fn suggestions(rules: &Rules, tzid: &str) -> Vec<String> {
    let by_hours = ["GMT", "UTC"]
        .iter()
        .any(|name| tzid.trim_start_matches('(').starts_with(name));
    let hours = tzid.find(['+', '-']).filter(|_| by_hours).and_then(|sign| {
        let hours = tzid[sign..].replace(' ', "");
        let digits = hours[1..]
            .bytes()
            .take_while(|byte| byte.is_ascii_digit() || *byte == b':')
            .count();
        value::offset(&hours[..=digits])
    });
    let Some(offset_s) = hours else {
        return rules.suggest(tzid);
    };
    let winter = NaiveDate::from_ymd_opt(2027, 1, 15).map(|day| day.and_time(NaiveTime::MIN));
    let mut found: Vec<String> = Vec::new();
    for iana in windows().values() {
        let stands = winter
            .zip(rules.zone(iana).ok())
            .map(|(winter, zone)| zone.pick(winter, None).offset_s);
        if stands == Some(offset_s) && found.len() < 8 && !found.iter().any(|known| known == iana) {
            found.push((*iana).to_owned());
        }
    }
    found
}

/// Windows' names in small letters.
pub(super) fn windows() -> &'static BTreeMap<String, &'static str> {
    static NAMES: OnceLock<BTreeMap<String, &'static str>> = OnceLock::new();
    NAMES.get_or_init(|| {
        WINDOWS
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.split_once('\t'))
            .map(|(windows, iana)| (windows.to_ascii_lowercase(), iana))
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDateTime;

    use super::*;

    fn named(name: &str) -> Option<String> {
        by_name(&Rules::bundled(), name).map(|zone| zone.name().to_owned())
    }

    #[test]
    fn each_windows_name_is_a_zone_of_our_rules() {
        assert!(windows().len() > 130, "{}", windows().len());
        let rules = Rules::bundled();
        for (windows, iana) in windows() {
            let found = named(windows).unwrap();
            let same = [found.as_str(), iana].map(|name| rules.zone(name).unwrap().pick(wall(), None).utc);
            assert_eq!(same[0], same[1], "{windows}");
        }
    }

    fn wall() -> NaiveDateTime {
        "2027-07-01T12:00:00".parse().unwrap()
    }

    #[test]
    fn names_are_found_whatever_stands_around_them() {
        for (name, iana) in [
            ("europe/london", "Europe/London"),
            ("America/New York", "America/New_York"),
            ("W. Europe Standard Time", "Europe/Berlin"),
            ("india standard time", "Asia/Kolkata"),
            (
                "/mozilla.org/20050126_1/America/Argentina/Buenos_Aires",
                "America/Argentina/Buenos_Aires",
            ),
            ("/freeassociation.sourceforge.net/Europe/London", "Europe/London"),
            ("tzone://Microsoft/Utc", "UTC"),
            ("Asia/Calcutta", "Asia/Calcutta"),
        ] {
            assert_eq!(named(name).as_deref(), Some(iana), "{name}");
        }
        for name in [
            "",
            "tzone://Microsoft/Custom",
            "Europe/Atlantis",
            "Mars",
            "/a/b/c",
            "Asia/Europe/Nowhere",
        ] {
            assert_eq!(named(name), None, "{name}");
        }
    }
}
