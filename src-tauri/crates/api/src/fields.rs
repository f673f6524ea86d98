//! Fields as they come from a screen: put over a record one by one, so that a refusal names the field.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use outreach_plan::reference::CountryCode;
use outreach_plan::validate::{FieldProblem, Invalid};
use outreach_plan::{
    AnyRecord, Audience, Calendar, CalendarForm, CalendarId, DayOverride, Delegate, DelegateRole, Event,
    EventFilter, EventId, EventKind, Language, Leg, LegId, Market, Mission, MissionId, MissionKind, Office,
    Partner, PartnerKind, Programme, ProgrammeId, Recipient, RecordRef, Region, Status, Venue, Wording,
};
use outreach_zones::UnknownZone;
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::{Refused, tables};

/// Fields that no screen sets.
const FIXED: &[&str] = &["id", "uid", "sequence", "created", "modified"];

/// The record with the fields of `set` in the place of its own.
pub(crate) fn merge(record: &AnyRecord, set: &Map<String, Value>) -> Result<AnyRecord, Refused> {
    let key = record.key();
    let mut fields = tables::to_json(record)?;
    let mut fits = record.clone();
    for (field, value) in set {
        let Some(place) = fields.get_mut(field) else {
            return Err(Refused::invalid(short(field), "unknown"));
        };
        let value = whole_wording(place, value);
        if *place == value {
            continue;
        }
        if FIXED.contains(&field.as_str()) || is_fixed(record, field) {
            return Err(Refused::invalid(field, "fixed"));
        }
        *place = value;
        fits = tables::from_json(key, fields.clone()).ok_or_else(|| Refused::invalid(field, "wrong_type"))?;
    }
    Ok(fits)
}

/// A name that is given in some languages keeps what stands in the others.
fn whole_wording(stands: &Value, given: &Value) -> Value {
    let (Some(stands), Some(given)) = (stands.as_object(), given.as_object()) else {
        return given.clone();
    };
    let is_wording = stands.len() == 3
        && ["en", "zh_hant", "zh_hans"]
            .iter()
            .all(|language| stands.contains_key(*language));
    let mut whole = if is_wording { stands.clone() } else { Map::new() };
    whole.extend(given.clone());
    Value::Object(whole)
}

/// Whether another route sets the field, or nobody does once the record is made.
fn is_fixed(record: &AnyRecord, field: &str) -> bool {
    match record {
        AnyRecord::Person(_) => matches!(field, "merged_into" | "erased" | "origins"),
        AnyRecord::Invitation(invitation) => match field {
            "event" => !invitation.event.0.is_nil(),
            "person" => !invitation.person.0.is_nil(),
            _ => matches!(
                field,
                "status"
                    | "steps"
                    | "substitute_for"
                    | "waiting_since"
                    | "badge"
                    | "arrived"
                    | "arrived_at"
                    | "answered"
            ),
        },
        AnyRecord::Arrangement(arrangement) => field == "event" && !arrangement.event.0.is_nil(),
        AnyRecord::Visit(visit) => match field {
            "person" => !visit.person.0.is_nil(),
            _ => matches!(field, "stage" | "steps"),
        },
        AnyRecord::Distinct(pair) => !pair.one.0.is_nil(),
        // The export log is written with what leaves, and by nobody afterwards.
        AnyRecord::Disclosure(_) => true,
        AnyRecord::Programme(_)
        | AnyRecord::Mission(_)
        | AnyRecord::Leg(_)
        | AnyRecord::Event(_)
        | AnyRecord::Venue(_)
        | AnyRecord::Partner(_)
        | AnyRecord::Delegate(_)
        | AnyRecord::Market(_)
        | AnyRecord::Office(_)
        | AnyRecord::DayOverride(_)
        | AnyRecord::Calendar(_)
        | AnyRecord::Recipient(_)
        | AnyRecord::Notice(_)
        | AnyRecord::Letter(_)
        | AnyRecord::SavedList(_) => false,
    }
}

/// A field's name if it looks like one; anything else could be what somebody typed.
fn short(field: &str) -> &str {
    let plain = field.len() <= 30 && field.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    if plain { field } else { "" }
}

/// A value of `set` in its type; none if it is not there.
pub(crate) fn given<T: serde::de::DeserializeOwned>(
    set: &Map<String, Value>,
    field: &str,
) -> Result<Option<T>, Refused> {
    match set.get(field) {
        None | Some(Value::Null) => Ok(None),
        Some(value) => serde_json::from_value(value.clone())
            .map(Some)
            .map_err(|_may_quote| Refused::invalid(field, "wrong_type")),
    }
}

