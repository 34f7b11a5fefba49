"""The format of a campaign file: meetings in order, and what one carries into the next.

A campaign repeats nothing of its scenarios: each meeting names one, and is played with its opening
numbers as the meetings before have left them. What is written here is public, except what a carry
does at a party's home.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from game.scenario.elements import (
    Change,
    HomeChanges,
    Id,
    Ids,
    Line,
    Part,
    Percent,
    Sentence,
    Text,
)
from game.scenario.model import Condition, Grade, Source

Name = Annotated[str, StringConstraints(min_length=1, max_length=80, pattern=r"^[^/\\\n]+$")]


class Past(Condition):
    """What an earlier meeting came to: a condition as in its scenario, and its ending."""

    outcome: Ids | None = Field(None, description="Endings of that meeting, one of which it had.")


class Carry(Part):
    when: dict[Id, Past] | None = Field(
        None,
        min_length=1,
        description="Earlier meeting → what it came to; all must hold. Always, where absent.",
    )
    trust: Change | None = Field(None, description="Change of the trust at the start.")
    support: HomeChanges | None = Field(None, description="Change of support at home.")
    expect: dict[Id, Grade] | None = Field(
        None, description="What the press expects of an item now."
    )
    reveal: dict[Id, Ids] | None = Field(
        None, description="Bridging options known from the start: item → options."
    )
    because: Sentence = Field(description="Why, in a sentence that both delegations read.")


class Leg(Part):
    title: Line = Field(description="What this meeting is called in the campaign.")
    scenario: Name = Field(description="The scenario that is played, by its name in `list`.")
    between: Text | None = Field(None, description="What is read before the meeting.")
    carries: tuple[Carry, ...] = Field((), description="What earlier meetings have done to it.")


class Keeps(Part):
    """How much of what a meeting moved is left when the next begins."""

    trust: Percent = Field(50, description="Of the trust won or lost, in percent.")
    support: Percent = Field(
        50, description="Of the support won or lost among an audience with the same id, in percent."
    )
    at_most: Percent = Field(
        6, description="Support of no audience begins further than this from its scenario's own."
    )


class Chair(Part):
    name: Line = Field(description="Name of the country or body.")


class Passage(Part):
    meeting: Id | None = Field(None, description="The meeting it belongs to; none for them all.")
    text: Sentence = Field(description="What really happened, in your own words.")
    source: Id | None = Field(None, description="Id of its source.")


class CampaignDebrief(Part):
    questions: tuple[Sentence, ...] = Field((), description="What to discuss in class.")
    history: tuple[Passage, ...] = Field((), description="The real course of events, in order.")


class Campaign(Part):
    """Several summits, one after the other."""

    format: Literal[1] = Field(description="Version of this format: 1.")
    kind: Literal["campaign"] = Field(description="What tells a campaign from a scenario.")
    title: Line = Field(description="Title of the campaign.")
    summary: Sentence | None = Field(None, description="One sentence for the list.")
    teaches: Sentence | None = Field(None, description="The lesson, in a sentence.")
    plays_in: int | None = Field(None, ge=1, description="Minutes that all of it takes in class.")
    fiction: Sentence | None = Field(None, description="What is invented.")
    sources: dict[Id, Source] = Field(default_factory=dict, description="Where facts come from.")
    parties: dict[Id, Chair] = Field(
        min_length=2, max_length=2, description="The two delegations, the same in every meeting."
    )
    meetings: dict[Id, Leg] = Field(
        min_length=2, max_length=12, description="The meetings, in the order of play."
    )
    keeps: Keeps = Field(Keeps(), description="What is left from meeting to meeting.")
    debrief: CampaignDebrief = Field(
        CampaignDebrief(), description="For the class, when all of it is over."
    )

    def after(self, meeting: str | None) -> str | None:
        """The meeting that follows, the first after None; None after the last."""
        order = tuple(self.meetings)
        place = 0 if meeting is None else order.index(meeting) + 1
        return order[place] if place < len(order) else None
