//! Answers of guests by calendar.

use outreach_plan::Reply;
use uuid::Uuid;

use crate::record::{Kind, Record, Table, column};

/// The table as it was first made.
pub(crate) const V2: &str = r#"
CREATE TABLE "reply" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "uid" TEXT NOT NULL,
    "recurrence" TEXT,
    "sequence" INTEGER NOT NULL,
    "stamp" TEXT,
    "received" TEXT NOT NULL,
    "attendee" TEXT NOT NULL,
    "attendee_name" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "delegated_to" TEXT NOT NULL,
    "comment" TEXT NOT NULL,
    "proposed" TEXT
) STRICT;
"#;

/// Where they lie.
pub static TABLE: Table = Table {
    name: "reply",
    columns: &[
        column("id", Kind::Text),
        column("uid", Kind::Text),
        column("recurrence", Kind::Text),
        column("sequence", Kind::Int),
        column("stamp", Kind::Text),
        column("received", Kind::Text),
        column("attendee", Kind::Text),
        column("attendee_name", Kind::Text),
        column("answer", Kind::Text),
        column("delegated_to", Kind::Json),
        column("comment", Kind::Text),
        column("proposed", Kind::Json),
    ],
    rising: &[],
};

impl Record for Reply {
    const TABLE: &'static Table = &TABLE;

    fn id(&self) -> Uuid {
        self.id.0
    }
}
