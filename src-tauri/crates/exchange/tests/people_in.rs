//! Lists of people as they come: from Excel, Outlook, Google, chambers, and pasted.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod people_support;

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use outreach_exchange::people::{
    Corrections, PersonField, ReadPeople, Stopped, ambiguous_dates, guess_mapping, open_paste, read_rows,
};
use outreach_exchange::sheets::{DateOrder, SheetChoice};
use outreach_plan::people::Nature;
use outreach_plan::reference::CountryCode;
use outreach_plan::{Market, MarketId, Plan, Region, Sector, Wording};
use outreach_zones::Rules;
use people_support::{codes, open, rows, rows_with, warned};
use rust_xlsxwriter::{Format, Formula, Workbook};
use uuid::Uuid;

const GOOGLE: &str = "First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,Nickname,Organization Name,\
Organization Title,Organization Department,Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,\
E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Street\n\
大文,,陳,,Dr,Peter,香港科技公司,經理,研發部,1990-01-01,備註,* myContacts ::: 貴賓,Work,taiman@example.org ::: tm@example.org,Other,\
second@example.org,Mobile,+852 9123 4567,1 Road\n\
John,Q,Smith,,,,Example Ltd,CEO,,,,,,john@example.org,,,,,\n";

#[test]
fn googles_contacts_are_read() {
    let sheet = open(GOOGLE.as_bytes(), "csv");
    let rows = rows(&sheet);
    let chan = rows[0].person.as_ref().unwrap();
    assert_eq!(
        (
            chan.chinese.as_str(),
            chan.family.as_str(),
            chan.preferred.as_str()
        ),
        ("陳大文", "", "Peter")
    );
    assert_eq!(
        (chan.honorific.as_str(), chan.post.zh_hant.as_str()),
        ("Dr", "經理")
    );
    assert_eq!(chan.organisation.zh_hant, "香港科技公司");
    let emails: Vec<&str> = chan.emails.iter().map(|email| email.address.as_str()).collect();
    assert_eq!(
        emails,
        ["taiman@example.org", "tm@example.org", "second@example.org"]
    );
    assert_eq!(chan.tags, ["貴賓"]);
    assert_eq!(chan.telephones[0].raw, "+852 9123 4567");
    assert_eq!(chan.telephones[0].e164, "+85291234567");
    assert_eq!(chan.notes, "備註\nOrganization Department: 研發部");
    let smith = rows[1].person.as_ref().unwrap();
    assert_eq!((smith.given.as_str(), smith.family.as_str()), ("John Q", "Smith"));
}

#[test]
fn outlooks_contacts_are_read() {
    let text = "\"Title\",\"First Name\",\"Middle Name\",\"Last Name\",\"Suffix\",\"Company\",\"Department\",\"Job Title\",\
        \"Business Street\",\"Business Fax\",\"Business Phone\",\"Business Phone 2\",\"Mobile Phone\",\"Categories\",\
        \"E-mail Address\",\"E-mail Display Name\",\"E-mail 2 Address\",\"Notes\"\n\
        \"Ms\",\"Siu Ling\",\"\",\"Wong\",\"\",\"Bank\",\"\",\"Director\",\"\",\"2345 0000\",\"2345 6789\",\"2345 6780\",\"9123 4567\",\
        \"VIP;Finance\",\"siuling@bank.example\",\"Wong Siu Ling (siuling@bank.example)\",\"\",\"two\nlines\"\n";
    let rows = rows(&open(text.as_bytes(), "csv"));
    let wong = rows[0].person.as_ref().unwrap();
    assert_eq!(
        (wong.honorific.as_str(), wong.post.en.as_str()),
        ("Ms", "Director")
    );
    let telephones: Vec<(&str, &str)> = wong
        .telephones
        .iter()
        .map(|telephone| (telephone.raw.as_str(), telephone.label.as_str()))
        .collect();
    assert_eq!(
        telephones,
        [
            ("9123 4567", "mobile"),
            ("2345 6789", "work"),
            ("2345 6780", "work")
        ]
    );
    assert_eq!(wong.tags, ["VIP", "Finance"]);
    assert_eq!((wong.emails.len(), wong.notes.as_str()), (1, "two\nlines"));
}

