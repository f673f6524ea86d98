//! The privacy desk at a glance, the retention list and the export log.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use outreach_plan::people::{Nature, Person, Purpose};
use outreach_plan::{NoticeId, Plan};

use super::disk;
use crate::people::query::{PURPOSES_ALL, latest};
use crate::people::told::is_listed;
use crate::rows::count;
use crate::shown::Shown;
use crate::views::{
    DuePage, DueRow, ErasureRow, LaptopView, LogPage, LogRow, NoticeRow, OnDisk, PrivacyDesk, PurposeRow,
    ShowDue, ShowLog, ShowPrivacy,
};
use crate::{Refused, Session, backups, choices};

/// So many days ahead a retention date counts as coming soon.
const SOON_DAYS: i64 = 30;
/// Rows unless another number is asked for.
const ROWS: u32 = 200;

/// `privacy.desk`
pub(crate) fn desk(session: &Session, request: &ShowPrivacy) -> Result<PrivacyDesk, Refused> {
    let desk = session.desk()?;
    let laptop = laptop(session, &desk)?;
    let in_history = {
        let mut held = desk.hold();
        let forgotten = held.file()?.forgotten()?;
        count(forgotten.iter().filter(|(table, _)| *table == "person").count())
    };
    let plan = desk.plan();
    let shown = Shown::by(plan.rules());
    let today = shown.in_hong_kong(session.now()).date();
    let listed: Vec<&Person> = plan.people().values().filter(|it| is_listed(it)).collect();
    let natural = || listed.iter().filter(|it| it.nature == Nature::Person);
    let days = |it: &&&Person| it.retain_until.map(|until| (until - today).num_days());
    let mut erasures: Vec<ErasureRow> = plan
        .people()
        .values()
        .filter(|it| it.merged_into.is_none())
        .filter_map(|it| {
            Some(ErasureRow {
                person: it.id,
                at: shown.in_hong_kong(it.erased?),
            })
        })
        .collect();
    erasures.sort_by_key(|row| std::cmp::Reverse(row.at));
    Ok(PrivacyDesk {
        people: count(listed.len()),
        bodies: count(listed.iter().filter(|it| it.nature == Nature::Body).count()),
        without_notice: count(natural().filter(|it| it.notices.is_empty()).count()),
        without_retention: count(natural().filter(|it| it.retain_until.is_none()).count()),
        overdue: count(
            listed
                .iter()
                .filter(|it| days(it).is_some_and(|days| days < 0))
                .count(),
        ),
        due_soon: count(
            listed
                .iter()
                .filter(|it| days(it).is_some_and(|days| (0..=SOON_DAYS).contains(&days)))
                .count(),
        ),
        erased: count(erasures.len()),
        in_history,
        notices: notices(&plan, &listed, today, request),
        purposes: PURPOSES_ALL
            .into_iter()
            .map(|purpose| purpose_row(purpose, &listed))
            .collect(),
        erasures,
        log: count(plan.disclosures().len()),
        laptop,
    })
}

fn purpose_row(purpose: Purpose, listed: &[&Person]) -> PurposeRow {
    let (mut given, mut refused, mut unsaid) = (0, 0, 0);
    for person in listed.iter().filter(|it| it.nature == Nature::Person) {
        match latest(person, purpose) {
            Some(true) => given += 1,
            Some(false) => refused += 1,
            None => unsaid += 1,
        }
    }
    PurposeRow {
        purpose,
        given,
        refused,
        unsaid,
    }
}

fn notices(plan: &Plan, listed: &[&Person], today: NaiveDate, request: &ShowPrivacy) -> Vec<NoticeRow> {
    let (mut given, mut holders): (HashMap<NoticeId, u32>, HashMap<NoticeId, u32>) = Default::default();
    for person in listed {
        let mut met = HashSet::new();
        for one in &person.notices {
            if met.insert(one.notice) {
                *given.entry(one.notice).or_default() += 1;
            }
        }
        // Of two of one day the later recorded.
        if let Some(last) = person.notices.iter().max_by_key(|one| one.on) {
            *holders.entry(last.notice).or_default() += 1;
        }
    }
    // A version that anybody was ever given is not edited, whether they still stand in lists or not.
    let ever: HashSet<NoticeId> = plan
        .people()
        .values()
        .flat_map(|person| &person.notices)
        .map(|one| one.notice)
        .collect();
    let mut rows: Vec<NoticeRow> = plan
        .notices()
        .values()
        .map(|notice| {
            let later = |other: &outreach_plan::people::Notice| {
                other.name == notice.name && other.version > notice.version && other.from <= today
            };
            NoticeRow {
                id: notice.id,
                name: notice.name.in_language(request.language).to_owned(),
                version: notice.version,
                from: notice.from,
                purposes: notice.purposes.clone(),
                retain_months: notice.retain_months,
                given: given.get(&notice.id).copied().unwrap_or(0),
                holders: holders.get(&notice.id).copied().unwrap_or(0),
                in_force: notice.from <= today && !plan.notices().values().any(later),
                editable: !ever.contains(&notice.id),
                record: notice.clone(),
            }
        })
        .collect();
    rows.sort_by(|a, b| (a.name.to_lowercase(), b.version).cmp(&(b.name.to_lowercase(), a.version)));
    rows
}

