//! Issuing a calendar: its files, and the record of who holds what.
//!
//! Files and record belong together: the files are written within the change that records them, and taken away again
//! if the change fails. Taking the change back takes the record back; the files stay where they are, for nobody knows
//! whether they were sent.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};
use outreach_exchange::left_out;
use outreach_plan::issuing::{Pack, Sequences, packs};
use outreach_plan::{
    AnyRecord, Audience, Event, EventId, Issue, IssueId, IssueKind, IssuedItem, RecipientId,
};

use crate::calendars_files::{PackFiles, ReadyFile};
use crate::change::{Draft, Label};
use crate::given;
use crate::host::Choose;
use crate::long_work::Work;
use crate::rows::count;
use crate::shown::Shown;
use crate::standing::{self, Standing};
use crate::views::{IssueCalendar, IssueFormat, IssuePreview, Issued, PackView};
use crate::{Refused, Session, files};

/// One pack with its files.
struct ReadyPack {
    number: u32,
    recipients: Vec<RecipientId>,
    items: Vec<IssuedItem>,
    files: Vec<ReadyFile>,
}

/// An issue put together.
struct Ready {
    packs: Vec<ReadyPack>,
    raised: HashMap<EventId, Event>,
    made: DateTime<Utc>,
}

impl ReadyPack {
    fn view(&self) -> PackView {
        let cancelled = self.items.iter().filter(|item| item.cancelled).count();
        PackView {
            number: self.number,
            recipients: self.recipients.clone(),
            events: count(self.items.len() - cancelled),
            cancelled: count(cancelled),
            files: self.files.iter().map(ReadyFile::view).collect(),
        }
    }
}

/// `calendars.preview_issue`
pub(crate) fn preview(session: &Session, request: &IssueCalendar) -> Result<IssuePreview, Refused> {
    let desk = session.desk()?;
    let given = desk.given()?;
    let mut work = session.long_work.begin("issue", &session.teller);
    let plan = desk.plan();
    let calendar = standing::find(&plan, request.calendar)?;
    standing::with(
        &plan,
        &given,
        calendar,
        &request.recipients,
        session.now(),
        |standing| {
            let ready = ready(standing, request, session.now(), &mut work)?;
            let shown = Shown::by(plan.rules());
            let idle = |(place, group): (usize, &outreach_plan::issuing::Group<'_>)| {
                (request.kind == IssueKind::Changes && standing.by_group[place].is_empty())
                    .then(|| group.recipients.clone())
            };
            Ok(IssuePreview {
                packs: ready.packs.iter().map(ReadyPack::view).collect(),
                changes: standing::views(
                    &plan,
                    &standing.merged(),
                    &standing.sequences(),
                    &shown,
                    request.language,
                ),
                raised: count(ready.raised.len()),
                up_to_date: standing
                    .groups
                    .iter()
                    .enumerate()
                    .filter_map(idle)
                    .flatten()
                    .collect(),
                without_address: without_address(standing, request),
                marking: (calendar.audience == Audience::Internal).then(|| "restricted".to_owned()),
                leaves_out: left_out(calendar.audience)
                    .iter()
                    .map(|left| left.key().to_owned())
                    .collect(),
            })
        },
    )
}

