"""One game in lines: what is typed becomes moves and look-ups; what follows is said."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

from game.plain.afterwards import moment_lines
from game.plain.dialogue import Dialogue
from game.plain.guide import BEGUN, Choice, Guide, called, pick
from game.plain.keyboard import is_typed, standard_lines
from game.plain.lines import forgiving, scrub
from game.plain.prompts import NO_NUMBERS
from game.plain.shorthand import expand
from game.plain.voice import LATEST, Voice
from game.plain.words import AFTERWARDS, LOOKUPS
from game.scenario.library import UnusableError
from game.summit.events import Rejected
from game.summit.moves import NAMES_TERMS, VERBS, Guess, Move
from game.summit.notation import NotationError, parse
from game.summit.session import Session
from game.summit.start import branch_session, next_session
from game.wording.campaign import next_meeting
from game.wording.doubts import doubt
from game.wording.manual import MANUAL
from game.wording.refusals import refusal
from game.wording.saved import (
    NOTHING_TO_BRANCH_FROM,
    NOTHING_TO_UNDO,
    goes_on_by,
    not_written,
)

QUIT = ("quit", "exit")
YES = ("yes", "y")
WITH_WORDS = ("guess", "reflect")
"""Moves that mean nothing without words of the player's own."""

SURE = "Type it again, or “yes”, to do it all the same."
ANSWERS = "Enter alone reads the answers."
TOLD = "The truth has been told: a guess counts only before."

ALL_SETTLED = "No item is open: “reopen” takes one back, “conclude” asks for the final text."

T = TypeVar("T")


