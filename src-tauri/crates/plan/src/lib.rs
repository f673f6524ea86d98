//! The field itself: what a talent office plans when it plans outreach, and the rules that hold there.
//!
//! Everything is plain data and pure functions: no file, no clock and no language. A [`Plan`] holds every
//! record of a workspace in memory (a year's outreach is a few thousand records), so that a check or a view
//! is a walk over maps and never a query. The price is that the whole plan is read when a workspace is
//! opened.
//!
//! Times are kept as the planner typed them: a wall time, an IANA zone and, where the wall time happens
//! twice, which of the two. Instants are computed by [`outreach_zones`] when needed and are never part of a
//! record, so that a change of the zone rules cannot make a record lie.

mod calendar;
pub mod checks;
pub mod copy;
mod day_override;
mod delegate;
mod event;
mod event_filter;
#[cfg(test)]
mod fixture;
pub mod holdings;
mod ids;
pub mod issuing;
mod leg;
mod market;
mod mission;
mod office;
mod origin;
mod partner;
pub mod people;
mod programme;
pub mod reference;
mod region;
mod reply;
pub mod sample;
mod sector;
pub mod shift;
mod stable_hash;
mod status;
pub mod typed_time;
pub mod validate;
mod venue;
mod wording;

pub use calendar::{Audience, Calendar, CalendarForm, CalendarLayout, Recipient};
pub use day_override::DayOverride;
pub use delegate::{Delegate, DelegateRole};
pub use event::{Event, EventKind};
pub use event_filter::EventFilter;
pub use holdings::{AnyRecord, Plan, RecordRef, Span};
pub use ids::*;
pub use issuing::{Issue, IssueKind, IssuedItem};
pub use leg::{Leg, Travel, TravelMode};
pub use market::Market;
pub use mission::{Mission, MissionKind, Responsibility};
pub use office::Office;
pub use origin::{Origin, OriginSource};
pub use partner::{Partner, PartnerKind};
pub use programme::Programme;
pub use region::Region;
pub use reply::{ProposedTime, Reply};
pub use sector::{Scheme, Sector};
pub use stable_hash::StableHash;
pub use status::{ExportedStatus, Status};
pub use venue::Venue;
pub use wording::{Language, Wording};
