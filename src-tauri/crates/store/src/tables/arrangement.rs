//! How the seats of events are given out.

use outreach_plan::people::Arrangement;
use uuid::Uuid;

use crate::record::{Kind, Record, Table, column};

/// The table as it was first made.
pub(crate) const V3: &str = r#"
CREATE TABLE "arrangement" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "event" TEXT NOT NULL REFERENCES "event" (id) DEFERRABLE INITIALLY DEFERRED,
    "vip_held" INTEGER NOT NULL,
    "quotas" TEXT NOT NULL,
    "tables" TEXT NOT NULL,
    "reply_by" TEXT,
    "remind_days" TEXT NOT NULL
) STRICT;
CREATE INDEX "arrangement_by_event" ON "arrangement" ("event");
"#;

/// Where they lie.
pub static TABLE: Table = Table {
    name: "arrangement",
    columns: &[
        column("id", Kind::Text),
        column("event", Kind::Text),
        column("vip_held", Kind::Int),
        column("quotas", Kind::Json),
        column("tables", Kind::Json),
        column("reply_by", Kind::Text),
        column("remind_days", Kind::Json),
    ],
    rising: &[],
};

impl Record for Arrangement {
    const TABLE: &'static Table = &TABLE;

    fn id(&self) -> Uuid {
        self.id.0
    }
}
