//! Sheets that other programs write, read by us; and ours, read by them.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;
#[path = "common/programs.rs"]
mod programs;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use calamine::{Data, Reader};
use outreach_exchange::sheets::{
    Cell, RowVerdict, Sheet, SheetChoice, SheetField, SheetForm, guess_mapping, open_sheet, read_rows,
};
use outreach_exchange::{Outgoing, write_csv_for, write_xlsx_for};
use outreach_plan::{Audience, Event, Language, Plan};
use outreach_zones::Rules;
use tempfile::TempDir;

fn made() -> Option<TempDir> {
    let folder = TempDir::new().unwrap();
    programs::python("make_sheets.py", &[folder.path()])?;
    Some(folder)
}

/// Converts files with LibreOffice into `folder`; none where it is not there.
fn converted(folder: &Path, to: &str, files: &[&Path]) -> Option<()> {
    let profile = TempDir::new().unwrap();
    let output = Command::new("soffice")
        .arg(format!(
            "-env:UserInstallation=file://{}",
            profile.path().display()
        ))
        .args(["--headless", "--convert-to", to, "--outdir"])
        .arg(folder)
        .args(files)
        .output();
    match output {
        Ok(output) => {
            assert!(output.status.success(), "{output:?}");
            Some(())
        }
        Err(_) => {
            programs::left_out("LibreOffice");
            None
        }
    }
}

fn open(file: &Path) -> Sheet {
    let ending = file.extension().unwrap().to_str().unwrap();
    open_sheet(&std::fs::read(file).unwrap(), ending, &SheetChoice::default()).unwrap()
}

fn read(sheet: &Sheet) -> Vec<RowVerdict> {
    read_rows(
        sheet,
        &guess_mapping(sheet),
        &BTreeMap::new(),
        &Plan::new(Rules::bundled()),
    )
}

/// What every form of the made workbook must be read as.
fn check(sheet: &Sheet, computed: bool) {
    assert_eq!(sheet.sheet, "Programme & more");
    assert_eq!(sheet.header_row, 4);
    assert_eq!(
        guess_mapping(sheet)[..8],
        [
            Some(SheetField::TitleEn),
            Some(SheetField::StartDate),
            Some(SheetField::StartTime),
            Some(SheetField::EndDate),
            Some(SheetField::EndTime),
            Some(SheetField::City),
            Some(SheetField::Capacity),
            None
        ]
    );
    let hidden: Vec<(&str, bool)> = sheet
        .sheets
        .iter()
        .map(|sheet| (sheet.name.as_str(), sheet.hidden))
        .collect();
    assert_eq!(
        hidden,
        [("Cover", false), ("Programme & more", false), ("Hidden", true)]
    );
    let verdicts = read(sheet);
    let spans: Vec<(String, String, String, Option<u32>)> = verdicts
        .iter()
        .map(|verdict| match &verdict.read {
            Ok(event) => (
                event.start.to_string(),
                event.end.to_string(),
                event.zone.clone(),
                event.capacity,
            ),
            Err(()) => panic!("{:?}", verdict.problems),
        })
        .collect();
    let row = |start: &str, end: &str, zone: &str, guests| {
        (
            format!("2027-{start}:00"),
            format!("2027-{end}:00"),
            zone.to_owned(),
            guests,
        )
    };
    assert_eq!(
        spans,
        [
            row("05-14 15:00", "05-14 17:00", "Asia/Kuala_Lumpur", Some(120)),
            row(
                "05-14 19:30",
                "05-14 22:00",
                "Asia/Kuala_Lumpur",
                computed.then_some(42)
            ),
            row("06-01 09:30", "06-02 17:00", "Europe/London", Some(1200)),
        ]
    );
    let event = verdicts[0].read.as_ref().unwrap();
    assert_eq!(event.title.en, "KL seminar <&> \"quoted\"");
    assert_eq!(event.notes, "two\nlines");
    assert_eq!(verdicts[1].read.as_ref().unwrap().title.en, "吉隆坡晚宴 𠮷");
    assert_eq!(verdicts[1].read.as_ref().unwrap().notes, "a note");
    let codes: Vec<String> = sheet.rows.iter().map(|row| row.cells[7].shown()).collect();
    assert_eq!(codes, ["007", "042", "007"]);
    let notes: Vec<&str> = sheet.notes.iter().map(|note| note.code).collect();
    for code in ["formulas", "merged_cells", "two_header_rows"] {
        assert!(notes.contains(&code), "{notes:?}");
    }
    assert_eq!(notes.contains(&"formulas_without_value"), !computed);
}

#[test]
fn openpyxls_workbooks_are_read_in_both_calendars() {
    let Some(folder) = made() else { return };
    for (name, epoch_1904) in [("made.xlsx", false), ("made1904.xlsx", true)] {
        let sheet = open(&folder.path().join(name));
        assert_eq!((sheet.form, sheet.epoch_1904), (SheetForm::Xlsx, epoch_1904));
        check(&sheet, false);
    }
    let wide = open(&folder.path().join("wide.xlsx"));
    assert_eq!((wide.headings.len(), wide.rows[0].cells.len()), (400, 400));
}

