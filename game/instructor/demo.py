"""`demo` and `replay`: a game played by two computers, a journal played again."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from game.instructor.account import account
from game.scenario.library import find
from game.scenario.model import Scenario
from game.started import command
from game.summit.counterpart import Counterpart
from game.summit.debrief import debrief_of
from game.summit.events import Event
from game.summit.journal import Record, read_journal
from game.summit.mind import Why
from game.summit.notation import write
from game.summit.session import replay
from game.summit.start import load_scenario
from game.summit.summit import Summit
from game.wording.debrief import WEIGHED, sections
from game.wording.lines import Line, Narrator

MOST_MOVES = 400
"""A game of two computers that takes longer has lost its way."""


@dataclass(frozen=True)
class Game:
    """A whole game."""

    summit: Summit
    records: tuple[Record, ...]
    events: tuple[Event, ...]


def play_out(scenario: Scenario, seed: int) -> Game:
    """A game between two computer delegations, each in its scenario's style."""
    summit = Summit(scenario, seed)
    sides = {party: Counterpart(entry.style) for party, entry in scenario.parties.items()}
    records: list[Record] = []
    events: list[Event] = []
    while not summit.over:
        party = summit.to_act()[0]
        decision = sides[party].choose(summit.view(party))
        events += summit.play(party, decision.move)
        records.append(Record(summit.state.minute, party, decision.move, decision.why))
        if len(records) > MOST_MOVES:
            raise RuntimeError("the two computer delegations do not come to an end")
    return Game(summit, tuple(records), tuple(events))


def run_demo(
    name: str, extra: Sequence[Path], seed: int, *, as_json: bool, explain: bool = False
) -> int:
    """Prints a game of two computers: talk, joint statement, ending, debrief.

    With `explain` the figures behind every decision as well: both sides' secrets.
    """
    path = find(name, extra)
    scenario = load_scenario(path)
    game = play_out(scenario, seed)
    debrief = debrief_of(game.summit.state, game.records)
    if as_json:
        content = account(path.stem, seed, scenario, game.records, debrief)
        if explain:
            content["explained"] = [
                explained(record, record.why) for record in game.records if record.why is not None
            ]
        print(json.dumps(content, indent=2))
        return 0
    narrator = Narrator(scenario, seed=seed)
    public = (event for event in game.events if event.to is None)
    for line in narrator.tell(public):
        print(printed(narrator, line))
    for section in sections(debrief, scenario, None):
        if section.title == WEIGHED and not explain:
            continue
        print(f"\n{section.title}\n")
        for text in section.lines:
            print(f"  {text}")
    return 0


def explained(record: Record, why: Why) -> dict[str, Any]:
    """A decision of the computer with the figures behind it, as plain data."""
    return {
        "minute": record.minute,
        "party": record.party,
        "move": write(record.move),
        **asdict(why),
    }


def printed(narrator: Narrator, line: Line) -> str:
    """A line of the narration as a line of text."""
    stamp = f"{line.minute:>3}′  "
    if line.kind == "speech" and line.speaker is not None:
        return f"{stamp}{narrator.names.address(line.speaker)}: {line.text}"
    return f"{stamp}{line.text}" if line.kind == "move" else f"{stamp}· {line.text}"


def run_replay(path: Path, *, as_json: bool) -> int:
    """Plays a journal again; 0 when it comes out the same, 1 when not."""
    journal = read_journal(path)
    session, difference = replay(journal)
    if journal.dropped:
        print(journal.dropped, file=sys.stderr)
    if as_json:
        debrief = debrief_of(session.summit.state, session.records)
        content = account(
            journal.head.name, journal.head.seed, session.scenario, session.records, debrief
        )
        content["same"] = difference is None
        content["difference"] = None if difference is None else asdict(difference)
        content["edited_at_line"] = journal.edited_at
        print(json.dumps(content, ensure_ascii=False, indent=2))
    elif difference is None:
        print(f"The same: {len(journal.records)} moves, every answer of the computer as recorded.")
    else:
        print(
            f"Not the same: at move {difference.number} {difference.party} played "
            f"“{difference.recorded}” (version {journal.head.version}) and would play "
            f"“{difference.computed}” now. The journal is still whole: `{command()} resume` goes "
            "on with it as it stands."
        )
    if journal.edited_at is not None:
        print(
            f"Line {journal.edited_at} of the journal was changed after it was written.",
            file=sys.stderr,
        )
    return 0 if difference is None and journal.edited_at is None else 1
