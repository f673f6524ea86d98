"""Reads contact cards with vobject and prints what it finds, as JSON."""

import json
import sys

import vobject

with open(sys.argv[1], encoding="utf-8", newline="") as file:
    cards = list(vobject.readComponents(file.read()))
print(
    json.dumps(
        [
            {
                "fn": card.fn.value,
                "family": card.n.value.family,
                "given": card.n.value.given,
                "prefix": card.n.value.prefix,
                "emails": [one.value for one in card.contents.get("email", [])],
                "telephones": [one.value for one in card.contents.get("tel", [])],
                "title": card.title.value,
                "note": card.note.value,
            }
            for card in cards
        ]
    )
)
