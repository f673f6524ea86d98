//! Paper: the programme, a month, a mission, an event, its guests or a visit as PDF, and each page as a picture.
//!
//! ```no_run
//! # use outreach_plan::{Audience, Language, Plan};
//! # use outreach_print::{Document, Faces, Paper, PaperSize, print};
//! # let (plan, files): (Plan, Vec<Vec<u8>>) = todo!();
//! let faces = Faces::new(files);
//! let paper = Paper {
//!     title: "Outreach programme 2027",
//!     language: Language::TraditionalChinese,
//!     audience: Audience::Internal,
//!     written: "2026-11-22T06:00:00Z".parse()?,
//!     size: PaperSize::A4,
//! };
//! let events: Vec<_> = plan.events().values().collect();
//! let pdf = print(&Document::Year { plan: &plan, events: &events, year: 2027 }, &paper, &faces)?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Design
//!
//! Typst lays the pages out, as a library: no browser, no network, no file. Each document is made in two steps.
//! Rust decides *what* stands on the paper (names in one language, times at both clocks, what an audience may see,
//! where a bar lies on the timeline) and writes it as one JSON value; the templates in `typ/` say *how* it looks.
//! What people typed reaches the templates only as strings of that value and never as markup, so that `#import`,
//! `*` or `$` come out as they were typed.
//!
//! The trade-off: Typst is a large dependency (about four minutes to compile) and its templates are a second
//! language in the house. It sets Chinese well, splits fonts down to what is used and tags what it writes, so that
//! a screen reader can follow; a hand-written PDF would do none of these.
//!
//! The room opens no file and asks no clock: faces are handed in ([`Faces`]), and so is the moment of writing. The
//! same input gives the same bytes.

mod access;
mod booklet;
mod days;
mod entry;
mod faces;
mod figures;
mod findings;
mod guests;
mod month;
mod paper;
mod press;
mod run_sheet;
mod setting;
mod times;
mod visit;
mod words;
mod year;

pub use access::HeldChange;
pub use faces::Faces;
pub use paper::{Document, Paper, PaperSize, PrintError, Step};
pub use setting::{PagePicture, Pdf, Typeset};

use std::ops::ControlFlow;

/// Writes a document as PDF. For progress, for a way to stop and for several pages of one document, see
/// [`typeset`].
///
/// # Errors
/// See [`PrintError`].
pub fn print(document: &Document<'_>, paper: &Paper<'_>, faces: &Faces) -> Result<Pdf, PrintError> {
    typeset(document, paper, faces, &mut |_| ControlFlow::Continue(()))?.pdf()
}

/// A picture of page `page`, counted from 1; of the last page where there are fewer.
///
/// # Errors
/// See [`PrintError`].
pub fn preview(
    document: &Document<'_>,
    paper: &Paper<'_>,
    faces: &Faces,
    page: u32,
) -> Result<PagePicture, PrintError> {
    typeset(document, paper, faces, &mut |_| ControlFlow::Continue(()))?.picture(page)
}

/// Lays a document out; from what comes back the PDF and any number of pictures are made without doing so again.
/// `go_on` is asked before each step and stops the work by answering [`ControlFlow::Break`].
///
/// # Errors
/// See [`PrintError`].
pub fn typeset(
    document: &Document<'_>,
    paper: &Paper<'_>,
    faces: &Faces,
    go_on: &mut dyn FnMut(Step) -> ControlFlow<()>,
) -> Result<Typeset, PrintError> {
    if !faces.can_write(paper.language) {
        return Err(PrintError::NoFace {
            language: paper.language,
        });
    }
    let mut step = |step| match go_on(step) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(PrintError::Cancelled),
    };
    step(Step::Gathering)?;
    let gathered = paper::gather(document, paper, faces)?;
    step(Step::LayingOut)?;
    let typeset = setting::lay_out(gathered, paper, faces)?;
    step(Step::Writing)?;
    Ok(typeset)
}