/// Why a record was refused, as the words of the first field.
pub(crate) fn refused(invalid: &[Invalid]) -> Refused {
    let Some(first) = invalid.first() else {
        return Refused::invalid("", "unknown");
    };
    if let FieldProblem::UnknownZone { suggestions } = &first.problem {
        let unknown = UnknownZone {
            name: String::new(),
            suggestions: suggestions.clone(),
        };
        return Refused::unknown_zone(&unknown).with("field", &first.field);
    }
    let problem = serde_json::to_value(&first.problem).unwrap_or_default();
    let mut refused = Refused::invalid(&first.field, problem["type"].as_str().unwrap_or("invalid"));
    for (name, value) in problem
        .as_object()
        .into_iter()
        .flatten()
        .filter(|(name, _)| *name != "type")
    {
        refused = match value.as_str() {
            Some(text) => refused.with(name, text),
            None => refused.with(name, value),
        };
    }
    if invalid.len() > 1 {
        let fields: Vec<&str> = invalid.iter().map(|invalid| invalid.field.as_str()).collect();
        refused = refused.with("fields", fields.join(", "));
    }
    refused
}

/// An hour of a day.
pub(crate) fn hour(day: NaiveDate, hour: u32) -> NaiveDateTime {
    day.and_time(NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or(NaiveTime::MIN))
}

/// A record of a kind with nothing in it.
pub(crate) fn blank(key: RecordRef, now: DateTime<Utc>, today: NaiveDate) -> AnyRecord {
    let text = String::new;
    let nobody = Uuid::nil();
    match key {
        RecordRef::Programme(id) => AnyRecord::Programme(Programme {
            id,
            title: Wording::default(),
            from: today,
            until: today,
            notes: text(),
        }),
        RecordRef::Mission(id) => AnyRecord::Mission(Mission {
            id,
            programme: ProgrammeId(nobody),
            title: Wording::default(),
            kind: MissionKind::default(),
            region: Region::AsiaPacific,
            geographic_region: Region::AsiaPacific,
            markets: Vec::new(),
            status: Status::default(),
            from: today,
            until: today,
            team: Vec::new(),
            lead: None,
            offices: Vec::new(),
            partners: Vec::new(),
            sectors: Vec::new(),
            budget_hkd: None,
            notes: text(),
            tags: Vec::new(),
        }),
        RecordRef::Leg(id) => AnyRecord::Leg(blank_leg(id, today)),
        RecordRef::Event(id) => AnyRecord::Event(Event {
            id,
            ..blank_event(id.0, now)
        }),
        RecordRef::Venue(id) => AnyRecord::Venue(Venue {
            id,
            name: Wording::default(),
            city: None,
            place: Wording::default(),
            zone: crate::shown::HONG_KONG.to_owned(),
            address: text(),
            latitude: None,
            longitude: None,
            capacity: None,
            notes: text(),
        }),
        RecordRef::Partner(id) => AnyRecord::Partner(Partner {
            id,
            name: Wording::default(),
            kind: PartnerKind::default(),
            city: None,
            url: text(),
            notes: text(),
        }),
        RecordRef::Delegate(id) => AnyRecord::Delegate(Delegate {
            id,
            family: text(),
            given: text(),
            chinese: text(),
            role: DelegateRole::default(),
            organisation: text(),
            post: text(),
            team: text(),
            notes: text(),
        }),
        RecordRef::Market(id) => AnyRecord::Market(Market {
            id,
            country: CountryCode::HONG_KONG,
            name: Wording::default(),
            region: Region::AsiaPacific,
            sectors: Vec::new(),
            office: None,
            notes: text(),
        }),
        RecordRef::Office(id) => AnyRecord::Office(Office {
            id,
            name: Wording::default(),
            city: None,
            zone: crate::shown::HONG_KONG.to_owned(),
            notes: text(),
        }),
        RecordRef::DayOverride(id) => AnyRecord::DayOverride(DayOverride {
            id,
            country: CountryCode::HONG_KONG,
            date: today,
            off: true,
            name: Wording::default(),
        }),
        RecordRef::Calendar(id) => AnyRecord::Calendar(Calendar {
            id,
            name: Wording::default(),
            filter: EventFilter::default(),
            language: Language::default(),
            audience: Audience::default(),
            zone: text(),
            form: CalendarForm::default(),
            notes: text(),
        }),
        RecordRef::Recipient(id) => AnyRecord::Recipient(Recipient {
            id,
            calendar: CalendarId(nobody),
            name: text(),
            organisation: text(),
            email: text(),
            notes: text(),
        }),
        RecordRef::Person(_)
        | RecordRef::Invitation(_)
        | RecordRef::Arrangement(_)
        | RecordRef::Visit(_)
        | RecordRef::Notice(_)
        | RecordRef::Letter(_)
        | RecordRef::SavedList(_)
        | RecordRef::Distinct(_)
        | RecordRef::Disclosure(_) => {
            outreach_plan::people::blank(key, now, today).expect("all nine are kinds of the ledger")
        }
    }
}

