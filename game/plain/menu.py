"""The title screen in lines: choose a summit and a chair, or go on with a saved game."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TextIO

from game.plain.play import Play, scrub
from game.scenario.library import UnusableError, entries
from game.summit.session import Session
from game.summit.start import load_scenario, resume_session, saved_games, start_session


def run_menu(source: TextIO, output: TextIO, extra: Sequence[Path]) -> int:
    """Asks what to play and plays it; 0 also when nothing is chosen."""
    menu = Menu(source, output, extra)
    session = menu.choose()
    if session is None:
        return 0
    return Play(session, output, interactive=True).run(source)


class Menu:
    """A few questions, each answered by a number or a name."""

    def __init__(self, source: TextIO, output: TextIO, extra: Sequence[Path]) -> None:
        self._source = source
        self._output = output
        self._extra = extra

    def choose(self) -> Session | None:
        """The game to play, or None where the player leaves."""
        self._say("Sidelines: learn diplomacy at the table.")
        playable = [entry for entry in entries(self._extra) if entry.fault is None]
        saved = [game for game in saved_games() if game.fault is None and game.phase != "debrief"]
        choices: list[tuple[str, str, Callable[[], Session | None]]] = []
        for entry in playable:
            choices.append((entry.id, entry.title, partial(self._chair, entry.path)))
        for game in saved:
            label = f"go on: {game.title} as {game.role}, minute {game.minute}"
            choices.append((game.path.stem, label, partial(resume_session, game.path)))
        picked = self._ask("Which summit?", [(name, label) for name, label, _ in choices])
        if picked is None:
            return None
        try:
            return choices[picked][2]()
        except UnusableError as problem:
            self._say(str(problem))
            return None

    def _chair(self, path: Path) -> Session | None:
        scenario = load_scenario(path)
        parties = list(scenario.parties.items())
        picked = self._ask(
            "Which delegation do you lead?",
            [(party, f"{entry.name}, {entry.leader}") for party, entry in parties],
        )
        return None if picked is None else start_session(path, role=parties[picked][0])

    def _ask(self, question: str, choices: Sequence[tuple[str, str]]) -> int | None:
        """Which of the choices: by number, name, or the beginning of a name; None at the end."""
        self._say(question)
        for number, (name, label) in enumerate(choices, start=1):
            self._say(f"{number}. {label} ({name})")
        while True:
            self._output.write("> ")
            self._output.flush()
            line = self._source.readline()
            text = scrub(line).casefold()
            if not line or text in ("quit", "exit"):
                return None
            if text.isdecimal() and 1 <= int(text[:4]) <= len(choices):
                return int(text[:4]) - 1
            for number, (name, _) in enumerate(choices):
                if text and name.casefold().startswith(text):
                    return number
            self._say("Type the number of a line, or “quit”.")

    def _say(self, text: str) -> None:
        print(text, file=self._output, flush=True)
