//! Sheets as others write them: what is asked, refused, warned of and read.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use std::collections::BTreeMap;

use outreach_exchange::sheets::{
    CellProblem, DateOrder, RowVerdict, Sheet, SheetChoice, SheetEvent, SheetField, ambiguous_dates,
    event_keys, guess_mapping, open_sheet, read_rows,
};
use outreach_plan::{EventKind, Plan, Region, Sector, Status};
use outreach_zones::{Fold, Rules};

fn open(text: &str) -> Sheet {
    open_sheet(text.as_bytes(), "csv", &SheetChoice::default()).unwrap()
}

fn verdicts_in(text: &str, plan: &Plan) -> Vec<RowVerdict> {
    let sheet = open(text);
    read_rows(&sheet, &guess_mapping(&sheet), &BTreeMap::new(), plan)
}

fn verdicts(text: &str) -> Vec<RowVerdict> {
    verdicts_in(text, &Plan::new(Rules::bundled()))
}

/// The only row of a sheet, which must be read.
fn event(text: &str) -> (SheetEvent, Vec<&'static str>) {
    let mut verdicts = verdicts(text);
    assert_eq!(verdicts.len(), 1);
    let verdict = verdicts.remove(0);
    let warnings = verdict.warnings.iter().map(|warning| warning.code).collect();
    match verdict.read {
        Ok(event) => (event, warnings),
        Err(()) => panic!("{:?}", verdict.problems),
    }
}

fn codes(problems: &[CellProblem]) -> Vec<&'static str> {
    problems.iter().map(|problem| problem.code).collect()
}

fn refused(text: &str) -> Vec<&'static str> {
    let verdicts = verdicts(text);
    assert!(verdicts[0].read.is_err() && verdicts[0].key.is_empty());
    codes(&verdicts[0].problems)
}

#[test]
fn a_row_is_read_whole_in_english() {
    let (event, warnings) = event(
        "Event,Date,Time,City,Type,Status,Sectors,Languages,Capacity,Speakers,Link,Remarks\n\
         KL seminar,14 May 2027,3pm–5pm,Kuala Lumpur,Seminar,Confirmed,\"Financial services, Healthcare\",\
         \"English, Cantonese\",120,\"Ann Lee; Bo Wong\",https://example.org/kl,Bring banners\n",
    );
    assert_eq!(event.title.en, "KL seminar");
    assert_eq!(event.start.to_string(), "2027-05-14 15:00:00");
    assert_eq!(event.end.to_string(), "2027-05-14 17:00:00");
    assert_eq!(event.zone, "Asia/Kuala_Lumpur");
    assert_eq!(event.place.zh_hant, "吉隆坡");
    assert_eq!(
        (event.region, event.kind, event.status),
        (Region::AsiaPacific, EventKind::Seminar, Status::Confirmed)
    );
    assert_eq!(event.sectors, [Sector::FinancialServices, Sector::Healthcare]);
    assert_eq!(event.languages, ["en", "yue"]);
    assert_eq!(event.capacity, Some(120));
    assert_eq!(event.speakers, ["Ann Lee", "Bo Wong"]);
    assert_eq!(
        (event.url.as_str(), event.notes.as_str()),
        ("https://example.org/kl", "Bring banners")
    );
    assert_eq!(warnings, [""; 0]);
}

#[test]
fn a_row_is_read_whole_in_chinese() {
    let (event, _) = event(
        "活動名稱,日期,時間,城市,類別,狀態,界別,語言,名額\n\
         吉隆坡研討會,2027年5月14日（星期五）,下午3時至5時,吉隆坡,研討會,已確認,金融服務、創新及科技,英語、粵語,120人\n",
    );
    assert_eq!(event.title.zh_hant, "吉隆坡研討會");
    assert_eq!(event.start.to_string(), "2027-05-14 15:00:00");
    assert_eq!(event.end.to_string(), "2027-05-14 17:00:00");
    assert_eq!(
        event.sectors,
        [Sector::FinancialServices, Sector::InnovationTechnology]
    );
    assert_eq!(
        (event.capacity, event.languages),
        (Some(120), vec!["en".to_owned(), "yue".to_owned()])
    );
}

