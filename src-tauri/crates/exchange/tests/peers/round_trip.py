"""Puts a calendar into a Radicale server on loopback and prints what comes back: a line an event,
"UID SEQUENCE DTSTART DTEND" as written in the file."""

import sys

import icalendar
import radicale  # noqa: F401 - says at once that it is not there
from server import HOME, radicale as running

with open(sys.argv[1], "rb") as file:
    body = file.read()
with running() as server:
    server.ask("PUT", HOME + "programme/", body)
    back = icalendar.Calendar.from_ical(server.ask("GET", HOME + "programme/"))
for event in back.walk("VEVENT"):
    end = event["DTEND"].to_ical().decode() if "DTEND" in event else "-"
    print(event["UID"], event["SEQUENCE"], event["DTSTART"].to_ical().decode(), end)
