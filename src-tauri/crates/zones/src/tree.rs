//! The files of one release: read from a zoneinfo folder, or from the pack shipped with the programme.
//!
//! Many names share one file's content, so each content is kept once.

use std::{
    collections::{BTreeMap, HashMap},
    io::{Read, Write},
};

use flate2::{Compression, read::DeflateDecoder, write::DeflateEncoder};

use crate::{Release, RulesError};

const MAGIC: &[u8; 8] = b"OUTZONE1";
/// The largest file of a release is `tzdata.zi`, 110 kB; the largest zone of any build is under 4 kB.
const LARGEST_FILE: usize = 1 << 20;
/// A release has 600 names and half a megabyte, several times that where `posix/` and `right/` stand beside it.
const LARGEST_TREE: usize = 16 << 20;
/// Files beside the zones that say which country has which zone, and which name is an alias.
const TABLES: [&str; 4] = ["iso3166.tab", "tzdata.zi", "zone.tab", "zone1970.tab"];
/// Things a zoneinfo folder holds that are neither zones nor read here. A file `leapseconds` is one more.
const OTHERS: [&str; 4] = ["localtime", "posixrules", "leapseconds", "SECURITY"];

#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Tree {
    /// Distinct TZif contents.
    pub(crate) blobs: Vec<Vec<u8>>,
    /// Zone names, sorted, each with its content's place in `blobs`.
    pub(crate) names: BTreeMap<String, usize>,
    /// Texts of [`TABLES`] that were there; `tzdata.zi` is cut down to its links.
    pub(crate) tables: BTreeMap<String, String>,
}

