//! Where the built programs are.

use std::path::PathBuf;

/// A program that journeys run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Program {
    /// The window.
    Desktop,
    /// The command line.
    Cli,
}

impl Program {
    fn variable(self) -> &'static str {
        match self {
            Self::Desktop => "OUTREACH_DESKTOP",
            Self::Cli => "OUTREACH_CLI",
        }
    }

    fn file(self) -> &'static str {
        match self {
            Self::Desktop => "outreach-desktop",
            Self::Cli => "outreach",
        }
    }
}

/// The built program: where the environment says, else beside the test itself. None, said aloud, if it is not built.
pub fn built(program: Program) -> Option<PathBuf> {
    let path = match std::env::var_os(program.variable()) {
        Some(path) => PathBuf::from(path),
        None => {
            let test = std::env::current_exe().ok()?;
            test.ancestors().nth(2)?.join(program.file())
        }
    };
    if path.is_file() {
        return Some(path);
    }
    skip(&format!(
        "{} is not built; `cargo xtask test window` builds it",
        program.file()
    ));
    None
}

/// Says that a test found something absent, in the words that the test command counts as skipped.
///
/// # Panics
/// Where the test command has set everything up, absence is a failure.
#[expect(clippy::print_stderr, reason = "a part that was left out must be seen")]
pub fn skip(why: &str) {
    assert!(
        std::env::var("OUTREACH_PEERS").as_deref() != Ok("required"),
        "{why}"
    );
    eprintln!("skipped: {why}");
}
