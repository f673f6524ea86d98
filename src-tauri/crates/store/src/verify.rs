//! Proof that the file is sound and that its tables are what the journal made of them.

use rusqlite::Connection;
use rusqlite::types::ValueRef;
use uuid::Uuid;

use crate::derived::uuid;
use crate::errors::{Dangling, Result};
use crate::journal::fold;
use crate::progress::{Progress, Stage, tell};
use crate::record::{Kind, Table};
use crate::tables;
use crate::values;
use crate::workspace::Workspace;
use crate::write;

/// So many differences are told one by one; all are counted.
const TOLD: usize = 50;

/// What [`Workspace::verify`] found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// What SQLite's own check of pages and indexes says, in its words. Holds no text of records.
    pub unsound: Vec<String>,
    /// Pages whose authentication code is wrong, in SQLCipher's words.
    pub unauthentic: Vec<String>,
    /// References into nothing.
    pub dangling: Vec<Dangling>,
    /// Changes in the journal.
    pub changes: u64,
    /// Single edits in them.
    pub ops: u64,
    /// Records compared, table by table.
    pub records: Vec<(&'static str, u64)>,
    /// How many records are not what the journal makes of them.
    pub different: u64,
    /// The first of them.
    pub differences: Vec<Difference>,
}

/// A record that is not what the journal makes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Its table.
    pub table: &'static str,
    /// Its key.
    pub record: Uuid,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong with a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The journal has it, the table has not.
    Missing,
    /// The table has it, the journal has not.
    Unaccounted,
    /// These fields hold something else.
    Fields(Vec<&'static str>),
    /// An edit in change `seq` does not fit what the journal made before it.
    Misstep {
        /// Number of the change.
        seq: i64,
    },
}

impl Report {
    /// Whether nothing is wrong.
    pub fn is_sound(&self) -> bool {
        self.unsound.is_empty()
            && self.unauthentic.is_empty()
            && self.dangling.is_empty()
            && self.different == 0
            && self.differences.is_empty()
    }
}

impl Workspace {
    /// Reads every page, checks every index and reference, and plays the journal into an empty database in
    /// memory to compare it with the tables, row by row.
    ///
    /// # Errors
    /// [`crate::StoreError::Cancelled`]; [`crate::StoreError::Damaged`] where a page cannot be read at all.
    pub fn verify(&self, progress: Progress<'_>) -> Result<Report> {
        let connection = &self.connection;
        tell(progress, Stage::Pages, 0, 2)?;
        // What still lies in the log has to be in the file for its pages to be checked.
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_row| Ok(()))?;
        let unauthentic = faults(connection, "cipher_integrity_check")?;
        tell(progress, Stage::Pages, 1, 2)?;
        let mut report = Report {
            unsound: faults(connection, "integrity_check(50)")?,
            unauthentic,
            dangling: write::dangling(connection)?,
            changes: values::count(connection, "change")?,
            ops: values::count(connection, "op")?,
            ..Report::default()
        };
        tell(progress, Stage::Pages, 2, 2)?;
        let memory = Connection::open_in_memory()?;
        memory.pragma_update(None, "foreign_keys", false)?;
        for table in tables::ALL {
            memory.execute_batch(&created_by(connection, table)?)?;
        }
        memory.execute_batch("BEGIN")?;
        let total = report.ops;
        let folded = fold::fold(connection, &memory, |done| {
            tell(progress, Stage::Folding, done, total)
        })?;
        if let Err(misstep) = folded {
            let fault = Fault::Misstep { seq: misstep.seq };
            report.differences.push(Difference {
                table: misstep.op.table.name,
                record: misstep.op.record,
                fault,
            });
            report.different += 1;
            return Ok(report);
        }
        for (n, table) in (0..).zip(tables::ALL) {
            tell(progress, Stage::Comparing, n, tables::ALL.len() as u64)?;
            compare(table, connection, &memory, &mut report)?;
        }
        Ok(report)
    }
}

/// What a check pragma complains of; nothing if it is content.
pub(crate) fn faults(connection: &Connection, pragma: &str) -> Result<Vec<String>> {
    let mut check = connection.prepare(&format!("PRAGMA {pragma}"))?;
    let told = check
        .query_map([], |row| row.get::<_, String>(0))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(told.into_iter().filter(|line| line != "ok").collect())
}

fn created_by(connection: &Connection, table: &Table) -> Result<String> {
    let sql = "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?1";
    Ok(connection.query_row(sql, [table.name], |row| row.get(0))?)
}

/// Walks both sides of a table in the order of keys.
fn compare(table: &'static Table, ours: &Connection, folded: &Connection, report: &mut Report) -> Result<()> {
    let sql = format!("{} ORDER BY id", table.select_all());
    let (mut ours, mut folded) = (ours.prepare(&sql)?, folded.prepare(&sql)?);
    let (mut ours, mut folded) = (ours.query([])?, folded.query([])?);
    let (mut left, mut right) = (ours.next()?, folded.next()?);
    let mut compared = 0;
    let mut differ = |record: Uuid, fault: Fault| {
        report.different += 1;
        if report.differences.len() < TOLD {
            report.differences.push(Difference {
                table: table.name,
                record,
                fault,
            });
        }
    };
    loop {
        let key = |row: Option<&rusqlite::Row<'_>>| -> Result<Option<Uuid>> {
            row.map(|row| uuid(row.get_ref(0)?.as_str().unwrap_or_default()))
                .transpose()
        };
        let (has_left, has_right) = match (key(left)?, key(right)?) {
            (None, None) => break,
            (Some(here), None) => {
                differ(here, Fault::Unaccounted);
                (true, false)
            }
            (None, Some(there)) => {
                differ(there, Fault::Missing);
                (false, true)
            }
            (Some(here), Some(there)) if here < there => {
                differ(here, Fault::Unaccounted);
                (true, false)
            }
            (Some(here), Some(there)) if here > there => {
                differ(there, Fault::Missing);
                (false, true)
            }
            (Some(here), Some(_)) => {
                if let (Some(left), Some(right)) = (left, right) {
                    let fields = unequal(table, left, right)?;
                    if !fields.is_empty() {
                        differ(here, Fault::Fields(fields));
                    }
                }
                (true, true)
            }
        };
        compared += u64::from(has_left);
        if has_left {
            left = ours.next()?;
        }
        if has_right {
            right = folded.next()?;
        }
    }
    report.records.push((table.name, compared));
    Ok(())
}

fn unequal(
    table: &'static Table,
    left: &rusqlite::Row<'_>,
    right: &rusqlite::Row<'_>,
) -> Result<Vec<&'static str>> {
    let mut fields = Vec::new();
    for (at, column) in table.columns.iter().enumerate() {
        let (left, right) = (left.get_ref(at)?, right.get_ref(at)?);
        if left == right {
            continue;
        }
        // The same list may have been written in another order of keys by another release.
        let same_json = column.kind == Kind::Json
            && matches!((left, right), (ValueRef::Text(_), ValueRef::Text(_)))
            && values::from_sql(table, Kind::Json, left)? == values::from_sql(table, Kind::Json, right)?;
        if !same_json {
            fields.push(column.name);
        }
    }
    Ok(fields)
}
