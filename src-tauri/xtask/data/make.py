"""Makes the generated files of data/ anew: `make.py [places|holidays|map|zones|names]...`, all of them without a word.

Run by `cargo xtask data` in a venv with data/requirements.txt; needs npm for the packages of data/npm.json.
The time zone rules have a maker of their own.
"""

import sys

import make_countries
import make_holidays
import make_map
import make_names
import make_places
import make_windows

MAKERS = {
    "places": (make_places.main, make_countries.make_countries),
    "holidays": (make_holidays.main, make_countries.make_weekends),
    "map": (make_map.main,),
    "zones": (make_windows.main,),
    "names": (make_names.main,),
}

if __name__ == "__main__":
    asked = sys.argv[1:] or list(MAKERS)
    if unknown := [name for name in asked if name not in MAKERS]:
        raise SystemExit(f"unknown: {' '.join(unknown)}; there are {' '.join(MAKERS)}")
    for name in asked:
        for make in MAKERS[name]:
            make()
