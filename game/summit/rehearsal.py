"""A game on a file that is being edited: read again when it is saved.

The moves that still fit are kept; no journal is. While the file has faults the last good game stays
as it was.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from game.analysis.sense import examined
from game.scenario.diagnostics import Diagnostic
from game.scenario.library import UnusableError, exists, is_file, read_head
from game.scenario.model import Scenario
from game.scenario.reader import ReadResult, read_scenario
from game.started import command, quoted
from game.summit.bots import Integrative
from game.summit.events import Phase, Rejected
from game.summit.journal import Record
from game.summit.moves import Caucus, Move, PullAside
from game.summit.notation import write
from game.summit.session import Difference, Session, known_party
from game.summit.start import load_scenario
from game.summit.summit import Summit

ORDER = (
    Phase.BRIEFING,
    Phase.OPENING,
    Phase.TABLE,
    Phase.FINAL_TEXT,
    Phase.PRESS,
    Phase.DEBRIEF,
)
"""The phases that follow one another, in their order."""

AWAY = (Phase.CAUCUS, Phase.ASIDE)
"""Places to which one goes from the table."""

GOALS = (*ORDER[:3], *AWAY, *ORDER[3:])
"""The phases that one can jump to; the two homes decide in a moment that nobody can stay in."""

MOST_MOVES = 400
"""No bot needs more moves to the end of a meeting."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A move that has no place in the game any more."""

    move: Move
    why: Rejected


@dataclass(frozen=True, slots=True)
class Saved:
    """The file as it was read: when and how long it was, and what stands in it."""

    stamp: tuple[int, int]
    result: ReadResult


