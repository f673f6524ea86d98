//! One release of the rules: finding a zone by its name.

use std::{
    collections::HashMap,
    fmt,
    sync::{Arc, OnceLock},
};

use crate::{
    Country, NameInfo, Release, RulesError, Source, UnknownZone, Zone, geography::Geography, suggest,
    table::Table, tree::Tree, zi,
};

static PACK: &[u8] = include_bytes!("../../../../data/tz/rules.pack");

/// One release of the IANA time zone rules. Cheap to clone.
///
/// A name that a system's or an imported release lacks (Debian leaves old aliases out) is answered by the bundled
/// release, and [`Zone::release`] says so.
#[derive(Clone)]
pub struct Rules(Arc<Inner>);

struct Inner {
    release: Release,
    source: Source,
    tree: Tree,
    geography: Geography,
    /// Filled when a zone of that content is first asked for.
    tables: Vec<OnceLock<Arc<Table>>>,
    /// Sorted by name.
    zones: Vec<(String, usize, OnceLock<Zone>)>,
    /// Lower-case name to its place in `zones`.
    places: HashMap<String, usize>,
}

impl Rules {
    /// The rules shipped with the programme. Inflated once (about 2 ms); zones are read when first asked for.
    ///
    /// ```
    /// # use outreach_zones::{Rules, Source};
    /// assert!(Rules::bundled().release() >= &"2026f".parse()?);
    /// assert_eq!(Rules::bundled().source(), Source::Bundled);
    /// # Ok::<(), outreach_zones::RulesError>(())
    /// ```
    #[must_use]
    pub fn bundled() -> Self {
        static BUNDLED: OnceLock<Rules> = OnceLock::new();
        BUNDLED
            .get_or_init(|| {
                let (release, tree) =
                    Tree::decode(PACK).expect("the pack in the programme is read by a test");
                Self::new(tree, release, Source::Bundled)
            })
            .clone()
    }

    /// Rules from the files of a zoneinfo folder: `(path inside the folder, bytes)`.
    ///
    /// Zones, `zone.tab`, `zone1970.tab`, `iso3166.tab` and `tzdata.zi` are used, `posix/`, `right/` and other known
    /// files passed over. Every zone is read at once, so that a damaged folder is refused as a whole: about 20 ms.
    /// Compare [`Release::from_tzdata_zi`] first, and read the folder only when it is newer.
    ///
    /// # Errors
    /// A file that is no zone, is damaged, or too large; no zone at all. The error names the file.
    pub fn from_tzif_tree(
        files: impl IntoIterator<Item = (String, Vec<u8>)>,
        release: Release,
        source: Source,
    ) -> Result<Self, RulesError> {
        Self::new(Tree::from_files(files)?, release, source).read_all()
    }

    /// Rules from their source, the text of a `tzdata.zi`. Every zone is compiled and read at once: about 60 ms.
    ///
    /// ```
    /// # use outreach_zones::{Rules, Source};
    /// let text = "# version 2031a\nR H 1979 o - May 13 3:30 1 S\nR H 1979 o - O 21 3:30 0 -\n\
    ///     Z Asia/Hong_Kong 8 H HK%sT\nL Asia/Hong_Kong Hongkong\n";
    /// let rules = Rules::from_zi(text, Source::Imported)?;
    /// assert_eq!(rules.release().to_string(), "2031a");
    /// assert_eq!(rules.names().collect::<Vec<_>>(), ["Asia/Hong_Kong", "Hongkong"]);
    /// # Ok::<(), outreach_zones::RulesError>(())
    /// ```
    ///
    /// # Errors
    /// A text that is cut short, is no source of rules or says something no zone can mean; the error names the line or
    /// the zone.
    pub fn from_zi(text: &str, source: Source) -> Result<Self, RulesError> {
        let (release, files) = zi::tree(text)?;
        Self::from_tzif_tree(files, release, source)
    }

    /// These rules as a pack, which [`Rules::from_pack`] reads again.
    #[must_use]
    pub fn to_pack(&self) -> Vec<u8> {
        self.0.tree.encode(&self.0.release)
    }

    /// Rules from a pack made by [`crate::pack`].
    ///
    /// # Errors
    /// A damaged pack, or one with a damaged zone, which the error names.
    pub fn from_pack(pack: &[u8], source: Source) -> Result<Self, RulesError> {
        let (release, tree) = Tree::decode(pack)?;
        Self::new(tree, release, source).read_all()
    }

    /// The newest of the candidates and the bundled rules. Of equal releases bundled wins, then imported.
    ///
    /// ```
    /// # use outreach_zones::{Rules, Source};
    /// let old = Rules::from_tzif_tree(Rules::bundled().files(), "2025b".parse()?, Source::System)?;
    /// assert_eq!(Rules::newest(vec![old]).source(), Source::Bundled);
    /// # Ok::<(), outreach_zones::RulesError>(())
    /// ```
    #[must_use]
    pub fn newest(candidates: Vec<Self>) -> Self {
        candidates.into_iter().fold(Self::bundled(), |best, candidate| {
            let rank = |rules: &Self| (rules.0.release.clone(), rules.0.source);
            if rank(&candidate) > rank(&best) {
                candidate
            } else {
                best
            }
        })
    }

    /// The release.
    #[must_use]
    pub fn release(&self) -> &Release {
        &self.0.release
    }

    /// Where they came from.
    #[must_use]
    pub fn source(&self) -> Source {
        self.0.source
    }

