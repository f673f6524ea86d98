//! The screens: their packages, their build, their own tests.

use std::fs;
use std::path::PathBuf;

use crate::shell::{Stop, command, output, run, step, top};
use crate::tally::Tally;

pub(crate) fn folder() -> PathBuf {
    top().join("ui")
}

fn npm(arguments: &[&str]) -> std::process::Command {
    let mut npm = command("npm", arguments);
    npm.current_dir(folder());
    npm
}

/// Installs the packages that the lock file names, unless they are there.
pub(crate) fn packages() -> Result<(), Stop> {
    let lock = fs::read_to_string(folder().join("package-lock.json"))?;
    let stamp = folder().join("node_modules/.made-from-lock");
    if fs::read_to_string(&stamp).is_ok_and(|made| made == lock) {
        return Ok(());
    }
    step("packages of the screens (npm ci)");
    run(&mut npm(&["ci", "--no-audit", "--no-fund", "--loglevel=error"]))?;
    fs::write(stamp, lock)?;
    Ok(())
}

/// Builds the screens into ui/dist.
pub(crate) fn build() -> Result<(), Stop> {
    packages()?;
    step("building the screens");
    run(&mut npm(&["run", "--silent", "build", "--", "--logLevel=warn"]))
}

/// Types, format and unit tests of the screens.
pub(crate) fn test(tally: &mut Tally) -> Result<(), Stop> {
    packages()?;
    tally.check("svelte-check", || run(&mut npm(&["run", "--silent", "check"])));
    tally.check("prettier", || run(&mut npm(&["run", "--silent", "lint"])));
    step("tests of the screens' parts (vitest)");
    let report =
        output(npm(&["exec", "--", "vitest", "run", "--reporter=json"]).stderr(std::process::Stdio::null()));
    tally.vitest(&report.or_else(|_| {
        output(&mut npm(&[
            "exec",
            "--",
            "vitest",
            "run",
            "--reporter=json",
            "--bail=0",
        ]))
    })?)
}
