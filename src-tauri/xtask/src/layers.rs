//! Every layer of tests, one after the other; a layer that fails does not stop the next.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use crate::shell::{Stop, answers, cargo, run, say, step};
use crate::tally::Tally;
use crate::{cache, house, machine, package, ui, window};

const LAYERS: [&str; 7] = ["house", "ui", "rust", "docs", "screens", "window", "package"];

/// Sets the machine up and runs the layers named, or all.
pub(crate) fn test(names: &[&str]) -> Result<(), Stop> {
    if let Some(unknown) = names.iter().find(|name| !LAYERS.contains(name)) {
        return Err(Stop::new(format!(
            "there is no layer {unknown}; there are {}",
            LAYERS.join(", ")
        )));
    }
    let wanted = |layer: &str| names.is_empty() || names.contains(&layer);
    machine::for_tests()?;
    // The window's package embeds the built screens, so they come before any cargo command over everything.
    ui::build()?;
    let mut tally = Tally::default();
    if ["house", "rust", "docs", "screens", "window"]
        .into_iter()
        .any(wanted)
    {
        tally.check("everything compiles", compile);
    }
    if wanted("house") {
        house::checks(&mut tally);
    }
    if wanted("ui") {
        ui::test(&mut tally)?;
    }
    if wanted("rust") {
        layer(&mut tally, "rust", rust);
    }
    if wanted("docs") {
        layer(&mut tally, "docs", docs);
    }
    if wanted("screens") {
        layer(&mut tally, "screens", screens);
    }
    if wanted("window") {
        layer(&mut tally, "window", window_journeys);
    }
    if wanted("package") {
        tally.check(
            "the package is built, installed, started and removed",
            package::test,
        );
    }
    tally.close();
    if tally.is_green() {
        Ok(())
    } else {
        Err(Stop::new("not every test passed"))
    }
}

fn layer(tally: &mut Tally, name: &str, work: fn(&mut Tally) -> Result<(), Stop>) {
    if let Err(stop) = work(tally) {
        tally.fail(name, &stop.to_string());
    }
}

/// What every cargo command of the tests is about. Always the same packages with the same features: a package asked
/// for by itself gets its dependencies with fewer features, and so a second time.
pub(crate) const EVERYTHING: [&str; 3] = ["--workspace", "--features", "outreach-api/bindings"];

fn compile() -> Result<(), Stop> {
    let mut build = cargo(&["build", "--quiet", "--bins", "--tests"]);
    run(cache::built_in_target(build.args(EVERYTHING))?)
}

fn rust(tally: &mut Tally) -> Result<(), Stop> {
    step("tests of the rooms (nextest)");
    let log = tests_of(Which::Rooms, &[])?;
    tally.cargo(&log, false);
    Ok(())
}

fn window_journeys(tally: &mut Tally) -> Result<(), Stop> {
    step("journeys through the command line and the real window (under Xvfb)");
    let built = cache::target()?.join("debug");
    let programs = [
        (
            "OUTREACH_DESKTOP",
            built.join("outreach-desktop").display().to_string(),
        ),
        ("OUTREACH_CLI", built.join("outreach").display().to_string()),
    ];
    let log = window::under_xvfb(|| tests_of(Which::Journeys, &programs))?;
    tally.cargo(&log, true);
    Ok(())
}

/// Tests by where they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Which {
    /// In the crates.
    Rooms,
    /// In `tests/`, which need the built programs and a display.
    Journeys,
}