#[test]
fn a_chambers_list_in_big5_with_a_title_above_is_read() {
    let text = "示例商會會員名單\r\n\r\n姓名,職銜,公司名稱,電郵,電話,行業\r\n陳大文先生,經理,香港科技公司,taiman@example.org,2345 6789,金融服務\r\n\
        CHAN Tai Man 陳小文,主席,示例有限公司,,,創新及科技、法律\r\n";
    let (bytes, _, _) = encoding_rs::BIG5.encode(text);
    let sheet = open(&bytes, "csv");
    assert_eq!(sheet.encoding.as_ref().unwrap().label, "Big5-HKSCS");
    let rows = rows(&sheet);
    let first = rows[0].person.as_ref().unwrap();
    assert_eq!(
        (first.chinese.as_str(), first.honorific.as_str()),
        ("陳大文", "先生")
    );
    assert_eq!(first.sectors, [Sector::FinancialServices]);
    let second = rows[1].person.as_ref().unwrap();
    assert_eq!(
        (
            second.family.as_str(),
            second.given.as_str(),
            second.chinese.as_str()
        ),
        ("CHAN", "Tai Man", "陳小文")
    );
    assert_eq!(
        second.sectors,
        [Sector::InnovationTechnology, Sector::LegalDisputeResolution]
    );
}

#[test]
fn bad_cells_are_shown_in_place_and_can_be_mended() {
    let text = "Name,E-mail,Mobile,Retain until\nChan Tai Man,taiman example.org,1.2E+10,31/12/2027\n,,,\nWong Siu Ling,,call me,soon\n";
    let sheet = open(text.as_bytes(), "csv");
    let found = rows(&sheet);
    assert_eq!(
        codes(&found[0]),
        [("not_an_email", Some(1)), ("number_rounded", Some(2))]
    );
    assert_eq!(found[0].problems[1].text, "1.2E+10");
    assert!(found[0].person.is_none());
    assert_eq!(
        codes(&found[1]),
        [("not_a_number", Some(2)), ("bad_date", Some(3))]
    );
    let corrections = Corrections::from([
        ((2, 1), "taiman@example.org".to_owned()),
        ((2, 2), "+852 9123 4567".to_owned()),
        ((4, 2), String::new()),
        ((4, 3), "2027-12-31".to_owned()),
        ((9, 9), "nowhere".to_owned()),
    ]);
    let mended = rows_with(&sheet, &BTreeMap::new(), &corrections);
    assert_eq!((codes(&mended[0]), codes(&mended[1])), (Vec::new(), Vec::new()));
    assert_eq!(
        mended[0].person.as_ref().unwrap().telephones[0].e164,
        "+85291234567"
    );
    assert_eq!(
        mended[1].person.as_ref().unwrap().retain_until,
        "2027-12-31".parse().ok()
    );
}

#[test]
fn a_row_must_name_somebody_and_a_body_alone_is_a_body() {
    let text = "Name,Company,E-mail\n,,nobody@example.org\n,Example Chamber,info@example.org\n-,n/a,\n";
    let rows = rows(&open(text.as_bytes(), "csv"));
    assert_eq!(codes(&rows[0]), [("no_name", Some(0))]);
    let chamber = rows[1].person.as_ref().unwrap();
    assert_eq!(
        (chamber.nature, chamber.family.as_str()),
        (Nature::Body, "Example Chamber")
    );
    assert_eq!(warned(&rows[1]), ["body_assumed"]);
    assert_eq!(codes(&rows[2]), [("nobody", Some(0))]);
}

