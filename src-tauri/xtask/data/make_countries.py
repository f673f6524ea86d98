"""Makes data/places/countries.tsv and data/days/weekends.tsv from CLDR."""

import npm
from common import DATA, fold, read_tsv, write_tsv
from make_places import geonames

# The office's four regions; a country outside them is "other". Its offices decide the edges: Türkiye, Cyprus and
# the Caucasus are looked after from Europe.
_MIDDLE_EAST = set("AE BH EG IL IQ IR JO KW LB OM PS QA SA SY YE".split())
_NORTH_AMERICA = set("BM CA GL MX PM US".split())
_EUROPE_TOO = set("AM AZ CY GE TR".split())
_DAYS = "mon tue wed thu fri sat sun".split()

# Where a part of a country rests on other days, or CLDR lags.
_WEEKENDS_BY_HAND = {
    "BD": "fri sat",
    "BN": "fri sun",
    "DJ": "fri sat",
    "MV": "fri sat",
    "MY-02": "fri sat",  # Kedah
    "MY-03": "fri sat",  # Kelantan
    "MY-11": "fri sat",  # Terengganu
}


def countries_inside(area: str) -> set[str]:
    """The two-letter codes in one of CLDR's areas, with those of its parts."""
    tree = npm.read_json("cldr-core", "supplemental/territoryContainment.json")["supplemental"]["territoryContainment"]
    found, todo = set(), [area]
    while todo:
        for part in tree.get(todo.pop(), {}).get("_contains", []):
            found.add(part)
            todo.append(part)
    return {code for code in found if len(code) == 2 and code.isalpha()}


def region(code: str, asia_pacific: set[str], europe: set[str]) -> str:
    if code in _MIDDLE_EAST:
        return "middle_east"
    if code in _NORTH_AMERICA:
        return "north_america"
    if code in europe or code in _EUROPE_TOO:
        return "europe"
    return "asia_pacific" if code in asia_pacific else "other"


def names_of(locale: str) -> dict[str, str]:
    names = npm.read_json("cldr-localenames-full", f"main/{locale}/territories.json")
    return names["main"][locale]["localeDisplayNames"]["territories"]


def make_countries() -> None:
    asia_pacific, europe = countries_inside("142") | countries_inside("009"), countries_inside("150")
    english, hant, hans = names_of("en"), names_of("zh-Hant-HK"), names_of("zh")
    hant = names_of("zh-Hant") | hant
    aliases = {row[0]: row[1] for row in read_tsv(DATA / "hand" / "countries.tsv")}
    rows = []
    for country in sorted(geonames("countries.json").values(), key=lambda c: c["iso"]):
        code = country["iso"]
        if code not in english or code in {"AN", "CS"}:
            continue
        short = [names.get(f"{code}-alt-short", names[code]) for names in (english, hant, hans)]
        if code not in {"HK", "MO", "PS"}:
            short = [names[code] for names in (english, hant, hans)]
        others = {country["name"], english[code], hant[code], hans[code], country["iso3"]}
        others |= {names[key] for names in (english, hant, hans) for key in (f"{code}-alt-short", f"{code}-alt-variant") if key in names}
        others |= set(filter(None, aliases.get(code, "").split("|")))
        others = sorted(o for o in others if fold(o) not in {fold(s) for s in short})
        rows.append([code, *short, region(code, asia_pacific, europe), "|".join(others)])
    write_tsv(
        DATA / "places" / "countries.tsv",
        [
            "Countries and territories: names from CLDR (Unicode-3.0; zh-Hant as in Hong Kong), codes ISO 3166-1.",
            "The region is where the office plans it, decided in make_countries.py; aliases are only searched.",
        ],
        ["code", "en", "zh_hant", "zh_hans", "region", "aliases"],
        rows,
    )


def make_weekends() -> None:
    weeks = npm.read_json("cldr-core", "supplemental/weekData.json")["supplemental"]["weekData"]
    starts, ends = weeks["weekendStart"], weeks["weekendEnd"]
    table = {}
    for place in sorted(starts.keys() | ends.keys()):
        start, end = (_DAYS.index(part.get(place, part["001"])) for part in (starts, ends))
        span = [_DAYS[(start + n) % 7] for n in range((end - start) % 7 + 1)]
        table[place] = " ".join(span)
    table |= _WEEKENDS_BY_HAND
    write_tsv(
        DATA / "days" / "weekends.tsv",
        [
            "Weekly rest days now in force: CLDR weekData (Unicode-3.0), and by hand where a part of a country differs.",
            "001 is every place that is not listed. The UAE rests Saturday and Sunday since 2022.",
        ],
        ["place", "days"],
        [[place, days] for place, days in sorted(table.items())],
    )


if __name__ == "__main__":
    make_countries()
    make_weekends()
