//! Templates of letters.

use outreach_plan::people::Letter;
use uuid::Uuid;

use crate::record::{Kind, Record, Table, column};

/// The table as it was first made.
pub(crate) const V3: &str = r#"
CREATE TABLE "letter" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL
) STRICT;
"#;

/// Where they lie.
pub static TABLE: Table = Table {
    name: "letter",
    columns: &[
        column("id", Kind::Text),
        column("name", Kind::Text),
        column("kind", Kind::Text),
        column("subject", Kind::Json),
        column("body", Kind::Json),
    ],
    rising: &[],
};

impl Record for Letter {
    const TABLE: &'static Table = &TABLE;

    fn id(&self) -> Uuid {
        self.id.0
    }
}
