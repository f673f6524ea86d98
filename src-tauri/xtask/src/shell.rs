//! Running other programs, and saying what is being done.

use std::ffi::OsStr;
use std::fmt;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::LazyLock;
use std::time::Instant;

static BEGAN: LazyLock<Instant> = LazyLock::new(Instant::now);

/// Why a command did not do its work: what happened, and what to do.
#[derive(Debug)]
pub(crate) struct Stop(String);

impl Stop {
    pub(crate) fn new(why: impl Into<String>) -> Self {
        Self(why.into())
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<std::io::Error> for Stop {
    fn from(error: std::io::Error) -> Self {
        Self(error.to_string())
    }
}

/// Prints a line at once, so that it stands before what the next program prints.
pub(crate) fn say(words: &str) {
    let mut out = std::io::stdout().lock();
    _ = writeln!(out, "{words}");
    _ = out.flush();
}

/// Prints what is begun now, with the minutes and seconds since the start.
pub(crate) fn step(words: &str) {
    let s = BEGAN.elapsed().as_secs();
    say(&format!("── {:>2}:{:02} {words}", s / 60, s % 60));
}

/// The top of the repository.
pub(crate) fn top() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.ancestors()
        .nth(2)
        .map_or(here.clone(), std::path::Path::to_owned)
}

/// A program, to be run in the repository's top folder.
pub(crate) fn command(program: impl AsRef<OsStr>, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(top()).stdin(Stdio::null());
    command
}

/// The cargo that runs us.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    command(
        std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()),
        arguments,
    )
}

/// Runs a program, its output on ours.
pub(crate) fn run(command: &mut Command) -> Result<(), Stop> {
    let status = command.status().map_err(|error| not_started(command, &error))?;
    if status.success() {
        Ok(())
    } else {
        Err(Stop::new(format!("{} ended with {status}", line(command))))
    }
}

/// Runs a program and returns what it prints; its errors go to ours.
pub(crate) fn output(command: &mut Command) -> Result<String, Stop> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| not_started(command, &error))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(Stop::new(format!(
            "{} ended with {}",
            line(command),
            output.status
        )))
    }
}

/// Whether a program is there and can say its version.
pub(crate) fn answers(program: &str, argument: &str) -> bool {
    Command::new(program)
        .arg(argument)
        .output()
        .is_ok_and(|output| output.status.success())
}

fn not_started(command: &Command, error: &std::io::Error) -> Stop {
    Stop::new(format!(
        "{} could not be started: {error}",
        command.get_program().to_string_lossy()
    ))
}

fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}
