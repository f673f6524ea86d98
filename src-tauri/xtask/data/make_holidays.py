"""Makes data/days: holidays by country, and the fasts and feasts that move with the moon."""

import re
from collections import defaultdict
from datetime import date, timedelta

import holidays
from hijridate import Hijri

import subdivisions
from common import DATA, MADE_ON, read_tsv, write_tsv

YEARS = range(2025, 2033)
# Categories beside the public one, in the order in which their names count. Hong Kong's general holidays, on which
# offices close, are called optional there; the public ones are those of its employment law.
_CATEGORIES = {"HK": ("optional", "public")}
_HANT, _HANS = ("zh_HK", "zh_MO", "zh_TW"), ("zh_CN",)
_MARK = re.compile(r" \((?P<marks>(?:observed|estimated)(?:, (?:observed|estimated))*)\)$")

_MARK_ZH = re.compile(r"\s*[(（][^)）]*[预預][^)）]*[)）]$")
_ENDINGS = [
    (" holiday", "假期", "假期"),
    (" (additional holiday)", "額外假期", "额外假期"),
    (" (second day)", "第二天", "第二天"),
    (" second day", "第二天", "第二天"),
    (" (third day)", "第三天", "第三天"),
    (" (in lieu)", "（補假）", "（补假）"),
]


def english_of(kind: type) -> str | None:
    languages = kind.supported_languages
    own = [lang for lang in ("en_HK", "en_MO", "en_GB") if lang in languages]
    return own[0] if own else "en_US" if "en_US" in languages else None


def calendar(country: str, subdivision: str | None, language: str | None, category: str = "public"):
    """One country's holidays; days are read through `get_list`, for two may fall on one day."""
    return holidays.country_holidays(
        country, subdiv=subdivision, years=YEARS, language=language, categories=(category,)
    )


class Names:
    """Chinese names: from the library where it has them, else from the hand-kept list."""

    def __init__(self) -> None:
        rows = read_tsv(DATA / "hand" / "holiday_names.tsv")
        self.known = {row[0].lower(): (row[1], row[2]) for row in rows}

    def by_hand(self, english: str, observed: bool) -> tuple[str, str]:
        plain = english.lower()
        if plain.startswith("alternative holiday for "):
            plain, observed = plain.removeprefix("alternative holiday for "), True
        found = self.known.get(plain)
        for ending, hant, hans in _ENDINGS:
            if found is None and plain.endswith(ending):
                base = self.known.get(plain.removesuffix(ending))
                found = base and (base[0] + hant, base[1] + hans)
        if found is None:
            return "", ""
        return (f"{found[0]}（補假）", f"{found[1]}（补假）") if observed else found


Entry = tuple[tuple[str, str, str], date, bool]


def days_of(country: str, subdivision: str | None, names: Names) -> list[Entry]:
    """All holidays of a country, or of a part of it, each with its three names."""
    found: list[Entry] = []
    for category in _CATEGORIES.get(country, ("public",)):
        known = {day for _, day, _ in found}
        found += [entry for entry in days_of_category(country, subdivision, category, names) if entry[1] not in known]
    return sorted(found, key=lambda entry: entry[1])


def days_of_category(country: str, subdivision: str | None, category: str, names: Names) -> list[Entry]:
    kind = type(holidays.country_holidays(country))
    english = calendar(country, subdivision, english_of(kind), category)
    hant, hans = (
        next((calendar(country, subdivision, lang, category) for lang in some if lang in kind.supported_languages), None)
        for some in (_HANT, _HANS)
    )
    found = []
    for day in sorted(english):
        said = english.get_list(day)
        for text in said:
            mark = _MARK.search(text)
            marks = mark["marks"] if mark else ""
            bare = _MARK.sub("", text)
            shown = f"{bare} (observed)" if "observed" in marks else bare
            chinese = list(names.by_hand(bare, "observed" in marks))
            # With two names on a day, the languages list them in orders of their own.
            for column, other in enumerate((hant, hans)):
                if other is not None and len(said) == 1:
                    chinese[column] = _MARK_ZH.sub("", other[day])
            if bare.startswith("Day off (substituted from"):
                shown, chinese = "Day off, worked on another day", ["調休放假日", "调休放假日"]
            found.append(((shown, *chinese), day, "estimated" in marks))
    return found


