//! The file: making, opening, locking, closing, verifying, copies.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use outreach_store::{Report, Step, StoreError, Unlock, Workspace, backup, look};

use crate::change::Label;
use crate::choices::{shown as shown_path, stem};
use crate::desk::Desk;
use crate::host::Choose;
use crate::restoring::Outside;
use crate::route::Nothing;
use crate::session::Place;
use crate::views::{
    BackupView, ChangePassphrase, Choice, ChosenFile, CreateWorkspace, OpenWorkspace, SetKeychain,
    UnlockWorkspace, VerifyReport, WorkspaceInfo,
};
use crate::{Refused, Session, backups, seeds};

/// The ending of workspace files.
pub const ENDING: &str = "outreach";
const PASSPHRASE_AT_LEAST: usize = 8;
const PASSPHRASE_AT_MOST: usize = 1000;

/// What the frame shows of the workspace.
pub(crate) fn info(_session: &Session, place: &Place) -> Option<WorkspaceInfo> {
    let (path, keychain, last_backup) = match place {
        Place::Closed => return None,
        Place::Locked(path) => (
            path.clone(),
            look(path).is_ok_and(|outside| outside.in_keychain),
            backups::latest(path),
        ),
        Place::Open(desk) => {
            let aside = desk.aside();
            (desk.path().to_owned(), aside.keychain, aside.last_backup)
        }
    };
    Some(WorkspaceInfo {
        name: stem(&path),
        folder: shown_path(&path).1,
        size: std::fs::metadata(&path)
            .map(|about| about.len())
            .unwrap_or_default(),
        keychain,
        last_backup: last_backup.map(|at| at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)),
    })
}

fn opened(session: &Session) -> Result<WorkspaceInfo, Refused> {
    info(session, &session.place()).ok_or_else(Refused::no_workspace)
}

/// `workspace.create`
pub(crate) fn create(session: &Session, request: &CreateWorkspace) -> Result<Option<WorkspaceInfo>, Refused> {
    check_new_passphrase("passphrase", &request.passphrase)?;
    let suggested = format!(
        "{}.{ENDING}",
        if request.sample {
            "Sample programme"
        } else {
            "Outreach"
        }
    );
    let Some(path) = session.host.choose(&Choose::NewWorkspace { suggested }) else {
        return Ok(None);
    };
    let path = if path.extension().is_some() {
        path
    } else {
        path.with_extension(ENDING)
    };
    let _moving = session.moving();
    let store = Workspace::create(&path, &request.passphrase, session.key_cost())?;
    let desk = Arc::new(Desk::lay(store, session.rules(), session.now())?);
    let filled = session.change_at(&desk, |draft| {
        seeds::fill(draft, request.sample, session.options.generated_events);
        Ok(((), Label::new(seeds::label_of(request.sample))))
    });
    if let Err(refused) = filled {
        // A workspace that could not be filled is none; it is taken away again.
        desk.close();
        _ = std::fs::remove_file(&path);
        return Err(refused);
    }
    take(session, &desk);
    opened(session).map(Some)
}

/// `workspace.choose`
pub(crate) fn choose(session: &Session, _request: &Nothing) -> Result<Option<ChosenFile>, Refused> {
    Ok(session.host.choose(&Choose::OpenWorkspace).map(|path| {
        let (name, folder) = shown_path(&path);
        ChosenFile {
            choice: session.choices.number(&path),
            name,
            folder,
        }
    }))
}

/// `workspace.open`
pub(crate) fn open(session: &Session, request: &OpenWorkspace) -> Result<WorkspaceInfo, Refused> {
    let path = session.choices.path(request.choice)?;
    let _moving = session.moving();
    if let Place::Open(desk) = session.place()
        && same_file(desk.path(), &path)
    {
        // It is ours; let go of it, or the lock would say that somebody else has it.
        session.leave(Place::Locked(path.clone()));
    }
    open_path(session, &path, request.passphrase.as_deref())?;
    opened(session)
}

/// `workspace.unlock`
pub(crate) fn unlock(session: &Session, request: &UnlockWorkspace) -> Result<WorkspaceInfo, Refused> {
    let _moving = session.moving();
    match session.place() {
        Place::Closed => return Err(Refused::no_workspace()),
        Place::Open(_) => {}
        Place::Locked(path) => open_path(session, &path, request.passphrase.as_deref())?,
    }
    opened(session)
}

/// The caller holds [`Session::moving`].
fn open_path(session: &Session, path: &Path, passphrase: Option<&str>) -> Result<(), Refused> {
    let way = passphrase.map_or(Unlock::Keychain, Unlock::Passphrase);
    let store = Workspace::open(path, way)?;
    let desk = Arc::new(Desk::lay(store, session.rules(), session.now())?);
    take(session, &desk);
    Ok(())
}

/// Sits down at a desk. The caller holds [`Session::moving`].
fn take(session: &Session, desk: &Arc<Desk>) {
    session.preferences.remember(desk.path());
    desk.aside().opened_before = session.preferences.opened(desk.path(), session.now());
    session.leave(Place::Open(Arc::clone(desk)));
    desk.warm();
    backups::make_if_due(session, desk);
}

fn same_file(a: &Path, b: &Path) -> bool {
    let true_path = |path: &Path| std::fs::canonicalize(path).unwrap_or_else(|_gone| path.to_owned());
    true_path(a) == true_path(b)
}

