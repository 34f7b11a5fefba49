"""Numbered questions for whoever would rather choose than type: a move, word by word.

Every choice stands for words that could have been typed. Those of a whole move are played, those
of a part lead to the next question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from game.scenario.model import Scenario
from game.summit.events import ItemState
from game.summit.moves import Terms
from game.summit.view import PartyView
from game.wording import board, status
from game.wording.catalogue import IMPORTANCE
from game.wording.names import Names

SETTLED = (ItemState.AGREED, ItemState.SILENT, ItemState.HANDED)


@dataclass(frozen=True, slots=True)
class Choice:
    """One numbered answer: what it says, the words it stands for, and whether they are whole."""

    label: str
    words: str
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its numbered answers."""

    text: str
    choices: tuple[Choice, ...]


class Guide:
    """Asks for what a move still lacks, as the meeting stands now."""

    def __init__(
        self, scenario: Scenario, view: PartyView, difficulties: Callable[[str], Sequence[str]]
    ) -> None:
        self._scenario = scenario
        self._view = view
        self._names = Names(scenario)
        self._difficulties = difficulties

    def ask(self, words: str) -> Question | None:
        """The next question on the way to a whole move; None where these words need no guide."""
        verb, *rest = words.split()
        asker = _ASKERS.get(verb)
        question = asker(self, verb, rest) if asker else None
        return question if question is not None and question.choices else None

    # --- one item ---------------------------------------------------------------------------------

    def _item(self, verb: str, rest: Sequence[str]) -> Question | None:
        if rest:
            return None
        items = self._items_for(verb)
        return Question(f"{verb.capitalize()}: which item?", self._choose_items(verb, items, True))

    def _items_for(self, verb: str) -> list[str]:
        items = self._view.items
        if self._view.aside is not None:
            return [self._view.aside]
        if verb == "handdown":
            return [i for i, seen in items.items() if seen.state is ItemState.NARROWED]
        if verb == "reopen":
            return [i for i, seen in items.items() if seen.state in SETTLED]
        if verb == "acknowledge":
            named = self._view.acknowledged
            return [i for i in items if self._difficulties(i) and i not in named]
        if verb in ("propose", "try", "tiehands", "link"):
            return [i for i, seen in items.items() if seen.state not in SETTLED]
        return list(items)

    def _choose_items(
        self, words: str, items: Iterable[str], whole: bool, tail: str = ""
    ) -> tuple[Choice, ...]:
        return tuple(
            Choice(self._names.item(item), f"{words} {item}{tail}", whole) for item in items
        )

    # --- an item, and more ------------------------------------------------------------------------

    def _explain(self, verb: str, rest: Sequence[str]) -> Question | None:
        if not rest:
            items = self._items_for(verb)
            return Question("Explain which item?", self._choose_items(verb, items, False))
        words = " ".join((verb, *rest))
        if len(rest) == 1:
            levels = tuple(
                Choice(f"It {meaning}", f"{words} {level}", False)
                for level, meaning in IMPORTANCE.items()
            )
            return Question("How much does it matter to you?", levels)
        if len(rest) == 2:
            wishes = tuple(
                Choice(label, f"{words} {option}")
                for option, label in board.options(self._view, self._scenario, rest[0])
            )
            return Question("What do you look for?", (*wishes, Choice("Say no more", words)))
        return None

    def _acknowledge(self, verb: str, rest: Sequence[str]) -> Question | None:
        if not rest:
            items = self._items_for(verb)
            return Question(
                "Their difficulty with which item?", self._choose_items(verb, items, False)
            )
        if len(rest) > 1:
            return None
        texts = self._difficulties(rest[0])
        return Question(
            "Which difficulty do you believe they have?",
            tuple(Choice(text, f"{verb} {rest[0]} {n}") for n, text in enumerate(texts, start=1)),
        )

    # --- packages ---------------------------------------------------------------------------------

    def _package(self, verb: str, rest: Sequence[str]) -> Question | None:
        """Item, option, and again, until the package is put forward."""
        words = " ".join((verb, *rest))
        if rest and rest[-1].endswith("="):
            return self._options(words, rest[-1][:-1], whole=verb == "tiehands")
        named = {word.partition("=")[0] for word in rest}
        items = [item for item in self._items_for(verb) if item not in named]
        more = self._choose_items(words, items, False, "=")
        if not rest:
            return Question(f"{verb.capitalize()}: which item first?", more)
        terms: Terms = tuple((w.partition("=")[0], w.partition("=")[2]) for w in rest)
        worth = status.worth_in_words(self._view, self._scenario, terms)
        done = Choice("Put it forward as it stands", words)
        return Question(f"{worth} What next?", (done, *more))

    def _options(self, words: str, item: str, *, whole: bool) -> Question:
        found = board.options(self._view, self._scenario, item)
        return Question(
            f"{self._names.item(item)}: which option?",
            tuple(Choice(label, f"{words}{option}", whole) for option, label in found),
        )

    def _link(self, verb: str, rest: Sequence[str]) -> Question | None:
        words = " ".join((verb, *rest))
        if rest and rest[-1].endswith("="):
            return self._options(words, rest[-1][:-1], whole="if" in rest)
        given = rest[0].partition("=")[0] if rest else None
        items = [item for item in self._items_for(verb) if item != given]
        if given is None:
            return Question("What could you give?", self._choose_items(verb, items, False, "="))
        choices = self._choose_items(f"{words} if", items, False, "=")
        return Question("What would you want for it?", choices)

    # --- the press --------------------------------------------------------------------------------

    def _press(self, verb: str, rest: Sequence[str]) -> Question | None:
        return None if rest else Question("What do you tell the press?", PRESS)


PRESS = (
    Choice("Claim the win on what you asked for: good at home, bad for theirs", "press claim"),
    Choice("Share the credit", "press share"),
    Choice("Say little, and leave the stage to them", "press little"),
)

_ASKERS: dict[str, Callable[[Guide, str, Sequence[str]], Question | None]] = {
    **dict.fromkeys(("ask", "pressure", "aside", "handdown", "reopen", "open"), Guide._item),
    "explain": Guide._explain,
    "acknowledge": Guide._acknowledge,
    **dict.fromkeys(("propose", "tiehands"), Guide._package),
    "link": Guide._link,
    "press": Guide._press,
}
"""verb → what asks for the words that it needs."""
