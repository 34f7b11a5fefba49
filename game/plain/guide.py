"""Numbered questions for whoever would rather choose than type: a move, word by word.

Every choice stands for words that could have been typed. Those of a whole move are played, those
of a part lead to the next question. Items keep their numbers of the agenda and options theirs of
the menu in every list; 0 is what stands apart: silence, or that a list is complete.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from game.plain.shorthand import has_words, items_in
from game.scenario.words import SILENCE
from game.summit.moves import ITEM_VERBS, Terms
from game.summit.notation import parse
from game.summit.session import Session
from game.summit.view import items_for
from game.wording import board, dossier, status
from game.wording.catalogue import IMPORTANCE
from game.wording.names import Names
from game.wording.press_lines import ASKED, PRESS_WORDS

SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Choice:
    """One numbered answer: what it says, the words it stands for, and whether they are whole."""

    number: int
    label: str
    words: str
    whole: bool = True
    name: str = ""
    """What may be typed instead of the number, besides the label: an id."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its numbered answers."""

    text: str
    choices: tuple[Choice, ...]
    reads: Callable[[str], str | None] | None = None
    """Makes words of an answer that is typed freely; the choices are then only a list to read."""


def pick(text: str, choices: Iterable[Choice]) -> Choice | None:
    """The choice that is meant: by number, by name, or by words of its label; None if not one."""
    wanted = text.strip().casefold()
    known = tuple(choices)
    if wanted.isdecimal():
        return next((c for c in known if c.number == int(wanted[:4])), None)
    for exact in known:
        if wanted == exact.name:
            return exact
    begins = [c for c in known if c.label.casefold().startswith(wanted)]
    found = begins or [c for c in known if has_words(wanted, f"{c.name} {c.label}")]
    return found[0] if wanted and len(found) == 1 else None


def called(text: str, choices: Iterable[Choice]) -> Choice | None:
    """The choice that is called so in full, or by the whole words with which its label begins.

    Where nothing was asked a slip must stand for nothing, so that beginnings are not enough.
    """
    words = text.casefold().split()
    found = [
        choice
        for choice in choices
        if [choice.name] == words or _words(choice.label)[: len(words)] == words
    ]
    return found[0] if words and len(found) == 1 else None


BEGUN = frozenset({"propose", "choices", "tiehands", "link", "acknowledge", "brief"})
"""Moves that can be begun in words and go on by questions."""


