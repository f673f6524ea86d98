//! What only the window can do for the routes: file dialogs, news for the screens, the folder of preferences.

use std::path::{Path, PathBuf};

use outreach_api::{Choose, Host};
use tauri::{AppHandle, Emitter, Manager};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};

/// The ending of a workspace's file.
const WORKSPACE: &str = "outreach";

/// The window around a session.
pub(crate) struct WindowHost {
    app: AppHandle,
    config_dir: PathBuf,
}

impl WindowHost {
    /// # Errors
    /// No home folder is known.
    pub(crate) fn of(app: &AppHandle) -> tauri::Result<Self> {
        let config_dir = match std::env::var_os("OUTREACH_CONFIG") {
            Some(folder) => PathBuf::from(folder),
            None => match directories::ProjectDirs::from("hk.gov", "HKTE", "Outreach") {
                Some(folders) => folders.config_dir().to_owned(),
                None => app.path().app_config_dir()?,
            },
        };
        Ok(Self {
            app: app.clone(),
            config_dir,
        })
    }

    fn dialog(&self) -> FileDialogBuilder<tauri::Wry> {
        let dialog = self.app.dialog().file();
        match self.app.get_webview_window("main") {
            Some(window) => dialog.set_parent(&window),
            None => dialog,
        }
    }
}

impl Host for WindowHost {
    /// Blocks until the planner has chosen, so it must not run on the window's own thread.
    fn choose(&self, what: &Choose) -> Option<PathBuf> {
        if let Some(folder) = answering_folder() {
            return Some(in_folder(&folder, what));
        }
        let chosen: Option<FilePath> = match what {
            Choose::NewWorkspace { suggested } => self
                .dialog()
                .add_filter("Outreach", &[WORKSPACE])
                .set_file_name(suggested)
                .blocking_save_file(),
            Choose::OpenWorkspace => self
                .dialog()
                .add_filter("Outreach", &[WORKSPACE])
                .blocking_pick_file(),
            Choose::Export { suggested, ending } => self
                .dialog()
                .add_filter(ending.to_uppercase(), &[ending])
                .set_file_name(suggested)
                .blocking_save_file(),
            Choose::ExportFolder { suggested } => {
                let parent = self.dialog().blocking_pick_folder();
                parent.and_then(|parent| Some(FilePath::Path(parent.into_path().ok()?.join(suggested))))
            }
            Choose::Import { endings } => self
                .dialog()
                .add_filter(endings.join(", "), endings)
                .blocking_pick_file(),
            Choose::ZoneRules => self.dialog().blocking_pick_folder(),
            Choose::ZoneRulesFile => self.dialog().add_filter("tzdata", &["zi"]).blocking_pick_file(),
        };
        chosen.and_then(|path| path.into_path().ok())
    }

    fn emit(&self, topic: &str, payload: &str) {
        // Without a window there is nobody to tell.
        _ = self.app.emit_str(topic, payload.to_owned());
    }

    fn user(&self) -> String {
        outreach_api::signed_in()
    }

    fn config_dir(&self) -> &Path {
        &self.config_dir
    }
}

/// Tests cannot work the system's file dialogs, so in a debug build a folder can answer in their place.
fn answering_folder() -> Option<PathBuf> {
    if cfg!(debug_assertions) {
        std::env::var_os("OUTREACH_DIALOGS_ANSWER").map(PathBuf::from)
    } else {
        None
    }
}

fn in_folder(folder: &Path, what: &Choose) -> PathBuf {
    match what {
        Choose::NewWorkspace { suggested }
        | Choose::Export { suggested, .. }
        | Choose::ExportFolder { suggested } => folder.join(suggested),
        Choose::Import { endings } => {
            let name = |ending: &&str| folder.join("import").with_extension(ending);
            let there = endings.iter().map(name).find(|path| path.exists());
            there.unwrap_or_else(|| folder.join("import"))
        }
        Choose::OpenWorkspace => folder.join("open").with_extension(WORKSPACE),
        Choose::ZoneRules => folder.join("zoneinfo"),
        Choose::ZoneRulesFile => folder.join("tzdata.zi"),
    }
}
