//! Between the plan's records and the store's tables.

use outreach_plan::people::{
    Arrangement, Disclosure, Distinct, Invitation, Letter, Notice, Person, SavedList, Visit,
};
use outreach_plan::{
    AnyRecord, Calendar, DayOverride, Delegate, Event, Leg, Market, Mission, Office, Partner, Plan,
    Programme, Recipient, RecordRef, Venue,
};
use outreach_store::{StoreError, Tx, Workspace};
use outreach_zones::Rules;
use serde_json::{Map, Value};

use crate::Refused;

/// A record as the store keeps it.
pub(crate) type Stored = AnyRecord;

/// Reads every record. What others point at comes first, so that look-ups are made once.
pub(crate) fn load_plan(store: &Workspace, rules: Rules) -> Result<Plan, StoreError> {
    let mut plan = Plan::new(rules);
    macro_rules! load {
        ($($record:ident),*) => { $(for record in store.load_all::<$record>()? { plan.put(record); })* };
    }
    load!(
        Programme,
        Market,
        Office,
        Venue,
        Partner,
        Delegate,
        DayOverride,
        Mission,
        Leg,
        Event,
        Calendar,
        Recipient,
        Notice,
        Person,
        Invitation,
        Arrangement,
        Visit,
        Letter,
        SavedList,
        Distinct,
        Disclosure
    );
    Ok(plan)
}

macro_rules! each_kind {
    ($($kind:ident),* $(,)?) => {
        /// Writes a record. False if it was like that.
        pub(crate) fn put(tx: &mut Tx<'_>, record: &AnyRecord) -> Result<bool, StoreError> {
            match record { $(AnyRecord::$kind(record) => tx.put(record)),* }
        }

        /// Takes a record away.
        pub(crate) fn remove(tx: &mut Tx<'_>, key: RecordRef) -> Result<bool, StoreError> {
            match key { $(RecordRef::$kind(id) => tx.remove::<$kind>(id.0)),* }
        }

        /// A record as it is within the change.
        pub(crate) fn get(tx: &Tx<'_>, key: RecordRef) -> Result<Option<AnyRecord>, StoreError> {
            Ok(match key { $(RecordRef::$kind(id) => tx.get::<$kind>(id.0)?.map(AnyRecord::$kind)),* })
        }

        /// A record's fields as JSON.
        pub(crate) fn to_json(record: &AnyRecord) -> Result<Map<String, Value>, Refused> {
            let value = match record { $(AnyRecord::$kind(record) => serde_json::to_value(record)),* };
            match value {
                Ok(Value::Object(fields)) => Ok(fields),
                Ok(_) | Err(_) => Err(Refused::internal(&"a record is not a map")),
            }
        }

        /// A record of a kind from its fields; none if a field does not fit.
        pub(crate) fn from_json(key: RecordRef, fields: Map<String, Value>) -> Option<AnyRecord> {
            let value = Value::Object(fields);
            match key { $(RecordRef::$kind(_) => serde_json::from_value(value).ok().map(AnyRecord::$kind)),* }
        }
    };
}

each_kind!(
    Programme,
    Mission,
    Leg,
    Event,
    Venue,
    Partner,
    Delegate,
    Market,
    Office,
    DayOverride,
    Calendar,
    Recipient,
    Person,
    Invitation,
    Arrangement,
    Visit,
    Notice,
    Letter,
    SavedList,
    Distinct,
    Disclosure
);
