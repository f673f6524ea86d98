//! Other people's programs, run on our files. A program that is not there is named and its part left out; set
//! `OUTREACH_PEERS=required`, as the project's own test command does, to have that count as a failure.

#![allow(dead_code, reason = "each test uses its part")]

use std::path::{Path, PathBuf};
use std::process::Command;

pub(crate) fn scripts() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/peers")
}

#[expect(clippy::print_stderr, reason = "a part that was left out must be seen")]
pub(crate) fn left_out(what: &str) {
    assert!(
        std::env::var("OUTREACH_PEERS").as_deref() != Ok("required"),
        "{what} is not there"
    );
    eprintln!("skipped: {what} is not there");
}

/// What a command prints, or none if the peer is not there.
pub(crate) fn said(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    let error = String::from_utf8_lossy(&output.stderr);
    if error.contains("ModuleNotFoundError") || error.contains("Cannot find module") {
        return None;
    }
    assert!(
        output.status.success(),
        "{command:?}\n{error}\n{}",
        String::from_utf8_lossy(&output.stdout)
    );
    Some(String::from_utf8(output.stdout).unwrap())
}

/// What a script of ours prints about files, run by the Python that has the peers.
pub(crate) fn python(script: &str, files: &[&Path]) -> Option<String> {
    let python = std::env::var_os("OUTREACH_PYTHON").unwrap_or_else(|| "python3".into());
    let said = said(Command::new(python).arg(scripts().join(script)).args(files));
    if said.is_none() {
        left_out(script);
    }
    said
}
