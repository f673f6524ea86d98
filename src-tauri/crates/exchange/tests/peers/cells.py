"""Reads a workbook with openpyxl and prints, as JSON, its sheets: names, and rows as values with their types."""

import json
import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
sheets = [
    {
        "name": sheet.title,
        "frozen": sheet.freeze_panes,
        "filter": sheet.auto_filter.ref,
        "rows": [[[type(cell.value).__name__, str(cell.value)] for cell in row] for row in sheet.iter_rows()],
    }
    for sheet in book
]
print(json.dumps(sheets))
