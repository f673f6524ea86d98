//! A workbook to be filled in: choices where a cell takes one of a list, instructions, one example.
//!
//! The choices stand on a hidden sheet of their own, since Excel takes no more than 255 characters of them in a
//! cell's own rule. A choice is offered rather than enforced where the plan may not know every answer yet (a
//! venue, a host), so that a planner is never kept from writing down what is true.

mod words;

use outreach_plan::reference::{cities, offices};
use outreach_plan::{EventKind, Language, Plan, Region, Status, Wording};
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, DocProperties, Format, FormatAlign,
    Formula, Workbook, Worksheet, XlsxError,
};

use super::SheetField;
use crate::tongues::TONGUES;
use crate::words::{self as said, Word};
use crate::xlsx::{Face, failed, heading};
use crate::{ExportError, cell_text};
use words::{COLUMNS, Column, EVENTS, HOW, INSTRUCTIONS, LISTS, TITLE};

/// Rows that have the choices; a year's programme has some hundreds.
const ROWS: u32 = 2_000;
/// Names of the plan's own records that are offered.
const MOST_CHOICES: usize = 1_000;

pub(super) fn write(language: Language, plan: &Plan) -> Result<Vec<u8>, ExportError> {
    let template = Template {
        language,
        plan,
        face: Face::of(language),
        at: match language {
            Language::English => 0,
            Language::TraditionalChinese => 1,
            Language::SimplifiedChinese => 2,
        },
    };
    template.write().map_err(failed)
}

struct Template<'p> {
    language: Language,
    plan: &'p Plan,
    face: Face,
    /// Which of three words.
    at: usize,
}

