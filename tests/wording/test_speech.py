"""What leaders say: short, true of the reason, never the same twice running."""

import itertools
import re
from dataclasses import fields, replace

import pytest

from game.scenario.words import SILENCE
from game.summit.counterpart import Counterpart
from game.summit.events import ItemChanged
from game.summit.moves import ALL_MOVES, Explain, Grounds, Note, Propose, Reason
from game.summit.notation import parse
from game.summit.summit import Summit
from game.wording import board, catalogue, courtesies, sayings
from game.wording.lines import Narrator
from game.wording.memory import Memory
from game.wording.names import Names
from game.wording.speech import Heard, Speaker
from tests.scenario_files import SMALL, small_scenario
from tests.summit.talking import RULES, Talk
from tests.wording.test_wording import move_of, well_formed

FULL = {
    "item": "river", "option": "all", "audience": "farmers", "give": ("river", "share"),
    "want": ("trade", "low"), "number": 2,
}  # fmt: skip
BARE = dict.fromkeys(FULL)
SMALL_WITH_CASES = SMALL.replace(
    "        points: {north: 5, south: 25}\n",
    "        points: {north: 5, south: 25}\n"
    "        case_against: {north: A gauge fills no field.}\n",
).replace(
    "        points: {north: 25, south: 0}\n",
    "        points: {north: 25, south: 0}\n"
    "        case_for: {north: The north was always thirsty.}\n",
)
"""The small summit with words for and against options of the river."""


def speaker():
    return Speaker(small_scenario(), "north")


@pytest.mark.parametrize("why", list(Reason))
@pytest.mark.parametrize("known", [FULL, BARE, {**FULL, "option": SILENCE}])
@pytest.mark.parametrize("minute", [0, 17, 38])
def test_no_reply_follows_itself(why, known, minute):
    leader = speaker()
    for verb in ("propose river=all", "decline river", "note", "conclude", "accept"):
        move = parse(verb)
        move = type(move)(**{**vars_of(move), "grounds": (Grounds(why, **known),)})
        said = [leader.reply(move, Heard(minute=minute, minutes=40)) for _ in range(6)]
        for text in said:
            well_formed(text)
        assert all(one != two for one, two in itertools.pairwise(said)), (why, said)


def vars_of(move):
    return {f.name: getattr(move, f.name) for f in fields(move) if f.name != "grounds"}


@pytest.mark.parametrize("kind", ALL_MOVES)
def test_moves_without_reasons_do_not_repeat_themselves(kind):
    leader, move = speaker(), move_of(kind)
    said = [leader.reply(move, Heard(minute=n)) for n in range(5)]
    assert all(one != two or not one for one, two in itertools.pairwise(said))
    assert all(said) or kind.verb not in courtesies.MOVES


def test_every_saying_can_be_said():
    known = {"item", "option", "term", "audience", "number", "importance", "give", "want"}
    known |= {"give_item", "want_item", "open", "left", "Audience"}
    known |= {"wanted", "Wanted", "Term", "Item"}
    pools = [
        *sayings.REASONS.values(), *sayings.WITH_MOVE.values(), *sayings.OF_SILENCE.values(),
        *sayings.WITHOUT_ITEM.values(),
        *sayings.LATE.values(), *courtesies.MOVES.values(), *courtesies.ANSWERS.values(),
        *courtesies.THOUGHTS.values(), courtesies.CONCEDED, courtesies.LEAD_IN, courtesies.BEYOND,
        *courtesies.AFTER_OWN_WORDS.values(),
        tuple(sayings.AT_LEAST.values()),
    ]  # fmt: skip
    known |= {"Give", "Want"}
    for text in itertools.chain(*pools):
        assert not re.search(r"[.?] {[a-z]", text), "a sentence begins with a capital"
        assert set(re.findall(r"{(\w+)}", text)) <= known, text
        assert "!" not in text and text[-1] in ".?", text


