"""The title screen in lines: choose a summit and a chair, or go on with a saved game."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Literal, TextIO

from game.plain.guide import Choice, pick
from game.plain.keyboard import standard_lines
from game.plain.lesson import LessonPlay
from game.plain.lines import forgiving, scrub
from game.plain.play import Play
from game.scenario.campaign import Campaign
from game.scenario.library import UnusableError, entries
from game.scenario.model import Scenario
from game.summit.manner import LEVELS
from game.summit.saved_games import SavedGame, resume_session, saved_games
from game.summit.session import Session
from game.summit.settings import keep, settings
from game.summit.start import beginning, start_session

LEAVE = ("quit", "exit")
BACK = ("back", "0")
SHOWN = 3
"""So many saved games are read out at first; “older” reads them all."""

HELP = (
    "Type the number of a line, or words of it. “delete” and a number deletes a saved game, "
    "“back” returns to the list, “quit” leaves."
)


class Answer(Enum):
    """What else than one of the choices was answered."""

    AGAIN = "again"
    """The list is to be asked anew."""
    LEAVES = "leaves"


AGAIN, LEAVES = Answer.AGAIN, Answer.LEAVES


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the menu."""

    name: str
    label: str
    start: Callable[[], Play | Answer]
    saved: Path | None = None
    """The journal, where it is a saved game."""


def run_menu(source: Iterator[str], output: TextIO, extra: Sequence[Path]) -> int:
    """Asks what to play and plays it; 0 also when nothing is chosen."""
    output = forgiving(output)
    try:
        play = Menu(source, output, extra).choose()
    except KeyboardInterrupt:
        print(file=output)
        return 0
    return 0 if play is None else play.run(source)


def asked_delegation(path: Path) -> str | None:
    """Asks which delegation to lead in a new game of the file; None where the player leaves."""
    return Menu(standard_lines(), forgiving(sys.stdout)).delegation(path)


