"""What only an instructor sees: both briefs, both sides' points, what the computer weighs."""

from __future__ import annotations

from collections.abc import Sequence

from game.scenario.model import Scenario
from game.summit.notation import write
from game.summit.rehearsal import LeftOut, Rehearsal
from game.summit.session import Session
from game.wording.dossier import spoken_brief
from game.wording.moments import Moments
from game.wording.names import Names
from game.wording.refusals import reason

LATEST = 6
"""So many of the computer's decisions are told, the last one first."""


def both_briefs(scenario: Scenario) -> list[str]:
    """The briefs of both chairs, one after the other."""
    return [line for party in scenario.party_ids for line in ("", *spoken_brief(scenario, party))]


def all_points(scenario: Scenario) -> list[str]:
    """Every option with what it is worth to both sides, hidden ones included."""
    names = Names(scenario)
    parties = scenario.party_ids
    walk = " and ".join(f"{names.party(p)} {scenario.parties[p].walk_away}" for p in parties)
    lines = [f"Walking away is worth: {walk}."]
    for item, entry in scenario.agenda.items():
        told = []
        for option in entry.options.values():
            worth = ", ".join(f"{names.code(p)} {option.points.get(p, 0):+d}" for p in parties)
            red = [names.code(p) for p in parties if p in option.red_line]
            notes = [f"red line of {' and '.join(red)}"] if red else []
            notes += ["hidden at first"] if option.found_by else []
            told.append(f"{option.label} ({'; '.join((worth, *notes))})")
        lines.append(f"{names.short(item)}: {'. '.join(told)}.")
    return lines


def weighing(session: Session) -> list[str]:
    """The computer's last decisions with the figures behind them, the latest first."""
    moments = Moments(session.scenario, session.role, session.records)
    told = [*moments.weighed()][::-1][:LATEST]
    return told or ["The computer has weighed nothing yet."]


def left_out(rehearsal: Rehearsal) -> list[str]:
    """The moves that did not fit any more when the file was read again, each with the reason."""
    session, missing = rehearsal.session, rehearsal.left_out
    if session is None or not missing:
        return []
    return [
        _told(missing),
        *(f"{write(one.move)}: {_why(one, session.scenario)}" for one in missing),
    ]


def _why(one: LeftOut, scenario: Scenario) -> str:
    return reason(one.why.code, one.why.detail, one.move.verb, scenario)


def _told(missing: Sequence[LeftOut]) -> str:
    if len(missing) == 1:
        return "One of your moves does not fit any more and was left out:"
    return f"{len(missing)} of your moves do not fit any more and were left out:"
