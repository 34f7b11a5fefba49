"""The public field under NegMAS's own mechanism, where it is installed; nothing of it is copied.

NegMAS and its agents are optional tools for measuring, with licences of their own, and no part of
the game. Agents that are not installed are left out, and the league names who played.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import logging
import os
import random
import warnings
from collections.abc import Callable
from typing import Any

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "")
warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)

import numpy
from domains import Domain
from negmas.outcomes import make_issue, make_os
from negmas.preferences import LinearAdditiveUtilityFunction
from negmas.preferences.value_fun import TableFun
from negmas.sao import ResponseType, SAOMechanism, SAONegotiator

from game.bargaining.negotiator import Negotiator, Tactics
from game.bargaining.preferences import Package, Preferences

Maker = Callable[[Preferences, int], SAONegotiator]

PUBLIC = {
    "Boulware": "negmas.sao.negotiators.BoulwareTBNegotiator",
    "Conceder": "negmas.sao.negotiators.ConcederTBNegotiator",
    "MiCRO": "negmas.sao.negotiators.MiCRONegotiator",
    "HardHeaded": "negmas_genius_agents.HardHeaded",
    "NiceTitForTat": "negmas_genius_agents.NiceTitForTat",
    "BadIronV4": "anl_agents.anl2026.team_21565.badiron.Badiron",
    "Anchor": "anl_agents.anl2026.team_21786.anchor.AnchorNegotiator",
    "SBDANL": "anl_agents.anl2026.team_22290.sbdanl.SBDANL",
    "NegotiatorX": "anl_agents.anl2026.team_21102.negotiatorx_anl.agent.NegotiatorXAnl",
}
"""Shipped with NegMAS, rewritten for it after the originals of the ANAC, or of the ANL 2026."""

OTHERS = {
    "AgentKN": "negmas_genius_agents.AgentKN",
    "TheFawkes": "negmas_genius_agents.TheFawkes",
    "AgentLG": "negmas_genius_agents.AgentLG",
    "RandomDance": "negmas_genius_agents.RandomDance",
    "ChangAgent": "anl_agents.anl2026.team_21381.chang_agent.ChangAgent",
    "LIonel": "anl_agents.anl2026.team_21369.lionelwei_agent.LionelWei",
    "Nashty": "anl_agents.anl2026.team_21795.nashty.NashtyNegotiator",
    "TokyoV11": "anl_agents.anl2026.team_21600.agent_tokyo_v11.AgentTokyoV11",
}
"""A second field, never played while the tactics were chosen."""


def public_field(second: bool = False) -> dict[str, type[SAONegotiator]]:
    """The agents that can be imported, by name."""
    found = {}
    for name, path in (OTHERS if second else PUBLIC).items():
        module, _, cls = path.rpartition(".")
        with contextlib.suppress(Exception), contextlib.redirect_stdout(io.StringIO()):
            found[name] = getattr(importlib.import_module(module), cls)
    return found


def session(domain: Domain, make: tuple[Maker, Maker], exchanges: int, seed: int) -> Package | None:
    """What two agents sign, the first one opening; None if nothing."""
    issues = [
        make_issue([f"v{option}" for option in range(len(table))], name=f"i{n}")
        for n, table in enumerate(domain.parties[0].points)
    ]
    space = make_os(issues)
    random.seed(seed)
    numpy.random.seed(seed)
    table = SAOMechanism(outcome_space=space, n_steps=exchanges)
    for maker, party in zip(make, domain.parties, strict=True):
        table.add(maker(party, exchanges), ufun=_utility(party, space))
    with contextlib.redirect_stdout(io.StringIO()):
        table.run()
    return None if table.agreement is None else _package(table.agreement)


def _utility(party: Preferences, space: Any) -> LinearAdditiveUtilityFunction:
    """A party's points for NegMAS, the best package being worth 1."""
    most = sum(max(table) for table in party.points)
    values = [TableFun({f"v{n}": p / most for n, p in enumerate(t)}) for t in party.points]
    return LinearAdditiveUtilityFunction(
        values=values,
        weights=[1.0] * len(values),
        outcome_space=space,
        reserved_value=party.walk_away / most,
    )


class Guest(SAONegotiator):  # type: ignore[misc]  # NegMAS is not installed where this is checked
    """A negotiator of ours under NegMAS's mechanism."""

    def __init__(self, preferences: Preferences, exchanges: int, tactics: Tactics) -> None:
        super().__init__()
        self._agent = Negotiator(preferences, exchanges, tactics)

    def propose(self, state: Any, dest: str | None = None) -> tuple[str, ...]:
        return _outcome(self._agent.propose(state.step))

    def respond(self, state: Any, source: str | None = None) -> ResponseType:
        answer = self._agent.respond(_package(state.current_offer), state.step)
        return ResponseType.ACCEPT_OFFER if answer.accept else ResponseType.REJECT_OFFER


def _outcome(package: Package) -> tuple[str, ...]:
    return tuple(f"v{option}" for option in package)


def _package(outcome: tuple[str, ...]) -> Package:
    return tuple(int(value[1:]) for value in outcome)
