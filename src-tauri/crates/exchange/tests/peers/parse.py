"""Parses a calendar with a Python peer so many times and prints the shortest time in nanoseconds.

    parse.py icalendar|khal FILE TIMES

khal's import is what `khal import` does to an empty calendar of its own, without the questions it asks.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path


def icalendar_parse(file: Path) -> None:
    import icalendar

    icalendar.Calendar.from_ical(file.read_bytes())


def khal_import(file: Path) -> None:
    import khal  # noqa: F401  (a missing package must be seen as such)

    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "calendar").mkdir()
        settings = home / "khal.conf"
        settings.write_text(
            f"[calendars]\n[[one]]\npath = {home}/calendar\n[locale]\nlocal_timezone = UTC\ndefault_timezone = UTC\n"
            f"timeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
            f"datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n[sqlite]\npath = {home}/khal.db\n"
        )
        khal_program = Path(sys.executable).parent / "khal"
        subprocess.run(
            [khal_program, "-c", settings, "import", "--batch", "-a", "one", file],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )


def main() -> None:
    peer, file, times = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    work = {"icalendar": icalendar_parse, "khal": khal_import}[peer]
    best = None
    for _ in range(times):
        began = time.perf_counter_ns()
        work(file)
        took = time.perf_counter_ns() - began
        best = took if best is None else min(best, took)
    print(best)


main()
