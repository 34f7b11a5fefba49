"""Why a computer delegation does what it does, as reasons that it can give aloud.

Each reason is true of its own brief: the figures behind it are those of its `Mind`.
"""

from __future__ import annotations

from game.bargaining.preferences import Package, Tables
from game.scenario.words import SILENCE
from game.summit.mind import Mind
from game.summit.moves import (
    Acknowledge,
    Explain,
    Grounds,
    Importance,
    Link,
    Pressure,
    Propose,
    Reason,
    Term,
    Terms,
    WalkOut,
    worded_packages,
)
from game.summit.view import PartyView


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


def home_grounds(mind: Mind, text: Package, beside: Package | None = None) -> Grounds:
    """The audience that takes a text worst, as the reason not to sign it.

    It names the item that costs most there, and what the text makes of it. What is lost is counted
    from a text that this side would ask for, or without one from opinion before the meeting.
    """
    number = worst_audience(mind, text, beside)
    audience = mind.view.sheet.home.audiences[number]
    item = sorest_item(mind, text, number, beside)
    option = mind.view.space.agreement(text)[item] or SILENCE
    return Grounds(Reason.HOME, item=item, option=option, audience=audience)


def worst_audience(mind: Mind, text: Package, beside: Package | None = None) -> int:
    """The number of an audience that would stop the text, else of the one with most weight lost."""
    home, grades, extra = mind.view.sheet.home, mind.view.grades, mind.view.extra
    support = mind.view.support_with(text) if beside is None else home.support(text, grades, extra)
    floors = enumerate(home.needs)
    stopping = [n for n, needs in floors if needs is not None and support[n] < needs]
    if stopping:
        return min(stopping, key=lambda n: support[n] - (home.needs[n] or 0))
    before = home.opening if beside in (None, text) else home.support(beside, grades, extra)
    return min(range(len(support)), key=lambda n: home.weights[n] * (support[n] - before[n]))


def sorest_item(mind: Mind, text: Package, audience: int, beside: Package | None = None) -> str:
    """The item that costs most with an audience; one on which the texts differ, where any does."""
    view = mind.view
    changes = view.sheet.home.reactions(view.grades).changes
    instead = text if beside is None else beside
    differing = [n for n, option in enumerate(text) if option != instead[n]]

    def cost(index: int) -> int:
        change = changes[index][text[index]][audience]
        return change - changes[index][instead[index]][audience] if differing else change

    here = [n for n, item in enumerate(view.space.items) if item not in view.handed]
    return view.space.items[min(differing or here, key=cost)]


def what_forbids(mind: Mind, terms: Terms) -> Grounds | None:
    """A reason that no price can move: a red line, or a home that would never carry it."""
    crossed = mind.crossed(terms)
    if crossed is not None:
        return Grounds(Reason.RED_LINE, item=crossed[0], option=crossed[1])
    if not mind.can_carry_with(terms):
        text = mind.with_terms(mind.bid, terms)
        return Grounds(Reason.UNFAIR) if mind.carries(text) else home_grounds(mind, text, mind.bid)
    return None


def bound_of(obstacle: Grounds | None) -> str:
    """The name of the constraint that a reason stands for."""
    names = {Reason.RED_LINE: "red_line", Reason.HOME: "home", Reason.UNFAIR: "fair_share"}
    return "aspiration" if obstacle is None else names[obstacle.reason]


def shortest(mind: Mind, terms: Terms) -> str:
    """The item of an offer on which it falls furthest short of what this side would ask for."""

    def gap(term: Term) -> int:
        return gain(mind, (term[0], option_bid(mind, term[0]))) - gain(mind, term)

    return max(terms, key=gap)[0]


def leaning_to(mind: Mind, packages: tuple[Terms, ...], number: int) -> Grounds:
    """Which of several packages is nearer, and the clause that does most to make it so, if any."""
    others = [dict(terms) for place, terms in enumerate(packages, start=1) if place != number]

    def ahead(term: Term) -> int:
        item, bid = term[0], option_bid(mind, term[0])
        return gain(mind, term) - max(gain(mind, (item, each.get(item, bid))) for each in others)

    best = max(packages[number - 1], key=ahead)
    if ahead(best) <= 0:
        return Grounds(Reason.NEARER, number=number)
    return Grounds(Reason.NEARER, number=number, item=best[0], option=best[1])


def following(
    mind: Mind, packages: tuple[Terms, ...], number: int
) -> tuple[Mind, tuple[Grounds, ...]]:
    """The same mind asking for the wordings of the package that it leans to, and what it owns to.

    Where its text has a wording of another package, that of the nearer one takes its place as long
    as the whole is still enough. What stays of another package is said, one item for each reason.
    """
    nearer, text = dict(packages[number - 1]), mind.bid
    said: dict[Reason, Grounds] = {}
    for place, terms in enumerate(packages, start=1):
        for item, option in terms:
            if option in (SILENCE, nearer.get(item)) or option_bid(mind, item) != option:
                continue
            followed = mind.with_terms(text, ((item, nearer.get(item, option)),))
            if item not in nearer:
                reason = Reason.ALSO
            elif mind.own.value(followed) >= mind.aspiration and mind.carries(followed):
                text = followed
                continue
            else:
                reason = Reason.INSTEAD
            said.setdefault(reason, Grounds(reason, item=item, option=option, number=place))
    return mind.asking_for(text), tuple(said.values())


