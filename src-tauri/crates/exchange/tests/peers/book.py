"""Reads a workbook with openpyxl and prints, as JSON, how it is set up: properties, pages, fonts, choices."""

import json
import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])


def sheet_of(sheet):
    page = sheet.page_setup
    return {
        "name": sheet.title,
        "state": sheet.sheet_state,
        "landscape": page.orientation == "landscape",
        "paper": page.paperSize,
        "fit": [sheet.sheet_properties.pageSetUpPr.fitToPage, page.fitToWidth, page.fitToHeight]
        if sheet.sheet_properties.pageSetUpPr
        else None,
        "repeated": sheet.print_title_rows,
        "area": sheet.print_area,
        "filter": sheet.auto_filter.ref,
        "header": sheet.oddHeader.center.text,
        "footer": [sheet.oddFooter.left.text, sheet.oddFooter.center.text, sheet.oddFooter.right.text],
        "widths": {letter: column.width for letter, column in sheet.column_dimensions.items()},
        "fonts": sorted({cell.font.name for row in sheet.iter_rows() for cell in row if cell.value is not None}),
        "formats": sorted({cell.number_format for row in sheet.iter_rows(min_row=2) for cell in row if cell.is_date}),
        "types": sorted({cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None}),
        "choices": {str(rule.sqref): [rule.type, rule.formula1] for rule in sheet.data_validations.dataValidation},
        "texts": [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.data_type == "s"],
    }


properties = book.properties
print(
    json.dumps(
        {
            "creator": properties.creator,
            "last": properties.lastModifiedBy,
            "title": properties.title,
            "created": str(properties.created),
            "sheets": [sheet_of(sheet) for sheet in book],
        }
    )
)
