"""The default mark: on what a student controls, since marks for outcomes alone teach safe play.

Weights stand in the scenario (`marks:`). The reflection is marked by the instructor and left open.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.analysis.measures import percent
from game.scenario.model import Scenario
from game.summit.debrief import Debrief, Plan, last_of
from game.summit.events import DifficultyNamed, Event
from game.summit.journal import Record
from game.summit.moves import Ask, Explain, Prepare, first_offered


@dataclass(frozen=True, slots=True)
class Mark:
    """One line of the mark; `points` is None where the instructor marks by hand."""

    name: str
    points: int | None
    of: int
    why: str


NOT_PREPARED = "no preparation sheet was filed"
"""Why a preparation that was left out brings nothing."""

ENOUGH_QUESTIONS = 3
ENOUGH_EXPLANATIONS = 2


def marks(
    scenario: Scenario,
    role: str,
    debrief: Debrief,
    records: Iterable[Record],
    events: Iterable[Event],
) -> tuple[Mark, ...]:
    """The mark of the student who led `role`, line by line, in points of 100."""
    own = [record for record in records if record.party == role]
    weights = scenario.marks
    number = scenario.party_ids.index(role)
    found = debrief.measures
    reflected = role in debrief.reflections
    return (
        _preparation(scenario, role, debrief, own, weights.preparation),
        _process(role, own, tuple(events), debrief, weights.process),
        Mark(
            "Joint gain",
            weights.joint_gain * max(0, min(1000, found.joint_gain)) // 1000,
            weights.joint_gain,
            f"{percent(found.joint_gain)} % of what both together could have gained",
        ),
        Mark(
            "Own result",
            weights.own_result * max(0, min(1000, found.own_result[number])) // 1000,
            weights.own_result,
            f"{percent(found.own_result[number])} % of the best that could have been had",
        ),
        Mark(
            "Reflection",
            None,
            weights.reflection,
            "written; for the instructor to mark" if reflected else "not written",
        ),
    )


def _preparation(
    scenario: Scenario, role: str, debrief: Debrief, own: list[Record], of: int
) -> Mark:
    """A quarter each: own priorities, theirs as guessed, the walk-away value, the first offer."""
    sheet = last_of(role, own, Prepare)
    if sheet is None:
        return Mark("Preparation", 0, of, NOT_PREPARED)
    top = set(debrief.priorities[role][:3])
    ranked = len(top & set(sheet.own[:3]))
    tau = debrief.prepared[role] or 0
    knows = sheet.walk_away == scenario.parties[role].walk_away
    plan = debrief.planned.get(role)
    parts = (
        1000 * ranked // len(top),
        max(0, tau),
        1000 if knows else 0,
        500 * (plan.ambitious + plan.arguable) if plan else 0,
    )
    why = (
        f"{ranked} of the {len(top)} most important own items named, theirs ranked with tau "
        f"{correlation(tau)}, walk-away value {'right' if knows else 'not given rightly'}, "
        f"{_first_offer(plan)}"
    )
    return Mark("Preparation", of * sum(parts) // (1000 * len(parts)), of, why)


def correlation(permille: int) -> str:
    """Kendall's tau as a figure: “+0.33”, “−1.00”."""
    return f"{permille / 1000:+.2f}".replace("-", "−")


def _first_offer(plan: Plan | None) -> str:
    if plan is None:
        return "no first offer planned"
    ambitious = "ambitious" if plan.ambitious else "modest"
    return f"first offer {ambitious} and {'arguable' if plan.arguable else 'hard to argue for'}"


def _process(
    role: str, own: list[Record], events: tuple[Event, ...], debrief: Debrief, of: int
) -> Mark:
    """A fifth each: asking, explaining, understanding, offers over several items, trust kept."""
    asked = len({r.move.item for r in own if isinstance(r.move, Ask)})
    explained = len({r.move.item for r in own if isinstance(r.move, Explain)})
    named = [e for e in events if isinstance(e, DifficultyNamed) and e.party == role]
    right = sum(event.right for event in named)
    offers = [terms for r in own if (terms := first_offered(r.move))]
    broad = sum(len(terms) > 1 for terms in offers)
    parts = (
        min(1000, 1000 * asked // ENOUGH_QUESTIONS),
        min(1000, 1000 * explained // ENOUGH_EXPLANATIONS),
        1000 * right // len(named) if named else 0,
        1000 * broad // len(offers) if offers else 0,
        max(0, min(1000, 20 * (debrief.trust - 20))),
    )
    why = (
        f"items asked about: {asked}, explained: {explained}; difficulties read rightly: {right} "
        f"of {len(named)}; offers over several items: {broad} of {len(offers)}; trust "
        f"{debrief.trust} at the end"
    )
    return Mark("Process", of * sum(parts) // (1000 * len(parts)), of, why)


def total(lines: Iterable[Mark]) -> tuple[int, int]:
    """(points so far, points that could be had without those marked by hand)."""
    marked = [line for line in lines if line.points is not None]
    return sum(line.points or 0 for line in marked), sum(line.of for line in marked)
