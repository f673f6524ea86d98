//! Zones and their rules: what moves an event, and what does not.

use super::*;

#[test]
fn the_zone_of_whole_days_moves_nobody() {
    let mut office = Office::new();
    let fair = office.fixture.event(
        "Fair",
        KUALA_LUMPUR,
        "2027-05-14T00:00",
        "2027-05-16T00:00",
        |event| {
            event.sequence = 0;
            event.all_day = true;
        },
    );
    office.changes_for(1);
    office.edit(fair, |event| event.zone = "Asia/Tokyo".to_owned());
    assert_eq!(office.waiting(1), []);
    office.edit(fair, |event| event.end = wall("2027-05-17T00:00"));
    assert_eq!(office.changes_for(1), [sent("Fair", 1, false)]);
}

/// The bundled rules with the clocks of another zone for one name.
fn rules_with(name: &str, as_in: &str, release: &str) -> Rules {
    let release: Release = release.parse().unwrap();
    let files: Vec<(String, Vec<u8>)> = Rules::bundled().files().collect();
    let other = files.iter().find(|(file, _)| file == as_in).unwrap().1.clone();
    let exchanged = files.into_iter().map(|(file, bytes)| {
        let bytes = if file == name { other.clone() } else { bytes };
        (file, bytes)
    });
    Rules::from_tzif_tree(exchanged, release, Source::Imported).unwrap()
}

#[test]
fn an_instant_that_new_rules_moved_raises_the_sequence_though_nobody_edited() {
    let mut office = Office::new();
    let (talk, other) = (
        office.talk("Talk"),
        office
            .fixture
            .event("Other", LONDON, "2027-05-14T14:00", "2027-05-14T16:00", |event| {
                event.sequence = 0;
            }),
    );
    office.changes_for(1);
    office
        .fixture
        .plan
        .set_rules(rules_with("Asia/Kuala_Lumpur", "Asia/Tokyo", "2031a"));
    assert_eq!(office.waiting(1), [("Talk".to_owned(), ChangeKind::Moved)]);
    assert_eq!(office.changes_for(1), [sent("Talk", 1, false)]);
    assert_eq!(office.fixture.plan.events()[&talk].sequence, 1);
    assert_eq!(office.fixture.plan.events()[&other].sequence, 0);
    assert_eq!(office.changes_for(1), []);
}
