"""Everything that can happen has words, and no reply follows itself."""

import itertools

from game.bargaining.steps import Step
from game.scenario.words import SILENCE
from game.summit import events as e
from game.summit.events import ItemState, Phase, Refusal, TrustCause
from game.summit.moves import ALL_MOVES, Grounds, Note, Reason
from game.summit.notation import parse
from game.wording import catalogue, lines, refusals, status
from game.wording.draft import draft, statement
from game.wording.glossary import GLOSSARY, lookup
from game.wording.lines import Narrator
from game.wording.refusals import reason
from game.wording.speech import Speaker
from tests.scenario_files import small_scenario
from tests.summit.test_rules import play
from tests.summit.test_rules import summit as table  # noqa: F401


def subclasses(kind):
    return [
        c for c in vars(e).values() if isinstance(c, type) and issubclass(c, kind) and c is not kind
    ]


def test_every_kind_has_words():
    assert set(refusals.SENTENCES) == set(Refusal)
    assert set(catalogue.REASONS) == set(Reason)
    assert set(catalogue.STATES) == set(ItemState)
    assert set(catalogue.PHASES) == set(Phase)
    assert set(catalogue.TRUST_CAUSES) == set(TrustCause)
    assert set(catalogue.STEPS) == set(Step)
    assert set(lines._ACTS) == set(ALL_MOVES)
    assert set(lines._TELLERS) == set(subclasses(e.Event)) - {e.Played}


def test_no_reply_follows_itself():
    speaker = Speaker(small_scenario(), "north")
    for why in Reason:
        said = [
            speaker.reply(
                Note(
                    grounds=(
                        Grounds(
                            why,
                            item="river",
                            option="all",
                            audience="farmers",
                            give=("river", "share"),
                            want=("trade", "low"),
                            number=2,
                        ),
                    )
                )
            )
            for _ in range(6)
        ]
        assert all(said)
        assert all(one != two for one, two in itertools.pairwise(said)), (why, said)
        assert not any("!" in text or "{" in text for text in said)


def test_the_scenarios_own_words_come_first():
    speaker = Speaker(small_scenario(), "north")
    grounds = (Grounds(Reason.CANDID, item="river", option="all"),)
    first = speaker.reply(parse("explain river high all").__class__("river", grounds=grounds))
    assert first.startswith("Our fields are dry")


def test_every_refusal_reads_as_a_sentence():
    scenario = small_scenario()
    for code in Refusal:
        for detail in (None, "river", "river=all", "moon=full", "3"):
            if code is Refusal.NOT_NOW:
                detail = "table"
            text = reason(code, detail, "propose", scenario)
            assert text.endswith(".") and "{" not in text


def test_a_narrated_game_reads_without_gaps(table):  # noqa: F811
    narrator = Narrator(small_scenario(), "south")
    for party, text in (
        ("north", "propose river=all"),
        ("south", "propose river=gauge visas=silence"),
        ("north", "choices river=share | trade=low"),
        ("south", "decline river 2"),
        ("north", "tiehands river=share"),
        ("south", "pressure river"),
        ("north", "caucus"),
        ("north", "back"),
        ("north", "walkout"),
    ):
        told = narrator.tell(
            event for event in play(table, party, text) if event.to in (None, "south")
        )
        assert all(line.text and "{" not in line.text for line in told)
        if text not in ("caucus",):
            assert told


def test_the_draft_shows_brackets_with_their_owners(table):  # noqa: F811
    play(table, "north", "propose river=all visas=some")
    play(table, "south", "propose river=gauge")
    rows = draft(table.view("south"), small_scenario())
    assert rows[0].text == (
        "[NOR: agreed that the north draws what it needs] "
        "[SOU: agreed to gauge the river before anything else]"
    )
    assert rows[1].text == "[NOR: agreed to ease visas for traders]"
    play(table, "north", "accept")
    rows = draft(table.view("south"), small_scenario())
    assert rows[0].text == "agreed to gauge the river before anything else;"


def test_the_statement_ends_with_a_full_stop():
    text = statement(
        small_scenario(), {"river": "share", "trade": None, "visas": "some"}, ("trade",)
    )
    assert [line[:2] for line in text] == ["1.", "2.", "3."]
    assert text[-1].endswith(".") and text[0].endswith(";")
    assert "ministers" in text[1]


def test_worth_counts_what_is_agreed_and_what_home_makes_of_it(table):  # noqa: F811
    view = table.view("south")
    found = status.worth(view, (("river", "share"), ("trade", "low")))
    assert found.points == 20 + 8 + 2
    assert found.carried
    assert status.worth(view, (("river", SILENCE),)).points == 0


def test_the_glossary_finds_terms():
    assert lookup("zopa")[0] == "ZOPA"
    assert lookup("batna")[0] == "walk-away value"
    assert lookup("quantum") is None
    assert all(text.endswith(".") for text in GLOSSARY.values())
