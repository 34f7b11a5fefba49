"""The computer's delegation: strong, fair, and able to say why.

It sees a `PartyView` and nothing else, keeps no memory of its own (the record is its memory, so a
resumed game goes on as it would have), and draws no lots. Every decision comes with the reasons it
gives aloud (`Grounds` on the move) and the figures behind them (`Why`, for the debrief).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.bargaining.preferences import Package
from game.scenario.model import Style
from game.scenario.words import SILENCE
from game.summit.events import Phase
from game.summit.manner import Level, Manner, manner_of
from game.summit.mind import Mind, Why, terms_of, unsettled
from game.summit.moves import (
    Accept,
    Acknowledge,
    Adopt,
    Ask,
    Back,
    Conclude,
    Decline,
    Explain,
    Grounds,
    Importance,
    Link,
    Move,
    Note,
    Open,
    Press,
    PressLine,
    Pressure,
    Propose,
    Ready,
    Reason,
    Refuse,
    Terms,
)
from game.summit.view import PartyView

LAST_MINUTES = 4
"""With so little time left no further exchange of offers fits in."""

ASIDE_CANDOUR = 25
"""Leaders alone answer as if trust were this much higher."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A move and the figures behind it."""

    move: Move
    why: Why | None = None


class Counterpart:
    """A computer that leads a delegation in a given manner."""

    def __init__(self, style: Style, level: Level = "standard") -> None:
        self.manner: Manner = manner_of(style, level)

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
        if view.offer is not None and view.offer.party == view.other:
            return answer_offer(mind)
        return take_floor(mind)


# --- before and after the table -----------------------------------------------------------------


def importance_of(mind: Mind, item: str) -> Importance:
    """How much an item truly matters to this side: its range of points beside the others'."""
    spans = [max(table) - min(table) for table in mind.own.points]
    span = spans[mind.view.space.item_index[item]]
    mean = sum(spans) // len(spans)
    if span * 4 >= mean * 5:
        return "high"
    return "low" if span * 4 <= mean * 3 else "medium"


def best_option(mind: Mind, item: str) -> str:
    """The option on the menu that this side likes best on an item."""
    index = mind.view.space.item_index[item]
    best = max(mind.menu[index], key=lambda n: (mind.own.points[index][n], -n))
    return mind.view.space.options[index][best]


def first_concern(mind: Mind) -> str:
    """The item with the widest range of points for this side."""
    items = mind.view.space.items
    return max(
        items,
        key=lambda item: (
            max(mind.own.points[mind.view.space.item_index[item]]),
            -mind.view.space.item_index[item],
        ),
    )


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


def home_grounds(mind: Mind, text: Package) -> Grounds:
    """The audience that takes a text worst, as the reason not to sign it."""
    home = mind.view.sheet.home
    support = home.support(text, mind.view.grades, mind.view.extra)
    needed = [home.opening[n] if needs is None else needs for n, needs in enumerate(home.needs)]
    worst = min(range(len(support)), key=lambda n: support[n] - needed[n])
    return Grounds(Reason.HOME, item=sorest_item(mind, text, worst), audience=home.audiences[worst])


def sorest_item(mind: Mind, text: Package, audience: int) -> str:
    """The item of a text that costs most with an audience."""
    home = mind.view.sheet.home
    change = [
        home.change(index, option, mind.view.grades[index])[audience]
        for index, option in enumerate(text)
    ]
    return mind.view.space.items[min(range(len(change)), key=change.__getitem__)]


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
        minute, said = earlier[-1]
        again = Grounds(Reason.REPEATED, item=item, number=minute)
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
    return Note(grounds=(trade,) if trade else (Grounds(Reason.HEARD, item=mind.view.aside),))


def answer_offer(mind: Mind) -> Decision:
    """Accepts what is good enough; otherwise answers with an offer of its own, or says no."""
    view = mind.view
    offer = view.offer
    assert offer is not None
    if offer.handdown is not None:
        return answer_hand_down(mind, offer.handdown)
    worths = [mind.worth(terms) for terms in offer.packages]
    nearest = max(range(len(worths)), key=lambda n: (worths[n], -n))
    terms, worth = offer.packages[nearest], worths[nearest]
    why = Why(mind.aspiration, mind.fair, worth, mind.rating(mind.bid), "aspiration")
    obstacle = what_forbids(mind, terms)
    if obstacle is None and worth >= mind.target:
        grounds = (Grounds(Reason.GOOD_ENOUGH),)
        return Decision(Accept(number=nearest + 1, grounds=grounds), why)
    if obstacle is None and last_chance(mind) and mind.worth_alone(terms) >= mind.fair:
        return Decision(
            Accept(number=nearest + 1, grounds=(Grounds(Reason.TIME),)), replace(why, bound="clock")
        )
    chosen = nearest + 1 if len(worths) > 1 else None
    return counter(mind, terms, obstacle, replace(why, bound=bound_of(obstacle)), chosen)


