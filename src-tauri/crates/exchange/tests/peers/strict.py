"""Reads a calendar with the strict reader of PyPI `ical` and prints how many events it took."""

import sys

from ical.calendar_stream import IcsCalendarStream

with open(sys.argv[1], encoding="utf-8", newline="") as file:
    calendar = IcsCalendarStream.calendar_from_ics(file.read())
print(len(calendar.events))
