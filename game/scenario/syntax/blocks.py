"""Faults of blocks: a line that fits no block, a list among keys, a second beginning."""

from __future__ import annotations

import re

from game.scenario.diagnostics import Place
from game.scenario.intake import Fault
from game.scenario.refusals import missing_space
from game.scenario.syntax.trouble import KEY, Trouble, indent, needs_quotes


def block_end(t: Trouble) -> Fault | None:
    if not t.problem.startswith("expected <block end>"):
        return None
    if t.found in ("}", "]"):
        return Fault(
            "SYN12",
            t.here(),
            f"This closing bracket `{t.found}` has no opening one.",
            "Delete it. If it is meant as text, put the whole value in quotation marks.",
        )
    if not t.before.strip(" -"):
        return _misplaced_line(t)
    return after_quote(t) or _bracket_start(t)


def _misplaced_line(t: Trouble) -> Fault:
    place = t.rest_of_line(t.line, t.column)
    for number in (t.line, t.above):
        if number is not None and (glued := re.match(r"\s*-[^\s\d-]", t.line_at(number))):
            return missing_space(Place(number + 1, glued.end() - 1), "hyphen")
    same_level = t.column == t.from_column
    if same_level and t.found == "-":
        return Fault(
            "SYN13",
            place,
            "A list entry, which starts with a hyphen, stands among keys.",
            "Indent the list under its key, or take the hyphen away.",
        )
    if same_level and t.context.endswith("collection"):
        return Fault(
            "SYN13",
            place,
            "A key stands among the entries of a list, which all start with a hyphen.",
            f"If it belongs to the entry above, start it in column {t.column + 3}, where the words "
            "of that entry start; if it is an entry, start it with `- `; else move it to the left.",
        )
    columns = _levels_above(t)
    hint = f" Above, blocks start in {_columns(columns)}." if columns else ""
    return Fault(
        "SYN10",
        place,
        "The indentation of this line fits no block above it.",
        "Start it in exactly the same column as its neighbours of the same kind." + hint,
    )


def _levels_above(t: Trouble) -> list[int]:
    """The columns in which the blocks around this line start, outermost first."""
    levels: list[int] = []
    limit = 10_000
    for number in range(t.line - 1, -1, -1):
        line = t.line_at(number)
        if line.strip() and not line.lstrip().startswith("#") and indent(line) < limit:
            limit = indent(line)
            levels.append(limit + 1)
        if limit == 0 or len(levels) == 6:
            break
    return levels[::-1]


def _columns(columns: list[int]) -> str:
    if len(columns) == 1:
        return f"column {columns[0]}"
    return f"columns {', '.join(map(str, columns[:-1]))} and {columns[-1]}"


def after_quote(t: Trouble) -> Fault | None:
    quote = t.before.rstrip()[-1:]
    if quote not in ("'", '"'):
        return None
    if unclosed := _opened_above(t, quote):
        return unclosed
    return Fault(
        "SYN09",
        t.rest_of_line(t.line, t.column),
        f"The value ended at the quotation mark {quote}, and text follows.",
        _marks_inside(quote),
    )


def _opened_above(t: Trouble, quote: str) -> Fault | None:
    """A text that lacks its last quotation mark, and so goes on to the first mark of another."""
    if quote in t.before.rstrip()[:-1]:
        return None
    for number in range(t.line - 1, -1, -1):
        line = t.line_at(number)
        column = line.rfind(quote)
        if column < 0:
            continue
        if not line[:column].rstrip().endswith((":", "-", "{", "[", ",")):
            return None
        return Fault(
            "SYN08",
            t.rest_of_line(number, column),
            f"This quotation mark {quote} is closed only on line {t.line + 1}.",
            f"Put another {quote} at the end of the text. {_marks_inside(quote)}",
        )
    return None


def _marks_inside(quote: str) -> str:
    if quote == "'":
        return "An apostrophe in '…' is written twice, as ''; or use \"…\" around the text."
    return "Put '…' around the whole value, or write \\\" for each mark inside."


def _bracket_start(t: Trouble) -> Fault | None:
    key = KEY.match(t.before)
    if key is None or t.text[key.end() : key.end() + 1] not in ("[", "{"):
        return None
    end = t.before.rstrip()[-1:]
    if end in ("}", "]"):
        return Fault(
            "SYN12",
            t.rest_of_line(t.line, t.column),
            f"The value ended at the bracket `{end}`, and text follows.",
            "Move what follows inside the brackets, or to a line of its own. If the brackets are "
            "meant as text, put the whole value in quotation marks.",
        )
    return needs_quotes(t, t.line, key.end())


def list_after_key(t: Trouble) -> Fault | None:
    if not t.problem.startswith("sequence entries are not allowed"):
        return None
    if KEY.match(t.before):
        return Fault(
            "SYN13",
            t.here(),
            "A list cannot start on the line of its key.",
            "Start each entry on a line of its own, indented under the key; a text that starts "
            "with a hyphen needs quotation marks.",
        )
    return Fault(
        "SYN10",
        t.rest_of_line(t.line, t.column),
        "A list entry stands here although the line above has a value already.",
        "Does the line above lack its value's end, or does this line stand too far to the right?",
    )


def second_start(t: Trouble) -> Fault | None:
    if not t.problem.startswith("expected '<document start>'"):
        return None
    if t.text.startswith("%"):
        return needs_quotes(t, t.line, 0)
    return Fault(
        "SYN21",
        t.here(),
        "The file's content ended before this line.",
        "The whole file is one block of keys that start in column 1. Look at the line above for a "
        "missing colon or a bracket too many.",
    )
