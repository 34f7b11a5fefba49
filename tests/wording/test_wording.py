"""Everything that can happen has words: moves, events, refusals, states, terms."""

from dataclasses import fields

import pytest

from game.bargaining.steps import Step
from game.scenario.words import SILENCE
from game.summit import events as e
from game.summit import moves as m
from game.summit.events import HomeCause, ItemState, Phase, Refusal, Rejected, TrustCause
from game.summit.moves import ALL_MOVES, VERBS, Propose
from game.summit.notation import parse
from game.wording import (
    acts,
    catalogue,
    courtesies,
    dossier,
    news,
    refusals,
    sayings,
)
from game.wording.glossary import GLOSSARY, lookup
from game.wording.lines import Narrator
from game.wording.manual import MANUAL
from game.wording.names import Company, Names, sentence, small, third_person
from game.wording.refusals import reason, refusal
from tests.scenario_files import small_scenario

TERMS = (("river", "share"), ("trade", SILENCE))
SAMPLES = {
    "item": "river", "option": "share", "terms": TERMS, "packages": (TERMS, (("visas", "some"),)),
    "give": ("river", "share"), "want": ("trade", "low"), "number": 1, "direction": "lower",
    "line": "share", "theirs": ("river", "visas"), "text": "I asked too late.",
    "importance": "high", "own": ("river",), "first_offer": TERMS, "walk_away": 12,
    "nearer": None, "grounds": (),
}  # fmt: skip
EVENTS = {
    "minute": 12, "to": None, "party": "north", "move": m.Ask(item="river"), "cost": 2,
    "code": Refusal.NOT_YOUR_TURN, "detail": None, "phase": Phase.PRESS, "item": "river",
    "state": ItemState.AGREED, "option": "share", "by": -3, "now": 47, "audience": "farmers",
    "via": "ask", "candid": True, "importance": "high", "number": 1, "right": True,
    "event": "flood", "what": "aside", "grade": "likely", "priorities": ("river", "trade"),
    "sure": 40, "clauses": 2, "stuck": False, "home_low": 40, "home_high": 60,
    "trade": e.Trade(("river", "share"), ("trade", "low")), "package": TERMS, "terms": TERMS,
    "handed": (), "adopts": True, "line": "claim", "claimed": ("river",), "carried": False,
    "support": 44, "needed": 50, "stopped_by": "farmers", "red_line": None,
    "outcome": "breakthrough", "agreement": (("river", "share"),), "in_force": True,
    "walked_out": None, "direction": "lower", "leaked": False,
}  # fmt: skip
CAUSES = {"TrustChanged": TrustCause.ASKED, "SupportChanged": HomeCause.LEAK}
EVENT_KINDS = [
    kind
    for kind in vars(e).values()
    if isinstance(kind, type) and issubclass(kind, e.Event) and kind is not e.Event
]


def move_of(kind):
    return kind(**{f.name: SAMPLES[f.name] for f in fields(kind)})


def event_of(kind, **changes):
    values = EVENTS | {"cause": CAUSES.get(kind.__name__)}
    if kind is e.SummitEnded:
        values["outcome"] = next(iter(outcomes()))
    return kind(**{f.name: changes.get(f.name, values[f.name]) for f in fields(kind)})


def outcomes():
    from game.summit.ending import outcomes_of

    return outcomes_of(small_scenario())


def well_formed(text):
    assert text.strip() and "{" not in text and "!" not in text and "None" not in text, text
    assert "  " not in text and "..”" not in text and ".." not in text, text


def test_every_kind_has_words():
    assert set(refusals.SENTENCES) == set(Refusal)
    assert set(sayings.REASONS) == set(m.Reason)
    assert set(catalogue.STATES) == set(ItemState)
    assert set(catalogue.PHASES) == set(Phase)
    assert set(catalogue.TRUST_CAUSES) == set(TrustCause)
    assert set(catalogue.HOME_CAUSES) == set(HomeCause)
    assert set(catalogue.STEPS) == set(Step)
    assert set(acts.ACTS) == set(ALL_MOVES)
    assert set(MANUAL) == set(VERBS)
    assert set(news.TELLERS) == set(EVENT_KINDS) - {e.Played, e.Advised}
    assert all(verb in VERBS for verb in courtesies.MOVES)
    assert all(verb in VERBS for verbs in refusals.INSTEAD.values() for verb in verbs)


