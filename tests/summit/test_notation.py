"""Every move has one written form, and what is no move is told in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.summit.moves import VERBS
from game.summit.notation import NotationError, parse, write

WRITTEN = [
    "prepare own=a,b theirs=b,a walk_away=38 first=a:x,b:y",
    "ready",
    "open line",
    "propose line=joint_review us_ties=consult_first",
    "choices line=a us_ties=b | line=c",
    "accept",
    "accept 2",
    "decline",
    "decline line",
    "decline line 2",
    "ask line",
    "explain line",
    "explain line high",
    "explain line high joint_review",
    "link abductions=by_name if line=joint_review",
    "pressure missiles",
    "acknowledge line 2",
    "aside line",
    "handdown sixtieth",
    "tiehands line=divest",
    "brief missiles lower",
    "reopen line",
    "caucus",
    "back",
    "note",
    "conclude",
    "walkout",
    "adopt",
    "refuse",
    "press share",
    "guess line,missiles",
    "reflect I should have asked earlier.",
]


@pytest.mark.parametrize("text", WRITTEN)
def test_written_and_read_again(text):
    assert write(parse(text)) == text
    assert parse(write(parse(text))) == parse(text)


def test_every_move_is_covered_here():
    assert {text.split()[0] for text in WRITTEN} == set(VERBS)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", "Nothing was typed"),
        ("surrender", "is not a move"),
        ("ask", "takes one item"),
        ("propose line", "item=option"),
        ("propose", "at least one item"),
        ("link a=b c=d", "what_you_give if what_you_want"),
        ("explain line high low sea", "Explain an item"),
        ("explain line high north south", "Explain an item"),
        ("explain line meduim north", "“meduim” should be high, medium or low"),
        ("propse line=north", "Did you mean “propose”"),
        ("acknowledge line two", "should be a number"),
        ("brief line sideways", "which way"),
        ("press hard", "press claim"),
        ("ready now", "stands alone"),
    ],
)
def test_what_is_no_move_is_told_in_words(text, word):
    with pytest.raises(NotationError, match=word):
        parse(text)


@given(st.text(max_size=80))
def test_any_text_is_a_move_or_a_notation_error(text):
    try:
        move = parse(text)
    except NotationError:
        return
    assert parse(write(move)) == move


@given(st.sampled_from(sorted(VERBS)), st.text(max_size=60))
def test_a_verb_with_anything_behind_it(verb, rest):
    try:
        move = parse(f"{verb} {rest}")
    except NotationError:
        return
    assert move.verb == verb
