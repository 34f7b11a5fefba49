"""The reference of the scenario format, drawn from its model, with examples from one summit."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import PydanticUndefined

from game.scenario.campaign import Campaign
from game.scenario.catalogue.complete import COMPLETE, COMPLETE_CAMPAIGN
from game.scenario.compose import compose
from game.scenario.kinds import in_words
from game.scenario.loaders import FAST_LOADER
from game.scenario.model import Scenario
from game.scenario.shape import keys_of, model_of
from game.scenario.words import RESERVED

LONGEST = 70
"""Letters of an example in a table; longer ones are cut."""

INTRODUCTION = """\
# The scenario format

<!-- Written by `python -m game.instructor.pages`; do not edit. -->

Every key of a scenario file: what it means, what it takes, what holds where it is left out, and an
example. Editors show the same through the schema (`sidelines schema`). What `check` says about a
file is explained in [diagnostics](diagnostics/README.md); how to write a summit, in
[writing.md](writing.md).

An **id** is a name for use inside the file: small letters, digits and `_`, beginning with a letter.
Ids of parties, audiences, items, options, sources, events and outcomes are keys of their blocks.
A **cell** is the width of a Latin letter on the screen; a Korean or Japanese letter takes two. A
text that has more of them than there is room for is cut off there, and `check` says so.
"""

CAMPAIGNS = """\
# The campaign format

A campaign is a file of its own: several scenarios between the same two parties, one after the
other, and what one leaves for the next. `kind: campaign` tells it from a scenario. It is checked
and played by the same commands; `sidelines schema --campaign` is for editors.
"""


def reference() -> str:
    """The whole page as Markdown."""
    words = ", ".join(f"`{word}`" for word in sorted(RESERVED))
    parts = [INTRODUCTION + f"These words mean something of their own and are no ids: {words}.\n"]
    parts += _sections(Scenario, COMPLETE)
    parts.append(f"## A file with every key\n\n```yaml\n{COMPLETE}```\n")
    parts += [CAMPAIGNS, *_sections(Campaign, COMPLETE_CAMPAIGN, known=blocks(Scenario))]
    parts.append(f"## A campaign with every key\n\n```yaml\n{COMPLETE_CAMPAIGN}```\n")
    return "\n".join(parts)


def _sections(
    root: type[BaseModel], text: str, known: Collection[type[BaseModel]] = ()
) -> Iterator[str]:
    """A section per block of a format, but for those that are `known` from another."""
    examples = dict(_examples(root, compose(text, FAST_LOADER).data))
    for block in blocks(root):
        if block not in known:
            yield _section(root, block, examples)


def blocks(root: type[BaseModel]) -> tuple[type[BaseModel], ...]:
    """Every block of a format, in the order in which a reader comes upon it."""
    found: dict[type[BaseModel], None] = {root: None}
    waiting: list[type[BaseModel]] = [root]
    while waiting:
        block = waiting.pop(0)
        for field in block.model_fields.values():
            below = model_of(field.annotation)
            if below is not None and below not in found:
                found[below] = None
                waiting.append(below)
    return tuple(found)


def _section(
    root: type[BaseModel], block: type[BaseModel], examples: dict[tuple[str, str], Any]
) -> str:
    name = block.__name__
    where = "the file itself" if block is root else "in " + ", ".join(_places(root, block))
    above = block.__mro__[1]
    inherited = keys_of(above) if above.__name__ != "Part" else []
    if inherited:
        where += f"; it takes all keys of [{above.__name__.lower()}](#{above.__name__.lower()}) too"
    rows = [
        f"| `{key}` | {_meaning(block, key)} | {_kind(block, key)} | {_default(block, key)} "
        f"| `{_example(examples, name, key)}` |"
        for key in keys_of(block)
        if key not in inherited
    ]
    head = "| key | meaning | takes | left out | example |\n|---|---|---|---|---|"
    return f"## {name}\n\n{where[0].upper()}{where[1:]}.\n\n{head}\n" + "\n".join(rows) + "\n"


def _places(root: type[BaseModel], block: type[BaseModel]) -> Iterator[str]:
    for other in blocks(root):
        for key, field in zip(keys_of(other), other.model_fields.values(), strict=True):
            if model_of(field.annotation) is block:
                yield f"`{key}` of [{other.__name__.lower()}](#{other.__name__.lower()})"


def _field(block: type[BaseModel], key: str) -> Any:
    return next(f for n, f in block.model_fields.items() if (f.alias or n) == key)


def _meaning(block: type[BaseModel], key: str) -> str:
    return str(_field(block, key).description).replace("|", "\\|")


def _kind(block: type[BaseModel], key: str) -> str:
    return in_words(_field(block, key))


def _default(block: type[BaseModel], key: str) -> str:
    field = _field(block, key)
    if field.is_required():
        return "**required**"
    default = field.default
    if default is PydanticUndefined or default is None or default == ():
        return "none"
    if isinstance(default, tuple):
        return ", ".join(f"`{each}`" for each in default)
    return "its own defaults" if isinstance(default, BaseModel) else f"`{default}`"


def _examples(block: type[BaseModel], data: Any) -> Iterator[tuple[tuple[str, str], Any]]:
    """(block, key) → a value of the example, the first of each kept by whoever collects them."""
    found: dict[tuple[str, str], Any] = {}
    waiting: list[tuple[type[BaseModel], Any]] = [(block, data)]
    while waiting:
        kind, value = waiting.pop(0)
        if not isinstance(value, dict):
            continue
        for key, part in value.items():
            found.setdefault((kind.__name__, key), part)
            annotation = _field(kind, key).annotation
            below = model_of(annotation)
            if below is not None:
                waiting += [(below, entry) for entry in _entries(annotation, part)]
    yield from found.items()


def _entries(annotation: Any, value: Any) -> list[Any]:
    """The blocks below a key: one, those of a list, or those of a table, however deep."""
    while get_origin(annotation) not in (dict, tuple) and get_args(annotation):
        annotation = get_args(annotation)[0]
    if get_origin(annotation) is tuple:
        return list(value)
    if get_origin(annotation) is dict:
        return [e for part in value.values() for e in _entries(get_args(annotation)[1], part)]
    return [value]


def _example(examples: dict[tuple[str, str], Any], block: str, key: str) -> str:
    """Raises ValueError where the complete summit lacks the key."""
    if (block, key) not in examples:
        raise ValueError(
            f"`{key}` of {block} has no example in game/scenario/catalogue/complete.py"
        )
    text = " ".join(_flow(examples[block, key]).split()).replace("|", "\\|")
    return text if len(text) <= LONGEST else text[: LONGEST - 2].rstrip(", ") + " …"


def _flow(value: Any) -> str:
    """A value as YAML on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(part)}" for key, part in value.items()) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return value if isinstance(value, str) else json.dumps(value)
