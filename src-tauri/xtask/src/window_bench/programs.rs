//! The two programs, and the events they begin with.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::screen::Screen;
use crate::cache;
use crate::shell::{Stop, cargo, command, output, run, step};

/// Of the generated workspace, which has nothing to hide.
pub(super) const PASSPHRASE: &str = "seven lanterns over the harbour";
/// What the generating server gives its workspaces.
const GENERATED_WITH: &str = "test-only";

/// Where the built programs are.
pub(super) struct Built {
    /// The window.
    desktop: PathBuf,
    /// The command line.
    cli: PathBuf,
    /// The server that can generate events.
    server: PathBuf,
}

impl Built {
    /// The window as it is released; the others only prepare.
    pub(super) fn now() -> Result<Self, Stop> {
        step("building the window as for a release, and what prepares the events");
        run(cache::built_in_target(&mut cargo(&[
            "build",
            "--release",
            "-p",
            "outreach-desktop",
        ]))?)?;
        let mut rest = cargo(&["build", "-p", "outreach-cli", "-p", "outreach-devserver"]);
        run(cache::built_in_target(&mut rest)?)?;
        let target = cache::target()?;
        Ok(Self {
            desktop: target.join("release/outreach-desktop"),
            cli: target.join("debug/outreach"),
            server: target.join("debug/outreach-devserver"),
        })
    }

    /// A window that is built already, in any profile.
    pub(super) fn before(desktop: PathBuf) -> Result<Self, Stop> {
        if !desktop.is_file() {
            return Err(Stop::new(format!("{} is no program", desktop.display())));
        }
        let target = cache::target()?;
        Ok(Self {
            desktop,
            cli: target.join("debug/outreach"),
            server: target.join("debug/outreach-devserver"),
        })
    }
}

/// The events, and a home for each program that stays between its starts.
pub(super) struct Desk {
    folder: PathBuf,
    cli: PathBuf,
}

impl Desk {
    /// A workspace with generated events whose passphrase costs what a planner's costs, and the same events where
    /// the peer's store keeps the local calendar.
    pub(super) fn prepare(built: &Built, events: usize) -> Result<Self, Stop> {
        let folder = cache::folder()?.join("bench-window");
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        let desk = Self {
            folder,
            cli: built.cli.clone(),
        };
        let calendar = desk.home(false).join("data/evolution/calendar/system");
        for home in [desk.home(true), desk.home(false)] {
            for part in ["config/gtk-3.0", "config/gtk-4.0", "data", "cache", "run"] {
                fs::create_dir_all(home.join(part))?;
            }
            // Movement would count as drawing for as long as it lasts, and scroll bars that fade away do it late.
            let still = "[Settings]\ngtk-enable-animations=0\ngtk-cursor-blink=0\ngtk-overlay-scrolling=0\n";
            for toolkit in ["gtk-3.0", "gtk-4.0"] {
                fs::write(home.join("config").join(toolkit).join("settings.ini"), still)?;
            }
        }
        desk.message_bus()?;
        generate(built, &desk.planner(), events)?;
        desk.spread()?;
        // The server's passphrases are cheap to check; exchanging one makes it cost what it should.
        let mut exchange = desk.ask(&["passphrase"]);
        exchange
            .env("OUTREACH_PASSPHRASE", GENERATED_WITH)
            .env("OUTREACH_NEW_PASSPHRASE", PASSPHRASE);
        run(exchange.stdout(Stdio::null()))?;
        fs::create_dir_all(&calendar)?;
        run(desk
            .ask(&["export", "ics", "--out"])
            .arg(calendar.join("calendar.ics"))
            .stdout(Stdio::null()))?;
        // As large as the planner's window, and without a store of settings beside it.
        let settings = desk.home(false).join("config/glib-2.0/settings");
        fs::create_dir_all(&settings)?;
        fs::write(
            settings.join("keyfile"),
            "[org/gnome/calendar]\nwindow-size=(1360, 860)\nwindow-maximized=false\nactive-view='month'\n",
        )?;
        Ok(desk)
    }

