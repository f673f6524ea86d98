//! The ledger of people: who is known to the office, what they were invited to, and what they were promised.
//!
//! Records only; the rules that hold between them lie beside each (`invitations`, `visits`). Personal data is
//! RESTRICTED: no record here implements `Display`, so that none slips into a log or an error.

mod arrangement;
mod distinct;
mod disclosure;
mod invitation;
mod letter;
mod notice;
mod person;
mod saved_list;
mod visit;

pub use arrangement::{Arrangement, Quota, Table};
pub use disclosure::{Disclosure, DisclosureKind};
pub use distinct::Distinct;
pub use invitation::{Companion, Invitation, InvitationStatus, InviteeRole, Source, Step};
pub use letter::{Letter, LetterKind};
pub use notice::Notice;
pub use person::{Consent, Email, Nature, NoticeGiven, Person, Purpose, Telephone};
pub use saved_list::SavedList;
pub use visit::{
    Approval, CheckItem, Cost, Meeting, Outcome, Task, Verdict, Visit, VisitStage, VisitStep,
};
