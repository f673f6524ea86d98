//! How long work tells how far it is, and is asked to stop.

use std::ops::ControlFlow;

use crate::errors::{Result, StoreError};

/// What is being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Pages are being copied.
    Copying,
    /// Pages and their authentication codes are being read.
    Pages,
    /// The journal is being played from its start.
    Folding,
    /// The tables are being compared with what the journal gave.
    Comparing,
}

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// What is being done.
    pub stage: Stage,
    /// How much of it is done.
    pub done: u64,
    /// Out of how much; 0 where that is not known.
    pub total: u64,
}

/// Told of each step; `Break` stops the work, which then leaves nothing half-done.
pub type Progress<'caller> = &'caller mut dyn FnMut(Step) -> ControlFlow<()>;

/// For callers who neither watch nor stop.
pub fn unwatched() -> impl FnMut(Step) -> ControlFlow<()> {
    |_step| ControlFlow::Continue(())
}

pub(crate) fn tell(progress: Progress<'_>, stage: Stage, done: u64, total: u64) -> Result<()> {
    match progress(Step { stage, done, total }) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(StoreError::Cancelled),
    }
}