def last_chance(mind: Mind) -> bool:
    """Whether no further exchange of offers fits in."""
    return mind.view.minutes_left <= LAST_MINUTES


def what_forbids(mind: Mind, terms: Terms) -> Grounds | None:
    """A reason that no price can move: a red line, or a home that would never carry it."""
    crossed = mind.crossed(terms)
    if crossed is not None:
        return Grounds(Reason.RED_LINE, item=crossed[0], option=crossed[1])
    if not mind.can_carry_with(terms):
        text = mind.with_terms(mind.bid, terms)
        return Grounds(Reason.UNFAIR) if mind.carries(text) else home_grounds(mind, text)
    return None


def bound_of(obstacle: Grounds | None) -> str:
    """The name of the constraint that a reason stands for."""
    names = {Reason.RED_LINE: "red_line", Reason.HOME: "home", Reason.UNFAIR: "fair_share"}
    return "aspiration" if obstacle is None else names[obstacle.reason]


def counter(
    mind: Mind, terms: Terms, obstacle: Grounds | None, why: Why, nearer: int | None
) -> Decision:
    """An offer of its own with the reason for turning theirs down, or a plain no."""
    short = shortest(mind, terms)
    reasons = [obstacle or Grounds(Reason.ITEM_SHORT, item=short, option=option_bid(mind, short))]
    if nearer is not None:
        reasons.insert(0, Grounds(Reason.NEARER, number=nearer, item=short))
    own = terms_of(mind.view, mind.bid)
    in_time = mind.view.minutes_left >= mind.view.costs["propose"]
    if own and last_chance(mind) and in_time:
        # The last word may be an offer that was made before: it can still be taken.
        return Decision(Propose(terms=own, grounds=(Grounds(Reason.TIME), *reasons)), why)
    if own and in_time and own != last_terms(mind.view):
        reasons += offer_grounds(mind, own)
        return Decision(Propose(terms=own, grounds=tuple(reasons)), why)
    return Decision(
        Decline(item=reasons[-1].item or short, nearer=nearer, grounds=tuple(reasons)), why
    )


def shortest(mind: Mind, terms: Terms) -> str:
    """The item of an offer on which it falls furthest short of what this side would ask for."""
    space = mind.view.space

    def gap(term: tuple[str, str]) -> int:
        index = space.item_index[term[0]]
        points = mind.own.points[index]
        return points[mind.bid[index]] - points[space.option_index[index][term[1]]]

    return max(terms, key=gap)[0]


def option_bid(mind: Mind, item: str) -> str:
    """What this side would ask for on an item."""
    index = mind.view.space.item_index[item]
    return mind.view.space.options[index][mind.bid[index]]


def answer_hand_down(mind: Mind, item: str) -> Decision:
    """Gives an item to the ministers when time is short and its own wording is not in reach."""
    late = 2 * mind.view.minute >= mind.view.minutes
    cheap = importance_of(mind, item) != "high"
    index = mind.view.space.item_index[item]
    promised = mind.view.sheet.home.satisfying[index] is not None
    if (late or cheap) and not (promised and mind.view.grades[index] == "certain"):
        return Decision(Accept(grounds=(Grounds(Reason.TIME, item=item),)), courtesy(mind))
    grounds = (Grounds(Reason.ITEM_SHORT, item=item, option=option_bid(mind, item)),)
    return Decision(Decline(item=item, grounds=grounds), courtesy(mind))


# --- its own initiative -------------------------------------------------------------------------


