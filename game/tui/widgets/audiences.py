"""The audiences at home: support as a bar, in figures, and beside what is needed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from game.analysis.home import HomeSheet
from game.tui.text import cell
from game.tui.widgets.folio import Paragraph
from game.wording.names import Names, of_hundred, sentence_start

ROOM, LONGEST = 44, 30
"""Cells of a name and its bar together, and of a name at most: a longer one goes on below."""


def name_width(home: HomeSheet, names: Names, party: str) -> int:
    """The cells that the names of a home's audiences take before their bars."""
    titles = (Content(names.audience(party, audience)) for audience in home.audiences)
    return min(LONGEST, max([24, *(title.cell_length + 1 for title in titles)]))


def audience_paragraphs(
    home: HomeSheet,
    support: Sequence[int],
    names: Names,
    party: str,
    before: Sequence[int] | None = None,
    width: int = 0,
) -> Iterator[Paragraph]:
    """A row per audience, then the whole; `before` is the support before the meeting.

    `width` are the cells for the names, as many as they take where none are given.
    """
    if not home.audiences:
        return
    yield Paragraph(Content.styled(f"{names.party(party)}, at home", "bold"), space=True)
    titles = [sentence_start(names.audience(party, audience)) for audience in home.audiences]
    width = width or name_width(home, names, party)
    for number, name in enumerate(titles):
        needs = home.needs[number]
        yield Paragraph(
            bar_row(
                name,
                support[number],
                needs,
                None if before is None else before[number],
                weight=home.weights[number],
                width=width,
            )
        )
    verdict = home.verdict(support)
    yield Paragraph(bar_row("Together", verdict.support, verdict.needed, width=width))


def bar_row(
    name: str,
    support: int,
    needed: int | None,
    before: int | None = None,
    weight: int | None = None,
    width: int = 24,
) -> Content:
    """One bar: the support, a mark where it must stand, figures, a sign where it falls short.

    `width` are the cells for the name; the bar has the rest of the room.
    """
    bar = ROOM - width
    shown = max(0, min(100, support))
    filled = shown * bar // 100
    mark = None if needed is None else min(bar - 1, needed * bar // 100)
    short = needed is not None and support < needed
    cells = [
        ("┃", "bold $seal")
        if place == mark
        else ("█", "$error" if short else "$success")
        if place < filled
        else ("░", "$rule")
        for place in range(bar)
    ]
    now = of_hundred(support)
    old = now if before is None else of_hundred(before)
    was = f" (was {old})" if old != now else ""
    need = f"  {'✗ ' if short else ''}needs {needed}" if needed is not None else ""
    first, *rest = Content(name).wrap(width - 1)
    row = Content.assemble(
        cell(first.rstrip(), width),
        cell(f" ×{weight}" if weight is not None else "", 4, "$muted"),
        *cells,
        f"{now:>4}",
        (need, "$error" if short else "$muted"),
        (was, "$muted"),
    )
    return Content("\n").join([row, *rest])
