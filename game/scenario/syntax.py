"""What a YAML parser found wrong, said to people who do not know YAML.

Only the first fault of syntax in a file can be had, so it should count: a parser says where it was
stopped, while the cause is often a quotation mark, a colon or the indentation a little earlier.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import yaml

from game.scenario.diagnostics import Place
from game.scenario.intake import Fault, name_of

_KEY = re.compile(
    r"""(?P<indent>\s*)(?P<dashes>(?:-\s+)*)
        (?P<key>"[^"]*"|'[^']*'|[^\s"'\[\]{},#&*!|>%@`-][^\n]*?|-[^\s:][^\n]*?)
        \s*(?P<colon>:)(?P<space>\s+|$)""",
    re.VERBOSE,
)
_GLUED = re.compile(r"""\s*(?:-\s+)*(?P<key>[\w ]+):(?P<rest>[^\s:/].*)""")
_ODD_INDENT = re.compile(r" *([^\S \n])")
_CURLY = "“”„‟‘’‚‛«»「」"

Rule = Callable[["_Trouble"], Fault | None]


@dataclass(frozen=True)
class _Trouble:
    """Where a parser stopped, and why. Lines and columns count from 0 here."""

    problem: str
    line: int
    column: int
    context: str
    from_line: int
    from_column: int
    lines: list[str]

    @cached_property
    def text(self) -> str:
        return self.line_at(self.line)

    @cached_property
    def before(self) -> str:
        return self.text[: self.column]

    @cached_property
    def above(self) -> int | None:
        """The nearest line above that is neither blank nor a comment."""
        for number in range(min(self.line, len(self.lines)) - 1, -1, -1):
            stripped = self.lines[number].strip()
            if stripped and not stripped.startswith("#"):
                return number
        return None

    @cached_property
    def found(self) -> str:
        """What the parser met instead of what it expected."""
        match = re.search(r"(?:found|got) '(.*)'", self.problem)
        return match[1] if match else ""

    def line_at(self, number: int) -> str:
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    def place(self, line: int, column: int, width: int = 1) -> Place:
        """The place, drawn back to the end of the text where the parser ran past it."""
        while line > 0 and (line >= len(self.lines) or not self.lines[line].strip()):
            line -= 1
            column = len(self.line_at(line).rstrip())
        return Place(line + 1, min(column, len(self.line_at(line))) + 1, width)

    def rest_of_line(self, line: int, column: int) -> Place:
        return self.place(line, column, max(1, len(self.line_at(line).rstrip()) - column))

    def here(self) -> Place:
        return self.place(self.line, self.column)

    def origin(self) -> Place:
        return self.place(self.from_line, self.from_column)


def explain(error: yaml.YAMLError, lines: list[str]) -> Fault:
    """A parser's error as a finding with a place and a fix."""
    mark = getattr(error, "problem_mark", None)
    context_mark = getattr(error, "context_mark", None) or mark
    trouble = _Trouble(
        problem=str(getattr(error, "problem", None) or error),
        line=mark.line if mark else 0,
        column=mark.column if mark else 0,
        context=str(getattr(error, "context", None) or ""),
        from_line=context_mark.line if context_mark else 0,
        from_column=context_mark.column if context_mark else 0,
        lines=lines,
    )
    for rule in _RULES:
        fault = rule(trouble)
        if fault is not None:
            return fault
    return Fault(
        "SYN21",
        trouble.here(),
        "The file cannot be understood from here on.",
        "Compare this line and the one above with an example: is a quotation mark, a colon or a "
        f"space missing? (The YAML parser says: {trouble.problem}.)",
    )


