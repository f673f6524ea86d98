//! Pairs that look alike and are two people.

use outreach_plan::people::Distinct;
use uuid::Uuid;

use crate::record::{Kind, Record, Table, column};

/// The table as it was first made.
pub(crate) const V3: &str = r#"
CREATE TABLE "distinct" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "one" TEXT NOT NULL REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
    "other" TEXT NOT NULL REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "distinct_by_one" ON "distinct" ("one");
CREATE INDEX "distinct_by_other" ON "distinct" ("other");
"#;

/// Where they lie.
pub static TABLE: Table = Table {
    name: "distinct",
    columns: &[
        column("id", Kind::Text),
        column("one", Kind::Text),
        column("other", Kind::Text),
    ],
    rising: &[],
};

impl Record for Distinct {
    const TABLE: &'static Table = &TABLE;

    fn id(&self) -> Uuid {
        self.id.0
    }
}
