//! The log of what left the laptop about people.

use outreach_plan::people::Disclosure;
use uuid::Uuid;

use crate::record::{Kind, Record, Table, column};

/// The table as it was first made. The people are kept as they were when it was written, so they refer to
/// nothing that must still be there.
pub(crate) const V3: &str = r#"
CREATE TABLE "disclosure" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "at" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "people" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "encrypted" INTEGER NOT NULL CHECK ("encrypted" IN (0, 1))
) STRICT;
"#;

/// Where they lie.
pub static TABLE: Table = Table {
    name: "disclosure",
    columns: &[
        column("id", Kind::Text),
        column("at", Kind::Text),
        column("actor", Kind::Text),
        column("kind", Kind::Text),
        column("about", Kind::Text),
        column("count", Kind::Int),
        column("people", Kind::Json),
        column("purpose", Kind::Text),
        column("path", Kind::Text),
        column("digest", Kind::Text),
        column("encrypted", Kind::Bool),
    ],
    rising: &[],
};

impl Record for Disclosure {
    const TABLE: &'static Table = &TABLE;

    fn id(&self) -> Uuid {
        self.id.0
    }
}
