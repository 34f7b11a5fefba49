"""The format of a scenario file: the one source of the reader, the checks, the schema and the docs.

A scenario is public where it says what the press or both delegations know (titles, labels,
clauses, facts, expectations) and private where it says what one delegation keeps to itself
(points, walk-away value, links, red lines, effects at home, style, brief). The summit cuts one
view per party out of it; nothing else reaches a delegation.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from game.scenario.elements import (
    BOARD_NAME,
    HEADLINE,
    LABEL,
    LONGEST,
    NAME,
    SHORTEST,
    Change,
    HomeChanges,
    Id,
    Ids,
    Line,
    Minutes,
    Part,
    Percent,
    Points,
    Sentence,
    Text,
    as_block,
    as_tuple,
    shown_in,
)

Grade = Literal["certain", "set", "likely", "may"]
Style = Literal["principled", "firm", "cautious", "accommodating", "opaque"]
Discovery = Literal["ask", "explain", "pull_aside"]
PressLine = Literal["claim", "share", "little"]
TimedMove = Literal[
    "open",
    "propose",
    "choices",
    "accept",
    "decline",
    "ask",
    "explain",
    "link",
    "pressure",
    "acknowledge",
    "aside",
    "handdown",
    "tiehands",
    "brief",
    "reopen",
    "caucus",
    "walkout",
]


Styles = Annotated[
    tuple[Style, ...],
    BeforeValidator(as_tuple),
    Field(min_length=1, max_length=6, json_schema_extra={"x-one-or-more": True}),
]


class Source(Part):
    title: Line = Field(description="Title of the article, document or book.")
    publisher: Line = Field(description="Who published it.")
    date: Line = Field(description="When: 2024-05-22, or as exactly as it is known.")
    url: Annotated[str, StringConstraints(min_length=1, max_length=300)] | None = Field(
        None, description="Address, where you have seen that it is right."
    )


class Fact(Part):
    text: Sentence = Field(description="One fact, in your own words.")
    source: Id | None = Field(None, description="Id of its source, from `sources`.")
    paragraph: int | None = Field(None, ge=1, description="Paragraph of the source.")


class Meeting(Part):
    place: Line | None = Field(None, description="Where the delegations meet.")
    date: Line | None = Field(None, description="The day of the meeting.")
    minutes: int = Field(
        50,
        ge=SHORTEST,
        le=LONGEST,
        description="Minutes on the clock at the table: six to nine for each item, however long "
        "the real meeting was.",
    )
    first_word: Id | None = Field(
        None, description="The party that speaks first, as a rule the host; the first one named."
    )
    setting: Text | None = Field(None, description="What both delegations see as they sit down.")
    trust: Percent = Field(50, description="Trust between the delegations at the start.")
    costs: dict[TimedMove, Minutes] = Field(
        default_factory=dict,
        description="Minutes that a move takes here, where not the default (in playing.md).",
    )


class Audience(Part):
    name: Line = Field(description=shown_in("Who they are, as a newspaper would call them.", NAME))
    weight: int = Field(1, ge=1, le=100, description="How much they count at home.")
    support: Percent = Field(50, description="Support before the meeting, 0 to 100.")
    needs: Percent | None = Field(
        None, description="Below this support they stop any deal by themselves."
    )
    note: Sentence | None = Field(None, description="What they care about; read by this side only.")


class Home(Part):
    carries_at: Percent = Field(50, description="Weighted support that a deal needs to be carried.")
    audiences: dict[Id, Audience] = Field(min_length=1, description="Who must live with the deal.")


class Party(Part):
    name: Line = Field(description=shown_in("Name of the country or body.", BOARD_NAME))
    code: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2,4}$")] | None = Field(
        None, description="Two to four capitals for the draft's brackets: JPN."
    )
    leader: Line = Field(
        description=shown_in("Who leads the delegation, with office: shown in full.", NAME)
    )
    address: Line | None = Field(None, description="How the leader is spoken of: The President.")
    minister: Line | None = Field(None, description="Who may take an item that is handed down.")
    brief: Text = Field(description="What only this delegation reads.")
    walk_away: Points = Field(0, description="Points that this side has with no agreement at all.")
    instead: Sentence | None = Field(None, description="What no agreement would mean for it.")
    style: Styles = Field(
        ("principled",),
        description="How the computer leads this delegation: `principled` gives for what it gets, "
        "`firm` gives late, `cautious` gives little before it is given something, `accommodating` "
        "gives early, `opaque` hardly answers and never asks. Several are mixed in equal parts.",
    )
    opening: Sentence | None = Field(None, description="First words when the computer leads it.")
    home: Home | None = Field(None, description="The people who must carry the deal.")


class Expected(Part):
    grade: Grade = Field(description="How firmly the press has promised it.")
    satisfied_by: dict[Id, Ids] | None = Field(
        None,
        description="Per party, the options that its press would count; any option, where absent. "
        "With this block, only the parties named in it are held to the expectation.",
    )


class Interest(Part):
    """What one party could say of an item; private until it says it."""

    why: Sentence = Field(description="What they say when they answer candidly.")
    guarded: Sentence | None = Field(None, description="What they say when they keep it vague.")
    difficulty: tuple[Sentence, Sentence, Sentence] | None = Field(
        None,
        description="Three difficulties at home that one might suspect; the first is the true one. "
        "The game shuffles them.",
    )


class Option(Part):
    label: Line = Field(description=shown_in("Short name, as the agenda board shows it.", LABEL))
    clause: Sentence = Field(description="Its sentence in the joint statement.")
    points: dict[Id, Points] = Field(
        default_factory=dict, description="Worth to each party, privately; 0 where not named."
    )
    home: HomeChanges = Field(default_factory=dict, description="Change of support at home.")
    red_line: dict[Id, Sentence] = Field(
        default_factory=dict,
        description="Party that can never sign it, and why: a sentence that stands by itself and "
        "names the matter, since it is said right behind another.",
    )
    found_by: Annotated[tuple[Discovery, ...], BeforeValidator(as_tuple)] = Field(
        (),
        description="A bridging option: hidden until the interest behind it is understood.",
    )
    case_for: dict[Id, Sentence] = Field(
        default_factory=dict, description="What a party says when it asks for this option."
    )
    case_against: dict[Id, Sentence] = Field(
        default_factory=dict, description="What a party says when it turns this option down."
    )


class Silence(Part):
    home: HomeChanges = Field(default_factory=dict, description="Change of support when left open.")


class HandDown(Part):
    clause: Sentence = Field(description="Sentence of the statement that gives the mandate.")


class Item(Part):
    title: Line = Field(
        description=f"The matter, as the agenda names it. Above {BOARD_NAME} cells it needs a "
        "`short` for the board."
    )
    short: Annotated[str, StringConstraints(min_length=1, max_length=BOARD_NAME)] | None = Field(
        None,
        description=f"A name that fits the board: at most {BOARD_NAME} cells, of which a Korean or "
        "Japanese letter takes two. Without a comma, since it is listed with others.",
    )
    expected: Annotated[Expected, as_block("grade")] | None = Field(
        None, description="What the press has promised: certain, set, likely, may; or a block."
    )
    facts: tuple[Fact, ...] = Field((), description="What is on the public record.")
    options: dict[Id, Option] = Field(min_length=1, description="What could be agreed.")
    silence: Silence = Field(Silence(), description="What it does at home to leave the item open.")
    interests: dict[Id, Interest] = Field(
        default_factory=dict, description="Per party, what lies behind its position."
    )
    hand_down: HandDown | None = Field(None, description="How it reads when given to ministers.")


class Range(Part):
    at_least: int | None = Field(None, description="This or more.")
    at_most: int | None = Field(None, description="This or less.")


class Condition(Part):
    """When something holds. Several keys in one block mean that all of them must hold."""

    all: tuple[Condition, ...] | None = Field(None, description="All of these hold.")
    any: tuple[Condition, ...] | None = Field(None, description="At least one of these holds.")
    not_: Condition | None = Field(None, alias="not", description="This does not hold.")
    agreed: dict[Id, Ids] | None = Field(
        None, description="Items and the options agreed on them; `any` for any option."
    )
    silent: Ids | None = Field(None, description="Items on which nothing is agreed.")
    handed_down: Ids | None = Field(None, description="Items given to the ministers.")
    items_agreed: Range | None = Field(None, description="How many items have a clause.")
    signed: bool | None = Field(None, description="Both delegations adopted the final text.")
    ratified: Ids | None = Field(
        None, description="Parties whose home carried the deal: ids, `both` or `neither`."
    )
    walked_out: Ids | None = Field(
        None, description="Parties that broke off the meeting: ids, or `any`."
    )
    refused: Ids | None = Field(
        None, description="Parties that voted against the final text: ids, or `any`."
    )
    trust: Range | None = Field(None, description="Trust between the delegations, 0 to 100.")
    minute: Range | None = Field(None, description="Minutes gone.")
    joint_gain: Range | None = Field(
        None, description="Both sides' gain over walk-away, in percent of the best possible."
    )
    own_gain: dict[Id, Range] | None = Field(
        None, description="A party's gain over walk-away, in percent of its best possible."
    )
    support: dict[Id, Range] | None = Field(
        None, description="A party's weighted support at home, 0 to 100."
    )
    audience: dict[Id, dict[Id, Range]] | None = Field(
        None, description="Support of one audience at home, 0 to 100."
    )
    press: dict[Id, Annotated[tuple[PressLine, ...], BeforeValidator(as_tuple)]] | None = Field(
        None, description="The line that a party took with the press."
    )
    happened: Ids | None = Field(None, description="Events that have happened.")


class Link(Part):
    when: Condition = Field(description="Only `agreed`, `silent`, `all`, `any`, `not` fit here.")
    points: dict[Id, Points] = Field(description="What the combination adds, per party.")
    because: Sentence | None = Field(None, description="Why, for the brief and the debrief.")


class Effect(Part):
    trust: Change | None = Field(None, description="Change of trust.")
    minutes: Minutes | None = Field(None, description="Minutes lost.")
    support: HomeChanges | None = Field(None, description="Change of support at home.")
    expect: dict[Id, Grade] | None = Field(
        None, description="New grade of what the press expects of an item."
    )
    reveal: dict[Id, Ids] | None = Field(
        None, description="Bridging options that come to light: item → options."
    )


class Event(Part):
    at: Minutes | None = Field(None, description="Minute at which it happens.")
    when: Condition | None = Field(None, description="Or the condition under which it does.")
    chance: int = Field(100, ge=1, le=100, description="Chance in percent, drawn once a game.")
    title: Line = Field(description=shown_in("A headline.", HEADLINE))
    text: Sentence = Field(description="What the delegations are told.")
    effects: tuple[Effect, ...] = Field((), description="What it changes.")


class Outcome(Part):
    when: Condition | None = Field(
        None, description="When this is the ending; the last needs none and catches the rest."
    )
    title: Line = Field(description=shown_in("The ending in a few words.", HEADLINE))
    text: Text = Field(description="How the morning papers and the archives tell it.")


class History(Part):
    item: Id | None = Field(None, description="The item it belongs to; none for the whole meeting.")
    text: Sentence = Field(
        description="What really happened, in your own words; to be read without the one before."
    )
    source: Id | None = Field(None, description="Id of its source.")


class Debrief(Part):
    questions: tuple[Sentence, ...] = Field((), description="What to discuss in class.")
    history: tuple[History, ...] = Field(
        (),
        description="What happened, each with its source; told in the order of the agenda, what "
        "belongs to no item first.",
    )


class Variation(Part):
    points: int = Field(0, ge=0, le=20, description="Points may differ by up to this per student.")


class Marks(Part):
    """Weights of the mark, out of 100."""

    preparation: Percent = Field(20, description="The sheet filled in before the meeting.")
    process: Percent = Field(30, description="How the talk was led, whatever came of it.")
    joint_gain: Percent = Field(20, description="What both gained, beside the best possible.")
    own_result: Percent = Field(15, description="What the own side gained, beside its best.")
    reflection: Percent = Field(15, description="What was written afterwards; marked by you.")


class Scenario(Part):
    """One summit."""

    format: Literal[1] = Field(description="Version of this format: 1.")
    title: Line = Field(description=shown_in("Title of the summit.", HEADLINE))
    summary: Sentence | None = Field(None, description="One sentence for the list of scenarios.")
    teaches: Sentence | None = Field(None, description="The lesson, in a sentence.")
    language: Line = Field("en", description="Language of the texts, by its code: en, ko, ja.")
    plays_in: int | None = Field(None, ge=1, description="Minutes that a game takes in class.")
    fiction: Sentence | None = Field(
        None, description="What is invented; shown wherever the game shows it."
    )
    sources: dict[Id, Source] = Field(default_factory=dict, description="Where facts come from.")
    meeting: Meeting = Field(Meeting(), description="Where, when and for how long.")
    parties: dict[Id, Party] = Field(min_length=2, max_length=2, description="The two delegations.")
    agenda: dict[Id, Item] = Field(min_length=1, max_length=20, description="The agenda items.")
    background: tuple[Fact, ...] = Field((), description="Public facts that belong to no one item.")
    links: tuple[Link, ...] = Field((), description="Points that combinations add or take away.")
    events: dict[Id, Event] = Field(default_factory=dict, description="What happens meanwhile.")
    outcomes: dict[Id, Outcome] = Field(
        default_factory=dict, description="The endings; the first that fits is the one."
    )
    debrief: Debrief = Field(Debrief(), description="For the class afterwards.")
    variation: Variation = Field(Variation(), description="How the numbers may vary per student.")
    marks: Marks = Field(Marks(), description="How the game is marked.")

    @property
    def party_ids(self) -> tuple[str, str]:
        """The two parties' ids, in the order of the file."""
        first, second = self.parties
        return first, second

    def other(self, party: str) -> str:
        """The id of the party across the table."""
        first, second = self.party_ids
        return second if party == first else first
