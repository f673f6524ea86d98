//! The office's own lists: what a new workspace starts with and what its choosers offer.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::table::{city, key, rows};
use super::{CityId, Names};
use crate::{PartnerKind, Scheme, Sector};

/// An office of the Hong Kong SAR Government that hosts and helps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct OfficeSeed {
    /// A key that stays when the list is kept up: `eto_london`.
    pub key: &'static str,
    /// What sort of office it is.
    pub kind: OfficeKind,
    /// What it is called.
    pub name: Names,
    /// The city it sits in.
    pub city: CityId,
    /// IANA zone.
    pub zone: &'static str,
}

/// What sort of office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum OfficeKind {
    /// The planner's own office in Hong Kong.
    Home,
    /// An Economic and Trade Office abroad.
    Eto,
    /// An office in the Mainland.
    Mainland,
}

/// A segment of the Talent List.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct SectorSeed {
    /// Which.
    pub sector: Sector,
    /// What it is called.
    pub name: Names,
}

/// An admission scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct SchemeSeed {
    /// Which.
    pub scheme: Scheme,
    /// What people call it for short: `TTPS A`.
    pub short: &'static str,
    /// What it is called.
    pub name: Names,
    /// Whom it is for, where that helps to choose; else empty.
    pub condition: Names,
}

/// Where an event is announced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Channel {
    /// A key that stays when the list is kept up.
    pub key: &'static str,
    /// What it is called.
    pub name: Names,
    /// How an announcement gets there.
    pub posting: Posting,
}

/// How an announcement gets to a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Posting {
    /// The text is copied into the channel's own editor.
    Copy,
    /// By e-mail.
    Mail,
    /// On the office's pages.
    Web,
    /// To the press.
    Press,
}

/// A body that often shares in an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PartnerSeed {
    /// A key that stays when the list is kept up.
    pub key: &'static str,
    /// What sort of body it is.
    pub kind: PartnerKind,
    /// What it is called.
    pub name: Names,
    /// The city it sits in; none where it is any local body of its kind.
    pub city: Option<CityId>,
}

static OFFICES: LazyLock<Vec<OfficeSeed>> = LazyLock::new(|| {
    rows(include_str!("../../../../../data/lists/offices.tsv"))
        .map(|[name, kind, en, zh_hant, zh_hans, place, zone]| OfficeSeed {
            key: name,
            kind: key(kind),
            name: Names { en, zh_hant, zh_hans },
            city: city(place).expect("every office sits in a city"),
            zone,
        })
        .collect()
});

static SECTORS: LazyLock<Vec<SectorSeed>> = LazyLock::new(|| {
    rows(include_str!("../../../../../data/lists/sectors.tsv"))
        .map(|[sector, en, zh_hant, zh_hans]| SectorSeed {
            sector: key(sector),
            name: Names { en, zh_hant, zh_hans },
        })
        .collect()
});

static SCHEMES: LazyLock<Vec<SchemeSeed>> = LazyLock::new(|| {
    rows(include_str!("../../../../../data/lists/schemes.tsv"))
        .map(
            |[scheme, short, en, zh_hant, zh_hans, for_en, for_hant, for_hans]| SchemeSeed {
                scheme: key(scheme),
                short,
                name: Names { en, zh_hant, zh_hans },
                condition: Names {
                    en: for_en,
                    zh_hant: for_hant,
                    zh_hans: for_hans,
                },
            },
        )
        .collect()
});

static CHANNELS: LazyLock<Vec<Channel>> = LazyLock::new(|| {
    rows(include_str!("../../../../../data/lists/channels.tsv"))
        .map(|[name, en, zh_hant, zh_hans, posting]| Channel {
            key: name,
            name: Names { en, zh_hant, zh_hans },
            posting: key(posting),
        })
        .collect()
});

static PARTNERS: LazyLock<Vec<PartnerSeed>> = LazyLock::new(|| {
    rows(include_str!("../../../../../data/lists/partners.tsv"))
        .map(|[name, kind, en, zh_hant, zh_hans, place]| PartnerSeed {
            key: name,
            kind: key(kind),
            name: Names { en, zh_hant, zh_hans },
            city: city(place),
        })
        .collect()
});

