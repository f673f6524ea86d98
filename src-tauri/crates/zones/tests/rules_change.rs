//! Zones whose rules changed lately, or that are odd: what the old calendars get wrong.
#![expect(clippy::unwrap_used, reason = "in a test, what cannot be read is a failure")]

use chrono::{NaiveDateTime, TimeZone};
use outreach_zones::{Fold, Gap, Resolution, Rules, Zone};

fn zone(name: &str) -> Zone {
    Rules::bundled().zone(name).unwrap()
}

fn wall(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

fn offset(name: &str, at: &str) -> String {
    zone(name).resolve(wall(at)).unique().unwrap().offset_text()
}

fn gap(name: &str, at: &str) -> Gap {
    match zone(name).resolve(wall(at)) {
        Resolution::Gap(gap) => gap,
        other @ (Resolution::Unique(_) | Resolution::Fold { .. }) => panic!("{other:?}"),
    }
}

#[test]
fn canada_west_of_ontario_keeps_its_summer_offset_from_november_2026() {
    for (name, offset_text) in [
        ("America/Vancouver", "-07:00"),
        ("America/Edmonton", "-06:00"),
        ("America/Winnipeg", "-05:00"),
    ] {
        for at in [
            "2026-10-15T12:00:00",
            "2026-11-01T01:30:00",
            "2026-12-24T12:00:00",
            "2032-01-15T09:00:00",
        ] {
            assert_eq!(offset(name, at), offset_text, "{name} {at}");
        }
    }
    assert_eq!(offset("America/Vancouver", "2026-01-15T12:00:00"), "-08:00");
    assert_eq!(offset("Canada/Pacific", "2026-12-24T12:00:00"), "-07:00");
    assert!(matches!(
        zone("America/Toronto").resolve(wall("2026-11-01T01:30:00")),
        Resolution::Fold { .. }
    ));
}

#[test]
fn morocco_is_on_utc_from_20_september_2026() {
    assert_eq!(offset("Africa/Casablanca", "2026-09-19T12:00:00"), "+01:00");
    assert_eq!(offset("Africa/Casablanca", "2026-09-21T12:00:00"), "+00:00");
    assert_eq!(offset("Africa/El_Aaiun", "2027-07-01T12:00:00"), "+00:00");
}

#[test]
fn samoa_lost_a_whole_day() {
    let gap = gap("Pacific/Apia", "2011-12-30T12:00:00");
    assert_eq!(gap.before, wall("2011-12-29T23:59:00"));
    assert_eq!(gap.begins, wall("2011-12-30T00:00:00"));
    assert_eq!(gap.after, wall("2011-12-31T00:00:00"));
    assert_eq!(gap.length_s, 86_400);
    assert_eq!(gap.later_reading.wall(), wall("2011-12-31T12:00:00"));
    assert_eq!(gap.earlier_reading.wall(), wall("2011-12-29T12:00:00"));
}

#[test]
fn lord_howe_moves_by_half_an_hour() {
    let gap = gap("Australia/Lord_Howe", "2026-10-04T02:15:00");
    assert_eq!((gap.length_s, gap.after), (1_800, wall("2026-10-04T02:30:00")));
    let Resolution::Fold { earlier, later } =
        zone("Australia/Lord_Howe").resolve(wall("2027-04-04T01:45:00"))
    else {
        panic!("clocks go back by half an hour")
    };
    assert_eq!(
        (earlier.offset_text(), later.offset_text()),
        ("+11:00".into(), "+10:30".into())
    );
    assert_eq!((later.utc - earlier.utc).num_minutes(), 30);
}

#[test]
fn dublin_has_its_saving_in_winter_and_the_same_time_as_london() {
    let year = |name| {
        zone(name)
            .transitions(
                "2027-01-01T00:00:00Z".parse().unwrap(),
                "2028-01-01T00:00:00Z".parse().unwrap(),
            )
            .map(|change| {
                (
                    change.utc,
                    change.offset_before_s,
                    change.offset_after_s,
                    change.dst,
                )
            })
            .collect::<Vec<_>>()
    };
    let flipped: Vec<_> = year("Europe/London")
        .into_iter()
        .map(|(a, b, c, dst)| (a, b, c, !dst))
        .collect();
    assert_eq!(year("Europe/Dublin"), flipped);
}

#[test]
fn a_gap_is_answered_with_the_two_nearest_valid_minutes_and_with_the_reading_of_rfc_5545() {
    let gap = gap("America/New_York", "2027-03-14T02:30:00");
    assert_eq!(
        (gap.before, gap.after),
        (wall("2027-03-14T01:59:00"), wall("2027-03-14T03:00:00"))
    );
    let picked = zone("America/New_York").pick(wall("2027-03-14T02:30:00"), None);
    assert_eq!(picked, gap.later_reading);
    assert_eq!(picked.wall(), wall("2027-03-14T03:30:00"));
    assert_eq!(
        (picked.offset_text().as_str(), picked.abbreviation.as_str()),
        ("-04:00", "EDT")
    );
    assert_eq!(gap.earlier_reading.wall(), wall("2027-03-14T01:30:00"));
}

#[test]
fn a_fold_is_answered_with_both_moments_and_read_as_the_earlier_unless_chosen() {
    let zone = zone("Europe/Berlin");
    let at = wall("2026-10-25T02:30:00");
    let Resolution::Fold { earlier, later } = zone.resolve(at) else {
        panic!()
    };
    assert_eq!((later.utc - earlier.utc).num_minutes(), 60);
    assert_eq!(
        (earlier.abbreviation.as_str(), later.abbreviation.as_str()),
        ("CEST", "CET")
    );
    assert_eq!(zone.pick(at, None), earlier);
    assert_eq!(zone.pick(at, Some(Fold::Later)), later);
}

#[test]
fn the_borders_of_gap_and_fold_belong_to_the_right_side() {
    let zone = zone("Europe/London");
    let kind = |at: &str| match zone.resolve(wall(at)) {
        Resolution::Unique(_) => 'u',
        Resolution::Gap(_) => 'g',
        Resolution::Fold { .. } => 'f',
    };
    for (at, expected) in [
        ("2027-03-28T00:59:59.999999999", 'u'),
        ("2027-03-28T01:00:00", 'g'),
        ("2027-03-28T01:59:59.999999999", 'g'),
        ("2027-03-28T02:00:00", 'u'),
        ("2027-10-31T00:59:59.999999999", 'u'),
        ("2027-10-31T01:00:00", 'f'),
        ("2027-10-31T01:59:59.999999999", 'f'),
        ("2027-10-31T02:00:00", 'u'),
    ] {
        assert_eq!(kind(at), expected, "{at}");
    }
}

#[test]
fn chrono_sees_the_same_as_we_do() {
    let zone = zone("America/Toronto");
    #[expect(
        clippy::disallowed_methods,
        reason = "the trait's own method is what is tested"
    )]
    let of = |at: &str| zone.from_local_datetime(&wall(at));
    assert!(of("2027-03-14T02:30:00").single().is_none() && of("2027-03-14T02:30:00").earliest().is_none());
    assert_eq!(
        of("2027-07-01T09:00:00").unwrap().to_rfc3339(),
        "2027-07-01T09:00:00-04:00"
    );
    assert_eq!(
        of("2026-11-01T01:30:00").earliest().unwrap().to_rfc3339(),
        "2026-11-01T01:30:00-04:00"
    );
    assert_eq!(
        of("2026-11-01T01:30:00").latest().unwrap().to_rfc3339(),
        "2026-11-01T01:30:00-05:00"
    );
    assert_eq!(of("2027-07-01T09:00:00").unwrap().format("%Z").to_string(), "EDT");
    assert_eq!(of("2027-07-01T09:00:00").unwrap().timezone(), zone);
}

#[test]
fn the_new_offset_holds_from_the_very_second_of_the_change() {
    let at = |utc: &str| {
        zone("Europe/London")
            .at(utc.parse().unwrap())
            .1
            .abbreviation
            .to_string()
    };
    assert_eq!(at("2027-03-28T00:59:59.999999999Z"), "GMT");
    assert_eq!(at("2027-03-28T01:00:00Z"), "BST");
    // The same 4,000 years on, where the table has repeated itself.
    assert_eq!(at("6027-03-28T00:59:59Z"), "GMT");
    assert_eq!(at("6027-03-28T01:00:00Z"), "BST");
}
