//! The house's own order: format, lints, generated files, benches.

use crate::cache;
use crate::layers::EVERYTHING;
use crate::shell::{Stop, cargo, command, run, step};
use crate::tally::Tally;
use crate::ui;

pub(crate) fn checks(tally: &mut Tally) {
    tally.check("cargo fmt", || run(&mut cargo(&["fmt", "--all", "--check"])));
    tally.check("clippy, warnings refused", || {
        let mut clippy = cargo(&["clippy", "--quiet", "--all-targets"]);
        clippy.args(EVERYTHING).args(["--", "-D", "warnings"]);
        run(cache::built_in_target(&mut clippy)?)
    });
    tally.check("the TypeScript side of the routes is up to date", || {
        let bindings = cache::target()?.join("debug/bindings");
        run(&mut command(&bindings, &["ui/src/api", "--check"]))
    });
}

/// Writes ui/src/api, or checks that it is what would be written.
pub(crate) fn bindings(check: bool) -> Result<(), Stop> {
    let mut write = cargo(&[
        "run",
        "--quiet",
        "-p",
        "outreach-api",
        "--features",
        "bindings",
        "--bin",
        "bindings",
        "--",
        "ui/src/api",
    ]);
    if check {
        write.arg("--check");
    }
    run(cache::built_in_target(&mut write)?)
}

pub(crate) fn format() -> Result<(), Stop> {
    run(&mut cargo(&["fmt", "--all"]))?;
    ui::packages()?;
    run(command("npm", &["run", "--silent", "format"]).current_dir(ui::folder()))
}

/// Measures a room, or every room that has benches.
pub(crate) fn bench(rooms: &[&str]) -> Result<(), Stop> {
    const WITH_BENCHES: [&str; 5] = ["zones", "plan", "store", "exchange", "api"];
    let rooms = if rooms.is_empty() {
        &WITH_BENCHES[..]
    } else {
        rooms
    };
    for room in rooms {
        step(&format!("benches of {room}"));
        let mut bench = cargo(&["bench", "-p", &format!("outreach-{room}"), "--benches"]);
        bench.args(["--", "--warm-up-time", "1", "--measurement-time", "3"]);
        run(cache::built_in_target(&mut bench)?)?;
    }
    Ok(())
}
