"""What happens: the summit's answer to a move, as frozen values.

Every event carries the minute at which it happened. `to` names the one party that learns of it;
None means that both do. Wording turns events into sentences; faces and reports never read state.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from game.scenario.model import Discovery, Grade
from game.summit.moves import Direction, Importance, Move, PressLine, Terms


class Phase(StrEnum):
    """Where the summit stands, in their order; caucus and aside are left again for the table."""

    BRIEFING = "briefing"
    OPENING = "opening"
    TABLE = "table"
    CAUCUS = "caucus"
    ASIDE = "aside"
    FINAL_TEXT = "final_text"
    PRESS = "press"
    RATIFICATION = "ratification"
    DEBRIEF = "debrief"


TALKING = (Phase.TABLE, Phase.CAUCUS, Phase.ASIDE)
"""While the leaders talk the clock runs; to go from one of these to another begins nothing new."""


class ItemState(StrEnum):
    """The life of an agenda item."""

    UNTOUCHED = "untouched"
    OPEN = "open"  # one side has a wording on the table
    NARROWED = "narrowed"  # both have, and they differ
    AGREED = "agreed"  # ad referendum
    SILENT = "silent"  # both agreed to leave it out
    HANDED = "handed"  # given to the ministers


SETTLED = (ItemState.AGREED, ItemState.SILENT, ItemState.HANDED)
"""No longer to be talked about, unless one side takes it back."""


class TrustCause(StrEnum):
    """Why trust moved."""

    ASKED = "asked"
    EXPLAINED = "explained"
    UNDERSTOOD = "understood"
    MISREAD = "misread"
    CONCESSION = "concession"
    AGREEMENT = "agreement"
    CANDOUR = "candour"
    REPEATED = "repeated"
    STOOD_STILL = "stood_still"
    PRESSED = "pressed"
    REOPENED = "reopened"
    WALKED_OUT = "walked_out"
    CONTRADICTED = "contradicted"
    EVADED = "evaded"
    TIED = "tied"
    LEAK = "leak"
    EVENT = "event"


class Refusal(StrEnum):
    """Why a move is not allowed. Wording has a sentence for each."""

    NOT_NOW = "not_now"  # the phase has no such move
    NOT_YOUR_TURN = "not_your_turn"
    CLOCK_OUT = "clock_out"  # time is up: only the offer on the table can be answered
    UNKNOWN_ITEM = "unknown_item"
    UNKNOWN_OPTION = "unknown_option"
    NOTHING_NAMED = "nothing_named"
    NAMED_TWICE = "named_twice"
    ALREADY_AGREED = "already_agreed"
    NOT_AGREED = "not_agreed"
    OWN_RED_LINE = "own_red_line"
    NOTHING_ON_TABLE = "nothing_on_table"
    YOUR_OWN_OFFER = "your_own_offer"
    NO_SUCH_PACKAGE = "no_such_package"
    TWO_OR_THREE = "two_or_three"
    CHOICES_SPENT = "choices_spent"
    SAME_PACKAGE = "same_package"
    OTHER_ITEM = "other_item"  # the question, or the aside, is about another item
    ALREADY_ACKNOWLEDGED = "already_acknowledged"
    NO_DIFFICULTY = "no_difficulty"
    NO_SUCH_NUMBER = "no_such_number"
    PRESSURE_SPENT = "pressure_spent"
    NOT_NARROWED = "not_narrowed"
    ONE_HANDED_DOWN = "one_handed_down"
    ALREADY_TIED = "already_tied"
    NOTHING_EXPECTED = "nothing_expected"
    BRIEFED_ALREADY = "briefed_already"
    CANNOT_MOVE_GRADE = "cannot_move_grade"
    SAME_ITEM = "same_item"
    ALREADY_DONE = "already_done"
    NOTHING_TO_CLAIM = "nothing_to_claim"


class HomeCause(StrEnum):
    """Why support moved before the text was signed."""

    EVENT = "event"
    LEAK = "leak"
    TIED_HANDS = "tied_hands"
    PRESS_LINE = "press_line"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened at a minute; to one party's knowledge only where `to` names it."""

    minute: int
    to: str | None = None


@dataclass(frozen=True, slots=True)
class Played(Event):
    """A delegation made a move; `cost` in minutes."""

    party: str
    move: Move
    cost: int


