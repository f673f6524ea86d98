"""Reads VTIMEZONEs as other programmes do, and compares with zoneinfo, for tests/vtimezone_readers.rs.

In: VTIMEZONE components for 2020-2037. Out, one line a reader: `reader zones comparisons differences`, or
`reader skipped why`; then up to 20 differences.
"""

import bisect
import ctypes
import ctypes.util
import datetime
import importlib.util
import io
import os
import sys

PACKAGE = os.path.dirname(importlib.util.find_spec("tzdata").origin)
os.environ["PYTHONTZPATH"] = os.path.join(PACKAGE, "zoneinfo")

import zoneinfo

UTC = datetime.timezone.utc
HOUR = datetime.timedelta(hours=1)
SECOND = datetime.timedelta(seconds=1)
BEGIN, END = datetime.datetime(2020, 1, 2), datetime.datetime(2037, 12, 31)


def offset(zone, instant):
    return int(instant.replace(tzinfo=UTC).astimezone(zone).utcoffset().total_seconds())


def instants(zone):
    """Every 10 days, and around each change."""
    found, instant, before = [], BEGIN, offset(zone, BEGIN)
    while instant < END:
        after = offset(zone, instant)
        if after != before:
            low, high = instant - 24 * HOUR, instant
            while high - low > SECOND:
                middle = low + datetime.timedelta(seconds=(high - low) // SECOND // 2)
                low, high = (middle, high) if offset(zone, middle) == before else (low, middle)
            found += [high + near for near in (-2 * HOUR, -HOUR, -SECOND, 0 * SECOND, HOUR, 2 * HOUR)]
        before = after
        if instant.toordinal() % 10 == 0:
            found.append(instant)
        instant += 24 * HOUR
    return found


class Libical:
    class Time(ctypes.Structure):
        _fields_ = [(name, ctypes.c_int) for name in "year month day hour minute second is_date daylight".split()] + [
            ("zone", ctypes.c_void_p)
        ]

    def __init__(self):
        name = ctypes.util.find_library("ical")
        if not name:
            raise RuntimeError("libical is not installed")
        self.lib = ctypes.CDLL(name)
        for function in ("icalparser_parse_string", "icaltimezone_new"):
            getattr(self.lib, function).restype = ctypes.c_void_p
        self.lib.icalrestriction_check.argtypes = [ctypes.c_void_p]
        self.lib.icalcomponent_count_errors.argtypes = [ctypes.c_void_p]
        self.lib.icaltimezone_set_component.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
        self.offset_of = self.lib.icaltimezone_get_utc_offset_of_utc_time
        self.offset_of.argtypes = [ctypes.c_void_p, ctypes.POINTER(self.Time), ctypes.POINTER(ctypes.c_int)]

    def read(self, text):
        component = self.lib.icalparser_parse_string(text.encode())
        assert component and self.lib.icalcomponent_count_errors(component) == 0
        zone = self.lib.icaltimezone_new()
        assert self.lib.icaltimezone_set_component(zone, component) == 1

        def offset_at(instant):
            time = self.Time(*instant.timetuple()[:6], 0, 0, None)
            return self.offset_of(zone, ctypes.byref(time), ctypes.byref(ctypes.c_int()))

        return offset_at


class PythonIcalendar:
    """Also checks that no property is lost on the way through. Its onsets are expanded by dateutil."""

    def __init__(self):
        import icalendar
        from dateutil import rrule

        self.icalendar, self.rrule = icalendar, rrule

    def read(self, text):
        component = self.icalendar.Component.from_ical(text)
        assert not component.errors, component.errors
        lines = lambda folded: sorted(folded.replace("\r\n ", "").split("\r\n"))
        spelt = lambda folded: [";".join(sorted(line.split(";"))) for line in lines(folded)]
        kept = component.to_ical().decode()
        assert sorted(spelt(kept.replace("RRULE:", "RRULE;"))) == sorted(spelt(text.replace("RRULE:", "RRULE;"))), kept
        onsets = []
        for part in component.subcomponents:
            before, after = part["TZOFFSETFROM"].td, part["TZOFFSETTO"].td
            start = part["DTSTART"].dt
            walls = [start]
            for dates in [part["RDATE"]] if "RDATE" in part and not isinstance(part["RDATE"], list) else part.get("RDATE", []):
                walls += [date.dt for date in dates.dts]
            if "RRULE" in part:
                rule = part["RRULE"]
                until = [moment.replace(tzinfo=None) + before for moment in rule.pop("UNTIL", [])]
                rule = self.rrule.rrulestr(rule.to_ical().decode(), dtstart=start)
                walls += rule.between(start, until[0] if until else END + 48 * HOUR, inc=True)
            onsets += [(wall - before, int(after.total_seconds())) for wall in walls]
        onsets.sort()
        return lambda instant: onsets[bisect.bisect(onsets, (instant, 10**6)) - 1][1]


def main():
    texts = [part + "END:VTIMEZONE\r\n" for part in sys.stdin.buffer.read().decode().split("END:VTIMEZONE\r\n")[:-1]]
    readers = {}
    for name, reader in (("libical", Libical), ("python-icalendar", PythonIcalendar)):
        try:
            readers[name] = [reader(), 0, []]
        except (RuntimeError, ImportError, OSError) as error:
            print(name, "skipped", error)
    for text in texts:
        name = text.split("TZID:")[1].split("\r\n")[0]
        zone = zoneinfo.ZoneInfo(name)
        sample = [(instant, offset(zone, instant)) for instant in instants(zone)]
        for tally in readers.values():
            try:
                offset_at = tally[0].read(text)
            except AssertionError as error:
                tally[2].append(f"{name} is not read: {error}")
                continue
            for instant, expected in sample:
                tally[1] += 1
                said = offset_at(instant)
                if said != expected:
                    tally[2].append(f"{name} {instant}: {said} for {expected}")
    for name, (_, comparisons, differences) in readers.items():
        print(name, len(texts), comparisons, len(differences))
        print("".join(f"  {difference}\n" for difference in differences[:20]), end="")


main()
