"""The rules of the table: what each move costs, changes and refuses."""

from game.analysis.measures import points_of
from game.summit.dance import offer_points
from game.summit.ending import final_points, points_with
from game.summit.events import (
    HomeDecided,
    ItemState,
    OptionFound,
    Phase,
    Refusal,
    Rejected,
    SummitEnded,
    TimeCalled,
    Voted,
)
from game.summit.journal import Record
from game.summit.moves import VERBS
from game.summit.notation import parse
from game.summit.phases import PHASE_ROWS, phase_chart
from game.summit.summit import MOVE_TABLE, Summit
from game.summit.talk import difficulties
from tests.scenario_files import SMALL, play, small_scenario


def code(events):
    assert isinstance(events[0], Rejected), events
    return events[0].code


def test_every_move_has_a_rule_and_a_place_in_the_phases():
    triggers = {row[0] for row in PHASE_ROWS}
    assert set(MOVE_TABLE) == set(VERBS)
    assert set(VERBS) <= triggers
    assert {s for _, s, _ in PHASE_ROWS for s in s} <= set(Phase)


def test_the_meeting_begins_with_briefing_and_opening():
    game = Summit(small_scenario())
    assert game.to_act() == ("north", "south")
    assert code(play(game, "north", "ask river")) is Refusal.NOT_NOW
    play(game, "south", "ready")
    assert game.to_act() == ("north",)
    assert code(play(game, "south", "ready")) is Refusal.ALREADY_DONE
    play(game, "north", "ready")
    assert game.phase is Phase.OPENING
    assert code(play(game, "south", "open river")) is Refusal.NOT_YOUR_TURN


def test_a_rejected_move_changes_nothing(summit):
    before = summit.view("north")
    for text in ("propose moon=full", "propose river=silver", "accept", "adopt", "reopen river"):
        assert isinstance(play(summit, "north", text)[0], Rejected)
    assert summit.view("north") == before


def test_a_package_is_agreed_ad_referendum_when_accepted(summit):
    play(summit, "north", "propose river=share visas=silence")
    assert summit.view("south").items["river"].state is ItemState.OPEN
    assert code(play(summit, "south", "propose river=share river=all")) is Refusal.NAMED_TWICE
    play(summit, "south", "accept")
    assert summit.state.agreed == {"river": "share", "trade": None, "visas": None}
    assert summit.state.items["visas"].state is ItemState.SILENT
    assert code(play(summit, "north", "propose river=all")) is Refusal.ALREADY_AGREED


def test_two_wordings_narrow_an_item_and_reopening_costs_trust(summit):
    play(summit, "north", "propose river=all")
    play(summit, "south", "propose river=gauge")
    assert summit.state.items["river"].state is ItemState.NARROWED
    play(summit, "north", "accept")
    trust = summit.state.trust
    play(summit, "south", "reopen river")
    assert summit.state.trust == trust - 9
    assert summit.state.agreed["river"] is None


def test_own_red_lines_cannot_be_proposed_or_accepted(summit):
    assert code(play(summit, "north", "propose trade=free")) is Refusal.OWN_RED_LINE
    play(summit, "north", "note")
    play(summit, "south", "propose trade=free")
    assert code(play(summit, "north", "accept")) is Refusal.OWN_RED_LINE


def test_a_bridging_option_is_unknown_until_an_interest_is_understood(summit):
    assert code(play(summit, "north", "propose visas=many")) is Refusal.UNKNOWN_OPTION
    assert "many" not in summit.view("north").items["visas"].options
    play(summit, "north", "ask visas")
    events = play(summit, "south", "explain visas low some")
    assert any(isinstance(event, OptionFound) for event in events)
    play(summit, "north", "propose visas=many")
    assert summit.state.offer is not None


def test_a_vague_answer_brings_nothing_to_light(summit):
    play(summit, "north", "ask visas")
    events = play(summit, "south", "explain visas low")
    assert not any(isinstance(event, OptionFound) for event in events)


def test_naming_the_right_difficulty_wins_trust_and_the_wrong_one_loses_some(summit):
    order = difficulties(summit.state.seed, "north", "river")
    right, wrong = order.index(0) + 1, order.index(1) + 1
    trust = summit.state.trust
    play(summit, "north", f"acknowledge river {right}")
    assert summit.state.trust == trust + 5
    assert code(play(summit, "south", "acknowledge trade 1")) is Refusal.NO_DIFFICULTY
    order = difficulties(summit.state.seed, "south", "river")
    play(summit, "south", f"acknowledge river {order.index(2) + 1}")
    assert summit.state.trust == trust + 1
    assert wrong != right
    assert code(play(summit, "north", "acknowledge river 1")) is Refusal.ALREADY_ACKNOWLEDGED


