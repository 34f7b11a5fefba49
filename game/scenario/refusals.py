"""What YAML would allow and a scenario may not have: each as a finding with its way out."""

from __future__ import annotations

from game.scenario.diagnostics import Place
from game.scenario.hints import shown
from game.scenario.intake import Fault, name_of
from game.started import command

MAX_DEPTH = 32
"""A scenario needs about 12; CSafeLoader ends the process at some 50,000."""

MAX_NODES = 100_000
"""Keys and values; a scenario of 4,000 lines has about 10,000."""


def empty_file() -> Fault:
    return Fault(
        "SYN19",
        Place(1, 1),
        "The file is empty.",
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


def comma_in_text(place: Place, key: str) -> Fault:
    """What follows a comma in braces and has no colon: the rest of the text before it."""
    return Fault(
        "SYN24",
        place,
        f"The comma before this ends the text of `{shown(key)}`.",
        "A text with a comma needs quotation marks inside { }. "
        f'Put the whole text in them: {shown(key)}: "…". Several words of a list stand in square '
        f"brackets: {shown(key)}: [one, two]. If a key is meant here, it lacks its colon and its "
        "value.",
    )
