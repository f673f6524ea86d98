//! What is kept outside the clone between runs: build output, the Python of the tests.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::shell::{Stop, command, run, step, top};

/// The folder of everything kept; made if it is not there.
pub(crate) fn folder() -> Result<PathBuf, Stop> {
    let folder = std::env::var_os("OUTREACH_CACHE")
        .map(PathBuf::from)
        .or_else(|| std::env::var_os("XDG_CACHE_HOME").map(|cache| PathBuf::from(cache).join("outreach")))
        .or_else(|| std::env::home_dir().map(|home| home.join(".cache/outreach")))
        .ok_or_else(|| {
            Stop::new("no home folder is known; set OUTREACH_CACHE to a folder for build output")
        })?;
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// Where cargo builds. In continuous integration a folder outside the clone, so that the next clone finds it.
pub(crate) fn target() -> Result<PathBuf, Stop> {
    if let Some(target) = std::env::var_os("CARGO_TARGET_DIR") {
        return Ok(PathBuf::from(target));
    }
    if std::env::var_os("CI").is_some() {
        Ok(folder()?.join("target"))
    } else {
        Ok(top().join("target"))
    }
}

/// Gives a cargo command the build folder.
pub(crate) fn built_in_target(command: &mut Command) -> Result<&mut Command, Stop> {
    Ok(command.env("CARGO_TARGET_DIR", target()?))
}

/// A Python with the packages that the tests compare with; made anew when their list changes.
pub(crate) fn python() -> Result<PathBuf, Stop> {
    venv("python", &top().join("tests/requirements.txt"))
}

/// A Python of its own with the packages of a list; made anew when the list changes.
pub(crate) fn venv(name: &str, requirements: &std::path::Path) -> Result<PathBuf, Stop> {
    let folder = folder()?.join(name);
    let python = folder.join("bin/python");
    let stamp = folder.join("made-from.txt");
    let wanted = fs::read_to_string(requirements)?;
    if python.exists() && fs::read_to_string(&stamp).is_ok_and(|made| made == wanted) {
        return Ok(python);
    }
    step(&format!(
        "Python packages of {}",
        requirements.strip_prefix(top()).unwrap_or(requirements).display()
    ));
    run(command("python3", &["-m", "venv", "--clear"]).arg(&folder))?;
    run(command(
        &python,
        &[
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "-r",
        ],
    )
    .arg(requirements))?;
    fs::write(stamp, wanted)?;
    Ok(python)
}
