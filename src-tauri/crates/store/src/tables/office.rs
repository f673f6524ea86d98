//! Offices abroad and in the Mainland.

use outreach_plan::Office;
use uuid::Uuid;

use crate::record::{Kind, Record, Table, column};

/// The table as it was first made.
pub(crate) const V1: &str = r#"
CREATE TABLE "office" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "name" TEXT NOT NULL,
    "city" INTEGER,
    "zone" TEXT NOT NULL,
    "notes" TEXT NOT NULL
) STRICT;
"#;

/// Where they lie.
pub static TABLE: Table = Table {
    name: "office",
    columns: &[
        column("id", Kind::Text),
        column("name", Kind::Json),
        column("city", Kind::Int),
        column("zone", Kind::Text),
        column("notes", Kind::Text),
    ],
    rising: &[],
};

impl Record for Office {
    const TABLE: &'static Table = &TABLE;

    fn id(&self) -> Uuid {
        self.id.0
    }
}