def test_the_scenarios_own_words_come_first_and_only_once():
    leader = speaker()
    move = Explain(item="river", grounds=(Grounds(Reason.CANDID, item="river", option="all"),))
    assert leader.reply(move).startswith("Our fields are dry")
    assert "Our fields are dry" not in leader.reply(move)


def test_an_answer_says_what_it_has_seen():
    move = Propose(terms=(("river", "all"),), grounds=(Grounds(Reason.MOVED, item="trade"),))
    came = Heard(minute=9, minutes=40, move=parse("propose trade=low"), conceded="trade")
    first = speaker().reply(move, came)
    assert any(first.startswith(text.format(item="Trade")) for text in courtesies.CONCEDED)


def test_nobody_is_thanked_for_a_wording_that_is_left_with_the_same_move():
    came = Heard(minute=9, minutes=40, asked={"trade": "low"}, conceded="trade")
    came = replace(came, move=parse("propose trade=low"))
    thanks = [text.format(item="Trade") for text in courtesies.CONCEDED]
    for option, thanked in (("low", True), ("mid", False)):
        move = Propose(terms=(("trade", option),), grounds=(Grounds(Reason.MOVED, item="trade"),))
        said = speaker().reply(move, came)
        assert any(said.startswith(text) for text in thanks) is thanked


@pytest.mark.parametrize("answer", [Reason.WELCOME_LINK, Reason.NO_LINK])
@pytest.mark.parametrize("minute", range(8))
def test_the_answer_to_a_link_does_not_offer_the_same_exchange_again(answer, minute):
    give, want = ("river", "share"), ("trade", "low")
    link = Grounds(answer, give=give, want=want, item="river")
    same = Grounds(Reason.TRADE, give=give, want=want, item="river")
    other = Grounds(Reason.TRADE, give=want, want=give, item="trade")
    move = Propose(terms=(give, want), grounds=(link,))
    alone, twice, more = (
        speaker().reply(replace(move, grounds=grounds), Heard(minute=minute))
        for grounds in ((link,), (link, same), (link, other))
    )
    assert twice == alone != more
    assert "Put it in a text" not in alone, "that is what the move does"


@pytest.mark.parametrize("minute", range(8))
def test_what_stands_on_paper_is_not_called_a_thing_that_could_be_given(minute):
    give, want = ("river", "share"), ("trade", "low")
    ground = Grounds(Reason.OPEN_TO, give=give, want=want)
    leader = speaker()
    pool = {leader.reply(Note(grounds=(ground,)), Heard(minute=minute, said=dict((give,))))}
    pool.add(leader.reply(Propose(terms=(give,), grounds=(ground,)), Heard(minute=minute)))
    could = ("could see our way", "not out of the question", "would you say to", "turning over")
    assert not any(words in said for said in pool for words in could), pool


def test_where_all_that_is_open_reads_alike_nobody_asks_what_is_needed_there():
    memory = Memory(small_scenario())
    for party, text in (
        ("north", "propose river=share trade=mid visas=some"),
        ("south", "propose river=gauge trade=mid"),
        ("north", "handdown river"),
    ):
        memory.played(party, parse(text))
    heard = memory.heard("south", parse("accept"), minute=9)
    assert heard.unsettled == ("trade", "visas") and not heard.alike
    memory.played("south", parse("propose visas=some"))
    memory.played("north", parse("handdown river"))
    heard = memory.heard("south", parse("accept"), minute=9)
    assert heard.alike
    said = Speaker(small_scenario(), "south").reply(parse("accept"), heard)
    assert any(text in said for text in courtesies.THOUGHTS["accept_alike"])


def test_words_against_an_option_are_for_what_was_asked():
    scenario = small_scenario(SMALL_WITH_CASES)
    leader = Speaker(scenario, "north")
    grounds = (Grounds(Reason.ITEM_SHORT, item="river", option="all"),)
    move = Note(grounds=grounds)
    heard = Heard(asked={"river": "gauge"}, move=parse("propose river=gauge"))
    assert "A gauge fills no field." in leader.reply(move, heard)
    assert "The north was always thirsty." in leader.reply(move, heard)


