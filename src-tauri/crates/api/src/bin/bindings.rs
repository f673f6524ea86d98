//! Writes the TypeScript side of the routes into a folder, or with `--check` says whether it is up to date.

use std::process::ExitCode;

#[expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "this is a program for the terminal"
)]
fn main() -> ExitCode {
    let mut folder = None;
    let mut check = false;
    for argument in std::env::args().skip(1) {
        match argument.as_str() {
            "--check" => check = true,
            _ => folder = Some(std::path::PathBuf::from(argument)),
        }
    }
    let Some(folder) = folder else {
        eprintln!("usage: bindings FOLDER [--check]");
        return ExitCode::from(2);
    };
    let mut stale = false;
    for (name, text) in outreach_api::bindings::files() {
        let path = folder.join(name);
        if std::fs::read_to_string(&path).is_ok_and(|there| there == text) {
            continue;
        }
        stale = true;
        if check {
            eprintln!(
                "{} is not what the route table says; run `cargo xtask bindings`",
                path.display()
            );
        } else if let Err(error) =
            std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(&path, &text))
        {
            eprintln!("{}: {error}", path.display());
            return ExitCode::FAILURE;
        } else {
            println!("wrote {}", path.display());
        }
    }
    if check && stale {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}
