"""`report`: the debrief of a journal as a file, or the class table of several."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from game.analysis.measures import percent
from game.instructor.account import account
from game.instructor.spreadsheet import as_csv
from game.scenario.library import UnusableError
from game.started import command, quoted
from game.summit.debrief import Debrief, debrief_of
from game.summit.ending import outcomes_of
from game.summit.journal import read_journal
from game.summit.marks import Mark, marks, total
from game.summit.session import Session
from game.summit.turning import course_of
from game.wording.debrief import Section, turning_page
from game.wording.lines import Line, Narrator
from game.wording.moments import Moments
from game.wording.names import Names, figure
from game.wording.pages import pages_of
from game.wording.saved import taken_back

NUMBERED = re.compile(r"\d+\. ")
"""How a clause of the statement begins, which is an entry of a list in Markdown already."""


@dataclass(frozen=True)
class Reported:
    """One journal, played again and accounted for."""

    student: str
    """The name in the journal, or the file's."""
    path: Path
    """The journal."""
    session: Session
    debrief: Debrief
    sections: tuple[Section, ...]
    marks: tuple[Mark, ...]
    transcript: tuple[Line, ...]
    digest: str
    edited_at: int | None


LEFT_OUT = 2
"""The exit code where a journal could not be used."""


def load(path: Path) -> Reported:
    """The account of a journal; UnusableError where its game has not ended."""
    journal = read_journal(path)
    session = Session.from_journal(journal)
    if not session.over:
        raise UnusableError(
            f"The game in {path} has not ended: {command()} resume {quoted(path)} goes on with it."
        )
    state = session.summit.state
    debrief = debrief_of(state, session.records)
    told = Moments(session.scenario, session.role, session.records)
    turning = turning_page(course_of(session), told)
    # Without the page of the mark, since this session writes no journal: it is a table here.
    pages = pages_of(session, debrief, turning)
    narrator = Narrator(session.scenario, session.role, seed=session.head.seed)
    return Reported(
        student=journal.head.student or path.stem,
        path=path,
        session=session,
        debrief=debrief,
        sections=pages,
        marks=marks(session.scenario, session.role, debrief, session.records, session.log),
        transcript=narrator.tell(session.log),
        digest=journal.digest,
        edited_at=journal.edited_at,
    )


def without_names(reports: Sequence[Reported]) -> list[Reported]:
    """The same with numbers for names, in an order that says nothing about the names."""
    shuffled = sorted(reports, key=lambda report: report.digest)
    return [
        replace(report, student=f"Student {number}", path=Path())
        for number, report in enumerate(shuffled, start=1)
    ]


def run_report(paths: Sequence[Path], style: str, *, named: bool) -> int:
    """Prints the report of one journal, or of several with the class table.

    Of several, one that cannot be used is named and left out; the exit code is then 2.
    """
    reports = [load(paths[0])] if len(paths) == 1 else list(_usable(paths))
    if not reports:
        return LEFT_OUT
    for report in reports:
        if report.edited_at is not None:
            print(
                f"{report.path}: line {report.edited_at} was changed after it was written.",
                file=sys.stderr,
            )
    if not named:
        reports = without_names(reports)
    if style == "json":
        found = [as_data(report) for report in reports]
        print(json.dumps(found[0] if len(paths) == 1 else found, ensure_ascii=False, indent=2))
    elif style == "csv":
        print(table(reports), end="")
    elif style == "html":
        from game.instructor.report_html import page

        print(page(reports))
    else:
        print("\n\n".join(markdown(report) for report in reports))
        if len(reports) > 1:
            print("\n" + class_table(reports))
    return LEFT_OUT if len(reports) < len(paths) else 0


def _usable(paths: Sequence[Path]) -> Iterator[Reported]:
    for path in paths:
        try:
            yield load(path)
        except UnusableError as error:
            print(f"Left out: {error}", file=sys.stderr)


def as_data(report: Reported) -> dict[str, Any]:
    """The account as plain data: result, marks, sections."""
    session = report.session
    content = account(
        session.head.name, session.head.seed, session.scenario, session.records, report.debrief
    )
    points, of = total(report.marks)
    return {
        **content,
        "student": report.student,
        "role": session.role,
        "variant": session.head.variant,
        "level": session.head.level,
        "undone": session.undone,
        "parent": session.head.parent,
        "edited_at_line": report.edited_at,
        "mark": {
            "points": points,
            "of": of,
            "lines": [
                {"name": m.name, "points": m.points, "of": m.of, "why": m.why} for m in report.marks
            ],
        },
        "sections": [{"title": s.title, "lines": list(s.lines)} for s in report.sections],
    }


