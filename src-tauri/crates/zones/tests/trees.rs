//! Rules handed in from outside: what is taken, what is refused, who wins.
#![expect(clippy::unwrap_used, reason = "in a test, what cannot be read is a failure")]

use outreach_zones::{Release, Rules, RulesError, Source, pack};

type Files = Vec<(String, Vec<u8>)>;

fn bundled_files() -> Files {
    Rules::bundled().files().collect()
}

fn release(text: &str) -> Release {
    text.parse().unwrap()
}

fn system(files: Files, of: &str) -> Result<Rules, RulesError> {
    Rules::from_tzif_tree(files, release(of), Source::System)
}

/// The bundled files, with Vancouver under Toronto's rules: a release in which something differs.
fn altered() -> Files {
    let mut files = bundled_files();
    let toronto = files
        .iter()
        .find(|(name, _)| name == "America/Toronto")
        .unwrap()
        .1
        .clone();
    files
        .iter_mut()
        .find(|(name, _)| name == "America/Vancouver")
        .unwrap()
        .1 = toronto;
    files
}

#[test]
fn the_bundled_pack_has_every_zone_readable_and_every_name_of_chrono_tz() {
    let rules = Rules::bundled();
    assert_eq!(
        Rules::from_pack(&pack(rules.files(), rules.release()).unwrap(), Source::Imported)
            .unwrap()
            .names()
            .count(),
        598
    );
    for zone in chrono_tz::TZ_VARIANTS {
        assert!(
            rules.zone(zone.name()).is_ok(),
            "{} has no rules but chrono-tz's",
            zone.name()
        );
    }
}

#[test]
fn packing_and_unpacking_gives_the_same_files_and_the_same_pack() {
    let mut files = bundled_files();
    let one = pack(files.clone(), &release("2026f")).unwrap();
    files.reverse();
    assert_eq!(one, pack(files, &release("2026f")).unwrap());
    // Not byte by byte: which library deflates, and so how well, depends on what else is built along.
    let shipped =
        Rules::from_pack(include_bytes!("../../../../data/tz/rules.pack"), Source::Imported).unwrap();
    assert_eq!(shipped.files().collect::<Files>(), bundled_files());
    let unpacked = Rules::from_pack(&one, Source::Imported).unwrap();
    assert_eq!(unpacked.release(), &release("2026f"));
    assert_eq!(unpacked.files().collect::<Files>(), bundled_files());
    assert!(one.len() < 200_000, "{}", one.len());
}

#[test]
fn a_newer_release_wins_and_bundled_wins_a_tie() {
    let newer = system(altered(), "2099a").unwrap();
    let same = system(altered(), "2026f").unwrap();
    let older = system(altered(), "2025b").unwrap();
    let chosen = Rules::newest(vec![older.clone(), newer, same.clone()]);
    assert_eq!(
        (chosen.source(), chosen.release()),
        (Source::System, &release("2099a"))
    );
    let summer = "2027-07-01T12:00:00".parse().unwrap();
    let vancouver = chosen.zone("America/Vancouver").unwrap();
    assert_eq!(vancouver.resolve(summer).unique().unwrap().offset_s, -4 * 3600);
    assert_eq!(vancouver.release(), &release("2099a"));
    assert_eq!(Rules::newest(vec![older, same]).source(), Source::Bundled);
    assert_eq!(Rules::newest(Vec::new()).source(), Source::Bundled);
}

#[test]
fn a_damaged_file_is_refused_by_name() {
    let refused = |change: &dyn Fn(&mut Vec<u8>)| {
        let mut files = bundled_files();
        change(&mut files.iter_mut().find(|(name, _)| name == "Asia/Tokyo").unwrap().1);
        system(files, "2099a").unwrap_err()
    };
    let file = "Asia/Tokyo".to_owned();
    assert_eq!(
        refused(&|bytes| *bytes = b"hello".to_vec()),
        RulesError::NotTzif { file: file.clone() }
    );
    assert_eq!(
        refused(&|bytes| bytes.clear()),
        RulesError::NotTzif { file: file.clone() }
    );
    assert_eq!(
        refused(&|bytes| bytes.resize(2 << 20, 0)),
        RulesError::TooLarge { file: file.clone() }
    );
    for length in [4, 5, 20, 44, 60, 100, 200] {
        let RulesError::Broken { file: named, reason } = refused(&|bytes| bytes.truncate(length)) else {
            panic!("{length}")
        };
        assert!(named == file && !reason.is_empty());
    }
}

#[test]
fn flipped_bits_never_panic() {
    let files = bundled_files();
    let (_, tokyo) = files.iter().find(|(name, _)| name == "Asia/Tokyo").unwrap();
    let (_, cairo) = files.iter().find(|(name, _)| name == "Africa/Cairo").unwrap();
    for original in [tokyo, cairo] {
        for place in (0..100).chain((100..original.len()).step_by(7)) {
            let mut bytes = original.clone();
            bytes[place] ^= 0x91;
            let Ok(rules) = system(vec![("Asia/Tokyo".to_owned(), bytes)], "2099a") else {
                continue;
            };
            let zone = rules.zone("Asia/Tokyo").unwrap();
            for wall in [
                "1900-01-01T00:00:00",
                "2026-06-01T12:00:00",
                "9999-12-31T23:59:59",
            ] {
                let _ = (zone.pick(wall.parse().unwrap(), None), zone.vtimezone(2026, 2027));
            }
        }
    }
}

