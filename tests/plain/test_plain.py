"""The game in lines, driven as a process and as a conversation."""

import io
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from game.plain.lines import scrub
from game.plain.menu import run_menu
from game.plain.play import Play
from game.scenario.library import UnusableError
from game.summit.journal import read_journal
from game.summit.moves import Accept, Decline
from game.summit.notation import parse, write
from game.summit.session import Session
from game.summit.state import Offer
from game.wording.doubts import doubt
from game.wording.lesson import STEPS
from tests.scenario_files import SMALL, fill_disk, small_scenario, write_small


def sidelines(tmp_path, *arguments, text="", **environment):
    variables = {
        **os.environ,
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "LOCALAPPDATA": str(tmp_path / "data"),
        **environment,
    }
    return subprocess.run(
        [sys.executable, "-m", "game", *arguments],
        input=text,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**variables, "PYTHONIOENCODING": "utf-8"},
        timeout=60,
        check=False,
    )


MOVES = """# a student's first meeting
ready
open river

ask visas
explain river high share
bogus move
propose river=moon
propose river=share trade=mid visas=many
accept
conclude
adopt
press share
"""


@pytest.mark.parametrize("role", ["north", "south"])
def test_a_game_from_a_file_of_moves(tmp_path, role):
    path = write_small(tmp_path)
    moves = tmp_path / "moves.txt"
    moves.write_text(MOVES, "utf-8")
    journal = tmp_path / "game.jsonl"
    done = sidelines(
        tmp_path, "play", str(path), "--as", role, "--seed", "3",
        "--moves", str(moves), "--journal", str(journal),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "line 7: “bogus” is not a move" in done.stderr
    assert "line 8: " in done.stderr and "not on the menu" in done.stderr
    assert "Traceback" not in done.stderr
    assert str(journal) in done.stdout
    replayed = sidelines(tmp_path, "replay", str(journal), "--json")
    assert replayed.returncode == 0, replayed.stderr
    assert json.loads(replayed.stdout)["same"] is True


def test_the_end_of_input_saves_the_game_and_resume_goes_on(tmp_path):
    path = write_small(tmp_path)
    begun = sidelines(tmp_path, "play", str(path), "--as", "south", "--seed", "1", text="ready\n")
    assert begun.returncode == 0
    assert "The game is saved" in begun.stdout
    resumed = sidelines(tmp_path, "resume", text="where\nopen trade\nnote\nquit\n")
    assert resumed.returncode == 0, resumed.stderr
    assert "Phase: opening statements" in resumed.stdout
    assert "You open. First comes Trade." in resumed.stdout


def test_a_torn_journal_is_resumed_and_said_so(tmp_path):
    path = write_small(tmp_path)
    journal = tmp_path / "game.jsonl"
    sidelines(
        tmp_path, "play", str(path), "--as", "south", "--seed", "1", "--journal", str(journal),
        text="ready\nopen trade\n",
    )  # fmt: skip
    journal.write_bytes(journal.read_bytes()[:-9])
    resumed = sidelines(tmp_path, "resume", str(journal))
    assert "cut off" in resumed.stdout
    assert read_journal(journal).dropped is None


def test_an_unknown_scenario_names_the_nearest(tmp_path):
    done = sidelines(tmp_path, "play", "seul-summit", "--as", "japan")
    assert done.returncode == 2
    assert "Did you mean seoul-summit?" in done.stderr


def test_a_faulty_scenario_starts_nothing(tmp_path):
    path = write_small(tmp_path, SMALL.replace("walk_away: 10", "walk_away: ten"))
    done = sidelines(tmp_path, "play", str(path), "--as", "north")
    assert done.returncode == 2
    assert "walk_away" in done.stderr and "Traceback" not in done.stderr
    assert not list(tmp_path.rglob("*.jsonl"))


class Broken:
    """Input that is interrupted, as by ctrl+c, after some lines."""

    def __init__(self, *lines):
        self._lines = list(lines)

    def __iter__(self):
        return self

    def __next__(self):
        if not self._lines:
            raise KeyboardInterrupt
        return self._lines.pop(0)


def session(role="south", seed=3, journal=None):
    return Session.start(
        small_scenario(), text=SMALL, name="small", role=role, seed=seed, journal=journal
    )


class Typed:
    """Lines as a person types them."""

    def __init__(self, text):
        self._lines = iter(text.splitlines())

    def __iter__(self):
        return self._lines

    def isatty(self):
        return True


def play(text, *, prompts=False, game=None):
    """What is said when these lines come through a pipe."""
    game = game or session()
    output = io.StringIO()
    lines = text if isinstance(text, Broken) else iter(text.splitlines(keepends=True))
    Play(game, output, interactive=True, prompts=prompts).run(lines)
    return output.getvalue()


def type_in(text, game=None):
    """What is said when a person types these lines."""
    output = io.StringIO()
    Play(game or session(), output, interactive=True, prompts=True).run(Typed(text))
    return output.getvalue()


def moves_of(game):
    return [write(record.move) for record in game.records if record.party == game.role]


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
        "best alternative to a negotiated agreement", "ask ITEM: What is behind it",
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
    assert "Not understood. “cancel” drops the question." in said
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
    assert moves_of(game) == ["prepare", "ready"] and "nothing on it" in said


def test_enter_alone_says_what_is_awaited_and_leaves_a_list():
    game = session()
    said = play("agenda\n\n3\n", prompts=True, game=game)
    assert "A number reads the options of that item. Enter alone goes back." in said
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
    said = play("surender\nhelp where\nhelp brief\nhelp surrender\nhelp 3\ndebrief\n")
    assert "“surender” is not a move. “open” lists what you can do now" in said
    assert "where: Phase, clock" in said and "brief ITEM lower|raise: " in said
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


def test_a_person_is_asked_before_taking_too_little():
    game = session()
    said = type_in("ready\nopen trade\nnote\n", game)
    view = game.view()
    while view.offer is None or view.offer.party != view.other:
        play("note\n", game=game)
        view = game.view()
    small = replace(view.sheet.preferences, walk_away=1000)
    dear = replace(view, sheet=replace(view.sheet, preferences=small))
    assert "walking away 1000" in doubt(dear, game.scenario, Accept())
    assert doubt(view, game.scenario, Decline()) is None
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
    assert "the end the second" in said and "walkout" not in moves_of(game)


def test_prompts_say_what_is_awaited():
    said = play("3\n1\n2\nquit\n", prompts=True)
    for words in (
        "1: read the brief. 2: prepare. 3: go in.",
        "which item do you put first? 1 The river, 2 Trade",
        "They ask about The river. 1: explain. 2: leave it, which costs trust.", "minutes gone, ",
    ):  # fmt: skip
        assert words in said, words
    assert "[" not in said.split("Open the meeting")[0]


def test_refusals_are_answered_in_the_conversation():
    said = play("adopt\nready\nopen trade\naccept\npropose river=shr\npropose river=al river=all\n")
    assert "“adopt” has no place in this phase (briefing)." in said
    assert "named twice" in said
    assert "Did you mean “share”?" in said


def test_the_command_that_goes_on_can_be_typed_as_it_is_told(tmp_path):
    journal = tmp_path / "my game.jsonl"
    said = play("quit\n", game=session(journal=journal))
    assert said.endswith(f'To go on: sidelines resume --plain "{journal}"\n')


def test_an_interruption_saves_the_game_and_says_where(tmp_path):
    journal = tmp_path / "game.jsonl"
    said = play(Broken("ready\n", "open trade\n"), game=session(journal=journal))
    assert said.endswith(f"The game is saved. To go on: sidelines resume --plain {journal}\n")
    again = Session.resume(journal)
    assert moves_of(again) == ["ready", "open trade"]
    said = play("talk all\n", game=again)
    assert "The meeting goes on." in said and said.count("You open. First comes Trade.") == 2


def test_undo_takes_the_last_move_back():
    game = session()
    said = play("undo\nready\nopen trade\nask visas\nundo\n", game=game)
    assert "no move of yours to take back" in said
    assert "taken back, and the journal says so" in said
    assert moves_of(game) == ["ready", "open trade"]


END = "ready\nopen trade\nnote\nconclude\n"


def test_the_final_text_is_read_out_before_the_vote():
    said = play("ready\nopen river\nexplain 1 high share\naccept\nadopt\npress share\n")
    text = said.index("The two sides (fiction):")
    assert text < said.index("You vote for the text")
    assert "1. agreed" in said[text:]


def test_the_guess_comes_before_the_truth_and_the_reflection_after():
    game = session()
    said = play(END + "guess 2, 1\nreflect I asked too late.\nquit\n", game=game, prompts=True)
    order = ["Before the truth is told", "You set down what mattered to them: Trade and The river",
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
    assert said.rstrip().endswith(f"This is the file that you hand in: {game.journal_path}")


def test_a_guess_without_words_is_no_guess():
    game = session()
    said = play(END + "guess\nreflect\nquit\n", game=game)
    assert "What mattered to them?" in said and "reflect TEXT: " in said
    assert moves_of(game)[-1] == "conclude"


def test_a_person_reads_the_debrief_page_by_page(tmp_path):
    game = session(journal=tmp_path / "game.jsonl")
    said = type_in(END + "yes\nguess 1\ndebrief left\n7\nmore\nguess 2\ndebrief nowhere\n", game)
    assert "4. What they really wanted: " in said and "You ranked 1 of the 3" not in said
    assert "3. What was left on the table:\n" in said, "a page by a word of its title"
    assert "7. At home:\nSouth: there was no text" in said and "8. A note:\n" in said
    assert said.count("The truth has been told") == 1
    assert "There is no page “nowhere”." in said
    assert "Your mark so far: " in said
    whole = play(END + "guess 1 2\n", game=session(journal=tmp_path / "other.jsonl"))
    assert (
        "You ranked 2 of the 3 items." in whole and "Your mark so far:\nPreparation: 0 of" in whole
    )


def test_the_talk_of_an_item_holds_the_answer_and_a_move_is_found_by_its_name():
    begin = "ready\nopen trade\nask river\npressure visas\n"
    told = len(play(begin))
    on_river, pressure = (play(f"{begin}talk {word}\n")[told:] for word in ("river", "pressure"))
    assert "fields are dry" in on_river or "Water is life" in on_river
    assert "You lean on them" in pressure and "You lean on them" not in on_river


def test_repeat_says_what_was_said_at_the_table():
    said = play("ready\nopen trade\nhelp where\nrepeat\n")
    assert said.count("You open. First comes Trade.") == 2


def test_the_brief_of_an_item_and_of_home():
    said = play("brief the river\nbrief home\nclauses river\n")
    assert "Option share: Share the water, 20 points." in said and "Option low" not in said
    assert "At home a deal is carried at 50 of 100." in said
    assert "1. Share the water: agreed to share the water of the river." in said


def test_the_draft_names_the_sides():
    said = play("ready\nopen trade\nnote\npropose trade=free\ndraft\n")
    draft = said.split("(draft, fiction):")[1]
    assert "South: agreed to abolish tariffs." in draft and "[" not in draft


def test_the_game_names_the_command_that_started_it(tmp_path):
    path = write_small(tmp_path)
    begun = sidelines(
        tmp_path, "play", str(path), "--as", "south", "--plain", text="ready\n",
        SIDELINES_COMMAND="python3 run.py",
    )  # fmt: skip
    assert begun.stdout.endswith("To go on: python3 run.py resume --plain\n"), "the only game"


def test_input_that_is_no_text_is_answered(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "game", "play", str(write_small(tmp_path)), "--seed", "1"],
        input=b"\xff\xfe\nready\n", capture_output=True, timeout=60, check=False,
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path), "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert done.returncode == 0 and b"Traceback" not in done.stderr
    assert b"You close the brief" in done.stdout


@pytest.mark.parametrize("line", ["ask river", "undo"])
def test_a_full_disk_is_told_in_a_sentence(tmp_path, line):
    journal = tmp_path / "game.jsonl"
    session = Session.start(
        small_scenario(), text=SMALL, name="small", role="north", seed=1, journal=journal
    )
    session.play(parse("ready"))
    session.play(parse("open river"))
    fill_disk(session)
    with pytest.raises(UnusableError, match=r"No space left on device.*go on with it"):
        Play(session, io.StringIO(), interactive=True).run(iter([line]))
    assert len(Session.resume(journal).records) >= 4


def test_a_file_of_moves_that_is_not_there_is_told_in_words(tmp_path):
    done = sidelines(tmp_path, "play", str(write_small(tmp_path)), "--moves", "nowhere.txt")
    assert done.returncode == 2 and "No such file" in done.stderr and "Errno" not in done.stderr


def test_typed_control_characters_are_scrubbed():
    assert scrub("ask\x1b[31m river\x07\n") == "ask [31m river"


@pytest.mark.parametrize(
    "text", ["99999999999999999999", "٩", "²", "propose =", "propose 9=9", "|"]
)
def test_odd_input_is_answered(text):
    assert "Minute" not in play(f"{text}\n{text}\n").split("brief.\n")[-1]


def menu(monkeypatch, tmp_path, text):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    folder = tmp_path / "more"
    folder.mkdir(exist_ok=True)
    write_small(folder)
    output = io.StringIO()
    assert run_menu(io.StringIO(text), output, [folder]) == 0
    return output.getvalue()


def test_the_menu_takes_numbers_and_names(tmp_path, monkeypatch):
    said = menu(monkeypatch, tmp_path, "nonsense\nsmall\nback\nsmall\nwhat\nBo\n\nquit\n")
    assert said.count("Type the number of a line") == 2 and said.count("Which summit?") == 2
    assert "You lead South" in said
    menu(monkeypatch, tmp_path, "")
    said = menu(monkeypatch, tmp_path, "small\nnorth\ndemanding\nready\n")
    assert "You lead North" in said


def test_a_saved_game_is_gone_on_with_or_deleted(tmp_path, monkeypatch):
    first = menu(monkeypatch, tmp_path, "small\nsouth\n\n3\nquit\n")
    journal = Path(first.split("Your game is kept in ")[1].splitlines()[0])
    said = menu(monkeypatch, tmp_path, f"{journal.stem}\nwhere\nquit\n")
    assert "The meeting goes on." in said
    number = next(x for x in said.splitlines() if "Go on: Two rivers as South" in x).split(".")[0]
    said = menu(monkeypatch, tmp_path, f"delete 1\ndelete {number}\nno\nquit\n")
    assert "Name the number of a saved game" in said and "Nothing is deleted." in said
    assert journal.exists()
    said = menu(monkeypatch, tmp_path, f"delete {number}\nyes\nquit\n")
    assert "Deleted." in said and not journal.exists()


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


def test_a_rehearsal_in_lines(tmp_path):
    path = write_small(tmp_path)
    words = "ready\nopen river\npoints\nthinks\nbriefs\njump 12\njump\nchair\nrestart\nquit\n"
    done = sidelines(tmp_path, "preview", str(path), "--as", "north", text=words)
    assert done.returncode == 0 and "Traceback" not in done.stderr
    for told in ("Walking away is worth: North", "You lead South", "goes to a minute"):
        assert told in done.stdout
    path.write_text("title: [", encoding="utf-8")
    broken = sidelines(tmp_path, "preview", str(path), text="\nquit\n")
    assert broken.returncode == 0 and "Error SYN" in broken.stdout
    none = sidelines(tmp_path, "preview", str(tmp_path / "none.yaml"))
    assert none.returncode == 2 and "sidelines new" in none.stderr


def test_a_campaign_in_lines_goes_from_meeting_to_meeting(tmp_path):
    journal = tmp_path / "one.jsonl"
    words = "ready\nopen agenda\nconclude\n"
    first = sidelines(
        tmp_path, "play", "five-meetings", "--as", "korea", "--seed", "1",
        "--journal", str(tmp_path / "first.jsonl"), "--moves", "-", text=words,
    )  # fmt: skip
    assert "The next meeting, The summit: sidelines resume --plain" in first.stdout
    (tmp_path / "first.jsonl").unlink()
    words += "next\n"
    done = sidelines(
        tmp_path, "play", "five-meetings", "--as", "korea", "--seed", "1",
        "--journal", str(journal), "--moves", "-", text=words,
    )  # fmt: skip
    assert done.returncode == 0 and "Traceback" not in done.stderr
    assert "meeting 1 of 5: The telephone call" in done.stdout
    assert "meeting 2 of 5: The summit" in done.stdout
    assert "unnamed sources have grown careful" in done.stdout
    (second,) = [path for path in tmp_path.glob("*.jsonl") if path != journal]
    goes_on = sidelines(tmp_path, "resume", str(second), text="ready\nquit\n")
    assert "meeting 2 of 5" in goes_on.stdout
    for command in ("analyse", "simulate", "demo", "graph"):
        refused = sidelines(tmp_path, command, "five-meetings")
        assert refused.returncode == 2 and "is a campaign" in refused.stderr


FIRST = """ready
open market
ask toll
explain market high
propose toll=free market=upper_saturday
conclude
adopt
press share
debrief
"""


def test_the_first_meeting_leads_from_step_to_step(tmp_path):
    done = sidelines(tmp_path, "first", text=FIRST)
    assert done.returncode == 0 and "Traceback" not in done.stderr
    for number in range(1, len(STEPS) + 1):
        if number not in (6, 7):  # they accept at once, and may ask for the final text
            assert f"Step {number} of {len(STEPS)}" in done.stdout, done.stdout
    assert "What they really wanted" in done.stdout
    assert not list((tmp_path / "data").rglob("*.jsonl"))


def test_the_first_meeting_is_offered_first_once_and_keeps_its_number(tmp_path):
    new = sidelines(tmp_path, text="0\nquit\n")
    lines = new.stdout.splitlines()
    assert lines[2].startswith("0. A first meeting") and "Step 1 of" in new.stdout
    again = sidelines(tmp_path, text="quit\n").stdout.splitlines()
    assert again[2].startswith("1. ") and again[-1].startswith("0. A first meeting")