#[test]
fn an_ambiguous_column_is_asked_about_once_and_read_as_answered() {
    let text = "Event,Date,City\nA,03/04/2027,London\nB,05/06/2027,London\nC,2027-05-14,London\n";
    let sheet = open(text);
    let mapping = guess_mapping(&sheet);
    let asked = ambiguous_dates(&sheet, &mapping);
    assert_eq!(asked.len(), 1);
    assert_eq!((asked[0].column, asked[0].heading.as_str()), (1, "Date"));
    assert_eq!(asked[0].orders, [DateOrder::DayFirst, DateOrder::MonthFirst]);
    assert_eq!(asked[0].samples[0].text, "03/04/2027");
    assert_eq!(
        asked[0].samples[0].readings[1],
        (DateOrder::MonthFirst, "2027-03-04".parse().unwrap())
    );
    let plan = Plan::new(Rules::bundled());
    let unanswered = read_rows(&sheet, &mapping, &BTreeMap::new(), &plan);
    assert_eq!(codes(&unanswered[0].problems), ["date_ambiguous"]);
    assert!(
        unanswered[2].read.is_ok(),
        "a date that leaves no doubt is read all the same"
    );
    for (order, day) in [
        (DateOrder::DayFirst, "2027-04-03"),
        (DateOrder::MonthFirst, "2027-03-04"),
    ] {
        let read = read_rows(&sheet, &mapping, &BTreeMap::from([(1, order)]), &plan);
        assert_eq!(read[0].read.as_ref().unwrap().start.date().to_string(), day);
        assert_eq!(read[0].warnings, []);
    }
}

#[test]
fn one_date_that_leaves_no_doubt_decides_for_its_column() {
    let text = "Event,Date,City\nA,03/04/2027,London\nB,25/04/2027,London\n";
    let sheet = open(text);
    assert_eq!(ambiguous_dates(&sheet, &guess_mapping(&sheet)), []);
    let read = verdicts(text);
    assert_eq!(
        read[0].read.as_ref().unwrap().start.date().to_string(),
        "2027-04-03"
    );
    assert_eq!(codes(&read[0].warnings), ["order_from_column"]);
    // A column in both orders decides nothing.
    let both = open("Event,Date,City\nA,03/04/2027,London\nB,25/04/2027,London\nC,04/25/2027,London\n");
    assert_eq!(ambiguous_dates(&both, &guess_mapping(&both)).len(), 1);
}

#[test]
fn what_cannot_be_is_refused_with_its_cell() {
    for (row, code) in [
        ("A,31/02/2027,London", "date_impossible"),
        ("A,2027-13-01,London", "date_impossible"),
        ("A,31/02,London", "date_impossible"),
        ("A,tomorrow,London", "date_not_absolute"),
        ("A,14 May,London", "year_missing"),
        ("A,TBC,London", "date_not_understood"),
        ("A,,London", "missing"),
        (",2027-05-14,London", "missing"),
        ("A,2027-05-14,Cambridge", "city_ambiguous"),
        ("A,2027-05-14,Atlantis-on-Sea", "city_unknown"),
        ("A,2027-05-14,", "zone_missing"),
        ("A,2027-05-14 15:00 - 14:00,London", "end_before_start"),
    ] {
        let found = refused(&format!("Event,Start,City\n{row}\n"));
        assert!(found.contains(&code), "{row}: {found:?}");
    }
    let verdict = &verdicts("Event,Start,City\nA,31/02/2027,London\n")[0];
    assert_eq!(
        (verdict.row, verdict.problems[0].column, verdict.problems[0].field),
        (2, Some(1), Some(SheetField::Start))
    );
    assert_eq!(verdict.problems[0].params["text"], "31/02/2027");
}

#[test]
fn all_that_is_wrong_with_a_row_is_told_at_once() {
    let found = refused("Event,Start,City,Type,Status\n,31/02/2027,Nowhereville,Picnic,Perhaps\n");
    for code in ["missing", "date_impossible", "city_unknown", "unknown_value"] {
        assert!(found.contains(&code), "{found:?}");
    }
    assert_eq!(found.iter().filter(|code| **code == "unknown_value").count(), 2);
}

#[test]
fn a_time_in_a_gap_is_refused_with_both_neighbours_and_one_in_a_fold_is_warned_of() {
    let gap = &verdicts("Event,Start,City\nA,2027-03-28 01:30,London\n")[0];
    assert_eq!(codes(&gap.problems), ["time_in_gap"]);
    assert_eq!(gap.problems[0].params["before"], "2027-03-28 00:59");
    assert_eq!(gap.problems[0].params["after"], "2027-03-28 02:00");
    let (fold, warnings) = event("Event,Start,End,City\nA,2027-10-31 01:30,2027-10-31 03:00,London\n");
    assert_eq!(
        (fold.start_fold, warnings),
        (Some(Fold::Earlier), vec!["time_in_fold"])
    );
}

