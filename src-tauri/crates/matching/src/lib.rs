//! Names, addresses, numbers: search keys and likely duplicates.
//!
//! Knows no other room and does no I/O: whoever asks hands in [`Entry`]s and gets keys back. Everything is in
//! memory and made anew at each start, so that nothing about people has to be purged from a search table; the
//! price is memory (some hundred bytes a person) and a second at opening for 100,000 people.
//!
//! Nothing here ever merges: it says what looks alike, how sure that is, and why.

mod alike;
mod entry;
pub mod fold;
pub mod names;
pub mod numbers;
pub mod romanise;
mod search;
mod tables;

pub use alike::{Alike, Blocks, Reason, ReasonCode, candidates_for, duplicates};
pub use entry::{Entry, Field};
pub use search::{Found, Index};