@pytest.mark.parametrize("kind", ALL_MOVES)
def test_every_move_reads_from_each_chair(kind):
    move = move_of(kind)
    narrators = {role: Narrator(small_scenario(), role) for role in ("north", "south", None)}
    told = {
        role: narrator.lines(e.Played(minute=3, party="north", move=move, cost=1))
        for role, narrator in narrators.items()
    }
    assert told["north"], "a student is always told what became of a move"
    assert all(line.text.startswith("You") for line in told["north"] if line.kind == "move")
    for lines in told.values():
        for line in lines:
            well_formed(line.text)
            assert line.text[-1] in ".?”"
    if kind.verb in ("prepare", "ready", "brief", "adopt", "refuse", "press", "guess", "reflect"):
        assert not told["south"] and not told[None], "these are nobody else's business"
    elif kind is not m.Back:
        assert {line.kind for line in told["south"]} >= {"move"}


@pytest.mark.parametrize("kind", EVENT_KINDS)
@pytest.mark.parametrize("role", ["north", "south", None])
def test_every_event_reads_from_each_chair(kind, role):
    lines = Narrator(small_scenario(), role).lines(event_of(kind))
    silent = kind is e.InterestTold and role in ("north", None)
    assert bool(lines) is not silent
    for line in lines:
        well_formed(line.text)
        assert line.text[-1] in ".?”"


def test_an_event_for_one_party_is_told_as_private():
    changed = event_of(e.TrustChanged, to="south")
    assert [line.kind for line in Narrator(small_scenario(), "south").lines(changed)] == ["private"]


def test_the_setting_is_described_where_the_meeting_begins():
    scenario = small_scenario()
    begun = e.PhaseBegan(minute=0, phase=Phase.OPENING)
    assert Narrator(scenario, "north").lines(begun)[0].text.endswith("You have the first word.")
    assert "The Premier has the first word." in Narrator(scenario).lines(begun)[0].text


def test_what_came_at_once_is_told_in_one_line():
    settled = [
        e.ItemChanged(minute=9, item=item, state=ItemState.AGREED, option=option)
        for item, option in (("river", "share"), ("visas", "some"))
    ]
    falls = [
        e.SupportChanged(
            minute=9, to="north", party="north", audience=audience, by=-2, now=40,
            cause=HomeCause.LEAK,
        )
        for audience in ("farmers", "press")
    ]  # fmt: skip
    told = Narrator(small_scenario(), "north").tell([*settled, *falls])
    assert [line.text for line in told] == [
        "Agreed ad referendum: The river “Share the water”; Visas “For some”.",
        "Support at home, after the leak: Farmers −2 and Newspapers −2.",
    ]


def test_a_package_is_told_by_what_changed_in_it():
    narrator = Narrator(small_scenario(), "south")

    def told(party, text):
        event = e.Played(minute=1, party=party, move=parse(text), cost=2)
        return next(line.text for line in narrator.lines(event) if line.kind == "move")

    assert told("north", "propose river=all trade=low visas=some") == (
        "The Premier proposes: The river “All to the north”; Trade “A little”; Visas “For some”."
    )
    told("south", "propose river=share")
    assert told("north", "propose river=share trade=low visas=some") == (
        "The Premier proposes with one change: The river “Share the water” instead of “All to the "
        "north”, your wording. The rest as before."
    )
    assert told("north", "propose river=share trade=low visas=some") == (
        "The Premier puts the same package on the table again."
    )
    assert told("north", "propose river=share trade=low") == (
        "The Premier proposes: The river “Share the water”; Trade “A little”. No longer in it: "
        "Visas."
    ), "an item that has left the package without being settled must not go unnoticed"


def test_an_acknowledgement_quotes_what_was_chosen():
    narrator = Narrator(small_scenario(), "south", lambda party, item: ("One.", "Two.", "Three."))
    event = e.Played(minute=1, party="south", move=m.Acknowledge(item="river", number=2), cost=1)
    assert "“Two.”" in narrator.lines(event)[0].text


