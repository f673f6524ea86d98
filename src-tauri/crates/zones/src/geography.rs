//! Which country uses which zone, and which names are aliases: the small tables beside the zones.

use std::collections::{BTreeMap, HashMap};

use crate::tree::Tree;

/// A country or territory, as `iso3166.tab` lists it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Country {
    /// ISO 3166-1 alpha-2, in capitals.
    pub code: String,
    /// The English name that the time zone database uses.
    pub name: String,
}

/// What is known about a zone's name.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct NameInfo<'a> {
    /// The name.
    pub name: &'a str,
    /// The name to offer instead: itself for a name that `zone.tab` lists for a country or that is no alias, and for
    /// an old alias (`Asia/Calcutta`, `US/Pacific`) the name it stands for.
    pub canonical: &'a str,
    /// The zone whose rules it shares by a link of the database (`Asia/Kuala_Lumpur` → `Asia/Singapore`), if it does.
    pub link_to: Option<&'a str>,
    /// Countries that use it, as ISO 3166-1 alpha-2 codes; its own first.
    pub countries: &'a [String],
    /// Which part of its country it covers, in English, where that has several zones.
    pub remark: Option<&'a str>,
}

#[derive(Debug, Default)]
pub(crate) struct Geography {
    pub(crate) countries: Vec<Country>,
    users: HashMap<String, Vec<String>>,
    remarks: HashMap<String, String>,
    links: HashMap<String, String>,
    /// Country code to its zones, in the order of the tables.
    zones: BTreeMap<String, Vec<String>>,
}

impl Geography {
    /// Reads the tables; lines that make no sense are passed over, as a table can only lessen comfort.
    pub(crate) fn read(tree: &Tree) -> Self {
        let mut geography = Self::default();
        let rows = |file: &str| {
            let text = tree.tables.get(file).map_or("", String::as_str);
            text.lines()
                .filter(|line| !line.starts_with('#'))
                .map(|line| line.split('\t').collect::<Vec<_>>())
        };
        for row in rows("iso3166.tab") {
            if let [code, name] = row[..] {
                geography.countries.push(Country {
                    code: code.to_owned(),
                    name: name.to_owned(),
                });
            }
        }
        // zone.tab gives each country zones of its own; zone1970.tab adds those that share a zone.
        for file in ["zone.tab", "zone1970.tab"] {
            for row in rows(file) {
                let [codes, _coordinates, zone, ref remark @ ..] = row[..] else {
                    continue;
                };
                if !tree.names.contains_key(zone) {
                    continue;
                }
                for code in codes.split(',') {
                    let users = geography.users.entry(zone.to_owned()).or_default();
                    if !users.iter().any(|user| user == code) {
                        users.push(code.to_owned());
                    }
                    if file == "zone.tab" {
                        geography
                            .zones
                            .entry(code.to_owned())
                            .or_default()
                            .push(zone.to_owned());
                    }
                }
                if let (Some(remark), "zone.tab") = (remark.first(), file) {
                    geography.remarks.insert(zone.to_owned(), (*remark).to_owned());
                }
            }
        }
        for line in tree.tables.get("tzdata.zi").map_or("", String::as_str).lines() {
            if let ["L", target, link] = line.split(' ').collect::<Vec<_>>()[..] {
                geography.links.insert(link.to_owned(), target.to_owned());
            }
        }
        geography
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.users.is_empty()
    }

    pub(crate) fn zones_of(&self, country: &str) -> &[String] {
        self.zones
            .get(&country.to_ascii_uppercase())
            .map_or(&[], Vec::as_slice)
    }

    pub(crate) fn info<'a>(&'a self, name: &'a str) -> NameInfo<'a> {
        let link_to = self.links.get(name).map(String::as_str);
        let countries = self.users.get(name).map_or(&[][..], Vec::as_slice);
        let canonical = if countries.is_empty() {
            link_to.unwrap_or(name)
        } else {
            name
        };
        NameInfo {
            name,
            canonical,
            link_to,
            countries,
            remark: self.remarks.get(name).map(String::as_str),
        }
    }
}
