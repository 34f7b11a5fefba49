"""What check proves of a scenario, against every text, every end of the meeting and real play."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.analysis.conditions import Situation, holds
from game.analysis.floors import home_floors, signed_floors
from game.analysis.measures import points_of
from game.analysis.sense import examine, examined, reach
from game.analysis.sense.arithmetic import PRESS_HELP
from game.analysis.sense.choices import choices_of
from game.analysis.sense.reach import Reach
from game.analysis.sense.scene import Scene
from game.analysis.sense.worlds import endings
from game.analysis.table import table_of
from game.scenario.catalogue import BASE
from game.scenario.library import shipped_folder
from game.scenario.model import Condition
from game.scenario.reader import read_scenario, read_text
from tests.scenario_files import small_scenario

HEAD = """format: 1
title: T
parties:
  a: {name: A, leader: A, brief: A, walk_away: %d, home: {audiences: {p: {name: P, support: 52}}}}
  b: {name: B, leader: B, brief: B, walk_away: %d,
      home: {audiences: {q: {name: Q, support: 51, needs: 48}}}}
agenda:
"""

SMALL_POINTS = st.integers(-4, 8)


@st.composite
def summits(draw):
    text = HEAD % (draw(st.integers(-2, 9)), draw(st.integers(-2, 9)))
    for item in range(draw(st.integers(1, 3))):
        grade = draw(st.sampled_from(["", "    expected: likely\n", "    expected: may\n"]))
        text += f"  i{item}:\n    title: I{item}\n{grade}    options:\n"
        for option in range(draw(st.integers(1, 2))):
            text += f"      o{option}: {{label: L{option}, clause: did"
            text += f", points: {{a: {draw(SMALL_POINTS)}, b: {draw(SMALL_POINTS)}}}"
            text += f", home: {{a: {{p: {draw(SMALL_POINTS)}}}, b: {{q: {draw(SMALL_POINTS)}}}}}"
            red = draw(
                st.sampled_from(["", "", "", ", red_line: {a: No.}", ", red_line: {b: No.}"])
            )
            text += red + "}\n"
    if "i1" in text and draw(st.booleans()):
        points = draw(SMALL_POINTS)
        text += f"links: [{{when: {{agreed: {{i0: o0, i1: any}}}}, points: {{a: {points}}}}}]\n"
    return small_scenario(text)


def ranges(low, high):
    number = st.integers(low, high)
    return st.one_of(
        st.fixed_dictionaries({"at_least": number}), st.fixed_dictionaries({"at_most": number})
    )


LEAVES = st.one_of(
    st.sampled_from([{"agreed": {"i0": ("o0",)}}, {"agreed": {"i0": ("any",)}}]),
    st.just({"silent": ("i0",)}),
    st.just({"handed_down": ("i0",)}),
    st.fixed_dictionaries({"items_agreed": ranges(0, 3)}),
    st.fixed_dictionaries({"signed": st.booleans()}),
    st.fixed_dictionaries({"ratified": st.sampled_from([("both",), ("neither",), ("a",)])}),
    st.fixed_dictionaries({"walked_out": st.sampled_from([("any",), ("b",)])}),
    st.fixed_dictionaries({"refused": st.sampled_from([("any",), ("a",)])}),
    st.fixed_dictionaries({"joint_gain": ranges(0, 100)}),
    st.fixed_dictionaries({"own_gain": st.fixed_dictionaries({"b": ranges(0, 100)})}),
    st.fixed_dictionaries({"support": st.fixed_dictionaries({"a": ranges(40, 80)})}),
    st.fixed_dictionaries(
        {"audience": st.fixed_dictionaries({"b": st.fixed_dictionaries({"q": ranges(40, 80)})})}
    ),
    st.fixed_dictionaries({"press": st.just({"a": ("claim", "share")})}),
)
CONDITIONS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.fixed_dictionaries({"not": inner}),
        st.fixed_dictionaries({"any": st.tuples(inner, inner)}),
        st.fixed_dictionaries({"all": st.tuples(inner, inner)}),
    ),
    max_leaves=4,
).map(Condition.model_validate)


def situations(scenario):
    """Every end of a meeting, with no help at home and with the most."""
    table = table_of(scenario)
    for package in product(*(range(len(options)) for options in table.space.options)):
        for extra, stage in product((0, PRESS_HELP), endings(scenario.party_ids)):
            support = {
                sheet.party: sheet.home.support(
                    package, table.grades, (extra,) * len(sheet.home.audiences)
                )
                for sheet in table.sheets
            }
            if not all(
                table.sheet(p).home.verdict(support[p]).carried
                and table.sheet(p).crosses(package) is None
                for p in stage.ratified
            ):
                continue
            points = points_of(table, package)
            gain = [
                x - r if stage.in_force else 0 for x, r in zip(points, table.walk_away, strict=True)
            ]
            every_line = product(("claim", "share", "little"), repeat=2 if stage.signed else 0)
            for lines, handed in product(every_line, ((), ("i0",))):
                if handed and package[0]:
                    continue
                yield Situation(
                    agreement=table.space.agreement(package),
                    handed_down=handed,
                    signed=stage.signed,
                    ratified=stage.ratified,
                    walked_out=stage.walked_out,
                    refused=stage.refused,
                    joint_gain=100 * sum(gain) // table.most_joint if table.most_joint else 0,
                    own_gain={
                        p: 100 * g // best if best else 0
                        for p, g, best in zip(
                            scenario.party_ids, gain, table.best_surplus, strict=True
                        )
                    },
                    support={p: table.sheet(p).home.weighted(s) for p, s in support.items()},
                    audience={"a": {"p": support["a"][0]}, "b": {"q": support["b"][0]}},
                    press=dict(zip(scenario.party_ids, lines, strict=False)),
                )


@settings(max_examples=60)
@given(summits(), st.lists(CONDITIONS, min_size=1, max_size=3))
def test_an_ending_told_to_be_out_of_reach_fits_no_end_of_any_meeting(scenario, conditions):
    found = Reach(Scene(scenario))
    every = endings(scenario.party_ids)
    *earlier, when = conditions
    if found._reachable(every, when, earlier) is False:
        assert not any(
            holds(when, now) and not any(holds(other, now) for other in earlier)
            for now in situations(scenario)
        )


@settings(max_examples=60)
@given(summits())
def test_what_is_told_of_agreements_and_options_holds_over_all_packages(scenario):
    scene = Scene(scenario)
    table = scene.table
    every = list(product(*(range(len(options)) for options in table.space.options)))
    signable = [p for p in every if all(s.crosses(p) is None for s in table.sheets) and any(p)]
    signed = [p for p in signable if all(f.holds(p) for f in signed_floors(table, table.walk_away))]
    codes = {finding.code for finding in examine(scenario)}
    assert ("ZOP01" in codes) == (not signed)
    if "HOM03" in codes:
        assert not any(all(f.holds(p) for f in home_floors(table)) for p in signed)
    for item, options in enumerate(table.space.options):
        choices = choices_of(scene, item)
        for better, worse in product(table.signable[item], range(1, len(options))):
            if better != worse and choices.beats(better, worse):
                for package in every:
                    if package[item] == worse:
                        other = (*package[:item], better, *package[item + 1 :])
                        pairs = zip(points_of(table, other), points_of(table, package), strict=True)
                        assert all(x >= y for x, y in pairs)


def codes_with(condition, text=BASE):
    result = examined(read_text(text.replace("when: {ratified: both}", f"when: {condition}")))
    return [d.code for d in result.diagnostics]


@pytest.mark.parametrize(
    ("condition", "codes"),
    [
        ("{ratified: both, silent: river, agreed: {river: any}}", ["OUT04"]),
        ("{ratified: both, handed_down: [river, trade], items_agreed: {at_least: 1}}", ["OUT04"]),
        ("{ratified: both, walked_out: any}", ["OUT04"]),
        ("{any: [{joint_gain: {at_least: 1}, signed: false}]}", ["OUT04"]),
        ("{ratified: both, agreed: {river: gauge, trade: half}, joint_gain: {at_most: 9}}",
         ["OUT04"]),
        ("{ratified: both, agreed: {river: gauge}, audience: {north: {farmers: {at_least: 61}}}}",
         ["OUT04"]),
        ("{ratified: both, support: {north: {at_least: 62}}}", []),
        ("{ratified: both, own_gain: {south: {at_least: 101}}}", ["CON06"]),
        ("{ratified: north, press: {south: claim}, handed_down: river}", []),
        ("{refused: any, trust: {at_most: 40}}", []),
    ],
)  # fmt: skip
def test_endings_out_of_reach(condition, codes):
    assert codes_with(condition) == codes


def texts_told(old, new):
    assert old in BASE
    return [d.code for d in examined(read_text(BASE.replace(old, new))).diagnostics]


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("title: Trade\n", "title: 양국의 무역과 관세 문제에\n", ["TXT01"]),
        ("title: Trade\n", "title: 양국의 무역과 관세 문제\n", []),
        ("label: Gauge first", "label: " + "水量" * 10, []),
        ("label: Gauge first", "label: " + "水量" * 10 + "を", ["TXT01"]),
        ("format: 1\n", "format: 1\nlanguage: German\n", ["TXT04"]),
        ("format: 1\n", "format: 1\nlanguage: zh-Hant-TW\n", []),
        ("You want the river gauged.", "North gets nothing below 10 points.", ["BRF01"]),
        ("You want the river gauged.", "They value “Share the water” at 10 points.", ["BRF01"]),
        ("You want the river gauged.", "South walks away below 15 points, or 10.", []),
        ("You want the river gauged.", "North has had 10 floods since 1910.", []),
        ("You want the river gauged.", "North walks on 10.5 km of dykes for points 1-10.", []),
    ],
)
def test_texts(old, new, codes):
    assert texts_told(old, new) == codes


@pytest.mark.parametrize(
    ("written", "meant"),
    [("German", "`language: de`"), ("pt_BR", "`language: pt-BR`"), ("한국어", "as en, ko")],
)
def test_a_language_by_its_name_is_told_its_code(written, meant):
    text = BASE.replace("format: 1\n", f"format: 1\nlanguage: {written}\n")
    (found,) = (d for d in examined(read_text(text)).diagnostics if d.code == "TXT04")
    assert meant in found.help


def test_a_brief_in_another_language_is_read_by_the_name_and_the_number():
    text = BASE.replace("title: Two rivers", "title: 강\nlanguage: ko")
    text = text.replace("You want the river gauged.", "North는 10 이하로는 서명하지 않는다.")
    assert [d.code for d in examined(read_text(text)).diagnostics] == ["BRF01"]


def test_an_ending_behind_several_that_leave_it_nothing():
    first = "first: {when: {signed: true}, title: A, text: A}\n"
    second = "  second: {when: {not: {signed: true}, minute: {at_least: 0}}, title: B, text: B}\n"
    third = "  third: {when: {any: [{minute: {at_least: 9}}, {signed: true}]}, title: C, text: C}\n"
    text = BASE.replace("carried:\n", f"{first}{second}{third}  carried:\n")
    found = [d.message for d in examined(read_text(text)).diagnostics if d.code == "OUT05"]
    assert [message.split("`")[1] for message in found] == ["third", "carried"]


@pytest.mark.parametrize("path", sorted(shipped_folder().glob("*.yaml")), ids=lambda p: p.stem)
def test_a_shipped_summit_makes_sense(path):
    result = read_scenario(path)
    if result.scenario is not None:
        assert [d.code for d in examined(result).diagnostics] == []


def test_when_the_work_is_spent_what_is_left_is_said_to_be_not_proved(monkeypatch):
    endings_ = "".join(
        f"  end_{n}:\n    when: {{any: [{{trust: {{at_least: {n}}}}}, {{signed: true}}]}}\n"
        f"    title: End {n}\n    text: It ended.\n"
        for n in range(99, 69, -1)
    )
    scenario = read_text(BASE.replace("  carried:\n", f"{endings_}  carried:\n")).scenario
    assert not [f for f in Reach(Scene(scenario)).findings() if f.code == "OUT06"]
    monkeypatch.setattr(reach, "MOST_WORK", 4_000)
    (told,) = [f for f in Reach(Scene(scenario)).findings() if f.code == "OUT06"]
    assert told.path[0] == "outcomes" and "more events or endings" in told.message
    assert told.severity == "warning"
