//! What was given out of a calendar, and to whom.

use outreach_plan::Issue;
use uuid::Uuid;

use crate::record::{Kind, Record, Table, column};

/// The table as it was first made. `recipients` and the events of `items` are kept as they were when it was issued,
/// so they refer to nothing that must still be there.
pub(crate) const V2: &str = r#"
CREATE TABLE "issue" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "calendar" TEXT NOT NULL REFERENCES "calendar" (id) DEFERRABLE INITIALLY DEFERRED,
    "number" INTEGER NOT NULL,
    "made" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "recipients" TEXT NOT NULL,
    "rules" TEXT NOT NULL,
    "items" TEXT NOT NULL
) STRICT;
CREATE INDEX "issue_by_calendar" ON "issue" ("calendar");
"#;

/// Where they lie.
pub static TABLE: Table = Table {
    name: "issue",
    columns: &[
        column("id", Kind::Text),
        column("calendar", Kind::Text),
        column("number", Kind::Int),
        column("made", Kind::Text),
        column("actor", Kind::Text),
        column("kind", Kind::Text),
        column("recipients", Kind::Json),
        column("rules", Kind::Text),
        column("items", Kind::Json),
    ],
    rising: &[],
};

impl Record for Issue {
    const TABLE: &'static Table = &TABLE;

    fn id(&self) -> Uuid {
        self.id.0
    }
}
