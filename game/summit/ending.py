"""From the vote to the ending: final text, press lines, two homes, the outcome."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.analysis.conditions import Situation, holds
from game.analysis.home import (
    CLAIM_ABROAD,
    CLAIM_AT_HOME,
    LITTLE_ABROAD,
    LITTLE_AT_HOME,
)
from game.analysis.ministers import handed_points
from game.bargaining.preferences import Package
from game.scenario.model import Outcome, Scenario
from game.scenario.standard import STANDARD_OUTCOMES
from game.summit.at_home import home_verdict, homes
from game.summit.checks import won_clauses
from game.summit.events import (
    HomeCause,
    HomeDecided,
    PressTold,
    SummitEnded,
    Voted,
)
from game.summit.moves import Adopt, Move, Press
from game.summit.proceedings import Proceedings
from game.summit.state import State


def vote(now: Proceedings, party: str, move: Move) -> None:
    """Takes a vote; when both are in, they are opened together."""
    state = now.state
    state.votes[party] = move
    if len(state.votes) < 2:
        return
    for voter in state.rules.order:
        cast = state.votes[voter]
        now.emit(Voted(minute=state.minute, party=voter, adopts=isinstance(cast, Adopt), move=cast))
    if state.signed:
        now.enter("signed")
    else:
        finish_unsigned(now)


def finish_unsigned(now: Proceedings) -> None:
    """No text: both are left with their walk-away value."""
    now.enter("unsigned")
    _end(now)


def break_off(now: Proceedings, party: str) -> None:
    """The second walk-out ends the summit."""
    now.state.walked_out = party
    now.enter("broken_off")
    _end(now)


def tell_press(now: Proceedings, party: str, move: Move) -> None:
    """Takes a party's line; when both are in, they are printed together and the homes decide."""
    assert isinstance(move, Press)
    state = now.state
    state.press[party] = move.line
    if len(state.press) < 2:
        return
    for teller in state.rules.order:
        _print_line(now, teller)
    now.enter("all_told")
    _let_homes_decide(now)


def _print_line(now: Proceedings, party: str) -> None:
    state = now.state
    line = state.press[party]
    claimed = won_clauses(state, party) if line == "claim" else ()
    now.emit(PressTold(minute=state.minute, party=party, line=line, claimed=claimed))
    other = state.other(party)
    if line == "claim":
        now.change_all_support(party, CLAIM_AT_HOME * len(claimed), HomeCause.PRESS_LINE)
        now.change_all_support(other, CLAIM_ABROAD * len(claimed), HomeCause.PRESS_LINE)
    elif line == "little":
        now.change_all_support(party, LITTLE_AT_HOME, HomeCause.PRESS_LINE)
        now.change_all_support(other, LITTLE_ABROAD, HomeCause.PRESS_LINE)


def final_points(state: State, party: str) -> int:
    """A party's points for the text as it stands, items handed to the ministers included."""
    handed = {item: tuple(state.items[item].wording.values()) for item in state.handed}
    return points_with(state, party, state.standing, handed)


def points_with(
    state: State, party: str, text: Package, handed: Mapping[str, Sequence[str]]
) -> int:
    """A party's points for a text that is silent on some items, which the ministers have.

    `handed` has both wordings of each of them.
    """
    sheet = state.rules.table.sheet(party)
    return sheet.preferences.value(text) + sum(
        handed_points(sheet, state.rules.space, item, wordings) for item, wordings in handed.items()
    )


def _let_homes_decide(now: Proceedings) -> None:
    state = now.state
    for party in state.rules.order:
        verdict = home_verdict(state, party)
        red = _red_line(state, party, state.standing)
        carried = verdict.carried and red is None
        if carried:
            state.carried.add(party)
        now.emit(
            HomeDecided(
                minute=state.minute,
                party=party,
                carried=carried,
                support=verdict.support,
                needed=verdict.needed,
                stopped_by=verdict.stopped_by,
                red_line=red,
            )
        )
    state.in_force = len(state.carried) == 2
    now.enter("decided")
    _end(now)


def _red_line(state: State, party: str, text: Package) -> str | None:
    crossed = state.rules.table.sheet(party).crosses(text)
    return None if crossed is None else state.rules.space.items[crossed[0]]


def _end(now: Proceedings) -> None:
    state = now.state
    state.to_move = ""
    state.outcome = outcome_of(state)
    now.emit(
        SummitEnded(
            minute=state.minute,
            outcome=state.outcome,
            agreement=tuple(state.agreed.items()),
            handed=state.handed,
            in_force=state.in_force,
            walked_out=state.walked_out,
        )
    )


def outcomes_of(scenario: Scenario) -> dict[str, Outcome]:
    """The endings of a scenario, or the standard ones where it names none."""
    return scenario.outcomes or STANDARD_OUTCOMES


def outcome_of(state: State) -> str:
    """The first ending that fits; the last one of the file, where none does."""
    outcomes = outcomes_of(state.rules.scenario)
    now = final_situation(state)
    for name, outcome in outcomes.items():
        if outcome.when is None or holds(outcome.when, now):
            return name
    return next(reversed(outcomes))


def final_situation(state: State) -> Situation:
    """What the conditions of endings may ask about."""
    table = state.rules.table
    order = state.rules.scenario.party_ids
    surplus = {
        party: final_points(state, party) - table.sheet(party).preferences.walk_away
        if state.in_force
        else 0
        for party in order
    }
    best = table.best_surplus
    most = table.most_joint
    support, audience = homes(state)
    return Situation(
        agreement=state.agreed,
        handed_down=state.handed,
        signed=state.signed,
        ratified=state.carried,
        walked_out=() if state.walked_out is None else (state.walked_out,),
        refused=[p for p, cast in state.votes.items() if not isinstance(cast, Adopt)],
        trust=state.trust,
        minute=state.minute,
        joint_gain=100 * sum(surplus.values()) // most if most else 0,
        own_gain={
            party: 100 * surplus[party] // best[n] if best[n] else 0
            for n, party in enumerate(order)
        },
        support=support,
        audience=audience,
        press=dict(state.press),
        happened=tuple(state.happened),
    )
