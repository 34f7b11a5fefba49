"""What is told at the table in lines, and what can be looked up."""

from game.plain.telling import Teller
from game.summit.events import Happened, TrustCause, TrustChanged
from tests.plain.conversation import play, session


def test_everything_can_be_looked_up():
    said = play(
        "where\nagenda\ndraft\nbrief\nfacts river\noptions 1\ndifficulties riv\nopen\n"
        "try river=share\ntry 1=1 | 1=2\ntry moon=full\nglossary batna\nhelp\nhelp ask\nrepeat\n"
        "facts\noptions moon\nhome\nnotes\noffer\nsave\ntalk\ntalk nothing\n"
    )
    for words in (
        "Phase: briefing. Clock: 0 minutes gone", "Trust: 50 of 100",
        "1. The river (river): untouched",
        "The draft is an empty page", "You want the river gauged",
        "The river has two names. (The Gazette, 2020-01-01", "1. share: Share the water. 20 points",
        "Farmers vote in May.", "1. prepare: 0 minutes.", "20 points (walk-away 10)",
        "Number 2. If this alone were agreed: 25 points", "no item “moon”",
        "best alternative to a negotiated agreement", "ask ITEM: What the item means to them",
        "Unions: 5", "Nothing is known of North yet", "The other side has nothing on the table.",
        "This game keeps no journal.", "Nothing was said of “nothing”.",
    ):  # fmt: skip
        assert words in said, words


def test_the_minute_is_said_where_it_changes_and_the_speaker_always():
    said = play("ready\nopen river\nnote\n").splitlines()
    told = said[said.index("Type “help” for all words, “brief” for your brief.") + 1 :]
    minutes = [line.split(".")[0] for line in told if line.startswith("Minute ")]
    assert len(minutes) == len(set(minutes)) > 1
    assert any(line.startswith("The Premier: ") for line in told)


def test_trust_is_told_once_for_a_move_and_what_came_of_it():
    said = play("ready\nopen river\nask visas\nask river\n").splitlines()
    told = [line.partition("Trust ")[2] for line in said if "Trust " in line]
    assert 1 < len(told) <= 4
    assert all(line.split(", ")[1].startswith(("up ", "down ")) for line in told)
    assert any("; " in line for line in told), "several causes stand in one line"


def test_trust_is_told_at_the_minute_of_what_was_told_before_it():
    game = session()
    told = Teller(game).tell(
        [
            TrustChanged(minute=9, by=2, now=52, cause=TrustCause.EXPLAINED, party="south"),
            Happened(minute=12, event="flood"),
        ]
    )
    assert [line.split(".")[0] for line in told if line.startswith("Minute ")] == ["Minute 12"]
    assert told[-1].startswith("Trust 52, up 2")


def test_what_is_settled_is_told_where_one_looks():
    game = session()
    play("ready\nopen river\noptions river\nexplain 1 high share\naccept\n", game=game)
    said = play("options river\nquit\n", game=game)
    assert "\nWith what is agreed so far: " in said and "Your home, if" not in said
    assert "The press has called an agreement here likely. Now: ad referendum.\n" in said


def test_advice_is_read_sentence_by_sentence_and_called_private_once():
    said = play("ready\nopen trade\nask river\ncaucus\n").splitlines()
    place = next(n for n, line in enumerate(said) if "What they seem to want most" in line)
    assert said[place].endswith(").") and "For you alone: " in said[place]
    assert said[place + 1].startswith("Nothing is agreed yet")
    assert said[place + 2].startswith("A ")


def test_a_package_is_told_with_what_it_would_mean():
    said = play("ready\nopen river\npropose river=share visas=some\nchoices 1=1|\n")
    lines = said.splitlines()
    place = next(n for n, line in enumerate(lines) if "You propose:" in line)
    assert lines[place + 1].startswith("For you alone: If this alone were agreed: 25 points")


def test_the_worth_of_their_offer_is_told_once():
    said = play("ready\nopen river\nask visas\nnote\nacknowledge river 1\ncaucus\nback\n")
    offers = said.count("proposes")
    assert offers and said.count("For you alone: If this alone") == offers


def test_hidden_options_are_not_listed_nor_found_by_their_beginning():
    said = play("options visas\nbrief\nready\nopen visas\nnote\ntry visas=m\npropose visas=many\n")
    assert "For all" not in said
    assert "“m” is not on the menu" in said


def test_the_talk_of_an_item_holds_the_answer_and_a_move_is_found_by_its_name():
    begin = "ready\nopen trade\nask river\npressure visas\n"
    told = len(play(begin))
    on_river, pressure = (play(f"{begin}talk {word}\n")[told:] for word in ("river", "pressure"))
    assert "fields are dry" in on_river or "Water is life" in on_river
    assert "You lean on them" in pressure and "You lean on them" not in on_river


def test_repeat_says_what_was_said_at_the_table():
    said = play("ready\nopen trade\nhelp where\nrepeat\n")
    assert said.count("You open, with Trade first.") == 2


def test_the_brief_of_an_item_and_of_home():
    said = play("brief the river\nbrief home\nclauses river\n")
    assert "Option share: Share the water, 20 points." in said and "Option low" not in said
    assert "At home a deal is carried at 50 of 100." in said
    assert "1. Share the water: agreed to share the water of the river." in said


def test_the_draft_names_the_sides():
    said = play("ready\nopen trade\nnote\npropose trade=free\ndraft\n")
    draft = said.split("(draft, fiction):")[1]
    assert "South: agreed to abolish tariffs." in draft and "[" not in draft
