"""`new`: a scenario to start from, which passes `check`, with the schema beside it.

It is the commented template, filled with the answers to a few questions where somebody is there to
answer them, or a copy of a scenario that exists.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rich.cells import cell_len

from game.instructor.fill import Keys, with_values
from game.instructor.paper import paper, tell
from game.scenario.library import ENDINGS, UnusableError, exists, find
from game.scenario.schema import schema_text
from game.scenario.words import RESERVED
from game.started import command, quoted
from game.summit.start import load_scenario

SCHEMA_NAME = "scenario.schema.json"
MODELINE = f"# yaml-language-server: $schema={SCHEMA_NAME}"

TEMPLATE = Path(__file__).with_name("template.yaml")

SIDES = ("east", "west")
"""The parties of the template."""

MOST_CELLS = {"title": 60, "place": 60, "date": 40, "name": 24}
"""So much of each has room where it is shown."""

LEAST_MINUTES, MOST_MINUTES = 5, 600

_MODELINE = re.compile(r"^#\s*yaml-language-server:.*$", re.MULTILINE)
_NAME = re.compile(r"[^\W\d_][\w’' .&()-]*")

Ask = Callable[[str], str]
"""Puts a question and returns what was typed."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What a new scenario is about; the template's own values are the defaults."""

    title: str = "The ferry line"
    names: tuple[str, str] = ("East Island", "West Island")
    place: str = "The harbour office"
    date: str = "3 March 2024"
    minutes: int = 40


def run_new(path: Path, source: str | None, extra: Sequence[Path] = ()) -> int:
    """Writes a new file, and the schema beside it.

    With `source`, a name from `list` or a path, a copy of that scenario under a title made of the
    file's name. Otherwise the template; on a terminal a few questions are asked first.
    """
    if exists(path):
        raise UnusableError(f"{path} exists already. Choose another name; nothing was changed.")
    if source is not None:
        text = copied(find(source, extra), path)
    elif sys.stdin.isatty() and sys.stdout.isatty():
        text = filled(asked(input))
    else:
        text = filled(Answers())
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        path.with_name(SCHEMA_NAME).write_text(schema_text() + "\n", encoding="utf-8")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UnusableError(f"{path} cannot be written: {reason}.") from error
    what = "a copy to change" if source is not None else "a scenario to start from"
    console = paper()
    tell(console, f"{path} is {what}; {SCHEMA_NAME} beside it is for your editor.")
    check, preview = (f"{command()} {word} {quoted(path)}" for word in ("check", "preview"))
    if path.suffix not in ENDINGS:
        tell(console, "Let its name end in .yaml: editors and the list of summits look for that.")
    tell(console, f"Next: {check}, and {preview} while you edit it.")
    return 0


def copied(source: Path, target: Path) -> str:
    """The text of a scenario under another title; FaultyScenarioError where it has faults."""
    load_scenario(source)
    text = with_values(source.read_text(encoding="utf-8-sig"), {("title",): title_of(target)})
    modeline = _MODELINE.search(text)
    if modeline is None:
        return f"{MODELINE}\n{text}"
    return f"{text[: modeline.start()]}{MODELINE}{text[modeline.end() :]}"


def title_of(path: Path) -> str:
    """A title made of a file's name: “two-rivers.yaml” is “Two rivers”."""
    words = "".join(c if c.isprintable() else " " for c in path.stem)
    words = re.sub(r"[-_\s]+", " ", words).strip() or "A summit"
    return (words[0].upper() + words[1:])[: MOST_CELLS["title"]]


# --- the questions --------------------------------------------------------------------------------


def asked(ask: Ask) -> Answers:
    """Asks what the summit is about; an empty answer, or no more answers, takes the default."""
    answers = Answers()
    print("A few questions; enter alone takes what stands in brackets.")
    try:
        answers = replace(answers, title=_line(ask, "Title", "title", answers.title))
        answers = replace(answers, names=_names(ask, answers.names))
        answers = replace(answers, place=_line(ask, "Where do they meet", "place", answers.place))
        answers = replace(answers, date=_line(ask, "On which day", "date", answers.date))
        answers = replace(answers, minutes=_minutes(ask, answers.minutes))
    except EOFError:
        print()
    return answers


