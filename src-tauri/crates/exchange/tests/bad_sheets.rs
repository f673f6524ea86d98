//! Files that are broken, hostile or something else: a clear error each, and never a panic.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use outreach_exchange::sheets::{
    Sheet, SheetChoice, SheetError, ambiguous_dates, guess_mapping, open_sheet, read_rows, write_template,
};
use outreach_exchange::{Outgoing, write_csv, write_xlsx};
use outreach_plan::{Event, Language, Plan};
use outreach_zones::Rules;
use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn open(bytes: &[u8]) -> Result<Sheet, SheetError> {
    open_sheet(bytes, "", &SheetChoice::default())
}

fn code(bytes: &[u8]) -> &'static str {
    open(bytes).unwrap_err().code()
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>"#;
const BOOK: &str =
    r#"<workbook xmlns:r="r"><sheets><sheet name="One" sheetId="1" r:id="r1"/></sheets></workbook>"#;

/// A workbook with one sheet.
fn workbook(sheet: &str) -> Vec<u8> {
    archive(&[
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

fn text(cell: &str, text: &str) -> String {
    format!(r#"<c r="{cell}" t="inlineStr"><is><t>{text}</t></is></c>"#)
}

fn headings() -> String {
    format!(
        "<row r=\"1\">{}{}{}</row>",
        text("A1", "Event"),
        text("B1", "Start"),
        text("C1", "City")
    )
}

fn document(content: &str) -> Vec<u8> {
    archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
    ])
}

#[test]
fn what_is_no_sheet_is_told_by_what_it_looks_like() {
    for (bytes, looks) in [
        (&b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"[..], "ics"),
        (b"%PDF-1.7\n", "pdf"),
        (b"  <!DOCTYPE html><table>", "html"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"{\"a\": 1}", "json"),
        (b"\x1f\x8b\x08\x00", "binary"),
        (&[1_u8, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 17][..], "binary"),
        (&archive(&[("a.txt", b"a")]), "zip"),
        (&archive(&[("word/document.xml", b"<a/>")]), "document"),
        (&archive(&[("xl/workbook.bin", b"a")]), "xlsb"),
    ] {
        assert_eq!(open(bytes), Err(SheetError::NotASheet { looks }));
    }
    assert_eq!(code(b""), "sheet_empty");
    assert_eq!(code(b" \r\n "), "sheet_empty");
    assert_eq!(code(b"\xEF\xBB\xBF"), "sheet_empty");
    assert_eq!(code(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old"), "sheet_old_excel");
    let mut locked = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(code(&locked), "sheet_protected");
    let manifest = archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<m><encryption-data/></m>"),
        ("content.xml", b"\x00"),
    ]);
    assert_eq!(code(&manifest), "sheet_protected");
}

#[test]
fn a_choice_that_does_not_fit_is_refused() {
    let bytes = b"Event,Start\nA,2027-05-14\n";
    let choose = |choice: SheetChoice| open_sheet(bytes, "csv", &choice).unwrap_err().code();
    let encoding = Some("klingon".to_owned());
    assert_eq!(
        choose(SheetChoice {
            encoding,
            ..SheetChoice::default()
        }),
        "unknown_encoding"
    );
    let header_row = Some(9);
    assert_eq!(
        choose(SheetChoice {
            header_row,
            ..SheetChoice::default()
        }),
        "sheet_without_headings"
    );
    let sheet = Some("Two".to_owned());
    let book = workbook(&format!(
        "<worksheet><sheetData>{}</sheetData></worksheet>",
        headings()
    ));
    let choice = SheetChoice {
        sheet,
        ..SheetChoice::default()
    };
    assert_eq!(
        open_sheet(&book, "xlsx", &choice),
        Err(SheetError::NoSuchSheet {
            sheets: vec!["One".to_owned()]
        })
    );
    assert_eq!(
        code(&workbook("<worksheet><sheetData/></worksheet>")),
        "sheet_without_rows"
    );
}

#[test]
fn an_archive_that_unpacks_to_more_than_is_read_is_refused_before_and_while_it_is_unpacked() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, body) in [
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
    ] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(body.as_bytes()).unwrap();
    }
    zip.start_file("xl/worksheets/sheet1.xml", SimpleFileOptions::default())
        .unwrap();
    zip.write_all(b"<worksheet><sheetData><row>").unwrap();
    let blanks = vec![b' '; 1024 * 1024];
    for _ in 0..300 {
        zip.write_all(&blanks).unwrap();
    }
    let honest = zip.finish().unwrap().into_inner();
    assert!(honest.len() < 1024 * 1024);
    assert_eq!(code(&honest), "sheet_bomb");
    // The same archive that declares far less than it holds, in both of its lists.
    let declared = (300_u32 * 1024 * 1024 + 27).to_le_bytes();
    let mut lying = honest;
    let mut at = 0;
    while let Some(found) = lying[at..].windows(4).position(|window| window == declared) {
        lying[at + found..at + found + 4].copy_from_slice(&1000_u32.to_le_bytes());
        at += found + 4;
    }
    assert!(at > 0);
    assert!(matches!(code(&lying), "sheet_bomb" | "sheet_damaged"));
}

