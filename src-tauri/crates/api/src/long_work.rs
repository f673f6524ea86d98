//! Long work: it tells how far it is and stops when asked.

use std::collections::HashMap;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::teller::Teller;
use crate::views::Progress;

const BETWEEN_STEPS: Duration = Duration::from_millis(100);

/// What goes on now, by name.
#[derive(Clone, Default)]
pub(crate) struct LongWork(Arc<Running>);

#[derive(Default)]
struct Running {
    next: AtomicU64,
    stops: Mutex<HashMap<String, Arc<AtomicBool>>>,
}

impl LongWork {
    /// Begins work; it ends when the answer is dropped.
    pub(crate) fn begin(&self, what: &str, teller: &Teller) -> Work {
        let number = self.0.next.fetch_add(1, Ordering::Relaxed) + 1;
        let name = format!("{what}-{number}");
        let stop = Arc::new(AtomicBool::new(false));
        self.stops().insert(name.clone(), Arc::clone(&stop));
        Work {
            name,
            stop,
            told: None,
            teller: teller.clone(),
            all: self.clone(),
        }
    }

    /// Asks work to stop. False if there is none of that name.
    pub(crate) fn stop(&self, name: &str) -> bool {
        self.stops()
            .get(name)
            .map(|stop| stop.store(true, Ordering::Relaxed))
            .is_some()
    }

    /// Asks all work to stop.
    pub(crate) fn stop_all(&self) {
        for stop in self.stops().values() {
            stop.store(true, Ordering::Relaxed);
        }
    }

    fn stops(&self) -> std::sync::MutexGuard<'_, HashMap<String, Arc<AtomicBool>>> {
        self.0.stops.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One piece of long work.
pub(crate) struct Work {
    name: String,
    stop: Arc<AtomicBool>,
    told: Option<Instant>,
    teller: Teller,
    all: LongWork,
}

impl Work {
    /// Tells how far it is, ten times a second at most; `Break` if it should stop.
    pub(crate) fn step(&mut self, done: u64, total: u64) -> ControlFlow<()> {
        if self.told.is_none_or(|told| told.elapsed() >= BETWEEN_STEPS) || done == total {
            self.told = Some(Instant::now());
            self.teller.progress(&Progress {
                work: self.name.clone(),
                done,
                total,
            });
        }
        if self.stop.load(Ordering::Relaxed) {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        self.all.stops().remove(&self.name);
    }
}
