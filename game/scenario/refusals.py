"""What YAML would allow and a scenario may not have: each as a finding with its way out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from game.scenario.diagnostics import Place
from game.scenario.hints import curly_hint, shown
from game.scenario.intake import Fault, name_of
from game.started import command

_ODD_INDENT = re.compile(r" *([^\S \n])")

MAX_DEPTH = 32
"""A scenario needs about 12; CSafeLoader ends the process at some 50,000."""

MAX_NODES = 100_000
"""Keys and values; a scenario of 4,000 lines has about 10,000."""


def empty_file(text: str) -> Fault:
    return Fault(
        "SYN19",
        Place(1, 1),
        "The file has nothing but comments." if text.strip() else "The file is empty.",
        f"`{command()} new FILE` writes a scenario to start from.",
    )


def second_document(place: Place) -> Fault:
    return Fault(
        "SYN16",
        place,
        "A line of three hyphens starts a second document here.",
        "A file holds one scenario: delete the line `---`.",
    )


def key_twice(place: Place, key: str, first: Place) -> Fault:
    return Fault(
        "SYN14",
        place,
        f"`{shown(key)}` stands twice in this block; the first is on line {first.line}, "
        f"column {first.column}.",
        "Delete one of the two, or give one another name.",
    )


def file_twice(place: Place, key: str) -> Fault:
    return Fault(
        "SYN14",
        place,
        f"`{shown(key)}` stands twice: a second file seems to begin here.",
        "Was the text pasted twice? Delete one of the two copies.",
    )


def no_key(place: Place) -> Fault:
    return Fault("SYN18", place, "A key is missing before this colon.", "Write `key: value`.")


def block_as_key(place: Place) -> Fault:
    return Fault(
        "SYN18",
        place,
        "A key must be a word, not a list or a block in brackets.",
        "If this is meant as text, put it in quotation marks.",
    )


def too_deep(place: Place) -> Fault:
    return Fault(
        "SYN17",
        place,
        f"Blocks stand within blocks more than {MAX_DEPTH} deep here.",
        "A scenario needs about twelve levels. Is a bracket or the indentation wrong?",
    )


def too_many(place: Place) -> Fault:
    return Fault(
        "SYN17",
        place,
        f"The file has more than {MAX_NODES:,} entries.",
        "Is it the right file? A long summit has about 10,000.",
    )


def alias(place: Place) -> Fault:
    return Fault(
        "SYN15",
        place,
        "A value that starts with `*` would repeat another part of the file, which a scenario "
        "may not do.",
        "If it is meant as text, put the whole value in quotation marks.",
    )


def anchor_or_tag(place: Place, sign: str) -> Fault:
    return Fault(
        "SYN15",
        place,
        f"A value that starts with `{sign}` has a meaning of its own in YAML, which a "
        "scenario may not use.",
        "If it is meant as text, put the whole value in quotation marks.",
    )


def invisible_escape(place: Place, character: str) -> Fault:
    return Fault(
        "SYN04",
        place,
        f"This text writes an invisible character that a scenario may not have: "
        f"{name_of(character)}.",
        "Delete the escape, which starts with a backslash.",
    )


def cut_by_comment(place: Place) -> Fault:
    return Fault(
        "SYN23",
        place,
        "What stands after ` #` is a comment and not part of the text.",
        "If it belongs to the text, put the whole value in quotation marks; if it is a "
        "comment, leave a space after the `#`.",
        severity="warning",
    )


def lost_to_comment(place: Place, key: str) -> Fault:
    return Fault(
        "SYN25",
        place,
        f"`{shown(key)}` has no value: what starts with `#` is a comment.",
        "If it is meant as text, put the whole value in quotation marks; if it is a comment, "
        "leave a space after the `#`.",
    )


def missing_space(place: Place, after: str) -> Fault:
    example = "`key: value`" if after == "colon" else "`- text`"
    return Fault(
        "SYN11", place, f"A space is missing after the {after}.", f"Write {example} with a space."
    )


def comma_in_text(place: Place, key: str, text: str) -> Fault:
    """What follows a comma in braces and has no colon: the rest of the text before it."""
    return Fault(
        "SYN24",
        place,
        f"The comma before this ends the text of `{shown(key)}`.",
        "A text with a comma needs quotation marks inside { }. "
        f'Put the whole text in them: {shown(key)}: "…". Several words of a list stand in square '
        f"brackets: {shown(key)}: [one, two]. If a key is meant here, it lacks its colon and its "
        f"value.{curly_hint(text)}",
    )


def comma_in_number(place: Place, key: str, number: int) -> Fault:
    """What follows a comma in braces and is but figures: the decimals of the number before it."""
    return Fault(
        "SYN24",
        place,
        f"The comma before this ends the number of `{shown(key)}`.",
        f"Numbers are whole: write {number} or {number + 1}. If a key is meant here, it lacks its "
        "colon and its value.",
    )


def odd_indentation(lines: Sequence[str], number: int) -> Fault | None:
    """A tab, a no-break or an ideographic space in front of a line, by its number from 0."""
    match = _ODD_INDENT.match(lines[number]) if number < len(lines) else None
    if match is None:
        return None
    sign = match[1]
    name = "A tab" if sign == "\t" else f"A character that is no plain space ({name_of(sign)})"
    more = sum(_ODD_INDENT.match(line) is not None for line in lines[number + 1 :])
    others = f" and of {more} more" if more else ""
    return Fault(
        "SYN05",
        Place(number + 1, match.start(1) + 1),
        f"{name} stands in the indentation of this line{others}.",
        "Indent with plain spaces, two for each level; most editors can turn tabs into spaces.",
    )
