"""Writes data/tz/changes.tsv: which release of the zone rules changed which names, for times after it.

Fetches the wheels of the package `tzdata`, a release each, into a folder that is gone afterwards. The date is that on which the package was made. A name stands under a release if its offset differs from the
release before at some time from 30 days before that date to the end of 2040.
"""

import datetime
import io
import pathlib
import subprocess
import sys
import tempfile
import zipfile
import zoneinfo

UTC = datetime.timezone.utc
END = datetime.datetime(2041, 1, 1, tzinfo=UTC)
STEP = datetime.timedelta(hours=12)
# The first is there to be compared with; add each new one, as in data/requirements.txt.
VERSIONS = (
    "2023.4 2024.1 2024.2 2025.1 2025.2 2025.3 2026.1 2026.2 2026.3 2026.4 2026.5 2026.6"
).split()


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


with tempfile.TemporaryDirectory() as folder:
    for version in VERSIONS:
        fetch = ["download", "--quiet", "--no-deps", "--dest", folder, f"tzdata=={version}"]
        subprocess.run([sys.executable, "-m", "pip", *fetch], check=True)
    releases = sorted((release(path) for path in pathlib.Path(folder).glob("*.whl")), key=lambda one: one[0])
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
pathlib.Path(sys.argv[1]).write_text("\n".join(lines) + "\n", encoding="utf-8")
