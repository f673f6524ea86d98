//! What makes a plain struct a record of the file: a table with one column a field.

use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// How a field lies in its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text: strings, keys, dates and times as ISO 8601, the names of choices.
    Text,
    /// A whole number.
    Int,
    /// A number with a fraction.
    Real,
    /// Yes or no, as 1 or 0.
    Bool,
    /// A list or a small struct, as JSON text.
    Json,
}

/// One field of a record.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Name of the field and of the column.
    pub name: &'static str,
    /// How it lies there.
    pub kind: Kind,
}

/// Shorthand for lists of columns.
pub(crate) const fn column(name: &'static str, kind: Kind) -> Column {
    Column { name, kind }
}

/// A table of records.
#[derive(Debug)]
pub struct Table {
    /// Name of the table.
    pub name: &'static str,
    /// The record's fields, `id` first.
    pub columns: &'static [Column],
    /// Fields that only ever rise. Undo leaves them as they are, and whoever settles the undone record raises
    /// them: the calendars of guests ignore an update whose number is not higher (RFC 5546 section 2.1.4).
    pub rising: &'static [&'static str],
}

impl Table {
    pub(crate) fn rises(&self, field: &str) -> bool {
        self.rising.contains(&field)
    }

    /// Which column a field is.
    pub(crate) fn place(&self, field: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == field)
    }

    /// All columns, quoted: some fields bear names that SQL has taken (`from`, `end`).
    fn column_list(&self) -> String {
        let quoted: Vec<String> = self
            .columns
            .iter()
            .map(|column| format!("\"{}\"", column.name))
            .collect();
        quoted.join(", ")
    }

    pub(crate) fn select_one(&self) -> String {
        format!(
            "SELECT {} FROM \"{}\" WHERE id = ?1",
            self.column_list(),
            self.name
        )
    }

    pub(crate) fn select_all(&self) -> String {
        format!("SELECT {} FROM \"{}\"", self.column_list(), self.name)
    }

    pub(crate) fn insert(&self) -> String {
        let places: Vec<String> = (1..=self.columns.len()).map(|n| format!("?{n}")).collect();
        format!(
            "INSERT INTO \"{}\" ({}) VALUES ({})",
            self.name,
            self.column_list(),
            places.join(", ")
        )
    }
}

/// A struct that is stored, one column a field.
///
/// Its serde form must be a flat map whose keys are the columns of [`Record::TABLE`].
pub trait Record: Serialize + DeserializeOwned {
    /// Where records of this type lie.
    const TABLE: &'static Table;

    /// The record's key.
    fn id(&self) -> Uuid;
}
