//! Who holds a calendar.

use outreach_plan::Recipient;
use uuid::Uuid;

use crate::record::{Kind, Record, Table, column};

/// The table as it was first made.
pub(crate) const V2: &str = r#"
CREATE TABLE "recipient" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "calendar" TEXT NOT NULL REFERENCES "calendar" (id) DEFERRABLE INITIALLY DEFERRED,
    "name" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "notes" TEXT NOT NULL
) STRICT;
CREATE INDEX "recipient_by_calendar" ON "recipient" ("calendar");
"#;

/// Where they lie.
pub static TABLE: Table = Table {
    name: "recipient",
    columns: &[
        column("id", Kind::Text),
        column("calendar", Kind::Text),
        column("name", Kind::Text),
        column("organisation", Kind::Text),
        column("email", Kind::Text),
        column("notes", Kind::Text),
    ],
    rising: &[],
};

impl Record for Recipient {
    const TABLE: &'static Table = &TABLE;

    fn id(&self) -> Uuid {
        self.id.0
    }
}
