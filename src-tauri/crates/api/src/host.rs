//! What only the program around the routes can do: show a file dialog, tell the screens, read the clock.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

/// The window, the command line, the loopback server or a test.
pub trait Host: Send + Sync {
    /// Asks the user for a file or a folder. None if nothing was chosen. Paths never come from a screen.
    fn choose(&self, what: &Choose) -> Option<PathBuf>;

    /// Tells every screen something: `payload` is JSON.
    fn emit(&self, topic: &str, payload: &str);

    /// The folder of this machine's preferences; made when first needed.
    fn config_dir(&self) -> &Path;

    /// Under which name changes are kept while the preferences name nobody. Empty: nobody's.
    fn user(&self) -> String {
        String::new()
    }
}

/// The name under which the user is signed in to this machine, or nothing.
pub fn signed_in() -> String {
    ["USER", "LOGNAME", "USERNAME"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|user| !user.is_empty()))
        .unwrap_or_default()
}

/// What the user is asked to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choose {
    /// Where a new workspace goes.
    NewWorkspace {
        /// A name with its ending.
        suggested: String,
    },
    /// A workspace that is there.
    OpenWorkspace,
    /// Where an export goes.
    Export {
        /// A name with its ending.
        suggested: String,
        /// The ending without a dot.
        ending: &'static str,
    },
    /// Where the folder with the files of an export goes. The answer is the folder itself, not what it is put into.
    ExportFolder {
        /// What the folder would be called.
        suggested: String,
    },
    /// A calendar or spreadsheet that others wrote.
    Import {
        /// The endings it may have, without dots.
        endings: &'static [&'static str],
    },
    /// A folder with zone rules (a zoneinfo tree).
    ZoneRules,
    /// A file with zone rules (`tzdata.zi`).
    ZoneRulesFile,
}

/// Tells what time it is.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> DateTime<Utc>;
}

/// The machine's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one clock, which everything else is handed"
    )]
    fn now(&self) -> DateTime<Utc> {
        std::time::SystemTime::now().into()
    }
}
