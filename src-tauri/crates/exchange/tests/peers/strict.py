"""Reads calendars with the strict reader of PyPI `ical` and prints how many events it took from each."""

import sys

from ical.calendar_stream import IcsCalendarStream

for name in sys.argv[1:]:
    with open(name, encoding="utf-8", newline="") as file:
        calendar = IcsCalendarStream.calendar_from_ics(file.read())
    print(len(calendar.events))
