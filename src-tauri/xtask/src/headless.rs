//! The main job without a window: make the sample programme, check it, export it, say where the results are.

use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::process::Command;

use crate::cache;
use crate::shell::{Stop, cargo, run, say, step, top};

/// Leaves a workspace and its exports in `out/`.
pub(crate) fn main_job() -> Result<(), Stop> {
    step("building the command line (the first time takes some minutes)");
    let mut build = cargo(&["build", "-p", "outreach-cli"]);
    run(cache::built_in_target(&mut build)?)?;
    let outreach =
        cache::target()?
            .join("debug")
            .join(if cfg!(windows) { "outreach.exe" } else { "outreach" });
    let out = top().join("out");
    fs::create_dir_all(&out)?;
    let workspace = free_name(&out)?;
    let (passphrase, given) = match std::env::var("OUTREACH_PASSPHRASE") {
        Ok(passphrase) => (passphrase, true),
        Err(_) => (random_passphrase()?, false),
    };
    let ask = |arguments: &[&str]| {
        let mut command = Command::new(&outreach);
        command
            .arg("--workspace")
            .arg(&workspace)
            .args(arguments)
            .env("OUTREACH_PASSPHRASE", &passphrase);
        command.current_dir(top());
        command
    };
    step("making the sample programme (all people in it are invented)");
    run(&mut ask(&["init", "--sample"]))?;
    step("checking it");
    // Status 3 says that problems were found, which the sample has on purpose.
    let found = ask(&["check"]).status()?;
    if !matches!(found.code(), Some(0 | 3)) {
        return Err(Stop::new(format!("the check ended with {found}")));
    }
    step("exporting it");
    for format in FORMATS {
        let what: &[&str] = match format {
            "pdf" => &["export", "pdf", "year", "--out"],
            _ => &["export", format, "--out"],
        };
        run(ask(what).arg(out.join(format!("programme.{format}"))))?;
    }
    step("verifying the workspace");
    run(&mut ask(&["verify"]))?;
    say("\nResults:");
    for format in FORMATS {
        let target = out.join(format!("programme.{format}"));
        say(&format!(
            "  {:>9} bytes  {}",
            fs::metadata(&target)?.len(),
            target.display()
        ));
    }
    say(&format!(
        "  {:>9} bytes  {} (encrypted)",
        fs::metadata(&workspace)?.len(),
        workspace.display()
    ));
    if given {
        say("  its passphrase is the one in OUTREACH_PASSPHRASE");
    } else {
        say(&format!("  its passphrase, shown only here: {passphrase}"));
    }
    say(&format!(
        "\nGo on with, for instance:\n  {} --workspace {} events list",
        outreach.display(),
        workspace.display()
    ));
    Ok(())
}

/// What the programme is exported to.
const FORMATS: [&str; 5] = ["ics", "xlsx", "csv", "html", "pdf"];

/// A workspace is never written over: the next free name is taken.
fn free_name(out: &Path) -> Result<std::path::PathBuf, Stop> {
    (1..10_000)
        .map(|number| match number {
            1 => out.join("sample.outreach"),
            number => out.join(format!("sample-{number}.outreach")),
        })
        .find(|path| !path.exists())
        .ok_or_else(|| Stop::new("there are ten thousand sample workspaces in out/; remove some"))
}

/// Twenty-four letters from the system's random source.
fn random_passphrase() -> Result<String, Stop> {
    let mut bytes = [0_u8; 24];
    if cfg!(unix) {
        fs::File::open("/dev/urandom")?.read_exact(&mut bytes)?;
    } else {
        return Err(Stop::new(
            "set OUTREACH_PASSPHRASE to the passphrase of the new workspace",
        ));
    }
    // 32 letters, so that taking the remainder favours none; l and o are left out for 1 and 0.
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    Ok(bytes
        .iter()
        .map(|byte| char::from(LETTERS[usize::from(*byte) % LETTERS.len()]))
        .collect())
}