#[test]
fn what_is_beside_the_zones_is_passed_over_and_what_is_strange_is_refused() {
    let (_, utc) = bundled_files()
        .into_iter()
        .find(|(name, _)| name == "UTC")
        .unwrap();
    let with = |name: &str, bytes: &[u8]| {
        system(
            vec![("UTC".to_owned(), utc.clone()), (name.to_owned(), bytes.to_vec())],
            "2099a",
        )
    };
    for name in [
        "posixrules",
        "right/UTC",
        "posix/UTC",
        "leapseconds",
        "leap-seconds.list",
        "+VERSION",
        "x/__init__.py",
    ] {
        assert_eq!(
            with(name, b"not a zone").unwrap().names().collect::<Vec<_>>(),
            ["UTC"],
            "{name}"
        );
    }
    for name in [
        "../etc/passwd",
        "/UTC",
        "Asia/Hong Kong",
        "亞洲/香港",
        "A//B",
        &"x".repeat(10_000),
    ] {
        assert!(
            matches!(with(name, &utc), Err(RulesError::Name { .. }) | Ok(_)),
            "{name}"
        );
        assert!(with(name, &utc).is_err() || name.contains('.'), "{name}");
    }
    assert_eq!(system(Vec::new(), "2099a").unwrap_err(), RulesError::Empty);
}

#[test]
fn a_name_that_a_tree_lacks_is_answered_by_bundled_rules_and_an_alias_by_its_own_target() {
    let files = altered()
        .into_iter()
        .filter(|(name, _)| name == "America/Vancouver")
        .collect();
    let rules = system(files, "2099a").unwrap();
    let toronto = rules.zone("America/Toronto").unwrap();
    assert_eq!(
        (toronto.source(), toronto.release()),
        (Source::Bundled, &release("2026f"))
    );
    let alias = rules.zone("Canada/Pacific").unwrap();
    assert_eq!((alias.name(), alias.source()), ("Canada/Pacific", Source::System));
    assert_eq!(
        alias.pick("2027-07-01T12:00:00".parse().unwrap(), None).offset_s,
        -4 * 3600
    );
}

#[test]
fn a_damaged_pack_is_refused_and_never_panics() {
    let whole = pack(bundled_files(), &release("2026f")).unwrap();
    for length in [0, 4, 8, 9, 1000, whole.len() - 1] {
        assert!(
            Rules::from_pack(&whole[..length], Source::Imported).is_err(),
            "{length}"
        );
    }
    for place in (0..whole.len()).step_by(4999) {
        let mut bytes = whole.clone();
        bytes[place] ^= 0xff;
        let _ = Rules::from_pack(&bytes, Source::Imported);
    }
}

#[test]
fn names_know_their_countries_and_what_they_stand_for() {
    let rules = Rules::bundled();
    let info = |name| rules.info(name).unwrap();
    assert_eq!(
        (
            info("Asia/Kuala_Lumpur").canonical,
            info("Asia/Kuala_Lumpur").countries[0].as_str()
        ),
        ("Asia/Kuala_Lumpur", "MY")
    );
    assert_eq!(
        (info("US/Pacific").canonical, info("Asia/Calcutta").canonical),
        ("America/Los_Angeles", "Asia/Kolkata")
    );
    assert_eq!(info("Europe/Zurich").countries[0], "CH");
    assert!(
        rules
            .zones_of("ca")
            .iter()
            .any(|zone| zone == "America/Vancouver")
    );
    assert!(rules.zones_of("CA").len() > 10 && rules.zones_of("XX").is_empty());
    assert!(
        rules
            .countries()
            .iter()
            .any(|country| country.code == "HK" && country.name == "Hong Kong")
    );
    assert!(rules.info("Atlantis/Capital").is_none());
}

#[test]
fn an_unknown_name_is_refused_with_what_was_probably_meant() {
    let rules = Rules::bundled();
    for (typed, meant) in [
        ("America/Vancuver", "America/Vancouver"),
        ("Asia/HongKong", "Asia/Hong_Kong"),
        ("London", "Europe/London"),
        ("new york", "America/New_York"),
    ] {
        assert_eq!(rules.zone(typed).unwrap_err().suggestions[0], meant);
    }
    let long = "x".repeat(10_000);
    for typed in [
        "",
        " ",
        "=cmd()",
        "<script>",
        "\r\n",
        "\u{202e}",
        "../../etc/passwd",
        long.as_str(),
    ] {
        let error = rules.zone(typed).unwrap_err();
        assert!(error.name.len() <= 100 && error.suggestions.is_empty(), "{error}");
    }
    let error = rules.zone("Asia/HongKong").unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("there is no time zone `Asia/HongKong`; did you mean Asia/Hong_Kong"),
        "{error}"
    );
}