def test_the_same_explanation_is_noted_once():
    narrator = Narrator(small_scenario(), "south")
    told = event_of(e.InterestTold)
    assert narrator.lines(told) and not narrator.lines(told)


# --- refusals -----------------------------------------------------------------------------------


@pytest.mark.parametrize("code", list(Refusal))
def test_every_refusal_reads_as_a_sentence(code):
    scenario = small_scenario()
    openings = {"propose": None, "ask": None, "walkout": None, "accept": "no"}
    for detail in (None, "river", "river=all", "moon=full", "3", ""):
        if code is Refusal.NOT_NOW:
            detail = "table"
        text = reason(code, detail, "propose", scenario)
        well_formed(text)
        assert text.endswith((".", "?"))
        rejected = Rejected(
            minute=1, to="north", party="north", move=Propose(terms=()), code=code, detail=detail
        )
        whole = refusal(rejected, scenario, openings)
        assert whole.startswith(text)
        assert "accept" not in whole.removeprefix(text), "what is not open is not suggested"


def test_a_refusal_names_the_nearest_and_hides_what_is_hidden():
    scenario = small_scenario()
    text = reason(Refusal.UNKNOWN_OPTION, "river=shar", "propose", scenario)
    assert "Did you mean “share”?" in text and "gauge" in text
    text = reason(Refusal.UNKNOWN_OPTION, "visas=man", "propose", scenario)
    assert "many" not in text
    found = {"visas": ("some", "many")}
    assert "many" in reason(Refusal.UNKNOWN_OPTION, "visas=man", "propose", scenario, found)
    text = reason(Refusal.UNKNOWN_ITEM, "rivr", "ask", scenario)
    assert "Did you mean “river”?" in text and "The river (river), Trade (trade)" in text
    assert reason(Refusal.NAMED_TWICE, "river", "propose", scenario).startswith("The river is")
    assert "expects nothing of the river;" in reason(
        Refusal.NOTHING_EXPECTED, "river", "brief", scenario
    )


# --- words for figures --------------------------------------------------------------------------


# --- papers -------------------------------------------------------------------------------------


def test_the_fiction_is_named():
    assert "fiction" in dossier.fiction(small_scenario())


def test_the_glossary_finds_terms():
    assert lookup("zopa")[0] == "ZOPA"
    assert lookup("batna")[0] == "walk-away value"
    assert lookup("quantum") is None
    assert all(text.endswith(".") for text in GLOSSARY.values())
    assert list(GLOSSARY) == sorted(GLOSSARY, key=str.casefold), "as they are read out"


# --- names --------------------------------------------------------------------------------------


def test_inside_a_sentence_only_the_article_of_a_name_is_made_small():
    names = Names(small_scenario())
    assert names.wish(("river", "share")) == "“Share the water” on the river"
    assert names.wish(("river", SILENCE)) == "leaving the river out"
    assert names.within("trade") == "Trade"
    assert small("The Chair from Tokyo") == "the Chair from Tokyo"
    assert small("Theodora Vance") == "Theodora Vance"
    assert names.phrases((("river", "share"), ("visas", SILENCE))) == (
        "The river “Share the water”; Visas left out"
    )


def test_who_does_what_to_whom():
    names = Names(small_scenario())
    south, observer = Company(names, "south"), Company(names, None)
    assert south.who("south", "ask") == "You ask"
    assert south.who("north", "ask") == "The Premier asks"
    assert (south.them("south"), south.them("north")) == ("them", "you")
    assert observer.them("north") == "South" and observer.their("north") == "South's"
    assert [third_person(v) for v in ("reply", "press", "say", "answer on")] == [
        "replies", "presses", "says", "answers on",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("done", "Done."),
        ("who?", "Who?"),
        ("he says “no”", "He says “no”."),
        ("he says “No.”", "He says “No.”"),
        ("", ""),
    ],
)
def test_a_sentence_ends_once(text, whole):
    assert sentence(text) == whole


# --- the caucus ---------------------------------------------------------------------------------
