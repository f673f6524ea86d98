//! Typst at work: a world of a few templates and one value, laid out into pages.

use std::sync::LazyLock;

use chrono::{Datelike, Timelike};
use outreach_plan::Language;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::{LazyHash, Scalar};
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use typst_render::RenderOptions;

use crate::paper::Gathered;
use crate::{Faces, Paper, PrintError, times};

/// Where the value lies in the world.
const VALUE: &str = "/value.json";

/// The templates, by the name under which they know each other.
const TEMPLATES: [(&str, &str); 14] = [
    ("/look.typ", include_str!("typ/look.typ")),
    ("/marks.typ", include_str!("typ/marks.typ")),
    ("/sheet.typ", include_str!("typ/sheet.typ")),
    ("/order.typ", include_str!("typ/order.typ")),
    ("/list.typ", include_str!("typ/list.typ")),
    ("/year.typ", include_str!("typ/year.typ")),
    ("/month.typ", include_str!("typ/month.typ")),
    ("/booklet.typ", include_str!("typ/booklet.typ")),
    ("/run_sheet.typ", include_str!("typ/run_sheet.typ")),
    ("/badges.typ", include_str!("typ/badges.typ")),
    ("/table_cards.typ", include_str!("typ/table_cards.typ")),
    ("/door_list.typ", include_str!("typ/door_list.typ")),
    ("/visit.typ", include_str!("typ/visit.typ")),
    ("/access.typ", include_str!("typ/access.typ")),
];

/// So large a page picture is at most, in bytes.
const PICTURE_AT_MOST: usize = 500_000;
/// Pixels a page picture is wide where it stays small enough: sharp at the size of the window.
const PICTURE_WIDTH_PX: f64 = 1500.0;

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(|| {
    TEMPLATES
        .iter()
        .map(|(path, text)| Source::new(file_id(path), (*text).to_owned()))
        .collect()
});

fn file_id(path: &str) -> FileId {
    let path = VirtualPath::new(path).expect("a fixed path of this file");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// All that a template can reach.
struct Room<'a> {
    main: FileId,
    value: Bytes,
    value_id: FileId,
    faces: &'a Faces,
}

