"""Faults of what comes in pairs: brackets and quotation marks."""

from __future__ import annotations

import re

from game.scenario.diagnostics import Place
from game.scenario.intake import Fault
from game.scenario.syntax.blocks import after_quote
from game.scenario.syntax.trouble import Trouble

_NO_COMMA = re.compile(r":\s*-?\d+\s*[ ;]\s*(?P<key>[\w-]+)\s*$")
"""A number and a key after it, with no comma between."""


def brackets(t: Trouble) -> Fault | None:
    match = re.match(r"expected ',' or '([}\]])'", t.problem)
    if match is None:
        return _no_value(t)
    closing = match[1]
    if t.found == "<stream end>" or (t.line != t.from_line and t.found == ":"):
        opened = "{" if closing == "}" else "["
        return _unclosed(t.origin(), f"This bracket `{opened}` is never closed.")
    if t.found == ":":
        return _colon_inside(t)
    if t.found in ("}", "]"):
        return Fault(
            "SYN12",
            t.here(),
            f"`{t.found}` does not close the bracket that was opened last; `{closing}` would.",
            "Every { needs its } and every [ its ]. Text with brackets needs quotation marks.",
        )
    return after_quote(t) or Fault(
        "SYN12",
        t.here(),
        f"A comma or `{closing}` is missing here.",
        "Entries in brackets are separated by commas. If the brackets are meant as text, put the "
        "whole value in quotation marks.",
    )


def _no_value(t: Trouble) -> Fault | None:
    """The text ends inside brackets, or something else stands there where a value should."""
    if "flow" in t.context and t.found == "<stream end>":
        return _unclosed(t.here(), "A bracket above is never closed.")
    if number := re.match(r"-\s+(\d+)", t.text[t.column :]):
        return Fault(
            "SYN12",
            t.place(t.line, t.column, number.end()),
            "A hyphen and a space stand where a value should.",
            f"A number below 0 is written with nothing between: -{number[1]}.",
        )
    if t.problem.startswith("expected the node content") and t.found in (",", "]", "}"):
        return Fault(
            "SYN12",
            t.here(),
            f"`{t.found}` stands where a value should.",
            "Delete it, or write the value before it.",
        )
    return None


def _colon_inside(t: Trouble) -> Fault:
    """A colon that ends no key: a comma is missing before its key, or it belongs to a text."""
    if missing := _NO_COMMA.search(t.before):
        return Fault(
            "SYN12",
            Place(t.line + 1, missing.start("key") + 1, len(missing["key"])),
            f"A comma is missing before `{missing['key']}`.",
            "Entries in brackets are separated by commas.",
        )
    return Fault(
        "SYN06",
        t.here(),
        "A second colon with a space after it, inside brackets.",
        "Put the text with the colon in quotation marks; or is a comma missing before it?",
    )


def _unclosed(place: Place, message: str) -> Fault:
    return Fault(
        "SYN12",
        place,
        message,
        "Close it at the end of the value. If it is meant as text, put the whole value in "
        "quotation marks.",
    )


def quotes(t: Trouble) -> Fault | None:
    if "quoted scalar" not in t.context:
        return None
    if "escape" in t.problem or "hexadecimal" in t.problem:
        return Fault(
            "SYN20",
            t.place(t.line, max(0, t.text.rfind("\\", 0, t.column + 1)), 2),
            'A backslash inside "…" starts an escape, and this one does not exist.',
            "Write two backslashes for one, or use '…' around the text.",
        )
    quote = t.line_at(t.from_line)[t.from_column : t.from_column + 1] or '"'
    return Fault(
        "SYN08",
        t.origin(),
        f"This quotation mark {quote} is never closed.",
        f"Put another {quote} at the end of the text."
        + (" An apostrophe inside '…' is written twice, as ''." if quote == "'" else ""),
    )
