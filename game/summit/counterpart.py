"""The computer's delegation: strong, fair, and able to say why.

It sees a `PartyView` and nothing else, keeps no memory of its own (the record is its memory, so a
resumed game goes on as it would have), and draws no lots. Every decision comes with the reasons it
gives aloud (`Grounds` on the move) and the figures behind them (`Why`, for the debrief).
"""

from __future__ import annotations

from dataclasses import replace

from game.scenario.model import Style
from game.scenario.words import SILENCE
from game.summit.delegation import Decision
from game.summit.events import Phase
from game.summit.grounds import (
    best_option,
    bound_of,
    first_concern,
    following,
    home_grounds,
    importance_of,
    last_terms,
    leaning_to,
    offer_grounds,
    option_bid,
    reply_to_words,
    said_already,
    shortest,
    trade_in_mind,
    what_forbids,
)
from game.summit.manner import Level, Manner, manner_of
from game.summit.mind import Mind, Why, terms_of
from game.summit.moves import (
    Accept,
    Adopt,
    Ask,
    Back,
    Conclude,
    Decline,
    Explain,
    Grounds,
    Move,
    Note,
    Open,
    Press,
    PressLine,
    Propose,
    Ready,
    Reason,
    Refuse,
    Reopen,
    Terms,
)
from game.summit.state import Offer
from game.summit.view import PartyView

ASIDE_CANDOUR = 25
"""Leaders alone answer as if trust were this much higher."""


class Counterpart:
    """A computer that leads a delegation in a given manner."""

    def __init__(self, styles: tuple[Style, ...], level: Level = "standard") -> None:
        self.manner: Manner = manner_of(styles, level)

    def choose(self, view: PartyView) -> Decision:
        """The move that this delegation makes now."""
        mind = Mind(view, self.manner)
        if view.phase is Phase.BRIEFING:
            return Decision(Ready())
        if view.phase is Phase.OPENING:
            return Decision(Open(item=first_concern(mind)))
        if view.phase is Phase.FINAL_TEXT:
            return vote(mind)
        if view.phase is Phase.PRESS:
            return Decision(Press(line=press_line(mind)))
        if view.question is not None:
            return answer(mind, view.question)
        if view.phase is Phase.ASIDE:
            return Decision(speak_aside(mind))
        if view.phase is Phase.CAUCUS:
            return Decision(Back())
        if view.their_offer is not None:
            return answer_offer(mind, view.their_offer)
        return take_floor(mind)


# --- before and after the table -----------------------------------------------------------------


def vote(mind: Mind) -> Decision:
    """Adopts a text that is fair enough, crosses no red line, and would be carried at home."""
    text = mind.view.standing
    worth = mind.own.value(text)
    bound = "fair_share"
    adopts = worth >= mind.bearable
    grounds = Grounds(Reason.GOOD_ENOUGH if adopts else Reason.UNFAIR)
    crossed = mind.crossed(mind.view.final_text)
    if crossed is not None:
        adopts, bound = False, "red_line"
        grounds = Grounds(Reason.RED_LINE, item=crossed[0], option=crossed[1])
    elif not mind.carries(text):
        adopts, bound = False, "home"
        grounds = home_grounds(mind, text)
    why = Why(mind.aspiration, mind.bearable, worth, None, bound)
    move: Move = Adopt(grounds=(grounds,)) if adopts else Refuse(grounds=(grounds,))
    return Decision(move, why)


def press_line(mind: Mind) -> PressLine:
    """Shares the credit; claims wins only where home would not carry the text otherwise."""
    return "share" if mind.carries(mind.view.standing) else "claim"


# --- answers ------------------------------------------------------------------------------------