def test_each_leader_has_several_words_of_their_own_for_a_return_from_a_recess():
    pool = sayings.REASONS[Reason.CAME_BACK]
    move = Note(grounds=(Grounds(Reason.CAME_BACK),))
    for voice, party in enumerate(("north", "south")):
        leader = Speaker(small_scenario(), party)
        said = {leader.reply(move, Heard(minute=n, move=parse("walkout"))) for n in range(4)}
        assert len(said) == 4 and said <= set(pool[voice::2])


def test_acceptances_are_many_and_no_leader_shares_them_with_the_other():
    accept = parse("accept")
    accept = type(accept)(grounds=(Grounds(Reason.GOOD_ENOUGH),))
    said = []
    for party in ("north", "south"):
        leader = Speaker(small_scenario(), party)
        replies = [leader.reply(accept, Heard(minute=n, minutes=40)) for n in range(6)]
        assert len(set(replies)) == len(replies)
        said.append({text.split(".")[0] for text in replies})
        assert len(said[-1]) > 4, "and not only their last sentence differs"
    assert not said[0] & said[1]


def test_an_opening_does_not_claim_to_name_what_matters_most():
    """Its item is where this offer asks for most, which need not be the first concern."""
    for text in sayings.REASONS[Reason.OPENING]:
        assert not re.search(r"heart|weight|first comes|matters most", text, re.IGNORECASE), text


def test_a_late_reply_knows_the_clock():
    move = Propose(terms=(("river", "all"),), grounds=(Grounds(Reason.RETURNS),))
    assert "7 minutes" in speaker().reply(move, Heard(minute=33, minutes=40))


def test_after_an_agreement_the_rest_is_named_without_what_was_just_settled():
    narrator = Narrator(small_scenario(), "south")
    table = Summit(small_scenario(), seed=4)
    for party, text in (
        ("north", "ready"), ("south", "ready"), ("north", "open river"), ("south", "open trade"),
        ("north", "note"), ("south", "propose river=share visas=some"), ("north", "accept"),
    ):  # fmt: skip
        told = narrator.tell(table.play(party, parse(text)))
    speech = next(line.text for line in told if line.kind == "speech")
    assert "Trade" in speech and "river" not in speech and "Visas" not in speech


def test_an_item_that_is_settled_at_once_is_not_first_told_as_narrowed():
    table = Summit(small_scenario(), seed=4)
    played = ("ready", "ready", "open river", "open trade", "propose trade=low")
    for number, text in enumerate(played):
        table.play(("north", "south")[number % 2], parse(text))
    events = table.play("south", parse("propose trade=mid"))
    narrowed = [line.text for line in Narrator(small_scenario()).tell(events)]
    assert any(text.startswith("Narrowed") for text in narrowed)
    events = (*events, *table.play("north", parse("accept")))
    for role, before in (("south", False), ("north", True)):
        told = [line.text for line in Narrator(small_scenario(), role).tell(events)]
        assert any(text.startswith("Agreed ad referendum: Trade") for text in told)
        assert any(text.startswith("Narrowed") for text in told) is before, "read before it"


def test_what_only_the_second_of_two_packages_changes_is_not_told_as_narrowed():
    table = Summit(small_scenario(), seed=4)
    played = ("ready", "ready", "open river", "open trade", "propose trade=low")
    for number, text in enumerate(played):
        table.play(("north", "south")[number % 2], parse(text))
    events = table.play("south", parse("choices trade=low visas=some | trade=mid visas=some"))
    assert sum(isinstance(event, ItemChanged) and event.item == "trade" for event in events) > 1
    told = [line.text for line in Narrator(small_scenario()).tell(events)]
    assert not any(text.startswith("Narrowed") for text in told)


