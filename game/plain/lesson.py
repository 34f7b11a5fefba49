"""The guided first meeting in lines: the next step is told whenever it has changed."""

from __future__ import annotations

from typing import TextIO

from game.plain.play import Play
from game.summit.settings import keep
from game.wording.lesson import STEPS, first_meeting, step_now
from game.wording.names import listed


class LessonPlay(Play):
    """A game in lines with a guide beside it."""

    def __init__(self, output: TextIO, *, prompts: bool = False) -> None:
        super().__init__(first_meeting(), output, interactive=True, prompts=prompts)
        keep(met=True)
        self._told = 0

    def _prompt(self) -> None:
        """The step, where it is a new one, before what is awaited."""
        number, step = step_now(self.session)
        if number != self._told:
            passed = [f"{step}" for step in range(self._told + 1, number)]
            self._told = number
            self.say(f"Step {number} of {len(STEPS)}.{_behind(passed)} {step.words}")
        super()._prompt()


def _behind(passed: list[str]) -> str:
    """“ Steps 6 and 7 are behind you.”, before the words of the next; empty where none is."""
    if not passed:
        return ""
    are = "s {} are" if len(passed) > 1 else " {} is"
    return f" Step{are.format(listed(passed))} behind you."
