"""Running text with a margin: paragraphs whose lines hang beside a short entry in the margin.

The drafts, the talk, the dossier, the help and the debrief are all set in it. It is one widget of
wrapped lines, so that a long talk costs one layout, and its text can be selected and copied.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual
from textual.widget import Widget

from game.tui.text import cell

EMPTY = Content("")
WORD = re.compile(r"\S*")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph beside its entry in the margin; `space` leaves a blank line above it."""

    body: Content
    margin: Content = EMPTY
    space: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a paragraph's text that is set off by a style."""

    start: int
    end: int
    style: str


class Folio(Widget):
    """Paragraphs, wrapped at the width there is."""

    DEFAULT_CSS = "Folio { height: auto; width: 1fr; }"

    class Settled(Message):
        """The text has been laid out at another size."""

    def __init__(self, margin: int = 0, *, id: str | None = None, classes: str | None = None):
        super().__init__(id=id, classes=classes)
        self._margin = margin
        self._paragraphs: list[Paragraph] = []
        self._marks: Mapping[int, Sequence[Mark]] = {}
        self._width = 0
        self._wrapped: list[list[Content] | None] = []
        """Per paragraph its lines at this width; None where they have to be set anew."""
        self._lines: list[Content] | None = None
        """All of these lines; None where one has to be set anew."""

    @property
    def paragraphs(self) -> Sequence[Paragraph]:
        """What it shows."""
        return self._paragraphs

    def show(self, paragraphs: Iterable[Paragraph]) -> None:
        """Shows these paragraphs instead of what was there, without marks."""
        self.mark({})
        paragraphs = list(paragraphs)
        pairs = zip(paragraphs, self._paragraphs, strict=False)
        same = sum(1 for _ in takewhile(lambda pair: _alike(*pair), pairs))
        if same == len(paragraphs) == len(self._paragraphs):
            return
        self._wrapped[same:] = [None] * (len(paragraphs) - same)
        self._paragraphs = paragraphs
        self._lines = None
        self.refresh(layout=True)

    def mark(self, marks: Mapping[int, Sequence[Mark]]) -> None:
        """Sets off these places, per paragraph, and no others."""
        changed = [n for n in {*self._marks, *marks} if self._marks.get(n) != marks.get(n)]
        for number in changed:
            self._wrapped[number] = None
        self._marks = marks
        if changed:
            self._lines = None
            self.refresh()

    def lines(self, width: int) -> list[Content]:
        """The lines at a width, in cells. What was wrapped stays until text or width change."""
        if width != self._width:
            self._width, self._wrapped, self._lines = width, [None] * len(self._paragraphs), None
        if self._lines is None:
            self._lines = [line for n in range(len(self._paragraphs)) for line in self._set(n)]
        return self._lines

    def _set(self, number: int) -> list[Content]:
        lines = self._wrapped[number]
        if lines is None:
            paragraph = self._paragraphs[number]
            body = paragraph.body
            for mark in self._marks.get(number, ()):
                body = body.stylize(mark.style, mark.start, mark.end)
            lines = self._wrapped[number] = self._wrap(replace(paragraph, body=body), self._width)
        return lines

    def line_of(self, number: int, width: int, place: int = 0) -> int:
        """The line at a width on which a paragraph's text begins, or its word at this place."""
        self.lines(width)
        before = sum(len(self._set(earlier)) for earlier in range(number))
        if number == len(self._paragraphs):
            return before
        paragraph = self._paragraphs[number]
        found = WORD.match(paragraph.body.plain, place)
        upto = paragraph.body[: found.end() if found else place]
        return before + len(self._wrap(replace(paragraph, body=upto), width)) - 1

    def paragraph_at(self, line: int, width: int) -> int:
        """The paragraph to which a line belongs at a width."""
        self.lines(width)
        for number in range(len(self._paragraphs)):
            line -= len(self._set(number))
            if line < 0:
                return number
        return max(0, len(self._paragraphs) - 1)

    def _wrap(self, paragraph: Paragraph, width: int) -> list[Content]:
        room = max(8, width - self._margin)
        lines = [
            line.rstrip() for part in paragraph.body.split("\n") for line in _folded(part, room)
        ]
        margin = cell(paragraph.margin, self._margin)
        blank = Content(" " * self._margin)
        set_lines = [(blank if number else margin) + line for number, line in enumerate(lines)]
        return [Content(""), *set_lines] if paragraph.space else set_lines

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as there are lines."""
        return max(1, len(self.lines(width)))

    def on_resize(self) -> None:
        """Tells whoever keeps a place in the text."""
        self.post_message(self.Settled())

    def render_line(self, y: int) -> Strip:
        """One line: only what is in sight is ever drawn, however long the text."""
        width = self.size.width
        lines = self.lines(width)
        content = lines[y] if y < len(lines) else Content("")
        selection = self.text_selection
        span = selection.get_span(y) if selection is not None else None
        if span is not None:
            start, end = span
            style = Style.from_styles(self.screen.get_component_styles("screen--selection"))
            content = content.stylize(style, start, len(content) if end == -1 else end)
        strips = Visual.to_strips(
            self, content, width, 1, self.visual_style, apply_selection=False, pad=True
        )
        return strips[0].apply_offsets(0, y) if strips else Strip.blank(width)

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """The text that the player has selected, as it is set."""
        lines = self.lines(self.size.width)
        return selection.extract("\n".join(line.plain for line in lines)), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Shows what is selected."""
        self.refresh()


def _alike(new: Paragraph, old: Paragraph) -> bool:
    """Whether two paragraphs look the same; texts are equal to Textual whatever their styles."""
    return new == old and all(
        now.spans == before.spans
        for now, before in ((new.body, old.body), (new.margin, old.margin))
    )


def _folded(content: Content, width: int) -> list[Content]:
    return content.wrap(width) if content.plain.strip() else [Content("")]
