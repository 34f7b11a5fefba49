"""Faults of one line: its spaces, its colons, and the sign with which a value starts."""

from __future__ import annotations

import re

from game.scenario.diagnostics import Place
from game.scenario.intake import Fault, name_of
from game.scenario.refusals import missing_space
from game.scenario.syntax.trouble import (
    GLUED,
    KEY,
    Trouble,
    curly_hint,
    indent,
    needs_quotes,
    short,
)

_ODD_INDENT = re.compile(r" *([^\S \n])")
_ODD_SPACE = re.compile(r"\s*(?:-\s+)*[\w ]+:([^\S \t\n])")
_PAIR = r"[\w-]+:\s+[^\s,:][^,:]*"
_PAIRS = re.compile(rf"\(?\s*(?:{_PAIR}(?:,\s*{_PAIR})+|[\w-]+:\s+-?\d+)\s*\)?")


def odd_space(t: Trouble) -> Fault | None:
    """Tabs, no-break and ideographic spaces look like indentation and are none."""
    for number in dict.fromkeys((t.line, t.above, t.from_line)):
        if number is not None and (match := _ODD_INDENT.match(t.line_at(number))):
            character = match[1]
            name = (
                "A tab"
                if character == "\t"
                else f"A character that is no plain space ({name_of(character)})"
            )
            more = sum(_ODD_INDENT.match(line) is not None for line in t.lines[number + 1 :])
            others = f" and of {more} more" if more else ""
            return Fault(
                "SYN05",
                Place(number + 1, match.start(1) + 1),
                f"{name} stands in the indentation of this line{others}.",
                "Indent with plain spaces, two for each level; most editors can turn tabs into "
                "spaces.",
            )
    if "'\\t'" in t.problem or "tab character" in t.problem:
        return Fault(
            "SYN05",
            t.here(),
            "A tab stands where only spaces may stand.",
            "Replace it with plain spaces.",
        )
    return None


def colon(t: Trouble) -> Fault | None:
    if not t.problem.startswith("mapping values are not allowed"):
        return None
    key = KEY.match(t.text)
    if key and key.start("colon") < t.column:
        return _second_colon(t, key)
    if glued := re.match(r"\s*-[^\s-]", t.text):
        return missing_space(t.place(t.line, glued.end() - 2, 1), "hyphen")
    if t.above is None:
        return None
    above = t.line_at(t.above)
    key_above = KEY.match(above)
    if key_above is None:
        return _no_colon(t, t.above)
    start = indent(t.text)
    if start > indent(above):
        return Fault(
            "SYN10",
            t.rest_of_line(t.line, start),
            "This line stands further to the right than the one above, which has a value already.",
            f"Start it in the same column as `{short(key_above['key'])}`. If it goes on with the "
            "text above, put that text in quotation marks, because of the colon.",
        )
    return None


def _second_colon(t: Trouble, key: re.Match[str]) -> Fault:
    value = t.text[key.end() :].rstrip()
    if _PAIRS.fullmatch(value):
        advice = (
            "If these are keys with values of their own, put braces around them: "
            f"{short(key['key'])}: {{{value.strip(' ()')}}}"
        )
    elif '"' in value:
        advice = "Put the whole value in quotation marks: '…'."
    elif len(value) <= 50:
        advice = f'Put the whole value in quotation marks: {short(key["key"])}: "{value}"'
    else:
        advice = 'Put the whole value in quotation marks: "…".'
    return Fault(
        "SYN06",
        t.here(),
        "A second colon with a space after it: the text of this value would end here.",
        advice + curly_hint(value),
    )


def missing_colon(t: Trouble) -> Fault | None:
    if "could not find expected ':'" not in t.problem:
        return None
    return _no_colon(t, t.from_line)


def _no_colon(t: Trouble, number: int) -> Fault | None:
    """A line which should be `key: value` and has no colon that counts."""
    text = t.line_at(number)
    if match := re.search("[：﹕︓]", text):
        return Fault(
            "SYN11",
            Place(number + 1, match.start() + 1),
            "This is a full-width colon, which YAML does not know.",
            "Type a plain colon and a space: `: `.",
        )
    if odd := _ODD_SPACE.match(text):
        return Fault(
            "SYN11",
            Place(number + 1, odd.start(1) + 1),
            f"After this colon stands no plain space, but {name_of(odd[1])}.",
            "Delete it and type a space; it often comes along when text is pasted.",
        )
    if glued := GLUED.match(text):
        return missing_space(Place(number + 1, glued.end("key") + 1), "colon")
    if match := re.match(r"\s*-[^\s-]", text):
        return missing_space(Place(number + 1, match.end() - 1), "hyphen")
    if not text.strip():
        return None
    return Fault(
        "SYN11",
        t.rest_of_line(number, indent(text)),
        "This line has no colon: it is neither `key: value` nor part of the text above.",
        "If it goes on with the text above, indent it further than the key of that text; if it is "
        "a key, put a colon after it." + curly_hint(text),
    )


def special_start(t: Trouble) -> Fault | None:
    match = re.match(r"found character '(.+)' that cannot start any token", t.problem)
    if match:
        return needs_quotes(t, t.line, t.column)
    if t.context.endswith("a block scalar"):
        sign = t.line_at(t.from_line)[t.from_column : t.from_column + 1]
        return Fault(
            "SYN07",
            t.here(),
            f"After `{sign}` the text must start on the next line.",
            "Move the text to the next line, indented further than its key; or leave the sign out "
            "and put the text in quotation marks.",
        )
    if t.problem.startswith("mapping keys are not allowed"):
        return needs_quotes(t, t.line, t.column)
    if t.context.endswith("a directive"):
        return needs_quotes(t, t.from_line, t.from_column)
    unexpected = t.problem.startswith("expected the node content") and t.found in (",", "]", "}")
    if unexpected and KEY.match(t.before):
        return needs_quotes(t, t.line, t.column)
    return None


def extras(t: Trouble) -> Fault | None:
    """Anchors, aliases and tags, which a scenario may not have in any case."""
    scanning = re.search(r"an? (alias|anchor|tag)$", t.context)
    if scanning or "tag handle" in t.problem:
        return needs_quotes(t, t.from_line, t.from_column, code="SYN15")
    if t.found in ("<anchor>", "<alias>", "<tag>"):
        return needs_quotes(t, t.line, t.column, code="SYN15")
    return None
