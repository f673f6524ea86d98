//! Lists of people that go out and come back, and lists that nobody would write.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;
mod people_support;

use outreach_exchange::people::{
    PeopleOut, guess_mapping, open_paste, open_people, write_people_csv, write_people_template,
    write_people_xlsx,
};
use outreach_exchange::sheets::SheetChoice;
use outreach_plan::people::Person;
use outreach_plan::{Language, PersonId, Plan};
use outreach_zones::Rules;
use people_support::{open, rows};
use proptest::prelude::*;
use rust_xlsxwriter::Workbook;
use uuid::Uuid;

#[test]
fn what_is_exported_comes_back_as_it_was() {
    let text = "Surname,Given name,中文姓名,Nickname,Title,Job title,Post (Traditional Chinese),Company,Sectors,Languages,E-mail,Mobile,Tel,Tags,\
        Remarks,Source,Retain until\n\
        CHAN,Tai Man,陳大文,Peter,Dr,Manager,經理,\"=cmd|' /C calc'!A0\",Finance,English; Cantonese,taiman@example.org; tm@example.org,\
        +852 9123 4567,0085223456789,\"a;b\",\"line one\nline two\",A list,2027-12-31\n\
        O'Neil,Ann,,,,,,,,,,,,,-1,,\n";
    let sheet = open(text.as_bytes(), "csv");
    let before: Vec<_> = rows(&sheet).into_iter().map(|row| row.person.unwrap()).collect();
    let people: Vec<Person> = (1..)
        .zip(&before)
        .map(|(key, draft)| {
            draft
                .clone()
                .into_person(PersonId(Uuid::from_u128(key)), common::written())
        })
        .collect();
    let plan = Plan::new(Rules::bundled());
    for language in [
        Language::English,
        Language::TraditionalChinese,
        Language::SimplifiedChinese,
    ] {
        let out = PeopleOut {
            plan: &plan,
            people: &people.iter().collect::<Vec<_>>(),
            title: "People & more",
            language,
            written: common::written(),
        };
        for (bytes, ending) in [
            (write_people_xlsx(&out).unwrap(), "xlsx"),
            (write_people_csv(&out).unwrap(), "csv"),
        ] {
            let sheet = open(&bytes, ending);
            assert!(
                guess_mapping(&sheet).iter().all(Option::is_some),
                "{language:?} {:?}",
                sheet.headings
            );
            let after: Vec<_> = rows(&sheet).into_iter().map(|row| row.person.unwrap()).collect();
            for (mut before, mut after) in before.clone().into_iter().zip(after) {
                // A number comes back in the form in which it can be dialled from everywhere.
                for telephone in before.telephones.iter_mut().chain(&mut after.telephones) {
                    telephone.raw.clear();
                }
                assert_eq!(before, after, "{language:?} {ending}");
            }
        }
        let csv = String::from_utf8(write_people_csv(&out).unwrap()).unwrap();
        assert!(
            csv.contains("[RESTRICTED]") && csv.contains("'=cmd") && !csv.contains(",=cmd"),
            "{csv}"
        );
        assert!(csv.contains("'+85291234567"), "{csv}");
    }
}

#[test]
fn a_template_is_understood_when_it_comes_back() {
    let plan = common::awkward();
    for language in [
        Language::English,
        Language::TraditionalChinese,
        Language::SimplifiedChinese,
    ] {
        let sheet = open(&write_people_template(language, &plan).unwrap(), "xlsx");
        assert!(
            guess_mapping(&sheet).iter().all(Option::is_some),
            "{:?}",
            sheet.headings
        );
        assert!(sheet.rows.is_empty(), "the example is never read");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_cell_makes_it_panic(cells in prop::collection::vec(".{0,30}", 24), numbers in prop::collection::vec(any::<f64>(), 4)) {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        let headings = ["Name", "Surname", "Given name", "中文姓名", "Email", "Mobile", "Retain until", "Sectors"];
        for (column, heading) in (0u16..).zip(headings) {
            sheet.write(0, column, heading).unwrap();
        }
        for (at, text) in cells.iter().enumerate() {
            let _ = sheet.write((at / 8 + 1) as u32, (at % 8) as u16, text.as_str());
        }
        for (row, number) in (1u32..).zip(&numbers) {
            let _ = sheet.write(row, 5, *number);
        }
        let sheet = open(&book.save_to_buffer().unwrap(), "xlsx");
        for row in rows(&sheet) {
            prop_assert_eq!(row.person.is_some(), row.problems.is_empty());
        }
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), ending in "(csv|tsv|xlsx|ods)") {
        for bytes in [bytes.clone(), [b"Name,Email,Mobile\n".as_slice(), &bytes].concat()] {
            if let Ok(sheet) = open_people(&bytes, &ending, &SheetChoice::default()) {
                let _ = rows(&sheet);
            }
        }
    }

    #[test]
    fn no_name_is_lost_when_it_is_split(name in "[A-Za-z陳大文歐陽]{1,8}( [A-Za-z陳大文]{1,8}){0,4}") {
        let sheet = open_paste(&format!("Name\tEmail\n{name}\ta@example.org"), &SheetChoice::default()).unwrap();
        let row = rows(&sheet).remove(0);
        let person = row.person.unwrap();
        let letters = |text: &str| { let mut all: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect(); all.sort_unstable(); all };
        let kept = [&person.honorific, &person.family, &person.given, &person.chinese, &person.preferred, &person.notes].map(String::as_str).concat();
        prop_assert_eq!(letters(&kept), letters(&name));
        // Chinese characters stand in the order in which they stood.
        let han = |text: &str| text.chars().filter(|c| !c.is_ascii()).collect::<String>();
        prop_assert_eq!(han(&person.chinese), han(&name));
    }
}
