"""The talk: what was said and done, who said it, at which minute; to scroll, search and copy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from game.tui.widgets.folio import Folio, Mark, Paragraph
from game.wording.lines import Line
from game.wording.names import Names

MARGIN = 4

HIT, HERE = "underline", "bold reverse"
"""What is found, and where the reader is among it: both can be seen without colours."""

MARKS = {"news": "◆ ", "private": "✎ ", "system": "· ", "move": "", "speech": ""}
"""What kind of line it is, by a sign and not by its colour alone."""


def paragraphs(lines: Iterable[Line], names: Names, role: str) -> list[Paragraph]:
    """The narration as paragraphs, the minute in the margin wherever it changes.

    A blank line stands before each exchange: what the other side answers follows without one.
    """
    found: list[Paragraph] = []
    minute: int | None = None
    moved: str | None = None
    for kind, group in _groups(lines):
        line = group[0]
        begins = kind == "move" and (line.speaker == role or moved != role)
        if kind == "move":
            moved = line.speaker
        margin = f"{line.minute}′" if line.minute != minute or kind == "move" else ""
        minute = line.minute
        body = _body(replace(line, text=" ".join(each.text for each in group)), names, role)
        found.append(
            Paragraph(body, Content.styled(margin, "$muted"), space=begins and bool(found))
        )
    return found


def _groups(lines: Iterable[Line]) -> Iterator[tuple[str, list[Line]]]:
    """The lines one by one; remarks of the record that follow each other are run together."""
    for _, group in groupby(lines, key=lambda line: (line.kind, line.minute, line.speaker)):
        together = list(group)
        if together[0].kind == "system":
            yield "system", together
        else:
            yield from ((line.kind, [line]) for line in together)


def _body(line: Line, names: Names, role: str) -> Content:
    mark = MARKS[line.kind]
    if line.kind == "speech" and line.speaker is not None:
        ours = line.speaker == role
        return Content.assemble(
            (names.address(line.speaker), f"bold {'$ours' if ours else '$theirs'}"),
            f"  “{line.text}”",
        )
    if line.kind == "move":
        return Content.styled(line.text, "bold $ours" if line.speaker == role else "bold $theirs")
    if line.kind == "news":
        return Content.assemble((mark, "$warning"), line.text)
    style = "italic" if line.kind == "private" else "$muted"
    return Content.assemble((mark, "$seal"), (line.text, style))


class Talk(VerticalScroll):
    """The transcript. It keeps its place in the text when its width changes."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._place = 0
        """The paragraph that should stand at the top, as far as there is text below it."""
        self._placing = False
        self._words = ""
        """What is searched for; nothing where it is empty."""
        self._hits: list[tuple[int, int, int]] = []
        """Every place with these words: the paragraph, the start and end in its text."""
        self._hit = 0

    def compose(self) -> ComposeResult:
        """One folio."""
        yield Folio(MARGIN)

    @property
    def folio(self) -> Folio:
        """The text."""
        return self.query_one(Folio)

    def show(self, lines: Sequence[Line], names: Names, role: str, latest: int) -> None:
        """Shows the narration so far, scrolled to the line with this number: what came last.

        Where everything from there on fits, the end of the talk stands at the foot of the pane.
        """
        self.forget()
        self.folio.show(paragraphs(lines, names, role))
        self._place = sum(1 for _ in _groups(lines[:latest]))
        self.call_after_refresh(self._take_place)

    def on_folio_settled(self) -> None:
        """There is more text, or another width: the place in the text stays."""
        self._take_place()

    def on_resize(self) -> None:
        """The pane has another height: the place in the text stays."""
        self._take_place()

    def _take_place(self) -> None:
        folio = self.folio
        if folio.size.width:
            self._placing = True
            line = folio.line_of(self._place, folio.size.width)
            self.scroll_to(y=line, animate=False, immediate=True)
            self._placing = False

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Where the player has scrolled to is the place to keep."""
        super().watch_scroll_y(old_value, new_value)
        clamped = old_value > self.max_scroll_y  # by a new layout, not by the player
        if not self._placing and not clamped and self.folio.size.width:
            self._place = self.folio.paragraph_at(round(new_value), self.folio.size.width)

    def find(self, words: str, by: int = 1) -> tuple[int, int]:
        """Sets off every place with these words and goes to the next, or with -1 the one before.

        New words begin with the first place, and after the last comes the first again. The
        number of the place, from 1, and how many there are: (0, 0) where there is none.
        """
        if words != self._words:
            self._words = words
            pattern = re.compile(re.escape(words), re.IGNORECASE)
            self._hits = [
                (number, *found.span())
                for number, paragraph in enumerate(self.folio.paragraphs)
                for found in pattern.finditer(paragraph.body.plain)
            ]
            self._hit = -1 if by > 0 else 0
        if not self._hits:
            self.folio.mark({})
            return 0, 0
        self._hit = (self._hit + by) % len(self._hits)
        marks: dict[int, list[Mark]] = {}
        for place, (number, start, end) in enumerate(self._hits):
            style = HERE if place == self._hit else HIT
            marks.setdefault(number, []).append(Mark(start, end, style))
        self.folio.mark(marks)
        number, start, _ = self._hits[self._hit]
        line = self.folio.line_of(number, self.folio.size.width, start)
        self.scroll_to(y=line - 1, animate=False)
        return self._hit + 1, len(self._hits)

    def forget(self) -> None:
        """Ends the search: nothing is set off any more."""
        self._words, self._hits = "", []
        self.folio.mark({})