#[test]
fn telephones_as_numbers_formulas_merged_cells_and_two_header_rows_are_read() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let merged = Format::new();
    sheet.merge_range(0, 0, 0, 1, "Chinese", &merged).unwrap();
    sheet.merge_range(0, 2, 0, 3, "English", &merged).unwrap();
    sheet.merge_range(0, 4, 0, 5, "Contact details", &merged).unwrap();
    let headings = [
        "Surname",
        "Given name",
        "Surname",
        "Given name",
        "Mobile",
        "E-mail",
    ];
    for (column, heading) in (0u16..).zip(headings) {
        sheet.write(1, column, heading).unwrap();
    }
    for (column, text) in (0u16..).zip(["陳", "大文", "Chan", "Tai Man"]) {
        sheet.write(2, column, text).unwrap();
    }
    sheet.write(2, 4, 85_291_234_567_f64).unwrap();
    let address = Formula::new("=C3&\"@example.org\"").set_result("chan@example.org");
    sheet.write_formula(2, 5, address).unwrap();
    sheet.write(3, 2, "Wong").unwrap();
    sheet.write(3, 4, 12_000_000_000_f64).unwrap();
    sheet.write(4, 2, "Lee").unwrap();
    sheet
        .write_formula(4, 5, Formula::new("=1/0").set_result("#DIV/0!"))
        .unwrap();
    let sheet = open(&book.save_to_buffer().unwrap(), "xlsx");
    assert_eq!(
        guess_mapping(&sheet),
        [
            PersonField::ChineseFamily,
            PersonField::ChineseGiven,
            PersonField::Family,
            PersonField::Given,
            PersonField::Mobile,
            PersonField::Email
        ]
        .map(Some)
    );
    let notes: Vec<&str> = sheet.notes.iter().map(|note| note.code).collect();
    for code in ["two_header_rows", "formulas", "merged_cells", "errors"] {
        assert!(notes.contains(&code), "{code} {notes:?}");
    }
    let rows = rows(&sheet);
    let chan = rows[0].person.as_ref().unwrap();
    assert_eq!((chan.chinese.as_str(), chan.family.as_str()), ("陳大文", "Chan"));
    assert_eq!(chan.telephones[0].raw, "85291234567");
    assert_eq!(chan.telephones[0].e164, "+85291234567");
    assert_eq!(chan.emails[0].address, "chan@example.org");
    assert_eq!(codes(&rows[1]), [("number_rounded", Some(4))]);
    assert_eq!(codes(&rows[2]), [("cell_error", Some(5))]);
}

#[test]
fn three_hundred_columns_and_columns_that_stand_twice_do_no_harm() {
    let mut headings: Vec<String> = (0..300).map(|column| format!("Question {column}")).collect();
    headings[7] = "Name".to_owned();
    headings[8] = "Name".to_owned();
    headings[299] = "Email".to_owned();
    let mut cells = vec!["x"; 300];
    cells[7] = "Wong Siu Ling";
    cells[299] = "siuling@example.org";
    let text = format!("{}\n{}\n", headings.join(","), cells.join(","));
    let sheet = open(text.as_bytes(), "csv");
    assert!(sheet.notes.iter().any(|note| note.code == "duplicate_columns"));
    let mapping = guess_mapping(&sheet);
    assert_eq!((mapping[7], mapping[8]), (Some(PersonField::FullName), None));
    let rows = rows(&sheet);
    assert_eq!(
        rows[0].person.as_ref().unwrap().emails[0].address,
        "siuling@example.org"
    );
}

#[test]
fn numbers_without_a_code_are_of_the_rows_market_where_nothing_is_told() {
    let mut plan = Plan::new(Rules::bundled());
    let market = Market {
        id: MarketId(Uuid::from_u128(50)),
        region: Region::AsiaPacific,
        country: CountryCode::new("MY").unwrap(),
        name: Wording::english("Malaysia"),
        sectors: Vec::new(),
        office: None,
        notes: String::new(),
    };
    plan.put(market);
    let text = "Name,Country,Mobile\nNur Aisyah,马来西亚,012-345 6789\nHans Meier,Atlantis,0151 2345 6789\n";
    let sheet = open(text.as_bytes(), "csv");
    let reading = ReadPeople {
        mapping: &guess_mapping(&sheet),
        orders: &BTreeMap::new(),
        corrections: &Corrections::new(),
        plan: &plan,
        country: None,
        cancel: &|_, _| ControlFlow::Continue(()),
    };
    let rows = read_rows(&sheet, &reading).unwrap();
    let aisyah = rows[0].person.as_ref().unwrap();
    assert_eq!(aisyah.market, Some(MarketId(Uuid::from_u128(50))));
    assert_eq!(aisyah.telephones[0].e164, "+60123456789");
    let meier = rows[1].person.as_ref().unwrap();
    assert_eq!((meier.market, meier.telephones[0].e164.as_str()), (None, ""));
    assert_eq!(meier.notes, "Country: Atlantis");
    assert_eq!(warned(&rows[1]), ["market_unknown", "no_country_code"]);
}

