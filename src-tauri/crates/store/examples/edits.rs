//! Edits a workspace at random for ever, saying on standard output when each edit is acknowledged. It is
//! there to be killed: `edits FILE SEED`, passphrase from `OUTREACH_PASSPHRASE`.
//!
//! Each line is `ack SEQ N TITLE`: change SEQ is durable, and gave event N that title; `-` for other changes.

use std::io::Write;
use std::path::Path;

use chrono::DateTime;
use outreach_plan::{Event, EventId, EventKind, Programme, ProgrammeId, Region, Status, Wording};
use outreach_store::{ChangeMeta, KeyCost, Result, StoreError, Unlock, Workspace};
use uuid::Uuid;

#[allow(dead_code, reason = "the kill test uses the rest as a module")]
fn main() -> std::result::Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(file), Some(seed)) = (arguments.next(), arguments.next()) else {
        return Err("usage: edits FILE SEED".into());
    };
    let passphrase = std::env::var("OUTREACH_PASSPHRASE")?;
    Ok(run(Path::new(&file), &passphrase, seed.parse()?, u64::MAX)?)
}

/// Makes the workspace if need be, then edits it `many` times.
pub(crate) fn run(path: &Path, passphrase: &str, seed: u64, many: u64) -> Result<()> {
    let mut workspace = match Workspace::open(path, Unlock::Passphrase(passphrase)) {
        Err(StoreError::NoSuchFile) => Workspace::create(path, passphrase, KeyCost::CHEAP_FOR_TESTS)?,
        opened => opened?,
    };
    let programme = Programme {
        id: ProgrammeId(Uuid::from_u128(1)),
        title: Wording::english("Programme"),
        from: Default::default(),
        until: Default::default(),
        notes: String::new(),
    };
    let mut now = DateTime::from_timestamp(1_795_000_000, 0).unwrap_or_default();
    workspace.write(&ChangeMeta::new("programme", "edits"), now, |tx| {
        tx.put(&programme)
    })?;
    let mut dice = Dice(seed);
    for step in 0..many {
        now += chrono::TimeDelta::seconds(1);
        let n = dice.upto(20);
        let title = format!("Title {seed} {step}");
        let meta = ChangeMeta::new("edit", "edits");
        let written = match dice.upto(10) {
            0 => workspace.write(&meta, now, |tx| tx.remove::<Event>(key(n)).map(drop)),
            1 => workspace.write(&meta, now, |tx| tx.undo().map(drop)),
            2 => workspace.write(&meta, now, |tx| tx.redo().map(drop)),
            3 => workspace.write(&meta, now, |tx| {
                (100..140).try_for_each(|n| tx.put(&event(n, &title)).map(drop))
            }),
            _ => workspace.write(&meta, now, |tx| tx.put(&event(n, &title)).map(drop)),
        };
        let change = match written {
            Ok(written) => written.change,
            Err(StoreError::NothingToUndo | StoreError::NothingToRedo) => None,
            Err(other) => return Err(other),
        };
        if let Some(change) = change {
            let kept = workspace
                .get::<Event>(key(n))?
                .is_some_and(|event| event.title.en == title);
            let told = if kept {
                format!("{n} {title}")
            } else {
                "-".to_owned()
            };
            // A reader that is gone has killed us, or will.
            let _gone = writeln!(std::io::stdout().lock(), "ack {} {told}", change.seq);
        }
    }
    workspace.close()
}

/// Key of event `n`.
pub(crate) fn key(n: u64) -> Uuid {
    Uuid::from_u128(1000 + u128::from(n))
}

fn event(n: u64, title: &str) -> Event {
    Event {
        id: EventId(key(n)),
        uid: format!("{n}@edits"),
        sequence: 0,
        created: Default::default(),
        modified: Default::default(),
        programme: ProgrammeId(Uuid::from_u128(1)),
        mission: None,
        leg: None,
        title: Wording::english(title),
        kind: EventKind::Seminar,
        status: Status::Idea,
        region: Region::Europe,
        market: None,
        city: None,
        place: Wording::default(),
        venue: None,
        start: Default::default(),
        start_fold: None,
        end: Default::default(),
        end_fold: None,
        zone: "Europe/Berlin".into(),
        all_day: false,
        capacity: None,
        languages: Vec::new(),
        hosts: Vec::new(),
        delegates: Vec::new(),
        speakers: Vec::new(),
        sectors: Vec::new(),
        url: String::new(),
        run_sheet: String::new(),
        notes: "x".repeat(n as usize * 40),
        tags: Vec::new(),
    }
}

/// Numbers that look random and come again with their seed (splitmix64).
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    /// A number below `limit`.
    pub(crate) fn upto(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % limit
    }
}
