//! Looks every few seconds whether the workspace lay idle long enough to be locked.

use std::sync::{Arc, Weak};
use std::thread;
use std::time::Duration;

use outreach_api::Session;

/// A workspace is locked at most this much later than the planner asked for.
const EVERY: Duration = Duration::from_secs(5);

/// Starts looking; it ends with the session.
///
/// # Errors
/// No thread could be started.
pub(crate) fn start(session: &Arc<Session>) -> std::io::Result<()> {
    let session = Arc::downgrade(session);
    thread::Builder::new()
        .name("beat".to_owned())
        .spawn(move || beat(&session))?;
    Ok(())
}

fn beat(session: &Weak<Session>) {
    loop {
        thread::sleep(EVERY);
        let Some(session) = session.upgrade() else { return };
        session.tick();
    }
}