#[test]
fn days_without_times_are_whole_days_with_the_last_one_included() {
    let (fair, _) = event("Event,Start date,End date,City\nFair,1 March 2027,3 March 2027,Dubai\n");
    assert!(fair.all_day);
    assert_eq!(
        (fair.start.to_string(), fair.end.to_string()),
        ("2027-03-01 00:00:00".into(), "2027-03-04 00:00:00".into())
    );
    let (range, _) = event("Event,Date,City\nFair,1–3 March 2027,Dubai\n");
    assert_eq!((range.all_day, range.end), (true, fair.end));
    assert_eq!(
        refused("Event,Date,All day,City\nFair,1 March 2027,No,Dubai\n"),
        ["missing"]
    );
    let (typed, warnings) = event("Event,Start,All day,City\nFair,2027-03-01 09:00,Yes,Dubai\n");
    assert_eq!((typed.all_day, warnings), (true, vec!["time_ignored"]));
}

#[test]
fn an_end_is_taken_from_a_range_a_length_or_the_next_day() {
    for (row, end, warned) in [
        (
            "A,14 May 2027,22:00,01:00,,Dubai",
            "2027-05-15 01:00:00",
            vec!["ends_next_day"],
        ),
        ("A,14 May 2027,22:00,,90,Dubai", "2027-05-14 23:30:00", vec![]),
        ("A,14 May 2027,22:00,,2h,Dubai", "2027-05-15 00:00:00", vec![]),
        (
            "A,14 May 2027,22:00,,,Dubai",
            "2027-05-15 00:00:00",
            vec!["end_assumed"],
        ),
        ("A,14 May 2027,10:00-12:30,,,Dubai", "2027-05-14 12:30:00", vec![]),
        (
            "A,14 May 2027,20:00,24:00,,Dubai",
            "2027-05-15 00:00:00",
            vec!["ends_next_day"],
        ),
    ] {
        let (event, warnings) = event(&format!("Event,Date,Time,End time,Duration,City\n{row}\n"));
        assert_eq!((event.end.to_string().as_str(), warnings), (end, warned), "{row}");
    }
    assert_eq!(
        refused("Event,Date,Time,End time,City\nA,14 May 2027,15:00,14:00,Dubai\n"),
        ["end_before_start"]
    );
}

#[test]
fn the_zone_comes_from_its_column_the_city_an_airport_or_the_venue() {
    let zone = |row: &str| event(&format!("Event,Start,City,Time zone\n{row}\n"));
    assert_eq!(zone("A,2027-05-14 15:00,KUL,").0.zone, "Asia/Kuala_Lumpur");
    assert_eq!(zone("A,2027-05-14 15:00,,Europe/Paris").0.zone, "Europe/Paris");
    let (both, warnings) = zone("A,2027-05-14 15:00,London,Asia/Hong_Kong");
    assert_eq!(both.zone, "Asia/Hong_Kong");
    assert!(warnings.contains(&"zone_not_of_city"));
    // EST has no summer time, and New York has.
    let (summer, warnings) = zone("A,2027-07-14 15:00,New York,EST");
    assert_eq!(summer.zone, "America/New_York");
    assert!(warnings.contains(&"zone_not_of_city"));
    assert_eq!(
        refused("Event,Start,Time zone\nA,2027-05-14 15:00,Mars/Olympus\n")[0],
        "zone_unknown"
    );
    let plan = common::awkward();
    let text = "Event,Start,Venue,Region\nA,2027-05-14 15:00,\"hall, \"\"a\"\"; 1\\2\",Europe\n";
    let at_venue = verdicts_in(text, &plan).remove(0).read.unwrap();
    assert_eq!(
        (at_venue.zone.as_str(), at_venue.venue.is_some()),
        ("Europe/London", true)
    );
}

#[test]
fn instants_with_an_offset_become_the_citys_wall_time() {
    let (event, _) =
        event("Event,Start,End,City\nA,2027-05-14T15:00:00Z,2027-05-14T17:00:00+01:00,Kuala Lumpur\n");
    assert_eq!(event.start.to_string(), "2027-05-14 23:00:00");
    assert_eq!(event.end.to_string(), "2027-05-15 00:00:00");
}

