//! Sets the machine up, runs, tests, measures and packages the planner: `cargo xtask`.
//!
//! Everything a developer or a machine of continuous integration has to do is a command here, says what it is
//! doing while it does it, and installs what it needs. It has nearly no dependencies, so that it is itself built
//! in seconds.

mod cache;
mod data;
mod display;
mod headless;
mod house;
mod layers;
mod machine;
mod package;
mod shell;
mod tally;
mod ui;
mod window;
mod window_bench;

use std::process::ExitCode;

use crate::shell::{Stop, say};

const HELP: &str = "\
cargo xtask run [--headless]     set up what is missing, build, and open the planner;
                                 without a display, do its main job and say where the results are
cargo xtask test [LAYER…]        set up what is missing and run every test
                                 (layers: house, ui, rust, docs, screens, window, package)
cargo xtask setup                only set up what is missing for both
cargo xtask bench [ROOM]         measure, in ratios against named peers
cargo xtask bench window [BUILT] start and memory of the window beside GNOME Calendar
cargo xtask package              build the .deb
cargo xtask bindings [--check]   write the TypeScript side of the routes
cargo xtask data [tz|places|holidays|map|zones|names]
                                 make the reference data anew
cargo xtask fmt                  format Rust and TypeScript

Build output of tests goes to OUTREACH_CACHE (default: outreach in the user's cache folder) where CI is set.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.split_first() {
        Some((&"run", [])) => window::open(false),
        Some((&"run", ["--headless"])) => window::open(true),
        Some((&"test", names)) => layers::test(names),
        Some((&"setup", [])) => machine::for_tests()
            .and_then(|()| cache::python().map(drop))
            .and_then(|()| ui::packages()),
        Some((&"bench", ["window"])) => window_bench::measure(None),
        Some((&"bench", ["window", built])) => window_bench::measure(Some(built)),
        Some((&"bench", rooms)) => house::bench(rooms),
        Some((&"package", [])) => {
            package::build(package::Build::Release).map(|deb| say(&format!("made {}", deb.display())))
        }
        Some((&"bindings", [])) => house::bindings(false),
        Some((&"bindings", ["--check"])) => house::bindings(true),
        Some((&"data", what)) => data::make(what),
        Some((&"fmt", [])) => house::format(),
        Some((&("help" | "--help" | "-h"), _)) | None => {
            say(HELP);
            Ok(())
        }
        Some(_) => Err(Stop::new(format!(
            "not a command: cargo xtask {}\n\n{HELP}",
            arguments.join(" ")
        ))),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            say(&format!("\nstopped: {stop}"));
            ExitCode::FAILURE
        }
    }
}
