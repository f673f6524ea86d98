//! A program with every process it brings, also those that its message bus starts for it.

use std::fs;
use std::io::Read as _;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::shell::Stop;

/// In the environment of each process of a family: children keep it, also those that leave the process group.
const MARK: &str = "OUTREACH_BENCH_FAMILY";

/// A program on a message bus of its own. The whole family ends when this is dropped.
pub(super) struct Family {
    first: Child,
    mark: String,
    /// When it was started.
    pub(super) began: Instant,
}

impl Family {
    pub(super) fn start(mut program: Command) -> Result<Self, Stop> {
        let mark = format!("{}-{:?}", std::process::id(), Instant::now());
        let began = Instant::now();
        let first = program
            .env(MARK, &mark)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        Ok(Self { first, mark, began })
    }

    /// Proportional set size of all its processes, in bytes: shared pages count as a part for each sharer.
    pub(super) fn memory(&self) -> u64 {
        self.members().iter().filter_map(|id| pss(id)).sum()
    }

    /// Process ids.
    fn members(&self) -> Vec<String> {
        let mark = format!("{MARK}={}", self.mark);
        let all = fs::read_dir("/proc").into_iter().flatten().flatten();
        all.filter_map(|process| process.file_name().into_string().ok())
            .filter(|name| name.bytes().all(|byte| byte.is_ascii_digit()))
            .filter(|id| {
                environment(id)
                    .split(|byte| *byte == 0)
                    .any(|v| v == mark.as_bytes())
            })
            .collect()
    }
}

impl Drop for Family {
    fn drop(&mut self) {
        let began = Instant::now();
        loop {
            let members = self.members();
            // Those that have ended are not to be waited for by anyone but us.
            _ = self.first.try_wait();
            if members.is_empty() || began.elapsed() > Duration::from_secs(20) {
                break;
            }
            _ = Command::new("kill")
                .arg("-KILL")
                .args(&members)
                .stderr(Stdio::null())
                .status();
            thread::sleep(Duration::from_millis(100));
        }
        _ = self.first.wait();
    }
}

/// Empty for a process that is gone or not ours.
fn environment(id: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    if let Ok(mut file) = fs::File::open(format!("/proc/{id}/environ")) {
        _ = file.read_to_end(&mut bytes);
    }
    bytes
}

fn pss(id: &str) -> Option<u64> {
    let told = fs::read_to_string(format!("/proc/{id}/smaps_rollup")).ok()?;
    let line = told.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    let kib: u64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kib * 1024)
}
