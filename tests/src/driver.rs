//! WebDriver, as far as journeys need it: find, read, click, type, run a script.

use std::fmt;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::http;

/// The name that WebDriver gives a reference to an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// How long a thing may take to appear. Generous: the machine of continuous integration builds beside us.
const PATIENCE: Duration = Duration::from_secs(30);

/// A session with a driver.
#[derive(Clone, Debug)]
pub(crate) struct Driver {
    port: u16,
    session: String,
}

/// What a driver refused.
#[derive(Debug)]
pub(crate) struct Refusal(String);

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Something on the page.
#[derive(Clone, Debug)]
pub struct Element {
    driver: Driver,
    id: String,
}

/// A key that is no letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Enter
    Enter,
    /// Escape
    Escape,
    /// Tab
    Tab,
    /// Control, held until the end of the same typing
    Control,
    /// Alt, held until the end of the same typing
    Alt,
    /// Arrow right
    Right,
    /// Arrow down
    Down,
}

impl Key {
    /// The character that WebDriver has for it.
    pub fn character(self) -> char {
        match self {
            Self::Enter => '\u{E007}',
            Self::Escape => '\u{E00C}',
            Self::Tab => '\u{E004}',
            Self::Control => '\u{E009}',
            Self::Alt => '\u{E00A}',
            Self::Right => '\u{E014}',
            Self::Down => '\u{E015}',
        }
    }
}

impl Driver {
    /// Begins a session: the driver starts the program.
    pub(crate) fn begin(port: u16, capabilities: &Value) -> Result<Self, Refusal> {
        let answer = request(
            port,
            "POST",
            "/session",
            &json!({ "capabilities": { "alwaysMatch": capabilities } }),
        )?;
        let session = answer["sessionId"].as_str().unwrap_or_default().to_owned();
        Ok(Self { port, session })
    }

    /// Ends the session and with it the program.
    pub(crate) fn end(&self) {
        // A program that is gone already is as good.
        _ = self.ask("DELETE", "", &Value::Null);
    }

    fn ask(&self, method: &str, path: &str, body: &Value) -> Result<Value, Refusal> {
        request(
            self.port,
            method,
            &format!("/session/{}{path}", self.session),
            body,
        )
    }

    /// Runs a script in the page; what it returns.
    pub(crate) fn run(&self, script: &str, arguments: &[Value]) -> Result<Value, Refusal> {
        self.ask(
            "POST",
            "/execute/sync",
            &json!({ "script": script, "args": arguments }),
        )
    }

    pub(crate) fn find_now(&self, selector: &str) -> Result<Element, Refusal> {
        let found = self.ask(
            "POST",
            "/element",
            &json!({ "using": "css selector", "value": selector }),
        )?;
        let id = found[ELEMENT]
            .as_str()
            .ok_or_else(|| Refusal(format!("no element in {found}")))?
            .to_owned();
        Ok(Element {
            driver: self.clone(),
            id,
        })
    }

    /// What a script returns that finds an element.
    pub(crate) fn find_by(&self, script: &str, arguments: &[Value]) -> Option<Element> {
        let found = self.run(script, arguments).ok()?;
        let id = found[ELEMENT].as_str()?.to_owned();
        Some(Element {
            driver: self.clone(),
            id,
        })
    }

    /// Types into whatever has the focus: held keys are let go at the end.
    pub(crate) fn press(&self, keys: &str) -> Result<(), Refusal> {
        let mut actions = Vec::new();
        let mut held = Vec::new();
        for key in keys.chars() {
            actions.push(json!({ "type": "keyDown", "value": key }));
            if key == Key::Control.character() || key == Key::Alt.character() {
                held.push(key);
            } else {
                actions.push(json!({ "type": "keyUp", "value": key }));
            }
        }
        actions.extend(held.iter().map(|key| json!({ "type": "keyUp", "value": key })));
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": actions });
        self.ask("POST", "/actions", &json!({ "actions": [keyboard] }))?;
        Ok(())
    }
}

impl Element {
    /// Clicks it.
    ///
    /// # Panics
    /// It is gone or hidden.
    pub fn click(&self) {
        self.ask("click", &json!({}))
            .unwrap_or_else(|refusal| panic!("click: {refusal}"));
    }

    /// Types into it.
    ///
    /// # Panics
    /// It is gone, or takes no keys.
    pub fn write(&self, text: &str) {
        self.ask("value", &json!({ "text": text }))
            .unwrap_or_else(|refusal| panic!("type: {refusal}"));
    }

    /// Selects what stands in it and types over it, as a person does. (The driver's own clearing leaves the field
    /// in between, which a field that settles what was typed takes for the end of typing.)
    ///
    /// # Panics
    /// It is gone, or takes no keys.
    pub fn rewrite(&self, text: &str) {
        // Keys that are held are let go at the end of a call.
        self.write(&format!("{}a", Key::Control.character()));
        self.write(text);
    }

    /// The text it shows.
    ///
    /// # Panics
    /// It is gone.
    pub fn text(&self) -> String {
        let path = format!("/element/{}/text", self.id);
        let text = self
            .driver
            .ask("GET", &path, &Value::Null)
            .unwrap_or_else(|refusal| panic!("text: {refusal}"));
        text.as_str().unwrap_or_default().to_owned()
    }

    fn ask(&self, what: &str, body: &Value) -> Result<Value, Refusal> {
        self.driver
            .ask("POST", &format!("/element/{}/{what}", self.id), body)
    }
}

/// Waits until something is there.
///
/// # Panics
/// It does not come within half a minute.
#[track_caller]
pub fn until<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let began = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(began.elapsed() < PATIENCE, "waited in vain for {what}");
        thread::sleep(Duration::from_millis(50));
    }
}

fn request(port: u16, method: &str, path: &str, body: &Value) -> Result<Value, Refusal> {
    let (status, mut answer) =
        http::ask(port, method, path, body).map_err(|error| Refusal(format!("{method} {path}: {error}")))?;
    let value = answer["value"].take();
    if (200..300).contains(&status) {
        return Ok(value);
    }
    Err(Refusal(format!(
        "{method} {path}: {status} {} {}",
        value["error"], value["message"]
    )))
}