class Menu:
    """A few questions, each answered by a number or a name."""

    def __init__(self, source: Iterator[str], output: TextIO, extra: Sequence[Path] = ()) -> None:
        self._source = source
        self._output = output
        self._extra = extra
        self._shown: int | None = SHOWN

    def choose(self) -> Play | None:
        """The game to play, or None where the player leaves."""
        self._say("Sidelines: learn diplomacy at the table.")
        while True:
            play = self._choose_once()
            if play is LEAVES:
                return None
            if isinstance(play, Play):
                keep(met=True)
                return play

    def _choose_once(self) -> Play | Answer:
        listed = [*self._scenarios(), *self._saved_games()]
        numbered = dict(enumerate(listed, start=1))
        # The first meeting keeps its number, wherever it stands.
        first = {0: self._first()}
        numbered = numbered | first if settings().met else first | numbered
        choices = [
            Choice(number, entry.label, entry.name, name=entry.name)
            for number, entry in numbered.items()
        ]
        picked = self._ask("Which summit?", choices, numbered)
        if isinstance(picked, Answer):
            return picked
        try:
            return numbered[picked].start()
        except UnusableError as problem:
            self._say(str(problem))
            return AGAIN

    def delegation(self, path: Path) -> str | None:
        """The delegation that the player leads in a new game; None where they leave."""
        picked = self._which(beginning(path).scenario)
        return None if isinstance(picked, Answer) else picked

    # --- what there is ----------------------------------------------------------------------------

    def _scenarios(self) -> list[Entry]:
        return [
            Entry(entry.id, f"{entry.title} ({entry.id})", partial(self._chair, entry.path))
            for entry in entries(self._extra)
            if entry.fault is None
        ]

    def _saved_games(self) -> list[Entry]:
        """The last played first; two that would be told alike also by the hour."""
        games = unfinished()
        labels = Counter(_label(game) for game in games)
        found = [
            Entry(
                game.path.stem,
                f"{_label(game)} {game.changed:%H:%M}"
                if labels[_label(game)] > 1
                else _label(game),
                partial(self._resume, game.path),
                game.path,
            )
            for game in games
        ]
        if self._shown is None or len(found) <= self._shown:
            return found
        older = f"{len(found) - self._shown} older saved games"
        return [*found[: self._shown], Entry("older", older, self._show_older)]

    def _show_older(self) -> Answer:
        self._shown = None
        return AGAIN

    def _first(self) -> Entry:
        label = "A first meeting, guided: two items, about five minutes of your time"
        return Entry("first", label, lambda: LessonPlay(self._output, prompts=True))

    def _resume(self, path: Path) -> Play:
        return self._play(resume_session(path))

    def _play(self, session: Session) -> Play:
        return Play(session, self._output, interactive=True, prompts=True)

    def _chair(self, path: Path) -> Play | Answer:
        """The questions that a new game needs answered."""
        begin = beginning(path)
        about: Scenario | Campaign = begin.leg.campaign if begin.leg else begin.scenario
        if about.summary:
            self._say(about.summary.strip())
        if about.plays_in:
            self._say(f"It takes about {about.plays_in} minutes.")
        role = self._which(begin.scenario)
        if isinstance(role, Answer):
            return role
        levels = [
            Choice(number, f"{level} counterpart", level, name=level)
            for number, level in enumerate(LEVELS, start=1)
        ]
        picked = self._ask("How hard? Enter alone is standard.", levels, usual="standard")
        if isinstance(picked, Answer):
            return picked
        level = levels[picked - 1].words
        return self._play(start_session(path, role=role, level=level))

    def _which(self, scenario: Scenario) -> str | Literal[Answer.AGAIN, Answer.LEAVES]:
        """The delegation to lead."""
        parties = [
            Choice(number, f"{entry.name}, {entry.leader}", party, name=party)
            for number, (party, entry) in enumerate(scenario.parties.items(), start=1)
        ]
        picked = self._ask("Which delegation do you lead?", parties)
        return picked if isinstance(picked, Answer) else parties[picked - 1].words

    # --- asking -----------------------------------------------------------------------------------

    def _ask(
        self,
        question: str,
        choices: Sequence[Choice],
        deletable: dict[int, Entry] | None = None,
        usual: str | None = None,
    ) -> int | Answer:
        """The number of the choice that is meant, by number, name or words of its label."""
        self._say(question)
        for choice in choices:
            self._say(f"{choice.number}. {choice.label}")
        while (text := self._read()) is not None and text not in LEAVE:
            word, _, rest = text.partition(" ")
            picked = pick(text or usual or "", choices)
            if picked is not None:
                return picked.number
            if text in BACK and deletable is None:
                return AGAIN
            if word == "delete" and deletable is not None:
                if self._delete(rest.strip(), deletable):
                    return AGAIN
                continue
            self._say(HELP)
        return LEAVES

    def _delete(self, number: str, listed: dict[int, Entry]) -> bool:
        """Deletes a saved game after asking; whether it is gone."""
        entry = listed.get(int(number[:4])) if number.isdecimal() else None
        path = entry.saved if entry else None
        if path is None:
            self._say("Name the number of a saved game, for example: delete 3")
            return False
        self._say(f"Delete {path}? It cannot be brought back. Type “yes” to delete it.")
        if self._read() != "yes":
            self._say("Nothing is deleted.")
            return False
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            self._say(f"It cannot be deleted: {error.strerror or error}.")
            return False
        self._say("Deleted.")
        return True

    def _read(self) -> str | None:
        """A line of the player in small letters; None at the end of input."""
        line = next(self._source, None)
        return None if line is None else scrub(line).casefold()

    def _say(self, text: str) -> None:
        print(text, file=self._output, flush=True)


def unfinished() -> list[SavedGame]:
    """The saved games that can be gone on with, the last played first."""
    return [game for game in saved_games() if game.fault is None and not game.over]


def _label(game: SavedGame) -> str:
    return f"Go on: {game.title} as {game.role}, minute {game.minute}, {game.changed:%d %B}"
