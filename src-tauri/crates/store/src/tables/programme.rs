//! Programmes.

use outreach_plan::Programme;
use uuid::Uuid;

use crate::record::{Kind, Record, Table, column};

/// The table as it was first made.
pub(crate) const V1: &str = r#"
CREATE TABLE "programme" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "title" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "until" TEXT NOT NULL,
    "notes" TEXT NOT NULL
) STRICT;
"#;

/// Where they lie.
pub static TABLE: Table = Table {
    name: "programme",
    columns: &[
        column("id", Kind::Text),
        column("title", Kind::Json),
        column("from", Kind::Text),
        column("until", Kind::Text),
        column("notes", Kind::Text),
    ],
    rising: &[],
};

impl Record for Programme {
    const TABLE: &'static Table = &TABLE;

    fn id(&self) -> Uuid {
        self.id.0
    }
}
