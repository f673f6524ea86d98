//! Everything that is held about a person, on paper or as JSON.

use std::ops::ControlFlow;

use outreach_exchange::NamedBytes;
use outreach_plan::people::{DisclosureKind, Person};
use outreach_plan::{Audience, PersonId, Plan, Reply};
use outreach_print::{Document, HeldChange, Paper, PaperSize, typeset};
use outreach_store::{Action, HistoryQuery, StoreError, Workspace};
use serde_json::{Value, json};

use super::files::{self, Outgoing};
use super::{scope, words};
use crate::faces::faces;
use crate::views::{ExportedPeople, ReportForm, WriteReport};
use crate::{Refused, Session};

/// A change that touched more records is told in brief.
const RECORDS_MOST: u32 = 200;

/// `privacy.report`
pub(crate) fn report(session: &Session, request: &WriteReport) -> Result<Option<ExportedPeople>, Refused> {
    let purpose = files::purpose(&request.purpose)?;
    let passphrase = request.passphrase.as_deref();
    files::check_passphrase(passphrase)?;
    let mut work = session.long_work.begin("access-report", &session.teller);
    let desk = session.desk()?;
    // A copy, so that others go on writing while pages are laid out.
    let (plan, changes, replies) = {
        let mut held = desk.hold();
        let store = held.file()?;
        let plan = desk.plan();
        let person = plan
            .people()
            .get(&request.person)
            .ok_or_else(Refused::not_found)?;
        if person.erased.is_some() {
            return Err(scope::already_erased());
        }
        let (changes, replies) = (
            changes(store, &plan, person, request)?,
            replies(store, &plan, person)?,
        );
        drop(plan);
        (desk.plan().clone(), changes, replies)
    };
    if work.step(1, 4).is_break() {
        return Err(StoreError::Cancelled.into());
    }
    let today = session.shown().in_hong_kong(session.now()).date();
    let title = words::pick(
        request.language,
        ["Access report", "查閱資料報告", "查阅资料报告"],
    );
    let (bytes, ending) = match request.form {
        ReportForm::Json => (
            as_json(session, &plan, request.person, &changes, &replies)?,
            "json",
        ),
        ReportForm::Pdf => {
            let paper = Paper {
                title: "",
                language: request.language,
                audience: Audience::Internal,
                written: session.now(),
                size: PaperSize::A4,
            };
            let told: Vec<HeldChange> = changes.into_iter().map(|told| told.change).collect();
            let document = Document::AccessReport {
                plan: &plan,
                person: request.person,
                changes: &told,
            };
            let faces = faces(request.language)?;
            let mut go_on = |_step| {
                if work.step(2, 4).is_break() {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            };
            let printed = typeset(&document, &paper, &faces, &mut go_on).and_then(|laid| laid.pdf());
            (printed.map_err(crate::export::paper_refused)?.bytes, "pdf")
        }
    };
    let out = Outgoing {
        kind: DisclosureKind::AccessReport,
        file: NamedBytes {
            name: format!("RESTRICTED {title} {today}.{ending}"),
            bytes,
        },
        people: vec![request.person],
        purpose,
        passphrase,
        without_consent: 0,
        not_there: 0,
    };
    let written = files::write(session, out);
    _ = work.step(4, 4);
    written
}

/// A change as it is told: on paper in words, as JSON with the values that the history still holds.
struct Told {
    change: HeldChange,
    values: Vec<Value>,
}

/// What was ever done to the person, their invitations and their visits, the latest first.
fn changes(
    store: &Workspace,
    plan: &Plan,
    person: &Person,
    request: &WriteReport,
) -> Result<Vec<Told>, Refused> {
    let mut records = vec![person.id.0];
    records.extend(plan.invitations_of(person.id).iter().map(|it| it.id.0));
    records.extend(plan.visits_of(person.id).iter().map(|it| it.id.0));
    let mut told = Vec::new();
    for record in records {
        let entries = store.history(&HistoryQuery {
            record: Some(record),
            limit: u32::MAX,
            records: RECORDS_MOST,
            ..HistoryQuery::default()
        })?;
        for entry in entries {
            for change in &entry.records {
                let fields: Vec<&str> = match change.action {
                    Action::Update => change.fields.iter().map(|field| field.field.as_str()).collect(),
                    Action::Insert | Action::Delete => Vec::new(),
                };
                let deed = words::deed(change.table, change.action.key());
                let values = change
                    .fields
                    .iter()
                    .filter(|field| words::field(&field.field).is_some());
                told.push(Told {
                    change: HeldChange {
                        at: entry.at,
                        actor: entry.actor.clone(),
                        what: words::with_fields(request.language, deed, &fields),
                    },
                    values: values
                        .map(|field| json!({ "field": field.field, "from": field.old, "to": field.new }))
                        .collect(),
                });
            }
        }
    }
    told.sort_by_key(|told| std::cmp::Reverse(told.change.at));
    Ok(told)
}

/// Answers by calendar that came from one of the person's addresses.
fn replies(store: &Workspace, _plan: &Plan, person: &Person) -> Result<Vec<Reply>, Refused> {
    let mut replies = store.load_all::<Reply>()?;
    replies.retain(|reply| {
        person
            .emails
            .iter()
            .any(|email| email.address.eq_ignore_ascii_case(&reply.attendee))
    });
    Ok(replies)
}

fn as_json(
    session: &Session,
    plan: &Plan,
    id: PersonId,
    changes: &[Told],
    replies: &[Reply],
) -> Result<Vec<u8>, Refused> {
    let person = plan.people().get(&id).ok_or_else(Refused::not_found)?;
    let merged: Vec<&Person> = plan
        .people()
        .values()
        .filter(|other| other.merged_into == Some(id))
        .collect();
    let invitations: Vec<Value> = plan
        .invitations_of(id)
        .into_iter()
        .map(|invitation| {
            let event = plan.events().get(&invitation.event);
            json!({ "event_title": event.map(|event| &event.title), "event_start": event.map(|event| event.start),
                    "event_zone": event.map(|event| &event.zone), "invitation": invitation })
        })
        .collect();
    let with: Vec<Value> = plan
        .comes_along(id)
        .into_iter()
        .map(|invitation| {
            let event = plan.events().get(&invitation.event);
            let as_companion: Vec<_> = invitation
                .companions
                .iter()
                .filter(|companion| companion.person == Some(id))
                .collect();
            json!({ "event_title": event.map(|event| &event.title), "companion": as_companion })
        })
        .collect();
    let notices: Vec<Value> = person
        .notices
        .iter()
        .map(|given| {
            let notice = plan.notices().get(&given.notice);
            json!({ "given": given, "name": notice.map(|notice| &notice.name),
                    "version": notice.map(|notice| notice.version), "text": notice.map(|notice| &notice.text) })
        })
        .collect();
    let disclosures: Vec<_> = plan
        .disclosures()
        .values()
        .filter(|disclosure| disclosure.people.contains(&id))
        // Who else is in a file is not this person's to know.
        .map(|disclosure| {
            json!({ "at": disclosure.at, "actor": disclosure.actor, "kind": disclosure.kind, "about": disclosure.about,
                    "people": disclosure.count, "purpose": disclosure.purpose, "encrypted": disclosure.encrypted })
        })
        .collect();
    let told: Vec<Value> = changes
        .iter()
        .map(|told| {
            let change = &told.change;
            json!({ "at": change.at, "actor": change.actor, "what": change.what, "values": told.values })
        })
        .collect();
    let report = json!({
        "marking": "[RESTRICTED]",
        "report": "everything held about a person",
        "written": session.now(),
        "person": person,
        "merged_records": merged,
        "market": person.market.and_then(|market| plan.markets().get(&market)).map(|market| &market.name),
        "notices": notices,
        "invitations": invitations,
        "as_companion": with,
        "visits": plan.visits_of(id),
        "replies": replies,
        "disclosures": disclosures,
        "changes": told,
    });
    serde_json::to_vec_pretty(&report).map_err(|error| Refused::internal(&error))
}
