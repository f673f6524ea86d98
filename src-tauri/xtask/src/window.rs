//! Starting the planner, in a window or without one.

use std::process::Command;

use crate::display::Display;
use crate::shell::{Stop, cargo, run, say, step};
use crate::{cache, headless, machine, ui};

/// Sets up what is missing, builds, and starts the planner. Without a display (or if asked to) the main job is
/// done headless instead.
pub(crate) fn open(headless: bool) -> Result<(), Stop> {
    let display = ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|v| !v.is_empty()));
    let elsewhere = cfg!(any(target_os = "macos", target_os = "windows"));
    if headless || !(display || elsewhere) {
        if !headless {
            say("There is no display, so the planner does its main job without a window.");
        }
        machine::for_headless()?;
        return headless::main_job();
    }
    machine::for_window()?;
    ui::build()?;
    step("building the planner (the first time takes some minutes)");
    let mut build = cargo(&["build", "--release", "-p", "outreach-desktop"]);
    run(cache::built_in_target(&mut build)?)?;
    step("starting the planner; on its first page choose the sample programme, a new file or one you have");
    let name = if cfg!(windows) {
        "outreach-desktop.exe"
    } else {
        "outreach-desktop"
    };
    run(&mut Command::new(cache::target()?.join("release").join(name)))
}

/// Runs something with a virtual display of its own, which ends with it.
pub(crate) fn under_xvfb<T>(work: impl FnOnce() -> Result<T, Stop>) -> Result<T, Stop> {
    let display = Display::start::<&str>(&[])?;
    let before = std::env::var_os("DISPLAY");
    set_display(Some(display.name.as_str().into()));
    let done = work();
    set_display(before);
    done
}

#[expect(
    unsafe_code,
    reason = "set_var is sound while one thread runs, and this program never starts another"
)]
fn set_display(value: Option<std::ffi::OsString>) {
    match value {
        Some(value) => unsafe { std::env::set_var("DISPLAY", value) },
        None => unsafe { std::env::remove_var("DISPLAY") },
    }
}
