//! The statements of each table, put together once: a hundred thousand inserts should not spell theirs out each
//! time.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::record::Table;
use crate::tables;

/// The statements of one table.
pub(crate) struct Statements {
    pub(crate) select_one: String,
    pub(crate) insert: String,
    pub(crate) delete: String,
    pub(crate) newest: String,
}

impl Statements {
    fn of(table: &Table) -> Self {
        Self {
            select_one: table.select_one(),
            insert: table.insert(),
            delete: format!("DELETE FROM \"{}\" WHERE id = ?1", table.name),
            newest: format!("SELECT max(id) FROM \"{}\"", table.name),
        }
    }
}

/// Those of `table`.
pub(crate) fn of(table: &Table) -> &'static Statements {
    static ALL: LazyLock<HashMap<&'static str, Statements>> = LazyLock::new(|| {
        tables::ALL
            .iter()
            .map(|table| (table.name, Statements::of(table)))
            .collect()
    });
    ALL.get(table.name)
        .expect("every record's table is in the list of tables")
}
