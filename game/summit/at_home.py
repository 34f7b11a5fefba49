"""How the two homes take the text as it stands, with all that play has added to their support."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from game.analysis.home import FALLING_SHORT, Verdict
from game.analysis.ministers import handed_support
from game.analysis.space import Space
from game.bargaining.preferences import Package
from game.scenario.words import SILENCE
from game.summit.state import State

BOUND_SHORT = 2 * FALLING_SHORT["set"]
"""What every audience makes of a text that falls short where its side has bound itself."""


def less_broken_vows(support: Iterable[int], broken: Sequence[str]) -> tuple[int, ...]:
    """Support per audience less what it costs to fall short on so many items of a public word."""
    return tuple([each + len(broken) * BOUND_SHORT for each in support])


def added_at_home(state: State, party: str) -> tuple[int, ...]:
    """What play has added to a party's support, per audience, items with the ministers counted."""
    added = tuple(state.extra[party])
    home, grades = state.rules.table.sheet(party).home, state.grades[party]
    for item in state.handed:
        beside = handed_support(home, state.rules.space.item_index[item], grades)
        added = tuple(map(int.__add__, added, beside))
    return added


def support_now(state: State, party: str) -> tuple[int, ...]:
    """Support per audience of a party's home if the text were signed as it stands."""
    home, text = state.rules.table.sheet(party).home, state.standing
    support = home.support(text, state.grades[party], added_at_home(state, party))
    return less_broken_vows(support, broken_in(state.rules.space, text, tied_by(state, party)))


def broken_in(space: Space, package: Package, tied: Mapping[str, str]) -> tuple[str, ...]:
    """Items on which a text falls short of the option to which its side is bound in public."""
    agreed = space.agreement(package)
    return tuple(i for i, option in tied.items() if (agreed[i] or SILENCE) != option)


def tied_by(state: State, party: str) -> dict[str, str]:
    """item → the option to which a party has bound itself in public."""
    return {item: option for (who, item), option in state.tied.items() if who == party}


def homes(state: State) -> tuple[dict[str, int], dict[str, dict[str, int]]]:
    """Per party, weighted support and that of each audience, were the agreed clauses signed now."""
    support, audience = {}, {}
    for party in state.rules.order:
        home = state.rules.table.sheet(party).home
        stands = support_now(state, party)
        support[party] = home.weighted(stands)
        audience[party] = dict(zip(home.audiences, stands, strict=True))
    return support, audience


def home_verdict(state: State, party: str) -> Verdict:
    """How a party's home would decide on the text as it stands."""
    return state.rules.table.sheet(party).home.verdict(support_now(state, party))
