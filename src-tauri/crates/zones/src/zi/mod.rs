//! Rules from their source: `tzdata.zi`, one text file of 110 kB that holds a whole release.
//!
//! It is what the maintainers publish and what a colleague can send by mail, so a laptop without a network can be
//! brought up to date from it. The language is that of the database's own compiler (`zic`, described in its manual
//! page and in "How to Read the tz Database"); the result is TZif, so that everything behind it is the same as for
//! rules that somebody else compiled. Leap seconds, `Expires` lines and years without end on the left are not read:
//! no release of the main data has them.
//!
//! Everything is bounded: lines, rules, changes, years.

mod compile;
mod posix;
mod read;
mod tzif;

use std::collections::HashMap;

use crate::{Release, RulesError};

/// The name under which errors speak of the file.
const FILE: &str = "tzdata.zi";
/// The file of 2026f has 105 kB.
const LARGEST: usize = 1 << 20;

/// Paths inside a zoneinfo folder with their bytes.
type Files = Vec<(String, Vec<u8>)>;

/// The files of a zoneinfo folder, compiled: every zone and alias, and the source for its list of aliases.
pub(crate) fn tree(text: &str) -> Result<(Release, Files), RulesError> {
    if text.len() > LARGEST {
        return Err(RulesError::TooLarge {
            file: FILE.to_owned(),
        });
    }
    let release = Release::from_tzdata_zi(text).ok_or_else(|| {
        let first = text.lines().next().unwrap_or_default();
        RulesError::Release(first.chars().take(40).collect())
    })?;
    let source = read::read(text).map_err(|wrong| wrong.at(FILE))?;
    let mut files: HashMap<&str, Vec<u8>> = HashMap::new();
    for zone in &source.zones {
        let compiled = compile::compile(zone, &source.rules).map_err(|reason| RulesError::Broken {
            file: zone.name.to_owned(),
            reason,
        })?;
        files.insert(zone.name, tzif::write(&compiled));
    }
    let mut open: Vec<(&str, &str)> = source.links;
    // A link may be to a link that comes later; each round settles at least one, or the rest leads nowhere.
    while !open.is_empty() {
        let before = open.len();
        open.retain(|(target, name)| match files.get(target).cloned() {
            Some(bytes) => {
                files.insert(name, bytes);
                false
            }
            None => true,
        });
        if open.len() == before {
            return Err(RulesError::Broken {
                file: open[0].1.chars().take(100).collect(),
                reason: "an alias of a zone that is not there".to_owned(),
            });
        }
    }
    let mut tree: Files = files
        .into_iter()
        .map(|(name, bytes)| (name.to_owned(), bytes))
        .collect();
    tree.sort_unstable();
    tree.push((FILE.to_owned(), text.as_bytes().to_vec()));
    Ok((release, tree))
}
