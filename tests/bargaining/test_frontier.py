"""The frontier, the search and the counting against brute force."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from game.bargaining.frontier import pareto_frontier
from game.bargaining.preferences import Floor, Link, Preferences, everything
from game.bargaining.search import count_packages, highest
from game.bargaining.solutions import kalai, kendall_tau, max_joint, nash

POINTS = st.integers(-6, 9)


@st.composite
def spaces(draw):
    return draw(st.lists(st.integers(1, 4), min_size=1, max_size=4))


def tables(draw, sizes):
    return tuple(tuple(draw(POINTS) for _ in range(size)) for size in sizes)


def links(draw, sizes):
    found = []
    for _ in range(draw(st.integers(0, 2))):
        count = draw(st.integers(1, min(2, len(sizes))))
        issues = tuple(
            sorted(draw(st.permutations(range(len(sizes))))[:count])  # distinct issues
        )
        combinations = frozenset(
            c for c in product(*(range(sizes[i]) for i in issues)) if draw(st.booleans())
        )
        found.append(Link(issues, combinations, draw(st.integers(-5, 5))))
    return tuple(found)


@st.composite
def parties(draw):
    sizes = draw(spaces())
    return sizes, *(Preferences(tables(draw, sizes), links(draw, sizes)) for _ in range(2))


def packages(sizes):
    return list(product(*(range(size) for size in sizes)))


@given(parties())
@settings(max_examples=120)
def test_the_frontier_is_what_brute_force_finds(drawn):
    sizes, first, second = drawn
    pairs = {(first.value(p), second.value(p)) for p in packages(sizes)}
    undominated = sorted(
        (p for p in pairs if not any(q != p and q[0] >= p[0] and q[1] >= p[1] for q in pairs)),
        reverse=True,
    )
    deals = pareto_frontier(first, second)
    assert [deal.points for deal in deals] == undominated
    for deal in deals:
        assert (first.value(deal.package), second.value(deal.package)) == deal.points


@st.composite
def searches(draw):
    sizes = draw(spaces())
    objective = Preferences(tables(draw, sizes), links(draw, sizes))
    floors = [
        Floor(tables(draw, sizes), draw(st.integers(-6, 14)), links(draw, sizes))
        for _ in range(draw(st.integers(0, 3)))
    ]
    allowed = tuple(
        tuple(sorted(draw(st.sets(st.integers(0, size - 1), min_size=1)))) for size in sizes
    )
    return objective, floors, allowed


@given(searches())
@settings(max_examples=120)
def test_search_and_count_agree_with_brute_force(drawn):
    objective, floors, allowed = drawn
    fitting = [p for p in product(*allowed) if all(floor.holds(p) for floor in floors)]
    assert count_packages(floors, allowed) == len(fitting)
    found = highest(objective, floors, allowed)
    if not fitting:
        assert found is None
    else:

        def worth(package):
            above = [Preferences(floor.tables, floor.links).value(package) for floor in floors[:1]]
            return objective.value(package), above

        assert found in fitting
        assert worth(found) == max(map(worth, fitting))


def test_the_frontier_of_many_packages_needs_no_enumeration():
    rising = tuple(tuple(range(0, 100, 10)) for _ in range(15))
    falling = tuple(tuple(range(90, -10, -10)) for _ in range(15))
    deals = pareto_frontier(Preferences(rising), Preferences(falling))
    assert len(deals) == 136  # 0, 10, … 1350 points: every sum there is
    assert {sum(deal.points) for deal in deals} == {1350}


@given(parties(), st.integers(-5, 10), st.integers(-5, 10))
@settings(max_examples=60)
def test_solutions_are_the_best_of_their_kind(drawn, r1, r2):
    _, first, second = drawn
    deals = pareto_frontier(first, second)
    within = [d for d in deals if d.points[0] >= r1 and d.points[1] >= r2]
    for solution, worth in (
        (nash, lambda d: (d.points[0] - r1) * (d.points[1] - r2)),
        (kalai, lambda d: min(d.points[0] - r1, d.points[1] - r2)),
        (max_joint, lambda d: sum(d.points)),
    ):
        found = solution(deals, (r1, r2))
        if not within:
            assert found is None
        else:
            assert worth(found) == max(worth(d) for d in within)


def test_allowed_options_bound_the_frontier():
    first = Preferences(((0, 5, 9),))
    second = Preferences(((0, 5, 1),))
    assert [d.points for d in pareto_frontier(first, second)] == [(9, 1), (5, 5)]
    assert [d.points for d in pareto_frontier(first, second, allowed=((0, 1),))] == [(5, 5)]
    assert everything(first.points) == ((0, 1, 2),)


def test_kendall_tau_counts_pairs():
    weights = {"a": 9, "b": 5, "c": 1}
    assert kendall_tau(("a", "b", "c"), weights) == 1000
    assert kendall_tau(("c", "b", "a"), weights) == -1000
    assert kendall_tau(("a", "c", "b"), weights) == 333
    assert kendall_tau(("a", "b"), {"a": 2, "b": 2}) == 0
