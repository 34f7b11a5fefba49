"""The moves: what a delegation can do, as frozen values.

A move says what is done and nothing of what follows; the summit answers with events. `verb` is the
one name of a move: in the notation, the move table, the phase machine, the scenario's costs, the
journal, keys and help alike.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar, Literal

Term = tuple[str, str]
"""(item id, option id or `silence`, which leaves the item out of the statement)."""
Terms = tuple[Term, ...]
"""A package over one or more items; items not named stand as they are."""

Importance = Literal["high", "medium", "low"]
PressLine = Literal["claim", "share", "little"]
Direction = Literal["lower", "raise"]


class Reason(StrEnum):
    """Why the speaker does what it does: what the wording turns into a sentence."""

    OPENING = "opening"  # a first position
    TRADE = "trade"  # gives `give` to get `want`
    MOVED = "moved"  # comes towards the other side on `item`
    RETURNS = "returns"  # answers a step of the other side's with one
    FIRST_STEP = "first_step"  # asks for less, though the other side has not moved
    REARRANGED = "rearranged"  # another text that asks for no less
    WITHDRAWN = "withdrawn"  # `item`: its last offer gave more there
    ITEM_SHORT = "item_short"  # `item` is where it falls short
    RED_LINE = "red_line"  # `item`/`option` can never be signed
    HOME = "home"  # `audience` would not carry it
    UNFAIR = "unfair"  # far less than a fair share
    NO_GIVE = "no_give"  # the other side has not moved; neither can we
    GOOD_ENOUGH = "good_enough"  # as good as what would be asked next
    TIME = "time"  # the clock decides
    NEARER = "nearer"  # of several packages, this one is nearer
    ALSO = "also"  # takes `item` from package `number` as well
    INSTEAD = "instead"  # words `item` as package `number` has it, since the whole needs it
    MINISTERS = "ministers"  # lets the ministers have `item`
    CONTRADICTION = "contradiction"  # their words and their offers differ on `item`
    REPEATED = "repeated"  # already answered; refers back to minute `number`
    CANDID = "candid"  # answers fully
    GUARDED = "guarded"  # answers in general terms
    THANKS = "thanks"  # for an acknowledgement that was right
    MISREAD = "misread"  # an acknowledgement that was wrong
    HEARD = "heard"  # takes note of what was explained
    LEANED_ON = "leaned_on"  # answers pressure
    CAME_BACK = "came_back"  # the other side left the room, and is back from the recess
    WELCOME_LINK = "welcome_link"  # the trade proposed is worth having
    NO_LINK = "no_link"  # it is not
    OPEN_TO = "open_to"  # names the trade it would make


@dataclass(frozen=True, slots=True)
class Grounds:
    """One reason for a move, true of the speaker's own brief. Wording makes a sentence of it."""

    reason: Reason
    item: str | None = None
    option: str | None = None
    audience: str | None = None
    give: Term | None = None
    want: Term | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """What every move has: the reasons that the speaker gives, if any."""

    verb: ClassVar[str]
    grounds: tuple[Grounds, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class ItemMove(Move):
    """A move that names one item of the agenda, and nothing else."""

    item: str


@dataclass(frozen=True, slots=True)
class Prepare(Move):
    """The preparation sheet: a private guess of priorities before the meeting."""

    verb: ClassVar[str] = "prepare"
    own: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()
    first_offer: Terms = ()
    walk_away: int | None = None


@dataclass(frozen=True, slots=True)
class Ready(Move):
    """The briefing has been read; the delegation goes in."""

    verb: ClassVar[str] = "ready"


@dataclass(frozen=True, slots=True)
class Open(ItemMove):
    """An opening statement that puts one item first."""

    verb: ClassVar[str] = "open"


@dataclass(frozen=True, slots=True)
class Propose(Move):
    """A package over one or more items."""

    verb: ClassVar[str] = "propose"
    terms: Terms


@dataclass(frozen=True, slots=True)
class Choices(Move):
    """Two or three packages at once (MESO)."""

    verb: ClassVar[str] = "choices"
    packages: tuple[Terms, ...]


@dataclass(frozen=True, slots=True)
class Accept(Move):
    """Takes what the other side has put on the table; of several packages, the one numbered."""

    verb: ClassVar[str] = "accept"
    number: int = 1


@dataclass(frozen=True, slots=True)
class Decline(Move):
    """Turns it down; may name the item that is in the way, or the package that is nearer."""

    verb: ClassVar[str] = "decline"
    item: str | None = None
    nearer: int | None = None


@dataclass(frozen=True, slots=True)
class Ask(ItemMove):
    """What does this item mean to you, and why?"""

    verb: ClassVar[str] = "ask"


@dataclass(frozen=True, slots=True)
class Explain(Move):
    """A claim of what an item means to the speaker; unasked, or in answer to a question."""

    verb: ClassVar[str] = "explain"
    item: str
    importance: Importance | None = None
    option: str | None = None

    @property
    def claim(self) -> tuple[Importance | None, str | None]:
        """What is said: how much the item matters, and what is wanted."""
        return self.importance, self.option

    @property
    def candid(self) -> bool:
        """Whether nothing is held back: how much it matters, and what is wanted."""
        return self.importance is not None and self.option is not None


@dataclass(frozen=True, slots=True)
class Link(Move):
    """“We can move on A if you can move on B.”"""

    verb: ClassVar[str] = "link"
    give: Term
    want: Term


@dataclass(frozen=True, slots=True)
class Pressure(ItemMove):
    """Leans on them over one item: the clock, the press, the alternative."""

    verb: ClassVar[str] = "pressure"


@dataclass(frozen=True, slots=True)
class Acknowledge(Move):
    """Names the difficulty at home that one believes they have: one of the three shown, from 1."""

    verb: ClassVar[str] = "acknowledge"
    item: str
    number: int


@dataclass(frozen=True, slots=True)
class PullAside(ItemMove):
    """The leaders and interpreters alone, over one item."""

    verb: ClassVar[str] = "aside"


@dataclass(frozen=True, slots=True)
class HandDown(ItemMove):
    """Offers to give a narrowed item to the ministers."""

    verb: ClassVar[str] = "handdown"


@dataclass(frozen=True, slots=True)
class TieHands(Move):
    """Binds oneself in public to an option."""

    verb: ClassVar[str] = "tiehands"
    item: str
    option: str


@dataclass(frozen=True, slots=True)
class BriefPress(Move):
    """Lowers or raises by one grade what one's own press expects of an item."""

    verb: ClassVar[str] = "brief"
    item: str
    direction: Direction


@dataclass(frozen=True, slots=True)
class Reopen(ItemMove):
    """Takes back what was agreed ad referendum."""

    verb: ClassVar[str] = "reopen"


@dataclass(frozen=True, slots=True)
class Caucus(Move):
    """Steps out with one's own delegation for advice."""

    verb: ClassVar[str] = "caucus"


@dataclass(frozen=True, slots=True)
class Back(Move):
    """Returns from a caucus or an aside to the table."""

    verb: ClassVar[str] = "back"


@dataclass(frozen=True, slots=True)
class Note(Move):
    """Takes note: answers in words and leaves the floor to the other side."""

    verb: ClassVar[str] = "note"


@dataclass(frozen=True, slots=True)
class Conclude(Move):
    """Asks for the final text."""

    verb: ClassVar[str] = "conclude"


@dataclass(frozen=True, slots=True)
class WalkOut(Move):
    """Leaves the room: once for a recess, then for good."""

    verb: ClassVar[str] = "walkout"


@dataclass(frozen=True, slots=True)
class Adopt(Move):
    """Votes for the whole final text."""

    verb: ClassVar[str] = "adopt"


@dataclass(frozen=True, slots=True)
class Refuse(Move):
    """Votes against the whole final text."""

    verb: ClassVar[str] = "refuse"


@dataclass(frozen=True, slots=True)
class Press(Move):
    """What to tell the press of the text: claim the win, share the credit, say little."""

    verb: ClassVar[str] = "press"
    line: PressLine


@dataclass(frozen=True, slots=True)
class Guess(Move):
    """In the debrief: the other side's priorities as now understood, before the truth is shown."""

    verb: ClassVar[str] = "guess"
    theirs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reflect(Move):
    """In the debrief: the student's own reflection."""

    verb: ClassVar[str] = "reflect"
    text: str


ALL_MOVES: tuple[type[Move], ...] = (
    Prepare,
    Ready,
    Open,
    Propose,
    Choices,
    Accept,
    Decline,
    Ask,
    Explain,
    Link,
    Pressure,
    Acknowledge,
    PullAside,
    HandDown,
    TieHands,
    BriefPress,
    Reopen,
    Caucus,
    Back,
    Note,
    Conclude,
    WalkOut,
    Adopt,
    Refuse,
    Press,
    Guess,
    Reflect,
)
VERBS: dict[str, type[Move]] = {kind.verb: kind for kind in ALL_MOVES}
ITEM_VERBS: dict[str, type[ItemMove]] = {
    kind.verb: kind for kind in ALL_MOVES if issubclass(kind, ItemMove)
}
NAMES_TERMS = frozenset({"propose", "choices", "link", "tiehands"})
"""Verbs that put wordings of items on the record."""


def offered_packages(move: Move) -> tuple[Terms, ...]:
    """The packages that a move puts on the table."""
    if isinstance(move, Propose):
        return (move.terms,)
    return move.packages if isinstance(move, Choices) else ()


def first_offered(move: Move) -> Terms:
    """The terms that a move offers; of several packages, those of the first."""
    return next(iter(offered_packages(move)), ())


def worded_packages(move: Move) -> tuple[Terms, ...]:
    """The terms that a move puts on the record, package by package; a link is one of two terms."""
    return ((move.give, move.want),) if isinstance(move, Link) else offered_packages(move)
