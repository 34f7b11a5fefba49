"""A game on a file that is being edited: read again when it is saved.

The moves that still fit are kept; no journal is. While the file has faults the last good game stays
as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from game.analysis.sense import examined
from game.scenario.diagnostics import Diagnostic
from game.scenario.library import UnusableError
from game.scenario.model import Scenario
from game.scenario.reader import read_scenario
from game.summit.bots import Integrative
from game.summit.events import Phase, Rejected
from game.summit.moves import Move
from game.summit.session import Session

ORDER = (
    Phase.BRIEFING,
    Phase.OPENING,
    Phase.TABLE,
    Phase.FINAL_TEXT,
    Phase.PRESS,
    Phase.DEBRIEF,
)
"""The phases that one can jump to, in their order."""

MOST_MOVES = 400
"""No bot needs more moves to the end of a meeting."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A move that has no place in the game any more."""

    move: Move
    why: Rejected


class Rehearsal:
    """The game of one chair on a file, from which it can always be played anew."""

    def __init__(self, path: Path, role: str | None = None, seed: int = 0) -> None:
        """Reads the file. Raises UnusableError where there is none, or no such delegation."""
        if not path.is_file():
            raise UnusableError(f"There is no file {path}. `sidelines new {path}` begins one.")
        self.path = path
        self.seed = seed
        self.session: Session | None = None
        """The game; None until the file has been without errors once."""
        self.faults: tuple[Diagnostic, ...] = ()
        """What is wrong with the file as it stands now, warnings included."""
        self.left_out: tuple[LeftOut, ...] = ()
        """The moves that did not fit any more when the file was last read."""
        self._role = role
        self._seen: tuple[int, int] | None = None
        self.refresh()

    @property
    def broken(self) -> bool:
        """Whether the file as it stands cannot be played."""
        return any(fault.is_error for fault in self.faults)

    def refresh(self) -> bool:
        """Reads the file again if it was saved since; whether it was.

        A file that is missing for a moment, as while an editor saves it, counts as not saved.
        """
        try:
            stat = self.path.stat()
        except OSError:
            return False
        if (stat.st_mtime_ns, stat.st_size) == self._seen:
            return False
        self._seen = (stat.st_mtime_ns, stat.st_size)
        result = examined(read_scenario(self.path))
        self.faults = result.diagnostics
        if result.scenario is not None:
            self._take(result.scenario)
        return True

    def _take(self, scenario: Scenario) -> None:
        if self._role is None:
            self._role = scenario.party_ids[0]
        if self._role not in scenario.parties:
            if self.session is None:
                raise UnusableError(
                    f"No delegation is called {self._role}. There are: "
                    f"{', '.join(scenario.parties)}."
                )
            self._role = scenario.party_ids[0]
        moves = () if self.session is None else self._own_moves()
        text = self.path.read_text(encoding="utf-8-sig", errors="replace")
        self._play(scenario, text, moves)

    def _play(self, scenario: Scenario, text: str, moves: Iterable[Move]) -> None:
        assert self._role is not None
        session = Session.start(
            scenario, text=text, name=self.path.stem, role=self._role, seed=self.seed
        )
        left_out = []
        for move in moves:
            first = session.play(move)[0]
            if isinstance(first, Rejected):
                left_out.append(LeftOut(move, first))
        self.session, self.left_out = session, tuple(left_out)

    def _own_moves(self, until: int | None = None) -> tuple[Move, ...]:
        """The moves of this chair, those up to a minute where one is given."""
        assert self.session is not None
        return tuple(
            record.move
            for record in self.session.records
            if record.party == self.session.role and (until is None or record.minute <= until)
        )

    # --- going elsewhere ------------------------------------------------------------------------

    def restart(self, role: str | None = None) -> None:
        """Begins again, in the other chair where one is named."""
        self._again((), role)

    def _again(self, moves: Iterable[Move], role: str | None = None) -> None:
        session = self.session
        if session is None:
            return
        kept = tuple(moves)
        self._role = role or self._role
        self._play(session.scenario, session.head.text, kept)

    def jump_to_minute(self, minute: int) -> None:
        """Goes to a minute of the meeting: back to it, or on with the integrative bot in the chair.

        Where the meeting ends before, to its end.
        """
        if self.session is None:
            return
        if self.session.minute > minute:
            self._again(self._own_moves(until=minute))
        self._play_on(lambda session: session.minute >= minute)

    def jump_to_phase(self, phase: Phase) -> None:
        """Goes to the beginning of a phase; where the meeting skips it, to the next one."""
        if self.session is None:
            return
        wanted = ORDER.index(phase)
        if _place(self.session) >= wanted:
            self._again(())
        self._play_on(lambda session: _place(session) >= wanted)

    def _play_on(self, reached: Callable[[Session], bool]) -> None:
        bot = Integrative()
        for _ in range(MOST_MOVES):
            session = self.session
            if session is None or session.over or reached(session):
                return
            session.play(bot.choose(session.view()).move)


def _place(session: Session) -> int:
    phase = session.summit.phase
    return ORDER.index(Phase.TABLE if phase in (Phase.CAUCUS, Phase.ASIDE) else phase)