impl Template<'_> {
    fn write(&self) -> Result<Vec<u8>, XlsxError> {
        let mut workbook = Workbook::new();
        self.face.set(&mut workbook)?;
        workbook.set_properties(
            &DocProperties::new()
                .set_title(TITLE[self.at])
                .set_author(said::word(Word::Office, self.language)),
        );
        let lists: Vec<(SheetField, Vec<String>)> = COLUMNS
            .iter()
            .map(|column| (column.field, self.choices(column.field)))
            .filter(|(_, choices)| !choices.is_empty())
            .collect();
        self.events(workbook.add_worksheet(), &lists)?;
        self.instructions(workbook.add_worksheet())?;
        self.lists(workbook.add_worksheet(), &lists)?;
        workbook.save_to_buffer()
    }

    fn events(&self, sheet: &mut Worksheet, lists: &[(SheetField, Vec<String>)]) -> Result<(), XlsxError> {
        sheet.set_name(EVENTS[self.at])?;
        let must = heading(&self.face);
        let may = heading(&self.face).unset_bold();
        let example = self.cell().set_italic().set_font_color(0x0070_7070);
        for (position, column) in (0u16..).zip(&COLUMNS) {
            let format = match column.field {
                SheetField::StartDate | SheetField::EndDate => self.cell().set_num_format("yyyy-mm-dd"),
                SheetField::StartTime | SheetField::EndTime => self.cell().set_num_format("hh:mm"),
                SheetField::Capacity => self.cell(),
                // As text, so that nothing that is typed is turned into a date or loses its noughts.
                _ => self.cell().set_num_format("@"),
            };
            sheet.set_column_width(position, column.width)?;
            sheet.set_column_format(position, &format)?;
            let style = if column.must { &must } else { &may };
            sheet.write_with_format(0, position, column.heading[self.at], style)?;
            self.write_example(sheet, position, column, &example)?;
            if let Some(rule) = self.rule(column, lists)? {
                sheet.add_data_validation(1, position, ROWS, position, &rule)?;
            }
        }
        sheet.set_freeze_panes(1, 1)?;
        sheet
            .set_landscape()
            .set_paper_size(9)
            .set_print_fit_to_pages(1, 0)
            .set_repeat_rows(0, 0)?;
        sheet.set_footer("&L&A&R&P / &N");
        Ok(())
    }

    fn write_example(
        &self,
        sheet: &mut Worksheet,
        position: u16,
        column: &Column,
        style: &Format,
    ) -> Result<(), XlsxError> {
        let text = match column.field {
            SheetField::Kind => EventKind::Seminar.name().in_language(self.language),
            SheetField::Status => Status::Tentative.name().in_language(self.language),
            _ => column.example[self.at],
        };
        match column.field {
            SheetField::StartDate => {
                let day = text.parse::<chrono::NaiveDate>().unwrap_or_default();
                sheet.write_datetime_with_format(
                    1,
                    position,
                    day,
                    &style.clone().set_num_format("yyyy-mm-dd"),
                )?;
            }
            SheetField::StartTime | SheetField::EndTime => {
                let time = chrono::NaiveTime::parse_from_str(text, "%H:%M").unwrap_or_default();
                sheet.write_datetime_with_format(
                    1,
                    position,
                    time,
                    &style.clone().set_num_format("hh:mm"),
                )?;
            }
            SheetField::Capacity => {
                sheet.write_number_with_format(1, position, text.parse().unwrap_or(0.0), style)?;
            }
            _ if text.is_empty() => {
                sheet.write_blank(1, position, style)?;
            }
            _ => {
                sheet.write_string_with_format(1, position, text, style)?;
            }
        }
        Ok(())
    }

    /// What may be written into a column.
    fn rule(
        &self,
        column: &Column,
        lists: &[(SheetField, Vec<String>)],
    ) -> Result<Option<DataValidation>, XlsxError> {
        let list = lists.iter().position(|(field, _)| *field == column.field);
        let hint = column.hint[self.at];
        let rule = match (list, column.field) {
            (Some(at), field) => {
                let letter = letter(at);
                let last = lists[at].1.len() + 1;
                let range = Formula::new(format!("='{}'!${letter}$2:${letter}${last}", LISTS[self.at]));
                let rule = DataValidation::new().allow_list_formula(range);
                // Only what can never be anything else is enforced.
                if matches!(field, SheetField::Kind | SheetField::Status | SheetField::Region) {
                    rule
                } else {
                    rule.show_error_message(false)
                }
            }
            (None, SheetField::StartDate | SheetField::EndDate) => {
                // Text such as "14 May 2027" is read as well, so a warning and no more.
                let day = |year| rust_xlsxwriter::ExcelDateTime::from_ymd(year, 1, 1);
                DataValidation::new()
                    .allow_date(DataValidationRule::Between(day(2000)?, day(2100)?))
                    .set_error_style(DataValidationErrorStyle::Information)
            }
            (None, SheetField::Capacity) => {
                DataValidation::new().allow_whole_number(DataValidationRule::Between(0, 1_000_000))
            }
            (None, _) if hint.is_empty() => return Ok(None),
            (None, _) => DataValidation::new().allow_any_value(),
        };
        let rule = if hint.is_empty() {
            rule
        } else {
            rule.set_input_title(short(column.heading[self.at], 32))?
                .set_input_message(short(hint, 255))?
        };
        Ok(Some(rule))
    }

    fn instructions(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_name(INSTRUCTIONS[self.at])?;
        let title = self.face.format().set_bold().set_font_size(14);
        let line = self.cell().set_text_wrap();
        sheet.set_column_width(0, 100.0)?;
        sheet.write_with_format(0, 0, TITLE[self.at], &title)?;
        for (row, how) in (2u32..).zip(&HOW) {
            sheet.write_with_format(row, 0, how[self.at], &line)?;
        }
        sheet.set_paper_size(9).set_print_fit_to_pages(1, 0);
        Ok(())
    }

    fn lists(&self, sheet: &mut Worksheet, lists: &[(SheetField, Vec<String>)]) -> Result<(), XlsxError> {
        sheet.set_name(LISTS[self.at])?;
        let style = heading(&self.face);
        for (position, (field, choices)) in (0u16..).zip(lists) {
            let column = COLUMNS.iter().find(|column| column.field == *field);
            let heading = column.map_or("", |column| column.heading[self.at]);
            sheet.write_with_format(0, position, heading, &style)?;
            sheet.set_column_width(position, 30.0)?;
            for (row, choice) in (1u32..).zip(choices) {
                sheet.write_string(row, position, &*cell_text(choice))?;
            }
        }
        sheet.set_hidden(true);
        Ok(())
    }

    /// What a column offers.
    fn choices(&self, field: SheetField) -> Vec<String> {
        let language = self.language;
        let names = |names: Vec<&Wording>| -> Vec<String> {
            let mut names: Vec<String> = names
                .into_iter()
                .map(|name| name.in_language(language).to_owned())
                .filter(|name| !name.is_empty())
                .collect();
            names.sort();
            names.dedup();
            names.truncate(MOST_CHOICES);
            names
        };
        let plan = self.plan;
        match field {
            SheetField::Kind => {
                let all = EventKind::ALL.into_iter();
                all.map(|kind| kind.name().in_language(language).to_owned())
                    .collect()
            }
            SheetField::Status => {
                let all = Status::ALL.into_iter();
                all.map(|status| status.name().in_language(language).to_owned())
                    .collect()
            }
            SheetField::Region => {
                let all = Region::ALL.into_iter();
                all.map(|region| region.name().in_language(language).to_owned())
                    .collect()
            }
            SheetField::Sectors => outreach_plan::reference::sectors()
                .iter()
                .map(|seed| seed.name.in_language(language).to_owned())
                .collect(),
            SheetField::Languages => TONGUES
                .iter()
                .map(|(_, names, _)| names[self.at].to_owned())
                .collect(),
            SheetField::Market => names(plan.markets().values().map(|market| &market.name).collect()),
            SheetField::Mission => names(plan.missions().values().map(|mission| &mission.title).collect()),
            SheetField::Venue => names(plan.venues().values().map(|venue| &venue.name).collect()),
            SheetField::Hosts => names(plan.partners().values().map(|partner| &partner.name).collect()),
            SheetField::City => self.cities(),
            SheetField::Zone => {
                let mut zones: Vec<String> = self.cities_of_plan().map(|city| city.zone.to_owned()).collect();
                zones.sort();
                zones.dedup();
                zones
            }
            _ => Vec::new(),
        }
    }

    /// The cities of the office's branches and of the plan: those it goes to.
    fn cities(&self) -> Vec<String> {
        let mut names: Vec<String> = self
            .cities_of_plan()
            .map(|city| city.name.in_language(self.language).to_owned())
            .collect();
        names.sort();
        names.dedup();
        names.truncate(MOST_CHOICES);
        names
    }

    fn cities_of_plan(&self) -> impl Iterator<Item = &'static outreach_plan::reference::City> {
        let of_offices = offices().iter().map(|office| office.city);
        let of_venues = self.plan.venues().values().filter_map(|venue| venue.city);
        let of_legs = self.plan.legs().values().filter_map(|leg| leg.city);
        let wanted: std::collections::BTreeSet<_> = of_offices.chain(of_venues).chain(of_legs).collect();
        cities().iter().filter(move |city| wanted.contains(&city.id))
    }

    fn cell(&self) -> Format {
        self.face.format().set_align(FormatAlign::Top)
    }
}

