//! Events.

use outreach_plan::Event;
use uuid::Uuid;

use crate::record::{Kind, Record, Table, column};

/// The table as it was first made.
pub(crate) const V1: &str = r#"
CREATE TABLE "event" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "uid" TEXT NOT NULL UNIQUE,
    "sequence" INTEGER NOT NULL,
    "created" TEXT NOT NULL,
    "modified" TEXT NOT NULL,
    "programme" TEXT NOT NULL REFERENCES "programme" (id) DEFERRABLE INITIALLY DEFERRED,
    "mission" TEXT REFERENCES "mission" (id) DEFERRABLE INITIALLY DEFERRED,
    "leg" TEXT REFERENCES "leg" (id) DEFERRABLE INITIALLY DEFERRED,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "market" TEXT REFERENCES "market" (id) DEFERRABLE INITIALLY DEFERRED,
    "city" INTEGER,
    "place" TEXT NOT NULL,
    "venue" TEXT REFERENCES "venue" (id) DEFERRABLE INITIALLY DEFERRED,
    "start" TEXT NOT NULL,
    "start_fold" TEXT,
    "end" TEXT NOT NULL,
    "end_fold" TEXT,
    "zone" TEXT NOT NULL,
    "all_day" INTEGER NOT NULL CHECK ("all_day" IN (0, 1)),
    "capacity" INTEGER,
    "languages" TEXT NOT NULL,
    "hosts" TEXT NOT NULL,
    "delegates" TEXT NOT NULL,
    "speakers" TEXT NOT NULL,
    "sectors" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "run_sheet" TEXT NOT NULL,
    "notes" TEXT NOT NULL,
    "tags" TEXT NOT NULL
) STRICT;
CREATE INDEX "event_by_programme" ON "event" ("programme");
CREATE INDEX "event_by_mission" ON "event" ("mission");
CREATE INDEX "event_by_leg" ON "event" ("leg");
CREATE INDEX "event_by_market" ON "event" ("market");
CREATE INDEX "event_by_venue" ON "event" ("venue");
"#;

/// Where they lie.
pub static TABLE: Table = Table {
    name: "event",
    columns: &[
        column("id", Kind::Text),
        column("uid", Kind::Text),
        column("sequence", Kind::Int),
        column("created", Kind::Text),
        column("modified", Kind::Text),
        column("programme", Kind::Text),
        column("mission", Kind::Text),
        column("leg", Kind::Text),
        column("title", Kind::Json),
        column("kind", Kind::Text),
        column("status", Kind::Text),
        column("region", Kind::Text),
        column("market", Kind::Text),
        column("city", Kind::Int),
        column("place", Kind::Json),
        column("venue", Kind::Text),
        column("start", Kind::Text),
        column("start_fold", Kind::Text),
        column("end", Kind::Text),
        column("end_fold", Kind::Text),
        column("zone", Kind::Text),
        column("all_day", Kind::Bool),
        column("capacity", Kind::Int),
        column("languages", Kind::Json),
        column("hosts", Kind::Json),
        column("delegates", Kind::Json),
        column("speakers", Kind::Json),
        column("sectors", Kind::Json),
        column("url", Kind::Text),
        column("run_sheet", Kind::Text),
        column("notes", Kind::Text),
        column("tags", Kind::Json),
    ],
    rising: &["sequence", "modified"],
};

impl Record for Event {
    const TABLE: &'static Table = &TABLE;

    fn id(&self) -> Uuid {
        self.id.0
    }
}
