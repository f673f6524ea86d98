//! From an empty file to today's tables, step by step.
//!
//! A step is never edited once a release has applied it; what changes is added as a further step. A step that
//! changes what records say must journal that change, or the fold of the journal no longer gives the tables.

use rusqlite::Connection;

use crate::errors::{Result, StoreError};
use crate::{derived, journal, search, tables};

/// "Outr" in ASCII: lets the `file` program of a decrypted copy tell what it is.
pub(crate) const APPLICATION_ID: i32 = 0x4f75_7472;

/// One step: the schema number it leads to, and its statements.
pub(crate) struct Step {
    pub(crate) version: u32,
    pub(crate) sql: &'static [&'static str],
}

/// All steps, in order.
pub(crate) const STEPS: &[Step] = &[
    Step {
        version: 1,
        sql: &[
            journal::V1,
            derived::V1,
            search::V1,
            tables::programme::V1,
            tables::office::V1,
            tables::market::V1,
            tables::partner::V1,
            tables::delegate::V1,
            tables::venue::V1,
            tables::mission::V1,
            tables::leg::V1,
            tables::event::V1,
            tables::day_override::V1,
        ],
    },
    Step {
        version: 2,
        sql: &[
            tables::calendar::V2,
            tables::recipient::V2,
            tables::issue::V2,
            tables::origin::V2,
            tables::reply::V2,
        ],
    },
    Step {
        version: 3,
        sql: &[
            tables::notice::V3,
            tables::person::V3,
            tables::invitation::V3,
            tables::arrangement::V3,
            tables::visit::V3,
            tables::letter::V3,
            tables::saved_list::V3,
            tables::distinct::V3,
            tables::disclosure::V3,
        ],
    },
    // The index is derived; it is filled again when the file is opened.
    Step {
        version: 4,
        sql: &[search::V4],
    },
];

/// The schema that `steps` lead to.
pub(crate) fn newest(steps: &[Step]) -> u32 {
    steps.last().map_or(0, |step| step.version)
}