def markdown(report: Reported) -> str:
    """The account as Markdown."""
    session = report.session
    lines = [f"# {session.scenario.title}: {report.student}", "", led(session)]
    if session.undone:
        lines.append(taken_back(session))
    if session.head.parent:
        lines.append(taken_up(session.head.parent))
    for section in report.sections:
        lines += ["", f"## {section.title}", ""]
        single = len(section.lines) == 1
        lines += [line if single or NUMBERED.match(line) else f"- {line}" for line in section.lines]
    lines += ["", "## Mark", "", "| | points | of | |", "|---|---|---|---|"]
    lines += [
        f"| {m.name} | {'–' if m.points is None else m.points} | {m.of} | {m.why} |"
        for m in report.marks
    ]
    points, of = total(report.marks)
    lines += [f"| **So far** | **{points}** | **{of}** | the rest is for the instructor |"]
    reflection = report.debrief.reflections.get(session.role)
    if reflection:
        lines += ["", "## Reflection", "", reflection]
    lines += ["", "## Transcript", ""]
    for line in report.transcript:
        said_by = speaker(report, line)
        who = f"**{said_by}:** " if said_by else ""
        lines.append(f"- {line.minute}′ {who}{line.text}")
    return "\n".join(lines)


def led(session: Session) -> str:
    """Who was led, on which figures."""
    party, head = session.scenario.parties[session.role], session.head
    return (
        f"Led {party.name} as {party.leader}; seed {head.seed}, variant {head.variant}, level "
        f"{head.level}."
    )


def taken_up(parent: str) -> str:
    """That a game goes on from a moment of another, which its head names."""
    digest, _, moves = parent.partition(":")
    return f"Taken up again after {moves} moves of the game whose journal ends with {digest}."


def speaker(report: Reported, line: Line) -> str:
    """Who says a line of the transcript, as spoken of in the room; empty where nobody speaks."""
    if line.kind != "speech" or line.speaker is None:
        return ""
    return Names(report.session.scenario).address(line.speaker)


def row(report: Reported) -> dict[str, Any]:
    """One student's line in the class table, by column; shares in percent."""
    session, found = report.session, report.debrief.measures
    number = session.scenario.party_ids.index(session.role)
    points, of = total(report.marks)
    return {
        "student": report.student,
        "scenario": session.head.name,
        "role": session.role,
        "variant": session.head.variant,
        "outcome": report.debrief.outcome,
        "in_force": report.debrief.in_force,
        "own_points": found.points[number],
        "their_points": found.points[1 - number],
        "own_result": percent(found.own_result[number]),
        "joint_gain": percent(found.joint_gain),
        "trust": report.debrief.trust,
        "mark": points,
        "of": of,
        "moves": len(session.records),
        "undone": session.undone,
        "again": session.head.parent is not None,
        "edited": report.edited_at is not None,
        "journal": report.path.name,
    }


def table(reports: Sequence[Reported]) -> str:
    """The class table as CSV."""
    rows = [row(report) for report in reports]
    return as_csv(tuple(rows[0]), [tuple(entry.values()) for entry in rows])


def several_summits(reports: Sequence[Reported]) -> bool:
    """Whether the class played more than one summit, so that a table has to say which."""
    return len({report.session.scenario.title for report in reports}) > 1


def chair(report: Reported, *, with_summit: bool) -> str:
    """Whom a student led, and where."""
    scenario = report.session.scenario
    name = scenario.parties[report.session.role].name
    return f"{name}; {scenario.title}" if with_summit else name


def class_table(reports: Sequence[Reported]) -> str:
    """The class table as Markdown."""
    lines = [
        "## Class",
        "",
        "| student | chair | ending | own points | joint gain | mark |",
        "|---|---|---|---|---|---|",
    ]
    several = several_summits(reports)
    for report in reports:
        entry = row(report)
        scenario = report.session.scenario
        title = outcomes_of(scenario)[report.debrief.outcome].title
        whom = chair(report, with_summit=several)
        lines.append(
            f"| {entry['student']} | {whom} | {title} | {figure(entry['own_points'])} | "
            f"{entry['joint_gain']} % | {entry['mark']} of {entry['of']} |"
        )
    return "\n".join(lines)
