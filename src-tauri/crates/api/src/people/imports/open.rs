//! Opening a list: bounded by its length, as what its content is, kept for the next look at it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

use outreach_exchange::people::{PersonField, ambiguous_dates, guess_mapping, open_paste, open_people};
use outreach_exchange::sheets::{DateOrder, Sheet, SheetChoice};
use outreach_exchange::vcard::{CardError, Cards, LARGEST_CARDS, ReadCards, read_cards};

use super::{MAPPINGS, Mappings, lock};
use crate::desk::Desk;
use crate::imports::intake::fingerprint;
use crate::imports::read::{LARGEST, sentence, sheet_refused};
use crate::imports::sheet::dates_asked_of;
use crate::long_work::Work;
use crate::views::{DatesAsked, PeopleFileKind, PreviewPeople};
use crate::{Refused, Session, choices, files};

/// So much of a file tells what it is.
const HEAD: u64 = 4096;

/// Which list, and how it was to be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Key {
    file: u32,
    /// Length and moment of the last change: of a file that was written since nothing is kept.
    stamp: Option<(u64, SystemTime)>,
    encoding: Option<String>,
    sheet: Option<String>,
    header_row: Option<u32>,
    /// Of cards: read with the list.
    country: Option<String>,
    mapping: Option<Vec<Option<String>>>,
}

/// A list that was opened.
pub(super) struct Opened {
    key: Key,
    /// The file's name; empty for what was pasted.
    pub(super) name: String,
    pub(super) size: u64,
    pub(super) fingerprint: String,
    pub(super) kind: PeopleFileKind,
    pub(super) content: Content,
}

/// What is in it.
pub(super) enum Content {
    Sheet {
        sheet: Box<Sheet>,
        /// What the columns are taken for.
        mapping: Vec<Option<PersonField>>,
        remembered: bool,
    },
    Cards(Cards),
}

impl Opened {
    /// The list of a request, opened or kept ready.
    pub(super) fn of(
        session: &Session,
        desk: &Desk,
        request: &PreviewPeople,
        work: &mut Work,
    ) -> Result<Arc<Self>, Refused> {
        let taken = desk.crowd().taken();
        let country = country_of(desk, request);
        let key = Key {
            file: request.file,
            stamp: stamp(session, request.file)?,
            encoding: request.encoding.clone(),
            sheet: request.sheet.clone(),
            header_row: request.header_row,
            country,
            mapping: request.mapping.clone(),
        };
        let kept = lock(&taken.opened).as_ref().map(Arc::clone);
        if let Some(kept) = kept.filter(|kept| kept.key == key) {
            return Ok(kept);
        }
        *lock(&taken.opened) = None;
        let opened = Arc::new(Self::read(session, desk, key, request, work)?);
        *lock(&taken.opened) = Some(Arc::clone(&opened));
        Ok(opened)
    }

    fn read(
        session: &Session,
        desk: &Desk,
        key: Key,
        request: &PreviewPeople,
        work: &mut Work,
    ) -> Result<Self, Refused> {
        let choice = SheetChoice {
            encoding: request.encoding.clone(),
            sheet: request.sheet.clone(),
            header_row: request.header_row,
        };
        let (name, bytes, pasted, ending) = match desk.crowd().taken().pasted(request.file) {
            Some(text) => (String::new(), text.as_bytes().to_vec(), Some(text), String::new()),
            None => {
                let path = session.choices.path(request.file)?;
                let ending = path
                    .extension()
                    .unwrap_or_default()
                    .to_string_lossy()
                    .to_lowercase();
                let bytes = files::read_bounded(&path, largest(&path))?;
                (choices::stem(&path), bytes, None, ending)
            }
        };
        let kind = kind_of(&bytes, &ending);
        let content = match kind {
            PeopleFileKind::Cards => Content::Cards(cards(&bytes, &key, work)?),
            PeopleFileKind::Sheet => {
                let sheet = match &pasted {
                    Some(text) => open_paste(text, &choice),
                    None => open_people(&bytes, &ending, &choice),
                }
                .map_err(|error| sheet_refused(&error))?;
                let (mapping, remembered) = mapping(desk, request, &sheet)?;
                Content::Sheet {
                    sheet: Box::new(sheet),
                    mapping,
                    remembered,
                }
            }
        };
        Ok(Self {
            key,
            name,
            size: bytes.len() as u64,
            fingerprint: fingerprint(&bytes),
            kind,
            content,
        })
    }

    /// The country of telephone numbers that name none.
    pub(super) fn country(&self) -> Option<&str> {
        self.key.country.as_deref()
    }

    /// Columns of dates that can be read in more than one way.
    pub(super) fn dates_asked(&self, request: &PreviewPeople) -> Vec<DatesAsked> {
        match &self.content {
            Content::Sheet { sheet, mapping, .. } => {
                dates_asked_of(ambiguous_dates(sheet, mapping), &request.date_orders)
            }
            Content::Cards(_) => Vec::new(),
        }
    }

    /// The first column of dates that nobody said how to read.
    pub(super) fn unanswered(&self, request: &PreviewPeople) -> Option<u32> {
        let asked = self.dates_asked(request);
        asked
            .iter()
            .find(|asked| asked.answered.is_none())
            .map(|asked| asked.column)
    }

