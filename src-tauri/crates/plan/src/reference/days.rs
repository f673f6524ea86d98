//! Public holidays by country, and the fasts and feasts that move with the moon.

use std::ops::RangeInclusive;
use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::table::{country, key, number, rows};
use super::{Area, CountryCode, Names};

/// A public holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Holiday {
    /// The day, in the country's own calendar days.
    pub date: NaiveDate,
    /// Where it is kept.
    pub country: CountryCode,
    /// What it is called.
    pub name: Names,
    /// The parts of the country that keep it (ISO 3166-2 without the country), separated by blanks; empty for all.
    pub subdivisions: &'static str,
    /// Whether the day hangs on the moon or a decree still to come.
    pub estimated: bool,
}

/// A fast or feast that many countries keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Fast {
    /// Which.
    pub kind: FastKind,
    /// What it is called.
    pub name: Names,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub until: NaiveDate,
    /// The year of the Islamic calendar.
    pub hijri_year: u16,
    /// Whether the days may still shift by one with the sighting of the moon.
    pub estimated: bool,
}

/// Which fast or feast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum FastKind {
    /// The month of fasting.
    Ramadan,
    /// The feast that ends it; three days.
    EidAlFitr,
    /// The feast of sacrifice; four days.
    EidAlAdha,
}

impl FastKind {
    /// What it is called.
    pub fn name(self) -> Names {
        match self {
            Self::Ramadan => Names {
                en: "Ramadan",
                zh_hant: "齋月",
                zh_hans: "斋月",
            },
            Self::EidAlFitr => Names {
                en: "Eid al-Fitr",
                zh_hant: "開齋節",
                zh_hans: "开斋节",
            },
            Self::EidAlAdha => Names {
                en: "Eid al-Adha",
                zh_hant: "宰牲節",
                zh_hans: "宰牲节",
            },
        }
    }
}

struct Days {
    /// By country, then day.
    holidays: Vec<Holiday>,
    /// Days of the weekend that are worked, by country, then day.
    worked: Vec<(CountryCode, NaiveDate)>,
}

static DAYS: LazyLock<Days> = LazyLock::new(|| {
    let mut days = Days {
        holidays: Vec::with_capacity(33_000),
        worked: Vec::new(),
    };
    for [code, subdivisions, kind, en, zh_hant, zh_hans, dates] in
        rows(include_str!("../../../../../data/days/holidays.tsv"))
    {
        let (code, name) = (country(code), Names { en, zh_hant, zh_hans });
        for text in dates.split(' ') {
            let (text, estimated) = text.strip_suffix('~').map_or((text, false), |sure| (sure, true));
            let date = day(text);
            if kind == "workday" {
                days.worked.push((code, date));
            } else {
                days.holidays.push(Holiday {
                    date,
                    country: code,
                    name,
                    subdivisions,
                    estimated,
                });
            }
        }
    }
    days.holidays
        .sort_by_key(|holiday| (holiday.country, holiday.date));
    days.worked.sort_unstable();
    days
});

static FASTS: LazyLock<Vec<Fast>> = LazyLock::new(|| {
    rows(include_str!("../../../../../data/days/fasts.tsv"))
        .map(|[from, until, kind, year, estimated]| {
            let kind: FastKind = key(kind);
            let name = kind.name();
            let estimated = estimated == "~";
            Fast {
                kind,
                name,
                from: day(from),
                until: day(until),
                hijri_year: number(year),
                estimated,
            }
        })
        .collect()
});

static FASTING: LazyLock<Vec<CountryCode>> = LazyLock::new(|| {
    rows(include_str!("../../../../../data/lists/fasting.tsv"))
        .map(|[code]| country(code))
        .collect()
});

/// A date in a made table: `2027-02-08`.
fn day(text: &str) -> NaiveDate {
    let mut parts = text.splitn(3, '-');
    let mut next = || number(parts.next().unwrap_or_default());
    let (year, month, day): (u32, u32, u32) = (next(), next(), next());
    NaiveDate::from_ymd_opt(year.cast_signed(), month, day).expect("a made table has days that exist")
}

fn kept_in(holiday: &Holiday, subdivision: &str) -> bool {
    holiday.subdivisions.is_empty() || holiday.subdivisions.split(' ').any(|part| part == subdivision)
}

/// The public holidays of a country, or of a part of it, from the first day to the last, in order.
///
/// Of a bare country only those that the whole of it keeps. A day may have two.
///
/// ```
/// use chrono::NaiveDate;
/// use outreach_plan::reference::{CountryCode, holidays};
/// let day = |d| NaiveDate::from_ymd_opt(2027, 3, d).expect("a day of March");
/// let easter: Vec<_> = holidays(CountryCode::HONG_KONG, day(26)..=day(29)).map(|h| h.name.en).collect();
/// assert_eq!(easter, ["Good Friday", "The day following Good Friday", "Easter Monday"]);
/// ```
pub fn holidays<'a>(
    area: impl Into<Area<'a>>,
    days: RangeInclusive<NaiveDate>,
) -> impl Iterator<Item = &'static Holiday> {
    let Area { country, subdivision } = area.into();
    let first = DAYS
        .holidays
        .partition_point(|h| (h.country, h.date) < (country, *days.start()));
    DAYS.holidays[first..]
        .iter()
        .take_while(move |h| h.country == country && h.date <= *days.end())
        .filter(move |h| kept_in(h, subdivision))
}