fn laptop(session: &Session, desk: &crate::desk::Desk) -> Result<LaptopView, Refused> {
    let path = desk.path();
    let (name, folder) = choices::shown(path);
    let (keychain, opened_before) = {
        let aside = desk.aside();
        (aside.keychain, aside.opened_before)
    };
    let outside = outreach_store::look(path)?;
    let shown = session.shown();
    let found = std::fs::metadata(path).ok();
    let exports: Vec<_> = desk
        .plan()
        .disclosures()
        .values()
        .rev()
        .map(|line| disk::view(&shown, line))
        .filter(|it| matches!(it.on_disk, OnDisk::Unchanged | OnDisk::Changed))
        .collect();
    Ok(LaptopView {
        name,
        folder,
        size: found.as_ref().map_or(0, std::fs::Metadata::len),
        encryption: "aes_256".to_owned(),
        key_memory_kib: outside.cost.memory_kib,
        keychain,
        user: crate::signed_in(),
        others_may_read: found.as_ref().and_then(others_may_read),
        last_opened: opened_before.map(|at| shown.in_hong_kong(at)),
        locks_after_minutes: session.preferences.settings().lock_after_minutes,
        backups_folder: outreach_store::backup::default_folder(path).display().to_string(),
        backups: backups::all(path)
            .iter()
            .map(|copy| backups::view(session, &shown, copy))
            .collect(),
        exports_in_the_open: count(exports.iter().filter(|it| !it.encrypted).count()),
        exports,
    })
}

#[cfg(unix)]
fn others_may_read(found: &std::fs::Metadata) -> Option<bool> {
    use std::os::unix::fs::PermissionsExt as _;
    Some(found.permissions().mode() & 0o044 != 0)
}

#[cfg(not(unix))]
fn others_may_read(_found: &std::fs::Metadata) -> Option<bool> {
    None
}

/// `privacy.due`
pub(crate) fn due(session: &Session, request: &ShowDue) -> Result<DuePage, Refused> {
    let desk = session.desk()?;
    let plan = desk.plan();
    let today = session.shown().in_hong_kong(session.now()).date();
    let until_days = i64::from(request.within_days);
    let mut due: Vec<(&Person, NaiveDate, i64)> = plan
        .people()
        .values()
        .filter(|person| is_listed(person))
        .filter_map(|person| {
            let until = person.retain_until?;
            Some((person, until, (until - today).num_days()))
        })
        .filter(|(_, _, days)| *days <= until_days)
        .collect();
    due.sort_by_key(|(person, until, _)| (*until, person.id));
    let overdue = count(due.iter().filter(|(_, _, days)| *days < 0).count());
    let rows = due
        .iter()
        .skip(request.from as usize)
        .take(rows_of(request.rows))
        .map(|(person, until, days)| {
            let coming = plan.invitations_of(person.id).into_iter().filter(|invitation| {
                let event = plan.events().get(&invitation.event);
                event.is_some_and(|event| event.end.date() >= today) && invitation.status.may_come()
            });
            let visits = plan.visits_of(person.id);
            DueRow {
                person: person.id,
                name: person.name_in(request.language),
                organisation: person.organisation.in_language(request.language).to_owned(),
                nature: person.nature,
                retain_until: *until,
                days: i32::try_from(*days).unwrap_or(i32::MIN),
                coming: count(coming.count()),
                open_visits: count(visits.iter().filter(|visit| !visit.stage.is_over()).count()),
            }
        })
        .collect();
    Ok(DuePage {
        total: count(due.len()),
        overdue,
        rows,
    })
}

fn rows_of(asked: u32) -> usize {
    (if asked == 0 { ROWS } else { asked.min(5_000) }) as usize
}

/// `privacy.log`
pub(crate) fn log(session: &Session, request: &ShowLog) -> Result<LogPage, Refused> {
    let desk = session.desk()?;
    let plan = desk.plan();
    let shown = Shown::by(plan.rules());
    let mut lines: Vec<_> = plan
        .disclosures()
        .values()
        .filter(|line| request.person.is_none_or(|person| line.people.contains(&person)))
        .collect();
    lines.sort_by_key(|line| std::cmp::Reverse((line.at, line.id)));
    Ok(LogPage {
        total: count(lines.len()),
        rows: lines
            .into_iter()
            .skip(request.from as usize)
            .take(rows_of(request.rows))
            .map(|line| LogRow {
                file: disk::view(&shown, line),
                actor: line.actor.clone(),
                about: line.about.clone(),
                purpose: line.purpose.clone(),
            })
            .collect(),
    })
}
