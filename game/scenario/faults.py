"""What does not fit the format, said plainly: pydantic's errors in the words of the file."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from pydantic import ValidationError

from game.scenario import numbers
from game.scenario.diagnostics import Finding, Path
from game.scenario.hints import did_you_mean, listed, plain, several, shown
from game.scenario.keys import Rename, block_name, is_entry, key_findings
from game.scenario.model import Condition, Range
from game.scenario.shape import Shape, keys_of, words_of
from game.scenario.words import EVERYONE
from game.scenario.yaml_marks import Mark

MOST_TOLD = 300
"""Errors of one file that are told one by one."""

MOST_ROUNDED = 10_000
"""A number with a fraction below this is told its nearest whole number."""

_KEY = "[key]"
_ID_PATTERN = "^[a-z][a-z0-9_]*$"
_CODE_PATTERN = "^[A-Z]{2,4}$"


@dataclass(frozen=True, slots=True)
class _Error:
    """One error of pydantic: `path` leads to a value of the file, or to the block that lacks it."""

    kind: str
    path: Path
    value: Any
    limits: Mapping[str, Any]
    marks: Mark
    shape: Shape
    at_key: bool = False
    in_list: bool = False
    """Whether the value is an entry of a list, or stands alone where a list may stand."""

    @property
    def name(self) -> str:
        """How a message calls the value."""
        for up, part in enumerate(reversed(self.path)):
            if isinstance(part, str):
                if not up:
                    return f"`{shown(part)}`"
                return f"Entry {cast(int, self.path[-up]) + 1} of `{shown(part)}`"
        return "The file"

    @property
    def written(self) -> str:
        """The value as the file shows it."""
        if self.at_key:
            return f"“{shown(str(self.path[-1]))}”"
        if isinstance(self.value, dict):
            return "a block of keys"
        if isinstance(self.value, tuple):
            return "a list"
        raw = self.marks.nearest(self.path).raw
        written = shown(raw if raw is not None else str(self.value))
        return written if isinstance(self.value, int | float) else f"“{written}”"

    @property
    def about(self) -> str:
        """What the format says about the key, to put behind an advice."""
        return self.shape.description_at(self.path)

    def finding(self, code: str, message: str, help: str = "") -> Finding:
        return Finding(self.path, code, message, help or self.about, at_key=self.at_key)


def explain(
    error: ValidationError, data: Any, marks: Mark, shape: Shape
) -> tuple[tuple[Finding, ...], tuple[Rename, ...]]:
    """The findings on data that the model refuses, and the keys that were merely misspelt."""
    errors = error.errors(include_url=False)
    keys, renames = key_findings(errors[:MOST_TOLD], data, shape)
    findings = list(keys)
    for each in errors[:MOST_TOLD]:
        if each["type"] not in ("missing", "extra_forbidden") or is_entry(each):
            told = _error(cast("dict[str, Any]", each), data, marks, shape)
            if not told.marks.nearest(told.path).broken:
                findings.append(_RULES.get(told.kind, _unfit)(told))
    unique = _ids_once(list(dict.fromkeys(findings)))
    if len(errors) > MOST_TOLD:
        more = f"And {len(errors) - MOST_TOLD:,} more faults of the format."
        unique.append(replace(unique[-1], message=more, help=""))
    return tuple(unique), renames


def _ids_once(findings: list[Finding]) -> list[Finding]:
    """Of an id that is no id only the first place, with the number of them all."""
    places = Counter(finding.message for finding in findings if finding.code == "FMT09")
    once = []
    for finding in findings:
        if finding.code != "FMT09":
            once.append(finding)
        elif number := places.pop(finding.message, 0):
            more = f" It stands in {number} places of the file." if number > 1 else ""
            once.append(replace(finding, help=finding.help + more))
    return once


def _error(error: dict[str, Any], data: Any, marks: Mark, shape: Shape) -> _Error:
    path: Path = error["loc"]
    at_key, in_list = _KEY in path, bool(path) and isinstance(path[-1], int)
    if at_key:
        path = path[: path.index(_KEY)]
    # A value that was lifted to a list or a block has a path that the file does not have.
    while path and marks.find(path) is None:
        path = path[:-1]
    value = data
    for part in path:
        value = value[part]
    return _Error(error["type"], path, value, error.get("ctx", {}), marks, shape, at_key, in_list)


def _number(e: _Error) -> Finding:
    if e.value is None:
        return _nothing(e)
    message = f"{e.name} must be a whole number; {e.written} is not one."
    if isinstance(e.value, float) and abs(e.value) < MOST_ROUNDED:
        return e.finding("FMT03", message, f"Write {round(e.value)}. {e.about}")
    written = e.value if isinstance(e.value, str) else ""
    quoted = not e.marks.nearest(e.path).plain
    return e.finding("FMT03", message, numbers.advice(written, quoted=quoted))


def _text(e: _Error) -> Finding:
    if e.value is None:
        return _nothing(e)
    advice = (
        "If the text has a colon or brackets, put it in quotation marks."
        if isinstance(e.value, dict | tuple)
        else "Put it in quotation marks."
    )
    return e.finding("FMT04", f"{e.name} must be text, not {e.written}.", advice)


def _truth(e: _Error) -> Finding:
    if e.value is None:
        return _nothing(e)
    message = f"{e.name} must be `true` or `false`; {e.written} is neither."
    meant = _TRUTHS.get(str(e.value).casefold())
    return e.finding("FMT05", message, f"Write {meant}. {e.about}" if meant else "")


_TRUTHS = {
    **dict.fromkeys(("yes", "y", "on", "1"), "true"),
    **dict.fromkeys(("no", "n", "off", "0"), "false"),
}


def _block(e: _Error) -> Finding:
    block = e.shape.block_at(e.path)
    message = f"{e.name} must be a block of keys, not {e.written}."
    if not e.path:
        message = f"A {e.shape.noun} must be a block of keys, not {e.written}."
    if block is Range:
        plain = re.fullmatch(r"\s*[<>=]*\s*(\d+)\s*%?\s*", str(e.value))
        limit = plain[1] if plain else "50"
        advice = f"Write {{at_least: {limit}}} or {{at_most: {limit}}}."
    elif block is Condition:
        advice = (
            "A condition is written as {ratified: both}, or {joint_gain: {at_least: 50}}. Its keys "
            f"are {listed(keys_of(block), 'and')}."
        )
    elif block is not None:
        advice = f"Under it, indented further, stand its keys: {listed(keys_of(block))}."
    else:
        first, second = _ids_at(e)
        advice = (
            f"Write {{{first}: …, {second}: …}}, or under it, indented further, a line "
            f"`{first}: …` for each entry. {e.about}"
        )
    if e.value is None and e.path:
        return e.finding("FMT15", f"{e.name} has no value.", advice)
    return e.finding("FMT06", message, advice)


def _ids_at(e: _Error) -> tuple[str, str]:
    """Two ids for an example of a table: those of the file where it is kept by them."""
    *above, last = e.path or ("",)
    known = _keys_below(e.marks, ("parties",))
    if above and above[-1] in ("home", "support") and last in known:
        known = [*_keys_below(e.marks, ("parties", last, "home", "audiences")), EVERYONE]
    elif last not in _BY_PARTY:
        known = []
    return (known[0], known[1]) if len(known) > 1 else ("id", "id")


def _keys_below(marks: Mark, path: Path) -> list[str]:
    """The keys that the file has in the table at a path."""
    mark = marks.find(path)
    return list(mark.entries) if mark is not None and isinstance(mark.entries, dict) else []


_BY_PARTY = {
    *("points", "home", "red_line", "case_for", "case_against", "interests"),
    *("satisfied_by", "own_gain", "support", "audience", "press"),
}
"""Tables whose keys are the parties."""


def _list(e: _Error) -> Finding:
    if e.value is None:
        return _nothing(e)
    if isinstance(e.value, dict):
        message = f"{e.name} must be a list, not a block of keys."
    else:
        message = f"{e.name} must be a list, not {e.written} alone."
    advice = "Start each entry on a line of its own with a hyphen: `- …`."
    if isinstance(e.value, str) and e.value.startswith("-"):
        advice = "Leave a space after the hyphen of each entry: `- …`."
    return e.finding("FMT07", message, advice)


def _word(e: _Error) -> Finding:
    if e.path == ("format",):
        message = f"This game reads {e.shape.noun}s of format 1; {e.written} is another."
        return e.finding("FMT16", message, "Write `format: 1`, without quotation marks.")
    if e.value is None and not e.at_key:
        return _nothing(e)
    table = e.shape.key_type_at(e.path[:-1]) if e.at_key else e.shape.type_at(e.path)
    words = words_of(table) or _quoted(str(e.limits.get("expected", "")))
    written = str(e.path[-1]) if e.at_key else str(e.value)
    place = block_name(e.path[:-1], e.shape) if e.at_key else f"{e.name[:1].lower()}{e.name[1:]}"
    in_a_row = several(written, words) if e.in_list else ""
    close = "" if in_a_row else did_you_mean(written, words)
    message = f"{e.written} is not possible for {place}.{close}"
    return e.finding("FMT08", message, f"{in_a_row}Possible are {listed(words, 'and')}.")


def _quoted(expected: str) -> list[str]:
    """The words in pydantic's enumeration: 'a', 'b' or 'c'."""
    return expected.split("'")[1::2]


