"""What the other moves at the table do: questions, answers, pressure, places, the press."""

from __future__ import annotations

import random

from game.analysis.home import GRADES
from game.scenario.model import Grade
from game.summit.events import (
    DifficultyNamed,
    ExpectationMoved,
    HandsTied,
    HomeCause,
    InterestTold,
    Leaked,
    PressBriefed,
    Recess,
    TrustCause,
)
from game.summit.happenings import set_grade
from game.summit.moves import (
    Acknowledge,
    Ask,
    BriefPress,
    Explain,
    Move,
    Pressure,
    PullAside,
    TieHands,
)
from game.summit.proceedings import Proceedings

ASIDE_LEAKS = 25
BRIEFING_LEAKS = 30
"""Chance in percent that an aside, or a word to the press, is in the papers as what it is."""

LEAK_AT_HOME = -2
"""What a leak does to every audience of the side that it exposes."""

DIFFICULTIES = 3


def ask(now: Proceedings, party: str, move: Move) -> None:
    """Puts a question; the answer is the other side's move."""
    assert isinstance(move, Ask)
    state = now.state
    state.question = move.item
    earlier = state.told.get((state.other(party), move.item))
    if earlier is None:
        now.win_trust(TrustCause.ASKED, party)
    elif earlier.candid:
        now.lose_trust(TrustCause.REPEATED, party)


def explain(now: Proceedings, party: str, move: Move) -> None:
    """Says what an item means to the speaker, unasked or in answer."""
    assert isinstance(move, Explain)
    state = now.state
    answering = state.question == move.item
    told = InterestTold(
        minute=state.minute,
        party=party,
        item=move.item,
        candid=move.candid,
        importance=move.importance,
        option=move.option,
    )
    earlier = state.told.get((party, move.item))
    same = earlier is not None and (earlier.importance, earlier.option) == move.claim
    if not same and (earlier is None or move.candid or not earlier.candid):
        state.told[party, move.item] = told
    now.emit(told)
    if earlier is None:
        now.win_trust(TrustCause.CANDOUR if answering else TrustCause.EXPLAINED, party)
    if move.candid:
        # An answer enlightens the one who asked; an explanation unasked both who sit there.
        now.find_options(move.item, "ask" if answering else "explain", state.other(party))
        if state.aside == move.item:
            now.find_options(move.item, "pull_aside", party)


def note(now: Proceedings, party: str, move: Move) -> None:
    """Leaves the floor; leaving a question unanswered is noticed."""
    if now.state.question is not None:
        now.lose_trust(TrustCause.EVADED, party)


def pressure(now: Proceedings, party: str, move: Move) -> None:
    """Leans on the other side, which remembers it."""
    assert isinstance(move, Pressure)
    now.state.pressed[party] = now.state.pressed.get(party, 0) + 1
    now.lose_trust(TrustCause.PRESSED, party)


def difficulties(seed: int, party: str, item: str) -> tuple[int, ...]:
    """In which order `party` is shown the three difficulties that the other side may have.

    Entry n is the place in the file of the difficulty shown as number n + 1; place 0 is the true
    one. The order is the same in every game with the same seed.
    """
    order = list(range(DIFFICULTIES))
    luck = random.Random(f"difficulty:{seed}:{party}:{item}")
    for last in range(DIFFICULTIES - 1, 0, -1):
        pick = int(luck.random() * (last + 1))
        order[last], order[pick] = order[pick], order[last]
    return tuple(order)


def acknowledge(now: Proceedings, party: str, move: Move) -> None:
    """Names the other side's difficulty at home; right wins trust, wrong costs some."""
    assert isinstance(move, Acknowledge)
    state = now.state
    right = difficulties(state.seed, party, move.item)[move.number - 1] == 0
    state.acknowledged[party, move.item] = right
    now.emit(
        DifficultyNamed(
            minute=state.minute, party=party, item=move.item, number=move.number, right=right
        )
    )
    if right:
        now.win_trust(TrustCause.UNDERSTOOD, party)
    else:
        now.lose_trust(TrustCause.MISREAD, party)


def pull_aside(now: Proceedings, party: str, move: Move) -> None:
    """Takes the leaders aside over one item; leaving a question on another is noticed."""
    assert isinstance(move, PullAside)
    state = now.state
    if state.question not in (None, move.item):
        state.question = None
        now.lose_trust(TrustCause.EVADED, party)
    state.aside = move.item
    state.offer = None


def back(now: Proceedings, party: str, move: Move) -> None:
    """Returns to the table; what was said aside may be in the papers before dinner."""
    state = now.state
    item, state.aside = state.aside, None
    if item is not None and int(state.luck.random() * 100) < ASIDE_LEAKS:
        now.emit(Leaked(minute=state.minute, party=party, item=item, what="aside"))
        for each in state.rules.order:
            now.change_all_support(each, LEAK_AT_HOME, HomeCause.LEAK)


def tie_hands(now: Proceedings, party: str, move: Move) -> None:
    """Binds the speaker in public: believed, and dear to fall short of."""
    assert isinstance(move, TieHands)
    state = now.state
    state.tied[party, move.item] = move.option
    now.emit(HandsTied(minute=state.minute, party=party, item=move.item, option=move.option))
    now.word_item(move.item, party, move.option)
    now.lose_trust(TrustCause.TIED, party)


def brief_press(now: Proceedings, party: str, move: Move) -> None:
    """Moves what one's own press expects by a grade, unless it leaks as what it is."""
    assert isinstance(move, BriefPress)
    state = now.state
    state.briefed.add((party, move.item))
    leaked = int(state.luck.random() * 100) < BRIEFING_LEAKS
    now.emit(
        PressBriefed(
            minute=state.minute,
            to=party,
            party=party,
            item=move.item,
            direction=move.direction,
            leaked=leaked,
        )
    )
    if leaked:
        now.emit(Leaked(minute=state.minute, party=party, item=move.item, what="brief"))
        now.change_all_support(party, LEAK_AT_HOME, HomeCause.LEAK)
        now.lose_trust(TrustCause.LEAK, party)
        return
    grade = state.grades[party][state.rules.space.item_index[move.item]]
    assert grade is not None
    moved: Grade = GRADES[GRADES.index(grade) + (1 if move.direction == "raise" else -1)]
    set_grade(state, party, move.item, moved)
    now.emit(ExpectationMoved(minute=state.minute, item=move.item, grade=moved, party=party))


def recess(now: Proceedings, party: str) -> None:
    """The first walk-out: a pause, and a chill."""
    now.state.recess_by = party
    now.state.offer = None
    now.emit(Recess(minute=now.state.minute, party=party))
    now.lose_trust(TrustCause.WALKED_OUT, party)
