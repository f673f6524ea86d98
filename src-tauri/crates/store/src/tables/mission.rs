//! Missions.

use outreach_plan::Mission;
use uuid::Uuid;

use crate::record::{Kind, Record, Table, column};

/// The table as it was first made.
pub(crate) const V1: &str = r#"
CREATE TABLE "mission" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "programme" TEXT NOT NULL REFERENCES "programme" (id) DEFERRABLE INITIALLY DEFERRED,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "geographic_region" TEXT NOT NULL,
    "markets" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "until" TEXT NOT NULL,
    "team" TEXT NOT NULL,
    "lead" TEXT REFERENCES "delegate" (id) DEFERRABLE INITIALLY DEFERRED,
    "offices" TEXT NOT NULL,
    "partners" TEXT NOT NULL,
    "sectors" TEXT NOT NULL,
    "budget_hkd" INTEGER,
    "notes" TEXT NOT NULL,
    "tags" TEXT NOT NULL
) STRICT;
CREATE INDEX "mission_by_programme" ON "mission" ("programme");
CREATE INDEX "mission_by_lead" ON "mission" ("lead");
"#;

/// Where they lie.
pub static TABLE: Table = Table {
    name: "mission",
    columns: &[
        column("id", Kind::Text),
        column("programme", Kind::Text),
        column("title", Kind::Json),
        column("kind", Kind::Text),
        column("region", Kind::Text),
        column("geographic_region", Kind::Text),
        column("markets", Kind::Json),
        column("status", Kind::Text),
        column("from", Kind::Text),
        column("until", Kind::Text),
        column("team", Kind::Json),
        column("lead", Kind::Text),
        column("offices", Kind::Json),
        column("partners", Kind::Json),
        column("sectors", Kind::Json),
        column("budget_hkd", Kind::Int),
        column("notes", Kind::Text),
        column("tags", Kind::Json),
    ],
    rising: &[],
};

impl Record for Mission {
    const TABLE: &'static Table = &TABLE;

    fn id(&self) -> Uuid {
        self.id.0
    }
}
