"""The JSON Schema of the format, for editors: completion, hover, and red lines under misspellings.

It is drawn from the model. Three things are put right on the way: ids as keys must fit their
pattern (pydantic leaves them open, and editors would then ignore a misspelt one), a single id may
stand where a list of ids may, and a plain word where a block may.
"""

from __future__ import annotations

import json
from typing import Any, Literal

from pydantic import BaseModel

from game.scenario.model import Scenario

DIALECT = "https://json-schema.org/draft/2020-12/schema"


Kind = Literal["scenario", "campaign"]


def schema(kind: Kind = "scenario") -> dict[str, Any]:
    """The schema of one kind of file as plain data."""
    model: type[BaseModel] = Scenario
    if kind == "campaign":
        from game.scenario.campaign import Campaign

        model = Campaign
    closed: dict[str, Any] = _mended(model.model_json_schema(by_alias=True))
    return {"$schema": DIALECT, **closed, "title": f"A Sidelines {kind}"}


def schema_text(kind: Kind = "scenario") -> str:
    """The schema as it is printed and shipped."""
    return json.dumps(schema(kind), ensure_ascii=False, indent=2)


def _mended(node: Any) -> Any:
    if isinstance(node, list):
        return [_mended(part) for part in node]
    if not isinstance(node, dict):
        return node
    mended = {key: _mended(value) for key, value in node.items()}
    if "patternProperties" in mended:
        mended["additionalProperties"] = False
    if mended.pop("x-one-or-more", False) or _is_list_of_words(mended):
        described = {k: mended.pop(k) for k in ("description", "default") if k in mended}
        return {**described, "anyOf": [mended["items"], mended]}
    properties = mended.get("properties", {})
    if "expected" in properties:
        properties["expected"] = _plain_too(properties["expected"])
    return mended


def _is_list_of_words(node: dict[str, Any]) -> bool:
    """A list of fixed words, like `found_by`, may be a single word."""
    return node.get("type") == "array" and "enum" in node.get("items", {})


def _plain_too(node: dict[str, Any]) -> dict[str, Any]:
    """`expected: may` stands for the block with that grade."""
    grades = {"enum": ["certain", "set", "likely", "may"], "type": "string"}
    return {**node, "anyOf": [grades, *node["anyOf"]]}
