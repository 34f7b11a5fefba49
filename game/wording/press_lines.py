"""The press lines in words: what each is called, and what it does at both homes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.analysis.home import (
    CLAIM_ABROAD,
    CLAIM_AT_HOME,
    LITTLE_ABROAD,
    LITTLE_AT_HOME,
    MOST_CLAIMED,
)
from game.summit.moves import PressLine
from game.wording.names import Names, listed


@dataclass(frozen=True, slots=True)
class PressWords:
    """One line: its name, and what it does, to follow the name after a colon."""

    line: PressLine
    name: str
    effect: str


ASKED = "What do you tell the press?"
PRESS_WORDS = (
    PressWords(
        "claim",
        "claim the win",
        f"each clause that you asked for first, {MOST_CLAIMED} at most, brings {CLAIM_AT_HOME} at "
        f"your home and costs {-CLAIM_ABROAD} at theirs, where the deal can fall",
    ),
    PressWords("share", "share the credit", "both leaders won; neither home moves"),
    PressWords(
        "little",
        "say little",
        f"you leave them the stage: {LITTLE_ABROAD} more at their home, where a vote may hang by a "
        f"thread, and {-LITTLE_AT_HOME} less at yours",
    ),
)


def claiming(names: Names, items: Sequence[str]) -> str:
    """What claiming the win on these items would do, in a sentence."""
    won = listed([names.within(item) for item in items])
    return (
        f"You would claim {won}: {CLAIM_AT_HOME * len(items)} more at your home, "
        f"{-CLAIM_ABROAD * len(items)} less at theirs."
    )
