//! The zip around a workbook, read within bounds.
//!
//! What an archive declares is checked before anything is unpacked, and what really comes out is counted while
//! it is unpacked, since a hostile archive may declare less than it holds.

use std::cell::Cell;
use std::io::{BufReader, Cursor, Error, ErrorKind, Read};

use quick_xml::Reader;
use zip::ZipArchive;
use zip::read::ZipFile;

use super::SheetError;

/// Parts of an archive; a workbook of a hundred sheets with pictures has some hundreds.
const MOST_PARTS: usize = 5_000;
/// Bytes of XML that are unpacked from one file, all parts together. A sheet of a million rows that are styled
/// but empty takes about 60 MB.
pub(super) const MOST_UNPACKED: u64 = 256 * 1024 * 1024;

/// The archive of a workbook.
pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    left: Cell<u64>,
}

/// A part of an archive as XML.
pub(super) type Part<'p, 'a> = Reader<BufReader<Bounded<'p, ZipFile<'p, Cursor<&'a [u8]>>>>>;

impl<'a> Archive<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, SheetError> {
        let damaged = SheetError::Damaged { what: "archive" };
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged)?;
        if zip.len() > MOST_PARTS {
            return Err(bomb());
        }
        let mut declared = 0_u64;
        for index in 0..zip.len() {
            let part = zip
                .by_index_raw(index)
                .map_err(|_| SheetError::Damaged { what: "archive" })?;
            if part.name().is_ok_and(|name| is_xml(&name)) {
                declared = declared.saturating_add(part.size());
            }
        }
        if declared > MOST_UNPACKED {
            return Err(bomb());
        }
        Ok(Self {
            zip,
            left: Cell::new(MOST_UNPACKED),
        })
    }

    /// The name of a part as the archive writes it: some programs are careless about capitals and slashes.
    pub(super) fn name_of(&self, name: &str) -> Option<String> {
        let same = |other: &str| other.replace('\\', "/").eq_ignore_ascii_case(name);
        if self.zip.index_for_name(name).is_some() {
            return Some(name.to_owned());
        }
        (0..self.zip.len())
            .filter_map(|index| self.zip.name_for_index(index)?.ok())
            .find(|other| same(other))
            .map(std::borrow::Cow::into_owned)
    }

    /// Opens a part; none if there is no such part. `what` names it in errors.
    pub(super) fn part(
        &mut self,
        name: &str,
        what: &'static str,
    ) -> Result<Option<Part<'_, 'a>>, SheetError> {
        let Some(name) = self.name_of(name) else {
            return Ok(None);
        };
        let Self { zip, left } = self;
        let file = zip.by_name(&name).map_err(|_| SheetError::Damaged { what })?;
        let mut reader = Reader::from_reader(BufReader::with_capacity(64 * 1024, Bounded { file, left }));
        reader.config_mut().expand_empty_elements = true;
        Ok(Some(reader))
    }

    /// The whole of a small part as text, at most `most` bytes of it.
    pub(super) fn text(&mut self, name: &str, most: u64) -> Option<String> {
        let name = self.name_of(name)?;
        let mut text = Vec::new();
        self.zip
            .by_name(&name)
            .ok()?
            .take(most)
            .read_to_end(&mut text)
            .ok()?;
        Some(String::from_utf8_lossy(&text).into_owned())
    }
}

pub(super) fn bomb() -> SheetError {
    SheetError::Bomb { most: MOST_UNPACKED }
}

fn is_xml(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.ends_with(".xml") || name.ends_with(".rels")
}

/// Bytes coming out of an archive, until too many have come.
pub(super) struct Bounded<'p, R> {
    file: R,
    left: &'p Cell<u64>,
}

impl<R: Read> Read for Bounded<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize, Error> {
        let read = self.file.read(buffer)?;
        let left = self.left.get().checked_sub(read as u64);
        self.left.set(left.unwrap_or(0));
        if left.is_some() {
            Ok(read)
        } else {
            Err(Error::from(ErrorKind::FileTooLarge))
        }
    }
}

/// What an error of the XML reader says about the file.
pub(super) fn xml_error(error: &quick_xml::Error, what: &'static str) -> SheetError {
    if let quick_xml::Error::Io(error) = error
        && error.kind() == ErrorKind::FileTooLarge
    {
        return bomb();
    }
    SheetError::Damaged { what }
}
