//! Copies of the whole file, made while it is open, read back before they count, and kept by age.

use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, NaiveDateTime, Timelike, Utc};
use rusqlite::backup::{Backup as Copying, StepResult};
use rusqlite::{Connection, OpenFlags};

use crate::envelope::{self, Header};
use crate::errors::{Result, StoreError, of_file, of_folder};
use crate::files::{self, Temporary};
use crate::journal::state::State;
use crate::keys::{self, Key};
use crate::lock::{Lock, beside};
use crate::migrations::{self, STEPS};
use crate::open::{self, Unlock, copy_key, read_header, settle, shut};
use crate::progress::{Progress, Stage, tell, unwatched};
use crate::vfs;
use crate::workspace::Workspace;

mod keeping;

pub use keeping::{due, prune, spare};

const STAMP: &str = "%Y%m%dT%H%M%SZ";
const PAGES_A_STEP: i32 = 256;

/// A copy of a workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Where it is.
    pub path: PathBuf,
    /// When it was made, to the second.
    pub at: DateTime<Utc>,
    /// Its length in bytes.
    pub bytes: u64,
    /// Why it was made, where not by routine: `before-schema-2`, `before-restore`. Such copies are never
    /// pruned.
    pub reason: Option<String>,
}

/// Where the copies of `workspace` lie unless the planner chose another folder.
pub fn default_folder(workspace: &Path) -> PathBuf {
    let mut name = workspace.file_stem().unwrap_or_default().to_owned();
    name.push(" backups");
    workspace.with_file_name(name)
}

fn name_of(workspace: &Path, at: DateTime<Utc>, reason: Option<&str>) -> String {
    let stem = workspace.file_stem().unwrap_or_default().to_string_lossy();
    let extension = workspace
        .extension()
        .map(|end| format!(".{}", end.to_string_lossy()))
        .unwrap_or_default();
    let reason = reason.map(|reason| format!(" {reason}")).unwrap_or_default();
    format!("{stem} {}{reason}{extension}", at.format(STAMP))
}

/// The copies of `workspace` in `folder`, latest first. A folder that is not there holds none.
pub fn backups(workspace: &Path, folder: &Path) -> Result<Vec<Backup>> {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(of_folder(&error)),
    };
    let stem = format!("{} ", workspace.file_stem().unwrap_or_default().to_string_lossy());
    let mut found = Vec::new();
    for entry in entries.flatten() {
        let path = entry.path();
        let name = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if path.extension() != workspace.extension() {
            continue;
        }
        let Some(rest) = name.strip_prefix(&stem) else {
            continue;
        };
        let (stamp, reason) = rest
            .split_once(' ')
            .map_or((rest, None), |(stamp, why)| (stamp, Some(why)));
        let Ok(at) = NaiveDateTime::parse_from_str(stamp, STAMP) else {
            continue;
        };
        let Ok(data) = entry.metadata() else { continue };
        found.push(Backup {
            path,
            at: at.and_utc(),
            bytes: data.len(),
            reason: reason.map(ToOwned::to_owned),
        });
    }
    found.sort_by(|a, b| (b.at, &b.path).cmp(&(a.at, &a.path)));
    Ok(found)
}

impl Workspace {
    /// Copies the workspace into `folder`, which is made if need be. The copy opens with the same passphrase;
    /// it has been read back in full when this returns.
    ///
    /// # Errors
    /// [`StoreError::CopyNotVerified`], [`StoreError::Cancelled`], [`StoreError::DiskFull`]; a copy that is
    /// not whole is removed.
    pub fn backup(&self, folder: &Path, now: DateTime<Utc>, progress: Progress<'_>) -> Result<Backup> {
        let source = (
            self.path.as_path(),
            &self.connection,
            &self.header,
            &self.data_key,
        );
        copy(source, folder, now, None, progress)
    }

