"""What the data-making scripts share: where the files are, how they are written, how names are folded.

Same input, same bytes: everything is sorted, no clock is read, lines end in LF.
"""

import unicodedata
from importlib import resources
from pathlib import Path

DATA = Path(__file__).resolve().parents[3] / "data"

# Facts before this day were known when the data was made; later moons and decrees are estimates.
MADE_ON = "2026-11-22"


def write_tsv(path: Path, about: list[str], columns: list[str], rows: list[list[str]]) -> None:
    """Writes rows under comment lines that say source and licence; refuses what would break a line."""
    for row in rows:
        if len(row) != len(columns) or any(c in field for field in row for c in "\t\r\n"):
            raise SystemExit(f"{path.name}: a row does not fit the table: {row}")
    path.parent.mkdir(parents=True, exist_ok=True)
    head = [f"# {line}" for line in about] + ["# " + "\t".join(columns)]
    lines = head + ["\t".join(row) for row in rows]
    path.write_bytes(("\n".join(lines) + "\n").encode("utf-8"))
    print(f"{path.relative_to(DATA)}: {len(rows)} rows, {path.stat().st_size:,} bytes")


def read_tsv(path: Path) -> list[list[str]]:
    """The rows of a hand-kept table, without its comment lines."""
    lines = path.read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


# Letters that do not fall apart into a base letter and a mark.
_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})


def fold(text: str) -> str:
    """Lower case, without accents, hyphens or points: as a search folds names."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in bare.translate(_LETTERS).replace("'", "").replace("’", "")).split())


def zone_names() -> set[str]:
    """Every zone name of the pinned tzdata."""
    return set(resources.files("tzdata").joinpath("zones").read_text("utf-8").split())
