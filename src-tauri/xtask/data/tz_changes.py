"""Writes data/tz/changes.tsv: which release of the zone rules changed which names, for times after it.

Takes the wheels of the package `tzdata` from the folder given (one release each, `pip download --no-deps`), oldest
first. The date is that on which the package was made. A name stands under a release if its offset differs from the
release before at some time from 30 days before that date to the end of 2040.
"""

import datetime
import io
import pathlib
import sys
import zipfile
import zoneinfo

UTC = datetime.timezone.utc
END = datetime.datetime(2041, 1, 1, tzinfo=UTC)
STEP = datetime.timedelta(hours=12)


def release(path):
    with zipfile.ZipFile(path) as wheel:
        zi = wheel.read("tzdata/zoneinfo/tzdata.zi").decode()
        made = datetime.date(*wheel.getinfo("tzdata/zoneinfo/tzdata.zi").date_time[:3])
        names = wheel.read("tzdata/zones").decode().split()
        zones = {name: wheel.read("tzdata/zoneinfo/" + name) for name in names}
    return zi.split()[2].removesuffix("-dirty"), made, zones


def differs(one, other, begin):
    one, other = (zoneinfo.ZoneInfo.from_file(io.BytesIO(data)) for data in (one, other))
    at = begin
    while at < END:
        if at.astimezone(one).utcoffset() != at.astimezone(other).utcoffset():
            return True
        at += STEP
    return False


releases = sorted((release(path) for path in pathlib.Path(sys.argv[1]).glob("tzdata-*.whl")), key=lambda one: one[0])
lines = ["release\tmade\tzones"]
for (_, _, before), (version, made, after) in zip(releases, releases[1:]):
    begin = datetime.datetime.combine(made, datetime.time(), UTC) - datetime.timedelta(days=30)
    pairs = {}
    changed = []
    for name, data in sorted(after.items()):
        if name not in before or before[name] == data:
            continue
        pair = (before[name], data)
        if pair not in pairs:
            pairs[pair] = differs(*pair, begin)
        if pairs[pair]:
            changed.append(name)
    lines.append(f"{version}\t{made}\t{' '.join(changed)}")
    print(version, made, len(changed))
pathlib.Path(sys.argv[2]).write_text("\n".join(lines) + "\n", encoding="utf-8")