impl World for Room<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.faces.book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let source = SOURCES.iter().find(|source| source.id() == id);
        source.cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.value_id {
            Ok(self.value.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.faces.font(index)
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// A document laid out.
pub struct Typeset {
    document: PagedDocument,
    timestamp: Option<Timestamp>,
    missing: Vec<char>,
}

/// A document as PDF.
#[derive(Clone, Debug)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: u32,
    /// Characters that no face could write, each once; on the paper `[U+1F600]` stands for them.
    pub missing: Vec<char>,
    /// Whether the file conforms to PDF/A-2a (archiving) and PDF/UA-1 (accessibility).
    pub conforms: bool,
}

/// A picture of one page.
#[derive(Clone, Debug)]
pub struct PagePicture {
    /// PNG, at most 500 kB.
    pub png: Vec<u8>,
    /// Pixels across.
    pub width_px: u32,
    /// Pixels down.
    pub height_px: u32,
    /// Which page it is, from 1.
    pub page: u32,
    /// How many pages the document has.
    pub pages: u32,
}

/// Lays out what was gathered.
pub(crate) fn lay_out(gathered: Gathered, paper: &Paper<'_>, faces: &Faces) -> Result<Typeset, PrintError> {
    let room = Room {
        main: file_id(gathered.template),
        value: Bytes::from_string(gathered.value.to_string()),
        value_id: file_id(VALUE),
        faces,
    };
    let laid_out = typst::compile::<PagedDocument>(&room).output;
    // Everything kept between runs is dropped: it holds what people typed, and a plan may be locked next.
    typst::comemo::evict(0);
    Ok(Typeset {
        document: laid_out.map_err(|faults| fault(&faults))?,
        timestamp: timestamp(paper),
        missing: gathered.missing,
    })
}

/// The moment of writing by Hong Kong's clocks, eight hours ahead without a change.
fn timestamp(paper: &Paper<'_>) -> Option<Timestamp> {
    let at = times::hong_kong(paper.written);
    let part = |part: u32| u8::try_from(part).ok();
    let datetime = Datetime::from_ymd_hms(
        at.year(),
        part(at.month())?,
        part(at.day())?,
        part(at.hour())?,
        part(at.minute())?,
        part(at.second())?,
    )?;
    Timestamp::new_local(datetime, 480)
}

fn fault(faults: &[SourceDiagnostic]) -> PrintError {
    PrintError::Typesetting(
        faults
            .first()
            .map(|fault| fault.message.to_string())
            .unwrap_or_default(),
    )
}

impl Typeset {
    /// How many pages there are.
    pub fn pages(&self) -> u32 {
        u32::try_from(self.document.pages().len()).unwrap_or(u32::MAX)
    }

    /// Characters that no face could write, each once; on the paper `[U+1F600]` stands for them.
    pub fn missing(&self) -> &[char] {
        &self.missing
    }

    /// Writes the PDF.
    ///
    /// # Errors
    /// [`PrintError::Typesetting`].
    pub fn pdf(&self) -> Result<Pdf, PrintError> {
        let written = |standards: &[PdfStandard]| {
            let options = PdfOptions {
                creator: Smart::Custom(Some("Outreach planner".to_owned())),
                timestamp: self.timestamp,
                standards: PdfStandards::new(standards)
                    .map_err(|fault| PrintError::Typesetting(fault.message().to_string()))?,
                ..PdfOptions::default()
            };
            typst_pdf::pdf(&self.document, &options).map_err(|faults| fault(&faults))
        };
        // A file that lacks a conformance is better than none; tests hold the samples to both.
        let strict = written(&[PdfStandard::A_2a, PdfStandard::Ua_1]);
        let conforms = strict.is_ok();
        let bytes = strict.or_else(|_| written(&[]));
        typst::comemo::evict(0);
        Ok(Pdf {
            bytes: bytes?,
            pages: self.pages(),
            missing: self.missing.clone(),
            conforms,
        })
    }

    /// Draws page `page`, counted from 1; the last page where there are fewer.
    ///
    /// # Errors
    /// [`PrintError::Typesetting`].
    pub fn picture(&self, page: u32) -> Result<PagePicture, PrintError> {
        let pages = self.pages();
        let page = page.clamp(1, pages.max(1));
        let Some(laid_out) = self.document.pages().get(page as usize - 1) else {
            return Err(PrintError::Typesetting("a document without pages".to_owned()));
        };
        let mut width_px = PICTURE_WIDTH_PX;
        loop {
            let options = RenderOptions {
                pixel_per_pt: Scalar::new(width_px / laid_out.frame.width().to_pt()),
                ..RenderOptions::default()
            };
            let drawn = typst_render::render(laid_out, &options);
            let png = drawn
                .encode_png()
                .map_err(|fault| PrintError::Typesetting(fault.to_string()))?;
            if png.len() <= PICTURE_AT_MOST || width_px < 200.0 {
                typst::comemo::evict(0);
                return Ok(PagePicture {
                    png,
                    width_px: drawn.width(),
                    height_px: drawn.height(),
                    page,
                    pages,
                });
            }
            width_px *= 0.75;
        }
    }
}

impl std::fmt::Debug for Typeset {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Typeset")
            .field("pages", &self.pages())
            .finish_non_exhaustive()
    }
}

/// The language as Typst and PDF name it, and the region whose forms of characters are meant.
pub(crate) fn locale(language: Language) -> (&'static str, &'static str) {
    match language {
        Language::English => ("en", "GB"),
        Language::TraditionalChinese => ("zh", "HK"),
        Language::SimplifiedChinese => ("zh", "CN"),
    }
}
