"""Whether any package meets all conditions, against looking at every package."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.bargaining import existence
from game.bargaining.existence import exists
from game.bargaining.preferences import Floor, Link


@st.composite
def problems(draw):
    sizes = draw(st.lists(st.integers(1, 4), min_size=1, max_size=5))
    floors = []
    for _ in range(draw(st.integers(1, 4))):
        tables = tuple(
            tuple(draw(st.lists(st.integers(-9, 9), min_size=n, max_size=n))) for n in sizes
        )
        links = ()
        if len(sizes) > 1 and draw(st.booleans()):
            first, second = sorted(
                draw(st.lists(st.integers(0, len(sizes) - 1), min_size=2, max_size=2, unique=True))
            )
            pair = (draw(st.integers(0, sizes[first] - 1)), draw(st.integers(0, sizes[second] - 1)))
            links = (Link((first, second), frozenset([pair]), draw(st.integers(-9, 9))),)
        floors.append(Floor(tables, draw(st.integers(-20, 30)), links))
    allowed = tuple(
        tuple(sorted(draw(st.sets(st.integers(0, n - 1), min_size=0 if n > 2 else 1))))
        for n in sizes
    )
    return floors, allowed


@given(problems())
def test_small_problems_are_decided_as_brute_force_decides_them(problem):
    floors, allowed = problem
    found = any(all(floor.holds(p) for floor in floors) for p in product(*allowed))
    assert exists(floors, allowed) is found


@given(problems())
def test_beyond_the_limit_nothing_wrong_is_claimed(problem):
    floors, allowed = problem
    found = any(all(floor.holds(p) for floor in floors) for p in product(*allowed))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(existence, "MOST_STEPS", 0)
        assert exists(floors, allowed) in (found, None)
