"""Why games between bots and the counterpart came to nothing: at whom, and over what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

from game.scenario.model import Scenario
from game.summit.at_home import home_verdict
from game.summit.ending import final_points
from game.summit.moves import Adopt, Reason
from game.summit.state import State
from game.wording.names import Names

MOST = 3
"""Reasons of a kind that are told for each bot and chair, the most frequent first."""


@dataclass(frozen=True, slots=True, order=True)
class Failure:
    """One reason why a game has no agreement in force."""

    how: str
    """`walked_out`, `out_of_time` or `nothing_agreed`, `refused`, `not_carried`; or `objection`, a
    no that was said at the table with its ground."""
    by: str = ""
    """The party at which it failed."""
    over: str = ""
    """`red_line`, `audience`, `support`, `walk_away` or `share`."""
    item: str = ""
    """With `red_line`, the clause that crosses it: its item and option."""
    option: str = ""
    audience: str = ""
    """With `audience`, who would not have it."""


@dataclass
class Failures:
    """The games of one bot in one chair that have no agreement in force."""

    games: int = 0
    reasons: Counter[Failure] = field(default_factory=Counter)
    """Reason → games that it failed for; a game can have several."""

    def add(self, state: State, party: str) -> None:
        """One more finished game that `party` played against the counterpart."""
        if not state.in_force:
            self.games += 1
            self.reasons.update(set(_ends(state)) | set(_objections(state, state.other(party))))

    def merge(self, other: Failures) -> None:
        """The games of another count as well."""
        self.games += other.games
        self.reasons.update(other.reasons)

    def as_data(self) -> dict[str, Any]:
        """The same as plain data, the most frequent reason first."""
        reasons = sorted(self.reasons.items(), key=lambda entry: (-entry[1], entry[0]))
        return {"games": self.games, "why": [{**asdict(why), "games": n} for why, n in reasons]}


def _ends(state: State) -> Iterator[Failure]:
    """How the game ended without an agreement."""
    if state.walked_out is not None:
        yield Failure("walked_out", state.walked_out)
    elif not state.votes:
        in_time = state.minute < state.rules.scenario.meeting.minutes
        yield Failure("nothing_agreed" if in_time else "out_of_time")
    for party in state.rules.order:
        if not isinstance(state.votes.get(party, Adopt()), Adopt):
            yield _against(state, party, "refused")
        elif state.signed and party not in state.carried:
            yield _against(state, party, "not_carried")


def _against(state: State, party: str, how: str) -> Failure:
    """What speaks against the final text at a party."""
    sheet = state.rules.table.sheet(party)
    crossed = sheet.crosses(state.standing)
    if crossed is not None:
        space, (item, option) = state.rules.space, crossed
        return _red_line(how, party, space.items[item], space.options[item][option])
    verdict = home_verdict(state, party)
    if verdict.stopped_by is not None:
        return Failure(how, party, "audience", audience=verdict.stopped_by)
    if not verdict.carried:
        return Failure(how, party, "support")
    short = final_points(state, party) < sheet.preferences.walk_away
    return Failure(how, party, "walk_away" if short else "share")


def _red_line(how: str, party: str, item: str, option: str) -> Failure:
    return Failure(how, party, "red_line", item=item, option=option)


def _objections(state: State, party: str) -> Iterator[Failure]:
    """What a party would not have, as it said at the table."""
    for entry in state.record:
        for ground in entry.move.grounds if entry.party == party else ():
            if ground.reason is Reason.RED_LINE:
                yield _red_line("objection", party, ground.item or "", ground.option or "")
            elif ground.reason is Reason.HOME and ground.audience is not None:
                yield Failure("objection", party, "audience", audience=ground.audience)


# --- in words -------------------------------------------------------------------------------------


def in_words(scenario: Scenario, bots: dict[str, Any]) -> Iterator[str]:
    """For each bot and chair how many games failed and why; nothing where none did."""
    failed = [
        (f"{bot} as {scenario.parties[party].name}", entry["failures"], entry["games"])
        for bot, chairs in bots.items()
        for party, entry in chairs.items()
        if entry["failures"]["games"]
    ]
    if not failed:
        return
    yield "Games without an agreement, and why:"
    for who, failures, games in failed:
        ends = [why for why in failures["why"] if why["how"] != "objection"]
        said = [why for why in failures["why"] if why["how"] == "objection"]
        yield f"  {who}, {failures['games']} of {games}: {_listed(scenario, ends)}."
        if said:
            other = scenario.parties[said[0]["by"]].name
            yield f"    Objections of {other} at the table: {_listed(scenario, said)}."


def _listed(scenario: Scenario, reasons: Iterable[dict[str, Any]]) -> str:
    told = [f"{_told(scenario, why)} ({why['games']})" for why in reasons]
    more = f", and {len(told) - MOST} more" if len(told) > MOST else ""
    return "; ".join(told[:MOST]) + more


def _told(scenario: Scenario, why: dict[str, Any]) -> str:
    name = scenario.parties[why["by"]].name if why["by"] else ""
    over = _over(scenario, why)
    match why["how"]:
        case "walked_out":
            return f"{name} walked out"
        case "out_of_time":
            return "nothing agreed when time was up"
        case "nothing_agreed":
            return "the talk ended with nothing agreed"
        case "refused":
            return f"{name} refused the text: {over}"
        case "not_carried":
            return f"not carried at home in {name}: {over}"
        case _ if why["over"] == "audience":
            return f"at home, {over}"
        case _:
            return over


def _over(scenario: Scenario, why: dict[str, Any]) -> str:
    names = Names(scenario)
    match why["over"]:
        case "red_line":
            return f"red line, {names.phrase((why['item'], why['option']))}"
        case "audience":
            return names.audience(why["by"], why["audience"])
        case over:
            return OVER.get(over, "")


OVER = {
    "support": "too little support at home",
    "walk_away": "less than walking away is worth",
    "share": "too small a share",
}
"""What else speaks against a text."""
