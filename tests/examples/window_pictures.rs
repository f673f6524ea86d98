//! Pictures of screens in the real window, in three languages, light and dark, to be looked at by people.
//!
//! ```text
//! OUTREACH_PICTURES=FOLDER OUTREACH_DESKTOP=target/debug/outreach-desktop \
//!     cargo run -p outreach-journeys --example window_pictures -- WORKSPACE PASSPHRASE [SCREEN …]
//! ```
//!
//! A screen is what stands after `#` in the window: `/calendars`, `/programme?view=map`. `{event}`, `{mission}`,
//! `{calendar}`, `{person}` and `{visit}` stand for the first one there is. Without any, the screens of the rail are
//! taken. It needs a debug build of the window, as the measuring of frames does.

use outreach_journeys::Window;
use serde_json::{Value, json};

const SCREENS: [&str; 8] = [
    "/programme",
    "/missions",
    "/people",
    "/visits",
    "/calendars",
    "/privacy",
    "/lists",
    "/settings",
];

const LOOKS: [(&str, &str); 4] = [
    ("en", "light"),
    ("zh-Hant", "light"),
    ("zh-Hans", "dark"),
    ("en", "dark"),
];

/// The first record each placeholder stands for: the route that lists them, and the path to its key.
const FIRST: [(&str, &str, &str); 5] = [
    ("{event}", "events.list", "/0/id"),
    ("{mission}", "missions.list", "/0/id"),
    ("{calendar}", "calendars.list", "/0/id"),
    ("{person}", "people.list", "/rows/0/person/id"),
    ("{visit}", "visits.board", "/columns/0/visits/0/id"),
];

/// Asks a route as the screens do; the answer is left where the next script finds it.
const ASK: &str = "
    window.__answer = null
    const [route, request] = arguments
    window.__TAURI_INTERNALS__.invoke('call', { route, request })
        .then((answer) => { window.__answer = { answer } }, (refusal) => { window.__answer = { refusal } })";

fn ask(window: &Window, route: &str, request: &Value) -> Value {
    window.run(ASK, &[json!(route), request.clone()]);
    window.until(route, "return window.__answer")["answer"].clone()
}

#[expect(clippy::print_stdout, reason = "this is a program for the terminal")]
fn main() {
    let mut arguments = std::env::args().skip(1);
    let (Some(workspace), Some(passphrase)) = (arguments.next(), arguments.next()) else {
        println!("window_pictures WORKSPACE PASSPHRASE [SCREEN …]");
        return;
    };
    let mut screens: Vec<String> = arguments.collect();
    if screens.is_empty() {
        screens = SCREENS.map(str::to_owned).to_vec();
    }
    let Some(window) = Window::start() else { return };
    std::fs::copy(workspace, window.files().join("open.outreach")).expect("the workspace can be copied");
    window.named("English").click();
    window.named("Open a file").click();
    window.field("Passphrase").write(&passphrase);
    window.named("Open").click();
    window.find("main");
    for (placeholder, route, path) in FIRST {
        if !screens.iter().any(|screen| screen.contains(placeholder)) {
            continue;
        }
        let request =
            json!({ "language": "en", "from": 0, "rows": 1, "query": "", "filter": {}, "sort": [] });
        let answer = ask(&window, route, &request);
        let Some(id) = answer.pointer(path).and_then(Value::as_str) else {
            println!("{route} has none for {placeholder}");
            continue;
        };
        for screen in &mut screens {
            *screen = screen.replace(placeholder, id);
        }
    }
    for (language, theme) in LOOKS {
        ask(
            &window,
            "settings.edit",
            &json!({ "set": { "language": language, "theme": theme } }),
        );
        for (n, screen) in screens.iter().enumerate() {
            window.run("location.hash = arguments[0]", &[json!(format!("#{screen}"))]);
            std::thread::sleep(std::time::Duration::from_millis(1500));
            let word: String = screen
                .chars()
                .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
                .take(24)
                .collect();
            window.picture(&format!("{n:02}{word}-{language}-{theme}"));
            println!("{screen} {language} {theme}");
        }
    }
}
