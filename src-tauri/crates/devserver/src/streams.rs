//! What screens are told, as server-sent events.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tiny_http::Request;

/// A comment goes out this often, so that a page that left is noticed.
const ALIVE: Duration = Duration::from_secs(10);

/// Pages that listen.
#[derive(Default)]
pub(crate) struct Streams(Mutex<Vec<Sender<String>>>);

impl Streams {
    /// Tells every page. Changes are plain messages, anything else has its topic as the event's name.
    pub(crate) fn send(&self, topic: &str, payload: &str) {
        let message = if topic == "changed" {
            format!("data: {payload}\n\n")
        } else {
            format!("event: {topic}\ndata: {payload}\n\n")
        };
        let mut pages = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        pages.retain(|page| page.send(message.clone()).is_ok());
    }

    /// Serves a page until it leaves.
    pub(crate) fn serve(&self, request: Request) {
        let (sender, receiver) = channel();
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(sender);
        // The connection is ours from here on; when writing to it fails, the page has left.
        let mut page = request.into_writer();
        _ = write_all(&mut page, &receiver);
    }
}

fn write_all(page: &mut dyn std::io::Write, told: &Receiver<String>) -> std::io::Result<()> {
    page.write_all(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n\
          Connection: close\r\n\r\n: listening\n\n",
    )?;
    page.flush()?;
    loop {
        match told.recv_timeout(ALIVE) {
            Ok(message) => page.write_all(message.as_bytes())?,
            Err(RecvTimeoutError::Timeout) => page.write_all(b": still here\n\n")?,
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
        }
        page.flush()?;
    }
}
