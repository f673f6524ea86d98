//! Who and what the sample's missions need: bodies, offices, markets, people, venues.

use super::files::{Bodies, People};
use super::made::{Maker, id_of, read};
use crate::reference::CountryCode;
use crate::{Delegate, DelegateId, Market, MarketId, Office, OfficeId, Partner, PartnerId, Venue, VenueId};

impl Maker<'_> {
    pub(super) fn bodies(&mut self) {
        let bodies: Bodies = read(include_str!("../../../../../data/sample/bodies.json"));
        for (key, body) in &bodies.partners {
            let id = PartnerId(self.id());
            self.partners.insert(key.clone(), id);
            let city = body.city.as_deref().map(|city| self.city(city).0);
            let record = Partner {
                id,
                name: body.name.plain(),
                kind: body.kind,
                city,
                url: body.url.clone(),
                notes: String::new(),
            };
            self.records.push(record.into());
        }
        for key in &bodies.offices {
            let id = OfficeId(self.id());
            self.offices.insert(key.clone(), id);
            let seed = crate::reference::offices()
                .iter()
                .find(|office| office.key == key);
            let seed = seed.expect("the sample names only offices of the shipped list, which a test proves");
            let record = Office {
                id,
                name: seed.name.wording(),
                city: Some(seed.city),
                zone: seed.zone.to_owned(),
                notes: String::new(),
            };
            self.records.push(record.into());
        }
        for (country, market) in &bodies.markets {
            let id = MarketId(self.id());
            let country = CountryCode::new(country).expect("a test reads every market's code");
            self.markets.insert(country, (id, market.region));
            let record = Market {
                id,
                country,
                name: market.name.plain(),
                region: market.region,
                sectors: market.sectors.clone(),
                office: Some(id_of(&self.offices, &market.office)),
                notes: String::new(),
            };
            self.records.push(record.into());
        }
    }

    pub(super) fn people(&mut self) {
        let people: People = read(include_str!("../../../../../data/sample/people.json"));
        for (key, person) in people.delegates {
            let id = DelegateId(self.id());
            self.delegates.insert(key, id);
            let record = Delegate {
                id,
                family: person.family,
                given: person.given,
                chinese: person.chinese,
                role: person.role,
                organisation: person.organisation,
                post: person.post,
                team: person.team,
                notes: people.note.clone(),
            };
            self.records.push(record.into());
        }
    }

    pub(super) fn venues(&mut self) {
        let venues = std::mem::take(&mut self.places.venues);
        for (city_key, kinds) in venues {
            for (kind, (latitude, longitude, capacity)) in kinds {
                let id = VenueId(self.id());
                let (city, place, zone) = self.city(&city_key);
                let names = self
                    .places
                    .venue_names
                    .get(&kind)
                    .expect("a test proves that every kind is named");
                let record = Venue {
                    id,
                    name: names.filled("{}", &place),
                    city: Some(city),
                    place,
                    zone,
                    address: String::new(),
                    latitude: Some(latitude),
                    longitude: Some(longitude),
                    capacity: Some(capacity),
                    notes: "Invented venue (sample).".to_owned(),
                };
                self.venues.insert((city_key.clone(), kind), id);
                self.records.push(record.into());
            }
        }
    }
}
