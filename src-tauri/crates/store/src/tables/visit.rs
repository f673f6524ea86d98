//! Leading talents' visits.

use outreach_plan::people::Visit;
use uuid::Uuid;

use crate::record::{Kind, Record, Table, column};

/// The table as it was first made.
pub(crate) const V3: &str = r#"
CREATE TABLE "visit" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "person" TEXT NOT NULL REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
    "stage" TEXT NOT NULL,
    "steps" TEXT NOT NULL,
    "nominated_by" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "sector" TEXT,
    "approvals" TEXT NOT NULL,
    "host" TEXT REFERENCES "delegate" (id) DEFERRABLE INITIALLY DEFERRED,
    "escorts" TEXT NOT NULL,
    "home_zone" TEXT NOT NULL,
    "arrive" TEXT,
    "depart" TEXT,
    "travel" TEXT NOT NULL,
    "checklist" TEXT NOT NULL,
    "meetings" TEXT NOT NULL,
    "costs" TEXT NOT NULL,
    "tasks" TEXT NOT NULL,
    "outcome" TEXT,
    "scheme" TEXT,
    "notes" TEXT NOT NULL
) STRICT;
CREATE INDEX "visit_by_person" ON "visit" ("person");
CREATE INDEX "visit_by_host" ON "visit" ("host");
"#;

/// Where they lie.
pub static TABLE: Table = Table {
    name: "visit",
    columns: &[
        column("id", Kind::Text),
        column("person", Kind::Text),
        column("stage", Kind::Text),
        column("steps", Kind::Json),
        column("nominated_by", Kind::Text),
        column("reason", Kind::Text),
        column("sector", Kind::Text),
        column("approvals", Kind::Json),
        column("host", Kind::Text),
        column("escorts", Kind::Json),
        column("home_zone", Kind::Text),
        column("arrive", Kind::Text),
        column("depart", Kind::Text),
        column("travel", Kind::Text),
        column("checklist", Kind::Json),
        column("meetings", Kind::Json),
        column("costs", Kind::Json),
        column("tasks", Kind::Json),
        column("outcome", Kind::Text),
        column("scheme", Kind::Text),
        column("notes", Kind::Text),
    ],
    rising: &[],
};

impl Record for Visit {
    const TABLE: &'static Table = &TABLE;

    fn id(&self) -> Uuid {
        self.id.0
    }
}
