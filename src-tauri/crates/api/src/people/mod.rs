//! People: listing, finding, showing, merging, and taking lists of them in.
//!
//! The search of people is an index in memory beside the plan; it is never written, so that there is nothing of it
//! to be erased from the file.

pub(crate) mod alike;
mod bulk;
mod compared;
mod crowd;
mod facets;
mod imports;
pub(crate) mod list;
mod merge;
mod merged;
mod numbers;
mod order;
mod page;
pub(crate) mod query;
pub(crate) mod rows;
mod search;
mod story;
pub(crate) mod told;

pub(crate) use alike::{compare, distinct, duplicates};
pub(crate) use bulk::bulk;
pub(crate) use crowd::Crowd;
pub(crate) use imports::{
    choose as import_choose, commit as import_commit, paste as import_paste, preview as import_preview,
    template as import_template,
};
pub(crate) use list::{keys, list};
pub(crate) use merge::merge;
pub(crate) use numbers::settle as settle_numbers;
pub(crate) use page::show;
pub(crate) use rows::shown_name;
pub(crate) use search::{found, names, search};
