//! People: as rows, as a page, beside each other, in bulk and on their way in.
//!
//! Rows carry the record beside what is shown of it, so that a grid edits in place without asking again. Lists are
//! windowed: of a hundred thousand people a screen holds the rows it shows.

mod alike;
mod bulk;
mod imports;
mod list;
mod page;

pub use alike::*;
pub use bulk::*;
pub use imports::*;
pub use list::*;
pub use page::*;
