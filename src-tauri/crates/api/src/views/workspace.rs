//! The file, whether it is open, and what the frame of the window shows.

use serde::{Deserialize, Serialize};

use super::{Settings, ZoneStatus};
use crate::ErrorView;

/// What the frame shows.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct AppStatus {
    /// The program's version.
    pub version: String,
    /// Which state the workspace is in.
    pub state: WorkspaceState,
    /// The open or locked workspace.
    pub workspace: Option<WorkspaceInfo>,
    /// Workspaces opened before on this machine, newest first.
    pub recent: Vec<RecentWorkspace>,
    /// The zone rules in force.
    pub zones: ZoneStatus,
    /// Preferences.
    pub settings: Settings,
    /// How many problems and warnings the checks found in all; none before a workspace is open.
    pub findings: Option<FindingCounts>,
    /// What Ctrl Z would take back, and what Ctrl Shift Z would bring again.
    pub undo: Option<ChangeLabel>,
    /// See `undo`.
    pub redo: Option<ChangeLabel>,
    /// When the last change was written, Hong Kong wall time `14:05:11`.
    pub saved: Option<String>,
    /// Why the daily backup could not be made, if it could not.
    pub backup_trouble: Option<ErrorView>,
    /// How many events were moved by changed zone rules and not looked at yet.
    pub moved_by_rules: u32,
}

/// Whether a workspace can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum WorkspaceState {
    /// None is open.
    Closed,
    /// One is open but locked; its key is forgotten.
    Locked,
    /// One is open.
    Open,
}

/// An open or locked workspace.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct WorkspaceInfo {
    /// The file's name without folder and ending.
    pub name: String,
    /// The folder, to be shown, never sent back.
    pub folder: String,
    /// Bytes.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub size: u64,
    /// Whether the system keychain holds a key for it.
    pub keychain: bool,
    /// When the last verified backup was made, UTC; none if never.
    pub last_backup: Option<String>,
}

/// A workspace opened before.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct RecentWorkspace {
    /// What `workspace.open` takes.
    pub choice: u32,
    /// The file's name without folder and ending.
    pub name: String,
    /// The folder, to be shown.
    pub folder: String,
    /// Whether the file is there.
    pub exists: bool,
}

/// How many findings there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct FindingCounts {
    /// Must be mended.
    pub problems: u32,
    /// Should be looked at.
    pub warnings: u32,
    /// Good to know.
    pub notes: u32,
}

/// A change in the history, by the key of its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ChangeLabel {
    /// Number of the change.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub change: i64,
    /// A key of the words: `event_edited`, `mission_shifted`, …
    pub label: String,
    /// What the words need: the name of the record, days.
    #[cfg_attr(feature = "bindings", ts(type = "Record<string, string>"))]
    pub params: std::collections::BTreeMap<String, String>,
}

/// Makes a workspace; the place is asked for by the program's own dialog.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct CreateWorkspace {
    /// At least 8 characters.
    pub passphrase: String,
    /// Whether to fill it with the sample programme.
    pub sample: bool,
}

/// Opens a workspace.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct OpenWorkspace {
    /// A choice from `workspace.choose` or of a recent one.
    pub choice: u32,
    /// None to use the key in the system keychain.
    #[cfg_attr(feature = "bindings", ts(optional = nullable))]
    pub passphrase: Option<String>,
}

/// A file that the planner chose in the program's own dialog.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ChosenFile {
    /// What the next route takes instead of a path.
    pub choice: u32,
    /// The file's name.
    pub name: String,
    /// The folder, to be shown.
    pub folder: String,
}

/// Opens a locked workspace again.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct UnlockWorkspace {
    /// None to use the key in the system keychain.
    #[cfg_attr(feature = "bindings", ts(optional = nullable))]
    pub passphrase: Option<String>,
}

/// Exchanges the passphrase.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ChangePassphrase {
    /// The one in force.
    pub current: String,
    /// At least 8 characters.
    pub new: String,
}

/// Whether the system keychain holds a key for the workspace.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct SetKeychain {
    /// Whether it should.
    pub on: bool,
}

/// A backup beside the workspace.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct BackupView {
    /// What `workspace.restore` takes.
    pub choice: u32,
    /// The file's name.
    pub name: String,
    /// When it was made, Hong Kong wall time.
    pub made: chrono::NaiveDateTime,
    /// Bytes.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub size: u64,
}

/// Names a chosen file.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Choice {
    /// The choice.
    pub choice: u32,
}

/// What verifying found.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct VerifyReport {
    /// Whether everything holds.
    pub sound: bool,
    /// How many records there are.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub records: u64,
    /// How many changes the journal holds.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub changes: u64,
    /// What does not hold, in English.
    pub faults: Vec<String>,
}

/// Told to every screen after a change: read these topics again.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Changed {
    /// `plan`, `settings`, `workspace`, `zones`.
    pub topics: Vec<String>,
    /// Rises with each change.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub revision: u64,
}

/// Told while long work goes on.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Progress {
    /// Which work; what `work.cancel` takes.
    pub work: String,
    /// Done so far.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub done: u64,
    /// In all; 0 if not known.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub total: u64,
}

/// Stops long work.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct CancelWork {
    /// Which, as its progress names it.
    pub work: String,
}
