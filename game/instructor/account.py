"""A finished game as plain data: what `demo`, `replay` and `report` give as JSON."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from game.scenario.model import Scenario
from game.summit.debrief import Debrief
from game.summit.journal import Record
from game.summit.notation import write


def account(
    name: str, seed: int, scenario: Scenario, records: Iterable[Record], debrief: Debrief
) -> dict[str, Any]:
    """The result and its measures in permille, with a digest over all moves and the result."""
    parties = scenario.party_ids
    moves = [[record.party, write(record.move)] for record in records]
    found = debrief.measures
    content: dict[str, Any] = {
        "scenario": name,
        "seed": seed,
        "moves": len(moves),
        "outcome": debrief.outcome,
        "agreement": dict(debrief.agreement),
        "points": dict(zip(parties, found.points, strict=True)),
        "measures": {
            "own_result": dict(zip(parties, found.own_result, strict=True)),
            "joint_gain": found.joint_gain,
            "claim_share": dict(zip(parties, found.claim_share, strict=True)),
            "better_for_both": found.better,
            "better_and_carried": found.better_carried,
            "in_force": debrief.in_force,
            "trust": debrief.trust,
        },
    }
    digested = json.dumps([content, moves], sort_keys=True, ensure_ascii=False)
    content["digest"] = hashlib.sha256(digested.encode()).hexdigest()
    return content
