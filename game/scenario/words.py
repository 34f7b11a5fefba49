"""Words with a meaning of their own in a scenario, which no id may take."""

SILENCE = "silence"
"""In a package: the item is left out of the statement. Always possible, worth 0 points."""

ANY = "any"
"""In a condition: any option of an item, any party."""

BOTH = "both"
NEITHER = "neither"

EVERYONE = "everyone"
"""All audiences of a party, in a table of changes at home."""

RESERVED = frozenset({SILENCE, ANY, BOTH, NEITHER, EVERYONE})
