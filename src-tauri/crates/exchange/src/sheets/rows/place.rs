//! Where an event is, and so which zone its times are of.

use outreach_plan::reference::{CityId, CountryCode, country};
use outreach_plan::{MarketId, MissionId, Region, VenueId, Wording};
use outreach_zones::Zone;

use super::super::SheetField;
use super::super::cities::{Answer, Hints};
use super::super::names;
use super::fields::short;
use super::{Reading, Row};

/// Names of the tz database that are only offsets: `EST` has no summer time, which nobody who writes it means.
const OFFSETS: [&str; 13] = [
    "EST", "MST", "HST", "CET", "EET", "WET", "MET", "EST5EDT", "CST6CDT", "MST7MDT", "PST8PDT", "GMT", "UCT",
];

/// Where an event is.
#[derive(Default)]
pub(super) struct Place {
    pub(super) zone: Option<Zone>,
    pub(super) city: Option<CityId>,
    pub(super) name: Wording,
    pub(super) country: Option<CountryCode>,
}

impl Reading<'_> {
    /// The zone as written, else the city's, the venue's or that of the mission's only city.
    pub(super) fn place(
        &mut self,
        row: &mut Row<'_>,
        mission: Option<MissionId>,
        market: Option<MarketId>,
        venue: Option<VenueId>,
    ) -> Place {
        let written = row.text(SheetField::Zone);
        let mut zone = written.as_deref().and_then(|name| self.written_zone(name));
        let wrong_zone = written.filter(|_| zone.is_none());
        let mut place = Place::default();
        if let Some(text) = row.text(SheetField::City) {
            self.city(row, &text, zone.as_ref(), market, &mut place);
        }
        if zone.is_some() {
            row.says.insert(SheetField::Zone);
        }
        if let Some(text) = wrong_zone {
            // "EST" beside "New York": the city says what is meant.
            match &place.zone {
                Some(known) => {
                    let params = [("zone", short(&text)), ("city_zone", known.name().to_owned())];
                    row.warn(SheetField::Zone, "zone_not_of_city", params);
                }
                None => {
                    let suggestions = self.plan.rules().suggest(&text).join("|");
                    row.refuse(
                        SheetField::Zone,
                        "zone_unknown",
                        [("text", short(&text)), ("suggestions", suggestions)],
                    );
                    return place;
                }
            }
        } else if let (Some(written), Some(of_city)) = (&zone, &place.zone)
            && written.name() != of_city.name()
        {
            let params = [
                ("zone", written.name().to_owned()),
                ("city_zone", of_city.name().to_owned()),
            ];
            row.warn(SheetField::Zone, "zone_not_of_city", params);
        }
        let plan = self.plan;
        zone = zone.or(place.zone.take());
        if zone.is_none() {
            let of_venue = venue
                .and_then(|id| plan.venues().get(&id))
                .map(|venue| (venue.zone.clone(), venue.city, venue.place.clone()));
            let of_mission = || {
                let legs = plan.legs_of(mission?);
                let first = legs.first()?;
                let same = legs
                    .iter()
                    .all(|leg| leg.zone == first.zone && leg.city == first.city);
                same.then(|| (first.zone.clone(), first.city, first.place.clone()))
            };
            if let Some((name, city, words)) = of_venue.or_else(of_mission) {
                zone = self.zone(&name);
                if place.name.is_empty() {
                    (place.city, place.name) = (city, words);
                }
            }
        }
        let refused = row
            .problems
            .iter()
            .any(|problem| matches!(problem.field, Some(SheetField::City | SheetField::Zone)));
        if zone.is_none() && !refused {
            let field = if row.has(SheetField::City) || !row.has(SheetField::Zone) {
                SheetField::City
            } else {
                SheetField::Zone
            };
            row.refuse(field, "zone_missing", []);
        }
        if place.country.is_none()
            && let Some(zone) = &zone
        {
            let info = plan.rules().info(zone.name());
            let first = info.and_then(|info| info.countries.first());
            place.country = first.and_then(|code| CountryCode::new(code).ok());
        }
        place.zone = zone;
        place
    }

    fn city(
        &mut self,
        row: &mut Row<'_>,
        text: &str,
        zone: Option<&Zone>,
        market: Option<MarketId>,
        place: &mut Place,
    ) {
        let field = SheetField::City;
        let market = market.and_then(|id| self.plan.markets().get(&id));
        let hints = Hints {
            zone: zone.map(Zone::name),
            country: market.map(|market| market.country),
        };
        match self.cities.find(text, hints) {
            Answer::Found(found) => {
                row.says.insert(field);
                if let Some(read) = found.guessed {
                    row.warn(field, "city_guessed", [("text", short(text)), ("read", read)]);
                }
                place.city = found.city;
                place.name = found.name;
                place.country = Some(found.country);
                place.zone = self.zone(found.zone);
            }
            Answer::Several(suggestions) if zone.is_none() => {
                let params = [("text", short(text)), ("suggestions", suggestions.join("|"))];
                row.refuse(field, "city_ambiguous", params);
            }
            Answer::Several(suggestions) | Answer::Unknown(suggestions) => {
                let params = [("text", short(text)), ("suggestions", suggestions.join("|"))];
                if zone.is_none() {
                    row.refuse(field, "city_unknown", params);
                } else {
                    // With a zone the city is only a name, and a name that nobody knows can be shown.
                    row.warn(field, "city_unknown", params);
                    row.says.insert(field);
                    place.name = Wording::english(short(text));
                }
            }
        }
    }

    fn written_zone(&mut self, name: &str) -> Option<Zone> {
        let name = name.trim();
        if OFFSETS.iter().any(|offset| offset.eq_ignore_ascii_case(name)) {
            return None;
        }
        self.zone(name)
    }

    /// A zone by its name; asked of the rules once.
    pub(super) fn zone(&mut self, name: &str) -> Option<Zone> {
        if let Some(known) = self.zones.get(name) {
            return known.clone();
        }
        let zone = self.plan.rules().zone(name).ok();
        if self.zones.len() < 2_000 {
            self.zones.insert(name.to_owned(), zone.clone());
        }
        zone
    }

    /// The region as written, else the mission's, the market's or the one the country lies in. An event of a
    /// mission counts for the mission's region, whatever the row says.
    pub(super) fn region(
        &self,
        row: &mut Row<'_>,
        mission: Option<MissionId>,
        market: Option<MarketId>,
        of_city: Option<CountryCode>,
    ) -> Option<Region> {
        let field = SheetField::Region;
        let before = row.problems.len();
        let written = row.chosen(field, names::region);
        if row.problems.len() > before {
            return None;
        }
        let of_mission = mission
            .and_then(|id| self.plan.missions().get(&id))
            .map(|mission| mission.region);
        if let (Some(written), Some(of_mission)) = (written, of_mission)
            && written != of_mission
        {
            row.says.remove(&field);
            row.warn(
                field,
                "region_not_of_mission",
                [("region", of_mission.key().to_owned())],
            );
        }
        let other = of_mission
            .or_else(|| {
                let market = market.and_then(|id| self.plan.markets().get(&id));
                market.map(|market| market.region)
            })
            .or_else(|| of_city.and_then(country).and_then(|country| country.region));
        if written.is_none()
            && row.has(field)
            && let Some(region) = other
        {
            row.warn(field, "region_from", [("region", region.key().to_owned())]);
        }
        let region = of_mission.or(written).or(other);
        // Without a place the region cannot be known yet, and that is told already.
        let told = row
            .problems
            .iter()
            .any(|problem| problem.field == Some(SheetField::City));
        if region.is_none() && !told {
            row.refuse(field, "missing", []);
        }
        region
    }
}
