//! What time it is there: wall time to instant and back, by the newest IANA rules at hand.
//!
//! ```
//! use outreach_zones::{Resolution, Rules};
//!
//! let rules = Rules::bundled();
//! let toronto = rules.zone("America/Toronto")?;
//!
//! // Typed by a planner: says whether the wall time exists once, twice or not at all.
//! let wall = "2026-11-01T01:30:00".parse().unwrap();
//! let Resolution::Fold { earlier, later } = toronto.resolve(wall) else { panic!("clocks go back") };
//! assert_eq!((earlier.offset_text(), later.offset_text()), ("-04:00".into(), "-05:00".into()));
//!
//! // The same moment in Hong Kong.
//! let (there, _) = rules.zone("Asia/Hong_Kong")?.at(earlier.utc);
//! assert_eq!(there.to_string(), "2026-11-01 13:30:00");
//! # Ok::<(), outreach_zones::UnknownZone>(())
//! ```
//!
//! # Design
//!
//! The wall time and the zone are the truth a planner typed; an instant is computed from them under some release of
//! the rules, and computed again when the rules change. So the rules are data, not code: [`Rules`] holds one release
//! as TZif files (RFC 9636), bundled in `data/tz/rules.pack` (74 kB), or handed in as bytes from a system's or
//! a user's zoneinfo folder. [`Rules::newest`] chooses. Nothing here reads a file or a clock.
//!
//! jiff reads each TZif file. Its changes of offset are then laid out as one flat table, because a search in it is as
//! fast as jiff's own and needs no conversion between the two libraries' calendars. chrono's types are used outside.
//!
//! The trade-offs: a zone costs about 10 kB of memory once used; chrono's own generic conversions
//! (`Zone` as [`chrono::TimeZone`]) count a reference for each date-time they make, as the rules live on the heap.
//!
//! `chrono-tz` is not part of the programme: each name it knows is in the bundled rules (a test proves it), so there
//! is nothing left for its older release to answer. The bundled rules stand in for names that others lack.

mod changes;
mod error;
mod geography;
mod moment;
mod release;
mod rules;
mod suggest;
mod table;
mod tree;
mod vtimezone;
mod zi;
mod zone;

pub use changes::RulesChange;
pub use error::{RulesError, UnknownZone};
pub use geography::{Country, NameInfo};
pub use moment::{Abbreviation, Fold, Gap, Moment, Resolution};
pub use release::{Release, Source};
pub use rules::Rules;
pub use tree::pack;
pub use zone::{Transition, Zone, ZoneOffset};