impl Tree {
    /// Sorts the files of a zoneinfo folder, passing over what is no zone of the ordinary tree.
    pub(crate) fn from_files(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Result<Self, RulesError> {
        let mut tree = Self::default();
        let mut known: HashMap<Vec<u8>, usize> = HashMap::new();
        let mut size = 0;
        for (path, bytes) in files {
            let name = path.replace('\\', "/");
            size += bytes.len();
            if bytes.len() > LARGEST_FILE || size > LARGEST_TREE {
                return Err(RulesError::TooLarge { file: cut(&name) });
            }
            if TABLES.contains(&name.as_str()) {
                let text = String::from_utf8(bytes).map_err(|_| RulesError::Broken {
                    file: name.clone(),
                    reason: "not UTF-8".to_owned(),
                })?;
                let text = if name == "tzdata.zi" {
                    links_only(&text)
                } else {
                    text
                };
                tree.tables.insert(name, text);
                continue;
            }
            if is_no_zone(&name) {
                continue;
            }
            if !is_zone_name(&name) {
                return Err(RulesError::Name { file: cut(&name) });
            }
            if !bytes.starts_with(b"TZif") {
                return Err(RulesError::NotTzif { file: name });
            }
            let next = known.len();
            let place = *known.entry(bytes).or_insert(next);
            tree.names.insert(name, place);
        }
        if tree.names.is_empty() {
            return Err(RulesError::Empty);
        }
        // Places are given anew in order of names, so that equal trees are equal whatever order they came in.
        let mut blobs: Vec<_> = known.into_iter().map(|(bytes, place)| (place, bytes)).collect();
        blobs.sort_unstable();
        let mut order = HashMap::new();
        for place in tree.names.values_mut() {
            let next = order.len();
            *place = *order.entry(*place).or_insert_with(|| {
                tree.blobs.push(std::mem::take(&mut blobs[*place].1));
                next
            });
        }
        Ok(tree)
    }

    /// Magic, then deflated: release, names with their content's number, contents, tables; counts and lengths are
    /// 32-bit little-endian.
    pub(crate) fn encode(&self, release: &Release) -> Vec<u8> {
        let mut plain = Vec::new();
        put(&mut plain, release.to_string().as_bytes());
        count(&mut plain, self.names.len());
        for (name, place) in &self.names {
            put(&mut plain, name.as_bytes());
            count(&mut plain, *place);
        }
        count(&mut plain, self.blobs.len());
        self.blobs.iter().for_each(|blob| put(&mut plain, blob));
        count(&mut plain, self.tables.len());
        for (name, text) in &self.tables {
            put(&mut plain, name.as_bytes());
            put(&mut plain, text.as_bytes());
        }
        let mut deflate = DeflateEncoder::new(MAGIC.to_vec(), Compression::best());
        deflate
            .write_all(&plain)
            .expect("writing to memory does not fail");
        deflate.finish().expect("writing to memory does not fail")
    }

    pub(crate) fn decode(pack: &[u8]) -> Result<(Release, Self), RulesError> {
        let deflated = pack.strip_prefix(MAGIC).ok_or(RulesError::Pack("not a pack"))?;
        let mut plain = Vec::new();
        let limit = LARGEST_TREE as u64 + 1;
        let read = DeflateDecoder::new(deflated).take(limit).read_to_end(&mut plain);
        if read.map_err(|_| RulesError::Pack("does not inflate"))? > LARGEST_TREE {
            return Err(RulesError::Pack("too large"));
        }
        let mut rest = plain.as_slice();
        let release = text(&mut rest)?.parse()?;
        let mut tree = Self::default();
        for _ in 0..number(&mut rest)? {
            let name = text(&mut rest)?;
            if !is_zone_name(&name) {
                return Err(RulesError::Name { file: cut(&name) });
            }
            tree.names.insert(name, number(&mut rest)?);
        }
        for _ in 0..number(&mut rest)? {
            tree.blobs.push(bytes(&mut rest)?.to_vec());
        }
        for _ in 0..number(&mut rest)? {
            let name = text(&mut rest)?;
            tree.tables.insert(name, text(&mut rest)?);
        }
        let whole = rest.is_empty() && tree.names.values().all(|place| *place < tree.blobs.len());
        if tree.names.is_empty() || !whole {
            return Err(RulesError::Pack("not whole"));
        }
        Ok((release, tree))
    }
}

/// Makes the pack that is shipped in `data/tz/` from the files of a zoneinfo folder.
///
/// `files` are paths inside the folder with their bytes, as for [`crate::Rules::from_tzif_tree`]. The same files give
/// the same pack, whatever their order. Every zone is read once, so that a pack is known to be good.
///
/// # Errors
/// What [`crate::Rules::from_tzif_tree`] refuses.
pub fn pack(
    files: impl IntoIterator<Item = (String, Vec<u8>)>,
    release: &Release,
) -> Result<Vec<u8>, RulesError> {
    let tree = Tree::from_files(files)?;
    for (name, place) in &tree.names {
        crate::table::Table::read(&tree.blobs[*place]).map_err(|reason| RulesError::Broken {
            file: name.clone(),
            reason,
        })?;
    }
    Ok(tree.encode(release))
}

/// Files of a zoneinfo folder to pass over: other builds of the same zones, tables, code, hidden files.
fn is_no_zone(name: &str) -> bool {
    let last = name.rsplit('/').next().unwrap_or(name);
    name.starts_with("posix/")
        || name.starts_with("right/")
        || name.starts_with('+')
        || name.contains("__pycache__")
        || last.is_empty()
        || last.contains('.')
        || OTHERS.contains(&last)
}

/// What tzdb calls its zones, and what is safe in a file of any format: no white space, no `..`, no leading `/`.
fn is_zone_name(name: &str) -> bool {
    name.len() <= 64
        && name.split('/').all(|part| {
            part.starts_with(|first: char| first.is_ascii_alphabetic())
                && part
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'+'))
        })
}

fn links_only(zi: &str) -> String {
    zi.lines()
        .filter(|line| line.starts_with("L "))
        .flat_map(|line| [line, "\n"])
        .collect()
}

fn cut(name: &str) -> String {
    name.chars().take(100).collect()
}

fn count(out: &mut Vec<u8>, number: usize) {
    let number = u32::try_from(number).expect("a tree is smaller than 16 MiB");
    out.extend_from_slice(&number.to_le_bytes());
}

fn put(out: &mut Vec<u8>, bytes: &[u8]) {
    count(out, bytes.len());
    out.extend_from_slice(bytes);
}

fn number(rest: &mut &[u8]) -> Result<usize, RulesError> {
    let (number, tail) = rest.split_first_chunk().ok_or(RulesError::Pack("cut short"))?;
    *rest = tail;
    usize::try_from(u32::from_le_bytes(*number)).map_err(|_| RulesError::Pack("too large"))
}

fn bytes<'a>(rest: &mut &'a [u8]) -> Result<&'a [u8], RulesError> {
    let length = number(rest)?;
    let (bytes, tail) = rest
        .split_at_checked(length)
        .ok_or(RulesError::Pack("cut short"))?;
    *rest = tail;
    Ok(bytes)
}

fn text(rest: &mut &[u8]) -> Result<String, RulesError> {
    String::from_utf8(bytes(rest)?.to_vec()).map_err(|_| RulesError::Pack("not UTF-8"))
}
