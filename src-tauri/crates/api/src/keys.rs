//! Keys of records as they cross to a screen, and back.

use outreach_plan::{
    ArrangementId, CalendarId, DayOverrideId, DelegateId, DisclosureId, DistinctId, EventId, InvitationId,
    LegId, LetterId, MarketId, MissionId, NoticeId, OfficeId, PartnerId, PersonId, ProgrammeId, RecipientId,
    RecordRef, SavedListId, VenueId, VisitId,
};
use uuid::Uuid;

use crate::views::{RecordKey, RecordKind};

macro_rules! kinds {
    ($($kind:ident($id:ident, $name:literal)),* $(,)?) => {
        /// A record's key as it crosses to a screen.
        pub(crate) fn key_of(record: RecordRef) -> RecordKey {
            match record { $(RecordRef::$kind(id) => RecordKey { kind: RecordKind::$kind, id: id.0 }),* }
        }

        /// The record a key names.
        pub(crate) fn record_of(kind: RecordKind, id: Uuid) -> RecordRef {
            match kind { $(RecordKind::$kind => RecordRef::$kind($id(id))),* }
        }

        impl RecordKind {
            /// The kind as it is written in files and on the command line; also its table's name.
            pub fn key(self) -> &'static str {
                match self { $(Self::$kind => $name),* }
            }

            /// The kind of a table.
            pub(crate) fn of_table(table: &str) -> Option<Self> {
                match table { $($name => Some(Self::$kind),)* _ => None }
            }
        }
    };
}

kinds! {
    Programme(ProgrammeId, "programme"),
    Mission(MissionId, "mission"),
    Leg(LegId, "leg"),
    Event(EventId, "event"),
    Venue(VenueId, "venue"),
    Partner(PartnerId, "partner"),
    Delegate(DelegateId, "delegate"),
    Market(MarketId, "market"),
    Office(OfficeId, "office"),
    DayOverride(DayOverrideId, "day_override"),
    Calendar(CalendarId, "calendar"),
    Recipient(RecipientId, "recipient"),
    Person(PersonId, "person"),
    Invitation(InvitationId, "invitation"),
    Arrangement(ArrangementId, "arrangement"),
    Visit(VisitId, "visit"),
    Notice(NoticeId, "notice"),
    Letter(LetterId, "letter"),
    SavedList(SavedListId, "saved_list"),
    Distinct(DistinctId, "distinct"),
    Disclosure(DisclosureId, "disclosure"),
}
