//! On which days of the week a country rests.

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate, Weekday, WeekdaySet};

use super::table::rows;
use super::{Area, worked_in_lieu};

static WEEKENDS: LazyLock<HashMap<&'static str, WeekdaySet>> = LazyLock::new(|| {
    rows(include_str!("../../../../../data/days/weekends.tsv"))
        .map(|[place, days]| {
            let days = days
                .split(' ')
                .map(|day| day.parse::<Weekday>().expect("a made table has days of the week"));
            (place, days.collect())
        })
        .collect()
});

/// The weekly rest days of a country, or of a part of it.
///
/// ```
/// use chrono::Weekday;
/// use outreach_plan::reference::{CountryCode, weekend};
/// let qatar = weekend(CountryCode::new("QA")?);
/// assert!(qatar.contains(Weekday::Fri) && !qatar.contains(Weekday::Sun));
/// # Ok::<(), outreach_plan::reference::NotACountryCode>(())
/// ```
pub fn weekend<'a>(area: impl Into<Area<'a>>) -> WeekdaySet {
    let area = area.into();
    let part = format!("{}-{}", area.country, area.subdivision);
    let found = WEEKENDS
        .get(part.as_str())
        .or_else(|| WEEKENDS.get(area.country.as_str()));
    found
        .or_else(|| WEEKENDS.get("001"))
        .copied()
        .unwrap_or(WeekdaySet::EMPTY)
}

/// Whether a day is a weekly rest day; not if it is worked there for a holiday that was moved.
pub fn is_weekend<'a>(area: impl Into<Area<'a>>, day: NaiveDate) -> bool {
    let area = area.into();
    weekend(area).contains(day.weekday()) && !worked_in_lieu(area, day)
}

#[cfg(test)]
mod tests {
    use super::super::{CityId, CountryCode, city};
    use super::*;

    fn in_country(code: &str) -> WeekdaySet {
        weekend(CountryCode::new(code).unwrap())
    }

    #[test]
    fn countries_rest_on_their_own_days() {
        use Weekday::{Fri, Sat, Sun};
        let set = |days: &[Weekday]| days.iter().copied().collect::<WeekdaySet>();
        for (code, days) in [
            ("HK", set(&[Sat, Sun])),
            ("SA", set(&[Fri, Sat])),
            ("IL", set(&[Fri, Sat])),
            ("AE", set(&[Sat, Sun])),
            ("IR", set(&[Fri])),
            ("BN", set(&[Fri, Sun])),
            ("ZZ", set(&[Sat, Sun])),
        ] {
            assert_eq!(in_country(code), days, "{code}");
        }
    }

    #[test]
    fn a_part_of_a_country_may_rest_on_other_days() {
        let kota_bharu = Area {
            country: CountryCode::new("MY").unwrap(),
            subdivision: "03",
        };
        assert!(weekend(kota_bharu).contains(Weekday::Fri));
        let kuala_lumpur = city(CityId(1_735_161)).unwrap();
        assert!(!weekend(kuala_lumpur).contains(Weekday::Fri));
    }

    #[test]
    fn a_weekend_day_worked_in_lieu_is_none() {
        let china = CountryCode::new("CN").unwrap();
        let day = |d| NaiveDate::from_ymd_opt(2026, 10, d).unwrap();
        assert!(!is_weekend(china, day(10)), "worked for the national holiday");
        assert!(is_weekend(china, day(11)));
    }
}
