"""Is a move allowed? Plain predicates, one or a few per move, that change nothing.

`open_to` asks about the move as such (is there anything to accept?), `fits` about this very move.
Both answer with None, or with the rule that forbids it and what the rule speaks of.
"""

from __future__ import annotations

from collections.abc import Iterable

from game.analysis.home import MOST_CLAIMED
from game.scenario.words import SILENCE
from game.summit.events import SETTLED, ItemState, Phase, Refusal
from game.summit.happenings import clock_is_out
from game.summit.moves import (
    Accept,
    Acknowledge,
    Ask,
    BriefPress,
    Choices,
    Decline,
    Explain,
    Guess,
    HandDown,
    ItemMove,
    Link,
    Move,
    Prepare,
    Press,
    Propose,
    Reopen,
    Terms,
    TieHands,
)
from game.summit.state import State

Verdict = tuple[Refusal, str | None] | None
"""None when allowed."""

MOST_CHOICES = 2
MOST_PRESSURE = 2
MOST_BRIEFINGS = 2
AT_CLOCK_OUT = frozenset({"accept", "decline", "back"})
"""What can still be done when time is up: answer the offer on the table."""


def first_of(verdicts: Iterable[Verdict]) -> Verdict:
    """The first refusal among verdicts that are computed in turn."""
    return next((verdict for verdict in verdicts if verdict is not None), None)


def on_clock(state: State, verb: str) -> Verdict:
    """When time is up, only the offer on the table can still be answered."""
    out = verb not in AT_CLOCK_OUT and clock_is_out(state)
    return (Refusal.CLOCK_OUT, None) if out else None


# --- what an item or option must be -----------------------------------------------------------


def known_item(state: State, item: str) -> Verdict:
    return None if item in state.items else (Refusal.UNKNOWN_ITEM, item)


def unsettled_item(state: State, item: str) -> Verdict:
    if (verdict := known_item(state, item)) is not None:
        return verdict
    return (Refusal.ALREADY_AGREED, item) if state.items[item].state in SETTLED else None


def known_option(state: State, item: str, option: str) -> Verdict:
    if (verdict := known_item(state, item)) is not None:
        return verdict
    if option == SILENCE or option in state.visible(item):
        return None
    # A hidden option is told like an unknown one, so that guessing ids finds nothing.
    return Refusal.UNKNOWN_OPTION, f"{item}={option}"


def not_red(state: State, party: str, terms: Terms) -> Verdict:
    space = state.rules.space
    red = state.rules.table.sheet(party).red_lines
    for item, option in terms:
        if space.pairs[item, option] in red:
            return Refusal.OWN_RED_LINE, f"{item}={option}"
    return None


def good_terms(state: State, party: str, terms: Terms) -> Verdict:
    """A package must name open items, each once, with options on the menu and none off limits."""
    if not terms:
        return Refusal.NOTHING_NAMED, None
    for item, option in terms:
        verdict = unsettled_item(state, item) or known_option(state, item, option)
        if verdict is not None:
            return verdict
        if sum(item == other for other, _ in terms) > 1:
            return Refusal.NAMED_TWICE, item
    return not_red(state, party, terms)


# --- moves as such ----------------------------------------------------------------------------


def offer_waits(state: State, party: str) -> Verdict:
    if state.offer is None:
        return Refusal.NOTHING_ON_TABLE, None
    return (Refusal.YOUR_OWN_OFFER, None) if state.offer.party == party else None


def choices_left(state: State, party: str) -> Verdict:
    used = state.choices_used.get(party, ())
    return (Refusal.CHOICES_SPENT, None) if len(used) >= MOST_CHOICES else None


def pressure_left(state: State, party: str) -> Verdict:
    if state.pressed.get(party, 0) >= MOST_PRESSURE:
        return Refusal.PRESSURE_SPENT, None
    return None


def something_narrowed(state: State, party: str) -> Verdict:
    if state.handed:
        return Refusal.ONE_HANDED_DOWN, state.handed[0]
    if not any(record.state is ItemState.NARROWED for record in state.items.values()):
        return Refusal.NOT_NARROWED, None
    return None


def something_settled(state: State, party: str) -> Verdict:
    if not any(record.state in SETTLED for record in state.items.values()):
        return Refusal.NOT_AGREED, None
    return None


def briefings_left(state: State, party: str) -> Verdict:
    if sum(who == party for who, _ in state.briefed) >= MOST_BRIEFINGS:
        return Refusal.BRIEFED_ALREADY, None
    return None


def not_done(state: State, party: str) -> Verdict:
    done = {
        Phase.BRIEFING: state.ready,
        Phase.FINAL_TEXT: state.votes,
        Phase.PRESS: state.press,
    }.get(state.phase, ())
    return (Refusal.ALREADY_DONE, None) if party in done else None


# --- these very moves -------------------------------------------------------------------------


def fits_prepare(state: State, party: str, move: Move) -> Verdict:
    assert isinstance(move, Prepare)
    verdict = first_of(known_item(state, item) for item in (*move.own, *move.theirs))
    if verdict is None and move.first_offer:
        verdict = good_terms(state, party, move.first_offer)
    return verdict


def fits_guess(state: State, party: str, move: Move) -> Verdict:
    assert isinstance(move, Guess)
    return first_of(known_item(state, item) for item in move.theirs)


