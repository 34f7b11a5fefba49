"""Campaigns in play: what a meeting came to, and what the next one begins with because of it.

A meeting of a campaign is an ordinary game. What it begins with is worked out once, from what the
meetings before came to, and travels in the head of its journal, so that every journal still plays
by itself. All of it is integer arithmetic on public numbers and on each home's own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from game.analysis.conditions import Situation, holds
from game.scenario.campaign import Campaign, Carry, Keeps, Past
from game.scenario.model import Expected, Grade, Item, Party, Scenario
from game.scenario.words import EVERYONE
from game.summit.debrief import result_points
from game.summit.ending import final_situation
from game.summit.state import State

Homes = Mapping[str, Mapping[str, int]]
"""party → audience → support, 0 to 100."""


@dataclass(frozen=True, slots=True)
class Result:
    """What one meeting of a campaign came to."""

    meeting: str
    outcome: str
    ending: str
    """The title of its ending."""
    in_force: bool
    points: Mapping[str, int]
    best: int
    """Joint gain in percent of the most that was possible."""
    trust_own: int
    """With which the scenario would have begun by itself."""
    homes_own: Homes
    situation: Situation


@dataclass(frozen=True, slots=True)
class Opening:
    """What a meeting begins with, where it is not what its scenario says."""

    trust: int
    homes: Homes
    expect: Mapping[str, Grade]
    reveal: Mapping[str, tuple[str, ...]]
    because: tuple[str, ...]
    """Sentences that both delegations read."""


def result_of(meeting: str, state: State, own: Scenario) -> Result:
    """What a finished meeting came to; `own` is its scenario before the campaign changed it."""
    now = final_situation(state)
    # As lists, which is how they come back from a journal.
    now = replace(
        now,
        handed_down=list(now.handed_down),
        ratified=sorted(now.ratified),
        walked_out=list(now.walked_out),
        refused=list(now.refused),
        happened=list(now.happened),
    )
    outcome = state.outcome or ""
    endings = state.rules.scenario.outcomes
    return Result(
        meeting=meeting,
        outcome=outcome,
        ending=endings[outcome].title if outcome in endings else outcome,
        in_force=state.in_force,
        points=dict(zip(own.party_ids, result_points(state), strict=True)),
        best=now.joint_gain,
        trust_own=own.meeting.trust,
        homes_own=homes_of(own),
        situation=now,
    )


def homes_of(scenario: Scenario) -> Homes:
    """The support with which a scenario begins."""
    return {
        party: {name: a.support for name, a in entry.home.audiences.items()} if entry.home else {}
        for party, entry in scenario.parties.items()
    }


def opening_of(
    campaign: Campaign, results: Sequence[Result], meeting: str, scenario: Scenario
) -> Opening:
    """What a meeting begins with. `results` are those of all meetings before it, in order.

    A part of what the last meeting moved is left (`keeps`, rounded towards nothing); then every
    carry whose conditions hold adds its own. Trust stays within 0 to 100, and support within the
    distance that the campaign allows from the scenario's own.
    """
    keeps = campaign.keeps
    carries = [c for c in campaign.meetings[meeting].carries if _fits(c, results)]
    trust, homes = scenario.meeting.trust, homes_of(scenario)

    def moved(party: str, audience: str) -> int:
        kept = _kept_at_home(results[-1], party, audience, keeps) if results else 0
        return kept + sum(_carried_home(carry, party, audience) for carry in carries)

    if results:
        trust += _part(results[-1].situation.trust - results[-1].trust_own, keeps.trust)
    trust += sum(carry.trust or 0 for carry in carries)
    return Opening(
        trust=max(0, min(100, trust)),
        homes={
            party: {
                audience: _support(own, moved(party, audience), keeps.at_most)
                for audience, own in home.items()
            }
            for party, home in homes.items()
        },
        expect={item: grade for carry in carries for item, grade in (carry.expect or {}).items()},
        reveal={item: names for carry in carries for item, names in (carry.reveal or {}).items()},
        because=tuple(carry.because for carry in carries),
    )


def _fits(carry: Carry, results: Sequence[Result]) -> bool:
    by_name = {result.meeting: result for result in results}
    return all(
        meeting in by_name and _was(past, by_name[meeting])
        for meeting, past in (carry.when or {}).items()
    )


def _was(past: Past, result: Result) -> bool:
    ending_fits = past.outcome is None or result.outcome in past.outcome
    return ending_fits and holds(past, result.situation)


def _part(moved: int, percent: int) -> int:
    """A share of what was won or lost, rounded towards nothing."""
    share = abs(moved) * percent // 100
    return share if moved > 0 else -share


def _kept_at_home(last: Result, party: str, audience: str, keeps: Keeps) -> int:
    """What is left of the support that the last meeting won or lost with an audience."""
    before = last.homes_own.get(party, {}).get(audience)
    after = last.situation.audience.get(party, {}).get(audience)
    return 0 if before is None or after is None else _part(after - before, keeps.support)


def _carried_home(carry: Carry, party: str, audience: str) -> int:
    """What a carry changes with an audience."""
    changes = (carry.support or {}).get(party, {})
    return changes.get(audience, 0) + changes.get(EVERYONE, 0)


def _support(own: int, moved: int, at_most: int) -> int:
    """An audience's own support, moved no further than allowed, and within 0 to 100."""
    return max(0, min(100, own + max(-at_most, min(at_most, moved))))


