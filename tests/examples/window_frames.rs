//! How evenly the real window scrolls: the time between frames of the timeline and the table, as the page sees them.
//!
//! ```text
//! outreach-devserver --events 10000 --dir FOLDER
//! OUTREACH_DESKTOP=target/release/outreach-desktop cargo run -p outreach-journeys --example window_frames -- \
//!     FOLDER/preferences test-only
//! ```
//!
//! The first of the recent files that the preferences name is opened, so any build of the window can be measured.
//! Nothing passes or fails by a number.

use std::path::Path;

use outreach_journeys::{Window, frames};

const TIMELINE: &str =
    "return document.querySelector('[aria-label^=\"Timeline with\"]')?.getAttribute('aria-label') ?? null";

#[expect(clippy::print_stdout, reason = "this is a program for the terminal")]
fn main() {
    let mut arguments = std::env::args().skip(1);
    let (Some(preferences), Some(passphrase)) = (arguments.next(), arguments.next()) else {
        println!("window_frames PREFERENCES PASSPHRASE");
        return;
    };
    let Some(window) = Window::start_with(Path::new(&preferences)) else {
        return;
    };
    window.open_recent(&passphrase);
    let label = window.until("the timeline", TIMELINE);
    println!("{}", label.as_str().unwrap_or_default());
    for (way, step) in [("down", 40), ("across", 40), ("down", 200), ("across", 200)] {
        println!(
            "timeline {way}, {step} px a frame: {}",
            frames::scrolled(&window, way, step)
        );
    }
    window.named("Table").click();
    window.until(
        "the table",
        "return document.querySelector('[role=grid]') !== null",
    );
    for step in [40, 400] {
        println!(
            "table down, {step} px a frame: {}",
            frames::scrolled(&window, "down", step)
        );
    }
}