def _pattern(e: _Error) -> Finding:
    pattern = e.limits.get("pattern")
    if pattern == _ID_PATTERN:
        return _id(e)
    if pattern == _CODE_PATTERN:
        message = f"{e.name} must be two to four capital letters; {e.written} is not."
        return e.finding("FMT14", message)
    return e.finding(
        "FMT13",
        f"{e.name} must be a single line; this text has several.",
        "Shorten it, or write `>-` behind the key, which joins the lines to one.",
    )


def _id(e: _Error) -> Finding:
    written = str(e.path[-1]) if e.at_key else str(e.value)
    rule = "Ids have small letters a to z, digits and `_`, and start with a letter"
    if e.at_key and plain(written) != written:
        twin = e.marks.find((*e.path[:-1], plain(written)))
        if twin is not None and twin.key is not None:
            return e.finding(
                "FMT17",
                f"The ids {e.written} and `{plain(written)}`, on line {twin.key.line}, differ "
                "only in capitals or hyphens.",
                f"Give one of them another name. {rule}.",
            )
    letters = unicodedata.normalize("NFKD", plain(written))
    better = "".join(c for c in letters if c.isascii() and (c.isalnum() or c == "_"))
    better = better.lstrip("0123456789_")[:40]
    advice = f"{rule}: `{better}`." if better else f"{rule}."
    return e.finding("FMT09", f"{e.written} is no id.", advice)


