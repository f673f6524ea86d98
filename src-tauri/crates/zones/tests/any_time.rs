//! Properties that hold for any zone at any time.
#![expect(clippy::unwrap_used, reason = "in a test, what cannot be read is a failure")]

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use outreach_zones::{Fold, Resolution, Rules, Zone};
use proptest::prelude::*;

fn any_zone() -> impl Strategy<Value = Zone> {
    let names: Vec<String> = Rules::bundled().names().map(str::to_owned).collect();
    prop::sample::select(names).prop_map(|name| Rules::bundled().zone(&name).unwrap())
}

fn year(year: i32) -> DateTime<Utc> {
    NaiveDate::from_ymd_opt(year, 1, 1)
        .unwrap()
        .and_hms_opt(0, 0, 0)
        .unwrap()
        .and_utc()
}

/// Half of all times anywhere, half near a change of the zone's offset.
fn zone_and_time() -> impl Strategy<Value = (Zone, DateTime<Utc>)> {
    (
        any_zone(),
        year(1900).timestamp()..year(10_000).timestamp(),
        -90_000..90_000_i64,
        any::<bool>(),
    )
        .prop_map(|(zone, second, near, anywhere)| {
            let time = DateTime::from_timestamp_secs(second).unwrap();
            let change = zone.transitions(time, year(10_001)).next().filter(|_| !anywhere);
            let time = change.map_or(time, |change| change.utc + TimeDelta::seconds(near));
            (zone, time)
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4096, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_the_clocks_show_means_the_instant_again((zone, utc) in zone_and_time()) {
        let (wall, moment) = zone.at(utc);
        prop_assert_eq!(moment.wall(), wall);
        prop_assert!(zone.resolve(wall).moments().any(|one| one == moment), "{:?}", zone.resolve(wall));
    }

    #[test]
    fn a_wall_time_is_shown_by_its_moments_and_a_gap_lies_between_valid_times((zone, utc) in zone_and_time()) {
        let wall = utc.naive_utc();
        let resolution = zone.resolve(wall);
        for moment in resolution.moments() {
            prop_assert_eq!(zone.at(moment.utc), (wall, moment));
        }
        match resolution {
            Resolution::Unique(_) => {}
            Resolution::Fold { earlier, later } => {
                prop_assert!(earlier.utc < later.utc);
                prop_assert_eq!(zone.pick(wall, Some(Fold::Later)), later);
            }
            Resolution::Gap(gap) => {
                prop_assert!(gap.before < gap.begins && gap.begins <= wall && wall < gap.after);
                prop_assert!(zone.resolve(gap.before).moments().count() > 0);
                prop_assert!(zone.resolve(gap.after).moments().count() > 0);
                for reading in [gap.earlier_reading, gap.later_reading] {
                    prop_assert_eq!(zone.at(reading.utc).1, reading);
                }
            }
        }
    }

    #[test]
    fn jiff_gives_the_same_offset_up_to_its_year_9999((zone, utc) in zone_and_time()) {
        let files = Rules::bundled().files().find(|(name, _)| name == zone.name()).unwrap();
        let jiff = jiff::tz::TimeZone::tzif(zone.name(), &files.1).unwrap();
        if let Ok(timestamp) = jiff::Timestamp::from_second(utc.timestamp()) {
            prop_assert_eq!(jiff.to_offset(timestamp).seconds(), zone.at(utc).1.offset_s);
        }
    }
}

#[test]
fn every_change_until_the_year_9999_is_the_one_jiff_reports() {
    let mut seen = std::collections::HashSet::new();
    for (name, bytes) in Rules::bundled().files() {
        let Ok(zone) = Rules::bundled().zone(&name) else {
            continue;
        };
        // Names with the same rules need no second look.
        if !seen.insert(bytes.clone()) {
            continue;
        }
        let jiff = jiff::tz::TimeZone::tzif(&name, &bytes).unwrap();
        let end = year(9_998);
        let mut last = jiff.to_offset(jiff::Timestamp::MIN).seconds();
        let theirs = jiff
            .following(jiff::Timestamp::MIN)
            .map(|change| (change.timestamp().as_second(), change.offset().seconds()))
            .take_while(|(second, _)| *second < end.timestamp())
            .filter(|(_, offset_s)| std::mem::replace(&mut last, *offset_s) != *offset_s);
        let ours = zone
            .transitions(DateTime::<Utc>::MIN_UTC, end)
            .filter(|change| change.offset_before_s != change.offset_after_s)
            .map(|change| (change.utc.timestamp(), change.offset_after_s));
        assert!(theirs.eq(ours), "{name}");
    }
}

#[test]
fn the_ends_of_the_calendar_do_not_panic() {
    use chrono::{NaiveDateTime, TimeZone};
    for name in Rules::bundled().names() {
        let zone = Rules::bundled().zone(name).unwrap();
        for wall in [NaiveDateTime::MIN, NaiveDateTime::MAX] {
            let _ = (
                zone.resolve(wall),
                zone.at(wall.and_utc()),
                zone.offset_from_utc_datetime(&wall),
            );
        }
        for wall in ["1900-01-01T00:00:00", "9999-12-31T23:59:59.999999999"] {
            let moment = zone.resolve(wall.parse().unwrap()).pick(None);
            assert_eq!(zone.at(moment.utc).1, moment);
        }
    }
}
