"""The occasions of a calendar's events in a span, as recurring-ical-events has them.

    occasions.py FROM UNTIL FILE...

Prints "file<TAB>uid<TAB>start<TAB>end" for each, in seconds since 1970 or as days; times without a zone are taken for
UTC. A file that the library refuses is printed as "file<TAB>!<TAB>why".
"""

import os
import sys

# Before anything reads the zones: the rules of the package tzdata, not the system's older ones.
os.environ["PYTHONTZPATH"] = ""
import zoneinfo  # noqa: E402

zoneinfo.reset_tzpath(to=[])

from datetime import date, datetime, timezone  # noqa: E402

import icalendar  # noqa: E402
import recurring_ical_events  # noqa: E402


def shown(at: date) -> str:
    if not isinstance(at, datetime):
        return at.strftime("%Y%m%d")
    if at.tzinfo is None:
        at = at.replace(tzinfo=timezone.utc)
    return str(int(at.timestamp()))


def occasions(path: str, first: str, last: str):
    with open(path, "rb") as file:
        text = file.read()
    for calendar in icalendar.Calendar.from_ical(text, multiple=True):
        query = recurring_ical_events.of(calendar, components=["VEVENT"], skip_bad_series=True)
        found = query.between(first, last)
        for event in found:
            start = event["DTSTART"].dt
            end = event["DTEND"].dt if "DTEND" in event else start
            yield str(event.get("UID", "")), shown(start), shown(end)


def main() -> None:
    first, last, *paths = sys.argv[1:]
    for path in paths:
        try:
            lines = sorted(occasions(path, first, last))
        except Exception as error:  # What a library may raise at a broken file is anybody's guess.
            print(path, "!", type(error).__name__, sep="\t")
            continue
        for line in lines:
            print(path, *line, sep="\t")


main()