def _length(e: _Error) -> Finding:
    if e.kind == "string_too_short":
        return e.finding("FMT15", f"{e.name} has no text.")
    most = e.limits["max_length"]
    if e.at_key:
        message = f"{e.written} is too long for an id, which has at most {most} characters."
        return e.finding("FMT10", message)
    message = f"{e.name} has {len(str(e.value))} characters; at most {most} are possible."
    return e.finding("FMT10", message, "Shorten it. " + e.about)


def _count(e: _Error) -> Finding:
    has = len(e.value) if isinstance(e.value, dict | tuple) else 1
    if e.path == ("parties",):
        message = f"There must be two parties; here {_are(has)}."
        return e.finding("FMT12", message, "A summit has two delegations.")
    if e.kind == "missing" or "difficulty" in e.path:
        commas = "A text with a comma needs quotation marks inside [ ]. " if has > 3 else ""
        message = f"{e.name} must have three entries; here {_are(has)}."
        return e.finding("FMT12", message, commas + e.about)
    if e.kind == "too_short":
        return e.finding("FMT12", f"{e.name} must have at least one entry.")
    most = e.limits["max_length"]
    return e.finding("FMT12", f"{e.name} has {has} entries; at most {most} are possible.")


def _are(number: int) -> str:
    return "is 1" if number == 1 else f"are {number}"


def _range(e: _Error) -> Finding:
    if "ge" in e.limits:
        return e.finding("FMT11", f"{e.name} must be at least {e.limits['ge']}, not {e.written}.")
    return e.finding("FMT11", f"{e.name} must be at most {e.limits['le']}, not {e.written}.")


def _unfit(e: _Error) -> Finding:
    return e.finding("FMT11", f"{e.name} cannot have this value: {e.written}.")


def _nothing(e: _Error) -> Finding:
    message = f"{e.name} has no value." if e.path else "The file has no content."
    return e.finding("FMT15", message)


_RULES: dict[str, Callable[[_Error], Finding]] = {
    "int_type": _number,
    "string_type": _text,
    "bool_type": _truth,
    "dict_type": _block,
    "model_type": _block,
    "tuple_type": _list,
    "literal_error": _word,
    "string_pattern_mismatch": _pattern,
    "string_too_short": _length,
    "string_too_long": _length,
    "too_short": _count,
    "too_long": _count,
    "missing": _count,
    "greater_than_equal": _range,
    "less_than_equal": _range,
}