def play_out(scenario, seed):
    table = Summit(scenario, seed)
    sides = {party: Counterpart(entry.style) for party, entry in scenario.parties.items()}
    narrators = {role: Narrator(scenario, role) for role in (None, *scenario.parties)}
    told = {role: [] for role in narrators}
    while not table.over:
        party = table.to_act()[0]
        events = table.play(party, sides[party].choose(table.view(party)).move)
        for role, narrator in narrators.items():
            seen = [event for event in events if event.to in (None, role)]
            told[role] += narrator.tell(seen)
    return told


def test_a_whole_game_reads_well_from_every_chair_and_the_same_each_time():
    scenario = small_scenario()
    told = play_out(scenario, 3)
    assert told == play_out(scenario, 3)
    for role, lines in told.items():
        for line in lines:
            well_formed(line.text)
        speech = [line for line in lines if line.kind == "speech"]
        assert speech and all(line.speaker != role for line in speech)
        for party in scenario.parties:
            own = [line.text for line in speech if line.speaker == party]
            assert all(one != two for one, two in itertools.pairwise(own))
        assert max(len(line.text) for line in speech) < 600
    assert not any("You " in line.text for line in told[None] if line.kind == "move")


# --- what is said and what is noted ---------------------------------------------------------------


def told_of(move):
    """What a leader says with an answer on the river, and the note that is kept of it."""
    narrator = Narrator(small_scenario(), "south")
    table = Summit(small_scenario(), seed=4)
    for party, text in (
        ("north", "ready"), ("south", "ready"), ("north", "open river"), ("south", "open trade"),
        ("north", "note"), ("south", "ask river"),
    ):  # fmt: skip
        narrator.tell(table.play(party, parse(text)))
    lines = narrator.tell(table.play("north", move))
    speech = next(line.text for line in lines if line.kind == "speech")
    names = Names(small_scenario())
    return speech, dict(board.known(table.view("south"), names))["river"]


@pytest.mark.parametrize("importance", list(catalogue.IMPORTANCE))
def test_a_full_answer_says_all_that_is_noted_of_it(importance):
    grounds = (
        Grounds(Reason.CANDID, item="river", option="all"),
        Grounds(Reason.RED_LINE, item="river", option="gauge"),
    )
    speech, noted = told_of(
        Explain(item="river", importance=importance, option="all", grounds=grounds)
    )
    for words in (catalogue.IMPORTANCE[importance], "All to the north", "Gauge first"):
        assert words in speech and words in noted
    assert "said plainly" in noted and "can never sign “Gauge first”" in noted


@pytest.mark.parametrize("name", sorted(RULES))
def test_a_red_line_that_is_noted_was_spoken(name):
    names = Names(RULES[name].scenario)
    for seed, party in enumerate(RULES[name].scenario.parties):
        talk = Talk(RULES[name], party, seed)
        narrator = Narrator(RULES[name].scenario, party, seed=seed)
        for _, decision, events in talk.play():
            lines = narrator.tell([event for event in events if event.to in (None, party)])
            spoken = " ".join(line.text for line in lines if line.kind == "speech")
            for ground in decision.move.grounds if decision is not None else ():
                if ground.reason is Reason.RED_LINE:
                    assert names.option(ground.item, ground.option) in spoken


@pytest.mark.parametrize("importance", list(catalogue.IMPORTANCE))
def test_an_answer_in_general_terms_is_noted_as_such(importance):
    grounds = (Grounds(Reason.GUARDED, item="river"),)
    speech, noted = told_of(Explain(item="river", importance=importance, grounds=grounds))
    assert catalogue.IMPORTANCE[importance] in speech and catalogue.IMPORTANCE[importance] in noted
    assert "guardedly" in noted and "look for" not in noted


@pytest.mark.parametrize("minute", range(8))
def test_a_repeated_answer_names_its_minute(minute):
    move = Explain(
        item="river",
        importance="high",
        option="all",
        grounds=(Grounds(Reason.REPEATED, item="river", number=7),),
    )
    assert "minute 7" in speaker().reply(move, Heard(minute=minute, minutes=40))


