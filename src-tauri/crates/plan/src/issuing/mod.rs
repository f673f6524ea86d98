//! Calendars that stay true: what each recipient holds, what changed since, and what has to be sent.
//!
//! An [`Issue`] records which version of which event was given to whom. What a recipient holds is the fold of the
//! issues it got, by UID, so that nothing needs to be kept beside them and taking an issue back takes back what it
//! says. What has changed is the difference between that and what the calendar would hold now, event by event: a
//! hash decides whether anything a reader sees differs, the recorded times decide whether SEQUENCE has to rise.
//!
//! Recipients who got the same issues hold the same, so the difference is made once for each such group and not
//! for each recipient. The price is a few hundred bytes an event and issue.
//!
//! The one promise everything here serves: a SEQUENCE once given out for a UID is never used for another time or
//! state of that event, whatever undo, redo or a restored backup did to the plan in between.

mod diff;
mod issue;
mod ledger;
mod pack;
mod past;
mod seen;

pub use diff::{Change, ChangeKind, changes, merged};
pub use issue::{Issue, IssueKind, IssuedItem};
pub use ledger::{Group, Ledger};
pub use pack::{Pack, Sequences, packs};
pub use past::Past;
pub use seen::{Lens, Seen, see, see_all};

#[cfg(test)]
mod tests;
