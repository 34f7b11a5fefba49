"""The guided first meeting in lines: the next step is told whenever it has changed."""

from __future__ import annotations

from typing import TextIO

from game.plain.play import Play
from game.summit.settings import keep
from game.wording.lesson import STEPS, first_meeting, step_now


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
            done = number - self._told - 1
            skipped = (
                ""
                if done < 1
                else " The one before is behind you."
                if done == 1
                else (f" The {done} before are behind you.")
            )
            self._told = number
            self.say(f"Step {number} of {len(STEPS)}.{skipped} {step.words}")
        super()._prompt()
