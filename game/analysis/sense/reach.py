"""Events and endings that cannot come about, and numbers that no text can give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import get_args

from game.analysis.conditions import with_parts
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
    Work,
    cases,
    endings,
)
from game.scenario.diagnostics import Finding, Path
from game.scenario.hints import listed, shown
from game.scenario.model import Condition, PressLine, Range
from game.started import command

MOST_STEPS = 3_000
"""Steps of unfolding one condition; of one with more cases nothing is proved."""

MOST_SUMS = 40
"""Cases of one condition that are given to the arithmetic."""

MOST_WORK = 300_000
"""Parts of conditions that are looked at over the whole file: about a tenth of a second."""

MOST_OPEN = 1
"""Cases that the arithmetic may leave open: one has taken long, and more would take as long."""

AFTERWARDS = ("signed", "ratified", "walked_out", "refused", "press", "joint_gain", "own_gain")
"""What is known only after the talks, when no event happens any more."""


class Reach:
    """What can come about in one scenario."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._sums = Arithmetic(scene)
        self._work = Work(MOST_WORK)
        self._open = 0 if scene.has_agreement is not None else MOST_OPEN
        self._unproved: list[Path] = []
        self._formulas: dict[tuple[Stage, int, bool], Formula] = {}

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
        yield from self._not_proved()

    def _not_proved(self) -> Iterator[Finding]:
        """That there were too many cases, where there were: then silence proves nothing."""
        if not self._unproved:
            return
        first, *more = self._unproved
        others = f" and {len(more)} more events or endings" if more else ""
        yield Finding(
            first,
            "OUT06",
            f"Whether `{shown(str(first[1]))}`{others} can come about was not proved: there are "
            "too many cases to go through.",
            f"That need not be a fault: `{command()} simulate` shows what comes about in play. A "
            "simpler condition can be proved.",
            severity="warning",
            at_key=True,
        )

    # --- events and endings -------------------------------------------------------------------

    def _event(self, name: str, when: Condition) -> Iterator[Finding]:
        if not self._refuted(("events", name), [TALKING], when, talking=name):
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
        path: Path = ("outcomes", name)
        if self._refuted(path, every, when):
            yield Finding(
                (*path, "when"),
                "OUT04",
                f"`{shown(name)}` can never be the ending: no meeting meets this condition.",
                "Check the red lines and homes of what it asks for, whether its numbers fit "
                "together, and whether two of its parts exclude each other.",
                severity="warning",
                at_key=True,
            )
        elif path not in self._unproved and self._refuted(path, every, when, earlier):
            yield Finding(
                path,
                "OUT05",
                f"`{shown(name)}` can never be the ending: whatever meets its condition meets "
                "that of an ending above it first.",
                "Move the narrower ending up, or change one of the conditions.",
                severity="warning",
                at_key=True,
            )

    def _refuted(
        self,
        path: Path,
        stages: Sequence[Stage],
        when: Condition,
        without: Sequence[Condition] = (),
        talking: str | None = None,
    ) -> bool:
        """Whether no meeting can meet `when` and none of `without`; what is left open is kept."""
        reachable = self._reachable(stages, when, without, talking)
        if reachable is None:
            self._unproved.append(path)
        return reachable is False

    def _reachable(
        self,
        stages: Sequence[Stage],
        when: Condition,
        without: Sequence[Condition],
        talking: str | None = None,
    ) -> bool | None:
        """Whether a meeting meets `when` and none of `without`; None where neither is proved."""
        sums = 0
        try:
            for stage in stages:
                for case in self._cases(stage, when, without, talking):
                    sums += 1
                    if sums > MOST_SUMS or self._open >= MOST_OPEN:
                        return None
                    possible = self._sums.possible(case, stage)
                    self._open += possible is None
                    if possible is not False:
                        return possible
        except TooManyCasesError:
            return None
        return False

    def _cases(
        self, stage: Stage, when: Condition, without: Sequence[Condition], talking: str | None
    ) -> Iterator[Case]:
        """The cases in which `when` and none of `without` holds, as far as conditions show."""
        self._work.spend(1 + len(without))
        parts = (self._formula(stage, when), *(self._formula(stage, c, False) for c in without))
        if NEVER not in parts:
            yield from cases(Every(parts), self._start(stage, talking), MOST_STEPS, self._work)

    def _formula(self, stage: Stage, condition: Condition, wanted: bool = True) -> Formula:
        """A condition unfolded at a stage, or its contrary; each once."""
        key = (stage, id(condition), wanted)
        if key not in self._formulas:
            self._work.spend(len(list(with_parts(condition))))
            unfold = Unfolding(self._scene.scenario, self._scene.table.space, stage)
            self._formulas[key] = unfold.formula(condition, wanted)
        return self._formulas[key]

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
