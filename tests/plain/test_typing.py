"""Numbers, words and questions: how what is typed becomes a move."""

from dataclasses import replace

import pytest

from game.plain.lines import scrub
from game.summit.events import ItemState
from game.summit.moves import Accept, Decline
from game.summit.state import Offer
from game.wording.doubts import doubt
from tests.plain.conversation import moves_of, play, session, type_in

TWO_WORDS, MORE = (("river", "share"),), (("river", "gauge"), ("trade", "low"))


def test_numbers_and_beginnings_stand_for_names():
    game = session()
    play("ready\nopen 2\nask vis\nexplain 1 high 2\npropose 1=2 3=0\n", game=game)
    assert moves_of(game) == [
        "ready", "open trade", "ask visas", "explain river high gauge",
        "propose river=gauge visas=silence",
    ]  # fmt: skip


def test_a_move_is_put_together_by_numbers_alone():
    game = session()
    said = play(
        # go in; open with the second; leave their question; propose: river, share, and visas out
        "3\n2\nnote\npropose\n1\n1\n3\n0\n0\n"
        # acknowledge: the river, its second difficulty; explain: trade, low, by half
        "acknowledge\n1\n2\nexplain\n2\n3\n2\n"
        "link\n1\n2\n2\n1\n",
        game=game,
    )
    assert moves_of(game) == [
        "ready", "open trade", "note", "propose river=share visas=silence",
        "acknowledge river 2", "explain trade low mid", "link river=gauge if trade=low",
    ]  # fmt: skip
    assert "What next?" in said and "Which difficulty do you believe they have?" in said


def test_the_number_behind_a_no_is_an_item_and_of_several_packages_the_nearer_one():
    for offered, meant in (((TWO_WORDS,), "decline trade"), ((TWO_WORDS, MORE), "decline 2")):
        game = session(role="north")
        play("ready\nopen trade\n", game=game)
        state = game.summit.state
        state.offer, state.question, state.to_move = Offer("south", offered), None, "north"
        type_in("decline 2\n", game)
        assert moves_of(game)[-1] == meant


def test_a_number_answers_what_was_asked_last():
    game = session()
    said = play("ready\nopen trade\nnote\noptions 1\n2\n7\nask\nwhere\n", game=game)
    assert "25 points (walk-away 10)" in said, "2 is the option that was just listed"
    assert "Choose one of these numbers: 1, 2, 3, 0." in said
    assert moves_of(game) == ["ready", "open trade", "note"], "a look-up is no answer"


def test_a_question_takes_names_keeps_through_look_ups_and_goes_back():
    game = session()
    said = play(
        "ready\nopen trade\nnote\npropose\nriver\nglossary zopa\nundo\nnonsense\nvis\nsome\n0\n"
        "propose\n1\ncancel\n",
        game=game,
    )
    assert "Still asked: The river: which option?" in said
    assert "“nonsense” is none of these. “cancel” drops the question." in said
    assert "The question is dropped; nothing was done." in said
    assert moves_of(game)[-1] == "propose visas=some", "undo took an answer back, and no move"


def test_items_keep_their_numbers_in_every_list():
    said = play("ready\nopen trade\nnote\npropose river=share\npropose\n1\n2\n")
    lists = said.split("What next?")[1].splitlines()
    assert lists[1:4] == ["0. Put it forward as it stands", "2. Trade", "3. Visas"]


def test_a_move_that_was_begun_in_words_is_asked_for_the_rest():
    game = session()
    play("ready\nopen trade\nacknowledge 1\n2\npropose 1=\n1\n0\n", game=game)
    assert moves_of(game)[2:] == ["acknowledge river 2", "propose river=share"]


def test_where_every_item_is_settled_a_package_is_answered_with_what_is_left_to_do():
    game = session()
    play("ready\nopen river\nexplain 1 high share\n", game=game)
    for record in game.summit.state.items.values():
        record.state = ItemState.AGREED
    for move in ("propose", "choices", "link", "tiehands"):
        assert "No item is open: “reopen” takes one back" in play(f"{move}\n", game=game), move


def test_choices_are_composed_by_questions():
    game = session()
    play("ready\nopen trade\nnote\nchoices\n1\n1\n0\n1\n2\n0\n", game=game)
    assert moves_of(game)[-1] == "choices river=share | river=gauge"


def test_the_preparation_sheet_is_filled_in_by_questions():
    game = session()
    play("prepare\n1 3\nskip\nten\n12\n1\n1\n2\n0\n0\n", game=game)
    assert moves_of(game) == [
        "prepare own=river,visas walk_away=12 first=river:share,trade:silence"
    ]
    game = session()
    below = session()
    play("prepare\nskip\nskip\n--5\n-5\n0\n", game=below)
    assert moves_of(below) == ["prepare walk_away=-5"]
    said = play("prepare\nskip\nskip\nskip\n0\nready\n", game=game)
    assert moves_of(game) == ["prepare", "ready"] and "Nothing on it" in said


