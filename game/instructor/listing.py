"""`list`, and the moments that `again` lists."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from game.scenario.library import entries
from game.started import command, quoted
from game.summit.journal import read_journal
from game.summit.session import Session, moments
from game.wording.moments import Moments


def run_list(extra: Sequence[Path], *, as_json: bool) -> int:
    """Prints the scenarios that can be played."""
    found = entries(extra)
    if as_json:
        print(
            json.dumps(
                [
                    {
                        "id": entry.id,
                        "title": entry.title,
                        "path": str(entry.path),
                        "kind": entry.kind,
                        "parties": [party for party, _ in entry.parties],
                    }
                    for entry in found
                    if entry.fault is None
                ],
                ensure_ascii=False,
                indent=2,
            )
        )
        return 0
    for entry in found:
        print(f"{entry.id}: {entry.title}")
        if entry.fault:
            print(f"    {entry.fault}")
            continue
        print(f"    {entry.summary}" if entry.summary else "", end="\n" if entry.summary else "")
        named = ", ".join(f"{name} ({id_})" for id_, name in entry.parties)
        told = [f"delegations: {named}"]
        if entry.plays_in:
            told.append(f"plays in about {entry.plays_in} minutes")
        elif entry.minutes:
            told.append(f"{entry.minutes} minutes at the table")
        print(f"    {'; '.join(told)}")
    return 0


def run_moments(path: Path) -> int:
    """Prints the moments at which a journal's game can be taken up again."""
    session = Session.from_journal(read_journal(path))
    told = Moments(session.scenario, session.role, session.records)
    for number in moments(session.records, session.role):
        print(f"{number:>4}  before {told.did(number)}")
    print(f"Take it up again: {command()} again {quoted(path)} --after NUMBER", file=sys.stderr)
    return 0