fn check_new_passphrase(field: &str, passphrase: &str) -> Result<(), Refused> {
    match passphrase.chars().count() {
        0..PASSPHRASE_AT_LEAST => {
            Err(Refused::invalid(field, "too_short").with("least", PASSPHRASE_AT_LEAST))
        }
        PASSPHRASE_AT_LEAST..=PASSPHRASE_AT_MOST => Ok(()),
        _ => Err(Refused::invalid(field, "too_long").with("most", PASSPHRASE_AT_MOST)),
    }
}

/// `workspace.lock`
pub(crate) fn lock(session: &Session, _request: &Nothing) -> Result<(), Refused> {
    session.lock();
    Ok(())
}

/// `workspace.close`
pub(crate) fn close(session: &Session, _request: &Nothing) -> Result<(), Refused> {
    session.close();
    Ok(())
}

/// `workspace.change_passphrase`
pub(crate) fn change_passphrase(session: &Session, request: &ChangePassphrase) -> Result<(), Refused> {
    check_new_passphrase("new", &request.new)?;
    let desk = session.desk()?;
    let mut held = desk.hold();
    let store = held.file()?;
    store.change_passphrase(&request.current, &request.new, session.key_cost())?;
    desk.aside().keychain = store.in_keychain();
    drop(held);
    session.teller.changed(&["workspace"]);
    Ok(())
}

/// `workspace.set_keychain`
pub(crate) fn set_keychain(session: &Session, request: &SetKeychain) -> Result<(), Refused> {
    let desk = session.desk()?;
    let mut held = desk.hold();
    let store = held.file()?;
    if request.on {
        store.join_keychain()?;
    } else {
        store.leave_keychain()?;
    }
    desk.aside().keychain = store.in_keychain();
    drop(held);
    session.teller.changed(&["workspace"]);
    Ok(())
}

/// `workspace.verify`
pub(crate) fn verify(session: &Session, _request: &Nothing) -> Result<VerifyReport, Refused> {
    let desk = session.desk()?;
    let mut work = session.long_work.begin("verify", &session.teller);
    let mut held = desk.hold();
    let report = held
        .file()?
        .verify(&mut |step: Step| work.step(step.done, step.total));
    match report {
        Ok(report) => Ok(verdict(&report)),
        // A page that cannot be read at all is the answer, not a reason to give none.
        Err(StoreError::Damaged | StoreError::Truncated) => Ok(VerifyReport {
            sound: false,
            records: 0,
            changes: 0,
            faults: vec!["a page of the file cannot be read; restore a backup".to_owned()],
        }),
        Err(error) => Err(error.into()),
    }
}

fn verdict(report: &Report) -> VerifyReport {
    let mut faults: Vec<String> = report
        .unsound
        .iter()
        .chain(&report.unauthentic)
        .cloned()
        .collect();
    faults.extend(report.dangling.iter().map(|dangling| {
        format!(
            "{} {} refers to a {} that is not there",
            dangling.table, dangling.record, dangling.missing
        )
    }));
    faults.extend(report.differences.iter().map(|difference| {
        format!(
            "{} {} is not what the history says: {:?}",
            difference.table, difference.record, difference.fault
        )
    }));
    VerifyReport {
        sound: report.is_sound(),
        records: report.records.iter().map(|(_, count)| count).sum(),
        changes: report.changes,
        faults,
    }
}

/// `workspace.backup`
pub(crate) fn backup(session: &Session, _request: &Nothing) -> Result<BackupView, Refused> {
    let desk = session.desk()?;
    let folder = backup::default_folder(desk.path());
    let mut work = session.long_work.begin("backup", &session.teller);
    let copy = {
        let mut held = desk.hold();
        held.file()?.backup(&folder, session.now(), &mut |step: Step| {
            work.step(step.done, step.total)
        })?
    };
    {
        let mut aside = desk.aside();
        aside.last_backup = Some(copy.at);
        aside.backup_trouble = None;
    }
    session.teller.changed(&["workspace"]);
    Ok(backups::view(session, &session.shown(), &copy))
}

/// `workspace.backups`
pub(crate) fn backups(session: &Session, _request: &Nothing) -> Result<Vec<BackupView>, Refused> {
    let path = match session.place() {
        Place::Closed => return Err(Refused::no_workspace()),
        Place::Locked(path) => path,
        Place::Open(desk) => desk.path().to_owned(),
    };
    let shown = session.shown();
    Ok(backups::all(&path)
        .iter()
        .map(|copy| backups::view(session, &shown, copy))
        .collect())
}

/// `workspace.restore`
pub(crate) fn restore(session: &Session, request: &Choice) -> Result<WorkspaceInfo, Refused> {
    let copy: PathBuf = session.choices.path(request.choice)?;
    let desk = session.desk()?;
    let mut work = session.long_work.begin("restore", &session.teller);
    let outside = {
        let mut held = desk.hold();
        let store = held.file()?;
        let outside = Outside::of(&desk, store)?;
        let restored = store.restore(&copy, session.now(), &mut |step: Step| {
            work.step(step.done, step.total)
        });
        // Also after a failure: what lies there now is what memory has to show.
        desk.read_again(store, session.now())?;
        restored?;
        outside
    };
    outside.keep(session, &desk)?;
    desk.warm();
    session.teller.changed(&["workspace", "plan"]);
    opened(session)
}