def answer(mind: Mind, item: str) -> Decision:
    """Answers a question: fully where trust allows, in general terms otherwise, never falsely."""
    view = mind.view
    trust = view.trust + (ASIDE_CANDOUR if view.aside == item else 0)
    earlier = [
        (entry.minute, entry.move)
        for entry in view.record
        if entry.party == view.party and isinstance(entry.move, Explain) and entry.move.item == item
    ]
    candid = trust >= mind.manner.opens_up
    importance = importance_of(mind, item)
    if earlier and (not candid or earlier[-1][1].candid):
        said = earlier[-1][1]
        first = next(minute for minute, move in earlier if move.claim == said.claim)
        again = Grounds(Reason.REPEATED, item=item, number=first)
        return Decision(replace(said, grounds=(again,)), courtesy(mind))
    if not candid:
        guarded = Explain(
            item=item, importance=importance, grounds=(Grounds(Reason.GUARDED, item=item),)
        )
        return Decision(guarded, courtesy(mind))
    option = best_option(mind, item)
    grounds = [Grounds(Reason.CANDID, item=item, option=option)]
    index = view.space.item_index[item]
    for red_item, number in sorted(mind.red):
        if red_item == index and view.space.options[index][number] in view.items[item].options:
            red = view.space.options[index][number]
            grounds.append(Grounds(Reason.RED_LINE, item=item, option=red))
    full = Explain(item=item, importance=importance, option=option, grounds=tuple(grounds))
    return Decision(full, courtesy(mind))


def courtesy(mind: Mind) -> Why:
    """The figures of a reply that decides nothing."""
    return Why(mind.aspiration, mind.fair, None, None, "courtesy")


def speak_aside(mind: Mind) -> Move:
    """Alone with the other leader, on the item that brought them there."""
    trade = trade_in_mind(mind)
    if trade is None:
        return Note(grounds=(Grounds(Reason.HEARD, item=mind.view.aside),))
    return Note(grounds=(Grounds(Reason.NO_GIVE) if said_already(mind, trade) else trade,))


def answer_offer(mind: Mind, offer: Offer) -> Decision:
    """Accepts what is good enough; otherwise answers with an offer of its own, or says no."""
    if offer.handdown is not None:
        return answer_hand_down(mind, offer.handdown)
    nearest = nearest_package(mind, offer.packages)
    terms = offer.packages[nearest]
    worth, obstacle = mind.worth(terms), what_forbids(mind, terms)
    why = Why(mind.aspiration, mind.fair, worth, mind.rating(mind.bid), "aspiration")
    if obstacle is None and worth >= mind.target:
        grounds = (Grounds(Reason.GOOD_ENOUGH),)
        return Decision(Accept(number=nearest + 1, grounds=grounds), why)
    if obstacle is None and mind.last_chance and mind.worth_alone(terms) >= mind.fair:
        return Decision(
            Accept(number=nearest + 1, grounds=(Grounds(Reason.TIME),)), replace(why, bound="clock")
        )
    why = replace(why, bound=bound_of(obstacle))
    return counter(mind, offer.packages, nearest, obstacle, why)


def nearest_package(mind: Mind, packages: tuple[Terms, ...]) -> int:
    """The place of the package that is worth most, one that nothing forbids before all others."""
    if len(packages) == 1:
        return 0

    def nearness(place: int) -> tuple[bool, int, int]:
        terms = packages[place]
        return what_forbids(mind, terms) is None, mind.worth(terms), -place

    return max(range(len(packages)), key=nearness)


def counter(
    mind: Mind, packages: tuple[Terms, ...], nearest: int, obstacle: Grounds | None, why: Why
) -> Decision:
    """An offer of its own with the reason for turning theirs down, or a plain no."""
    number = nearest + 1 if len(packages) > 1 else None
    mixed: tuple[Grounds, ...] = ()
    if number is not None:
        mind, mixed = following(mind, packages, number)
    short = shortest(mind, packages[nearest])
    against = obstacle or Grounds(Reason.ITEM_SHORT, item=short, option=option_bid(mind, short))
    leaning = () if number is None else (leaning_to(mind, packages, number),)
    own = terms_of(mind.view, mind.bid)
    in_time = mind.view.minutes_left >= mind.view.costs["propose"]
    if own and mind.last_chance and in_time:
        # The last word may be an offer that was made before: it can still be taken.
        grounds = (Grounds(Reason.TIME), *leaning, *mixed, against)
        return Decision(Propose(terms=own, grounds=grounds), why)
    if own and in_time and own != last_terms(mind.view):
        grounds = (*leaning, *mixed, against, *offer_grounds(mind, own))
        return Decision(Propose(terms=own, grounds=grounds), why)
    grounds = (*leaning, against)
    return Decision(Decline(item=against.item or short, nearer=number, grounds=grounds), why)