/// Runs tests, shows the lines that tell how each went, and returns all that was printed.
fn tests_of(which: Which, environment: &[(&str, String)]) -> Result<String, Stop> {
    let mut command = if answers("cargo-nextest", "--version") {
        // What passing tests print tells which found their peer absent.
        let mut command = cargo(&[
            "nextest",
            "run",
            "--no-fail-fast",
            "--success-output=immediate",
            "--color=never",
        ]);
        match which {
            Which::Rooms => command.args(EVERYTHING).args(["--exclude", "outreach-journeys"]),
            Which::Journeys => command
                .args(EVERYTHING)
                .args(["--filterset", "package(outreach-journeys)"]),
        };
        command
    } else {
        say("cargo-nextest is not installed; cargo's own runner is used");
        let mut command = cargo(&["test", "--no-fail-fast", "--bins", "--tests"]);
        match which {
            Which::Rooms => command.args(EVERYTHING).args(["--exclude", "outreach-journeys"]),
            // The runner has no way to leave tests out; a few dependencies are built twice.
            Which::Journeys => command.args(["--package", "outreach-journeys"]),
        };
        command
    };
    command.envs(environment.iter().map(|(name, value)| (name, value.as_str())));
    let log = logged(
        with_peers(&mut command)?,
        &["PASS", "skipped: ", "test result: ok"],
    )?;
    if !log.contains("Summary [") && !log.contains("test result:") {
        return Err(Stop::new(format!(
            "the tests did not run:\n{}",
            last_lines(&log, 60)
        )));
    }
    Ok(log)
}

/// The programs that files and rules are compared with must be there: an absent peer fails.
fn with_peers(command: &mut Command) -> Result<&mut Command, Stop> {
    let python = cache::python()?;
    cache::built_in_target(command)?;
    Ok(command
        .env("OUTREACH_PYTHON", python)
        .env("OUTREACH_PEERS", "required"))
}

fn docs(tally: &mut Tally) -> Result<(), Stop> {
    step("examples in the documentation");
    let mut command = cargo(&["test", "--doc", "--no-fail-fast"]);
    let log = logged(cache::built_in_target(command.args(EVERYTHING))?, &["... ok"])?;
    tally.cargo(&log, false);
    Ok(())
}

fn screens(tally: &mut Tally) -> Result<(), Stop> {
    step("screens in Chromium: journeys, keyboard, axe in three languages");
    let server = cache::target()?.join("debug/outreach-devserver");
    let report = cache::target()?.join("screens.json");
    if report.exists() {
        fs::remove_file(&report)?;
    }
    // The longest layer: each file of tests says when it is through. What failed is told from the report.
    let mut command = Command::new("npm");
    command
        .args(["exec", "--", "vitest", "run"])
        .args(["--config", "tests/vitest.config.ts"])
        .args(["--reporter=./tests/files-reporter.ts", "--reporter=json"])
        .arg(format!("--outputFile.json={}", report.display()))
        .current_dir(ui::folder())
        .env("OUTREACH_DEVSERVER", server)
        .stdin(Stdio::null());
    // A failing test ends vitest with an error, too.
    command
        .status()
        .map_err(|error| Stop::new(format!("npm could not be started: {error}")))?;
    let report =
        fs::read_to_string(&report).map_err(|error| Stop::new(format!("vitest left no report: {error}")))?;
    tally.vitest(&report)
}

/// Runs a command, shows its lines but those that hold one of `quiet`, and returns all of them. Its exit status
/// is not looked at: the lines tell.
fn logged(command: &mut Command, quiet: &[&str]) -> Result<String, Stop> {
    let (reader, writer) = std::io::pipe()?;
    let mut child = command.stdout(writer.try_clone()?).stderr(writer).spawn()?;
    // Our own copies of the writing end live in `command`; they must go, or the pipe never ends.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let mut log = String::new();
    for line in BufReader::new(reader).split(b'\n') {
        let line = String::from_utf8_lossy(&line?).into_owned();
        let words = line.trim();
        let told = [
            "FAIL",
            "Summary",
            "SLOW",
            "TIMEOUT",
            "error",
            "test result",
            "thread '",
            "panicked",
            "assertion",
        ];
        if told.iter().any(|mark| words.contains(mark)) && !quiet.iter().any(|mark| words.contains(mark)) {
            say(&line);
        }
        log.push_str(&line);
        log.push('\n');
    }
    child.wait()?;
    keep(&log)?;
    Ok(log)
}

/// Keeps the whole log for whoever wants to read on.
fn keep(log: &str) -> Result<(), Stop> {
    let folder = cache::folder()?.join("logs");
    fs::create_dir_all(&folder)?;
    let number = fs::read_dir(&folder)?.count();
    fs::write(folder.join(format!("{number:04}.txt")), log)?;
    Ok(())
}

fn last_lines(log: &str, count: usize) -> String {
    let lines: Vec<&str> = log.lines().collect();
    lines[lines.len().saturating_sub(count)..].join("\n")
}
