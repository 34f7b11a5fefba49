"""What only an instructor sees: both briefs, both sides' points, what the computer weighs."""

from __future__ import annotations

from collections.abc import Sequence

from game.scenario.model import Scenario
from game.scenario.words import SILENCE
from game.summit.mind import Mind
from game.summit.notation import write
from game.summit.rehearsal import LeftOut, Rehearsal
from game.summit.session import Session
from game.wording.dossier import spoken_brief
from game.wording.moments import WHAT_DECIDES, Moments
from game.wording.names import Names, figure, points, signed
from game.wording.refusals import reason

LATEST = 6
"""So many of the computer's decisions are told, the last one first."""


NOT_SO_FAR = "The game did not come so far: it ended before, or has not the minutes for it."


def both_briefs(scenario: Scenario) -> list[str]:
    """The briefs of both chairs, one after the other."""
    return [line for party in scenario.party_ids for line in ("", *spoken_brief(scenario, party))]


def all_points(scenario: Scenario) -> list[str]:
    """Every option with what it is worth to both sides, hidden ones included."""
    names = Names(scenario)
    parties = scenario.party_ids
    walk = " and ".join(f"{p.name} {figure(p.walk_away)}" for p in scenario.parties.values())
    lines = [f"Walking away is worth: {walk}."]
    for item, entry in scenario.agenda.items():
        told = []
        for option in entry.options.values():
            worth = ", ".join(f"{names.code(p)} {signed(option.points.get(p, 0))}" for p in parties)
            red = [names.code(p) for p in parties if p in option.red_line]
            notes = [f"red line of {' and '.join(red)}"] if red else []
            notes += ["hidden at first"] if option.found_by else []
            told.append(f"{option.label} ({'; '.join((worth, *notes))})")
        lines.append(f"{names.short(item)}: {'. '.join(told)}.")
    return lines


def weighing(session: Session) -> list[str]:
    """What the computer reckons with now, then its last decisions with the figures behind them."""
    moments = Moments(session.scenario, session.role, session.records)
    told = [*moments.weighed()][::-1][:LATEST]
    now = [] if session.over else reckoning(session)
    rule = [WHAT_DECIDES] if told else []
    return [*now, *rule, *told] or ["The computer has weighed nothing yet."]


def reckoning(session: Session) -> list[str]:
    """What the computer holds out for, would ask for and believes, if it had to move now."""
    names, party = Names(session.scenario), session.other
    mind = Mind(session.summit.view(party), session.counterpart.manner)
    own, view = mind.own, mind.view
    who, they = names.party(party), names.party(view.other)
    terms = [
        (item, view.space.options[index][mind.bid[index]])
        for index, item in enumerate(session.scenario.agenda)
    ]
    bid = names.phrases(tuple(term for term in terms if term[1] != SILENCE)) or "nothing at all"
    lines = [
        f"Now, at minute {session.minute}, {who} holds out for {points(mind.aspiration)}. Below "
        f"{figure(mind.fair)} it refuses; walking away is worth {figure(own.walk_away)} to it; "
        f"{figure(mind.ceiling)} are the most that it could carry home.",
        f"Its whole text would be: {bid}. That is {points(own.value(mind.bid))} for it and, as it "
        f"guesses, {mind.rating(mind.bid)} % of what {they} wants.",
    ]
    truth = session.rules.table.sheet(view.other).preferences.points
    for index in mind.belief.ranking():
        item = list(session.scenario.agenda)[index]
        guessed = _best(mind.theirs.points[index], view.space.options[index])
        true = _best(truth[index], view.space.options[index])
        right = "rightly" if guessed == true else f"in truth {names.quoted((item, true))}"
        taken = f"it takes {they} to want {names.quoted((item, guessed))}, {right}"
        lines.append(f"{names.short(item)}: {taken}.")
    evidence = mind.belief.evidence()
    lines.append(f"It has heard {evidence} % of what would make it sure of that order.")
    return lines


def _best(points: Sequence[int], options: Sequence[str]) -> str:
    return options[max(range(len(options)), key=lambda n: (points[n], -n))]


def read_again(rehearsal: Rehearsal) -> list[str]:
    """What the last reading did to the game: moves left out, and the computer's other answer."""
    session, missing = rehearsal.session, rehearsal.left_out
    if session is None:
        return []
    lines = [f"{write(one.move)}: {_why(one, session.scenario)}" for one in missing]
    if missing:
        lines.insert(0, _told(missing))
    other = rehearsal.answered
    if other is not None:
        who = Names(session.scenario).party(other.party)
        lines.append(
            f"{who} answers otherwise now: “{other.computed}”, where it played “{other.recorded}”."
        )
    return lines or ["Every move still fits, and every answer is the same."]


def _why(one: LeftOut, scenario: Scenario) -> str:
    return reason(one.why.code, one.why.detail, one.move.verb, scenario)


def _told(missing: Sequence[LeftOut]) -> str:
    if len(missing) == 1:
        return "One of your moves does not fit any more and was left out:"
    return f"{len(missing)} of your moves do not fit any more and were left out:"
