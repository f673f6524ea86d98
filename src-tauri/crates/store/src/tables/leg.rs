//! Stays in one city.

use outreach_plan::Leg;
use uuid::Uuid;

use crate::record::{Kind, Record, Table, column};

/// The table as it was first made.
pub(crate) const V1: &str = r#"
CREATE TABLE "leg" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "mission" TEXT NOT NULL REFERENCES "mission" (id) DEFERRABLE INITIALLY DEFERRED,
    "city" INTEGER,
    "place" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "arrive" TEXT NOT NULL,
    "arrive_fold" TEXT,
    "depart" TEXT NOT NULL,
    "depart_fold" TEXT,
    "lodging" TEXT NOT NULL,
    "travel" TEXT,
    "notes" TEXT NOT NULL
) STRICT;
CREATE INDEX "leg_by_mission" ON "leg" ("mission");
"#;

/// Where they lie.
pub static TABLE: Table = Table {
    name: "leg",
    columns: &[
        column("id", Kind::Text),
        column("mission", Kind::Text),
        column("city", Kind::Int),
        column("place", Kind::Json),
        column("zone", Kind::Text),
        column("arrive", Kind::Text),
        column("arrive_fold", Kind::Text),
        column("depart", Kind::Text),
        column("depart_fold", Kind::Text),
        column("lodging", Kind::Text),
        column("travel", Kind::Json),
        column("notes", Kind::Text),
    ],
    rising: &[],
};

impl Record for Leg {
    const TABLE: &'static Table = &TABLE;

    fn id(&self) -> Uuid {
        self.id.0
    }
}
