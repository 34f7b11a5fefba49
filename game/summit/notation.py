"""Moves in words: the notation of plain mode, `--moves`, journals, completion and docs.

    propose line=joint_review us_ties=consult_first
    choices line=a us_ties=b | line=c
    link abductions=by_name if line=joint_review
    explain line high joint_review
    acknowledge line 2

`write(parse(text))` gives the same move in its one written form.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import get_args

from game.summit.moves import (
    ITEM_VERBS,
    VERBS,
    Accept,
    Acknowledge,
    BriefPress,
    Choices,
    Decline,
    Direction,
    Explain,
    Guess,
    Importance,
    ItemMove,
    Link,
    Move,
    Prepare,
    Press,
    PressLine,
    Propose,
    Reflect,
    Term,
    Terms,
    TieHands,
)

MOST_TEXT = 4000
"""Longest line that is read, in characters."""

TERM = re.compile(r"^([a-z0-9_]+)=([a-z0-9_]+)$")
IMPORTANCES: tuple[Importance, ...] = get_args(Importance)
PRESS_LINES: tuple[PressLine, ...] = get_args(PressLine)
DIRECTIONS: tuple[Direction, ...] = get_args(Direction)
NAMES_ITEM = frozenset({*ITEM_VERBS, "explain", "acknowledge", "decline", "brief"})
"""Verbs of which the first word names an item."""
EXPLAIN = "explain ITEM high|medium|low OPTION"


class NotationError(ValueError):
    """A line that is no move; the text says what was expected, in words for a player."""


def parse(text: str) -> Move:
    """The move that a line of notation stands for; NotationError where it stands for none."""
    words = text[:MOST_TEXT].split()
    if not words:
        raise NotationError("Nothing was typed. Type a move.")
    verb, rest = words[0].lower(), words[1:]
    if verb not in VERBS:
        raise NotationError(f"“{verb[:40]}” is not a move.{_meant(verb[:40])}")
    if verb == Reflect.verb:
        return Reflect(text=text.strip()[len(verb) :].strip())
    rest = [word.lower() for word in rest]
    if verb in _READERS:
        return _READERS[verb](rest)
    if rest:
        raise NotationError(f"“{verb}” stands alone, without further words.")
    return VERBS[verb]()


def _meant(word: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, VERBS, n=1, cutoff=0.75)
    return f" Did you mean “{near[0]}”?" if near else ""


def write(move: Move) -> str:
    """The notation of a move."""
    return (
        f"{move.verb} {_WRITERS[move.verb](move)}".rstrip() if move.verb in _WRITERS else move.verb
    )


def read_terms(words: list[str], form: str = "propose ITEM=OPTION") -> Terms:
    """`item=option` words as a package."""
    if not words:
        raise NotationError(f"Name at least one item and option: {form}")
    return tuple(_term(word) for word in words)


def write_terms(terms: Terms) -> str:
    """A package as `item=option` words."""
    return " ".join(f"{item}={option}" for item, option in terms)


def _term(word: str) -> Term:
    match = TERM.match(word)
    if match is None:
        raise NotationError(f"“{word[:60]}” should read item=option.")
    return match[1], match[2]


def _one_item(kind: type[ItemMove]) -> Callable[[list[str]], Move]:
    def read(words: list[str]) -> Move:
        if len(words) != 1:
            raise NotationError(f"“{kind.verb}” takes one item: {kind.verb} ITEM")
        return kind(item=words[0])

    return read


def _choices(words: list[str]) -> Move:
    packages: list[list[str]] = [[]]
    for word in words:
        if word == "|":
            packages.append([])
        else:
            packages[-1].append(word)
    form = "choices ITEM=OPTION | ITEM=OPTION"
    return Choices(packages=tuple(read_terms(package, form) for package in packages))


def _link(words: list[str]) -> Move:
    if len(words) != 3 or words[1] != "if":
        raise NotationError(
            "A link reads: link what_you_give if what_you_want, each as ITEM=OPTION"
        )
    return Link(give=_term(words[0]), want=_term(words[2]))


def _explain(words: list[str]) -> Move:
    if not 1 <= len(words) <= 3:
        raise NotationError(f"Explain an item: {EXPLAIN}")
    importance: Importance | None = None
    option = None
    for word in words[1:]:
        if word in IMPORTANCES and importance is None:
            importance = word
        elif option is None:
            option = word
        else:
            # Of two words that could be the option, the first stands where the degree should.
            raise NotationError(f"“{words[1][:40]}” should be high, medium or low: {EXPLAIN}")
    return Explain(item=words[0], importance=importance, option=option)


def _accept(words: list[str]) -> Move:
    return Accept(number=_number(words[0])) if words else Accept()


def _decline(words: list[str]) -> Move:
    item, nearer = None, None
    for word in words:
        if word.isdigit():
            nearer = _number(word)
        else:
            item = word
    return Decline(item=item, nearer=nearer)


def _acknowledge(words: list[str]) -> Move:
    if len(words) != 2:
        raise NotationError("Name an item and one of its difficulties: acknowledge ITEM NUMBER")
    return Acknowledge(item=words[0], number=_number(words[1]))


def _tie_hands(words: list[str]) -> Move:
    if len(words) != 1:
        raise NotationError("Bind yourself to one option: tiehands ITEM=OPTION")
    item, option = _term(words[0])
    return TieHands(item=item, option=option)


def _brief(words: list[str]) -> Move:
    if len(words) != 2 or words[1] not in DIRECTIONS:
        raise NotationError("Say which way: brief ITEM lower, or brief ITEM raise")
    return BriefPress(item=words[0], direction="lower" if words[1] == "lower" else "raise")


def _press(words: list[str]) -> Move:
    for line in PRESS_LINES:
        if words == [line]:
            return Press(line=line)
    raise NotationError("The press line is one of: press claim, press share, press little")


def _guess(words: list[str]) -> Move:
    return Guess(theirs=_ids(" ".join(words)))


def _prepare(words: list[str]) -> Move:
    own: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()
    first: list[Term] = []
    walk_away = None
    for word in words:
        key, _, value = word.partition("=")
        if key == "own":
            own = _ids(value)
        elif key == "theirs":
            theirs = _ids(value)
        elif key == "walk_away":
            walk_away = _number(value)
        elif key == "first":
            first += [_term(part.replace(":", "=")) for part in value.split(",") if part]
        else:
            raise NotationError(
                "A preparation sheet reads: prepare own=A,B theirs=B,A walk_away=N "
                "first=A:OPTION,B:OPTION"
            )
    return Prepare(own=own, theirs=theirs, first_offer=tuple(first), walk_away=walk_away)


def _ids(text: str) -> tuple[str, ...]:
    return tuple(part for part in re.split(r"[,\s]+", text) if part)


def _number(word: str) -> int:
    if not re.fullmatch(r"-?[0-9]{1,4}", word):
        raise NotationError(f"“{word[:40]}” should be a number.")
    return int(word)


_READERS: dict[str, Callable[[list[str]], Move]] = {
    "propose": lambda words: Propose(terms=read_terms(words)),
    "choices": _choices,
    "link": _link,
    "accept": _accept,
    "decline": _decline,
    "explain": _explain,
    "acknowledge": _acknowledge,
    "tiehands": _tie_hands,
    "brief": _brief,
    "press": _press,
    "guess": _guess,
    "prepare": _prepare,
    **{verb: _one_item(kind) for verb, kind in ITEM_VERBS.items()},
}
"""verb → what makes the move of the words after it; a verb that is not here stands alone."""


def _write_prepare(move: Prepare) -> str:
    first = ",".join(f"{item}:{option}" for item, option in move.first_offer)
    parts = {
        "own": ",".join(move.own),
        "theirs": ",".join(move.theirs),
        "walk_away": "" if move.walk_away is None else str(move.walk_away),
        "first": first,
    }
    return " ".join(f"{key}={value}" for key, value in parts.items() if value)


def _words(*parts: object) -> str:
    return " ".join(str(part) for part in parts if part is not None)


_WRITERS: dict[str, Callable[..., str]] = {
    "propose": lambda m: write_terms(m.terms),
    "choices": lambda m: " | ".join(write_terms(terms) for terms in m.packages),
    "link": lambda m: f"{write_terms((m.give,))} if {write_terms((m.want,))}",
    "accept": lambda m: "" if m.number == 1 else str(m.number),
    "decline": lambda m: _words(m.item, m.nearer),
    "explain": lambda m: _words(m.item, m.importance, m.option),
    "acknowledge": lambda m: _words(m.item, m.number),
    "tiehands": lambda m: f"{m.item}={m.option}",
    "brief": lambda m: _words(m.item, m.direction),
    "press": lambda m: m.line,
    "guess": lambda m: ",".join(m.theirs),
    "reflect": lambda m: " ".join(m.text.split()),
    "prepare": _write_prepare,
    **dict.fromkeys(ITEM_VERBS, lambda m: m.item),
}
"""verb → the words after it that stand for a move."""
