//! Collection notices.

use outreach_plan::people::Notice;
use uuid::Uuid;

use crate::record::{Kind, Record, Table, column};

/// The table as it was first made.
pub(crate) const V3: &str = r#"
CREATE TABLE "notice" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "from" TEXT NOT NULL,
    "purposes" TEXT NOT NULL,
    "retain_months" INTEGER NOT NULL,
    "text" TEXT NOT NULL
) STRICT;
"#;

/// Where they lie.
pub static TABLE: Table = Table {
    name: "notice",
    columns: &[
        column("id", Kind::Text),
        column("name", Kind::Json),
        column("version", Kind::Int),
        column("from", Kind::Text),
        column("purposes", Kind::Json),
        column("retain_months", Kind::Int),
        column("text", Kind::Json),
    ],
    rising: &[],
};

impl Record for Notice {
    const TABLE: &'static Table = &TABLE;

    fn id(&self) -> Uuid {
        self.id.0
    }
}
