//! The ledger of people: who is known to the office, what they were invited to, and what they were promised.
//!
//! Records only; the rules that hold between them lie beside each (`invitations`, `visits`). Personal data is
//! RESTRICTED: no record here implements `Display`, so that none slips into a log or an error.

mod arrangement;
mod beginning;
mod consents;
mod disclosure;
mod distinct;
mod invitation;
mod ledger;
mod letter;
mod names;
mod notice;
mod party;
mod person;
pub mod reminders;
pub mod replies;
mod saved_list;
pub mod seating;
pub mod seats;
pub mod steps;
mod visit;
pub mod visits;
pub mod waiting;
mod why_not;

pub use arrangement::{Arrangement, Quota, Table};
pub use beginning::blank;
pub use consents::Unwritten;
pub use disclosure::{Disclosure, DisclosureKind};
pub use distinct::Distinct;
pub use invitation::{Companion, Invitation, InvitationStatus, InviteeRole, Source, Step};
pub(crate) use ledger::Ledger;
pub use letter::{Letter, LetterKind};
pub use notice::Notice;
pub use person::{Consent, Email, Nature, NoticeGiven, Person, Purpose, Telephone};
pub use saved_list::SavedList;
pub use visit::{Approval, CheckItem, Cost, Meeting, Outcome, Task, Verdict, Visit, VisitStage, VisitStep};
pub use why_not::{WhyNot, sentence as why_not_sentence};

#[cfg(test)]
mod tests;
