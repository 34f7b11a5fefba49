"""Numbered answers, and which of them is meant by what is typed.

Every choice stands for words that could have been typed. Those of a whole move are played, those
of a part lead to the next question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from game.plain.shorthand import has_words


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
    wants: str = ""
    """What such an answer has to be, for one that is not."""
    own_words: bool = False
    """Whether anything that is typed is the answer, also what is a word of the game elsewhere."""


def pick(text: str, choices: Iterable[Choice]) -> Choice | None:
    """The choice that is meant; None where it is not one."""
    found = fitting(text, choices)
    return found[0] if len(found) == 1 else None


def not_picked(text: str, choices: Iterable[Choice]) -> str:
    """Why an answer is none of the choices, in a sentence."""
    what = "fits several of these" if fitting(text, choices) else "is none of these"
    return f"“{text[:40]}” {what}."


def fitting(text: str, choices: Iterable[Choice]) -> list[Choice]:
    """The choices that may be meant: by number, by name, or by words of the label."""
    wanted = text.strip().casefold()
    known = tuple(choices) if wanted else ()
    if wanted.isdecimal():
        return [c for c in known if c.number == int(wanted[:4])]
    exact = [c for c in known if wanted == c.name]
    begins = exact or [c for c in known if c.label.casefold().startswith(wanted)]
    return begins or [c for c in known if has_words(wanted, f"{c.name} {c.label}")]


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


def numbers_of(choices: Sequence[Choice]) -> str:
    """“1 to 12”, or “2, 3, 5” where some are left out."""
    first, last = choices[0].number, choices[-1].number
    if last - first == len(choices) - 1 > 1:
        return f"{first} to {last}"
    return ", ".join(f"{choice.number}" for choice in choices)


def _words(text: str) -> list[str]:
    return [word.strip(".,:;") for word in text.casefold().split()]