#[test]
fn a_million_empty_rows_and_rows_repeated_without_end_are_not_kept() {
    let mut sheet = format!(
        "<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData>{}",
        headings()
    );
    for row in 2..=1_000_001 {
        sheet.push_str(&format!("<row r=\"{row}\"><c r=\"A{row}\" s=\"3\"/></row>"));
    }
    sheet.push_str(&format!(
        "<row r=\"1048576\">{}</row></sheetData><mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells></worksheet>",
        text("XFD1048576", "far")
    ));
    let read = open(&workbook(&sheet)).unwrap();
    assert!(read.rows.is_empty() || read.rows.len() == 1);
    assert!(read.notes.iter().any(|note| note.code == "columns_cut"));
    let content = "<o:document-content xmlns:o=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><table:table table:name=\"One\">\
         <table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>\
         <table:table-row><table:table-cell table:number-columns-repeated=\"16384\" office:value-type=\"string\"><text:p>Event</text:p></table:table-cell></table:table-row>\
         <table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell table:number-columns-repeated=\"16384\" office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row>\
         </table:table></o:document-content>";
    let read = open(&document(content)).unwrap();
    assert!(read.rows.len() <= 20_000);
    let notes: Vec<&str> = read.notes.iter().map(|note| note.code).collect();
    assert!(
        notes.contains(&"rows_cut") && notes.contains(&"columns_cut"),
        "{notes:?}"
    );
}