/// The schema of an open database.
///
/// # Errors
/// [`StoreError::NotAWorkspace`] if it was never made by this program.
pub(crate) fn version(connection: &Connection) -> Result<u32> {
    let application: i32 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    if application != APPLICATION_ID {
        return Err(StoreError::NotAWorkspace);
    }
    Ok(connection.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

/// Takes a database from schema `from` to the newest of `steps`, in one transaction.
pub(crate) fn apply(connection: &mut Connection, steps: &[Step], from: u32) -> Result<()> {
    let transaction = connection.transaction()?;
    for step in steps.iter().filter(|step| step.version > from) {
        for sql in step.sql {
            transaction.execute_batch(sql)?;
        }
        transaction.pragma_update(None, "user_version", step.version)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    Ok(transaction.commit()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backup::{backups, default_folder};
    use crate::{ChangeMeta, KeyCost, Unlock, Workspace, unwatched};
    use outreach_plan::people::Person;
    use outreach_plan::{
        Audience, Calendar, CalendarForm, CalendarId, EventFilter, Language, Office, OfficeId, PersonId,
        Wording,
    };
    use std::path::PathBuf;

    const PASSPHRASE: &str = "words";

    static NEXT: &[Step] = &[
        Step { version: 4, sql: &[] },
        Step {
            version: 5,
            sql: &["CREATE TABLE next_year (id TEXT PRIMARY KEY) STRICT;"],
        },
    ];
    static FAILING: &[Step] = &[Step {
        version: 5,
        sql: &[
            "CREATE TABLE half_way (id TEXT) STRICT;",
            "ALTER TABLE none ADD x;",
        ],
    }];

    fn made() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.outreach");
        Workspace::create(&path, PASSPHRASE, KeyCost::CHEAP_FOR_TESTS)
            .unwrap()
            .close()
            .unwrap();
        (folder, path)
    }

    fn schema(connection: &Connection) -> String {
        let sql = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'search_index_%'
                   ORDER BY type DESC, name";
        let mut select = connection.prepare(sql).unwrap();
        let lines: Vec<String> = select
            .query_map([], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        lines.join(";\n")
    }

    #[test]
    fn the_whole_schema() {
        let mut connection = Connection::open_in_memory().unwrap();
        apply(&mut connection, STEPS, 0).unwrap();
        insta::assert_snapshot!(schema(&connection));
    }

    #[test]
    fn the_schema_of_the_first_step_stays_as_it_was() {
        let mut connection = Connection::open_in_memory().unwrap();
        apply(&mut connection, &STEPS[..1], 0).unwrap();
        insta::assert_snapshot!(schema(&connection));
    }

    #[test]
    fn the_schema_of_the_second_step_stays_as_it_was() {
        let mut connection = Connection::open_in_memory().unwrap();
        apply(&mut connection, &STEPS[..2], 0).unwrap();
        insta::assert_snapshot!(schema(&connection));
    }

    #[test]
    fn the_schema_of_the_third_step_stays_as_it_was() {
        let mut connection = Connection::open_in_memory().unwrap();
        apply(&mut connection, &STEPS[..3], 0).unwrap();
        insta::assert_snapshot!(schema(&connection));
    }

    #[test]
    fn a_file_of_any_earlier_step_opens_with_all_it_holds_after_a_backup() {
        for steps in 1..STEPS.len() {
            opens_with_all_it_holds(&STEPS[..steps]);
        }
    }

    fn opens_with_all_it_holds(former: &'static [Step]) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.outreach");
        let office = Office {
            id: OfficeId(uuid::Uuid::from_u128(1)),
            name: Wording::english("Berlin"),
            city: None,
            zone: "Europe/Berlin".into(),
            notes: String::new(),
        };
        let (meta, now) = (
            ChangeMeta::new("office_added", "me"),
            chrono::DateTime::UNIX_EPOCH,
        );
        let cost = KeyCost::CHEAP_FOR_TESTS;
        let mut old = Workspace::create_with_steps(&path, PASSPHRASE, cost, former).unwrap();
        old.write(&meta, now, |tx| tx.put(&office)).unwrap();
        assert_eq!(version(&old.connection).unwrap(), newest(former));
        old.close().unwrap();

        let mut workspace = Workspace::open(&path, Unlock::Passphrase(PASSPHRASE)).unwrap();
        assert_eq!(version(&workspace.connection).unwrap(), newest(STEPS));
        let mut fresh = Connection::open_in_memory().unwrap();
        apply(&mut fresh, STEPS, 0).unwrap();
        assert_eq!(
            schema(&workspace.connection),
            schema(&fresh),
            "as a file made today"
        );
        assert_eq!(
            workspace.load_all::<Office>().unwrap(),
            std::slice::from_ref(&office)
        );
        assert_eq!(workspace.undo_target().unwrap().unwrap().label, "office_added");
        assert!(workspace.verify(&mut unwatched()).unwrap().is_sound());
        let calendar = Calendar {
            id: CalendarId(uuid::Uuid::from_u128(2)),
            name: Wording::english("Public"),
            filter: EventFilter::default(),
            language: Language::English,
            audience: Audience::Public,
            zone: String::new(),
            form: CalendarForm::default(),
            notes: String::new(),
        };
        let person = Person::new(PersonId(uuid::Uuid::from_u128(3)), now);
        workspace.write(&meta, now, |tx| tx.put(&calendar)).unwrap();
        workspace.write(&meta, now, |tx| tx.put(&person)).unwrap();
        assert_eq!(workspace.load_all::<Person>().unwrap(), [person]);
        assert!(workspace.verify(&mut unwatched()).unwrap().is_sound());

        let kept = backups(&path, &default_folder(&path)).unwrap();
        assert_eq!(kept.len(), 1);
        let old = Workspace::open_with_steps(&kept[0].path, Unlock::Passphrase(PASSPHRASE), former).unwrap();
        assert_eq!(
            old.load_all::<Office>().unwrap(),
            [office],
            "the backup is of the old schema"
        );
    }

    #[test]
    fn every_table_has_the_columns_of_its_record_in_their_order() {
        let mut connection = Connection::open_in_memory().unwrap();
        apply(&mut connection, STEPS, 0).unwrap();
        for table in tables::ALL {
            let mut select = connection
                .prepare("SELECT name FROM pragma_table_info(?1) ORDER BY cid")
                .unwrap();
            let names: Vec<String> = select
                .query_map([table.name], |row| row.get(0))
                .unwrap()
                .map(Result::unwrap)
                .collect();
            let columns: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
            assert_eq!(names, columns, "{}", table.name);
        }
    }

    #[test]
    fn an_older_file_is_brought_up_to_date_after_a_backup_and_a_newer_one_is_left_alone() {
        let (_folder, path) = made();
        let workspace = Workspace::open_with_steps(&path, Unlock::Passphrase(PASSPHRASE), NEXT).unwrap();
        assert_eq!(version(&workspace.connection).unwrap(), 5);
        workspace.close().unwrap();
        let kept = backups(&path, &default_folder(&path)).unwrap();
        assert_eq!(kept.len(), 1);
        assert_eq!(kept[0].reason.as_deref(), Some("before-schema-5"));
        let before = std::fs::read(&path).unwrap();
        let refused = Workspace::open(&path, Unlock::Passphrase(PASSPHRASE));
        assert!(
            matches!(refused, Err(StoreError::NewerSchema { found: 5, known: 4 })),
            "{refused:?}"
        );
        assert_eq!(std::fs::read(&path).unwrap(), before);
        let old = Workspace::open(&kept[0].path, Unlock::Passphrase(PASSPHRASE)).unwrap();
        assert!(old.verify(&mut unwatched()).unwrap().is_sound());
    }

    #[test]
    fn a_newer_file_with_a_log_of_its_own_is_left_alone_as_well() {
        let (folder, path) = made();
        let workspace = Workspace::open_with_steps(&path, Unlock::Passphrase(PASSPHRASE), NEXT).unwrap();
        let crashed = folder.path().join("crashed.outreach");
        let log = |path: &PathBuf| crate::lock::beside(path, "-wal");
        std::fs::copy(&path, &crashed).unwrap();
        std::fs::copy(log(&path), log(&crashed)).unwrap();
        drop(workspace);
        let (before, log_before) = (
            std::fs::read(&crashed).unwrap(),
            std::fs::read(log(&crashed)).unwrap(),
        );
        assert!(!log_before.is_empty());
        let refused = Workspace::open(&crashed, Unlock::Passphrase(PASSPHRASE));
        assert!(
            matches!(refused, Err(StoreError::NewerSchema { .. })),
            "{refused:?}"
        );
        assert_eq!(std::fs::read(&crashed).unwrap(), before);
        assert_eq!(std::fs::read(log(&crashed)).unwrap(), log_before);
    }

    #[test]
    fn a_step_that_fails_leaves_the_old_schema_in_force() {
        let (_folder, path) = made();
        Workspace::open_with_steps(&path, Unlock::Passphrase(PASSPHRASE), FAILING).unwrap_err();
        let workspace = Workspace::open(&path, Unlock::Passphrase(PASSPHRASE)).unwrap();
        assert_eq!(version(&workspace.connection).unwrap(), 4);
        assert!(!schema(&workspace.connection).contains("half_way"));
    }
}
