//! The planner's first morning, in the real window.

use outreach_journeys::{Key, Window, until};

const PASSPHRASE: &str = "seven lanterns over the harbour";

const TIMELINE: &str = "return document.querySelector('[aria-label^=\"Timeline with\"]') !== null";

fn with_control(letter: char) -> String {
    format!("{}{letter}", Key::Control.character())
}

fn key(key: Key) -> String {
    key.character().to_string()
}

/// The undo of the bottom line, once there is something to undo. The page's own history has buttons of that name
/// too, of which the first may still be about an older change.
const UNDO: &str = "footer button[aria-label^=Undo]:not(:disabled)";

#[test]
fn a_first_morning_from_the_sample_to_an_exported_calendar() {
    let Some(window) = Window::start() else { return };
    window.named("English").click();
    window.reads("Where shall we begin?");
    window.picture("1-welcome");

    window.named("Sample programme").click();
    window.field("New passphrase").write(PASSPHRASE);
    window.field("The same again").write(PASSPHRASE);
    window.picture("2-passphrase");
    window.named("Choose a place").click();
    window.until(
        "the timeline",
        "return document.querySelector('[aria-label^=\"Timeline with\"]') !== null",
    );
    window.picture("3-timeline");

    // Find an event by its name and open it.
    window.press(&with_control('k'));
    window
        .field("Search or do anything")
        .write("Alumni reception, Jakarta");
    window.until(
        "a hit",
        "return document.querySelector('[role=option]')?.innerText.includes('Alumni reception')",
    );
    window.picture("4-search");
    window.press(&key(Key::Enter));
    let time = window.field("Date and time");
    let before = window.value("Date and time");
    window.picture("5-event");
    assert_eq!(before, "20 Oct 2027 18:00–20:00");
    window.reads("Hong Kong 19:00–21:00");

    // Change its time as it is said, see it on both clocks, take it back.
    time.rewrite("21.10.27 4pm-5:30pm");
    time.write(&key(Key::Enter));
    window.reads("Thu 21 Oct 2027 16:00–17:30 Jakarta (+07)");
    window.reads("Hong Kong 17:00–18:30");
    window.picture("6-moved");
    // The reading is there as it is typed; the change is on the disk a moment later, and then can be undone.
    window.find(UNDO).click();
    window.reads("Wed 20 Oct 2027 18:00–20:00 Jakarta (+07)");
    assert_eq!(window.value("Date and time"), before);

    // Export the calendar; the file dialog answers with a folder of this test. An event offers its run sheet first.
    window.press(&with_control('e'));
    window.find("label:has(input[value=ics])").click();
    window.reads("BEGIN:VCALENDAR");
    window.picture("7-export");
    window.named("Choose a place and write").click();
    let calendar = written(&window, "ics");
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n") && calendar.ends_with("END:VCALENDAR\r\n"));
    assert!(calendar.contains("DTSTART;TZID=Asia/"), "there are events in it");
    // The reception is an idea, of which the public hears nothing, wherever it was moved.
    assert!(!calendar.contains("TZID=Asia/Jakarta:20271020T180000"));

    // In the evening the window is closed; the next day everything is still there.
    let window = window.again();
    window.reads("Opened before");
    window.find(".recent button").click();
    window.field("Passphrase").write("not the words at all");
    window.named("Open").click();
    window.until(
        "a refusal",
        "return document.querySelector('[role=alert]')?.innerText ?? null",
    );
    window.picture("8-refused");
    window.field("Passphrase").rewrite(PASSPHRASE);
    window.named("Open").click();
    window.until("the timeline", TIMELINE);
    window
        .find("footer button[aria-label^=Redo]:not(:disabled)")
        .click();
    window.named("History").click();
    window.reads("Thu 21 Oct 2027 16:00");
    window.picture("9-history");
}

#[test]
fn another_language_is_there_at_once_and_the_next_day() {
    let Some(window) = Window::start() else { return };
    window.named("繁體中文").click();
    window.until(
        "Traditional Chinese",
        "return document.documentElement.lang.startsWith('zh-Hant')",
    );
    assert!(!window.shows("Where shall we begin?"));
    window.picture("zh-hant");
    window.named("简体中文").click();
    window.until(
        "Simplified Chinese",
        "return document.documentElement.lang.startsWith('zh-Hans')",
    );
    // The screen turns at once; the wish is on its way to the disk a moment longer.
    until("the choice on the disk", || {
        window.preferences().contains("zh-Hans").then_some(())
    });
    let window = window.again();
    window.until(
        "Simplified Chinese again",
        "return document.documentElement.lang.startsWith('zh-Hans')",
    );
}

#[test]
fn a_second_start_ends_and_leaves_the_first_window_as_it_is() {
    let Some(window) = Window::start() else { return };
    window.named("English").click();
    window.named("New file").click();
    window.field("New passphrase").write("half of a passphrase");
    assert_eq!(window.second_start(), Some(0));
    assert_eq!(window.value("New passphrase"), "half of a passphrase");
}

#[test]
fn nothing_from_outside_is_loaded_and_no_file_of_the_machine_can_be_read() {
    let Some(window) = Window::start() else { return };
    window.reads("Outreach");
    // Each answers true if the page was let do what it must not.
    for (what, script) in [
        (
            "evaluate text",
            "try { return eval('true') } catch { return false }",
        ),
        ("know Tauri's global door", "return '__TAURI__' in window"),
        (
            "run a script of the page's own",
            "const s = document.createElement('script'); s.textContent = 'window.__ran = true'; \
             document.body.append(s); return window.__ran === true",
        ),
        (
            "load a picture from elsewhere",
            "const r = performance.getEntriesByType('resource').map((e) => e.name); \
             return r.some((name) => !/^(tauri|ipc|data|http:\\/\\/ipc\\.localhost)/.test(name))",
        ),
    ] {
        assert_eq!(window.run(script, &[]), false, "the page was let {what}");
    }
    for command in [
        "plugin:dialog|open",
        "plugin:dialog|save",
        "plugin:window|close",
        "plugin:fs|read_text_file",
    ] {
        let script = "const [command] = arguments; window.__said = undefined; \
             window.__TAURI_INTERNALS__.invoke(command, {}).then(() => { window.__said = 'done' }, (e) => { window.__said = String(e) })";
        window.run(script, &[command.into()]);
        let said = window.until(command, "return window.__said ?? null");
        assert_ne!(said, "done", "{command} was let through");
    }
}

/// What stands in the only file with this ending that a dialog answered with, once it is whole.
fn written(window: &Window, ending: &str) -> String {
    until(ending, || {
        let files = std::fs::read_dir(window.files()).ok()?;
        let mut paths = files.flatten().map(|file| file.path());
        let file = paths.find(|file| file.extension().is_some_and(|e| e == ending))?;
        std::fs::read_to_string(file).ok()
    })
}
