//! A record and its key, of whichever kind: what a change is made of.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Plan;
use crate::people::{
    Arrangement, Disclosure, Distinct, Invitation, Letter, Notice, Person, SavedList, Visit,
};
use crate::{
    ArrangementId, Calendar, CalendarId, DayOverride, DayOverrideId, Delegate, DelegateId, DisclosureId,
    DistinctId, Event, EventId, InvitationId, Leg, LegId, LetterId, Market, MarketId, Mission, MissionId,
    NoticeId, Office, OfficeId, Partner, PartnerId, PersonId, Programme, ProgrammeId, Recipient, RecipientId,
    SavedListId, Venue, VenueId, VisitId,
};

macro_rules! records {
    ($($(#[$doc:meta])* $variant:ident($record:ident, $id:ident, $map:ident, $table:literal)),* $(,)?) => {
        /// Any record, of whichever kind.
        #[derive(Clone, Debug, PartialEq)]
        #[allow(missing_docs, reason = "each variant is the record of its name")]
        #[allow(clippy::large_enum_variant, reason = "most records are events, the largest; a box would cost more")]
        pub enum AnyRecord { $($variant($record)),* }

        /// Which record, of whichever kind.
        ///
        /// Written as `{"kind": "event", "id": "…"}`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(into = "KindAndId", try_from = "KindAndId")]
        #[allow(missing_docs, reason = "each variant is the key of the record of its name")]
        pub enum RecordRef { $($variant($id)),* }

        impl AnyRecord {
            /// Its key.
            pub fn key(&self) -> RecordRef {
                match self { $(Self::$variant(record) => RecordRef::$variant(record.id)),* }
            }
        }

        impl RecordRef {
            /// The name of the record's kind: the table it is stored in.
            pub fn kind(self) -> &'static str {
                match self { $(Self::$variant(_) => $table),* }
            }

            /// The bare key.
            pub fn uuid(self) -> uuid::Uuid {
                match self { $(Self::$variant(id) => id.0),* }
            }

            /// The key of a record whose kind is `kind`; none for a kind that does not exist.
            pub fn of_kind(kind: &str, id: uuid::Uuid) -> Option<Self> {
                match kind { $($table => Some(Self::$variant($id(id))),)* _ => None }
            }
        }

        $(
            impl From<$record> for AnyRecord {
                fn from(record: $record) -> Self { Self::$variant(record) }
            }
            impl From<$id> for RecordRef {
                fn from(id: $id) -> Self { Self::$variant(id) }
            }
            impl Plan {
                $(#[$doc])*
                pub fn $map(&self) -> &BTreeMap<$id, $record> { &self.$map }
            }
        )*

        impl Plan {
            /// A copy of one record.
            pub fn get(&self, key: RecordRef) -> Option<AnyRecord> {
                match key { $(RecordRef::$variant(id) => self.$map.get(&id).cloned().map(AnyRecord::$variant)),* }
            }
        }
    };
}

records! {
    /// All programmes.
    Programme(Programme, ProgrammeId, programmes, "programme"),
    /// All missions.
    Mission(Mission, MissionId, missions, "mission"),
    /// All legs.
    Leg(Leg, LegId, legs, "leg"),
    /// All events.
    Event(Event, EventId, events, "event"),
    /// All venues.
    Venue(Venue, VenueId, venues, "venue"),
    /// All partner bodies.
    Partner(Partner, PartnerId, partners, "partner"),
    /// All delegates.
    Delegate(Delegate, DelegateId, delegates, "delegate"),
    /// All markets.
    Market(Market, MarketId, markets, "market"),
    /// All offices.
    Office(Office, OfficeId, offices, "office"),
    /// All corrections of holidays.
    DayOverride(DayOverride, DayOverrideId, day_overrides, "day_override"),
    /// All calendars that are given out.
    Calendar(Calendar, CalendarId, calendars, "calendar"),
    /// All who hold one.
    Recipient(Recipient, RecipientId, recipients, "recipient"),
    /// All people and bodies.
    Person(Person, PersonId, people, "person"),
    /// All invitations.
    Invitation(Invitation, InvitationId, invitations, "invitation"),
    /// All arrangements of seats.
    Arrangement(Arrangement, ArrangementId, arrangements, "arrangement"),
    /// All leading talents' visits.
    Visit(Visit, VisitId, visits, "visit"),
    /// All collection notices.
    Notice(Notice, NoticeId, notices, "notice"),
    /// All templates of letters.
    Letter(Letter, LetterId, letters, "letter"),
    /// All saved lists.
    SavedList(SavedList, SavedListId, saved_lists, "saved_list"),
    /// All pairs that are known to be two people.
    Distinct(Distinct, DistinctId, distincts, "distinct"),
    /// The export log.
    Disclosure(Disclosure, DisclosureId, disclosures, "disclosure"),
}

/// How a [`RecordRef`] is written.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct KindAndId {
    kind: std::borrow::Cow<'static, str>,
    id: uuid::Uuid,
}

impl From<RecordRef> for KindAndId {
    fn from(key: RecordRef) -> Self {
        Self {
            kind: key.kind().into(),
            id: key.uuid(),
        }
    }
}

impl TryFrom<KindAndId> for RecordRef {
    type Error = String;

    fn try_from(written: KindAndId) -> Result<Self, Self::Error> {
        Self::of_kind(&written.kind, written.id)
            .ok_or_else(|| format!("no kind of record `{}`", written.kind))
    }
}
