"""A scenario that cannot be played: every fault of the file, with its place."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from game.scenario.diagnostics import Diagnostic
from game.tui.screens.dialogs import Reading
from game.tui.widgets.folio import Paragraph
from game.wording.faults import quoted_line

ROOM = 60
"""Cells for a line of the file, so that its caret is never wrapped at 80 columns."""


class FaultsScreen(Reading):
    """What is wrong with a file, to be mended in an editor."""

    def __init__(self, file: str, diagnostics: Sequence[Diagnostic]) -> None:
        super().__init__(f"{file} cannot be played yet", fault_paragraphs(diagnostics))


def fault_paragraphs(diagnostics: Sequence[Diagnostic]) -> list[Paragraph]:
    """Each finding with its place, its line of the file, and a way to mend it."""
    return [Paragraph(_fault(fault), space=True) for fault in diagnostics]


def _fault(fault: Diagnostic) -> Content:
    sign, style = ("✗", "$error") if fault.is_error else ("·", "$warning")
    parts: list[str | tuple[str, str]] = [
        (f"{sign} line {fault.line}, column {fault.column}: ", f"bold {style}"),
        fault.message,
        (f"  {fault.code}", "$muted"),
    ]
    for line, tone in zip(quoted_line(fault, ROOM), ("$muted", style), strict=False):
        # A wrapped line loses the blanks that it begins with, and the caret would lose its place.
        shown = f"{'·' * (len(line) - len(line.lstrip()))}{line.lstrip()}"
        parts.append((f"\n{shown}", tone))
    if fault.help:
        parts += ["\n", fault.help]
    return Content.assemble(*parts)
