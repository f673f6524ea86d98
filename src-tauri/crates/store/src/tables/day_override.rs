//! Planners' corrections of holidays.

use outreach_plan::DayOverride;
use uuid::Uuid;

use crate::record::{Kind, Record, Table, column};

/// The table as it was first made.
pub(crate) const V1: &str = r#"
CREATE TABLE "day_override" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "country" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "off" INTEGER NOT NULL CHECK ("off" IN (0, 1)),
    "name" TEXT NOT NULL
) STRICT;
"#;

/// Where they lie.
pub static TABLE: Table = Table {
    name: "day_override",
    columns: &[
        column("id", Kind::Text),
        column("country", Kind::Text),
        column("date", Kind::Text),
        column("off", Kind::Bool),
        column("name", Kind::Json),
    ],
    rising: &[],
};

impl Record for DayOverride {
    const TABLE: &'static Table = &TABLE;

    fn id(&self) -> Uuid {
        self.id.0
    }
}