/// The public holidays on one day.
pub fn holidays_on<'a>(area: impl Into<Area<'a>>, day: NaiveDate) -> impl Iterator<Item = &'static Holiday> {
    holidays(area, day..=day)
}

/// Whether a day of the weekend is worked there for a holiday that was moved; known for announced years only.
pub fn worked_in_lieu<'a>(area: impl Into<Area<'a>>, day: NaiveDate) -> bool {
    DAYS.worked.binary_search(&(area.into().country, day)).is_ok()
}

/// Ramadan and the Eids that touch the days from the first to the last, in order.
pub fn fasts(days: RangeInclusive<NaiveDate>) -> impl Iterator<Item = &'static Fast> {
    FASTS
        .iter()
        .filter(move |fast| fast.from <= *days.end() && fast.until >= *days.start())
}

/// Whether Ramadan changes working hours and hospitality in a country.
pub fn keeps_ramadan(country: CountryCode) -> bool {
    FASTING.binary_search(&country).is_ok()
}

#[cfg(test)]
mod tests {
    use super::super::{CityId, city};
    use super::*;

    fn on(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn names<'a>(area: impl Into<Area<'a>>, from: &str, until: &str) -> Vec<&'static str> {
        holidays(area, on(from)..=on(until)).map(|h| h.name.en).collect()
    }

    #[test]
    fn hong_kong_closes_on_its_general_holidays() {
        let year: Vec<_> = holidays(CountryCode::HONG_KONG, on("2027-01-01")..=on("2027-12-31")).collect();
        assert_eq!(year.len(), 17);
        assert!(year.iter().all(|h| !h.name.zh_hant.is_empty() && !h.estimated));
        let good_friday = year.iter().find(|h| h.date == on("2027-03-26")).unwrap();
        assert_eq!(good_friday.name.zh_hant, "耶穌受難節");
    }

    #[test]
    fn a_holiday_of_a_part_counts_only_there() {
        let toronto = city(CityId(6_167_865)).unwrap();
        let montreal = city(CityId(6_077_243)).unwrap();
        assert_eq!(names(toronto, "2027-02-15", "2027-02-15"), ["Family Day"]);
        assert_eq!(names(montreal, "2027-02-15", "2027-02-15"), [""; 0]);
        assert_eq!(
            names(CountryCode::new("CA").unwrap(), "2027-02-15", "2027-02-15"),
            [""; 0]
        );
        assert_eq!(
            names(CountryCode::new("CA").unwrap(), "2027-07-01", "2027-07-01"),
            ["Canada Day"]
        );
    }

    #[test]
    fn an_estimated_day_says_so() {
        let emirates = CountryCode::new("AE").unwrap();
        let eid = holidays(emirates, on("2027-03-05")..=on("2027-03-15"))
            .next()
            .unwrap();
        assert!(
            eid.estimated && eid.name.en == "Eid al-Fitr" && eid.name.zh_hans == "开斋节",
            "{eid:?}"
        );
    }

    #[test]
    fn ramadan_1448_begins_in_february_2027() {
        let bands: Vec<_> = fasts(on("2027-02-01")..=on("2027-03-31")).collect();
        assert_eq!(bands[0].kind, FastKind::Ramadan);
        assert_eq!(
            (bands[0].from, bands[0].until),
            (on("2027-02-08"), on("2027-03-08"))
        );
        assert!(bands[0].estimated);
        assert_eq!(
            (bands[1].kind, bands[1].from),
            (FastKind::EidAlFitr, on("2027-03-09"))
        );
        assert!(keeps_ramadan(CountryCode::new("MY").unwrap()));
        assert!(!keeps_ramadan(CountryCode::new("CH").unwrap()));
    }

    #[test]
    fn every_year_from_2025_to_2032_has_holidays_in_the_markets() {
        for code in [
            "HK", "CN", "MO", "MY", "SG", "TH", "ID", "JP", "AE", "SA", "AU", "GB", "DE", "CH", "BE", "US",
            "CA",
        ] {
            let country = CountryCode::new(code).unwrap();
            for year in 2025..=2032 {
                let of_year = holidays(
                    country,
                    on(&format!("{year}-01-01"))..=on(&format!("{year}-12-31")),
                )
                .count();
                assert!(of_year >= 3, "{code} {year}: {of_year}");
            }
        }
        assert!(FASTING.is_sorted());
    }
}
