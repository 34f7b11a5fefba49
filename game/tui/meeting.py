"""The meeting as the screens see it: a session, its narration so far, and the student's drafts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from game.scenario.library import saved_games_folder
from game.summit.checks import Verdict
from game.summit.debrief import last_of
from game.summit.events import Phase, Refusal, Rejected
from game.summit.moves import Move, Reflect
from game.summit.session import Session
from game.summit.start import free_path
from game.summit.view import PartyView
from game.tui.packages import Basket
from game.wording.debrief import Section
from game.wording.dossier import shown_difficulties
from game.wording.lines import Line, Narrator
from game.wording.names import Names
from game.wording.refusals import reason, refusal
from game.wording.saved import NOTHING_TO_UNDO, not_written


class Meeting:
    """One game on the screen."""

    def __init__(self, session: Session, *, guided: bool = False) -> None:
        self.session = session
        self.guided = guided
        """Whether a guide tells what to do next, as in the first meeting."""
        self.names = Names(session.scenario)
        self.basket = Basket()
        """The packages being composed; they outlive the screen on which they are composed."""
        self.lines: list[Line] = []
        self.latest: tuple[Line, ...] = ()
        """What the last move brought; in a game taken up, since the last own move."""
        self.lost: str | None = None
        """Why the game cannot go on: its journal cannot be written any more."""
        self._tell_anew()

    def _tell_anew(self) -> None:
        session = self.session

        def read(party: str, item: str) -> tuple[str, ...]:
            own = party == session.role
            return shown_difficulties(session.view(), session.scenario, item) if own else ()

        self._narrator = Narrator(session.scenario, session.role, read, session.head.seed)
        self.lines = list(self._narrator.tell(self.session.log))
        own = [n for n, line in enumerate(self.lines) if line.speaker == self.session.role]
        self.latest = tuple(self.lines[own[-1] if own else 0 :])
        self._view: PartyView | None = None
        self._openings: Mapping[str, Verdict] | None = None

    @property
    def view(self) -> PartyView:
        """What the student can see now."""
        if self._view is None:
            self._view = self.session.view()
        return self._view

    @property
    def openings(self) -> Mapping[str, Verdict]:
        """verb → None where the student may make such a move now, else the rule against it."""
        if self._openings is None:
            self._openings = self.session.summit.openings(self.session.role)
        return self._openings

    @property
    def phase(self) -> Phase:
        """The phase of the summit."""
        return self.session.summit.phase

    def play(self, move: Move) -> str | None:
        """Makes a move. None when it was made; otherwise why not, in a sentence.

        What is open instead stands in the footer, and is told only where the phase is in the way.
        What followed stands in `latest`, and at the end of `lines`.
        """
        try:
            events = self.session.play(move)
        except OSError as error:
            self.lost = not_written(error)
            return self.lost
        if events and isinstance(events[0], Rejected):
            rejected, scenario = events[0], self.session.scenario
            if rejected.code is Refusal.NOT_NOW:
                return refusal(rejected, scenario, self.openings)
            return reason(rejected.code, rejected.detail, rejected.move.verb, scenario)
        self._view = self._openings = None
        self.latest = self._narrator.tell(events)
        self.lines += self.latest
        return None

    def difficulties(self, item: str) -> tuple[str, ...]:
        """The difficulties that they may have with an item, in the order of their numbers."""
        return shown_difficulties(self.view, self.session.scenario, item)

    def export(self) -> Path:
        """Writes the talk so far as text beside the journal, or where journals lie; over no other
        file. OSError if it cannot be."""
        path = self._beside_journal("talk", ".txt")
        text = "\n".join(self._plain(line) for line in self.lines)
        path.write_text(f"{self.session.scenario.title}\n\n{text}\n", encoding="utf-8")
        return path

    def export_debrief(self, pages: Iterable[Section]) -> Path:
        """Writes the debrief, with the talk, as Markdown; where and errors as for `export`."""
        path = self._beside_journal("debrief", ".md")
        parts = [f"# {self.session.scenario.title}: {self.names.party(self.session.role)}"]
        parts += ["\n\n".join((f"## {page.title}", *page.lines)) for page in pages]
        reflection = last_of(self.session.role, self.session.records, Reflect)
        if reflection is not None and reflection.text:
            parts.append(f"## Reflection\n\n{reflection.text}")
        talk = "\n".join(f"- {self._plain(line)}" for line in self.lines)
        parts.append(f"## What was said\n\n{talk}")
        path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
        return path

    def _beside_journal(self, name: str, suffix: str) -> Path:
        journal = self.session.journal_path
        if journal is not None:
            return free_path(journal.with_suffix(suffix))
        folder = saved_games_folder()
        folder.mkdir(parents=True, exist_ok=True)
        return free_path(folder / f"sidelines-{name}{suffix}")

    def _plain(self, line: Line) -> str:
        said = f"{self.names.address(line.speaker)}: " if line.speaker else ""
        return f"{line.minute}′ {said if line.kind == 'speech' else ''}{line.text}"

    def undo(self) -> str | None:
        """Takes the student's last move back. None when it was; otherwise why not."""
        try:
            taken = self.session.undo()
        except OSError as error:
            self.lost = not_written(error)
            return self.lost
        if not taken:
            return NOTHING_TO_UNDO
        self._tell_anew()
        return None
