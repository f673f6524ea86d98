//! Kills a process that edits, at random moments: no acknowledged edit is lost, the file always opens, and it
//! always proves sound. `OUTREACH_KILLS` says how often, 40 times unless it is set.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test says what it skips and fails where it cannot go on"
)]

mod common;
#[path = "../examples/edits.rs"]
mod edits;

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use common::*;
use outreach_plan::Event;
use outreach_store::HistoryQuery;

#[test]
#[ignore = "the process that is killed; started by the test below"]
fn edits_until_killed() {
    let Ok(path) = std::env::var("OUTREACH_KILL_FILE") else {
        return;
    };
    let seed = std::env::var("OUTREACH_KILL_SEED").unwrap().parse().unwrap();
    edits::run(path.as_ref(), PASSPHRASE, seed, u64::MAX).unwrap();
}

#[test]
fn no_acknowledged_edit_is_lost_to_a_kill() {
    let kills: u64 = std::env::var("OUTREACH_KILLS").map_or(40, |many| many.parse().unwrap());
    let home = Home::new();
    let mut dice = edits::Dice(2026);
    let (mut acknowledged, mut unacknowledged, started) = (0, 0, Instant::now());
    for seed in 0..kills {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "edits_until_killed", "--ignored", "--nocapture"])
            .env("OUTREACH_KILL_FILE", &home.path)
            .env("OUTREACH_KILL_SEED", seed.to_string())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        // Sometimes right at the start, while the file is made or recovered.
        let wait_for = dice.upto(12);
        let mut last = None;
        let take = |line: String, last: &mut Option<(i64, String)>| {
            let Some((_, ack)) = line.split_once("ack ") else {
                return;
            };
            let (seq, told) = ack.split_once(' ').unwrap();
            *last = Some((seq.parse().unwrap(), told.to_owned()));
        };
        let mut seen = 0;
        while seen < wait_for {
            let line = lines.next().expect("it edits until it is killed").unwrap();
            take(line, &mut last);
            seen += 1;
        }
        std::thread::sleep(Duration::from_micros(dice.upto(6_000)));
        child.kill().unwrap();
        child.wait().unwrap();
        // What it said before it died counts, read or not; a line cut in half does not.
        let rest: Vec<String> = lines.map_while(Result::ok).collect();
        rest.into_iter().for_each(|line| take(line, &mut last));
        if !home.path.exists() {
            assert!(last.is_none(), "killed while the file was made");
            continue;
        }
        let workspace = home.open();
        sound(&workspace);
        if let Some((seq, told)) = last {
            acknowledged += 1;
            let revision = workspace.revision();
            assert!(
                (seq..=seq + 1).contains(&revision),
                "{seq} was acknowledged, the file has {revision}"
            );
            unacknowledged += revision - seq;
            if let Some((n, title)) = told.split_once(' ') {
                let query = HistoryQuery {
                    before_seq: Some(seq + 1),
                    limit: 1,
                    ..HistoryQuery::default()
                };
                let entry = &workspace.history(&query).unwrap()[0];
                let new = |it: &outreach_store::FieldChange| it.new["en"] == title;
                assert!(
                    entry.records[0]
                        .fields
                        .iter()
                        .any(|it| it.field == "title" && new(it))
                );
                if revision == seq {
                    let event = workspace
                        .get::<Event>(edits::key(n.parse().unwrap()))
                        .unwrap()
                        .unwrap();
                    assert_eq!(event.title.en, title);
                }
            }
        }
        workspace.close().unwrap();
    }
    let took = started.elapsed().as_secs_f64();
    println!(
        "{kills} kills in {took:.0} s, {acknowledged} after an edit, {unacknowledged} with one more kept"
    );
    assert!(kills < 10 || acknowledged > kills / 2);
}
