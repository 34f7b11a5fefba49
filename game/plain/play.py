"""One game in lines: reads moves and look-ups, prints labelled sentences, redraws nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TextIO

from game.plain.afterwards import debrief_lines, moment_lines
from game.plain.desk import Desk, shown_difficulties
from game.plain.guide import Choice, Guide, Question
from game.plain.lines import forgiving, packages_of, scrub, spoken
from game.plain.prompts import GUESS, NO_NUMBERS, PROMPTS, REFLECT
from game.plain.shorthand import expand
from game.scenario.library import UnusableError
from game.summit.events import Event, Phase, Played, Rejected
from game.summit.moves import Choices, Guess, HandDown, Move, Propose
from game.summit.notation import NotationError, parse
from game.summit.session import Session
from game.summit.start import branch_session, next_session
from game.wording import board, status
from game.wording.campaign import next_meeting, on_the_way
from game.wording.dossier import fiction
from game.wording.lines import Line, Narrator
from game.wording.manual import MANUAL
from game.wording.refusals import refusal

QUIT = ("quit", "exit")
WITH_WORDS = ("guess", "reflect")
"""Moves that mean nothing without words of the player's own."""

LATEST = 8
"""When a game is taken up again, so many lines of its talk are read again."""


def run_plain(session: Session, moves: str | None) -> int:
    """Plays a session in lines on standard input and output, or with the moves of a file."""
    output = forgiving(sys.stdout)
    if moves is None:
        asks = sys.stdin.isatty()
        return Play(session, output, interactive=True, prompts=asks).run(sys.stdin)
    if moves == "-":
        return Play(session, output, interactive=False).run(sys.stdin)
    try:
        with Path(moves).open(encoding="utf-8-sig") as file:
            return Play(session, output, interactive=False).run(file)
    except (OSError, UnicodeDecodeError) as error:
        raise UnusableError(f"The moves cannot be read from {moves}: {error}.") from error


