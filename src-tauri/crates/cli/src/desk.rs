//! A session with a terminal around it: where paths and passphrases come from, how routes are asked.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};

use directories::ProjectDirs;
use outreach_api::{Choose, ErrorView, Host, Options, Session, SystemClock};
use serde_json::{Value, json};
use zeroize::Zeroizing;

use crate::args::{Outreach, Tongue};

/// Why a command did not do what was asked.
#[derive(Debug)]
pub(crate) enum Failure {
    /// A route refused it.
    Refused(ErrorView),
    /// The command line cannot be carried out as it stands.
    Usage(String),
    /// The terminal or a file of ours failed.
    Terminal(std::io::Error),
}

impl Failure {
    pub(crate) fn code(&self) -> ExitCode {
        match self {
            Self::Refused(_) | Self::Terminal(_) => ExitCode::from(1),
            Self::Usage(_) => ExitCode::from(2),
        }
    }
}

impl Failure {
    /// A refusal of our own, in the form of a route's.
    pub(crate) fn refused(code: &str, detail: impl Into<String>) -> Self {
        Self::Refused(ErrorView {
            code: code.to_owned(),
            params: BTreeMap::new(),
            detail: detail.into(),
        })
    }
}

impl From<ErrorView> for Failure {
    fn from(refused: ErrorView) -> Self {
        Self::Refused(refused)
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::Terminal(error)
    }
}

/// The host of a terminal: "dialogs" answer with the path of the command line.
struct Terminal {
    config_dir: PathBuf,
    chosen: Mutex<Option<PathBuf>>,
}

impl Host for Terminal {
    fn choose(&self, _what: &Choose) -> Option<PathBuf> {
        self.chosen.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn emit(&self, _topic: &str, _payload: &str) {}

    fn user(&self) -> String {
        outreach_api::signed_in()
    }

    fn config_dir(&self) -> &Path {
        &self.config_dir
    }
}

/// The session, and how to print.
pub(crate) struct Desk {
    session: Session,
    terminal: Arc<Terminal>,
    workspace: Option<PathBuf>,
    pub(crate) json: bool,
    pub(crate) language: &'static str,
}

impl Desk {
    pub(crate) fn new(outreach: &Outreach) -> Result<Self, Failure> {
        let config_dir = match std::env::var_os("OUTREACH_CONFIG") {
            Some(folder) => PathBuf::from(folder),
            None => ProjectDirs::from("hk.gov", "HKTE", "Outreach")
                .map(|folders| folders.config_dir().to_owned())
                .ok_or_else(|| {
                    Failure::Usage(
                        "No home folder is known. Set OUTREACH_CONFIG to a folder for preferences.".into(),
                    )
                })?,
        };
        let terminal = Arc::new(Terminal {
            config_dir,
            chosen: Mutex::new(None),
        });
        let session = Session::new(terminal.clone(), Arc::new(SystemClock), Options::default());
        Ok(Self {
            session,
            terminal,
            workspace: outreach.workspace.clone(),
            json: outreach.json,
            language: match outreach.language {
                Tongue::En => "en",
                Tongue::ZhHant => "zh-Hant",
                Tongue::ZhHans => "zh-Hans",
            },
        })
    }

    /// The text of a route's answer.
    pub(crate) fn ask_text(&self, route: &str, request: &Value) -> Result<String, Failure> {
        Ok(self.session.call(route, &request.to_string())?)
    }

    /// A route's answer.
    pub(crate) fn ask(&self, route: &str, request: &Value) -> Result<Value, Failure> {
        let text = self.ask_text(route, request)?;
        serde_json::from_str(&text)
            .map_err(|error| Failure::refused("internal", format!("{route} gave no JSON: {error}")))
    }

    /// The workspace named on the command line.
    pub(crate) fn workspace(&self) -> Result<&Path, Failure> {
        self.workspace.as_deref().ok_or_else(|| {
            Failure::Usage("Which workspace? Say --workspace FILE, or set OUTREACH_WORKSPACE.".to_owned())
        })
    }

    /// What the next dialog answers.
    pub(crate) fn choose(&self, path: &Path) {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        *self
            .terminal
            .chosen
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = Some(path);
    }

    /// Opens the workspace named on the command line.
    pub(crate) fn open(&self) -> Result<(), Failure> {
        self.choose(self.workspace()?);
        let chosen = self.ask("workspace.choose", &json!({}))?;
        let passphrase = passphrase("OUTREACH_PASSPHRASE", "Passphrase: ")?;
        self.ask(
            "workspace.open",
            &json!({ "choice": chosen["choice"], "passphrase": *passphrase }),
        )?;
        Ok(())
    }
}

/// A passphrase from the environment, else asked for without showing it.
pub(crate) fn passphrase(variable: &str, prompt: &str) -> Result<Zeroizing<String>, Failure> {
    match std::env::var(variable) {
        Ok(passphrase) => Ok(Zeroizing::new(passphrase)),
        Err(_) => Ok(Zeroizing::new(rpassword::prompt_password(prompt)?)),
    }
}
