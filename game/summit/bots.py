"""Students of graded skill, as delegations: what shows that a summit rewards good negotiating.

Each sees a `PartyView` like everybody else. The random player alone draws lots, from its own
stream.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable

from game.bargaining.preferences import Floor, Package, Preferences
from game.bargaining.search import highest
from game.summit.counterpart import Counterpart
from game.summit.delegation import Decision, Delegation
from game.summit.events import Phase
from game.summit.evidence import turned_down
from game.summit.grounds import best_option, first_concern, importance_of
from game.summit.manner import Manner
from game.summit.mind import Mind, terms_of
from game.summit.moves import (
    Accept,
    Adopt,
    Ask,
    Back,
    Conclude,
    Decline,
    Explain,
    Move,
    Note,
    Open,
    Press,
    Propose,
    Ready,
    Refuse,
    Terms,
)
from game.summit.view import PartyView


def outside_the_table(view: PartyView, mind: Mind) -> Move | None:
    """What every bot does before and after the talk; None while the leaders talk."""
    if view.phase is Phase.BRIEFING:
        return Ready()
    if view.phase is Phase.OPENING:
        return Open(item=first_concern(mind))
    if view.phase is Phase.FINAL_TEXT:
        good = mind.own.value(view.standing) > mind.own.walk_away and mind.carries(view.standing)
        return Adopt() if good and mind.crossed(view.final_text) is None else Refuse()
    if view.phase is Phase.PRESS:
        return Press(line="share")
    if view.phase in (Phase.CAUCUS, Phase.ASIDE):
        return Back()
    return None


PLAIN = Manner(firmness=2, fair_share=0, free=1000, returns=0, opens_up=101, asks=0)
"""A bot's mind is used for its arithmetic; what it holds out for is its own affair."""


class RandomBot:
    """Says anything that can be said."""

    def __init__(self, seed: int) -> None:
        self._luck = random.Random(f"random bot:{seed}")

    def _pick(self, number: int) -> int:
        return int(self._luck.random() * number)

    def choose(self, view: PartyView) -> Decision:
        """A random move; the text is signed whatever it says, unless a red line forbids it."""
        mind = Mind(view, PLAIN)
        outside = outside_the_table(view, mind)
        if view.phase is Phase.FINAL_TEXT:
            return Decision(Adopt() if mind.crossed(view.final_text) is None else Refuse())
        if outside is not None:
            return Decision(outside)
        items = view.unsettled
        if not items:
            return Decision(Conclude())
        if view.their_offer is not None:
            red = any(mind.crossed(terms) for terms in view.their_packages)
            if view.minutes_left == 0:
                return Decision(Decline() if red else Accept())
            if not red and self._pick(4) == 0:
                return Decision(Accept())
        kind = self._pick(6)
        item = items[self._pick(len(items))]
        if kind == 0:
            return Decision(Ask(item=item))
        if kind == 1:
            return Decision(Note())
        return Decision(Propose(terms=self._package(view, mind, items)))

    def _package(self, view: PartyView, mind: Mind, items: tuple[str, ...]) -> Terms:
        chosen = [item for item in items if self._pick(2)] or [items[0]]
        terms = []
        for item in chosen:
            index = view.space.item_index[item]
            numbers = mind.menu[index]
            terms.append((item, view.space.options[index][numbers[self._pick(len(numbers))]]))
        return tuple(terms)


TAKES_AT_LAST = 200
"""Permille of its own surplus that makes a last offer worth the flight to a bot."""

LAST_MINUTES = 5


def takes_at_last(mind: Mind, terms: Terms) -> bool:
    """Whether a bot takes what is on the table because the clock has all but run out."""
    text = mind.with_terms(mind.view.standing, terms)
    return (
        mind.view.minutes_left <= LAST_MINUTES
        and mind.crossed(terms) is None
        and mind.carries(text)
        and mind.own.value(text) >= mind.points_at(TAKES_AT_LAST)
    )


def answer_offer(mind: Mind, is_enough: Callable[[Terms], bool]) -> Move | None:
    """What a bot says to their offer; None where there is none, or it would rather go on.

    It takes the first package if that is enough, or if the clock leaves nothing else.
    """
    if mind.view.their_offer is None:
        return None
    terms = next(iter(mind.view.their_packages), ())
    fits = terms and mind.crossed(terms) is None and is_enough(terms)
    if terms and (fits or takes_at_last(mind, terms)):
        return Accept()
    return Decline() if mind.view.minutes_left == 0 else None