def _odd_space(t: _Trouble) -> Fault | None:
    """Tabs, no-break and ideographic spaces look like indentation and are none."""
    for number in dict.fromkeys((t.line, t.above, t.from_line)):
        if number is not None and (match := _ODD_INDENT.match(t.line_at(number))):
            character = match[1]
            name = (
                "A tab"
                if character == "\t"
                else f"A character that is no plain space ({name_of(character)})"
            )
            return Fault(
                "SYN05",
                Place(number + 1, match.start(1) + 1),
                f"{name} stands in the indentation of this line.",
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


def _colon(t: _Trouble) -> Fault | None:
    if not t.problem.startswith("mapping values are not allowed"):
        return None
    key = _KEY.match(t.text)
    if key and key.start("colon") < t.column:
        return _second_colon(t, key)
    if glued := re.match(r"\s*-[^\s-]", t.text):
        return _missing_space(t.place(t.line, glued.end() - 2, 1), "hyphen")
    if t.above is None:
        return None
    above = t.line_at(t.above)
    key_above = _KEY.match(above)
    if key_above is None:
        return _no_colon(t, t.above)
    indent = _indent(t.text)
    if indent > _indent(above):
        return Fault(
            "SYN10",
            t.rest_of_line(t.line, indent),
            "This line stands further to the right than the one above, which has a value already.",
            f"Start it in the same column as `{_short(key_above['key'])}`. If it goes on with the "
            "text above, put that text in quotation marks, because of the colon.",
        )
    return None


def _second_colon(t: _Trouble, key: re.Match[str]) -> Fault:
    value = t.text[key.end() :].rstrip()
    if '"' in value:
        advice = "Put the whole value in quotation marks: '…'."
    elif len(value) <= 50:
        advice = f'Put the whole value in quotation marks: {_short(key["key"])}: "{value}"'
    else:
        advice = 'Put the whole value in quotation marks: "…".'
    return Fault(
        "SYN06",
        t.here(),
        "A second colon with a space after it: the text of this value would end here.",
        advice + _curly_hint(value),
    )


def _missing_colon(t: _Trouble) -> Fault | None:
    if "could not find expected ':'" not in t.problem:
        return None
    return _no_colon(t, t.from_line)


def _no_colon(t: _Trouble, number: int) -> Fault | None:
    """A line which should be `key: value` and has no colon that counts."""
    text = t.line_at(number)
    if match := re.search("[：﹕︓]", text):
        return Fault(
            "SYN11",
            Place(number + 1, match.start() + 1),
            "This is a full-width colon, which YAML does not know.",
            "Type a plain colon and a space: `: `.",
        )
    if glued := _GLUED.match(text):
        return _missing_space(Place(number + 1, glued.end("key") + 1), "colon")
    if match := re.match(r"\s*-[^\s-]", text):
        return _missing_space(Place(number + 1, match.end() - 1), "hyphen")
    if not text.strip():
        return None
    return Fault(
        "SYN11",
        t.rest_of_line(number, _indent(text)),
        "This line has no colon: it is neither `key: value` nor part of the text above.",
        "If it goes on with the text above, indent it further than the key of that text; if it is "
        "a key, put a colon after it." + _curly_hint(text),
    )


def _missing_space(place: Place, after: str) -> Fault:
    example = "`key: value`" if after == "colon" else "`- text`"
    return Fault(
        "SYN11", place, f"A space is missing after the {after}.", f"Write {example} with a space."
    )


def _special_start(t: _Trouble) -> Fault | None:
    match = re.match(r"found character '(.+)' that cannot start any token", t.problem)
    if match:
        return _needs_quotes(t, t.line, t.column)
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
        return _needs_quotes(t, t.line, t.column)
    if t.context.endswith("a directive"):
        return _needs_quotes(t, t.from_line, t.from_column)
    unexpected = t.problem.startswith("expected the node content") and t.found in (",", "]", "}")
    if unexpected and _KEY.match(t.before):
        return _needs_quotes(t, t.line, t.column)
    return None


def _extras(t: _Trouble) -> Fault | None:
    """Anchors, aliases and tags, which a scenario may not have in any case."""
    scanning = re.search(r"an? (alias|anchor|tag)$", t.context)
    if scanning or "tag handle" in t.problem:
        return _needs_quotes(t, t.from_line, t.from_column, code="SYN15")
    if t.found in ("<anchor>", "<alias>", "<tag>"):
        return _needs_quotes(t, t.line, t.column, code="SYN15")
    return None


def _needs_quotes(t: _Trouble, line: int, column: int, code: str = "SYN07") -> Fault:
    sign = t.line_at(line)[column : column + 1]
    shown = "a backtick" if sign == "`" else f"`{sign}`"
    return Fault(
        code,
        t.place(line, column),
        f"A value cannot start with {shown}, which has a meaning of its own in YAML.",
        "If it is meant as text, put the whole value in quotation marks.",
    )


def _block_end(t: _Trouble) -> Fault | None:
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
    return _after_quote(t) or _bracket_start(t)


def _misplaced_line(t: _Trouble) -> Fault:
    place = t.rest_of_line(t.line, t.column)
    if glued := re.match(r"\s*-[^\s-]", t.text):
        return _missing_space(Place(t.line + 1, glued.end() - 1), "hyphen")
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
            "Start the line with `- `, or move it to the left, out of the list.",
        )
    columns = _levels_above(t)
    hint = f" Above, blocks start in {_columns(columns)}." if columns else ""
    return Fault(
        "SYN10",
        place,
        "The indentation of this line fits no block above it.",
        "Start it in exactly the same column as its neighbours of the same kind." + hint,
    )


