use super::{NumberProblem, country, e164};

#[track_caller]
fn reads(raw: &str, home: &str, number: &str) {
    let home = (!home.is_empty()).then_some(home);
    assert_eq!(
        e164(raw, home).map(|n| n.to_string()),
        Ok(number.to_owned()),
        "{raw}"
    );
}

#[track_caller]
fn refuses(raw: &str, home: &str, problem: NumberProblem) {
    let home = (!home.is_empty()).then_some(home);
    assert_eq!(e164(raw, home), Err(problem), "{raw}");
}

#[test]
fn numbers_are_read_as_they_are_written_in_our_markets() {
    for (raw, home, number) in [
        ("2123 4567", "HK", "+85221234567"),
        ("(852) 2123-4567", "HK", "+85221234567"),
        ("852 9123 4567", "hk", "+85291234567"),
        ("85291234567", "HK", "+85291234567"),
        ("00852 2123 4567", "GB", "+85221234567"),
        ("＋８５２　２１２３４５６７", "", "+85221234567"),
        ("+852-2123.4567", "", "+85221234567"),
        ("21234567.0", "HK", "+85221234567"),
        ("Tel: 2123 4567 ext. 12", "HK", "+85221234567"),
        ("2123 4567 x12", "HK", "+85221234567"),
        ("2123 4567 分機 8", "HK", "+85221234567"),
        ("138 1234 5678", "CN", "+8613812345678"),
        ("+86 138-1234-5678", "", "+8613812345678"),
        ("021 6123 4567", "CN", "+862161234567"),
        ("(0755) 8123 4567", "CN", "+8675581234567"),
        ("+44 020 7946 0958", "", "+442079460958"),
        ("+44 (0)20 7946 0958", "", "+442079460958"),
        ("020 7946 0958", "GB", "+442079460958"),
        ("07700 900123", "GB", "+447700900123"),
        ("(416) 555-0123", "CA", "+14165550123"),
        ("1-416-555-0123", "CA", "+14165550123"),
        ("011 852 2123 4567", "US", "+85221234567"),
        ("+39 06 6982", "", "+39066982"),
        ("06 6982 1234", "IT", "+390669821234"),
        ("8 912 345-67-89", "RU", "+79123456789"),
        ("012-345 6789", "MY", "+60123456789"),
        ("+60 (0)12-345 6789", "", "+60123456789"),
        ("8123 4567", "SG", "+6581234567"),
        ("0912-345-678", "TW", "+886912345678"),
        ("050 123 4567", "AE", "+971501234567"),
        ("090-1234-5678", "JP", "+819012345678"),
        ("0041 44 668 18 00", "", "+41446681800"),
    ] {
        reads(raw, home, number);
    }
}

#[test]
fn what_is_no_number_is_refused_with_a_reason() {
    refuses("", "HK", NumberProblem::Empty);
    refuses("  ", "", NumberProblem::Empty);
    for raw in ["1.2E+10", "8,52912E+10", "8.5291E10", "85E9"] {
        refuses(raw, "HK", NumberProblem::Shortened);
    }
    refuses("call me", "HK", NumberProblem::NotANumber);
    refuses("n/a", "HK", NumberProblem::NotANumber);
    refuses("-", "HK", NumberProblem::NotANumber);
    refuses("2123 4567 / 9123 4567", "HK", NumberProblem::TooLong);
    refuses("2123 4567", "", NumberProblem::NoCountry);
    refuses("2123 4567", "XX", NumberProblem::UnknownCountry);
    refuses("+999 1234 5678", "", NumberProblem::UnknownCountry);
    refuses("2123 456", "HK", NumberProblem::TooShort);
    refuses("+852 2123 45678", "", NumberProblem::TooLong);
    refuses(&"9".repeat(1000), "HK", NumberProblem::TooLong);
}

#[test]
fn what_was_read_is_read_again_as_itself() {
    for raw in ["+85221234567", "+442079460958", "+390669821234", "+79123456789"] {
        reads(raw, "", raw);
        reads(raw, "US", raw);
    }
}

#[test]
fn a_number_tells_its_country() {
    for (raw, home) in [
        ("+85221234567", "HK"),
        ("+14165550123", "US"),
        ("+79123456789", "RU"),
    ] {
        assert_eq!(country(&e164(raw, None).unwrap()), Some(home));
    }
}
