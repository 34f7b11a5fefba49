"""What the moves about offers do: propose, choices, accept, decline, link, hand down, reopen."""

from __future__ import annotations

from game.scenario.words import SILENCE
from game.summit.events import ContradictionNoticed, TrustCause
from game.summit.moves import (
    Accept,
    Choices,
    Decline,
    HandDown,
    Link,
    Move,
    Propose,
    Reopen,
    Terms,
)
from game.summit.proceedings import Proceedings
from game.summit.state import Offer


def propose(now: Proceedings, party: str, move: Move) -> None:
    """Puts a package on the table in place of what lay there."""
    assert isinstance(move, Propose)
    _notice_concession(now, party, (move.terms,))
    _notice_standstill(now, party, move.terms)
    _word(now, party, move.terms)
    now.state.offer = Offer(party, (move.terms,))


def choices(now: Proceedings, party: str, move: Move) -> None:
    """Puts several packages on the table at once; the first gives the draft its wording."""
    assert isinstance(move, Choices)
    _notice_concession(now, party, move.packages)
    for terms in reversed(move.packages):
        _word(now, party, terms)
    now.state.choices_used.setdefault(party, []).append(move.packages)
    now.state.offer = Offer(party, move.packages)


def accept(now: Proceedings, party: str, move: Move) -> None:
    """Takes the offer: its items are agreed ad referendum, or handed to the ministers."""
    assert isinstance(move, Accept)
    state = now.state
    offer = state.offer
    assert offer is not None
    state.offer = None
    if offer.handdown is not None:
        now.turn_item(offer.handdown, "hand")
        return
    for item, option in offer.packages[move.number - 1]:
        state.items[item].wording[party] = option
        now.agree_item(item, option)
    now.win_trust(TrustCause.AGREEMENT, party)


def decline(now: Proceedings, party: str, move: Move) -> None:
    """Clears the table; naming the item in the way may give one's own words the lie."""
    assert isinstance(move, Decline)
    now.state.offer = None
    if move.item is not None:
        told = now.state.told.get((party, move.item))
        if told is not None and told.importance == "low":
            _contradict(now, party, move.item)


def link(now: Proceedings, party: str, move: Move) -> None:
    """A trade in words: it puts both wordings on the record, and no offer on the table."""
    assert isinstance(move, Link)
    _notice_concession(now, party, ((move.give, move.want),))
    _word(now, party, (move.give, move.want))


def hand_down(now: Proceedings, party: str, move: Move) -> None:
    """Offers to leave a narrowed item to the ministers; the other side must consent."""
    assert isinstance(move, HandDown)
    now.state.offer = Offer(party, (), handdown=move.item)


def reopen(now: Proceedings, party: str, move: Move) -> None:
    """Takes back what was settled."""
    assert isinstance(move, Reopen)
    record = now.state.items[move.item]
    record.agreed = None
    now.turn_item(move.item, "reopen")
    now.lose_trust(TrustCause.REOPENED, party)
    mine, theirs = (record.wording.get(p) for p in (party, now.state.other(party)))
    if mine is not None and theirs is not None and mine != theirs:
        now.turn_item(move.item, "differ")


def _word(now: Proceedings, party: str, terms: Terms) -> None:
    for item, option in terms:
        _notice_contradiction(now, party, item, option)
        now.word_item(item, party, option)


def _notice_concession(now: Proceedings, party: str, packages: tuple[Terms, ...]) -> None:
    """Coming to the other side's wording on an item is a concession that anyone can see."""
    state = now.state
    other = state.other(party)
    for item, option in {term for terms in packages for term in terms}:
        wording = state.items[item].wording
        if wording.get(other) == option and wording.get(party, option) != option:
            now.win_trust(TrustCause.CONCESSION, party)
            return


def _notice_standstill(now: Proceedings, party: str, terms: Terms) -> None:
    """The same package again, with nothing else put forward between, moves nobody."""
    offers = (
        entry.move
        for entry in reversed(now.state.record)
        if entry.party == party and isinstance(entry.move, Propose | Choices | Link)
    )
    next(offers)  # the one that is being made
    before = next(offers, None)
    if isinstance(before, Propose) and sorted(before.terms) == sorted(terms):
        now.lose_trust(TrustCause.STOOD_STILL, party)


def _notice_contradiction(now: Proceedings, party: str, item: str, option: str) -> None:
    """Asking again and again for anything but what one said one wanted, and never for that.

    One other wording may be a concession in advance; two of them, and the wish never on the table,
    do not fit the words.
    """
    state = now.state
    told = state.told.get((party, item))
    record = state.items[item]
    if told is None or told.option in (None, option) or option == SILENCE:
        return
    earlier = record.wording.get(party)
    if earlier not in (None, option, told.option) and told.option not in record.first_asked:
        _contradict(now, party, item)


def _contradict(now: Proceedings, party: str, item: str) -> None:
    state = now.state
    if (party, item) not in state.contradicted:
        state.contradicted.add((party, item))
        now.emit(ContradictionNoticed(minute=state.minute, party=party, item=item))
        now.lose_trust(TrustCause.CONTRADICTED, party)