#[test]
fn a_date_of_two_readings_is_asked_about() {
    let text = "Name,Keep until\nChan Tai Man,03/04/2027\n";
    let sheet = open(text.as_bytes(), "csv");
    let mapping = guess_mapping(&sheet);
    assert_eq!(ambiguous_dates(&sheet, &mapping).len(), 1);
    assert_eq!(codes(&rows(&sheet)[0]), [("date_ambiguous", Some(1))]);
    let answered = rows_with(
        &sheet,
        &BTreeMap::from([(1, DateOrder::DayFirst)]),
        &Corrections::new(),
    );
    assert_eq!(
        answered[0].person.as_ref().unwrap().retain_until,
        "2027-04-03".parse().ok()
    );
    assert_eq!(warned(&answered[0]), ["date_order"]);
}

#[test]
fn pasted_cells_are_read_with_headings_or_without() {
    let with = open_paste(
        "姓名\t電郵\n陳大文\ttaiman@example.org\n",
        &SheetChoice::default(),
    )
    .unwrap();
    assert_eq!(rows(&with)[0].person.as_ref().unwrap().chinese, "陳大文");
    let without = open_paste(
        "Wong Siu Ling\tsiuling@example.org\t9123 4567\n",
        &SheetChoice::default(),
    )
    .unwrap();
    assert_eq!(without.header_row, 0);
    let wong = rows(&without).remove(0);
    assert_eq!(wong.number, 1);
    assert_eq!(wong.person.unwrap().family, "Wong");
    let told = SheetChoice {
        header_row: Some(0),
        ..SheetChoice::default()
    };
    assert_eq!(open_paste("Name\nChan\n", &told).unwrap().rows.len(), 2);
}

#[test]
fn reading_can_be_stopped() {
    let text = format!("Name,E-mail\n{}", "Chan Tai Man,a@example.org\n".repeat(5_000));
    let sheet = open(text.as_bytes(), "csv");
    let plan = Plan::new(Rules::bundled());
    let reading = ReadPeople {
        mapping: &guess_mapping(&sheet),
        orders: &BTreeMap::new(),
        corrections: &Corrections::new(),
        plan: &plan,
        country: None,
        cancel: &|done, _| {
            if done > 2_000 {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        },
    };
    assert_eq!(read_rows(&sheet, &reading), Err(Stopped));
}

#[test]
fn a_quote_that_is_never_closed_makes_no_person_of_the_rest_of_the_file() {
    let text = "Family,Given,E-mail\nChan,Tai Man,a@example.org\n\"Wong,Siu Ling,b@example.org\nLee,Ka Ho,c@example.org\n";
    let sheet = open(text.as_bytes(), "csv");
    assert_eq!(sheet.notes[0].code, "cut_off");
    let found = rows(&sheet);
    assert!(found[0].person.is_some());
    assert_eq!(codes(&found[1]), [("unclosed_quote", Some(0))]);
    assert!(found[1].person.is_none());
    // In a column that nobody reads as well.
    let text = "Family,Given,Shoe size\nChan,Tai Man,40\nWong,Siu Ling,\"41\nLee,Ka Ho,42\n";
    let found = rows(&open(text.as_bytes(), "csv"));
    assert_eq!(codes(&found[1]), [("unclosed_quote", Some(2))]);
}

#[test]
fn a_name_on_two_lines_is_one_persons_only_where_it_is_said_in_two_scripts() {
    let text = "Name,Notes\n\"陳大文\nChan Tai Man\",\"first\nsecond\"\n\"Chan Tai Man\nWong Siu Ling\",x\n";
    let found = rows(&open(text.as_bytes(), "csv"));
    let chan = found[0].person.as_ref().unwrap();
    assert_eq!((chan.chinese.as_str(), chan.family.as_str()), ("陳大文", "Chan"));
    assert_eq!(chan.notes, "first\nsecond");
    assert_eq!(codes(&found[1]), [("line_break", Some(0))]);
}
