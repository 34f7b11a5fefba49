"""A scenario that cannot be played: every fault of the file, with its place."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from game.scenario.diagnostics import Diagnostic
from game.tui.screens.dialogs import Reading
from game.tui.widgets.folio import Paragraph


class FaultsScreen(Reading):
    """What is wrong with a file, to be mended in an editor."""

    def __init__(self, file: str, diagnostics: Sequence[Diagnostic]) -> None:
        super().__init__(
            f"{file} cannot be played yet",
            [Paragraph(_fault(fault), space=True) for fault in diagnostics],
        )


def _fault(fault: Diagnostic) -> Content:
    sign = "✗" if fault.is_error else "·"
    parts: list[str | tuple[str, str]] = [
        (f"{sign} line {fault.line}, column {fault.column}: ", "bold $error"),
        fault.message,
        (f"  {fault.code}", "$muted"),
    ]
    if fault.help:
        parts += ["\n  ", fault.help]
    return Content.assemble(*parts)