    /// A message bus that starts only the peer's store of events: everything else that a machine happens to offer
    /// (portals, key rings) would be started by one program or the other and counted as its own.
    fn message_bus(&self) -> Result<(), Stop> {
        let services = self.folder.join("services");
        fs::create_dir_all(&services)?;
        for file in fs::read_dir("/usr/share/dbus-1/services")? {
            let name = file?.file_name();
            if name
                .to_string_lossy()
                .starts_with("org.gnome.evolution.dataserver.")
            {
                fs::copy(
                    Path::new("/usr/share/dbus-1/services").join(&name),
                    services.join(&name),
                )?;
            }
        }
        let services = services.display();
        let bus = format!(
            "<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>\
             <servicedir>{services}</servicedir><policy context=\"default\">\
             <allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/><allow own=\"*\"/>\
             </policy></busconfig>"
        );
        Ok(fs::write(self.bus(), bus)?)
    }

    fn bus(&self) -> PathBuf {
        self.folder.join("bus.conf")
    }

    /// Moves the generated missions, which crowd two months, over a year: each pair starts a week after the one before.
    /// So many events in one month are no planner's year, and the peer draws a crowd very slowly.
    fn spread(&self) -> Result<(), Stop> {
        let mut list = self.ask(&["missions", "list", "--json"]);
        list.env("OUTREACH_PASSPHRASE", GENERATED_WITH);
        let missions: serde_json::Value = serde_json::from_str(&output(&mut list)?)
            .map_err(|error| Stop::new(format!("the missions cannot be read: {error}")))?;
        for (number, mission) in missions.as_array().into_iter().flatten().enumerate() {
            let days = (number / 2 * 7).to_string();
            let id = mission["id"].as_str().unwrap_or_default();
            let mut shift = self.ask(&["missions", "shift", id, "--days", &days]);
            run(shift
                .env("OUTREACH_PASSPHRASE", GENERATED_WITH)
                .stdout(Stdio::null()))?;
        }
        Ok(())
    }

    fn home(&self, planner: bool) -> PathBuf {
        self.folder
            .join(if planner { "outreach" } else { "gnome-calendar" })
    }

    /// The folder of the workspace and of the planner's preferences.
    fn planner(&self) -> PathBuf {
        self.folder.join("workspace")
    }

    fn ask(&self, arguments: &[&str]) -> Command {
        let mut ask = command(&self.cli, &["--workspace"]);
        ask.arg(self.planner().join("sample.outreach"))
            .args(arguments)
            .env("OUTREACH_CONFIG", self.folder.join("preferences"))
            .env("OUTREACH_PASSPHRASE", PASSPHRASE);
        ask
    }

    /// Whether some program has the workspace open: then another one is refused.
    pub(super) fn is_open(&self) -> bool {
        let other = self.ask(&["status"]).output();
        other.is_ok_and(|output| output.status.code() == Some(1))
    }

    /// A program with a message bus of its own, so that nothing of this machine's desktop helps or hinders it.
    pub(super) fn program(&self, built: &Built, planner: bool, screen: &Screen) -> Command {
        let home = self.home(planner);
        let mut program = command("dbus-run-session", &["--config-file"]);
        program.arg(self.bus()).arg("--");
        if planner {
            program
                .arg(&built.desktop)
                .env("OUTREACH_CONFIG", self.planner().join("preferences"));
        } else {
            // A month in the midst of the events.
            program.args(["gnome-calendar", "--date", "06/15/2026"]);
        }
        program
            .env("DISPLAY", screen.name())
            .env_remove("WAYLAND_DISPLAY")
            .env("HOME", &home)
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("XDG_RUNTIME_DIR", home.join("run"))
            .env("LANG", "C.UTF-8")
            .env("GSETTINGS_BACKEND", "keyfile")
            // Reading aids and portals would start more programs than are compared.
            .env("NO_AT_BRIDGE", "1")
            .env("GTK_A11Y", "none")
            .env("GTK_USE_PORTAL", "0")
            .env("GTK_OVERLAY_SCROLLING", "0")
            .env("ADW_DISABLE_PORTAL", "1")
            // A virtual display has no graphics memory to share.
            .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
        program
    }
}

fn generate(built: &Built, folder: &Path, events: usize) -> Result<(), Stop> {
    let mut server = command(
        &built.server,
        &["--port", "0", "--events", &events.to_string(), "--dir"],
    )
    .arg(folder)
    .stdout(Stdio::piped())
    .spawn()?;
    // It says its address when the workspace is made.
    let mut address = String::new();
    let told = match server.stdout.take() {
        Some(out) => BufReader::new(out).read_line(&mut address),
        None => Ok(0),
    };
    _ = server.kill();
    _ = server.wait();
    if told? == 0 {
        return Err(Stop::new("the workspace with generated events was not made"));
    }
    Ok(())
}
