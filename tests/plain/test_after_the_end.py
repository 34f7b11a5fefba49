"""The end of a game in lines: the vote, the guess, the debrief, the way back."""

import io

import pytest

from game.plain.play import Play
from game.summit.journal import read_journal
from game.summit.notation import write
from game.summit.session import Session
from tests.plain.conversation import MOVES, moves_of, play, session, type_in
from tests.processes import sidelines
from tests.scenario_files import SMALL, small_scenario, write_small

END = "ready\nopen trade\nnote\nconclude\n"


def test_the_final_text_is_read_out_before_the_vote():
    said = play("ready\nopen river\nexplain 1 high share\naccept\nadopt\npress share\n")
    text = said.index("The two sides (fiction):")
    assert text < said.index("You vote for the text")
    assert "1. agreed" in said[text:]


def test_the_guess_comes_before_the_truth_and_the_reflection_after():
    game = session()
    said = play(END + "guess 2, 1\nreflect I asked too late.\nquit\n", game=game, prompts=True)
    order = ["Before the truth is told", "You set down what mattered to them: Trade and the river",
             "What they really wanted:", "Kendall's tau", "keep a reflection"]  # fmt: skip
    places = [said.index(words) for words in order]
    assert places == sorted(places)
    assert said.count("What they really wanted:") == 1
    assert moves_of(game)[-2:] == ["guess trade,river", "reflect I asked too late."]


@pytest.mark.parametrize("ending", ["", "debrief\n", "quit\n", "guess river,trade\n"])
def test_the_debrief_is_told_to_the_end_and_once(tmp_path, ending):
    game = session(journal=tmp_path / "game.jsonl")
    said = play(END + ending, game=game)
    for title in ("How it ended", "What was brought home", "What they really wanted", "A note"):
        assert said.count(f"{title}:") == 1
    assert said.rstrip().endswith(f"if you play for a class, hand it in: {game.journal_path}")


def test_a_guess_without_words_is_no_guess():
    game = session()
    said = play(END + "guess\nreflect\nquit\n", game=game)
    assert "What mattered to them?" in said and "Your reflection: your own words" in said
    assert moves_of(game)[-1] == "conclude"


def test_a_reflection_is_asked_for_and_may_begin_with_a_word_of_the_game():
    game = session()
    play(END + "guess river\nreflect\nHome decided, and I had not asked.\n", game=game)
    assert moves_of(game)[-1] == "reflect Home decided, and I had not asked."


def test_the_guess_is_asked_for_once_whatever_is_taken_back():
    game = session()
    said = type_in(END + "yes\nguess 1\nundo\nundo\nconclude\nyes\nguess 2\n", game)
    assert said.count("what mattered to them, most first?") == 1
    assert said.count("The truth has been told") == 1
    assert moves_of(game)[-1] == "conclude", "the guess that was taken back is not asked for again"


def test_a_win_is_offered_to_be_claimed_only_where_there_is_one():
    for won in (False, True):
        game = session()
        said = play("ready\nopen river\nexplain 1 high share\naccept\n", prompts=True, game=game)
        if won:
            game.summit.state.items["river"].first_asked = {"all": "south", "share": "north"}
        said = play("adopt\npress\n2\n", prompts=True, game=game)
        assert said.count("claim the win") == (2 if won else 0)
        assert said.count("share the credit") == 2, "it keeps its number"
        assert ("claim the river: 2 more at your home, 3 less at theirs." in said) is won
        assert ("“press claim” is not open: There is no clause that you asked" in said) is not won
        assert "press share" in moves_of(game)


def test_a_person_reads_the_debrief_page_by_page(tmp_path):
    game = session(journal=tmp_path / "game.jsonl")
    said = type_in(END + "yes\nguess 1\ndebrief left\n6\nmore\nguess 2\ndebrief nowhere\n", game)
    assert "4. What they really wanted: " in said and "You ranked 1 of the 3" not in said
    assert "3. What was left on the table:\n" in said, "a page by a word of its title"
    assert "6. At home:\nSouth: there was no text" in said and "7. A note:\n" in said
    assert said.count("The truth has been told") == 1
    assert "There is no page “nowhere”." in said
    assert "Your mark so far: " in said
    whole = play(END + "guess 1 2\n", game=session(journal=tmp_path / "other.jsonl"))
    assert (
        "You ranked 2 of the 3 items." in whole and "Your mark so far:\nPreparation: 0 of" in whole
    )


def test_the_guess_is_asked_for_with_the_order_of_the_sheet():
    said = play("prepare theirs=visas,river\n" + END + "guess\n")
    assert "What mattered to them? Your sheet had 3 1. Type the numbers" in said


def test_a_number_reads_a_page_whenever_and_a_moment_where_they_were_listed(tmp_path):
    game = session(journal=tmp_path / "game.jsonl")
    said = type_in(END + "yes\nwalkout\n2\n\n2\n99\nguess\nnext\nagain\n1\n", game)
    assert "The truth has been told" in said and "What mattered to them? Type" not in said
    assert "No further meeting follows here." in said
    assert "The meeting is over. Before the truth is told" in said
    assert "Choose one of these numbers: 1 to " in said
    assert "1: guess. 2: go on to the debrief without a guess." in said
    assert "A number reads a page of the debrief, “more” the next" in said
    assert said.count("\n2. What was brought home:\n") == 1
    assert "A number takes the game up again there, as a new game." in said
    assert (tmp_path / "game-again.jsonl").exists()


def test_a_finished_game_is_taken_up_again_from_an_earlier_moment(tmp_path):
    path, journal = write_small(tmp_path), tmp_path / "game.jsonl"
    moves = tmp_path / "moves.txt"
    moves.write_text(MOVES, encoding="utf-8")
    sidelines(
        tmp_path, "play", str(path), "--as", "north", "--moves", str(moves),
        "--journal", str(journal), "--seed", "1",
    )  # fmt: skip
    listed = sidelines(tmp_path, "again", str(journal))
    assert listed.returncode == 0
    line = next(line for line in listed.stdout.splitlines() if "explain" in line)
    number = line.split()[0]
    again = sidelines(tmp_path, "again", str(journal), "--after", number, text="ask trade\nquit\n")
    assert again.returncode == 0 and "The meeting goes on" in again.stdout
    taken = read_journal(tmp_path / "game-again.jsonl")
    assert taken.head.parent == f"{read_journal(journal).digest}:{number}"
    assert "ask trade" in [write(record.move) for record in taken.records]
    nowhere = sidelines(tmp_path, "again", str(journal), "--after", "999")
    assert nowhere.returncode == 2 and "no move after the first 999" in nowhere.stderr


def test_the_debrief_leads_back_into_the_game(tmp_path):
    session = Session.start(
        small_scenario(),
        text=SMALL,
        name="small",
        role="north",
        seed=1,
        journal=tmp_path / "game.jsonl",
    )
    output = io.StringIO()
    lines = [*MOVES.splitlines(), "debrief", "again", "again 9999", "again 2", "open visas"]
    lines += ["ask river", "quit"]
    Play(session, output, interactive=True).run(iter(lines))
    told = output.getvalue()
    assert "The moment it turned:" in told and "What the computer weighed:" in told
    assert "as a new game" in told and "The meeting goes on" in told
    taken = read_journal(tmp_path / "game-again.jsonl")
    assert [write(record.move) for record in taken.records if record.party == "north"] == [
        "ready",
        "open visas",
        "ask river",
    ]