def test_what_is_no_answer_is_told_why():
    said = play("ready\nopen trade\npropose\n?\n9\nriver\nshare\nriver\ncancel\n")
    assert "You lead one delegation." in said and "Still asked: Propose: which item first?" in said
    assert "“9” is none of these." in said and "“river” is none of these." in said
    said = play("prepare\nmoon\nskip\nskip\nmuch\nskip\n0\n")
    assert "Only items of the list can be ranked. “cancel”" in said
    assert "A whole number is wanted. “cancel”" in said
    said = play("ready\nopen trade\npropose\nriver\nthe\ncancel\n")
    assert "“the” fits several of these." in said


def test_what_the_ministers_would_make_of_an_item_is_read_before_it_is_handed_down():
    game = session()
    said = play("ready\nopen trade\npropose river=gauge trade=free\nhanddown\n1\n", game=game)
    assert "Hand down: which item?\n1. The river. With the ministers it counts 4 points" in said
    assert "For you alone: With the ministers it counts 4 points to you." in said
    assert "handdown river" in moves_of(game)


def test_a_move_alone_that_is_not_open_is_told_why():
    said = play("ready\nopen trade\nreopen\nhanddown\naside river\npropose\nguess\n")
    assert "Nothing is settled there that could be reopened." in said
    assert "Only an item on which both sides have a wording" in said
    assert "“propose” has no place in this phase (aside, in the smallest circle). What" in said
    assert "“guess” has no place in this phase (aside" in said
    assert "ITEM=OPTION" not in said


def test_a_line_that_does_nothing_leaves_what_was_asked():
    said = play("ready\nopen trade\npropose\nriver\nhanddown\nask moon\n9\ncancel\n")
    assert said.count("Still asked: The river: which option?") == 2
    assert "“9” is none of these." in said


def test_a_package_begins_with_what_a_side_has_said():
    game = session(role="north")
    play("ready\nopen trade\n", game=game)
    state = game.summit.state
    terms = (("river", "share"), ("trade", "free"), ("visas", "some"))
    state.offer, state.question, state.to_move = Offer("south", (terms,)), None, "north"
    for item, option in terms:
        state.items[item].wording["south"] = option
    said = play("try theirs river=all\npropose theirs 1=3\ntry ours\nhelp propose\n", game=game)
    assert moves_of(game)[-1] == "propose river=all visas=some", "free trade is a red line"
    assert "“theirs” or “ours” stands for" in said
    said = play("ready\nopen trade\nnote\ntry theirs\npropose ours 1=1\n")
    assert said.count("should read item=option") == 2 and "You propose" not in said


def test_the_beginning_of_several_wordings_names_them():
    said = play("ready\nopen trade\nnote\npropose river=the\npropose river=moon\n")
    assert "“the” fits several on the river: 1 Share the water and 3 All to the north." in said
    assert "“moon” is not on the menu for the river." in said


def test_a_degree_may_be_a_number_where_an_option_follows():
    game = session()
    play("ready\nopen trade\nexplain 1 2 1\nexplain 2 1\n", game=game)
    assert moves_of(game)[-2:] == ["explain river medium share", "explain trade low"]


def test_in_a_word_aside_a_move_alone_means_its_item():
    game = session()
    play("ready\nopen trade\naside river\nask\n", game=game)
    assert moves_of(game)[-1] == "ask river"


def test_a_person_who_explains_an_item_is_asked_how_much_it_matters():
    game = session()
    said = type_in("ready\nopen trade\nexplain 1\n1\nsay no more\nexplain moon\n", game)
    assert "How much does it matter to you?" in said and moves_of(game)[-1] == "explain river high"
    assert "There is no agenda item “moon”." in said
    game = session()
    play("ready\nopen trade\nexplain river\n", game=game)
    assert moves_of(game)[-1] == "explain river", "what comes through a pipe is whole"


def test_a_sentence_is_answered_with_the_moves_on_the_item_that_it_names():
    said = play("ready\nopen trade\nnote\nWhat do you want on visas?\nhow are you\noffer 1=2\n")
    assert "“what” is not a move. “ask visas” asks what it means to them" in said
    assert "“how” is not a move. “open” lists what you can do now" in said
    assert "To offer: propose 1=2" in said


def test_the_effect_of_each_press_line_is_explained():
    said = play("help press\n")
    assert "press claim|share|little: What you tell the press.\nclaim: each clause" in said


def test_yes_and_no_alone_are_answered_with_what_is_awaited():
    said = type_in("yes\n")
    assert said.count("1: read the brief. 2: prepare. 3: go in.") == 2 and "not a move" not in said


def test_enter_alone_says_what_is_awaited_and_leaves_a_list():
    game = session()
    said = play("agenda\n\n3\n", prompts=True, game=game)
    assert "A number reads the options of that item. Enter alone says what is awaited." in said
    assert said.count("1: read the brief. 2: prepare. 3: go in.") == 2
    assert moves_of(game) == ["ready"]


