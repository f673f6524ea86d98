//! A program that ends with the test, with everything it started.

use std::os::unix::process::CommandExt as _;
use std::process::{Child, Command, Stdio};

/// A running program, the first of a process group of its own. The group ends when this is dropped, so that a
/// failing test leaves no window behind.
#[derive(Debug)]
pub(crate) struct Group(Child);

impl Group {
    pub(crate) fn start(command: &mut Command) -> std::io::Result<Self> {
        command.process_group(0).spawn().map(Self)
    }

    pub(crate) fn first(&mut self) -> &mut Child {
        &mut self.0
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        // Gone already is as good.
        _ = Command::new("kill")
            .args(["-KILL", "--", &format!("-{}", self.0.id())])
            .stderr(Stdio::null())
            .status();
        _ = self.0.wait();
    }
}
