"""The summit: a move goes in, events come out.

The summit holds the state of one game and the move table. It asks the phase machine which moves a
phase knows, the checks whether a move is allowed, and hands it to the function that carries it
out; then the clock, the scenario's events and the turn follow. It never raises on a move: what is
not allowed comes back as one `Rejected` event, and nothing has changed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.scenario.model import Scenario
from game.summit import checks, ending, offers, talk
from game.summit.advice import advise
from game.summit.checks import Verdict
from game.summit.events import TALKING, Events, Phase, Played, Refusal, Rejected
from game.summit.happenings import call_time, let_events_happen, pass_time, put_text
from game.summit.moves import Ask, Move
from game.summit.phases import phase_chart
from game.summit.proceedings import Proceedings
from game.summit.state import Entry, Rulebook, State, new_state, rulebook
from game.summit.view import PartyView, view_of

Effect = Callable[[Proceedings, str, Move], None]


def _always(state: State, party: str) -> Verdict:
    return None


def _anything(state: State, party: str, move: Move) -> Verdict:
    return None


def _no_effect(now: Proceedings, party: str, move: Move) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the move table."""

    effect: Effect = _no_effect
    """Carries the move out, once the clock and the phase have gone on."""
    open_to: Callable[[State, str], Verdict] = _always
    """Whether the party may make a move of this kind now, whatever it names."""
    fits: Callable[[State, str, Move], Verdict] = _anything
    """Whether this very move is allowed; asked only where the kind is open."""
    keeps_floor: bool = False
    """The party goes on speaking: the other side is not part of this move."""
    private: bool = False
    """Only the party itself learns of the move."""


def _ready(now: Proceedings, party: str, move: Move) -> None:
    now.state.ready.add(party)
    if len(now.state.ready) == 2:
        now.enter("all_ready")


def _open(now: Proceedings, party: str, move: Move) -> None:
    if party != now.state.rules.first:
        now.enter("all_opened")


def _caucus(now: Proceedings, party: str, move: Move) -> None:
    now.emit(advise(view_of(now.state, party)))


def _conclude(now: Proceedings, party: str, move: Move) -> None:
    put_text(now)


def _walk_out(now: Proceedings, party: str, move: Move) -> None:
    if now.state.recess_by:
        ending.break_off(now, party)
    else:
        talk.recess(now, party)


MOVE_TABLE: dict[str, Rule] = {
    "prepare": Rule(
        open_to=checks.not_done, fits=checks.fits_prepare, keeps_floor=True, private=True
    ),
    "ready": Rule(_ready, open_to=checks.not_done),
    "open": Rule(_open, fits=checks.fits_item),
    "propose": Rule(offers.propose, fits=checks.fits_propose),
    "choices": Rule(offers.choices, checks.choices_left, checks.fits_choices),
    "accept": Rule(offers.accept, checks.offer_waits, checks.fits_accept),
    "decline": Rule(offers.decline, checks.offer_waits, checks.fits_decline),
    "ask": Rule(talk.ask, fits=checks.fits_ask),
    "explain": Rule(talk.explain, fits=checks.fits_explain),
    "link": Rule(offers.link, fits=checks.fits_link),
    "pressure": Rule(talk.pressure, checks.pressure_left, checks.fits_item),
    "acknowledge": Rule(talk.acknowledge, fits=checks.fits_acknowledge),
    "aside": Rule(talk.pull_aside, fits=checks.fits_item, keeps_floor=True),
    "back": Rule(talk.back, keeps_floor=True),
    "handdown": Rule(offers.hand_down, checks.something_narrowed, checks.fits_handdown),
    "tiehands": Rule(talk.tie_hands, fits=checks.fits_tiehands),
    "brief": Rule(
        talk.brief_press,
        checks.briefings_left,
        checks.fits_brief,
        keeps_floor=True,
        private=True,
    ),
    "reopen": Rule(offers.reopen, checks.something_settled, checks.fits_reopen),
    "caucus": Rule(_caucus, keeps_floor=True),
    "note": Rule(talk.note),
    "conclude": Rule(_conclude),
    "walkout": Rule(_walk_out),
    "adopt": Rule(ending.vote, checks.not_done, checks.fits_adopt, private=True),
    "refuse": Rule(ending.vote, checks.not_done, private=True),
    "press": Rule(ending.tell_press, checks.not_done, checks.fits_press, private=True),
    "guess": Rule(fits=checks.fits_guess, keeps_floor=True, private=True),
    "reflect": Rule(keeps_floor=True, private=True),
}
"""verb → its rule. What else a further move needs stands in docs/changing.md."""

