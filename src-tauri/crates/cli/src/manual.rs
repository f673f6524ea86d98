//! Completion scripts and manual pages, generated from the command line itself so that they cannot lag behind.

use std::path::Path;
use std::process::ExitCode;

use clap::CommandFactory as _;

use crate::args::Outreach;
use crate::desk::Failure;

pub(crate) fn completions(shell: clap_complete::Shell) -> Result<ExitCode, Failure> {
    clap_complete::generate(
        shell,
        &mut Outreach::command(),
        "outreach",
        &mut std::io::stdout(),
    );
    Ok(ExitCode::SUCCESS)
}

pub(crate) fn pages(folder: &Path) -> Result<ExitCode, Failure> {
    std::fs::create_dir_all(folder)?;
    clap_mangen::generate_to(Outreach::command(), folder)?;
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        Outreach::command().debug_assert();
    }

    #[test]
    fn each_command_has_a_manual_page() {
        let folder = std::env::temp_dir().join(format!("outreach-man-{}", std::process::id()));
        pages(&folder).unwrap();
        let main = std::fs::read_to_string(folder.join("outreach.1")).unwrap();
        assert!(main.contains("OUTREACH_PASSPHRASE") && main.contains("Exit status"));
        assert!(folder.join("outreach-export.1").is_file());
        std::fs::remove_dir_all(folder).unwrap();
    }
}