def test_the_words_that_a_prompt_reads_out_answer_it():
    game = session()
    said = play("read the brief\nprepare own=1\ngo in\ntrade\nleave it\n", game=game)
    assert "You want the river gauged" in said
    assert moves_of(game) == ["prepare own=river", "ready", "open trade", "note"]
    game = session()
    said = play("ready\nopen trade\nit\nle\n", game=game)
    assert moves_of(game) == ["ready", "open trade"] and said.count("is not a move.") == 2


def test_what_is_no_word_is_answered_shortly():
    assert play("?\n? ask\n") == play("help\nhelp ask\n")
    said = play("surender\nhelp where\nhelp brief\nhelp surrender\nhelp 3\ndebrief\n")
    assert "“surender” is not a move. “open” lists what you can do now" in said
    assert "where: Phase, clock" in said and "brief ITEM lower|raise (brief the press): " in said
    assert "There is no word “surrender”." in said and "A number answers what was read" in said
    assert "“debrief” is for when the meeting is over." in said


@pytest.mark.parametrize(
    ("moves", "question"),
    [("conclude", "Nothing is agreed"), ("walkout\nwalkout", "This ends the summit")],
)
def test_a_person_is_asked_before_a_move_that_ends_the_meeting(moves, question):
    begin = f"ready\nopen trade\nnote\n{moves}\n"
    last = moves.split("\n")[-1]
    for more, ends in (("where\n", False), ("yes\n", True), (f"{last}\n", True)):
        game = session()
        said = type_in(begin + more, game)
        assert question in said and "Type it again, or “yes”" in said
        assert game.over is ends, more
    game = session()
    assert "Type it again" not in play(begin, game=game) and game.over, "a script is never asked"


@pytest.mark.parametrize("answer", ["no", "cancel"])
def test_what_was_doubted_can_be_let_be_and_enter_asks_it_once_more(answer):
    game = session()
    said = type_in(f"ready\nopen trade\nnote\nconclude\n\n{answer}\nyes\n", game)
    assert said.count("Nothing is agreed: this ends the summit") == 2
    assert "Nothing was done." in said and not game.over


def test_a_person_is_asked_before_taking_too_little():
    game = session()
    said = type_in("ready\nopen trade\nnote\n", game)
    view = game.view()
    while view.offer is None or view.offer.party != view.other:
        play("note\n", game=game)
        view = game.view()
    small = replace(view.sheet.preferences, walk_away=1000)
    dear = replace(view, sheet=replace(view.sheet, preferences=small))
    assert "walking away 1000" in doubt(dear, game.scenario, Accept(), 0)
    assert doubt(view, game.scenario, Decline(), 0) is None
    assert "walking away" not in said.lower()


def test_an_offer_across_a_red_line_is_not_offered_to_be_accepted():
    game = session(role="north")
    play("ready\nopen trade\n", game=game)
    state = game.summit.state
    state.offer, state.question = Offer("south", ((("river", "share"), ("trade", "free")),)), None
    state.to_move = "north"
    said = type_in("accept\n2\n", game)
    assert (
        "It crosses your red line on Trade, so you cannot accept it as it is. 1: decline." in said
    )
    assert "Open instead: decline, propose" in said
    assert moves_of(game)[-1] == "propose river=share"


def test_a_number_alone_never_walks_out():
    game = session()
    said = play("ready\nopen trade\nopen\n", game=game)
    number = next(line for line in said.splitlines() if ". walkout:" in line).split(".")[0]
    game = session()
    said = play(f"ready\nopen trade\nopen\n{number}\n", game=game)
    assert "the second time the end" in said and "walkout" not in moves_of(game)


def test_prompts_say_what_is_awaited():
    said = play("3\n1\n2\nquit\n", prompts=True)
    for words in (
        "1: read the brief. 2: prepare. 3: go in.",
        "which item do you put first? 1 The river, 2 Trade",
        "They ask about the river. 1: explain. 2: leave it, which costs trust.", "minutes gone, ",
    ):  # fmt: skip
        assert words in said, words
    assert "[" not in said.split("Open the meeting")[0]


def test_refusals_are_answered_in_the_conversation():
    said = play("adopt\nready\nopen trade\naccept\npropose river=shr\npropose river=al river=all\n")
    assert "“adopt” has no place in this phase (briefing)." in said
    assert "named twice" in said
    assert "Did you mean “share”?" in said


def test_undo_takes_the_last_move_back():
    game = session()
    said = play("undo\nready\nopen trade\nask visas\nundo\n", game=game)
    assert "no move of yours to take back" in said
    assert "taken back, and the journal says so" in said
    assert moves_of(game) == ["ready", "open trade"]


def test_typed_control_characters_are_scrubbed():
    assert scrub("ask\x1b[31m river\x07\n") == "ask [31m river"


@pytest.mark.parametrize(
    "text", ["99999999999999999999", "٩", "²", "propose =", "propose 9=9", "|"]
)
def test_odd_input_is_answered(text):
    assert "Minute" not in play(f"{text}\n{text}\n").split("brief.\n")[-1]