def take_floor(mind: Mind) -> Decision:
    """Answers the last words, then asks, proposes, waits, or asks for the final text."""
    view = mind.view
    why = Why(mind.aspiration, mind.fair, None, mind.rating(mind.bid), "aspiration")
    heard = reply_to_words(mind)
    if not unsettled(view):
        return Decision(Conclude(grounds=(Grounds(Reason.GOOD_ENOUGH),)), why)
    question = question_to_ask(mind)
    if question is not None and not heard:
        return Decision(Ask(item=question), courtesy(mind))
    own = terms_of(view, mind.bid)
    asks_something = any(option != SILENCE for _, option in own)
    if asks_something and own != last_terms(view) and view.minutes_left > view.costs["propose"]:
        grounds = (*heard, *offer_grounds(mind, own))
        return Decision(Propose(terms=own, grounds=grounds), why)
    if not asks_something and mind.own.value(view.standing) >= mind.fair:
        return Decision(Conclude(grounds=(Grounds(Reason.GOOD_ENOUGH),)), why)
    hint = trade_in_mind(mind)
    return Decision(Note(grounds=(*heard, hint or Grounds(Reason.NO_GIVE))), why)


def reply_to_words(mind: Mind) -> tuple[Grounds, ...]:
    """What is said first to the other side's last words."""
    view = mind.view
    last = next((e.move for e in reversed(view.record) if e.party == view.other), None)
    if isinstance(last, Explain):
        doubt = last.item in view.contradicted
        return (Grounds(Reason.CONTRADICTION if doubt else Reason.HEARD, item=last.item),)
    if isinstance(last, Acknowledge):
        right = view.heard_rightly.get(last.item, False)
        return (Grounds(Reason.THANKS if right else Reason.MISREAD, item=last.item),)
    if isinstance(last, Pressure):
        return (Grounds(Reason.LEANED_ON, item=last.item, number=view.pressed_by_other),)
    if isinstance(last, Link):
        terms = (last.give, last.want)
        welcome = what_forbids(mind, terms) is None and mind.worth(terms) >= mind.target
        reason = Reason.WELCOME_LINK if welcome else Reason.NO_LINK
        return (Grounds(reason, give=last.want, want=last.give, item=last.want[0]),)
    return ()


def question_to_ask(mind: Mind) -> str | None:
    """Early on, the item that matters to this side and of which least is known."""
    view = mind.view
    asked = [e.move.item for e in view.record if e.party == view.party and isinstance(e.move, Ask)]
    if len(asked) >= mind.manner.asks or 2 * view.minute >= view.minutes:
        return None
    unknown = [item for item in unsettled(view) if item not in view.told and item not in asked]
    if not unknown or view.record[-1].move.verb == "decline":
        return None
    return max(unknown, key=lambda item: max(mind.own.points[view.space.item_index[item]]))


def last_terms(view: PartyView) -> Terms | None:
    """The package that this side proposed last, as far as its items are still open."""
    for entry in reversed(view.record):
        if entry.party == view.party and isinstance(entry.move, Propose):
            still = set(unsettled(view))
            return tuple(term for term in entry.move.terms if term[0] in still)
    return None


def offer_grounds(mind: Mind, own: Terms) -> list[Grounds]:
    """Why this offer: what it gives, and what it asks in return."""
    view = mind.view
    moved = [
        term
        for term in own
        if view.items[term[0]].theirs == term[1] and view.items[term[0]].mine not in (None, term[1])
    ]
    if last_terms(view) is None:
        top = max(own, key=lambda term: gain(mind, term))
        return [Grounds(Reason.OPENING, item=top[0], option=top[1])]
    trade = trade_in_mind(mind)
    if moved and trade is not None:
        return [Grounds(Reason.TRADE, give=moved[0], want=trade.want, item=moved[0][0])]
    if moved:
        return [Grounds(Reason.MOVED, item=moved[0][0], option=moved[0][1])]
    return [trade] if trade is not None else [Grounds(Reason.RETURNS)]


def gain(mind: Mind, term: tuple[str, str]) -> int:
    """Points of one term for this side."""
    index = mind.view.space.item_index[term[0]]
    return mind.own.points[index][mind.view.space.option_index[index][term[1]]]


def trade_in_mind(mind: Mind) -> Grounds | None:
    """The exchange that its own bid amounts to: where it gives most, for what it wants most."""
    view = mind.view
    gives, wants = [], []
    for item in unsettled(view):
        theirs = view.items[item].theirs
        bid = option_bid(mind, item)
        best = best_option(mind, item)
        if bid not in (best, SILENCE):
            gives.append((gain(mind, (item, best)) - gain(mind, (item, bid)), (item, bid)))
        elif theirs not in (None, bid) and bid != SILENCE:
            assert theirs is not None
            wants.append((gain(mind, (item, bid)) - gain(mind, (item, theirs)), (item, bid)))
    if not gives or not wants:
        return None
    return Grounds(Reason.OPEN_TO, give=max(gives)[1], want=max(wants)[1])