static GBA: LazyLock<Vec<CityId>> = LazyLock::new(|| {
    rows(include_str!("../../../../../data/lists/gba.tsv"))
        .filter_map(|[place, _, _, _]| city(place))
        .collect()
});

/// The office at home, the Economic and Trade Offices and the offices in the Mainland.
pub fn offices() -> &'static [OfficeSeed] {
    &OFFICES
}

/// The nine segments of the Talent List, in its order.
pub fn sectors() -> &'static [SectorSeed] {
    &SECTORS
}

/// The admission schemes.
pub fn schemes() -> &'static [SchemeSeed] {
    &SCHEMES
}

/// The channels on which events are announced.
pub fn channels() -> &'static [Channel] {
    &CHANNELS
}

/// Bodies that often share in an event.
pub fn partners() -> &'static [PartnerSeed] {
    &PARTNERS
}

/// The eleven cities of the Greater Bay Area.
pub fn gba_cities() -> &'static [CityId] {
    &GBA
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::super::city;
    use super::*;

    #[test]
    fn every_office_sits_in_the_zone_of_its_city() {
        assert_eq!(offices().iter().filter(|o| o.kind == OfficeKind::Eto).count(), 15);
        assert_eq!(
            offices()
                .iter()
                .filter(|o| o.kind == OfficeKind::Mainland)
                .count(),
            5
        );
        for office in offices() {
            assert_eq!(
                city(office.city).map(|c| c.zone),
                Some(office.zone),
                "{}",
                office.key
            );
        }
    }

    #[test]
    fn every_sector_and_scheme_is_named_once_in_three_languages() {
        assert_eq!(
            sectors().iter().map(|s| s.sector).collect::<HashSet<_>>().len(),
            9
        );
        assert_eq!(
            schemes().iter().map(|s| s.scheme).collect::<HashSet<_>>().len(),
            9
        );
        let names = sectors()
            .iter()
            .map(|s| s.name)
            .chain(schemes().iter().map(|s| s.name));
        let others = channels()
            .iter()
            .map(|c| c.name)
            .chain(partners().iter().map(|p| p.name));
        for name in names.chain(others).chain(offices().iter().map(|o| o.name)) {
            assert!(
                !name.en.is_empty() && !name.zh_hant.is_empty() && !name.zh_hans.is_empty(),
                "{name:?}"
            );
        }
    }

    #[test]
    fn the_offices_cities_are_named_as_the_government_names_them() {
        let names: Vec<_> = offices()
            .iter()
            .filter(|office| office.kind == OfficeKind::Eto)
            .map(|office| {
                let city = city(office.city).unwrap();
                (city.name.en, city.name.zh_hant, city.name.zh_hans, city.zone)
            })
            .collect();
        assert_eq!(
            names,
            [
                ("Bangkok", "曼谷", "曼谷", "Asia/Bangkok"),
                ("Berlin", "柏林", "柏林", "Europe/Berlin"),
                ("Brussels", "布魯塞爾", "布鲁塞尔", "Europe/Brussels"),
                ("Dubai", "迪拜", "迪拜", "Asia/Dubai"),
                ("Geneva", "日內瓦", "日内瓦", "Europe/Zurich"),
                ("Jakarta", "雅加達", "雅加达", "Asia/Jakarta"),
                ("Kuala Lumpur", "吉隆坡", "吉隆坡", "Asia/Kuala_Lumpur"),
                ("London", "倫敦", "伦敦", "Europe/London"),
                ("New York", "紐約", "纽约", "America/New_York"),
                ("San Francisco", "三藩市", "旧金山", "America/Los_Angeles"),
                ("Singapore", "新加坡", "新加坡", "Asia/Singapore"),
                ("Sydney", "悉尼", "悉尼", "Australia/Sydney"),
                ("Tokyo", "東京", "东京", "Asia/Tokyo"),
                ("Toronto", "多倫多", "多伦多", "America/Toronto"),
                ("Washington, D.C.", "華盛頓", "华盛顿", "America/New_York"),
            ]
        );
    }

    #[test]
    fn the_greater_bay_area_has_eleven_cities() {
        let names: Vec<_> = gba_cities()
            .iter()
            .map(|&id| city(id).unwrap().name.zh_hant)
            .collect();
        assert_eq!(names.len(), 11);
        assert!(names.contains(&"肇慶"));
    }
}
