"""The account of a finished game: what was had, what could have been had, and when it was missed.

The debrief knows both sides' secrets; nothing here may reach a delegation before the end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from game.analysis.home import Stopping, Verdict
from game.analysis.measures import (
    Measures,
    Share,
    Swap,
    measure,
    overlap,
    points_of,
    solutions,
    win_set,
)
from game.analysis.table import Table
from game.bargaining.frontier import Deal
from game.bargaining.solutions import Pair, kendall_tau
from game.bargaining.steps import Step
from game.summit.at_home import home_verdict, support_now
from game.summit.dance import OfferPoint, offer_points, when_made
from game.summit.ending import final_points
from game.summit.journal import Record
from game.summit.moves import (
    Explain,
    Guess,
    Link,
    Move,
    Prepare,
    Reflect,
    Terms,
    first_offered,
)
from game.summit.state import State
from game.summit.view import PartyView, view_of

Kind = TypeVar("Kind", bound=Move)


@dataclass(frozen=True, slots=True)
class Plan:
    """The first offer that a party planned before the meeting; what it does not name is silent."""

    terms: Terms
    points: Pair
    ambitious: bool
    """It leaves the party at least what the Nash point would."""
    arguable: bool
    """It crosses no red line of the other side's and is worth something to it."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What moved one audience most against a deal: an item of the text, or what came beside it."""

    audience: str
    """One that would stop the deal, else the one with which most weight was lost."""
    item: str | None
    """None where it was none of the items, but events, leaks, vows and the press."""
    option: str | None
    """What the text has on the item; None where it has nothing on it."""
    by: int
    """Change of support, below 0."""


@dataclass(frozen=True, slots=True)
class HomeReport:
    """How one home took the result."""

    verdict: Verdict
    audiences: tuple[tuple[str, int, int], ...]
    """(audience, support before the meeting, support at the end)."""
    broken: tuple[str, ...]
    """Items on which the text fell short of what the party had bound itself to in public."""
    stopping: tuple[Stopping, ...]
    """All that would stop the text alone, the one that is furthest from its floor first."""
    cost: Cost | None
    """What cost most with the audience that took it worst; None if nothing cost anything."""


@dataclass(frozen=True, slots=True)
class MissedTrade:
    """The exchange that would have gained both most, and since when it could be seen."""

    swap: Swap
    minute: int | None
    """The minute from which both sides' wishes on both items were on the record, and both wordings
    on the menu; None if never."""
    hidden: tuple[str, str] | None = None
    """(item, option): a bridging option of it that never came to light."""


@dataclass(frozen=True)
class Debrief:
    """Everything that the debrief tells."""

    outcome: str
    signed: bool
    in_force: bool
    agreement: Mapping[str, str | None]
    handed: tuple[str, ...]
    walked_out: str | None
    measures: Measures
    solutions: Mapping[str, Deal | None]
    frontier: tuple[Deal, ...]
    best_for: tuple[Deal, ...]
    """The agreement that is best for the first party of the file, and that for the second."""
    walk_away: Pair
    win_sets: Mapping[str, Share]
    overlap: Share
    offers: tuple[OfferPoint, ...]
    dance: Mapping[str, Mapping[Step, int]]
    priorities: Mapping[str, tuple[str, ...]]
    """party → items, those with the widest range of its points first."""
    prepared: Mapping[str, int | None]
    """party → how well its preparation ranked the other side's priorities, −1000 to 1000."""
    guessed: Mapping[str, int | None]
    """party → the same for its guess after the meeting."""
    planned: Mapping[str, Plan]
    """party → the first offer of its preparation, where it planned one."""
    reflections: Mapping[str, str]
    trust: int
    homes: Mapping[str, HomeReport]
    missed: MissedTrade | None
    records: tuple[Record, ...]
    """All moves of both sides, in order, with the computer's figures."""


def debrief_of(state: State, records: Iterable[Record]) -> Debrief:
    """The debrief of a finished game. `records` are all moves of both sides, in order."""
    table = state.rules.table
    parties = state.rules.scenario.party_ids
    moves = tuple(records)
    points = result_points(state)
    offers = tuple(offer_points(state, moves))
    in_force = state.in_force
    handed = frozenset(table.space.item_index[item] for item in state.handed if in_force)
    measures = measure(table, points, state.standing if in_force else None, handed)
    return Debrief(
        outcome=state.outcome or "",
        signed=state.signed,
        in_force=in_force,
        agreement=state.agreed,
        handed=state.handed,
        walked_out=state.walked_out,
        measures=measures,
        solutions=solutions(table),
        frontier=table.frontier,
        best_for=tuple(
            max(table.agreements, key=lambda deal: deal.points[n])
            for n in range(2)
            if table.agreements
        ),
        walk_away=table.walk_away,
        win_sets={party: win_set(table, n) for n, party in enumerate(parties)},
        overlap=overlap(table),
        offers=offers,
        dance={
            party: Counter(o.step for o in offers if o.party == party and o.step is not None)
            for party in parties
        },
        priorities={party: true_priorities(table, party) for party in parties},
        prepared={party: _insight(state, party, moves, Prepare) for party in parties},
        guessed={party: _insight(state, party, moves, Guess) for party in parties},
        planned={party: plan for party in parties if (plan := _plan(table, party, moves))},
        reflections={
            record.party: record.move.text for record in moves if isinstance(record.move, Reflect)
        },
        trust=state.trust,
        homes={party: _home_report(state, party) for party in parties},
        missed=missed_trade(state, measures.swap, moves),
        records=moves,
    )