#[test]
fn libreoffices_workbooks_and_opendocument_sheets_are_read_alike() {
    let Some(folder) = made() else { return };
    let out = folder.path().join("office");
    let (made, made_1904) = (
        folder.path().join("made.xlsx"),
        folder.path().join("made1904.xlsx"),
    );
    let files = [made.as_path(), made_1904.as_path()];
    if converted(&out, "ods", &files).is_none() || converted(&out, "xlsx", &files).is_none() {
        return;
    }
    for (name, form) in [
        ("made.ods", SheetForm::Ods),
        ("made1904.ods", SheetForm::Ods),
        ("made.xlsx", SheetForm::Xlsx),
        ("made1904.xlsx", SheetForm::Xlsx),
    ] {
        let sheet = open(&out.join(name));
        assert_eq!(sheet.form, form, "{name}");
        check(&sheet, true);
    }
}

/// A cell as a second reader has it, in the same words as ours.
fn shown(data: &Data) -> String {
    match data {
        Data::DateTime(at) if at.is_datetime() && at.as_f64() < 1.0 => {
            at.as_datetime().unwrap().format("%H:%M").to_string()
        }
        Data::DateTime(at) => at.as_datetime().unwrap().format("%Y-%m-%d %H:%M").to_string(),
        Data::Float(value) => format!("{value}"),
        Data::Int(value) => format!("{value}"),
        Data::String(_)
        | Data::Bool(_)
        | Data::DateTimeIso(_)
        | Data::DurationIso(_)
        | Data::Error(_)
        | Data::Empty => data.to_string().trim().to_owned(),
    }
}

#[test]
fn a_second_reader_of_workbooks_finds_the_same_cells() {
    let Some(folder) = made() else { return };
    let mut files: Vec<PathBuf> = vec![
        folder.path().join("made.xlsx"),
        folder.path().join("made1904.xlsx"),
    ];
    let out = folder.path().join("office");
    if converted(&out, "xlsx", &[files[0].as_path()]).is_some() {
        files.push(out.join("made.xlsx"));
    }
    let plan = common::awkward();
    let ours = folder.path().join("ours.xlsx");
    std::fs::write(
        &ours,
        ours_as(&plan, SheetForm::Xlsx, Language::TraditionalChinese),
    )
    .unwrap();
    files.push(ours);
    for file in files {
        let sheet = open(&file);
        let mut book = calamine::open_workbook_auto(&file).unwrap();
        let range = book.worksheet_range(&sheet.sheet).unwrap();
        let mut compared = 0;
        for row in &sheet.rows {
            for (column, cell) in (0u32..).zip(&row.cells) {
                let theirs = range
                    .get_value((row.number - 1, column))
                    .map(shown)
                    .unwrap_or_default();
                let same = match cell {
                    // Of what only we know: what a merged cell covers, figures with noughts before them, days
                    // without a time, the apostrophe that guards a text.
                    Cell::Date(day) => theirs.starts_with(&day.to_string()),
                    Cell::Number(_, text) => text.trim_start_matches('0') == theirs.trim_start_matches('0'),
                    Cell::Text(text) => theirs.is_empty() || theirs.trim_start_matches('\'') == text,
                    Cell::Empty | Cell::DateTime(_) | Cell::Time(_) | Cell::Bool(_) | Cell::Error(_) => {
                        theirs.is_empty() || theirs == cell.shown()
                    }
                };
                assert!(
                    same,
                    "{file:?} row {} column {column}: {cell:?}, {theirs:?}",
                    row.number
                );
                compared += 1;
            }
        }
        assert!(compared > 20);
    }
}

fn ours_as(plan: &Plan, form: SheetForm, language: Language) -> Vec<u8> {
    let events: Vec<&Event> = plan.events().values().collect();
    let out = Outgoing {
        plan,
        events: &events,
        title: "Peers",
        language,
        written: common::written(),
    };
    match form {
        SheetForm::Csv => write_csv_for(&out, Audience::Internal).unwrap(),
        SheetForm::Xlsx | SheetForm::Ods => write_xlsx_for(&out, Audience::Internal).unwrap(),
    }
}