def make_holidays() -> None:
    names, rows = Names(), []
    unnamed: dict[str, int] = defaultdict(int)
    for country in sorted(c for c in holidays.list_supported_countries() if len(c) == 2 and c != "UK"):
        tables: dict[tuple, list[str]] = defaultdict(list)
        national = days_of(country, None, names)
        whole = {day for _, day, _ in national}
        every = [("", entry) for entry in national]
        kind = type(holidays.country_holidays(country))
        if country in subdivisions.COUNTRIES:
            for part in kind.subdivisions:
                if " " not in part and len(part) <= 3:
                    every += [(part, e) for e in days_of(country, part, names) if e[1] not in whole]
        for part, (name, day, estimated) in every:
            tables[part, name].append(f"{day}~" if estimated else f"{day}")
        merged: dict[tuple, list[str]] = defaultdict(list)
        for (part, name), days in tables.items():
            merged[name, tuple(days)].append(part)
        for (name, days), parts in merged.items():
            unnamed[name[0]] += len(days) * (not name[1])
            rows.append([country, " ".join(sorted(parts)), "holiday", *name, " ".join(days)])
        workdays = sorted(d for d in getattr(calendar(country, None, None), "weekend_workdays", ()) if d.year in YEARS)
        if workdays:
            text = " ".join(map(str, workdays))
            rows.append([country, "", "workday", "Working day in lieu", "調休上班日", "调休上班日", text])
    rows.sort()
    write_tsv(
        DATA / "days" / "holidays.tsv",
        [
            f"Public holidays {YEARS[0]} to {YEARS[-1]}: PyPI holidays (MIT); Hong Kong with its optional category, so that",
            "all general holidays are there. Chinese names from it where it has them, else from hand/holiday_names.tsv.",
            "A day with ~ is an estimate. Subdivisions are ISO 3166-2 codes; none means the whole country.",
            "A workday is a day of the weekend on which a country works for a holiday that was moved.",
        ],
        ["country", "subdivisions", "kind", "en", "zh_hant", "zh_hans", "days"],
        rows,
    )
    often = sorted(unnamed.items(), key=lambda item: -item[1])
    print("without a Chinese name:", sum(unnamed.values()), "days;", often[:12])


def make_fasts() -> None:
    rows = []
    for year in range(1446, 1456):
        ramadan, shawwal = Hijri(year, 9, 1).to_gregorian(), Hijri(year, 10, 1).to_gregorian()
        hajj = Hijri(year, 12, 10).to_gregorian()
        bands = [
            ("ramadan", ramadan, shawwal - timedelta(days=1)),
            ("eid_al_fitr", shawwal, shawwal + timedelta(days=2)),
            ("eid_al_adha", hajj, hajj + timedelta(days=3)),
        ]
        for kind, first, last in bands:
            if first.year in YEARS:
                rows.append([str(first), str(last), kind, str(year), "~" if f"{first}" > MADE_ON else ""])
    rows.sort()
    write_tsv(
        DATA / "days" / "fasts.tsv",
        [
            "Ramadan and the two Eids by the Umm al-Qura calendar: PyPI hijridate (MIT). First and last day, local dates.",
            f"A band with ~ lay ahead on {MADE_ON}: a country that waits for the moon may be a day off.",
        ],
        ["from", "until", "kind", "hijri_year", "estimated"],
        rows,
    )


def main() -> None:
    make_holidays()
    make_fasts()


if __name__ == "__main__":
    main()
