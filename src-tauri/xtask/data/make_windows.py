"""Makes data/zones: the names that Windows and its programs have for time zones."""

from common import DATA, read_tsv, write_tsv, zone_names
from npm import read_json


def main() -> None:
    table = read_json("cldr-core", "supplemental/windowsZones.json")["supplemental"]["windowsZones"]
    found = {}
    for entry in table["mapTimezones"]:
        zone = entry["mapZone"]
        # Territory 001 is the world: the zone to take where nothing else is known.
        if zone["_territory"] == "001":
            found[zone["_other"]] = zone["_type"]
    for windows, iana in read_tsv(DATA / "hand" / "windows_zones.tsv"):
        found.setdefault(windows, iana)
    if unknown := sorted(set(found.values()) - zone_names()):
        raise SystemExit(f"no such zones: {unknown}")
    write_tsv(
        DATA / "zones" / "windows.tsv",
        [
            "Windows' names of time zones, each with the IANA zone that stands for it in the world at large.",
            "CLDR 48.2 by npm cldr-core (Unicode-3.0); names that CLDR lacks from data/hand/windows_zones.tsv.",
        ],
        ["windows", "iana"],
        sorted([windows, iana] for windows, iana in found.items()),
    )


if __name__ == "__main__":
    main()
