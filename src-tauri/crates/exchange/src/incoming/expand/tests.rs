use super::*;

fn wall(text: &str) -> NaiveDateTime {
    super::super::value::time(text).unwrap().0
}

fn days(rule: &str, start: &str) -> (Vec<String>, Ending) {
    let rule = Rule::read(rule).unwrap();
    let mut kept = Vec::new();
    let until = rule.until.map(|(until, _)| until);
    let (ending, _) = expand(
        &rule,
        wall(start),
        Bounds {
            until,
            from: NaiveDateTime::MIN,
            last: wall("20301231T235959"),
            at_most: 8,
            work: &mut 3_000_000,
        },
        &mut kept,
    );
    (
        kept.iter()
            .map(|at| at.format("%Y%m%d %H%M").to_string())
            .collect(),
        ending,
    )
}

#[test]
fn the_examples_of_the_standard_come_out_as_it_says() {
    for (rule, start, expected) in [
        (
            "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
            "19970805T090000",
            "19970805 0900|19970810 0900|19970819 0900|19970824 0900",
        ),
        (
            "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
            "19970805T090000",
            "19970805 0900|19970817 0900|19970819 0900|19970831 0900",
        ),
        (
            "FREQ=MONTHLY;COUNT=3;BYDAY=1FR",
            "19970905T090000",
            "19970905 0900|19971003 0900|19971107 0900",
        ),
        (
            "FREQ=MONTHLY;COUNT=3;BYDAY=-2MO",
            "19970922T090000",
            "19970922 0900|19971020 0900|19971117 0900",
        ),
        (
            "FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=3",
            "19970928T090000",
            "19970928 0900|19971029 0900|19971128 0900",
        ),
        (
            "FREQ=YEARLY;INTERVAL=3;COUNT=4;BYYEARDAY=1,100,200",
            "19970101T090000",
            "19970101 0900|19970410 0900|19970719 0900|20000101 0900",
        ),
        (
            "FREQ=YEARLY;BYDAY=20MO;COUNT=3",
            "19970519T090000",
            "19970519 0900|19980518 0900|19990517 0900",
        ),
        (
            "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3",
            "19970512T090000",
            "19970512 0900|19980511 0900|19990517 0900",
        ),
        (
            "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3",
            "19970904T090000",
            "19970904 0900|19971007 0900|19971106 0900",
        ),
        (
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=3",
            "19970929T090000",
            "19970929 0900|19971030 0900|19971127 0900",
        ),
        (
            "FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000",
            "19970902T090000",
            "19970902 0900|19970902 1200|19970902 1500",
        ),
        (
            "FREQ=MINUTELY;INTERVAL=90;COUNT=3",
            "19970902T090000",
            "19970902 0900|19970902 1030|19970902 1200",
        ),
        (
            "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=3",
            "19961105T090000",
            "19961105 0900|20001107 0900|20041102 0900",
        ),
        (
            "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5",
            "20070115T090000",
            "20070115 0900|20070130 0900|20070215 0900|20070315 0900|20070330 0900",
        ),
    ] {
        assert_eq!(
            days(rule, start),
            (expected.split('|').map(str::to_owned).collect(), Ending::Whole),
            "{rule}"
        );
    }
}

#[test]
fn the_start_counts_where_the_rule_does_not_have_it() {
    let (found, _) = days("FREQ=WEEKLY;BYDAY=MO;COUNT=2", "20270514T090000");
    assert_eq!(found, ["20270514 0900", "20270517 0900"]);
}

#[test]
fn a_rule_without_end_ends_with_the_days_asked_for_and_says_so() {
    let (found, ending) = days("FREQ=YEARLY", "20270514T090000");
    assert_eq!((found.len(), ending), (4, Ending::Cut));
    assert_eq!(days("FREQ=SECONDLY", "20270514T090000").1, Ending::Cut);
}

#[test]
fn a_rule_that_never_matches_ends_soon_with_its_start() {
    for rule in [
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=31",
        "FREQ=DAILY;INTERVAL=4000000000",
    ] {
        assert_eq!(days(rule, "20010514T090000").0, ["20010514 0900"], "{rule}");
    }
}

#[test]
fn weeks_belong_to_the_year_that_has_four_of_their_days() {
    let day = |text| wall(text).date();
    assert_eq!(week_of(day("20270101"), Weekday::Mon), (53, 53));
    assert_eq!(week_of(day("20270104"), Weekday::Mon), (1, 52));
    assert_eq!(week_of(day("20251229"), Weekday::Mon), (1, 53));
}