def _levels_above(t: _Trouble) -> list[int]:
    """The columns in which the blocks around this line start, outermost first."""
    levels: list[int] = []
    limit = 10_000
    for number in range(t.line - 1, -1, -1):
        line = t.line_at(number)
        if line.strip() and not line.lstrip().startswith("#") and _indent(line) < limit:
            limit = _indent(line)
            levels.append(limit + 1)
        if limit == 0 or len(levels) == 6:
            break
    return levels[::-1]


def _columns(columns: list[int]) -> str:
    if len(columns) == 1:
        return f"column {columns[0]}"
    return f"columns {', '.join(map(str, columns[:-1]))} and {columns[-1]}"


def _after_quote(t: _Trouble) -> Fault | None:
    quote = t.before.rstrip()[-1:]
    if quote not in ("'", '"'):
        return None
    inside = (
        "An apostrophe in '…' is written twice, as ''; or use \"…\" around the text."
        if quote == "'"
        else "Put '…' around the whole value, or write \\\" for each mark inside."
    )
    return Fault(
        "SYN09",
        t.rest_of_line(t.line, t.column),
        f"The value ended at the quotation mark {quote}, and text follows.",
        inside,
    )


def _bracket_start(t: _Trouble) -> Fault | None:
    key = _KEY.match(t.before)
    if key is None or t.text[key.end() : key.end() + 1] not in ("[", "{"):
        return None
    return _needs_quotes(t, t.line, key.end())


def _brackets(t: _Trouble) -> Fault | None:
    match = re.match(r"expected ',' or '([}\]])'", t.problem)
    if match is None:
        if "flow" in t.context and t.found == "<stream end>":
            return _unclosed(t.here(), "A bracket above is never closed.")
        if t.problem.startswith("expected the node content") and t.found in (",", "]", "}"):
            return Fault(
                "SYN12",
                t.here(),
                f"`{t.found}` stands where a value should.",
                "Delete it, or write the value before it.",
            )
        return None
    if t.found == "<stream end>" or (t.line != t.from_line and t.found == ":"):
        opened = "{" if match[1] == "}" else "["
        return _unclosed(t.origin(), f"This bracket `{opened}` is never closed.")
    if t.found == ":":
        return Fault(
            "SYN06",
            t.here(),
            "A second colon with a space after it, inside brackets.",
            "Put the text with the colon in quotation marks; or is a comma missing before it?",
        )
    if t.found in ("}", "]"):
        return Fault(
            "SYN12",
            t.here(),
            f"`{t.found}` does not close the bracket that was opened last; `{match[1]}` would.",
            "Every { needs its } and every [ its ]. Text with brackets needs quotation marks.",
        )
    return Fault(
        "SYN12",
        t.here(),
        f"A comma or `{match[1]}` is missing here.",
        "Entries in brackets are separated by commas. If the brackets are meant as text, put the "
        "whole value in quotation marks.",
    )


def _unclosed(place: Place, message: str) -> Fault:
    return Fault(
        "SYN12",
        place,
        message,
        "Close it at the end of the value. If it is meant as text, put the whole value in "
        "quotation marks.",
    )


def _quotes(t: _Trouble) -> Fault | None:
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


def _list_after_key(t: _Trouble) -> Fault | None:
    if not t.problem.startswith("sequence entries are not allowed"):
        return None
    if _KEY.match(t.before):
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


def _second_start(t: _Trouble) -> Fault | None:
    if not t.problem.startswith("expected '<document start>'"):
        return None
    if t.text.startswith("%"):
        return _needs_quotes(t, t.line, 0)
    return Fault(
        "SYN21",
        t.here(),
        "The file's content ended before this line.",
        "The whole file is one block of keys that start in column 1. Look at the line above for a "
        "missing colon or a bracket too many.",
    )


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _short(text: str) -> str:
    return text if len(text) <= 30 else text[:29] + "…"


def _curly_hint(value: str) -> str:
    if value.lstrip(" -")[:1] in _CURLY and value.strip(" -"):
        return " The curly marks “ ” are not quotation marks to YAML: type straight ones."
    return ""


_RULES: tuple[Rule, ...] = (
    _odd_space,
    _colon,
    _missing_colon,
    _special_start,
    _extras,
    _block_end,
    _brackets,
    _quotes,
    _list_after_key,
    _second_start,
)