def _line(ask: Ask, question: str, kind: str, default: str) -> str:
    while True:
        text = "".join(c for c in ask(f"{question} [{default}]: ") if c.isprintable()).strip()
        if not text:
            return default
        if cell_len(text) <= MOST_CELLS[kind]:
            return text
        print(f"That is too long: there is room for {MOST_CELLS[kind]} letters.")


def _names(ask: Ask, defaults: tuple[str, str]) -> tuple[str, str]:
    first = _name(ask, "Who is the host, a country or a body", defaults[0])
    while True:
        second = _name(ask, "And who comes", defaults[1])
        if second.casefold() != first.casefold():
            return first, second
        print("The two need different names.")


def _name(ask: Ask, question: str, default: str) -> str:
    while True:
        name = _line(ask, question, "name", default)
        if _NAME.fullmatch(name):
            return name
        print(
            "A name begins with a letter, and has letters, figures, blanks, - . ’ & and brackets."
        )


def _minutes(ask: Ask, default: int) -> int:
    while True:
        text = ask(f"How many minutes are on the clock [{default}]: ").strip()
        if not text:
            return default
        if text.isdecimal() and LEAST_MINUTES <= int(text[:4]) <= MOST_MINUTES:
            return int(text[:4])
        print(f"A whole number from {LEAST_MINUTES} to {MOST_MINUTES}, please.")


# --- the template ---------------------------------------------------------------------------------


def filled(answers: Answers) -> str:
    """The template with these answers in it: in its values, its examples and its ids."""
    given = Answers()
    ids = _ids(answers.names)
    # Ids before names, and all values last: what was answered may look like either.
    text = TEMPLATE.read_text(encoding="utf-8")
    text = _replaced(text, rf"(?<![\w-])(?:{'|'.join(SIDES)})(?=:|    )", SIDES, ids)
    text = _replaced(text, rf"\b(?:{'|'.join(given.names)})\b", given.names, answers.names)
    values: dict[Keys, str | int] = {
        ("title",): answers.title,
        ("meeting", "place"): answers.place,
        ("meeting", "date"): answers.date,
        ("meeting", "minutes"): answers.minutes,
        ("events", "storm", "at"): answers.minutes * 3 // 8,
    }
    for party, code, name, known in zip(ids, _codes(ids), answers.names, given.names, strict=True):
        values["parties", party, "code"] = code
        if name != known:
            values["parties", party, "name"] = name
            values["parties", party, "leader"] = f"Minister of {name}"
            values["parties", party, "address"] = f"The Minister of {name}"
    return with_values(text, values)


def _replaced(text: str, pattern: str, old: tuple[str, str], new: tuple[str, str]) -> str:
    pairs = dict(zip(old, new, strict=True))
    return re.sub(pattern, lambda found: pairs[found[0]], text)


def _ids(names: tuple[str, str]) -> tuple[str, str]:
    """Ids made of the names; the template's own where a name has no Latin letters."""
    known = dict(zip(Answers().names, SIDES, strict=True))
    first, second = (
        known.get(name) or (made if (made := _id(name))[:1].isalpha() else side)
        for name, side in zip(names, SIDES, strict=True)
    )
    return SIDES if first == second or {first, second} & RESERVED else (first, second)


def _codes(ids: tuple[str, str]) -> tuple[str, str]:
    """The first three letters of the ids; the template's own where those are alike."""
    first, second = (party.replace("_", "")[:3].upper() for party in ids)
    usable = first.isalpha() and second.isalpha() and first != second
    return (first, second) if usable and min(len(first), len(second)) > 1 else ("EAS", "WES")


def _id(name: str) -> str:
    """A name as an id: “Côte d’Or” is `cote_d_or`; empty where it has no Latin letters."""
    ascii_only = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", ascii_only.casefold()).strip("_")
