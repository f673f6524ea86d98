//! Invitations.

use outreach_plan::people::Invitation;
use uuid::Uuid;

use crate::record::{Kind, Record, Table, column};

/// The table as it was first made. `steps` and `companions` are read and written with their invitation only, so they lie in it.
pub(crate) const V3: &str = r#"
CREATE TABLE "invitation" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "event" TEXT NOT NULL REFERENCES "event" (id) DEFERRABLE INITIALLY DEFERRED,
    "person" TEXT NOT NULL REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
    "role" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "steps" TEXT NOT NULL,
    "segment" TEXT NOT NULL,
    "companions" TEXT NOT NULL,
    "unnamed" INTEGER NOT NULL,
    "vip" INTEGER NOT NULL CHECK ("vip" IN (0, 1)),
    "substitute_for" TEXT REFERENCES "invitation" (id) DEFERRABLE INITIALLY DEFERRED,
    "waiting_since" TEXT,
    "table" TEXT NOT NULL,
    "seat" TEXT NOT NULL,
    "dietary" TEXT NOT NULL,
    "access" TEXT NOT NULL,
    "notes" TEXT NOT NULL,
    "badge" TEXT NOT NULL,
    "arrived" INTEGER,
    "arrived_at" TEXT,
    "sequence" INTEGER NOT NULL,
    "answered" TEXT
) STRICT;
CREATE INDEX "invitation_by_event" ON "invitation" ("event");
CREATE INDEX "invitation_by_person" ON "invitation" ("person");
CREATE INDEX "invitation_by_substitute_for" ON "invitation" ("substitute_for") WHERE "substitute_for" IS NOT NULL;
"#;

/// Where they lie.
pub static TABLE: Table = Table {
    name: "invitation",
    columns: &[
        column("id", Kind::Text),
        column("event", Kind::Text),
        column("person", Kind::Text),
        column("role", Kind::Text),
        column("status", Kind::Text),
        column("steps", Kind::Json),
        column("segment", Kind::Text),
        column("companions", Kind::Json),
        column("unnamed", Kind::Int),
        column("vip", Kind::Bool),
        column("substitute_for", Kind::Text),
        column("waiting_since", Kind::Text),
        column("table", Kind::Text),
        column("seat", Kind::Text),
        column("dietary", Kind::Text),
        column("access", Kind::Text),
        column("notes", Kind::Text),
        column("badge", Kind::Text),
        column("arrived", Kind::Int),
        column("arrived_at", Kind::Text),
        column("sequence", Kind::Int),
        column("answered", Kind::Json),
    ],
    rising: &["sequence"],
};

impl Record for Invitation {
    const TABLE: &'static Table = &TABLE;

    fn id(&self) -> Uuid {
        self.id.0
    }
}
