//! The privacy desk: what is held about people, what left the laptop about them, and taking a person out.
//!
//! Everything that leaves is written whole, then logged; a file whose line could not be logged is taken away again.
//! Erasing is the store's (`outreach_store::Erasure`); what is decided here is what of a person stays as a count
//! that tells nothing, and what else names them.

mod desk;
mod disk;
mod erasing;
mod export;
mod files;
mod report;
mod scope;
mod words;

pub(crate) use desk::{desk, due, log};
pub(crate) use erasing::{erase, forget_removed, preview_erase};
pub(crate) use export::export;
pub(crate) use report::report;