class Guide:
    """Asks for what a move still lacks, as the meeting stands now."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._scenario = session.scenario
        self._view = session.view()
        self._names = Names(session.scenario)
        self._numbers = {item: number for number, item in enumerate(self._view.items, start=1)}

    def ask(self, words: str) -> Question | None:
        """The next question on the way to a whole move; None where these words need no guide."""
        verb, *rest = words.split()
        asker = _ASKERS.get(verb)
        question = asker(self, verb, rest) if asker else None
        if question is None or not (question.choices or question.reads):
            return None
        return question

    # --- one item ---------------------------------------------------------------------------------

    def _item(self, verb: str, rest: Sequence[str]) -> Question | None:
        if rest:
            return None
        items = self._items_for(verb)
        choices = self._choose(items, lambda item: f"{verb} {item}", whole=True)
        return Question(f"{verb.capitalize()}: which item?", choices)

    def _items_for(self, verb: str) -> Sequence[str]:
        items = items_for(self._view, verb)
        if verb != "acknowledge" or self._view.aside is not None:
            return items
        named = self._view.acknowledged
        return [i for i in items if self._difficulties(i) and i not in named]

    def _difficulties(self, item: str) -> Sequence[str]:
        return dossier.shown_difficulties(self._view, self._scenario, item)

    def _choose(
        self, items: Iterable[str], words: Callable[[str], str], *, whole: bool = False
    ) -> tuple[Choice, ...]:
        return tuple(
            Choice(self._numbers[item], self._names.item(item), words(item), whole, item)
            for item in items
        )

    # --- an item, and more ------------------------------------------------------------------------

    def _explain(self, verb: str, rest: Sequence[str]) -> Question | None:
        if not rest:
            items = self._items_for(verb)
            return Question("Explain which item?", self._choose(items, lambda i: f"{verb} {i}"))
        words = " ".join((verb, *rest))
        if len(rest) == 1:
            levels = tuple(
                Choice(number, f"It {meaning}", f"{words} {level}", False, level)
                for number, (level, meaning) in enumerate(IMPORTANCE.items(), start=1)
            )
            return Question("How much does it matter to you?", levels)
        if len(rest) == 2:
            wishes = self._options(rest[0], lambda option: f"{words} {option}", whole=True)
            more = Choice(len(wishes), "Say no more", words, name="no more")
            return Question("What do you look for?", (*wishes, more))
        return None

    def _acknowledge(self, verb: str, rest: Sequence[str]) -> Question | None:
        if not rest:
            choices = self._choose(self._items_for(verb), lambda item: f"{verb} {item}")
            return Question("Their difficulty with which item?", choices)
        if len(rest) > 1 or rest[0] not in self._items_for(verb):
            return None
        texts = enumerate(self._difficulties(rest[0]), start=1)
        return Question(
            "Which difficulty do you believe they have?",
            tuple(Choice(n, text, f"{verb} {rest[0]} {n}") for n, text in texts),
        )

    # --- packages ---------------------------------------------------------------------------------

    def _package(self, verb: str, rest: Sequence[str]) -> Question | None:
        """Item, option, and again, until the package, or the last of several, is put forward."""
        earlier, current = _last_package(rest)
        named = [word.partition("=")[0] for word in current]
        if not all(self._can_follow(verb, word) for word in current):
            return None
        words = " ".join((verb, *rest))
        if current and not current[-1].partition("=")[2]:
            begun = words.removesuffix("=")
            options = self._options(named[-1], lambda o: f"{begun}={o}", whole=verb == "tiehands")
            return Question(f"{self._names.item(named[-1])}: which option?", options)
        items = [item for item in self._items_for(verb) if item not in named]
        more = self._choose(items, lambda item: f"{words} {item}=")
        label = f"{verb.capitalize()}, package {earlier + 1}" if earlier else verb.capitalize()
        if not current:
            return Question(f"{label}: which item first?", more)
        worth = status.worth_in_words(self._view, self._scenario, _terms(current))
        return Question(f"{worth} What next?", (*self._done(verb, words, earlier), *more))

    def _can_follow(self, verb: str, word: str) -> bool:
        """Whether a word is an item, open still, and an option of it, or none yet."""
        item, _, option = word.partition("=")
        known = item in self._items_for(verb)
        return known and option in ("", SILENCE, *self._view.items[item].options)

    def _done(self, verb: str, words: str, earlier: int) -> tuple[Choice, ...]:
        """What can be done with a package that is composed."""
        following = Choice(0, "Go on to the next package", f"{words} |", False, "next")
        if verb == "choices" and not earlier:
            return (following,)
        put = Choice(0, "Put it forward as it stands", words, name="done")
        if verb == "choices" and earlier == 1:
            number = len(self._numbers) + 1
            return put, Choice(number, "Add a third package", f"{words} |", False, "third")
        return (put,)

    def _options(
        self, item: str, words: Callable[[str], str], *, whole: bool
    ) -> tuple[Choice, ...]:
        found = board.options(self._view, self._scenario, item)
        return tuple(
            Choice(0 if option == SILENCE else number, label, words(option), whole, option)
            for number, (option, label) in enumerate(found, start=1)
        )

    def _link(self, verb: str, rest: Sequence[str]) -> Question | None:
        words = " ".join((verb, *rest))
        open_items = self._items_for(verb)
        if rest and rest[-1].endswith("="):
            item = rest[-1][:-1]
            if item not in open_items:
                return None
            options = self._options(item, lambda o: f"{words}{o}", whole="if" in rest)
            return Question(f"{self._names.item(item)}: which option?", options)
        if not rest:
            choices = self._choose(open_items, lambda item: f"{verb} {item}=")
            return Question("What could you give?", choices)
        items = [item for item in open_items if item != rest[0].partition("=")[0]]
        if len(rest) > 1 or not self._can_follow(verb, rest[0]):
            return None
        choices = self._choose(items, lambda item: f"{words} if {item}=")
        return Question("What would you want for it?", choices)

    # --- before and after -------------------------------------------------------------------------

    def _prepare(self, verb: str, rest: Sequence[str]) -> Question | None:
        """The preparation sheet, part by part; “skip” leaves a part empty."""
        words = " ".join((verb, *rest))
        filled = dict(word.partition("=")[::2] for word in rest)
        for key, text in RANKINGS.items():
            if key not in filled:
                return self._ranking(f"{text} “skip” leaves it out.", f"{words} {key}=")
        if "walk_away" not in filled:
            text = "What is the least that you would accept, in points? “skip” leaves it out."
            return Question(text, (), lambda typed: _number(typed, f"{words} walk_away="))
        return self._first_offer(words, filled.get("first", ""))

    def _first_offer(self, words: str, first: str) -> Question:
        file_it = Choice(0, "File the sheet", _filled(words), name="done")
        terms = [part.partition(":") for part in first.split(",") if part]
        if terms and not terms[-1][2]:
            item = terms[-1][0]
            options = self._options(item, lambda option: f"{words}{option}", whole=False)
            return Question(f"{self._names.item(item)}: which option?", options)
        named = [item for item, _, _ in terms]
        items = [item for item in self._items_for("prepare") if item not in named]
        start = f"{words}," if terms else f"{words} first="
        choices = self._choose(items, lambda item: f"{start}{item}:")
        text = "Your first offer: which item next?" if terms else "Your first offer: which item?"
        return Question(text, (file_it, *choices))

    def _guess(self, verb: str, rest: Sequence[str]) -> Question | None:
        if rest:
            return None
        return self._ranking("What mattered to them?", f"{verb} ", whole=True)

    def _ranking(self, text: str, words: str, *, whole: bool = False) -> Question:
        """Asks for the items in an order, which is typed in one line."""

        def read(typed: str) -> str | None:
            if typed == SKIP and not whole:
                return words
            found = items_in(typed, self._view, self._names)
            known = found and all(item in self._view.items for item in found)
            return words + ",".join(found) if known else None

        listed = self._choose(self._view.items, lambda item: item)
        how = "Type the numbers, what matters most first, as in 3 1 2."
        return Question(f"{text} {how}", listed, read)

    # --- the press --------------------------------------------------------------------------------

    def _brief(self, verb: str, rest: Sequence[str]) -> Question | None:
        view = self._view
        expected = [i for i in view.items if view.grades[view.space.item_index[i]] is not None]
        if not rest:
            choices = self._choose(expected, lambda item: f"{verb} {item}")
            return Question("A word to the press on which item?", choices)
        if len(rest) > 1 or rest[0] not in expected:
            return None
        ways = enumerate(("lower", "raise"), start=1)
        return Question(
            "Lower what they expect, or raise it?",
            tuple(Choice(n, way, f"{verb} {rest[0]} {way}") for n, way in ways),
        )

    def _press(self, verb: str, rest: Sequence[str]) -> Question | None:
        if rest:
            return None
        return Question(ASKED, open_ones(self._session, PRESS))


RANKINGS = {
    "own": "What matters to you?",
    "theirs": "What do you believe matters to them?",
}
"""The rankings of a preparation sheet."""


def _words(text: str) -> list[str]:
    return [word.strip(".,:;") for word in text.casefold().split()]


def _last_package(words: Sequence[str]) -> tuple[int, list[str]]:
    """How many packages stand before the last, and the words of that one."""
    earlier, current = 0, list[str]()
    for word in words:
        if word == "|":
            earlier, current = earlier + 1, []
        else:
            current.append(word)
    return earlier, current


def _terms(words: Iterable[str]) -> Terms:
    return tuple((item, option) for item, _, option in (word.partition("=") for word in words))


def _number(typed: str, words: str) -> str | None:
    if typed == SKIP:
        return words
    digits = typed.removeprefix("-")
    return words + typed if digits.isascii() and digits.isdecimal() and len(digits) < 5 else None


def _filled(words: str) -> str:
    """A preparation sheet without the parts that were left empty."""
    return " ".join(word for word in words.split() if not word.endswith("="))


def open_ones(session: Session, choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """Those of some whole moves that are allowed now; each keeps its number."""
    return tuple(choice for choice in choices if session.refusal(parse(choice.words)) is None)


PRESS = tuple(
    Choice(number, f"{words.name}: {words.effect}", f"press {words.line}", name=words.line)
    for number, words in enumerate(PRESS_WORDS, start=1)
)

_ASKERS: dict[str, Callable[[Guide, str, Sequence[str]], Question | None]] = {
    **dict.fromkeys(ITEM_VERBS, Guide._item),
    "explain": Guide._explain,
    "acknowledge": Guide._acknowledge,
    **dict.fromkeys(("propose", "choices", "tiehands"), Guide._package),
    "link": Guide._link,
    "prepare": Guide._prepare,
    "guess": Guide._guess,
    "brief": Guide._brief,
    "press": Guide._press,
}
"""verb → what asks for the words that it needs."""
