//! What the writer must remember from one change to the next.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use crate::derived;
use crate::errors::{Result, StoreError};
use crate::hlc::Hlc;

/// The end of the journal, as this copy of the file knows it.
#[derive(Clone, Debug)]
pub(crate) struct State {
    /// This copy.
    pub(crate) device: Uuid,
    /// Number of the last change; 0 before the first.
    pub(crate) seq: i64,
    /// Latest moment of the hybrid clock met in this file.
    pub(crate) hlc: Hlc,
    /// By device, the latest moment of which this file holds every change.
    pub(crate) seen: BTreeMap<Uuid, Hlc>,
}

impl State {
    pub(crate) fn read(connection: &Connection) -> Result<Self> {
        let device = derived::get(connection, "local", "device")?.ok_or(StoreError::Damaged)?;
        let last = connection
            .query_row(
                "SELECT seq, device, hlc, seen FROM change ORDER BY seq DESC LIMIT 1",
                [],
                |row| {
                    Ok((
                        row.get(0)?,
                        row.get::<_, String>(1)?,
                        row.get(2)?,
                        row.get::<_, String>(3)?,
                    ))
                },
            )
            .optional()?;
        let Some((seq, by, hlc, seen)) = last else {
            return Ok(Self {
                device,
                seq: 0,
                hlc: 0,
                seen: BTreeMap::new(),
            });
        };
        let mut seen: BTreeMap<Uuid, Hlc> =
            serde_json::from_str(&seen).map_err(|_bad| StoreError::Damaged)?;
        seen.insert(derived::uuid(&by)?, hlc);
        let latest = seen.values().copied().max().unwrap_or(hlc);
        Ok(Self {
            device,
            seq,
            hlc: latest,
            seen,
        })
    }

    /// Makes this copy of the file a writer of its own, so that no two copies ever give the same moment.
    pub(crate) fn name_device(connection: &Connection, device: Uuid) -> Result<()> {
        derived::set(connection, "local", "device", &device)
    }
}
