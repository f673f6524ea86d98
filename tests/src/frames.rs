//! How evenly a screen moves: the time between frames, as the page sees them.

use serde_json::{Value, json};

use crate::{Window, until};

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

/// Scrolls the largest thing on the screen that can be scrolled that way (`down` or `across`) by `step` pixels a
/// frame over 300 frames, to and fro; says how long the frames took.
///
/// # Panics
/// Nothing can be scrolled.
pub fn scrolled(window: &Window, way: &str, step: u32) -> String {
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
