//! The real window beside GNOME Calendar, with the same events on the same kind of screen.
//!
//! Both programs are watched from outside, by what is on the screen of a virtual display and by what the kernel says
//! of their memory, so neither is asked to measure itself. The price is that "drawn" means that the screen stands
//! still, and that a screen that goes on changing is never drawn. Nothing here passes or fails by a number.

mod family;
mod programs;
mod screen;

use std::fs;
use std::time::Duration;

use crate::shell::{Stop, command, output, say, step};
use crate::{cache, machine, ui};
use family::Family;
use programs::{Built, Desk};
use screen::Screen;

/// How many events both programs hold.
const EVENTS: usize = 2_000;
/// How often each program is started; the first start of each, from a cold disk, is not counted.
const RUNS: usize = 5;

/// What one start of a program took.
#[derive(Clone, Copy, Debug, Default)]
struct Taken {
    /// From the start to the first pixels.
    window: Duration,
    /// From the start until what first comes is drawn: the door of the planner, the whole peer.
    first_page: Duration,
    /// From the start until events are drawn, without what a person needs to choose the file and type.
    events: Duration,
    /// From Enter after the passphrase until events are drawn; zero where none is asked for.
    unlock: Duration,
    /// From a key to the first change on the screen.
    key: Duration,
    /// Proportional set size of all processes together, in bytes.
    memory: u64,
}

/// Measures starts of both programs and prints medians and ratios. `with` is a window built before, in any profile;
/// without it, one is built as for a release.
pub(crate) fn measure(with: Option<&str>) -> Result<(), Stop> {
    machine::for_window_bench()?;
    let built = match with {
        Some(window) => Built::before(window.into())?,
        None => {
            ui::build()?;
            Built::now()?
        }
    };
    step(&format!(
        "a workspace with {EVENTS} events, and the same events as iCalendar"
    ));
    let desk = Desk::prepare(&built, EVENTS)?;
    let pictures = cache::folder()?.join("pictures");
    fs::create_dir_all(&pictures)?;
    let mut ours = Vec::new();
    let mut peers = Vec::new();
    // In turn, so that what else the machine does meets both.
    for run in 0..=RUNS {
        for planner in [true, false] {
            let screen = Screen::start()?;
            let family = Family::start(desk.program(&built, planner, &screen))?;
            let taken = if planner {
                planner_start(&screen, &family, &desk)?
            } else {
                peer_start(&screen, &family)?
            };
            let name = if planner { "outreach" } else { "gnome-calendar" };
            screen.picture(&pictures.join(format!("bench-{name}.png")))?;
            say(&format!(
                "  {}{}",
                if run == 0 { "not counted: " } else { "" },
                line(name, taken)
            ));
            if run > 0 {
                if planner { &mut ours } else { &mut peers }.push(taken);
            }
        }
    }
    report(&ours, &peers)?;
    say(&format!(
        "What was on the screens at the end: {}",
        pictures.display()
    ));
    Ok(())
}

/// Welcome page, recent file, passphrase, timeline; then one key.
fn planner_start(screen: &Screen, family: &Family, desk: &Desk) -> Result<Taken, Stop> {
    let door = screen.drawn_since(family.began)?;
    screen.focus()?;
    // The last thing to press on the welcome page is the only recent file.
    screen.press("shift+Tab")?;
    let turned = screen.press("Return")?;
    screen.drawn_since(turned)?;
    screen.write(programs::PASSPHRASE)?;
    let entered = screen.press("Return")?;
    let timeline = screen.drawn_since(entered)?;
    if !desk.is_open() {
        return Err(Stop::new(
            "the planner did not open the workspace; see the picture of the screen",
        ));
    }
    let pressed = screen.press("j")?;
    Ok(Taken {
        window: door.first,
        first_page: door.last,
        events: door.last + timeline.last,
        unlock: timeline.last,
        key: screen.drawn_since(pressed)?.first,
        memory: family.memory(),
    })
}

/// The month with the events; then the next one.
fn peer_start(screen: &Screen, family: &Family) -> Result<Taken, Stop> {
    let month = screen.drawn_since(family.began)?;
    screen.focus()?;
    let pressed = screen.press("alt+Right")?;
    Ok(Taken {
        window: month.first,
        first_page: month.last,
        events: month.last,
        unlock: Duration::ZERO,
        key: screen.drawn_since(pressed)?.first,
        memory: family.memory(),
    })
}

fn report(ours: &[Taken], peers: &[Taken]) -> Result<(), Stop> {
    let (our, peer) = (medians(ours), medians(peers));
    let version = output(&mut command(
        "dpkg-query",
        &["-W", "-f=${Version}", "gnome-calendar"],
    ))?;
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let ratio = |our: f64, peer: f64| format!("{:.2}×", our / peer);
    say(&format!(
        "\nMedians of {RUNS} starts with {EVENTS} events, load average {}:",
        load.split(' ').take(3).collect::<Vec<_>>().join(" ")
    ));
    say(&format!("  {}", line("outreach", our)));
    say(&format!("  {}", line(&format!("gnome-calendar {version}"), peer)));
    say(&format!(
        "outreach / gnome-calendar: window {}, first page {}, events {}, memory {}",
        ratio(our.window.as_secs_f64(), peer.window.as_secs_f64()),
        ratio(our.first_page.as_secs_f64(), peer.first_page.as_secs_f64()),
        ratio(our.events.as_secs_f64(), peer.events.as_secs_f64()),
        ratio(our.memory as f64, peer.memory as f64),
    ));
    Ok(())
}

fn medians(all: &[Taken]) -> Taken {
    let time = |of: fn(&Taken) -> Duration| median(all.iter().map(of).collect());
    Taken {
        window: time(|taken| taken.window),
        first_page: time(|taken| taken.first_page),
        events: time(|taken| taken.events),
        unlock: time(|taken| taken.unlock),
        key: time(|taken| taken.key),
        memory: median(all.iter().map(|taken| taken.memory).collect()),
    }
}

fn median<T: Ord + Copy + Default>(mut values: Vec<T>) -> T {
    values.sort_unstable();
    values.get(values.len() / 2).copied().unwrap_or_default()
}

fn line(name: &str, taken: Taken) -> String {
    format!(
        "{name}: window {} ms, first page {} ms, events {} ms (of which unlocking {}), a key {} ms, memory {} MB",
        taken.window.as_millis(),
        taken.first_page.as_millis(),
        taken.events.as_millis(),
        taken.unlock.as_millis(),
        taken.key.as_millis(),
        taken.memory / 1_000_000,
    )
}