def answer_hand_down(mind: Mind, item: str) -> Decision:
    """Gives an item to the ministers when time is short and its own wording is not in reach."""
    late = 2 * mind.view.minute >= mind.view.minutes
    cheap = importance_of(mind, item) != "high"
    index = mind.view.space.item_index[item]
    promised = mind.view.sheet.home.satisfying[index] is not None
    without = Mind(mind.view.with_ministers(item), mind.manner)
    possible = without.bid_at(without.fair) is not None
    if (late or cheap) and possible and not (promised and mind.view.grades[index] == "certain"):
        return Decision(Accept(grounds=(Grounds(Reason.MINISTERS, item=item),)), courtesy(mind))
    grounds = (Grounds(Reason.ITEM_SHORT, item=item, option=option_bid(mind, item)),)
    return Decision(Decline(item=item, grounds=grounds), courtesy(mind))


# --- its own initiative -------------------------------------------------------------------------


def take_floor(mind: Mind) -> Decision:
    """Answers the last words, then asks, proposes, waits, or asks for the final text."""
    view = mind.view
    heard = reply_to_words(mind)
    question = question_to_ask(mind)
    if question is not None and not heard:
        return Decision(Ask(item=question), courtesy(mind))
    why = Why(mind.aspiration, mind.fair, None, mind.rating(mind.bid), "aspiration")
    if not view.unsettled:
        sore = to_reopen(mind)
        if sore is not None and sore.item is not None:
            return Decision(Reopen(item=sore.item, grounds=(*heard, sore)), why)
        return Decision(Conclude(grounds=(*heard, Grounds(Reason.GOOD_ENOUGH))), why)
    own = terms_of(view, mind.bid)
    asks_something = any(option != SILENCE for _, option in own)
    if asks_something and own != last_terms(view) and view.minutes_left > view.costs["propose"]:
        grounds = (*heard, *offer_grounds(mind, own))
        return Decision(Propose(terms=own, grounds=grounds), why)
    if not asks_something and mind.own.value(view.standing) >= mind.fair:
        return Decision(Conclude(grounds=(*heard, Grounds(Reason.GOOD_ENOUGH))), why)
    hint = trade_in_mind(mind)
    if hint is None or said_already(mind, hint):
        hint = Grounds(Reason.NO_GIVE)
    return Decision(Note(grounds=(*heard, hint)), why)


def to_reopen(mind: Mind) -> Grounds | None:
    """Why to take an item back: home has turned against the agreed text and could be won again.

    Better than to ask for a vote on it and then to refuse. None where the text is carried, where
    no other wording of that item would do, or where there is no time for it.
    """
    view = mind.view
    in_time = view.minutes_left > view.costs["reopen"] + view.costs["propose"]
    if mind.carries(view.standing) or not in_time:
        return None
    sore = home_grounds(mind, view.standing)
    return sore if sore.item is not None and mind.can_mend(sore.item) else None


def question_to_ask(mind: Mind) -> str | None:
    """Early on, the item that matters to this side and of which least is known."""
    view = mind.view
    asked = [e.move.item for e in view.record if e.party == view.party and isinstance(e.move, Ask)]
    if len(asked) >= mind.manner.asks or 2 * view.minute >= view.minutes:
        return None
    unknown = [item for item in view.unsettled if item not in view.told and item not in asked]
    if not unknown or view.record[-1].move.verb == "decline":
        return None
    return max(unknown, key=lambda item: max(mind.own.points[view.space.item_index[item]]))