def run_plain(session: Session, moves: str | None) -> int:
    """Plays a session in lines on standard input and output, or with the moves of a file."""
    output = forgiving(sys.stdout)
    if moves is None:
        lines = standard_lines()
        return Play(session, output, interactive=True, prompts=is_typed(lines)).run(lines)
    if moves == "-":
        return Play(session, output, interactive=False).run(forgiving(sys.stdin))
    try:
        with Path(moves).open(encoding="utf-8-sig") as file:
            return Play(session, output, interactive=False).run(file)
    except OSError as error:
        raise UnusableError(f"The moves cannot be read from {moves}: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise UnusableError(f"The moves in {moves} are not text in UTF-8.") from error


class Play(Voice):
    """A session played in lines.

    In a conversation (`interactive`) numbers answer, and what a move lacks is asked for. Where the
    lines are typed, a move against which something speaks is asked about once.
    """

    def _begin(self, session: Session) -> None:
        super()._begin(session)
        self.dialogue = Dialogue()
        self._doubted: Move | None = None
        """The move that this line, or the one before, was asked about."""
        self._confirmed: Move | None = None

    def run(self, lines: Iterable[str]) -> int:
        """Plays until the player leaves or the lines end; the game is saved either way."""
        self.typed = is_typed(lines)
        self._left = False
        source: Iterator[str] = iter(lines)
        number = 0
        try:
            self.greet()
            while not self._left:
                self._prompt()
                line = next(source, None)
                number += 1
                if line is None:
                    break
                self._take(scrub(line), number)
        except KeyboardInterrupt:
            self.say("")
        self.part()
        self.session.close()
        return 0

    def _prompt(self) -> None:
        if self.dialogue.question is None:
            self.prompt()

    # --- a line -----------------------------------------------------------------------------------

    def _take(self, text: str, number: int) -> None:
        """One line of the player: an answer, a number, a word to look up, or a move."""
        if text.startswith("#"):
            return
        if text.startswith("?"):
            text = f"help {text[1:]}".strip()
        self._confirmed, self._doubted = self._doubted, None
        word = text.casefold()
        if not text:
            self._say_again()
        elif word in YES and self._confirmed is not None:
            self._play(self._confirmed, number)
        elif word in QUIT:
            self._left = True
        elif self.dialogue.question is not None and self._answered(text, number):
            return
        elif self.interactive and text.isdecimal():
            self._choose_number(text, number)
        elif not self._told_beside(word, number):
            self._enter(text, number)

    def _say_again(self) -> None:
        """Enter alone: what is awaited, whatever a list has numbered since."""
        self.desk.choices = ()
        if self.interactive and self.dialogue.question is not None:
            self.show(self.dialogue.lines())
        elif self.interactive:
            self.prompt(anew=True)

    def _told_beside(self, word: str, number: int) -> bool:
        """Answers what is neither a look-up of the desk nor a move; False where it is one."""
        first, _, rest = word.partition(" ")
        if word == "repeat":
            self.show(self.heard)
        elif word == "cancel":
            self.refuse("Nothing is being asked.", number)
        elif word == "undo":
            self._undo(number)
        elif word == "next" and next_meeting(self.session) is not None:
            self._next_meeting(number)
        elif first == "debrief" and self.session.over:
            self._debrief(rest)
        elif word in ("more", "next page") and self.session.over:
            self.read_debrief(self.after.following())
        elif first == "again" and self.session.over:
            self._again(rest, number)
        elif first in AFTERWARDS:
            self.refuse(f"“{first}” is for when the meeting is over.", number)
        else:
            return False
        return True

    # --- numbers and questions --------------------------------------------------------------------

    def _choices(self) -> tuple[Choice, ...]:
        """What numbers stand for now: what a look-up has numbered last, else the prompt."""
        return self.desk.choices or self.prompted[1]

    def _choose_number(self, text: str, number: int) -> None:
        choices = self._choices()
        choice = pick(text, choices)
        if choice is not None:
            self._choose(choice, number)
        elif choices:
            known = ", ".join(f"{one.number}" for one in choices)
            self.say(f"Choose one of these numbers: {known}.")
        else:
            self.say(NO_NUMBERS)

    def _choose(self, choice: Choice, number: int) -> None:
        """Plays what was chosen, or asks for what it still lacks."""
        if choice.whole or not self._ask(choice.words):
            self.dialogue.drop()
            if not self._told_beside(choice.words, number):
                self._enter(choice.words, number, whole=True)

    def _ask(self, words: str) -> bool:
        """Asks for what a move still lacks; False where it lacks nothing."""
        if not self.dialogue.ask(self._guide(), words):
            return False
        self.desk.choices = ()
        self.show(self.dialogue.lines())
        return True

    def _guide(self) -> Guide:
        return Guide(self.session)

    def _answered(self, text: str, number: int) -> bool:
        """Takes a line as the answer to what is being asked; False where it is something else."""
        word = text.casefold()
        choice = self.dialogue.answer(word)
        by_name = choice is not None and word == choice.name
        if word in ("undo", "back"):
            asks = self.dialogue.back(self._guide())
            self.show(self.dialogue.lines() if asks else ["The question is dropped."])
        elif word == "cancel":
            self.dialogue.drop()
            self.show(["The question is dropped; nothing was done."])
        elif not by_name and word.split()[0] in (*LOOKUPS, *AFTERWARDS, *VERBS):
            return False
        elif choice is None:
            self.show(["Not understood. “cancel” drops the question.", *self.dialogue.lines()])
        else:
            self._choose(choice, number)
        return True

    # --- look-ups and moves -----------------------------------------------------------------------

    def _enter(self, typed: str, number: int, *, whole: bool = False) -> None:
        """A look-up, or a move; one that lacks something is asked for it, unless it is `whole`."""
        text = expand(typed, self.session.view(), self.desk.names)
        answer = self.desk.answer(text)
        if answer is not None:
            self._look_up(answer)
            return
        alone = text.casefold()
        if self.interactive and not whole and alone in VERBS and self._begins(alone):
            return
        if alone in WITH_WORDS:
            form, about = MANUAL[alone]
            self.refuse(f"{form}: {about}", number)
            return
        try:
            move = parse(text)
        except NotationError as error:
            self._not_a_move(typed, text, f"{error}", number)
            return
        self._play(move, number)

    def _look_up(self, answer: list[str]) -> None:
        """Reads an answer, and what numbers stand for after it."""
        self.show(answer)
        if self.dialogue.question is not None:
            self.desk.choices = ()
            self.say(f"Still asked: {self.dialogue.question.text} {ANSWERS}")
        elif self.interactive and self.desk.choices:
            self.say(self.desk.footing)

    def _begins(self, words: str) -> bool:
        """Asks for what a move lacks, where such a move is open and lacks anything."""
        if self.session.openings().get(words.split()[0].casefold(), "") is not None:
            return False
        self.dialogue.drop()
        return self._ask(words.casefold())

    def _not_a_move(self, typed: str, text: str, error: str, number: int) -> None:
        """A line that is no whole move: words of the prompt, the beginning of a move, or a slip."""
        known = text.split()[0].casefold() in VERBS
        if self.interactive and text.split()[0].casefold() in BEGUN and self._begins(text):
            return
        if text.casefold() in NAMES_TERMS and not self.session.view().unsettled:
            self.refuse(ALL_SETTLED, number)
            return
        choice = called(typed, self._choices()) if self.interactive and not known else None
        if choice is not None:
            self._choose(choice, number)
        elif known:
            self.refuse(error, number)
        else:
            self.refuse(f"{error} “open” lists what you can do now, “help” every word.", number)

    def _play(self, move: Move, number: int) -> None:
        session, before = self.session, self.session.view()
        if self.interactive and self.truth_told and isinstance(move, Guess):
            self.refuse(TOLD, number)
            return
        if self.typed and session.refusal(move) is None and move != self._confirmed:
            minutes = session.summit.cost(session.role, move.verb)
            against = doubt(before, session.scenario, move, minutes)
            if against is not None:
                self._doubted = move
                self.show([against, SURE])
                return
        events = self._on_disk(partial(session.play, move))
        if isinstance(events[0], Rejected):
            menu = {item: seen.options for item, seen in before.items.items()}
            self.refuse(refusal(events[0], session.scenario, session.openings(), menu), number)
            return
        self.dialogue.drop()
        self.desk.choices = ()
        self.tell(move, before, events)

    def _on_disk(self, act: Callable[[], T]) -> T:
        """What an act that goes into the journal brings; UnusableError where it cannot be kept."""
        try:
            return act()
        except OSError as error:
            self.session.close()
            on = f"To go on: {goes_on_by(self.session, plain=True)}"
            raise UnusableError(f"{not_written(error)}\n{on}") from error

    # --- beside the meeting -----------------------------------------------------------------------

    def _undo(self, number: int) -> None:
        """Takes the last move back, as a practice game allows."""
        if not self._on_disk(self.session.undo):
            self.refuse(NOTHING_TO_UNDO, number)
            return
        self._begin(self.session)
        self.heard = self.teller.tell(self.session.log)[-LATEST:]
        self.show(["Your last move is taken back, and the journal says so.", *self.desk.where()])

    def _debrief(self, rest: str) -> None:
        """The debrief: its contents or all of it, or one page."""
        if rest in ("", "all"):
            self.tell_debrief(whole=rest == "all")
        else:
            self.read_debrief(self.after.page(rest))

    def _again(self, after: str, number: int) -> None:
        """Lists the moments of the game, or takes it up again at one of them, as a new game."""
        session = self.session
        if session.journal_path is None:
            self.refuse(NOTHING_TO_BRANCH_FROM, number)
            return
        if not after.isdecimal():
            told = "Take the game up again, as a new game: “again” and a number."
            self.show([told, *moment_lines(session)])
            return
        try:
            branch = branch_session(session.journal_path, int(after[:6]))
        except UnusableError as error:
            self.refuse(f"{error}", number)
            return
        self._take_up(branch)

    def _next_meeting(self, number: int) -> None:
        """Goes on to the next meeting of a campaign."""
        try:
            following = next_session(self.session)
        except UnusableError as error:
            self.refuse(f"{error}", number)
            return
        if not self.debriefed:
            self.tell_debrief()
        self.truth_told = False
        self._take_up(following)

    def _take_up(self, session: Session) -> None:
        """Goes on with another game."""
        self.session.close()
        self._begin(session)
        self.greet()
