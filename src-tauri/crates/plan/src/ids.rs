//! Keys of records: UUIDs of version 7, one type a record so that a leg is never looked up among events.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
        #[cfg_attr(feature = "bindings", ts(type = "string"))]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
    )*};
}

ids! {
    /// Key of a [`crate::Programme`].
    ProgrammeId,
    /// Key of a [`crate::Mission`].
    MissionId,
    /// Key of a [`crate::Leg`].
    LegId,
    /// Key of an [`crate::Event`].
    EventId,
    /// Key of a [`crate::Venue`].
    VenueId,
    /// Key of a [`crate::Partner`].
    PartnerId,
    /// Key of a [`crate::Delegate`].
    DelegateId,
    /// Key of a [`crate::Market`].
    MarketId,
    /// Key of an [`crate::Office`].
    OfficeId,
    /// Key of a [`crate::DayOverride`].
    DayOverrideId,
    /// Key of a [`crate::Calendar`].
    CalendarId,
    /// Key of a [`crate::Recipient`].
    RecipientId,
    /// Key of an [`crate::Issue`].
    IssueId,
    /// Key of an [`crate::Origin`].
    OriginId,
    /// Key of a [`crate::Reply`].
    ReplyId,
    /// Key of a [`crate::people::Person`].
    PersonId,
    /// Key of an [`crate::people::Invitation`].
    InvitationId,
    /// Key of an [`crate::people::Arrangement`].
    ArrangementId,
    /// Key of a [`crate::people::Visit`].
    VisitId,
    /// Key of a [`crate::people::Notice`].
    NoticeId,
    /// Key of a [`crate::people::Letter`].
    LetterId,
    /// Key of a [`crate::people::SavedList`].
    SavedListId,
    /// Key of a [`crate::people::Distinct`].
    DistinctId,
    /// Key of a [`crate::people::Disclosure`].
    DisclosureId,
}
