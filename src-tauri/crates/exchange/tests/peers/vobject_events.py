"""Reads a calendar with vobject and prints, as JSON, for each UID the start and end in seconds and the summary, by
the VTIMEZONE components of the file. Days of all-day events count from midnight UTC."""

import datetime
import json
import sys

import vobject


def seconds(value):
    if not isinstance(value, datetime.datetime):
        value = datetime.datetime(value.year, value.month, value.day, tzinfo=datetime.timezone.utc)
    assert value.tzinfo is not None, value
    return int(value.timestamp())


with open(sys.argv[1], encoding="utf-8", newline="") as file:
    calendar = vobject.readOne(file.read())
found = {}
for event in calendar.vevent_list:
    start = event.dtstart.value
    end = event.dtend.value if hasattr(event, "dtend") else start
    found[event.uid.value] = [seconds(start), seconds(end), event.summary.value]
print(json.dumps(found))
