//! Records go in and come out as they are.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use common::*;
use outreach_plan::*;
use outreach_store::{Record, StoreError, Workspace};

fn returns<T: Record + PartialEq + std::fmt::Debug>(workspace: &Workspace, record: &T) {
    assert_eq!(workspace.get::<T>(record.id()).unwrap().as_ref(), Some(record));
    assert_eq!(workspace.load_all::<T>().unwrap(), std::slice::from_ref(record));
    assert_eq!(workspace.count::<T>().unwrap(), 1);
}

#[test]
fn every_kind_of_record_comes_back_with_every_field_after_reopening() {
    let home = Home::new();
    let mut workspace = home.create();
    fill(&mut workspace, 1);
    workspace.close().unwrap();
    let mut workspace = home.open();
    returns(&workspace, &programme());
    returns(&workspace, &office());
    returns(&workspace, &market());
    returns(&workspace, &partner());
    returns(&workspace, &delegate());
    returns(&workspace, &venue());
    returns(&workspace, &mission());
    returns(&workspace, &leg());
    returns(&workspace, &event(0));
    returns(&workspace, &day_override());
    returns(&workspace, &calendar());
    returns(&workspace, &recipient());
    returns(&workspace, &issue());
    workspace
        .write(&meta("read"), at(1), |tx| -> outreach_store::Result<()> {
            assert_eq!(tx.get::<Leg>(leg().id())?, Some(leg()));
            assert_eq!(tx.get::<Venue>(venue().id())?, Some(venue()));
            assert_eq!(tx.before::<Event>(event(0).id())?, Some(event(0)));
            Ok(())
        })
        .unwrap();
    sound(&workspace);
}

#[test]
fn any_text_a_field_can_hold_comes_back() {
    let home = Home::new();
    let mut workspace = home.create();
    let texts = [
        "",
        "\0",
        "a\0b",
        "\r\n",
        "=cmd()",
        "\u{202E}",
        "'; DROP TABLE event; --",
        "🎉👩‍👩‍👧",
        &"長".repeat(10_000),
    ];
    for (n, text) in (10..).zip(texts) {
        let office = Office {
            id: OfficeId(key(n)),
            notes: text.to_owned(),
            name: wording(text, text),
            ..office()
        };
        workspace
            .write(&meta("put"), at(0), |tx| tx.put(&office))
            .unwrap();
        assert_eq!(workspace.get::<Office>(office.id()).unwrap(), Some(office));
    }
    sound(&workspace);
}

#[test]
fn a_reference_into_nothing_is_refused_with_both_sides_and_nothing_is_kept() {
    let home = Home::new();
    let mut workspace = home.create();
    let refused = workspace.write(&meta("put"), at(0), |tx| tx.put(&market()));
    let Err(StoreError::Refers(dangling)) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!(dangling.len(), 1);
    assert_eq!(
        (dangling[0].table.as_str(), dangling[0].record),
        ("market", market().id.0)
    );
    assert_eq!(dangling[0].missing, "office");
    assert_eq!(workspace.count::<Market>().unwrap(), 0);
    assert_eq!(workspace.revision(), 0);
    workspace
        .write(&meta("put"), at(0), |tx| tx.put(&office()))
        .unwrap();
}

#[test]
fn two_events_cannot_bear_one_calendar_uid() {
    let home = Home::new();
    let mut workspace = home.create();
    fill(&mut workspace, 1);
    let twin = Event {
        uid: event(0).uid,
        ..event(1)
    };
    let refused = workspace.write(&meta("put"), at(1), |tx| tx.put(&twin));
    assert!(matches!(refused, Err(StoreError::Duplicate)), "{refused:?}");
}

#[test]
fn settings_and_instants_are_kept_outside_the_journal() {
    let home = Home::new();
    let mut workspace = home.create();
    fill(&mut workspace, 1);
    let before = workspace.revision();
    let instant = outreach_store::CachedInstant {
        record: event(0).id.0,
        field: "start".into(),
        utc: at(7),
        offset_s: 3600,
        rules: "2026f".into(),
    };
    workspace.set_setting("theme", "dark").unwrap();
    let written = workspace
        .write(&meta("cache"), at(0), |tx| tx.cache_instant(&instant))
        .unwrap();
    assert_eq!(written.change, None);
    workspace.close().unwrap();
    let mut workspace = home.open();
    assert_eq!(
        workspace.setting::<String>("theme").unwrap().as_deref(),
        Some("dark")
    );
    assert_eq!(workspace.setting::<String>("none").unwrap(), None);
    assert_eq!(workspace.cached_instants().unwrap(), [instant]);
    assert_eq!(workspace.revision(), before);
    workspace
        .write(&meta("remove"), at(1), |tx| tx.remove::<Event>(event(0).id.0))
        .unwrap();
    assert_eq!(
        workspace.cached_instants().unwrap(),
        [],
        "they go with their record"
    );
}