    /// Puts a backup of this workspace in the place of the open file, which is kept aside; returns where.
    /// The present passphrase stays. If anything fails before the swap, the open file is untouched.
    ///
    /// # Errors
    /// [`StoreError::OtherWorkspace`], [`StoreError::CopyNotVerified`], and those of opening.
    pub fn restore(&mut self, backup: &Path, now: DateTime<Utc>, progress: Progress<'_>) -> Result<PathBuf> {
        if read_header(backup)?.workspace != self.header.workspace {
            return Err(StoreError::OtherWorkspace);
        }
        let copy = beside(&self.path, ".restoring");
        let temporary = Temporary::at(&copy);
        lay_ready(backup, &copy, Some(&self.header), &self.data_key, progress)?;
        // From here on the database is closed; whatever fails, the file that then lies there is opened again.
        let old = std::mem::replace(&mut self.connection, Connection::open_in_memory()?);
        let swapped = shut(old).and_then(|()| swap(&copy, &self.path, now));
        if swapped.is_ok() {
            temporary.keep();
        }
        self.reopen()?;
        swapped
    }

    pub(crate) fn reopen(&mut self) -> Result<()> {
        self.file = files::open(&self.path)?;
        self.header = envelope::read(&mut self.file)?;
        let mut connection = vfs::open(&self.path, &self.data_key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        settle(&connection)?;
        let found = migrations::version(&connection)?;
        // A copy from before a migration is itself the backup that a migration would make.
        migrations::apply(&mut connection, STEPS, found)?;
        self.state = State::read(&connection)?;
        self.connection = connection;
        Ok(())
    }
}

/// Puts a backup in the place of `over`, which is not open, perhaps cannot be opened, perhaps is not there.
/// What was there is kept aside with its log; returns where. The backup's own passphrase holds afterwards.
///
/// # Errors
/// [`StoreError::OpenElsewhere`] if `over` is open; [`StoreError::WrongPassphrase`]; and those of opening.
pub fn restore_closed(
    backup: &Path,
    over: &Path,
    unlock: Unlock<'_>,
    now: DateTime<Utc>,
    progress: Progress<'_>,
) -> Result<Option<PathBuf>> {
    let header = read_header(backup)?;
    let _lock = Lock::take(over)?;
    let data_key = open::unwrap(&header, unlock)?;
    let copy = beside(over, ".restoring");
    let temporary = Temporary::at(&copy);
    lay_ready(backup, &copy, None, &data_key, progress)?;
    let kept = if over.exists() {
        Some(swap(&copy, over, now)?)
    } else {
        files::rename(&copy, over)?;
        None
    };
    temporary.keep();
    Ok(kept)
}

/// Copies a backup to `copy`, under `header` if given, proves it whole and makes it a writer of its own.
fn lay_ready(
    backup: &Path,
    copy: &Path,
    header: Option<&Header>,
    data_key: &Key,
    progress: Progress<'_>,
) -> Result<()> {
    let mut from = std::fs::File::open(backup).map_err(|error| of_file(&error))?;
    let mut file = files::create(copy)?;
    std::io::copy(&mut from, &mut file).map_err(|error| of_folder(&error))?;
    if let Some(header) = header {
        envelope::replace(&mut file, header)?;
    }
    let connection = vfs::open(copy, data_key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    settle(&connection)?;
    let found = migrations::version(&connection)?;
    let known = migrations::newest(STEPS);
    if found > known {
        return Err(StoreError::NewerSchema { found, known });
    }
    if !reads_back(&connection, progress)? {
        return Err(StoreError::Damaged);
    }
    State::name_device(&connection, uuid::Uuid::from_bytes(keys::random()?))?;
    shut(connection)?;
    file.sync_all().map_err(|error| of_file(&error))
}

/// Puts `copy` in the place of `path`; what lay there keeps its content under a name that says so.
fn swap(copy: &Path, path: &Path, now: DateTime<Utc>) -> Result<PathBuf> {
    let (aside, _) = free_name(
        path.parent().unwrap_or(Path::new("")),
        path,
        now,
        Some("before-restore"),
    );
    // A log left by a crash belongs to the file it lies beside; over another file it would be poison.
    for suffix in ["-wal", "-shm"] {
        if beside(path, suffix).exists() {
            files::rename(&beside(path, suffix), &beside(&aside, suffix))?;
        }
    }
    // With a second name first there is no moment at which the workspace's own name leads nowhere.
    if std::fs::hard_link(path, &aside).is_err() {
        files::rename(path, &aside)?;
    }
    files::rename(copy, path)?;
    Ok(aside)
}

/// The copy that is made before the tables are changed.
pub(crate) fn before_migration(
    path: &Path,
    connection: &Connection,
    header: &Header,
    data_key: &Key,
    schema: u32,
) -> Result<Backup> {
    // The moment is only part of a name here; the last change's is as good and needs no clock.
    let last: Option<i64> = connection.query_row("SELECT max(at) FROM change", [], |row| row.get(0))?;
    let at = last
        .and_then(DateTime::from_timestamp_millis)
        .unwrap_or(DateTime::UNIX_EPOCH);
    let reason = format!("before-schema-{}", schema + 1);
    let folder = default_folder(path);
    copy(
        (path, connection, header, data_key),
        &folder,
        at,
        Some(&reason),
        &mut unwatched(),
    )
}

fn copy(
    (workspace, from, header, data_key): (&Path, &Connection, &Header, &Key),
    folder: &Path,
    at: DateTime<Utc>,
    reason: Option<&str>,
    progress: Progress<'_>,
) -> Result<Backup> {
    std::fs::create_dir_all(folder).map_err(|error| of_folder(&error))?;
    let (path, at) = free_name(folder, workspace, at, reason);
    let unfinished = beside(&path, ".part");
    let temporary = Temporary::at(&unfinished);
    let mut file = files::create(&unfinished)?;
    envelope::write_new(&mut file, header)?;
    let mut onto = vfs::open(&unfinished, data_key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    settle(&onto)?;
    copy_pages(from, &mut onto, progress)?;
    onto.close().map_err(|(_still_open, error)| error)?;
    // Read back through a fresh connection, so that nothing comes from memory.
    let again = vfs::open(
        &unfinished,
        &copy_key(data_key),
        OpenFlags::SQLITE_OPEN_READ_WRITE,
    )?;
    settle(&again)?;
    if !reads_back(&again, progress)? || last_change(&again)? != last_change(from)? {
        return Err(StoreError::CopyNotVerified);
    }
    shut(again)?;
    file.sync_all().map_err(|error| of_file(&error))?;
    let bytes = file.metadata().map_err(|error| of_file(&error))?.len();
    files::rename(&unfinished, &path)?;
    temporary.keep();
    Ok(Backup {
        path,
        at,
        bytes,
        reason: reason.map(ToOwned::to_owned),
    })
}

pub(crate) fn copy_pages(from: &Connection, onto: &mut Connection, progress: Progress<'_>) -> Result<()> {
    let copying = Copying::new(from, onto)?;
    loop {
        let step = copying.step(PAGES_A_STEP)?;
        if step == StepResult::Done {
            return Ok(());
        }
        if step != StepResult::More {
            // Nobody else has the file; a reader of our own lets go soon.
            std::thread::sleep(Duration::from_millis(5));
        }
        let now = copying.progress();
        let total = u64::try_from(now.pagecount).unwrap_or(0);
        let left = u64::try_from(now.remaining).unwrap_or(0);
        tell(progress, Stage::Copying, total.saturating_sub(left), total)?;
    }
}

/// Whether every page of a copy authenticates and the database in it is sound.
fn reads_back(connection: &Connection, progress: Progress<'_>) -> Result<bool> {
    tell(progress, Stage::Pages, 0, 0)?;
    let faults = crate::verify::faults(connection, "cipher_integrity_check")?;
    let unsound = crate::verify::faults(connection, "quick_check")?;
    Ok(faults.is_empty() && unsound.is_empty())
}

fn last_change(connection: &Connection) -> Result<Option<i64>> {
    Ok(connection.query_row("SELECT max(seq) FROM change", [], |row| row.get(0))?)
}

/// A name that is not taken: of two copies within a second the later counts as a second younger.
fn free_name(
    folder: &Path,
    workspace: &Path,
    at: DateTime<Utc>,
    reason: Option<&str>,
) -> (PathBuf, DateTime<Utc>) {
    let whole = at.with_nanosecond(0).unwrap_or(at);
    (0..)
        .map(|seconds| whole + chrono::TimeDelta::seconds(seconds))
        .map(|at| (folder.join(name_of(workspace, at, reason)), at))
        .find(|(path, _)| !path.exists())
        .expect("a folder holds fewer files than there are seconds")
}
