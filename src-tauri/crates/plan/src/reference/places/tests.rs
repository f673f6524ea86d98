use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;

fn first(text: &str) -> (&'static str, &'static str) {
    let places = find(text, 10);
    let place = places.first().unwrap_or_else(|| panic!("{text}: nothing found"));
    (place.city.map_or("", |city| city.name.en), place.zone)
}

#[test]
fn a_city_is_found_by_its_chinese_name_in_both_scripts() {
    for (text, zone) in [
        ("香港", "Asia/Hong_Kong"),
        ("吉隆坡", "Asia/Kuala_Lumpur"),
        ("溫哥華", "America/Vancouver"),
        ("温哥华", "America/Vancouver"),
        ("多倫多", "America/Toronto"),
        ("多伦多市", "America/Toronto"),
        ("倫敦", "Europe/London"),
        ("伦敦", "Europe/London"),
        ("三藩市", "America/Los_Angeles"),
        ("旧金山", "America/Los_Angeles"),
        ("蘇黎世", "Europe/Zurich"),
        ("滿地可", "America/Toronto"),
        ("悉尼", "Australia/Sydney"),
        ("雪梨", "Australia/Sydney"),
        ("東京", "Asia/Tokyo"),
        ("杜拜", "Asia/Dubai"),
        ("迪拜", "Asia/Dubai"),
        ("肇庆", "Asia/Shanghai"),
    ] {
        assert_eq!(first(text).1, zone, "{text}");
    }
}

#[test]
fn a_code_of_an_airport_goes_before_every_name() {
    for (code, city, zone) in [
        ("YVR", "Vancouver", "America/Vancouver"),
        ("kul", "Kuala Lumpur", "Asia/Kuala_Lumpur"),
        ("YYZ", "Toronto", "America/Toronto"),
        ("ZRH", "Zürich", "Europe/Zurich"),
        ("DXB", "Dubai", "Asia/Dubai"),
    ] {
        let found = find(code, 3);
        assert_eq!(found[0].found_by, FoundBy::Airport, "{code}");
        assert_eq!((found[0].city.unwrap().name.en, found[0].zone), (city, zone));
    }
}

#[test]
fn accents_case_and_points_do_not_matter() {
    for (text, city) in [
        ("zurich", "Zürich"),
        ("ZÜRICH", "Zürich"),
        ("Munich", "Munich"),
        ("münchen", "Munich"),
        ("saint gallen", "St. Gallen"),
        ("st. gallen", "St. Gallen"),
        ("sao paulo", "São Paulo"),
        ("montreal", "Montreal"),
        ("Montréal", "Montreal"),
        ("dusseldorf", "Düsseldorf"),
        ("xi'an", "Xi’an"),
    ] {
        assert_eq!(first(text).0, city, "{text}");
    }
}

#[test]
fn short_names_that_people_use_are_known() {
    for (text, city) in [
        ("hk", "Hong Kong"),
        ("KL", "Kuala Lumpur"),
        ("nyc", "New York"),
        ("UK", "London"),
    ] {
        assert_eq!(first(text).0, city, "{text}");
    }
}

#[test]
fn a_beginning_is_enough_and_the_larger_place_comes_first() {
    for (text, city) in [
        ("lond", "London"),
        ("toron", "Toronto"),
        ("hamil", "Hamilton"),
        ("warw", "Warwick"),
    ] {
        assert_eq!(first(text).0, city, "{text}");
    }
    assert_eq!(
        first("Warwick").1,
        "Europe/London",
        "where the office goes, though another is larger"
    );
    let hamiltons: Vec<_> = find("Hamilton", 10)
        .iter()
        .map(|p| p.country.to_string())
        .collect();
    assert_eq!(hamiltons[..2], ["CA", "NZ"]);
}

