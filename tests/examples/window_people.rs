//! The grid of people in the real window with as many as there are: how evenly it scrolls, and how long a typed letter
//! takes until what it finds is painted.
//!
//! ```text
//! KEEP=FOLDER cargo bench -p outreach-api --bench people
//! OUTREACH_DESKTOP=target/release/outreach-desktop cargo run -p outreach-journeys --example window_people -- \
//!     FOLDER test-only
//! ```
//!
//! `FOLDER` holds preferences whose first recent file is opened. A letter is painted in the first frame after the one
//! in which the grid came to say what was found. Nothing passes or fails by a number.

use std::path::Path;

use outreach_journeys::{Window, frames, until};
use serde_json::json;

const TYPED: [&str; 7] = [
    "chan tai man",
    "陳大文",
    "wong ka yan",
    "harbour robotics",
    "9123 4567",
    "michael@",
    "zhang wei",
];

/// Types a text into the search, a letter each time the one before was painted and some time passed; measures from
/// the event of the letter to the frame after the grid has changed.
const TYPE: &str = "
    const [text] = arguments
    const input = document.getElementById('filter')
    const grid = document.querySelector('[role=grid]')
    const took = []
    window.__took = null
    const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set
    const pause = (ms) => new Promise((done) => setTimeout(done, ms))
    const letter = (now) => new Promise((done) => {
        const began = performance.now()
        let over
        const seen = new MutationObserver(() => {
            seen.disconnect()
            clearTimeout(over)
            requestAnimationFrame(() => {
                const channel = new MessageChannel()
                // What is asked for in a frame is answered after it was painted.
                channel.port1.onmessage = () => done(performance.now() - began)
                channel.port2.postMessage(null)
            })
        })
        seen.observe(grid, { subtree: true, childList: true, characterData: true, attributes: true })
        // A letter that finds the same rows as the one before changes nothing.
        over = setTimeout(() => { seen.disconnect(); done(null) }, 1000)
        input.focus()
        write.call(input, now)
        input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }))
    })
    const all = async () => {
        const letters = [...text]
        for (let end = 1; end <= letters.length; end++) {
            took.push(await letter(letters.slice(0, end).join('')))
            await pause(150)
        }
        await letter('')
        await pause(600)
        window.__took = took
    }
    all()";

#[expect(clippy::print_stdout, reason = "this is a program for the terminal")]
fn main() {
    let mut arguments = std::env::args().skip(1);
    let (Some(preferences), Some(passphrase)) = (arguments.next(), arguments.next()) else {
        println!("window_people PREFERENCES PASSPHRASE");
        return;
    };
    let Some(window) = Window::start_with(Path::new(&preferences)) else {
        return;
    };
    window.open_recent(&passphrase);
    window.run("location.hash = '#/people'", &[]);
    window.until(
        "the grid of people",
        "return document.querySelectorAll('[role=grid] [role=row]').length > 10",
    );
    let rows = window.run(
        "return document.querySelector('[role=grid]').getAttribute('aria-rowcount')",
        &[],
    );
    println!("rows of the grid: {rows}");
    window.picture("people-many");
    let mut took: Vec<f64> = Vec::new();
    let mut unchanged = 0;
    for text in TYPED {
        window.run(TYPE, &[json!(text)]);
        let letters = until("the last letter", || {
            let took = window.run("return window.__took", &[]);
            took.as_array().cloned()
        });
        for letter in letters {
            match letter.as_f64() {
                Some(ms) => took.push(ms),
                None => unchanged += 1,
            }
        }
    }
    took.sort_by(f64::total_cmp);
    let at = |share: usize| took.get(took.len() * share / 100).copied().unwrap_or_default();
    println!(
        "a letter to its paint, {} letters ({unchanged} changed nothing): median {:.0} ms, 95 of 100 within {:.0} ms, longest {:.0} ms",
        took.len(),
        at(50),
        at(95),
        took.last().copied().unwrap_or_default()
    );
    for step in [40, 400, 4000] {
        println!(
            "grid of people down, {step} px a frame: {}",
            frames::scrolled(&window, "down", step)
        );
    }
}