fn blank_leg(id: LegId, today: NaiveDate) -> Leg {
    Leg {
        id,
        mission: MissionId(Uuid::nil()),
        city: None,
        place: Wording::default(),
        zone: crate::shown::HONG_KONG.to_owned(),
        arrive: hour(today, 12),
        arrive_fold: None,
        depart: hour(today.checked_add_days(chrono::Days::new(1)).unwrap_or(today), 12),
        depart_fold: None,
        lodging: String::new(),
        travel: None,
        notes: String::new(),
    }
}

/// An event with nothing in it, tomorrow week at ten.
pub(crate) fn blank_event(id: Uuid, now: DateTime<Utc>) -> Event {
    let day = now
        .date_naive()
        .checked_add_days(chrono::Days::new(7))
        .unwrap_or_default();
    Event {
        id: EventId(id),
        uid: format!("{id}@outreach.invalid"),
        sequence: 0,
        created: now,
        modified: now,
        programme: ProgrammeId(Uuid::nil()),
        mission: None,
        leg: None,
        title: Wording::default(),
        kind: EventKind::default(),
        status: Status::default(),
        region: Region::AsiaPacific,
        market: None,
        city: None,
        place: Wording::default(),
        venue: None,
        start: hour(day, 10),
        start_fold: None,
        end: hour(day, 12),
        end_fold: None,
        zone: crate::shown::HONG_KONG.to_owned(),
        all_day: false,
        capacity: None,
        languages: Vec::new(),
        hosts: Vec::new(),
        delegates: Vec::new(),
        speakers: Vec::new(),
        sectors: Vec::new(),
        url: String::new(),
        run_sheet: String::new(),
        notes: String::new(),
        tags: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn merged(set: &Value) -> Result<AnyRecord, Refused> {
        let event = AnyRecord::Event(blank_event(Uuid::nil(), DateTime::UNIX_EPOCH));
        merge(&event, set.as_object().unwrap())
    }

    fn refusal(set: &Value) -> (String, String) {
        let view = merged(set).unwrap_err().into_view();
        (view.params["field"].clone(), view.params["problem"].clone())
    }

    #[test]
    fn a_refusal_names_the_field_and_never_quotes_it() {
        assert_eq!(
            refusal(&json!({"capacity": "many"})),
            ("capacity".into(), "wrong_type".into())
        );
        assert_eq!(
            refusal(&json!({"start": "14 May"})),
            ("start".into(), "wrong_type".into())
        );
        assert_eq!(
            refusal(&json!({"sequence": 9})),
            ("sequence".into(), "fixed".into())
        );
        assert_eq!(
            refusal(&json!({"<script>": 1})),
            (String::new(), "unknown".into())
        );
    }

    #[test]
    fn a_name_given_in_one_language_keeps_the_others() {
        let AnyRecord::Event(event) = merged(&json!({"title": {"en": "Talk", "zh_hant": "講座"}})).unwrap()
        else {
            panic!("an event")
        };
        let set = json!({"title": {"zh_hans": "讲座"}, "place": {"en": "Hall"}});
        let AnyRecord::Event(event) = merge(&AnyRecord::Event(event), set.as_object().unwrap()).unwrap()
        else {
            panic!("an event")
        };
        let title = [&event.title.en, &event.title.zh_hant, &event.title.zh_hans].map(String::as_str);
        assert_eq!(title, ["Talk", "講座", "讲座"]);
        assert_eq!(event.place, Wording::english("Hall"));
    }

    #[test]
    fn fields_that_are_not_named_stay() {
        let AnyRecord::Event(event) = merged(&json!({"capacity": 40})).unwrap() else {
            panic!("an event")
        };
        assert_eq!((event.capacity, event.kind), (Some(40), EventKind::Seminar));
    }
}
