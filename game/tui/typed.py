"""Typing a move in words: what would complete it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from textual.suggester import Suggester
from textual.widgets import Input

from game.scenario.words import SILENCE
from game.summit.moves import NAMES_TERMS
from game.summit.notation import IMPORTANCES, NAMES_ITEM, PRESS_LINES
from game.summit.view import PartyView
from game.tui.meeting import Meeting


class TypedLine(Input):
    """The line in which moves are typed, and words to be found."""

    @property
    def content_width(self) -> int:
        """The width of the line at least: one more letter then lays out nothing anew."""
        return max(super().content_width, self.content_size.width)


class MoveSuggester(Suggester):
    """Completes the last word of a move: verb, item, option."""

    def __init__(self, meeting: Callable[[], Meeting]) -> None:
        super().__init__(use_cache=False, case_sensitive=False)
        self._meeting = meeting

    async def get_suggestion(self, value: str) -> str | None:
        """The whole line with its last word completed; None where nothing fits."""
        meeting = self._meeting()
        return completed(value, tuple(meeting.openings), meeting.view)


def completed(value: str, verbs: Sequence[str], view: PartyView) -> str | None:
    """A line with its last word completed, for moves that the phase knows."""
    before, _, word = value.rpartition(" ")
    candidates: Iterable[str]
    if not before.strip():
        candidates = verbs
    else:
        words = before.split()
        candidates = _after(words[0], words[1:], word, view)
    found = next((c for c in candidates if c.startswith(word) and c != word), None)
    if found is None:
        return None
    return f"{before} {found}" if before else found


def _after(verb: str, words: Sequence[str], word: str, view: PartyView) -> Iterable[str]:
    if verb in NAMES_TERMS:
        return _terms(word, view)
    if verb == "press":
        return PRESS_LINES
    if verb in NAMES_ITEM and not words:
        return view.items
    if verb == "explain":
        return (*IMPORTANCES, *_menu(words[0], view))
    if verb == "brief":
        return ("lower", "raise")
    return ()


def _terms(word: str, view: PartyView) -> Iterable[str]:
    item, equals, _ = word.partition("=")
    if equals:
        return (f"{item}={option}" for option in _menu(item, view))
    return (f"{item}=" for item in view.items)


def _menu(item: str, view: PartyView) -> tuple[str, ...]:
    return (*view.items[item].options, SILENCE) if item in view.items else ()
