//! Lists of people by query.

use outreach_plan::people::SavedList;
use uuid::Uuid;

use crate::record::{Kind, Record, Table, column};

/// The table as it was first made.
pub(crate) const V3: &str = r#"
CREATE TABLE "saved_list" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "notes" TEXT NOT NULL
) STRICT;
"#;

/// Where they lie.
pub static TABLE: Table = Table {
    name: "saved_list",
    columns: &[
        column("id", Kind::Text),
        column("name", Kind::Text),
        column("query", Kind::Text),
        column("notes", Kind::Text),
    ],
    rising: &[],
};

impl Record for SavedList {
    const TABLE: &'static Table = &TABLE;

    fn id(&self) -> Uuid {
        self.id.0
    }
}
