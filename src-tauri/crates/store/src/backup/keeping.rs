//! Which copies are kept, and when the next one is due.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, TimeDelta, Utc};

use super::Backup;
use crate::errors::{Result, of_folder};

/// Whether the last routine copy is a day old or more. A copy from the future, made before the clock was set
/// back, does not count as one.
pub fn due(backups: &[Backup], now: DateTime<Utc>) -> bool {
    !backups
        .iter()
        .filter(|backup| backup.reason.is_none())
        .any(|backup| backup.at <= now && now - backup.at < TimeDelta::days(1))
}

/// The routine copies that need not be kept: all but the latest of each of the last seven days, of each of the
/// last five weeks and of each of the last twelve months. The latest of all is never spared.
pub fn spare(backups: &[Backup], now: DateTime<Utc>) -> Vec<Backup> {
    let mut routine: Vec<&Backup> = backups.iter().filter(|backup| backup.reason.is_none()).collect();
    routine.sort_by_key(|backup| std::cmp::Reverse(backup.at));
    let (mut days, mut weeks, mut months) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let mut spare = Vec::new();
    for (n, backup) in routine.into_iter().enumerate() {
        let (age, day) = (now - backup.at, backup.at.date_naive());
        // Each is the latest of its day, week or month if that was not met yet: the walk goes back in time.
        let of_day = days.insert(day) && age < TimeDelta::days(7);
        let of_week =
            weeks.insert((day.iso_week().year(), day.iso_week().week())) && age < TimeDelta::weeks(5);
        let of_month = months.insert((day.year(), day.month())) && age < TimeDelta::days(366);
        if n > 0 && !of_day && !of_week && !of_month {
            spare.push(backup.clone());
        }
    }
    spare
}

/// Removes the copies that need not be kept. Returns how many went.
pub fn prune(backups: &[Backup], now: DateTime<Utc>) -> Result<usize> {
    let spare = spare(backups, now);
    for backup in &spare {
        std::fs::remove_file(&backup.path).map_err(|error| of_folder(&error))?;
    }
    Ok(spare.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hourly(hours: i64, now: DateTime<Utc>) -> Vec<Backup> {
        (0..hours)
            .map(|hour| {
                let at = now - TimeDelta::hours(hour);
                Backup {
                    path: format!("{at}").into(),
                    at,
                    bytes: 1,
                    reason: None,
                }
            })
            .collect()
    }

    #[test]
    fn two_years_of_hourly_copies_shrink_to_days_weeks_and_months() {
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let all = hourly(2 * 365 * 24, now);
        let spare = spare(&all, now);
        let kept = all.len() - spare.len();
        assert!((7 + 3 + 10..=8 + 5 + 13).contains(&kept), "{kept}");
        assert!(!spare.contains(&all[0]), "the latest stays");
    }

    #[test]
    fn a_copy_made_for_a_reason_is_never_spared_and_never_makes_the_next_one_due_later() {
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let mut all = hourly(3, now - TimeDelta::days(900));
        all[1].reason = Some("before-restore".into());
        assert_eq!(spare(&all, now), [all[2].clone()]);
        all[1].at = now;
        assert!(due(&all, now));
        all[0].at = now - TimeDelta::hours(23);
        assert!(!due(&all, now));
        all[0].at = now + TimeDelta::hours(1);
        assert!(due(&all, now), "after the clock was set back");
    }
}
