"""The saved games: what journals lie in the user's folder, and going on with one of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from game.scenario.library import UnusableError, saved_games_folder
from game.started import command
from game.summit.debrief import result_points
from game.summit.ending import outcomes_of
from game.summit.events import Phase
from game.summit.journal import JournalError, read_journal
from game.summit.session import Session

BETWEEN = "between meetings"
"""The phase of a finished game that a campaign goes on from."""


@dataclass(frozen=True, slots=True)
class SavedGame:
    """A journal in the list of saved games."""

    path: Path
    title: str
    role: str
    minute: int
    phase: str
    moves: int
    """Of the student."""
    changed: datetime
    fault: str | None = None
    ending: str = ""
    """Title of the ending, and own points, of a game that is over."""
    points: int = 0

    @property
    def over(self) -> bool:
        """Whether there is nothing left to play in it."""
        return self.phase == Phase.DEBRIEF.value


def saved_games() -> Iterator[SavedGame]:
    """All journals in the user's folder, the last played first; faulty ones with their fault.

    Each is read when it is asked for: a shelf of them takes a moment. One that is deleted
    meanwhile is left out.
    """
    dated: list[tuple[float, Path]] = []
    for path in saved_games_folder().glob("*.jsonl"):
        with suppress(FileNotFoundError):
            dated.append((path.stat().st_mtime, path))
    for changed, path in sorted(dated, reverse=True):
        game = _saved(path, datetime.fromtimestamp(changed))
        if path.exists():
            yield game


def _saved(path: Path, changed: datetime) -> SavedGame:
    try:
        journal = read_journal(path)
        session = Session.from_journal(journal)
    except JournalError as error:
        return SavedGame(path, path.stem, "", 0, "", 0, changed, fault=str(error))
    title, phase = session.scenario.title, session.summit.phase.value
    if session.leg is not None:
        title = f"{session.leg.campaign.title}: {title}"
        if session.over and session.leg.following is not None:
            phase = BETWEEN
    state = session.summit.state
    ending = outcomes_of(session.scenario)[state.outcome].title if state.outcome else ""
    return SavedGame(
        path=path,
        title=title,
        role=session.scenario.parties[session.role].name,
        minute=session.minute,
        phase=phase,
        moves=sum(record.party == session.role for record in journal.records),
        changed=changed,
        ending=ending,
        points=result_points(state)[session.scenario.party_ids.index(session.role)]
        if ending
        else 0,
    )


def resume_session(path: Path | None) -> Session:
    """Goes on with the game in a journal, or with the last one that is not over."""
    if path is not None:
        return Session.resume(path)
    for game in saved_games():
        if game.fault is None and not game.over:
            return Session.resume(game.path)
    raise UnusableError(f"There is no saved game to go on with. `{command()}` starts a new one.")
