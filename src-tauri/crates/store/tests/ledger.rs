//! The ledger of people in the file: every kind comes back whole, and what points at a record keeps it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use common::*;
use outreach_plan::people::*;
use outreach_plan::*;
use outreach_store::{Record, StoreError, Workspace};

fn person(n: u128) -> Person {
    Person {
        family: "Quennell (sample)".into(),
        chinese: "龔詠欣".into(),
        market: Some(market().id),
        sectors: vec![Sector::Healthcare],
        schemes: vec![Scheme::TtpsB],
        passports: vec!["FR".into()],
        university_region: "CH".into(),
        languages: vec!["fr".into(), "yue".into()],
        emails: vec![Email {
            address: "q@example.org".into(),
            label: "work".into(),
            bounced: true,
        }],
        telephones: vec![Telephone {
            raw: "020 7946 0000".into(),
            e164: "+442079460000".into(),
            label: String::new(),
        }],
        tags: vec!["alumni".into()],
        origins: vec!["00ff".into()],
        notices: vec![NoticeGiven {
            notice: notice().id,
            on: day(1),
            by: "form".into(),
        }],
        consents: vec![Consent {
            purpose: Purpose::DirectMarketing,
            given: false,
            on: day(2),
            by: "telephone".into(),
        }],
        retain_until: Some(day(200)),
        ..Person::new(PersonId(key(500 + n)), at(1))
    }
}

fn notice() -> Notice {
    Notice {
        id: NoticeId(key(510)),
        name: wording("Collection notice", "收集聲明"),
        version: 2,
        from: day(0),
        purposes: vec![Purpose::Events, Purpose::GbaTransfer],
        retain_months: 24,
        text: wording("Your data\nis kept", "你的資料"),
    }
}

fn invitation(n: u128, of: &Person) -> Invitation {
    let first = Step::new(InvitationStatus::LongListed, day(1), at(1), "Chan Tai-man");
    Invitation {
        role: InviteeRole::Speaker,
        segment: "Healthcare".into(),
        companions: vec![Companion {
            name: "Guest's guest".into(),
            person: None,
            dietary: "halal".into(),
            access: "ramp".into(),
        }],
        unnamed: 2,
        vip: true,
        waiting_since: Some(at(5)),
        badge: "K7Q2".into(),
        arrived: Some(3),
        arrived_at: Some(at(9)),
        sequence: 4,
        answered: Some((3, Some(at(8)))),
        ..Invitation::new(InvitationId(key(520 + n)), event(0).id, of.id, first)
    }
}

fn arrangement() -> Arrangement {
    Arrangement {
        vip_held: 4,
        quotas: vec![Quota {
            segment: "Healthcare".into(),
            seats: 20,
        }],
        tables: vec![Table {
            name: "1".into(),
            seats: 10,
        }],
        reply_by: Some(day(9)),
        remind_days: vec![14, 3],
        ..Arrangement::new(ArrangementId(key(530)), event(0).id)
    }
}

fn visit() -> Visit {
    let first = VisitStep {
        stage: VisitStage::Nominated,
        on: day(1),
        at: at(1),
        actor: "Chan Tai-man".into(),
        note: String::new(),
    };
    Visit {
        host: Some(delegate().id),
        escorts: vec![delegate().id],
        arrive: Some(day(30)),
        depart: Some(day(33)),
        meetings: vec![Meeting {
            start: wall(30, 9),
            end: wall(30, 10),
            what: wording("Call", "拜會"),
            place: Wording::default(),
            with: "Dean".into(),
        }],
        costs: vec![Cost {
            what: "Flight".into(),
            cents: 812_350,
            paid: true,
        }],
        outcome: Some(Outcome::Joined),
        ..Visit::new(VisitId(key(540)), person(0).id, first)
    }
}

fn letter() -> Letter {
    Letter {
        id: LetterId(key(550)),
        name: "Invitation".into(),
        kind: LetterKind::Reminder,
        subject: wording("{event}", "{event}"),
        body: wording("Dear {addressed}", "{addressed}"),
    }
}