def result_points(state: State) -> Pair:
    """What both sides are left with: the text in force, or their walk-away values."""
    first, second = state.rules.scenario.party_ids
    if state.in_force:
        return final_points(state, first), final_points(state, second)
    return state.rules.table.walk_away


def score(state: State, party: str) -> int:
    """Mean of own result and joint gain in permille; 0 without an agreement in force."""
    table = state.rules.table
    number = state.rules.scenario.party_ids.index(party)
    best, most = table.best_surplus[number], table.most_joint
    if not state.in_force or best <= 0 or most <= 0:
        return 0
    surplus = [p - r for p, r in zip(result_points(state), table.walk_away, strict=True)]
    return (1000 * surplus[number] // best + 1000 * sum(surplus) // most) // 2


def item_spans(table: Table, party: str) -> dict[str, int]:
    """item → the party's range of points on it: how much it truly matters."""
    points = table.sheet(party).preferences.points
    return {
        item: max(options) - min(options)
        for item, options in zip(table.space.items, points, strict=True)
    }


def true_priorities(table: Table, party: str) -> tuple[str, ...]:
    """Items by how much they truly matter to a party, most first; ties in agenda order."""
    spans = item_spans(table, party)
    return tuple(sorted(spans, key=lambda item: -spans[item]))


def last_of(party: str, records: Iterable[Record], kind: type[Kind]) -> Kind | None:
    """The last move of a kind that a party made; None where it made none."""
    made = (r.move for r in reversed(tuple(records)) if r.party == party)
    return next((move for move in made if isinstance(move, kind)), None)


def _insight(
    state: State, party: str, moves: Iterable[Record], kind: type[Prepare] | type[Guess]
) -> int | None:
    last = last_of(party, moves, kind)
    spans = item_spans(state.rules.table, state.other(party))
    ranking = [item for item in (last.theirs if last else ()) if item in spans]
    return kendall_tau(tuple(dict.fromkeys(ranking)), spans) if len(ranking) > 1 else None


def _plan(table: Table, party: str, moves: Iterable[Record]) -> Plan | None:
    """The planned first offer; a good one is ambitious, since first offers anchor, and arguable.

    Galinsky and Mussweiler 2001, First offers as anchors.
    """
    sheet = last_of(party, moves, Prepare)
    if sheet is None or not sheet.first_offer:
        return None
    space = table.space
    own = table.sheets.index(table.sheet(party))
    other = table.sheets[1 - own]
    package = space.replace(space.silence, sheet.first_offer)
    points = points_of(table, package)
    fair = solutions(table)["nash"]
    return Plan(
        terms=sheet.first_offer,
        points=points,
        ambitious=points[own] >= (fair.points[own] if fair else table.walk_away[own]),
        arguable=points[1 - own] > 0 and other.crosses(package) is None,
    )


def _home_report(state: State, party: str) -> HomeReport:
    view, home = view_of(state, party), state.rules.table.sheet(party).home
    final = support_now(state, party)
    stopping = sorted(home.stopping(final), key=lambda who: who.support - who.needs)
    return HomeReport(
        verdict=home_verdict(state, party),
        audiences=tuple(zip(home.audiences, home.opening, final, strict=True)),
        broken=view.broken_in(state.standing),
        stopping=tuple(stopping),
        cost=_dearest(view, final, stopping[0].audience if stopping else None),
    )


def _dearest(view: PartyView, final: Sequence[int], stopping: str | None) -> Cost | None:
    """What cost most with the audience that would stop the text, or with which most was lost."""
    home = view.sheet.home
    if not home.audiences:
        return None
    lost = [w * (f - o) for w, f, o in zip(home.weights, final, home.opening, strict=True)]
    audience = stopping or home.audiences[lost.index(min(lost))]
    number = home.audiences.index(audience)
    items = [
        Cost(audience, item, option, home.change(index, choice, view.grades[index])[number])
        for index, ((item, option), choice) in enumerate(
            zip(view.space.agreement(view.standing).items(), view.standing, strict=True)
        )
        if item not in view.handed  # what the ministers have counts as beside the text
    ]
    beside = final[number] - home.opening[number] - sum(cost.by for cost in items)
    dearest = min((*items, Cost(audience, None, None, beside)), key=lambda cost: cost.by)
    return dearest if dearest.by < 0 else None


def missed_trade(state: State, swap: Swap | None, moves: Iterable[Record]) -> MissedTrade | None:
    """Since when a trade could be seen in a game, or which wording of it never came to light."""
    if swap is None:
        return None
    space = state.rules.space
    items = {space.items[index] for index, _ in (swap.first, swap.second)}
    on_menu = 0
    for index, option in {swap.first, swap.second} & space.bridging:
        if (index, option) not in state.found_at:
            return MissedTrade(swap, None, (space.items[index], space.options[index][option]))
        on_menu = max(on_menu, state.found_at[index, option])
    heard: set[tuple[str, str]] = set()
    for minute, record in when_made(moves):
        heard |= {(record.party, item) for item in _spoken_of(record.move)}
        if all((party, item) in heard for party in state.rules.order for item in items):
            return MissedTrade(swap, max(minute, on_menu))
    return MissedTrade(swap, None)


def _spoken_of(move: Move) -> tuple[str, ...]:
    """The items on which a move shows what its side wants."""
    if isinstance(move, Explain):
        return (move.item,)
    if isinstance(move, Link):
        return (move.give[0], move.want[0])
    return tuple(item for item, _ in first_offered(move))