def test_each_kind_of_courtesy_wins_only_so_much_trust(summit):
    for _ in range(8):
        play(summit, "north", "ask river")
        play(summit, "south", "note")
        if summit.over:
            break
    assert summit.state.trust_won["north", "asked"] == 4


def test_a_question_asked_again_wins_no_trust_and_costs_some_where_it_was_answered(summit):
    after = []
    for answer in ("explain river high", "explain river high share", "note"):
        before = summit.state.trust
        play(summit, "north", "ask river")
        after.append(summit.state.trust - before)
        play(summit, "south", answer)
    assert after[0] > after[1] == 0 > after[2]


def test_pressure_works_twice(summit):
    for _ in range(2):
        play(summit, "north", "pressure river")
        play(summit, "south", "note")
    assert code(play(summit, "north", "pressure river")) is Refusal.PRESSURE_SPENT
    assert summit.state.trust == 50 - 12


def test_questions_cost_more_in_the_second_half(summit):
    assert summit.cost("north", "ask") == 2
    summit.state.minute = 20
    assert summit.cost("north", "ask") == 3


def test_the_clock_ends_the_talk_but_leaves_an_offer_to_be_answered(summit):
    summit.state.minute = 39
    play(summit, "north", "propose river=share")
    assert code(play(summit, "south", "ask trade")) is Refusal.CLOCK_OUT
    events = play(summit, "south", "accept")
    assert any(isinstance(event, TimeCalled) for event in events)
    assert summit.phase is Phase.FINAL_TEXT


def test_the_clock_stops_at_the_end_of_the_meeting(summit):
    summit.state.minute = 39
    events = play(summit, "north", "ask trade")
    assert summit.state.minute == 40 and max(event.minute for event in events) == 40


def test_an_empty_text_is_no_agreement(summit):
    events = play(summit, "north", "conclude")
    assert summit.over
    assert isinstance(events[-1], SummitEnded)
    assert not events[-1].in_force
    assert summit.state.outcome == "nothing"


def sign(summit, terms="river=share trade=mid"):
    play(summit, "north", f"propose {terms}")
    play(summit, "south", "accept")
    play(summit, "north", "conclude")


def test_votes_are_opened_together(summit):
    sign(summit)
    first = play(summit, "south", "adopt")
    assert not any(isinstance(event, Voted) for event in first)
    assert all(event.to == "south" for event in first)
    second = play(summit, "north", "refuse")
    assert sum(isinstance(event, Voted) for event in second) == 2
    assert summit.state.outcome == "refused"


def test_a_signed_text_goes_to_the_press_and_to_both_homes(summit):
    sign(summit)
    play(summit, "north", "adopt")
    play(summit, "south", "adopt")
    assert summit.phase is Phase.PRESS
    assert code(play(summit, "south", "press claim")) is Refusal.NOTHING_TO_CLAIM
    play(summit, "south", "press share")
    events = play(summit, "north", "press share")
    assert [e.carried for e in events if isinstance(e, HomeDecided)] == [True, True]
    assert summit.state.in_force


def test_claiming_the_win_can_sink_the_other_home(summit):
    play(summit, "north", "propose river=all")
    play(summit, "south", "propose river=gauge")
    play(summit, "north", "propose river=all trade=low")
    play(summit, "south", "accept")
    play(summit, "north", "conclude")
    play(summit, "south", "adopt")
    play(summit, "north", "adopt")
    play(summit, "north", "press claim")
    events = play(summit, "south", "press share")
    verdicts = {e.party: e.carried for e in events if isinstance(e, HomeDecided)}
    assert verdicts == {"north": True, "south": False}
    assert summit.state.outcome == "defection"


def test_walking_out_allows_one_recess(summit):
    play(summit, "north", "walkout")
    assert summit.phase is Phase.TABLE
    assert summit.state.trust == 35
    play(summit, "south", "walkout")
    assert summit.over
    assert summit.state.outcome == "walk_out"