@dataclass(frozen=True, slots=True)
class Rejected(Event):
    """A move that is not allowed: nothing changed. `detail` is what the rule speaks of."""

    party: str
    move: Move
    code: Refusal
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class PhaseBegan(Event):
    phase: Phase


@dataclass(frozen=True, slots=True)
class ItemChanged(Event):
    """An item entered another state; `option` is the agreed one, where there is one."""

    item: str
    state: ItemState
    option: str | None = None


@dataclass(frozen=True, slots=True)
class TrustChanged(Event):
    by: int
    now: int
    cause: TrustCause
    party: str
    """Whose move did it."""


@dataclass(frozen=True, slots=True)
class SupportChanged(Event):
    """One audience at home moved; private to its party."""

    party: str
    audience: str
    by: int
    now: int
    cause: HomeCause


@dataclass(frozen=True, slots=True)
class OptionFound(Event):
    """A bridging option came to light."""

    item: str
    option: str
    via: Discovery | Literal["event"]
    party: str | None


@dataclass(frozen=True, slots=True)
class InterestTold(Event):
    """A party said what lies behind its position; `candid` when it said all of it."""

    party: str
    item: str
    candid: bool
    importance: Importance | None
    option: str | None


@dataclass(frozen=True, slots=True)
class DifficultyNamed(Event):
    """`party` acknowledged the other side's difficulty with an item, rightly or not."""

    party: str
    item: str
    number: int
    right: bool


@dataclass(frozen=True, slots=True)
class ContradictionNoticed(Event):
    """`party`'s offers on the item do not fit what it explained."""

    party: str
    item: str


@dataclass(frozen=True, slots=True)
class Happened(Event):
    """An event of the scenario came about."""

    event: str


@dataclass(frozen=True, slots=True)
class Leaked(Event):
    """What was said aside, or whispered to the press, is in the papers."""

    party: str
    item: str
    what: Literal["aside", "brief"]


@dataclass(frozen=True, slots=True)
class ExpectationMoved(Event):
    """The press now expects an item more or less firmly; of one party only, where it is named."""

    item: str
    grade: Grade
    party: str | None


@dataclass(frozen=True, slots=True)
class HandsTied(Event):
    """A party bound itself in public to an option."""

    party: str
    item: str
    option: str


@dataclass(frozen=True, slots=True)
class Trade:
    """A suggestion: move to `give` in return for `want`."""

    give: tuple[str, str]
    want: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Advised(Event):
    """What one's own delegation thinks, in a caucus; private."""

    party: str
    priorities: tuple[str, ...]
    """Items, those that the other side seems to value most first."""
    sure: int
    """How much the guess rests on, 0 to 100."""
    clauses: int
    """How many clauses are agreed."""
    home_low: int
    home_high: int
    """Range of the other side's weighted support if these were signed as they stand."""
    trade: Trade | None
    package: Terms
    """A package worth trying; empty where none is seen."""
    stuck: bool
    """With what is settled no text is left that the own home would carry."""


@dataclass(frozen=True, slots=True)
class Recess(Event):
    """A delegation left the room; the meeting pauses once."""

    party: str


@dataclass(frozen=True, slots=True)
class TimeCalled(Event):
    """The clock has run out."""


@dataclass(frozen=True, slots=True)
class TextPut(Event):
    """The final text, on which each side votes."""

    terms: Terms
    handed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Voted(Event):
    """A vote, opened together with the other side's; `move` holds the reasons given with it."""

    party: str
    adopts: bool
    move: Move


@dataclass(frozen=True, slots=True)
class PressTold(Event):
    """A party took its line with the press; `claimed` are the items it claimed."""

    party: str
    line: PressLine
    claimed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HomeDecided(Event):
    """A home carried the deal or did not."""

    party: str
    carried: bool
    support: int
    needed: int
    stopped_by: str | None
    red_line: str | None


@dataclass(frozen=True, slots=True)
class SummitEnded(Event):
    """The ending: which outcome, and what stands at the end."""

    outcome: str
    agreement: tuple[tuple[str, str | None], ...]
    handed: tuple[str, ...]
    in_force: bool
    """Signed and carried on both sides; otherwise both are left with their walk-away value."""
    walked_out: str | None = None


@dataclass(frozen=True, slots=True)
class PressBriefed(Event):
    """Private: what a party's whisper to the press achieved."""

    party: str
    item: str
    direction: Direction
    leaked: bool


Events = tuple[Event, ...]
