//! Places where events are held.

use outreach_plan::Venue;
use uuid::Uuid;

use crate::record::{Kind, Record, Table, column};

/// The table as it was first made.
pub(crate) const V1: &str = r#"
CREATE TABLE "venue" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "name" TEXT NOT NULL,
    "city" INTEGER,
    "place" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "latitude" REAL,
    "longitude" REAL,
    "capacity" INTEGER,
    "notes" TEXT NOT NULL
) STRICT;
"#;

/// Where they lie.
pub static TABLE: Table = Table {
    name: "venue",
    columns: &[
        column("id", Kind::Text),
        column("name", Kind::Json),
        column("city", Kind::Int),
        column("place", Kind::Json),
        column("zone", Kind::Text),
        column("address", Kind::Text),
        column("latitude", Kind::Real),
        column("longitude", Kind::Real),
        column("capacity", Kind::Int),
        column("notes", Kind::Text),
    ],
    rising: &[],
};

impl Record for Venue {
    const TABLE: &'static Table = &TABLE;

    fn id(&self) -> Uuid {
        self.id.0
    }
}
