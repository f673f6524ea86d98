//! The program `outreach`: every route of the planner from a terminal or a script.
//!
//! It knows nothing the window does not: each command is one or a few routes, and `--json` prints their answers
//! as the window receives them. What is printed in words is English; names come in the language asked for.

mod args;
mod calendars;
mod calendars_words;
mod desk;
mod erasing;
mod events;
mod export;
mod fields;
mod file;
mod import;
mod import_words;
mod invitations;
mod letters;
mod manual;
mod missions;
mod pages;
mod people;
mod people_files;
mod people_import;
mod people_import_words;
mod people_page;
mod privacy;
mod records;
mod replies;
mod sheet_reading;
mod show;
mod spoken;
mod stepped;
mod visits;
mod zones;

use std::process::ExitCode;

use clap::Parser as _;

use crate::args::{Command, Outreach};
use crate::desk::{Desk, Failure};

fn main() -> ExitCode {
    let outreach = Outreach::parse_from(std::env::args_os().map(spoken::spoken));
    match run(outreach) {
        Ok(code) => code,
        Err(failure) => {
            show::failure(&failure);
            failure.code()
        }
    }
}

/// Does what was asked and says with which status to end.
fn run(outreach: Outreach) -> Result<ExitCode, Failure> {
    // These need neither a workspace nor a session.
    if let Command::Completions { shell } = outreach.command {
        return manual::completions(shell);
    }
    if let Command::Man { folder } = &outreach.command {
        return manual::pages(folder);
    }
    if matches!(outreach.command, Command::Routes) {
        return Ok(show::routes());
    }
    let desk = Desk::new(&outreach)?;
    match outreach.command {
        Command::Init { sample } => file::init(&desk, sample),
        Command::Status => file::status(&desk),
        Command::Events(verb) => events::run(&desk, verb),
        Command::Missions(verb) => missions::run(&desk, verb),
        Command::Records(verb) => records::run(&desk, verb),
        Command::Check { event, mission } => records::check(&desk, event.as_deref(), mission.as_deref()),
        Command::Search { text, limit } => records::search(&desk, &text.join(" "), limit),
        Command::History {
            event,
            mission,
            limit,
        } => records::history(&desk, event.as_deref(), mission.as_deref(), limit),
        Command::Undo { change } => records::undo(&desk, change),
        Command::Redo => records::redo(&desk),
        Command::Verify => file::verify(&desk),
        Command::Backup => file::backup(&desk),
        Command::Backups => file::backups(&desk),
        Command::Restore { name } => file::restore(&desk, name.as_deref()),
        Command::Passphrase => file::exchange_passphrase(&desk),
        Command::Export(wish) => export::run(&desk, &wish),
        Command::Import(wish) => import::run(&desk, &wish),
        Command::Places { text, limit } => zones::places(&desk, &text, limit),
        Command::Calendars(verb) => calendars::run(&desk, verb),
        Command::People(wish) => people::run(&desk, wish),
        Command::Invitations(wish) => invitations::run(&desk, wish),
        Command::Letters(wish) => letters::run(&desk, &wish),
        Command::Visits(wish) => visits::run(&desk, wish),
        Command::Privacy(wish) => privacy::run(&desk, wish),
        Command::Zones(verb) => zones::run(&desk, verb),
        Command::Call { route, request } => records::call(&desk, &route, request),
        Command::Routes | Command::Completions { .. } | Command::Man { .. } => Ok(ExitCode::SUCCESS),
    }
}
