//! The machine: which system packages are needed, and installing those that are missing.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::shell::{Stop, answers, command, run, say, step};

/// To build the program `outreach`.
const BUILD: &[&str] = &["build-essential", "pkg-config", "libssl-dev"];
/// To print: faces for Chinese.
const PAPER: &[&str] = &["fonts-noto-cjk"];
/// To build and show the window.
const WINDOW: &[&str] = &["libwebkit2gtk-4.1-dev", "librsvg2-dev"];
/// To drive the window and the screens, and the programs our files are compared with.
const TESTS: &[&str] = &[
    "webkit2gtk-driver",
    "xvfb",
    "xauth",
    "dbus-x11",
    "imagemagick",
    "xdotool",
    "chromium",
    "libical-dev",
    "libreoffice-calc-nogui",
    "python3-venv",
    "dpkg-dev",
    "file",
    "binutils",
    "qpdf",
    "poppler-utils",
    "zbar-tools",
    "age",
];

/// What the window is measured with and beside.
const WINDOW_BENCH: &[&str] = &[
    "xvfb",
    "dbus-daemon",
    "xdotool",
    "imagemagick",
    "gnome-calendar",
    "evolution-data-server",
];

/// What `outreach` needs.
pub(crate) fn for_headless() -> Result<(), Stop> {
    install(&[BUILD, PAPER])
}

/// What the window needs.
pub(crate) fn for_window() -> Result<(), Stop> {
    install(&[BUILD, PAPER, WINDOW])?;
    node()
}

/// What the tests need.
pub(crate) fn for_tests() -> Result<(), Stop> {
    install(&[BUILD, PAPER, WINDOW, TESTS])?;
    node()
}

/// What the bench of the window needs.
pub(crate) fn for_window_bench() -> Result<(), Stop> {
    install(&[BUILD, PAPER, WINDOW, WINDOW_BENCH])?;
    node()
}

fn node() -> Result<(), Stop> {
    if answers("node", "--version") && answers("npm", "--version") {
        return Ok(());
    }
    Err(Stop::new(
        "Node 20 or newer with npm is needed to build the screens. Install it (Debian: nodejs, npm) and run this again.",
    ))
}

fn install(lists: &[&[&str]]) -> Result<(), Stop> {
    let wanted: Vec<&str> = lists.concat();
    if !Path::new("/usr/bin/dpkg-query").exists() {
        return elsewhere(&wanted);
    }
    let missing: Vec<&str> = wanted
        .into_iter()
        .filter(|package| !is_installed(package))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    step(&format!("system packages: {}", missing.join(" ")));
    run(&mut apt(&["update", "-qq"]))?;
    run(apt(&["install", "-y", "-qq", "--no-install-recommends"])
        .args(&missing)
        .stdout(Stdio::null()))
    .map_err(|stop| {
        Stop::new(format!(
            "{stop}\nInstall them by hand and run this again: apt-get install {}",
            missing.join(" ")
        ))
    })
}

fn apt(arguments: &[&str]) -> Command {
    let root = command("id", &["-u"])
        .output()
        .is_ok_and(|output| output.stdout.starts_with(b"0"));
    let mut apt = if root {
        command("apt-get", &[])
    } else {
        command("sudo", &["apt-get"])
    };
    apt.args(arguments)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .stdin(Stdio::inherit());
    apt
}

fn is_installed(package: &str) -> bool {
    let state = command("dpkg-query", &["-W", "-f=${db:Status-Abbrev}", package]).output();
    state.is_ok_and(|output| output.stdout.starts_with(b"ii"))
}

/// On a system without Debian's package manager nothing is installed; what is needed is said.
fn elsewhere(debian: &[&str]) -> Result<(), Stop> {
    if cfg!(target_os = "linux") {
        say(&format!(
            "This system has no dpkg, so nothing is installed. Needed, by their Debian names: {}",
            debian.join(" ")
        ));
        return Ok(());
    }
    if cfg!(target_os = "macos") {
        say(
            "Needed: Xcode's command line tools (xcode-select --install). The window uses the system's WebKit.",
        );
        return Ok(());
    }
    say(
        "Needed: Microsoft's C++ build tools, Perl (for OpenSSL), and the WebView2 runtime, which Windows 11 has.",
    );
    Ok(())
}
