//! The routes without a program around them, for journeys of thousands of wishes.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use outreach_api::{Choose, ErrorView, Host, Options, Session, SystemClock};
use serde_json::{Value, json};
use tempfile::TempDir;

/// A session with a folder of its own. Its dialogs answer with names in that folder.
pub struct Planner {
    session: Session,
    folder: Arc<TempDir>,
}

struct Folder(Arc<TempDir>, PathBuf);

impl Host for Folder {
    fn choose(&self, what: &Choose) -> Option<PathBuf> {
        let name = match what {
            Choose::NewWorkspace { .. } | Choose::OpenWorkspace => "programme.outreach".to_owned(),
            Choose::Export { ending, .. } => format!("export.{ending}"),
            Choose::ExportFolder { suggested } => suggested.clone(),
            Choose::Import { endings } => format!("import.{}", endings.first().unwrap_or(&"")),
            Choose::ZoneRules => "zoneinfo".to_owned(),
            Choose::ZoneRulesFile => "tzdata.zi".to_owned(),
        };
        Some(self.0.path().join(name))
    }

    fn emit(&self, _topic: &str, _payload: &str) {}

    fn config_dir(&self) -> &Path {
        &self.1
    }
}

impl Planner {
    /// With the sample programme open. Its passphrase is cheap to guess, which keeps tests quick.
    ///
    /// # Panics
    /// The sample cannot be made.
    pub fn with_sample() -> Self {
        let folder = Arc::new(tempfile::tempdir().expect("a temporary folder can be made"));
        let host = Folder(Arc::clone(&folder), folder.path().join("preferences"));
        let options = Options {
            weak_keys: true,
            ..Options::default()
        };
        let session = Session::new(Arc::new(host), Arc::new(SystemClock), options);
        let planner = Self { session, folder };
        planner
            .ask(
                "workspace.create",
                &json!({ "passphrase": "for tests only", "sample": true }),
            )
            .expect("the sample can be made");
        planner
    }

    /// Asks a route.
    ///
    /// # Errors
    /// What the route refuses.
    ///
    /// # Panics
    /// The answer is no JSON.
    pub fn ask(&self, route: &str, request: &Value) -> Result<Value, ErrorView> {
        let answer = self.session.call(route, &request.to_string())?;
        Ok(serde_json::from_str(&answer).expect("routes answer in JSON"))
    }

    /// Asks a route that must answer.
    ///
    /// # Panics
    /// It refuses.
    #[track_caller]
    pub fn told(&self, route: &str, request: &Value) -> Value {
        self.ask(route, request)
            .unwrap_or_else(|refused| panic!("{route} {request}: {refused:?}"))
    }

    /// The folder that its dialogs answer with.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}
