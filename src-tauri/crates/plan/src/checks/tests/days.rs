//! Holidays, weekends, nights, the fast, and the office's own closed days.

use super::{kinds, usual};
use crate::checks::{CheckKind, Severity, check_all, check_event, explain_en};
use crate::fixture::{DUBAI, Fixture, HONG_KONG, LONDON, NEW_DELHI, NEW_YORK, RIYADH, TORONTO, day, wall};
use crate::reference::CountryCode;
use crate::{DayOverride, DayOverrideId, EventKind, Wording};

#[test]
fn holidays_weekends_and_the_planners_corrections_of_them() {
    let mut fixture = Fixture::new();
    // The Emperor's Birthday; Friday in Riyadh; Saturday in London.
    let tokyo = (1_850_147, "Tokyo", "Asia/Tokyo");
    let holiday = fixture.event("Holiday", tokyo, "2027-02-23T10:00", "2027-02-23T11:00", |_| {});
    fixture.event("Friday", RIYADH, "2027-05-14T10:00", "2027-05-14T11:00", |_| {});
    fixture.event(
        "Saturday",
        LONDON,
        "2027-05-15T10:00",
        "2027-05-15T11:00",
        |event| {
            event.kind = EventKind::JobFair;
        },
    );
    let all = check_all(&fixture.plan, &usual());
    assert_eq!(
        all.iter().map(|one| (one.kind, one.severity)).collect::<Vec<_>>(),
        [
            (CheckKind::PublicHoliday, Severity::Warning),
            (CheckKind::LocalWeekend, Severity::Warning),
            (CheckKind::LocalWeekend, Severity::Note)
        ]
    );
    assert!(
        explain_en(&all[0]).contains("public holiday in Japan: "),
        "{}",
        explain_en(&all[0])
    );
    let id = DayOverrideId(fixture.id());
    fixture.plan.put(DayOverride {
        id,
        country: CountryCode::new("JP").unwrap(),
        date: day("2027-02-23"),
        off: false,
        name: Wording::default(),
    });
    assert_eq!(check_event(&fixture.plan, &usual(), holiday), []);
    let id = DayOverrideId(fixture.id());
    fixture.plan.put(DayOverride {
        id,
        country: CountryCode::HONG_KONG,
        date: day("2027-02-23"),
        off: true,
        name: Wording::english("Office move"),
    });
    let closed = check_event(&fixture.plan, &usual(), holiday);
    assert_eq!(kinds(&closed), [CheckKind::OfficeClosed]);
    assert!(explain_en(&closed[0]).contains("Office move"));
}

#[test]
fn the_office_is_closed_by_the_day_in_hong_kong_not_by_the_day_at_the_venue() {
    let mut fixture = Fixture::new();
    // Friday afternoon in Toronto is Saturday in Hong Kong; Sunday evening there is Monday morning here.
    let friday = fixture.event("Friday", TORONTO, "2027-05-07T14:00", "2027-05-07T16:00", |_| {});
    assert_eq!(
        kinds(&check_event(&fixture.plan, &usual(), friday)),
        [CheckKind::OfficeClosed]
    );
    fixture.edit(friday, |event| {
        event.start = wall("2027-05-07T10:00");
        event.end = wall("2027-05-07T12:00");
    });
    assert_eq!(
        check_event(&fixture.plan, &usual(), friday),
        [],
        "until midnight in Hong Kong"
    );
    let here = fixture.event("Here", HONG_KONG, "2027-05-08T10:00", "2027-05-08T12:00", |_| {});
    assert_eq!(
        kinds(&check_event(&fixture.plan, &usual(), here)),
        [CheckKind::LocalWeekend]
    );
}

#[test]
fn ramadan_is_noted_where_it_is_kept() {
    let mut fixture = Fixture::new();
    fixture.event("There", DUBAI, "2027-02-16T10:00", "2027-02-16T12:00", |_| {});
    fixture.event(
        "Elsewhere",
        LONDON,
        "2027-02-16T10:00",
        "2027-02-16T12:00",
        |_| {},
    );
    let all = check_all(&fixture.plan, &usual());
    assert_eq!(kinds(&all), [CheckKind::FastPeriod]);
    assert!(
        explain_en(&all[0]).contains("Ramadan, kept in United Arab Emirates from 8 Feb to"),
        "{}",
        explain_en(&all[0])
    );
}

#[test]
fn nights_are_the_venues_and_for_webinars_hong_kongs_too() {
    let mut fixture = Fixture::new();
    for (start, end, night) in [
        ("2027-05-11T06:59", "2027-05-11T08:00", true),
        ("2027-05-11T07:00", "2027-05-11T23:00", false),
        ("2027-05-11T22:00", "2027-05-11T23:01", true),
        ("2027-05-11T22:00", "2027-05-12T00:00", true),
        ("2027-05-11T09:00", "2027-05-14T17:00", false),
    ] {
        let id = fixture.event("Event", NEW_DELHI, start, end, |_| {});
        let told = kinds(&check_event(&fixture.plan, &usual(), id));
        assert_eq!(told.contains(&CheckKind::NightHours), night, "{start}–{end}");
    }
    let mut fixture = Fixture::new();
    fixture.event(
        "Webinar",
        NEW_YORK,
        "2027-05-11T14:00",
        "2027-05-11T15:00",
        |event| {
            event.kind = EventKind::Webinar;
        },
    );
    let all = check_all(&fixture.plan, &usual());
    assert_eq!(kinds(&all), [CheckKind::HongKongNight]);
    assert!(explain_en(&all[0]).contains("in Hong Kong Wed 12 May 2027 02:00–03:00"));
}
