//! Issues compared with each other: a version that was given out, seen as if it were now.

use outreach_zones::Moment;

use super::{Group, IssuedItem, Seen};
use crate::{Event, EventKind, ExportedStatus, Plan, ProgrammeId, Region, Span, Status, Wording};

/// A version that was given out, as an event of its own.
pub struct Past<'a> {
    item: &'a IssuedItem,
    event: Event,
    span: Span,
}

impl<'a> Past<'a> {
    /// What a group held, version by version. One in a zone that no rules know is passed over.
    pub fn of(plan: &Plan, group: &Group<'a>) -> Vec<Self> {
        group
            .items()
            .filter_map(|item| {
                let zone = plan.rules().zone(&item.zone).ok()?;
                let moment = |utc, offset_s| Moment {
                    offset_s,
                    ..zone.at(utc).1
                };
                Some(Self {
                    item,
                    event: event(plan, item),
                    span: Span {
                        start: moment(item.utc_start, item.offset_s),
                        end: moment(item.utc_end, item.end_offset_s),
                    },
                })
            })
            .collect()
    }

    /// As it was seen.
    pub fn seen(&self) -> Seen<'_> {
        Seen {
            event: &self.event,
            span: &self.span,
            title: &self.item.title,
            place: self.item.place.clone(),
            status: if self.item.cancelled {
                ExportedStatus::Cancelled
            } else {
                self.item.status
            },
            hash: self.item.hash,
        }
    }
}

/// The event with the times and the name that went out; what an issue does not record is as it is now.
fn event(plan: &Plan, item: &IssuedItem) -> Event {
    let now = plan.events().get(&item.event);
    let words = |text: &String| Wording {
        en: text.clone(),
        zh_hant: text.clone(),
        zh_hans: text.clone(),
    };
    Event {
        id: item.event,
        uid: item.uid.clone(),
        sequence: item.sequence,
        created: item.utc_start,
        modified: item.utc_start,
        programme: now.map_or(ProgrammeId(uuid::Uuid::nil()), |event| event.programme),
        mission: now.and_then(|event| event.mission),
        leg: None,
        title: words(&item.title),
        kind: now.map_or(EventKind::default(), |event| event.kind),
        status: match (item.cancelled, item.status) {
            (true, _) | (_, ExportedStatus::Cancelled) => Status::Cancelled,
            (_, ExportedStatus::Tentative) => Status::Tentative,
            (_, ExportedStatus::Confirmed) => Status::Confirmed,
        },
        region: now.map_or(Region::AsiaPacific, |event| event.region),
        market: None,
        city: None,
        place: words(&item.place),
        venue: None,
        start: item.start,
        start_fold: None,
        end: item.end,
        end_fold: None,
        zone: item.zone.clone(),
        all_day: item.all_day,
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
