"""What happens by itself: the clock, and the events that a scenario holds ready."""

from __future__ import annotations

from game.analysis.conditions import Situation
from game.analysis.home import changes_per_audience
from game.scenario.model import Effect, Grade
from game.summit.at_home import homes
from game.summit.events import (
    TALKING,
    ExpectationMoved,
    Happened,
    HomeCause,
    TextPut,
    TimeCalled,
    TrustCause,
)
from game.summit.proceedings import Proceedings
from game.summit.state import State


def situation(state: State) -> Situation:
    """What an event's condition may ask about while the leaders still talk."""
    support, audience = homes(state) if state.rules.events_ask_about_home else ({}, {})
    return Situation(
        agreement=state.agreed,
        handed_down=state.handed,
        trust=state.trust,
        minute=state.minute,
        support=support,
        audience=audience,
        happened=tuple(state.happened),
    )


def pass_time(now: Proceedings, minutes: int) -> None:
    """Moves the clock, which stops at the end of the meeting."""
    state = now.state
    state.minute = min(state.minute + minutes, state.rules.scenario.meeting.minutes)


def let_events_happen(now: Proceedings) -> None:
    """Lets every event come about whose minute or condition has come, one after another."""
    state = now.state
    if state.phase not in TALKING:
        return
    seen: Situation | None = None
    for name in tuple(state.pending):
        minute, check, in_text = state.rules.awaited[name]
        if minute is None or state.minute < minute:
            if check is None or (in_text and not now.turned):
                continue
            seen = seen or situation(state)
            if not check(seen):
                continue
        seen = None  # what happens may change what the next event asks about
        state.pending.remove(name)
        state.happened.append(name)
        now.emit(Happened(minute=state.minute, event=name))
        for effect in state.rules.scenario.events[name].effects:
            apply_effect(now, effect)


def apply_effect(now: Proceedings, effect: Effect) -> None:
    """Carries out one effect of an event."""
    state = now.state
    if effect.minutes:
        pass_time(now, effect.minutes)
    if effect.trust:
        now.change_trust(effect.trust, TrustCause.EVENT, "")
    for party in effect.support or {}:
        audiences = state.rules.table.sheet(party).home.audiences
        change = changes_per_audience(effect.support or {}, party, audiences)
        now.change_support(party, change, HomeCause.EVENT)
    for item, grade in (effect.expect or {}).items():
        index = state.rules.space.item_index[item]
        moved = any(state.grades[party][index] != grade for party in state.rules.order)
        for party in state.rules.order:
            set_grade(state, party, item, grade)
        if moved:
            now.emit(ExpectationMoved(minute=state.minute, item=item, grade=grade, party=None))
    for item, options in (effect.reveal or {}).items():
        for option in options:
            now.reveal(item, option, "event")


def set_grade(state: State, party: str, item: str, grade: Grade) -> None:
    """Changes what a party's press expects of an item."""
    grades = list(state.grades[party])
    grades[state.rules.space.item_index[item]] = grade
    state.grades[party] = tuple(grades)


def clock_is_out(state: State) -> bool:
    """Whether the time at the table is used up."""
    return state.phase in TALKING and state.minute >= state.rules.scenario.meeting.minutes


def call_time(now: Proceedings) -> None:
    """Ends the talk when the clock is out and no offer is left to answer."""
    state = now.state
    if clock_is_out(state) and (state.offer is None or state.offer.party == state.to_move):
        now.emit(TimeCalled(minute=state.minute))
        now.enter("time_up")
        put_text(now)


def put_text(now: Proceedings) -> None:
    """Lays the final text on the table; an empty one is no agreement and needs no vote."""
    state = now.state
    state.offer = state.question = state.aside = None
    state.to_move = state.rules.first
    now.emit(TextPut(minute=state.minute, terms=state.terms, handed=state.handed))