class HardLiner:
    """Holds out for three quarters of its own best, and gives only what costs it nothing.

    When the clock has all but run out it takes what is left, if that is worth the flight.
    """

    HOLDS = 750

    def choose(self, view: PartyView) -> Decision:
        """Repeats its demand, and accepts nothing below it."""
        mind = Mind(view, PLAIN)
        outside = outside_the_table(view, mind)
        if outside is not None and not isinstance(outside, Adopt):
            return Decision(outside)
        line = mind.points_at(self.HOLDS)
        if outside is not None:
            enough = mind.own.value(view.standing) >= mind.points_at(TAKES_AT_LAST)
            return Decision(outside if enough else Refuse())
        if not view.unsettled:
            return Decision(Conclude())
        own = Floor(mind.own.points, line, mind.own.links)
        demand = highest(mind.theirs, (own, *mind.home), mind.menu) or mind.bid
        line = min(line, mind.own.value(demand))

        def is_enough(terms: Terms) -> bool:
            return mind.own.value(mind.with_terms(demand, terms)) >= line

        answer = answer_offer(mind, is_enough)
        if answer is not None:
            return Decision(answer)
        terms = terms_of(view, demand)
        return Decision(Propose(terms=terms) if terms else Note())


class Splitter:
    """Goes item by item, halves everything, asks nothing.

    A wording that is turned down by name moves it to the next nearest to the middle.
    """

    YIELDS = 4
    """Points of distance that each refusal of a wording counts for."""

    def choose(self, view: PartyView) -> Decision:
        """Proposes the middle, item by item and then as a whole; takes what is no worse."""
        mind = Mind(view, PLAIN)
        outside = outside_the_table(view, mind)
        if outside is not None:
            return Decision(outside)
        if not view.unsettled:
            return Decision(Conclude())
        middle = self._middle(mind)

        def is_enough(terms: Terms) -> bool:
            text = mind.with_terms(middle, terms)
            return mind.carries(text) and mind.own.value(text) >= mind.own.value(middle)

        return Decision(answer_offer(mind, is_enough) or self._propose(view, mind, middle))

    def _propose(self, view: PartyView, mind: Mind, middle: Package) -> Move:
        tried = {
            item
            for entry in view.record
            if entry.party == view.party and isinstance(entry.move, Propose)
            for item, _ in entry.move.terms
        }
        whole = terms_of(view, middle)
        fresh = [term for term in whole if term[0] not in tried]
        if fresh:
            return Propose(terms=tuple(fresh[:1]))
        return Propose(terms=whole) if whole else Note()

    def _middle(self, mind: Mind) -> Package:
        """The text nearest to the middle of every item, worth the flight and carried at home."""
        refused = Counter(turned_down(mind.view))
        distance = tuple(
            tuple(
                -abs(2 * points - ends) - self.YIELDS * refused[index, option]
                for option, points in enumerate(options)
            )
            for index, (options, ends) in enumerate(
                zip(mind.own.points, self._ends(mind), strict=True)
            )
        )
        worth = Floor(mind.own.points, mind.points_at(TAKES_AT_LAST), mind.own.links)
        found = highest(Preferences(distance), (worth, *mind.home), mind.menu)
        return found if found is not None else mind.bid

    def _ends(self, mind: Mind) -> list[int]:
        """Per item, the sum of the two values that are to be halved.

        Once both sides have spoken these are the two wordings on the table, before that its own
        best and worst.
        """
        ends = []
        for index, seen in enumerate(mind.view.items.values()):
            points, numbers = mind.own.points[index], mind.view.space.option_index[index]
            if seen.mine is not None and seen.theirs is not None:
                ends.append(points[numbers[seen.mine]] + points[numbers[seen.theirs]])
            else:
                ends.append(max(points) + min(points))
        return ends


class Integrative(Counterpart):
    """Asks, explains, trades across items; firm on the whole, flexible on the parts."""

    QUESTIONS = 6
    EXPLANATIONS = 2

    def __init__(self) -> None:
        super().__init__(("principled",))
        self.manner = Manner(firmness=3, fair_share=250, free=650, returns=400, opens_up=0, asks=0)

    def choose(self, view: PartyView) -> Decision:
        """Learns first, while an answer is cheap; then bids on the estimated frontier."""
        if view.phase is not Phase.TABLE or view.question is not None:
            return super().choose(view)
        mind = Mind(view, self.manner)
        learning = self._learn(view, mind)
        if learning is not None:
            return Decision(learning)
        return super().choose(view)

    def _learn(self, view: PartyView, mind: Mind) -> Move | None:
        own = [entry.move for entry in view.record if entry.party == view.party]
        asked = {move.item for move in own if isinstance(move, Ask)}
        explained = {move.item for move in own if isinstance(move, Explain)}
        if 2 * view.minute >= view.minutes:
            return None
        order = sorted(
            view.unsettled, key=lambda item: -max(mind.own.points[view.space.item_index[item]])
        )
        if len(explained) < min(self.EXPLANATIONS, len(asked)):
            for item in order:
                if item not in explained:
                    return Explain(
                        item=item,
                        importance=importance_of(mind, item),
                        option=best_option(mind, item),
                    )
        if len(asked) < self.QUESTIONS:
            for item in order:
                if item not in asked:
                    return Ask(item=item)
        return None


def bots(seed: int) -> dict[str, Delegation]:
    """The ladder, lowest step first."""
    return {
        "random": RandomBot(seed),
        "hard-liner": HardLiner(),
        "splitter": Splitter(),
        "integrative": Integrative(),
    }
