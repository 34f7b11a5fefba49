"""The plain negotiator: its packages against brute force, and how it behaves in a session."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.bargaining import bids as bids_module
from game.bargaining.bids import Bids
from game.bargaining.blocks import blocks_of
from game.bargaining.exchange import best_exchange
from game.bargaining.negotiator import COOPERATIVE, REPEATS, STRONGEST, Bound, Negotiator
from game.bargaining.preferences import Link, Preferences, everything

POINTS = st.integers(0, 9)
SIZES = st.lists(st.integers(1, 4), min_size=1, max_size=4)
HALF = Preferences(((60, 30, 0), (40, 20, 0)), walk_away=30)
OTHER = Preferences(((0, 20, 40), (0, 30, 60)), walk_away=30)


def tables(draw, sizes):
    return tuple(tuple(draw(POINTS) for _ in range(size)) for size in sizes)


@st.composite
def parties(draw, linked=True):
    """Preferences and an estimate over the same issues."""
    sizes = draw(SIZES)
    links = []
    if linked and len(sizes) > 1 and draw(st.booleans()):
        pairs = frozenset(
            pair for pair in product(range(sizes[0]), range(sizes[1])) if draw(st.booleans())
        )
        links.append(Link((0, 1), pairs, draw(st.integers(-5, 5))))
    own = Preferences(tables(draw, sizes), tuple(links), draw(st.integers(-2, 20)))
    return own, tables(draw, sizes)


def packages(own):
    return list(product(*(range(len(table)) for table in own.points)))


def worth(estimate, package):
    return sum(table[option] for table, option in zip(estimate, package, strict=True))


@given(parties(), st.integers(-5, 40), st.sets(st.integers(0, 255), max_size=4))
@settings(max_examples=150)
def test_the_bid_found_is_the_best_for_the_other_side(drawn, least, numbers):
    own, estimate = drawn
    every = packages(own)
    used = {every[n] for n in numbers if n < len(every)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bids_module, "LISTED", 256)
        found = Bids(own).find(least, estimate, used)
    free = [p for p in every if own.value(p) >= least and p not in used]
    best = max(free, key=lambda p: (worth(estimate, p), own.value(p)), default=None)
    if best is None:
        assert found is None
    else:
        assert (worth(estimate, found), own.value(found)) == (
            worth(estimate, best),
            own.value(best),
        )
        assert found not in used


@given(parties(), st.integers(0, 300), st.integers(1, 300))
@settings(max_examples=150)
def test_the_best_packages_are_listed_in_the_order_of_own_points(drawn, rank, listed):
    own, _ = drawn
    values = sorted(map(own.value, packages(own)), reverse=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bids_module, "LISTED", listed)
        bids = Bids(own)
    assert bids.best == values[0]
    assert bids.value_at(rank) == values[:listed][min(rank, listed - 1, len(values) - 1)]


@given(parties(), st.integers(-5, 40), st.integers(1, 20), st.sets(st.integers(0, 255), max_size=4))
@settings(max_examples=150)
def test_a_bid_below_the_list_gives_enough_and_is_new(drawn, least, listed, numbers):
    own, estimate = drawn
    every = packages(own)
    used = {every[n] for n in numbers if n < len(every)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bids_module, "LISTED", listed)
        found = Bids(own).find(least, estimate, used)
    if found is not None:
        assert own.value(found) >= least
        assert found not in used
    elif not used:
        assert all(own.value(package) < least for package in every)


@given(parties(), st.integers(0, 40))
@settings(max_examples=150)
def test_an_exchange_gives_enough_and_no_single_change_is_better(drawn, least):
    own, estimate = drawn
    blocks = blocks_of([(own.points, own.links)], everything(own.points))
    found = best_exchange(blocks, least, estimate, ())
    enough = [p for p in packages(own) if own.value(p) >= least]
    if not enough:
        assert found is None
        return
    assert own.value(found) >= least
    for block in blocks:
        for choice in block.choices:
            near = list(found)
            for issue, option in zip(block.issues, choice, strict=True):
                near[issue] = option
            if own.value(tuple(near)) >= least:
                assert worth(estimate, near) <= worth(estimate, found)


@given(parties(linked=False), st.data())
@settings(max_examples=80)
def test_an_exchange_never_names_a_used_package_while_one_is_in_reach(drawn, data):
    own, estimate = drawn
    blocks = blocks_of([(own.points, own.links)], everything(own.points))
    every = packages(own)
    used = set(data.draw(st.lists(st.sampled_from(every), max_size=len(every) - 1)))
    found = best_exchange(blocks, min(map(own.value, every)), estimate, used)
    assert found is not None
    assert found in every
    assert found not in used


def session(first, second, exchanges, tactics):
    """The agreement, and everything that was offered by each side."""
    sides = [Negotiator(p, exchanges, t) for p, t in zip((first, second), tactics, strict=True)]
    offers = ([], [])
    for exchange in range(exchanges):
        for speaker in (0, 1):
            offer = sides[speaker].propose(exchange)
            offers[speaker].append(offer)
            if sides[1 - speaker].respond(offer, exchange).accept:
                return offer, offers
    return None, offers


@given(parties(linked=False), st.data())
@settings(max_examples=60)
def test_no_agreement_is_worse_than_walking_away(drawn, data):
    own, estimate = drawn
    other = Preferences(estimate, walk_away=data.draw(st.integers(-2, 20)))
    exchanges = data.draw(st.integers(1, 12))
    tactics = data.draw(st.tuples(*[st.sampled_from([STRONGEST, COOPERATIVE])] * 2))
    agreed, _ = session(own, other, exchanges, tactics)
    if agreed is not None:
        receiver_gains = own.surplus(agreed) > 0 or other.surplus(agreed) > 0
        assert receiver_gains


@pytest.mark.parametrize("tactics", [STRONGEST, COOPERATIVE])
@pytest.mark.parametrize("exchanges", [6, 20, 100])
def test_two_of_a_kind_agree_on_something_that_cannot_be_bettered(tactics, exchanges):
    agreed, _ = session(HALF, OTHER, exchanges, (tactics, tactics))
    assert agreed is not None
    points = HALF.value(agreed), OTHER.value(agreed)
    assert min(HALF.surplus(agreed), OTHER.surplus(agreed)) > 0
    assert not any(
        HALF.value(p) >= points[0] and OTHER.value(p) >= points[1]
        for p in packages(HALF)
        if (HALF.value(p), OTHER.value(p)) != points
    )


def test_an_offer_at_the_walk_away_value_is_refused_even_at_the_end():
    agent = Negotiator(HALF, 5)
    at = (1, 2)
    assert HALF.surplus(at) == 0
    for exchange in range(5):
        answer = agent.respond(at, exchange)
        assert not answer.accept
        assert answer.bound is Bound.WALK_AWAY
        assert HALF.surplus(agent.propose(exchange)) > 0


def test_the_last_exchange_takes_what_is_better_than_nothing():
    agent = Negotiator(HALF, 5)
    answer = agent.respond((1, 1), 4)
    assert answer.accept
    assert answer.bound is Bound.LAST


def opener(heard):
    """A side that opened a session of five exchanges and was offered this in the first four."""
    agent = Negotiator(HALF, 5)
    for exchange in range(4):
        agent.propose(exchange)
        agent.respond(heard, exchange)
    return agent


@pytest.mark.parametrize(("offer", "accepted"), [((1, 1), False), ((0, 2), True)])
def test_with_a_word_left_an_offer_is_taken_from_half_of_what_is_asked_for(offer, accepted):
    answer = opener((1, 1)).respond(offer, 4)
    assert answer.bound is Bound.HALF
    assert answer.accept is accepted
    assert accepted is (2 * HALF.surplus(offer) >= answer.aspiration - HALF.walk_away)


def test_the_one_who_opened_asks_in_the_last_exchange_what_it_asked_before():
    agent = opener((1, 1))
    least = agent.respond((1, 1), 3).aspiration
    assert HALF.value(agent.propose(4)) >= least > HALF.value((1, 1))
    answer = agent.respond((1, 1), 4)
    assert answer.accept
    assert answer.bound is Bound.LAST


def test_the_one_who_opened_comes_down_to_the_bottom_if_nothing_it_heard_was_worth_anything():
    assert HALF.surplus((2, 1)) < 0
    agent = opener((2, 1))
    assert agent.respond((2, 1), 4).aspiration == HALF.walk_away + 1


def test_it_stands_firm_early_and_gives_way_late():
    agent = Negotiator(HALF, 20)
    opening = agent.propose(0)
    assert HALF.value(opening) == 100
    assert agent.respond((2, 2), 10).aspiration >= 80


@given(parties(linked=False), st.data())
@settings(max_examples=60)
def test_until_late_no_bid_is_repeated_while_another_gives_as_much(drawn, data):
    own, _ = drawn
    every = packages(own)
    agent, made = Negotiator(own, 12), set()
    for exchange in range(12 - REPEATS):
        answer = agent.respond(data.draw(st.sampled_from(every)), exchange)
        bid = agent.propose(exchange)
        if bid in made:
            assert made >= {p for p in every if own.value(p) >= answer.aspiration}
        made.add(bid)


def test_late_a_bid_is_repeated_where_nothing_new_looks_as_good():
    alike = Preferences(((5, 5, 5), (3, 3)))
    hears, deaf = Negotiator(alike, 6), Negotiator(alike, 6)
    made = []
    for exchange in range(6 - REPEATS):
        hears.respond((1, 1), exchange)
        made.append(hears.propose(exchange))
    assert made[0] == (1, 1)
    assert len(set(made)) == 6 - REPEATS
    assert hears.propose(6 - REPEATS) == (1, 1)
    assert len({deaf.propose(exchange) for exchange in range(6)}) == 6


def test_it_never_asks_for_less_than_it_was_offered():
    agent = Negotiator(HALF, 10)
    assert not agent.respond((0, 2), 0).accept
    best = HALF.value((0, 2))
    for exchange in range(1, 10):
        assert HALF.value(agent.propose(exchange)) >= best
        agent.respond((2, 2), exchange)


def test_a_new_offer_is_answered_with_a_little_less_and_an_old_one_is_not():
    moved, stood = Negotiator(HALF, 50), Negotiator(HALF, 50)
    for exchange, offer in enumerate([(2, 2), (2, 1), (1, 2), (1, 1)], 40):
        moved.respond(offer, exchange)
        stood.respond((2, 2), exchange)
        asked = moved.propose(exchange), stood.propose(exchange)
    assert HALF.value(asked[0]) < HALF.value(asked[1])
    answering = Negotiator(HALF, 50)
    answering.propose(39)
    assert answering.respond((1, 1), 40).bound is Bound.PACE


@pytest.mark.parametrize("ahead", [1, 2])
def test_one_that_comes_down_by_itself_is_not_answered_in_kind(ahead):
    agent = Negotiator(HALF, 50)
    agent.propose(38)
    for exchange, offer in enumerate([(2, 2), (2, 1), (1, 2)][: ahead + 1], 39):
        answer = agent.respond(offer, exchange)
    assert (answer.aspiration < 100) is (ahead == 1)


def test_new_offers_early_in_a_session_do_not_bring_it_down_to_the_bottom():
    agent = Negotiator(HALF, 50)
    for exchange, offer in enumerate([(2, 2), (2, 1), (1, 2), (1, 1)]):
        agent.respond(offer, exchange)
        assert HALF.value(agent.propose(exchange)) == 100


def test_an_answer_explains_itself():
    agent = Negotiator(HALF, 20)
    agent.propose(0)
    answer = agent.respond((2, 2), 0)
    assert answer.aspiration > HALF.value((2, 2))
    assert answer.estimate == 100
    agent.respond((2, 1), 1)
    agent.respond((2, 2), 2)
    assert agent.respond((0, 1), 3).estimate == 60


def test_nothing_is_known_of_the_other_side_but_its_offers():
    said = [(2, 2), (2, 1), (1, 1)]
    runs = []
    for _ in range(2):
        agent = Negotiator(HALF, 8)
        runs.append([(agent.respond(offer, n), agent.propose(n)) for n, offer in enumerate(said)])
    assert runs[0] == runs[1]


def test_a_million_packages_and_an_impossible_walk_away_are_no_trouble():
    vast = Preferences(tuple(tuple(range(0, 60, 10)) for _ in range(12)), walk_away=300)
    against = Preferences(tuple(tuple(range(50, -10, -10)) for _ in range(12)), walk_away=200)
    agreed, _ = session(vast, against, 20, (STRONGEST, STRONGEST))
    assert agreed is not None
    assert Negotiator(Preferences(((3, 1),), walk_away=9), 4).propose(0) == (0,)


@pytest.mark.parametrize("walk_away", [0, 8])
def test_a_side_to_which_all_is_one_takes_anything_or_nothing(walk_away):
    agent = Negotiator(Preferences(((5, 5, 5), (3, 3)), walk_away=walk_away), 6)
    for exchange in range(5):
        answer = agent.respond((1, 1), exchange)
        assert answer.accept is (walk_away < 8)
        assert answer.aspiration == 8
        agent.propose(exchange)


def test_a_single_exchange_is_the_last_one():
    opening = Negotiator(HALF, 1)
    assert HALF.surplus(opening.propose(0)) > 0
    answer = Negotiator(HALF, 1).respond((1, 1), 0)
    assert answer.accept
    assert answer.bound is Bound.LAST
