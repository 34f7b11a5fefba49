"""The phases of a summit and the life of an agenda item, as two state machines.

Each machine is built once for all games and asked once where every trigger leads: a trigger costs
10 µs on the machine and none in the table of its answers, which is what thousands of simulated
games a second need. The state of a game is a plain value. Moves are triggers of the phase machine
under their own verb, so that what can be done in a phase is asked there and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import cache
from typing import Any, Generic, TypeVar

from transitions import Machine

from game.summit.events import SETTLED, TALKING, ItemState, Phase

TransitionRow = tuple[str, Sequence[str], str]
"""(trigger, source states, destination; "=" stays where it is)."""

TOGETHER = (Phase.TABLE, Phase.ASIDE)
"""Where the two sides sit together and can speak to each other."""

PHASE_ROWS: tuple[TransitionRow, ...] = (
    ("prepare", [Phase.BRIEFING], "="),
    ("ready", [Phase.BRIEFING], "="),
    ("all_ready", [Phase.BRIEFING], Phase.OPENING),
    ("open", [Phase.OPENING], "="),
    ("all_opened", [Phase.OPENING], Phase.TABLE),
    *((verb, TOGETHER, "=") for verb in ("ask", "explain", "acknowledge", "note")),
    *(
        (verb, [Phase.TABLE], "=")
        for verb in (
            "propose",
            "choices",
            "accept",
            "decline",
            "link",
            "pressure",
            "handdown",
            "tiehands",
            "brief",
            "reopen",
        )
    ),
    ("caucus", [Phase.TABLE], Phase.CAUCUS),
    ("aside", [Phase.TABLE], Phase.ASIDE),
    ("back", [Phase.CAUCUS, Phase.ASIDE], Phase.TABLE),
    ("conclude", [Phase.TABLE], Phase.FINAL_TEXT),
    ("time_up", TALKING, Phase.FINAL_TEXT),
    ("walkout", [Phase.TABLE], "="),
    ("broken_off", [Phase.TABLE], Phase.DEBRIEF),
    ("adopt", [Phase.FINAL_TEXT], "="),
    ("refuse", [Phase.FINAL_TEXT], "="),
    ("signed", [Phase.FINAL_TEXT], Phase.PRESS),
    ("unsigned", [Phase.FINAL_TEXT], Phase.DEBRIEF),
    ("press", [Phase.PRESS], "="),
    ("all_told", [Phase.PRESS], Phase.RATIFICATION),
    ("decided", [Phase.RATIFICATION], Phase.DEBRIEF),
    ("guess", [Phase.DEBRIEF], "="),
    ("reflect", [Phase.DEBRIEF], "="),
)

UNSETTLED = (ItemState.UNTOUCHED, ItemState.OPEN, ItemState.NARROWED)

ITEM_ROWS: tuple[TransitionRow, ...] = (
    ("word", UNSETTLED, ItemState.OPEN),
    ("differ", UNSETTLED, ItemState.NARROWED),
    ("agree", UNSETTLED, ItemState.AGREED),
    ("leave", UNSETTLED, ItemState.SILENT),
    ("hand", [ItemState.NARROWED], ItemState.HANDED),
    ("reopen", SETTLED, ItemState.OPEN),
)


class _Probe:
    """A model without state of its own, on which a machine is asked where a trigger leads."""

    state: str


S = TypeVar("S", bound=StrEnum)


class StateChart(Generic[S]):
    """A state machine asked as a table: which triggers are open, and where each leads."""

    def __init__(self, states: type[S], rows: Iterable[TransitionRow], initial: S) -> None:
        self.states = [str(state) for state in states]
        self.rows = [
            (trigger, [str(s) for s in source], str(dest)) for trigger, source, dest in rows
        ]
        self._machine = Machine(
            model=None,
            states=self.states,
            transitions=[list(row) for row in self.rows],
            initial=str(initial),
            auto_transitions=False,
        )
        probe = _Probe()
        self._machine.add_model(probe)
        self._after = {
            (state, trigger): states(destination)
            for state in self.states
            for trigger in self._machine.get_triggers(state)
            if (destination := self._lead(probe, state, trigger)) is not None
        }
        self._triggers = {
            state: frozenset(t for s, t in self._after if s == state) for state in self.states
        }

    def _lead(self, probe: _Probe, state: str, trigger: str) -> str | None:
        self._machine.set_state(state, probe)
        moved: bool = self._machine.events[trigger].trigger(probe)
        return probe.state if moved else None

    def triggers(self, state: str) -> frozenset[str]:
        """The triggers that are open in a state."""
        return self._triggers[state]

    def after(self, state: str, trigger: str) -> S:
        """The state to which the trigger leads; KeyError where it is not open."""
        return self._after[state, trigger]

    def mermaid(self) -> str:
        """The machine as a Mermaid state diagram, drawn from the machine itself."""
        from transitions.extensions import GraphMachine

        chart: Any = GraphMachine(
            model=None,
            states=self.states,
            transitions=[list(row) for row in self.rows if row[2] != "="],
            initial=self._machine.initial,
            auto_transitions=False,
            graph_engine="mermaid",
        )
        probe = _Probe()
        chart.add_model(probe)
        source: str = chart.get_combined_graph().source
        return source


@cache
def phase_chart() -> StateChart[Phase]:
    """The phases of a summit."""
    return StateChart(Phase, PHASE_ROWS, Phase.BRIEFING)


@cache
def item_chart() -> StateChart[ItemState]:
    """The life of an agenda item."""
    return StateChart(ItemState, ITEM_ROWS, ItemState.UNTOUCHED)
