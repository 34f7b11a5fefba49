"""A delegation: whoever leads a party, be it a person at a face, the counterpart or a bot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from game.summit.mind import Why
from game.summit.moves import Move
from game.summit.view import PartyView


@dataclass(frozen=True, slots=True)
class Decision:
    """A move and the figures behind it."""

    move: Move
    why: Why | None = None


class Delegation(Protocol):
    """It sees a view and answers with a move."""

    def choose(self, view: PartyView) -> Decision:
        """The move that this delegation makes now."""
        ...
