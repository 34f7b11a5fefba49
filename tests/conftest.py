"""A small summit for every test, and settings of the test's own."""

import hypothesis
import pytest

from game.summit import settings
from game.summit.summit import Summit
from tests.scenario_files import play, small_scenario

hypothesis.settings.register_profile(
    "no clock", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("no clock")
"""A busy machine is no fault of what is tested."""


@pytest.fixture
def summit():
    """The small summit at the table, after both opening statements."""
    game = Summit(small_scenario(), seed=4)
    for party in ("north", "south"):
        play(game, party, "ready")
    play(game, "north", "open river")
    play(game, "south", "open trade")
    return game


@pytest.fixture(autouse=True)
def settings_of_the_test(tmp_path, monkeypatch):
    """No test reads or writes the player's own choices; the first meeting is behind everybody."""
    path = tmp_path / "settings" / "settings.json"
    monkeypatch.setattr(settings, "settings_file", lambda: path)
    settings.keep(met=True)
    return path
