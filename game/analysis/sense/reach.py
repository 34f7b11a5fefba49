"""Events and endings that cannot come about, and numbers that no text can give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import get_args

from game.analysis.sense.arithmetic import Arithmetic
from game.analysis.sense.scene import Scene
from game.analysis.sense.worlds import (
    NEVER,
    TALKING,
    Case,
    Domain,
    Every,
    Formula,
    Stage,
    TooManyCasesError,
    Unfolding,
    Variable,
    cases,
    endings,
)
from game.scenario.diagnostics import Finding, Path
from game.scenario.hints import listed, shown
from game.scenario.model import Condition, PressLine, Range

MOST_STEPS = 3_000
"""Steps of unfolding one condition; one with more cases is passed over in silence."""

MOST_SUMS = 40
"""Cases of one condition that are given to the arithmetic."""

AFTERWARDS = ("signed", "ratified", "walked_out", "refused", "press", "joint_gain", "own_gain")
"""What is known only after the talks, when no event happens any more."""


class Reach:
    """What can come about in one scenario."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._sums = Arithmetic(scene)

    def findings(self) -> Iterator[Finding]:
        """Warnings for thresholds, events and endings that were proved out of reach."""
        scenario = self._scene.scenario
        for name, event in scenario.events.items():
            if event.when is not None:
                path: Path = ("events", name, "when")
                told = list(self._thresholds(event.when, path))
                yield from told
                if not told:
                    yield from self._event(name, event.when)
        earlier: list[Condition] = []
        for name, outcome in scenario.outcomes.items():
            if outcome.when is None:
                break
            told = list(self._thresholds(outcome.when, ("outcomes", name, "when")))
            yield from told
            if not told:
                yield from self._outcome(name, outcome.when, earlier)
            earlier.append(outcome.when)

    # --- events and endings -------------------------------------------------------------------

    def _event(self, name: str, when: Condition) -> Iterator[Finding]:
        if self._reachable([TALKING], when, (), talking=name):
            return
        late = [key for key in AFTERWARDS if key in when.model_fields_set]
        yield Finding(
            ("events", name, "when"),
            "EVT06",
            f"`{shown(name)}` can never happen: nothing at the table meets this condition.",
            f"Events happen while the leaders talk; {listed(late, 'and')} "
            f"{'is' if len(late) == 1 else 'are'} known only afterwards."
            if late
            else "Check what it asks for: perhaps two of its parts exclude each other.",
            severity="warning",
            at_key=True,
        )

    def _outcome(
        self, name: str, when: Condition, earlier: Sequence[Condition]
    ) -> Iterator[Finding]:
        every = endings(self._scene.scenario.party_ids)
        if not self._reachable(every, when, ()):
            yield Finding(
                ("outcomes", name, "when"),
                "OUT04",
                f"`{shown(name)}` can never be the ending: no meeting meets this condition.",
                "Check the red lines and homes of what it asks for, whether its numbers fit "
                "together, and whether two of its parts exclude each other.",
                severity="warning",
                at_key=True,
            )
        elif earlier and not self._reachable(every, when, earlier):
            yield Finding(
                ("outcomes", name),
                "OUT05",
                f"`{shown(name)}` can never be the ending: whatever meets its condition meets "
                "that of an ending above it first.",
                "Move the narrower ending up, or change one of the conditions.",
                severity="warning",
                at_key=True,
            )

    def _reachable(
        self,
        stages: Sequence[Stage],
        when: Condition,
        without: Sequence[Condition],
        talking: str | None = None,
    ) -> bool:
        """False only where it is proved that no meeting meets `when` and none of `without`."""
        scenario, space = self._scene.scenario, self._scene.table.space
        sums = 0
        for stage in stages:
            unfold = Unfolding(scenario, space, stage)
            parts: tuple[Formula, ...] = (
                unfold.formula(when),
                *(unfold.formula(other, False) for other in without),
            )
            if NEVER in parts:
                continue
            try:
                for case in cases(Every(parts), self._start(stage, talking), MOST_STEPS):
                    sums += 1
                    if sums > MOST_SUMS or self._sums.possible(case, stage) is not False:
                        return True
            except TooManyCasesError:
                return True
        return False

    def _start(self, stage: Stage, talking: str | None) -> Case:
        """What a stage says of the variables before any condition does."""
        case: dict[Variable, Domain] = {("trust",): (0, 100)}
        for party in self._scene.scenario.party_ids:
            lines = frozenset(get_args(PressLine))
            case["press", party] = lines if stage.signed else frozenset((None,))
            case["support", party] = (0, 100)
            if not stage.in_force:
                case["own_gain", party] = (0, 0)
        if not stage.in_force:
            case["joint_gain",] = (0, 0)
        if talking is not None:
            case["happened", talking] = frozenset((0,))
        return case

    # --- thresholds ---------------------------------------------------------------------------

    def _thresholds(self, condition: Condition, path: Path) -> Iterator[Finding]:
        for number, part in enumerate(condition.all or ()):
            yield from self._thresholds(part, (*path, "all", number))
        for number, part in enumerate(condition.any or ()):
            yield from self._thresholds(part, (*path, "any", number))
        if condition.not_ is not None:
            yield from self._thresholds(condition.not_, (*path, "not"))
        if condition.joint_gain is not None:
            yield from _above(condition.joint_gain, 100, (*path, "joint_gain"))
        for party, asked in (condition.own_gain or {}).items():
            yield from _above(asked, 100, (*path, "own_gain", party))
        for party, asked in (condition.support or {}).items():
            most = self._most_support[party][0]
            yield from _above(asked, most, (*path, "support", party))
        for party, audiences in (condition.audience or {}).items():
            for audience, asked in audiences.items():
                most = self._most_support[party][1][audience]
                yield from _above(asked, most, (*path, "audience", party, audience))

    @cached_property
    def _most_support(self) -> dict[str, tuple[int, dict[str, int]]]:
        """Per party the most support that anything can bring: weighted, and per audience."""
        return {
            sheet.party: self._sums.most_support(number)
            for number, sheet in enumerate(self._scene.table.sheets)
        }


def _above(asked: Range, most: int, path: Path) -> Iterator[Finding]:
    if asked.at_least is not None and asked.at_least > most:
        yield Finding(
            (*path, "at_least"),
            "CON06",
            f"No text brings this above {most}, so that {asked.at_least} cannot be reached.",
            f"Write {most} or less, or let clauses and events bring more.",
            severity="warning",
        )
