"""What one delegation can see: the public record and its own numbers, and by type nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from game.analysis.home import Grades
from game.analysis.ministers import handed_points, handed_support
from game.analysis.sheets import PartySheet
from game.analysis.space import Found, Space
from game.bargaining.preferences import Package, Preferences
from game.summit.at_home import added_at_home, broken_in, less_broken_vows, tied_by
from game.summit.events import SETTLED, InterestTold, ItemState, Phase
from game.summit.moves import NAMES_TERMS, Terms
from game.summit.state import Entry, Offer, State


@dataclass(frozen=True, slots=True)
class ItemView:
    """Where one agenda item stands, as both sides see it."""

    item: str
    state: ItemState
    mine: str | None
    """The option (or silence) that this party last put forward."""
    theirs: str | None
    agreed: str | None
    options: tuple[str, ...]
    """The options on the menu now."""

    @property
    def common(self) -> str | None:
        """The option that both have put forward; None where they differ or one has none."""
        return self.mine if self.mine == self.theirs else None

    @property
    def alike(self) -> bool:
        """Whether both have put forward the same wording, which nobody has accepted yet."""
        return self.state is ItemState.OPEN and self.common is not None


item_view = lru_cache(maxsize=4096)(ItemView)
"""An `ItemView` by its fields in their order. Most are as they were a move ago, and making them
anew would take a fifth of the time of a whole view."""


@dataclass(frozen=True, slots=True)
class PartyView:
    """Everything that a delegation may base a move on."""

    party: str
    other: str
    seed: int
    phase: Phase
    to_move: str
    minute: int
    minutes: int
    """Length of the meeting."""
    costs: Mapping[str, int]
    trust: int
    space: Space
    sheet: PartySheet
    items: Mapping[str, ItemView]
    standing: Package
    """The agreed clauses as a package; silence elsewhere."""
    found: Found
    """Bridging options that have come to light."""
    offer: Offer | None
    question: str | None
    """The item that this party has been asked about and has not answered."""
    aside: str | None
    record: tuple[Entry, ...]
    told: Mapping[str, InterestTold]
    """What the other side has said of its interests, by item."""
    acknowledged: Mapping[str, bool]
    """Items whose difficulty this party has named, and whether it was right."""
    heard_rightly: Mapping[str, bool]
    """Items of which the other side named this party's difficulty, and whether it was right."""
    contradicted: frozenset[str]
    """Items on which the other side's offers do not fit its words."""
    pressed_by_other: int
    tied: Mapping[str, str]
    """item → the option to which this party has bound itself in public."""
    tied_by_other: Mapping[str, str]
    handed: tuple[str, ...]
    """Items that the ministers have."""
    grades: Grades
    """What this party's press expects now."""
    extra: tuple[int, ...]
    """What play has added to this party's support at home, per audience: items with the ministers
    are in it, what it broke of its public word is not."""
    recess_by: str | None
    """The party that has left the room once."""
    final_text: Terms

    @property
    def minutes_left(self) -> int:
        """Minutes left on the clock."""
        return max(0, self.minutes - self.minute)

    @property
    def unsettled(self) -> tuple[str, ...]:
        """Items that are still to be talked about."""
        return tuple([item for item, seen in self.items.items() if seen.state not in SETTLED])

    @property
    def their_offer(self) -> Offer | None:
        """What the other side has on the table; None where nothing lies there, or our own offer."""
        return self.offer if self.offer is not None and self.offer.party == self.other else None

    @property
    def their_packages(self) -> tuple[Terms, ...]:
        """The packages of their offer; empty where there is none, or an item to hand down."""
        return () if self.their_offer is None else self.their_offer.packages

    @property
    def support(self) -> tuple[int, ...]:
        """Support per audience at home if the agreed clauses were the whole text."""
        return self.support_with(self.standing)

    def support_with(self, package: Package) -> tuple[int, ...]:
        """Support per audience if this text were signed."""
        support = self.sheet.home.support(package, self.grades, self.extra)
        return less_broken_vows(support, self.broken_in(package))

    @property
    def preferences(self) -> Preferences:
        """What this party wants; silence on an item that the ministers have is worth its share."""
        own = self.sheet.preferences
        if not self.handed:
            return own
        points = [list(table) for table in own.points]
        for item in self.handed:
            points[self.space.item_index[item]][0] = self.handed_points(item)
        return replace(own, points=tuple(map(tuple, points)))

    def handed_points(self, item: str) -> int:
        """Own points of an item that the ministers have, or would have as it is worded now."""
        seen = self.items[item]
        wordings = (option for option in (seen.mine, seen.theirs) if option is not None)
        return handed_points(self.sheet, self.space, item, wordings)

    def with_ministers(self, item: str) -> PartyView:
        """What this party would see if the ministers had one more item."""
        index = self.space.item_index[item]
        beside = handed_support(self.sheet.home, index, self.grades)
        handed = replace(self.items[item], state=ItemState.HANDED, agreed=None)
        return replace(
            self,
            items={**self.items, item: handed},
            handed=(*self.handed, item),
            extra=tuple(map(int.__add__, self.extra, beside)),
        )

    def broken_in(self, package: Package) -> tuple[str, ...]:
        """Items on which this text falls short of what this party has bound itself to."""
        return broken_in(self.space, package, self.tied)


def view_of(state: State, party: str) -> PartyView:
    """What this party can see of the game now."""
    other = state.other(party)
    rules = state.rules
    menu = rules.space.menu(state.found)
    return PartyView(
        party=party,
        other=other,
        seed=state.seed,
        phase=state.phase,
        to_move=state.to_move,
        minute=state.minute,
        minutes=rules.scenario.meeting.minutes,
        costs=rules.minutes,
        trust=state.trust,
        space=rules.space,
        sheet=rules.table.sheet(party),
        items={
            item: item_view(
                item,
                record.state,
                record.wording.get(party),
                record.wording.get(other),
                record.agreed,
                menu[item],
            )
            for item, record in state.items.items()
        },
        standing=state.standing,
        found=state.found,
        offer=state.offer,
        question=state.question if state.to_move == party else None,
        aside=state.aside,
        record=tuple([entry for entry in state.record if entry.seen_by(party)]),
        told={item: told for (teller, item), told in state.told.items() if teller == other},
        acknowledged={
            item: right for (who, item), right in state.acknowledged.items() if who == party
        },
        heard_rightly={
            item: right for (who, item), right in state.acknowledged.items() if who == other
        },
        contradicted=frozenset(item for who, item in state.contradicted if who == other),
        pressed_by_other=state.pressed.get(other, 0),
        tied=tied_by(state, party),
        tied_by_other=tied_by(state, other),
        handed=state.handed,
        grades=state.grades[party],
        extra=added_at_home(state, party),
        recess_by=state.recess_by,
        final_text=state.terms,
    )


def items_for(view: PartyView, verb: str) -> tuple[str, ...]:
    """The items that a move of this kind can name as they stand, in the order of the agenda."""
    if view.aside is not None:
        return (view.aside,)
    if verb == "handdown":
        return tuple(i for i, seen in view.items.items() if seen.state is ItemState.NARROWED)
    if verb == "reopen":
        return tuple(i for i, seen in view.items.items() if seen.state in SETTLED)
    if verb in NAMES_TERMS or verb == "prepare":
        return view.unsettled
    return tuple(view.items)