def fits_item(state: State, party: str, move: Move) -> Verdict:
    assert isinstance(move, ItemMove)
    return known_item(state, move.item)


def fits_propose(state: State, party: str, move: Move) -> Verdict:
    assert isinstance(move, Propose)
    return good_terms(state, party, move.terms)


def fits_choices(state: State, party: str, move: Move) -> Verdict:
    assert isinstance(move, Choices)
    packages = move.packages
    if not 2 <= len(packages) <= 3:
        return Refusal.TWO_OR_THREE, None
    earlier = {frozenset(p) for used in state.choices_used.get(party, ()) for p in used}
    if len({frozenset(p) for p in packages} | earlier) < len(packages) + len(earlier):
        return Refusal.SAME_PACKAGE, None
    return first_of(good_terms(state, party, terms) for terms in packages)


def fits_accept(state: State, party: str, move: Move) -> Verdict:
    assert isinstance(move, Accept)
    assert state.offer is not None
    if state.offer.handdown is not None:
        return None
    if not 1 <= move.number <= len(state.offer.packages):
        return Refusal.NO_SUCH_PACKAGE, str(move.number)
    return not_red(state, party, state.offer.packages[move.number - 1])


def fits_decline(state: State, party: str, move: Move) -> Verdict:
    assert isinstance(move, Decline)
    assert state.offer is not None
    if move.nearer is not None and not 1 <= move.nearer <= len(state.offer.packages):
        return Refusal.NO_SUCH_PACKAGE, str(move.nearer)
    return None if move.item is None else known_item(state, move.item)


def fits_ask(state: State, party: str, move: Move) -> Verdict:
    assert isinstance(move, Ask)
    verdict = known_item(state, move.item)
    if verdict is None and state.aside not in (None, move.item):
        return Refusal.OTHER_ITEM, state.aside
    return verdict


def fits_explain(state: State, party: str, move: Move) -> Verdict:
    assert isinstance(move, Explain)
    verdict = known_item(state, move.item)
    if verdict is None and move.option is not None:
        verdict = known_option(state, move.item, move.option)
    if verdict is None and state.aside not in (None, move.item):
        return Refusal.OTHER_ITEM, state.aside
    return verdict


def fits_link(state: State, party: str, move: Move) -> Verdict:
    assert isinstance(move, Link)
    if move.give[0] == move.want[0]:
        return Refusal.SAME_ITEM, move.give[0]
    return good_terms(state, party, (move.give, move.want))


def fits_acknowledge(state: State, party: str, move: Move) -> Verdict:
    assert isinstance(move, Acknowledge)
    if (verdict := known_item(state, move.item)) is not None:
        return verdict
    interest = state.rules.scenario.agenda[move.item].interests.get(state.other(party))
    if interest is None or interest.difficulty is None:
        return Refusal.NO_DIFFICULTY, move.item
    if (party, move.item) in state.acknowledged:
        return Refusal.ALREADY_ACKNOWLEDGED, move.item
    known = 1 <= move.number <= len(interest.difficulty)
    return None if known else (Refusal.NO_SUCH_NUMBER, str(move.number))


def fits_handdown(state: State, party: str, move: Move) -> Verdict:
    assert isinstance(move, HandDown)
    if (verdict := unsettled_item(state, move.item)) is not None:
        return verdict
    narrowed = state.items[move.item].state is ItemState.NARROWED
    return None if narrowed else (Refusal.NOT_NARROWED, move.item)


def fits_tiehands(state: State, party: str, move: Move) -> Verdict:
    assert isinstance(move, TieHands)
    verdict = good_terms(state, party, ((move.item, move.option),))
    if verdict is None and (party, move.item) in state.tied:
        return Refusal.ALREADY_TIED, move.item
    return verdict


def fits_brief(state: State, party: str, move: Move) -> Verdict:
    assert isinstance(move, BriefPress)
    if (verdict := known_item(state, move.item)) is not None:
        return verdict
    grade = state.grades[party][state.rules.space.item_index[move.item]]
    if grade is None:
        return Refusal.NOTHING_EXPECTED, move.item
    if (party, move.item) in state.briefed:
        return Refusal.BRIEFED_ALREADY, move.item
    at_end = grade == ("may" if move.direction == "lower" else "certain")
    return (Refusal.CANNOT_MOVE_GRADE, move.item) if at_end else None


def fits_reopen(state: State, party: str, move: Move) -> Verdict:
    assert isinstance(move, Reopen)
    if (verdict := known_item(state, move.item)) is not None:
        return verdict
    settled = state.items[move.item].state in SETTLED
    return None if settled else (Refusal.NOT_AGREED, move.item)


def fits_adopt(state: State, party: str, move: Move) -> Verdict:
    return not_red(state, party, state.terms)


def fits_press(state: State, party: str, move: Move) -> Verdict:
    assert isinstance(move, Press)
    if move.line == "claim" and not won_clauses(state, party):
        return Refusal.NOTHING_TO_CLAIM, None
    return None


def won_clauses(state: State, party: str) -> tuple[str, ...]:
    """Items whose agreed wording this party asked for first while the other asked for another.

    No more than can be claimed before the press, in the order of the agenda.
    """
    other = state.other(party)
    won = [
        item
        for item, record in state.items.items()
        if record.agreed is not None
        and record.first_asked.get(record.agreed) == party
        and any(who == other for option, who in record.first_asked.items())
    ]
    return tuple(won[:MOST_CLAIMED])
