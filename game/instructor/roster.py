"""`roster`: chairs and variants for a class, by lot.

Students are taken two by two in the order of the roster: the two get the same variant and seed,
luck says who gets which chair. So chairs are even, both are played on the same figures, and whoever
joins the list at its end changes nothing for those before. The same roster and seed give the same
lots on every machine.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from game.analysis.variants import vary
from game.instructor.brief import as_html, brief
from game.instructor.document import document
from game.instructor.spreadsheet import as_csv
from game.instructor.students import students_of
from game.scenario.library import UnusableError, exists, find
from game.scenario.model import Scenario
from game.started import quoted
from game.summit.start import beginning

VARIANTS = 9_999
"""Variants are drawn from 1 to this, so that a number says nothing about a neighbour's."""

COLUMNS = ("student", "chair", "variant", "seed", "command")


@dataclass(frozen=True, slots=True)
class Lot:
    """What one student plays."""

    student: str
    party: str
    variant: int
    """The seed of the game too."""
    command: str


def run_roster(
    roster: Path, name: str, extra: Sequence[Path], seed: int, folder: Path | None
) -> int:
    """Prints each student's command; with a folder, writes pages for them and the key there."""
    path = find(name, extra)
    scenario = beginning(path).scenario
    lots = drawn(students_of(roster), scenario, name, seed)
    several = f"{len(lots)} students, from {lots[0].student} to {lots[-1].student}."
    print(several if len(lots) > 1 else f"1 student: {lots[0].student}.", file=sys.stderr)
    if not scenario.variation.points:
        print(f"{path} has no `variation:`: every variant has the same figures.", file=sys.stderr)
    if folder is None:
        print("\n".join(f"{lot.student}\n    {lot.command}" for lot in lots))
    else:
        write(folder, lots, scenario)
        print(
            f"{folder} has a page for each student, class.html with all of them to print, and "
            "key.csv, which is yours alone."
        )
    return 0


# --- the lots -------------------------------------------------------------------------------------


def drawn(students: Sequence[str], scenario: Scenario, name: str, seed: int) -> list[Lot]:
    """A chair and a variant for each student, two by two."""
    luck = random.Random(f"roster:{seed}")
    taken: set[int] = set()
    lots = []
    for start in range(0, len(students), 2):
        parties = scenario.party_ids if luck.random() < 0.5 else scenario.party_ids[::-1]
        variant = _fresh(luck, taken)
        for student, party in zip(students[start : start + 2], parties, strict=False):
            command = _command(name, party, variant, student)
            lots.append(Lot(student, party, variant, command))
    return lots


def _fresh(luck: random.Random, taken: set[int]) -> int:
    """A variant that nobody has, while there are any."""
    while True:
        variant = 1 + int(luck.random() * VARIANTS)
        if variant not in taken or len(taken) >= VARIANTS:
            taken.add(variant)
            return variant


def _command(name: str, party: str, variant: int, student: str) -> str:
    return (
        f"sidelines play {quoted(name)} --as {party} --seed {variant} --variant {variant} "
        f"--student={quoted(student)}"
    )


# --- on paper -------------------------------------------------------------------------------------


def key(lots: Sequence[Lot]) -> str:
    """Who plays what, as CSV."""
    rows = ((lot.student, lot.party, lot.variant, lot.variant, lot.command) for lot in lots)
    return as_csv(COLUMNS, rows)


def write(folder: Path, lots: Sequence[Lot], scenario: Scenario) -> None:
    """Writes the key, a page for each student, and all pages in one to print."""
    if exists(folder / "key.csv"):
        raise UnusableError(f"{folder} has a key already. Choose another; nothing was changed.")
    pages = [f'<div class="sheet">{_sheet(lot, scenario)}</div>' for lot in lots]
    files = {
        "key.csv": key(lots),
        "class.html": document(scenario.title, scenario.language, "".join(pages)),
        **{
            f"{number:03}.html": document(lot.student, scenario.language, sheet)
            for number, (lot, sheet) in enumerate(zip(lots, pages, strict=True), start=1)
        },
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8-sig" if name == "key.csv" else "utf-8")
    except OSError as error:
        raise UnusableError(f"{folder} cannot be written: {error.strerror}.") from error


def _sheet(lot: Lot, scenario: Scenario) -> str:
    """One student's page: name, the command, the brief."""
    parts = list(brief(vary(scenario, lot.variant), lot.party, lot.variant))
    return (
        f'<p class="note">For {escape(lot.student)} alone. To play:</p>'
        f"<p><code>{escape(lot.command)}</code></p>{as_html(parts)}"
    )
