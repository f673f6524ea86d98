"""Which Chinese name a city goes by, from names whose language is not told.

The city list gives every name in one heap: Traditional, Simplified and Japanese side by side. OpenCC tells the
scripts apart; where only one is there, it writes the other.
"""

import re

import opencc

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff·]{1,12}")
_TO_SIMPLIFIED = opencc.OpenCC("t2s")
_TO_TRADITIONAL = opencc.OpenCC("s2hk")
_HONG_KONG = opencc.OpenCC("t2hk")
_FROM_JAPANESE = opencc.OpenCC("jp2t")
# Words for "city", "town", "district" that only some writers add.
_SUFFIX = re.compile(r"(?:都會區|都会区|特别市|特別市|广域市|廣域市|広域市|市|镇|鎮|区|區|县|縣|町|城区|城區)$")


def simplified(text: str) -> str:
    """The text in Simplified characters."""
    return _TO_SIMPLIFIED.convert(text)


def traditional(text: str) -> str:
    """The text in Traditional characters, in Hong Kong's shapes."""
    return _TO_TRADITIONAL.convert(text)


def _bare(name: str) -> str:
    short = _SUFFIX.sub("", name)
    return short if len(short) >= 2 else name


def _first(names: set[str]) -> str:
    return min(names, key=lambda n: (len(n) < 2, n), default="")


def names(heap: list[str], country: str) -> tuple[str, str, list[str]]:
    """Traditional and Simplified name, and the others that a search should find."""
    found = {n for n in heap if _HAN.fullmatch(n)}
    if country == "JP":
        found = {_FROM_JAPANESE.convert(n) for n in found}
    if not found:
        return "", "", []
    bare = {_bare(n) for n in found}
    # A name in mixed characters is neither.
    only_hant = {n for n in bare if simplified(n) != n and traditional(n) == _HONG_KONG.convert(n)}
    only_hans = {n for n in bare if simplified(n) == n and traditional(n) != n}
    either = {n for n in bare if simplified(n) == n and traditional(n) == n}
    hans = _first({n for n in only_hans if traditional(n) in only_hant}) or _first(only_hans) or _first(either)
    hant = _first({n for n in only_hant if hans and simplified(n) == hans}) or _first(only_hant)
    if not hans:
        hans = simplified(hant or _first(bare))
    if not hant:
        hant = hans if hans in either else traditional(hans)
    # OpenCC's shapes for Hong Kong, but for two that are not used in names from abroad there.
    hant = _HONG_KONG.convert(hant).replace("温", "溫").replace("裏", "里")
    return hant, hans, sorted(bare - {hant, hans})