/// `calendars.issue`
pub(crate) fn issue(session: &Session, request: &IssueCalendar) -> Result<Option<Issued>, Refused> {
    // Put together first: what cannot be written should not ask for a place.
    let (suggested, without_address) = {
        let desk = session.desk()?;
        let given = desk.given()?;
        let plan = desk.plan();
        let calendar = standing::find(&plan, request.calendar)?;
        let mut work = session.long_work.begin("issue", &session.teller);
        standing::with(
            &plan,
            &given,
            calendar,
            &request.recipients,
            session.now(),
            |standing| {
                let ready = ready(standing, request, session.now(), &mut work)?;
                let suggested = ready.packs.first().map(|pack| folder_name(standing, pack.number));
                Ok((suggested, without_address(standing, request)))
            },
        )?
    };
    let Some(suggested) = suggested else {
        return Ok(Some(Issued {
            folder: String::new(),
            packs: Vec::new(),
            raised: 0,
            without_address,
            change: None,
        }));
    };
    let Some(folder) = session.host.choose(&Choose::ExportFolder { suggested }) else {
        return Ok(None);
    };
    let mut work = session.long_work.begin("issue", &session.teller);
    let mut made = None;
    let done = session.change(|draft| {
        let (issued, label, path) = write(draft, request, &folder, &mut work)?;
        made = Some(path);
        Ok((issued, label))
    });
    match done {
        Ok(done) => Ok(Some(Issued {
            change: done.change,
            ..done.value
        })),
        Err(refused) => {
            // What the file does not record was not given out.
            if let Some(folder) = made {
                _ = std::fs::remove_dir_all(folder);
            }
            Err(refused)
        }
    }
}

/// Puts the issue together by the plan as it is now, writes its files and drafts its record.
fn write(
    draft: &mut Draft<'_>,
    request: &IssueCalendar,
    folder: &Path,
    work: &mut Work,
) -> Result<(Issued, Label, PathBuf), Refused> {
    let given = draft.given()?;
    let plan = draft.plan;
    let calendar = standing::find(plan, request.calendar)?;
    let (ready, without_address) = standing::with(
        plan,
        &given,
        calendar,
        &request.recipients,
        draft.now,
        |standing| {
            let ready = ready(standing, request, draft.now, work)?;
            Ok((ready, without_address(standing, request)))
        },
    )?;
    let all: Vec<(&str, &[u8])> = ready
        .packs
        .iter()
        .flat_map(|pack| &pack.files)
        .map(|file| (file.name.as_str(), file.bytes.as_slice()))
        .collect();
    let path = files::write_folder(folder, all)?;
    let shown = path.display().to_string();
    let mut taken: BTreeMap<String, u32> = given.taken.clone();
    for item in ready.packs.iter().flat_map(|pack| &pack.items) {
        if item.cancelled {
            let number = taken.entry(item.uid.clone()).or_default();
            *number = item.sequence.max(*number);
        }
    }
    let views: Vec<PackView> = ready.packs.iter().map(ReadyPack::view).collect();
    let numbers: Vec<String> = ready.packs.iter().map(|pack| pack.number.to_string()).collect();
    let rules = plan.rules().release().to_string();
    let actor = draft.actor();
    let issues: Vec<Issue> = ready
        .packs
        .into_iter()
        .map(|pack| Issue {
            id: IssueId(draft.fresh_key()),
            calendar: calendar.id,
            number: pack.number,
            made: ready.made,
            actor: actor.clone(),
            kind: request.kind,
            recipients: pack.recipients,
            rules: rules.clone(),
            items: pack.items,
        })
        .collect();
    let label = Label::new("calendar_issued")
        .about(&AnyRecord::Calendar(calendar.clone()))
        .with("number", numbers.join(", "));
    let raised = count(ready.raised.len());
    for event in ready.raised.into_values() {
        draft.put_made(event);
    }
    draft.also(move |tx| {
        for issue in &issues {
            tx.put(issue)?;
        }
        given::take(tx, &taken)
    });
    let issued = Issued {
        folder: shown,
        packs: views,
        raised,
        without_address,
        change: None,
    };
    Ok((issued, label, path))
}