#[test]
fn a_text_of_every_cell_does_not_fill_the_memory() {
    let long = "x".repeat(32_000);
    let strings = format!("<sst><si><t>{long}</t></si></sst>");
    let relations = RELATIONS.replace(
        "</Relationships>",
        r#"<Relationship Id="r3" Type="a/sharedStrings" Target="strings.xml"/></Relationships>"#,
    );
    let mut sheet = format!("<worksheet><sheetData>{}", headings());
    for row in 2..20_000 {
        sheet.push_str(&format!(
            "<row r=\"{row}\"><c t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c></row>"
        ));
    }
    sheet.push_str("</sheetData></worksheet>");
    let bytes = archive(&[
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/strings.xml", strings.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ]);
    let read = open(&bytes).unwrap();
    assert!(read.notes.iter().any(|note| note.code == "rows_cut"));
    assert!(read.rows.len() < 5_000);
}

#[test]
fn formulas_count_for_their_last_value_and_links_out_of_the_file_are_told_of() {
    let sheet = format!(
        "<worksheet><sheetData>{}<row r=\"2\"><c r=\"A2\" t=\"str\"><f>[1]Sheet1!A1</f><v>KL</v></c>\
         <c r=\"B2\" t=\"str\"><f>TEXT(1,\"x\")</f><v>2027-05-14</v></c>\
         <c r=\"C2\" t=\"e\"><f>cmd|' /C calc'!A0</f><v>#REF!</v></c></row></sheetData></worksheet>",
        headings()
    );
    let read = open(&workbook(&sheet)).unwrap();
    let note = |code: &str| {
        read.notes
            .iter()
            .find(|note| note.code == code)
            .map(|note| note.params["count"].clone())
    };
    assert_eq!(note("formulas").as_deref(), Some("3"));
    assert_eq!(
        note("external_links").as_deref(),
        Some("3"),
        "two in cells and one of the file's own"
    );
    assert_eq!(note("errors").as_deref(), Some("1"));
    assert_eq!(read.rows[0].cells[0].shown(), "KL");
    let verdicts = read_rows(
        &read,
        &guess_mapping(&read),
        &BTreeMap::new(),
        &Plan::new(Rules::bundled()),
    );
    assert!(
        verdicts[0]
            .problems
            .iter()
            .any(|problem| problem.code == "cell_error")
    );
}

#[test]
fn damaged_parts_are_named() {
    for sheet in [
        "<worksheet><sheetData><row><c>",
        "<worksheet><sheetData></worksheet>",
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row></sheetData></worksheet>",
        "\u{0}\u{0}\u{0}",
        "",
    ] {
        assert_eq!(code(&workbook(sheet)), "sheet_damaged", "{sheet}");
    }
    let no_sheet = archive(&[
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
    ]);
    assert_eq!(code(&no_sheet), "sheet_damaged");
    // An entity of the file's own, which could grow without end, stands for nothing.
    let entity = format!(
        "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><worksheet><sheetData>{}<row r=\"2\">{}</row></sheetData></worksheet>",
        headings(),
        text("A2", "x&b;y")
    );
    assert_eq!(open(&workbook(&entity)).unwrap().rows[0].cells[0].shown(), "xy");
}

/// Files that are right, to be broken.
fn seeds() -> Vec<Vec<u8>> {
    let plan = common::awkward();
    let events: Vec<&Event> = plan.events().values().collect();
    let out = Outgoing {
        plan: &plan,
        events: &events,
        title: "Seeds",
        language: Language::TraditionalChinese,
        written: common::written(),
    };
    vec![
        write_xlsx(&out).unwrap(),
        write_csv(&out).unwrap(),
        write_template(Language::English, &plan).unwrap(),
        document(
            "<d xmlns:table=\"t\"><table:table table:name=\"One\"><table:table-row><table:table-cell office:value-type=\"string\"><text:p>Event</text:p></table:table-cell><table:table-cell office:value-type=\"date\" office:date-value=\"2027-05-14\"/></table:table-row></table:table></d>",
        ),
    ]
}

fn read_to_the_end(bytes: &[u8], plan: &Plan) {
    if let Ok(sheet) = open(bytes) {
        let mapping = guess_mapping(&sheet);
        ambiguous_dates(&sheet, &mapping);
        read_rows(&sheet, &mapping, &BTreeMap::new(), plan);
    }
}

#[test]
fn a_file_cut_anywhere_is_an_error_or_fewer_rows() {
    let plan = Plan::new(Rules::bundled());
    for seed in seeds() {
        for cut in (0..seed.len()).step_by(seed.len() / 60 + 1) {
            read_to_the_end(&seed[..cut], &plan);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        read_to_the_end(&bytes, &Plan::new(Rules::bundled()));
    }

    #[test]
    fn no_broken_file_makes_it_panic(which in 0..4_usize, changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20)) {
        let mut bytes = seeds().swap_remove(which);
        for (at, value) in changes {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        read_to_the_end(&bytes, &Plan::new(Rules::bundled()));
    }

    #[test]
    fn no_sheet_of_strange_cells_makes_it_panic(
        cells in prop::collection::vec(
            prop_oneof![
                "[0-9./:-]{1,12}", "\\PC{0,20}", "(31|03)[/.](02|04)[/.](27|2027|0000|9999)",
                Just("tomorrow".to_owned()), Just("下午3時至5時".to_owned()), Just("9999-12-31 23:59".to_owned()),
                Just("1e308".to_owned()), Just("99999999999".to_owned()), Just("0001-01-01".to_owned()),
            ],
            1..40
        )
    ) {
        let mut text = "Event,Start,Time,End,Duration,City,Zone,Capacity,Sectors,Link\n".to_owned();
        for row in cells.chunks(10) {
            let quoted: Vec<String> = row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
            text.push_str(&quoted.join(","));
            text.push('\n');
        }
        read_to_the_end(text.as_bytes(), &Plan::new(Rules::bundled()));
    }

    #[test]
    fn no_workbook_of_strange_xml_makes_it_panic(
        pieces in prop::collection::vec(
            prop_oneof![
                Just("<row r=\"99999999999\">".to_owned()), Just("<row>".to_owned()), Just("</row>".to_owned()),
                Just("<c r=\"ZZZZ1\" t=\"s\"><v>-1</v></c>".to_owned()), Just("<c s=\"999\"><v>1e400</v></c>".to_owned()),
                Just("<c t=\"d\"><v>2027-99-99T00:00:00Z</v></c>".to_owned()), Just("<c><v>46521.999999999</v></c>".to_owned()),
                Just("<mergeCell ref=\"B9:A1\"/>".to_owned()), Just("<mergeCell ref=\"A1:XFD1048576\"/>".to_owned()),
                Just("<is><t>a&#x0;&#xD800;&x;</t></is>".to_owned()), Just("<![CDATA[]]>".to_owned()), Just("<c>".to_owned()),
            ],
            0..30
        )
    ) {
        let sheet = format!("<worksheet><sheetData>{}{}</sheetData></worksheet>", headings(), pieces.concat());
        read_to_the_end(&workbook(&sheet), &Plan::new(Rules::bundled()));
    }
}