#[test]
fn pythons_encodings_are_told_apart_and_read() {
    let Some(folder) = made() else { return };
    for (name, label, sure, last) in [
        ("utf8", "UTF-8", true, "香港人啲嘢㗎"),
        ("utf8mark", "UTF-8", true, "香港人啲嘢㗎"),
        ("utf16", "UTF-16LE", true, "香港人啲嘢㗎"),
        ("utf16le", "UTF-16LE", true, "香港人啲嘢㗎"),
        ("utf16be", "UTF-16BE", true, "香港人啲嘢㗎"),
        ("big5", "Big5-HKSCS", true, "香港人啲嘢㗎"),
        ("gb18030", "GB18030", true, "龙䶮字"),
        ("gb18030hant", "GB18030", false, "香港人啲嘢㗎"),
    ] {
        let sheet = open(&folder.path().join(name).with_extension("csv"));
        let encoding = sheet.encoding.clone().unwrap();
        assert_eq!(encoding.label, label, "{name}");
        assert!(encoding.sure || !sure, "{name}");
        assert_eq!(sheet.notes, [], "{name}");
        let verdicts = read(&sheet);
        assert_eq!(verdicts[1].read.as_ref().unwrap().notes, last, "{name}");
        assert_eq!(verdicts[0].read.as_ref().unwrap().zone, "Asia/Kuala_Lumpur");
        assert!(verdicts[0].read.as_ref().unwrap().notes.ends_with("007"));
    }
}

#[test]
fn libreoffice_shows_our_workbook_as_our_table_has_it() {
    let folder = TempDir::new().unwrap();
    let plan = common::awkward();
    let book = folder.path().join("ours.xlsx");
    std::fs::write(
        &book,
        ours_as(&plan, SheetForm::Xlsx, Language::TraditionalChinese),
    )
    .unwrap();
    // Comma, double quote, UTF-8, the first sheet.
    let as_text = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1";
    if converted(folder.path(), as_text, &[book.as_path()]).is_none() {
        return;
    }
    let written = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.extension().is_some_and(|ending| ending == "csv"))
        .unwrap();
    let rows = |bytes: &[u8]| -> Vec<Vec<String>> {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
        let record = |record: csv::StringRecord| record.iter().map(str::to_owned).collect();
        reader.records().map(|row| record(row.unwrap())).collect()
    };
    let mut theirs = rows(&std::fs::read(written).unwrap());
    // It gives every time its seconds there, shown or not.
    for cell in theirs.iter_mut().flatten() {
        let time = cell.len() == 19 && cell.starts_with("202");
        if let Some(minute) = cell.strip_suffix(":00").filter(|_| time) {
            *cell = minute.to_owned();
        }
    }
    let ours = ours_as(&plan, SheetForm::Csv, Language::TraditionalChinese);
    let ours = rows(ours.strip_prefix(b"\xEF\xBB\xBF").unwrap());
    assert_eq!(theirs, ours);
}

#[test]
fn libreoffice_prints_our_workbook_marked_with_chinese_as_text() {
    let folder = TempDir::new().unwrap();
    let plan = common::awkward();
    let book = folder.path().join("ours.xlsx");
    std::fs::write(
        &book,
        ours_as(&plan, SheetForm::Xlsx, Language::TraditionalChinese),
    )
    .unwrap();
    if converted(folder.path(), "pdf", &[book.as_path()]).is_none() {
        return;
    }
    let paper = folder.path().join("ours.pdf");
    let output = Command::new("pdftotext")
        .arg("-layout")
        .arg(&paper)
        .arg("-")
        .output();
    let Ok(output) = output else {
        return programs::left_out("pdftotext");
    };
    let text = String::from_utf8(output.stdout).unwrap();
    let pages: Vec<&str> = text
        .split('\u{c}')
        .filter(|page| !page.trim().is_empty())
        .collect();
    assert_eq!(pages.len(), 4, "one page a sheet, as wide as the paper");
    for page in pages {
        assert_eq!(page.matches("[RESTRICTED]").count(), 2, "{page}");
        assert!(page.contains("限閱文件") && page.contains("開始"), "{page}");
        assert!(
            !page.contains("0001@outreach"),
            "what is for programs is not printed"
        );
    }
}

#[test]
fn our_workbook_saved_again_by_libreoffice_is_still_the_same_events() {
    let folder = TempDir::new().unwrap();
    let plan = common::awkward();
    let book = folder.path().join("ours.xlsx");
    std::fs::write(
        &book,
        ours_as(&plan, SheetForm::Xlsx, Language::SimplifiedChinese),
    )
    .unwrap();
    let again = folder.path().join("again");
    for ending in ["ods", "xlsx"] {
        if converted(&again, ending, &[book.as_path()]).is_none() {
            return;
        }
        let sheet = open(&again.join("ours").with_extension(ending));
        assert_eq!(sheet.form.key(), ending);
        let verdicts = read_rows(&sheet, &guess_mapping(&sheet), &BTreeMap::new(), &plan);
        assert_eq!(verdicts.len(), plan.events().len());
        for verdict in verdicts {
            let read = verdict.read.as_ref().unwrap();
            let event = plan
                .events()
                .values()
                .find(|event| Some(&event.uid) == read.uid.as_ref())
                .unwrap();
            let mut after = event.clone();
            read.put_on(&mut after);
            assert_eq!(&after, event, "{ending}");
        }
    }
}
