"""Running text with a margin: paragraphs whose lines hang beside a short entry in the margin.

The drafts, the talk, the dossier, the help and the debrief are all set in it. It is one widget of
wrapped lines, so that a long talk costs one layout, and its text can be selected and copied.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph beside its entry in the margin; `space` leaves a blank line above it."""

    body: Content
    margin: Content = EMPTY
    space: bool = False


class Folio(Widget):
    """Paragraphs, wrapped at the width there is."""

    DEFAULT_CSS = "Folio { height: auto; width: 1fr; }"

    class Settled(Message):
        """The text has been laid out at another size."""

    def __init__(self, margin: int = 0, *, id: str | None = None, classes: str | None = None):
        super().__init__(id=id, classes=classes)
        self._margin = margin
        self._paragraphs: list[Paragraph] = []
        self._wrapped: list[tuple[int, list[Content]]] = []
        """Per paragraph: the width at which it was wrapped, and its lines."""

    @property
    def paragraphs(self) -> Sequence[Paragraph]:
        """What it shows."""
        return self._paragraphs

    def show(self, paragraphs: Iterable[Paragraph]) -> None:
        """Shows these paragraphs instead of what was there."""
        paragraphs = list(paragraphs)
        if paragraphs == self._paragraphs:
            return
        self._paragraphs = paragraphs
        self._wrapped = []
        self.refresh(layout=True)

    def lines(self, width: int) -> list[Content]:
        """The lines at a width, in cells. Wrapping is kept from one paragraph to the next call."""
        if self._wrapped and self._wrapped[0][0] != width:
            self._wrapped = []
        for paragraph in self._paragraphs[len(self._wrapped) :]:
            self._wrapped.append((width, self._wrap(paragraph, width)))
        return [line for _, lines in self._wrapped for line in lines]

    def line_of(self, number: int, width: int) -> int:
        """The line on which the text of a paragraph begins at a width."""
        self.lines(width)
        before = sum(len(lines) for _, lines in self._wrapped[:number])
        return before + (number < len(self._paragraphs) and self._paragraphs[number].space)

    def paragraph_at(self, line: int, width: int) -> int:
        """The paragraph to which a line belongs at a width."""
        self.lines(width)
        for number, (_, lines) in enumerate(self._wrapped):
            line -= len(lines)
            if line < 0:
                return number
        return max(0, len(self._wrapped) - 1)

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


def _folded(content: Content, width: int) -> list[Content]:
    return content.wrap(width) if content.plain.strip() else [Content("")]
