"""Writes sheets as others make them into the folder of the first argument: workbooks with openpyxl, tables in
the encodings of Hong Kong and the Mainland."""

import csv
import datetime
import io
import sys
from pathlib import Path

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904

folder = Path(sys.argv[1])


def workbook(epoch_1904=False):
    book = openpyxl.Workbook()
    if epoch_1904:
        book.epoch = CALENDAR_MAC_1904
    cover = book.active
    cover.title = "Cover"
    cover["B2"] = "Outreach programme 2027"
    sheet = book.create_sheet("Programme & more")
    sheet["A1"] = "Outreach 2027"
    sheet.merge_cells("A1:H1")
    sheet.append([])
    sheet.append(["Event", "Start", None, "End", None, "City", "Guests", "Code", "Remarks"])
    sheet.append([None, "Date", "Time", "Date", "Time", None, None, None, None])
    for column in "AFGHI":
        sheet.merge_cells(f"{column}3:{column}4")
    sheet.merge_cells("B3:C3")
    sheet.merge_cells("D3:E3")
    day = datetime.date(2027, 5, 14)
    rows = [
        ["KL seminar <&> \"quoted\"", day, datetime.time(15, 0), day, datetime.time(17, 0), "Kuala Lumpur", 120, 7, "two\nlines"],
        ["吉隆坡晚宴 𠮷", datetime.datetime(2027, 5, 14), datetime.time(19, 30), None, datetime.time(22, 0), None, "=40+2", 42, "a note"],
        ["London fair", "1 June 2027", "9:30", "2 June 2027", "5pm", "倫敦", 1200, "007", None],
    ]
    for row in rows:
        sheet.append(row)
    # One city for two rows.
    sheet.merge_cells("F5:F6")
    for row in (5, 6, 7):
        sheet[f"B{row}"].number_format = "d mmm yyyy"
        sheet[f"C{row}"].number_format = "h:mm AM/PM"
        sheet[f"D{row}"].number_format = '[$-404]yyyy"年"m"月"d"日"'
        sheet[f"E{row}"].number_format = "hh:mm"
        sheet[f"H{row}"].number_format = "000"
    sheet["A5"].font = Font(bold=True)
    sheet["I6"].comment = Comment("not part of the cell", "nobody")
    # A sheet that is formatted to its end but empty there.
    sheet["A60000"].number_format = "yyyy-mm-dd"
    hidden = book.create_sheet("Hidden")
    hidden.sheet_state = "hidden"
    hidden.append(["Event", "Date", "City"])
    hidden.append(["secret", day, "Paris"])
    return book


workbook().save(folder / "made.xlsx")
workbook(epoch_1904=True).save(folder / "made1904.xlsx")

wide = openpyxl.Workbook()
wide.active.append([f"Column {n}" for n in range(400)])
wide.active.append(["x"] * 400)
wide.save(folder / "wide.xlsx")

hant = [
    ["活動", "開始", "結束", "城市", "備註"],
    ["吉隆坡人才研討會", "2027-05-14 15:00", "2027-05-14 17:00", "吉隆坡", "深水埗屋邨，007"],
    ["倫敦招聘會", "2027-06-01 09:30", "2027-06-01 17:00", "倫敦", "香港人啲嘢㗎"],
]
hans = [
    ["活动", "开始", "结束", "城市", "备注"],
    ["吉隆坡人才研讨会", "2027-05-14 15:00", "2027-05-14 17:00", "吉隆坡", "深圳湾口岸，007"],
    ["伦敦招聘会", "2027-06-01 09:30", "2027-06-01 17:00", "伦敦", "龙䶮字"],
]
for name, rows, encoding, delimiter in [
    ("utf8", hant, "utf-8", ","),
    ("utf8mark", hant, "utf-8-sig", ";"),
    ("utf16", hant, "utf-16", "\t"),
    ("utf16le", hant, "utf-16-le", ","),
    ("utf16be", hant, "utf-16-be", ";"),
    ("big5", hant, "big5hkscs", ","),
    ("gb18030", hans, "gb18030", ","),
    ("gb18030hant", hant, "gb18030", "\t"),
]:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    (folder / f"{name}.csv").write_bytes(text.getvalue().encode(encoding))
