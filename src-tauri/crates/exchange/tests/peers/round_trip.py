"""Puts a calendar into a Radicale server on loopback and prints what comes back: a line an event,
"UID SEQUENCE DTSTART DTEND" as written in the file."""

import base64
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

import icalendar

with open(sys.argv[1], "rb") as file:
    body = file.read()


def ask(method, address, data=None):
    request = urllib.request.Request(address, data=data, method=method)
    request.add_header("Content-Type", "text/calendar; charset=utf-8")
    # Without a name there is no home to put a calendar into; any password will do.
    request.add_header("Authorization", "Basic " + base64.b64encode(b"planner:none").decode())
    with urllib.request.urlopen(request, timeout=60) as answer:
        return answer.read()


with tempfile.TemporaryDirectory() as folder:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    config = os.path.join(folder, "config")
    with open(config, "w") as file:
        file.write(
            f"[server]\nhosts = 127.0.0.1:{port}\n[auth]\ntype = none\n"
            f"[storage]\nfilesystem_folder = {folder}/collections\n[logging]\nlevel = error\n"
        )
    server = subprocess.Popen([sys.executable, "-m", "radicale", "--config", config])
    try:
        base = f"http://127.0.0.1:{port}/planner/programme/"
        for _ in range(100):
            try:
                ask("GET", f"http://127.0.0.1:{port}/.web/")
                break
            except urllib.error.HTTPError:
                break
            except OSError:
                time.sleep(0.1)
        ask("PUT", base, body)
        back = icalendar.Calendar.from_ical(ask("GET", base))
    finally:
        server.terminate()
        server.wait(timeout=20)
for event in back.walk("VEVENT"):
    end = event["DTEND"].to_ical().decode() if "DTEND" in event else "-"
    print(event["UID"], event["SEQUENCE"], event["DTSTART"].to_ical().decode(), end)