    /// The zone of that name; capitals don't matter, aliases count, and [`Zone::name`] has the database's spelling.
    ///
    /// # Errors
    /// A name that neither these rules nor the bundled ones know, with suggestions.
    ///
    /// ```
    /// # use outreach_zones::Rules;
    /// let rules = Rules::bundled();
    /// assert_eq!(rules.zone("asia/hong_kong")?.name(), "Asia/Hong_Kong");
    /// assert_eq!(rules.zone("Asia/Hongkong").unwrap_err().suggestions[0], "Asia/Hong_Kong");
    /// # Ok::<(), outreach_zones::UnknownZone>(())
    /// ```
    pub fn zone(&self, name: &str) -> Result<Zone, UnknownZone> {
        if let Some(zone) = self.own_zone(name) {
            return Ok(zone);
        }
        if let Some(zone) = self.fallback().and_then(|bundled| bundled.own_zone(name)) {
            // An old alias of a zone that these rules do have gets these rules.
            let target = Self::bundled()
                .info(zone.name())
                .and_then(|info| info.link_to.map(str::to_owned));
            return Ok(match target.and_then(|target| self.own_zone(&target)) {
                Some(own) => Zone::new(
                    zone.name().to_owned(),
                    own.release().clone(),
                    own.source(),
                    own.shared_table(),
                ),
                None => zone,
            });
        }
        Err(UnknownZone {
            name: name.chars().take(100).collect(),
            suggestions: self.suggest(name),
        })
    }

    /// All names of these rules, aliases too, sorted.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.zones.iter().map(|(name, ..)| name.as_str())
    }

    /// At most five names that were probably meant by one that does not exist, best first.
    #[must_use]
    pub fn suggest(&self, name: &str) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        for close in suggest::closest(name, self.names(), 12) {
            let canonical = self.0.geography.info(close).canonical;
            let offer = if self.0.places.contains_key(&canonical.to_ascii_lowercase()) {
                canonical
            } else {
                close
            };
            if !found.iter().any(|known| known == offer) {
                found.push(offer.to_owned());
            }
        }
        found.truncate(5);
        found
    }

    /// Countries and aliases of a name, spelt as in [`Rules::names`].
    #[must_use]
    pub fn info(&self, name: &str) -> Option<NameInfo<'_>> {
        let (name, ..) = &self.0.zones[*self.0.places.get(&name.to_ascii_lowercase())?];
        Some(self.0.geography.info(name))
    }

    /// Countries and territories, by code.
    #[must_use]
    pub fn countries(&self) -> &[Country] {
        &self.0.geography.countries
    }

    /// The zones of a country (ISO 3166-1 alpha-2), most populous part usually first; empty for an unknown code.
    ///
    /// ```
    /// # use outreach_zones::Rules;
    /// assert_eq!(Rules::bundled().zones_of("HK"), ["Asia/Hong_Kong"]);
    /// ```
    #[must_use]
    pub fn zones_of(&self, country: &str) -> &[String] {
        self.0.geography.zones_of(country)
    }

    /// The files these rules were made from, aliases as copies; what [`Rules::from_tzif_tree`] takes.
    pub fn files(&self) -> impl Iterator<Item = (String, Vec<u8>)> {
        let tree = &self.0.tree;
        let zones = tree
            .names
            .iter()
            .map(|(name, place)| (name.clone(), tree.blobs[*place].clone()));
        zones.chain(
            tree.tables
                .iter()
                .map(|(name, text)| (name.clone(), text.clone().into_bytes())),
        )
    }

    fn new(tree: Tree, release: Release, source: Source) -> Self {
        let zones: Vec<_> = tree
            .names
            .iter()
            .map(|(name, place)| (name.clone(), *place, OnceLock::new()))
            .collect();
        let places = zones
            .iter()
            .enumerate()
            .map(|(place, (name, ..))| (name.to_ascii_lowercase(), place))
            .collect();
        let mut geography = Geography::read(&tree);
        if geography.is_empty() && source != Source::Bundled {
            geography = Geography::read(&Self::bundled().0.tree);
        }
        let tables = tree.blobs.iter().map(|_| OnceLock::new()).collect();
        Self(Arc::new(Inner {
            release,
            source,
            tree,
            geography,
            tables,
            zones,
            places,
        }))
    }

    fn read_all(self) -> Result<Self, RulesError> {
        for (name, place, _) in &self.0.zones {
            self.table(*place).map_err(|reason| RulesError::Broken {
                file: name.clone(),
                reason,
            })?;
        }
        Ok(self)
    }

    fn table(&self, place: usize) -> Result<Arc<Table>, String> {
        if let Some(table) = self.0.tables[place].get() {
            return Ok(Arc::clone(table));
        }
        let table = Arc::new(Table::read(&self.0.tree.blobs[place])?);
        Ok(Arc::clone(self.0.tables[place].get_or_init(|| table)))
    }

    fn own_zone(&self, name: &str) -> Option<Zone> {
        // Longer than any name: not worth a copy in lower case.
        if name.len() > 64 {
            return None;
        }
        let (name, place, zone) = &self.0.zones[*self.0.places.get(&name.to_ascii_lowercase())?];
        let zone = zone.get_or_init(|| {
            let table = self
                .table(*place)
                .expect("read before, or in the bundled pack, which a test reads");
            Zone::new(name.clone(), self.0.release.clone(), self.0.source, table)
        });
        Some(zone.clone())
    }

    fn fallback(&self) -> Option<Self> {
        (self.0.source != Source::Bundled).then(Self::bundled)
    }
}

impl fmt::Debug for Rules {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Rules({} {}, {} names)",
            self.0.source,
            self.0.release,
            self.0.zones.len()
        )
    }
}

impl fmt::Display for Rules {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.0.release, self.0.source)
    }
}
