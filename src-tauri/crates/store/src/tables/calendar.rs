//! Calendars that are given out.

use outreach_plan::Calendar;
use uuid::Uuid;

use crate::record::{Kind, Record, Table, column};

/// The table as it was first made.
pub(crate) const V2: &str = r#"
CREATE TABLE "calendar" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "name" TEXT NOT NULL,
    "filter" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "notes" TEXT NOT NULL
) STRICT;
"#;

/// Where they lie.
pub static TABLE: Table = Table {
    name: "calendar",
    columns: &[
        column("id", Kind::Text),
        column("name", Kind::Json),
        column("filter", Kind::Json),
        column("language", Kind::Text),
        column("audience", Kind::Text),
        column("zone", Kind::Text),
        column("form", Kind::Json),
        column("notes", Kind::Text),
    ],
    rising: &[],
};

impl Record for Calendar {
    const TABLE: &'static Table = &TABLE;

    fn id(&self) -> Uuid {
        self.id.0
    }
}