fn ready(
    standing: &Standing<'_>,
    request: &IssueCalendar,
    now: DateTime<Utc>,
    work: &mut Work,
) -> Result<Ready, Refused> {
    let formats = formats(request);
    let mut packs = packs(request.kind, standing.seen, standing.groups, standing.by_group);
    if formats == [IssueFormat::Itip] {
        // Who is sent nothing holds nothing more than before.
        for pack in &mut packs {
            pack.recipients
                .retain(|recipient| has_address(standing, *recipient));
        }
        packs.retain(|pack| !pack.recipients.is_empty());
    }
    let sequences = standing.sequences();
    let raised = raised(&packs, &sequences, now);
    // Of two versions with one SEQUENCE the later DTSTAMP wins, so that no two issues may have the same.
    let last = standing.ledger.issues().iter().map(|issue| issue.made).max();
    let made = last.map_or(now, |last| now.max(last + TimeDelta::seconds(1)));
    let total = packs.len() as u64;
    let mut ready = Vec::new();
    for (place, pack) in packs.iter().enumerate() {
        step(work, place as u64, total)?;
        let number = standing
            .ledger
            .next_number()
            .saturating_add(u32::try_from(place).unwrap_or(u32::MAX));
        let files = PackFiles {
            standing,
            pack,
            kind: request.kind,
            number,
            made,
            sequences: &sequences,
            raised: &raised,
        };
        let on = pack.on.iter().map(|seen| seen.issued(sequences.on(seen)));
        let off = pack
            .cancelled
            .iter()
            .map(|change| change.called_off(sequences.cancelled(change)));
        ready.push(ReadyPack {
            number,
            recipients: pack.recipients.clone(),
            items: on.chain(off).collect(),
            files: files.write(&formats)?,
        });
    }
    step(work, total, total)?;
    Ok(Ready {
        packs: ready,
        raised,
        made,
    })
}

/// Who of those it is for gets no invitation, though invitations are asked for.
fn without_address(standing: &Standing<'_>, request: &IssueCalendar) -> Vec<RecipientId> {
    if !request.formats.contains(&IssueFormat::Itip) {
        return Vec::new();
    }
    let chosen = standing.groups.iter().flat_map(|group| &group.recipients);
    chosen
        .copied()
        .filter(|recipient| !has_address(standing, *recipient))
        .collect()
}

fn has_address(standing: &Standing<'_>, recipient: RecipientId) -> bool {
    let recipients = standing.plan.recipients();
    recipients
        .get(&recipient)
        .is_some_and(|one| !one.email.is_empty())
}

/// The forms asked for, each once.
fn formats(request: &IssueCalendar) -> Vec<IssueFormat> {
    if request.formats.is_empty() {
        return vec![IssueFormat::Ics];
    }
    let mut formats = request.formats.clone();
    formats.sort_unstable();
    formats.dedup();
    formats
}

fn step(work: &mut Work, done: u64, total: u64) -> Result<(), Refused> {
    if work.step(done, total).is_break() {
        return Err(outreach_store::StoreError::Cancelled.into());
    }
    Ok(())
}

/// Events that have to go out with a higher SEQUENCE than their own.
fn raised(packs: &[Pack<'_>], sequences: &Sequences<'_>, now: DateTime<Utc>) -> HashMap<EventId, Event> {
    let on = packs
        .iter()
        .flat_map(|pack| &pack.on)
        .map(|seen| (seen.event, sequences.on(seen)));
    let off = packs.iter().flat_map(|pack| &pack.cancelled);
    let off = off.filter_map(|change| Some((change.now?.event, sequences.cancelled(change))));
    on.chain(off)
        .filter(|(event, sequence)| *sequence > event.sequence)
        .map(|(event, sequence)| {
            let raised = Event {
                sequence,
                modified: now.max(event.modified),
                ..event.clone()
            };
            (event.id, raised)
        })
        .collect()
}

/// `Public programme issue 3`, as any file system takes it.
fn folder_name(standing: &Standing<'_>, number: u32) -> String {
    let calendar = standing.calendar;
    let plain: String = calendar
        .name
        .in_language(calendar.language)
        .chars()
        .map(|c| {
            if c.is_alphanumeric() || "-_–".contains(c) {
                c
            } else {
                ' '
            }
        })
        .take(80)
        .collect();
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{plain} issue {number}").trim().to_owned()
}
