"""One move being carried out: changes the state and collects the events that say so."""

from __future__ import annotations

from typing import Literal

from game.scenario.model import Discovery
from game.scenario.words import SILENCE
from game.summit.events import (
    Event,
    HomeCause,
    ItemChanged,
    ItemState,
    OptionFound,
    Phase,
    PhaseBegan,
    SupportChanged,
    TrustCause,
    TrustChanged,
)
from game.summit.phases import item_chart, phase_chart
from game.summit.state import State

TRUST_GAINS: dict[TrustCause, tuple[int, int]] = {
    TrustCause.ASKED: (1, 4),
    TrustCause.EXPLAINED: (2, 6),
    TrustCause.UNDERSTOOD: (5, 15),
    TrustCause.CONCESSION: (2, 10),
    TrustCause.AGREEMENT: (1, 6),
    TrustCause.CANDOUR: (2, 8),
}
"""cause → (trust won each time, most that one party can win so in a meeting)."""

TRUST_LOSSES: dict[TrustCause, int] = {
    TrustCause.REPEATED: 1,
    TrustCause.EVADED: 2,
    TrustCause.STOOD_STILL: 3,
    TrustCause.TIED: 3,
    TrustCause.MISREAD: 4,
    TrustCause.LEAK: 4,
    TrustCause.PRESSED: 6,
    TrustCause.CONTRADICTED: 6,
    TrustCause.REOPENED: 9,
    TrustCause.WALKED_OUT: 15,
}
"""cause → trust lost each time: about three times what a kindness wins, and without a limit."""


class Proceedings:
    """The state and the events of one move. Rules change the state only through this."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.events: list[Event] = []
        self.turned = False
        """Whether an item has changed or the talk begun; else what waits for the text waits on."""

    def emit(self, event: Event) -> None:
        """Adds an event to what this move brought."""
        self.events.append(event)

    def enter(self, trigger: str) -> None:
        """Fires a trigger of the phase machine; tells where it leads to another phase."""
        state = self.state
        before, after = state.phase, phase_chart().after(state.phase, trigger)
        if after is not before:
            self.turned = self.turned or before is Phase.OPENING
            state.phase = after
            self.emit(PhaseBegan(minute=state.minute, phase=state.phase))

    def turn_item(self, item: str, trigger: str) -> None:
        """Fires a trigger of an item's machine; tells where its state or clause changed."""
        record = self.state.items[item]
        after = item_chart().after(record.state, trigger)
        if after is not record.state or after is ItemState.AGREED:
            self.turned = True
            record.state = after
            self.emit(
                ItemChanged(
                    minute=self.state.minute, item=item, state=record.state, option=record.agreed
                )
            )

    def word_item(self, item: str, party: str, option: str) -> None:
        """Puts a party's wording of an item on the record."""
        record = self.state.items[item]
        record.wording[party] = option
        record.first_asked.setdefault(option, party)
        theirs = record.wording.get(self.state.other(party))
        differ = theirs is not None and theirs != option
        self.turn_item(item, "differ" if differ else "word")
        offer = self.state.offer
        if not differ and offer is not None and offer.handdown == item:
            self.state.offer = None  # between two equal wordings there is nothing to hand down

    def agree_item(self, item: str, option: str) -> None:
        """Settles an item ad referendum, with a clause or in silence."""
        record = self.state.items[item]
        record.agreed = None if option == SILENCE else option
        self.turn_item(item, "leave" if option == SILENCE else "agree")

    def win_trust(self, cause: TrustCause, party: str) -> None:
        """Trust that a party's courtesy wins, up to the most that this kind can win."""
        each, most = TRUST_GAINS[cause]
        won = self.state.trust_won.get((party, cause), 0)
        by = min(each, most - won)
        if by > 0:
            self.state.trust_won[party, cause] = won + by
            self.change_trust(by, cause, party)

    def lose_trust(self, cause: TrustCause, party: str) -> None:
        """Trust that a party's move costs."""
        self.change_trust(-TRUST_LOSSES[cause], cause, party)

    def change_trust(self, by: int, cause: TrustCause, party: str) -> None:
        """Moves trust, which stays within 0 to 100."""
        state = self.state
        now = max(0, min(100, state.trust + by))
        if now != state.trust:
            by, state.trust = now - state.trust, now
            self.emit(TrustChanged(minute=state.minute, by=by, now=now, cause=cause, party=party))

    def change_support(self, party: str, by: tuple[int, ...], cause: HomeCause) -> None:
        """Moves a party's audiences at home; told to that party alone."""
        state = self.state
        home = state.rules.table.sheet(party).home
        for index, (audience, change) in enumerate(zip(home.audiences, by, strict=True)):
            if change:
                state.extra[party][index] += change
                self.emit(
                    SupportChanged(
                        minute=state.minute,
                        to=party,
                        party=party,
                        audience=audience,
                        by=change,
                        now=home.opening[index] + state.extra[party][index],
                        cause=cause,
                    )
                )

    def change_all_support(self, party: str, by: int, cause: HomeCause) -> None:
        """Moves all of a party's audiences alike."""
        self.change_support(party, (by,) * len(self.state.extra[party]), cause)

    def find_options(self, item: str, via: Discovery, party: str) -> None:
        """Brings the bridging options to light that this kind of understanding uncovers."""
        for option, entry in self.state.rules.scenario.agenda[item].options.items():
            if via in entry.found_by:
                self.reveal(item, option, via, party)

    def reveal(
        self, item: str, option: str, via: Discovery | Literal["event"], party: str | None = None
    ) -> None:
        """Puts one bridging option on the menu."""
        space = self.state.rules.space
        pair = space.pairs[item, option]
        if pair in space.bridging and pair not in self.state.found:
            self.state.found |= {pair}
            self.state.found_at[pair] = self.state.minute
            self.emit(
                OptionFound(
                    minute=self.state.minute,
                    item=item,
                    option=option,
                    via=via,
                    party=party,
                )
            )
