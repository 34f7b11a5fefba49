"""Does a sound scenario make sense? What can be proved of it with the mathematics.

The reader finds what is wrong with a file; this finds what would disappoint a class. It tells
warnings only, since the summit can be played as it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.analysis.sense.bargain import check_bargain
from game.analysis.sense.reach import Reach
from game.analysis.sense.scene import MOST_COMBINED, Scene, coupled_items
from game.analysis.sense.texts import check_texts
from game.analysis.sense.variation import check_variation
from game.scenario.diagnostics import Finding
from game.scenario.hints import listed
from game.scenario.model import Scenario
from game.scenario.reader import ReadResult


def examined(result: ReadResult) -> ReadResult:
    """The result of reading, with what the mathematics finds; a file with errors as it was."""
    if result.scenario is None:
        return result
    return result.with_findings(examine(result.scenario))


def examine(scenario: Scenario) -> Iterator[Finding]:
    """Everything that can be proved against a scenario without errors."""
    scene = Scene(scenario)
    heavy = list(too_many_combinations(scenario))
    yield from heavy
    if not heavy:
        yield from check_bargain(scene)
        yield from Reach(scene).findings()
        yield from check_variation(scene)
        yield from check_texts(scene)


def too_many_combinations(scenario: Scenario) -> Iterator[Finding]:
    """A finding for all items that links couple into more than can be gone through."""
    for items, combinations in coupled_items(scenario):
        if combinations > MOST_COMBINED:
            yield Finding(
                ("links",),
                "LNK01",
                f"The links couple {listed(items, 'and')}: their options make {combinations:,} "
                "combinations, which take long to compute. Nothing further was examined.",
                "Link fewer items with one another, or give linked items fewer options.",
                severity="warning",
                at_key=True,
            )