def opened(scenario: Scenario, opening: Opening) -> Scenario:
    """The scenario with what it begins with in this campaign."""
    return scenario.model_copy(
        update={
            "meeting": scenario.meeting.model_copy(update={"trust": opening.trust}),
            "parties": {
                name: _opened_home(party, opening.homes.get(name, {}))
                for name, party in scenario.parties.items()
            },
            "agenda": {
                name: _opened_item(item, opening.expect.get(name), opening.reveal.get(name, ()))
                for name, item in scenario.agenda.items()
            },
        }
    )


def _opened_home(party: Party, support: Mapping[str, int]) -> Party:
    if party.home is None:
        return party
    audiences = {
        name: audience.model_copy(update={"support": support.get(name, audience.support)})
        for name, audience in party.home.audiences.items()
    }
    return party.model_copy(update={"home": party.home.model_copy(update={"audiences": audiences})})


def _opened_item(item: Item, grade: Grade | None, revealed: Sequence[str]) -> Item:
    changes: dict[str, Any] = {}
    if grade is not None:
        own = item.expected
        changes["expected"] = (
            Expected(grade=grade) if own is None else own.model_copy(update={"grade": grade})
        )
    if revealed:
        changes["options"] = {
            name: option.model_copy(update={"found_by": ()}) if name in revealed else option
            for name, option in item.options.items()
        }
    return item.model_copy(update=changes) if changes else item


# --- in the head of a journal -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Leg:
    """Where a game belongs in a campaign, with all that is needed to go on to the next."""

    name: str
    """The campaign's name, as `list` shows it."""
    campaign: Campaign
    texts: Mapping[str, str]
    """Name of a scenario → its file, so that editing it breaks no saved campaign."""
    meeting: str
    opening: Opening
    results: tuple[Result, ...] = ()
    """Of the meetings before it."""

    @property
    def following(self) -> str | None:
        """The meeting that comes next; None where this is the last."""
        return self.campaign.after(self.meeting)


def leg_as_data(leg: Leg) -> dict[str, Any]:
    """The leg as plain data, for a line of JSON."""
    return {
        "name": leg.name,
        "campaign": leg.campaign.model_dump_json(by_alias=True, exclude_none=True),
        "texts": dict(leg.texts),
        "meeting": leg.meeting,
        "opening": asdict(leg.opening),
        "results": [asdict(result) for result in leg.results],
    }


def leg_from_data(data: Mapping[str, Any]) -> Leg:
    """The leg that such data stand for; a KeyError, TypeError or ValueError where for none."""
    opening = dict(data["opening"])
    opening["reveal"] = {item: tuple(names) for item, names in opening["reveal"].items()}
    opening["because"] = tuple(opening["because"])
    return Leg(
        name=data["name"],
        campaign=Campaign.model_validate_json(data["campaign"], strict=False),
        texts=data["texts"],
        meeting=data["meeting"],
        opening=Opening(**opening),
        results=tuple(
            Result(**{**result, "situation": Situation(**result["situation"])})
            for result in data["results"]
        ),
    )
