"""One game in lines: reads moves and look-ups, prints labelled sentences, redraws nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

from game.plain.desk import HELP, Desk
from game.scenario.library import UnusableError
from game.summit.debrief import debrief_of
from game.summit.events import Events, Phase, Rejected
from game.summit.notation import NotationError, parse
from game.summit.session import Session
from game.wording import status
from game.wording.debrief import sections
from game.wording.dossier import fiction
from game.wording.lines import Line, Narrator
from game.wording.refusals import refusal

QUIT = ("quit", "exit", "save")

PROMPTS: dict[Phase, str] = {
    Phase.BRIEFING: "Type “brief” to read your brief, then “ready” to go in.",
    Phase.OPENING: "Open the meeting: “open ITEM” puts one item first. “agenda” lists them.",
    Phase.TABLE: "You have the floor.",
    Phase.ASIDE: "You are aside, the leaders alone. “back” returns to the table.",
    Phase.CAUCUS: "You are with your delegation. “back” returns to the table.",
    Phase.FINAL_TEXT: "Vote on the whole text: “adopt” or “refuse”. “draft” shows it.",
    Phase.PRESS: "What do you tell the press? “press claim”, “press share” or “press little”.",
}


def run_plain(session: Session, moves: str | None) -> int:
    """Plays a session in lines on standard input and output, or with the moves of a file."""
    if moves is None:
        return Play(session, sys.stdout, interactive=sys.stdin.isatty()).run(sys.stdin)
    if moves == "-":
        return Play(session, sys.stdout, interactive=False).run(sys.stdin)
    try:
        with Path(moves).open(encoding="utf-8") as file:
            return Play(session, sys.stdout, interactive=False).run(file)
    except (OSError, UnicodeDecodeError) as error:
        raise UnusableError(f"The moves cannot be read from {moves}: {error}.") from error


class Play:
    """A session shown in lines."""

    def __init__(
        self, session: Session, output: TextIO, *, interactive: bool, errors: TextIO | None = None
    ) -> None:
        self.session = session
        self.output = output
        self.errors = errors or sys.stderr
        self.interactive = interactive
        self.desk = Desk(session)
        self.narrator = Narrator(session.scenario, session.role)
        self._last: list[str] = []

    def run(self, lines: Iterable[str]) -> int:
        """Plays until the end of the game or of the lines; the game is saved either way."""
        self._greet()
        source: Iterator[str] = iter(lines)
        number = 0
        try:
            while not self.session.over:
                self._prompt()
                line = next(source, None)
                number += 1
                if line is None or line.strip().casefold() in QUIT:
                    break
                self._take(line, number)
        except KeyboardInterrupt:
            self._say("")
        self._part()
        self.session.close()
        return 0

    def _greet(self) -> None:
        scenario, session = self.session.scenario, self.session
        party = scenario.parties[session.role]
        self._say(f"{scenario.title}. You lead {party.name} as {party.leader}.")
        self._say(fiction(scenario))
        if session.notice:
            self._say(session.notice)
        if session.journal_path:
            self._say(f"Your game is kept in {session.journal_path}")
        if self.interactive:
            for line in HELP.splitlines():
                self._say(line)
        self._tell(tuple(session.log))

    def _prompt(self) -> None:
        prompt = PROMPTS.get(self.session.summit.phase)
        if self.interactive and prompt:
            view = self.session.view()
            self.output.write(f"[{status.clock(view)}] {prompt}\n> ")
            self.output.flush()

    def _take(self, line: str, number: int) -> None:
        text = scrub(line)
        if not text or text.startswith("#"):
            return
        if text.casefold() == "repeat":
            for said in tuple(self._last):
                self._say(said)
            return
        answer = self.desk.answer(text)
        if answer is not None:
            self._show(answer)
            return
        try:
            move = parse(text)
        except NotationError as error:
            self._refuse(f"{error}", number)
            return
        events = self.session.play(move)
        if isinstance(events[0], Rejected):
            openings = self.session.summit.openings(self.session.role)
            self._refuse(refusal(events[0], self.session.scenario, openings), number)
            return
        self._last = []
        self._tell(events)

    def _refuse(self, text: str, number: int) -> None:
        """In a conversation the answer stands where the player reads; in a script, by number."""
        if self.interactive:
            self._say(text)
        else:
            print(f"line {number}: {text}", file=self.errors)

    def _tell(self, events: Events) -> None:
        for line in self.narrator.tell(events):
            said = spoken(self.narrator, line)
            self._last.append(said)
            self._say(said)
        view = self.session.view()
        if events and view.offer is not None and view.offer.party == view.other:
            for terms in view.offer.packages:
                self._say(status.worth_in_words(view, self.session.scenario, terms))

    def _part(self) -> None:
        path = self.session.journal_path
        if not self.session.over:
            if path:
                self._say(f"The game is saved. To go on: sidelines resume {path}")
            return
        debrief = debrief_of(self.session.summit.state, self.session.records)
        for section in sections(debrief, self.session.scenario, self.session.role):
            self._say("")
            self._say(f"{section.title}:")
            for line in section.lines:
                self._say(line)
        if self.session.undone:
            self._say(f"Moves taken back in this practice game: {self.session.undone}.")
        if path:
            self._say("")
            self._say(f"This is the file that you hand in: {path}")

    def _show(self, lines: list[str]) -> None:
        self._last = lines
        for line in lines:
            self._say(line)

    def _say(self, text: str) -> None:
        print(text, file=self.output, flush=True)


def spoken(narrator: Narrator, line: Line) -> str:
    """A line of the narration, labelled with its minute and speaker."""
    label = f"Minute {line.minute}."
    if line.kind == "speech" and line.speaker is not None:
        return f"{label} {narrator.names.address(line.speaker)} says: {line.text}"
    if line.kind == "private":
        return f"{label} For you alone: {line.text}"
    return f"{label} {line.text}"


def scrub(text: str) -> str:
    """A typed line without control characters."""
    return "".join(c if c.isprintable() else " " for c in text).strip()
