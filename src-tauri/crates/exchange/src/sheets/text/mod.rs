//! Values separated by commas, semicolons or tabs, in whichever encoding they come.

mod encoding;
mod lines;

pub(super) use encoding::decode;
pub(super) use lines::{grid, separator};