/// The letter of a column; there are fewer lists than letters.
fn letter(at: usize) -> char {
    u8::try_from(at).map_or('Z', |at| char::from(b'A' + at.min(25)))
}

fn short(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use outreach_zones::Rules;

    use super::super::open::EXAMPLE_MARKS;
    use super::super::{SheetChoice, guess_mapping, open_sheet, read_rows};
    use super::*;

    #[test]
    fn a_template_is_understood_when_it_comes_back() {
        let plan = Plan::new(Rules::bundled());
        for language in [
            Language::English,
            Language::TraditionalChinese,
            Language::SimplifiedChinese,
        ] {
            let bytes = write(language, &plan).unwrap();
            let sheet = open_sheet(&bytes, "xlsx", &SheetChoice::default()).unwrap();
            assert_eq!(
                guess_mapping(&sheet),
                COLUMNS
                    .iter()
                    .map(|column| Some(column.field))
                    .collect::<Vec<_>>()
            );
            assert_eq!(
                sheet.sheets.iter().map(|sheet| sheet.hidden).collect::<Vec<_>>(),
                [false, false, true]
            );
            assert!(sheet.rows.is_empty(), "the example is never read");
            assert!(sheet.notes.iter().any(|note| note.code == "example_rows"));
        }
    }

    #[test]
    fn the_example_itself_would_be_read() {
        let plan = Plan::new(Rules::bundled());
        let bytes = write(Language::TraditionalChinese, &plan).unwrap();
        let mut sheet = open_sheet(&bytes, "xlsx", &SheetChoice::default()).unwrap();
        let mapping = guess_mapping(&sheet);
        let cells: Vec<super::super::Cell> = COLUMNS
            .iter()
            .map(|column| match column.field {
                SheetField::Kind => super::super::grid::text_cell("研討會").0,
                SheetField::Status => super::super::grid::text_cell("暫定").0,
                _ => super::super::grid::text_cell(column.example[1]).0,
            })
            .collect();
        sheet.rows.push(super::super::SheetRow { number: 2, cells });
        let verdicts = read_rows(&sheet, &mapping, &BTreeMap::new(), &plan);
        assert_eq!(verdicts[0].problems, []);
        assert_eq!(verdicts[0].read.as_ref().unwrap().zone, "Asia/Kuala_Lumpur");
    }

    #[test]
    fn every_language_marks_its_example() {
        for (at, mark) in EXAMPLE_MARKS.iter().enumerate() {
            assert!(COLUMNS[0].example[at].starts_with(mark));
        }
    }
}
