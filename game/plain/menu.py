"""The title screen in lines: choose a summit and a chair, or go on with a saved game."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TextIO

from game.plain.lesson import LessonPlay
from game.plain.lines import forgiving, scrub
from game.plain.play import Play
from game.scenario.campaign import Campaign
from game.scenario.library import UnusableError, entries
from game.scenario.model import Scenario
from game.summit.manner import LEVELS
from game.summit.session import Session
from game.summit.settings import keep, settings
from game.summit.start import SavedGame, beginning, resume_session, saved_games, start_session

LEAVE = ("quit", "exit")


@dataclass(frozen=True, slots=True)
class Entry:
    """One numbered line of the menu."""

    name: str
    label: str
    start: Callable[[], Play | None]
    saved: Path | None = None
    """The journal, where it is a saved game."""


def run_menu(source: TextIO, output: TextIO, extra: Sequence[Path]) -> int:
    """Asks what to play and plays it; 0 also when nothing is chosen."""
    output = forgiving(output)
    try:
        play = Menu(source, output, extra).choose()
    except KeyboardInterrupt:
        print(file=output)
        return 0
    return 0 if play is None else play.run(source)


class Menu:
    """A few questions, each answered by a number or a name."""

    def __init__(self, source: TextIO, output: TextIO, extra: Sequence[Path]) -> None:
        self._source = source
        self._output = output
        self._extra = extra

    def choose(self) -> Play | None:
        """The game to play, or None where the player leaves."""
        self._say("Sidelines: learn diplomacy at the table.")
        while True:
            listed = [*self._scenarios(), *map(self._saved, unfinished())]
            listed.insert(len(listed) if settings().met else 0, self._first())
            asked = "Which summit? “delete NUMBER” deletes a saved game."
            picked = self._ask(asked, [(entry.name, entry.label) for entry in listed], listed)
            if picked is None:
                return None
            if picked < 0:  # something was deleted: the list is another one now
                continue
            try:
                play = listed[picked].start()
            except UnusableError as problem:
                self._say(str(problem))
                continue
            keep(met=True)
            return play

    def _scenarios(self) -> list[Entry]:
        return [
            Entry(entry.id, entry.title, partial(self._chair, entry.path))
            for entry in entries(self._extra)
            if entry.fault is None
        ]

    def _saved(self, game: SavedGame) -> Entry:
        label = f"Go on: {game.title} as {game.role}, minute {game.minute}, {game.changed:%d %B}"
        return Entry(
            game.path.stem, label, lambda: self._play(resume_session(game.path)), game.path
        )

    def _first(self) -> Entry:
        label = "A first meeting, guided: two items, five minutes"
        return Entry("first", label, lambda: LessonPlay(self._output, prompts=True))

    def _play(self, session: Session) -> Play:
        return Play(session, self._output, interactive=True, prompts=True)

    def _chair(self, path: Path) -> Play | None:
        """The questions that a new game needs answered."""
        scenario, _, leg = beginning(path)
        about: Scenario | Campaign = leg.campaign if leg else scenario
        if about.summary:
            self._say(about.summary.strip())
        if about.plays_in:
            self._say(f"It takes about {about.plays_in} minutes.")
        parties = list(scenario.parties.items())
        picked = self._ask(
            "Which delegation do you lead?",
            [(party, f"{entry.name}, {entry.leader}") for party, entry in parties],
        )
        if picked is None:
            return None
        levels = [(level, f"{level} counterpart") for level in LEVELS]
        level = self._ask("How hard? An empty line is standard.", levels, usual="standard")
        if level is None:
            return None
        return self._play(start_session(path, role=parties[picked][0], level=LEVELS[level]))

    # --- asking -----------------------------------------------------------------------------------

    def _ask(
        self,
        question: str,
        choices: Sequence[tuple[str, str]],
        deletable: Sequence[Entry] = (),
        usual: str | None = None,
    ) -> int | None:
        """Which of the choices: by number, name, or the beginning of a name.

        None at the end of input or on “quit”; −1 where a saved game was deleted instead.
        """
        self._say(question)
        for number, (name, label) in enumerate(choices, start=1):
            self._say(f"{number}. {label} ({name})")
        names = [name.casefold() for name, _ in choices]
        while (text := self._read()) is not None and text not in LEAVE:
            if not text and usual is not None:
                return names.index(usual)
            word, _, rest = text.partition(" ")
            if word == "delete" and deletable:
                if self._delete(rest.strip(), deletable):
                    return -1
                continue
            picked = _pick(text, names)
            if picked is not None:
                return picked
            self._say("Type the number of a line, or “quit”.")
        return None

    def _delete(self, number: str, listed: Sequence[Entry]) -> bool:
        """Deletes a saved game after asking; whether it is gone."""
        place = int(number[:4]) - 1 if number.isdecimal() else -1
        path = listed[place].saved if 0 <= place < len(listed) else None
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
            self._say(f"It cannot be deleted: {error}.")
            return False
        self._say("Deleted.")
        return True

    def _read(self) -> str | None:
        """A line of the player in small letters; None at the end of input."""
        self._output.write("> ")
        self._output.flush()
        line = self._source.readline()
        return scrub(line).casefold() if line else None

    def _say(self, text: str) -> None:
        print(text, file=self._output, flush=True)


def unfinished() -> list[SavedGame]:
    """The saved games that can be gone on with, the last played first."""
    return [game for game in saved_games() if game.fault is None and game.phase != "debrief"]


def _pick(text: str, names: Sequence[str]) -> int | None:
    """A place in the list by number from 1, by name, or by the beginning of one name."""
    if text.isdecimal():
        return int(text[:4]) - 1 if 1 <= int(text[:4]) <= len(names) else None
    if text in names:
        return names.index(text)
    found = [place for place, name in enumerate(names) if text and name.startswith(text)]
    return found[0] if len(found) == 1 else None
