"""YAML into plain data with places, for files that nobody vouches for.

PyYAML's events come one at a time and this composer keeps its own stack, so that neither the depth
nor the size of a file can exhaust anything. Scalars have the core meaning of YAML 1.2, read
narrowly: `true` and `false`, decimal numbers and `null` are typed, everything else (`no`, `on`,
`010`, `1:30`, a date) is the text that it looks like. Keys are text, lists become tuples.

Both of PyYAML's parsers are used: the one in C where it is installed, and the one in Python to word
a fault, because the two word it differently.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from game.scenario import refusals
from game.scenario.diagnostics import Place
from game.scenario.intake import Fault, refused_in
from game.scenario.loaders import FAST_LOADER, PYTHON_LOADER, Loader
from game.scenario.yaml_marks import Mark

_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+|[0-9]+(?=[eE]))(?:[eE][-+]?[0-9]{1,3})?")
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_GLUED = re.compile(r"(?P<key>[A-Za-z_][\w-]*):(?P<value>[^\s:/].*)")
_COMMENT_LIKE = re.compile(r"\s+#[^\s#]")
_ONLY_COMMENT = re.compile(r"\s*:\s+(?P<comment>#[^\s#].*)")


@dataclass(frozen=True, slots=True)
class Composed:
    """Plain data, the tree of its marks, and what was wrong.

    Where the text could not be read to its end, `complete` is False and `data` is what was read.
    """

    data: Any
    marks: Mark
    faults: tuple[Fault, ...]
    complete: bool


def compose(text: str, loader: Loader = FAST_LOADER) -> Composed:
    """The data of a YAML text that `intake` has let through; never raises, whatever the text."""
    text = _without_inner_tabs(text)
    composer = _Composer(text.split("\n"))
    try:
        for event in yaml.parse(text, Loader=loader):
            composer.take(event)
            if composer.stopped:
                break
    except yaml.YAMLError as error:
        # Named here: most files have no such fault, and its rules take a while to load.
        from game.scenario.syntax import explain

        composer.faults.append(explain(_worded(text, error), composer.lines))
        composer.stopped = True
    # Below a line of dashes the parser finds an empty value, behind the last line of the file.
    empty = composer.root is None or (composer.data is None and not composer.root.raw)
    if empty and not composer.stopped:
        composer.faults.append(refusals.empty_file(text))
    return Composed(
        data=composer.data,
        marks=composer.root or Mark(Place(1, 1)),
        faults=tuple(composer.faults),
        complete=not empty and not composer.stopped,
    )


def _without_inner_tabs(text: str) -> str:
    """With a space for each tab behind the first word of a line.

    There the parser in C reads a tab as a space and the one in Python refuses it. Tabs in the
    indentation stay, because they are faults to both.
    """
    if "\t" not in text:
        return text
    lines = text.split("\n")
    for number, line in enumerate(lines):
        indent = len(line) - len(line.lstrip())
        lines[number] = line[:indent] + line[indent:].replace("\t", " ")
    return "\n".join(lines)


@dataclass(slots=True)
class _Block:
    """A mapping or list that is being read."""

    mark: Mark
    data: dict[str, Any] | list[Any]
    key: str | None = None
    key_place: Place | None = None
    expects_key: bool = False
    dropped: bool = False
    """The next value belongs to a key that cannot be used."""
    is_key: bool = False
    """The block stands where a key should."""
    inline: bool = False
    """The block is written in brackets, where a comma ends a text."""
    glued: str | None = None
    """The value that was written behind a colon without a space."""


@dataclass(slots=True)
class _Composer:
    lines: list[str]
    data: Any = None
    root: Mark | None = None
    faults: list[Fault] = field(default_factory=list)
    stopped: bool = False
    stack: list[_Block] = field(default_factory=list)
    nodes: int = 0
    documents: int = 0

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            self._open(event)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self._close()
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._document(event)

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            self.stopped = True
            self.faults.append(refusals.second_document(self._place(event)))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        place = self._place(event)
        self._count(place)
        self._refuse_extras(event, place)
        block = self.stack[-1] if self.stack else None
        if block is not None and block.expects_key:
            self._key(block, event.value, place, plain=not event.style)
            return
        plain = not event.style and event.tag is None
        mark = Mark(place, raw=event.value, plain=plain, broken=event.tag is not None)
        if plain:
            value = _typed(event.value)
            if value is None and block is not None:
                self._refuse_lost_to_comment(block, mark)
            elif isinstance(value, str):
                self._warn_of_comment(event)
        else:
            value = event.value.strip(" \n")
            if event.style == '"':
                self._refuse_escaped(value, place, mark)
        if isinstance(value, str) and "\t" in value:
            value = value.replace("\t", " ")
        self._attach(value, mark)

    def _key(self, block: _Block, key: str, place: Place, *, plain: bool) -> None:
        block.expects_key = False
        if key[:1].isspace() and (fault := refusals.odd_indentation(self.lines, place.line - 1)):
            self.stopped = True
            self.faults.append(fault)
            return
        if plain and (glued := _GLUED.fullmatch(key)):
            key, block.glued = glued["key"], glued["value"]
            behind = Place(place.line, place.column + len(key))
            self.faults.append(refusals.missing_space(behind, "colon"))
        block.key, block.key_place = key, place
        entries = block.mark.entries
        assert isinstance(entries, dict)
        block.dropped = key in entries
        if block.dropped:
            first = entries[key].key or entries[key].value
            self.stopped = len(self.stack) == 1 and key == "format"
            self.faults.append(
                refusals.file_twice(place, key)
                if self.stopped
                else refusals.key_twice(place, key, first)
            )
        elif not key.strip():
            block.dropped = True
            self.faults.append(refusals.no_key(place))

    def _open(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        place = self._place(event)
        self._count(place)
        if len(self.stack) >= refusals.MAX_DEPTH:
            self.stopped = True
            self.faults.append(refusals.too_deep(place))
            return
        self._refuse_extras(event, place)
        parent = self.stack[-1] if self.stack else None
        is_key = parent is not None and parent.expects_key
        if is_key:
            self.faults.append(refusals.block_as_key(place))
        mapping = isinstance(event, yaml.MappingStartEvent)
        mark = Mark(place, entries={} if mapping else [])
        mark.broken = event.tag is not None
        block = _Block(mark, {} if mapping else [], expects_key=mapping, is_key=is_key)
        block.inline = bool(event.flow_style)
        self.stack.append(block)
        if self.root is None:
            self.root, self.data = mark, self.stack[0].data

    def _close(self) -> None:
        block = self.stack.pop()
        if block.is_key:
            parent = self.stack[-1]
            parent.expects_key, parent.dropped = False, True
            return
        self._attach(tuple(block.data) if isinstance(block.data, list) else block.data, block.mark)

    def _attach(self, value: Any, mark: Mark) -> None:
        if not self.stack:
            self.root, self.data = mark, value
            return
        block = self.stack[-1]
        if isinstance(block.data, list):
            block.data.append(value)
            assert isinstance(block.mark.entries, list)
            block.mark.entries.append(mark)
            return
        block.expects_key = True
        if block.glued is not None:
            if value is None:
                value = _typed(block.glued)
                mark.raw = block.glued
            block.glued = None
        if block.dropped:
            block.dropped = False
            return
        assert block.key is not None and isinstance(block.mark.entries, dict)
        if value is None and block.inline and self._goes_on_with_text(block):
            return
        mark.key = block.key_place
        block.data[block.key] = value
        block.mark.entries[block.key] = mark

    def _goes_on_with_text(self, block: _Block) -> bool:
        """Whether a key without a colon is the rest of the text before the comma; told once."""
        place = block.key_place
        assert place is not None and isinstance(block.mark.entries, dict)
        before = next(reversed(block.mark.entries.items()), None)
        line, end = place.line - 1, place.column - 1 + place.width
        behind = self.lines[line][end:] if line < len(self.lines) else ""
        if before is None or behind.lstrip().startswith(":"):
            return False
        key, text = before
        value = _typed(text.raw or "")
        behind_comma = self.lines[line][: place.column - 1].endswith(",")
        decimals = behind_comma and (block.key or "").isdecimal()
        if text.plain and isinstance(value, str):
            fault = refusals.comma_in_text(place, key, value)
        elif text.plain and type(value) is int and decimals:
            fault = refusals.comma_in_number(place, key, value)
        else:
            return False
        if not text.broken:
            text.broken = True
            self.faults.append(fault)
        return True

    def _alias(self, event: yaml.AliasEvent) -> None:
        place = self._place(event)
        self._count(place)
        self.faults.append(refusals.alias(place))
        if self.stack and self.stack[-1].expects_key:
            self.stack[-1].expects_key, self.stack[-1].dropped = False, True
            return
        self._attach(None, Mark(place, raw="", broken=True))

    def _refuse_extras(
        self,
        event: yaml.ScalarEvent | yaml.MappingStartEvent | yaml.SequenceStartEvent,
        place: Place,
    ) -> None:
        sign = "&" if event.anchor is not None else "!" if event.tag is not None else None
        if sign is not None:
            self.faults.append(refusals.anchor_or_tag(place, sign))

    def _refuse_escaped(self, value: str, place: Place, mark: Mark) -> None:
        for line in value.split("\n"):
            for index in refused_in(line):
                mark.broken = True
                self.faults.append(refusals.invisible_escape(place, line[index]))

    def _warn_of_comment(self, event: yaml.ScalarEvent) -> None:
        assert event.end_mark is not None  # as in _place
        line, end = event.end_mark.line, event.end_mark.column
        rest = self.lines[line][end:] if line < len(self.lines) else ""
        if rest and (match := _COMMENT_LIKE.match(rest)):
            place = Place(line + 1, end + match.end() - 1, len(rest) - match.end() + 2)
            self.faults.append(refusals.cut_by_comment(place))

    def _refuse_lost_to_comment(self, block: _Block, mark: Mark) -> None:
        """A key without a value on whose line a comment starts like a text: `label: #1 Free`."""
        key, place = block.key, block.key_place
        if key is None or place is None or mark.raw or place.line > len(self.lines):
            return
        before = place.column - 1 + place.width
        rest = self.lines[place.line - 1][before:]
        if match := _ONLY_COMMENT.fullmatch(rest):
            mark.broken = True
            start = before + match.start("comment")
            self.faults.append(
                refusals.lost_to_comment(Place(place.line, start + 1, len(match["comment"])), key)
            )

    def _count(self, place: Place) -> None:
        self.nodes += 1
        if self.nodes > refusals.MAX_NODES:
            self.stopped = True
            self.faults.append(refusals.too_many(place))

    def _place(self, event: yaml.Event) -> Place:
        start, end = event.start_mark, event.end_mark
        assert start is not None and end is not None  # events that a parser made have both
        width = 1
        if end.line == start.line:
            width = max(1, end.column - start.column)
        elif start.line < len(self.lines):
            width = max(1, len(self.lines[start.line].rstrip()) - start.column)
        return Place(start.line + 1, start.column + 1, width)


def _typed(text: str) -> Any:
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    return text


def _worded(text: str, error: yaml.YAMLError) -> yaml.YAMLError:
    """The same fault as the Python parser words it; the given one where it finds none."""
    composer = _Composer(text.split("\n"))
    try:
        for event in yaml.parse(text, Loader=PYTHON_LOADER):
            composer.take(event)
            if composer.stopped:
                break
    except yaml.YAMLError as worded:
        return worded
    return error
