//! A virtual display whose picture can be read, and a hand on its keyboard.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::os::unix::fs::FileExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use crate::display::Display;
use crate::shell::{Stop, command, output, run};

/// Every so many lines of the screen are looked at: enough to see any change that matters, at little cost.
const EVERY: usize = 8;
/// Between two looks.
const PAUSE: Duration = Duration::from_millis(8);
/// A screen without change for so long is drawn. It must outlast the peer's wait for its store of events.
const STILL: Duration = Duration::from_secs(3);
/// Longer, and the program does not come.
const PATIENCE: Duration = Duration::from_secs(90);
/// A change of fewer pixels (of those looked at) is a caret, not a page.
const CARET: usize = 100;

/// When the screen changed, counted from a beginning.
#[derive(Clone, Copy, Debug)]
pub(super) struct Drawn {
    /// The first change.
    pub(super) first: Duration,
    /// The last one before it stood still.
    pub(super) last: Duration,
}

/// A virtual display, which ends when this is dropped.
pub(super) struct Screen {
    display: Display,
    folder: PathBuf,
    picture: File,
    /// Where in the file the pixels begin, and the bytes of a line.
    pixels: u64,
    line: usize,
    height: usize,
    /// What was last looked at.
    seen: std::cell::RefCell<Vec<u8>>,
}

impl Screen {
    pub(super) fn start() -> Result<Self, Stop> {
        // In memory, so that reading the picture does not wait for a disk.
        let folder = PathBuf::from(format!("/dev/shm/outreach-bench-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        let display = Display::start(&[OsStr::new("-fbdir"), folder.as_os_str()])?;
        let framebuffer = folder.join("Xvfb_screen0");
        let began = Instant::now();
        while !framebuffer.exists() {
            if began.elapsed() > Duration::from_secs(20) {
                return Err(Stop::new("the virtual display did not come up"));
            }
            thread::sleep(Duration::from_millis(50));
        }
        // Its picture is a file in the format of X window dumps: a header of big-endian words, colours, pixels.
        let picture = File::open(framebuffer)?;
        let word = |index: u64| -> Result<u32, Stop> {
            let mut bytes = [0; 4];
            picture.read_exact_at(&mut bytes, index * 4)?;
            Ok(u32::from_be_bytes(bytes))
        };
        let (header, height, line, colours) = (word(0)?, word(5)?, word(12)?, word(19)?);
        let screen = Self {
            display,
            folder,
            pixels: u64::from(header) + u64::from(colours) * 12,
            line: line as usize,
            height: height as usize,
            picture,
            seen: std::cell::RefCell::default(),
        };
        let now = screen.look()?;
        screen.seen.replace(now);
        Ok(screen)
    }

    /// Its name, as `DISPLAY` has it.
    pub(super) fn name(&self) -> &str {
        &self.display.name
    }

    fn look(&self) -> Result<Vec<u8>, Stop> {
        let mut now = vec![0; self.height.div_ceil(EVERY) * self.line];
        for (number, line) in now.chunks_exact_mut(self.line).enumerate() {
            let from = self.pixels + (number * EVERY * self.line) as u64;
            self.picture.read_exact_at(line, from)?;
        }
        Ok(now)
    }

    /// Waits until something has changed since the last look and then nothing more does.
    pub(super) fn drawn_since(&self, began: Instant) -> Result<Drawn, Stop> {
        let mut drawn: Option<Drawn> = None;
        loop {
            let now = self.look()?;
            let at = began.elapsed();
            let changed = {
                let seen = self.seen.borrow();
                let pairs = seen.chunks_exact(4).zip(now.chunks_exact(4));
                pairs.filter(|(before, after)| before != after).count() > CARET
            };
            if changed {
                // Only now, so that many small changes add up to one.
                self.seen.replace(now);
                let first = drawn.map_or(at, |drawn| drawn.first);
                drawn = Some(Drawn { first, last: at });
            }
            match drawn {
                Some(drawn) if at > drawn.last + STILL => return Ok(drawn),
                None if at > PATIENCE => return Err(Stop::new("nothing changed on the screen")),
                _ => thread::sleep(PAUSE),
            }
            if at > PATIENCE * 2 {
                return Err(Stop::new("the screen never stood still"));
            }
        }
    }

    /// Gives the keyboard to the largest window: without a window manager nobody else does.
    pub(super) fn focus(&self) -> Result<(), Stop> {
        let found = output(&mut self.hand(&["search", "--onlyvisible", "--name", "."]))?;
        let largest = found.lines().max_by_key(|id| self.width(id));
        let id = largest.ok_or_else(|| Stop::new("there is no window"))?;
        run(&mut self.hand(&["windowfocus", "--sync", id]))
    }

    fn width(&self, id: &str) -> u32 {
        let told = output(&mut self.hand(&["getwindowgeometry", "--shell", id])).unwrap_or_default();
        let width = told.lines().find_map(|line| line.strip_prefix("WIDTH="));
        width.and_then(|width| width.parse().ok()).unwrap_or_default()
    }

    /// Presses keys; the moment before.
    pub(super) fn press(&self, keys: &str) -> Result<Instant, Stop> {
        let began = Instant::now();
        run(&mut self.hand(&["key", keys]))?;
        Ok(began)
    }

    /// Types words, and lets the program take them.
    pub(super) fn write(&self, words: &str) -> Result<(), Stop> {
        run(&mut self.hand(&["type", "--delay", "20", words]))?;
        thread::sleep(Duration::from_millis(500));
        let now = self.look()?;
        self.seen.replace(now);
        Ok(())
    }

    /// Keeps what is on the screen.
    pub(super) fn picture(&self, path: &Path) -> Result<(), Stop> {
        run(command("import", &["-window", "root", "-display", self.name()]).arg(path))
    }

    fn hand(&self, arguments: &[&str]) -> Command {
        let mut hand = command("xdotool", arguments);
        hand.env("DISPLAY", self.name());
        hand
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        _ = fs::remove_dir_all(&self.folder);
    }
}
