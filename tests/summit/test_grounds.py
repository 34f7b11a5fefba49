"""Whatever the computer gives as a reason is true of its brief, its text and the record."""

import pytest

from game.summit.grounds import gain, has_moved, last_terms, option_bid
from game.summit.mind import LAST_MINUTES, Mind
from game.summit.moves import Choices, Explain, Propose, Reason, worded_packages
from game.summit.notation import parse
from game.summit.session import Session
from tests.scenario_files import SMALL, small_scenario
from tests.summit.talking import RULES, Talk

SEEDS = range(4)


def decisions():
    """(mind, move) of every move of the computer's, in games of all summits from both chairs."""
    for rules in RULES.values():
        for role in rules.scenario.parties:
            for seed in SEEDS:
                talk = Talk(rules, role, seed)
                for view, decision, _ in talk.play():
                    if view is not None:
                        yield Mind(view, talk.counterpart.manner), decision.move


@pytest.fixture(scope="module")
def given():
    """reason → (mind, move, ground) wherever it was given."""
    found = {}
    for mind, move in decisions():
        for ground in move.grounds:
            found.setdefault(ground.reason, []).append((mind, move, ground))
    return found


def test_a_step_is_called_what_it_is(given):
    kinds = (Reason.RETURNS, Reason.FIRST_STEP, Reason.REARRANGED)
    assert any(given.get(kind) for kind in kinds)
    for kind in kinds:
        for mind, move, _ in given.get(kind, ()):
            less = mind.worth_alone(move.terms) < mind.worth_alone(last_terms(mind.view))
            assert less is (kind is not Reason.REARRANGED)
            assert kind is Reason.REARRANGED or has_moved(mind) is (kind is Reason.RETURNS)


def test_what_is_given_costs_something_and_stands_in_the_offer(given):
    for mind, move, ground in given[Reason.TRADE] + given[Reason.MOVED]:
        item, option = ground.give or (ground.item, ground.option)
        assert (item, option) in move.terms
        assert gain(mind, (item, option)) < gain(mind, (item, mind.view.items[item].mine))
    for mind, move, ground in given[Reason.TRADE]:
        assert ground.want in move.terms, mind.view.minute


def test_home_is_not_afraid_of_a_wording_that_this_side_asks_for_itself(given):
    answers = [each for each in given[Reason.HOME] if each[1].verb in ("propose", "decline")]
    assert answers
    for mind, _, ground in answers:
        assert ground.option != option_bid(mind, ground.item)
        offered = [dict(terms).get(ground.item) for terms in mind.view.offer.packages]
        assert ground.option in offered


def test_the_clock_is_blamed_only_at_the_end(given):
    for mind, _, _ in given[Reason.TIME]:
        assert mind.view.minutes_left <= LAST_MINUTES


def test_a_repeated_answer_refers_to_the_minute_at_which_it_was_first_given(given):
    assert given[Reason.REPEATED]
    for mind, move, ground in given[Reason.REPEATED]:
        said = [
            entry.minute
            for entry in mind.view.record
            if entry.party == mind.view.party
            and isinstance(entry.move, Explain)
            and (entry.move.item, entry.move.claim) == (move.item, move.claim)
        ]
        assert ground.number == said[0]


def test_an_offer_has_nothing_of_another_package_than_the_nearer_one_without_a_word(given):
    answers = [each for each in given[Reason.NEARER] if isinstance(each[1], Propose)]
    assert answers
    mixed = 0
    for mind, move, ground in answers:
        packages = worded_packages(last_choices(mind.view))
        nearer = dict(packages[ground.number - 1])
        others = {term for terms in packages for term in terms} - set(nearer.items())
        own_to = {g.item: g for g in move.grounds if g.reason in (Reason.ALSO, Reason.INSTEAD)}
        taken = [term for term in move.terms if term in others and term[1] != "silence"]
        mixed += bool(taken)
        assert bool(taken) is bool(own_to)
        for item, said in own_to.items():
            assert (item, said.option) in packages[said.number - 1]
            assert (said.reason is Reason.INSTEAD) is (item in nearer)
    assert mixed < len(answers), "some follow the package that they lean to"


def test_the_clause_that_makes_a_package_nearer_is_worth_more_than_in_the_others(given):
    named = 0
    for mind, _, ground in given[Reason.NEARER]:
        if ground.item is None:
            continue
        named += 1
        packages = worded_packages(last_choices(mind.view))
        assert (ground.item, ground.option) in packages[ground.number - 1]
        for place, terms in enumerate(packages, start=1):
            other = dict(terms).get(ground.item, option_bid(mind, ground.item))
            if place != ground.number:
                assert gain(mind, (ground.item, other)) < gain(mind, (ground.item, ground.option))
    assert named


def last_choices(view):
    return next(entry.move for entry in reversed(view.record) if isinstance(entry.move, Choices))


def test_a_contradiction_is_held_against_them_once():
    session = Session.start(small_scenario(), text=SMALL, name="small", role="north", seed=1)
    words, rest = "explain river high all", "trade=silence visas=silence"
    offers = (f"propose river={option} {rest}" for option in ("share", "gauge"))
    for text in ("ready", "open river", words, *offers):
        session.play(parse(text))
    assert ("north", "river") in session.summit.state.contradicted
    asked = []
    for _ in range(2):
        before = len(session.records)
        session.play(parse(words))
        replies = [record for record in session.records[before:] if record.party == "south"]
        asked.append({ground.reason for record in replies for ground in record.move.grounds})
    assert Reason.CONTRADICTION in asked[0] and Reason.CONTRADICTION not in asked[1]
    assert Reason.HEARD in asked[1]


@pytest.mark.parametrize("role", ["north", "south"])
def test_the_first_words_after_a_recess_are_about_it(role):
    session = Session.start(small_scenario(), text=SMALL, name="small", role=role, seed=1)
    for text in ("ready", "open river", "walkout"):
        session.play(parse(text))
    first = session.records[-1]
    assert first.party != role
    assert first.move.grounds[0].reason is Reason.CAME_BACK
    session.play(parse("note"))
    assert Reason.CAME_BACK not in {ground.reason for ground in session.records[-1].move.grounds}
