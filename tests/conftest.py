"""A small summit at the table, after both opening statements."""

import pytest

from game.summit.summit import Summit
from tests.scenario_files import play, small_scenario


@pytest.fixture
def summit():
    game = Summit(small_scenario(), seed=4)
    for party in ("north", "south"):
        play(game, party, "ready")
    play(game, "north", "open river")
    play(game, "south", "open trade")
    return game


@pytest.fixture
def table(summit):
    return summit
