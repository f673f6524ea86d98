"""Answers of Python's zoneinfo on the tzdata package, for tests/against_zoneinfo.rs.

Out, one block a zone: `Z name`, then `I seconds offset` for instants and `L seconds kind offset offset` for wall times
(seconds as if UTC; kind u, g or f; offsets with fold 0 and 1). In: `name second second ...`, changes that the other side
knows of; both sides' changes are sampled, so that neither can miss one unseen.
"""

import importlib.util
import os
import sys

PACKAGE = os.path.dirname(importlib.util.find_spec("tzdata").origin)
os.environ["PYTHONTZPATH"] = os.path.join(PACKAGE, "zoneinfo")

import datetime
import zoneinfo

EPOCH = datetime.datetime(1970, 1, 1)
UTC = datetime.timezone.utc
DAY = 86_400
NEAR = [0, 1, 2, 59, 60, 61, 1799, 1800, 1801, 3599, 3600, 3601, 5400, 7199, 7200, 7201, 10800, 21600, 43200, 86399, 86400]


def offset_at(zone, second):
    local = (EPOCH + datetime.timedelta(seconds=second)).replace(tzinfo=UTC).astimezone(zone)
    return int(local.utcoffset().total_seconds())


def changes(zone, begin, end, step):
    found = []
    before = offset_at(zone, begin)
    for second in range(begin + step, end + step, step):
        after = offset_at(zone, second)
        if after != before:
            low, high = second - step, second
            while high - low > 1:
                middle = (low + high) // 2
                if offset_at(zone, middle) == before:
                    low = middle
                else:
                    high = middle
            found.append(high)
        before = after
    return found


def classify(zone, second):
    wall = (EPOCH + datetime.timedelta(seconds=second)).replace(tzinfo=zone)
    first = int(wall.utcoffset().total_seconds())
    second_ = int(wall.replace(fold=1).utcoffset().total_seconds())
    kind = "u" if first == second_ else ("f" if first > second_ else "g")
    return kind, first, second_


def main():
    begin = int((datetime.datetime(2020, 1, 1) - EPOCH).total_seconds())
    end = int((datetime.datetime(2038, 1, 1) - EPOCH).total_seconds())
    names = zoneinfo.available_timezones()
    print("V", open(os.path.join(PACKAGE, "zoneinfo", "tzdata.zi")).readline().split()[-1])
    told = {line.split()[0]: [int(text) for text in line.split()[1:]] for line in sys.stdin}
    for name in sorted(names):
        zone = zoneinfo.ZoneInfo(name)
        out = ["Z " + name]
        moments = set(changes(zone, begin, end, DAY)) | set(told.get(name, []))
        instants = set(range(begin, end, 5 * DAY + 3 * 3600 + 17))
        walls = set(instants)
        for moment in moments:
            offsets = {offset_at(zone, moment - 1), offset_at(zone, moment)}
            for near in NEAR:
                for second in (moment - near, moment + near):
                    instants.add(second)
                    walls.update(second + offset for offset in offsets)
        for second in sorted(instants):
            if begin <= second < end:
                out.append(f"I {second} {offset_at(zone, second)}")
        for second in sorted(walls):
            if begin <= second < end:
                out.append("L %d %s %d %d" % (second, *classify(zone, second)))
        print("\n".join(out))


main()