class Rehearsal:
    """The game of one chair on a file, from which it can always be played anew."""

    def __init__(self, path: Path, role: str | None = None, seed: int = 0) -> None:
        """Reads the file. Raises UnusableError where there is none, or no such delegation."""
        if exists(path) and path.is_dir():
            raise UnusableError(f"{path} is a folder; name the file in it.")
        if not is_file(path):
            begin = f"{command()} new {quoted(path)}"
            raise UnusableError(f"There is no file {path}. `{begin}` begins one.")
        if read_head(path).kind == "campaign":
            load_scenario(path)  # which says why it cannot be previewed as a whole
        self.path = path
        self.seed = seed
        self.session: Session | None = None
        """The game; None until the file has been without errors once."""
        self.faults: tuple[Diagnostic, ...] = ()
        """What is wrong with the file as it stands now, warnings included."""
        self.left_out: tuple[LeftOut, ...] = ()
        """The moves that did not fit any more when the file was last read."""
        self.answered: Difference | None = None
        """The first move of the computer that came out otherwise when the file was last read."""
        self._role = role
        self._seen: tuple[int, int] | None = None
        self._wanted: tuple[Move, ...] = ()
        self._as_read: list[Record] = []
        self.refresh()
        if self.session is not None and role is not None:
            known_party(self.session.scenario, role)

    @property
    def broken(self) -> bool:
        """Whether the file as it stands cannot be played."""
        return any(fault.is_error for fault in self.faults)

    def refresh(self) -> bool:
        """Reads the file again if it was saved since, and goes on from it; whether it was."""
        reading = self.read()
        if reading is not None:
            self.take(reading)
        return reading is not None

    def read(self) -> Saved | None:
        """The file as it stands, if it was saved since the last reading that was taken.

        This takes longest and changes nothing, so that it can be done beside the game. A file that
        is missing for a moment, as while an editor saves it, counts as not saved.
        """
        try:
            stat = self.path.stat()
        except OSError:
            return None
        stamp = (stat.st_mtime_ns, stat.st_size)
        if stamp == self._seen:
            return None
        return Saved(stamp, examined(read_scenario(self.path)))

    def take(self, reading: Saved) -> None:
        """Goes on from what was read: its faults, and the game on it where it has none."""
        self._seen = reading.stamp
        self.faults = reading.result.diagnostics
        if reading.result.scenario is not None:
            self._take(reading.result.scenario, "\n".join(reading.result.lines))

    def _take(self, scenario: Scenario, text: str) -> None:
        """Plays the student's moves on the new file; the computer answers them anew."""
        before = self.session
        if before is not None:
            self._role = before.role
            if before.records != self._as_read:
                own = (r.move for r in before.records if r.party == before.role)
                self._wanted = tuple(own)
        if self._role not in scenario.parties:
            self._role = scenario.party_ids[0]
        session = Session.start(
            scenario, text=text, name=self.path.stem, role=self._role, seed=self.seed
        )
        left_out = []
        for move in self._wanted:
            first = session.play(move)[0]
            if isinstance(first, Rejected):
                left_out.append(LeftOut(move, first))
        self.session, self.left_out = session, tuple(left_out)
        self.answered = _first_difference(before, session)
        # A move that was left out comes back with the next save, unless the game has gone on:
        # an id that was misspelt for a moment costs nothing.
        self._as_read = list(session.records)

    # --- going elsewhere ------------------------------------------------------------------------

    def restart(self) -> None:
        """Begins again in the same chair."""
        if self.session is not None:
            self._go_on_with(self.session.taken_up(self.session.role, lambda summit: True))

    def change_chair(self) -> None:
        """Goes over to the other delegation, in the game as it was played.

        What the computer did there last, in this phase, is taken back: it is the player's turn.
        """
        session = self.session
        if session is None:
            return
        phase, kept = session.summit.phase, len(session.records)
        while kept and session.records[kept - 1].party == session.other:
            kept -= 1

        def reached(summit: Summit) -> bool:
            return summit.phase is phase and len(summit.state.record) >= kept

        self._go_on_with(session.taken_up(session.other, reached))

    def jump_to_minute(self, minute: int) -> bool:
        """Goes to a minute at the table: back to it, or on with the integrative bot in the chair.

        False where the meeting ends before.
        """
        self._jump(lambda summit: _place(summit) >= 2 and summit.state.minute >= minute)
        return self.session is not None and self.session.minute >= minute

    def jump_to_phase(self, phase: Phase) -> bool:
        """Goes to the beginning of a phase: back to it, or on with the bot in the chair.

        To a caucus and to an aside one goes from where the table stands. False where this game
        does not come there: it ends before, or has not the minutes for it.
        """
        wanted = ORDER.index(Phase.TABLE if phase in AWAY else phase)
        if phase not in AWAY or self.session is None or _place(self.session.summit) != wanted:
            self._jump(lambda summit: _place(summit) >= wanted)
        session = self.session
        if session is None or session.summit.phase is phase:
            return session is not None
        if phase in AWAY and session.summit.phase in AWAY:
            self._play_on(lambda summit: summit.phase is Phase.TABLE)
        if phase in AWAY:
            session.play(
                Caucus() if phase is Phase.CAUCUS else PullAside(item=_first_open(session))
            )
        return session.summit.phase is phase

    def _jump(self, reached: Callable[[Summit], bool]) -> None:
        if self.session is not None:
            self._go_on_with(self.session.taken_up(self.session.role, reached))
            self._play_on(reached)

    def _go_on_with(self, session: Session) -> None:
        """Another game than that of the last reading: what did not fit then is forgotten."""
        self.session, self.left_out, self.answered = session, (), None
        self._as_read = []

    def _play_on(self, reached: Callable[[Summit], bool]) -> None:
        bot = Integrative()
        for _ in range(MOST_MOVES):
            session = self.session
            if session is None or session.over or reached(session.summit):
                return
            session.play(bot.choose(session.view()).move)


def _place(summit: Summit) -> int:
    return ORDER.index(Phase.TABLE if summit.phase in AWAY else summit.phase)


def _first_open(session: Session) -> str:
    return next(iter((*session.view().unsettled, *session.scenario.agenda)))


def _first_difference(before: Session | None, after: Session) -> Difference | None:
    """Where the computer first moved otherwise than in the game before, if it did."""
    if before is None or before.role != after.role:
        return None
    for number, (old, new) in enumerate(zip(before.records, after.records, strict=False), 1):
        if old.party == new.party == after.other and old.move != new.move:
            return Difference(number, new.party, write(old.move), write(new.move))
        if old.party != new.party or old.move != new.move:
            return None
    return None