def test_an_item_is_handed_down_only_when_narrowed_and_both_consent(summit):
    assert code(play(summit, "north", "handdown river")) is Refusal.NOT_NARROWED
    play(summit, "north", "propose river=all")
    play(summit, "south", "propose river=gauge")
    play(summit, "north", "handdown river")
    play(summit, "south", "accept")
    assert summit.state.handed == ("river",)
    assert code(play(summit, "north", "handdown trade")) is Refusal.ONE_HANDED_DOWN


HANDED_AND_GONE_ON = (
    ("north", "propose river=share trade=low"),
    ("south", "propose river=gauge"),
    ("north", "handdown river"),
    ("south", "accept"),
    ("north", "propose trade=mid"),
)


def recorded(summit, *moves):
    """Plays the moves; their records, as a journal has them."""
    played = []
    for party, text in moves:
        play(summit, party, text)
        played.append(Record(summit.state.minute, party, parse(text)))
    return played


def test_an_offer_after_an_item_was_handed_down_counts_as_the_text_would(summit):
    played = recorded(summit, *HANDED_AND_GONE_ON, ("south", "accept"))
    first, _, last = offer_points(summit.state, played)
    worded = [("river", "share"), ("trade", "low")]
    table = summit.state.rules.table
    assert first.points == points_of(table, table.space.replace(table.space.silence, worded))
    parties = summit.state.rules.scenario.party_ids
    assert last.points == tuple(final_points(summit.state, party) for party in parties)


def test_an_item_counts_as_with_the_ministers_until_it_is_reopened(summit):
    played = recorded(
        summit,
        *HANDED_AND_GONE_ON,
        ("south", "decline"),
        ("north", "reopen river"),
        ("south", "propose river=gauge trade=low"),
    )
    table, parties = summit.state.rules.table, summit.state.rules.scenario.party_ids
    *_, between, after = offer_points(summit.state, played)
    mid = table.space.replace(table.space.silence, [("trade", "mid")])
    brackets = {"river": ("share", "gauge")}
    assert between.points == tuple(points_with(summit.state, p, mid, brackets) for p in parties)
    text = table.space.replace(table.space.silence, [("river", "gauge"), ("trade", "low")])
    assert after.points == points_of(table, text)


def test_events_happen_at_their_minute_and_move_home_and_press(summit):
    support = summit.view("north").support
    summit.state.minute = 11
    play(summit, "north", "propose river=share")
    assert summit.state.happened == ["flood"]
    assert summit.view("north").support[0] < support[0]
    assert summit.view("north").grades[0] == "set"


def test_an_event_comes_with_the_move_that_brings_what_it_waits_for():
    awaited = {
        "quiet": "{silent: [trade]}",
        "shared": "{agreed: {river: share}}",
        "later": "{agreed: {river: share}, minute: {at_least: 4}}",
    }
    events = "".join(
        f"  {name}:\n    when: {when}\n    title: So it is\n    text: So it is.\n"
        for name, when in awaited.items()
    )
    game = Summit(small_scenario(SMALL.replace("\nevents:\n", f"\nevents:\n{events}")))
    for party, text, happened in (
        ("north", "ready", []),
        ("south", "ready", []),
        ("north", "open river", []),
        ("south", "open trade", ["quiet"]),
        ("north", "propose river=share", ["quiet"]),
        ("south", "accept", ["quiet", "shared"]),
        ("north", "propose trade=low", ["quiet", "shared", "later"]),
    ):
        play(game, party, text)
        assert game.state.happened == happened, text


def test_nothing_is_handed_down_once_both_say_the_same(summit):
    play(summit, "north", "propose river=share")
    play(summit, "south", "propose river=gauge")
    play(summit, "north", "handdown river")
    play(summit, "south", "note")
    play(summit, "north", "link river=gauge if trade=low")
    assert summit.state.offer is None
    assert code(play(summit, "south", "accept")) is Refusal.NOTHING_ON_TABLE


def test_offers_that_never_ask_for_what_was_explained_are_noticed(summit):
    play(summit, "north", "explain river high all")
    play(summit, "south", "note")
    play(summit, "north", "propose river=share")
    play(summit, "south", "note")
    assert not summit.state.contradicted
    play(summit, "north", "propose river=gauge")
    assert summit.state.contradicted == {("north", "river")}


def test_the_chart_is_drawn_from_the_machine():
    drawn = phase_chart().mermaid()
    assert "table --> final_text: conclude | time_up" in drawn
    assert "[*] --> briefing" in drawn
