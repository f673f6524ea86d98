//! A workbook to be filled in with people: headings, choices where a cell takes one of a list, one example.

use outreach_plan::reference::{schemes, sectors};
use outreach_plan::{Language, Plan};
use rust_xlsxwriter::{DataValidation, DocProperties, FormatAlign, Formula, Workbook, XlsxError};

use super::columns::PEOPLE;
use super::table::marking;
use super::words::pick;
use crate::tongues::TONGUES;
use crate::words::{self as said, Word};
use crate::xlsx::{Face, failed, heading};
use crate::{ExportError, cell_text};

/// Rows that have the choices.
const ROWS: u32 = 5_000;
/// Markets that are offered.
const MOST_CHOICES: usize = 1_000;

/// The example, in the order of the columns; its first cell is marked so that it is never read.
const EXAMPLE: [[&str; 3]; 25] = [
    ["[Example] CHAN", "[例子] CHAN", "[示例] CHAN"],
    ["Tai Man Peter", "Tai Man Peter", "Tai Man Peter"],
    ["陳大文", "陳大文", "陈大文"],
    ["Peter", "Peter", "Peter"],
    ["Dr", "博士", "博士"],
    ["Person", "個人", "个人"],
    ["Chief Scientist", "Chief Scientist", "Chief Scientist"],
    ["", "首席科學家", "首席科學家"],
    ["", "", "首席科学家"],
    ["Example Laboratory", "Example Laboratory", "Example Laboratory"],
    ["", "示例實驗室", "示例實驗室"],
    ["", "", "示例实验室"],
    ["", "", ""],
    ["", "", ""],
    ["", "", ""],
    ["English; Cantonese", "粵語; 英語", "粤语; 英语"],
    [
        "peter.chan@example.org",
        "peter.chan@example.org",
        "peter.chan@example.org",
    ],
    ["+852 5123 4567", "+852 5123 4567", "+852 5123 4567"],
    ["", "", ""],
    ["", "", ""],
    ["", "", ""],
    ["", "", ""],
    ["", "", ""],
    ["Example list", "例子名單", "示例名单"],
    ["", "", ""],
];

pub(in super::super) fn write(language: Language, plan: &Plan) -> Result<Vec<u8>, ExportError> {
    book(language, plan).map_err(failed)
}

fn book(language: Language, plan: &Plan) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let face = Face::of(language);
    face.set(&mut workbook)?;
    workbook.set_properties(
        &DocProperties::new()
            .set_title(pick(language, ["People", "人士名單", "人士名单"]))
            .set_author(said::word(Word::Office, language)),
    );
    let lists = lists(language, plan);
    let lists_name = pick(language, ["Lists", "選項", "选项"]);
    let text = face.format().set_align(FormatAlign::Top).set_num_format("@");
    let example = face
        .format()
        .set_italic()
        .set_font_color(0x0070_7070)
        .set_num_format("@");
    let head = heading(&face);
    let sheet = workbook.add_worksheet();
    sheet.set_name(pick(language, ["People", "人士", "人士"]))?;
    for (position, (column, example_text)) in (0u16..).zip(PEOPLE.iter().zip(&EXAMPLE)) {
        // As text, so that nothing that is typed is turned into a date or loses its noughts.
        sheet.set_column_format(position, &text)?;
        sheet.set_column_width(position, 18.0)?;
        sheet.write_with_format(0, position, pick(language, column.heading), &head)?;
        let shown = pick(language, *example_text);
        if !shown.is_empty() {
            sheet.write_string_with_format(1, position, shown, &example)?;
        }
        let list = (0u8..)
            .zip(&lists)
            .find(|(_, (heading, _))| *heading == column.heading[0]);
        if let Some((at, (_, choices))) = list
            && !choices.is_empty()
        {
            let letter = char::from(b'A' + at.min(25));
            let last = choices.len() + 1;
            let range = Formula::new(format!("='{lists_name}'!${letter}$2:${letter}${last}"));
            // Offered rather than enforced: several may stand in one cell.
            let rule = DataValidation::new()
                .allow_list_formula(range)
                .show_error_message(false);
            sheet.add_data_validation(1, position, ROWS, position, &rule)?;
        }
    }
    sheet.set_freeze_panes(1, 1)?;
    sheet
        .set_landscape()
        .set_paper_size(9)
        .set_print_fit_to_pages(1, 0)
        .set_repeat_rows(0, 0)?;
    let font = face.name;
    sheet.set_header(format!("&C&\"{font},Regular\"{}", marking(language)));
    sheet.set_footer("&L&A&R&P / &N");
    let sheet = workbook.add_worksheet();
    sheet.set_name(lists_name)?;
    for (position, (name, choices)) in (0u16..).zip(&lists) {
        sheet.write_with_format(0, position, *name, &head)?;
        for (row, choice) in (1u32..).zip(choices) {
            sheet.write_string(row, position, &*cell_text(choice))?;
        }
    }
    sheet.set_hidden(true);
    workbook.save_to_buffer()
}

/// The choices of columns, by their English headings.
fn lists(language: Language, plan: &Plan) -> Vec<(&'static str, Vec<String>)> {
    let at = match language {
        Language::English => 0,
        Language::TraditionalChinese => 1,
        Language::SimplifiedChinese => 2,
    };
    let words = |words: &[[&str; 3]]| words.iter().map(|word| word[at].to_owned()).collect::<Vec<_>>();
    let mut markets: Vec<String> = plan
        .markets()
        .values()
        .map(|market| market.name.in_language(language).to_owned())
        .filter(|name| !name.is_empty())
        .collect();
    markets.sort();
    markets.dedup();
    markets.truncate(MOST_CHOICES);
    vec![
        (
            "Honorific",
            words(&[
                ["Mr", "先生", "先生"],
                ["Ms", "女士", "女士"],
                ["Mrs", "太太", "太太"],
                ["Dr", "博士", "博士"],
                ["Prof.", "教授", "教授"],
            ]),
        ),
        (
            "Nature",
            words(&[["Person", "個人", "个人"], ["Body", "機構", "机构"]]),
        ),
        ("Market", markets),
        (
            "Sectors",
            sectors()
                .iter()
                .map(|seed| seed.name.in_language(language).to_owned())
                .collect(),
        ),
        (
            "Schemes",
            schemes().iter().map(|seed| seed.short.to_owned()).collect(),
        ),
        (
            "Languages",
            TONGUES.iter().map(|(_, names, _)| names[at].to_owned()).collect(),
        ),
    ]
}
