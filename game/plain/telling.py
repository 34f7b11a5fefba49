"""What is told in lines of what happens at the table: one narration, in the form for the ear."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.summit.events import Event, Played, TrustChanged
from game.summit.session import Session
from game.wording.catalogue import TRUST_CAUSES
from game.wording.dossier import shown_difficulties
from game.wording.lines import Line, Narrator, read_aloud


class Teller:
    """Tells a meeting and keeps what it has told.

    The minute is said where it changes, and trust once for a move and all that it brought.
    """

    def __init__(self, session: Session) -> None:
        self._role = session.role

        def shown(party: str, item: str) -> tuple[str, ...]:
            own = party == session.role
            return shown_difficulties(session.view(), session.scenario, item) if own else ()

        self._narrator = Narrator(session.scenario, session.role, shown, session.head.seed)
        self._minute = -1
        self.transcript: list[Line] = []
        """Everything told so far."""

    def tell(self, events: Iterable[Event]) -> list[str]:
        """The lines of what has just happened."""
        told: list[Line] = []
        for several in self._exchanges(events):
            moved = [event for event in several if isinstance(event, TrustChanged)]
            told += self._narrator.tell(e for e in several if not isinstance(e, TrustChanged))
            if moved:
                minute = max([moved[-1].minute, *(line.minute for line in told)])
                told.append(Line("news", minute, _trust(moved)))
        lines = read_aloud(told, self._narrator.names, self._minute)
        if told:
            self._minute = told[-1].minute
        self.transcript += told
        return lines

    def again(self, lines: Sequence[Line]) -> list[str]:
        """Lines of the transcript, each minute said anew."""
        return read_aloud(lines, self._narrator.names)

    def _exchanges(self, events: Iterable[Event]) -> list[list[Event]]:
        """The events, parted before each move of the student."""
        parts: list[list[Event]] = [[]]
        for event in events:
            if isinstance(event, Played) and event.party == self._role and parts[-1]:
                parts.append([])
            parts[-1].append(event)
        return parts


def _trust(moved: Sequence[TrustChanged]) -> str:
    """“Trust 58, up 3: a question is a courtesy.”: where several changes have led, and why."""
    by = sum(event.by for event in moved)
    change = f"up {by}" if by > 0 else f"down {-by}" if by < 0 else "as before"
    causes = dict.fromkeys(TRUST_CAUSES[event.cause] for event in moved)
    return f"Trust {moved[-1].now}, {change}: {'; '.join(causes)}."
