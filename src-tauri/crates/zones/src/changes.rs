//! Which release changed which zone: who has older rules shows the wrong hour there.

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use crate::{Release, Rules};

/// Releases, oldest first, with the names each changed for times after it; a data file with its source beside it.
const TEXT: &str = include_str!("../../../../data/tz/changes.tsv");

/// How far ahead another release is compared: no programme is planned longer.
const AHEAD: TimeDelta = TimeDelta::days(20 * 365);

/// A release that changed a zone.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct RulesChange {
    /// The release.
    pub release: Release,
    /// The day on which it came out; none for imported rules newer than the programme.
    pub made: Option<NaiveDate>,
}

/// The last change of each name.
static LAST: LazyLock<HashMap<&str, RulesChange>> = LazyLock::new(|| {
    let mut last = HashMap::new();
    for line in TEXT.lines().skip(1) {
        let mut fields = line.split('\t');
        let (Some(release), Some(made), Some(names)) = (fields.next(), fields.next(), fields.next()) else {
            continue;
        };
        let (Ok(release), Ok(made)) = (release.parse::<Release>(), made.parse()) else {
            continue;
        };
        for name in names.split(' ').filter(|name| !name.is_empty()) {
            let change = RulesChange {
                release: release.clone(),
                made: Some(made),
            };
            last.insert(name, change);
        }
    }
    last
});

impl Rules {
    /// The last release that changed a zone for times to come, if it came out on or after `since`; also these rules
    /// themselves, where they are newer than the programme's and differ for times after `since`.
    ///
    /// ```
    /// # use outreach_zones::Rules;
    /// let rules = Rules::bundled();
    /// let change = rules.changed_lately("America/Vancouver", "2024-11-22".parse()?).expect("British Columbia");
    /// assert_eq!(change.release.to_string(), "2026b");
    /// assert_eq!(rules.changed_lately("America/Vancouver", "2026-11-22".parse()?), None);
    /// assert_eq!(rules.changed_lately("Asia/Hong_Kong", "2000-01-01".parse()?), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn changed_lately(&self, zone: &str, since: NaiveDate) -> Option<RulesChange> {
        let own = self.zone(zone).ok()?;
        let bundled = Self::bundled();
        if self.release() > bundled.release() {
            let from = since.and_time(NaiveTime::MIN).and_utc();
            let differs = bundled.zone(zone).map_or(true, |known| {
                own.at(from).1.offset_s != known.at(from).1.offset_s
                    || !own
                        .transitions(from, from + AHEAD)
                        .map(|change| (change.utc, change.offset_after_s))
                        .eq(known
                            .transitions(from, from + AHEAD)
                            .map(|change| (change.utc, change.offset_after_s)))
            });
            if differs {
                return Some(RulesChange {
                    release: self.release().clone(),
                    made: None,
                });
            }
        }
        LAST.get(own.name())
            .filter(|change| {
                change.made.is_some_and(|made| made >= since) && change.release <= *self.release()
            })
            .cloned()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::Source;

    #[test]
    fn the_file_knows_the_fifteen_names_that_2025b_has_wrong() {
        let rules = Rules::bundled();
        let changed: BTreeSet<&str> = rules
            .names()
            .filter(|name| {
                let change = rules.changed_lately(name, NaiveDate::MIN);
                change.is_some_and(|change| change.release > "2025b".parse().unwrap())
            })
            .collect();
        let known = [
            "Africa/Casablanca",
            "Africa/El_Aaiun",
            "America/Edmonton",
            "America/Havana",
            "America/Inuvik",
            "America/Rainy_River",
            "America/Vancouver",
            "America/Winnipeg",
            "America/Yellowknife",
            "Canada/Central",
            "Canada/Mountain",
            "Canada/Pacific",
            "Cuba",
            "Europe/Chisinau",
            "Europe/Tiraspol",
        ];
        assert_eq!(changed.into_iter().collect::<Vec<_>>(), known);
    }

    #[test]
    fn the_file_ends_with_the_release_of_the_bundled_rules() {
        let last = TEXT.lines().last().unwrap().split('\t').next().unwrap();
        assert_eq!(last, Rules::bundled().release().to_string());
    }

    #[test]
    fn newer_rules_than_the_programmes_are_compared_zone_by_zone() {
        // Oslo's rules under the name of Helsinki.
        let rules = Rules::bundled();
        let oslo = rules.files().find(|(name, _)| name == "Europe/Oslo").unwrap().1;
        let files = rules.files().map(|(name, bytes)| {
            let bytes = if name == "Europe/Helsinki" {
                oslo.clone()
            } else {
                bytes
            };
            (name, bytes)
        });
        let newer = Rules::from_tzif_tree(files, "2027a".parse().unwrap(), Source::Imported).unwrap();
        let since = "2024-11-22".parse().unwrap();
        let change = newer.changed_lately("Europe/Helsinki", since).unwrap();
        assert_eq!(
            (change.release.to_string().as_str(), change.made),
            ("2027a", None)
        );
        assert_eq!(newer.changed_lately("Europe/Oslo", since), None);
        assert!(newer.changed_lately("America/Havana", since).is_some());
    }
}
