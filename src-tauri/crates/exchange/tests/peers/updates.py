"""Puts the files of a first folder into a calendar of a Radicale server on loopback, then those of a second one in
their places, as a client does that goes by UID. Prints what is there in the end: a line an event in the order of
UIDs, "UID SEQUENCE STATUS DTSTART"."""

import pathlib
import sys
import urllib.parse

import icalendar
import radicale  # noqa: F401 - says at once that it is not there
from server import HOME, radicale as running

MAKE = b"""<?xml version="1.0"?><mkcol xmlns="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><set><prop>
<resourcetype><collection/><c:calendar/></resourcetype></prop></set></mkcol>"""

with running() as server:
    server.ask("MKCOL", HOME + "programme/", MAKE)
    for folder in sys.argv[1:]:
        for path in sorted(pathlib.Path(folder).iterdir()):
            calendar = icalendar.Calendar.from_ical(path.read_bytes())
            # RFC 4791 section 4.1: what is stored has no METHOD.
            del calendar["METHOD"]
            uid = str(calendar.walk("VEVENT")[0]["UID"])
            place = HOME + "programme/" + urllib.parse.quote(uid, safe="") + ".ics"
            server.ask("PUT", place, calendar.to_ical())
    back = icalendar.Calendar.from_ical(server.ask("GET", HOME + "programme/"))
for event in sorted(back.walk("VEVENT"), key=lambda event: str(event["UID"])):
    print(event["UID"], event["SEQUENCE"], event["STATUS"], event["DTSTART"].to_ical().decode())
