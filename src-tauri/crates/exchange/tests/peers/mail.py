"""Reads a mail with Python's own package and the calendar in it with icalendar; prints what they find as JSON."""

import email
import email.policy
import json
import sys

import icalendar

with open(sys.argv[1], "rb") as file:
    mail = email.message_from_binary_file(file, policy=email.policy.default)
parts = list(mail.walk())
calendar = next(part for part in parts if part.get_content_type() == "text/calendar")
attached = next(part for part in parts if part.get_content_type() == "application/ics")
found = icalendar.Calendar.from_ical(calendar.get_payload(decode=True))
event = found.walk("VEVENT")[0]
attendee = event["ATTENDEE"]
start = event["DTSTART"].dt
text = next(part for part in parts if part.get_content_type() == "text/plain").get_content()
print(
    json.dumps(
        {
            "defects": [str(defect) for part in parts for defect in part.defects],
            "subject": mail["subject"],
            "to": [[address.display_name, address.addr_spec] for address in mail["to"].addresses],
            "unsent": mail["x-unsent"],
            "types": [part.get_content_type() for part in parts],
            "text": text.replace("\r\n", "\n"),
            "method": calendar.get_param("method"),
            "same": calendar.get_payload(decode=True).replace(b"\r\n", b"\n")
            == attached.get_payload(decode=True).replace(b"\r\n", b"\n"),
            "event": {
                "uid": str(event["UID"]),
                "attendee": str(attendee),
                "cn": str(attendee.params["CN"]),
                "start": start.astimezone(__import__("datetime").timezone.utc).isoformat(),
            },
        }
    )
)
