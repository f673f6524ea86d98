//! How many come, and whether they may still come.

use crate::people::{Invitation, InvitationStatus};

impl InvitationStatus {
    /// All thirteen, in the order of an invitation's life.
    pub const ALL: [InvitationStatus; 13] = [
        Self::LongListed,
        Self::ShortListed,
        Self::Invited,
        Self::Accepted,
        Self::Tentative,
        Self::Declined,
        Self::WaitListed,
        Self::Attended,
        Self::NoShow,
        Self::FollowedUp,
        Self::Substituted,
        Self::Withdrawn,
        Self::Bounced,
    ];

    /// The key under which the status is written in files and on the command line.
    pub fn key(self) -> &'static str {
        match self {
            Self::LongListed => "long_listed",
            Self::ShortListed => "short_listed",
            Self::Invited => "invited",
            Self::Accepted => "accepted",
            Self::Tentative => "tentative",
            Self::Declined => "declined",
            Self::WaitListed => "wait_listed",
            Self::Attended => "attended",
            Self::NoShow => "no_show",
            Self::FollowedUp => "followed_up",
            Self::Substituted => "substituted",
            Self::Withdrawn => "withdrawn",
            Self::Bounced => "bounced",
        }
    }

    /// Whether the guest and the party may still come, or came.
    pub fn may_come(self) -> bool {
        !matches!(
            self,
            Self::Declined | Self::Substituted | Self::Withdrawn | Self::Bounced | Self::NoShow
        )
    }
}

impl Invitation {
    /// How many seats the party takes: the guest, companions by name, and those only counted.
    pub fn party(&self) -> u32 {
        let named = u32::try_from(self.companions.len()).unwrap_or(u32::MAX);
        named.saturating_add(u32::from(self.unnamed)).saturating_add(1)
    }
}