#[test]
fn what_names_no_record_is_kept_in_the_notes_with_a_warning() {
    let (event, warnings) = event(
        "Event,Start,City,Venue,Hosts,Sectors,Languages,Capacity,Link\n\
         A,2027-05-14 15:00,Dubai,Big Hall,The Chamber,\"Healthcare, Alchemy\",Klingon,about fifty,ask Ann\n",
    );
    for code in [
        "venue_unknown",
        "host_unknown",
        "sector_unknown",
        "language_unknown",
        "not_a_number",
        "not_an_address",
    ] {
        assert!(warnings.contains(&code), "{warnings:?}");
    }
    assert_eq!(event.sectors, [Sector::Healthcare]);
    assert!(
        event.kept.contains(&"Venue: Big Hall".to_owned()),
        "{:?}",
        event.kept
    );
    assert!(
        event.kept.contains(&"Link: ask Ann".to_owned()),
        "{:?}",
        event.kept
    );
    let mut new = common::event(2, "", "2027-01-01T00:00:00", "2027-01-01T00:00:00", "Etc/UTC");
    event.fill(&mut new);
    assert_eq!((&new.sectors, new.capacity), (&vec![Sector::Healthcare], None));
    assert!(new.notes.contains("Venue: Big Hall") && !new.notes.contains("secret"));
    let mut known = common::event(1, "A", "2027-05-14T15:00:00", "2027-05-14T17:00:00", "Asia/Dubai");
    event.put_on(&mut known);
    let once = known.clone();
    event.put_on(&mut known);
    assert_eq!(known, once, "a second time adds nothing");
    assert!(known.notes.starts_with("secret note\n") && known.notes.contains("Venue: Big Hall"));
    assert_eq!(
        known.capacity,
        Some(120),
        "what could not be read takes nothing away"
    );
}

#[test]
fn a_sheet_changes_only_what_it_has_columns_for() {
    let mut known = common::event(
        1,
        "Old",
        "2027-05-14T15:00:00",
        "2027-05-14T17:00:00",
        "Europe/London",
    );
    known.title.zh_hant = "舊".into();
    let before = known.clone();
    let (event, _) = event("Event,Start,End,City\nNew,2027-05-14 16:00,2027-05-14 17:00,London\n");
    assert!(!event.is_same_as(&known));
    event.put_on(&mut known);
    assert_eq!(
        (known.title.en.as_str(), known.title.zh_hant.as_str()),
        ("New", "舊")
    );
    assert_eq!(known.start.to_string(), "2027-05-14 16:00:00");
    let kept = |event: &outreach_plan::Event| {
        (
            event.kind,
            event.status,
            event.capacity,
            event.sectors.clone(),
            event.notes.clone(),
        )
    };
    assert_eq!(kept(&known), kept(&before));
    assert!(event.is_same_as(&known));
}

#[test]
fn a_row_without_identifier_is_known_again_by_its_key() {
    let text = "Event,Start,End,City\nKL seminar,2027-05-14 15:00,2027-05-14 17:00,Kuala Lumpur\n";
    let key = verdicts(text)[0].key.clone();
    assert_eq!(key, verdicts(&text.replace("KL seminar", " kl  SEMINAR"))[0].key);
    let known = common::event(
        1,
        "KL Seminar",
        "2027-05-14T15:00:00",
        "2027-05-14T17:00:00",
        "Asia/Kuala_Lumpur",
    );
    assert_eq!(event_keys(&known), [key]);
}

#[test]
fn a_row_that_stands_twice_is_read_once() {
    let row = "A,2027-05-14 15:00,2027-05-14 17:00,Dubai,x\n";
    let other = "A,2027-05-14 15:00,2027-05-14 17:00,Dubai,y\n";
    let read = verdicts(&format!("Event,Start,End,City,Notes\n{row}{row}{other}"));
    assert!(read[0].read.is_ok());
    assert_eq!(codes(&read[1].problems), ["same_as_row"]);
    assert_eq!(read[1].problems[0].params["row"], "2");
    assert_eq!(codes(&read[2].warnings), ["like_row"]);
    assert_ne!(read[2].key, read[0].key);
    let uids = verdicts(
        "UID,Event,Start,End,City\nu1,A,2027-05-14 15:00,2027-05-14 17:00,Dubai\nu1,B,2027-05-15 15:00,2027-05-15 17:00,Dubai\n",
    );
    assert_eq!(codes(&uids[1].problems), ["uid_in_row"]);
}
