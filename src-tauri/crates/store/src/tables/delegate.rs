//! Members of travelling teams.

use outreach_plan::Delegate;
use uuid::Uuid;

use crate::record::{Kind, Record, Table, column};

/// The table as it was first made.
pub(crate) const V1: &str = r#"
CREATE TABLE "delegate" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "family" TEXT NOT NULL,
    "given" TEXT NOT NULL,
    "chinese" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "post" TEXT NOT NULL,
    "team" TEXT NOT NULL,
    "notes" TEXT NOT NULL
) STRICT;
"#;

/// Where they lie.
pub static TABLE: Table = Table {
    name: "delegate",
    columns: &[
        column("id", Kind::Text),
        column("family", Kind::Text),
        column("given", Kind::Text),
        column("chinese", Kind::Text),
        column("role", Kind::Text),
        column("organisation", Kind::Text),
        column("post", Kind::Text),
        column("team", Kind::Text),
        column("notes", Kind::Text),
    ],
    rising: &[],
};

impl Record for Delegate {
    const TABLE: &'static Table = &TABLE;

    fn id(&self) -> Uuid {
        self.id.0
    }
}
