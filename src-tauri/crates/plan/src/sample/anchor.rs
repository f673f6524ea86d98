//! Where the sample's dates go when it is made later than it was written.

use chrono::{Datelike, Days, NaiveDate, NaiveTime, TimeDelta};
use outreach_zones::Rules;

/// How far a change of clocks is looked for on either side: it comes twice a year.
const HALF_A_YEAR: i64 = 185;

/// First day of the quarter that `day` lies in.
fn quarter_of(day: NaiveDate) -> NaiveDate {
    NaiveDate::from_ymd_opt(day.year(), day.month0() / 3 * 3 + 1, 1).unwrap_or(day)
}

/// By how many days dates written for the quarter of `written` move when the sample is made on `today`: whole
/// weeks, so that weekdays stay.
pub(super) fn days_to_move(written: NaiveDate, today: NaiveDate) -> i64 {
    let apart = (quarter_of(today) - quarter_of(written)).num_days();
    (apart as f64 / 7.0).round() as i64 * 7
}

/// By how many days a mission moves that is to stay across a change of clocks: from the change on `on` to the
/// zone's nearest change of the same kind about `days` later. Without such a change it moves like the others.
pub(super) fn days_across(rules: &Rules, zone: &str, on: NaiveDate, days: i64) -> i64 {
    let Ok(zone) = rules.zone(zone) else { return days };
    let around = |day: NaiveDate, reach: i64| {
        let noon = day.and_time(NaiveTime::MIN).and_utc() + TimeDelta::hours(12);
        zone.transitions(noon - TimeDelta::days(reach), noon + TimeDelta::days(reach))
            .filter(|change| change.offset_after_s != change.offset_before_s)
            .collect::<Vec<_>>()
    };
    let Some(forward) = around(on, 2)
        .first()
        .map(|change| change.offset_after_s > change.offset_before_s)
    else {
        return days;
    };
    let Some(about) = on.checked_add_signed(TimeDelta::days(days)) else {
        return days;
    };
    around(about, HALF_A_YEAR)
        .into_iter()
        .filter(|change| (change.offset_after_s > change.offset_before_s) == forward)
        .map(|change| {
            let there = change.utc.naive_utc() + TimeDelta::seconds(change.offset_before_s.into());
            (there.date() - on).num_days()
        })
        .min_by_key(|moved| (moved - days).abs())
        .unwrap_or(days)
}

/// `days`, or a fortnight or two more if the span from `from` to `until` would lie across a New Year.
pub(super) fn within_a_year(from: NaiveDate, until: NaiveDate, days: i64) -> i64 {
    let year = |day: NaiveDate, moved: i64| moved_by(day, moved).year();
    (0..4)
        .map(|n| days + 14 * n)
        .find(|&moved| year(from, moved) == year(until, moved))
        .unwrap_or(days)
}

/// `day` moved; unchanged at the ends of the calendar.
pub(super) fn moved_by(day: NaiveDate, days: i64) -> NaiveDate {
    let by = Days::new(days.unsigned_abs());
    if days < 0 {
        day.checked_sub_days(by)
    } else {
        day.checked_add_days(by)
    }
    .unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn in_the_quarter_it_was_written_for_nothing_moves_and_later_weekdays_stay() {
        let written = day("2026-10-01");
        assert_eq!(days_to_move(written, day("2026-11-22")), 0);
        for today in ["2027-02-01", "2027-06-30", "2028-12-31", "2026-01-01"] {
            let moved = days_to_move(written, day(today));
            assert_eq!(moved % 7, 0, "{today}");
            assert!(
                (moved_by(written, moved) - quarter_of(day(today)))
                    .num_days()
                    .abs()
                    <= 3,
                "{today}"
            );
        }
    }

    #[test]
    fn a_mission_across_a_change_of_clocks_stays_across_one_of_the_same_direction() {
        let rules = Rules::bundled();
        // British clocks go back on 31 October 2027 and forward on 26 March 2028.
        assert_eq!(days_across(&rules, "Europe/London", day("2026-10-25"), 364), 371);
        assert_eq!(days_across(&rules, "Europe/London", day("2026-10-25"), 0), 0);
        // Japan has no changes: as the others.
        assert_eq!(days_across(&rules, "Asia/Tokyo", day("2026-10-25"), 91), 91);
    }

    #[test]
    fn no_mission_is_cut_by_new_year() {
        assert_eq!(within_a_year(day("2026-12-07"), day("2026-12-11"), 21), 35);
        assert_eq!(within_a_year(day("2026-12-07"), day("2026-12-10"), 0), 0);
    }
}
