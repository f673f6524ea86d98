//! The command line, run as a planner or a script runs it.

use std::ffi::OsStr;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use crate::{Program, built};

/// The program `outreach` with a folder of its own and one workspace in it.
#[derive(Debug)]
pub struct Cli {
    program: PathBuf,
    folder: TempDir,
    passphrase: String,
}

/// How a run ended.
#[derive(Clone, Debug)]
pub struct Ran {
    /// The exit status.
    pub status: i32,
    /// What it printed.
    pub out: String,
    /// What it complained of.
    pub err: String,
}

impl Cli {
    /// In a new folder, without a workspace yet. None, said aloud, if the program is not built.
    ///
    /// # Panics
    /// No temporary folder can be made.
    pub fn new() -> Option<Self> {
        let program = built(Program::Cli)?;
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        Some(Self {
            program,
            folder,
            passphrase: "seven lanterns over the harbour".to_owned(),
        })
    }

    /// With the sample programme in its workspace.
    ///
    /// # Panics
    /// The sample cannot be made.
    pub fn with_sample() -> Option<Self> {
        let cli = Self::new()?;
        cli.run(["init", "--sample"]).done();
        Some(cli)
    }

    /// Goes on with another passphrase.
    pub fn with_passphrase(self, passphrase: &str) -> Self {
        Self {
            passphrase: passphrase.to_owned(),
            ..self
        }
    }

    /// The workspace.
    pub fn workspace(&self) -> PathBuf {
        self.folder.path().join("programme.outreach")
    }

    /// The folder it is in.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// A command that is not started yet.
    pub fn command<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Command {
        let mut command = Command::new(&self.program);
        command
            .arg("--workspace")
            .arg(self.workspace())
            .args(arguments)
            .current_dir(self.folder.path())
            .env("OUTREACH_CONFIG", self.folder.path().join("preferences"))
            .env("OUTREACH_PASSPHRASE", &self.passphrase)
            .stdin(Stdio::null());
        command
    }

    /// Runs it.
    ///
    /// # Panics
    /// It cannot be started.
    pub fn run<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Ran {
        Ran::of(&mut self.command(arguments))
    }

    /// Runs it with something on standard input.
    ///
    /// # Panics
    /// It cannot be started, or stops reading.
    pub fn feed<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>, input: &str) -> Ran {
        let mut command = self.command(arguments);
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program can be started");
        let mut stdin = child.stdin.take().expect("its input was asked for");
        let input = input.to_owned();
        let feeding = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
        let output = child.wait_with_output().expect("the program ends");
        // A program that refuses its input may end before it has read all of it.
        _ = feeding.join();
        Ran::from(&output)
    }

    /// Runs it with `--json` and reads its answer.
    ///
    /// # Panics
    /// It fails, or prints no JSON.
    pub fn json<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Value {
        let ran = Ran::of(self.command(arguments).arg("--json")).done();
        serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error} in {}", ran.out))
    }
}

impl Ran {
    fn of(command: &mut Command) -> Self {
        Self::from(&command.output().expect("the program can be started"))
    }

    fn from(output: &std::process::Output) -> Self {
        Self {
            status: output.status.code().unwrap_or(-1),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// The run, which must have gone well.
    ///
    /// # Panics
    /// It did not.
    #[track_caller]
    pub fn done(self) -> Self {
        assert_eq!(self.status, 0, "{self:?}");
        self
    }

    /// The run, which must have been refused (status 1) with these words among those it complained with.
    ///
    /// # Panics
    /// It was not.
    #[track_caller]
    pub fn refused(self, words: &str) -> Self {
        assert_eq!(self.status, 1, "{self:?}");
        assert!(self.err.contains(words), "{words:?} is not in {}", self.err);
        assert!(!self.err.contains("panicked"), "{}", self.err);
        self
    }
}