fn saved_list() -> SavedList {
    SavedList {
        id: SavedListId(key(560)),
        name: "Alumni".into(),
        query: "tag:alumni market:CH".into(),
        notes: String::new(),
    }
}

fn distinct() -> Distinct {
    Distinct {
        id: DistinctId(key(570)),
        one: person(0).id,
        other: person(1).id,
    }
}

fn disclosure() -> Disclosure {
    Disclosure {
        id: DisclosureId(key(580)),
        at: at(3),
        actor: "Chan Tai-man".into(),
        kind: DisclosureKind::DoorList,
        about: "Seminar".into(),
        count: 2,
        people: vec![person(0).id, person(1).id],
        purpose: "the door".into(),
        path: "door.pdf".into(),
        digest: "00".into(),
        encrypted: false,
    }
}

fn filled(home: &Home) -> Workspace {
    let mut workspace = home.create();
    fill(&mut workspace, 1);
    workspace
        .write(&meta("people"), at(2), |tx| -> outreach_store::Result<()> {
            tx.put(&invitation(0, &person(0)))?;
            tx.put(&arrangement())?;
            tx.put(&visit())?;
            tx.put(&distinct())?;
            tx.put(&person(0))?;
            tx.put(&person(1))?;
            tx.put(&notice())?;
            tx.put(&letter())?;
            tx.put(&saved_list())?;
            tx.put(&disclosure())?;
            Ok(())
        })
        .unwrap();
    workspace
}

fn returns<T: Record + PartialEq + std::fmt::Debug>(workspace: &Workspace, record: &T) {
    assert_eq!(workspace.get::<T>(record.id()).unwrap().as_ref(), Some(record));
}

#[test]
fn every_kind_of_the_ledger_comes_back_with_every_field_after_reopening() {
    let home = Home::new();
    filled(&home).close().unwrap();
    let workspace = home.open();
    returns(&workspace, &person(0));
    returns(&workspace, &invitation(0, &person(0)));
    returns(&workspace, &arrangement());
    returns(&workspace, &visit());
    returns(&workspace, &notice());
    returns(&workspace, &letter());
    returns(&workspace, &saved_list());
    returns(&workspace, &distinct());
    returns(&workspace, &disclosure());
    assert_eq!(workspace.load_all::<Person>().unwrap().len(), 2);
    sound(&workspace);
}

#[test]
fn a_person_an_event_and_a_host_that_something_points_at_are_kept() {
    let home = Home::new();
    let mut workspace = filled(&home);
    let refers = |outcome: outreach_store::Result<outreach_store::Written<bool>>, by: &str| {
        let Err(StoreError::Refers(dangling)) = outcome else {
            panic!("not refused: {outcome:?}")
        };
        assert!(dangling.iter().any(|one| one.table == by), "{dangling:?}");
    };
    let meta = meta("remove");
    refers(
        workspace.write(&meta, at(3), |tx| tx.remove::<Person>(person(0).id.0)),
        "invitation",
    );
    refers(
        workspace.write(&meta, at(3), |tx| tx.remove::<Person>(person(1).id.0)),
        "distinct",
    );
    refers(
        workspace.write(&meta, at(3), |tx| tx.remove::<Event>(event(0).id.0)),
        "invitation",
    );
    refers(
        workspace.write(&meta, at(3), |tx| tx.remove::<Market>(market().id.0)),
        "person",
    );
    sound(&workspace);
}

#[test]
fn undo_never_lowers_the_number_of_the_last_request_and_brings_the_rest_back() {
    let home = Home::new();
    let mut workspace = filled(&home);
    let before = invitation(0, &person(0));
    let after = Invitation {
        sequence: 5,
        table: "1".into(),
        answered: None,
        ..before.clone()
    };
    workspace
        .write(&meta("seat"), at(3), |tx| tx.put(&after))
        .unwrap();
    workspace.write(&meta("undo"), at(4), take_back).unwrap();
    let undone = Invitation {
        sequence: 5,
        ..before
    };
    returns(&workspace, &undone);
    workspace.write(&meta("redo"), at(5), do_again).unwrap();
    returns(&workspace, &after);
    sound(&workspace);
}
