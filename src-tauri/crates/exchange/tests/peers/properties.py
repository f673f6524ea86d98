"""Reads a calendar with python-icalendar and prints, as JSON, how often each property stands in which
component, as the reader understood it, and the reader's own complaints."""

import json
import sys
from collections import Counter

import icalendar

with open(sys.argv[1], "rb") as file:
    calendar = icalendar.Calendar.from_ical(file.read())
counts = Counter()
errors = []
for component in calendar.walk():
    errors += [f"{component.name}: {name}: {why}" for name, why in component.errors]
    for name, value in component.property_items(recursive=False):
        if name not in ("BEGIN", "END"):
            counts[f"{component.name} {name}"] += 1
again = icalendar.Calendar.from_ical(calendar.to_ical())
print(json.dumps({"counts": counts, "errors": errors, "stable": again.to_ical() == calendar.to_ical()}))
