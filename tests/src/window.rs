//! The real window, as a planner has it in front of her.

use std::io::{BufRead as _, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::driver::{Driver, until};
use crate::process::Group;
use crate::{Element, Program, built, skip};

/// A window of its own: its own home, its own message bus, and a folder that answers its file dialogs.
#[derive(Debug)]
pub struct Window {
    driver: Driver,
    // Dropped in this order: the driver with the window, then the bus, then the folders.
    _driver_process: Group,
    _bus: Group,
    address: String,
    /// None only while the window moves to its next life.
    home: Option<TempDir>,
}

impl Window {
    /// Starts the planner as on a new machine. None, said aloud, if something for it is absent.
    ///
    /// # Panics
    /// All is there, but no window comes up.
    pub fn start() -> Option<Self> {
        let home = tempfile::tempdir().expect("a temporary folder can be made");
        Self::start_at(home)
    }

    /// Starts the planner with the preferences of another home, whose recent files it offers.
    ///
    /// # Panics
    /// They cannot be copied, or no window comes up.
    pub fn start_with(preferences: &Path) -> Option<Self> {
        let home = tempfile::tempdir().expect("a temporary folder can be made");
        let own = home.path().join("preferences");
        std::fs::create_dir_all(&own).expect("a folder can be made in a temporary one");
        for file in std::fs::read_dir(preferences)
            .expect("the preferences are there")
            .flatten()
        {
            if file.path().extension().is_some_and(|ending| ending == "json") {
                std::fs::copy(file.path(), own.join(file.file_name())).expect("preferences can be copied");
            }
        }
        Self::start_at(home)
    }

    /// Ends the window and starts it again in the same home.
    ///
    /// # Panics
    /// No window comes up.
    pub fn again(mut self) -> Self {
        let home = self.home.take().expect("a living window has a home");
        drop(self);
        Self::start_at(home).expect("what was there is there")
    }

    /// Starts the planner once more beside this window, as a second click on its icon does; how that one ends.
    ///
    /// # Panics
    /// It does not end by itself.
    pub fn second_start(&self) -> Option<i32> {
        let program = built(Program::Desktop).expect("the first start found it");
        let mut command = Command::new(program);
        at_home(
            &mut command,
            self.home.as_ref().expect("a living window has a home").path(),
            &self.address,
        );
        let mut second = Group::start(&mut command).expect("it can be started again");
        until("the second start to end", || {
            second.first().try_wait().ok().flatten()
        })
        .code()
    }

    fn start_at(home: TempDir) -> Option<Self> {
        let program = built(Program::Desktop)?;
        if std::env::var_os("DISPLAY").is_none() {
            skip("there is no display; `cargo xtask test window` starts a virtual one");
            return None;
        }
        let files = home.path().join("files");
        std::fs::create_dir_all(&files).expect("a folder can be made in a temporary one");
        let (bus, address) = message_bus()?;
        let port = free_port();
        let mut command = Command::new("WebKitWebDriver");
        command.arg(format!("--port={port}")).arg("--host=127.0.0.1");
        at_home(&mut command, home.path(), &address);
        let Ok(driver_process) = Group::start(&mut command) else {
            skip("WebKitWebDriver is not installed");
            return None;
        };
        until("the driver", || {
            TcpStream::connect((Ipv4Addr::LOCALHOST, port)).ok()
        });
        let options = json!({ "webkitgtk:browserOptions": { "binary": program, "args": [] } });
        let driver = Driver::begin(port, &options).unwrap_or_else(|refusal| panic!("no window: {refusal}"));
        let window = Self {
            driver,
            _driver_process: driver_process,
            _bus: bus,
            address,
            home: Some(home),
        };
        until("the page", || window.driver.find_now("body *").ok());
        Some(window)
    }

    /// Opens the first of the recent files.
    ///
    /// # Panics
    /// There is none, or the passphrase is not its own.
    pub fn open_recent(&self, passphrase: &str) {
        self.find(".recent button").click();
        self.field("Passphrase").write(passphrase);
        self.named("Open").click();
        self.find("nav a[href]");
    }

    /// The folder that answers file dialogs: new files land there.
    pub fn files(&self) -> PathBuf {
        self.home
            .as_ref()
            .expect("a living window has a home")
            .path()
            .join("files")
    }

    /// What the planner's preferences on the disk say; nothing before they are first written.
    pub fn preferences(&self) -> String {
        let folder = self.files().with_file_name("preferences");
        let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
        files
            .filter_map(|file| std::fs::read_to_string(file.path()).ok())
            .collect()
    }

    /// The first element of a selector, as soon as it is there.
    ///
    /// # Panics
    /// It does not appear.
    pub fn find(&self, selector: &str) -> Element {
        until(selector, || self.driver.find_now(selector).ok())
    }

    /// The first visible button, link or tab with this name, as soon as it is there.
    ///
    /// # Panics
    /// It does not appear.
    pub fn named(&self, name: &str) -> Element {
        until(name, || self.driver.find_by(NAMED, &[json!(name)]))
    }

    /// The field that a label names, as soon as it is there.
    ///
    /// # Panics
    /// It does not appear.
    pub fn field(&self, label: &str) -> Element {
        until(label, || self.driver.find_by(FIELD, &[json!(label)]))
    }

    /// What stands in the field that a label names.
    ///
    /// # Panics
    /// It does not appear.
    pub fn value(&self, label: &str) -> String {
        let script = format!("return (function () {{ {FIELD} }})(...arguments)?.value");
        self.run(&script, &[json!(label)])
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// Waits until the page shows some words.
    ///
    /// # Panics
    /// It does not show them.
    pub fn reads(&self, words: &str) {
        until(words, || self.text().contains(words).then_some(()));
    }

    /// Whether the page shows some words now.
    pub fn shows(&self, words: &str) -> bool {
        self.text().contains(words)
    }

    /// All that the page shows.
    pub fn text(&self) -> String {
        let text = self.driver.run("return document.body.innerText", &[]);
        text.ok()
            .and_then(|text| text.as_str().map(ToOwned::to_owned))
            .unwrap_or_default()
    }

    /// Runs a script in the page; what it returns.
    ///
    /// # Panics
    /// The script throws.
    pub fn run(&self, script: &str, arguments: &[Value]) -> Value {
        self.driver
            .run(script, arguments)
            .unwrap_or_else(|refusal| panic!("{script}: {refusal}"))
    }

    /// Waits until a script returns something other than null and false.
    ///
    /// # Panics
    /// It does not.
    pub fn until(&self, what: &str, script: &str) -> Value {
        until(what, || {
            self.driver
                .run(script, &[])
                .ok()
                .filter(|value| !matches!(value, Value::Null | Value::Bool(false)))
        })
    }

    /// Presses keys where the focus is.
    ///
    /// # Panics
    /// The window is gone.
    pub fn press(&self, keys: &str) {
        self.driver
            .press(keys)
            .unwrap_or_else(|refusal| panic!("keys: {refusal}"));
    }

    /// Takes a picture of the display into the folder that `OUTREACH_PICTURES` names, if it does. (The driver's own
    /// picture never comes on a virtual display.)
    pub fn picture(&self, name: &str) {
        let Some(folder) = std::env::var_os("OUTREACH_PICTURES") else {
            return;
        };
        // What was found a moment ago may not be painted yet.
        std::thread::sleep(Duration::from_millis(600));
        // A picture is for people; that none could be taken fails nothing.
        _ = std::fs::create_dir_all(&folder);
        let file = Path::new(&folder).join(format!("{name}.png"));
        _ = Command::new("import")
            .args(["-window", "root"])
            .arg(file)
            .status();
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.picture("failed");
        }
        self.driver.end();
    }
}

/// What a window finds around it.
fn at_home(command: &mut Command, home: &Path, bus: &str) {
    command
        .env("HOME", home)
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_CACHE_HOME", home.join("cache"))
        .env("OUTREACH_CONFIG", home.join("preferences"))
        .env("OUTREACH_DIALOGS_ANSWER", home.join("files"))
        .env("DBUS_SESSION_BUS_ADDRESS", bus)
        .env("LANG", "C.UTF-8")
        .env("TAURI_WEBVIEW_AUTOMATION", "true")
        // Reading aids and portals would each start more programs than the planner itself is.
        .env("NO_AT_BRIDGE", "1")
        .env("GTK_USE_PORTAL", "0")
        // A virtual display has no graphics memory to share.
        .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
}

/// Finds what can be pressed by its name, exact first, then by its beginning.
const NAMED: &str = "
    const seen = (e) => e.getClientRects().length > 0 && getComputedStyle(e).visibility !== 'hidden'
    const name = (e) => (e.getAttribute('aria-label') ?? e.innerText ?? '').trim()
    const all = [...document.querySelectorAll('button, a, label, [role=button], [role=tab], [role=radio], [role=menuitem], [role=option]')]
    const there = all.filter(seen)
    return there.find((e) => name(e) === arguments[0]) ?? there.find((e) => name(e).startsWith(arguments[0])) ?? null";

/// Finds an input by the label that names it.
const FIELD: &str = "
    const fields = [...document.querySelectorAll('input, textarea, select')].filter((e) => e.getClientRects().length > 0)
    const names = (e) => [e.getAttribute('aria-label'), ...[...(e.labels ?? [])].map((label) => label.innerText)]
    return fields.find((e) => names(e).some((name) => name?.trim() === arguments[0])) ?? null";

/// A message bus of its own, for the window looks there whether another window runs.
fn message_bus() -> Option<(Group, String)> {
    let mut command = Command::new("dbus-daemon");
    command
        .args(["--session", "--nofork", "--print-address"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let Ok(mut bus) = Group::start(&mut command) else {
        skip("dbus-daemon is not installed");
        return None;
    };
    let stdout = bus.first().stdout.take().expect("its output was asked for");
    let mut address = String::new();
    BufReader::new(stdout)
        .read_line(&mut address)
        .expect("the bus says its address");
    Some((bus, address.trim().to_owned()))
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("loopback has a free port");
    listener
        .local_addr()
        .expect("a bound socket has an address")
        .port()
}
