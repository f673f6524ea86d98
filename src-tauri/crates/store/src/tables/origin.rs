//! Where imported events came from.

use outreach_plan::Origin;
use uuid::Uuid;

use crate::record::{Kind, Record, Table, column};

/// The table as it was first made. `event` is no foreign key: an origin outlives its event, so that taking the
/// removal back finds it.
pub(crate) const V2: &str = r#"
CREATE TABLE "origin" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "event" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "stamp" TEXT,
    "hash" TEXT NOT NULL
) STRICT;
"#;

/// Where they lie.
pub static TABLE: Table = Table {
    name: "origin",
    columns: &[
        column("id", Kind::Text),
        column("event", Kind::Text),
        column("source", Kind::Text),
        column("key", Kind::Text),
        column("sequence", Kind::Int),
        column("stamp", Kind::Text),
        column("hash", Kind::Text),
    ],
    rising: &[],
};

impl Record for Origin {
    const TABLE: &'static Table = &TABLE;

    fn id(&self) -> Uuid {
        self.id.0
    }
}
