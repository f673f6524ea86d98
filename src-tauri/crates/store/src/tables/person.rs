//! People and bodies.

use outreach_plan::people::Person;
use uuid::Uuid;

use crate::record::{Kind, Record, Table, column};

/// The table as it was first made.
pub(crate) const V3: &str = r#"
CREATE TABLE "person" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "nature" TEXT NOT NULL,
    "family" TEXT NOT NULL,
    "given" TEXT NOT NULL,
    "chinese" TEXT NOT NULL,
    "preferred" TEXT NOT NULL,
    "honorific" TEXT NOT NULL,
    "post" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "market" TEXT REFERENCES "market" (id) DEFERRABLE INITIALLY DEFERRED,
    "sectors" TEXT NOT NULL,
    "schemes" TEXT NOT NULL,
    "passports" TEXT NOT NULL,
    "university_region" TEXT NOT NULL,
    "languages" TEXT NOT NULL,
    "emails" TEXT NOT NULL,
    "telephones" TEXT NOT NULL,
    "tags" TEXT NOT NULL,
    "notes" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "origins" TEXT NOT NULL,
    "notices" TEXT NOT NULL,
    "consents" TEXT NOT NULL,
    "retain_until" TEXT,
    "merged_into" TEXT REFERENCES "person" (id) DEFERRABLE INITIALLY DEFERRED,
    "erased" TEXT,
    "created" TEXT NOT NULL
) STRICT;
CREATE INDEX "person_by_market" ON "person" ("market") WHERE "market" IS NOT NULL;
CREATE INDEX "person_by_merged_into" ON "person" ("merged_into") WHERE "merged_into" IS NOT NULL;
"#;

/// Where they lie.
pub static TABLE: Table = Table {
    name: "person",
    columns: &[
        column("id", Kind::Text),
        column("nature", Kind::Text),
        column("family", Kind::Text),
        column("given", Kind::Text),
        column("chinese", Kind::Text),
        column("preferred", Kind::Text),
        column("honorific", Kind::Text),
        column("post", Kind::Json),
        column("organisation", Kind::Json),
        column("market", Kind::Text),
        column("sectors", Kind::Json),
        column("schemes", Kind::Json),
        column("passports", Kind::Json),
        column("university_region", Kind::Text),
        column("languages", Kind::Json),
        column("emails", Kind::Json),
        column("telephones", Kind::Json),
        column("tags", Kind::Json),
        column("notes", Kind::Text),
        column("source", Kind::Text),
        column("origins", Kind::Json),
        column("notices", Kind::Json),
        column("consents", Kind::Json),
        column("retain_until", Kind::Text),
        column("merged_into", Kind::Text),
        column("erased", Kind::Text),
        column("created", Kind::Text),
    ],
    rising: &[],
};

impl Record for Person {
    const TABLE: &'static Table = &TABLE;

    fn id(&self) -> Uuid {
        self.id.0
    }
}
