"""`preview` in lines: the game on a file that is being edited, with what an instructor may see."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TextIO

from game.plain.keyboard import is_typed, standard_lines
from game.plain.lines import forgiving, scrub
from game.plain.play import Play
from game.summit.rehearsal import GOALS, Rehearsal
from game.wording import backstage
from game.wording.catalogue import PHASES
from game.wording.faults import counted, fault_lines

HELP = (
    "A rehearsal: the file is read again whenever it is saved, and your moves are kept where they "
    "still fit. Words besides those of the game: briefs (both), points (all), thinks (what the "
    "computer weighs), faults, jump MINUTE or PHASE, chair (the other one), restart."
)


def run_preview(path: Path, role: str | None, seed: int) -> int:
    """Plays a rehearsal in lines on standard input and output."""
    rehearsal = Rehearsal(path, role, seed)
    lines = standard_lines()
    output = forgiving(sys.stdout)
    while rehearsal.session is None:
        for told in fault_lines(rehearsal.faults):
            print(told, file=output, flush=True)
        print("Mend the file, save it, and press enter; “quit” leaves.", file=output, flush=True)
        line = next(lines, None)
        if line is None or scrub(line).casefold() == "quit":
            return 0
        rehearsal.refresh()
    return RehearsalPlay(rehearsal, output, prompts=is_typed(lines)).run(lines)


class RehearsalPlay(Play):
    """A game in lines that follows its file."""

    def __init__(self, rehearsal: Rehearsal, output: TextIO, *, prompts: bool = False) -> None:
        assert rehearsal.session is not None
        super().__init__(rehearsal.session, output, interactive=True, prompts=prompts)
        self.rehearsal = rehearsal
        self._words: dict[str, Callable[[str], list[str] | None]] = {
            "briefs": lambda rest: backstage.both_briefs(self.session.scenario),
            "points": lambda rest: backstage.all_points(self.session.scenario),
            "thinks": lambda rest: backstage.weighing(self.session),
            "faults": lambda rest: fault_lines(rehearsal.faults) or ["The file has no faults."],
            "jump": self._jump,
            "chair": self._chair,
            "restart": self._restart,
        }

    def run(self, lines: Iterable[str]) -> int:
        """Plays until the instructor leaves."""
        self.say(HELP)
        return super().run(lines)

    def _take(self, text: str, number: int) -> None:
        """A line of the player, after whatever has become of the file meanwhile."""
        if self.rehearsal.refresh():
            self._file_was_saved()
        word, _, rest = text.strip().partition(" ")
        answer = self._words.get(word.casefold())
        if answer is None:
            super()._take(text, number)
            return
        told = answer(rest.strip())
        if told is not None:
            self.show(told)

    def _file_was_saved(self) -> None:
        if self.rehearsal.broken:
            self.say("The file has faults now; the game is still the one before.")
            for line in fault_lines(self.rehearsal.faults):
                self.say(line)
            return
        told = counted(self.rehearsal.faults)
        warned = f" It has {told}: “faults” lists them." if told else ""
        self.say(f"The file was saved and read again.{warned}")
        for line in backstage.read_again(self.rehearsal):
            self.say(line)
        self._follow()

    def _follow(self) -> None:
        if self.rehearsal.session is not None and self.rehearsal.session is not self.session:
            self._take_up(self.rehearsal.session)
        else:
            self.show(self.desk.where())

    def _jump(self, where: str) -> list[str] | None:
        phases = {PHASES[phase].casefold(): phase for phase in GOALS}
        phases |= {phase.value.replace("_", " "): phase for phase in GOALS}
        if where.isdecimal():
            came = self.rehearsal.jump_to_minute(int(where[:6]))
        elif where.casefold() in phases:
            came = self.rehearsal.jump_to_phase(phases[where.casefold()])
        else:
            named = ", ".join(phase.value.replace("_", " ") for phase in GOALS)
            return [f"“jump” goes to a minute, as in “jump 30”, or to one of these: {named}."]
        if not came:
            self.say(backstage.NOT_SO_FAR)
        self._take_up_anew()
        return None

    def _chair(self, rest: str) -> None:
        self.rehearsal.change_chair()
        self._take_up_anew()

    def _restart(self, rest: str) -> None:
        self.rehearsal.restart()
        self._take_up_anew()

    def _take_up_anew(self) -> None:
        assert self.rehearsal.session is not None
        self._take_up(self.rehearsal.session)
