//! Partner bodies.

use outreach_plan::Partner;
use uuid::Uuid;

use crate::record::{Kind, Record, Table, column};

/// The table as it was first made.
pub(crate) const V1: &str = r#"
CREATE TABLE "partner" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "city" INTEGER,
    "url" TEXT NOT NULL,
    "notes" TEXT NOT NULL
) STRICT;
"#;

/// Where they lie.
pub static TABLE: Table = Table {
    name: "partner",
    columns: &[
        column("id", Kind::Text),
        column("name", Kind::Json),
        column("kind", Kind::Text),
        column("city", Kind::Int),
        column("url", Kind::Text),
        column("notes", Kind::Text),
    ],
    rising: &[],
};

impl Record for Partner {
    const TABLE: &'static Table = &TABLE;

    fn id(&self) -> Uuid {
        self.id.0
    }
}