SIMULTANEOUS = (Phase.BRIEFING, Phase.FINAL_TEXT, Phase.PRESS)
"""Phases in which each side acts by itself and neither waits for the other."""

OUT_OF_TURN = (*SIMULTANEOUS, Phase.DEBRIEF)
"""Phases in which nobody waits to be given the floor."""

LATE_QUESTION = 1
"""Minutes that a question costs more in the second half of the meeting."""

SILENT_MINUTE = 1
"""When both sides only take note, the clock still runs."""


class Summit:
    """One game between two delegations."""

    def __init__(self, scenario: Scenario, seed: int = 0, rules: Rulebook | None = None) -> None:
        self.state = new_state(rules or rulebook(scenario), seed)

    @property
    def phase(self) -> Phase:
        """The phase of the meeting."""
        return self.state.phase

    @property
    def over(self) -> bool:
        """Whether the ending is known."""
        return self.state.outcome is not None

    def to_act(self) -> tuple[str, ...]:
        """The parties from which a move is awaited; none when the summit is over."""
        state = self.state
        if self.over:
            return ()
        if state.phase in SIMULTANEOUS:
            return tuple(p for p in state.rules.order if checks.not_done(state, p) is None)
        return (state.to_move,)

    def view(self, party: str) -> PartyView:
        """What this party can see now."""
        return view_of(self.state, party)

    def openings(self, party: str) -> dict[str, Verdict]:
        """verb → None when open to the party now, or the rule that forbids it; no others exist."""
        return {
            verb: self._forbids(party, verb)
            for verb in MOVE_TABLE
            if verb in phase_chart().triggers(self.state.phase)
        }

    def refusal(self, party: str, move: Move) -> Verdict:
        """The rule that forbids this very move now; None where it is allowed."""
        fits = MOVE_TABLE[move.verb].fits
        return self._forbids(party, move.verb) or fits(self.state, party, move)

    def cost(self, party: str, verb: str) -> int:
        """Minutes that a move of this kind would take now."""
        state = self.state
        if verb == "explain" and state.question is not None and state.to_move == party:
            return 0  # the answer is part of the question's time
        if verb == "walkout" and state.recess_by:
            return 0
        if verb == "note" and state.record[-1].move.verb == "note":
            return SILENT_MINUTE
        minutes = state.rules.minutes.get(verb, 0)
        late = 2 * state.minute >= state.rules.scenario.meeting.minutes
        return minutes + (LATE_QUESTION if verb == "ask" and late else 0)

    def play(self, party: str, move: Move) -> Events:
        """Carries out a party's move; what is not allowed changes nothing and says why."""
        state = self.state
        rule = MOVE_TABLE[move.verb]
        forbidden = self.refusal(party, move)
        if forbidden is not None:
            code, detail = forbidden
            return (
                Rejected(
                    minute=state.minute, to=party, party=party, move=move, code=code, detail=detail
                ),
            )
        now = Proceedings(state)
        cost = self.cost(party, move.verb)
        state.record.append(Entry(state.minute, party, move, private=rule.private))
        now.emit(
            Played(
                minute=state.minute,
                to=party if rule.private else None,
                party=party,
                move=move,
                cost=cost,
            )
        )
        asked, before = state.question, state.phase
        pass_time(now, cost)
        now.enter(move.verb)
        rule.effect(now, party, move)
        if asked is not None and not rule.keeps_floor and not isinstance(move, Ask):
            state.question = None
        if not self.over:
            self._give_floor(party, before, rule)
        let_events_happen(now)
        call_time(now)
        if state.phase is Phase.FINAL_TEXT and not state.terms and not self.over:
            ending.finish_unsigned(now)
        return tuple(now.events)

    def _give_floor(self, party: str, before: Phase, rule: Rule) -> None:
        """Who speaks next: the host where a phase begins, else the other side."""
        state = self.state
        goes_on = state.phase is before or {before, state.phase} <= set(TALKING)
        if not goes_on:
            state.to_move = state.rules.first
        elif not rule.keeps_floor:
            state.to_move = state.other(party)

    def _forbids(self, party: str, verb: str) -> Verdict:
        state = self.state
        if verb not in phase_chart().triggers(state.phase):
            return Refusal.NOT_NOW, state.phase.value
        if state.phase not in OUT_OF_TURN and state.to_move != party:
            return Refusal.NOT_YOUR_TURN, None
        return checks.on_clock(state, verb) or MOVE_TABLE[verb].open_to(state, party)
