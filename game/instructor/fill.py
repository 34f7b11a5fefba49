"""Other values in the text of a scenario file, whose comments and layout stay as they are."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

import yaml

Keys = tuple[str, ...]
"""Where a value stands: the keys that lead to it."""

_PLAIN = re.compile(r"[^\W\d_][\w’' ()-]*")
_NOT_TEXT = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


def with_values(text: str, values: Mapping[Keys, str | int]) -> str:
    """The text with other values at these places; a place that is not there is left out.

    The text must have been read as a scenario before, which bounds its depth and its size.
    """
    changes = [
        (start, end, written(values[keys]))
        for keys, value, start, end in _scalars(text)
        if keys in values and value != str(values[keys])
    ]
    for start, end, value in reversed(changes):
        text = f"{text[:start]}{value}{text[end:]}"
    return text


def written(value: str | int) -> str:
    """A value as YAML reads it back: plain where that is safe, else in double quotes."""
    if isinstance(value, int):
        return str(value)
    if _PLAIN.fullmatch(value) and value == value.strip() and value.casefold() not in _NOT_TEXT:
        return value
    return json.dumps(value, ensure_ascii=False)


def _scalars(text: str) -> Iterator[tuple[Keys, str, int, int]]:
    """The values of nested blocks with their keys, and where each begins and ends."""
    trail: list[str | None] = []
    lists = 0
    key: str | None = None
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.SequenceStartEvent):
            lists += 1
            key = None
        elif isinstance(event, yaml.SequenceEndEvent):
            lists -= 1
        elif lists:
            continue
        elif isinstance(event, yaml.MappingStartEvent):
            trail.append(key)
            key = None
        elif isinstance(event, yaml.MappingEndEvent):
            trail.pop()
        elif isinstance(event, yaml.AliasEvent):
            key = None
        elif isinstance(event, yaml.ScalarEvent):
            if key is None:
                key = event.value
                continue
            keys = tuple(part for part in (*trail, key) if part is not None)
            key = None
            begins, ends = event.start_mark, event.end_mark
            assert begins is not None and ends is not None, "every event has its place"
            # A folded text ends where the next line begins: its line break is not part of it.
            end = ends.index - (text[ends.index - 1 : ends.index] == "\n")
            yield keys, event.value, begins.index, end