    /// The layout of a sheet, with what its columns were taken for.
    pub(super) fn layout(&self) -> Option<(&str, Vec<Option<String>>)> {
        match &self.content {
            Content::Sheet { sheet, mapping, .. } => Some((&sheet.layout, keys_of(mapping))),
            Content::Cards(_) => None,
        }
    }

    /// How dates of columns are written, as it was answered.
    pub(super) fn orders(request: &PreviewPeople) -> BTreeMap<u32, DateOrder> {
        request
            .date_orders
            .iter()
            .map(|(column, order)| (*column, DateOrder::from(*order)))
            .collect()
    }
}

/// What columns are taken for, by their keys.
pub(super) fn keys_of(mapping: &[Option<PersonField>]) -> Vec<Option<String>> {
    mapping
        .iter()
        .map(|field| field.map(|field| field.key().to_owned()))
        .collect()
}

/// What was chosen, else remembered, else guessed; and whether it was remembered.
fn mapping(
    desk: &Desk,
    request: &PreviewPeople,
    sheet: &Sheet,
) -> Result<(Vec<Option<PersonField>>, bool), Refused> {
    let read = |keys: &[Option<String>]| -> Option<Vec<Option<PersonField>>> {
        let mut fields = Vec::with_capacity(sheet.headings.len());
        for key in keys.iter().take(sheet.headings.len()) {
            fields.push(match key {
                Some(key) => Some(PersonField::from_key(key)?),
                None => None,
            });
        }
        fields.resize(sheet.headings.len(), None);
        Some(fields)
    };
    if let Some(chosen) = &request.mapping {
        let fields = read(chosen).ok_or_else(|| Refused::invalid("mapping", "unknown"))?;
        return Ok((fields, false));
    }
    // While somebody writes, a mapping is guessed rather than waited for.
    let known = match desk.hold_now() {
        Some(mut held) => held.file()?.setting::<Mappings>(MAPPINGS)?.unwrap_or_default(),
        None => Mappings::new(),
    };
    // A mapping of a later version may name a field that this one does not know.
    Ok(match known.get(&sheet.layout).and_then(|keys| read(keys)) {
        Some(fields) => (fields, true),
        None => (guess_mapping(sheet), false),
    })
}

fn country_of(desk: &Desk, request: &PreviewPeople) -> Option<String> {
    if let Some(country) = &request.country {
        return Some(country.to_string());
    }
    let plan = desk.plan();
    let market = request.market.and_then(|id| plan.markets().get(&id))?;
    Some(market.country.to_string())
}

fn cards(bytes: &[u8], key: &Key, work: &mut Work) -> Result<Cards, Refused> {
    let work = RefCell::new(work);
    let cancel = |done: usize, total: usize| -> ControlFlow<()> {
        // Judging comes after reading and tells on.
        work.borrow_mut()
            .step(done as u64, (total as u64).saturating_mul(2).max(1))
    };
    let reading = ReadCards {
        encoding: key.encoding.as_deref(),
        country: key.country.as_deref(),
        cancel: &cancel,
    };
    read_cards(bytes, &reading).map_err(|error| {
        if error == CardError::Stopped {
            return outreach_store::StoreError::Cancelled.into();
        }
        let mut refused = Refused::new(
            error.code(),
            format!("{}. Nothing was imported.", sentence(&error)),
        );
        for (name, value) in error.params() {
            refused = refused.with(name, value);
        }
        refused
    })
}

/// A file is at most so long; photographs take most of a file of cards.
pub(super) fn largest(path: &Path) -> u64 {
    let ending = path
        .extension()
        .unwrap_or_default()
        .to_string_lossy()
        .to_lowercase();
    if is_cards_ending(&ending) {
        LARGEST_CARDS as u64
    } else {
        LARGEST
    }
}

fn is_cards_ending(ending: &str) -> bool {
    matches!(ending, "vcf" | "vcard")
}

/// What sort of list a file is, by its beginning.
pub(super) fn kind_of_file(path: &Path) -> Result<PeopleFileKind, Refused> {
    let ending = path
        .extension()
        .unwrap_or_default()
        .to_string_lossy()
        .to_lowercase();
    if is_cards_ending(&ending) {
        return Ok(PeopleFileKind::Cards);
    }
    Ok(kind_of(&files::head(path, HEAD)?, &ending))
}

/// What sort of list a text is.
pub(super) fn kind_of_text(text: &str) -> PeopleFileKind {
    kind_of(text.as_bytes(), "")
}

fn kind_of(bytes: &[u8], ending: &str) -> PeopleFileKind {
    let head: String = bytes
        .iter()
        .take(200)
        // UTF-16 has a zero beside each letter.
        .filter(|byte| byte.is_ascii_graphic())
        .map(|byte| char::from(byte.to_ascii_uppercase()))
        .collect();
    if head.contains("BEGIN:VCARD") || (is_cards_ending(ending) && !head.starts_with("PK")) {
        PeopleFileKind::Cards
    } else {
        PeopleFileKind::Sheet
    }
}

fn stamp(session: &Session, file: u32) -> Result<Option<(u64, SystemTime)>, Refused> {
    if file >= super::PASTED {
        return Ok(None);
    }
    let path = session.choices.path(file)?;
    let about = std::fs::metadata(&path).ok();
    Ok(about.and_then(|about| Some((about.len(), about.modified().ok()?))))
}
