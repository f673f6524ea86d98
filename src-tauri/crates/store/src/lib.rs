//! One encrypted file a workspace: its records, the journal of every change, and the copies kept of it.
//!
//! ```
//! use chrono::DateTime;
//! use outreach_plan::{Office, OfficeId, Wording};
//! use outreach_store::{ChangeMeta, KeyCost, Unlock, Workspace};
//!
//! # let folder = tempfile::tempdir()?;
//! # let path = folder.path().join("plan.outreach");
//! let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
//! let mut workspace = Workspace::create(&path, "correct horse", KeyCost::CHEAP_FOR_TESTS)?;
//! let office = Office {
//!     id: OfficeId(uuid::Uuid::from_u128(1)),
//!     name: Wording::english("Berlin"),
//!     city: None,
//!     zone: "Europe/Berlin".into(),
//!     notes: String::new(),
//! };
//! let added = ChangeMeta::new("office.add", "Tai-man");
//! workspace.write(&added, now, |tx| tx.put(&office))?;
//! workspace.close()?;
//!
//! let mut workspace = Workspace::open(&path, Unlock::Passphrase("correct horse"))?;
//! assert_eq!(workspace.load_all::<Office>()?, [office]);
//! workspace.write(&ChangeMeta::new("undo", "Tai-man"), now, |tx| tx.undo())?;
//! assert!(workspace.load_all::<Office>()?.is_empty());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Design
//!
//! In front of the SQLCipher database lies a plain header with the data key under lock (`envelope`); a small
//! VFS hides it from SQLite (`vfs`). Tables hold one record a row and one field a column (`record`, `tables`),
//! so a value is never buried in a blob that only this program can read. All writing goes through
//! [`Workspace::write`], which journals what each record was and became (`journal`); the tables are the fold
//! of the journal, and [`Workspace::verify`] proves it. The price is that every text is stored twice, once as
//! it is and once as it came to be; a year's planning is a few megabytes.
//!
//! Nothing here reads a clock: the moment is handed in.

pub mod backup;
mod derived;
mod envelope;
mod erase;
mod errors;
mod files;
mod hlc;
mod image;
mod journal;
mod keychain;
mod keys;
mod lock;
mod migrations;
mod open;
mod progress;
mod record;
mod rowread;
mod search;
mod statements;
pub mod tables;
mod tokens;
mod values;
mod verify;
mod vfs;
mod workspace;
mod write;

pub use backup::{Backup, restore_closed};
pub use derived::CachedInstant;
pub use erase::{Erased, Erasure};
pub use errors::{ConflictAt, Dangling, Result, StoreError};
pub use journal::history::{Entry, FieldChange, HistoryQuery, RecordChange};
pub use journal::undo::Target;
pub use journal::{Action, ChangeMeta, Touched};
pub use keys::KeyCost;
pub use open::{Outside, Unlock, look};
pub use progress::{Progress, Stage, Step, unwatched};
pub use record::{Column, Kind, Record, Table};
pub use search::Hit;
pub use verify::{Difference, Fault, Report};
pub use workspace::Workspace;
pub use write::{Change, Tx, Written};
