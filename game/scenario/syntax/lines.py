"""Faults of one line: its spaces, its colons, and the sign with which a value starts."""

from __future__ import annotations

import re
from itertools import pairwise

from game.scenario.diagnostics import Place
from game.scenario.hints import curly_hint
from game.scenario.intake import Fault, name_of
from game.scenario.refusals import missing_space, odd_indentation
from game.scenario.syntax.trouble import (
    GLUED,
    KEY,
    Trouble,
    indent,
    needs_quotes,
    short,
)

_ODD_SPACE = re.compile(r"\s*(?:-\s+)*[\w ]+:([^\S \t\n])")
_BULLET = re.compile(r"\s*([•‣⁃▪▫■□●○◦·–—−]) ")
MOST_FLUSH = 20
"""Lines without any indentation that a file may have before it seems to have lost it."""

_PAIR = r"[\w-]+:\s+[^\s,:][^,:]*"
_PAIRS = re.compile(
    rf"\(?\s*(?:{_PAIR}(?:,\s*{_PAIR})+|[\w-]+:\s+-?\d+)\s*\)?|[\w-]+:\s+(?:{{.*}}|\[.*\])"
)
"""What stands behind a key and is no text, but keys with values of their own."""


def odd_space(t: Trouble) -> Fault | None:
    """Tabs, no-break and ideographic spaces look like indentation and are none."""
    for number in dict.fromkeys((t.line, t.above, t.from_line)):
        if number is not None and (fault := odd_indentation(t.lines, number)):
            return fault
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
    if bullet := _BULLET.match(text):
        return Fault(
            "SYN11",
            Place(number + 1, bullet.start(1) + 1),
            f"This line starts with `{bullet[1]}`, which YAML does not know as the sign of a list.",
            "Start each entry of a list with a plain hyphen and a space: `- `.",
        )
    if not text.strip():
        return None
    return Fault(
        "SYN11",
        t.rest_of_line(number, indent(text)),
        "This line has no colon: it is neither `key: value` nor part of the text above.",
        _below_key(t, number)
        or "If it goes on with the text above, indent it further than the key of that text; if it "
        "is a key, put a colon after it."
        + curly_hint(text),
    )


def _below_key(t: Trouble, number: int) -> str:
    """Advice where an entry of a list lacks its hyphen, or sentences stand under a key without its
    sign `|`, one of them with a colon."""
    start, first = indent(t.line_at(number)), number
    while first > 0 and (indent(t.line_at(first - 1)) >= start or not t.line_at(first - 1).strip()):
        first -= 1
    if t.line_at(first).lstrip().startswith("- "):
        return "If it is an entry of the list, start it with a hyphen and a space: `- `."
    key, below = KEY.match(t.line_at(first - 1)), KEY.match(t.line_at(first))
    if first == 0 or key is None or t.line_at(first - 1)[key.end() :].strip():
        return ""
    if below is not None and " " not in below["key"]:
        return ""
    return f"A text of several lines needs a `|` behind its key: `{short(key['key'])}: |`."


def no_indentation(t: Trouble) -> Fault | None:
    """A whole file whose lines have lost the blanks at their beginnings."""
    filled = [n for n, line in enumerate(t.lines) if line.strip() and not line.startswith("#")]
    if len(filled) < MOST_FLUSH or any(indent(t.lines[n]) for n in filled):
        return None
    for number, below in pairwise(filled):
        key = KEY.match(t.lines[number])
        if key and not t.lines[number][key.end() :].strip():
            return Fault(
                "SYN10",
                t.rest_of_line(below, 0),
                "From here on no line is indented: were the blanks lost in copying?",
                "Copy the file as plain text once more. What belongs to the key above stands two "
                "blanks further to the right.",
            )
    return None


def special_start(t: Trouble) -> Fault | None:
    if t.text.lstrip().startswith("```"):
        return Fault(
            "SYN07",
            t.rest_of_line(t.line, indent(t.text)),
            "This line is the frame of an example on a page and does not belong to the file.",
            "Delete it, and the one like it at the end.",
        )
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
