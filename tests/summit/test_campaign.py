"""Campaigns: what one meeting leaves is where the next begins, and nothing else."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.analysis.measures import overlap, zopa
from game.scenario.campaign import Campaign
from game.scenario.library import UnusableError, shipped_folder
from game.scenario.reader import read_scenario
from game.summit import saved_games
from game.summit.bots import bots
from game.summit.journal import read_journal
from game.summit.journey import homes_of, leg_as_data, leg_from_data, opened, opening_of, result_of
from game.summit.session import Session, moments, replay
from game.summit.start import load_scenario, next_session, start_session
from game.wording.campaign import on_the_way, whole

FIVE = shipped_folder() / "five-meetings.yaml"


def play_out(session, bot="integrative"):
    player = bots(session.head.seed)[bot]
    while not session.over:
        session.play(player.choose(session.view()).move)
    session.close()
    return session


def begin(folder, role="japan", seed=4):
    return start_session(FIVE, role=role, seed=seed, journal=folder / "first.jsonl")


@pytest.fixture(scope="module")
def call(tmp_path_factory):
    """The first meeting, played to its end."""
    return play_out(begin(tmp_path_factory.mktemp("call")))


@pytest.fixture(scope="module")
def campaign():
    found = read_scenario(FIVE).campaign
    assert found is not None
    return found


def result(call, **changes):
    found = result_of("call", call.summit.state, call.own)
    return replace(found, situation=replace(found.situation, **changes))


def test_the_first_meeting_begins_as_its_scenario_says(call):
    assert call.scenario.meeting.trust == call.own.meeting.trust
    assert homes_of(call.scenario) == homes_of(call.own)


@pytest.mark.parametrize(("trust", "begins"), [(52, 50), (72, 60), (41, 45), (42, 45), (0, 24)])
def test_half_of_the_trust_that_was_moved_is_left(call, campaign, trust, begins):
    bare = campaign.model_copy(
        update={
            "meetings": {
                name: leg.model_copy(update={"carries": ()})
                for name, leg in campaign.meetings.items()
            }
        }
    )
    seoul = load_scenario(shipped_folder() / "seoul-summit.yaml")
    assert opening_of(bare, [result(call, trust=trust)], "summit", seoul).trust == begins


def test_a_carry_needs_all_of_its_conditions(call, campaign):
    seoul = load_scenario(shipped_folder() / "seoul-summit.yaml")

    def because(**changes):
        return opening_of(campaign, [result(call, **changes)], "summit", seoul).because

    side = {"agenda": "side_by_side", "morning": None, "readout": None}
    told = because(agreement=side, ratified=["japan", "korea"])
    assert len(told) == 1 and "telephone" in told[0]
    assert because(agreement=side, ratified=["japan"]) == ()
    (careful,) = because(agreement={}, ratified=[], signed=False)
    assert "careful" in careful


@settings(max_examples=60)
@given(
    trust=st.integers(0, 100),
    support=st.integers(0, 100),
    keeps=st.fixed_dictionaries(
        {name: st.integers(0, 100) for name in ("trust", "support", "at_most")}
    ),
)
def test_an_opening_stays_within_its_bounds(call, campaign, trust, support, keeps):
    seoul = load_scenario(shipped_folder() / "seoul-summit.yaml")
    moved = {party: dict.fromkeys(home, support) for party, home in homes_of(call.own).items()}
    kept = Campaign.model_validate_json(
        json.dumps({**json.loads(campaign.model_dump_json(by_alias=True)), "keeps": keeps}),
        strict=False,
    )
    opening = opening_of(kept, [result(call, trust=trust, audience=moved)], "summit", seoul)
    assert 0 <= opening.trust <= 100
    for party, home in homes_of(seoul).items():
        for audience, own in home.items():
            found = opening.homes[party][audience]
            assert abs(found - own) <= keeps["at_most"] and 0 <= found <= 100


def test_a_leg_comes_back_from_the_head_of_a_journal(call):
    leg = next_session(call).leg
    assert leg_from_data(json.loads(json.dumps(leg_as_data(leg)))) == leg


@pytest.mark.parametrize("role", ["japan", "korea"])
@pytest.mark.parametrize("bot", ["integrative", "hard-liner"])
def test_a_campaign_is_played_from_the_first_meeting_to_the_last(tmp_path, role, bot):
    session = play_out(begin(tmp_path, role), bot)
    seen = []
    while True:
        seen.append(session.leg.meeting)
        journal = read_journal(session.journal_path)
        assert replay(journal)[1] is None
        assert Session.from_journal(journal).summit.state.outcome == session.summit.state.outcome
        assert zopa(session.rules.table).agreements and overlap(session.rules.table).agreements
        assert session.scenario == opened(session.own, session.leg.opening)
        if session.leg.following is None:
            break
        assert whole(session) == ()
        session = next_session(session)
        assert session.role == role and on_the_way(session)
        play_out(session, bot)
    assert seen == ["call", "summit", "eve", "line", "sixtieth"]
    told = "\n".join(line for page in whole(session) for line in page.lines)
    assert "Of 5 meetings" in told and "The telephone call" in told
    with pytest.raises(UnusableError):
        next_session(session)


def test_a_meeting_that_is_not_over_leads_nowhere(tmp_path):
    with pytest.raises(UnusableError):
        next_session(begin(tmp_path))


def test_a_meeting_taken_up_again_is_still_in_its_campaign(tmp_path, call):
    journal = read_journal(call.journal_path)
    number = moments(journal.records, "japan")[2]
    branch = Session.branch(journal, number, tmp_path / "again.jsonl")
    assert branch.leg == call.leg


def test_editing_the_files_breaks_no_saved_campaign(tmp_path):
    for name in (
        "five-meetings",
        "ministers-call",
        "seoul-summit",
        "eve-of-the-three",
        "line-working-group",
        "sixtieth-year",
    ):
        text = (shipped_folder() / f"{name}.yaml").read_text(encoding="utf-8")
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    session = start_session(tmp_path / "five-meetings.yaml", journal=tmp_path / "one.jsonl", seed=1)
    for path in tmp_path.glob("*.yaml"):
        path.write_text("title: [", encoding="utf-8")
    session.close()
    again = play_out(Session.resume(tmp_path / "one.jsonl"))
    assert next_session(again).scenario.title == "Seoul, on the sidelines"


def test_a_single_scenario_is_what_the_other_commands_take():
    with pytest.raises(UnusableError, match="campaign"):
        load_scenario(Path(FIVE))


def test_between_two_meetings_the_saved_game_can_be_gone_on_with(tmp_path, monkeypatch, call):
    monkeypatch.setattr(saved_games, "saved_games_folder", lambda: tmp_path)
    (tmp_path / "call.jsonl").write_bytes(call.journal_path.read_bytes())
    (game,) = saved_games.saved_games()
    assert game.phase == saved_games.BETWEEN and game.title.startswith("Five meetings: ")


def test_a_saved_game_deleted_while_the_list_is_read_is_left_out(tmp_path, monkeypatch, call):
    monkeypatch.setattr(saved_games, "saved_games_folder", lambda: tmp_path)
    for name in ("one.jsonl", "two.jsonl", "three.jsonl"):
        (tmp_path / name).write_bytes(call.journal_path.read_bytes())
    (tmp_path / "gone.jsonl").symlink_to(tmp_path / "nowhere")
    games = saved_games.saved_games()
    first = next(games).path
    left = [path for path in tmp_path.glob("*.jsonl") if path.exists() and path != first]
    left[0].unlink()
    assert [game.path for game in games] == left[1:]
