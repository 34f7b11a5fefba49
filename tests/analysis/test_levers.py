"""Every number that is said to make a summit harder or easier does, when the file is changed so."""

import pytest
import yaml

from game.analysis.levers import NOTICED, levers
from game.analysis.measures import overlap, zopa
from game.analysis.table import table_of
from game.scenario.library import shipped_folder
from game.scenario.reader import read_text
from tests.scenario_files import SMALL


def measured(text, measure):
    table = table_of(read_text(text, "changed").scenario)
    if measure == "gain":
        return table.most_joint
    return (zopa if measure == "signed" else overlap)(table).agreements


LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def changed(text, lever, by):
    """The file with one number moved."""
    data = yaml.load(text, LOADER)
    block = data
    for key in lever.place[:-1]:
        block = block.setdefault(key, {})
    assert block.get(lever.place[-1], lever.value) == lever.value
    block[lever.place[-1]] = lever.value + by
    return yaml.dump(data, Dumper=DUMPER, sort_keys=False, allow_unicode=True)


@pytest.fixture(params=["small", "ministers-call"])
def text(request):
    if request.param == "small":
        return SMALL
    return (shipped_folder() / f"{request.param}.yaml").read_text("utf-8")


def test_every_change_does_what_is_said_and_no_smaller_one_is_noticed(text):
    found = levers(table_of(read_text(text, "before").scenario))
    before = {measure: measured(text, measure) for measure in ("signed", "carried", "gain")}
    assert {lever.measure for lever in found} == set(before)
    for lever in found:
        assert before[lever.measure] == lever.before
        assert measured(changed(text, lever, lever.change), lever.measure) == lever.after
        assert abs(lever.after - lever.before) * NOTICED >= lever.before
        if abs(lever.change) > 1:
            less = lever.change - (1 if lever.change > 0 else -1)
            smaller = measured(changed(text, lever, less), lever.measure)
            assert abs(smaller - lever.before) * NOTICED < lever.before


def test_where_nothing_can_be_agreed_the_way_out_is_named():
    poor = SMALL.replace("walk_away: 10", "walk_away: 42")
    table = table_of(read_text(poor, "poor").scenario)
    assert zopa(table).agreements == 0
    ways = [lever for lever in levers(table) if lever.measure == "signed"]
    assert ways and all(lever.before == 0 < lever.after for lever in ways)
