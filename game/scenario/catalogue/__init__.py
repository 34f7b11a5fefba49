"""Every code of the reader, explained, with an example that has the fault and one that has not.

Nothing at run time needs it: the documentation is written from it, and the tests try each example.
"""

from __future__ import annotations

from game.scenario.catalogue import (
    campaigns,
    consistency,
    files,
    mathematics,
    sense,
    syntax,
    values,
)
from game.scenario.catalogue.entry import BASE, Entry

CATALOGUE: dict[str, Entry] = {
    entry.code: entry
    for module in (files, syntax, values, sense, consistency, mathematics, campaigns)
    for entry in module.ENTRIES
}

__all__ = ["BASE", "CATALOGUE", "Entry"]
