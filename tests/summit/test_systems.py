"""The article's thirteen systems: one is switched off, and the same moves make another game."""

import re

import pytest

from game.scenario.library import shipped_folder
from game.scenario.reader import read_scenario
from game.summit.bots import Integrative
from game.summit.debrief import result_points
from game.summit.events import Rejected
from game.summit.session import Session

SEOUL = shipped_folder() / "seoul-summit.yaml"
ROWS = re.findall(
    r"^\| (\d+) \|[^|]*\| `([^`]+)` \|",
    (SEOUL.parents[1] / "docs" / "systems.md").read_text("utf-8"),
    re.M,
)
SEEDS = range(1, 7)


def copied(block, **changes):
    return block.model_copy(update=changes)


def switched_off(scenario, key):
    """The scenario without what a key stands for; KeyError where there is no such key."""
    head, *rest = key.split(".")
    if head == "meeting":
        return copied(scenario, meeting=copied(scenario.meeting, minutes=600))
    if head == "events":
        left = {name: event for name, event in scenario.events.items() if name != rest[0]}
        assert len(left) < len(scenario.events)
        return copied(scenario, events=left)
    if head == "agenda":
        item = scenario.agenda[rest[0]]
        if rest[1:] == ["expected"]:
            assert item.expected is not None
            off = copied(item, expected=None)
        else:
            options = {
                name: copied(option, points={}, home={}, red_line={})
                for name, option in item.options.items()
            }
            off = copied(item, options=options, expected=None, silence=type(item.silence)())
        return copied(scenario, agenda={**scenario.agenda, rest[0]: off})
    party = scenario.parties[rest[0]]
    assert party.home is not None
    if rest[1:] == ["home"]:
        home = None
    else:
        audiences = dict(party.home.audiences)
        del audiences[rest[-1]]
        home = copied(party.home, audiences=audiences)
    return copied(scenario, parties={**scenario.parties, rest[0]: copied(party, home=home)})


def play(scenario, role, seed, moves=None):
    """A game and its own moves: an able student's, or those of another game, as far as they fit."""
    session = Session.start(scenario, text="", name="seoul", role=role, seed=seed)
    made = []
    if moves is None:
        student = Integrative()
        while not session.over:
            made.append(student.choose(session.view()).move)
            session.play(made[-1])
        return session, made
    refused = sum(isinstance(session.play(move)[0], Rejected) for move in moves)
    return session, refused


def came_to(session):
    """Everything that was told to anybody, and what it came to."""
    state = session.summit.state
    log = tuple(map(repr, session.log))
    return log, result_points(state), state.trust, dict(state.extra), state.outcome


@pytest.fixture(scope="module")
def seoul():
    found = read_scenario(SEOUL).scenario
    assert found is not None
    return found


def test_there_are_thirteen():
    assert [int(number) for number, _ in ROWS] == list(range(1, 14))


@pytest.mark.parametrize("key", [key for _, key in ROWS])
def test_switched_off_the_same_moves_make_another_game(seoul, key):
    for seed in SEEDS:
        for role in seoul.party_ids:
            before, moves = play(seoul, role, seed)
            after, refused = play(switched_off(seoul, key), role, seed, moves)
            if refused or came_to(after) != came_to(before):
                return
    pytest.fail(f"{key} changes nothing")


def test_nothing_switched_off_makes_the_same_game(seoul):
    before, moves = play(seoul, "japan", 3)
    after, refused = play(seoul, "japan", 3, moves)
    assert not refused and came_to(after) == came_to(before)