def test_a_note_keeps_the_minute_at_which_a_thing_was_said_first():
    table = Summit(small_scenario(), seed=4)
    for party, text in (
        ("north", "ready"), ("south", "ready"), ("north", "open river"), ("south", "open trade"),
        ("north", "note"), ("south", "explain river high gauge"), ("north", "ask river"),
    ):  # fmt: skip
        table.play(party, parse(text))
    first = table.view("north").told["river"].minute
    table.play("south", parse("explain river high gauge"))
    assert table.view("north").told["river"].minute == first < table.state.minute
    table.play("north", parse("ask river"))
    table.play("south", parse("explain river high share"))
    assert table.view("north").told["river"].minute == table.state.minute


@pytest.mark.parametrize("seed", range(6))
def test_a_red_line_says_which_wording_it_is(seed):
    leader = Speaker(small_scenario(), "north", seed)
    move = Note(grounds=(Grounds(Reason.RED_LINE, item="trade", option="free"),))
    for minute in range(6):
        assert "Free trade" in leader.reply(move, Heard(minute=minute)).replace(
            "Free trade would close every mill", ""
        )


def test_what_is_left_is_counted_when_the_move_has_been_made():
    move = Propose(terms=(("river", "all"),), grounds=(Grounds(Reason.RETURNS),))
    assert "5 minutes" in speaker().reply(move, Heard(minute=33, minutes=40, cost=2))


def test_an_acceptance_names_what_is_left_or_that_there_is_more():
    three, four = ("river", "trade", "visas"), ("river", "trade", "visas", "river")
    move = parse("accept")
    for minute in range(3):
        heard = Heard(minute=minute, minutes=40, unsettled=three)
        assert "the river, Trade and Visas" in speaker().reply(move, heard).replace("The", "the")
        said = speaker().reply(move, Heard(minute=minute, minutes=40, unsettled=four))
        assert "Visas and more" in said
    assert "left" not in speaker().reply(move, Heard(minute=40, minutes=40, unsettled=three))


def test_home_asks_for_a_sentence_where_the_text_has_none():
    move = Note(grounds=(Grounds(Reason.HOME, item="river", option=SILENCE, audience="farmers"),))
    for minute in range(4):
        said = speaker().reply(move, Heard(minute=minute, minutes=40, asked={"river": "gauge"}))
        assert "nothing on the river" in said or "a sentence on the river" in said


# --- whole games ----------------------------------------------------------------------------------

SLIPS = {
    "a double space": r"  ",
    "a placeholder": r"[{}]|\bNone\b",
    "one of several": r"\b1 (point|minute|offer|agreement|clause)s\b",
    "several of one": r"(?<![\d,.−])\b(?!1\b)\d+ (point|minute|offer|agreement|clause)\b",
    "two stops": r"(?<!Corp)[.,;?][.,;?]",
    "a small letter": r"(?<!Corp)[.?] [a-z]",
    "a space before a stop": r" [.,;:?]",
    "an exclamation mark": r"!",
}


@pytest.mark.parametrize("name", sorted(RULES))
def test_whole_games_are_told_without_a_slip(name):
    scenario = RULES[name].scenario
    for seed, party in enumerate(scenario.parties):
        talk = Talk(RULES[name], party, seed)
        narrators = {
            role: Narrator(scenario, role, seed=seed) for role in (None, *scenario.parties)
        }
        last = {}
        for _, _, events in talk.play():
            for role, narrator in narrators.items():
                lines = narrator.tell([event for event in events if event.to in (None, role)])
                for line in lines:
                    slips = [slip for slip, how in SLIPS.items() if re.search(how, line.text)]
                    assert not slips, line.text
                    assert line.text[0] in "“‘" or not line.text[0].islower(), line.text
                    assert line.text[-1] in ".?”’", line.text
                    if line.kind == "speech":
                        assert last.get((role, line.speaker)) != line.text
                        last[role, line.speaker] = line.text
