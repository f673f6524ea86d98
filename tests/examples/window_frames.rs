//! How evenly the real window scrolls: the time between frames of the timeline and the table, as the page sees them.
//!
//! ```text
//! outreach-devserver --events 10000 --dir FOLDER
//! OUTREACH_DESKTOP=target/debug/outreach-desktop cargo run -p outreach-journeys --example window_frames -- \
//!     FOLDER/sample.outreach test-only
//! ```
//!
//! It needs a debug build of the window, whose file dialogs a folder can answer; the screens in it are those of a
//! release. Nothing passes or fails by a number.

use outreach_journeys::{Window, until};
use serde_json::{Value, json};

const TIMELINE: &str =
    "return document.querySelector('[aria-label^=\"Timeline with\"]')?.getAttribute('aria-label') ?? null";

/// Scrolls the largest thing that can be scrolled that way, by so many pixels a frame, to and fro.
const SCROLL: &str = "
    const [way, step, frames] = arguments
    const [size, room, at, rule] = way === 'down'
        ? ['scrollHeight', 'clientHeight', 'scrollTop', 'overflowY'] : ['scrollWidth', 'clientWidth', 'scrollLeft', 'overflowX']
    const area = (e) => e.clientWidth * e.clientHeight
    const moves = (e) => e[size] > e[room] + 200 && /auto|scroll/.test(getComputedStyle(e)[rule])
    const what = [...document.querySelectorAll('*')].filter(moves).sort((a, b) => area(b) - area(a))[0]
    const took = []
    let last, left = frames, by = step
    window.__frames = null
    const frame = (now) => {
        if (last !== undefined) took.push(now - last)
        last = now
        if (what[at] >= what[size] - what[room] - 1) by = -step
        if (what[at] <= 0) by = step
        what[at] += by
        if (--left > 0) requestAnimationFrame(frame)
        else window.__frames = took.sort((a, b) => a - b)
    }
    requestAnimationFrame(frame)";

#[expect(clippy::print_stdout, reason = "this is a program for the terminal")]
fn main() {
    let mut arguments = std::env::args().skip(1);
    let (Some(workspace), Some(passphrase)) = (arguments.next(), arguments.next()) else {
        println!("window_frames WORKSPACE PASSPHRASE");
        return;
    };
    let Some(window) = Window::start() else { return };
    std::fs::copy(workspace, window.files().join("open.outreach")).expect("the workspace can be copied");
    window.named("English").click();
    window.named("Open a file").click();
    window.field("Passphrase").write(&passphrase);
    window.named("Open").click();
    let label = window.until("the timeline", TIMELINE);
    println!("{}", label.as_str().unwrap_or_default());
    for (way, step) in [("down", 40), ("across", 40), ("down", 200), ("across", 200)] {
        println!(
            "timeline {way}, {step} px a frame: {}",
            frames(&window, way, step)
        );
    }
    window.named("Table").click();
    window.until(
        "the table",
        "return document.querySelector('[role=grid]') !== null",
    );
    for step in [40, 400] {
        println!("table down, {step} px a frame: {}", frames(&window, "down", step));
    }
}

fn frames(window: &Window, way: &str, step: u32) -> String {
    window.run(SCROLL, &[json!(way), json!(step), json!(300)]);
    let took: Vec<f64> = until("the last frame", || {
        let frames = window.run("return window.__frames", &[]);
        frames
            .as_array()
            .map(|frames| frames.iter().filter_map(Value::as_f64).collect())
    });
    let at = |share: usize| took.get(took.len() * share / 100).copied().unwrap_or_default();
    format!(
        "median {:.0} ms, 95 of 100 within {:.0} ms, longest {:.0} ms, {} of {} over 50 ms",
        at(50),
        at(95),
        took.last().copied().unwrap_or_default(),
        took.iter().filter(|ms| **ms > 50.0).count(),
        took.len(),
    )
}