def option_bid(mind: Mind, item: str) -> str:
    """What this side would ask for on an item."""
    index = mind.view.space.item_index[item]
    return mind.view.space.options[index][mind.bid[index]]


def reply_to_words(mind: Mind) -> tuple[Grounds, ...]:
    """What is said first to the other side's last words."""
    view = mind.view
    last = next((e.move for e in reversed(view.record) if e.party == view.other), None)
    if isinstance(last, Explain):
        doubt = Grounds(Reason.CONTRADICTION, item=last.item)
        voiced = any(doubt in e.move.grounds for e in view.record if e.party == view.party)
        if last.item in view.contradicted and not voiced:
            return (doubt,)
        return (Grounds(Reason.HEARD, item=last.item),)
    if isinstance(last, Acknowledge):
        right = view.heard_rightly.get(last.item, False)
        return (Grounds(Reason.THANKS if right else Reason.MISREAD, item=last.item),)
    if isinstance(last, Pressure):
        return (Grounds(Reason.LEANED_ON, item=last.item, number=view.pressed_by_other),)
    if isinstance(last, WalkOut):
        return (Grounds(Reason.CAME_BACK),)
    if isinstance(last, Link):
        terms = (last.give, last.want)
        welcome = what_forbids(mind, terms) is None and mind.worth(terms) >= mind.target
        reason = Reason.WELCOME_LINK if welcome else Reason.NO_LINK
        return (Grounds(reason, give=last.want, want=last.give, item=last.want[0]),)
    return ()


def last_terms(view: PartyView) -> Terms | None:
    """The package that this side proposed last, as far as its items are still open."""
    for entry in reversed(view.record):
        if entry.party == view.party and isinstance(entry.move, Propose):
            still = set(view.unsettled)
            return tuple(term for term in entry.move.terms if term[0] in still)
    return None


def offer_grounds(mind: Mind, own: Terms) -> list[Grounds]:
    """Why this offer: what it gives, and what it asks in return."""
    view = mind.view
    moved = [term for term in own if view.items[term[0]].theirs == term[1] and gives(mind, term)]
    before = last_terms(view)
    if before is None:
        # What the other side has written already needs no plea.
        asked = [term for term in own if view.items[term[0]].theirs != term[1]] or own
        top = max(asked, key=lambda term: gain(mind, term))
        return [Grounds(Reason.OPENING, item=top[0], option=top[1])]
    return [*withdrawn(mind, before, own), *_what_it_gives(mind, moved, before, own)]


def gives(mind: Mind, term: Term) -> bool:
    """Whether a term leaves this side fewer points than its last wording of the item."""
    mine = mind.view.items[term[0]].mine
    return mine is not None and gain(mind, term) < gain(mind, (term[0], mine))


def withdrawn(mind: Mind, before: Terms, own: Terms) -> list[Grounds]:
    """The item on which an offer takes back most of what the one before it gave, if any."""
    last = dict(before)
    back = [
        (taken, term)
        for term in own
        if term[0] in last
        and (taken := gain(mind, term) - gain(mind, (term[0], last[term[0]]))) > 0
        and _estimate(mind, term) < _estimate(mind, (term[0], last[term[0]]))
    ]
    if not back:
        return []
    item, option = max(back)[1]
    return [Grounds(Reason.WITHDRAWN, item=item, option=option)]


def _estimate(mind: Mind, term: Term) -> int:
    """What one term seems worth to the other side."""
    return _entry(mind, mind.theirs.points, term)


def _entry(mind: Mind, tables: Tables, term: Term) -> int:
    """The points of one term in a side's tables."""
    index, number = mind.view.space.pairs[term]
    return tables[index][number]


def _what_it_gives(mind: Mind, moved: list[Term], before: Terms, own: Terms) -> list[Grounds]:
    trade = trade_in_mind(mind)
    if moved and trade is not None:
        return [Grounds(Reason.TRADE, give=moved[0], want=trade.want, item=moved[0][0])]
    if moved:
        return [Grounds(Reason.MOVED, item=moved[0][0], option=moved[0][1])]
    if trade is not None:
        return [trade]
    if mind.worth_alone(own) >= mind.worth_alone(before):
        return [Grounds(Reason.REARRANGED)]
    return [Grounds(Reason.RETURNS if has_moved(mind) else Reason.FIRST_STEP)]


def has_moved(mind: Mind) -> bool:
    """Whether the other side has come nearer since this side's last offer."""
    view, own, theirs = mind.view, mind.own, mind.view.space.silence
    at_last, now = 0, 0
    for entry in view.record:
        if entry.party == view.other:
            for terms in reversed(worded_packages(entry.move)):
                theirs = mind.with_terms(theirs, terms)
                now = own.value(theirs)
        elif isinstance(entry.move, Propose):
            at_last = now
    return now > at_last


def gain(mind: Mind, term: Term) -> int:
    """Points of one term for this side."""
    return _entry(mind, mind.own.points, term)


def said_already(mind: Mind, ground: Grounds) -> bool:
    """Whether this side has given a reason since the other side last put or told anything."""
    for entry in reversed(mind.view.record):
        if entry.party == mind.view.party:
            if ground in entry.move.grounds:
                return True
        elif worded_packages(entry.move) or isinstance(entry.move, Explain | Acknowledge):
            return False
    return False


def trade_in_mind(mind: Mind) -> Grounds | None:
    """The exchange that its own bid amounts to: where it gives most, for what it wants most."""
    view = mind.view
    gives, wants = [], []
    for item in view.unsettled:
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
