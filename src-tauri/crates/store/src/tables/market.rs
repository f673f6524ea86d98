//! Targeted markets.

use outreach_plan::Market;
use uuid::Uuid;

use crate::record::{Kind, Record, Table, column};

/// The table as it was first made.
pub(crate) const V1: &str = r#"
CREATE TABLE "market" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "country" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "sectors" TEXT NOT NULL,
    "office" TEXT REFERENCES "office" (id) DEFERRABLE INITIALLY DEFERRED,
    "notes" TEXT NOT NULL
) STRICT;
CREATE INDEX "market_by_office" ON "market" ("office");
"#;

/// Where they lie.
pub static TABLE: Table = Table {
    name: "market",
    columns: &[
        column("id", Kind::Text),
        column("country", Kind::Text),
        column("name", Kind::Json),
        column("region", Kind::Text),
        column("sectors", Kind::Json),
        column("office", Kind::Text),
        column("notes", Kind::Text),
    ],
    rising: &[],
};

impl Record for Market {
    const TABLE: &'static Table = &TABLE;

    fn id(&self) -> Uuid {
        self.id.0
    }
}
