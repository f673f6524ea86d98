//! A virtual display (Xvfb) that ends with what it was started for and gives its number back.

use std::ffi::OsStr;
use std::fs;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::shell::Stop;

/// Longer, and it does not come up.
const PATIENCE: Duration = Duration::from_secs(20);

/// A display of 1600 × 1000 pixels, which ends when this is dropped.
pub(crate) struct Display {
    process: Child,
    /// Its name, as `DISPLAY` has it.
    pub(crate) name: String,
}

impl Display {
    /// Starts one under a free number, with further arguments for Xvfb.
    pub(crate) fn start<S: AsRef<OsStr>>(more: &[S]) -> Result<Self, Stop> {
        for number in 90..170 {
            let socket = format!("/tmp/.X11-unix/X{number}");
            if fs::exists(&socket)? || fs::exists(format!("/tmp/.X{number}-lock"))? {
                continue;
            }
            let name = format!(":{number}");
            let process = Command::new("Xvfb")
                .args([&name, "-screen", "0", "1600x1000x24", "-nolisten", "tcp"])
                .args(more)
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()?;
            // Dropped, and so ended, if it does not come up: another may have taken the number meanwhile.
            let display = Self { process, name };
            let began = Instant::now();
            while began.elapsed() < PATIENCE {
                if fs::exists(&socket)? {
                    return Ok(display);
                }
                thread::sleep(Duration::from_millis(50));
            }
        }
        Err(Stop::new("no virtual display could be started (Xvfb)"))
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        _ = self.process.kill();
        _ = self.process.wait();
        // Ended so, it leaves what says that its number is taken.
        let number = &self.name[1..];
        _ = fs::remove_file(format!("/tmp/.X{number}-lock"));
        _ = fs::remove_file(format!("/tmp/.X11-unix/X{number}"));
    }
}
