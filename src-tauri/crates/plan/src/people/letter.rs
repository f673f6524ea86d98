//! A letter to many, with places for what differs.

use serde::{Deserialize, Serialize};

use crate::people::InvitationStatus;
use crate::{LetterId, Wording};

/// A template of letters and e-mails. Fields stand in braces: `{honorific}`, `{family}`, `{event}`, `{when}`, …
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Letter {
    /// Key.
    pub id: LetterId,
    /// What planners call it.
    pub name: String,
    /// What it is for.
    pub kind: LetterKind,
    /// Subject, in each language.
    pub subject: Wording,
    /// Text, in each language; a blank line parts paragraphs.
    pub body: Wording,
}

/// What a letter is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum LetterKind {
    /// Invites.
    #[default]
    Invitation,
    /// Asks those who have not answered.
    Reminder,
    /// Tells of a place that came free.
    Promotion,
    /// Tells that the invitation or the event is off.
    Cancellation,
    /// After the event.
    FollowUp,
    /// Tells of schemes and services by name: direct marketing, so only those who agreed to that get it.
    Announcement,
}

impl LetterKind {
    /// Whether a letter of this kind makes sense to a guest whose invitation stands there: who declined is not
    /// reminded, and who was never asked need not be told that it is off.
    ///
    /// ```
    /// use outreach_plan::people::{InvitationStatus, LetterKind};
    /// assert!(LetterKind::Reminder.is_for(InvitationStatus::Invited));
    /// assert!(!LetterKind::Reminder.is_for(InvitationStatus::Declined));
    /// ```
    pub fn is_for(self, status: InvitationStatus) -> bool {
        use InvitationStatus as S;
        match self {
            Self::Invitation => matches!(
                status,
                S::LongListed | S::ShortListed | S::Invited | S::Accepted | S::Tentative | S::Bounced
            ),
            Self::Reminder => matches!(status, S::Invited | S::Tentative),
            Self::Promotion => matches!(status, S::WaitListed | S::Accepted),
            Self::Cancellation => matches!(
                status,
                S::Invited | S::Accepted | S::Tentative | S::WaitListed | S::Withdrawn
            ),
            Self::FollowUp => matches!(status, S::Attended | S::NoShow | S::FollowedUp),
            Self::Announcement => true,
        }
    }
}