class Play:
    """A session shown in lines.

    `interactive` answers refusals where the player reads and asks for what a move lacks; otherwise
    the lines come from a script, and refusals go to `errors` with the number of their line.
    """

    def __init__(
        self,
        session: Session,
        output: TextIO,
        *,
        interactive: bool,
        prompts: bool = False,
        errors: TextIO | None = None,
    ) -> None:
        self.session = session
        self.output = output
        self.errors = errors or sys.stderr
        self.interactive = interactive
        self.prompts = prompts
        self.desk = Desk(session)
        self.narrator = self._new_narrator()
        self._last: list[str] = []
        self._guided = False
        """Whether the last line asked a question: then a number answers it."""
        self._debriefed = False
        self._left = False

    def _new_narrator(self) -> Narrator:
        session = self.session

        def shown(party: str, item: str) -> tuple[str, ...]:
            return tuple(shown_difficulties(session, item)) if party == session.role else ()

        return Narrator(session.scenario, session.role, shown, session.head.seed)

    # --- the course of a game ---------------------------------------------------------------------

    def run(self, lines: Iterable[str]) -> int:
        """Plays until the player leaves or the lines end; the game is saved either way."""
        source: Iterator[str] = iter(lines)
        number = 0
        try:
            self._greet()
            while not self._left:
                self._prompt()
                line = next(source, None)
                number += 1
                if line is None:
                    break
                self._take(scrub(line), number)
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
        for line in on_the_way(session):
            self._say(line)
        if session.notice:
            self._say(session.notice)
        if session.journal_path:
            self._say(f"Your game is kept in {session.journal_path}")
        if self.interactive:
            self._say("Type “help” for all words, “brief” for your brief.")
        lines = [self._spoken(line) for line in self.narrator.tell(session.log)]
        self.desk.transcript += lines
        if any(record.party == session.role for record in session.records):
            self._say("The meeting goes on. “talk all” reads everything that was said.")
            self._show([*lines[-LATEST:], *self.desk.where()])
            self._tell_place(())
        else:
            self._show(lines)
            self._tell_place(session.log)

    def _prompt(self) -> None:
        """What is awaited, and which numbers answer it; silent where nobody is there to read."""
        ask = ""
        if not self._guided:
            ask, self.desk.choices = self._awaited()
        if self.prompts:
            self.output.write(f"{ask}\n> " if ask else "> ")
            self.output.flush()

    def _awaited(self) -> tuple[str, tuple[Choice, ...]]:
        """The prompt, and the choices that it numbers."""
        session = self.session
        if session.over:
            following = next_meeting(session)
            goes_on = f" “next” goes on to the next meeting: {following}." if following else ""
            return (REFLECT if self._debriefed else GUESS) + goes_on, ()
        phase = session.summit.phase
        if phase in PROMPTS:
            return PROMPTS[phase]
        view = session.view()
        clock = f"{status.clock(view).capitalize()}."
        if phase is Phase.OPENING:
            choices = tuple(Choice(item, f"open {item}") for item in view.items)
            named = ", ".join(
                f"{n} {self.desk.names.short(item)}" for n, item in enumerate(view.items, start=1)
            )
            return f"Open the meeting: which item do you put first? {named}.", choices
        if view.question is not None:
            item = self.desk.names.short(view.question)
            choices = (
                Choice("explain", f"explain {view.question}", whole=False),
                Choice("note", "note"),
            )
            return f"{clock} They ask about {item}. 1: explain. 2: leave it.", choices
        if view.offer is not None and view.offer.party == view.other:
            count = max(1, len(view.offer.packages))
            taken = tuple(Choice(f"accept {n}", f"accept {n}") for n in range(1, count + 1))
            said = "1: accept." if count == 1 else f"1 to {count}: accept that number."
            choices = (*taken, Choice("decline", "decline"))
            return f"{clock} Their offer waits. {said} {count + 1}: decline.", choices
        return f"{clock} You have the floor.", ()

    # --- a line -----------------------------------------------------------------------------------

    def _take(self, text: str, number: int) -> None:
        """One line of the player: a number, a word to look up, or a move."""
        if not text or text.startswith("#"):
            return
        guided, self._guided = self._guided, False
        if self.interactive and text.isdecimal():
            self._take_number(text, number, guided)
            return
        word = text.casefold()
        if word in QUIT:
            self._left = True
        elif word == "repeat":
            self._show(self._last)
        elif word == "undo":
            self._undo(number)
        elif word == "debrief" and self.session.over:
            self._tell_debrief()
        elif word == "next" and next_meeting(self.session) is not None:
            self._next_meeting(number)
        elif word.split()[0] == "again" and self.session.over:
            self._again(word.removeprefix("again").strip(), number)
        else:
            self._look_or_play(text, number)

    def _take_number(self, text: str, number: int, guided: bool) -> None:
        choices = self.desk.choices
        if not 1 <= int(text[:4]) <= len(choices):
            self._say(f"Choose a number from 1 to {len(choices)}." if choices else NO_NUMBERS)
            self._guided = guided
            return
        choice = choices[int(text[:4]) - 1]
        if choice.whole:
            self._take(choice.words, number)
        else:
            self._ask(choice.words)

    def _look_or_play(self, text: str, number: int) -> None:
        text = expand(text, self.session.view(), self.desk.names)
        answer = self.desk.answer(text)
        if answer is not None:
            self._show(answer)
            # What this has numbered can be chosen until the next move.
            self._guided = bool(self.desk.choices)
            return
        if self.interactive and self._may_ask(text) and self._ask(text.casefold()):
            return
        if text.casefold() in WITH_WORDS:
            form, about = MANUAL[text.casefold()]
            self._refuse(f"{form}: {about}", number)
            return
        try:
            move = parse(text)
        except NotationError as error:
            self._refuse(f"{error}", number)
            return
        self._play(move, number)

    def _may_ask(self, text: str) -> bool:
        """Whether the words are a move that is open, and stand alone."""
        return self.session.openings().get(text.casefold(), "") is None

    def _ask(self, words: str) -> bool:
        """Asks for what a move still lacks; False where it lacks nothing."""
        guide = Guide(
            self.session.scenario,
            self.session.view(),
            lambda item: shown_difficulties(self.session, item),
        )
        question: Question | None = guide.ask(words)
        if question is None:
            return False
        self.desk.choices = question.choices
        self._guided = True
        labels = (f"{n}. {choice.label}" for n, choice in enumerate(question.choices, start=1))
        self._show([question.text, *labels])
        return True

    def _play(self, move: Move, number: int) -> None:
        session, before = self.session, self.session.view()
        events = session.play(move)
        if isinstance(events[0], Rejected):
            menu = {item: seen.options for item, seen in before.items.items()}
            self._refuse(refusal(events[0], session.scenario, session.openings(), menu), number)
            return
        self.desk.choices = ()
        self._last = []
        lines = [self._spoken(line) for line in self.narrator.tell(events)]
        self.desk.transcript += lines
        for n, terms in enumerate(packages := packages_of(move), start=1):
            label = f"number {n}: " if len(packages) > 1 else ""
            worth = status.worth_in_words(before, session.scenario, terms)
            lines.insert(n, f"For you alone: {label}{worth}")
        self._keep(lines)
        self._tell_place(events)

    def _undo(self, number: int) -> None:
        """Takes the last move back, as a practice game allows."""
        if not self.session.undo():
            self._refuse("There is no move of yours to take back.", number)
            return
        self._debriefed = False
        self.narrator = self._new_narrator()
        self.desk.transcript = [self._spoken(line) for line in self.narrator.tell(self.session.log)]
        self._show(["Your last move is taken back, and the journal says so.", *self.desk.where()])

    def _again(self, after: str, number: int) -> None:
        """Lists the moments of the game, or takes it up again at one of them, as a new game."""
        session = self.session
        if session.journal_path is None:
            self._refuse("This game kept no journal, from which to take it up again.", number)
            return
        if not after.isdecimal():
            told = "Take the game up again, as a new game: “again” and a number."
            self._show([told, *moment_lines(session)])
            return
        try:
            branch = branch_session(session.journal_path, int(after[:6]))
        except UnusableError as error:
            self._refuse(f"{error}", number)
            return
        self._take_up(branch)

    def _next_meeting(self, number: int) -> None:
        """Goes on to the next meeting of a campaign."""
        try:
            following = next_session(self.session)
        except UnusableError as error:
            self._refuse(f"{error}", number)
            return
        if not self._debriefed:
            self._tell_debrief()
        self._take_up(following)

    def _take_up(self, session: Session) -> None:
        """Goes on with another game."""
        self.session.close()
        self.session, self.desk = session, Desk(session)
        self.narrator = self._new_narrator()
        self._last, self._debriefed, self._guided = [], False, False
        self._greet()

    def _refuse(self, text: str, number: int) -> None:
        """In a conversation the answer stands where the player reads; in a script, by number."""
        if self.interactive:
            self._show([text])
        else:
            print(f"line {number}: {text}", file=self.errors)

    # --- telling ----------------------------------------------------------------------------------

    def _tell_place(self, events: Sequence[Event]) -> None:
        """What the student would read beside the talk: their offer's worth, the final text."""
        session = self.session
        if session.over:
            guessed = any(isinstance(record.move, Guess) for record in session.records)
            if guessed and not self._debriefed:
                self._tell_debrief()
            return
        offered = [
            event
            for event in events
            if isinstance(event, Played)
            and event.party == session.other
            and isinstance(event.move, Propose | Choices | HandDown)
        ]
        if offered:
            # Of what lies on the table, each package is followed by what it would mean.
            worths = board.offer(session.view(), session.scenario)[1::2]
            self._keep([f"For you alone: {worth}" for worth in worths])
        if session.summit.phase is Phase.FINAL_TEXT:
            self._keep(self.desk.final_text())

    def _tell_debrief(self) -> None:
        self._debriefed = True
        for line in debrief_lines(self.session):
            self._say(line)
        self._say("")

    def _part(self) -> None:
        path = self.session.journal_path
        if not self.session.over:
            if path:
                self._say(f"The game is saved. To go on: sidelines resume {path}")
            return
        if not self._debriefed:
            self._tell_debrief()
        if path:
            self._say(f"This is the file that you hand in: {path}")
            following = next_meeting(self.session)
            if following:
                self._say(f"The next meeting, {following}: sidelines resume {path}, then “next”.")

    def _spoken(self, line: Line) -> str:
        return spoken(self.narrator, line)

    def _show(self, lines: Sequence[str]) -> None:
        self._last = []
        self._keep(lines)

    def _keep(self, lines: Sequence[str]) -> None:
        """Says the lines; `repeat` says them again."""
        self._last = [*self._last, *lines]
        for line in lines:
            self._say(line)

    def _say(self, text: str) -> None:
        print(text, file=self.output, flush=True)
