//! Tells every screen what to read again.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::Host;
use crate::views::{Changed, Dropped, Progress};

/// Tells screens. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Teller {
    host: Arc<dyn Host>,
    revision: Arc<AtomicU64>,
}

impl Teller {
    pub(crate) fn to(host: Arc<dyn Host>) -> Self {
        Self {
            host,
            revision: Arc::default(),
        }
    }

    /// Something changed: `plan`, `settings`, `workspace` or `zones`.
    pub(crate) fn changed(&self, topics: &[&str]) {
        let revision = self.revision.fetch_add(1, Ordering::Relaxed) + 1;
        let topics = topics.iter().map(|&topic| topic.to_owned()).collect();
        self.tell("changed", &Changed { topics, revision });
    }

    /// How often anything changed.
    pub(crate) fn revision(&self) -> u64 {
        self.revision.load(Ordering::Relaxed)
    }

    /// Long work came further.
    pub(crate) fn progress(&self, progress: &Progress) {
        self.tell("progress", progress);
    }

    /// Files were dropped on the window.
    pub(crate) fn dropped(&self, dropped: &Dropped) {
        self.tell("dropped", dropped);
    }

    fn tell(&self, topic: &str, payload: &impl serde::Serialize) {
        if let Ok(payload) = serde_json::to_string(payload) {
            self.host.emit(topic, &payload);
        }
    }
}
