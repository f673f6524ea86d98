//! The .deb: the window, the program `outreach`, its manual pages and completions.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::layers::EVERYTHING;
use crate::shell::{Stop, cargo, command, output, run, say, step, top};
use crate::{cache, machine, ui, window};

/// Of which build the package is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Build {
    /// Optimised, as it is given to planners.
    Release,
    /// The programs that the tests have built already, for the test that the package installs and starts: an
    /// optimised build of everything would take longer than all other tests together.
    Tested,
}

const NAME: &str = "outreach";

/// Builds the package and says where it is.
pub(crate) fn build(of: Build) -> Result<PathBuf, Stop> {
    machine::for_window()?;
    ui::build()?;
    step("building the planner to be packaged");
    let (mut build, folder, compression) = match of {
        Build::Release => {
            let packages = ["-p", "outreach-desktop", "-p", "outreach-cli"];
            let mut build = cargo(&["build", "--release"]);
            build.args(packages);
            (build, "release", "-z9")
        }
        Build::Tested => {
            // Asked for with the tests, as they were: without them many dependencies would have other features.
            let mut build = cargo(&["build", "--quiet", "--bins", "--tests"]);
            build.args(EVERYTHING);
            (build, "debug", "-z1")
        }
    };
    run(cache::built_in_target(&mut build)?)?;
    let built = cache::target()?.join(folder);
    let root = cache::target()?.join("deb");
    if root.exists() {
        fs::remove_dir_all(&root)?;
    }
    step("putting the package together");
    for program in ["outreach-desktop", "outreach"] {
        let there = root.join("usr/bin").join(program);
        put(&built.join(program), &there, 0o755)?;
        run(command("strip", &["--strip-unneeded"]).arg(&there))?;
    }
    for (size, icon) in [
        ("32x32", "32x32.png"),
        ("128x128", "128x128.png"),
        ("256x256", "128x128@2x.png"),
    ] {
        let there = format!("usr/share/icons/hicolor/{size}/apps/outreach.png");
        put(
            &top().join("src-tauri/icons").join(icon),
            &root.join(there),
            0o644,
        )?;
    }
    put(
        &top().join("src-tauri/icons/icon.svg"),
        &root.join("usr/share/icons/hicolor/scalable/apps/outreach.svg"),
        0o644,
    )?;
    write(
        &root.join("usr/share/applications/outreach.desktop"),
        DESKTOP_ENTRY,
    )?;
    put(
        &top().join("LICENSE"),
        &root.join("usr/share/doc/outreach/copyright"),
        0o644,
    )?;
    put(
        &top().join("data/ATTRIBUTION.md"),
        &root.join("usr/share/doc/outreach/ATTRIBUTION.md"),
        0o644,
    )?;
    let outreach = built.join("outreach");
    run(Command::new(&outreach)
        .arg("man")
        .arg(root.join("usr/share/man/man1")))?;
    for (shell, file) in [
        ("bash", "usr/share/bash-completion/completions/outreach"),
        ("zsh", "usr/share/zsh/vendor-completions/_outreach"),
        ("fish", "usr/share/fish/vendor_completions.d/outreach.fish"),
    ] {
        write(
            &root.join(file),
            &output(Command::new(&outreach).args(["completions", shell]))?,
        )?;
    }
    write(&root.join("DEBIAN/control"), &control(&root)?)?;
    let deb = cache::target()?.join(format!("{NAME}_{}_{}.deb", version(), architecture()?));
    run(command(
        "dpkg-deb",
        &["--root-owner-group", "-Zxz", compression, "--build"],
    )
    .arg(&root)
    .arg(&deb)
    .stdout(Stdio::null()))?;
    Ok(deb)
}

const DESKTOP_ENTRY: &str = "\
[Desktop Entry]
Type=Application
Name=Outreach
Name[zh_HK]=外訪規劃
Name[zh_TW]=外訪規劃
Name[zh_CN]=外访规划
Comment=Plan overseas roadshows, offline and encrypted
Exec=outreach-desktop
Icon=outreach
Categories=Office;Calendar;ProjectManagement;
StartupWMClass=outreach-desktop
Terminal=false
";

