//! Office Open XML workbooks coming in.
//!
//! Elements are known by their local names, so that the strict form, the usual one and writers with prefixes
//! of their own are read alike. A formula counts for the value that the program which wrote the file had
//! computed; nothing is computed here, and nothing outside the file is looked at.

mod cells;
mod strings;
mod styles;

use quick_xml::events::Event;

use super::archive::{Archive, xml_error};
use super::grid::Grid;
use super::walk::{attribute, truth};
use super::{SheetError, SheetName};

/// Sheets of a workbook that are looked at.
const MOST_SHEETS: usize = 500;

/// A workbook, opened.
pub(super) struct Workbook<'a> {
    archive: Archive<'a>,
    sheets: Vec<Listed>,
    strings: Vec<Box<str>>,
    shapes: Vec<styles::Shape>,
    pub(super) epoch_1904: bool,
    pub(super) external_links: u32,
}

struct Listed {
    name: String,
    path: String,
    hidden: bool,
}

/// A relationship of a part.
struct Related {
    id: String,
    kind: String,
    target: String,
}

impl<'a> Workbook<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, SheetError> {
        let mut archive = Archive::open(bytes)?;
        let path = related(&mut archive, "")?
            .into_iter()
            .find(|part| part.kind == "officeDocument")
            .map_or_else(|| "xl/workbook.xml".to_owned(), |part| part.target);
        let parts = related(&mut archive, &path)?;
        let mut book = Self {
            archive,
            sheets: Vec::new(),
            strings: Vec::new(),
            shapes: Vec::new(),
            epoch_1904: false,
            external_links: parts.iter().filter(|part| part.kind == "externalLink").count() as u32,
        };
        book.read_workbook(&path, &parts)?;
        let of_kind = |kind: &str| {
            parts
                .iter()
                .find(|part| part.kind == kind)
                .map(|part| &part.target)
        };
        if let Some(path) = of_kind("sharedStrings") {
            book.strings = strings::read(&mut book.archive, path)?;
        }
        if let Some(path) = of_kind("styles") {
            book.shapes = styles::read(&mut book.archive, path)?;
        }
        Ok(book)
    }

    /// The sheets, with the size that each says it has.
    pub(super) fn sheets(&mut self) -> Result<Vec<SheetName>, SheetError> {
        let Self { archive, sheets, .. } = self;
        sheets
            .iter()
            .map(|sheet| {
                let (rows, columns) = cells::size(archive, &sheet.path)?;
                Ok(SheetName {
                    name: sheet.name.clone(),
                    rows,
                    columns,
                    hidden: sheet.hidden,
                })
            })
            .collect()
    }

    /// The cells of a sheet, at most `most_rows` rows of them.
    pub(super) fn grid(&mut self, index: usize, most_rows: usize) -> Result<Grid, SheetError> {
        let Some(sheet) = self.sheets.get(index) else {
            return Err(SheetError::NoRows);
        };
        let values = cells::Values {
            strings: &self.strings,
            shapes: &self.shapes,
            epoch_1904: self.epoch_1904,
        };
        cells::read(&mut self.archive, &sheet.path, &values, most_rows)
    }

    fn read_workbook(&mut self, path: &str, parts: &[Related]) -> Result<(), SheetError> {
        let damaged = || SheetError::Damaged { what: "workbook" };
        let Self {
            archive,
            sheets,
            epoch_1904,
            ..
        } = self;
        let mut part = archive.part(path, "workbook")?.ok_or_else(damaged)?;
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match part
                .read_event_into(&mut buffer)
                .map_err(|error| xml_error(&error, "workbook"))?
            {
                Event::Start(element) => match element.local_name().as_ref() {
                    "workbookPr" => *epoch_1904 = truth(&element, "date1904"),
                    "sheet" if sheets.len() < MOST_SHEETS => {
                        let id = attribute(&element, "id").unwrap_or_default();
                        // A chart has a sheet of its own kind, without cells.
                        let found = parts
                            .iter()
                            .find(|part| part.id == id && part.kind == "worksheet");
                        if let Some(found) = found {
                            sheets.push(Listed {
                                name: attribute(&element, "name").unwrap_or_default(),
                                path: found.target.clone(),
                                hidden: attribute(&element, "state").is_some_and(|state| state != "visible"),
                            });
                        }
                    }
                    _ => {}
                },
                Event::Eof => break,
                Event::End(_)
                | Event::Empty(_)
                | Event::Text(_)
                | Event::CData(_)
                | Event::Comment(_)
                | Event::Decl(_)
                | Event::PI(_)
                | Event::DocType(_)
                | Event::GeneralRef(_) => {}
            }
        }
        if sheets.is_empty() {
            Err(SheetError::NoRows)
        } else {
            Ok(())
        }
    }
}

/// What a part is related to, targets as paths from the archive's root. `part` is empty for the whole archive.
fn related(archive: &mut Archive<'_>, part: &str) -> Result<Vec<Related>, SheetError> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let path = [folder, "_rels", &format!("{file}.rels")]
        .into_iter()
        .filter(|piece| !piece.is_empty())
        .collect::<Vec<_>>()
        .join("/");
    let mut found = Vec::new();
    let Some(mut relations) = archive.part(&path, "workbook")? else {
        return Ok(found);
    };
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let event = relations
            .read_event_into(&mut buffer)
            .map_err(|error| xml_error(&error, "workbook"))?;
        if let Event::Start(element) = &event
            && element.local_name().as_ref() == "Relationship"
        {
            let kind = attribute(element, "Type").unwrap_or_default();
            found.push(Related {
                id: attribute(element, "Id").unwrap_or_default(),
                kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                target: joined(folder, &attribute(element, "Target").unwrap_or_default()),
            });
        }
        if matches!(event, Event::Eof) || found.len() > 10 * MOST_SHEETS {
            return Ok(found);
        }
    }
}

/// A target as a path from the archive's root.
fn joined(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let mut pieces: Vec<&str> = if target.starts_with('/') {
        Vec::new()
    } else {
        folder.split('/').collect()
    };
    for piece in target.split('/') {
        match piece {
            "" | "." => {}
            ".." => drop(pieces.pop()),
            piece => pieces.push(piece),
        }
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces.join("/")
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn a_target_is_found_from_the_folder_of_the_part_or_from_the_root() {
        assert_eq!(joined("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(
            joined("xl", "/xl/worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml"
        );
        assert_eq!(joined("xl/a", "..\\b.xml"), "xl/b.xml");
        assert_eq!(joined("", "../../x.xml"), "x.xml");
    }
}
