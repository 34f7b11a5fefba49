"""What one game says in lines: greeting, events, prompts, the debrief, and where the game lies."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TextIO

from game.plain.afterwards import Afterwards
from game.plain.desk import Desk
from game.plain.prompts import AGAIN, GUESS, PAGES, REFLECT, Awaited, awaited
from game.plain.telling import Teller
from game.started import command, quoted
from game.summit.events import Event, Phase, Played
from game.summit.moves import Choices, Guess, HandDown, Move, Propose, worded_packages
from game.summit.session import Session
from game.summit.view import PartyView
from game.wording import board, status
from game.wording.campaign import next_meeting, on_the_way
from game.wording.dossier import fiction
from game.wording.names import small
from game.wording.saved import goes_on_by, handing_in

LATEST = 8
"""When a game is taken up again, so many lines of its talk are read again."""


class Voice:
    """Says what happens in a session, and what is awaited.

    `interactive` answers refusals where the player reads; otherwise the lines come from a script,
    and refusals go to standard error with the number of their line.
    """

    def __init__(
        self,
        session: Session,
        output: TextIO,
        *,
        interactive: bool,
        prompts: bool = False,
    ) -> None:
        self.output = output
        self.interactive = interactive
        self.prompts = prompts
        self.typed = False
        """Whether a person types the lines, who can be asked and reads page by page."""
        self.truth_told = False
        """Whether the debrief was read, moves taken back since or not: no guess counts then."""
        self._begin(session)

    def _begin(self, session: Session) -> None:
        """Turns to a session."""
        self.session = session
        self.teller = Teller(session)
        self.desk = Desk(session, self.teller)
        self.after = Afterwards(session)
        self.debriefed = False
        self.heard: list[str] = []
        """What was said at the table last."""
        self.prompted: Awaited = ("", ())
        self._said_prompt = ""

    # --- what is awaited --------------------------------------------------------------------------

    def greet(self) -> None:
        """Who leads whom, what is fiction, and the meeting up to here."""
        scenario, session = self.session.scenario, self.session
        party = scenario.parties[session.role]
        self.say(f"{scenario.title}. You lead {party.name} as {small(party.leader)}.")
        self.show([fiction(scenario), *on_the_way(session)])
        if session.notice:
            self.say(session.notice)
        if session.journal_path:
            self.say(f"Your game is kept in {session.journal_path}")
        if self.interactive:
            self.say("Type “help” for all words, “brief” for your brief.")
        lines = self.teller.tell(session.log)
        if any(record.party == session.role for record in session.records):
            self.say("The meeting goes on. “talk all” reads everything that was said.")
            latest = self.teller.again(self.teller.transcript[-LATEST:])
            self._hear([*latest, *self.desk.where()])
            self._tell_place(())
        else:
            self._hear(lines)
            self._tell_place(session.log)

    def prompt(self, *, anew: bool = False) -> None:
        """What is awaited, where it has changed; silent where nobody is there to read."""
        self.prompted = self._awaited()
        ask = self.prompted[0]
        if self.prompts and (anew or ask != self._said_prompt):
            self.say(ask)
        self._said_prompt = ask

    def _awaited(self) -> Awaited:
        session = self.session
        if not session.over:
            return awaited(session, self.desk.names)
        ask, choices = GUESS
        if self.truth_told:
            again = AGAIN if session.journal_path else ""
            ask = (PAGES if self.typed else "") + REFLECT.format(again=again)
            choices = self.after.choices() if self.typed else ()
        following = next_meeting(session)
        return ask + (f" “next” goes on to {following}." if following else ""), choices

    # --- what happens -----------------------------------------------------------------------------

    def tell(self, move: Move, before: PartyView, events: Sequence[Event]) -> None:
        """What came of a move of the student's, with what it would mean to them alone."""
        lines = self.teller.tell(events)
        packages = worded_packages(move)
        for place, terms in enumerate(packages, start=1):
            label = f", number {place}" if len(packages) > 1 else ""
            worth = status.worth_in_words(before, self.session.scenario, terms)
            lines.insert(place, f"For you alone{label}: {worth}")
        if isinstance(move, HandDown):
            lines.insert(1, f"For you alone: {board.handed_worth(before, move.item)}")
        self._hear(lines)
        self._tell_place(events)

    def _tell_place(self, events: Sequence[Event]) -> None:
        """What the student would read beside the talk: their offer's worth, the final text."""
        session = self.session
        if session.over:
            guessed = any(isinstance(record.move, Guess) for record in session.records)
            if (guessed or self.truth_told) and not self.debriefed:
                self.tell_debrief()
            return
        view = session.view()
        offered = any(
            isinstance(event, Played)
            and event.party == session.other
            and isinstance(event.move, Propose | Choices | HandDown)
            for event in events
        )
        if offered and view.their_offer is not None:
            worths = [
                status.worth_in_words(view, session.scenario, terms)
                for terms in view.their_packages
            ]
            if view.their_offer.handdown is not None:
                worths.append(board.handed_worth(view, view.their_offer.handdown))
            self._hear([f"For you alone: {worth}" for worth in worths], more=True)
        if session.summit.phase is Phase.FINAL_TEXT:
            self._hear(self.desk.final_text(), more=True)

    def tell_debrief(self, *, whole: bool = False) -> None:
        """Its contents to whoever turns the pages, everything to a script."""
        if self.typed and not whole:
            self.read_debrief(self.after.contents())
        else:
            self.read_debrief([*self.after.everything(), ""])

    def read_debrief(self, lines: Sequence[str]) -> None:
        """Says some of it; from now on the truth is told."""
        self.debriefed = self.truth_told = True
        self.show(lines)

    def part(self) -> None:
        """Where the game lies, and how it goes on."""
        path = self.session.journal_path
        if not self.session.over:
            if path:
                self.say(f"The game is saved. To go on: {goes_on_by(self.session, plain=True)}")
            return
        if not self.debriefed:
            self.tell_debrief()
        if path:
            if self.typed:
                self.tell_file()
            self.say(handing_in(self.session, str(path)))
            following = next_meeting(self.session)
            if following:
                again = goes_on_by(self.session, plain=True)
                self.say(f"The next meeting, {following}: {again}, then “next”.")

    def tell_file(self) -> None:
        """How the whole debrief is brought into a file."""
        path = self.session.journal_path
        if path:
            self.say(f"The debrief as a file: {command()} report {quoted(path)}")

    # --- saying it --------------------------------------------------------------------------------

    def refuse(self, text: str, number: int) -> None:
        """In a conversation the answer stands where the player reads; in a script, by number."""
        if self.interactive:
            self.say(text)
        else:
            print(f"line {number}: {text}", file=sys.stderr)

    def _hear(self, lines: Sequence[str], *, more: bool = False) -> None:
        """Says what was said at the table; `repeat` says it again."""
        self.heard = [*self.heard, *lines] if more else list(lines)
        self.show(lines)

    def show(self, lines: Iterable[str]) -> None:
        """Says several lines."""
        for line in lines:
            self.say(line)

    def say(self, text: str) -> None:
        """Says a line."""
        print(text, file=self.output, flush=True)
