"""Makes western.tsv, the Western and South Asian names of people who are invented: `make_western.py`.

Needs PyPI faker 40.54.0 (MIT). Names with their weights where the package has them.
"""

import importlib
from pathlib import Path

LOCALES = ["en_US", "en_GB", "fr_FR", "de_DE", "it_IT", "es_ES", "nl_NL", "sv_SE", "en_IN", "id_ID"]
MOST = 250


def names(found, most: int) -> list[tuple[str, float]]:
    """The most usual, or where that is not known some from everywhere in the list."""
    if hasattr(found, "items"):
        return sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:most]
    unique = sorted(set(found))
    step = max(1, len(unique) // most)
    return [(name, 1.0) for name in unique[::step][:most]]


def main() -> None:
    """Writes the table beside this script."""
    lines = [
        "# Source: PyPI faker 40.54.0, MIT; by make_western.py. Names for people who are invented.",
        "# kind\tlocale\tname\tweight",
    ]
    for locale in LOCALES:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for kind, found in (("given", provider.first_names), ("family", provider.last_names)):
            rows = names(found, MOST)
            total = sum(weight for _, weight in rows)
            for name, weight in rows:
                lines.append(f"{kind}\t{locale}\t{name}\t{max(1, round(10000 * weight / total))}")
    Path(__file__).with_name("western.tsv").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