#[test]
fn a_country_narrows_a_name_and_alone_lists_its_cities() {
    for text in [
        "Hamilton, New Zealand",
        "hamilton nz",
        "紐西蘭 漢密爾頓",
        "新西兰 Hamilton",
    ] {
        assert_eq!(first(text).1, "Pacific/Auckland", "{text}");
    }
    assert_eq!(first("London, ON").1, "America/Toronto");
    assert_eq!(first("Cambridge US").1, "America/New_York");
    let swiss: Vec<_> = find("瑞士", 4)
        .iter()
        .map(|p| (p.found_by, p.city.unwrap().name.en))
        .collect();
    assert_eq!(
        swiss[..2],
        [(FoundBy::Country, "Zürich"), (FoundBy::Country, "Geneva")]
    );
    assert!(
        find("Malaysia", 5)
            .iter()
            .all(|place| place.zone.starts_with("Asia/"))
    );
}

#[test]
fn a_zone_is_found_by_its_name() {
    assert_eq!(first("Europe/Zu"), ("Zürich", "Europe/Zurich"));
    assert_eq!(first("america/los_angeles").1, "America/Los_Angeles");
    assert_eq!(find("Asia/Kuala_Lumpur", 1)[0].found_by, FoundBy::Zone);
}

#[test]
fn an_airport_is_found_by_its_name() {
    let heathrow = find("heathrow", 3);
    assert_eq!(heathrow[0].airport.unwrap().iata, "LHR");
    assert_eq!(heathrow[0].city.unwrap().name.en, "London");
}

#[test]
fn a_slip_of_the_finger_is_forgiven_when_nothing_else_fits() {
    for (text, city) in [
        ("torotno", "Toronto"),
        ("vancuover", "Vancouver"),
        ("kuala lumper", "Kuala Lumpur"),
        ("edinbrugh", "Edinburgh"),
    ] {
        assert_eq!(first(text).0, city, "{text}");
    }
}

#[test]
fn text_that_names_no_place_finds_none_and_harms_nothing() {
    let long = "長".repeat(10_000);
    for text in [
        "",
        " ",
        "///",
        "\u{0}",
        "qqqqqqqqq",
        "<script>",
        "\u{202e}",
        "🙂",
        long.as_str(),
        "\n",
        "a\nb",
    ] {
        let found = find(text, 5);
        assert!(found.len() <= 5, "{text:?}");
    }
    assert!(find("", 5).is_empty() && find("qqqqqqqqq", 5).is_empty() && find("London", 0).is_empty());
}

#[test]
fn a_place_is_listed_once_and_never_more_than_asked() {
    for text in ["a", "san", "香", "london", "new york", "HK", "中"] {
        let found = find(text, 8);
        assert!(!found.is_empty() && found.len() <= 8, "{text}");
        for (at, place) in found.iter().enumerate() {
            let key = |p: &Place| (p.city.map(|c| c.id), p.airport.map(|a| a.iata));
            assert!(
                found[..at].iter().all(|other| key(other) != key(place)),
                "{text}: {place:?}"
            );
        }
    }
}

/// A generous bound that a debug build meets; the benchmark has the true figure.
#[test]
fn a_search_does_not_make_a_typist_wait() {
    find("warm up", 1);
    let start = Instant::now();
    for text in [
        "l",
        "lo",
        "lon",
        "london",
        "倫敦",
        "vancuover",
        "Hamilton, Canada",
        "zz top nowhere",
    ] {
        find(text, 10);
    }
    assert!(start.elapsed() < Duration::from_secs(4), "{:?}", start.elapsed());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_is_typed_gives_at_most_what_was_asked(text in ".{0,40}", limit in 0_usize..6) {
        prop_assert!(find(&text, limit).len() <= limit);
    }

    #[test]
    fn a_city_is_found_by_each_of_its_own_names(at in 0_usize..20_000) {
        let city = &crate::reference::cities()[at];
        for name in [city.name.en, city.name.zh_hant, city.name.zh_hans] {
            if name.chars().any(char::is_alphanumeric) {
                // Common names are many: as many as the most common one has.
                let found = find(name, 80);
                prop_assert!(found.iter().any(|p| p.city.is_some_and(|c| c.id == city.id)), "{} {:?}", name, city);
            }
        }
    }
}