/// The libraries that the window is linked to, by the packages that hold them.
fn control(root: &Path) -> Result<String, Stop> {
    let kilobytes = output(command("du", &["-sk"]).arg(root.join("usr")))?;
    let kilobytes = kilobytes.split_whitespace().next().unwrap_or("0").to_owned();
    Ok(format!(
        "Package: {NAME}\nVersion: {}\nArchitecture: {}\nMaintainer: Outreach <outreach@localhost>\n\
         Installed-Size: {kilobytes}\n\
         Depends: libwebkit2gtk-4.1-0, libgtk-3-0 | libgtk-3-0t64, libssl3 | libssl3t64, libc6, \
         fonts-noto-cjk\nSection: office\nPriority: optional\n\
         Description: Planner of a talent office's overseas outreach\n\
         \x20Missions, legs and events in the venue's time beside Hong Kong's, checks for\n\
         \x20clashes, history with undo, and exports; one encrypted file, no network.\n",
        version(),
        architecture()?,
    ))
}

fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}

fn architecture() -> Result<String, Stop> {
    Ok(output(&mut command("dpkg", &["--print-architecture"]))?
        .trim()
        .to_owned())
}

fn put(from: &Path, to: &Path, mode: u32) -> Result<(), Stop> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::copy(from, to)
        .map_err(|error| Stop::new(format!("{} cannot be packaged: {error}", from.display())))?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(to, fs::Permissions::from_mode(mode))?;
    }
    #[cfg(not(unix))]
    let _ = mode;
    Ok(())
}

fn write(to: &Path, text: &str) -> Result<(), Stop> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(to, text)?;
    Ok(())
}

/// Builds a package, installs it, runs what it installed, and takes it away again.
pub(crate) fn test() -> Result<(), Stop> {
    let deb = build(Build::Tested)?;
    step("installing the package");
    run(command(
        "apt-get",
        &[
            "install",
            "-y",
            "-qq",
            "--no-install-recommends",
            "--allow-downgrades",
        ],
    )
    .arg(&deb)
    .env("DEBIAN_FRONTEND", "noninteractive")
    .stdout(Stdio::null()))?;
    let tried = try_installed();
    step("removing the package");
    run(command("dpkg", &["--remove", NAME]).stdout(Stdio::null()))?;
    tried
}

fn try_installed() -> Result<(), Stop> {
    let said = output(Command::new("/usr/bin/outreach").arg("--version"))?;
    if !said.contains(version()) {
        return Err(Stop::new(format!("the installed outreach says {said}")));
    }
    for file in [
        "usr/share/man/man1/outreach.1",
        "usr/share/bash-completion/completions/outreach",
    ] {
        if !Path::new("/").join(file).exists() {
            return Err(Stop::new(format!("/{file} was not installed")));
        }
    }
    window::under_xvfb(window_comes_up)
}

/// Starts the installed window and waits until the display shows a window of its name.
fn window_comes_up() -> Result<(), Stop> {
    let home = cache::folder()?.join("package-home");
    fs::create_dir_all(&home)?;
    // What the bus starts beside the planner would else hold on to our own output for as long as it lives.
    let told = fs::File::create(home.join("told.txt"))?;
    let mut session = Command::new("dbus-run-session");
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut session, 0);
    let mut planner = session
        .args(["--", "/usr/bin/outreach-desktop"])
        .env("HOME", &home)
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("XDG_DATA_HOME", home.join("data"))
        .stdin(Stdio::null())
        .stdout(told.try_clone()?)
        .stderr(told)
        .spawn()?;
    let began = Instant::now();
    let mut seen = false;
    while !seen && began.elapsed() < Duration::from_secs(60) {
        std::thread::sleep(Duration::from_millis(250));
        if let Some(status) = planner.try_wait()? {
            return Err(Stop::new(format!("the installed planner ended with {status}")));
        }
        seen = Command::new("xdotool")
            .args(["search", "--onlyvisible", "--name", "Outreach"])
            .output()
            .is_ok_and(|output| !output.stdout.is_empty());
    }
    // The session alone, ended, would leave its bus and all that the bus has started.
    let group = format!("-{}", planner.id());
    run(&mut command("kill", &["-TERM", "--", &group]))?;
    planner.wait()?;
    if seen {
        say(&format!(
            "its window came up after {:.1} s",
            began.elapsed().as_secs_f64()
        ));
        Ok(())
    } else {
        Err(Stop::new(
            "the installed planner showed no window within a minute",
        ))
    }
}
